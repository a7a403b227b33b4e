"""A line of text that is shortened if there is too little room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOption, QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, tool_tip

_LEAST = 24


class ElidedLabel(Label):
    """As wide as its text if there is room; otherwise shorter words are shown, if need be up to an ellipsis.

    The tool tip then shows the whole text, which is also what a screen reader is told; the Tab key stops at a label
    that has one.

    Attributes:
        hint: what the tool tip says besides.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty label for one line of plain text."""
        super().__init__(parent=parent)
        self.hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @guarded
    def setText(self, text: str, *shorter: str) -> None:
        """Show a text, or the first of the `shorter` ones for which there is room."""
        self._shorter: tuple[str, ...] = shorter
        super().setText(text)
        self.updateGeometry()  # also if only the shorter ones are others
        self.update()

    @guarded
    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    @property
    def shown(self) -> str:
        """What is shown in the current width."""
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        texts = self.text(), *self._shorter
        whole = next((text for text in texts if metrics.horizontalAdvance(text) <= room), None)
        return metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, room) if whole is None else whole

    @property
    def widths(self) -> Sequence[int]:
        """The widths that its texts need, in ascending order."""
        metrics, text = self.fontMetrics(), self.text()
        around = self.sizeHint().width() - metrics.horizontalAdvance(text)
        return sorted(around + metrics.horizontalAdvance(each) for each in (text, *self._shorter))

    @guarded
    def minimumSizeHint(self) -> QSize:
        """Next to no width."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        room, shown = self.contentsRect(), self.shown
        told = "\n".join(filter(None, ("" if shown == self.text() else self.text(), self.hint)))
        self.setToolTip(tool_tip(told))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if told else Qt.FocusPolicy.NoFocus)
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, room, int(alignment), option.palette, self.isEnabled(), shown, self.foregroundRole()
        )
        if self.hasFocus():
            painter.setPen(option.palette.accent().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.update()
