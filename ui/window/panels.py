"""The library, the text and the outline side by side; their visibility and widths are remembered."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QWidget

from ui.session.preferences import Preferences
from ui.toolkit.guard import guarded

_LIBRARY_WIDTH = 280
_TEXT_WIDTH = 900
# The least width of the text beside the library: with less, the library makes room.
_LEAST_TEXT = 480
# The width of the outline until the user chooses one: as its headings need, at most a quarter of the window.
_OUTLINE_WIDTHS = 200, 360
_BOLD, _MARGIN = 1.1, 24  # what the heading of the current section needs more, and the scroll bar
_LIBRARY, _TEXT, _OUTLINE = range(3)
_STEP = 40
# The commands that do what dragging an edge does: the panel, and pixels.
WIDTHS = {
    "wider_library": (_LIBRARY, _STEP),
    "narrower_library": (_LIBRARY, -_STEP),
    "wider_outline": (_OUTLINE, _STEP),
    "narrower_outline": (_OUTLINE, -_STEP),
}


@dataclass(frozen=True, slots=True)
class _Kept:
    """What comes back after the text was alone."""

    wanted: bool
    insisted: bool
    widths: dict[str, int]


class Panels(QSplitter):
    """Lays out the panels according to the settings. Navigation decides whether the outline shows.

    In a narrow window the library hides by itself, until there is room again; not once the user has shown it there.
    """

    possible = Signal(object)  # the commands of `WIDTHS`, and whether the panel of each shows

    def __init__(self, library: QWidget, text: QWidget, outline: QAbstractItemView, preferences: Preferences) -> None:
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
        self._wanted, self._insisted = settings.library_width > 0, False
        self._library_width = settings.library_width or _LIBRARY_WIDTH  # when it shows
        self._outline_chosen, self._outline_width = settings.outline_width > 0, settings.outline_width
        self._kept: _Kept | None = None
        self.setSizes([self._library_width, _TEXT_WIDTH, settings.outline_width or _OUTLINE_WIDTHS[0]])
        library.setVisible(self._wanted)
        for panel in (library, outline):
            panel.installEventFilter(self)
        self.splitterMoved.connect(self._on_dragged)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which panels can be made wider and narrower when one is shown or hidden."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            if watched is self._outline:
                self._place_outline()
                self._make_room()
            self.possible.emit(self.changeable())
        return super().eventFilter(watched, event)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the library make room for the text, or come back."""
        self._make_room()
        super().resizeEvent(event)

    @guarded
    def _on_dragged(self, _position: int, handle: int) -> None:
        """Dragging its edge all the way closes a panel too, which does not hide it."""
        self._outline_chosen |= handle == _OUTLINE
        sizes = self.sizes()
        shown = self.changeable()
        self.possible.emit({command: shown[command] and sizes[panel] > 0 for command, (panel, _) in WIDTHS.items()})

    def changeable(self) -> dict[str, bool]:
        """The commands of `WIDTHS`, and whether the panel of each shows."""
        panels = {_LIBRARY: self._library, _OUTLINE: self._outline}
        return {command: not panels[panel].isHidden() for command, (panel, _) in WIDTHS.items()}

    # The library

    def toggle_library(self) -> None:
        """Show or hide the library."""
        if not self._is_open:
            self.show_library()
        else:
            self._wanted = self._insisted = False
            self._set_library(False)
            self._remember(library_width=0)

    def show_library(self) -> None:
        """Show the library, unless it is shown."""
        if not self._is_open:
            self._library.hide()  # its edge may have been dragged all the way, which closes it too
            self._library_width = self._library_width or _LIBRARY_WIDTH
            self._wanted, self._insisted = True, self._is_narrow()
            self._set_library(True)
            self._remember(library_width=self._library_width)

    @property
    def _is_open(self) -> bool:
        return not self._library.isHidden() and self._shown_width() > 0

    def _make_room(self) -> None:
        """Show the library if it is wanted and there is room for it beside the text."""
        if self._wanted and not self._insisted:
            self._set_library(not self._is_narrow())

    def _is_narrow(self) -> bool:
        library = self._library_width if self._library.isHidden() else self._shown_width()
        return self.width() < library + _LEAST_TEXT + self._shown_outline()

    def _shown_outline(self) -> int:
        return 0 if self._outline.isHidden() else self.sizes()[_OUTLINE]

    def _shown_width(self) -> int:
        """The width of the library that shows; before it has been laid out, that which it will have."""
        return self.sizes()[_LIBRARY] if self._library.isVisible() else self._library_width

    def _set_library(self, shown: bool) -> None:
        if shown == (not self._library.isHidden()):
            return
        if not shown:
            self._library_width = self._shown_width()
            self._library.hide()
            return
        self._library.show()
        self._share(self._library_width, self._shown_outline())

    # The outline

    def _place_outline(self) -> None:
        """Give the outline its width when it comes, and keep that when it goes."""
        if not self._outline.isHidden():
            self._share(0 if self._library.isHidden() else self._shown_width(), self._wanted_outline())
        elif self._outline_chosen:
            self._outline_width = self._outline.width()

    def _wanted_outline(self) -> int:
        """The width that the user chose for the outline, or else that which its headings need."""
        if self._outline_chosen:
            return self._outline_width
        least, most = _OUTLINE_WIDTHS
        wanted = round(self._outline.sizeHintForColumn(0) * _BOLD) + _MARGIN
        return max(min(wanted, most, self.width() // 4), least)

    @guarded
    def keep_outline(self, shown: bool) -> None:
        """Remember that the outline was shown or hidden, and its width."""
        self._remember(outline_shown=shown, outline_width=self.widths()["outline_width"])

    def _share(self, library: int, outline: int) -> None:
        """Lay out the panels with these widths; the text gets the rest."""
        self.setSizes([library, max(self.width() - library - outline, 1), outline])

    def widen(self, panel: int, pixels: int) -> None:
        """Make a panel that shows wider, or with negative `pixels` narrower, at the cost of the text."""
        sizes = self.sizes()
        if sizes[panel]:
            self._outline_chosen |= panel == _OUTLINE
            sizes[panel], sizes[_TEXT] = sizes[panel] + pixels, sizes[_TEXT] - pixels
            self.setSizes([max(size, 1) for size in sizes])  # 0 would hide it

    # The text alone

    def leave_text_alone(self, alone: bool) -> None:
        """Hide the library, and remember nothing of what is done with the panels until they come back."""
        if alone == (self._kept is not None):
            return
        if self._kept is None:
            self._kept = _Kept(self._wanted, self._insisted, self.widths())
            self._wanted = self._insisted = False
            self._set_library(False)
            return
        kept, self._kept = self._kept, None
        self._wanted, self._insisted = kept.wanted, kept.insisted
        self._library_width = kept.widths["library_width"] or self._library_width
        self._set_library(self._wanted and (self._insisted or not self._is_narrow()))

    def _remember(self, **values: object) -> None:
        if self._kept is None:
            self._preferences.change(**values)

    def widths(self) -> dict[str, int]:
        """The widths to remember in pixels, by setting name; 0 for a hidden library, and for an outline not sized."""
        if self._kept is not None:
            return self._kept.widths
        outline = self._shown_outline() or self._outline_width
        return {
            # Hidden by the user; in a closed window, which is saved at the end too, everything is invisible.
            "library_width": self._width_of_library() if self._wanted else 0,
            "outline_width": outline if self._outline_chosen else 0,
        }

    def _width_of_library(self) -> int:
        return self._library_width if self._library.isHidden() else self.sizes()[_LIBRARY]
