"""Whole documents in OpenDocument: nothing lost, nothing twice, and no file that does harm."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings

from reader import DocumentError, Kind, read_document
from reader.formats.odt.document import parse_odt
from tests.reader.formats.books import archive
from tests.reader.formats.numbered_words import check_words, documents, numbered
from tests.reader.formats.odt.files import (
    MIMETYPE,
    body,
    flat,
    frame,
    items,
    levels,
    note,
    odt,
    parsed,
    root,
    style,
    texts,
)

DATA = Path(__file__).parents[3] / "data"
AUTOMATIC = (
    style("B", "text", 'fo:font-weight="bold"')
    + style("S", "text", 'style:text-position="super 58%"')
    + style("D", "text", 'fo:language="de" fo:country="DE"')
    + style("H", "text", 'text:display="none"')
    + style("PH", properties='text:display="none"')
    + levels("L", "1", "a", "")
)
# Blocks and what stands in lines: "{}" is a word that is shown, "[]" one that is not, "<>" further blocks or lines.
BLOCKS = (
    "<text:p>{}</text:p>",
    "<text:p/>",
    "<text:p><></text:p>",
    '<text:h text:outline-level="1"><></text:h>',
    '<text:h text:outline-level="2">{}</text:h>',
    '<text:p text:style-name="Title"><></text:p>',
    '<text:p text:style-name="Quotations"><></text:p>',
    '<text:p text:style-name="Caption"><></text:p>',
    '<text:p text:style-name="Source_20_Code"><></text:p>',
    '<text:p text:style-name="PH">[]</text:p>',
    '<text:section text:display="none"><text:p>[]</text:p></text:section>',
    "<text:section><><></text:section>",
    (
        '<text:list text:style-name="L"><text:list-header><></text:list-header><text:list-item><><>'
        "</text:list-item></text:list>"
    ),
    "<text:list><text:list-item><></text:list-item><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
    "<table:table><table:table-row><table:table-cell><></table:table-cell><table:table-cell/></table:table-row>"
    '<table:table-row><table:table-cell table:number-columns-spanned="2"><><></table:table-cell>'
    "<table:covered-table-cell><text:p>[]</text:p></table:covered-table-cell></table:table-row></table:table>",
    "<text:table-of-content><text:table-of-content-source>[]</text:table-of-content-source><text:index-body>"
    "<text:p>{}<text:tab/>12</text:p></text:index-body></text:table-of-content>",
    "<ukjent><>{}</ukjent>",
)
LINES = (
    "{} ",
    '<text:span text:style-name="B"><></text:span>',
    '<text:span text:style-name="S">{}</text:span>',
    '<text:span text:style-name="D"> {} </text:span>',
    '<text:span text:style-name="H">[]</text:span>',
    '<text:a xlink:href="#x"><></text:a>',
    "<text:s/><text:tab/><text:line-break/>",
    "<text:page-number>[]</text:page-number>",
    "<office:annotation><text:p>[]</text:p></office:annotation>",
    (
        '<text:note><text:note-citation text:label="*">*</text:note-citation><text:note-body><>'
        "</text:note-body></text:note>"
    ),
    "<draw:frame><draw:text-box><></draw:text-box></draw:frame>",
    '<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>',
    "<draw:frame><draw:image/><svg:title>{}</svg:title></draw:frame>",
    "<draw:g><draw:rect><text:p>{}</text:p></draw:rect></draw:g>",
    '<text:hidden-text text:is-hidden="true">[]</text:hidden-text>',
    "<text:ruby><text:ruby-base>{}</text:ruby-base><text:ruby-text>{}</text:ruby-text></text:ruby>",
)
# Those whose "<>" are blocks.
_HOLDING_BLOCKS = ("text:note", "draw:frame")


def _inside(template: str) -> Sequence[str]:
    """What may stand in a template: in lines no blocks."""
    return LINES if template.startswith(("<text:p", "<text:h", "<text:span", "<text:a")) else BLOCKS


@settings(max_examples=60)
@given(text=documents(BLOCKS, _inside))
def test_every_word_that_a_page_shows_is_there_once_and_no_other(text: str) -> None:
    written, shown = numbered(text, "{}", "[]")
    check_words(parsed(written, automatic=AUTOMATIC).paragraphs, shown)


def refusal(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        parse_odt(data, "brev.odt")
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        odt("<text:p>Hei")[:-400],
        archive({"mimetype": MIMETYPE}),
        archive({"mimetype": MIMETYPE, "content.xml": root("document-content", "")}),
        archive({"mimetype": MIMETYPE, "content.xml": "<a>"}),
        odt("<text:section>" * 300 + "</text:section>" * 300),
        b"<office:document/>",
    ],
)
def test_a_damaged_file_is_refused_in_a_sentence(data: bytes) -> None:
    assert "is damaged" in str(refusal(data))


def test_a_program_in_a_document_is_not_run_and_that_is_said() -> None:
    found = parse_odt(odt("<text:p>Hei</text:p>", others=["Basic/Standard/A.xml=Sub Nei"]), "a.odt")
    assert [str(message) for message in found.left_out] == [
        "The program in the document was left out. It is never run."
    ]


def test_entities_are_nothing_and_nothing_is_fetched() -> None:
    content = root("document-content", body("<text:p>Hei &a;&b; du</text:p>")).decode()
    declared = content.replace("?>", '?><!DOCTYPE x [<!ENTITY a "nei"><!ENTITY b SYSTEM "file:///etc/hostname">]>', 1)
    found = parse_odt(archive({"mimetype": MIMETYPE, "content.xml": declared}), "a.odt")
    assert [p.text for p in found.paragraphs] == ["Hei du"]


NESTS: dict[str, tuple[str, str]] = {
    "lists": ("<text:list><text:list-item>", "</text:list-item></text:list>"),
    "tables": (
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
    ),
    "sections": ("<text:section>", "</text:section>"),
    "text boxes": ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>"),
    "drawings": ("<draw:g>", "</draw:g>"),
    "notes": ("<text:p><text:note><text:note-body>", "</text:note-body></text:note></text:p>"),
    "elements that nobody knows": ("<a>", "</a>"),
}


@pytest.mark.parametrize("name", NESTS)
def test_what_is_nested_as_deep_as_xml_may_be_is_read(name: str) -> None:
    begin, end = NESTS[name]
    times = 240 // begin.count("<")
    inside = "<draw:rect><text:p>Hei</text:p></draw:rect>" if name == "drawings" else "<text:p>Hei</text:p>"
    found = texts(begin * times + inside + end * times)
    assert [text for text in found if text.strip("–[]0123456789")] == ["Hei"]


def test_spans_are_nested_as_deep_as_xml_may_be() -> None:
    assert texts(f"<text:p>{'<text:span>' * 240}Hei{'</text:span>' * 240}</text:p>") == ["Hei"]


@pytest.mark.parametrize(
    "text",
    [
        '<text:p>Hei<text:s text:c="999999"/>du</text:p>',
        (
            '<table:table><table:table-row table:number-rows-repeated="999999">'
            '<table:table-cell table:number-columns-repeated="999999"/>'
            '<table:table-cell table:number-rows-spanned="999999"><text:p>Hei du</text:p></table:table-cell>'
            "</table:table-row></table:table>"
        ),
        (
            "<table:table>"
            '<table:table-column table:number-columns-repeated="999999" table:visibility="collapse"/>'
            "<table:table-row>"
            '<table:covered-table-cell table:number-columns-repeated="999999"/><table:table-cell>'
            "<text:p>Hei du</text:p></table:table-cell></table:table-row></table:table>"
        ),
        '<text:numbered-paragraph text:level="999999"><text:p>Hei du</text:p></text:numbered-paragraph>',
        '<text:h text:outline-level="999999">Hei du</text:h>',
        items("<text:p>Hei du</text:p>", said='text:style-name="L"').replace(
            "<text:list-item", '<text:list-item text:start-value="999999"'
        ),
    ],
)
def test_absurd_numbers_make_nothing_large(text: str) -> None:
    found = parsed(text, automatic=levels("L", "a", said='style:num-letter-sync="true"')).paragraphs
    assert " ".join(" ".join(p.text for p in found).split()) == "Hei du"
    assert sum(len(p.text) + len(p.marker) + p.level for p in found) < 200


def test_a_document_in_one_file_of_xml_is_the_same_document() -> None:
    text = f"<text:p>Blåbær{note('1', '<text:p>på fjellet</text:p>')}</text:p>"
    assert parse_odt(flat(text), "a.fodt").paragraphs == parse_odt(odt(text), "a.odt").paragraphs


@pytest.mark.parametrize(("name", "format_", "write"), [("brev.ott", "odt", odt), ("brev", "fodt", flat)])
def test_a_file_is_read_whatever_its_name_in_a_process_of_its_own(
    name: str, format_: str, write: Callable[[str], bytes], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(
        write("<text:p>Blåbærsyltetøy på brød smaker godt når det regner, sa hun til broren sin.</text:p>")
    )
    found = read_document(path)
    assert [p.text[:15] for p in found.paragraphs] == ["Blåbærsyltetøy "]
    assert (found.language, found.source and found.source.format) == ("nb", format_)


def test_other_documents_in_xml_are_not_taken_for_this_format(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<?xml version="1.0"?><document><p>Hei</p></document>', "utf-8")
    with pytest.raises(DocumentError, match="an XML file"):
        read_document(path)


def test_an_image_in_a_file_of_xml_is_no_text_however_large() -> None:
    image = f"<draw:image><office:binary-data>{'A' * 11_000_000}</office:binary-data></draw:image>"
    found = parse_odt(flat(f"<text:p>{frame(image)}Hei</text:p>"), "a.fodt").paragraphs
    assert [(p.kind, p.text) for p in found] == [(Kind.PARAGRAPH, "Hei"), (Kind.FIGURE, "")]


# What LibreOffice 7.4 wrote, and shows.
_CABIN = """title | Hytteboka
paragraph | Alle som bruker hytta[1], skriver i denne boka før de drar. Se Om veden på side .
heading 1. | Før du drar
list_item 1. | Tøm asken, men ikke i skogen.
list_item 2. | Skru av:
list_item – | vannet
list_item – | strømmen
list_item 3. | Lås døra to ganger.
heading 2. | Om veden
quote | Den som fyrer med bjørk, varmer seg to ganger.
table_cell | Sort
table_cell | Sekker
table_cell | Bjørk
table_cell | 12
table_cell | Ikke gran i peisen!
heading 2.1. | Når det er kaldt
paragraph | Ta med 4 m³ ekstra.
paragraph | Ring Kari hvis pipa er kald.
paragraph | Hun ropte Guten Morgen fra sjøen.
figure | Hytta
caption | Figur 1: Hytta om vinteren
note 1. | Også gjester som bare er innom en dag.
paragraph | Hytta på Vassfjellet
paragraph | Side av"""


def test_a_document_of_a_word_processor_is_read_as_it_shows_it() -> None:
    found = read_document(DATA / "cabin-nb.odt")
    assert [f"{p.kind.value} {p.marker}".strip() + f" | {p.text}" for p in found.paragraphs] == _CABIN.splitlines()
    assert found.source is not None
    assert [str(message) for message in found.source.left_out] == [
        "One comment was left out.",
        "One part that the page hides was left out.",
    ]
    assert (found.language, found.metadata["author"], found.targets["ved"]) == ("nb", "Åse Lund", 8)
