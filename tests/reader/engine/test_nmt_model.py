"""How a model is called: what goes into one call, and where the work can be cancelled."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, current_thread, enumerate as enumerate_threads, main_thread

import pytest

import reader.engine.nmt_model
from reader.engine import Engine
from reader.engine.nmt_model import Model
from reader.errors import CancelledError
from reader.packages import LanguagePackage
from tests.reader.engine.echo import Echo, Tokens

# The most that one call may cost per core, in tokens times steps: stated here so that it is not raised by accident.
MOST = 2 * 60_000


@pytest.fixture
def model(echo: Echo, package: LanguagePackage, tmp_path: Path) -> Model:
    return Model(package, tmp_path)


WORDS = " ".join(f"ord{n}" for n in range(4000))  # without a full stop
IDEOGRAPHS = "".join(chr(0x4E00 + n % 5000) for n in range(50_000))


@pytest.mark.parametrize("text", [WORDS, IDEOGRAPHS], ids=["4,000 words", "50,000 ideographs"])
def test_a_call_is_bounded_and_before_each_is_a_look_at_cancelled(model: Model, echo: Echo, text: str) -> None:
    looks: list[int] = []

    def cancelled() -> bool:
        looks.append(len(echo.calls))
        return False

    list(model.translate([text], attention=False, cancelled=cancelled))
    assert len(echo.calls) > 5
    assert looks == list(range(len(echo.calls)))
    costs = [steps * sum(map(len, call)) for call, steps in zip(echo.calls, echo.steps, strict=True)]
    assert max(costs) <= MOST


def test_a_wider_search_is_bounded_as_well(echo: Echo, package: LanguagePackage, tmp_path: Path) -> None:
    wide = replace(package, beam_search=replace(package.beam_search, beam_size=8))
    list(Model(wide, tmp_path).translate([" ".join(["ord"] * 30)] * 1000, attention=False))
    several = [(call, steps) for call, steps in zip(echo.calls, echo.steps, strict=True) if len(call) > 1]
    assert several
    assert max(steps * sum(map(len, call)) for call, steps in several) <= MOST // 2


def test_many_sentences_are_bounded_too(model: Model, echo: Echo) -> None:
    list(model.translate([IDEOGRAPHS[:90]] * 100, attention=False))
    costs = [steps * sum(map(len, call)) for call, steps in zip(echo.calls, echo.steps, strict=True)]
    assert MOST / 2 < max(costs) <= MOST


def test_usual_sentences_are_one_call(model: Model, echo: Echo) -> None:
    list(model.translate([" ".join(["ord"] * 30)] * 20, attention=False))
    assert len(echo.calls) == 1


def test_nothing_of_a_long_sentence_is_left_out(model: Model) -> None:
    [piece] = model.translate([WORDS], attention=False)
    assert piece.text == WORDS


def test_a_long_text_is_not_cut_into_tokens_again_and_again(
    model: Model, echo: Echo, package: LanguagePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokenizer = Tokens()
    monkeypatch.setattr(reader.engine.nmt_model, "load_tokenizer", lambda package: tokenizer)
    list(Model(package, tmp_path).translate([IDEOGRAPHS], attention=False))
    assert sum(map(len, tokenizer.encoded)) < 10 * len(IDEOGRAPHS)


def test_cancelling_ends_before_the_next_call(model: Model, echo: Echo) -> None:
    with pytest.raises(CancelledError):
        list(model.translate([WORDS], attention=False, cancelled=lambda: len(echo.calls) == 3))
    assert len(echo.calls) == 3


def test_aligning_is_bounded_and_ends_when_cancelled(model: Model, echo: Echo) -> None:
    long = " ".join(f"ord{n}" for n in range(390))
    pairs = [(long, long)] * 10
    with pytest.raises(CancelledError):
        model.align(pairs, cancelled=lambda: len(echo.calls) == 3)
    assert [len(call) for call in echo.calls] == [1, 1, 1]


def test_usual_pairs_are_aligned_together(model: Model, echo: Echo) -> None:
    attentions = model.align([("en to tre", "one two three")] * 60)
    assert all(attention is not None for attention in attentions)
    assert [len(call) for call in echo.calls] == [60]


def test_what_is_too_long_to_be_aligned_is_not(model: Model, echo: Echo) -> None:
    assert model.align([(WORDS, "kort"), ("kort", IDEOGRAPHS), ("en to", "one two")])[:2] == [None, None]
    assert [len(call) for call in echo.calls] == [1]


@dataclass
class Busy:
    """A model whose call does not return until `ended` is set."""

    asked: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)

    def __call__(self) -> None:
        self.asked.set()
        self.ended.wait()


def test_cancelling_does_not_wait_for_the_model(echoing: Engine, echo: Echo) -> None:
    echo.on_call = busy = Busy()
    try:
        with pytest.raises(CancelledError):
            echoing.translate([WORDS], cancelled=busy.asked.is_set)
        assert not busy.ended.is_set()
    finally:
        busy.ended.set()


def test_after_cancelling_the_model_is_not_asked_again(echoing: Engine, echo: Echo) -> None:
    with pytest.raises(CancelledError):
        echoing.translate([WORDS, "Nei."], cancelled=lambda: len(echo.calls) > 1)
    assert len(echo.calls) <= 4  # two waves, in separate calls


def test_an_interrupt_ends_the_waves_as_well(echoing: Engine, echo: Echo) -> None:
    echo.on_call = busy = Busy()

    def interrupted() -> bool:
        if current_thread() is main_thread() and busy.asked.is_set():
            raise KeyboardInterrupt
        return False

    before = set(enumerate_threads())
    with pytest.raises(KeyboardInterrupt):
        echoing.translate([WORDS], cancelled=interrupted)
    busy.ended.set()
    for thread in set(enumerate_threads()) - before:
        thread.join()
    assert len(echo.calls) == 1


@pytest.mark.parametrize("linking", [False, True])
def test_no_table_is_made_of_all_words_of_a_very_long_sentence(
    echoing: Engine, monkeypatch: pytest.MonkeyPatch, linking: bool
) -> None:
    def refused(source: str, target: str, *_: object) -> tuple[()]:
        assert len(source.split()) * len(target.split()) <= 250_000
        return ()

    monkeypatch.setattr("reader.engine.tokens_linked.word_links", refused)
    figures = "\t".join(map(str, range(600)))
    [hypothesis, _] = echoing.translate([f"Sum her\t{figures}", " ".join(WORDS.split()[:600])], linking=linking)
    assert hypothesis.text == f"Sum her\t{figures}"
    assert echoing.align([(figures, figures)]) == [()]
