"""Images of pages, scanned or photographed: they are made the pages of a PDF file, and that is read.

Pillow, which opens them, belongs to the extra for text recognition.
"""

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reader.errors import UnfitError
from reader.formats.other_formats import Other, refusal
from reader.formats.parsed import Began, Parsed, Recognising
from reader.formats.pdf.document import parse_pdf
from reader.formats.recognition.tessdata import is_installed, remedy, tessdata
from reader.formats.zipped import damaged, too_large

if TYPE_CHECKING:
    from PIL.Image import Image

# No scanner and hardly a camera makes larger ones, in pixels; some files say that they have billions.
_MOST_PIXELS, _MOST_PAGES = 200_000_000, 500
# A scan says how fine it is, in dots to the inch; where that is not said, or not so, its page is as long as A4 is, in
# points.
_COARSEST, _FINEST, _LONG = 120, 1300, 842
# As little as can be seen is lost.
_QUALITY = 95
_PAGED = "TIFF"


def parse_image(data: bytes, name: str, began: Began | None, recognising: Recognising) -> Parsed:
    """Read an image; arguments are as for `parse_family`.

    Raises:
        DocumentError: it is damaged, of a format that is not known, or has no text, or nothing can recognise it.
    """
    if not is_installed() or tessdata() is None or find_spec("PIL") is None:
        raise refusal(Other.IMAGE, name, remedy())
    return parse_pdf(_as_pdf(data, name), name, began=began, recognising=recognising)


def _as_pdf(data: bytes, name: str) -> bytes:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS // 2  # it warns of those, and refuses twice as many
    try:
        pages = list(_pages(data))
        out = io.BytesIO()
        first, resolution = pages[0]
        more = [image for image, _ in pages[1:]]
        first.save(out, "PDF", save_all=True, append_images=more, resolution=resolution, quality=_QUALITY)
    except UnidentifiedImageError as error:
        raise refusal(Other.IMAGE, name) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_large(name) from error
    except (MemoryError, UnfitError):
        raise
    except Exception as error:  # whatever a library makes of damaged bytes
        raise damaged(name) from error
    return out.getvalue()


def _pages(data: bytes) -> Iterator[tuple["Image", float]]:
    """The pages in grey, and how fine each is, in dots to the inch. Of what moves only the beginning is a page."""
    from PIL import Image, ImageOps, ImageSequence

    image = Image.open(io.BytesIO(data))
    frames = ImageSequence.Iterator(image) if image.format == _PAGED else iter([image])
    for number, frame in enumerate(frames):
        if number == _MOST_PAGES:
            return
        fine = _fineness(frame)
        yield _grey(ImageOps.exif_transpose(frame)), fine


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
