"""That a file still has the paragraphs that a document was made of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.errors import DocumentError
from reader.formats.finishing import clean, is_clean
from reader.text import Paragraph


def refuse_other(texts: Sequence[str], expected: Sequence[str], name: str) -> None:
    """Make sure that a file has these texts; `name` is the document's, for messages.

    Raises:
        DocumentError: it has others.
    """
    if list(texts) != list(expected):
        raise changed(name)


def cleaned_lines(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs read from lines of text as a document has them; without origins where they are other letters then, as
    of a letter and its mark in two places: these are not written back.
    """
    return [p if is_clean(p.text) else replace(clean(p), marks=()) for p in paragraphs]


def changed(name: str) -> DocumentError:
    """What to tell of a file that is no longer as it was opened."""
    return DocumentError("“{name}” has changed since it was opened. Open it again, and then export it.", name=name)
