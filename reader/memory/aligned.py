"""Sentences of a document and of a translation of it by somebody, saved as the user's own."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader import log
from reader.memory.bulk import PutIn
from reader.memory.staging import Found, staging
from reader.parallel import ParallelText, not_cancelled
from reader.reference import Alignment, SentenceLink, piece_texts
from reader.text import Document, Inline, Span, with_signs_of

if TYPE_CHECKING:
    from reader.memory.memory import Memory


def remember_alignment(
    memory: "Memory",
    alignment: Alignment,
    text: ParallelText,
    reference: Document,
    cancelled: Callable[[], bool] = not_cancelled,
) -> PutIn | None:
    """Save the sentences of a text with those of its reference translation that surely belong to them.

    They are used as if the user had made them, as imported ones are: edits stay, and what was imported before is
    replaced. Of links, those of one sentence with one or two count, and of two of a paragraph with one.

    Args:
        memory: where they go.
        alignment: of these two texts.
        text: whose source it is.
        reference: the reference translation.
        cancelled: asked now and then; True ends the work.

    Returns:
        What became of them; None if they cannot be saved: then none is.

    Raises:
        CancelledError: it was cancelled.
    """
    if memory.file is None:
        return None
    found = [each for link in alignment.links for each in _found(link, alignment, text, reference)]
    if not found:
        return PutIn(0, 0, 0, 0)
    try:
        with staging(memory.file, cancelled) as gathered:
            gathered.add(found)
            return memory.put_in(gathered.settle(lambda _done, _of: None), cancelled)
    except (sqlite3.Error, OSError) as error:
        log.caught(error, "gathering what was aligned")
        return None


def _found(link: SentenceLink, alignment: Alignment, text: ParallelText, reference: Document) -> Iterator[Found]:
    """What a link gives the memory, if anything."""
    sources = [each for each in alignment.sources[slice(*link.source)] if each.start < each.end]
    targets = piece_texts(alignment.targets[slice(*link.target)], reference.paragraphs)
    if not link.certain or (len(sources), len(targets)) not in ((1, 1), (1, 2), (2, 1)):
        return
    if sources[0].paragraph == sources[-1].paragraph:
        key = _key(text, sources[0].paragraph, (sources[0].start, sources[-1].end))
        if any(map(str.isalpha, key)):
            target = with_signs_of(key, " ".join(targets))
            yield Found(text.source_language, text.target_language, key, target, "")


def _key(text: ParallelText, row: int, span: Span) -> str:
    """What a sentence is asked for as."""
    paragraph = text.rows[row].source
    inline = Inline.of(paragraph.text, paragraph.marks)
    return paragraph.text[slice(*span)] if inline is None else inline.asked(span).key
