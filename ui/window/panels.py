"""The library, the text and the outline side by side; their visibility and widths are remembered."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ui.session.preferences import Preferences
from ui.toolkit.guard import guarded

_LIBRARY_WIDTH = 280
_TEXT_WIDTH = 900
_LIBRARY, _TEXT, _OUTLINE = range(3)
_STEP = 40
# The commands that do what dragging an edge does: the panel, and pixels.
WIDTHS = {
    "wider_library": (_LIBRARY, _STEP),
    "narrower_library": (_LIBRARY, -_STEP),
    "wider_outline": (_OUTLINE, _STEP),
    "narrower_outline": (_OUTLINE, -_STEP),
}


class Panels(QSplitter):
    """Lays out the panels according to the settings. Navigation decides whether the outline shows."""

    possible = Signal(object)  # the commands of `WIDTHS`, and whether the panel of each shows

    def __init__(self, library: QWidget, text: QWidget, outline: QWidget, preferences: Preferences) -> None:
        """The three widgets from left to right."""
        super().__init__(Qt.Orientation.Horizontal)
        self._library, self._outline, self._preferences = library, outline, preferences
        for widget in (library, text, outline):
            self.addWidget(widget)
        self.setCollapsible(1, False)
        self.setCollapsible(2, False)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(1)
        settings = preferences.settings
        self.setSizes([settings.library_width or _LIBRARY_WIDTH, _TEXT_WIDTH, settings.outline_width])
        library.setVisible(settings.library_width > 0)
        for panel in (library, outline):
            panel.installEventFilter(self)
        self.splitterMoved.connect(self._on_dragged)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which panels can be made wider and narrower when one is shown or hidden."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.possible.emit(self.changeable())
        return super().eventFilter(watched, event)

    @guarded
    def _on_dragged(self) -> None:
        """Dragging its edge all the way closes a panel too, which does not hide it."""
        sizes = self.sizes()
        shown = self.changeable()
        self.possible.emit({command: shown[command] and sizes[panel] > 0 for command, (panel, _) in WIDTHS.items()})

    def changeable(self) -> dict[str, bool]:
        """The commands of `WIDTHS`, and whether the panel of each shows."""
        panels = {_LIBRARY: self._library, _OUTLINE: self._outline}
        return {command: not panels[panel].isHidden() for command, (panel, _) in WIDTHS.items()}

    def toggle_library(self) -> None:
        """Show or hide the library."""
        if self._library.isHidden():
            self.show_library()
        else:
            self._library.hide()
            self._preferences.change(library_width=0)

    def show_library(self) -> None:
        """Show the library, unless it is shown."""
        if self._library.isHidden():
            width = self._library.width()
            self._library.show()
            self._preferences.change(library_width=width or _LIBRARY_WIDTH)

    def widen(self, panel: int, pixels: int) -> None:
        """Make a panel that shows wider, or with negative `pixels` narrower, at the cost of the text."""
        sizes = self.sizes()
        if sizes[panel]:
            sizes[panel], sizes[_TEXT] = sizes[panel] + pixels, sizes[_TEXT] - pixels
            self.setSizes([max(size, 1) for size in sizes])  # 0 would hide it

    @guarded
    def keep_outline(self, shown: bool) -> None:
        """Remember that the outline was shown or hidden, and its width."""
        width = self._preferences.settings.outline_width if shown else self._outline.width()
        self._preferences.change(outline_shown=shown, outline_width=width)

    def widths(self) -> dict[str, int]:
        """The widths in pixels, by setting name; 0 for a hidden library."""
        library, _, outline = self.sizes()
        return {
            # Hidden by the user; in a closed window, which is saved at the end too, everything is invisible.
            "library_width": 0 if self._library.isHidden() else library,
            "outline_width": outline or self._preferences.settings.outline_width,
        }
