"""Judging the machine translations of a text: which sentences are doubtful, and which of their words."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader import log
from reader.errors import CancelledError, TranslationError
from reader.quality import Measured, NotJudged, RowAssessed

if TYPE_CHECKING:
    from reader.quality import Assessment, Assessments, Assessor, ToJudge

# Rows at once: few enough to show the first within a second.
_ROWS = 16


def assess(
    known: "Assessments",
    waiting: "ToJudge",
    assessor: "Assessor",
    *,
    view: Callable[[], range],
    cancelled: Callable[[], bool],
    enough: Callable[[], bool],
) -> Iterator[Measured | RowAssessed | NotJudged]:
    """Tell what the estimates are worth, then judge what is `waiting`, first what is on screen, and take it out.

    Sentences on which a model fails are left without; that is told each time.
    """
    yield assessor.measured
    fresh: dict[tuple[str, str], Assessment | None] = {}  # not known yet to who gets it: it may stand in more rows
    while waiting and not cancelled():
        batch = waiting.next(view(), _ROWS)
        every = dict.fromkeys(pair for pairs in batch.values() for pair in pairs)
        pairs = [pair for pair in every if pair not in fresh and pair not in known]
        try:
            fresh.update(zip(pairs, assessor.assess(pairs, cancelled=cancelled) if pairs else (), strict=True))
        except TranslationError as error:
            log.caught(error, "judging translations")
            waiting.done(batch)
            yield NotJudged.FAILED
            continue
        except CancelledError:
            return
        waiting.done(batch)
        for index, texts in batch.items():
            found = ((pair, fresh[pair] if pair in fresh else known.get(pair)) for pair in texts)
            yield RowAssessed(index, tuple(found))
        if enough():
            return
