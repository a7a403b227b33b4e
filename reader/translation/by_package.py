"""What one language package makes of a document, beside its translation by another."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from reader.engine import Engines
from reader.errors import CancelledError
from reader.memory import Memory
from reader.packages import LanguagePackage
from reader.parallel import ParallelText, State, Version, VersionMade
from reader.translation.back_translation import LazyTranslator
from reader.translation.forward import translate
from reader.translation.languages import leaving


def translations_by(
    package: LanguagePackage,
    text: ParallelText,
    column: int,
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    view: Callable[[], range] = lambda: range(0),
) -> Iterator[VersionMade]:
    """Translate all rows of `text` with `package`, and yield each when it is finished; `text` is not changed.

    They are remembered like any translation by it; the user's edits are not used. Rows without words are left out.

    Args:
        package: for the direction of `text`.
        text: read once, at the start.
        column: where the translations are to stand.
        engines: the models loaded so far.
        memory: where sentences are looked up and stored; no model is loaded if it has every sentence.
        cancelled: called often, also from other threads; True ends the work.
        view: called before each batch; gives the rows on screen, which go first.

    Raises:
        PackageError: the package cannot be used.
    """
    fresh = ParallelText.untranslated(text.document, text.source_language, text.target_language, text.forced)
    with suppress(CancelledError):
        for event in translate(
            fresh.rows,
            text.source_language,
            LazyTranslator(lambda: engines.get((package,), cancelled)),
            view=view,
            cancelled=cancelled,
            memory=memory,
            package=package.identity,
            leave=leaving(fresh),
        ):
            row = event.row
            pairs = row.sentences if row.state is State.DONE else ()
            yield VersionMade(event.index, Version(column, row.target, pairs, row.marks, row.state, row.reason))
