"""A document in OpenDocument text as a document: the text, then its notes, then headers and footers of pages."""

from dataclasses import replace

from reader.formats.building import Builder
from reader.formats.left_out import left_out_sentences
from reader.formats.odt.blocks import Blocks
from reader.formats.odt.furniture import read_furniture
from reader.formats.odt.metadata import metadata_of
from reader.formats.odt.names import tag, value
from reader.formats.odt.package import open_package
from reader.formats.odt.reading import Reading, reading_of
from reader.formats.odt.styles import Role
from reader.formats.parsed import Began, Parsed
from reader.formats.xml_parts import Element
from reader.text import HEADINGS, Kind


def parse_odt(data: bytes, name: str, began: Began | None = None) -> Parsed:
    """Read a document; `name` is for messages, and `began` is told of its beginning.

    Raises:
        DocumentError: it is damaged.
    """
    package = open_package(data, name)
    builder = Builder(titled=True, began=began)
    reading = reading_of(package, builder)
    language = reading.styles.language
    read_paragraphs(reading)
    _entitle(builder)
    builder.left_out["macros"] += package.has_programs
    builder.left_out["tables"] += builder.layout.wide
    metadata = metadata_of(package, language)
    return Parsed(
        builder.paragraphs,
        tuple(builder.figures),
        builder.targets(),
        metadata,
        left_out_sentences(builder.left_out),
        builder.languages,
        metadata.get("title", ""),
        doubtful=builder.languages,
    )


def read_paragraphs(reading: Reading) -> None:
    """Read the paragraphs of a document."""
    body = reading.package.part("office:body")
    assert body is not None  # or the package would not have been opened
    reading.code = _is_mostly_text(reading, body)
    blocks = Blocks(reading)
    for text in body:
        blocks.read(text)
    _read_notes(reading, blocks, 0)
    first = len(reading.notes)
    read_furniture(reading, blocks.read)
    _read_notes(reading, blocks, first)


def _read_notes(reading: Reading, blocks: Blocks, first: int) -> None:
    """Read the notes from a number on, in the order in which the text refers to them; a note may refer to others."""
    number = first
    while number < len(reading.notes):
        label, note = reading.notes[number]
        depth = reading.builder.enter_note(label, number)
        reading.builder.name(value(note, "text:id"))
        blocks.read(note)
        reading.builder.unwind(depth)
        number += 1


def _is_mostly_text(reading: Reading, body: Element) -> bool:
    """Whether the style of code is only that of parts: programs give it to the whole of a text that they import."""
    if not reading.styles.has_code:
        return True
    code = other = 0
    for paragraph in body.iter(tag("text:p"), tag("text:h")):
        length = sum(map(len, paragraph.itertext()))
        if reading.styles.paragraph(value(paragraph, "text:style-name")).role is Role.CODE:
            code += length
        else:
            other += length
    return code <= other


def _entitle(builder: Builder) -> None:
    """Make the only heading of the first level the title, if the text begins with it and has no other."""
    headings = [place for place, p in enumerate(builder.paragraphs) if p.kind in HEADINGS and p.level == 1]
    if headings == [0] and builder.paragraphs[0].kind is Kind.HEADING:
        builder.paragraphs[0] = replace(builder.paragraphs[0], kind=Kind.TITLE)
