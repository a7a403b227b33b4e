"""Translation memories of other programs: TMX files are read, and imported into the memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import CancelledError, DocumentError, OutputError
from reader.memory.tmx_reading import TmxUnit, read_units
from reader.memory.tmx_report import TmxReport, Unusable
from reader.memory.tmx_sentences import sentences_of
from reader.parallel import user_edit
from reader.text import language_name

if TYPE_CHECKING:
    from reader.memory.memory import Memory


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
    progress: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> TmxReport:
    """Save the translations in a TMX file as edits of the user: all of them or none.

    Existing edits stay; of several for one sentence the newest counts.

    Args:
        path: the file.
        source, target: language codes.
        memory: where they go.
        both: whether they are for the other direction too.
        said: then, whether what a unit says of its source counts: it is only for the direction from it.
        progress: called now and then with how much is done, and of how much.
        cancelled: called now and then; if it returns True nothing is saved.

    Raises:
        DocumentError: it cannot be read, is not a TMX file, or has nothing in these two languages.
        OutputError: the memory cannot save them.
        CancelledError: it was cancelled.
    """
    directions = ((source, target), (target, source)) if both else ((source, target),)
    pairs: dict[tuple[str, str], dict[str, str]] = {direction: {} for direction in directions}
    size = path.stat().st_size if path.is_file() else 0
    for unit in read_units(path, {source, target}.__contains__):
        if cancelled():
            raise CancelledError
        for direction in directions:
            if not (said and unit.source == direction[1]):
                found = pairs_in(unit, *direction)
                pairs[direction].update(found if not isinstance(found, Unusable) else ())
    if not any(pairs.values()):
        raise DocumentError(
            "“{path}” has no translations between {source} and {target}.",
            path=path,
            source=language_name(source),
            target=language_name(target),
        )
    report = TmxReport()
    for direction, of_direction in pairs.items():
        known = memory.edits(*direction, list(of_direction), exactly=True)
        edits = {sentence: user_edit(sentence, text) for sentence, text in of_direction.items()}
        if not memory.keep_edits(*direction, edits, replace=False):
            raise OutputError("The translations of “{path}” cannot be remembered on this disk.", path=path)
        report += TmxReport(len(edits), len(edits) - len(known), len(known))
    progress(size, size)
    return report
