"""A whole document translated, for a file: everything the export needs, in one go and in order."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from reader import log
from reader.engine import Engine, Engines, opposite
from reader.errors import CancelledError, PackageError
from reader.memory import Memory
from reader.packages import Packages, identity_of
from reader.parallel import ParallelText, State
from reader.translation.back_translation import add_back_translations
from reader.translation.forward import Translated, recall, translate
from reader.translation.relink import refine, unlinked


class Stage(StrEnum):
    """What is being done."""

    TRANSLATING = "translating"
    TRANSLATING_BACK = "translating back"


@dataclass(frozen=True, slots=True)
class Advance:
    """One more paragraph is finished: `done` of `total`; `reason` is why it failed, or "" if it did not."""

    stage: Stage
    done: int
    total: int
    reason: str = ""


def complete(
    text: ParallelText,
    installed: Packages,
    engines: Engines,
    memory: Memory,
    *,
    linked: bool = False,
    back: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Advance | PackageError]:
    """Translate what is missing in `text`, put it there, and tell of each paragraph.

    No model is loaded if the memory knows all.

    Args:
        text: gets its packages and its rows; what was laid beside them stays.
        installed: the packages to choose from.
        engines: what is loaded already.
        memory: where sentences are looked up and kept.
        linked: whether words are linked by both directions, which costs as much again as half the translation.
        back: whether the translation is translated back.
        cancelled: asked often, also from other threads; True ends the work, and what is done by then is in `text`.

    Yields:
        An Advance for each paragraph; a PackageError, said and not raised, where another package stands in.

    Raises:
        NoPackageError: no packages connect the two languages, or lead back.
        PackageError: none of them can be loaded.
    """
    text.packages = installed.route(text.source_language, text.target_language)
    _apply(text, recall(text.rows, text.source_language, memory, identity_of(text.packages), text.target_language))
    # Left so by a window that was closed in between; bold and italic find their words by the links.
    to_link = unlinked(text.rows)
    before = set(text.outstanding())
    with suppress(CancelledError):
        yield from _translate(text, installed, engines, memory, linked, cancelled)
        if linked:
            to_link += [Translated(index, text.rows[index]) for index in before if text.rows[index].state is State.DONE]
        if to_link and not cancelled() and (both := _for_links(text, installed, engines, cancelled)):
            identity = identity_of(text.packages)
            _apply(text, refine(to_link, *both, cancelled=cancelled, memory=memory, package=identity))
        if back and not cancelled():
            yield from _translate_back(text, installed, engines, memory, cancelled)


def _for_links(
    text: ParallelText, installed: Packages, engines: Engines, cancelled: Callable[[], bool]
) -> tuple[Engine, Engine | None] | None:
    """As `Engines.for_links`; links are a help, and the memory may know the text though its package does not work."""
    try:
        return engines.for_links(text.packages, installed, cancelled)
    except PackageError as error:
        log.caught(error, "loading what links words")
        return None


def _translate(
    text: ParallelText,
    installed: Packages,
    engines: Engines,
    memory: Memory,
    linked: bool,
    cancelled: Callable[[], bool],
) -> Iterator[Advance | PackageError]:
    total = len(text.outstanding())
    if not total:
        return
    text.packages, engine, problem = engines.load(installed, text.source_language, text.target_language, cancelled)
    if problem is not None:
        yield problem
    work = translate(
        list(text.rows),
        text.source_language,
        engine,
        cancelled=cancelled,
        memory=memory,
        package=identity_of(text.packages),
        linking=not linked or opposite(text.packages, installed) is None,
        target=text.target_language,
    )
    for done, translated in enumerate(work, 1):
        _apply(text, [translated])
        yield Advance(Stage.TRANSLATING, done, total, translated.row.reason)


def _translate_back(
    text: ParallelText, installed: Packages, engines: Engines, memory: Memory, cancelled: Callable[[], bool]
) -> Iterator[Advance]:
    total = sum(row.state is State.DONE for row in text.rows)
    work = add_back_translations(text, installed, engines, memory, cancelled)
    for done, finished in enumerate(work, 1):
        yield Advance(Stage.TRANSLATING_BACK, done, total, finished.reason)


def _apply(text: ParallelText, translated: Iterable[Translated]) -> None:
    text.apply((each.index, each.row) for each in translated)
