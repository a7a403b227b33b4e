"""Exports as read by independent parsers: elements and text, in order."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree, html

from reader.export import Layout
from tests.reader.export.markdown_readers import Found, by_markdown_it, by_mistune

# All layouts but that of the document's own file, which other modules write.
ARRANGED = [layout for layout in Layout if layout is not Layout.ORIGINAL]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Line breaks and tabs are white space in the text; text elements of Word are not shown as elements.
_SPACES = {"br", f"{W}br", f"{W}tab", "{http://www.w3.org/1999/xhtml}br"}
_TEXT = f"{W}t"
# Depends on the whole content of the book.
_OF_THE_WHOLE = "{http://purl.org/dc/elements/1.1/}identifier"

# "<" and an element's name with its attributes, ">" at its end, or text on one line.
Shape = list[str]


def one_line(text: str) -> str:
    return " ".join(text.split())


def shape(root: etree._Element) -> Shape:
    parts: Shape = [""]
    for event, element in etree.iterwalk(root, ("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts += [f"<{event}>", ""]
            continue
        if element.tag in _SPACES:
            parts[-1] += " " if event == "start" else element.tail or ""
            continue
        if element.tag != _TEXT:
            attributes = " ".join(f"{name}={one_line(value)}" for name, value in sorted(element.attrib.items()))
            parts += [f"<{element.tag} {attributes}", ""] if event == "start" else [">", ""]
        if event == "end":
            parts[-1] += element.tail or ""
        elif element.tag != _OF_THE_WHOLE:
            parts[-1] += element.text or ""
    return [line for part in parts if (line := one_line(part))]


def of_xml(data: bytes) -> Shape:
    return shape(etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)))


def of_html(data: bytes) -> Shape:
    return shape(html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")))


def of_zip(data: bytes) -> Shape:
    """All parts of a Word file or an EPUB; parts that are not XML by name only."""
    with ZipFile(BytesIO(data)) as file:
        names = file.namelist()
        xml = [name for name in names if name.endswith((".xml", ".rels", ".opf", ".xhtml"))]
        return [*names, *(part for name in xml for part in of_xml(file.read(name)))]


def of_markdown(data: bytes) -> Shape:
    """As read by two parsers, one after the other."""
    return [part for read in (by_markdown_it, by_mistune) for part in _said(read(data.decode()))]


def _said(found: Found) -> Iterator[str]:
    """What a parser found, without <br> in cells, the only HTML allowed; links, which it splits, are listed once."""
    yield from (f"<{html}" for html in found.html if html != "<br>")
    yield from (f"<link {link}" for link in sorted(set(found.links)))
    yield from (f"<image {image}" for image in found.images)
    for kind, text in found.leaves:
        yield f"<{kind}"
        if line := one_line(text):
            yield line
