"""Marks and dashes become those of the language as they are typed."""

import pytest
from hypothesis import given, strategies

from reader.processing import typed_edit


def typed(keys: str, language: str, source: str = "", before: str = "", after: str = "") -> str:
    """The text after typing keys between others."""
    text = before
    for key in keys:
        text += key
        edit = typed_edit(text + after, len(text), source, language)
        if edit is not None:
            text = text[: edit[0]] + edit[2] + text[edit[1] :]
    return text + after


BOTH = {
    "Don't, it's the dogs' house": "Don’t, it’s the dogs’ house",
    "a - b": "a – b",
    "a -- b": "a – b",
    "2010--2015": "2010–2015",
    '5" and 6\', 27" or 5\'11"': '5" and 6\', 27" or 5\'11"',
    "inn- og utland": "inn- og utland",
    "-5": "-5",
    "- a point": "- a point",
    "-- a rule": "-- a rule",
    "git --help": "git --help",
    "a --> b, <!--a, <-- b, a---b": "a --> b, <!--a, <-- b, a---b",
    "print(\"a\") f('x')": "print(\"a\") f('x')",
    '`x = "a"`': '`x = "a"`',
    "https://a.no/b--c": "https://a.no/b--c",
    'a href="b"': 'a href="b"',
}


@pytest.mark.parametrize("keys", BOTH)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_typed_signs_are_those_of_both_languages(keys: str, language: str) -> None:
    assert typed(keys, language) == BOTH[keys]


@pytest.mark.parametrize(
    ("keys", "norwegian", "english"),
    [
        ('"Ja"', "«Ja»", "“Ja”"),
        ('("Ja")', "(«Ja»)", "(“Ja”)"),
        ('"Ja," she said.', "«Ja,» she said.", "“Ja,” she said."),
        ('She "said "yes" now".', "She «said ‘yes’ now».", "She “said ‘yes’ now”."),
        ("\"'Ja' she\" and", "«‘Ja’ she» and", "“‘Ja’ she” and"),
        ('"It\'s 1990"', "«It’s 1990»", "“It’s 1990”"),
        ('"But I-"', "«But I-»", "“But I-”"),
        ("word--word", "word–word", "word—word"),
    ],
)
def test_each_language_has_marks_and_dashes_of_its_own(keys: str, norwegian: str, english: str) -> None:
    assert (typed(keys, "nb"), typed(keys, "nn"), typed(keys, "en")) == (norwegian, norwegian, english)


def test_other_languages_are_left_alone() -> None:
    assert typed('"a" - b', "de") == '"a" - b'


def test_english_marks_stay_straight_like_those_of_the_source() -> None:
    assert typed('"Yes, it\'s"', "en", 'Han sa "ja".') == '"Yes, it\'s"'
    assert typed('"Yes"', "en", "Han sa «ja».") == "“Yes”"
    assert typed('"Ja"', "nb", 'She said "yes".') == "«Ja»"


def test_a_straight_mark_that_was_there_is_closed_by_a_straight_one() -> None:
    assert typed('hei" og "ja"', "nb", before='"') == '"hei" og «ja»'


def test_a_mark_typed_before_and_behind_words_that_are_there_fits_them() -> None:
    assert typed('"', "en", before="He said ", after="yes.") == "He said “yes."
    assert typed('"', "en", before="He said “yes", after=".") == "He said “yes”."


def test_what_is_inside_a_token_is_left_alone() -> None:
    assert typed("'", "en", before="see https://a.no/b", after="c") == "see https://a.no/b'c"
    assert typed('"', "en", before="see https://a.no/b", after="c") == 'see https://a.no/b"c'


@given(strategies.text(alphabet="ab5 \"'-«»“”‘’(`\n", max_size=30), strategies.sampled_from(["nb", "en"]))
def test_an_edit_touches_nothing_but_marks_and_hyphens_typed_just_now(text: str, language: str) -> None:
    for end in range(1, len(text) + 1):
        edit = typed_edit(text, end, "", language)
        if edit is not None:
            assert end - 3 <= edit[0] < edit[1] <= end
            assert set(text[edit[0] : edit[1]]) <= set("\"'-")
            assert edit[2] in tuple("«»“”‘’–—")


def test_only_the_surroundings_of_the_cursor_are_looked_at() -> None:
    """What is further away could not be read while a key is pressed."""
    far = "`" + "a " * 5000
    assert typed_edit(f'{far}"', len(far) + 1, "", "nb") == (len(far), len(far) + 1, "«")
