"""Control characters in text: what they stood for where a program put them, and how many make a file no text."""

from reader import late_re as re
from reader.formats.binary_signatures import binary_format

# Not counted: tab, line feed, vertical tab, form feed, return and escape, and those that programs put into texts:
# marks of cells, fields and hyphens, backspaces, and the end mark of DOS.
_USED = bytes({7, 8, 9, 10, 11, 12, 13, 19, 20, 21, 26, 27, 30, 31})
_STRANGE = bytes(set(range(32)) - set(_USED)) + b"\x7f"
_PADDING = b"\0\x1a"
_ZEROS = re.compile(rb"\0+")
# What fills up a field before a space or the end of a line.
_FILLING = re.compile(rb"\0(?=\s)")

_CONTROLS = bytes({*range(9), 11, *range(14, 32), 127})
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]")
# U+0080 to U+009F in UTF-8.
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
# "HYPERLINK …" of a field of Word's, whose result follows.
_FIELD = re.compile(r"\x13 *+[A-Z]{2}[^\x13-\x15\n]*+(?:\x14|\x15|$)", re.MULTILINE)
_COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_LINE_END_HYPHEN = re.compile(r"\x02(?=[ \t]*(?:\r?\n|\r|$))")
_CELL = re.compile(r"(?<=\S)\x07(?=\S)")
_OVERSTRUCK = re.compile(r"^[^\n\x08]*+\x08[^\n]*", re.MULTILINE)
_SIGNS = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_DROPPED = dict.fromkeys([*range(9), *range(0x0E, 0x20), 0x7F])


def without_padding(data: bytes) -> bytes:
    """The bytes without zeros and end marks of DOS at the end, and with one zero for each run of them."""
    data = data.rstrip(_PADDING)
    return _ZEROS.sub(b"\0", data) if b"\0" in data else data


def are_binary(data: bytes) -> bool:
    """Whether bytes with control characters are no text: another kind of file, or more than a few stray ones."""
    if binary_format(data, "") is not None:
        return True
    divided = data.count(b"\x02\n") + data.count(b"\x02\r")  # hyphens of PDF
    strange = len(data) - len(data.translate(None, _STRANGE)) - divided
    used = len(data) - len(data.translate(None, _USED)) - sum(map(data.count, (b"\t", b"\n", b"\v", b"\f", b"\r")))
    if strange and strange == data.count(b"\0"):
        filling = len(_FILLING.findall(data))
        strange, used = strange - filling, used + filling
    return strange > 2 + len(data) // 200 or used > 8 + len(data) // 4


def has_controls(data: bytes) -> bool:
    """Whether bytes of text have control characters but those that end lines, in UTF-8 also those above ASCII."""
    return len(data.translate(None, _CONTROLS)) != len(data) or _C1.search(data) is not None


def without_controls(text: str) -> str:
    """The text with what its control characters stood for: line breaks, hyphens, signs; all others are dropped.

    Signs of Windows-1252 that a program took for ISO 8859-1 (U+0080 to U+009F) are the signs again, or line ends where
    there are no others. Linear.
    """
    if _CONTROL.search(text) is None:
        return text
    text = _FIELD.sub("", _COLOUR.sub("", text))
    if "\n" not in text and "\r" not in text:
        text = text.replace("\x85", "\n")
    text = _LINE_END_HYPHEN.sub("\xad", text).replace("\x1e", "\u2011").replace("\x0b", "\n")
    text = _CELL.sub("\t", text)
    if "\x08" in text:
        text = _OVERSTRUCK.sub(lambda line: _printed(line[0]), text)
    return text.translate(_DROPPED | _SIGNS)


def _printed(line: str) -> str:
    """What a line looks like in print in which backspaces make letters bold or underlined."""
    out: list[str] = []
    place = 0
    for char in line:
        if char == "\x08":
            place = max(place - 1, 0)
            continue
        if place == len(out):
            out.append(char)
        elif char != "_":  # the line under a letter
            out[place] = char
        place += 1
    return "".join(out)
