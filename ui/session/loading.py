"""Preparing a document for reading: its text at once, and its remembered translations."""

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress

from reader.errors import PackageError
from reader.gc_pause import freeze_existing_objects, gc_paused
from reader.late_dataclasses import dataclass
from reader.memory import Memory
from reader.packages import Packages, find_packages, identity_of
from reader.parallel import ParallelText
from reader.text import Document
from reader.translation import given_sentences, languages_of, leaving, recall
from ui.session.progress import Tally
from ui.toolkit.jobs import Job

# Rows recalled before the text is shown, so that nothing on screen flickers; that takes a tenth of a second or two.
# A longer document is shown after the first ones, and the rest follows in parts.
_AT_ONCE = 3000
_FIRST = 400
_FOLLOWING = 500
# Seconds of counting words at a time, and of rest in between for other threads.
_COUNTING_S, _RESTING_S = 0.001, 0.01


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text ready to be shown, its progress, and whether all remembered translations are in it."""

    text: ParallelText
    tally: Tally
    whole: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """The beginning of a text that is still being read, untranslated."""

    text: ParallelText


@dataclass(frozen=True, slots=True)
class Recognising:
    """The text of a page is being recognised, which takes seconds.

    Attributes:
        number: of the page, from 0 on.
        count: how many pages there are.
    """

    number: int
    count: int


# Reads a document in a job, and may tell how it begins before all of it is read.
Read = Callable[[Job, Callable[[Document], None]], Document]


def prepare(
    job: Job,
    read: Read,
    source: str,
    target: str,
    memory: Memory,
    near: int = 0,
    forced: Collection[str] = (),
) -> None:
    """Hand over a text (Prepared), perhaps its beginning before (Begun), and then what else is remembered of it.

    What is remembered are further translations, lists of RowTranslated. For a thread of its own; loads no model.
    Raises what `read` raises.

    Args:
        job: receives what is handed over.
        read: reads the document.
        source, target: codes of its languages, or "" to let the text decide.
        memory: has the remembered translations.
        near: the row that will be on screen; rows around it are recalled first.
        forced: keys of paragraphs that are translated whatever language they seem to be in.
    """
    with gc_paused():
        document = read(job, lambda beginning: _begin(job, beginning, source, target))
        installed = _installed()
        source, target = languages_of(document, source, target, installed)
        text = ParallelText.untranslated(document, source, target, frozenset(forced))
        rows, tally = list(text.rows), Tally(text)
        if len(rows) > _AT_ONCE:
            freeze_existing_objects()
    with suppress(PackageError):  # reported when it is to be translated; the user's edits need no package
        text.packages = installed.route(source, target)
    leave = leaving(text)
    identity = identity_of(text.packages)
    for number, part in enumerate(_parts(len(rows), near)):
        if job.is_cancelled():
            return
        given = given_sentences(document, source, target, part)
        known = recall(rows[part.start : part.stop], source, memory, identity, target, part.start, leave, given)
        if number == 0:
            for event in known:
                before = text.rows[event.index]
                text.apply(event)
                tally.change(before, text.rows[event.index])
            job.emit_item(Prepared(text, tally, whole=len(part) == len(rows)))
        elif known:
            job.emit_item(known)


def _begin(job: Job, document: Document, source: str, target: str) -> None:
    source, target = languages_of(document, source, target, _installed())
    job.emit_item(Begun(ParallelText.untranslated(document, source, target)))


def _installed() -> Packages:
    """The installed packages; none if they cannot be found, which is reported when the text is to be translated."""
    try:
        return find_packages()
    except PackageError:
        return Packages(())


def _parts(count: int, near: int) -> Iterator[range]:
    """All rows: those on and around the screen, then the rest from there on, wrapping around the end."""
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
    """The number of words in a document, counted without making the window wait; for a thread of its own.

    A long document takes seconds of Python, which lets other threads run only at each switch interval: each call of
    Qt's in a frame would wait for one.
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
