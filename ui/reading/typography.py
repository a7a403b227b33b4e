"""The typography of each kind of paragraph on screen."""

from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QTextCharFormat

from reader.late_dataclasses import dataclass
from reader.paths import FONTS
from reader.text import BoxKind, Kind, MarkKind, Paragraph
from ui.reading.faces import reading_font
from ui.reading.style import Looks
from ui.toolkit.theme import Theme

# Shown for an image; one character, like U+FFFC, which stands for one in a line.
IMAGE_SIGN = "▣"


@dataclass(frozen=True, slots=True)
class Style:
    """The appearance of a paragraph; lengths are in ems of the reading size.

    Attributes:
        scale: size relative to the reading size.
        bold, italic, monospaced: the font style.
        above, below: white space.
        step: whether it is indented by itself, by one step.
        centred: whether its lines are in the middle.
        running: whether it is running text, which can be justified.
        role: the colour, a role of the theme.
    """

    scale: float = 1.0
    bold: bool = False
    italic: bool = False
    monospaced: bool = False
    above: float = 0.35
    below: float = 0.45
    step: bool = False
    centred: bool = False
    running: bool = False
    role: str = "text"


# Of notes, captions, and the headers and footers of pages.
_SMALL = 0.86

_STYLES = {
    Kind.TITLE: Style(scale=1.45, bold=True, above=0.9, below=0.7),
    Kind.HEADING: Style(scale=1.18, bold=True, above=1.1, below=0.3),
    Kind.PARAGRAPH: Style(running=True),
    Kind.LIST_ITEM: Style(above=0.15, below=0.2, running=True),
    Kind.TABLE_CELL: Style(above=0.15, below=0.2),
    Kind.QUOTE: Style(running=True),
    Kind.CODE: Style(scale=0.86, monospaced=True),
    Kind.RULE: Style(above=0.5, below=0.5),
    Kind.DATE: Style(scale=0.9, role="muted", above=0.1),
    Kind.BYLINE: Style(scale=0.9, role="muted", above=0.1),
    Kind.SEE_ALSO: Style(scale=0.92, step=True),
    Kind.FIGURE: Style(scale=0.92, above=0.8, below=0.7, step=True),
    Kind.CAPTION: Style(scale=_SMALL, role="muted", above=0.1, below=0.7),
    Kind.NOTE: Style(above=0.3, below=0.2, running=True),
    Kind.TERM: Style(bold=True, below=0.1),
    Kind.DEFINITION: Style(above=0.1, step=True, running=True),
    Kind.VERSE: Style(step=True),
    Kind.MATH: Style(scale=0.92, monospaced=True, above=0.6, below=0.7, centred=True),
    Kind.CUE: Style(),
}

# A caption belongs to the figure above it, or to the table below.
_ABOVE_TABLE = replace(_STYLES[Kind.CAPTION], above=0.8, below=0.0)

# Scales of headings; other levels look like level 2.
_HEADINGS = {1: 1.3, 3: 1.08, 4: 1.0, 5: 1.0, 6: 1.0}
_LEVELS = {level: replace(_STYLES[Kind.HEADING], scale=scale) for level, scale in _HEADINGS.items()}


def style_of(paragraph: Paragraph) -> Style:
    """The style of a paragraph's kind, of a heading's level, and of what it stands in."""
    kind, within = paragraph.kind, paragraph.within
    if not within:
        return _outside(kind, paragraph.level)
    style = _by_itself(kind, paragraph.level, in_figure=any(box.kind is BoxKind.FIGURE for box in within))
    kinds = {box.kind for box in within}
    if any(box.cell is not None for box in within):
        style = _ragged(style)
    head = any(box.cell is not None and box.cell.head for box in within)
    page = BoxKind.FURNITURE in kinds
    small = page or BoxKind.NOTE in kinds or kind is Kind.NOTE
    return _boxed(style, small=small, bold=head, muted=page)


# Most paragraphs are: it is asked for hundreds of them in a leap through a long text.
@lru_cache(256)
def _outside(kind: Kind, level: int) -> Style:
    """The style of what stands in no box."""
    style = _by_itself(kind, level, in_figure=False)
    return style if kind is not Kind.NOTE else _boxed(style, small=True)


def _by_itself(kind: Kind, level: int, *, in_figure: bool) -> Style:
    if kind is Kind.CAPTION and not in_figure:
        return _ABOVE_TABLE
    return _LEVELS.get(level, _STYLES[kind]) if kind is Kind.HEADING else _STYLES[kind]


@lru_cache(64)
def _ragged(style: Style) -> Style:
    return replace(style, running=False)


@lru_cache(256)
def _boxed(style: Style, *, small: bool = False, bold: bool = False, muted: bool = False) -> Style:
    return replace(
        style,
        scale=min(style.scale, 1.0) * _SMALL if small else style.scale,
        bold=style.bold or bold,
        role="muted" if muted else style.role,
    )


def marker_of(paragraph: Paragraph) -> str:
    """The text before a paragraph: its marker, an arrow for a pointer to another text, or the sign of a figure."""
    if paragraph.kind is Kind.FIGURE:
        return IMAGE_SIGN
    return "→" if paragraph.kind is Kind.SEE_ALSO else paragraph.marker


_Vertical = QTextCharFormat.VerticalAlignment


def load_fonts() -> None:
    """Register the bundled fonts with Qt; call once, after creating QApplication.

    The emoji font is a fallback where the system has none; Qt finds it by itself.
    """
    system_has_emoji = any("emoji" in family.lower() for family in QFontDatabase.families())
    for file in sorted([*FONTS.glob("*.otf"), *([] if system_has_emoji else FONTS.glob("*Emoji*.ttf"))]):
        QFontDatabase.addApplicationFont(str(file))


def font_of(paragraph: Paragraph, looks: Looks, scale: float = 1.0) -> QFont:
    """The font of a paragraph, `scale` times as large as it is with `looks`."""
    style = style_of(paragraph)
    points = looks.points * scale * style.scale
    if style.monospaced:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(points)
    else:
        font = reading_font(looks.face, points)
    font.setBold(style.bold)
    font.setItalic(style.italic)
    return font


def mark_format(kind: MarkKind, theme: Theme, italic: bool) -> QTextCharFormat:
    """The format of marked text; emphasis within `italic` text is upright.

    Words of another language, and what is not to be translated, look like the words around them. The painter marks what
    may be misread.
    """
    result = QTextCharFormat()
    match kind:
        case MarkKind.STRONG:
            result.setFontWeight(QFont.Weight.Bold)
        case MarkKind.EMPHASIS:
            result.setFontItalic(not italic)
        case MarkKind.CODE | MarkKind.MATH:
            result.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        case MarkKind.STRIKE:
            result.setFontStrikeOut(True)
        case MarkKind.UNDERLINE:
            result.setFontUnderline(True)
        case MarkKind.SUPER:
            result.setVerticalAlignment(_Vertical.AlignSuperScript)
        case MarkKind.SUB:
            result.setVerticalAlignment(_Vertical.AlignSubScript)
        case MarkKind.NOTE:
            result.setForeground(theme.colour("accent"))
            result.setVerticalAlignment(_Vertical.AlignSuperScript)  # not by colour alone
        case MarkKind.IMAGE:
            result.setForeground(theme.colour("muted"))
        case MarkKind.LINK:
            result.setForeground(theme.colour("accent"))
            result.setFontUnderline(True)  # not by colour alone
    return result
