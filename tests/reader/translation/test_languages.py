"""Paragraphs that are left as they are, and documents that are read as in a language like theirs."""

import json
from pathlib import Path
from random import Random

import pytest

from reader.export import as_json, tmx_bytes
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages
from reader.parallel import Hypothesis, ParallelText, RowForced, State, paragraph_key, pending_row
from reader.text import Document, Paragraph
from reader.translation import languages_of, leaving, read_as_other, recall, translate
from tests.fake_translator import FakeTranslator
from tests.paragraphs_in import paragraph
from tests.versions import with_texts

NORWEGIAN, ENGLISH, GERMAN = (paragraph(code, Random(7)) for code in ("nb", "en", "de"))


def packages(*pairs: str) -> Packages:
    found = (pair.split("_") for pair in pairs)
    return Packages(tuple(LanguagePackage(Path(f"{a}_{b}"), a, b, "1.0", starter=False) for a, b in found))


def document(*paragraphs: str, language: str = "nb") -> Document:
    return Document("t", tuple(map(Paragraph, paragraphs)), None, language, True)


def text_of(*paragraphs: str, language: str = "nb") -> ParallelText:
    return ParallelText.untranslated(document(*paragraphs, language=language), "nb", "en")


def finished(text: ParallelText, translator: FakeTranslator, memory: Memory | None = None) -> ParallelText:
    for event in translate(text.rows, "nb", translator, memory=memory, package="p", target="en", leave=leaving(text)):
        text.apply(event)
    return text


def test_paragraphs_in_other_languages_are_left_and_the_rest_is_translated(translator: FakeTranslator) -> None:
    text = finished(text_of(NORWEGIAN, ENGLISH, GERMAN, "Hei.", "No.", language="nb"), translator)
    assert [row.state.value for row in text.rows] == ["done", "same", "same", "done", "done"]
    assert [row.language for row in text.rows] == ["", "en", "de", "", ""]
    assert [text.rows[i].target for i in (1, 2)] == [ENGLISH, GERMAN]
    assert text.rows[0].target == NORWEGIAN.upper()


def test_what_is_left_is_no_translation(translator: FakeTranslator) -> None:
    text = finished(text_of(NORWEGIAN, GERMAN), translator)
    told = json.loads(as_json(text))["paragraphs"]
    assert [(each["state"], each.get("language")) for each in told] == [("done", None), ("same", "de")]
    assert GERMAN[:20] not in tmx_bytes(text).decode()


def test_a_paragraph_that_the_user_wants_translated_is(translator: FakeTranslator) -> None:
    text = finished(text_of(NORWEGIAN, GERMAN), translator)
    text.apply(RowForced(1, pending_row(text.rows[1].source)))
    assert text.outstanding() == [1]
    assert finished(text, translator).rows[1].target == GERMAN.upper()
    again = ParallelText.untranslated(text.document, "nb", "en", frozenset({paragraph_key(Paragraph(GERMAN))}))
    assert finished(again, translator).rows[1].state is State.DONE
    everything = ParallelText.untranslated(text.document, "nb", "en", None)
    assert finished(everything, translator).rows[1].state is State.DONE


def test_what_comes_late_does_not_undo_the_wish(translator: FakeTranslator) -> None:
    text = text_of(NORWEGIAN, GERMAN)
    late = list(translate(text.rows, "nb", translator, leave=leaving(text)))
    text.apply(RowForced(1, pending_row(text.rows[1].source)))
    for event in late:
        text.apply(event)
    assert text.rows[1].state is State.PENDING


def test_a_paragraph_that_was_edited_stays_translated(translator: FakeTranslator, memory: Memory) -> None:
    sentence = GERMAN[: GERMAN.index(".") + 1]
    memory.keep_edits("nb", "en", {sentence: Hypothesis("My words.", 0.0, edited=True)})
    text = finished(text_of(NORWEGIAN, GERMAN), translator, memory)
    assert text.rows[1].state is State.DONE
    assert text.rows[1].target.startswith("My words.")


def test_what_was_once_translated_is_left_too_when_it_is_recalled(translator: FakeTranslator, memory: Memory) -> None:
    before = ParallelText.untranslated(document(NORWEGIAN, GERMAN), "nb", "en", None)
    assert finished(before, translator, memory).rows[1].state is State.DONE
    text = text_of(NORWEGIAN, GERMAN)
    recalled = recall(text.rows, "nb", memory, "p", "en", leave=leaving(text))
    assert [event.row.language for event in recalled] == ["", "de"]
    assert [row.language for row in finished(text, translator, memory).rows] == ["", "de"]


def test_a_document_that_the_user_has_read_as_another_language_is_translated_whole(translator: FakeTranslator) -> None:
    swedish = [paragraph("sv", Random(seed)) for seed in range(3)]
    text = finished(text_of(*swedish, language="sv"), translator)
    assert {row.state for row in text.rows} == {State.DONE}


@pytest.mark.parametrize("code", ["nn", "da"])
def test_what_is_like_bokmal_is_read_as_bokmal_unless_a_package_is_there(code: str) -> None:
    text = document(paragraph(code, Random(1)), language=code)
    pair = packages("nb_en", "en_nb")
    assert languages_of(text, "", "", pair) == ("nb", "en")
    assert languages_of(text, code, "", pair) == (code, "en")
    assert languages_of(text, "", "", packages("nb_en", f"{code}_en")) == (code, "en")
    assert languages_of(text, "", "nb", pair) == (code, "nb")
    assert read_as_other(ParallelText.untranslated(text, "nb", "en")) == code
    assert read_as_other(ParallelText.untranslated(text, code, "en")) == ""


def test_swedish_is_not_read_as_bokmal() -> None:
    text = document(paragraph("sv", Random(1)), language="sv")
    assert languages_of(text, "", "", packages("nb_en")) == ("sv", "en")
    assert read_as_other(ParallelText.untranslated(text, "nb", "en")) == ""


def test_only_paragraphs_in_question_are_asked_of_the_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def rank(text: str) -> list[tuple[str, float]]:
        asked.append(text)
        return [("no", 1.0)]

    monkeypatch.setattr("reader.text.detection._rank", rank)
    leave = leaving(text_of(NORWEGIAN, language="nb"))
    for seed in range(100):
        leave(Paragraph(paragraph("nb", Random(seed), 4)))
    assert len(asked) < 50
    leave(Paragraph(GERMAN))
    assert asked[-1] == GERMAN


def test_a_row_keeps_its_reference_when_it_is_translated_after_all() -> None:
    text = text_of(GERMAN)
    text.rows[0] = with_texts(text.rows[0], reference="The reference.")
    text.apply(RowForced(0, pending_row(text.rows[0].source)))
    assert text.rows[0].reference == "The reference."
