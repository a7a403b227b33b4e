"""The title of an export, and whether it is set above the rows."""

from reader.export.markup import one_line
from reader.export.options import ExportOptions, Layout
from reader.parallel import ParallelText, Row
from reader.paths import is_pasted
from reader.text import Document, Kind, Paragraph, plain_title

_CUT = "…"
_SPEECH = "–—-*• "


def title_of(document: Document) -> str:
    """The title of a document's export, on one line: its title or else its name."""
    return one_line(document.title) or one_line(document.name)


def title_in(text: ParallelText, options: ExportOptions) -> str:
    """The title of an export, in the language of what it shows: with the translation alone in that.

    A file whose title is only the first words of its text is called by its name, without the suffix.
    """
    document = text.document
    title = title_of(document)
    if document.path is not None and not is_pasted(document.path) and is_first_words(document):
        return one_line(document.path.stem)
    return (_translated(text, title) if options.layout is Layout.TRANSLATION else "") or title


def is_first_words(document: Document) -> bool:
    """Whether the title of a document is no name of it, but only what it begins with."""
    title = one_line(document.title).removesuffix(_CUT).rstrip()
    first = next((words for paragraph in document.paragraphs if (words := _words(paragraph))), "")
    named = any(paragraph.kind is Kind.TITLE for paragraph in document.paragraphs)
    return not named and (first.startswith(title) or first.lstrip(_SPEECH).startswith(title))


def shown_title(text: ParallelText) -> str:
    """The title above the rows, on one line; "" if a row has it, or it is only the first words of the text."""
    document = text.document
    title = one_line(document.title)
    in_rows = any(p.kind is Kind.TITLE or one_line(p.text) == title for p in document.paragraphs)
    return title if title and not in_rows and not is_first_words(document) else ""


def running_head(text: ParallelText, options: ExportOptions) -> str:
    """The title in the head of each page; "" if it is only the first words of the text."""
    return "" if is_first_words(text.document) else title_in(text, options)


def _words(paragraph: Paragraph) -> str:
    return one_line(plain_title(paragraph.text, paragraph.marks))


def _translated(text: ParallelText, title: str) -> str:
    """The translation of the row that the title is taken from, cut where the title is; "" if there is none."""
    row = _row_of(text, title)
    words = _words(row.translated_paragraph) if row is not None and row.target else ""
    if not title.endswith(_CUT) or len(words) <= len(title):
        return words
    return words[: len(title)].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + _CUT


def _row_of(text: ParallelText, title: str) -> Row | None:
    begins = title.removesuffix(_CUT).rstrip()
    words = ((row, _words(row.source)) for row in text.rows)
    return next((row for row, it in words if it and it.lstrip(_SPEECH).startswith(begins.lstrip(_SPEECH))), None)
