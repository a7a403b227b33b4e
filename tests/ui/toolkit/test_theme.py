from dataclasses import fields
from itertools import product

import pytest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.toolkit.theme import Theme, load_theme, style_sheet

THEMES = ("light", "dark", "sepia")
# Backgrounds of words that mean something.
GROUNDS = ("word", "found", "found_current", "warned", "edited", "accepted", "pending")
# Text and background colours, wherever the window has text.
PAIRS = [
    *product(("text", "muted", "accent", "failed"), ("paper", "paragraph")),
    ("text", "window"),
    ("muted", "window"),
    ("text", "panel"),
    ("muted", "panel"),
    *product(("text", "muted", "accent"), GROUNDS),
    *product(("text", "on_selection"), ("border",)),
    *product(("text", "muted"), ("selection",)),
    ("muted", "sentence"),
    ("text", "sentence"),
    ("accent", "sentence"),
    ("failed", "sentence"),
    ("on_selection", "selection"),
    ("on_notice", "notice"),
    ("on_accent", "accent"),
]


def luminance(colour: str) -> float:
    """Relative luminance as defined by WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids="-on-".join)
def test_text_can_be_read_on_its_ground(name: str, ink: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_line_under_a_sentence_stands_out_from_what_it_is_on(name: str) -> None:
    # WCAG asks for 3:1 where there is no text.
    theme = load_theme(name)
    assert all(contrast(theme.sentence_line, ground) >= 3 for ground in (theme.sentence, theme.paragraph))


@pytest.mark.parametrize("name", THEMES)
def test_the_line_under_linked_words_stands_out_from_what_it_is_on(name: str) -> None:
    theme = load_theme(name)
    assert all(contrast(theme.word_line, ground) >= 3 for ground in (theme.paper, theme.sentence, theme.word))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("line", ["doubtful", "failed"])
def test_the_lines_under_words_that_may_be_wrong_stand_out_from_what_they_are_on(name: str, line: str) -> None:
    theme = load_theme(name)
    grounds = (theme.paper, theme.paragraph, theme.sentence, theme.word, theme.edited, theme.accepted, theme.selection)
    assert all(contrast(getattr(theme, line), ground) >= 3 for ground in grounds)


@pytest.mark.parametrize("name", THEMES)
def test_no_two_grounds_look_the_same(name: str) -> None:
    theme = load_theme(name)
    grounds = [getattr(theme, role) for role in ("paper", "paragraph", "sentence", *GROUNDS)]
    assert len(set(grounds)) == len(grounds)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_a_colour_for_every_role_it_names(name: str) -> None:
    theme = load_theme(name)
    assert "@" not in style_sheet(theme)
    assert {field.name for field in fields(Theme)} >= {"paper", "text"}


class WithIcons(QProxyStyle):
    """A style whose dialogs have icons in their buttons, as on many desktops."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returned)


def test_no_button_of_a_dialog_has_an_icon_whatever_the_desktop_does(qtbot: QtBot) -> None:
    dialog, style = QDialog(), WithIcons("Fusion")
    qtbot.addWidget(dialog)
    dialog.setStyle(style)
    dialog.setStyleSheet(style_sheet(load_theme("dark")))
    box = QDialogButtonBox(dialog)
    box.setStandardButtons(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Cancel)
    assert all(button.icon().isNull() for button in box.buttons()) and len(box.buttons()) == 2
