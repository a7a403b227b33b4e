"""What a model's vocabulary cannot spell comes through a translation as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.argos import find_packages
from reader.care import plan, plan_around
from reader.engine import Engine
from reader.stand_ins import StandIns
from reader.unspellable import unspellable

pytestmark = pytest.mark.usefixtures("shipped_pair")

TEXTS = st.text(st.sampled_from("abå X1. ,\n-😀👍🏽\u200d北京мир\u0301ź"), max_size=40)


def is_spelt(character: str) -> bool:
    return ord(character) < 0x250 and character != "ź"


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end in unspellable(text, is_spelt)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(find_packages().choose("nb", "en"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blåbær på brød.", []),
        ("Hun bor i Łódź nå.", ["Łódź"]),  # a word is not cut
        ("Han sa «Привет, как дела?» og gikk.", ["Привет, как дела"]),
        ("Glad 😀 i dag 🎉🎉!", ["😀", "🎉🎉"]),
        ("En familie 👨‍👩‍👧 og 👍🏽", ["👨‍👩‍👧", "👍🏽"]),
        ("北京\n上海", ["北京", "上海"]),  # a line break is layout
    ],
)
def test_stretches_are_of_whole_words_and_signs(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected


@given(TEXTS)
def test_stretches_are_in_order_hold_all_that_cannot_be_spelt_and_begin_and_end_with_it_or_its_word(text: str) -> None:
    spans = unspellable(text, is_spelt)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    outside = "".join(character for i, character in enumerate(text) if not any(a <= i < b for a, b in spans))
    # Marks and joiners belong to what they stand behind.
    assert all(is_spelt(character) or character in "\u0301\u200d\U0001f3fd" for character in outside)
    assert not any(text[start].isspace() or text[end - 1].isspace() for start, end in spans)


@given(TEXTS)
def test_what_stands_in_is_none_of_the_texts_words_and_goes_back_to_what_it_stood_for(text: str) -> None:
    spans = unspellable(text, is_spelt)
    stand_ins = StandIns.of(text, spans)
    assert not any(name in text.split() for name in stand_ins.originals)
    assert len(stand_ins.originals) == len(spans)
    apart = StandIns(stand_ins.text, {name: f" {name} " for name in stand_ins.originals})
    assert stand_ins.lost(text) == 0
    if all(f" {name} " in f" {stand_ins.text} " for name in stand_ins.originals):
        assert stand_ins.restored(stand_ins.text) == text
    assert apart.lost("") == len(spans)


def test_a_plan_gives_the_model_words_for_it_and_puts_it_back() -> None:
    text = "Ordet «мир» betyr fred, X1."
    spans = unspellable(text, is_spelt)
    planned = plan(text, spans)
    assert planned.pieces == ("Ordet «X2» betyr fred, X1.",)
    assert planned.join(["The word “X2” means peace, X1."]) == "The word “мир” means peace, X1."
    around = plan_around(text, spans)
    assert "мир" not in "".join(around.pieces)
    assert "мир" in around.join(["a"] * len(around.pieces))


@pytest.mark.parametrize(
    "sentence",
    [
        "Hun er glad 😀 i dag 🎉🎉.",
        "Han heter 王小明 og kommer fra 北京.",
        "Skriv עברית her.",
        "hei😀hei",
        "Мир",
        "😀",
        "Ring X1 og X2 i Łódź, sa Привет.",
    ],
)
def test_other_scripts_and_emoji_come_back_as_they_are(engine: Engine, sentence: str) -> None:
    [hypothesis] = engine.translate([sentence])
    foreign = [sentence[slice(*span)] for span in engine._model.unspellable(sentence)]
    assert foreign
    assert all(stretch in hypothesis.text for stretch in foreign)
    assert "\ufffd" not in hypothesis.text


def test_words_around_it_are_linked(engine: Engine) -> None:
    sentence = "Hun bor i 北京 i dag."
    [hypothesis] = engine.translate([sentence])
    linked = {(sentence[a:b], hypothesis.text[c:d]) for a, b, c, d, _ in hypothesis.links}
    assert ("北京", "北京") in linked and any(source == "bor" for source, _ in linked)
