"""What the reader has set of the window's looks, and the commands that change it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.settings import CHOICES, RANGES, TEXT_SIZES, THEMES, Settings
from ui.reading.style import Looks
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme
from ui.window.settings_dialog import SettingsDialog

_SPLIT_STEP = 0.05


class Appearance(QObject):
    """The settings as they are now; whoever draws by them is told of changes."""

    changed = Signal(object)  # Settings, after every change
    looks_changed = Signal()  # how the texts are drawn is another now

    def __init__(self, settings: Settings, theme: Theme, window: QWidget) -> None:
        """Begin with `settings`, drawn in the colours of `theme`."""
        super().__init__(window)
        self.settings, self.theme = settings, theme
        self._window = window
        self._dialog: SettingsDialog | None = None

    def looks(self) -> Looks:
        """How the texts are drawn."""
        kept = self.settings
        return Looks(
            self.theme,
            kept.text_size,
            kept.line_spacing,
            kept.measure,
            kept.view,
            kept.column_split / 1000,
            kept.blur,
            kept.light_words,
        )

    def change(self, **values: object) -> None:
        """Set these settings, by the names they have in `Settings`."""
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
        if self._dialog is not None:
            self._dialog.show_settings(self.settings)
        self.changed.emit(self.settings)

    def change_looks(self, **values: object) -> None:
        """Set settings by which the texts are drawn."""
        self.change(**values)
        self.looks_changed.emit()

    @guarded
    def set_split(self, share: float) -> None:
        """Give the original this share of the width, as far as there are limits."""
        lowest, highest = RANGES["column_split"]
        self.change_looks(column_split=round(min(max(1000 * share, lowest), highest)))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands of this part do, by their ids."""
        return {
            **{f"view_{name}": partial(self.change_looks, view=name) for name in CHOICES["view"]},
            **{f"blur_{name or 'none'}": partial(self.change_looks, blur=name) for name in CHOICES["blur"]},
            **{f"theme_{name}": partial(self.change, theme=name) for name in THEMES},
            "wider_original": lambda: self.set_split(self.settings.column_split / 1000 + _SPLIT_STEP),
            "wider_translation": lambda: self.set_split(self.settings.column_split / 1000 - _SPLIT_STEP),
            "even_columns": lambda: self.set_split(0.5),
            "larger": lambda: self._set_text_size(self.settings.text_size + 1),
            "smaller": lambda: self._set_text_size(self.settings.text_size - 1),
            "usual_size": lambda: self._set_text_size(Settings().text_size),
            "next_theme": lambda: self.change(theme="light" if self.theme.dark else "dark"),
            "settings": self.open_settings,
        }

    def checked(self) -> tuple[str, ...]:
        """The ids of the commands whose choice holds now."""
        kept = self.settings
        return f"theme_{kept.theme}", f"view_{kept.view}", f"blur_{kept.blur or 'none'}"

    def _set_text_size(self, points: int) -> None:
        lowest, highest = TEXT_SIZES
        self.change_looks(text_size=min(max(points, lowest), highest))

    @property
    def settings_open(self) -> bool:
        """Whether the window of settings is shown."""
        return self._dialog is not None and self._dialog.isVisible()

    def open_settings(self) -> None:
        """Show the window of settings."""
        if self._dialog is None:
            self._dialog = SettingsDialog(self.settings, self._window)
            self._dialog.changed.connect(guarded(lambda name, value: self.change_looks(**{name: value})))
        self._dialog.show()
        self._dialog.activateWindow()
