"""The appearance of the window as set by the user, and the commands that change it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.settings import CHOICES, RANGES, TEXT_SIZES, THEMES, Settings
from ui.reading.style import Looks
from ui.session.columns import Columns
from ui.session.preferences import Preferences
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from ui.window.settings_dialog import SettingsDialog

_SPLIT_STEP = 0.05
# The settings that determine how the texts are drawn; the theme is set separately.
_LOOKS = (
    "text_size",
    "reading_face",
    "line_spacing",
    "measure",
    "justified",
    "view",
    "column_split",
    "blur",
    "highlight_words",
)


class Appearance(QObject):
    """Holds the looks according to the settings, and reports their changes."""

    looks_changed = Signal()  # the texts are to be drawn differently

    def __init__(self, preferences: Preferences, columns: Columns, theme: Theme, window: QWidget) -> None:
        """The looks of `window`, with the `columns` of the open document and the colours of `theme` at first."""
        super().__init__(window)
        self._preferences, self._columns, self.theme = preferences, columns, theme
        columns.changed.connect(self.looks_changed)
        self._window = window
        self._dialog: SettingsDialog | None = None
        preferences.changed.connect(self._show_settings)
        for name in _LOOKS:
            preferences.watch(name, lambda _: self.looks_changed.emit(), self)

    @property
    def _settings(self) -> Settings:
        return self._preferences.settings

    def looks(self) -> Looks:
        """How the texts are drawn."""
        kept = self._settings
        return Looks(
            self.theme,
            kept.text_size,
            kept.line_spacing,
            kept.measure,
            kept.view,
            kept.column_split / 1000,
            kept.blur,
            kept.highlight_words,
            kept.reading_face,
            kept.justified,
            self._columns.shown,
            self._columns.shares,
        )

    @guarded
    def set_split(self, share: float) -> None:
        """Set the original's share of the width, within the limits."""
        lowest, highest = RANGES["column_split"]
        self._preferences.change(column_split=round(min(max(1000 * share, lowest), highest)))

    def widen_original(self, steps: int) -> None:
        """Make the original wider by some steps beside the translation, or narrower."""
        self.set_split(self._settings.column_split / 1000 + steps * _SPLIT_STEP)

    @guarded
    def enlarge(self, steps: int) -> None:
        """Make the text larger by some steps, or smaller, within the limits."""
        self._set_text_size(self._settings.text_size + steps)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        change = self._preferences.change
        return {
            **{f"view_{name}": partial(change, view=name) for name in CHOICES["view"]},
            **{f"blur_{name or 'none'}": partial(change, blur=name) for name in CHOICES["blur"]},
            **{f"theme_{name}": partial(change, theme=name) for name in THEMES},
            "larger": lambda: self.enlarge(1),
            "smaller": lambda: self.enlarge(-1),
            "usual_size": lambda: self._set_text_size(Settings().text_size),
            "next_theme": lambda: change(theme="light" if self.theme.dark else "dark"),
            "settings": self.open_settings,
        }

    def checked(self) -> tuple[str, ...]:
        """The ids of the commands whose choices are set."""
        kept = self._settings
        return (
            f"theme_{kept.theme}",
            f"view_{kept.view}",
            f"blur_{kept.blur or 'none'}",
            f"sort_{kept.library_order}",
        )

    def _set_text_size(self, points: int) -> None:
        lowest, highest = TEXT_SIZES
        size = min(max(points, lowest), highest)
        if size != self._settings.text_size:
            self._preferences.change(text_size=size)

    @guarded
    def _show_settings(self) -> None:
        if self._dialog is not None:
            self._dialog.show_settings(self._settings)

    def take_over(self, old: "Appearance") -> None:
        """Show the settings window where `old` shows it, if it does."""
        if old._dialog is not None and old._dialog.isVisible():
            self.open_settings().take_place_of(old._dialog)

    def open_settings(self) -> "SettingsDialog":
        """Show the settings window."""
        from ui.window.settings_dialog import SettingsDialog

        if self._dialog is None:
            self._dialog = SettingsDialog(self._settings, self._window)
            self._dialog.changed.connect(guarded(lambda name, value: self._preferences.change(**{name: value})))
        self._dialog.show()
        self._dialog.activateWindow()
        return self._dialog
