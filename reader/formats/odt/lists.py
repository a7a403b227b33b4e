"""The markers of lists and headings, counted as word processors count them."""

from collections.abc import Mapping
from dataclasses import field

from reader import late_re as re
from reader.formats.html_markers import is_size, letters
from reader.formats.odt.names import name_of, value
from reader.formats.roman import roman
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass

_BULLET = "•"
# Places of fonts with symbols where Unicode has none of its own, and what they show there.
_SYMBOLS = {
    "\uf02d": "–",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf076": "❖",
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
}
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PLACE = re.compile(r"%(\d{1,2})%")
# Letters that are only repeated beyond this are a mistake.
_MOST_LETTERS = 26 * 8


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked.

    Attributes:
        bullet: the sign of all items; "" if they are counted.
        format: how a number is written: "1", "a", "A", "i", "I"; "" for no number.
        prefix, suffix: what stands around it.
        shown: how many levels are shown, from this one upwards.
        start: the first number.
        pattern: the marker with "%1%" for the number of the first level, if it is given as a whole.
        synced: whether letters behind z are "aa", "bb".
    """

    bullet: str = ""
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    pattern: str = ""
    synced: bool = False

    def written(self, number: int) -> str:
        """A number as this level writes it."""
        match self.format:
            case "":
                return ""
            case "i" | "I":
                words = roman(number)
            case "a" | "A" if self.synced and 0 < number <= _MOST_LETTERS:
                words = letters((number - 1) % 26 + 1) * ((number - 1) // 26 + 1)
            case "a" | "A":
                words = letters(number)
            case _:
                words = f"{number:02}" if self.format.startswith("01") else str(number)
        return words.upper() if self.format in ("A", "I") else words


# A list without a style; no number is made up.
_UNSTYLED = Level(bullet=_BULLET)
_NOT_COUNTED = Level()

Levels = Mapping[int, Level]


def levels_of(style: Element) -> Levels:
    """The levels of a list style, or of the style that counts headings, from 1."""
    found: dict[int, Level] = {}
    for each in style:
        number = value(each, "text:level")
        if is_size(number):
            found[int(number)] = _level(each)
    return found


def _level(style: Element) -> Level:
    prefix, suffix = value(style, "style:num-prefix"), value(style, "style:num-suffix")
    match name_of(style):
        case "text:list-level-style-bullet":
            return Level(bullet=_bullet(value(style, "text:bullet-char")))
        case "text:list-level-style-image":
            return Level(bullet=_BULLET)
    shown, start = value(style, "text:display-levels"), value(style, "text:start-value")
    pattern = value(style, "style:num-list-format") or value(style, "loext:num-list-format")
    return Level(
        "",
        value(style, "style:num-format"),
        prefix,
        suffix,
        int(shown) if is_size(shown) else 1,
        int(start) if is_size(start) else 1,
        pattern,
        value(style, "style:num-letter-sync") == "true",
    )


def _bullet(sign: str) -> str:
    return _SYMBOLS.get(sign, _BULLET) if not sign or _PRIVATE.match(sign) else sign


@dataclass(slots=True)
class Counting:
    """The `numbers` that a list has come to, by level, from 1."""

    numbers: dict[int, int] = field(default_factory=dict)

    def marker(self, number: int, levels: Levels | None, start: int | None = None) -> str:
        """Count an item at a level, and give its marker.

        Args:
            number: of the level, from 1.
            levels: of the list style; None for a list without one.
            start: the number that the item has, where it begins anew.
        """
        level = (levels.get(number, _NOT_COUNTED) if levels is not None else None) or _UNSTYLED
        for deeper in [each for each in self.numbers if each > number]:
            del self.numbers[deeper]
        for above in range(1, number):  # an item that none is above counts as if there were one
            self.numbers.setdefault(above, (levels or {}).get(above, level).start)
        before = self.numbers.get(number)
        self.numbers[number] = start if start is not None else level.start if before is None else before + 1
        return self._written(number, level, levels or {})

    def restart(self, number: int) -> None:
        """Have the next item at a level begin anew."""
        self.numbers.pop(number, None)

    def _written(self, number: int, level: Level, levels: Levels) -> str:
        if level.bullet:
            return level.bullet
        if not level.format:
            return f"{level.prefix}{level.suffix}".strip()
        if level.pattern:
            return _PLACE.sub(lambda place: self._number(int(place[1]), levels), level.pattern).strip()
        first = max(number - level.shown + 1, 1)
        numbers = (self._number(each, levels) for each in range(first, number + 1))
        return f"{level.prefix}{'.'.join(filter(None, numbers))}{level.suffix}".strip()

    def _number(self, number: int, levels: Levels) -> str:
        """The number of a level, as it is written."""
        level = levels.get(number, _UNSTYLED)
        return level.written(self.numbers.get(number, level.start))
