"""The bytes of HTML that has been written anew: in the encoding it had, or else in UTF-8, which it then declares."""

import codecs

from reader import late_re as re
from reader.late_dataclasses import dataclass

# What says how a page is encoded: an XML declaration, or an element in the head; neither counts in a comment.
_DECLARED = re.compile(
    r"<!--.*?-->"
    r"|\A\ufeff?\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})"
    r"|<meta\s[^<>]*?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(r"<head(?:\s[^<>]*)?>", re.IGNORECASE)
# How many bytes of a page browsers look at for that.
_LOOKED_AT = 1024
_ROOM = len('<meta charset="utf-8">')
_MARKS = (
    ("utf-8", codecs.BOM_UTF8),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """How a text is written as bytes.

    Attributes:
        encoding: Python's name; "" if the text does not become the bytes that it came from.
        mark: the byte-order mark.
    """

    encoding: str
    mark: bytes = b""

    def encoded(self, text: str) -> tuple[bytes, bool]:
        """A text as bytes, and whether they are in another encoding than before."""
        if self.encoding:
            # A letter that the encoding lacks is a reference to it.
            return self.mark + text.encode(self.encoding, "xmlcharrefreplace"), False
        return declaring_utf_8(text).encode("utf-8", "replace"), True


def encoding_of(data: bytes, text: str, encoding: str) -> Encoded:
    """How a text that was decoded from bytes is written again; `encoding` is what it was decoded from."""
    marked = ((name, mark) for name, mark in _MARKS if data.startswith(mark))
    return next((Encoded(*each) for each in (*marked, (encoding, b"")) if _gives(*each, text, data)), Encoded(""))


def _gives(encoding: str, mark: bytes, text: str, data: bytes) -> bool:
    try:
        return mark + text.encode(encoding) == data
    except (UnicodeError, LookupError):  # mended, or an encoding that Python does not write
        return False


def declaring_utf_8(markup: str) -> str:
    """A page that says that it is in UTF-8, by a byte-order mark if there is no place where programs look for it."""
    found = [match.span(match.lastindex) for match in _DECLARED.finditer(markup[: 2 * _LOOKED_AT]) if match.lastindex]
    for start, end in reversed(found):
        markup = f"{markup[:start]}utf-8{markup[end:]}"
    if any(_is_looked_at(markup, end) for _, end in found):
        return markup
    head = _HEAD.search(markup[:_LOOKED_AT])
    if head is None or found or is_xml(markup) or not _is_looked_at(markup, head.end()):
        return "\ufeff" + markup.removeprefix("\ufeff")
    return f'{markup[: head.end()]}<meta charset="utf-8">{markup[head.end() :]}'


def is_xml(markup: str) -> bool:
    """Whether a file is XHTML."""
    start = markup[:2000]
    return start.lstrip().startswith("<?xml") or 'xmlns="http://www.w3.org/1999/xhtml"' in start


def _is_looked_at(markup: str, end: int) -> bool:
    return len(markup[:end].encode("utf-8", "replace")) + _ROOM <= _LOOKED_AT
