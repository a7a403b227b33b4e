"""Which languages a TMX file has, and which of them its units call the source."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reader.errors import DocumentError
from reader.memory.tmx_reading import read_units

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
        silent: whether there are units that do not say it.
    """

    codes: tuple[str, ...]
    said: frozenset[Pair]
    silent: bool

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
        return both if self.silent or not said else said

    def is_mixed(self, pair: Pair) -> bool:
        """Whether some units say that the one language is the source, and others the other."""
        return {pair, pair[::-1]} <= self.said


def languages_of_tmx(*paths: Path) -> TmxLanguages:
    """The languages of TMX files; of several, those that cannot be read are passed over.

    Raises:
        DocumentError: as `read_tmx`, if none of them can be read.
    """
    found, errors = [], []
    for path in paths:
        try:
            found.append(_languages_of(path))
        except DocumentError as error:
            errors.append(error)
    if not found:
        raise errors[0]
    codes = dict.fromkeys(code for each in found for code in each.codes)
    return TmxLanguages(
        tuple(codes), frozenset().union(*(each.said for each in found)), any(each.silent for each in found)
    )


def _languages_of(path: Path) -> TmxLanguages:
    languages, said, silent = Counter[str](), set[Pair](), False
    for unit in islice(read_units(path, bool), _MOST_UNITS):
        codes, source = unit.texts.keys(), unit.source
        languages.update(codes)
        said.update((source, other) for other in codes if source in codes and source != other)
        silent = silent or source not in codes
    return TmxLanguages(tuple(code for code, _ in languages.most_common()), frozenset(said), silent)
