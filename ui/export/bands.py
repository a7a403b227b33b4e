"""A page in bands that fit together unseen, as a whole one in the resolution of a printer takes much memory."""

from collections.abc import Iterator

from PySide6.QtGui import QImage

from reader.export import Picture, render_page

# Pixels of a page that are drawn at once: 16 MB.
_AT_ONCE = 4_000_000
# Rows of pixels that are the same where a band should end: a point at 600 dots per inch.
_SAME = 8


def bands(data: bytes, page: int, scale: float) -> Iterator[tuple[int, QImage]]:
    """Bands of a page (an index) of the PDF `data` from the top, with `scale` pixels per point; each with its top row.

    What prints or shows them may fit each to pixels of its own. So a band ends where nothing changes from row to row,
    as between lines of text, and the next one covers its last rows.
    """
    top, step = 0, _rows_at_once(data, page, scale)
    while True:
        picture = render_page(data, page, scale, (top, top + step))
        if picture.height < step:
            yield top, _image(picture, picture.height)
            return
        seam = _seam(picture)
        yield top, _image(picture, seam + _SAME)
        top += seam + _SAME // 2


def _rows_at_once(data: bytes, page: int, scale: float) -> int:
    width = render_page(data, page, scale, (0, 1)).width
    return max(_AT_ONCE // width, 4 * _SAME)


def _seam(picture: Picture) -> int:
    """The first of the lowest rows that are the same, in the lower half; of the last rows if there are none."""
    pixels, stride, used = picture.pixels, picture.stride, 4 * picture.width
    below, same = b"", 0
    for row in range(picture.height - 1, picture.height // 2, -1):
        this = pixels[row * stride : row * stride + used]
        same = same + 1 if this == below else 1
        if same == _SAME:
            return row
        below = this
    return picture.height - _SAME


def _image(picture: Picture, rows: int) -> QImage:
    """The first `rows` of a picture: a deep copy, as the bytes object may be freed."""
    image = QImage(picture.pixels, picture.width, rows, picture.stride, QImage.Format.Format_RGB32)
    return image.copy()
