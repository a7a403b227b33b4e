"""The title of an export, and whether it is set above the rows."""

from enum import StrEnum

from reader.export.markup import one_line
from reader.parallel import ParallelText
from reader.text import Document, Kind


class TitleStyle(StrEnum):
    """How the title of a document is set above its rows."""

    NONE = "none"  # not at all: a row has it, or there is none
    INCIPIT = "incipit"  # it is only the first words of the text
    TITLE = "title"


def title_of(document: Document) -> str:
    """The title of a document's export, on one line: its title or else its name."""
    return one_line(document.title) or one_line(document.name)


def title_style(document: Document) -> TitleStyle:
    """How the title is set above the rows."""
    title = one_line(document.title)
    if not title or any(p.kind is Kind.TITLE or one_line(p.text) == title for p in document.paragraphs):
        return TitleStyle.NONE
    return TitleStyle.INCIPIT if title.endswith("…") else TitleStyle.TITLE


def shown_title(text: ParallelText) -> str:
    """The title above the rows, on one line, for formats that do not repeat first words there; or ""."""
    return title_of(text.document) if title_style(text.document) is TitleStyle.TITLE else ""
