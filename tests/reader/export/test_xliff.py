"""XLIFF: what is written, and that reading it gives the same document, translation and notes."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from reader.annotations import BOOKMARK, NOTE, Anchor, Annotation, Placed, Spot
from reader.errors import CancelledError
from reader.export import ExportOptions, write_export
from reader.export.xliff.document import xliff_bytes
from reader.formats import read_data, read_document
from reader.parallel import ParallelText, Row
from reader.text import Document, Figure, GivenNote, GivenSegment, GivenState, Inline, Mark, MarkKind, Paragraph
from tests.reader.export.parallels import HOSTILE, STORY, done, options, pair, parallel
from tests.reader.export.xliff_texts import is_given, texts
from tests.structures import EXAMPLE

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"


def read(text: ParallelText, notes: tuple[Placed, ...] = ()) -> Document:
    data = xliff_bytes(text, replace(options(), notes=notes))
    return read_data(data, "text.xlf", Path("/mappe/text.xlf"))


def segments(text: ParallelText) -> list[ET.Element]:
    return list(ET.fromstring(xliff_bytes(text)).iter(f"{CORE}segment"))


def states(text: ParallelText) -> list[tuple[str | None, str | None]]:
    return [(each.get("state"), each.get("subState")) for each in segments(text)]


def sorted_marks(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, marks=tuple(sorted(paragraph.marks, key=_order)))


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.kind, mark.href


def segments_of(text: ParallelText) -> list[GivenSegment]:
    """The translated sentences of a text, as a file should give them."""
    found = []
    for number, row in enumerate(text.rows):
        inline = Inline.of(row.target, row.marks)
        for each in row.sentences if is_given(row) else ():
            words = inline.asked(each.target).text if inline else row.target[slice(*each.target)]
            state = GivenState.REVIEWED if each.edited or each.accepted else GivenState.MACHINE
            if words.strip() or each.edited:
                found.append(GivenSegment(number, each.source, words, state, each.edited))
    return found


def notes_of(notes: tuple[Placed, ...]) -> list[GivenNote]:
    return [
        GivenNote(
            *(each.spot.row, each.spot.span, each.annotation.text, each.kind == BOOKMARK),
            *(each.annotation.made, each.annotation.changed),
        )
        for each in notes
    ]


@given(texts())
def test_whatever_is_written_is_read_again(written: tuple[ParallelText, tuple[Placed, ...]]) -> None:
    text, notes = written
    found = read(text, notes)
    assert [sorted_marks(each) for each in found.paragraphs] == [sorted_marks(row.source) for row in text.rows]
    assert found.given is not None
    assert list(found.given.segments) == segments_of(text)
    assert list(found.given.notes) == notes_of(notes)


@pytest.mark.parametrize("source", [STORY, parallel(*map(Row, EXAMPLE.paragraphs))], ids=["story", "example"])
def test_a_document_is_read_with_all_that_is_known_of_it(source: ParallelText) -> None:
    metadata, figures = {"title": "Æ", "author": "\x01 Kari"}, (Figure("å.png", 3, 4),)
    document = replace(source.document, metadata=metadata, figures=figures, targets={"#a": 1})
    found = read(replace(source, document=document))
    assert (found.title, found.metadata, found.figures) == (document.title, metadata, figures)
    assert (found.targets, found.language, found.certain) == ({"#a": 1}, "nb", True)
    assert found.paragraphs == document.paragraphs and (found.tables, found.notes) == (document.tables, document.notes)
    assert found.given is not None and found.given.target_language == "en"
    assert found.source is not None and found.source.format == "xliff"


def test_a_sentence_is_a_segment_and_what_is_between_two_is_ignorable() -> None:
    text = parallel(done("Ja. Nei.", "Yes.  No.", pair((0, 3), (0, 4)), pair((4, 8), (6, 9))))
    [unit] = ET.fromstring(xliff_bytes(text)).iter(f"{CORE}unit")
    found = [(each.tag.removeprefix(CORE), [(t.tag.removeprefix(CORE), t.text) for t in each]) for each in unit]
    assert found == [
        ("segment", [("source", "Ja."), ("target", "Yes.")]),
        ("ignorable", [("source", " "), ("target", "  ")]),
        ("segment", [("source", "Nei."), ("target", "No.")]),
    ]


def test_states_say_who_made_a_translation() -> None:
    one, other = pair((0, 3), (0, 4)), pair((4, 8), (5, 8))
    rows = [
        done("Ja. Nei.", "Yes. No.", one, other),
        done("Ja. Nei.", "Yes. No.", replace(one, edited=True), replace(other, accepted=True)),
        done("Ja. Nei.", "Yes. No.", replace(one, edited=True, accepted=True), other),
        Row(Paragraph("Ja. Nei.")),
    ]
    machine = ("translated", "tospalt:machine")
    assert states(parallel(*rows)) == [
        *(machine, machine),
        *(("reviewed", "tospalt:edited"), ("reviewed", "tospalt:accepted")),
        *(("reviewed", "tospalt:edited-accepted"), machine),
        *(("initial", None), ("initial", None)),
    ]


def test_a_sentence_that_was_left_out_on_purpose_stays_so() -> None:
    text = parallel(done("Ja. Nei.", "Yes.", pair((0, 3), (0, 4)), pair((4, 8), (4, 4), edited=True)))
    given = read(text).given
    assert given is not None and given.segments[1] == GivenSegment(0, (4, 8), "", GivenState.REVIEWED, True)


def test_marks_are_codes_and_what_is_not_to_be_translated_says_so() -> None:
    marks = (Mark(0, 3, MarkKind.STRONG), Mark(4, 8, MarkKind.CODE), Mark(9, 12, MarkKind.NOTE, "#note:0"))
    data = xliff_bytes(parallel(Row(Paragraph("Fet kode [1]", marks=marks)))).decode()
    assert '<pc id="m1" type="fmt" subType="xlf:b">Fet</pc>' in data
    assert '<mrk id="m2" translate="no" type="tospalt:code">kode</mrk>' in data
    assert '<ph id="m3" type="other" subType="tospalt:note" dataRef="d1" equiv="[1]" disp="[1]"/>' in data
    assert '<data id="d1">#note:0</data>' in data


def test_a_mark_of_both_texts_has_one_id_in_both_and_no_id_is_there_twice() -> None:
    marks = (Mark(0, 2, MarkKind.STRONG), Mark(3, 5, MarkKind.STRONG), Mark(0, 5, MarkKind.EMPHASIS))
    target = (Mark(0, 1, MarkKind.STRONG), Mark(2, 3, MarkKind.STRONG), Mark(2, 3, MarkKind.LINK, "x"))
    text = parallel(done(Paragraph("Ja de", marks=marks), "A b", pair((0, 5), (0, 3)), marks=target))
    [segment] = segments(text)
    ours, theirs = ([each.get("id") for each in side.iter(f"{CORE}pc")] for side in segment)
    assert len(set(ours)) == len(ours) == 3 and len(set(theirs)) == 3
    assert len(set(ours) & set(theirs)) == 2


def test_a_note_says_when_it_was_made_and_what_it_is_about() -> None:
    text = parallel(Row(Paragraph("Ja. Nei.")))
    annotation = Annotation("a", Anchor(0, ""), "Se <her>", 1_700_000_000, 1_700_000_060)
    note = Placed(NOTE, annotation, Spot(0, (4, 8)))
    data = xliff_bytes(text, ExportOptions(notes=(note,))).decode()
    assert 'category="tospalt:note" tospalt:made="2023-11-14T22:13:20Z" tospalt:changed="2023-11-14T22:14:20Z"' in data
    assert '<mrk id="m1" type="comment" ref="#n=n1">Nei.</mrk>' in data
    assert next(iter(ET.fromstring(data).iter(f"{CORE}note"))).text == "Se <her>"


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_the_file(words: str) -> None:
    paragraph = Paragraph(words, marks=(Mark(0, len(words), MarkKind.LINK, words),), marker=words)
    text = parallel(done(paragraph, words, pair((0, len(words)), (0, len(words)))), title=words, name=words)
    assert read_data(xliff_bytes(text), "x.xlf").paragraphs


def test_a_file_of_a_long_paragraph_with_many_marks_is_written_in_time(tmp_path: Path) -> None:
    count = 3000
    marks = tuple(Mark(3 * i, 3 * i + 2, MarkKind.NOTE, "#note:0") for i in range(count))
    pairs = [pair((3 * i, 3 * i + 2), (3 * i, 3 * i + 2)) for i in range(count)]
    row = done(Paragraph("ab " * count, marks=marks), "ab " * count, *pairs, marks=marks)
    write_export(parallel(row), tmp_path / "x.xlf")
    assert len(read_document(tmp_path / "x.xlf").paragraphs[0].marks) == count


def test_it_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        xliff_bytes(STORY, cancelled=lambda: True)
