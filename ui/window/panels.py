"""The library, the text, the outline and the checklist side by side; their visibility and widths are remembered."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QWidget

from reader.late_dataclasses import dataclass
from ui.session.preferences import Preferences
from ui.toolkit.guard import guarded
from ui.window.side import Side

_LIBRARY_WIDTH, _CHECKLIST_WIDTH = 280, 300
_TEXT_WIDTH = 900
# The least width of the text beside the library or the checklist: with less, these make room.
_LEAST_TEXT = 480
# The width of the outline until the user chooses one: as its headings need, at most a quarter of the window.
_OUTLINE_WIDTHS = 200, 360
_BOLD, _MARGIN = 1.1, 24  # what the heading of the current section needs more, and the scroll bar
_LIBRARY, _TEXT, _OUTLINE, _CHECKLIST = range(4)
_STEP = 40
# The commands that do what dragging an edge does: the panel, and pixels.
WIDTHS = {
    "wider_library": (_LIBRARY, _STEP),
    "narrower_library": (_LIBRARY, -_STEP),
    "wider_outline": (_OUTLINE, _STEP),
    "narrower_outline": (_OUTLINE, -_STEP),
    "wider_checklist": (_CHECKLIST, _STEP),
    "narrower_checklist": (_CHECKLIST, -_STEP),
}
_SETTINGS = {_LIBRARY: "library_width", _CHECKLIST: "checklist_width"}
# The panel that the user sizes by each edge of the text.
_BY_EDGE = {_LIBRARY + 1: _LIBRARY, _CHECKLIST: _CHECKLIST}


@dataclass(frozen=True, slots=True)
class _Kept:
    """What comes back after the text was alone: what the user wanted, and insisted on, of each side."""

    sides: dict[int, tuple[bool, bool]]
    widths: dict[str, int]


class Panels(QSplitter):
    """Lays out the panels according to the settings. Navigation decides whether the outline shows.

    In a narrow window the library hides by itself, and in a narrower one the checklist too, until there is room again;
    not once the user has shown it there.
    """

    possible = Signal(object)  # the commands of `WIDTHS`, and whether the panel of each shows

    def __init__(
        self,
        library: QWidget,
        text: QWidget,
        outline: QAbstractItemView,
        checklist: QWidget,
        preferences: Preferences,
    ) -> None:
        """The four widgets from left to right."""
        super().__init__(Qt.Orientation.Horizontal)
        self._outline, self._preferences = outline, preferences
        for widget in (library, text, outline, checklist):
            self.addWidget(widget)
        self.setCollapsible(_TEXT, False)
        self.setCollapsible(_OUTLINE, False)
        self.setStretchFactor(_TEXT, 1)
        self.setHandleWidth(1)
        settings = preferences.settings
        self._sides = {
            _LIBRARY: Side.kept(library, settings.library_width, _LIBRARY_WIDTH),
            _CHECKLIST: Side.kept(checklist, settings.checklist_width, _CHECKLIST_WIDTH),
        }
        self._outline_chosen, self._outline_width = settings.outline_width > 0, settings.outline_width
        self._kept: _Kept | None = None
        widths = {panel: side.width for panel, side in self._sides.items()}
        outline_width = settings.outline_width or _OUTLINE_WIDTHS[0]
        self.setSizes([widths[_LIBRARY], _TEXT_WIDTH, outline_width, widths[_CHECKLIST]])
        for side in self._sides.values():
            side.widget.setVisible(side.wanted)
        for panel in (library, outline, checklist):
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
        """Let the panels make room for the text, or come back."""
        self._make_room()
        super().resizeEvent(event)
        self._give_back()

    @guarded
    def _on_dragged(self, _position: int, handle: int) -> None:
        """Dragging its edge all the way closes a panel too, which does not hide it."""
        self._outline_chosen |= handle == _OUTLINE
        sizes = self.sizes()
        if (panel := _BY_EDGE.get(handle)) is not None and sizes[panel]:
            self._sides[panel].width = sizes[panel]
        shown = self.changeable()
        self.possible.emit({command: shown[command] and sizes[panel] > 0 for command, (panel, _) in WIDTHS.items()})

    def changeable(self) -> dict[str, bool]:
        """The commands of `WIDTHS`, and whether the panel of each shows."""
        shown = {panel for panel, side in self._sides.items() if not side.hidden}
        if not self._outline.isHidden():
            shown.add(_OUTLINE)
        return {command: panel in shown for command, (panel, _) in WIDTHS.items()}

    # The library and the checklist

    def toggle_library(self) -> None:
        """Show or hide the library."""
        self._toggle(_LIBRARY)

    def show_library(self) -> None:
        """Show the library, unless it is shown."""
        self._open(_LIBRARY)

    def toggle_checklist(self) -> bool:
        """Show or hide the checklist; returns whether it shows now."""
        self._toggle(_CHECKLIST)
        return self._is_open(_CHECKLIST)

    def _toggle(self, panel: int) -> None:
        if not self._is_open(panel):
            self._open(panel)
            return
        side = self._sides[panel]
        side.wanted = side.insisted = False
        self._set(panel, shown=False)
        self._remember(**{_SETTINGS[panel]: 0})
        self._make_room()

    def _open(self, panel: int) -> None:
        if self._is_open(panel):
            return
        side = self._sides[panel]
        side.widget.hide()  # its edge may have been dragged all the way, which closes it too
        side.width = side.width or side.usual
        side.wanted, side.insisted = True, self._is_narrow(panel)
        if side.insisted:
            for other in self._sides.values():
                other.insisted &= other is side  # there is hardly room for one
        self._set(panel, shown=True)
        self._make_room()
        self._remember(**{_SETTINGS[panel]: side.width})

    def _is_open(self, panel: int) -> bool:
        return not self._sides[panel].hidden and self._width_of(panel) > 0

    def _make_room(self) -> None:
        """Show the panels that are wanted and for which there is room beside the text, the checklist first."""
        for panel in (_CHECKLIST, _LIBRARY):
            side = self._sides[panel]
            if side.wanted and not side.insisted:
                self._set(panel, shown=not self._is_narrow(panel))

    def _is_narrow(self, panel: int) -> bool:
        """Whether there is too little room for a panel beside the text, and those that come before it."""
        beside = self._shown_outline() + (self._shown(_CHECKLIST) if panel == _LIBRARY else 0)
        if panel == _CHECKLIST and self._sides[_LIBRARY].insisted:
            beside += self._shown(_LIBRARY)
        return self.width() < self._width_of(panel) + _LEAST_TEXT + beside

    def _shown_outline(self) -> int:
        return 0 if self._outline.isHidden() else self.sizes()[_OUTLINE]

    def _shown(self, panel: int) -> int:
        return 0 if self._sides[panel].hidden else self._width_of(panel)

    def _width_of(self, panel: int) -> int:
        """The width of a panel that shows; while it is hidden, or not laid out yet, the one that it will have."""
        side = self._sides[panel]
        return self.sizes()[panel] if side.widget.isVisible() else side.width

    def _set(self, panel: int, *, shown: bool) -> None:
        side = self._sides[panel]
        if shown != side.hidden:
            return
        if not shown:
            side.widget.hide()
            return
        widths = {each: self._shown(each) for each in self._sides} | {panel: side.width}
        side.widget.show()
        self._share(widths, self._shown_outline())

    def _give_back(self) -> None:
        """Give panels that were squeezed the width again that they are to have, once there is room for that."""
        sizes = self.sizes()
        wanted = {panel: side.width if sizes[panel] and not side.hidden else 0 for panel, side in self._sides.items()}
        squeezed = any(sizes[panel] < width for panel, width in wanted.items())
        if squeezed and self.width() >= sum(wanted.values()) + self._shown_outline() + _LEAST_TEXT:
            self._share(wanted, self._shown_outline())

    # The outline

    def _place_outline(self) -> None:
        """Give the outline its width when it comes, and keep that when it goes."""
        if not self._outline.isHidden():
            self._share({panel: self._shown(panel) for panel in self._sides}, self._wanted_outline())
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

    def _share(self, sides: dict[int, int], outline: int) -> None:
        """Lay out the panels with these widths; the text gets the rest."""
        rest = self.width() - sum(sides.values()) - outline
        self.setSizes([sides[_LIBRARY], max(rest, 1), outline, sides[_CHECKLIST]])

    def widen(self, panel: int, pixels: int) -> None:
        """Make a panel that shows wider, or with negative `pixels` narrower, at the cost of the text."""
        sizes = self.sizes()
        if sizes[panel]:
            self._outline_chosen |= panel == _OUTLINE
            sizes[panel], sizes[_TEXT] = sizes[panel] + pixels, sizes[_TEXT] - pixels
            self.setSizes([max(size, 1) for size in sizes])  # 0 would hide it
            if panel in self._sides:
                self._sides[panel].width = self.sizes()[panel]

    # The text alone

    def leave_text_alone(self, alone: bool) -> None:
        """Hide the panels, and remember nothing of what is done with them until they come back."""
        if alone == (self._kept is not None):
            return
        sides = self._sides.items()
        if self._kept is None:
            self._kept = _Kept({panel: (side.wanted, side.insisted) for panel, side in sides}, self.widths())
            for panel, side in sides:
                side.wanted = side.insisted = False
                self._set(panel, shown=False)
            return
        kept, self._kept = self._kept, None
        for panel, side in sides:
            side.wanted, side.insisted = kept.sides[panel]
            side.width = kept.widths[_SETTINGS[panel]] or side.width
        for panel in (_CHECKLIST, _LIBRARY):
            side = self._sides[panel]
            self._set(panel, shown=side.wanted and (side.insisted or not self._is_narrow(panel)))

    def _remember(self, **values: object) -> None:
        if self._kept is None:
            self._preferences.change(**values)

    def widths(self) -> dict[str, int]:
        """The widths to remember in pixels, by setting name; 0 for a hidden panel, and for an outline not sized."""
        if self._kept is not None:
            return self._kept.widths
        outline = self._shown_outline() or self._outline_width
        # Hidden by the user; in a closed window, which is saved at the end too, everything is invisible.
        sides = {_SETTINGS[panel]: self._kept_width(panel) if side.wanted else 0 for panel, side in self._sides.items()}
        return sides | {"outline_width": outline if self._outline_chosen else 0}

    def _kept_width(self, panel: int) -> int:
        """The width that a wanted panel is to have; 0 if its edge was dragged all the way."""
        side = self._sides[panel]
        return side.width if side.hidden or self.sizes()[panel] else 0
