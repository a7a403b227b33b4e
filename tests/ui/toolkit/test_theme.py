from dataclasses import fields
from itertools import product

import pytest

from ui.toolkit.theme import Theme, load_theme, style_sheet

THEMES = ("light", "dark", "sepia")
# Backgrounds of words that mean something.
GROUNDS = ("word", "found", "found_current", "warned", "edited", "pending")
# Text and background colours, wherever the window has text.
PAIRS = [
    *product(("text", "muted", "accent", "failed"), ("paper", "paragraph")),
    ("text", "window"),
    ("muted", "window"),
    ("text", "panel"),
    ("muted", "panel"),
    *product(("text", "accent"), GROUNDS),
    ("muted", "pending"),
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
def test_no_two_grounds_look_the_same(name: str) -> None:
    theme = load_theme(name)
    grounds = [getattr(theme, role) for role in ("paper", "paragraph", "sentence", *GROUNDS)]
    assert len(set(grounds)) == len(grounds)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_a_colour_for_every_role_it_names(name: str) -> None:
    theme = load_theme(name)
    assert "@" not in style_sheet(theme)
    assert {field.name for field in fields(Theme)} >= {"paper", "text"}
