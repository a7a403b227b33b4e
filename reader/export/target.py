"""The file that an export goes to."""

from pathlib import Path

from reader.errors import OutputError
from reader.text import Document


def refuse_document_itself(document: Document, path: Path) -> None:
    """Make sure that writing to `path` does not replace the document itself, even by another name.

    Raises:
        OutputError: it would.
    """
    try:
        same = document.path is not None and path.exists() and path.samefile(document.path)
    except (OSError, ValueError):  # not a file that could be lost; reported when it is written
        same = False
    if same:
        raise OutputError("“{path}” is the document itself. Choose another file name.", path=path)


def check_target(document: Document, path: Path) -> None:
    """Make sure, before long work, that an export of `document` could be written to `path`.

    Raises:
        OutputError: it could not, or `path` is the document itself.
    """
    from reader.files import check_writable

    refuse_document_itself(document, path)
    check_writable(path)
