"""Text laid out for the cells of the reading view."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reader.document import Kind, Mark, Span
from reader.parallel import Row, State
from ui.reading.typography import LINE_SPACING, READING_FAMILY, font_of, indent_of, mark_format, style_of
from ui.reading.utf16 import Utf16
from ui.theme import Theme

SOURCE, TARGET = 0, 1

# Laid-out cells that are kept; some ten screens, a few megabytes.
_KEPT = 400
_LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell: the text, the marks on it and the role of its colour."""

    text: str
    marks: tuple[Mark, ...]
    role: str


def cell_text(row: Row, column: int) -> CellText:
    """What a column of a row shows; for a translation that is not there, why not."""
    if column == SOURCE:
        return CellText(row.source.text, row.source.marks, style_of(row.source).role)
    if row.state is State.FAILED:
        return CellText(f"Not translated: {row.reason}", (), "failed")
    if row.state is State.PENDING:
        return CellText("…", (), "muted")
    return CellText(row.target, row.marks, style_of(row.source).role)


class CellLayout:
    """The text of one cell, broken into lines."""

    def __init__(
        self, cell: CellText, font: QFont, width: float, formats: Sequence[tuple[Span, QTextCharFormat]]
    ) -> None:
        """Lay out `cell` in lines of `width` pixels; the formats go on spans of code points."""
        self.role = cell.role
        self._length = len(cell.text)
        self._utf16 = Utf16(cell.text)
        self._layout = QTextLayout(cell.text.replace("\n", _LINE_SEPARATOR), font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([self._range(span, form) for span, form in formats])
        self.height = self._break_lines(width)

    def _break_lines(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            extra = line.height() * (LINE_SPACING - 1)
            line.setPosition(QPointF(0, height + extra / 2))
            height += line.height() + extra
        self._layout.endLayout()
        return height

    def _range(self, span: Span, form: QTextCharFormat) -> QTextLayout.FormatRange:
        result = QTextLayout.FormatRange()
        result.start = self._utf16.units(span[0])
        result.length = self._utf16.units(span[1]) - result.start
        result.format = form
        return result

    def draw(self, painter: QPainter, origin: QPointF, marked: Sequence[tuple[Span, QTextCharFormat]] = ()) -> None:
        """Paint the text at `origin`, with formats laid over spans of code points."""
        self._layout.draw(painter, origin, [self._range(span, form) for span, form in marked])

    def position_at(self, point: QPointF) -> int | None:
        """The code point under `point` (relative to the origin); None beside or below the text."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            spacing = line.height() * (LINE_SPACING - 1) / 2
            if not line.y() - spacing <= point.y() <= line.y() + line.height() + spacing:
                continue
            if not line.x() <= point.x() <= line.x() + line.naturalTextWidth():
                return None
            unit = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
            return min(self._utf16.code_points(unit), max(self._length - 1, 0))
        return None

    def point_of(self, position: int) -> QPointF:
        """Where the code point at `position` stands: the middle of its line, relative to the origin."""
        unit = self._utf16.units(position)
        line = self._layout.lineForTextPosition(unit)
        # PySide6 gives the position together with the (possibly moved) cursor.
        x = cast("tuple[float, int]", line.cursorToX(unit))[0]
        return QPointF(x, line.y() + line.height() / 2)


class Typesetter:
    """Lays out cells for a width, a text size and a theme, and keeps the latest."""

    def __init__(self, theme: Theme, points: float) -> None:
        """Set in the colours of `theme` and a reading size of `points`."""
        self.theme = theme
        self.points = points
        self._kept: OrderedDict[tuple[int, int, int], CellLayout] = OrderedDict()

    def configure(self, theme: Theme, points: float) -> None:
        """Change colours or size."""
        self.theme, self.points = theme, points
        self.forget_all()

    @property
    def em(self) -> float:
        """The reading size in pixels."""
        return QFontMetricsF(self._base_font()).height() / LINE_SPACING

    @property
    def character_width(self) -> float:
        """The mean width of a letter of running text, in pixels."""
        return QFontMetricsF(self._base_font()).averageCharWidth()

    @property
    def line_height(self) -> float:
        """From one line of running text to the next, in pixels."""
        return QFontMetricsF(self._base_font()).height() * LINE_SPACING

    def layout(self, number: int, row: Row, column: int, width: float) -> CellLayout:
        """The layout of a cell of row `number`, kept for the next paint."""
        key = (number, column, int(width))
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self.fresh_layout(row, column, width)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def fresh_layout(self, row: Row, column: int, width: float) -> CellLayout:
        """The layout of a cell, not kept: for measuring rows that are not on screen."""
        cell = cell_text(row, column)
        italic = style_of(row.source).italic
        formats = [((m.start, m.end), mark_format(m.kind, self.theme, italic)) for m in cell.marks]
        return CellLayout(cell, font_of(row.source, self.points), width - self.indent(row), formats)

    def indent(self, row: Row) -> float:
        """How far the row's text is indented, in pixels."""
        return indent_of(row.source) * self.em

    def spacing(self, row: Row) -> tuple[float, float]:
        """White space above and below a row, in pixels."""
        style = style_of(row.source)
        return style.above * self.em, style.below * self.em

    def height(self, row: Row, widths: tuple[float, float]) -> int:
        """The height of a row in pixels, both columns laid out, each in its own width."""
        texts = max(self.fresh_layout(row, column, widths[column]).height for column in (SOURCE, TARGET))
        return self._row_height(row, texts)

    def estimated_height(self, row: Row, width: float) -> int:
        """About the height of a row, from the lengths of its texts."""
        if row.source.kind is Kind.RULE:
            return self._row_height(row, self.line_height)
        style = style_of(row.source)
        a_line = max(1.0, (width - self.indent(row)) / (self.character_width * style.scale))
        length = max(len(row.source.text), len(row.target))
        return self._row_height(row, (1 + length // a_line) * self.line_height * style.scale)

    def _row_height(self, row: Row, texts: float) -> int:
        return round(texts + sum(self.spacing(row))) + 1

    def forget(self, number: int) -> None:
        """Row `number` has changed."""
        for key in [key for key in self._kept if key[0] == number]:
            del self._kept[key]

    def forget_all(self) -> None:
        """Everything has changed."""
        self._kept.clear()

    def _base_font(self) -> QFont:
        font = QFont(READING_FAMILY)
        font.setPointSizeF(self.points)
        return font
