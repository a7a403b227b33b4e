"""Colour themes, read from data files in `resources/themes`."""

import tomllib
from dataclasses import fields
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reader.late_dataclasses import dataclass
from reader.paths import RESOURCES

_FOLDER = RESOURCES / "themes"
_ICONS = RESOURCES / "icons"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window by role, as "#rrggbb"; light.toml describes the roles."""

    name: str
    dark: bool
    window: str
    panel: str
    paper: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    paragraph: str
    sentence: str
    sentence_line: str
    word: str
    word_line: str
    found: str
    found_current: str
    warned: str
    edited: str
    accepted: str
    pending: str
    selection: str
    on_selection: str
    notice: str
    on_notice: str
    doubtful: str
    failed: str

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return QColor(getattr(self, role))


@cache
def load_theme(name: str) -> Theme:
    """Read the theme "light", "dark" or "sepia"."""
    data = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return Theme(name=data["name"], dark=data["dark"], **data["colours"])


def theme_for(setting: str) -> Theme:
    """The theme for the setting "system", "light", "dark" or "sepia"; "system" asks the desktop."""
    if setting == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return load_theme("dark" if dark else "light")
    return load_theme(setting)


def palette(theme: Theme) -> QPalette:
    """The palette for widgets that draw themselves."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in (
        (roles.Window, theme.window),
        (roles.WindowText, theme.text),
        (roles.Base, theme.paper),
        (roles.AlternateBase, theme.panel),
        (roles.Text, theme.text),
        (roles.Button, theme.window),
        (roles.ButtonText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.ToolTipBase, theme.notice),
        (roles.ToolTipText, theme.on_notice),
        (roles.Highlight, theme.selection),
        (roles.HighlightedText, theme.on_selection),
        (roles.Link, theme.accent),
        (roles.Accent, theme.accent),
    ):
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return result


def style_sheet(theme: Theme) -> str:
    """The style sheet for what a palette cannot express, with the theme's colours filled in."""
    sheet = (_FOLDER / "window.qss").read_text("utf-8")
    for field in fields(Theme):
        # "@text;" and "@text ", but never the beginning of a longer name.
        sheet = sheet.replace(f"@{field.name};", f"{getattr(theme, field.name)};")
    sheet = sheet.replace("@check", "check_dark" if theme.dark else "check_white")
    # Last, as a folder may have any name.
    return sheet.replace("@icons", _ICONS.as_posix())
