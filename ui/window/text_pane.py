"""The text, with messages above it and the bars below it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from ui.toolkit.bar import Bar, latest_open
from ui.toolkit.guard import guarded
from ui.toolkit.item_layout import ItemLayout
from ui.toolkit.notices import NoticeBar

_LEAST_WIDTH = 350  # library and outline shrink for it
_LEAST_LINES = 3  # of the text that are seen beside messages and bars
_MOST_SHARE = 0.4  # of the height that they take at most where the letters are large
_LEAST_HEIGHT = 96  # of everything, in pixels


class TextPane(QWidget):
    """The text, with messages above it and the bars below it."""

    def __init__(
        self,
        notices: NoticeBar,
        welcome: QWidget,
        text: QWidget,
        bars: Iterable[Bar],
        height_of_lines: Callable[[int], int],
    ) -> None:
        """The widgets from top to bottom; `text` takes the remaining room, and shows so many lines in a height."""
        super().__init__()
        bars = list(bars)
        # Qt asks only for what is visible now; a bar that opens must not be cut.
        self.setMinimumWidth(max([_LEAST_WIDTH, *(bar.minimumSizeHint().width() for bar in bars)]))
        self._column = _Column(notices, welcome, text, bars, height_of_lines, self)
        for bar in bars:
            bar.risen.connect(guarded(partial(self._column.make_room, bar)))


class _Column(ItemLayout):
    """Shares the height in one pass, from the width that everything gets: nothing is measured for another width.

    Three lines of the text stay, as far as the bar and the message can do with less: first the message is down to two
    lines, then the bar to what it needs, then the message. The welcome gives way to all. Where there is no room for all
    open bars, only one is shown: that with the focus, or the latest.
    """

    def __init__(
        self,
        notices: NoticeBar,
        welcome: QWidget,
        text: QWidget,
        bars: list[Bar],
        height_of_lines: Callable[[int], int],
        parent: QWidget,
    ) -> None:
        super().__init__(0, parent)
        self._pane = parent
        self._notices, self._welcome, self._text, self._bars = notices, welcome, text, bars
        self._height_of_lines = height_of_lines
        self.setContentsMargins(0, 0, 0, 0)
        for widget in (notices, welcome, text, *bars):
            self.addWidget(widget)

    @guarded
    def sizeHint(self) -> QSize:
        """That of the text."""
        return self._text.sizeHint()

    @guarded
    def minimumSize(self) -> QSize:
        """Next to no height: what there is gets shared."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    @guarded
    def setGeometry(self, area: QRect) -> None:
        """Place all from top to bottom."""
        super().setGeometry(area)
        top = area.top()
        for widget, height in self._share(area.size()).items():
            widget.setGeometry(area.left(), top, area.width(), height)
            top += height

    def make_room(self, bar: Bar) -> None:
        """Let a bar that rises be used at once, whichever has the focus."""
        self._share(self._pane.size(), bar)

    def _share(self, size: QSize, wanted: Bar | None = None) -> dict[QWidget, int]:
        """The height of each; what gets none cannot be used: no key goes to what is not seen."""
        width, height = size.width(), size.height()
        least = self._least_text(height)
        notice = self._notices.height_in(width)
        welcome = 0 if self._welcome.isHidden() else self._welcome.heightForWidth(width)
        bars = self._bar_heights(width, height - least, wanted)
        used = sum(bars.values())
        if welcome > max(height - used - notice - least, 0) and (used or notice):
            welcome = 0  # until there is room again
        self._welcome.setEnabled(welcome > 0)
        left = max(height - used - welcome, 0)
        notice = min(self._notices.height_in(width, left - least), left) if notice else 0
        return {self._notices: notice, self._welcome: welcome, self._text: left - notice, **bars}

    def _least_text(self, height: int) -> int:
        """The height that the text keeps in a pane."""
        return min(self._height_of_lines(_LEAST_LINES), round(height * _MOST_SHARE))

    def _bar_heights(self, width: int, height: int, wanted: Bar | None) -> dict[QWidget, int]:
        """The heights of the bars in a pane of which the text leaves `height`."""
        rooms = [height - self._notices.few_lines_in(width), height - self._notices.height_in(width, 0)]
        shown = [bar for bar in self._bars if not bar.isHidden()]
        whole = {bar: bar.height_in(width) for bar in shown}
        kept = (wanted or self._kept()) if sum(whole.values()) > rooms[0] else None
        if kept is not None:
            heights = [kept.height_in(width, room) for room in rooms]
            whole = {kept: heights[0] if heights[0] <= rooms[0] else heights[1]}
        for bar in self._bars:
            bar.setEnabled(bar not in shown or bar in whole)
        return {bar: whole.get(bar, 0) for bar in self._bars}

    def _kept(self) -> Bar | None:
        """The bar that is shown where there is room for one."""
        latest, focus = latest_open(self._bars), QApplication.focusWidget()
        return next((bar for bar in self._bars if focus is not None and bar.isAncestorOf(focus)), latest)
