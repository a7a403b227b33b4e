"""The TMX export, read back with a strict XML parser."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from reader.export import tmx_bytes
from reader.export.markup import clean
from reader.memory import Memory, import_tmx
from reader.parallel import Column, ParallelText, Part, ReferencePair, SentencePair, State, Version, assembled
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.reader.export.parallels import HOSTILE, STORY, done, options, pair, parallel

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(text: ParallelText = STORY) -> ET.Element:
    return ET.fromstring(tmx_bytes(text, options()))


def units(text: ParallelText) -> list[dict[str, str]]:
    return [
        {variant.attrib[LANG]: variant.findtext("seg") or "" for variant in unit.iter("tuv")}
        for unit in read(text).iter("tu")
    ]


def test_the_header_says_what_the_standard_asks_for() -> None:
    header = read().find("header")
    assert header is not None
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required <= set(header.attrib)
    assert (header.attrib["segtype"], header.attrib["srclang"]) == ("sentence", "nb")
    assert header.attrib["creationdate"] == "20251122T103000Z"
    assert read().attrib == {"version": "1.4"}


def test_each_sentence_pair_is_a_unit() -> None:
    found = units(STORY)
    assert {"nb": "Det brant.", "en": "It burned."} in found
    assert {"nb": "Ingen så det.", "en": "Nobody saw it."} in found


def test_a_row_whose_sentences_are_not_known_is_one_unit() -> None:
    assert units(parallel(done("En. To.", "One. Two."))) == [{"nb": "En. To.", "en": "One. Two."}]


def test_what_has_no_translation_is_left_out() -> None:
    said = [unit["nb"] for unit in units(STORY)]
    assert "Dette venter." not in said
    assert "Dette gikk galt." not in said
    assert not [text for text in said if "y = 2" in text]
    assert units(parallel(done("Hei.", "Hello.", pair((0, 4), (0, 0))))) == []


def test_an_edited_sentence_says_so() -> None:
    told = {unit.findtext("tuv/seg"): unit.findtext("prop") for unit in read().iter("tu")}
    assert told["Det brant."] == "yes"
    assert told["Ingen så det."] is None


def test_a_list_item_has_its_marker_with_its_first_sentence_and_its_level_with_all() -> None:
    item = Paragraph("En. To.", Kind.LIST_ITEM, level=2, marker="a)")
    row = done(item, "One. Two.", pair((0, 3), (0, 4)), pair((4, 7), (5, 9)))
    found = [{p.attrib["type"]: p.text for p in unit.findall("prop")} for unit in read(parallel(row)).iter("tu")]
    assert found == [{"x-marker": "a)", "x-level": "2"}, {"x-level": "2"}]


def test_what_is_no_word_of_a_sentence_is_left_out() -> None:
    note, image = Mark(2, 5, MarkKind.NOTE, "#note:0"), Mark(8, 9, MarkKind.IMAGE, "figure:0")
    text = "En[1]. A \ufffc b."
    marks = (note, image.at(9, 10))
    row = done(Paragraph(text, marks=marks), text, pair((0, 6), (0, 6)), pair((7, 13), (7, 13)), marks=marks)
    assert units(parallel(row)) == [{"nb": "En.", "en": "En."}, {"nb": "A b.", "en": "A b."}]
    alone = Paragraph("[1]", marks=(note.at(0, 3),))
    assert units(parallel(done(alone, "[1]", marks=alone.marks))) == []


def test_it_has_no_document_type_that_a_reader_might_fetch() -> None:
    assert b"<!DOCTYPE" not in tmx_bytes(STORY)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_a_segment_whatever_it_says(text: str) -> None:
    assert units(parallel(done(Paragraph(text), text), name="x")) == [
        {"nb": clean(text).strip(), "en": clean(text).strip()}
    ]


def test_neither_signs_nor_objects_are_in_a_unit() -> None:
    marks = (Mark(5, 8, MarkKind.CODE), Mark(12, 15, MarkKind.NOTE))
    paragraph = Paragraph("Kjør git nå.[1]", marks=marks)
    row = assembled(paragraph, [Part((0, 15), "Run \ufdd0git\ufdd1 now.", -0.5)])
    assert row.target == "Run git now.[1]"
    assert units(parallel(row)) == [{"nb": "Kjør git nå.", "en": "Run git now."}]


OTHER = Column.OTHER
VERSIONS = (
    done("Ja. Nei.", "Yes. No.", pair((0, 3), (0, 4)), pair((4, 8), (5, 8)))
    .with_reference("Aye. Nay. Uh.", [ReferencePair((0, 3), (0, 4)), ReferencePair((4, 8), (5, 9), certain=False)])
    .with_version(Version(OTHER, "Yup. Nope.", (SentencePair((0, 3), (0, 4)), SentencePair((4, 8), (5, 10)))))
    .with_version(Version(OTHER + 1, "", state=State.FAILED))
    .with_version(Version(Column.BACK, "Jo. Nei."))
)
MANY = replace(
    options(columns=(0, 1, Column.BACK, Column.REFERENCE, OTHER, OTHER + 1)), names=((OTHER, "x 1"), (OTHER + 1, "y 1"))
)


def test_further_translations_are_units_of_their_own_that_say_what_they_are() -> None:
    found = [
        (*(v.findtext("seg") for v in unit.iter("tuv")), *((p.attrib["type"], p.text) for p in unit.findall("prop")))
        for unit in ET.fromstring(tmx_bytes(parallel(VERSIONS), MANY)).iter("tu")
    ]
    machine = ("x-machine-translation", "x 1")
    assert found == [
        ("Ja.", "Yup.", machine),
        ("Nei.", "Nope.", machine),
        ("Ja.", "Yes."),
        ("Nei.", "No."),
        ("Ja.", "Aye.", ("x-reference", "yes")),
    ]
    alone = replace(MANY, columns=(Column.ORIGINAL, Column.REFERENCE))
    assert tmx_bytes(parallel(VERSIONS), alone).count(b"<tu>") == 1


def test_of_several_translations_the_human_one_is_imported_and_else_that_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "ut.tmx").write_bytes(tmx_bytes(parallel(VERSIONS), MANY))
    memory = Memory(tmp_path / "memory.sqlite")
    import_tmx(tmp_path / "ut.tmx", "nb", "en", memory)
    found = memory.edits("nb", "en", ["Ja.", "Nei."])
    assert {text: edit.text for text, edit in found.items()} == {"Ja.": "Aye.", "Nei.": "No."}
    memory.close()
