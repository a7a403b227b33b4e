"""Bytes to text: the encoding is told by the bytes or chosen by the user, and broken places are mended."""

import codecs
from typing import NamedTuple

from reader import late_re as re
from reader.errors import DocumentError, Message, UnfitError
from reader.formats.controls import are_binary, has_controls, without_controls, without_padding
from reader.formats.encoding_names import encoding_name
from reader.formats.encodings import guess
from reader.formats.mending import Mended, mended, replaced
from reader.formats.seven_bits import ISO_646, from_iso_646, from_utf_7, seems_iso_646
from reader.formats.twice import once, seems_twice
from reader.text import composed, shown

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Of the letters with these bytes most are others, of Arabic.
_OF_NONCHARACTERS = b"\xef\xb7"
_BRACES = re.compile(rb"[{|}\[\\\]]")
# Bytes that are looked at to tell the encoding of a long text.
_BLOCKS, _BLOCK = 64, 16_384
_WHOLE_WORDS = re.compile(rb"[ \n].*[ \n]", re.DOTALL)
# Letters outside ASCII in these; where there are fewer, all are looked at.
_ENOUGH, _HIGH = 500, re.compile(rb"[\x80-\xff]+")
# So many broken places, for each hundred bytes, that nobody could read what is left.
_RUINED = 10


class Decoded(NamedTuple):
    """A text, the encoding that its bytes were in, as Python names it, and what was mended, one sentence each."""

    text: str
    encoding: str
    repaired: tuple[Message, ...] = ()


def decode(data: bytes, name: str, encoding: str = "") -> Decoded:
    """Decode the bytes of a text file; `name` is only for the message, `encoding` the user's choice, "" for none.

    Raises:
        DocumentError: the bytes are not text, or in an encoding that cannot be told.
    """
    controls = has_controls(data)
    found = _chosen(data, encoding, name) if encoding else _told_by_bytes(data, name, controls=controls)
    # UTF-8 was looked at as bytes, which is faster.
    looked_at = found.encoding == "utf-8" and not encoding and not controls
    return found if looked_at else found._replace(text=without_controls(found.text))


def in_lines(text: str) -> tuple[str, tuple[Message, ...]]:
    """A text in NFC with "\\n" as the end of each line, and what to say of characters that have been removed."""
    text, removed = without_noncharacters(composed(text))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # A paragraph separator or a form feed ends a paragraph, with or without line ends beside it.
    text = text.replace("\u2028", "\n")
    return text.replace("\u2029", "\n\n").replace("\f", "\n\n"), removed


def without_noncharacters(text: str) -> tuple[str, tuple[Message, ...]]:
    """The text without U+FDD0 to U+FDEF, which no text may have, and what to say of that, if there were any."""
    if _OF_NONCHARACTERS not in text.encode("utf-8", "surrogatepass"):  # far faster than to look at letters
        return text, ()
    clean = shown(text)
    said = (Message("Characters that no text may contain have been removed."),) if clean != text else ()
    return clean, said


def _chosen(data: bytes, encoding: str, name: str) -> Decoded:
    if (
        not encoding.startswith(("utf-16", "utf-32"))
        and has_controls(data)
        and are_binary(data := without_padding(data))
    ):
        raise _not_text(name)
    if encoding == ISO_646:
        return Decoded(from_iso_646(data.decode("latin-1")), encoding)
    found = mended(data) if encoding == "utf-8" else replaced(data, encoding)
    return Decoded(found.text.removeprefix("\ufeff"), encoding, found.told)


