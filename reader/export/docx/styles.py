"""The styles of a Word file (ECMA-376)."""

from collections.abc import Collection, Iterator

from reader.export.markup import Markup, element
from reader.export.options import ExportOptions
from reader.late_dataclasses import dataclass

TEXT_FACE, CODE_FACE = "Cambria", "Consolas"
QUIET, LINK, WARNING = "666666", "1F4E79", "A02C1C"
# The ground of a callout; lines of a table, light between its rows.
GROUND, HAIRLINE, EDGE = "F6F4EE", "C9C4B6", "6B6B6B"
# Relative to running text.
NUMBER_SCALE = 0.72
_HEADING_SIZES = (1.6, 1.3, 1.15, 1.05, 1.0, 1.0)


def value(name: str, content: str) -> Markup:
    """An element with only a value."""
    return element(name, {"w:val": content})


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; `scale` is relative to running text, `above` and `below` are in twentieths of a point."""

    name: str
    scale: float = 1.0
    above: int = 0
    below: int = 140
    bold: bool = False
    italic: bool = False
    colour: str = ""
    face: str = ""
    outline: int | None = None
    keep: bool = False
    align: str = ""
    unhyphenated: bool = False


_STYLES = {
    "Title": _Style("Title", 1.7, 0, 280, bold=True, keep=True, unhyphenated=True),
    **{
        f"Heading{level}": _Style(
            f"heading {level}", scale, 220, 120, bold=True, outline=level - 1, keep=True, unhyphenated=True
        )
        for level, scale in enumerate(_HEADING_SIZES, start=1)
    },
    # Only look like headings: real ones would be in the navigation pane twice.
    **{
        f"TranslatedHeading{level}": _Style(
            f"Translated heading {level}", scale, 220, 120, bold=True, keep=True, unhyphenated=True
        )
        for level, scale in enumerate(_HEADING_SIZES, start=1)
    },
    "Quote": _Style("Quote"),
    "ListParagraph": _Style("List Paragraph", below=80),
    "Code": _Style("Code", 0.86, face=CODE_FACE, unhyphenated=True),
    "Dateline": _Style("Dateline", 0.92, colour=QUIET),
    "SeeAlso": _Style("See also", 0.94),
    "NotTranslated": _Style("Not translated", 0.9, italic=True, colour=QUIET),
    "TranslatedBack": _Style("Translated back", 0.88, italic=True, colour=QUIET),
    "ReferenceTranslation": _Style("Reference translation", 0.94),
    "ColumnName": _Style("Column name", 0.86, 0, 200, colour=QUIET),
    "ParagraphNumber": _Style("Paragraph number", NUMBER_SCALE, 40, 0, colour=QUIET, align="right", unhyphenated=True),
    "Rule": _Style("Rule", 0.5, 60, 260),
    "Colophon": _Style("Colophon", 0.82, 0, 30, colour=QUIET, keep=True),
    "Header": _Style("header", 0.82, italic=True, colour=QUIET, align="center"),
    "Footer": _Style("footer", 0.82, colour=QUIET, align="center"),
}
# Written only where they are used.
_STRUCTURE = {
    "Figure": _Style("Figure", 0.94, below=80, colour=QUIET),
    "Caption": _Style("caption", 0.9, italic=True),
    "FootnoteText": _Style("footnote text", 0.88, below=60),
    "Term": _Style("Term", below=40, bold=True, keep=True),
    "Verse": _Style("Verse", unhyphenated=True),
    "AsideLabel": _Style("Aside label", 0.86, below=0, bold=True, colour=QUIET, keep=True),
    "PageFurniture": _Style("Page furniture", 0.86, colour=QUIET),
    "TableText": _Style("Table text", 0.94, below=0),
    "TableHead": _Style("Table head", 0.94, below=0, bold=True),
    "TableGap": _Style("Table gap", 0.5, below=0),
}


def styles(options: ExportOptions, language: str, used: Collection[str]) -> Iterator[Markup]:
    """The contents of the styles part.

    Args:
        options: of the export.
        language: that of text without one of its own, a tag with a region.
        used: the styles that are used; of the usual ones also others are written.
    """
    faces = {f"w:{script}": TEXT_FACE for script in ("ascii", "hAnsi", "cs")}
    usual = element(
        "w:rPr",
        {},
        element("w:rFonts", faces),
        *_sizes(options.font_size),
        element("w:lang", {"w:val": language, "w:eastAsia": "ja-JP", "w:bidi": "ar-SA"}),
    )
    spaced = element("w:spacing", {"w:before": "0", "w:after": "140", "w:line": "276", "w:lineRule": "auto"})
    defaults = (
        element("w:rPrDefault", {}, usual),
        element("w:pPrDefault", {}, element("w:pPr", {}, element("w:widowControl"), spaced)),
    )
    yield element("w:docDefaults", {}, *defaults)
    yield element(
        "w:style",
        {"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"},
        value("w:name", "Normal"),
        element("w:qFormat"),
    )
    structure = {identifier: style for identifier, style in _STRUCTURE.items() if identifier in used}
    for identifier, style in {**_STYLES, **structure}.items():
        yield _style(identifier, style, options.font_size)
    yield element(
        "w:style",
        {"w:type": "character", "w:styleId": "Hyperlink"},
        value("w:name", "Hyperlink"),
        element("w:rPr", {}, value("w:color", LINK), value("w:u", "single")),
    )


def _style(identifier: str, style: _Style, size: float) -> Markup:
    spacing = {"w:before": str(style.above), "w:after": str(style.below)}
    paragraph = (
        *([element("w:keepNext"), element("w:keepLines")] if style.keep else []),
        *([element("w:suppressAutoHyphens")] if style.unhyphenated else []),
        element("w:spacing", spacing),
        *([value("w:jc", style.align)] if style.align else []),
        *([value("w:outlineLvl", str(style.outline))] if style.outline is not None else []),
    )
    faces = {f"w:{script}": style.face for script in ("ascii", "hAnsi", "cs")}
    characters = (
        *([element("w:rFonts", faces)] if style.face else []),
        *([element("w:b")] if style.bold else []),
        *([element("w:i")] if style.italic else []),
        *([value("w:color", style.colour)] if style.colour else []),
        *_sizes(size * style.scale),
    )
    return element(
        "w:style",
        {"w:type": "paragraph", "w:styleId": identifier},
        value("w:name", style.name),
        value("w:basedOn", "Normal"),
        *([value("w:next", "Normal")] if style.keep else []),
        element("w:qFormat"),
        element("w:pPr", {}, *paragraph),
        element("w:rPr", {}, *characters),
    )


def _sizes(points: float) -> tuple[Markup, Markup]:
    half = str(round(points * 2))
    return value("w:sz", half), value("w:szCs", half)
