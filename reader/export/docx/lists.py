"""Lists of a Word file: their numbering, told from the markers of the items (ECMA-376, 17.9)."""

from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple

from reader import late_re as re
from reader.export.blocks import Block
from reader.export.docx.styles import value
from reader.export.markup import Markup, element
from reader.late_dataclasses import dataclass
from reader.text import Box, Kind

_DEEPEST = 9  # levels that Word has
_COUNTED = re.compile(r"(\(?)(?:(\d{1,6})|([a-z]{1,8})|([A-Z]{1,8}))([.)]?)")
_ROMAN = re.compile(r"(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class _Format(NamedTuple):
    """How the items of a list are marked: the name of a format of numbers, and what stands before and behind."""

    name: str
    before: str
    behind: str


class _Running(NamedTuple):
    """A list that may go on: its format, the value of its latest item, and its number in the file."""

    form: _Format
    value: int
    number: int


@dataclass(slots=True)
class Lists:
    """The lists of a file, found item by item.

    Attributes:
        formats: the formats that are used.
        started: of each list, its format, its level and its first value.
    """

    formats: dict[_Format, int] = field(default_factory=dict)
    started: list[tuple[_Format, int, int]] = field(default_factory=list)
    _open: list[_Running] = field(default_factory=list)
    _within: tuple[Box, ...] = ()

    def place(self, block: Block) -> tuple[int, int] | None:
        """The number and the level, from 0, of the list that an item belongs to; None for other blocks."""
        if block.within != self._within:
            self._open.clear()
            self._within = block.within
        if block.kind is not Kind.LIST_ITEM or not block.marker:
            del self._open[block.level :]
            return None
        level = min(max(block.level, 1), _DEEPEST) - 1
        before = self._open[level] if level < len(self._open) else None
        form, counted = _told(block.marker, before)
        del self._open[level:]
        while len(self._open) < level:  # a level was skipped
            self._open.append(_Running(_Format("none", "", ""), 0, 0))
        if before is None or before.form != form or (form.name != "bullet" and before.value + 1 != counted):
            self.formats.setdefault(form, len(self.formats))
            self.started.append((form, level, counted))
            before = _Running(form, counted, len(self.started))
        self._open.append(before._replace(value=counted))
        return before.number, level

    def numbering(self) -> Iterator[Markup]:
        """The content of the numbering part."""
        for form, identifier in self.formats.items():
            yield element(
                "w:abstractNum",
                {"w:abstractNumId": str(identifier)},
                value("w:multiLevelType", "hybridMultilevel"),
                *(_level(form, level) for level in range(_DEEPEST)),
            )
        for number, (form, level, start) in enumerate(self.started, start=1):
            begins = element("w:lvlOverride", {"w:ilvl": str(level)}, value("w:startOverride", str(start)))
            yield element(
                "w:num",
                {"w:numId": str(number)},
                value("w:abstractNumId", str(self.formats[form])),
                *([begins] if form.name != "bullet" else []),
            )


def _level(form: _Format, level: int) -> Markup:
    number = "" if form.name == "bullet" else f"%{level + 1}"
    return element(
        "w:lvl",
        {"w:ilvl": str(level)},
        value("w:start", "1"),
        value("w:numFmt", form.name),
        value("w:suff", "tab"),
        value("w:lvlText", f"{form.before}{number}{form.behind}"),
        value("w:lvlJc", "left"),
    )


def _told(marker: str, before: _Running | None) -> tuple[_Format, int]:
    """The format of a marker, and its value; as a bullet what is no number. `before` is the item before it."""
    found = _COUNTED.fullmatch(marker)
    if found is None:
        return _Format("bullet", marker, ""), 0
    opened, digits, small, large, closed = found.groups()
    if digits:
        return _Format("decimal", opened, closed), int(digits)
    if not closed:  # a word rather than a letter that counts
        return _Format("bullet", marker, ""), 0
    letters, case = (small, "lower") if small else (large.lower(), "upper")
    roman = _Format(f"{case}Roman", opened, closed)
    letter = _Format(f"{case}Letter", opened, closed)
    going_on = before is not None and before.form == roman
    if _ROMAN.fullmatch(letters) and (going_on or (letters == "i" and not _follows(letters, letter, before))):
        return roman, _roman(letters)
    if len(letters) == 1:
        return letter, ord(letters) - ord("a") + 1
    return (roman, _roman(letters)) if _ROMAN.fullmatch(letters) else (_Format("bullet", marker, ""), 0)


def _follows(letter: str, form: _Format, before: _Running | None) -> bool:
    return before is not None and before.form == form and before.value == ord(letter) - ord("a")


def _roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-one if one < max(values[place:]) else one for place, one in enumerate(values))
