"""Sentences without their tokens, and tokens back in their translations."""

import pytest
from hypothesis import given, strategies as st

from reader.processing import Splices, Token, Without, units
from reader.processing.token import TokenKind
from reader.text import word_spans

Link = tuple[int, int, int, int, float]


def marked(text: str) -> tuple[str, list[Token]]:
    """A text with tokens written in upper case between pipes, without the pipes."""
    tokens, bare = [], ""
    for number, part in enumerate(text.split("|")):
        if number % 2:
            tokens.append(Token(len(bare), len(bare) + len(part), TokenKind.CODE, part))
        bare += part
    return bare, tokens


def linked(source: str, target: str, order: list[int]) -> list[Link]:
    """Links from the n-th word of the source to the word of the target with the n-th number."""
    ours, theirs = word_spans(source), word_spans(target)
    return [(*ours[i], *theirs[j], 0.9) for i, j in enumerate(order) if j >= 0]


def put_in(marked_text: str, translation: str, order: list[int]) -> str:
    sentence, tokens = marked(marked_text)
    without = Without.of(sentence, tokens)
    result, pairs = without.into(translation, linked(without.text, translation, order))
    assert [sentence[a:b] for (a, b), _ in pairs]
    return result.text


@pytest.mark.parametrize(
    ("sentence", "without"),
    [
        ("Kjør |A| nå.", "Kjør nå."),
        ("Kjør |A|, så |B|.", "Kjør, så."),
        ("|A| er ny.", "er ny."),
        ("Den (|A|) er ny.", "Den er ny."),
        ("Han leste «|A|» i går.", "Han leste i går."),
        ("Hun kjører |A|-kommandoen nå.", "Hun kjører kommandoen nå."),
        ("Se her: |A|", "Se her:"),
        ("|A|", ""),
    ],
)
def test_no_double_space_and_no_empty_brackets_are_left(sentence: str, without: str) -> None:
    assert Without.of(*marked(sentence)).text == without


@pytest.mark.parametrize(
    ("sentence", "translation", "order", "expected"),
    [
        ("Kjør |A| nå.", "Run now.", [0, 1], "Run A now."),
        ("Han kjører |A| nå.", "Now he runs.", [1, 2, 0], "Now he runs A."),
        ("Han sover |A|.", "He sleeps.", [0, 1], "He sleeps A."),
        ("Han sover. |A|", "He sleeps.", [0, 1], "He sleeps. A"),
        ("|A| er ny.", "Is new.", [0, 1], "A is new."),
        ("Den (|A|) er ny.", "It is new.", [0, 1, 2], "It (A) is new."),
        ("Se, |A| er ny.", "Look, is new.", [0, 1, 2], "Look, A is new."),
        ("Se |A|, den er ny.", "See, it is new.", [0, 1, 2, 3], "See A, it is new."),
        ("Hun kjører |A|-kommandoen nå.", "She runs the command now.", [0, 1, 3, 4], "She runs the A-command now."),
        ("Se her: |A|", "See here:", [0, 1], "See here: A"),
        ("Kjør |A| nå og |B| her.", "Run now and here.", [0, 1, 2, 3], "Run A now and B here."),
        ("Kjør |A| nå og |B| her.", "Run now and here.", [], "Run A now and B here."),
        ("Kjør |A| nå.", "", [], "A"),
    ],
    ids=str,
)
def test_a_token_goes_beside_the_word_that_its_neighbour_is_linked_to(
    sentence: str, translation: str, order: list[int], expected: str
) -> None:
    assert put_in(sentence, translation, order) == expected


TEXTS = st.lists(st.sampled_from(["Ord", "på", "|A1|", "|{b}|", "|😀|", "(|C|)", ",", ".", "«", "»", "-"]), max_size=9)


@pytest.mark.parametrize(
    ("sentence", "translation", "order", "expected"),
    [
        ("|N.JS|-eieren er her.", "The owner is here.", [1, 2, 3], "The N.JS owner is here."),
        ("Hun så |N.JS|-eieren.", "She saw the owner.", [0, 1, 3], "She saw the N.JS-owner."),
        ("Hun så |N.JS|-eieren.", "She saw the owner.", [0, 1, 2], "She saw the N.JS owner."),
    ],
)
def test_an_article_stands_before_the_compound_of_a_token(
    sentence: str, translation: str, order: list[int], expected: str
) -> None:
    assert put_in(sentence, translation, order) == expected


@given(TEXTS, st.lists(st.sampled_from(["word", "on", ",", ".", "(", "»"]), max_size=8), st.data())
def test_every_token_is_in_whatever_the_translation_and_its_links_are(
    parts: list[str], said: list[str], data: st.DataObject
) -> None:
    sentence, tokens = marked(" ".join(parts))
    without, translation = Without.of(sentence, tokens), " ".join(said)
    ours, theirs = word_spans(without.text), word_spans(translation)
    pairs = st.tuples(st.sampled_from(ours), st.sampled_from(theirs)) if ours and theirs else st.nothing()
    links = [(*a, *b, 0.5) for a, b in data.draw(st.lists(pairs))]
    result, places = without.into(translation, links)
    assert len(places) == len(tokens)
    for (a, b), (c, d) in places:
        assert sentence[a:b].strip() == result.text[c:d].strip()


@given(st.text("ab 1", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.text("XY", max_size=3)), max_size=3))
def test_spliced_texts_know_where_everything_is_in_both(text: str, insertions: list[tuple[int, str]]) -> None:
    places = sorted((min(place, len(text)), other) for place, other in insertions)
    spliced = Splices.of(text, [(place, place, other) for place, other in places])
    for place, character in enumerate(text):
        start, end = spliced.after((place, place + 1))
        assert spliced.text[start:end] == character
        assert spliced.before((start, end)) == (place, place + 1)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Se |A| og |B|.", ["A", "B"]),
        ("Se |A|, |B| nå.", ["A, B"]),
        ("Se |A||B| nå.", ["AB"]),
        ("Se |A| |B|/|C| nå.", ["A B/C"]),
        ("Se |A|. |B| nå.", ["A", "B"]),
        ("Se |A|\n|B| nå.", ["A", "B"]),
    ],
)
def test_tokens_that_stand_together_are_one(sentence: str, expected: list[str]) -> None:
    text, tokens = marked(sentence)
    assert [token.written for token in units(text, tokens)] == expected
    assert [text[token.start : token.end] for token in units(text, tokens)] == expected


def test_what_a_model_cannot_spell_is_part_of_the_token_that_it_overlaps() -> None:
    token = Token(3, 8, TokenKind.QUANTITY, "2.5 km")
    [unit] = units("er 2,5 km² og", [token], [(7, 10)])
    assert (unit.start, unit.end) == (3, 10)
    assert unit.written.startswith("2.5 km")
