"""Translations that come with a document are shown as they are, and those that people made count as checked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.memory import Judgement
from reader.text import Document, Given, GivenSegment, GivenState, Mark, MarkKind, Paragraph
from reader.translation import given_sentences, with_given

TEXT = "Ja da. Nei da. Kanskje det."


def document(
    *segments: GivenSegment, paragraphs: Sequence[Paragraph] = (Paragraph(TEXT),), target: str = "en"
) -> Document:
    return Document("", tuple(paragraphs), None, "nb", certain=True, given=Given(target, segments))


def found(read: Document, source: str = "nb", target: str = "en") -> dict[str, str]:
    return {key: each.text for key, each in given_sentences(read, source, target).items()}


def test_a_segment_that_is_a_sentence_gives_its_translation() -> None:
    read = document(GivenSegment(0, (0, 6), "Yes."), GivenSegment(0, (15, 27), " Maybe. "))
    assert found(read) == {"Ja da.": "Yes.", "Kanskje det.": "Maybe."}


def test_segments_that_are_one_sentence_are_put_together() -> None:
    read = document(GivenSegment(0, (0, 3), "Yes"), GivenSegment(0, (3, 6), "then."), GivenSegment(0, (7, 14), "No."))
    assert found(read) == {"Ja da.": "Yes then.", "Nei da.": "No."}


def test_a_segment_of_several_sentences_is_divided_if_its_translation_has_as_many() -> None:
    assert found(document(GivenSegment(0, (0, 14), "Yes it is. No it is not."))) == {
        "Ja da.": "Yes it is.",
        "Nei da.": "No it is not.",
    }
    assert found(document(GivenSegment(0, (0, 14), "Yes and no."), GivenSegment(0, (15, 27), "Maybe."))) == {
        "Kanskje det.": "Maybe."
    }


def test_what_stays_to_the_letter_has_signs_as_it_is_asked_for() -> None:
    marks = (Mark(5, 9, MarkKind.CODE), Mark(10, 13, MarkKind.NOTE, "#note:0"))
    read = document(GivenSegment(0, (0, 13), "Use it() ."), paragraphs=[Paragraph("Bruk it() [1]", marks=marks)])
    [(key, text)] = found(read).items()
    assert key != "Bruk it()" and text.startswith("Use ") and "it()" in text and text != "Use it() ."


@pytest.mark.parametrize("languages", [("nb", "de"), ("en", "nb"), ("de", "en")])
def test_in_other_languages_nothing_is_given(languages: tuple[str, str]) -> None:
    assert found(document(GivenSegment(0, (0, 6), "Yes.")), *languages) == {}


def test_what_is_read_as_norwegian_is_given_all_the_same_and_so_is_what_names_no_language() -> None:
    read = replace(document(GivenSegment(0, (0, 6), "Yes."), target=""), language="nn")
    assert found(read) == {"Ja da.": "Yes."}


def test_what_people_made_counts_as_checked_unless_the_memory_knows_better() -> None:
    read = document(
        GivenSegment(0, (0, 6), "Yes."),
        GivenSegment(0, (7, 14), "No.", GivenState.MACHINE),
        GivenSegment(0, (15, 27), "M."),
    )
    pairs = [("Ja da.", "Yes."), ("Ja da.", "Yeah."), ("Nei da.", "No."), ("Kanskje det.", "M.")]
    known = {pairs[3]: Judgement(dismissed=frozenset({"short"}))}
    look_up = with_given(lambda _, asked: {pair: known[pair] for pair in asked if pair in known}, read)
    assert look_up(("nb", "en"), pairs) == {pairs[0]: Judgement(accepted=True), **known}


def test_of_some_rows_their_sentences_are_enough() -> None:
    three = [Paragraph(f"Nummer {number}.") for number in range(3)]
    read = document(*(GivenSegment(row, (0, 9), f"Number {row}.") for row in range(3)), paragraphs=three)
    part = {key: each.text for key, each in given_sentences(read, "nb", "en", range(1, 2)).items()}
    assert part == {"Nummer 1.": "Number 1."} and len(found(read)) == 3


def test_another_document_is_asked_about_after_the_first() -> None:
    one, other = document(GivenSegment(0, (0, 6), "Yes.")), document(GivenSegment(0, (0, 6), "Yeah."))
    assert [found(one), found(other), found(one)] == [{"Ja da.": "Yes."}, {"Ja da.": "Yeah."}, {"Ja da.": "Yes."}]
    assert found(replace(one, given=None)) == {}
