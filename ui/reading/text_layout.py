"""Text laid out for the cells of the reading view."""

import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reader.parallel import Row, State
from reader.text import OBJECT, Kind, Paragraph, Span, with_firm_units
from ui.reading.cell import SOURCE, TARGET, CellText, cell_text
from ui.reading.columns import Arrangement
from ui.reading.faces import reading_font
from ui.reading.indents import NO_INDENTS, Indents, indents
from ui.reading.openings import LINE_ROOM, Opening, opening_of
from ui.reading.pictures import Pictures
from ui.reading.style import Looks
from ui.reading.typography import IMAGE_SIGN, Style, font_of, mark_format, style_of
from ui.reading.utf16 import Utf16

# Laid-out cells in the cache: some ten screens, a few megabytes.
_KEPT = 400
# Line breaks, and the sign that stands for an image; one character for one.
_LINE_SEPARATOR = "\u2028"
# Accents, descenders and slanted letters may extend this many pixels beyond their lines.
_OVERHANG = 64
# Gap between a picture and the text below it, as part of a line.
_PICTURE_GAP = 0.4
# The highest picture, in lines.
_MOST_LINES = 12
_NO_SIZE = QSizeF(0, 0)
# Gap between original and translation when stacked, in ems.
_BETWEEN = 0.3
# The least characters in a line of justified text.
_LEAST_JUSTIFIED = 30
# About as wide as average running text, in both languages.
_SAMPLE = "Det var en gang en konge, and there was a king who said that he would never go home again. "


