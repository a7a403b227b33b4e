"""Aligning a human translation with the open text, off the window's thread, and handing over the texts of its rows."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.formats import read_document
from reader.late_dataclasses import dataclass
from reader.parallel import Column, ParallelText, ReferenceAligned, Row, RowEvent
from reader.reference import linked, links_by_hand, placed
from reader.text import Document, Span
from ui.toolkit.jobs import Job

if TYPE_CHECKING:
    from reader.reference import Alignment, KeptLink

    # Gets an alignment, the index of a link and the piece of the source that is meant.
    Change = Callable[[Alignment, int, int], Alignment]

# Rows handed to the window at once: few enough not to block it.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Placed:
    """A human translation that is aligned with the open text.

    Attributes:
        document: the human translation.
        alignment: of the two.
        translated: how many rows were translated then.
    """

    document: Document
    alignment: "Alignment"
    translated: int


def aligned(
    job: Job, text: ParallelText, path: Path, known: Document | None, links: "Sequence[KeptLink]", translated: int
) -> Placed:
    """On a thread for files: read the file unless it is `known`, and align it."""
    document = known if known is not None else read_document(path, cancelled=job.is_cancelled)
    alignment = linked(text, document, kept=links, cancelled=job.is_cancelled)
    hand_over(job, text, alignment, document)
    return Placed(document, alignment, translated)


def hand_over(job: Job, text: ParallelText, alignment: "Alignment", document: Document) -> None:
    """Hand over the texts of rows that have another one now, in parts."""
    events = [event for event in placed(alignment, text, document) if _is_new(event, text.rows[event.index])]
    for start in range(0, len(events), _AT_ONCE):
        job.emit_item(events[start : start + _AT_ONCE])


def taken_away(text: ParallelText | None) -> list[RowEvent]:
    """What leaves nothing beside a text."""
    rows = text.rows if text is not None else ()
    return [ReferenceAligned(index, "") for index, row in enumerate(rows) if row.reference]


def _is_new(event: ReferenceAligned, row: Row) -> bool:
    before = row.version(Column.REFERENCE)
    return before is None or (event.text, tuple(event.pairs)) != (before.text, row.reference_pairs)


def moved(
    job: Job, text: ParallelText, found: Placed, change: "Change", row: int, sentence: Span | None
) -> "tuple[Alignment, list[KeptLink]] | None":
    """Off the window's thread: change the link of a sentence of a row; the new alignment, and its links made by hand.

    None if that is impossible.
    """
    place = _piece_at(found.alignment, row, sentence)
    try:
        after = change(found.alignment, _link_with(found.alignment, place), place)
    except ValueError:
        return None
    hand_over(job, text, after, found.document)
    return after, links_by_hand(after, text, found.document)


def _piece_at(alignment: "Alignment", row: int, sentence: Span | None) -> int:
    """The piece of the source that is a sentence, or the first one of a row; -1 if there is none."""
    pieces = [place for place, piece in enumerate(alignment.sources) if piece.paragraph == row]
    own = [place for place in pieces if sentence is None or alignment.sources[place].end > sentence[0]]
    return (own or pieces or [-1])[0]


def _link_with(alignment: "Alignment", place: int) -> int:
    """The index of the link that has a piece of the source.

    Raises:
        ValueError: there is none.
    """
    found = next((n for n, link in enumerate(alignment.links) if link.source[0] <= place < link.source[1]), None)
    if found is None:
        raise ValueError("There is no such link.")
    return found
