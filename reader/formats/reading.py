"""Files to documents: `read_document` for a file, `read_text` for text from elsewhere."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.errors import DocumentError, MissingError, NoTextError, reason
from reader.files import NotOrdinaryError, TooLargeError, read_bytes
from reader.formats.choices import AS_FOUND, Choices
from reader.formats.decoding import Decoded, decode, in_lines, without_noncharacters
from reader.formats.families import BEGINNINGS, FLAT_ODT, RICH_TEXT, WEB_PAGE, mail_family, packed_family
from reader.formats.finishing import clean, finished
from reader.formats.markdown import parse_markdown
from reader.formats.other_formats import Other, refusal
from reader.formats.parsed import Parsed, Recognising
from reader.formats.plaintext import parse_plain_text
from reader.formats.recognition.kept import KEPT
from reader.formats.signatures import other_format, refuse_binary, refuse_other_text
from reader.formats.subtitles import parse_subtitles, subtitle_format
from reader.formats.suffixes import MAIL_SUFFIXES, MARKDOWN_SUFFIXES, PACKED_SUFFIXES, PDF_SUFFIXES, RTF_SUFFIXES
from reader.formats.xliff.document import as_declared, is_xliff, read_xliff
from reader.gc_pause import gc_paused
from reader.passwords import PASSWORDS
from reader.text import Document, Source, composed, may_have_marks

# Read whole into memory and shown as rows; a longer "text" is a log or a dump, not a document.
MAX_BYTES = 32 * 1024 * 1024
# Most of an archive, of rich text or of a PDF file is images, and most of a mail its attachments, which are not read
# with it.
_MOST_PACKED, _MOST_MAIL = 256 * 1024 * 1024, 100 * 1024 * 1024


def _never() -> bool:
    return False


def read_document(
    path: Path,
    choices: Choices = AS_FOUND,
    *,
    password: str = "",
    pipes: bool = False,
    cancelled: Callable[[], bool] = _never,
    began: Callable[[Document], object] | None = None,
    recognising: Recognising | None = None,
) -> Document:
    """Read a file of any format that is read, text or not.

    The encoding is told by the bytes unless chosen, and broken places are mended; see `Source.repaired`. A file
    without a suffix of Markdown is read as plain text, or as the subtitles that it holds. `choices` are the user's.
    A file that is protected is opened with `password`, or the one known for it; one that opens it is known from then
    on, in memory only, so that the document can be read and written again. With `pipes` a named pipe is accepted,
    waited for and read to its end. Formats that are read in a process of their own ask `cancelled` every 50 ms, and
    may tell `began`, once, how the document begins before all is read: a document of its first paragraphs, in which
    references may lead nowhere. `recognising` is told which of how many pages is recognised: it
    takes seconds.

    Raises:
        CancelledError: `cancelled` returned True.
        DocumentError: the file is missing, unreadable, a folder, too large, of another format, or without text.
        PasswordError: it is protected by a password that is not known.
    """
    data = file_bytes(path, pipes=pipes)
    markdown = path.suffix.lower() in MARKDOWN_SUFFIXES
    password = password or PASSWORDS.of(path)
    document = read_data(
        data,
        str(path),
        path,
        markdown=markdown,
        choices=choices,
        password=password,
        cancelled=cancelled,
        began=began,
        recognising=recognising,
    )
    if document.source is not None and document.source.protected:
        PASSWORDS.keep(path, password)
    return document


def read_data(
    data: bytes,
    name: str,
    path: Path | None = None,
    *,
    markdown: bool = False,
    choices: Choices = AS_FOUND,
    password: str = "",
    cancelled: Callable[[], bool] = _never,
    began: Callable[[Document], object] | None = None,
    recognising: Recognising | None = None,
) -> Document:
    """Make a document of the bytes of a file; `name` is for messages, other arguments are as for `read_document`.

    Raises:
        CancelledError: `cancelled` returned True.
        DocumentError: they are not text, or of a format that is not read.
        NoTextError: there is no text in them.
        PasswordError: `password` does not open them, or is "" and one is needed.
    """
    if family := packed_family(data, name):
        return _isolated(family, data, name, path, Source(family), cancelled, password, began, recognising)
    refuse_binary(data, name)
    found = decode(data, name, choices.encoding)
    if is_xliff(found.text):
        with gc_paused():
            return read_xliff(as_declared(data, found) if not choices.encoding else found, name, path)
    other = other_format(found.text, name)
    if other is Other.HTML:
        page = Source(WEB_PAGE, found.encoding, found.repaired, chosen=bool(choices.encoding))
        return _isolated(WEB_PAGE, found.text.encode("utf-8", "replace"), name, path, page, cancelled, "", began)
    if other is Other.ODT:  # as one file of XML, which itself says how it is encoded
        return _isolated(FLAT_ODT, data, name, path, Source(FLAT_ODT), cancelled, "", began)
    if other is Other.RTF:
        return _isolated(RICH_TEXT, data, name, path, Source(RICH_TEXT), cancelled, "", began)
    if family := mail_family(found.text, name):  # in an encoding of two bytes a letter
        return _isolated(
            family, found.text.encode("utf-8", "replace"), name, path, Source(family), cancelled, "", began
        )
    if other is not None:
        raise refusal(other, name)
    return read_text(found, path, markdown=markdown, choices=choices)


def _isolated(
    family: str,
    data: bytes,
    name: str,
    path: Path | None,
    source: Source,
    cancelled: Callable[[], bool],
    password: str,
    began: Callable[[Document], object] | None,
    recognising: Recognising | None = None,
) -> Document:
    """Read the bytes of a file of a family that is read in a process of its own."""
    from reader.formats.isolated import parse_isolated

    def begin(beginning: Parsed) -> None:
        assert began is not None
        with suppress(NoTextError):
            began(finished(beginning, path, source))

    if (parsed := KEPT.of(data, password)) is None:
        told = begin if began is not None else None
        parsed = parse_isolated(family, data, name, cancelled, password, told, recognising)
        KEPT.keep(data, password, parsed)
    return finished(parsed, path, source)


def read_lines(path: Path, encoding: str = "", *, pipes: bool = False) -> list[str]:
    """The lines of a file of plain text, which are no document: also empty ones; for the rest see `read_document`."""
    return lines_in(file_bytes(path, pipes=pipes), str(path), encoding)


def lines_in(data: bytes, name: str, encoding: str = "") -> list[str]:
    """The lines in the bytes of such a file, without white space at their ends; `name` is for messages.

    Raises:
        DocumentError: they are not text.
    """
    refuse_binary(data, name)
    found = decode(data, name, encoding)
    refuse_other_text(found.text, name)
    text, _ = without_noncharacters(composed(found.text))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line.strip() for line in (lines if lines[-1] else lines[:-1])]


def read_text(
    text: str | Decoded,
    path: Path | None = None,
    *,
    markdown: bool = False,
    choices: Choices = AS_FOUND,
) -> Document:
    """Make a document of `text`, perhaps decoded from bytes; `path` is the file it came from, if any.

    Raises:
        NoTextError: there is no text in it.
    """
    found = Decoded(text, "") if isinstance(text, str) else text
    text, removed = in_lines(found.text)
    format_ = "markdown" if markdown else subtitle_format(text, path.suffix if path else "") or "text"
    with gc_paused():
        parsed = _parse(text, format_, choices)
        if "&" in text or may_have_marks(text):  # else its pieces are clean, as it is
            parsed = replace(parsed, paragraphs=tuple(map(clean, parsed.paragraphs)))
    return finished(
        parsed,
        path,
        Source(
            format_,
            found.encoding,
            found.repaired + removed,
            chosen=bool(choices.encoding),
            lines=choices.lines.value if format_ == "text" else "",
        ),
    )


def _parse(text: str, format_: str, choices: Choices) -> Parsed:
    if format_ == "markdown":
        return parse_markdown(text)
    return parse_plain_text(text, choices.lines) if format_ == "text" else parse_subtitles(text, format_)


def _most(path: Path) -> int:
    """How many bytes a file of this name may have."""
    suffix = path.suffix.lower()
    if suffix in PACKED_SUFFIXES | PDF_SUFFIXES | RTF_SUFFIXES:
        return _MOST_PACKED
    return _MOST_MAIL if suffix in MAIL_SUFFIXES else MAX_BYTES


def file_bytes(path: Path, *, pipes: bool = False) -> bytes:
    """The bytes of a file that may be a document; for the rest see `read_document`.

    Raises:
        DocumentError: it is missing, unreadable, a folder, or too large.
    """
    try:
        data = read_bytes(path, _most(path), pipes=pipes)
        packed = data.startswith(BEGINNINGS) or packed_family(data, str(path))
        if len(data) > MAX_BYTES and not packed:  # only called so
            raise TooLargeError(path, len(data))
        return data
    except FileNotFoundError as error:
        raise MissingError("“{path}” does not exist.", path=path) from error
    except IsADirectoryError as error:
        raise DocumentError("“{path}” is a folder, not a document.", path=path) from error
    except NotOrdinaryError as error:
        raise DocumentError("“{path}” is not an ordinary file.", path=path) from error
    except TooLargeError as error:
        raise DocumentError(
            "“{path}” is too large ({size} MB). Tospalt opens files of up to {limit} MB.",
            path=path,
            size=round(error.size / 1e6),
            limit=round(_most(path) / 1e6),
        ) from error
    except OSError as error:
        raise DocumentError("“{path}” cannot be read: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise DocumentError("This is not a valid file name.") from error
