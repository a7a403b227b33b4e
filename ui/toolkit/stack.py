"""Widgets in one place, of which one is shown."""

from PySide6.QtWidgets import QStackedLayout, QWidget


class Stack(QWidget):
    """Shows one of its widgets. Screen readers name Qt's own kind of it whenever the focus comes into it."""

    def __init__(self, *widgets: QWidget) -> None:
        """A stack of `widgets`, of which the first is shown."""
        super().__init__()
        self._layout = QStackedLayout(self)
        for widget in widgets:
            self._layout.addWidget(widget)

    def show_widget(self, widget: QWidget) -> None:
        """Show one of the widgets instead of the one that is shown."""
        self._layout.setCurrentWidget(widget)
