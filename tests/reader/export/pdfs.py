"""Bilingual PDFs for tests, and their text, tags, bookmarks and addresses."""

import datetime
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

from reader.export import ExportOptions, set_pdf
from reader.parallel import ParallelText, Row, State
from reader.text import Document, Kind, Paragraph
from tests.pdf_text import page_texts

DAY = ExportOptions(timestamp=datetime.datetime(2025, 11, 22, tzinfo=datetime.UTC))
NORWEGIAN = "Lenge før noen visste hva som var i vente, hadde menneskene i dalen begynt å bygge hus av stein. "
ENGLISH = "Long before anyone knew what was coming, people in the valley had begun to build houses of stone. "


def row(source: str, target: str = "", kind: Kind = Kind.PARAGRAPH, level: int = 0, **more: object) -> Row:
    state = State.DONE if target else State.PENDING
    return Row(Paragraph(source, kind, level=level), target, **{"state": state, **more})  # type: ignore[arg-type]


def parallel(*rows: Row, title: str = "", path: Path | None = None) -> ParallelText:
    document = Document(title, tuple(r.source for r in rows), path, "nb", True)
    return ParallelText(document, "nb", "en", (), list(rows))


def made(*rows: Row, title: str = "") -> bytes:
    return set_pdf(parallel(*rows, title=title), DAY).data


def text_of(data: bytes) -> str:
    """All the text, with line ends as spaces and hyphenated words joined."""
    joined = "\n".join(page_texts(data)).replace("\r", "")
    return " ".join(re.sub("[\xad\ufffe\x02]\n?", "", joined).split())


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def tags(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """`element` and the structure elements below it, in reading order."""
    if isinstance(element, pikepdf.Array):
        for kid in element:
            yield from tags(kid)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        yield element
        yield from tags(element.get("/K", pikepdf.Array()))


def tag_names(data: bytes) -> list[str]:
    with opened(data) as pdf:
        return [str(tag.S)[1:] for tag in tags(pdf.Root.StructTreeRoot.K)]


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    """Depth and title of each bookmark, in order."""

    def below(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from below(item.children, depth + 1)

    with opened(data) as pdf, pdf.open_outline() as outline:
        return list(below(outline.root, 1))


def addresses(data: bytes) -> list[str]:
    with opened(data) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if note.Subtype == "/Link"]


BOOK = (
    row("Huset", "The House", Kind.TITLE, 1),
    row("Det første rommet", "The first room", Kind.HEADING, 2),
    *(row(f"kilde{n} " + NORWEGIAN * (1 + n % 4), f"target{n} " + ENGLISH * (1 + n % 3)) for n in range(60)),
    row("Det andre rommet", "The second room", Kind.HEADING, 3),
    row("Slutt.", "The end."),
)
