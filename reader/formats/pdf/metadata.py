"""What a PDF file says of itself, and its outline."""

import ctypes
from collections.abc import Callable, Iterator, Mapping

import pypdfium2.raw as pdfium

from reader import late_re as re
from reader.formats.pdf.handles import Handle, address_of
from reader.formats.pdf.kinds import plain

_STATED = {"Title": "title", "Author": "author", "CreationDate": "date"}
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
# What programs put in place of a title: the name of a file.
_NO_TITLE = re.compile(r"(?:untitled|uten navn|document\d*|dokument\d*|.*\.\w{2,5}|microsoft word - .*)", re.IGNORECASE)
_LONGEST, _MOST_ENTRIES, _DEEPEST = 2000, 20_000, 12


def metadata_of(document: Handle) -> Mapping[str, str]:
    """The title, author, date and language, as far as they are said with sense."""
    found = {ours: text for theirs, ours in _STATED.items() if (text := " ".join(_said(document, theirs).split()))}
    if _NO_TITLE.fullmatch(found.get("title", "")):
        del found["title"]
    if "date" in found:
        found["date"] = _date(found["date"])
    if language := _language(document):
        found["language"] = language
    return {name: value for name, value in found.items() if value}


def _said(document: Handle, name: str) -> str:
    return _utf16(lambda text, size: pdfium.FPDF_GetMetaText(document, name.encode(), text, size))


def _language(document: Handle) -> str:
    return _utf16(lambda text, size: pdfium.FPDFCatalog_GetLanguage(document, ctypes.cast(text, _WIDE), size)).strip()


_WIDE = ctypes.POINTER(pdfium.FPDF_WCHAR)


def _utf16(get: Callable[..., int]) -> str:
    text = ctypes.create_string_buffer(2 * _LONGEST)
    length = get(text, 2 * _LONGEST)
    return text.raw[: max(min(length, 2 * _LONGEST) - 2, 0)].decode("utf-16-le", "replace")


def _date(said: str) -> str:
    found = _DATE.match(said)
    return "-".join(part for part in found.groups() if part) if found else ""


def outline_of(document: Handle) -> Mapping[str, int]:
    """The titles of the outline, as `plain` makes them, and how deep they are, from 1 on."""
    found: dict[str, int] = {}
    for title, level in _entries(document, None, 1, {}):
        if key := plain(title):
            found.setdefault(key, level)
    return found


def _entries(document: Handle, parent: Handle, level: int, seen: dict[int, None]) -> Iterator[tuple[str, int]]:
    entry = pdfium.FPDFBookmark_GetFirstChild(document, parent)
    while entry and level <= _DEEPEST and len(seen) < _MOST_ENTRIES:
        address = address_of(entry)
        if address in seen:  # it is in a loop
            return
        seen[address] = None
        yield _title(entry), level
        yield from _entries(document, entry, level + 1, seen)
        entry = pdfium.FPDFBookmark_GetNextSibling(document, entry)


def _title(entry: Handle) -> str:
    return _utf16(lambda text, size: pdfium.FPDFBookmark_GetTitle(entry, text, size))
