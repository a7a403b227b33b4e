"""Back-translation: the translation translated back into the source language, to show what it says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

from reader.engine import Engines
from reader.errors import CancelledError, PackageError
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages, identity_of
from reader.parallel import (
    Hypothesis,
    ParallelText,
    RowTranslatedBack,
    Translator,
    initial_row,
    not_cancelled,
    translated_paragraphs,
)
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
    linking: bool = False,
) -> Iterator[RowTranslatedBack]:
    """Translate the finished rows of `text` back, and yield each when it is finished; `text` is not changed.

    Rows that already have a back-translation are skipped (an edit drops it). Back-translations are remembered
    like any translation by those packages; the user's edits are not used, because a back-translation shows
    what the target says. No model is loaded if the memory has every sentence.

    Args:
        text: read once, at the start.
        installed: the packages; those from the target language to the source language are used.
        engines: the models loaded so far.
        memory: where sentences are looked up and stored.
        cancelled: called often, also from other threads; True ends the work.
        view: called before each batch; gives the rows on screen, which go first.
        linking: whether words are linked.

    Raises:
        NoPackageError: no packages translate back.
        PackageError: none of them can be used.
    """
    targets = translated_paragraphs(dict(enumerate(text.rows)), text.rows_without_back_translation())
    languages = text.target_language, text.source_language
    return through_back(targets, languages, installed, engines, memory, cancelled, view, linking=linking)


def through_back(
    targets: Mapping[int, Paragraph],
    languages: tuple[str, str],
    installed: Packages,
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool],
    view: Callable[[], range] = lambda: range(0),
    *,
    keep: bool = True,
    linking: bool = False,
) -> Iterator[RowTranslatedBack]:
    """Translate paragraphs back, by their numbers; `languages` are those that this is from and to.

    Unless they are to be kept, back-translations are not stored in the memory, only looked up there.
    """
    left = dict(targets)
    with suppress(CancelledError):
        while True:
            usable = engines.usable(installed)
            packages = usable.route(*languages)
            try:
                for event in _through(
                    packages, dict(left), languages[0], engines, memory, cancelled, view, keep, linking
                ):
                    del left[event.index]
                    yield event
                return
            except PackageError:
                if engines.usable(installed) == usable:  # there is no other package to try
                    raise


def _through(
    packages: Sequence[LanguagePackage],
    targets: Mapping[int, Paragraph],
    language: str,
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool],
    view: Callable[[], range],
    keep: bool,
    linking: bool,
) -> Iterator[RowTranslatedBack]:
    """Translate the `targets`, which are in a `language`, back through `packages`."""
    count = max(targets, default=-1) + 1
    done = translate(
        [initial_row(targets.get(index, Paragraph("")), language) for index in range(count)],
        language,
        LazyTranslator(lambda: engines.get(packages, cancelled)),
        view=view,
        cancelled=cancelled,
        memory=memory,
        package=identity_of(packages),
        linking=linking,
        keep=keep,
    )
    for index, row in ((event.index, event.row) for event in done):
        yield RowTranslatedBack(index, targets[index].text, row.target, row.sentences, row.reason)


class LazyTranslator:
    """A translator that is loaded when it is first used."""

    def __init__(self, load: Callable[[], Translator]) -> None:
        """Use what `load` returns, which is called for each batch."""
        self._load = load

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """Load the translator and translate with it; arguments and result as for that."""
        return self._load().translate(sentences, linking=linking, cancelled=cancelled)
