"""Getting a document ready to be read: its text at once, and what the memory knows of its translation."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from reader.errors import PackageError
from reader.gc_pause import freeze_existing_objects, gc_paused
from reader.memory import Memory
from reader.packages import find_packages, identity_of
from reader.parallel import ParallelText
from reader.text import Document, other_language
from reader.translation import recall
from ui.session.progress import Tally
from ui.toolkit.jobs import Job

# Rows that are recalled before the text is shown, so that nothing on screen flickers; that takes a tenth of a
# second or two. A longer document is shown then, and the rest of it follows, so many rows at a time.
_AT_ONCE = 3000
_FIRST = 400
_FOLLOWING = 500
# Words are counted for so long at a time, and then something else can be done for so long.
_COUNTING_S, _RESTING_S = 0.001, 0.01


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text that can be shown, how far its translation is, and whether all that is remembered is in it."""

    text: ParallelText
    tally: Tally
    whole: bool


def prepare(job: Job, read: Callable[[], Document], source: str, target: str, memory: Memory, near: int = 0) -> None:
    """Hand over a text (Prepared), and then what else is remembered of its translation (lists of RowTranslated).

    For a thread of its own; no model is loaded. Raises what `read` raises.

    Args:
        job: takes what is handed over.
        read: reads the document.
        source, target: codes of its languages, or "" where the text decides.
        memory: what is remembered.
        near: the row that will be on screen; what is around it is remembered first.
    """
    with gc_paused():
        document = read()
        source = source or document.language
        text = ParallelText.untranslated(document, source, target or other_language(source))
        rows, tally = list(text.rows), Tally(text)
        if len(rows) > _AT_ONCE:
            freeze_existing_objects()
    with suppress(PackageError):  # said when it is to be translated; the user's edits need no package
        text.packages = find_packages().route(source, text.target_language)
    identity = identity_of(text.packages)
    for number, part in enumerate(_parts(len(rows), near)):
        if job.is_cancelled():
            return
        known = recall(rows[part.start : part.stop], source, memory, identity, text.target_language, part.start)
        if number == 0:
            for event in known:
                before = text.rows[event.index]
                text.apply(event)
                tally.change(before, text.rows[event.index])
            job.emit_item(Prepared(text, tally, whole=len(part) == len(rows)))
        elif known:
            job.emit_item(known)


def _parts(count: int, near: int) -> Iterator[range]:
    """All rows: what is on screen and around it, then the rest from there on, around the end."""
    if count <= _AT_ONCE:
        yield range(count)
        return
    start = min(max(near - _FIRST // 4, 0), count)
    stop = min(start + _FIRST, count)
    yield range(start, stop)
    for first in range(stop, count, _FOLLOWING):
        yield range(first, min(first + _FOLLOWING, count))
    for first in range(0, start, _FOLLOWING):
        yield range(first, min(first + _FOLLOWING, start))


def count_words(document: Document, cancelled: Callable[[], bool]) -> int:
    """How many words a document has, counted so that the window never waits for it; for a thread of its own.

    Of a long document it takes seconds of Python, which lets no other thread in but at every turn: each call of Qt's in
    a frame would wait for one.
    """
    words, until = 0, time.monotonic() + _COUNTING_S
    for paragraph in document.paragraphs:
        if time.monotonic() > until:
            if cancelled():
                break
            time.sleep(_RESTING_S)
            until = time.monotonic() + _COUNTING_S
        words += paragraph.words
    return words
