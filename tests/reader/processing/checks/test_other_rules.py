"""The rules about length, repetition, what was left untranslated, quotation marks and brackets."""

import pytest
from hypothesis import given, strategies as st

from reader.processing import findings, warnings
from tests.reader.processing.texts import TEXTS

NB_EN = ("nb", "en")
LONG = (
    "Kommunestyret vedtok i går kveld å bygge en ny skole ved elven, selv om flere av naboene hadde klaget på planen."
)
WHOLE = (
    "Last night the municipal council decided to build a new school by the river, although neighbours had complained."
)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (WHOLE, ()),
        ("Last night the municipal council decided to build.", ("short",)),
        (
            f"{WHOLE} The plan had been known for quite some years, and it was one that many had forgotten.",
            ("long",),
        ),
    ],
    ids=["whole", "half", "more"],
)
def test_half_a_sentence_and_half_as_much_again_are_told(target: str, expected: tuple[str, ...]) -> None:
    assert warnings(LONG, target, NB_EN) == expected
    assert warnings(LONG, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "rule", "word"),
    [
        ("Han sa «nei» til det.", "He said “no to that.", "quotation", "“"),
        ("Huset (det røde) brant.", "The house (the red one burnt.", "bracket", "("),
        ("Huset brant.", "The house burnt).", "bracket", ")"),
        ("Han er i huset.", "He is in the the house.", "repetition", "the the"),
        (
            "Så sa han at det er en og samme.",
            "Then he said that det er en og samme.",
            "untranslated",
            "det er en og samme",
        ),
    ],
)
def test_what_is_wrong_is_named_and_placed(source: str, target: str, rule: str, word: str) -> None:
    [found] = findings(source, target, NB_EN)
    assert (found.rule, found.word) == (rule, word)
    assert target[slice(*found.target[0])] == word


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("«Ja, sa han. Vi går.", "“Yes, he said. We are going."),
        ("a) Les dette", "a) Read this"),
        ("Så fint :)", "How nice :)"),
        ('5 tommer (5")', '5 inches (5")'),
        ("– Ja, sa han.", "“Yes,” he said."),
    ],
)
def test_marks_that_need_no_partner_are_not_told(source: str, target: str) -> None:
    assert warnings(source, target, NB_EN) == ()


@given(source=TEXTS, target=TEXTS, languages=st.sampled_from([("nb", "en"), ("en", "nb"), ("", ""), ("nn", "en")]))
def test_spans_are_in_the_texts_and_have_the_word(source: str, target: str, languages: tuple[str, str]) -> None:
    for found in findings(source, target, languages):
        for text, spans in ((source, found.source), (target, found.target)):
            assert all(0 <= start < end <= len(text) for start, end in spans)
        named = [source[slice(*span)] for span in found.source] or [target[slice(*span)] for span in found.target]
        assert found.word == (named[0] if named else "")
        assert not found.instead or target[slice(*found.target[0])] == found.instead


@given(text=TEXTS, language=st.sampled_from(["nb", "en", "de", ""]))
def test_a_text_against_itself_in_its_own_language_may_only_be_untranslated(text: str, language: str) -> None:
    assert {each.rule for each in findings(text, text, (language, language))} <= {"untranslated"}
