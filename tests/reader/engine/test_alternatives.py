"""Several translations of a sentence, and what may follow the beginning of one."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import reader.engine.engine
import reader.engine.nmt_model
from reader.engine import Beginning, Engine
from reader.errors import TranslationError
from reader.packages import LanguagePackage
from tests.reader.engine.echo import Echo, Tokens

NUMBERED = "Skriv til ole@x.no om 1 500 hester."


class Choosing(Echo):
    """Has several answers, and for a beginning those that begin so; fails at alternatives, or always, if it is to."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[str] = []
        self.fails = self.breaks = False
        self.options: list[dict[str, Any]] = []

    def translate_batch(self, batch: list[list[str]], *, max_decoding_length: int, **options: Any) -> list[Any]:
        self.options.append(options)
        if self.breaks or (self.fails and options.get("return_alternatives")):
            raise ValueError("MatMul: batch dimension of inputs a and b should match")
        prefixes = options["target_prefix"] or [[]] * len(batch)
        return [self._of(prefix, max_decoding_length, len(batch[0]), options) for prefix in prefixes]

    def _of(self, prefix: list[str], most: int, width: int, options: dict[str, Any]) -> Any:
        tokens = [Tokens().encode(answer) for answer in self.answers]
        found = [each[:most] for each in tokens if each[: len(prefix)] == prefix][: options.get("num_hypotheses", 1)]
        rows = [[[0.1] * width] * len(each) for each in found]
        return SimpleNamespace(hypotheses=found, scores=[-1.0 - i for i in range(len(found))], attention=rows)


@pytest.fixture
def model(echo: Echo, monkeypatch: pytest.MonkeyPatch) -> Choosing:
    """The model of every package."""
    choosing = Choosing()
    monkeypatch.setattr(reader.engine.nmt_model, "load_model", lambda *arguments: choosing)
    return choosing


@pytest.fixture
def engine(model: Choosing, package: LanguagePackage, tmp_path: Path) -> Engine:
    """An engine with it."""
    return Engine(package, folder=tmp_path)


def test_variants_keep_tokens_and_numbers_and_are_there_once(engine: Engine, model: Choosing) -> None:
    model.answers = ["Write to X1 about 1,500 horses.", "Write to me about 1,500 horses.", "Write to X1 about horses."]
    model.answers += ["Write X1 about 1,500 horses.", "write to X1 about 1,500 horses.", ""]
    found = [each.text for each in engine.variants(NUMBERED, 8)]
    assert found == ["Write to ole@x.no about 1,500 horses.", "Write ole@x.no about 1,500 horses."]
    assert [each.text for each in engine.variants(NUMBERED, 1)] == found[:1]


def test_tokens_are_put_into_variants_that_all_lose_them(engine: Engine, model: Choosing) -> None:
    model.answers = ["Write about horses.", "Tell about horses."]
    found = [each.text for each in engine.variants("Skriv til ole@x.no om hester.", 8)]
    assert len(found) == 2 and all("ole@x.no" in each for each in found)


def test_numbers_that_variants_all_change_go_around_the_model(engine: Engine, model: Choosing) -> None:
    model.answers = ["He has 1,400 horses.", "He owns 1,400 horses.", "He has X1 horses.", "He owns X1 horses."]
    found = [each.text for each in engine.variants("Han har 1 500 hester.", 8)]
    assert found == ["He has 1,500 horses.", "He owns 1,500 horses."]


def test_a_sentence_that_is_translated_in_pieces_has_none(engine: Engine, model: Choosing) -> None:
    model.answers = ["Yes."]
    for text in ("Ja.\n\nNei.", "ord " * 2000, "12"):
        assert not engine.variants(text, 4) and not engine.continued(text, [Beginning.typed("")])
        assert not engine.words_at(text, Beginning.typed(""), 4)
    assert not model.options


def test_words_that_may_follow_are_whole(engine: Engine, model: Choosing, monkeypatch: pytest.MonkeyPatch) -> None:
    model.answers = ["The dog sleeps.", "The cat", "A dog."]
    beginning = Beginning.before("The house sleeps.", 5)
    assert beginning is not None and beginning.text == "The "
    assert engine.words_at("Hunden sover.", beginning, 8) == ["dog", "cat"]
    assert model.options[0]["return_alternatives"]
    monkeypatch.setattr(reader.engine.engine, "_WORD_TOKENS", 1)  # the end of the search may cut them off
    assert not engine.words_at("Hunden sover.", beginning, 8)
    assert Beginning.before("The house.", 20) is None


def test_words_that_go_on_as_they_are_begun_are_found(engine: Engine, model: Choosing) -> None:
    model.answers = ["The dogma of it", "The doubt of it", "The cat of it", "The do X2 of it"]
    assert engine.words_at("Hunden sover.", Beginning.typed("The do"), 8) == ["dogma", "doubt", "do"]


def test_where_a_model_fails_at_alternatives_others_are_searched_and_it_is_not_asked_again(
    engine: Engine, model: Choosing, caplog: pytest.LogCaptureFixture
) -> None:
    model.answers, model.fails = ["The dog sleeps.", "The cat sleeps."], True
    for _ in range(2):
        assert engine.words_at("Hunden sover.", Beginning.typed("The "), 4) == ["dog", "cat"]
    assert [bool(each.get("return_alternatives")) for each in model.options] == [True, False, False]
    assert model.options[1]["beam_size"] == model.options[1]["num_hypotheses"] == 4
    assert "asking a model for alternatives" in caplog.text
    caplog.clear()
    model.breaks = True
    with pytest.raises(TranslationError):
        engine.words_at("Hunden sover.", Beginning.typed("The "), 4)


def test_what_is_continued_stays_to_the_letter(engine: Engine, model: Choosing) -> None:
    model.answers = ["THE dog sleeps long.", "The dog eats."]
    begun = [Beginning("The  dog", 2), Beginning("THE ", 1), Beginning("A dog", 2), Beginning("", 0)]
    model.options.clear()
    assert [each.text for each in engine.continued("Hunden sover.", begun)] == [
        "The  dog eats.",
        "THE dog sleeps long.",
    ]
    assert len(model.options) == 1


def test_the_model_gets_what_it_would_have_written_itself(engine: Engine, model: Choosing) -> None:
    model.answers = ["Write to X1 today."]
    [found] = engine.continued("– Skriv til ole@x.no.", [Beginning.typed("– Write to ole@x.no ")])
    assert found.text == "– Write to ole@x.no today."
    assert model.options[-1]["target_prefix"] == [["▁Write", "▁to", "▁X1"]]
    model.answers = ["See the house today."]
    [found] = engine.continued("SE HUSET I DAG.", [Beginning.typed("SEE THE ")])
    assert found.text == "SEE THE HOUSE TODAY."


def test_near_a_wanted_translation_the_model_is_drawn_to_it_and_not_bound(engine: Engine, model: Choosing) -> None:
    model.answers = ["The dog sleeps.", "A dog sleeps."]
    assert engine.near("Hunden sover.", "The dog", 4)[0].text == "The dog sleeps."
    options = model.options[-1]
    assert options["target_prefix"] == [["▁The", "▁dog"]] and 0 < options["prefix_bias_beta"] < 1
