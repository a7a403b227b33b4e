"""Word documents made of pieces of XML, for tests."""

from collections.abc import Mapping

from reader.formats.docx.document import parse_docx
from reader.formats.parsed import Parsed
from reader.text import Mark, Paragraph
from tests.reader.formats.books import archive

_BASE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_BASE}/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": f"{_BASE}/wordprocessingml/2006/main",
        "r": _RELATIONS,
        "m": f"{_BASE}/officeDocument/2006/math",
        "wp": f"{_BASE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_BASE}/drawingml/2006/main",
        "pic": f"{_BASE}/drawingml/2006/picture",
        "c": f"{_BASE}/drawingml/2006/chart",
        "dgm": f"{_BASE}/drawingml/2006/diagram",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": f"{_BASE}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
# Where each part is that the text refers to: the end of the type of the reference, and the element in it.
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "settings", "comments")
# A part that the text refers to by an identifier: its kind, and its content.
Referred = Mapping[str, tuple[str, str]]
MAIN = "word/document.xml"


def word_file(
    body: str, *, referred: Referred | None = None, more: Mapping[str, str] | None = None, **parts: str
) -> bytes:
    """A Word document with this body.

    Args:
        body: elements of the text.
        referred: further parts by the identifier that the text has for them, such as headers; or addresses.
        more: further files, by path.
        parts: what is in the parts "styles", "numbering" and so on.
    """
    files = {"_rels/.rels": _relations({"main": ("officeDocument", MAIN)})}
    files[MAIN] = _xml("document", f"<w:body>{body}</w:body>")
    listed = {name: (name, f"{name}.xml") for name in _PARTS if name in parts}
    files |= {f"word/{name}.xml": _xml(name, content) for name, content in parts.items()}
    for identifier, (kind, content) in (referred or {}).items():
        within = kind in ("header", "footer")
        listed[identifier] = (kind, f"{identifier}.xml" if within else content)
        if within:
            files[f"word/{identifier}.xml"] = _xml("hdr", content)
    files["word/_rels/document.xml.rels"] = _relations(listed)
    return archive(files | dict(more or {}))


def _xml(name: str, content: str) -> str:
    return f"<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def _relations(listed: Mapping[str, tuple[str, str]]) -> str:
    external = {identifier: "External" if "://" in target else "" for identifier, (_, target) in listed.items()}
    entries = (
        f'<Relationship Id="{identifier}" Type="{_RELATIONS}/{kind}" Target="{target}" '
        f'TargetMode="{external[identifier]}"/>'
        for identifier, (kind, target) in listed.items()
    )
    return f'<Relationships xmlns="{_BASE}/package/2006/relationships">{"".join(entries)}</Relationships>'


def read(body: str, *, referred: Referred | None = None, more: Mapping[str, str] | None = None, **parts: str) -> Parsed:
    """The content of a Word document with this body."""
    return parse_docx(word_file(body, referred=referred, more=more, **parts), "brev.docx")


def texts(parsed: Parsed) -> list[str]:
    """The texts of its paragraphs."""
    return [paragraph.text for paragraph in parsed.paragraphs]


def only(parsed: Parsed) -> Paragraph:
    """Its only paragraph."""
    (paragraph,) = parsed.paragraphs
    return paragraph


def marks(paragraph: Paragraph) -> list[tuple[str, str, str]]:
    """What is under each mark, the kind of the mark, and what it leads to."""
    return [(_under(paragraph, mark), mark.kind.value, mark.href) for mark in paragraph.marks]


def _under(paragraph: Paragraph, mark: Mark) -> str:
    return paragraph.text[mark.start : mark.end]


def left_out(parsed: Parsed) -> list[str]:
    """What it says has been left out."""
    return list(map(str, parsed.left_out))


def p(content: str, properties: str = "") -> str:
    """A paragraph with these runs and properties."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run with this text and these properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(style: str, text: str = "ord") -> str:
    """A paragraph of a style."""
    return p(r(text), f'<w:pStyle w:val="{style}"/>')


def field(code: str, result: str) -> str:
    """A field with a code and what is between its middle and its end."""
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{result}{end}"


def item(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph that is numbered."""
    return p(r(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def lists(*levels: str, nums: str = "") -> str:
    """Numbering with one list of these levels, "1", and more `nums`."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{nums}'
    )


def table(*rows: str) -> str:
    """A table of these rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of these cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell with a text, or with elements."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(r(content))}</w:tc>"


def note(kind: str, number: int, content: str) -> str:
    """A footnote or endnote with these paragraphs."""
    return f'<w:{kind} w:id="{number}">{content}</w:{kind}>'


def reference(kind: str, number: int) -> str:
    """A run that refers to a footnote or endnote."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def picture(description: str, *, floating: bool = False, identifier: str = "bilde") -> str:
    """A run with an image."""
    around = "anchor" if floating else "inline"
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{identifier}"/></pic:blipFill></pic:pic>'
    return (
        f'<w:r><w:drawing><wp:{around}><wp:extent cx="952500" cy="476250"/>'
        f'<wp:docPr id="1" name="B" descr="{description}"/>'
        f"<a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic></wp:{around}></w:drawing></w:r>"
    )


def text_box(content: str, fallback: str = "") -> str:
    """A run with a text box, in the new form and in the old one."""
    old = f"<v:shape><v:textbox><w:txbxContent>{fallback or content}</w:txbxContent></v:textbox></v:shape>"
    new = f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        "<w:drawing><wp:anchor><wp:docPr id='2' name='T'/>"
        f"<a:graphic><a:graphicData>{new}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
