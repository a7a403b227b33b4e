"""How far the lines of a page lean: a page that was laid into a scanner by hand is turned by a degree or so."""

from math import radians, tan
from typing import TYPE_CHECKING

from reader.formats.recognition.images import Grey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Whole = NDArray[np.int64]

# In degrees: how far pages are looked at for, in steps, and then around the best of them.
_MOST, _STEP, _FINE = 4.0, 0.2, 0.04
# Less is not worth the loss of turning, and Tesseract bears it.
_LEAST = 0.06
# A page with fewer dark places has no lines to go by; of one with more not all are needed.
_FEWEST, _ENOUGH = 400, 100_000


def lean(page: Grey) -> float:
    """How many degrees the lines of a page fall from left to right; 0 if they are straight, or there are none.

    The straighter lines are, the sharper the dark rows of a page are set off from the bright ones between them.
    """
    import numpy as np  # late: only for pages that are images

    grey = np.frombuffer(page.data, np.uint8).reshape(page.height, page.width)
    down, across = np.nonzero(grey < (int(grey.max()) + int(grey.min())) // 2)
    if len(down) < _FEWEST or 2 * len(down) > page.width * page.height:
        return 0.0
    every = -(-len(down) // _ENOUGH)
    down, across = down[::every], across[::every]

    def sharpness(angle: float) -> tuple[float, float]:
        return _sharpness(down, across, tan(radians(angle)), page), -abs(angle)

    steps = round(_MOST / _STEP)
    rough = max((step * _STEP for step in range(-steps, steps + 1)), key=sharpness)
    around = round(_STEP / _FINE)
    best = max((rough + step * _FINE for step in range(-around, around + 1)), key=sharpness)
    return best if abs(best) >= _LEAST else 0.0


def _sharpness(down: "_Whole", across: "_Whole", slope: float, page: Grey) -> float:
    """How much neighbouring rows differ once they are sheared by a slope."""
    import numpy as np

    beyond = int(abs(slope) * page.width) + 1
    rows = (down - across * slope).astype(np.int64) + beyond
    steps = np.diff(np.bincount(rows, minlength=page.height + 2 * beyond).astype(np.float64))
    return float(steps @ steps)
