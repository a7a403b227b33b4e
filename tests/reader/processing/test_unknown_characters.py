"""Characters that are not in a model's vocabulary come through a translation unchanged."""

import re
from collections import Counter
from unicodedata import normalize

import pytest
from hypothesis import given, strategies as st

from reader.engine import Engine
from reader.packages import find_packages
from reader.processing import Placeholders, plan, unspellable
from reader.processing.token import Token, TokenKind

pytestmark = pytest.mark.usefixtures("shipped_pair")

TEXTS = st.text(st.sampled_from("abå X1. ,\n-😀👍🏽\u200d北京мир\u0301ź"), max_size=40)


def is_spelt(text: str) -> bool:
    return all(ord(character) < 0x250 and character != "ź" for character in normalize("NFC", text))


def tokens(text: str, *spans: tuple[int, int]) -> list[Token]:
    return [Token(start, end, TokenKind.SCRIPT, text[start:end]) for start, end in spans]


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end in unspellable(text, is_spelt)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(find_packages().choose("nb", "en"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blåbær på brød.", []),
        ("Hun bor i Łódź nå.", ["Łódź"]),  # words stay whole
        ("Han sa «Привет, как дела?» og gikk.", ["Привет, как дела"]),
        ("Glad 😀 i dag 🎉🎉!", ["😀", "🎉🎉"]),
        ("En familie 👨‍👩‍👧 og 👍🏽", ["👨‍👩‍👧", "👍🏽"]),
        ("北京\n上海", ["北京", "上海"]),  # a line break separates
        ("北京\t上海", ["北京", "上海"]),
        ("Hun gikk på skøyter.".replace("å", "a\u030a"), []),  # the letter composed with its ring is known
        ("Hun het Lucy\u0301 og z\u0301ofia.", ["z\u0301ofia"]),
        ("Trykk 1️⃣ eller 2.", ["1️⃣"]),
        ("Skottland 🏴󠁧󠁢󠁳󠁣󠁴󠁿 vant.", ["🏴󠁧󠁢󠁳󠁣󠁴󠁿"]),
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
    # Marks and joiners belong to the character before them, where both together are known.
    assert all(is_spelt(character) or character in "\u0301\u200d\U0001f3fd" for character in outside)
    assert not any(text[start].isspace() or text[end - 1].isspace() for start, end in spans)


@given(TEXTS)
def test_what_stands_in_is_none_of_the_texts_words_and_goes_back_to_what_it_stood_for(text: str) -> None:
    spans = unspellable(text, is_spelt)
    placeholders = Placeholders.of(text, tokens(text, *spans))
    assert not any(name in text for name in placeholders.originals)
    assert [original.text for original in placeholders.originals.values()] == [text[slice(*span)] for span in spans]
    # Each is a separate word, whatever is beside it.
    assert all(re.search(rf"\b{name}\b", placeholders.text) for name in placeholders.originals)
    assert placeholders.restored(placeholders.text).text == text
    assert placeholders.misplaced(placeholders.text) == 0
    assert placeholders.misplaced("") == len(spans)


def test_what_got_lost_came_twice_or_was_made_up_is_counted() -> None:
    placeholders = Placeholders.of("★ og ♥, X1", tokens("★ og ♥, X1", (0, 1), (5, 6)))
    assert placeholders.text == "X2 og X3, X1"
    assert [placeholders.misplaced(text) for text in ("X3 X2", "X2 X1", "X2 X2 X3", "X2, X3 and X4", "aX2b X3")] == [
        0,
        1,
        1,
        1,
        0,
    ]
    assert placeholders.restored("aX2b X3, X1").text == "a★b ♥, X1"


@pytest.mark.parametrize(
    ("source", "said", "kept"),
    [
        ("Slik (★) historie", "Such (X1)-history", "Such (★) history"),
        ("Slik (★)-historie", "Such (X1)-history", "Such (★)-history"),
        ("Slik ★ historie", "Such X1-history", "Such ★ history"),
    ],
)
def test_a_word_beside_it_makes_no_compound_unless_there_was_one(source: str, said: str, kept: str) -> None:
    placeholders = Placeholders.of(source, tokens(source, *unspellable(source, is_spelt)))
    assert placeholders.restored(placeholders.apart(said)).text == kept


def test_a_plan_gives_the_model_words_for_it_and_puts_it_back() -> None:
    text = "Ordet «мир» betyr fred, X1."
    found = tokens(text, *unspellable(text, is_spelt))
    planned = plan(text, found)
    assert planned.pieces == ("Ordet «X2» betyr fred, X1.",)
    joined = planned.join(["The word “X2” means peace, X1."])
    assert planned.placeholders.restored(joined).text == "The word “мир” means peace, X1."


SENTENCES = [
    "Hun er glad 😀 i dag 🎉🎉.",
    "Han heter 王小明 og kommer fra 北京.",
    "Skriv עברית her.",
    "hei😀hei",
    "Мир",
    "😀",
    "Ring X1 og X2 i Łódź, sa Привет.",
    "😀Hei på deg, hvordan går det?",
    "Gratulerer🎉 med dagen!",
    "Det er ★5 av ★6 mulige.",
    "Trykk 1️⃣ eller 2.",
    "Hun fra 北京 bor i 北京市 nå.",
    "Du★ 1700-tallet trenger ikke betale noe nå.",
    "Middagen ♥er klar 50-årsdagen om ti minutter.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_other_scripts_and_emoji_come_back_as_they_are(engine: Engine, sentence: str) -> None:
    [hypothesis] = engine.translate([sentence])
    assert signs(hypothesis.text) == signs(sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("nb", "Det koster 10 € eller 20 €."),
        ("nb", "Det er x < 5 og y > 3."),
        ("nb", "Velg Fil → Åpne nå."),
        ("nb", "⭐ Årets beste bok"),
        ("nb", "Det er 10⁶ ganger 3·10⁻³ mol."),
        ("nb", "Huset er på 50 m² og har CO₂-måler™, side № 5."),
        ("nb", "Som sagt tidligere¹² tar det ½ time."),
        ("en", "It costs £5, or €6."),
        ("en", "The value f{x} is `set` in C:\\temp."),
        ("en", "Rating: ⭐⭐⭐⭐"),
    ],
)
def test_signs_that_no_model_learned_or_that_are_taken_for_others_come_back(source: str, sentence: str) -> None:
    target = {"nb": "en", "en": "nb"}[source]
    [hypothesis] = Engine(find_packages().choose(source, target), linking=False).translate([sentence])
    wanted = Counter(re.findall(r"[€£<>→⭐⁰-₉²³¹™№½{}`\\]", sentence))
    assert Counter(re.findall(r"[€£<>→⭐⁰-₉²³¹™№½{}`\\]", hypothesis.text)) == wanted
    assert "\u2044" not in hypothesis.text  # of 1⁄2
    assert "tidligere" not in hypothesis.text


SIGNS = st.sampled_from(["★", "♥", "😀", "北京", "мир", "👍🏽", "1️⃣"])
WORDS = st.sampled_from(
    ["Middagen", "er", "klar", "i", "1700-tallet", "og", "50-årsdagen", "B12-vitamin", "Oslo", "12", "5.000"]
)


@given(st.lists(st.tuples(WORDS, SIGNS | st.just(""), st.sampled_from(["", " "])), min_size=1, max_size=8))
def test_nothing_that_stands_in_is_left_in_a_translation(engine: Engine, parts: list[tuple[str, str, str]]) -> None:
    sentence = " ".join(word + space * bool(sign) + sign for word, sign, space in parts) + "."
    [hypothesis] = engine.translate([sentence])
    assert signs(hypothesis.text) == signs(sentence)


def signs(text: str) -> Counter[str]:
    """The characters that Latin text does not have, and possible placeholders."""
    return Counter(re.findall(r"X[0-9]+|[^\x00-\u024f\u2000-\u206f]", text))


def test_letters_with_their_marks_apart_are_translated_like_others(engine: Engine) -> None:
    sentence = "Hun går på skolen hver dag."
    together, apart, soft = engine.translate(
        [sentence, normalize("NFD", sentence), "Hun går på sko\u00adlen hver dag."]
    )
    assert apart.text == soft.text == together.text


def test_quotation_marks_within_it_stay_as_they_are(engine: Engine) -> None:
    [hypothesis] = engine.translate(["Han sa «Привет, «да» это» og gikk."])
    assert "Привет, «да» это" in hypothesis.text


def test_a_long_stretch_of_it_costs_no_links_around_it(engine: Engine) -> None:
    sentences = [f"Hun leste «{'😀★' * count}» for barna i går." for count in (1, 120)]
    few, many = (
        [link for link in hypothesis.links if sentence[link[0]].isalpha()]
        for sentence, hypothesis in zip(sentences, engine.translate(sentences), strict=True)
    )
    assert len(many) == len(few) > 5


def test_each_is_linked_to_itself_and_to_nothing_else(engine: Engine) -> None:
    names = ["김철수", "محمد", "ნინო", "日本"]
    sentence = f"De heter {names[0]}, {names[1]} og {names[2]} og bor i {names[3]}."
    [hypothesis] = engine.translate([sentence])
    linked = [(sentence[a:b], hypothesis.text[c:d]) for a, b, c, d, _ in hypothesis.links]
    assert {pair for pair in linked if not all(map(str.isascii, pair))} == {(name, name) for name in names}
    assert ("bor", "live") in linked


def test_signs_are_made_no_part_of_a_word() -> None:
    engine = Engine(find_packages().choose("en", "nb"))
    shop, beans = engine.translate(["The ☕ shop is open.", "Buy ☕-beans now."])
    assert "☕ " in shop.text
    assert "☕-" in beans.text


def test_words_around_it_are_linked(engine: Engine) -> None:
    sentence = "Hun bor i 北京 i dag."
    [hypothesis] = engine.translate([sentence])
    linked = {(sentence[a:b], hypothesis.text[c:d]) for a, b, c, d, _ in hypothesis.links}
    assert ("北京", "北京") in linked and any(source == "bor" for source, _ in linked)


def test_a_verbatim_span_is_a_stretch_of_its_own() -> None:
    text = "a \ufdd0b c\ufdd1 \ufdd0d\ufdd1 😀, 😀"
    spans = unspellable(text, lambda character: character not in "😀\ufdd0\ufdd1")
    assert [text[slice(*span)] for span in spans] == ["\ufdd0b c\ufdd1", "\ufdd0d\ufdd1", "😀, 😀"]
