"""A page of the preview, with buttons to turn pages and to zoom."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPalette, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ui.toolkit.flow import FlowLayout
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, tool_tip

_ZOOM_STEP = 1.25
_ZOOMS = (0.2, 6.0)
_MARGIN = 16
# Pixels on screen per point on paper, at 100 %.
_PIXELS = 96 / 72


class PageView(QWidget):
    """Shows a page; `wanted` requests the image of one, with a scale in physical pixels per point."""

    wanted = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self.setObjectName("pages")
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._whole = True
        self._page = 0
        self._zoom: float | None = None  # None fits the width
        self._label, self._area = Label(), QScrollArea()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        self._label.setMargin(_MARGIN)
        self._area.setWidget(self._label)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._area.setAccessibleName(self.tr("Preview"))
        self._area.viewport().installEventFilter(self)
        self._caption, self._percent = Label(), Label()
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._caption.setMinimumWidth(self.fontMetrics().horizontalAdvance(self._where(100, 100, whole=True)))
        self._percent.setMinimumWidth(self.fontMetrics().horizontalAdvance(self._percents(100)))
        up, down = QKeySequence(Qt.Key.Key_PageUp), QKeySequence(Qt.Key.Key_PageDown)
        self._back = self._button("‹", self.tr("Previous page"), up, lambda: self._turn(-1))
        self._on = self._button("›", self.tr("Next page"), down, lambda: self._turn(1))
        smaller = self._button("−", self.tr("Smaller"), QKeySequence("Ctrl+-"), lambda: self._magnify(1 / _ZOOM_STEP))
        larger = self._button("+", self.tr("Larger"), QKeySequence("Ctrl++"), lambda: self._magnify(_ZOOM_STEP))
        fit = self._button(self.tr("Fit width"), self.tr("Fit width"), QKeySequence("Ctrl+0"), self._fit)
        self._zooming = (smaller, larger, fit)
        bar = FlowLayout(8, centred=True)
        bar.addWidget(_together(self._back, self._caption, self._on))
        bar.addWidget(_together(smaller, self._percent, larger, fit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(bar)
        self._tell()

    def _button(self, text: str, name: str, keys: QKeySequence, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(tool_tip(f"{name} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})"))
        button.clicked.connect(guarded(do))
        QShortcut(keys, self).activated.connect(button.click)
        return button

    @property
    def page(self) -> int:
        """The index of the page shown."""
        return self._page

    @property
    def caption(self) -> str:
        """The current page as text: "Page 3 of 17"."""
        return self._caption.text()

    @property
    def picture(self) -> QPixmap:
        """The image shown; null if there is none yet."""
        return self._label.pixmap()

    def show_pages(self, sizes: tuple[tuple[float, float], ...], *, whole: bool) -> None:
        """Show pages of these sizes in points, keeping the current page; `whole` tells that there are no more."""
        self._sizes, self._whole = sizes, whole
        self._page = min(self._page, max(len(sizes) - 1, 0))
        self._tell()
        self._ask()

    @guarded
    def show_picture(self, page: int, image: QImage) -> None:
        """Show the image of a page, if it is still the one wanted."""
        if page == self._page:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            self._label.setPixmap(pixmap)

    @guarded
    def say(self, message: str) -> None:
        """Show a message instead of a page."""
        self._sizes = ()
        self._label.setText(message)
        self._tell()

    def clear_message(self) -> None:
        """Show no message any more: there will be pages."""
        if not self._sizes:
            self._label.clear()

    def _turn(self, by: int) -> None:
        page = min(max(self._page + by, 0), len(self._sizes) - 1)
        if page != self._page and page >= 0:
            self._page = page
            self._area.verticalScrollBar().setValue(0)
            self._tell()
            self._ask()

    def _magnify(self, factor: float) -> None:
        lowest, highest = _ZOOMS
        self._zoom = min(max(self._scale() / _PIXELS * factor, lowest), highest)
        self._ask()

    def _fit(self) -> None:
        self._zoom = None
        self._ask()

    def _scale(self) -> float:
        """Device-independent pixels per point."""
        if self._zoom is not None:
            return self._zoom * _PIXELS
        if not self._sizes:
            return _PIXELS
        return max(self._area.viewport().width() - 2 * _MARGIN, 60) / self._sizes[self._page][0]

    def _ask(self) -> None:
        if self._sizes:
            self._percent.setText(self._percents(round(100 * self._scale() / _PIXELS)))
            self.wanted.emit(self._page, self._scale() * self.devicePixelRatioF())

    def _tell(self) -> None:
        count = len(self._sizes)
        self._caption.setText(self._where(self._page + 1, count, whole=self._whole) if count else "")
        self._back.setEnabled(self._page > 0 and count > 0)
        self._on.setEnabled(self._page + 1 < count)
        for button in self._zooming:
            button.setEnabled(count > 0)
        if not count:
            self._percent.clear()

    def _where(self, page: int, count: int, *, whole: bool) -> str:
        template = self.tr("Page {page} of {count}") if whole else self.tr("Page {page} of {count} or more")
        return template.format(page=QLocale().toString(page), count=QLocale().toString(count))

    def _percents(self, percent: int) -> str:
        return self.tr("{percent} %").format(percent=percent)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Redraw the page when the width changes, if it is fitted to the width."""
        if event.type() == QEvent.Type.Resize and self._zoom is None:
            self._ask()
        return super().eventFilter(watched, event)


def _together(*widgets: QWidget) -> QWidget:
    """Widgets in a row that stay beside one another."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return group
