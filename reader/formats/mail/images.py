"""The images in a mail or a saved page: parts that its pages show by the name or the address of these."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin

from reader.errors import DocumentError
from reader.files import read_bytes
from reader.formats.mail.fields import field_text
from reader.formats.mail.parts import Part, leaves, read_file
from reader.formats.parsed import Parsed

# Of a file whose images are looked for.
_LARGEST = 100 * 1024 * 1024
# Of the images of a mail so much is kept.
_MOST_KEPT = 48 * 1024 * 1024


def with_images_inside(page: Parsed, images: Mapping[str, Part], base: str) -> Parsed:
    """A page that has been read, those of its images that are parts by the addresses of these.

    Args:
        page: the page.
        images: the parts by address; see `parts_by_address`.
        base: the address of the page, "" for none.
    """
    if not page.figures:
        return page
    figures = []
    for figure in page.figures:
        address = _absolute(base, figure.name)
        figures.append(replace(figure, name=address, inside=True) if address in images else figure)
    return replace(page, figures=tuple(figures))


def parts_by_address(message: Part) -> dict[str, Part]:
    """The parts that pages can show, by "cid:" and their name, and by the address that they had."""
    found: dict[str, Part] = {}
    for part in leaves([message], forwarded=True):
        if content := field_text(part.fields, "content-id").strip("<>"):
            found.setdefault(f"cid:{content}", part)
        if address := address_of(part):
            found.setdefault(address, part)
    return found


def address_of(part: Part) -> str:
    """The address that a part had; "" if it does not say."""
    return field_text(part.fields, "content-location")


def read_embedded(path: Path, address: str, limit: int) -> bytes:
    """The content of the part with this address of the mail at `path`; b"" if there is none of up to `limit` bytes."""
    try:
        stamp = path.stat()
        part = _parts_in(path, stamp.st_mtime_ns, stamp.st_size).get(address)
    except (OSError, ValueError, DocumentError):  # moved, replaced or damaged since it was opened: its words are shown
        return b""
    content = part.content if part is not None else b""
    return content if len(content) <= limit else b""


@lru_cache(maxsize=1)
def _parts_in(path: Path, _changed: int, _size: int) -> Mapping[str, Part]:
    """The parts of a mail by address, kept for its next image, as far as they are no larger than images of a mail."""
    found, left = dict[str, Part](), _MOST_KEPT
    for address, part in parts_by_address(read_file(read_bytes(path, _LARGEST), str(path))).items():
        if len(part.body) <= left:
            found[address], left = part, left - len(part.body)
    return found


def _absolute(base: str, address: str) -> str:
    if address.lower().startswith("cid:"):
        return f"cid:{unquote(address[4:])}"
    try:
        return urljoin(base, address)
    except ValueError:  # none that anything could have
        return address
