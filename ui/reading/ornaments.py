"""What is painted around a paragraph's text: its marker, lines beside quotes and asides, labels, frames."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Kind, Paragraph
from ui.reading.openings import LINE_ROOM, Opening
from ui.reading.text_layout import CellLayout, Typesetter
from ui.reading.typography import font_of, marker_of, style_of

# Around the text of a figure to its frame, above and below, in ems.
_FRAME = 0.35
_ROUND = 3.0
# Size of the label of an aside.
_LABEL = 0.86
# Of the line above notes, in ems.
_NOTE_LINE = 6.0
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph as it is placed in one column.

    Attributes:
        number: its index.
        paragraph: the paragraph.
        language: code of the language of its text.
        slot: the room of its text, from the top of its cell to the foot; in the viewport.
        text: the upper left corner of its text.
        layout: its text.
        before, after: the boxes that what is above and below it stands in.
        opening: what opens it.
        opens, closes: whether it is the upper, and the lower text of its row.
    """

    number: int
    paragraph: Paragraph
    language: str
    slot: QRectF
    text: QPointF
    layout: CellLayout
    before: Sequence[Box] = ()
    after: Sequence[Box] = ()
    opening: Opening | None = None
    opens: bool = True
    closes: bool = True


class OrnamentPainter:
    """Paints what is around the texts laid out by a typesetter."""

    def __init__(self, typesetter: Typesetter) -> None:
        """Paint with the colours and sizes of `typesetter`."""
        self._typesetter = typesetter

    def paint(self, painter: QPainter, at: Setting) -> None:
        """Paint everything around the text of one cell."""
        paragraph = at.paragraph
        for line in at.layout.indents.lines:
            self._line(painter, at, line.box, line.left)
        if paragraph.kind is Kind.FIGURE:
            self._frame(painter, at)
            self._picture(painter, at)
        if (marker := marker_of(paragraph)) and (paragraph.text or not at.layout.top):
            indents = at.layout.indents
            self._marker(painter, at, marker, indents.marker, indents.room / indents.wide if indents.wide else 1.0)
        if at.opening is not None:
            self._opening(painter, at, at.opening)

    def _line(self, painter: QPainter, at: Setting, box: Box, left: float) -> None:
        """Paint the line beside a quote or aside, without a gap between its paragraphs."""
        aside = box.kind is BoxKind.ASIDE
        top, bottom = at.text.y() + 2, at.text.y() + at.layout.height - 2
        if box.number >= 0:
            above = self._typesetter.line_height if aside and at.opening and at.opening.asides else 0.0
            top = at.slot.top() if _holds(at.before, box) else top - above
            bottom = at.slot.bottom() if _holds(at.after, box) else bottom
        x = round(at.slot.left() + left)
        colour = self._colour("accent" if aside else "border")
        painter.fillRect(QRectF(x, top, 3 if aside else 2, bottom - top), colour)

    def _frame(self, painter: QPainter, at: Setting) -> None:
        """Paint a frame around a figure; one around both texts where one is below the other."""
        around, left = _FRAME * self._typesetter.em, at.slot.left() + at.layout.indents.frame
        top = at.text.y() - around if at.opens else at.slot.top() - 2 * _ROUND
        bottom = at.text.y() + at.layout.height + around if at.closes else at.slot.bottom() + 2 * _ROUND
        frame = QRectF(QRectF(left, top, at.slot.right() - left, bottom - top).toRect()).translated(0.5, 0.5)
        painter.save()
        painter.setClipRect(at.slot.adjusted(-1, 0, 1, 0), Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, _ROUND, _ROUND)
        painter.restore()

    def _picture(self, painter: QPainter, at: Setting) -> None:
        image = self._typesetter.pictures.image(at.number) if self._typesetter.pictures else None
        if image is None or at.layout.picture.isEmpty():
            return
        place = QPointF(at.slot.left() + at.layout.indents.marker, at.text.y())
        room = QRectF(QRectF(place, at.layout.picture).toRect())
        if image.hasAlphaChannel():  # drawn for paper
            painter.fillRect(room, Qt.GlobalColor.white)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(room, image)
        painter.restore()

    def _marker(self, painter: QPainter, at: Setting, marker: str, left: float, scale: float = 1.0) -> None:
        font = font_of(at.paragraph, self._typesetter.looks)
        if scale < 1:  # shrunk, as a truncated number would be another number
            font.setPointSizeF(max(font.pointSizeF() * scale, 1.0))
        painter.setFont(font)
        painter.setPen(self._colour(at.layout.role))
        height = self._typesetter.line_height * style_of(at.paragraph).scale
        painter.drawText(QRectF(at.slot.left() + left, at.text.y() + at.layout.top, 0, height), _FLAGS, marker)

    def _opening(self, painter: QPainter, at: Setting, opening: Opening) -> None:
        if opening.line:
            width = min(_NOTE_LINE * self._typesetter.em, at.slot.width())
            top = round(at.slot.top() + LINE_ROOM / 2 * self._typesetter.em)
            painter.fillRect(QRectF(at.slot.left(), top, width, 1), self._colour("muted"))
        if opening.note:
            self._marker(painter, at, opening.note, at.layout.indents.note)
        if opening.asides:
            self._label(painter, at, opening.label(at.language))

    def _label(self, painter: QPainter, at: Setting, label: str) -> None:
        font = font_of(Paragraph(""), self._typesetter.looks, _LABEL)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._colour("accent"))
        left = max((line.left for line in at.layout.indents.lines if line.box.kind is BoxKind.ASIDE), default=0.0)
        left += self._typesetter.em * 0.7
        height = self._typesetter.line_height
        room = QRectF(at.slot.left() + left, at.text.y() - height, at.slot.width() - left, height)
        words = QFontMetricsF(font).elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _FLAGS, words)

    def _colour(self, role: str) -> QColor:
        return self._typesetter.looks.theme.colour(role)


def _holds(boxes: Sequence[Box], box: Box) -> bool:
    return any(other.kind is box.kind and other.number == box.number for other in boxes)
