"""A text of which only some lines are visible if it is long; the rest can be scrolled to."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable, unbroken

_GAP = 4  # pixels between the text and the scroll bar


class ScrolledLabel(QScrollArea):
    """Wrapped text that is as high as its layout allows; the keyboard reaches it if it has to be scrolled."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty text, called `name` by screen readers."""
        super().__init__(parent)
        self._label = Label()
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._label)
        for widget in (self.viewport(), self._label):
            widget.setAutoFillBackground(False)

    def set_caption(self) -> None:
        """Show it in the colour of captions."""
        self._label.setObjectName("caption")

    @property
    def text(self) -> str:
        """The text."""
        return unbroken(self._label.text())

    def set_message(self, text: str) -> None:
        """Show a text from its beginning."""
        self._label.setText(breakable(text))
        self.verticalScrollBar().setValue(0)

    @property
    def line_height(self) -> int:
        """The height of a line in pixels."""
        return self._label.fontMetrics().lineSpacing()

    def height_in(self, width: int, most: int) -> int:
        """The height in pixels that it needs in a width, at most `most`: then whole lines, and a scroll bar beside."""
        whole = self._label.heightForWidth(max(width, 1) + self._label.contentsMargins().right())
        return whole if whole <= most else max(most // self.line_height, 1) * self.line_height

    @guarded
    def minimumSizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(super().minimumSizeHint().width(), self.line_height)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the keyboard reach it only if there is something to scroll."""
        super().resizeEvent(event)
        self._see()

    @guarded
    def viewportEvent(self, event: QEvent) -> bool:
        """The same when another text is laid out."""
        done = super().viewportEvent(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._see()
        return done

    def _see(self) -> None:
        # Qt measures with the scroll bar that is there, for the width beside it: once there, it would stay.
        whole, wide = self.contentsRect().size(), self._label.contentsMargins().right()
        scrolls = self._label.heightForWidth(whole.width() + wide) > whole.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self._label.setContentsMargins(0, 0, _GAP if scrolls else 0, 0)
        if not scrolls and self.hasFocus():
            self.focusNextChild()
