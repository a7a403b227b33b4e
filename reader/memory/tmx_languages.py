"""Which languages a TMX file has, and which of them its units call the source."""

from collections import Counter
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from reader.errors import DocumentError
from reader.late_dataclasses import dataclass
from reader.memory.tmx_reading import read_units
from reader.memory.tmx_report import listed

# Units that are looked at: enough to know what a memory is for.
_MOST_UNITS = 20_000
_USUAL = ("nb", "en")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TmxLanguages:
    """The languages of the first units of a file.

    Attributes:
        codes: of all languages, the commonest first.
        said: the directions, source and target, of units that say which of their languages is the source.
        silent: the languages of units that do not say it.
        unknown: what the file calls languages of which it is not known which they are, the commonest first.
    """

    codes: tuple[str, ...]
    said: frozenset[Pair]
    silent: frozenset[frozenset[str]]
    unknown: tuple[str, ...] = ()

    def pair(self, source: str = "", target: str = "") -> Pair | None:
        """Two languages of the file, Bokmål and English if it has both; None if it is not clear which.

        Args:
            source, target: codes of those that are known.
        """
        others = [code for code in self.codes if code not in (source, target)]
        if source and target:
            return source, target
        known = source or target
        usual = [code for code in _USUAL if code in others]
        if not known:
            return _USUAL if len(usual) == 2 else (others[0], others[1]) if len(others) == 2 else None
        other = usual[0] if usual and known in _USUAL else others[0] if len(others) == 1 else ""
        return (source or other, target or other) if other else None

    def directions(self, pair: Pair) -> tuple[Pair, ...]:
        """The directions between two languages that the units say; both if some do not say it."""
        both = pair, pair[::-1]
        said = tuple(direction for direction in both if direction in self.said)
        silent = any(codes.issuperset(pair) for codes in self.silent)
        return both if silent or not said else said

    def unknown_in_words(self) -> str:
        """What the file calls languages of which it is not known which they are."""
        return listed(self.unknown)

    def is_mixed(self, pair: Pair) -> bool:
        """Whether some units say that the one language is the source, and others the other."""
        return {pair, pair[::-1]} <= self.said


def languages_of_tmx(*paths: Path, named: Mapping[str, str] = MappingProxyType({})) -> TmxLanguages:
    """The languages of TMX files; of several, those that cannot be read are passed over; `named` as for `import_tmx`.

    Raises:
        DocumentError: as `read_tmx`, if none of them can be read.
    """
    found, errors = [], []
    for path in paths:
        try:
            found.append(_languages_of(path, named))
        except DocumentError as error:
            errors.append(error)
    if not found:
        raise errors[0]
    return TmxLanguages(
        tuple(dict.fromkeys(code for each in found for code in each.codes)),
        frozenset().union(*(each.said for each in found)),
        frozenset().union(*(each.silent for each in found)),
        tuple(dict.fromkeys(name for each in found for name in each.unknown)),
    )


def _languages_of(path: Path, named: Mapping[str, str]) -> TmxLanguages:
    languages, unknown = Counter[str](), Counter[str]()
    said, silent = set[Pair](), set[frozenset[str]]()
    for unit in islice(read_units(path, bool, named=named), _MOST_UNITS):
        codes, source = unit.texts.keys(), unit.source
        languages.update(codes)
        said.update((source, other) for other in codes if source in codes and source != other)
        unknown.update(unit.unknown)
        if source not in codes:
            silent.add(frozenset(codes))
    return TmxLanguages(_commonest(languages), frozenset(said), frozenset(silent), _commonest(unknown))


def _commonest(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in counted.most_common())
