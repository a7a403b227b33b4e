from collections.abc import Sequence
from typing import Any, cast

import pytest

from reader.engine import Engine
from reader.errors import CancelledError, TranslationError
from reader.quality import Assessor
from reader.quality.assessing import Level
from reader.quality.calibration import Calibration, calibrate
from tests.reader.quality.scored import WRONG, Scored, made_pairs

PAIRS = made_pairs(200)
GOOD = ("ord1 ord2 ord3 ord4 ord6 ord7 ord8 ord9", "word1 word2 word3 word4 word6 word7 word8 word9")
BAD = ("ord1 ord5 ord10 ord4 ord15 ord7 ord8", "word1 galt5 galt10 word4 galt15 word7 word8")


def engine(**how: Any) -> Engine:
    return cast("Engine", Scored(**how))


def calibrated(forward: Engine, reverse: Engine | None = None) -> Calibration:
    found = calibrate(forward, reverse, PAIRS)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def alone() -> Calibration:
    return calibrated(engine())


def marked(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [text[slice(*span)] for span in spans]


def test_a_translation_with_wrong_words_is_doubtful_and_they_are_marked(alone: Calibration) -> None:
    good, bad = Assessor(engine(), None, alone).assess([GOOD, BAD])
    assert good is not None and bad is not None
    assert (good.level, bad.level) == (Level.FINE, Level.DOUBTFUL)
    assert good.estimate > bad.estimate + 10
    assert marked(GOOD[1], good.doubtful) == []
    assert marked(BAD[1], bad.doubtful) == ["galt5", "galt10", "galt15"]


def test_set_phrases_are_not_judged_but_other_translations_of_them_are(alone: Calibration) -> None:
    found = Assessor(engine(), None, alone).assess([("Hilsen", "Regards"), ("Hilsen", "Hilsen galt5"), GOOD])
    assert [each is None for each in found] == [True, False, False]


def test_few_words_of_a_sentence_are_marked(alone: Calibration) -> None:
    text = " ".join(f"{WRONG}{5 * n}" for n in range(8))
    [found] = Assessor(engine(), None, alone).assess([("ord0 ord5", text)])
    assert found is not None and len(found.doubtful) == 3
    assert list(found.doubtful) == sorted(found.doubtful)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("galt word2 1945 word3 12,5", ["galt"]),
        ("word2 B1 word3 COVID-19 word4", []),
        ("word2 galt@eksempel.no word3 galt", ["galt"]),
        ("word2 galt.no/galt word3 `galt` word4", []),
        ("word2 galt_galt() word3 galt@eksempel.no", []),
        ("word2 https://galt.no/galt word3 galt", ["galt"]),
    ],
)
def test_neither_figures_nor_addresses_nor_codes_are_marked(alone: Calibration, text: str, words: list[str]) -> None:
    [found] = Assessor(engine(doubts="159"), None, alone).assess([("ord1 ord2 ord3", text)])
    assert found is not None and marked(text, found.doubtful) == words


def test_what_was_measured_is_told_beside_the_share_of_all_words(alone: Calibration) -> None:
    assert alone.marked == 1
    assert 0.05 < alone.base < 0.4
    assert alone.correlation > 0.8


def test_the_worst_of_the_pairs_are_doubtful_and_some_more_are_to_be_looked_at(alone: Calibration) -> None:
    texts = [hypothesis.text for hypothesis in Scored().translate([source for source, _ in PAIRS])]
    found = Assessor(engine(), None, alone).assess([(s, t) for (s, _), t in zip(PAIRS, texts, strict=True)])
    levels = [each.level for each in found if each is not None]
    assert len(levels) == len(PAIRS)
    assert 0.1 < levels.count(Level.DOUBTFUL) / len(levels) < 0.25
    assert 0.1 < levels.count(Level.LOOK) / len(levels) < 0.35


def test_a_model_that_does_not_know_what_it_does_marks_nothing_and_tells_no_level() -> None:
    calibration = calibrated(engine(honest=False))
    assert calibration.correlation < 0.3
    [found] = Assessor(engine(honest=False), None, calibration).assess([BAD])
    assert found is not None and found.doubtful == () and found.level is Level.FINE


def test_a_model_that_doubts_too_many_words_marks_none() -> None:
    calibration = calibrated(engine(doubts="1379"))
    [found] = Assessor(engine(), None, calibration).assess([BAD])
    assert found is not None and found.doubtful == ()
    assert calibration.marked == 0


def test_a_model_whose_doubts_are_often_right_but_not_always_marks_words() -> None:
    calibration = calibrated(engine(doubts="1"))
    assert calibration.base + 0.3 < calibration.marked < 0.95
    texts = [hypothesis.text for hypothesis in Scored().translate([source for source, _ in PAIRS])]
    judged = Assessor(engine(doubts="1"), None, calibration).assess(
        [(s, t) for (s, _), t in zip(PAIRS, texts, strict=True)]
    )
    words = [word for each, text in zip(judged, texts, strict=True) if each for word in marked(text, each.doubtful)]
    assert sum(word.startswith(WRONG) for word in words) / len(words) == pytest.approx(calibration.marked, abs=0.05)


def test_it_is_told_whether_the_opposite_direction_was_asked(alone: Calibration) -> None:
    reverse = Scored()
    both = calibrated(engine(), cast("Engine", reverse))
    for calibration, informed in ((alone, False), (both, True)):
        reverse.asked.clear()
        [found] = Assessor(engine(), cast("Engine", reverse), calibration).assess([BAD])
        assert found is not None and found.informed == informed
        assert reverse.asked == ([[(BAD[1], BAD[0])]] if informed else [])


@pytest.mark.parametrize(
    "pair",
    [("Ibsen", "Ibsen"), ("– …", "…"), ("ord1", ""), ("ord1", "word1 " * 100), ("", "")],
    ids=["the same", "no words", "no translation", "too long", "nothing"],
)
def test_some_pairs_cannot_be_judged_and_the_others_are(alone: Calibration, pair: tuple[str, str]) -> None:
    before, found, after = Assessor(engine(), None, alone).assess([BAD, pair, GOOD])
    assert found is None and before is not None and after is not None
    assert (before.level, after.level) == (Level.DOUBTFUL, Level.FINE)


def test_a_pair_that_one_direction_cannot_judge_is_not_judged_by_half() -> None:
    both = calibrated(engine(), engine())
    [found] = Assessor(engine(), engine(), both).assess([("ord1 " * 200, "word1 word2")])
    assert found is None


def test_too_few_pairs_give_no_calibration() -> None:
    assert calibrate(engine(), None, PAIRS[:15]) is None
    assert calibrate(engine(), None, []) is None


def test_a_failing_model_and_cancelling_are_told(alone: Calibration) -> None:
    with pytest.raises(TranslationError):
        Assessor(engine(fails_on="ord5"), None, alone).assess([BAD])
    with pytest.raises(CancelledError):
        Assessor(engine(), None, alone).assess([BAD], cancelled=lambda: True)
    assert Assessor(engine(), None, alone).assess([]) == []
