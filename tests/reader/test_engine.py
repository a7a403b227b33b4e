import shutil
from pathlib import Path

import pytest

from reader.argos import find_packages, read_package
from reader.engine import Engine
from reader.errors import PackageError


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(find_packages().choose("nb", "en"))


def test_the_ith_translation_is_that_of_the_ith_sentence_whatever_the_batch(engine: Engine) -> None:
    sentences = ["Dette er en katt.", "Jeg vil gjerne ha en kopp kaffe og et glass vann.", "Nei.", "Hun bor i Oslo."]
    together = [hypothesis.text for hypothesis in engine.translate(sentences)]
    alone = [engine.translate([sentence])[0].text for sentence in sentences]
    assert together == alone
    assert all(together)


def test_a_score_is_a_mean_log_probability(engine: Engine) -> None:
    [hypothesis] = engine.translate(["Dette er en katt."])
    assert -5 < hypothesis.score < 0


def test_no_sentences_give_no_translations(engine: Engine) -> None:
    assert engine.translate([]) == []


def test_a_blank_sentence_gives_a_blank_translation(engine: Engine) -> None:
    assert [hypothesis.text for hypothesis in engine.translate(["", "  "])] == ["", ""]


def test_a_sentence_longer_than_the_model_takes_is_not_cut(engine: Engine) -> None:
    clause = "og i Oslo bor det mange mennesker som liker å gå på tur"
    short, long = (", ".join([clause] * times) for times in (3, 60))
    short_answer, long_answer = engine.translate([short, long])
    assert len(long_answer.text) > 8 * len(short_answer.text)


def test_a_single_word_without_end_is_survived(engine: Engine) -> None:
    [hypothesis] = engine.translate(["x" * 3000])
    assert hypothesis.text


@pytest.mark.parametrize("damage", ["nonsense", "empty", "cut"])
def test_a_damaged_model_is_refused_with_what_to_do(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "translate-nb_en"
    shutil.copytree(find_packages().choose("nb", "en").path, folder)
    model = folder / "model" / "model.bin"
    whole = model.read_bytes()
    model.write_bytes({"nonsense": b"nonsense" * 100, "empty": b"", "cut": whole[: len(whole) // 2]}[damage])
    with pytest.raises(PackageError, match="cannot be loaded; install the package again"):
        Engine(read_package(folder))
