"""The parts of a Word file around its text: settings, header and footer, properties (ECMA-376)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from reader.export.colophon import utc
from reader.export.docx.styles import styles, value
from reader.export.markup import Markup, element, joined
from reader.export.options import ExportOptions, Paper
from reader.export.titles import title_in
from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText
from reader.text import language_tag

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


def word_part(name: str, *children: str) -> str:
    """A part whose root is the element `name`."""
    return _HEADER + element(name, _WORD, *children)


@dataclass(frozen=True, slots=True)
class Page:
    """The page: its size, margin and orientation."""

    width: int
    height: int
    margin: int
    landscape: bool

    @classmethod
    def of(cls, options: ExportOptions) -> "Page":
        """The page for `options`."""
        short, long = _PAPER[options.paper]
        width, height = (long, short) if options.landscape else (short, long)
        return cls(width, height, _MARGIN[options.paper], options.landscape)

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def section(self, *, named: bool = False) -> Markup:
        """The properties of the only section; `named`, whether the head of the first page names the languages."""
        margin = str(self.margin)
        sides = {f"w:{side}": margin for side in ("top", "right", "bottom", "left")}
        turned = {"w:orient": "landscape"} if self.landscape else {}
        return element(
            "w:sectPr",
            {},
            element("w:headerReference", {"w:type": "default", "r:id": "header"}),
            *([element("w:headerReference", {"w:type": "first", "r:id": "header_first"})] if named else []),
            element("w:footerReference", {"w:type": "default", "r:id": "footer"}),
            element("w:footerReference", {"w:type": "first", "r:id": "footer"}),
            element("w:pgSz", {"w:w": str(self.width), "w:h": str(self.height), **turned}),
            element("w:pgMar", {**sides, "w:header": "567", "w:footer": "567", "w:gutter": "0"}),
            element("w:titlePg"),
        )


@dataclass(frozen=True, slots=True)
class Extent:
    """What is in a file beside its text.

    Attributes:
        links: addresses by their relationship ids.
        names: of the languages for the head of the page, and where they begin.
        footnotes, numbering: these parts, or "".
        styles: that are used.
    """

    links: Mapping[str, str]
    names: Sequence[tuple[int, Markup]] = ()
    footnotes: str = ""
    numbering: str = ""
    styles: Collection[str] = frozenset()

    def parts(self) -> list[str]:
        """The names of the parts with a relationship to the text."""
        more = {"header_first": self.names, "footnotes": self.footnotes, "numbering": self.numbering}
        return ["styles", "settings", "header", "footer", *(name for name, content in more.items() if content)]


def parts(text: ParallelText, options: ExportOptions, extent: Extent, moment: datetime) -> Iterator[tuple[str, str]]:
    """Names and contents of all parts but the text."""
    title = title_in(text, options)
    yield "[Content_Types].xml", _content_types(extent)
    yield "_rels/.rels", _relationships(_package_relationships())
    yield "docProps/core.xml", _core(title, text, moment)
    yield (
        "docProps/app.xml",
        _HEADER
        + element("Properties", {"xmlns": f"{_OFFICE}/extended-properties"}, element("Application", {}, "Tospalt")),
    )
    language = language_tag(text.source_language, region=True)
    yield "word/styles.xml", word_part("w:styles", *styles(options, language, extent.styles))
    yield "word/settings.xml", _settings(language, extent)
    yield "word/header.xml", word_part("w:hdr", _line("Header", _run(title)), *_names(extent))
    if extent.names:
        yield "word/header_first.xml", word_part("w:hdr", *_names(extent))
    yield (
        "word/footer.xml",
        word_part("w:ftr", _line("Footer", joined((_field("PAGE"), _run(" / "), _field("NUMPAGES"))))),
    )
    yield "word/_rels/document.xml.rels", _relationships(_document_relationships(extent))
    if extent.footnotes:
        yield "word/footnotes.xml", extent.footnotes
        yield "word/_rels/footnotes.xml.rels", _relationships(_links(extent.links))
    if extent.numbering:
        yield "word/numbering.xml", extent.numbering


def _names(extent: Extent) -> Iterator[Markup]:
    """The names of the languages, above their columns."""
    if extent.names:
        stops = [element("w:tab", {"w:val": "left", "w:pos": str(place)}) for place, _ in extent.names if place]
        runs = [part for place, name in extent.names for part in ([_TAB, name] if place else [name])]
        tabs, left = element("w:tabs", {}, *stops), value("w:jc", "left")
        yield element("w:p", {}, element("w:pPr", {}, value("w:pStyle", "ColumnName"), tabs, left), *runs)


def _content_types(extent: Extent) -> str:
    overrides = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        **{f"/word/{name}.xml": f"{_MAIN}.{_kind(name)}+xml" for name in extent.parts()},
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


def _document_relationships(extent: Extent) -> Iterator[tuple[str, str, str, bool]]:
    for name in extent.parts():
        yield name, f"{_OFFICE}/relationships/{_kind(name)}", f"{name}.xml", False
    yield from _links(extent.links)


def _kind(part: str) -> str:
    return part.partition("_")[0]


def _links(links: Mapping[str, str]) -> Iterator[tuple[str, str, str, bool]]:
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


def _settings(language: str, extent: Extent) -> str:
    mode = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": "15",
    }
    return word_part(
        "w:settings",
        element("w:autoHyphenation"),
        *([_SEPARATORS] if extent.footnotes else []),
        element("w:compat", {}, element("w:compatSetting", mode)),
        element("w:themeFontLang", {"w:val": language}),
    )


_TAB = element("w:r", {}, element("w:tab"))
_SEPARATORS = element("w:footnotePr", {}, *(element("w:footnote", {"w:id": number}) for number in ("-1", "0")))


def _line(style: str, content: Markup) -> Markup:
    return element("w:p", {}, element("w:pPr", {}, value("w:pStyle", style)), content)


def _run(text: str) -> Markup:
    return element("w:r", {}, element("w:t", {"xml:space": "preserve"}, text))


def _field(code: str) -> Markup:
    return element("w:fldSimple", {"w:instr": f" {code} "}, _run("1"))
