"""A form that is scrolled up and down where there is too little height for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from ui.toolkit.guard import guarded

_LEAST_HEIGHT = 80  # pixels: two fields
_BESIDE = 4  # pixels that the style sheet puts beside a scroll bar


class Scrolled(QScrollArea):
    """Shows a form whole if there is room, and never cuts its width."""

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        """An area with `form` in it, beside which there is always room for the scroll bar."""
        super().__init__(parent)
        self._form = form
        self.setWidget(form)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @guarded
    def sizeHint(self) -> QSize:
        """The size of the form."""
        return self._form.sizeHint() + QSize(self._beside(), 0)

    @guarded
    def minimumSizeHint(self) -> QSize:
        """As wide as the form has to be, and of little height."""
        return QSize(self._form.minimumSizeHint().width() + self._beside(), _LEAST_HEIGHT)

    def _beside(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self) + _BESIDE
