"""What there is to know of a document: what its file says, how it was read, and how much is in it."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reader.errors import Message, reason, template
from reader.late_dataclasses import dataclass
from reader.text import HEADINGS, Document, Kind, Source, is_numbered

_FORMATS = {
    "markdown": "Markdown",
    "text": template("plain text"),
    "srt": template("SubRip subtitles"),
    "vtt": template("WebVTT subtitles"),
    "xliff": "XLIFF",
    "html": template("web page (HTML)"),
    "epub": template("e-book (EPUB)"),
    "odt": template("OpenDocument text (ODT)"),
    "fodt": template("OpenDocument text (FODT)"),
    "docx": template("Word document (DOCX)"),
    "rtf": template("rich text (RTF)"),
    "pdf": "PDF",
    "image": template("image"),
    "mail": template("e-mail"),
    "mhtml": template("saved web page (MHTML)"),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of everything.

    Attributes:
        paragraphs: those that are counted in the margin, so no headings or cells of tables.
        characters: code points in all texts, spaces among them.
        headings, list_items, tables, notes, figures: of the document.
    """

    paragraphs: int
    characters: int
    headings: int
    list_items: int
    tables: int
    notes: int
    figures: int


@dataclass(frozen=True, slots=True)
class FileState:
    """The state of a file.

    Attributes:
        size: in bytes; None if the file cannot be found.
        changed: when it was last changed, in local time, if the system knows.
        problem: why it cannot be found, as part of a sentence, or "".
    """

    size: int | None = None
    changed: datetime | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know of a document.

    Attributes:
        title: its title, or its first words.
        stated: what the file says about it: "title", "author", "date", "language".
        language: code of the detected language.
        certain: whether there was enough text to be sure of it.
        path: the file it came from, if any.
        file: the state of that file now.
        source: how it was read.
        counts: how much is in it.
    """

    title: str
    stated: Mapping[str, str]
    language: str
    certain: bool
    path: Path | None
    file: FileState
    source: Source
    counts: Counts


def document_facts(document: Document) -> Facts:
    """Find out what there is to know of `document`; its words are counted by `Document.words`, which takes longer."""
    return Facts(
        document.title,
        document.metadata,
        document.language,
        document.certain,
        document.path,
        _state_of(document.path) if document.path is not None else FileState(),
        document.source or Source(""),
        _counts(document),
    )


def _state_of(path: Path) -> FileState:
    try:
        found = path.stat()
    except OSError as error:  # deleted since, or on a disk that is gone
        return FileState(problem=reason(error))
    changed = None
    with suppress(ValueError, OverflowError, OSError):  # no calendar has that day
        changed = datetime.fromtimestamp(found.st_mtime).astimezone()
    return FileState(found.st_size, changed)


def _counts(document: Document) -> Counts:
    kinds = Counter(paragraph.kind for paragraph in document.paragraphs)
    return Counts(
        paragraphs=sum(map(is_numbered, document.paragraphs)),
        characters=sum(len(paragraph.text) for paragraph in document.paragraphs),
        headings=sum(kinds[kind] for kind in HEADINGS),
        list_items=kinds[Kind.LIST_ITEM],
        tables=len(document.tables),
        notes=len(document.notes),
        figures=len(document.figures),
    )


def format_name(format_: str) -> Message:
    """The English name of a format of `Source`; an unknown one is its own name."""
    return Message(_FORMATS.get(format_, format_))
