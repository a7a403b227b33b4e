"""Painting the rows of the reading view."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from reader.parallel import Row, State
from reader.text import Box, Kind, Span
from ui.reading.cell import SOURCE, TARGET, Sign, cell_text, misread
from ui.reading.columns import NUMBER_EDGE, NUMBER_GAP, NUMBER_SCALE, Arrangement, Band
from ui.reading.highlights import Highlights
from ui.reading.indents import NO_INDENTS
from ui.reading.model import ParallelModel
from ui.reading.ornaments import OrnamentPainter, Setting
from ui.reading.places import span_of
from ui.reading.text_layout import CellLayout, Typesetter, columns_of, seen
from ui.reading.typography import font_of, style_of
from ui.toolkit.theme import Theme

_BAR = 3
_BAR_LEFT = 13
# Room for a sign, in ems: enough for two marks.
_SIGN_WIDTH, _LEAST_SIGN_WIDTH = 1.15, 16
# Gap between a number and the text beside it.
_ROUND = 3.0
# Instead of a thickness: draw a line of dots or dashes, or a wave; a kind each, so as not to depend on colour alone.
_DOTTED, _DASHED, _WAVY = -1.0, -2.0, -3.0
_PATTERNS = {_DOTTED: [1.0, 1.4], _DASHED: [1.0, 2.2]}
_WAVE = 2.0  # pixels, half the height and a quarter of the length of a wave
# A blurred text is painted at this many pixels per em and scaled up.
_GRAINS_PER_EM = 1.5
_BLURRED_KEPT = 60
# A paragraph is blurred in slices of this many pixels, and only where it is visible: an image of 100,000 characters
# would take a hundred megabytes.
_SLICE = 2000
_NONE: Mapping[int, float] = {}


class RowPainter:
    """Paints rows: background, marks, number, sign, text and what is around it."""

    def __init__(self, typesetter: Typesetter, model: ParallelModel, highlights: Highlights) -> None:
        """Paint the rows of `model`, laid out by `typesetter`, with `highlights`."""
        self._typesetter, self._model, self._highlights = typesetter, model, highlights
        self._ornaments = OrnamentPainter(typesetter)
        self._blurred: OrderedDict[tuple[int, int, float, float], QImage] = OrderedDict()
        self._room = _BLURRED_KEPT

    def forget(self, rows: Iterable[int] | None = None) -> None:
        """Discard cached images of these rows, whose text has changed; without `rows`, of all."""
        gone = None if rows is None else set(rows)
        for key in [key for key in self._blurred if gone is None or key[0] in gone]:
            del self._blurred[key]

    def keep(self, cells: int) -> None:
        """Keep room for several times this many cells: those on screen."""
        self._room = max(_BLURRED_KEPT, 3 * cells)

    @property
    def _theme(self) -> Theme:
        return self._typesetter.looks.theme

    def paint(self, painter: QPainter, number: int, area: QRectF, arrangement: Arrangement, exposed: QRectF) -> None:
        """Paint row `number` into `area` of the viewport, as far as its columns reach into `exposed`."""
        if self._highlights.place is not None and self._highlights.place.row == number:
            painter.fillRect(area, self._theme.colour("paragraph"))
        row = self._model.row(number)
        if row.source.kind is not Kind.RULE:
            above = self._typesetter.spacing(number, row)[0]
            first = arrangement.band(arrangement.columns[0])
            self._paint_number(painter, QPointF(area.left() + first.text_left, area.top() + above), number)
        self.paint_texts(painter, number, area, arrangement, exposed)

    def paint_texts(
        self,
        painter: QPainter,
        number: int,
        area: QRectF,
        arrangement: Arrangement,
        exposed: QRectF,
        aside: Mapping[int, float] = _NONE,
    ) -> None:
        """Paint the texts of a row into `area`, `aside` from their left edges, by column; see `paint`."""
        row = self._model.row(number)
        if row.source.kind is Kind.RULE:
            self._paint_rule(painter, area, arrangement)
            return
        shown = columns_of(row, arrangement)
        # An identical text is not repeated below the original.
        shared = arrangement.stacked and row.state is State.SAME and {SOURCE, TARGET} <= set(arrangement.columns)
        place = self._highlights.place
        here = place is not None and place.row == number
        for column in shown:
            band = arrangement.band(column)
            if not _reaches(area.left() + band.left, band.width, exposed):
                continue
            left, top = area.left() + band.text_left, self._typesetter.text_top(number, row, column, arrangement)
            layout = self._typesetter.layout(number, row, column, band.text_width)
            if arrangement.stacked and column != shown[0]:
                self._paint_rail(painter, QPointF(left - _bar_left(band), area.top() + top), layout)
            if here:
                corner = QPointF(left - _bar_left(band), area.top() + top)
                both = shared and column in (SOURCE, TARGET)
                self._paint_bar(painter, corner, layout, column, shared=both)
            if (sign := self._model.sign(number, TARGET if shared and column == SOURCE else column)) is not None:
                beside = band.left + band.width - band.text_left - band.text_width - 2
                room = min(beside, max(_LEAST_SIGN_WIDTH, _SIGN_WIDTH * self._typesetter.em))
                margin = QRectF(left + band.text_width + 2, area.top() + top, room, area.height() - top)
                self._paint_sign(painter, margin, sign)
            slot = QRectF(left + aside.get(column, 0.0), area.top(), band.text_width, area.height())
            opens = closes = True
            if arrangement.stacked:
                opens, closes = column == shown[0], column == shown[-1]
                parted = [area.top() + self._parting(number, row, below, arrangement) for below in shown[1:]]
                above = shown.index(column)
                slot.setTop(area.top() if opens else parted[above - 1])
                slot.setBottom(area.bottom() if closes else parted[above])
            self._paint_cell(painter, slot, area.top() + top, layout, (number, column), opens=opens, closes=closes)

    def _parting(self, number: int, row: Row, column: int, arrangement: Arrangement) -> float:
        """Where a text below another begins, from the row's top."""
        return self._typesetter.text_top(number, row, column, arrangement) - self._typesetter.between / 2

    def _paint_rule(self, painter: QPainter, area: QRectF, arrangement: Arrangement) -> None:
        painter.setPen(QPen(self._theme.colour("border"), 1))
        columns = arrangement.columns[:1] if arrangement.stacked else arrangement.columns
        for band in map(arrangement.band, columns):
            middle = area.left() + band.text_left + band.text_width / 2
            painter.drawLine(QPointF(middle - 40, area.center().y()), QPointF(middle + 40, area.center().y()))

    def _paint_number(self, painter: QPainter, origin: QPointF, number: int) -> None:
        words = self._model.label(number)
        if not words:
            return
        font = font_of(self._model.row(number).source, self._typesetter.looks, NUMBER_SCALE)
        font.setItalic(False)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        room = origin.x() - NUMBER_GAP - NUMBER_EDGE
        width = painter.fontMetrics().horizontalAdvance(words)
        if width > room > 0:  # shrunk, as a truncated number would be another number
            font.setPointSizeF(font.pointSizeF() * room / width)
            painter.setFont(font)
        box = QRectF(NUMBER_EDGE, origin.y(), room, self._typesetter.line_height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_bar(self, painter: QPainter, corner: QPointF, layout: CellLayout, column: int, *, shared: bool) -> None:
        """Paint the bar beside the cell with the caret or pointer, and beside its partner; a `shared` cell is both."""
        place = self._highlights.place
        live = self._highlights.focused and (shared or (place is not None and place.column == column))
        width = _BAR + 2 if self._highlights.pinned else _BAR
        bar = QRectF(corner.x(), corner.y() + 1, width, layout.height - 2)
        painter.fillRect(bar, self._theme.colour("accent" if live else "sentence_line"))

    def _paint_rail(self, painter: QPainter, corner: QPointF, layout: CellLayout) -> None:
        """Paint a line beside a translation below its original, to tell the two apart."""
        rail = QRectF(corner.x() + 1, corner.y() + 2, 1, layout.height - 4)
        painter.fillRect(rail, self._theme.colour("border"))

    def _paint_cell(
        self,
        painter: QPainter,
        slot: QRectF,
        top: float,
        layout: CellLayout,
        cell: tuple[int, int],
        *,
        opens: bool,
        closes: bool,
    ) -> None:
        """Paint a text that begins at `top` and what is around it, in a slot that may open and close the row."""
        (number, column), indents = cell, layout.indents
        row = self._model.row(number)
        text = QPointF(slot.left() + indents.text, top)
        if indents is not NO_INDENTS or row.source.within:
            before, after = self._around(number, opens=opens, closes=closes) if row.source.within else ((), ())
            opening = self._typesetter.opening(number) if opens else None
            at = Setting(
                number,
                row.source,
                self._model.language(column),
                slot,
                text,
                layout,
                before,
                after,
                opening,
                opens,
                closes,
            )
            self._ornaments.paint(painter, at)
        self._paint_marks(painter, text, number, column, layout)
        if self._is_blurred(number, column):
            width = slot.width() - indents.text - indents.right
            self._paint_blurred(painter, text, number, column, width, layout)
            return
        painter.setPen(self._theme.colour(layout.role))
        layout.draw(painter, text)

    def _around(self, number: int, *, opens: bool, closes: bool) -> tuple[Sequence[Box], Sequence[Box]]:
        """The boxes of what is above and below a text: of other rows, or of this one's other text."""
        before = self._model.boxes(number - 1) if opens else self._model.boxes(number)
        return before, self._model.boxes(number + 1) if closes else self._model.boxes(number)

    def _paint_sign(self, painter: QPainter, margin: QRectF, sign: Sign) -> None:
        """Paint its marks, in several lines if need be; those for which the row has no room only its words tell of."""
        room, height = margin.width(), self._typesetter.line_height
        font = QFont()
        font.setPointSizeF(self._typesetter.looks.points * 0.8)
        font.setBold(True)
        painter.setFont(font)
        width = max(painter.fontMetrics().horizontalAdvance(mark) for mark, _ in sign.marks)
        if width > room > 0:  # it must not run into the text or over the edge
            font.setPointSizeF(font.pointSizeF() * room / width)
            painter.setFont(font)
        lines = _in_lines(sign.marks, painter.fontMetrics().horizontalAdvance, room)
        for line in range(min(len(lines), max(int(margin.height() // height), 1))):
            left = margin.left() + (room - sum(advance for *_, advance in lines[line])) / 2
            for mark, role, advance in lines[line]:
                painter.setPen(self._theme.colour(role))
                box = QRectF(left, margin.top() + line * height, advance, height)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), mark)
                left += advance

    # Marks behind the text

    def _paint_marks(self, painter: QPainter, origin: QPointF, number: int, column: int, layout: CellLayout) -> None:
        """Paint from the weakest to the strongest. Each mark also has a line, so as not to depend on colour alone."""
        marks = list(self._marks(number, column))
        if not marks:
            return
        visible = seen(painter).translated(-origin)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span, ground, line, thickness in marks:
            for rect in layout.rects(span, visible):
                box = QRectF(rect.translated(origin).toRect())  # on whole pixels, or thin lines look faint
                if ground:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(self._theme.colour(ground))
                    painter.drawRoundedRect(box, _ROUND, _ROUND)
                if line:
                    self._paint_line(painter, box, line, thickness)
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRectF, role: str, thickness: float) -> None:
        colour = self._theme.colour(role)
        if thickness == _WAVY:
            self._paint_wave(painter, box, colour)
            return
        if thickness not in _PATTERNS:
            painter.fillRect(QRectF(box.left(), box.bottom() - thickness, box.width(), thickness), colour)
            return
        pen = QPen(colour, 2.2 if thickness == _DOTTED else 1.6, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern(_PATTERNS[thickness])
        painter.setPen(pen)
        painter.drawLine(box.bottomLeft() + QPointF(1, 0), box.bottomRight())

    def _paint_wave(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        low = box.bottom() - 0.5
        count = max(int(box.width() / _WAVE), 1)
        points = [QPointF(box.left() + n * _WAVE, low - (_WAVE if n % 2 else 0.0)) for n in range(count + 1)]
        painter.setPen(QPen(colour, 1.3))
        painter.drawPolyline(points)

    def _marks(self, number: int, column: int) -> Iterator[tuple[Span, str, str, float]]:
        """Yield span, role of the background, role of the line below and its thickness."""
        marked = self._highlights
        if column == TARGET:
            for pair in self._model.row(number).sentences:
                if pair.warnings or pair.edited or pair.accepted:
                    # The sign in the margin shows it too, and hovering over the sentence tells why.
                    ground = "edited" if pair.edited else "accepted" if pair.accepted else ""
                    line = "failed" if pair.warnings else ""
                    yield pair.target, ground, line, _DASHED if line else 0.0
        if marked.place is not None and marked.place.row == number and marked.place.sentence is not None:
            sentences = self._model.row(number).sentences
            if marked.place.sentence < len(sentences):
                span = span_of(self._model.row(number), marked.place.sentence, column)
                yield span, "sentence", "sentence_line", 1.0
        for span in marked.found.get((number, column), ()):
            here = marked.current == (number, column, span)
            yield span, "found_current" if here else "found", "accent" if here else "", 2.0
        if marked.word is not None and marked.word.row == number and self._typesetter.looks.highlight_words:
            for span in marked.word.spans(column):
                # A word without a partner gets only the line.
                yield span, "word" if marked.word.partners else "sentence", "word_line", 2.0
        if column == TARGET:
            for span in self._model.doubtful(self._model.row(number)):
                yield span, "", "doubtful", _DOTTED
        elif column == SOURCE:
            for span in misread(self._model.row(number)):
                yield span, "", "doubtful", _DOTTED
        else:
            for span in self._model.differing(number, column):
                yield span, "", "muted", 1.0
        for span in marked.named.get((number, column), ()):
            yield span, "", "failed", _WAVY
        if marked.selection is not None and self._shows(number, column, marked.selection.column):
            length = len(cell_text(self._model.row(number), column).text)
            if (selected := marked.selection.span(number, length)) is not None:
                yield selected, "selection", "", 0.0

    def _shows(self, number: int, shown: int, column: int) -> bool:
        """Whether a text painted in the column `shown` is that of `column`: one that is not repeated is of both."""
        once = self._typesetter.first is not None and self._model.row(number).state is State.SAME
        return shown == column or (once and {shown, column} == {SOURCE, TARGET})

    # Blurred until hovered

    def _is_blurred(self, number: int, column: int) -> bool:
        return self._typesetter.looks.blurred == column and self._highlights.revealed != (number, column)

    def _paint_blurred(
        self, painter: QPainter, origin: QPointF, number: int, column: int, width: float, layout: CellLayout
    ) -> None:
        visible = seen(painter).translated(-origin)
        first, last = max(int(visible.top() // _SLICE), 0), int(min(visible.bottom(), layout.height) // _SLICE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for part in range(first, last + 1):
            top = part * _SLICE
            place = QRectF(0, top, width, min(_SLICE, layout.height - top))
            painter.drawImage(place.translated(origin), self._blurred_slice(number, column, place, layout))
        painter.restore()

    def _blurred_slice(self, number: int, column: int, place: QRectF, layout: CellLayout) -> QImage:
        key = (number, column, place.width(), place.top())
        image = self._blurred.get(key)
        if image is None:
            # Larger letters are blurred more coarsely.
            grain = max(round(self._typesetter.em * style_of(self._model.row(number).source).scale / _GRAINS_PER_EM), 2)
            image = self._blurred[key] = self._blurred_image(place, layout, grain)
            if len(self._blurred) > self._room:
                self._blurred.popitem(last=False)
        return image

    def _blurred_image(self, place: QRectF, layout: CellLayout, grain: int) -> QImage:
        size = place.size().toSize().expandedTo(QSize(1, 1))
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setPen(self._theme.colour(layout.role))
        layout.draw(painter, QPointF(0, -place.top()))
        painter.end()
        return image.scaled(
            max(image.width() // grain, 1),
            max(image.height() // grain, 1),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


def _reaches(left: float, width: float, exposed: QRectF) -> bool:
    """Whether what begins at `left` is at the height of `exposed` partly in it."""
    return left < exposed.right() and left + width > exposed.left()


def _bar_left(band: Band) -> float:
    """How far left of the text the bar is: in its slot."""
    return min(_BAR_LEFT, band.text_left - band.left - 1)


def _in_lines(
    marks: Iterable[tuple[str, str]], advance_of: Callable[[str], int], room: float
) -> list[list[tuple[str, str, int]]]:
    """Marks with their widths, as many in a line as there is room for, but at least one."""
    lines, left = list[list[tuple[str, str, int]]](), 0.0
    for mark, role in marks:
        advance = advance_of(mark)
        if not lines or advance > left:
            lines.append([])
            left = room
        lines[-1].append((mark, role, advance))
        left -= advance
    return lines
