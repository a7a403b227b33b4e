"""The user's notes in exports: at the end where people read, where they belong where programs do."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reader.annotations import BOOKMARK, NOTE, Anchor, Annotation, Placed, Spot
from reader.export import Layout, as_json, set_pdf, tmx_bytes, write_export
from reader.parallel import ParallelText, checked_in
from reader.text import Kind, Paragraph, Span
from tests.pdf_text import page_texts
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import done, options, pair, parallel

TEXT = parallel(
    done(Paragraph("Overskrift", Kind.HEADING, level=1), "Heading", pair((0, 10), (0, 7))),
    done("Ja da. Nei da.", "Yes. No.", pair((0, 6), (0, 4)), pair((7, 14), (5, 8))),
)


def note(row: int, text: str, span: Span | None = None, *, kind: str = NOTE, gone: bool = False) -> Placed:
    sentence = "borte" if gone else ""
    return Placed(
        kind, Annotation("x", Anchor(row, "", words="borte", sentence=sentence), text, 5, 6), Spot(row, span, gone)
    )


NOTES = (
    note(0, "Om alt"),
    note(1, "Om nei <b>\nog mer", (7, 14)),
    note(1, "", kind=BOOKMARK),
    note(1, "Foreldreløs", gone=True),
)


@pytest.mark.parametrize("layout", ARRANGED)
def test_a_pdf_has_them_beside_the_words_they_are_about(layout: Layout) -> None:
    found = " ".join(" ".join(page_texts(set_pdf(TEXT, replace(options(layout), notes=NOTES)).data)).split())
    heading = "Notes" if layout is Layout.TRANSLATION else "Notater"
    for words in (heading, "“Overskrift”", "Om alt", "¶ 1 “Nei da.”", "Om nei <b> og mer", "“borte”", "Foreldreløs"):
        assert words in found, words
    assert "Notater" not in " ".join(page_texts(set_pdf(TEXT, options(layout)).data))


@pytest.mark.parametrize("suffix", [".docx", ".epub", ".html", ".md"])
def test_other_files_for_people_have_them_too_and_without_a_wish_none(suffix: str, tmp_path: Path) -> None:
    noted, plain = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    write_export(TEXT, noted, replace(options(), notes=NOTES))
    write_export(TEXT, plain, options())
    with_notes, without = noted.read_bytes(), plain.read_bytes()
    assert len(with_notes) > len(without)
    if suffix in (".html", ".md"):
        escaped = with_notes.replace(rb"\<b>", b"")
        assert "Foreldreløs".encode() in with_notes and b"Om nei" in with_notes and b"<b>" not in escaped
        assert "Foreldreløs".encode() not in without


def test_the_text_itself_stays_as_it_is_and_notes_are_no_sentences(tmp_path: Path) -> None:
    text: ParallelText = replace(TEXT, rows=list(TEXT.rows))
    write_export(text, tmp_path / "x.html", replace(options(checked=True), notes=NOTES))
    assert text == TEXT
    assert f"of {checked_in(TEXT).total} sentences checked" in (tmp_path / "x.html").read_text("utf-8")


def test_a_tmx_file_has_them_at_the_sentence_they_are_about() -> None:
    units = list(ET.fromstring(tmx_bytes(TEXT, replace(options(), notes=NOTES))).iter("tu"))
    assert [[each.text for each in unit.iter("note")] for unit in units] == [
        *(["Om alt"], ["Foreldreløs"], ["Om nei <b> og mer"]),
    ]
    assert all(b"<note>" not in tmx_bytes(TEXT, each) for each in (None, options()))


def test_json_has_them_at_their_paragraphs_and_what_is_left_of_others_behind() -> None:
    data = json.loads(as_json(TEXT, notes=NOTES))
    first, second = data["paragraphs"]
    assert first["notes"] == [
        {"kind": "note", "text": "Om alt", "words": "borte", "source": None, "made": 5, "changed": 6}
    ]
    assert [(each["kind"], each["source"]) for each in second["notes"]] == [("note", [7, 14]), ("bookmark", None)]
    assert [each["text"] for each in data["notes"]] == ["Foreldreløs"]
    plain = json.loads(as_json(TEXT))
    assert "notes" not in plain and not any("notes" in each for each in plain["paragraphs"])
