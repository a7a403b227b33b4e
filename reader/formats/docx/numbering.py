"""The numbers and bullets that Word counts before paragraphs."""

from collections.abc import Callable, Mapping
from dataclasses import field

from reader import late_re as re
from reader.formats.docx.number_formats import written
from reader.formats.docx.properties import is_on, looks_of
from reader.formats.docx.styles import whole
from reader.formats.docx.symbols import in_unicode
from reader.formats.xml_parts import Element, attribute, child, children
from reader.late_dataclasses import dataclass

_DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")
# What is shown for a bullet that is an image, or a letter of a font that is not here.
_BULLET = "•"
# What stands before the paragraphs of a level is no longer than this in the file: Word's own dialog takes less, and
# it is repeated before each of them.
_LONGEST_TEXT = 255


@dataclass(frozen=True, slots=True)
class Level:
    """How the paragraphs on a level of a list are numbered.

    Attributes:
        start: the first number.
        form: how numbers are written.
        text: what stands before a paragraph; "%1" in it is the number of the first level.
        restart: the level, from 1, after which it begins anew; 0 for never, None for any higher one.
        legal: whether all numbers in it are in digits.
        style: of the paragraphs on it, if that decides.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list: what counts its paragraphs, which it may share with others, and its levels."""

    counted: str
    levels: Mapping[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of lists."""

    def __init__(self, root: Element | None, styled: Callable[[str], str]) -> None:
        """Read the part with the lists, if there is one; `styled` tells which list a style numbers by."""
        self._abstract = _by(root, "abstractNum", "abstractNumId")
        self._nums = _by(root, "num", "numId")
        self._styled = styled
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list that paragraphs of a style are on, if the list says so."""
        found = self._list(number)
        levels = found.levels.items() if found is not None else ()
        return next((place for place, level in levels if style and level.style == style), None)

    def indent(self, number: str, place: int) -> Element | None:
        """How far the paragraphs on a level of a list are indented, as the list has it; None if it does not say."""
        definition = self._abstract.get(self._resolved(self._nums.get(number)))
        levels = children(definition, "lvl") if definition is not None else iter(())
        level = next((each for each in levels if _place(each) == place), None)
        properties = child(level, "pPr") if level is not None else None
        return child(properties, "ind") if properties is not None else None

    def has_bullets(self, number: str, place: int) -> bool:
        """Whether bullets stand before the paragraphs on a level of a list."""
        found = self._list(number)
        return found is not None and place in found.levels and found.levels[place].form == "bullet"

    def next(self, number: str, place: int) -> str:
        """Count a paragraph on a level of a list: what stands before it; "" for nothing."""
        found = self._list(number)
        place = min(max(place, 0), _DEEPEST)
        if found is None or place not in found.levels:
            return ""
        counts = self._counts.setdefault(found.counted, {})
        if place in found.starts:
            counts[place] = found.starts.pop(place)
        else:
            counts[place] = counts[place] + 1 if place in counts else found.levels[place].start
        for deeper in [other for other in counts if other > place and _restarts(found.levels.get(other), place)]:
            del counts[deeper]
        return _marker(found.levels, counts, place)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> _List | None:
        num = self._nums.get(number)
        identifier = self._resolved(num)
        if num is None or identifier not in self._abstract:
            return None
        defined = children(self._abstract[identifier], "lvl")
        levels = {place: _level(level) for level in defined if (place := _place(level)) <= _DEEPEST}
        found = _List(identifier, levels)
        for override in children(num, "lvlOverride"):
            place = min(_place(override), _DEEPEST)
            start, level = child(override, "startOverride"), child(override, "lvl")
            if level is not None:
                levels[place] = _level(level)
            if start is not None:
                found.starts[place] = whole(attribute(start, "val"), 1)
        return found

    def _resolved(self, num: Element | None) -> str:
        """The definition of a list, which may lie with the list of a style."""
        seen: set[str] = set()
        while num is not None:
            identifier = _value(num, "abstractNumId")
            definition = self._abstract.get(identifier)
            link = _value(definition, "numStyleLink") if definition is not None else ""
            if not link or link in seen:
                return identifier
            seen.add(link)
            num = self._nums.get(self._styled(link))
        return ""


def _by(root: Element | None, name: str, key: str) -> dict[str, Element]:
    return {attribute(element, key): element for element in children(root, name)} if root is not None else {}


def _place(level: Element) -> int:
    return max(whole(attribute(level, "ilvl")), 0)


def _value(element: Element, name: str) -> str:
    found = child(element, name)
    return attribute(found, "val") if found is not None else ""


def _level(element: Element) -> Level:
    form, text = _value(element, "numFmt") or "decimal", _value(element, "lvlText")[:_LONGEST_TEXT]
    font = str(looks_of(child(element, "rPr")).get("font", ""))
    if form == "bullet":
        text = bullet(text, font) if child(element, "lvlPicBulletId") is None else _BULLET
    restart = _value(element, "lvlRestart")
    return Level(
        whole(_value(element, "start"), 1 if child(element, "start") is not None else 0),
        form,
        text,
        whole(restart) if restart else None,
        is_on(child(element, "isLgl")),
        _value(element, "pStyle"),
    )


def bullet(text: str, font: str) -> str:
    """The sign that a bullet is, which may be a letter in a font of signs."""
    if text == "o" and font.casefold().startswith("courier"):
        return "◦"
    return in_unicode(text, font).strip()


def _restarts(level: Level | None, place: int) -> bool:
    """Whether a deeper level begins anew behind a paragraph on level `place`."""
    return level is None or level.restart is None or place + 1 <= level.restart


def _marker(levels: Mapping[int, Level], counts: Mapping[int, int], place: int) -> str:
    own = levels[place]
    if own.form == "bullet":
        return own.text

    def number(found: re.Match[str]) -> str:
        other = int(found[1]) - 1
        level = levels.get(other)
        if level is None or other > place:
            return ""
        form = "decimal" if own.legal and level.form not in ("none", "bullet") else level.form
        return written(counts.get(other, level.start), form)

    return " ".join(_PLACE.sub(number, own.text).split())
