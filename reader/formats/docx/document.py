"""A Word document as a document: its body, its notes, then the headers and footers of its pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reader.formats.building import Builder
from reader.formats.docx.notes import Notes
from reader.formats.docx.numbering import Numbering
from reader.formats.docx.package import Part, Parts
from reader.formats.docx.sections import Sections
from reader.formats.docx.shared import Shared
from reader.formats.docx.story import Story
from reader.formats.docx.styles import Styles
from reader.formats.left_out import left_out_sentences
from reader.formats.parsed import Began, Parsed
from reader.formats.xml_origins import Origins
from reader.formats.xml_parts import Element, child, children, local_name
from reader.formats.zipped import damaged
from reader.text import Kind

_STATED = {"title": "title", "creator": "author", "created": "date", "language": "language"}


def parse_docx(data: bytes, name: str, began: Began | None = None) -> Parsed:
    """Read a Word document; `name` is for messages, and `began` is told of its beginning.

    Raises:
        DocumentError: it is damaged, or protected.
    """
    parts = Parts(data, name)
    builder = read_paragraphs(parts, began=began).builder
    left_out = builder.left_out + Counter({"tables": builder.layout.wide}) + _apart(parts)
    return Parsed(
        builder.paragraphs,
        tuple(builder.figures),
        builder.targets(),
        _metadata(parts.properties()),
        left_out_sentences(left_out),
        languages=True,
        doubtful=True,  # a word processor also writes what it was only set to
    )


def read_paragraphs(parts: Parts, origins: Origins | None = None, began: Began | None = None) -> Shared:
    """Read the paragraphs of a document; `origins`, if any, remembers where each text stands.

    Raises:
        DocumentError: it is damaged.
    """
    body = child(parts.main.root, "body")
    if body is None:
        raise damaged(parts.archive.name)
    shared = _shared(parts, body, origins)
    shared.builder.began = began
    story = Story(shared, parts.main, body)
    story.blocks(body)
    _read_notes(shared)
    _read_furniture(shared)
    find_title(shared.builder)
    return shared


def _shared(parts: Parts, body: Element, origins: Origins | None) -> Shared:
    styles = Styles(_root(parts.beside("styles")))
    notes = {kind: part for kind in ("footnote", "endnote") if (part := parts.beside(f"{kind}s")) is not None}
    return Shared(
        parts,
        Builder(),
        styles,
        Numbering(_root(parts.beside("numbering")), styles.number),
        Notes(notes),
        Sections(body, _root(parts.beside("settings"))),
        origins=origins,
    )


def _root(part: Part | None) -> Element | None:
    return part.root if part is not None else None


def _read_notes(shared: Shared) -> None:
    """Read the notes that have been referred to; they may refer to others."""
    for number, note in enumerate(shared.notes.referred):
        depth = shared.builder.enter_note(note.label, number)
        content = shared.notes.content(note)
        if content is not None:
            story = Story(shared, shared.notes.parts[note.kind], content, note.label if note.typed else "")
            story.blocks(content)
        shared.builder.unwind(depth)


def _read_furniture(shared: Shared) -> None:
    """Read the headers and footers that are on any page, each once."""
    paths = ((kind, shared.parts.main.target(identifier)) for kind, identifier in shared.sections.furniture())
    for kind, path in dict.fromkeys(paths):
        if path in shared.parts.archive:
            part = shared.parts.part(path)
            depth = shared.builder.enter_furniture(kind)
            Story(shared, part, part.root).blocks(part.root)
            shared.builder.unwind(depth)


def find_title(builder: Builder) -> None:
    """Make the only heading of the first level the title, if the text begins with it and has no other."""
    body = (p for p in builder.paragraphs if not p.within)
    first = [p for p in body if p.kind is Kind.TITLE or (p.kind is Kind.HEADING and p.level == 1)]
    if len(first) == 1 and first[0] is builder.paragraphs[0] and not first[0].marker:
        builder.paragraphs[0] = replace(first[0], kind=Kind.TITLE)


def _apart(parts: Parts) -> Counter[str]:
    """What is in the file and not in its text: comments, programs."""
    comments = parts.beside("comments")
    count = sum(1 for _ in children(comments.root, "comment")) if comments is not None else 0
    macros = any(path.endswith("vbaProject.bin") for path in parts.archive.names)
    return Counter({"comments": count, "macros": int(macros)})


def _metadata(part: Part | None) -> dict[str, str]:
    return dict(_stated(part.root)) if part is not None else {}


def _stated(root: Element) -> Iterator[tuple[str, str]]:
    for element in children(root):
        name = _STATED.get(local_name(element))
        value = " ".join((element.text or "").split())
        if name and value:
            yield name, value.partition("T")[0] if name == "date" else value
