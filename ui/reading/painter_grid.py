"""Painting the rows of tables in the reading view."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QRegion

from ui.reading.cell import cell_text
from ui.reading.faces import reading_font
from ui.reading.highlights import Highlights
from ui.reading.model import ParallelModel
from ui.reading.painter import RowPainter
from ui.reading.slots import HEAD_HEIGHT, RULE, Slot, TableLine
from ui.reading.text_layout import Typesetter
from ui.toolkit.theme import Theme

# Size of the head of a column above a cell, relative to the reading size.
_HEAD_SCALE = 0.75


class TablePainter:
    """Paints a row of a table: its cells, the heads of columns where cells stand under each other, the line below."""

    def __init__(self, cells: RowPainter, typesetter: Typesetter, model: ParallelModel, highlights: Highlights) -> None:
        """Paint the tables of `model`, their texts with `cells`."""
        self._cells, self._typesetter, self._model, self._highlights = cells, typesetter, model, highlights

    def paint(self, painter: QPainter, line: TableLine, top: int, region: QRegion) -> None:
        """Paint a line that begins at `top` of the viewport, where it reaches into `region`."""
        self._paint_rules(painter, line, top)
        for row, slot in line.slots.items():
            areas = {column: slot.rect(column).translated(0, top) for column in slot.arrangement.columns}
            if any(region.intersects(area.toAlignedRect()) for area in areas.values()):
                self._paint_cell(painter, row, slot, areas, QRectF(region.boundingRect()))

    def _paint_rules(self, painter: QPainter, line: TableLine, top: int) -> None:
        """Paint the line below, the one below the heads darker, and those beside what is around the table."""
        for left, aside in line.lines:
            bar = QRectF(round(left), top, 3 if aside else 2, line.height)
            painter.fillRect(bar, self._theme.colour("accent" if aside else "border"))
        colour = self._theme.colour("muted" if line.ends_heads else "border")
        for left, right in line.closed:
            painter.fillRect(QRectF(left, top + line.foot, right - left, RULE), colour)

    def _paint_cell(
        self, painter: QPainter, row: int, slot: Slot, areas: Mapping[int, QRectF], exposed: QRectF
    ) -> None:
        self._paint_ground(painter, row, areas)
        first = areas[slot.arrangement.columns[0]]
        self._cells.paint_texts(
            painter, row, first.adjusted(-first.left(), slot.lead, 0, 0), slot.arrangement, exposed, slot.aside
        )
        if slot.head is not None:
            for column in slot.arrangement.columns[:1] if slot.arrangement.stacked else slot.arrangement.columns:
                self._paint_head(painter, slot, first.top(), column, cell_text(self._model.row(slot.head), column).text)

    def _paint_ground(self, painter: QPainter, row: int, areas: Mapping[int, QRectF]) -> None:
        place, block = self._highlights.place, self._highlights.block
        if place is not None and place.row == row:
            for area in areas.values():
                painter.fillRect(area, self._theme.colour("paragraph"))
        if block is not None and row in block.rows:
            painter.fillRect(areas[block.column], self._theme.colour("selection"))

    def _paint_head(self, painter: QPainter, slot: Slot, top: float, column: int, text: str) -> None:
        """Paint the head of a column above a cell, or in place of an empty one."""
        looks = self._typesetter.looks
        font = reading_font(looks.face, looks.points * _HEAD_SCALE)
        band, height = slot.arrangement.band(column), HEAD_HEIGHT * self._typesetter.line_height
        above = slot.lead - height if slot.lead >= height else slot.lead
        box = QRectF(band.text_left, top + above, band.text_width, height)
        shown = QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    @property
    def _theme(self) -> Theme:
        return self._typesetter.looks.theme
