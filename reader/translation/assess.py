"""Judging the machine translations of a text: which sentences are doubtful, and which of their words."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from reader import log
from reader.errors import CancelledError, TranslationError
from reader.parallel import ParallelText
from reader.quality import Measured, RowAssessed

if TYPE_CHECKING:
    from reader.quality import Assessments, Assessor

# Rows at once: few enough to show the first within a second.
_ROWS = 16

_Texts = list[tuple[str, str]]


def assess(
    text: ParallelText,
    known: "Assessments",
    assessor: "Assessor",
    *,
    view: Callable[[], range],
    cancelled: Callable[[], bool],
    enough: Callable[[], bool],
) -> Iterator[Measured | RowAssessed]:
    """Tell what the estimates are worth, then judge what `known` lacks of the rows of `text`, those on screen first.

    Neither is changed. Sentences on which a model fails are left without.
    """
    yield assessor.measured
    waiting = {i: texts for i, row in enumerate(text.rows) if (texts := known.missing(row))}
    while waiting and not cancelled():
        batch = _next(waiting, view())
        pairs = list(dict.fromkeys(pair for texts in batch.values() for pair in texts))
        for index in batch:
            del waiting[index]
        try:
            found = dict(zip(pairs, assessor.assess(pairs, cancelled=cancelled), strict=True))
        except TranslationError as error:
            log.caught(error, "judging translations")
            continue
        except CancelledError:
            return
        for index, texts in batch.items():
            yield RowAssessed(index, tuple((pair, found[pair]) for pair in texts))
        if enough():
            return


def _next(waiting: Mapping[int, _Texts], view: range) -> dict[int, _Texts]:
    """The rows to judge now: those on screen, or else the first."""
    seen = [i for i in view if i in waiting]
    return {i: waiting[i] for i in islice(seen or waiting, _ROWS)}
