"""Buttons in rows, of which one is visible where there is little room; the others can be scrolled to."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.toolkit.flow import FlowLayout
from ui.toolkit.guard import guarded


class ButtonRows(QScrollArea):
    """As many buttons in a row as there is room for; rows are scrolled one at a time, and follow the focus."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        """No buttons yet; `spacing` pixels will be between them."""
        super().__init__(parent)
        holder = QWidget()
        self._flow = FlowLayout(spacing, parent=holder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holder)
        for widget in (self.viewport(), holder):
            widget.setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._snap)

    def add(self, widget: QWidget) -> None:
        """Put a button behind the others."""
        self._flow.addWidget(widget)

    def start_over(self) -> None:
        """Begin with the first row again: there are other buttons."""
        self._flow.invalidate()
        self.verticalScrollBar().setValue(0)

    @property
    def row(self) -> QSize:
        """The size of one row with all buttons."""
        return self._flow.sizeHint()

    @property
    def widest(self) -> int:
        """The width of the widest button."""
        return self._flow.minimumSize().width()

    def height_in(self, width: int) -> int:
        """The height of all rows in a width."""
        return self._flow.heightForWidth(width)

    def place(self, area: QRect) -> None:
        """Take this room. Where all rows fit in it, no scroll bar takes of their width, or they might not."""
        fit = self.height_in(area.width()) <= area.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fit else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.setGeometry(area)

    @guarded
    def minimumSizeHint(self) -> QSize:
        """One row, as wide as the widest button."""
        return QSize(self.widest, self.row.height())

    @guarded
    def sizeHint(self) -> QSize:
        """One row with all buttons."""
        return self.row

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll from row to row."""
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(self._step)

    @property
    def _step(self) -> int:
        return self.row.height() + self._flow.spacing()

    @guarded
    def _snap(self, value: int) -> None:
        """Show whole rows, whatever has scrolled."""
        self.verticalScrollBar().setValue(round(value / self._step) * self._step)
