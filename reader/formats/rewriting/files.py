"""Writing paragraphs back into the file of a document: its bytes with other words."""

from collections.abc import Callable
from pathlib import Path

from reader.formats.isolated import rewrite_isolated
from reader.formats.reading import file_bytes
from reader.formats.rewriting.changes import Rewriting, Rewritten
from reader.formats.suffixes import MARKDOWN_SUFFIXES
from reader.passwords import PASSWORDS
from reader.text import Document

# The formats, as `Source` has them, that can be written back, and the suffixes of such files, the usual one first.
WRITTEN_BACK: dict[str, tuple[str, ...]] = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "odt": (".odt", ".ott"),
    "fodt": (".fodt",),
    "rtf": (".rtf",),
    "epub": (".epub",),
    "html": (".html", ".htm", ".xhtml"),
    "text": (".txt", ".text"),
    "srt": (".srt",),
    "vtt": (".vtt",),
    "markdown": (".md", *sorted(MARKDOWN_SUFFIXES - {".md"})),
}
# Files of these formats say inside which of them they are, and are refused under another name.
_NAMED_INSIDE = frozenset({"docx"})


def original_suffixes(document: Document) -> tuple[str, ...]:
    """The suffixes that a file in the format and layout of the document's own may have, the document's first.

    Empty if it cannot be written so.
    """
    if document.source is None or document.path is None:
        return ()
    suffixes = WRITTEN_BACK.get(document.source.format, ())
    own = document.path.suffix.lower()
    if document.source.format in _NAMED_INSIDE:
        return (own,) if own in suffixes else ()
    return (own, *(each for each in suffixes if each != own)) if own in suffixes else suffixes


def usual_suffixes() -> tuple[str, ...]:
    """The usual suffix of each format that can be written back."""
    return tuple(suffixes[0] for suffixes in WRITTEN_BACK.values())


def rewritten(
    document: Document, path: Path, rewriting: Rewriting, cancelled: Callable[[], bool] = lambda: False
) -> Rewritten:
    """The file of `document`, at `path`, with other words; it is read again and stays as it is.

    Without changes these are its own bytes.

    Raises:
        CancelledError: `cancelled`, asked every 50 ms, returned True.
        DocumentError: the file cannot be read, or is no longer as it was when it was opened.
        PasswordError: it is protected by a password that is not known.
    """
    assert document.source is not None
    password = PASSWORDS.of(path) if document.source.protected else ""
    return rewrite_isolated(document.source.format, file_bytes(path), str(path), rewriting, cancelled, password)
