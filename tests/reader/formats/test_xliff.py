"""XLIFF files of other programs, of versions 1 and 2, damaged and hostile ones."""

from pathlib import Path

import pytest

from reader.errors import DocumentError, NoTextError, UnfitError
from reader.formats import Choices, read_data, read_document
from reader.text import Document, GivenNote, GivenSegment, GivenState, Kind, Mark, MarkKind

TRANSLATED, REVIEWED, MACHINE = GivenState.TRANSLATED, GivenState.REVIEWED, GivenState.MACHINE
ONE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="C:\\a\\brev.docx"
  source-language="no-NO" target-language="en-GB" datatype="x"><header><note>nothing</note></header><body>
  {}
</body></file></xliff>"""
TWO = """<?xml version="1.0"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="nb" trgLang="en">\
<file id="f">{}</file></xliff>"""


def read(data: str | bytes, name: str = "text.xlf", encoding: str = "") -> Document:
    return read_data(data.encode() if isinstance(data, str) else data, name, choices=Choices(encoding))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def given(document: Document) -> list[tuple[int, str, GivenState]]:
    assert document.given is not None
    return [(segment.row, segment.text, segment.state) for segment in document.given.segments]


def unit(source: str, target: str = "", attributes: str = "") -> str:
    """A unit of version 2 with one segment."""
    written = f"<target>{target}</target>" if target else ""
    return f'<unit id="u"><segment {attributes}><source>{source}</source>{written}</segment></unit>'


def test_a_file_of_version_1_is_read_with_its_translation_and_notes() -> None:
    document = read(
        ONE.format(
            """<group><trans-unit id="1" approved="yes"><source>Hei <g id="1" ctype="bold">du</g>.</source>
            <target>Hi <g id="1" ctype="bold">you</g>.</target><note>Høflig?</note>
            <alt-trans><source>x</source><target>y</target></alt-trans></trans-unit></group>
            <trans-unit id="2"><source>Kode <ph id="1">&lt;br/></ph>her.</source><target/></trans-unit>
            <trans-unit id="3"><source>Ny.</source><target state="needs-translation">Ny.</target></trans-unit>
            <trans-unit id="4" translate="no"><source>Nei.</source><target>No.</target></trans-unit>"""
        )
    )
    assert texts(document) == ["Hei du.", "Kode her.", "Ny.", "Nei."]
    assert document.paragraphs[0].marks == (Mark(4, 6, MarkKind.STRONG),)
    assert given(document) == [(0, "Hi you.", REVIEWED)]
    assert (document.language, document.certain, document.title) == ("nb", True, "brev.docx")
    assert document.given is not None and document.given.target_language == "en"
    assert document.given.notes == (GivenNote(0, None, "Høflig?"),)


def test_of_version_1_the_segments_of_both_texts_belong_together_by_their_ids() -> None:
    document = read(
        ONE.format(
            """<trans-unit id="1"><source>Ja. Nei.</source><seg-source><mrk mtype="seg" mid="1">Ja.</mrk> <mrk
            mtype="seg" mid="2">Nei.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">Yes.</mrk>
            <mrk mtype="seg" mid="2">No.</mrk></target></trans-unit>"""
        )
    )
    assert document.given is not None
    assert document.given.segments == (GivenSegment(0, (0, 3), "Yes."), GivenSegment(0, (4, 8), "No."))


def test_a_file_of_version_2_says_what_is_translated() -> None:
    units = [
        unit("En.", "One."),
        unit("To.", "Two.", 'state="initial"'),
        unit("Tre.", "Three.", 'state="translated"'),
        unit("Fire.", "Four.", 'state="final"'),
        unit("Fem.", "Five.", 'state="translated" subState="tospalt:machine"'),
        unit("Seks.", " ", 'state="final"'),
        unit("Sju."),
    ]
    document = read(TWO.format("".join(units)))
    assert len(document.paragraphs) == 7 and all(each.kind is Kind.PARAGRAPH for each in document.paragraphs)
    assert given(document) == [
        *((0, "One.", TRANSLATED), (2, "Three.", TRANSLATED), (3, "Four.", REVIEWED), (4, "Five.", MACHINE)),
    ]


def test_inline_codes_of_other_programs_are_formatting_or_nothing() -> None:
    source = (
        'A <pc id="1" type="fmt" subType="xlf:i">b</pc><ph id="2" equiv="BR"/><sc id="3" type="fmt" subType="xlf:b"/>c'
        '<ec startRef="3"/><mrk id="4" translate="no">d</mrk><pc id="5">e</pc><cp hex="0001"/><cp hex="zz"/>'
        '<mrk id="6" type="term">f</mrk><ec startRef="none"/><sm id="7" type="comment" ref="#n=9"/>'
    )
    [paragraph] = read(TWO.format(unit(source))).paragraphs
    assert paragraph.text == "A bcdef"
    assert set(paragraph.marks) == {
        *(Mark(2, 3, MarkKind.EMPHASIS), Mark(3, 4, MarkKind.STRONG), Mark(4, 5, MarkKind.VERBATIM)),
    }


def test_how_a_file_is_laid_out_is_no_text_unless_it_is_preserved() -> None:
    written = unit("\n    En\n    to  tre\n  ")
    assert texts(read(TWO.format(written))) == ["En to  tre "]
    kept = read(TWO.format(written).replace('srcLang="nb"', 'srcLang="nb" xml:space="preserve"'))
    assert texts(kept) == ["\n    En\n    to  tre\n  "]


def test_groups_and_several_files_are_one_text() -> None:
    files = f'<group id="g"><group id="h">{unit("En.")}</group></group></file><file id="f2">{unit("To.")}'
    assert texts(read(TWO.format(files))) == ["En.", "To."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_is_the_one_that_the_file_names(encoding: str) -> None:
    text = TWO.format(unit("Blåbær på Ås.")).replace('version="1.0"', f'version="1.0" encoding="{encoding}"', 1)
    assert texts(read(text.encode(encoding))) == ["Blåbær på Ås."]


def test_a_file_in_another_encoding_than_it_names_is_read_all_the_same() -> None:
    text = TWO.format(unit("Blåbær på Ås, sier hun.")).replace('"1.0"', '"1.0" encoding="utf-8"', 1)
    assert texts(read(text.encode("windows-1252"))) == ["Blåbær på Ås, sier hun."]


def test_a_file_is_known_by_its_root_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "tekst.txt"
    path.write_text("\n<!-- a comment -->" + TWO.format(unit("Hei.")).split("\n", 1)[1], "utf-8")
    assert texts(read_document(path)) == ["Hei."]


def test_a_text_about_the_format_is_no_file_of_it() -> None:
    assert read("Et avsnitt om <xliff version='2.0'> og annet.").paragraphs[0].text.startswith("Et avsnitt")


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
HOSTILE = {
    "entities": '<!DOCTYPE xliff [<!ENTITY a0 "ha">' + BOMB + "]>" + TWO.split("\n")[1].format(unit("&a19;")),
    "an external entity": '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + TWO.split("\n")[1].format(unit("&x;")),
    "an external DTD": '<!DOCTYPE xliff SYSTEM "http://localhost:1/x.dtd">' + TWO.split("\n")[1].format(unit("&x;")),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_entities_are_refused_in_a_sentence(data: str) -> None:
    with pytest.raises(DocumentError, match=r"has entities of its own, which Tospalt does not read\."):
        read(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (TWO.format(""), r"is an XLIFF file without text\.$"),
        (TWO.format(unit(" ")), r"is an XLIFF file without text\.$"),
        (TWO.format("<unit id='a'>"), r"is a damaged XLIFF file: line 2 cannot be read\.$"),
        (TWO.format(unit("a &nbsp; b")), r"is a damaged XLIFF file: line 2 cannot be read\.$"),
        (TWO.format(unit("a"))[:-20], r"is a damaged XLIFF file: line 2 cannot be read\.$"),
        (TWO.format(unit("<pc id='1'>" * 300 + "a" + "</pc>" * 300)), r"is nested too deeply to be read\.$"),
        (
            TWO.replace('"2.0"', '"3.0"').format(unit("a")),
            r"is an XLIFF file of version 3\.0\. Tospalt reads 1\.2 and 2\.0 to 2\.1\.$",
        ),
        (TWO.replace("oasis", "other").format(unit("a")), r"is not an XLIFF file\.$"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data: str, said: str) -> None:
    with pytest.raises(DocumentError, match=f"^“text.xlf” {said}"):
        read(data)


def test_a_file_without_text_is_one_without_text() -> None:
    with pytest.raises(NoTextError):
        read(TWO.format(""))


def test_other_files_for_translation_programs_are_refused_still() -> None:
    with pytest.raises(UnfitError, match="a file for translation programs"):
        read('<?xml version="1.0"?><TS version="2.1"><context/></TS>', "a.ts")


@pytest.mark.parametrize(
    "own",
    [
        *('{"kind":"cell"}', "[{}]", "[1]", "[", "[" * 10_000, '[{"kind":"cell","number":0}]'),
        '[{"kind":"cell","number":0,"cell":{"row":-1,"column":0}}]',
        '[{"kind":"cell","number":0,"cell":{"row":0,"column":0,"rows":1e99}}]',
        '[{"kind":"cell","number":0,"cell":{"row":0,"column":0,"rows":0}}]',
        '[{"kind":"quote","number":"a"}]',
        '[{"kind":"note","number":0,"label":[]}]',
        '[{"kind":"quote","number":true}]',
    ],
)
def test_odd_words_of_ours_in_a_file_are_as_if_they_were_not_there(own: str) -> None:
    metadata = (
        '<m:metadata xmlns:m="urn:oasis:names:tc:xliff:metadata:2.0"><m:metaGroup category="tospalt">'
        f'<m:meta type="within">{own}</m:meta><m:meta type="level">-9999999</m:meta></m:metaGroup></m:metadata>'
    )
    of_file = metadata.replace("within", "figures").replace("level", "targets")
    written = unit("Hei.").replace('id="u">', f'id="u" type="tospalt:none">{metadata}')
    [paragraph] = read(TWO.format(of_file + written)).paragraphs
    assert (paragraph.within, paragraph.level, paragraph.kind) == ((), 0, Kind.PARAGRAPH)


def test_metadata_of_other_programs_is_not_ours() -> None:
    metadata = (
        '<m:metadata xmlns:m="urn:oasis:names:tc:xliff:metadata:2.0"><m:metaGroup category="other">'
        '<m:metaGroup category="tospalt"><m:meta type="marker">x</m:meta></m:metaGroup></m:metaGroup></m:metadata>'
    )
    [paragraph] = read(TWO.format(unit("Hei.").replace('id="u">', f'id="u">{metadata}'))).paragraphs
    assert paragraph.marker == "" and paragraph.text == "Hei."


@pytest.mark.parametrize("tag", ["zz-ZZ", "x", "", "und", "<"])
def test_a_language_that_is_not_known_is_told_by_the_text_or_is_its_code(tag: str) -> None:
    data = TWO.format(unit("Dette er en setning på norsk, og den er ikke så kort.")).replace('"nb"', f'"{tag}"')
    if tag == "<":
        with pytest.raises(DocumentError):
            read(data)
    else:
        assert read(data).language in ("nb", "zz-zz", "x")
