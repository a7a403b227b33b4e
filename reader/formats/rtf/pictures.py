"""The pictures that a file of rich text has in it, in digits or as they are."""

from pathlib import Path

from reader import late_re as re
from reader.files import open_regular

# How pictures begin that can be shown, and how much their properties take before that.
_DIGITS = re.compile(rb"(?:89504e47|ffd8ff)[0-9a-f\s]*", re.IGNORECASE)
_BINARY = re.compile(rb"\\bin(\d{1,10})(?: |(?=\D))")
_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")
_PROPERTIES = 65536


def picture_name(start: int, end: int) -> str:
    """What a picture is called whose group stands there in the file."""
    return f"{start}-{end}"


def read_pictured(path: Path, name: str, limit: int) -> bytes:
    """The picture of this name in the file at `path`; b"" if there is none of up to `limit` bytes."""
    place = _PLACE.fullmatch(name)
    if place is None:
        return b""
    start, end = int(place[1]), int(place[2])
    if not 0 < end - start <= 3 * limit + _PROPERTIES:
        return b""
    try:
        with open_regular(path) as file:
            file.seek(start)
            content = _content(file.read(end - start))
    except (OSError, ValueError):  # moved, replaced or damaged since it was opened: its words are shown
        return b""
    return content if len(content) <= limit else b""


def _content(group: bytes) -> bytes:
    if (binary := _BINARY.search(group)) is not None:
        return group[binary.end() : binary.end() + int(binary[1])]
    digits = _DIGITS.search(group)
    return bytes.fromhex("".join(digits[0].decode("ascii").split())) if digits is not None else b""
