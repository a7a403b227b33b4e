"""Small files in OpenDocument, written for tests."""

from collections.abc import Sequence

from reader.formats.odt.document import parse_odt
from reader.formats.parsed import Parsed
from reader.text import Mark, Paragraph
from tests.reader.formats.books import archive

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_URIS = {name: f"{_OASIS}{name}:1.0" for name in ("office", "text", "style", "table", "form", "chart", "meta")}
_URIS |= {
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _URIS.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"


def root(name: str, content: str) -> bytes:
    """A file of XML with this root."""
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {_DECLARED}>{content}</office:{name}>'.encode()


def body(text: str, automatic: str = "") -> str:
    """What `content.xml` has, with this text and these styles that programs make."""
    styles = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    return f"{styles}<office:body><office:text>{text}</office:text></office:body>"


def odt(
    text: str, *, styles: str = "", automatic: str = "", masters: str = "", meta: str = "", others: Sequence[str] = ()
) -> bytes:
    """A document with this text.

    Args:
        text: what stands in `office:text`.
        styles: named styles.
        automatic: those that programs make.
        masters: styles of pages, with headers and footers.
        meta: what it says of itself.
        others: further members, "path=content".
    """
    common = f"<office:styles>{styles}</office:styles><office:master-styles>{masters}</office:master-styles>"
    return archive(
        {
            "mimetype": MIMETYPE,
            "content.xml": root("document-content", body(text, automatic)),
            "styles.xml": root("document-styles", common),
            "meta.xml": root("document-meta", f"<office:meta>{meta}</office:meta>"),
            **dict(each.split("=", 1) for each in others),
        }
    )


def flat(text: str, styles: str = "") -> bytes:
    """A document in one file of XML."""
    return root("document", f"<office:styles>{styles}</office:styles>{body(text)}")


def parsed(text: str, **others: str) -> Parsed:
    """What is read from a document with this text; see `odt`."""
    return parse_odt(odt(text, **others), "brev.odt")


def read(text: str, **others: str) -> Sequence[Paragraph]:
    """The paragraphs of such a document."""
    return parsed(text, **others).paragraphs


def texts(text: str, **others: str) -> list[str]:
    """Their texts."""
    return [paragraph.text for paragraph in read(text, **others)]


def marks(paragraph: Paragraph) -> list[tuple[str, str, str]]:
    """The marks on a paragraph, with the text under each."""
    return [_mark(paragraph.text, mark) for mark in paragraph.marks]


def _mark(text: str, mark: Mark) -> tuple[str, str, str]:
    return mark.kind.value, text[mark.start : mark.end], mark.href


def style(name: str, family: str = "paragraph", properties: str = "", said: str = "") -> str:
    """A style with these properties of text, and `said` attributes."""
    inside = f"<style:text-properties {properties}/>" if properties else ""
    return f'<style:style style:name="{name}" style:family="{family}" {said}>{inside}</style:style>'


def levels(name: str, *formats: str, kind: str = "list", said: str = "") -> str:
    """A list style, of which each level is written like this: "1" is "1.", "" is a bullet."""
    written = []
    for number, format_ in enumerate(formats, 1):
        numbered = f'text:{kind}-level-style-number style:num-format="{format_}" style:num-suffix="."'
        if kind == "outline":
            numbered = f'text:outline-level-style style:num-format="{format_}" text:display-levels="{number}"'
        sort = numbered if format_ else 'text:list-level-style-bullet text:bullet-char="–"'
        written.append(f'<{sort} text:level="{number}" {said}/>')
    return f'<text:{kind}-style style:name="{name}">{"".join(written)}</text:{kind}-style>'


def items(*contents: str, said: str = "") -> str:
    """A list; a content that begins with "<" is what an item has, another one its text."""
    inside = (each if each.startswith("<") else f"<text:p>{each}</text:p>" for each in contents)
    return f"<text:list {said}>{''.join(f'<text:list-item>{each}</text:list-item>' for each in inside)}</text:list>"


def frame(content: str, said: str = "") -> str:
    """A frame that is anchored in a paragraph."""
    return f'<draw:frame text:anchor-type="paragraph" {said}>{content}</draw:frame>'


def note(label: str, content: str, kind: str = "footnote") -> str:
    """A note, and the reference to it."""
    return (
        f'<text:note text:id="ftn{label}" text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{content}</text:note-body></text:note>"
    )


def letter() -> bytes:
    """A document with a little of everything."""
    image = frame("<draw:image/><svg:title>hus</svg:title>")
    boxed = frame(f"<draw:text-box><text:p>boks{image}</text:p></draw:text-box>")
    fraction = "<math:mfrac><math:mi>a</math:mi><math:mn>2</math:mn></math:mfrac>"
    formula = frame(f"<draw:object><math:math>{fraction}</math:math></draw:object>")
    cells = "<table:table-cell><text:p>en</text:p></table:table-cell>" * 2
    rows = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
    referring = f'<text:span text:style-name="B">her</text:span>{note("1", "<text:p>note</text:p>")}'
    entry = '<text:p><text:a xlink:href="#Fjell|outline">Fjell<text:tab/>1</text:a></text:p>'
    blocks = (
        '<text:h text:outline-level="1">Fjell</text:h><text:p text:style-name="Quotations">Sitat</text:p>',
        f"<text:p>Se {referring}{boxed}{formula}</text:p>",
        items("en", items("to"), said=_LIST),
        items("tre", said=f'{_LIST} text:continue-numbering="true"'),
        f"<table:table><table:table-header-rows>{rows}</table:table-header-rows>{rows}</table:table>",
        f"<text:table-of-content><text:index-body>{entry}</text:index-body></text:table-of-content>",
        '<text:section text:display="none"><text:p>skjult</text:p></text:section>',
    )
    page = "<style:header><text:p>Topp</text:p></style:header><style:footer><text:p>Bunn</text:p></style:footer>"
    return odt(
        "".join(blocks),
        styles=style("Quotations") + levels("Outline", "1", "1", kind="outline"),
        automatic=style("B", "text", 'fo:font-weight="bold" fo:language="de" fo:country="DE"') + levels("L", "1", "a"),
        masters=f'<style:master-page style:name="Standard">{page}</style:master-page>',
        meta="<dc:title>Fjell</dc:title>",
    )


_LIST = 'text:style-name="L"'
