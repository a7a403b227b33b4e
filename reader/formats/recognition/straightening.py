"""How far the lines of a page lean: a page that was laid into a scanner by hand is turned by a degree or so."""

from math import radians, tan
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.recognition.images import Grey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Whole = NDArray[np.int64]

# In degrees: how far pages are looked at for, in steps, and then around the best of them.
_MOST, _STEP, _FINE = 4.0, 0.2, 0.04
# Less is not worth the loss of turning, and Tesseract bears it.
_LEAST = 0.06
# In pixels, what is around a place, some lines of a text; dark is what has so much less of its light.
_AROUND, _DARK = 40, 0.75
# A page with fewer dark places has no lines to go by; of one with more not all are needed.
_FEWEST, _ENOUGH = 400, 100_000


class Lines(NamedTuple):
    """The lines of a page.

    Attributes:
        lean: how many degrees they fall from left to right; 0 if they are straight, or there are none.
        sharpness: how sharp the dark rows are set off from the bright ones between them, if that is made good.
    """

    lean: float
    sharpness: float


def lines_of(page: Grey) -> Lines:
    """Find out how the lines of a page lean: the straighter they are, the sharper its rows."""
    import numpy as np  # late: only for pages that are images

    grey = np.frombuffer(page.data, np.uint8).reshape(page.height, page.width)
    # Dark is what is so against what is around it: a page that was photographed has shadows.
    rows, columns = max(page.height // _AROUND, 1), max(page.width // _AROUND, 1)
    grey = grey[: rows * _AROUND, : columns * _AROUND]
    usual = grey.reshape(rows, grey.shape[0] // rows, columns, grey.shape[1] // columns).mean(axis=(1, 3))
    usual = usual.repeat(grey.shape[0] // rows, axis=0).repeat(grey.shape[1] // columns, axis=1)
    down, across = np.nonzero(grey < _DARK * usual)
    if len(down) < _FEWEST:
        return Lines(0.0, 0.0)
    every = -(-len(down) // _ENOUGH)
    down, across = down[::every], across[::every]

    def sharpness(angle: float) -> tuple[float, float]:
        return _sharpness(down, across, tan(radians(angle)), page), -abs(angle)

    steps = round(_MOST / _STEP)
    rough = max((step * _STEP for step in range(-steps, steps + 1)), key=sharpness)
    around = round(_STEP / _FINE)
    best = max((rough + step * _FINE for step in range(-around, around + 1)), key=sharpness)
    return Lines(best if abs(best) >= _LEAST else 0.0, sharpness(best)[0])


def _sharpness(down: "_Whole", across: "_Whole", slope: float, page: Grey) -> float:
    """How much neighbouring rows differ once they are sheared by a slope."""
    import numpy as np

    beyond = int(abs(slope) * page.width) + 1
    rows = (down - across * slope).astype(np.int64) + beyond
    steps = np.diff(np.bincount(rows, minlength=page.height + 2 * beyond).astype(np.float64))
    return float(steps @ steps)
