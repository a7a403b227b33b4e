"""The translation translated back, so that a reader sees what the other text says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

from reader.engine import Engines
from reader.errors import CancelledError, PackageError
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages, identity_of
from reader.parallel import Hypothesis, ParallelText, RowTranslatedBack, Translator, initial_row, never
from reader.text import Paragraph
from reader.translation.forward import translate


def back_translations(
    text: ParallelText,
    installed: Packages,
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    view: Callable[[], range] = lambda: range(0),
) -> Iterator[RowTranslatedBack]:
    """Translate the finished rows of `text` back and yield each when it is finished; `text` is left as it is.

    Rows that have a translation back already are passed over (an edit drops it). What was translated back is
    remembered like any translation of those packages; the user's edits are not asked for, because a
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
    targets = {i: text.rows[i].target for i in text.without_back()}
    with suppress(CancelledError):
        while True:
            usable = engines.usable(installed)
            packages = usable.route(text.target_language, text.source_language)
            try:
                for event in _through(packages, text, dict(targets), engines, memory, cancelled, view):
                    del targets[event.index]
                    yield event
                return
            except PackageError:
                if engines.usable(installed) == usable:  # there is nothing else to try
                    raise


def _through(
    packages: Sequence[LanguagePackage],
    text: ParallelText,
    targets: Mapping[int, str],
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool],
    view: Callable[[], range],
) -> Iterator[RowTranslatedBack]:
    """Translate the `targets` of rows of `text` back through `packages`."""
    done = translate(
        [initial_row(Paragraph(targets.get(index, ""))) for index in range(len(text.rows))],
        text.target_language,
        _Late(lambda: engines.get(packages, cancelled)),
        view=view,
        cancelled=cancelled,
        memory=memory,
        package=identity_of(packages),
        linking=False,  # nobody looks for the words; should the document be read one day, they are linked then
    )
    for index, row in ((event.index, event.row) for event in done):
        yield RowTranslatedBack(index, targets[index], row.target, row.sentences, row.reason)


class _Late:
    """A translator that is loaded when it is first asked."""

    def __init__(self, load: Callable[[], Translator]) -> None:
        self._load = load

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = never
    ) -> list[Hypothesis]:
        return self._load().translate(sentences, linking=linking, cancelled=cancelled)
