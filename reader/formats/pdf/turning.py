"""Where the points of a PDF page are once it is turned so that its text can be read."""

from reader.formats.pdf.values import Area
from reader.late_dataclasses import dataclass

Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page, in its own coordinates (y upwards), and how many quarters it is turned right."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    def turned(self, quarters: int) -> "Frame":
        """The same part, turned further."""
        if not quarters:
            return self
        return Frame(self.left, self.bottom, self.right, self.top, (self.turn + quarters) % 4)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as it is read, from the upper left corner."""
        match self.turn:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def sides(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
        """Where an area of the page begins and ends, from the left, as it is read."""
        match self.turn:
            case 0:
                return left - self.left, right - self.left
            case 1:
                return bottom - self.bottom, top - self.bottom
            case 2:
                return self.right - right, self.right - left
            case _:
                return self.top - top, self.top - bottom

    def area(self, corners: Corners) -> Area:
        """The area between two opposite corners."""
        (x1, y1), (x2, y2) = self.point(*corners[:2]), self.point(*corners[2:])
        return Area(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