def _told_by_bytes(data: bytes, name: str, *, controls: bool) -> Decoded:
    if (found := _marked(data, name)) is not None:
        return found
    if b"\0" in data and (wide := _wide_without_mark(data)):
        return _wide(data, wide, name)
    if controls:
        padded, data = data, without_padding(data)
        if are_binary(data) or (padded and not data):
            raise _not_text(name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_or_other(data, name)
    return _seven_bits(data, text) if data.isascii() else _once(data, Decoded(text, "utf-8"))


def _marked(data: bytes, name: str) -> Decoded | None:
    """What a byte-order mark says, if there is one."""
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        if encoding != "utf-8-sig":
            return _wide(data, encoding, name)
        data = without_padding(data[len(mark) :])
        if has_controls(data) and are_binary(data):
            raise _not_text(name)
        return _once(data, _of(mended(data), encoding))
    return None


def _of(found: Mended, encoding: str) -> Decoded:
    return Decoded(found.text, encoding, found.told)


def _once(data: bytes, found: Decoded) -> Decoded:
    if not seems_twice(data, found.encoding):
        return found
    text, told = once(found.text, found.encoding)
    return Decoded(text, found.encoding, (*found.repaired, *told))


# ---- More bytes a letter ----


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 or UTF-32 and its byte order, told by where the zeros are in Latin text; "" if it is neither."""
    sample = data[:4096]
    shares = [sample[i::4].count(0) * 4 / (len(sample) or 1) for i in range(4)]
    zero, full = [share > 0.6 for share in shares], [share < 0.05 for share in shares]
    if all(zero[1:]) and full[0]:
        return "utf-32-le"
    if all(zero[:3]) and full[3]:
        return "utf-32-be"
    if zero[1] and zero[3] and full[0] and full[2]:
        return "utf-16-le"
    if zero[0] and zero[2] and full[1] and full[3]:
        return "utf-16-be"
    return ""


def _wide(data: bytes, encoding: str, name: str) -> Decoded:
    found = replaced(data, encoding)
    sample = found.text[:4096].rstrip("\0\x1a").encode("utf-8", "replace")
    if found.text.count("\ufffd") * _RUINED > len(found.text) or are_binary(sample):
        raise _not_text(name)
    return _of(found, encoding)


# ---- One byte a letter ----


def _damaged_or_other(data: bytes, name: str) -> Decoded:
    """UTF-8 with broken places, or a text in another encoding, whichever costs less."""
    sample = _sample(data)
    tried, other = mended(sample, costed=True), guess(sample)
    if other is not None and not _decodes(data, other.encoding):
        other = None
    if other is None or tried.cost <= other.cost:
        utf8 = tried if sample is data else mended(data)
        if utf8.text.count("\ufffd") * _RUINED > len(utf8.text):
            raise _not_told(data, name)
        return _once(data, _of(utf8, "utf-8"))
    text = data.decode(other.encoding)
    clear = other.clear and tried.cost - other.cost > 2.0
    return _once(data, Decoded(text, other.encoding, () if clear else (_uncertain(other.encoding),)))


def _sample(data: bytes) -> bytes:
    """All of the bytes, or of many some from everywhere, cut where no letter is, if enough of them are letters."""
    if len(data) <= _BLOCKS * _BLOCK:
        return data
    blocks = (data[start : start + _BLOCK] for start in range(0, len(data), len(data) // _BLOCKS))
    sample = b" ".join(found[0] if (found := _WHOLE_WORDS.search(block)) else block for block in blocks)
    return sample if data.isascii() or len(_HIGH.findall(sample)) >= _ENOUGH else data


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _seven_bits(data: bytes, text: str) -> Decoded:
    if b"+A" in data and (letters := from_utf_7(data)) is not None:
        return Decoded(letters, "utf-7", (_uncertain("utf-7"),))
    if not _BRACES.search(data) or (seems := seems_iso_646(_sample(data).decode("ascii"))) is False:
        return Decoded(text, "utf-8")
    if seems:
        return Decoded(from_iso_646(text), ISO_646)
    return Decoded(text, "utf-8", (_uncertain("utf-8"),))


def _uncertain(encoding: str) -> Message:
    return Message(
        "Read as {encoding}, which is not certain. "
        "If letters look wrong, choose another encoding under File > Encoding, or with --encoding.",
        encoding=encoding_name(encoding),
    )


def _not_told(data: bytes, name: str) -> DocumentError:
    """Text whose encoding cannot be told, or, with control characters, no text."""
    if has_controls(data):
        return _not_text(name)
    return DocumentError(
        "The encoding of “{name}” cannot be determined. Choose it under File > Encoding, or with --encoding.",
        name=name,
    )


def _not_text(name: str) -> UnfitError:
    return UnfitError(
        "“{name}” is not a text file. Open another document, or save this one as plain text (.txt) in the program that "
        "it belongs to, and open that.",
        name=name,
    )
