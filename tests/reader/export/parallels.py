"""Parallel texts for export tests."""

from datetime import UTC, datetime
from pathlib import Path

from reader.export import USUAL_COLUMNS, ExportOptions, Layout
from reader.packages import LanguagePackage
from reader.parallel import Column, ParallelText, Row, SentencePair, State, initial_row
from reader.text import Document, Kind, Mark, MarkKind, Paragraph, Span
from tests.archives import NB_EN, VERSION
from tests.versions import with_texts

WHEN = datetime(2025, 11, 22, 10, 30, tzinfo=UTC)
PACKAGE = LanguagePackage(NB_EN, "nb", "en", VERSION, starter=True)

BACK, REFERENCE = (*USUAL_COLUMNS, Column.BACK), (*USUAL_COLUMNS, Column.REFERENCE)
EVERY_COLUMN = (*BACK, Column.REFERENCE)

# Texts that look like markup in one of the formats, or that XML 1.0 cannot contain.
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "]]><!--<?xml version='1.0'?>",
    '"><w:p/><seg>&amp;&lt;&#0;',
    "' onmouseover='alert(1)",
    '#eval(read("/etc/passwd")) $x$ `code` *a* _b_ | c |\n| --- |\n# d',
    '=HYPERLINK("http://x.no","y")',
    "[x](javascript:alert(1)) ![y](http://x.no/z.png) <http://x.no>",
    "half \ud83d of a pair and \ude00 the other",
    "nul \x00 bell \x07 escape \x1b delete \x7f next \x85 byte-order \ufeff none \ufffe \uffff \U0001ffff",
    "over\u202eride \u2067isolate \u200fmark",
    "one\r\ntwo\rthree\u2028four\x0bfive\x0csix",
    "x" * 5000,
    "&nbsp;&copy; %s {0} ${HOME} \\u003c \\",
)


def done(
    source: str | Paragraph,
    target: str,
    *pairs: SentencePair,
    marks: tuple[Mark, ...] = (),
    reason: str = "",
    back: str = "",
    reference: str = "",
) -> Row:
    """A translated row."""
    paragraph = Paragraph(source) if isinstance(source, str) else source
    return with_texts(Row(paragraph, target, State.DONE, pairs, marks, reason), back=back, reference=reference)


def pair(
    source: Span, target: Span, *words: tuple[int, int, int, int], edited: bool = False, warned: str = ""
) -> SentencePair:
    """A sentence pair with word links; `warned` is the code of a warning."""
    links = tuple((*word, 1.0) for word in words)
    return SentencePair(source, target, -0.5, links, (warned,) if warned else (), edited)


def parallel(*rows: Row, title: str = "Tittelen", name: str = "en tekst på norsk.txt") -> ParallelText:
    """The rows as a text from Bokmål to English, translated by the starter package."""
    document = Document(title, tuple(row.source for row in rows), Path("/mappe") / name, "nb", True)
    return ParallelText(document, "nb", "en", (PACKAGE,), list(rows))


def shouted(document: Document) -> ParallelText:
    """A document from Bokmål to English whose translation is the same text in capitals, with the same marks."""
    rows = [
        done(p, p.text.upper(), pair((0, len(p.text)), (0, len(p.text))), marks=p.marks)
        if p.translatable
        else initial_row(p)
        for p in document.paragraphs
    ]
    return ParallelText(document, "nb", "en", (PACKAGE,), rows)


def options(layout: Layout = Layout.COLUMNS, **more: object) -> ExportOptions:
    """Options with a fixed time."""
    return ExportOptions(layout=layout, timestamp=WHEN, **more)  # type: ignore[arg-type]


# A row of every kind and state.
STORY = parallel(
    done(Paragraph("Huset", Kind.TITLE, level=1), "The House", pair((0, 5), (0, 9))),
    done(Paragraph("22. november 2025", Kind.DATE), "22 November 2025"),
    done(
        Paragraph("Det brant. Ingen så det.", marks=(Mark(4, 9, MarkKind.STRONG),)),
        "It burned. Nobody saw it.",
        pair((0, 10), (0, 10), (4, 9, 3, 9), edited=True),
        pair((11, 24), (11, 25), warned="number"),
        marks=(Mark(3, 9, MarkKind.STRONG),),
        back="Det brente. Ingen så det.",
        reference="It was on fire. Nobody noticed.",
    ),
    done(Paragraph("Rommene", Kind.HEADING, level=2), "The rooms"),
    done(
        Paragraph("Se kartet her", marks=(Mark(3, 9, MarkKind.LINK, "https://example.org/å?a=1&b=2"),)),
        "See the map here",
        marks=(Mark(4, 11, MarkKind.LINK, "https://example.org/å?a=1&b=2"),),
    ),
    done(Paragraph("røyk", Kind.LIST_ITEM, level=1, marker="•"), "smoke"),
    done(Paragraph("aske", Kind.LIST_ITEM, level=2, marker="3."), "ash"),
    done(Paragraph("«Hvorfor?»", Kind.QUOTE), "“Why?”"),
    initial_row(Paragraph("if x < 1:\n    y = 2", Kind.CODE)),
    initial_row(Paragraph("", Kind.RULE)),
    done(Paragraph("Dypt", Kind.HEADING, level=5), "Deep"),
    initial_row(Paragraph("Dette venter.")),
    Row(Paragraph("Dette gikk galt."), state=State.FAILED, reason="The language model could not translate this text."),
    done(Paragraph("Les også: Taket", Kind.SEE_ALSO), "Read also: The roof"),
    title="Huset",
)
