"""The title of an export: what it is called, and what is set above its rows."""

from enum import StrEnum

from reader.export.markup import one_line
from reader.parallel import ParallelText
from reader.text import Document, Kind


class TitleStyle(StrEnum):
    """How the title of a document stands above its rows."""

    NONE = "none"  # it does not: it is in one of them, or there is none
    INCIPIT = "incipit"  # it is only their first words
    TITLE = "title"


def title_of(document: Document) -> str:
    """What an export of a document is called, in one line: by its title, else by its file."""
    return one_line(document.title) or one_line(document.name)


def title_style(document: Document) -> TitleStyle:
    """How the title stands above the rows."""
    title = one_line(document.title)
    if not title or any(p.kind is Kind.TITLE or one_line(p.text) == title for p in document.paragraphs):
        return TitleStyle.NONE
    return TitleStyle.INCIPIT if title.endswith("…") else TitleStyle.TITLE


def shown_title(text: ParallelText) -> str:
    """The title to set above the rows where first words are not repeated, in one line; else ""."""
    return title_of(text.document) if title_style(text.document) is TitleStyle.TITLE else ""
