"""Images of pages, scanned or photographed: they are made the pages of a PDF file, and that is read.

Pillow, which opens them, belongs to the extra for text recognition.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import count, islice
from typing import TYPE_CHECKING

from reader.errors import Message, UnfitError, template
from reader.formats.other_formats import Other, refusal
from reader.formats.parsed import Began, Parsed, Recognising
from reader.formats.pdf.document import parse_pdf
from reader.formats.recognition.tessdata import is_installed, remedy, tessdata
from reader.formats.zipped import damaged, too_large
from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

# No scanner and hardly a camera makes larger ones, in pixels; some files say that they have billions.
_MOST_PIXELS, _MOST_PAGES = 200_000_000, 500
_MORE_PAGES = template("Only the first {count} pages of the image were read.")
# A side of a JPEG has no more.
_LONGEST = 65_500
# A scan says how fine it is, in dots to the inch; where that is not said, or not so, its page is as long as A4 is, in
# points.
_COARSEST, _FINEST, _LONG = 120, 1300, 842
# As little as can be seen is lost.
_QUALITY = 95
_PAGED = "TIFF"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page: its image, as a JPEG, and how wide and high that is in pixels, and each of these in points."""

    jpeg: bytes
    width: int
    height: int
    point: float


def parse_image(data: bytes, name: str, began: Began | None, recognising: Recognising) -> Parsed:
    """Read an image; arguments are as for `parse_family`.

    Raises:
        DocumentError: it is damaged, of a format that is not known, or has no text, or nothing can recognise it.
    """
    if not is_installed() or tessdata() is None or find_spec("PIL") is None:
        raise refusal(Other.IMAGE, name, remedy())
    sheets = _sheets(data, name)
    parsed = parse_pdf(_as_pdf(sheets[:_MOST_PAGES]), name, began=began, recognising=recognising)
    if len(sheets) <= _MOST_PAGES:
        return parsed
    return replace(parsed, left_out=(*parsed.left_out, Message(_MORE_PAGES, count=_MOST_PAGES)))


def _sheets(data: bytes, name: str) -> list[_Sheet]:
    """The pages, and one more if there are too many."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS // 2  # it warns of those, and refuses twice as many
    try:
        return list(islice(_pages(data, name), _MOST_PAGES + 1))
    except UnidentifiedImageError as error:
        raise refusal(Other.IMAGE, name) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_large(name) from error
    except (MemoryError, UnfitError):
        raise
    except Exception as error:  # whatever a library makes of damaged bytes
        raise damaged(name) from error


def _pages(data: bytes, name: str) -> Iterator[_Sheet]:
    """The pages in grey, of which only one at a time is unpacked. Of what moves only the beginning is a page."""
    from PIL import Image, ImageOps, ImageSequence

    image = Image.open(io.BytesIO(data))
    for frame in ImageSequence.Iterator(image) if image.format == _PAGED else iter([image]):
        if max(frame.size) > _LONGEST:
            raise too_large(name)
        fine, page, out = _fineness(frame), _grey(ImageOps.exif_transpose(frame)), io.BytesIO()
        page.save(out, "JPEG", quality=_QUALITY)
        yield _Sheet(out.getvalue(), *page.size, 72 / fine)


def _as_pdf(sheets: Sequence[_Sheet]) -> bytes:
    pages = " ".join(f"{3 + 3 * number} 0 R" for number in range(len(sheets)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(sheets)}/Kids[{pages}]>>".encode()]
    for number, sheet in zip(count(3, 3), sheets, strict=False):
        size = f"{sheet.width * sheet.point:f} {{}} {sheet.height * sheet.point:f}"
        refers = f"/Resources<</XObject<</I {number + 2} 0 R>>>>/Contents {number + 1} 0 R"
        kind = f"/Subtype/Image/Width {sheet.width}/Height {sheet.height}/ColorSpace/DeviceGray/BitsPerComponent 8"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size.format('')}]{refers}>>".encode(),
            _stream("", f"q {size.format('0 0')} 0 0 cm /I Do Q".encode()),
            _stream(f"{kind}/Filter/DCTDecode", sheet.jpeg),
        ]
    return _file_of(objects)


def _stream(entries: str, content: bytes) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries.encode(), len(content), content)


def _file_of(objects: Sequence[bytes]) -> bytes:
    parts, length, places = [b"%PDF-1.4\n"], 9, b""
    for number, each in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % length
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, each))
        length += len(parts[-1])
    size = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, places))
    parts.append(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, length))
    return b"".join(parts)


def _fineness(image: "Image") -> float:
    said = float(image.info.get("dpi", (0, 0))[0] or 0)
    return said if _COARSEST <= said <= _FINEST else max(image.size) * 72 / _LONG


def _grey(image: "Image") -> "Image":
    """On white paper, where something is transparent."""
    from PIL import Image

    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256)
    elif image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return image.convert("L")
