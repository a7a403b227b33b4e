"""The typography of each kind of paragraph on screen."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontDatabase, QTextCharFormat

from reader.paths import FONTS
from reader.text import HEADINGS, Kind, MarkKind, Paragraph
from ui.toolkit.theme import Theme

READING_FAMILY = "Source Serif 4"


@dataclass(frozen=True, slots=True)
class Style:
    """The appearance of a paragraph; lengths are in ems of the reading size.

    Attributes:
        scale: size relative to the reading size.
        bold, italic, monospaced: the font style.
        above, below: white space.
        indent: from the left edge of the column's text.
        role: the colour, a role of the theme.
    """

    scale: float = 1.0
    bold: bool = False
    italic: bool = False
    monospaced: bool = False
    above: float = 0.35
    below: float = 0.45
    indent: float = 0.0
    role: str = "text"


_STYLES = {
    Kind.TITLE: Style(scale=1.45, bold=True, above=0.9, below=0.7),
    Kind.HEADING: Style(scale=1.18, bold=True, above=1.1, below=0.3),
    Kind.PARAGRAPH: Style(),
    Kind.LIST_ITEM: Style(above=0.15, below=0.2, indent=1.4),
    Kind.TABLE_CELL: Style(above=0.15, below=0.2),
    Kind.QUOTE: Style(indent=1.4),
    Kind.CODE: Style(scale=0.86, monospaced=True),
    Kind.RULE: Style(above=0.5, below=0.5),
    Kind.DATE: Style(scale=0.9, role="muted", above=0.1),
    Kind.BYLINE: Style(scale=0.9, role="muted", above=0.1),
    Kind.SEE_ALSO: Style(scale=0.92, indent=1.4),
}

# Scales of headings; other levels look like level 2.
_HEADINGS = {1: 1.3, 3: 1.08, 4: 1.0, 5: 1.0, 6: 1.0}
_LEVELS = {level: replace(_STYLES[Kind.HEADING], scale=scale) for level, scale in _HEADINGS.items()}


def style_of(paragraph: Paragraph) -> Style:
    """The style of a paragraph's kind, and of a heading's level."""
    if paragraph.kind is Kind.HEADING and paragraph.level in _LEVELS:
        return _LEVELS[paragraph.level]
    return _STYLES.get(paragraph.kind, _STYLES[Kind.PARAGRAPH])


def indent_of(paragraph: Paragraph) -> float:
    """The indent of a paragraph, in ems: larger for nested lists and for continued list items."""
    if paragraph.kind in HEADINGS:
        return 0.0
    return 1.4 * max(paragraph.level, 1 if style_of(paragraph).indent else 0)


def marker_of(paragraph: Paragraph) -> str:
    """The text placed before a paragraph: a list marker, or an arrow for a pointer to another text."""
    return "→" if paragraph.kind is Kind.SEE_ALSO else paragraph.marker


def load_fonts() -> None:
    """Register the bundled fonts with Qt; call once, after creating QApplication.

    The emoji font is a fallback where the system has none; Qt finds it by itself.
    """
    system_has_emoji = any("emoji" in family.lower() for family in QFontDatabase.families())
    for file in sorted([*FONTS.glob("*.otf"), *([] if system_has_emoji else FONTS.glob("*Emoji*.ttf"))]):
        QFontDatabase.addApplicationFont(str(file))


def font_of(paragraph: Paragraph, points: float) -> QFont:
    """The font of a paragraph at the reading size `points`."""
    style = style_of(paragraph)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont) if style.monospaced else QFont(READING_FAMILY)
    if not style.monospaced:
        # Characters it lacks (Chinese, emoji) come from other fonts; if it is missing itself, from a serif.
        font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points * style.scale)
    font.setBold(style.bold)
    font.setItalic(style.italic)
    return font


def mark_format(kind: MarkKind, theme: Theme, italic: bool) -> QTextCharFormat:
    """The format of marked text; emphasis within `italic` text is upright."""
    result = QTextCharFormat()
    match kind:
        case MarkKind.STRONG:
            result.setFontWeight(QFont.Weight.Bold)
        case MarkKind.EMPHASIS:
            result.setFontItalic(not italic)
        case MarkKind.CODE:
            result.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        case MarkKind.STRIKE:
            result.setFontStrikeOut(True)
        case MarkKind.LINK:
            result.setForeground(theme.colour("accent"))
            result.setFontUnderline(True)  # not by colour alone
    return result
