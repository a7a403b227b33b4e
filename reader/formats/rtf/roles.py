"""What paragraphs of a file of rich text are, by their styles and their own words, and what letters of theirs wear."""

from collections.abc import Iterator

from reader.formats.docx.kinds import HEADING_LENGTH, Look
from reader.formats.docx.shared import Worn
from reader.formats.docx.styles import is_code_style, is_link_style, named_role
from reader.formats.rtf.content import Content, Style
from reader.formats.rtf.looks import NO_OUTLINE, Letters, Shape
from reader.late_dataclasses import dataclass
from reader.text import Kind, MarkKind

# Styles are not based on each other further than this.
_LONGEST_CHAIN = 50
_DEEPEST_HEADING, _DEEPEST_ITEM = 6, 8
_HEADINGS = (Kind.TITLE, Kind.HEADING)


@dataclass(frozen=True, slots=True)
class Role:
    """What paragraphs of a style are, None for plain ones, their level, and how their letters look."""

    kind: Kind | None = None
    level: int = 0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


class Roles:
    """What paragraphs and letters are."""

    def __init__(self, content: Content) -> None:
        """Take the styles of a file."""
        self._styles = content.styles
        self._roles: dict[int, Role] = {}

    def of(self, shape: Shape) -> Role:
        """What paragraphs of the style of a paragraph are."""
        if shape.style not in self._roles:
            self._roles[shape.style] = self._role(shape.style)
        return self._roles[shape.style]

    def _role(self, number: int) -> Role:
        chain = list(self._chain(number))
        kind, level = _kind(chain)
        if kind is None:
            return Role()
        letters = chain[0].letters
        return Role(kind, level, letters.bold, letters.italic, letters.underline, letters.strike)

    def _chain(self, number: int) -> Iterator[Style]:
        """A style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(("s", number))
            if style is None:
                return
            yield style
            if style.based in (number, -1):
                return
            number = style.based

    def look(self, shape: Shape, marker: str, length: int) -> Look:
        """What a paragraph is that has so many characters and this before it."""
        role = self.of(shape)
        kind, level = role.kind, role.level
        if kind is None and length <= HEADING_LENGTH and shape.outline < NO_OUTLINE:
            kind, level = Kind.HEADING, shape.outline + 1
        quote = kind is Kind.QUOTE
        if kind in _HEADINGS:
            return Look(kind, min(max(level, 1), _DEEPEST_HEADING), marker)
        if marker and kind is not Kind.CAPTION:
            return Look(Kind.LIST_ITEM, min(max(shape.level, 0), _DEEPEST_ITEM) + 1, marker, quote)
        return Look(None if quote else kind, 0, marker, quote)

    def worn(self, letters: Letters, role: Role) -> Iterator[Worn]:
        """The marks on letters; what a heading as a whole looks like is no emphasis."""
        style = self._styles.get(("cs", letters.style))
        name = style.name if style is not None else ""
        if letters.bold and not role.bold:
            yield MarkKind.STRONG, ""
        if letters.italic and not role.italic:
            yield MarkKind.EMPHASIS, ""
        if letters.strike and not role.strike:
            yield MarkKind.STRIKE, ""
        if letters.underline and not role.underline and not is_link_style(name):
            yield MarkKind.UNDERLINE, ""
        if name and role.kind is not Kind.CODE and is_code_style(name):
            yield MarkKind.CODE, ""


def _kind(chain: list[Style]) -> tuple[Kind | None, int]:
    """What paragraphs are by the name of a style or of one that it is based on, or by the outline of the first."""
    for style in chain:
        kind, level = named_role([style.name])
        if kind is Kind.HEADING and style.shape.outline < NO_OUTLINE:
            return kind, style.shape.outline + 1
        if kind is not None:
            return kind, level
        if style is chain[0] and style.shape.outline < NO_OUTLINE:
            return Kind.HEADING, style.shape.outline + 1
    return None, 0
