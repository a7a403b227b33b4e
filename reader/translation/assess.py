"""Judging the machine translations of a text: which sentences are doubtful, and which of their words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reader import log
from reader.errors import CancelledError, TranslationError
from reader.parallel import ParallelText
from reader.quality import Measured, NotJudged, RowAssessed, texts_of
from reader.translation.wholes import JudgedAs, judged_as

if TYPE_CHECKING:
    from reader.quality import Assessment, Assessments, Assessor, ToJudge

Pair = tuple[str, str]
# Rows at once: few enough to show the first within a second.
_ROWS = 16


def assess(
    text: "ParallelText",
    known: "Assessments",
    waiting: "ToJudge",
    assessor: "Assessor",
    *,
    view: Callable[[], range],
    cancelled: Callable[[], bool],
    enough: Callable[[], bool],
) -> Iterator[Measured | RowAssessed | NotJudged]:
    """Tell what the estimates are worth, then judge what is `waiting`, first what is on screen, and take it out.

    A sentence that runs on over cues is judged once, as a whole. Sentences on which a model fails are left without;
    that is told each time.
    """
    yield assessor.measured
    fresh = _Fresh(assessor, cancelled)
    languages = text.source_language, text.target_language
    while waiting and not cancelled():
        batch = waiting.next(view(), _ROWS)
        every = {pair: at for index, pairs in batch.items() for pair, at in _judged_as(text, index, pairs, languages)}
        try:
            fresh.judge({pair: at for pair, at in every.items() if pair not in known})
        except TranslationError as error:
            log.caught(error, "judging translations")
            waiting.done(batch)
            yield NotJudged.FAILED
            continue
        except CancelledError:
            return
        waiting.done(batch)
        for index, texts in batch.items():
            found = ((pair, known.get(pair) if pair in known else fresh.of[pair]) for pair in texts)
            yield RowAssessed(index, tuple(found))
        if enough():
            return


class _Fresh:
    """What has been judged, and is not known yet to who gets it: it may stand in more rows.

    Attributes:
        of: the assessment of each pair as it stands in rows.
    """

    def __init__(self, assessor: "Assessor", cancelled: Callable[[], bool]) -> None:
        self.of: dict[Pair, Assessment | None] = {}
        self._wholes: dict[Pair, Assessment | None] = {}
        self._assessor, self._cancelled = assessor, cancelled

    def judge(self, wanted: "Mapping[Pair, JudgedAs]") -> None:
        """Judge what has not been judged, each whole once."""
        new = {pair: at for pair, at in wanted.items() if pair not in self.of}
        wholes = list(dict.fromkeys(at.pair for at in new.values() if at.pair not in self._wholes))
        if wholes:
            self._wholes.update(zip(wholes, self._assessor.assess(wholes, cancelled=self._cancelled), strict=True))
        self.of.update((pair, at.of_part(self._wholes[at.pair])) for pair, at in new.items())


def _judged_as(
    text: "ParallelText", index: int, pairs: Sequence[Pair], languages: tuple[str, str]
) -> "Iterator[tuple[Pair, JudgedAs]]":
    """What these sentences of a row are judged as."""
    row, wanted = text.rows[index], set(pairs)
    for number, pair in enumerate(row.sentences):
        if (texts := texts_of(row, pair)) in wanted:
            yield texts, judged_as(text.rows, index, number, languages)
