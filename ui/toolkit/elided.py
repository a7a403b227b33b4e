"""A line of text that is shortened if there is too little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOption, QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, tool_tip

_LEAST = 24


class ElidedLabel(Label):
    """As wide as its text if there is room; otherwise the text ends in an ellipsis and the tool tip shows all of it.

    Attributes:
        hint: what the tool tip says besides.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty label for one line of plain text."""
        super().__init__(parent=parent)
        self.hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @guarded
    def minimumSizeHint(self) -> QSize:
        """Next to no width."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(tool_tip("\n".join(filter(None, ("" if shown == self.text() else self.text(), self.hint)))))
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, room, int(alignment), option.palette, self.isEnabled(), shown, self.foregroundRole()
        )
