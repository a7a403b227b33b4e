"""That a file still has the paragraphs that a document was made of."""

from collections.abc import Sequence

from reader.errors import DocumentError


def refuse_other(texts: Sequence[str], expected: Sequence[str], name: str) -> None:
    """Make sure that a file has these texts; `name` is the document's, for messages.

    Raises:
        DocumentError: it has others.
    """
    if list(texts) != list(expected):
        raise changed(name)


def changed(name: str) -> DocumentError:
    """What to tell of a file that is no longer as it was opened."""
    return DocumentError("“{name}” has changed since it was opened. Open it again, and then export it.", name=name)
