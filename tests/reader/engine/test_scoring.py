from dataclasses import replace
from pathlib import Path

import pytest

from reader.engine import Engine
from reader.errors import CancelledError, TranslationError
from reader.packages import LanguagePackage, find_packages
from tests.reader.engine.echo import Echo

SENTENCE, RIGHT, TURNED = "Hunden bjeffet .", "dog barked .", "barked dog ."


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(find_packages().choose("nb", "en"), folder=tmp_path_factory.mktemp("attention"))


def test_each_token_is_scored_where_it_stands_and_then_the_end(engine: Engine) -> None:
    [found] = engine.score([(SENTENCE, RIGHT)])
    assert found is not None
    assert len(found.log_probabilities) == len(found.spans) + 1
    assert max(found.log_probabilities) <= 0
    said = "".join(RIGHT[slice(*span)] for span in found.spans if span is not None)
    assert said == RIGHT.replace(" ", "")


def test_the_models_own_translation_is_more_probable_than_another(engine: Engine) -> None:
    [own] = engine.translate([SENTENCE])
    other = " ".join(reversed(own.text.split()))
    right, wrong = engine.score([(SENTENCE, own.text), (SENTENCE, other)])
    assert right is not None and wrong is not None
    assert sum(right.log_probabilities) > sum(wrong.log_probabilities) + 1


def test_the_score_does_not_depend_on_the_other_pairs(engine: Engine) -> None:
    alone = engine.score([(SENTENCE, RIGHT)])[0]
    among = engine.score([(SENTENCE, TURNED), (SENTENCE * 9, RIGHT * 30), (SENTENCE, RIGHT), ("a", "b")])[2]
    assert alone is not None and among is not None
    assert among.spans == alone.spans
    assert among.log_probabilities == pytest.approx(alone.log_probabilities, abs=0.05)


@pytest.mark.parametrize("pair", [("", RIGHT), (SENTENCE, ""), (SENTENCE, "dog " * 1000), ("hund " * 1000, RIGHT)])
def test_what_is_empty_or_too_long_has_no_score_and_the_others_do(engine: Engine, pair: tuple[str, str]) -> None:
    assert [found is not None for found in engine.score([(SENTENCE, RIGHT), pair, (SENTENCE, TURNED)])] == [1, 0, 1]


def test_nothing_is_asked_for_nothing_and_after_cancelling(engine: Engine) -> None:
    assert engine.score([]) == []
    with pytest.raises(CancelledError):
        engine.score([(SENTENCE, RIGHT)], cancelled=lambda: True)


def test_many_pairs_are_scored_in_several_calls_between_which_it_can_be_cancelled(echoing: Engine, echo: Echo) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(len(echo.scored))
        return len(echo.scored) == 2

    with pytest.raises(CancelledError):
        echoing.score([("a " * 100, "b " * 100)] * 300, cancelled=cancelled)
    assert asked == [0, 1, 2]


def test_a_failing_model_is_told(echoing: Engine, echo: Echo) -> None:
    def fail() -> None:
        raise RuntimeError("out of memory")

    echo.on_call = fail
    with pytest.raises(TranslationError):
        echoing.score([(SENTENCE, RIGHT)])


def test_what_is_put_before_every_translation_has_no_score(
    echo: Echo, package: LanguagePackage, tmp_path: Path
) -> None:
    [found] = Engine(replace(package, target_prefix=">>en<<"), folder=tmp_path).score([("a b", "c d e")])
    assert echo.scored == [[[">>en<<", "▁c", "▁d", "▁e"]]]
    assert found is not None and found.log_probabilities == (-1, -2, -3, -4)
