"""Translation memories of other programs: TMX files are read, and imported into the memory."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader import log
from reader.errors import CancelledError, DocumentError, OutputError
from reader.late_dataclasses import dataclass
from reader.memory.staging import Found, staging
from reader.memory.tmx_reading import TmxUnit, read_units
from reader.memory.tmx_report import MOST_NAMED, TmxReport, Unusable, listed
from reader.memory.tmx_sentences import sentences_of
from reader.text import language_name, with_signs_of

if TYPE_CHECKING:
    from reader.memory.memory import Memory

Pair = tuple[str, str]
_BATCH = 1000
# How much of the whole is reading, and choosing among what was read.
_READ, _SETTLED, _WHOLE = 800, 150, 1000


@dataclass(frozen=True, slots=True)
class TmxPair:
    """A text and its translation in a TMX file, without formatting codes."""

    source: str
    target: str


def read_tmx(path: Path, source: str, target: str) -> Iterator[TmxPair]:
    """The pairs of a TMX file in two languages, whichever of them it calls the source.

    Args:
        path: the file.
        source, target: codes that packages have for languages, such as "nb" and "en". Codes in the file are matched
            loosely: "nb-NO", "no" and "NOR" are Bokmål, "NO-NY" is Nynorsk, "en-GB" is English.

    Raises:
        DocumentError: it cannot be read, is not a TMX file, or has entities that are not read.
    """
    for unit in read_units(path, {source, target}.__contains__):
        found = pairs_in(unit, source, target)
        if not isinstance(found, Unusable):
            yield from (TmxPair(*pair) for pair in found)


def pairs_in(unit: TmxUnit, source: str, target: str) -> list[tuple[str, str]] | Unusable:
    """The sentences of a unit with their translations, or why it cannot be the translation of any."""
    if source not in unit.texts or target not in unit.texts:
        return Unusable.LANGUAGES
    ours, theirs = unit.texts[source], unit.texts[target]
    if ours is None or theirs is None:
        return Unusable.LONG
    if unit.machine:
        return Unusable.MACHINE
    if unit.exact and ours and theirs:
        return [(ours, theirs)]
    return sentences_of(ours, theirs, (source, target))


def import_tmx(
    path: Path,
    source: str,
    target: str,
    memory: "Memory",
    *,
    both: bool = False,
    said: bool = False,
    named: Mapping[str, str] = MappingProxyType({}),
    progress: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> TmxReport:
    """Save the translations in a TMX file: all of them or none.

    They are used as if the user had made them. Existing edits stay, what was imported before is replaced; of several
    for one sentence the newest counts, and the last of those of which it is not known when they were made.

    Args:
        path: the file.
        source, target: codes that packages have for languages.
        memory: where they go.
        both: whether they are also translations from `target` to `source`.
        said: with `both`, whether units that say which language they are from count in that direction only.
        named: codes for languages that the file calls otherwise, by what it calls them.
        progress: called now and then with how much is done, and of how much.
        cancelled: called now and then; if it returns True nothing is saved.

    Raises:
        DocumentError: it cannot be read, is not a TMX file, or has nothing in these two languages.
        OutputError: the memory cannot save them.
        CancelledError: it was cancelled.
    """
    units = _Units(path, (source, target), both, said, named, progress, cancelled)
    if memory.file is None:
        units.gather(lambda found: None)
        raise _not_remembered(path)
    try:
        with staging(memory.file, cancelled) as gathered:
            units.gather(gathered.add)
            staged = gathered.settle(lambda done, of: progress(_READ + _SETTLED * done // of, _WHOLE))
            result = memory.put_in(staged, cancelled)
    except (sqlite3.Error, OSError) as error:
        log.caught(error, "gathering what is imported")
        raise _not_remembered(path) from None
    if result is None:
        raise _not_remembered(path)
    progress(_WHOLE, _WHOLE)
    return TmxReport(
        units.count,
        result.added,
        result.known,
        staged.repeated,
        tuple(units.never.items()),
        tuple(units.unknown),
        result.replaced,
        result.kept,
    )


def _not_remembered(path: Path) -> OutputError:
    return OutputError("The translations of “{path}” cannot be remembered on this disk.", path=path)


class _Units:
    """The units of a file that is imported."""

    def __init__(
        self,
        path: Path,
        languages: Pair,
        both: bool,
        said: bool,
        named: Mapping[str, str],
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._path, self._languages, self._both, self._said = path, languages, both, said
        self._named, self._progress, self._cancelled = named, progress, cancelled
        self.count, self.never = 0, Counter[Unusable]()
        self.unknown: dict[str, None] = {}  # what it calls languages that are not known

    def gather(self, add: Callable[[list[Found]], None]) -> None:
        """Call `add` with their sentences, some at a time; errors are those of `import_tmx`."""
        units = read_units(self._path, set(self._languages).__contains__, self._tell, self._named)
        empty = True
        while batch := list(islice(units, _BATCH)):
            found = [each for unit in batch for each in self._found(unit)]
            empty = empty and not found
            add(found)
            self.count += len(batch)
        if empty and not self.never.keys() - {Unusable.LANGUAGES}:
            raise self._nothing()

    def _nothing(self) -> DocumentError:
        source, target = map(language_name, self._languages)
        if not self.unknown:
            return DocumentError(
                "“{path}” has no translations between {source} and {target}.",
                path=self._path,
                source=source,
                target=target,
            )
        return DocumentError(
            "“{path}” has no translations between {source} and {target}. Tospalt does not know these "
            "languages: {names}.",
            path=self._path,
            source=source,
            target=target,
            names=listed(self.unknown),
        )

    def _tell(self, done: int, of: int) -> None:
        if self._cancelled():
            raise CancelledError
        self._progress(_READ * done // max(of, 1), _WHOLE)

    def _found(self, unit: TmxUnit) -> list[Found]:
        sentences = [(pair, pairs_in(unit, *pair)) for pair in self._directions(unit)]
        found = [
            Found(*pair, source, with_signs_of(source, target), unit.changed)
            for pair, several in sentences
            if not isinstance(several, Unusable)
            for source, target in several
        ]
        if not found and isinstance(why := sentences[0][1], Unusable):
            self.never[why] += 1
            if why is Unusable.LANGUAGES and len(self.unknown) < MOST_NAMED:
                self.unknown.update(dict.fromkeys(unit.unknown))
        return found

    def _directions(self, unit: TmxUnit) -> tuple[Pair, ...]:
        there, back = self._languages, self._languages[::-1]
        if not self._both:
            return (there,)
        if self._said and unit.source in there:
            return (there,) if unit.source == there[0] else (back,)
        return there, back
