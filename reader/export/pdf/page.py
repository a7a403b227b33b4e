"""The page of a PDF: its measures, and how much text fits on a line and a page."""

from dataclasses import replace

from reader.export.columns import SHORTEST_LINE
from reader.export.grid_columns import STEP
from reader.export.options import ExportOptions, Layout, Paper
from reader.late_dataclasses import dataclass

# In millimetres, portrait.
_PAPERS = {Paper.A4: (210.0, 297.0), Paper.A5: (148.0, 210.0), Paper.LETTER: (215.9, 279.4)}

_MM = 25.4 / 72  # a point in millimetres
# Average width of a character and height of a line of Source Serif in running text, in ems.
_CHARACTER = 0.47
_LINE = 1.33
# In characters; longer lines are hard to follow (Bringhurst, 2.1.2: 45 to 75).
_LONGEST_LINE = 72
# On a page of at most so many millimetres, three columns get narrower margins and gaps.
_NARROW = 220.0


@dataclass(frozen=True, slots=True)
class Page:
    """Measures in millimetres; paragraph numbers are in the left margin.

    Attributes:
        columns: number of columns of text.
        column_width: width of each.
        line_length: about how many characters fit on a line of a column.
        lines: about how many lines of running text fit on a page.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    gap: float
    columns: int
    column_width: float
    line_length: int
    lines: int

    @property
    def full_line_length(self) -> int:
        """About how many characters fit on a line over all columns."""
        width = self.columns * self.column_width + (self.columns - 1) * self.gap
        return int(self.line_length * width / self.column_width)

    @property
    def deepest(self) -> int:
        """How many steps a text may be indented: half the width of a column."""
        return max(1, self.line_length // 2 // STEP)

    def lines_of(self, text: str) -> int:
        """Roughly how many lines of a column `text` takes."""
        return sum(1 + len(line) // self.line_length for line in text.split("\n"))


def most_beside(options: ExportOptions) -> int:
    """How many columns have room side by side: three, if their lines get long enough."""
    three = replace(options, layout=Layout.COLUMNS, columns=(0, 1, 2))
    return 3 if page_for(three).line_length >= SHORTEST_LINE else 2


def page_for(options: ExportOptions) -> Page:
    """The page for `options`, as `arranged`."""
    columns = len(options.columns) if options.layout is Layout.COLUMNS else 1
    width, height = _PAPERS[options.paper]
    if options.landscape:
        width, height = height, width
    small = options.paper is Paper.A5
    narrow = columns > 2 and width <= _NARROW
    left, right = (19.0, 13.0) if small else (20.0, 15.0) if narrow else (25.0, 18.0)
    if not options.numbers:
        left = right = (left + right) / 2
    top, bottom = (18.0, 19.0) if small else (22.0, 23.0) if options.landscape else (24.0, 25.0)
    gap = 6.0 if small or narrow else 9.0
    character = options.font_size * _MM * _CHARACTER
    column_width = (width - left - right - gap * (columns - 1)) / columns
    if columns == 1 and (spare := column_width - _LONGEST_LINE * character) > 0:
        left, right, column_width = left + spare / 2, right + spare / 2, column_width - spare
    return Page(
        width,
        height,
        round(left, 3),
        round(right, 3),
        top,
        bottom,
        gap,
        columns,
        round(column_width, 3),
        max(8, int(column_width / character)),
        max(6, int((height - top - bottom) / (options.font_size * _MM * _LINE))),
    )
