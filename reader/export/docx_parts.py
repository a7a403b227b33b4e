"""The parts of a Word file around its text: styles, settings, header and footer, properties (ECMA-376)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.export.colophon import utc
from reader.export.labels import language_tag
from reader.export.markup import Markup, element, joined, one_line
from reader.export.options import ExportOptions, Paper
from reader.parallel import ParallelText

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": f"{_OFFICE}/relationships",
}
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# In twentieths of a point, like all lengths here.
_PAPER = {Paper.A4: (11906, 16838), Paper.A5: (8391, 11906), Paper.LETTER: (12240, 15840)}
_MARGIN = {Paper.A4: 1134, Paper.A5: 794, Paper.LETTER: 1134}

TEXT_FACE, CODE_FACE = "Cambria", "Consolas"
QUIET, LINK, WARNING = "666666", "1F4E79", "A02C1C"
# Against the running text.
_HEADING_SIZES = (1.6, 1.3, 1.15, 1.05, 1.0, 1.0)


def word_part(name: str, *children: str) -> str:
    """A whole part whose root is the element `name`."""
    return _HEADER + element(name, _WORD, *children)


def value(name: str, content: str) -> Markup:
    """An element with nothing but a value."""
    return element(name, {"w:val": content})


@dataclass(frozen=True, slots=True)
class Page:
    """The page: its size, margins and how much of its width is text."""

    width: int
    height: int
    margin: int
    landscape: bool

    @classmethod
    def of(cls, options: ExportOptions) -> "Page":
        """The page that `options` ask for."""
        short, long = _PAPER[options.paper]
        width, height = (long, short) if options.landscape else (short, long)
        return cls(width, height, _MARGIN[options.paper], options.landscape)

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - 2 * self.margin

    def section(self) -> Markup:
        """The properties of the one section."""
        margin = str(self.margin)
        sides = {f"w:{side}": margin for side in ("top", "right", "bottom", "left")}
        turned = {"w:orient": "landscape"} if self.landscape else {}
        return element(
            "w:sectPr",
            {},
            element("w:headerReference", {"w:type": "default", "r:id": "header"}),
            element("w:footerReference", {"w:type": "default", "r:id": "footer"}),
            element("w:footerReference", {"w:type": "first", "r:id": "footer"}),
            element("w:pgSz", {"w:w": str(self.width), "w:h": str(self.height), **turned}),
            element("w:pgMar", {**sides, "w:header": "567", "w:footer": "567", "w:gutter": "0"}),
            element("w:titlePg"),
        )


def parts(
    text: ParallelText, options: ExportOptions, links: Mapping[str, str], moment: datetime
) -> Iterator[tuple[str, str]]:
    """Names and contents of all parts but the text itself; `links` are addresses by the ids of relationships."""
    title = one_line(text.document.title) or one_line(text.document.name)
    yield "[Content_Types].xml", _content_types()
    yield "_rels/.rels", _relationships(_package_relationships())
    yield "docProps/core.xml", _core(title, text, moment)
    yield (
        "docProps/app.xml",
        _HEADER
        + element("Properties", {"xmlns": f"{_OFFICE}/extended-properties"}, element("Application", {}, "Tospalt")),
    )
    yield "word/styles.xml", word_part("w:styles", *_styles(options, language_tag(text.source_language, region=True)))
    yield "word/settings.xml", _settings(language_tag(text.source_language, region=True))
    yield "word/header.xml", word_part("w:hdr", _line("Header", _run(title)))
    yield (
        "word/footer.xml",
        word_part("w:ftr", _line("Footer", joined((_field("PAGE"), _run(" / "), _field("NUMPAGES"))))),
    )
    yield "word/_rels/document.xml.rels", _relationships(_document_relationships(links))


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        **{f"/word/{name}.xml": f"{_MAIN}.{name}+xml" for name in ("styles", "settings", "header", "footer")},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    rels = {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}
    return _HEADER + element(
        "Types",
        {"xmlns": f"{_PACKAGE}/content-types"},
        element("Default", rels),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(element("Override", {"PartName": name, "ContentType": kind}) for name, kind in overrides.items()),
    )


def _relationships(found: Iterator[tuple[str, str, str, bool]]) -> str:
    return _HEADER + element(
        "Relationships",
        {"xmlns": f"{_PACKAGE}/relationships"},
        *(
            element(
                "Relationship",
                {"Id": name, "Type": kind, "Target": target, "TargetMode": "External" if external else None},
            )
            for name, kind, target, external in found
        ),
    )


def _package_relationships() -> Iterator[tuple[str, str, str, bool]]:
    yield "document", f"{_OFFICE}/relationships/officeDocument", "word/document.xml", False
    yield "core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False
    yield "app", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml", False


def _document_relationships(links: Mapping[str, str]) -> Iterator[tuple[str, str, str, bool]]:
    for name in ("styles", "settings", "header", "footer"):
        yield name, f"{_OFFICE}/relationships/{name}", f"{name}.xml", False
    for name, target in links.items():
        yield name, f"{_OFFICE}/relationships/hyperlink", target, True


def _core(title: str, text: ParallelText, moment: datetime) -> str:
    names = {
        "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    when = {"xsi:type": "dcterms:W3CDTF"}
    return _HEADER + element(
        "cp:coreProperties",
        names,
        element("dc:title", {}, title),
        element("dc:language", {}, language_tag(text.source_language, region=True)),
        element("dcterms:created", when, utc(moment)),
        element("dcterms:modified", when, utc(moment)),
    )


def _settings(language: str) -> str:
    mode = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": "15",
    }
    return word_part(
        "w:settings",
        element("w:autoHyphenation"),
        element("w:compat", {}, element("w:compatSetting", mode)),
        element("w:themeFontLang", {"w:val": language}),
    )


def _line(style: str, content: Markup) -> Markup:
    return element("w:p", {}, element("w:pPr", {}, value("w:pStyle", style)), content)


def _run(text: str) -> Markup:
    return element("w:r", {}, element("w:t", {"xml:space": "preserve"}, text))


def _field(code: str) -> Markup:
    return element("w:fldSimple", {"w:instr": f" {code} "}, _run("1"))


# ---- Styles ----


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: name, the size against running text, space above and below, and other properties."""

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
    # Looks like a heading; were it one, each would stand in the navigation pane twice.
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
    "HumanTranslation": _Style("Human translation", 0.94),
    "ColumnName": _Style("Column name", 0.86, 0, 200, colour=QUIET),
    "ParagraphNumber": _Style("Paragraph number", 0.72, 40, 0, colour=QUIET, align="right", unhyphenated=True),
    "Rule": _Style("Rule", 0.5, 60, 260),
    "Colophon": _Style("Colophon", 0.82, 0, 30, colour=QUIET, keep=True),
    "Header": _Style("header", 0.82, italic=True, colour=QUIET, align="center"),
    "Footer": _Style("footer", 0.82, colour=QUIET, align="center"),
}


def _styles(options: ExportOptions, language: str) -> Iterator[Markup]:
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
    for identifier, style in _STYLES.items():
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
