"""The translation translated back, so that a reader sees what the other text says."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from reader.engine import Engines
from reader.errors import CancelledError, PackageError
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages, identity_of
from reader.parallel import Hypothesis, ParallelText, Row, SentencePair, State, Translator, initial_row, never
from reader.text import Paragraph
from reader.translation.forward import translate


@dataclass(frozen=True, slots=True)
class BackTranslated:
    """Row `index` of the document was translated back, or could not be.

    Attributes:
        row: with `back`, which is empty if `reason` is not.
        sentences: which sentence of the row's target (`source` of a pair) became which of `back` (`target`).
        reason: one sentence on why it failed.
    """

    index: int
    row: Row
    sentences: tuple[SentencePair, ...] = ()
    reason: str = ""


def add_back_translations(
    text: ParallelText,
    installed: Packages,
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[BackTranslated]:
    """Translate the finished rows of `text` back, put that into it, and yield each row when it is in.

    Arguments and errors are those of `back_translations`. A row that was edited meanwhile stays without.
    """
    for finished in back_translations(text, installed, engines, memory, cancelled):
        current = text.rows[finished.index]
        if not finished.reason and current.target == finished.row.target:
            text.rows[finished.index] = replace(current, back=finished.row.back)
        yield finished


def back_translations(
    text: ParallelText,
    installed: Packages,
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    view: Callable[[], range] = lambda: range(0),
) -> Iterator[BackTranslated]:
    """Translate the finished rows of `text` back and yield each when it is finished; `text` is left as it is.

    Rows that have a translation back already are passed over (an edit drops it). What was translated back is
    remembered like any translation of those packages; the user's own wordings are not asked for, because a
    translation back is to show what the target says. No model is loaded if the memory knows all.

    Args:
        text: read once, at the beginning.
        installed: the packages; the way back is theirs from the target language to the source's.
        engines: what is loaded already.
        memory: where sentences are looked up and kept.
        cancelled: asked often, also from other threads; True ends the work.
        view: asked before each batch: the rows on screen, which go first.

    Raises:
        NoPackageError: no packages lead back.
        PackageError: none of them can be used.
    """
    rows = list(text.rows)
    with suppress(CancelledError):
        while True:
            usable = engines.usable(installed)
            packages = usable.route(text.target_language, text.source_language)
            try:
                for finished in _through(packages, text.target_language, rows, engines, memory, cancelled, view):
                    rows[finished.index] = finished.row
                    yield finished
                return
            except PackageError:
                if engines.usable(installed) == usable:  # there is nothing else to try
                    raise


def _through(
    packages: Sequence[LanguagePackage],
    language: str,
    rows: Sequence[Row],
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool],
    view: Callable[[], range],
) -> Iterator[BackTranslated]:
    """Translate `rows` back, out of `language`, through `packages`."""
    done = translate(
        [_reversed(row) for row in rows],
        language,
        _Late(lambda: engines.get(packages, cancelled)),
        view=view,
        cancelled=cancelled,
        memory=memory,
        package=identity_of(packages),
        linking=False,  # nobody looks for the words; should the document be read one day, they are linked then
    )
    for translated in done:
        row, back = rows[translated.index], translated.row
        yield BackTranslated(translated.index, replace(row, back=back.target), back.sentences, back.reason)


def _reversed(row: Row) -> Row:
    """A row for translating back; finished already if there is nothing to translate back."""
    if row.state is not State.DONE or row.back:
        return Row(row.source, state=State.SAME)
    return initial_row(Paragraph(row.target))


class _Late:
    """A translator that is loaded when it is first asked."""

    def __init__(self, load: Callable[[], Translator]) -> None:
        self._load = load

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = never
    ) -> list[Hypothesis]:
        return self._load().translate(sentences, linking=linking, cancelled=cancelled)