class CellLayout:
    """The text of one cell, broken into lines. Positions are code points, points are relative to its corner.

    Attributes:
        role: its colour, a role of the theme.
        indents: of the text, marker and lines beside it in the slot.
        picture: the size of a picture above the lines, in pixels.
        top: where the lines begin, in pixels.
        height: of picture and lines, in pixels.
    """

    def __init__(
        self,
        cell: CellText,
        font: QFont,
        width: float,
        spacing: float,
        formats: Sequence[tuple[Span, QTextCharFormat]],
        indents: Indents = NO_INDENTS,
        *,
        centred: bool = False,
        justified: bool = False,
        picture: QSizeF = _NO_SIZE,
    ) -> None:
        """Lay out `cell`, with `formats` on spans, in a slot of `width` pixels.

        Lines have what `indents` leave of the slot, and are `spacing` times their height apart. If `centred`, their
        block is in the middle; if `justified`, all but the last end where the slot does. Above is room for a `picture`.
        """
        self.indents, self.picture = indents, picture
        width -= indents.text + indents.right
        self.role = cell.role
        self._length = len(cell.text)
        self._spacing, self._width = spacing, width
        self._utf16 = Utf16(cell.text)
        self._both_ways = any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in set(cell.text) if c > "\u058f")
        drawn = with_firm_units(cell.text).replace("\n", _LINE_SEPARATOR).replace(OBJECT, IMAGE_SIGN)
        self._layout = QTextLayout(drawn, font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if justified:
            option.setAlignment(Qt.AlignmentFlag.AlignJustify)
        self._layout.setTextOption(option)
        self._layout.setFormats([self._range(span, form) for span, form in formats])
        self._tops: list[float] = []  # where each line begins, including its spacing
        self.top = 0.0
        if picture is not _NO_SIZE:
            gap = _PICTURE_GAP * QFontMetricsF(font).height() if cell.text else 0.0
            self.top = picture.height() + gap
        # A picture without a description has no empty line below it.
        self.height = self._break_lines(width) if cell.text or not self.top else self.top
        if centred:
            self._centre(width)

    def _break_lines(self, width: float) -> float:
        height, tops, layout = self.top, self._tops, self._layout
        layout.beginLayout()
        while (line := layout.createLine()).isValid():  # narrow columns have many
            tops.append(height)
            line.setLineWidth(width)
            own = line.height()
            extra = own * (self._spacing - 1)
            line.setPosition(QPointF(0, height + extra / 2))
            height += own + extra
        layout.endLayout()
        return height

    def _centre(self, width: float) -> None:
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        left = max(width - max(line.naturalTextWidth() for line in lines), 0.0) / 2
        for line in lines:
            line.setPosition(QPointF(left, line.y()))

    def _range(self, span: Span, form: QTextCharFormat) -> QTextLayout.FormatRange:
        result = QTextLayout.FormatRange()
        result.start = self._utf16.units(span[0])
        result.length = self._utf16.units(span[1]) - result.start
        result.format = form
        return result

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Paint the text at `origin`; only lines that can be visible."""
        self._layout.draw(painter, origin, [], seen(painter))

    def rects(self, span: Span, seen: QRectF | None = None) -> list[QRectF]:
        """The rectangles that a span covers: one per line, or several where text runs both ways.

        With `seen`, in the coordinates of the layout, only for lines that reach into it.
        """
        start, end = self._utf16.units(span[0]), self._utf16.units(span[1])
        found: list[QRectF] = []
        number = max(self._layout.lineForTextPosition(start).lineNumber(), 0)
        if seen is not None:
            number = max(number, bisect_right(self._tops, seen.top()) - 1)
        while number < self._layout.lineCount() and (line := self._layout.lineAt(number)).textStart() < end:
            if seen is not None and line.y() > seen.bottom():
                break
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                found += self._line_rects(line, first, last)
            number += 1
        return found

    def _line_rects(self, line: QTextLine, first: int, last: int) -> list[QRectF]:
        if self._both_ways:
            # Of its glyphs, wherever they are.
            boxes = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
            return [QRectF(box.left(), line.y(), box.width(), line.height()) for box in boxes]
        left, right = _x(line, first), min(_x(line, last), line.naturalTextRect().right())
        return [QRectF(left, line.y(), right - left, line.height())] if right > left else []

    def free(self, align: str) -> float:
        """How far the text is to be moved to the right, as a block, to end ("r") or have its middle ("c") there."""
        boxes = [self._layout.lineAt(number).naturalTextRect() for number in range(self._layout.lineCount())]
        left, right = min(map(QRectF.left, boxes), default=0.0), max(map(QRectF.right, boxes), default=0.0)
        return self._width - right if align == "r" else (self._width - left - right) / 2

    def position_at(self, point: QPointF) -> int | None:
        """The code point under `point`; None beside or below the text."""
        line = self._line_at(point.y())
        if line is None or not line.x() <= point.x() <= line.naturalTextRect().right():
            return None
        unit = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
        return min(self._utf16.code_points(unit), max(self._length - 1, 0))

    def nearest(self, point: QPointF) -> int:
        """The gap between code points nearest to `point`, wherever that is; used for selecting."""
        if point.y() < self.top or not self._layout.lineCount():
            return 0
        line = self._line_at(point.y())
        if line is None:
            return self._length
        return self._utf16.code_points(line.xToCursor(point.x(), line.CursorPosition.CursorBetweenCharacters))

    def beside(self, point: QPointF) -> int:
        """The code point nearest to `point` on the line at its height; above or below the text, on the line next to it.

        Unlike the nearest gap, which at the end of a line is where the next line begins.
        """
        if not self._tops:
            return 0
        line = self._layout.lineAt(max(bisect_right(self._tops, point.y()) - 1, 0))
        unit = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
        last = max(line.textStart() + line.textLength() - 1, line.textStart())
        return min(self._utf16.code_points(min(unit, last)), max(self._length - 1, 0))

    def _line_at(self, y: float) -> QTextLine | None:
        if not self.top <= y <= self.height or not self._tops:
            return None
        return self._layout.lineAt(bisect_right(self._tops, y) - 1)

    def point_of(self, position: int) -> QPointF:
        """The position of a code point: horizontally its start, vertically the middle of its line."""
        unit = self._utf16.units(min(position, self._length))
        line = self._layout.lineForTextPosition(unit)
        if not line.isValid():
            return QPointF(0, 0)
        return QPointF(_x(line, unit), line.y() + line.height() / 2)


def seen(painter: QPainter) -> QRectF:
    """The area a painter can paint on, in its own coordinates, enlarged for letters that extend beyond their lines."""
    # Not `combinedTransform`: that counts physical pixels, while `window` is in logical ones.
    surface = painter.worldTransform().inverted()[0].mapRect(QRectF(painter.window()))
    return surface.adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)


def _x(line: QTextLine, unit: int) -> float:
    # PySide6 returns the position together with the (possibly moved) cursor.
    return cast("tuple[float, int]", line.cursorToX(unit))[0]


def columns_of(row: Row, arrangement: Arrangement) -> tuple[int, ...]:
    """The columns in which a row shows a text: when stacked, the same text is not repeated, and a missing one left out.

    It shows one in the first column, whatever that is.
    """
    if not arrangement.stacked:
        return arrangement.columns
    shown = list(arrangement.columns[:1])
    for column in arrangement.columns[1:]:
        same = row.state is State.SAME and (column == TARGET or row.version(column) is None) and SOURCE in shown
        same = same or (row.state is State.SAME and column == SOURCE and TARGET in shown)
        if not same and (column in (SOURCE, TARGET) or cell_text(row, column).text):
            shown.append(column)
    return tuple(shown)


class Typesetter:
    """Lays out cells with the looks of the view, and caches recent ones.

    Attributes:
        looks: the looks.
        pictures: those of the text, if they are shown.
        first: when stacked, the column that is above the others, else None.
    """

    def __init__(self, looks: Looks) -> None:
        """Lay out text with `looks`."""
        self._kept: OrderedDict[tuple[int, int, float], CellLayout] = OrderedDict()
        self._room = _KEPT
        self._widths: dict[tuple[str, Style], float] = {}  # of markers
        self.looks = looks
        self._paragraphs: Sequence[Paragraph] = ()
        self.pictures: Pictures | None = None
        self.first: int | None = None
        self.configure(looks)

    def begin(self, paragraphs: Sequence[Paragraph]) -> None:
        """Start over with another text."""
        self.forget_all()
        self._paragraphs = paragraphs

    def configure(self, looks: Looks) -> None:
        """Change the looks."""
        self.looks = looks
        font = reading_font(looks.face, looks.points)
        metrics = QFontMetricsF(font)
        # The reading size, the mean width of a letter, and the distance between lines; all in pixels.
        self.em = metrics.height() / 1.14
        self.character_width = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self.line_height = metrics.height() * looks.line_spacing
        self._widths.clear()
        self.forget_all()

    def characters(self, word: str, bold: bool) -> float:
        """The width of a word, in characters of running text."""
        font = reading_font(self.looks.face, self.looks.points)
        font.setBold(bold)
        return QFontMetricsF(font).horizontalAdvance(word) / self.character_width

    @property
    def measure(self) -> float:
        """The longest line, in pixels."""
        return self.looks.measure * self.character_width

    def layout(self, number: int, row: Row, column: int, width: float) -> CellLayout:
        """The layout of a cell of row `number`, cached for the next paint."""
        key = (number, column, width)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._laid_out(number, row, column, width)
            if len(self._kept) > self._room:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def _laid_out(self, number: int, row: Row, column: int, width: float) -> CellLayout:
        cell = cell_text(row, column)
        style = style_of(row.source)
        formats = [((m.start, m.end), mark_format(m.kind, self.looks.theme, style.italic)) for m in cell.marks]
        font = font_of(row.source, self.looks)
        room = self.indents(row.source, width)
        picture = self._picture(number, row, column, width - room.frame - 2 * room.right)
        return CellLayout(
            cell,
            font,
            width,
            self.looks.line_spacing,
            formats,
            room,
            centred=style.centred,
            justified=self._justifies(style, width),
            picture=picture,
        )

    def _justifies(self, style: Style, width: float) -> bool:
        """Whether text is justified in a slot: few words in a line would stand too far apart."""
        return self.looks.justified and style.running and width >= _LEAST_JUSTIFIED * self.character_width

    def _picture(self, number: int, row: Row, column: int, most: float) -> QSizeF:
        """The size of the picture above a text; when stacked, it is shown once."""
        natural = self.pictures.size(number) if self.pictures and row.source.kind is Kind.FIGURE else None
        if natural is None or self.first not in (None, column):
            return _NO_SIZE
        scale = min(1.0, most / natural[0], _MOST_LINES * self.line_height / natural[1])
        return QSizeF(max(round(natural[0] * scale), 1), max(round(natural[1] * scale), 1))

    def _width_of(self, marker: str, paragraph: Paragraph) -> float:
        key = marker, style_of(paragraph)
        if key not in self._widths:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            font = font_of(paragraph, self.looks)
            self._widths[key] = QFontMetricsF(font).horizontalAdvance(marker)
        return self._widths[key]

    def indents(self, paragraph: Paragraph, width: float) -> Indents:
        """The indents of a paragraph in a slot of `width`, in pixels."""
        return indents(paragraph, width, self.em, lambda marker: self._width_of(marker, paragraph))

    def spacing(self, number: int, row: Row) -> tuple[float, float]:
        """White space above and below row `number`, in pixels, with what opens it."""
        style = style_of(row.source)
        opening = self.opening(number) if row.source.within else None
        return style.above * self.em + self._height_of(opening), style.below * self.em

    def opening(self, number: int) -> Opening | None:
        """What stands before row `number`, if anything does."""
        return opening_of(self._paragraphs, number)

    def _height_of(self, opening: Opening | None) -> float:
        """The room of what stands before a paragraph, in pixels."""
        if opening is None:
            return 0.0
        return opening.line * LINE_ROOM * self.em + bool(opening.asides) * self.line_height

    @property
    def between(self) -> float:
        """White space between the texts of a row when stacked, in pixels."""
        return _BETWEEN * self.em

    def text_top(self, number: int, row: Row, column: int, arrangement: Arrangement) -> float:
        """The vertical position of a column's text, in pixels from the row's top."""
        top = self.spacing(number, row)[0]
        if not arrangement.stacked or row.source.kind is Kind.RULE:
            return top
        for other in columns_of(row, arrangement):
            if other == column:
                break
            top += self.layout(number, row, other, arrangement.band(other).text_width).height + self.between
        return top

    def height(self, number: int, row: Row, arrangement: Arrangement) -> int:
        """The height of a row in pixels, with its texts laid out."""
        if row.source.kind is Kind.RULE:
            return round(self.line_height + sum(self.spacing(number, row)))
        columns = columns_of(row, arrangement)
        heights = [self.layout(number, row, c, arrangement.band(c).text_width).height for c in columns]
        texts = sum(heights) + self.between * (len(heights) - 1) if arrangement.stacked else max(heights)
        return round(texts + sum(self.spacing(number, row))) + 1

    def keep(self, cells: int) -> None:
        """Keep room for several times this many cells: those on screen."""
        self._room = max(_KEPT, 3 * cells)

    def forget(self, rows: Iterable[int]) -> None:
        """Discard the layouts of these rows, which have changed."""
        gone = set(rows)
        for key in [key for key in self._kept if key[0] in gone]:
            del self._kept[key]

    def forget_all(self) -> None:
        """Discard all layouts."""
        self._kept.clear()

    def recolour(self, looks: Looks) -> None:
        """Change the colours; all heights stay the same."""
        self.looks = replace(looks)
        self.forget_all()


__all__ = ["SOURCE", "TARGET", "CellLayout", "Typesetter"]
