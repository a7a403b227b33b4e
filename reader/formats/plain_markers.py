"""Markers of list items in plain text: bullets, numbers and letters, and what they have in common."""

from collections.abc import Iterator

from reader import late_re as re
from reader.formats.ordinals import is_dated
from reader.formats.plain_lines import AS_FIGURES, RAISED, indent_of
from reader.late_dataclasses import dataclass

_SURE = "•▪◦‣●○■□◆◇▶►➢➤❖☐☑☒✓✔✗✘\uf0b7\uf0a7\uf0d8"
_BULLET = re.compile(rf"\s*([{_SURE}](?=\s*[^\s{_SURE}])|[·∙⁃→*+–—-](?=\s+\S)|o(?=\t\S))\s*")
_BOX = re.compile(r"\s*(\[[ xX✓✔]\])\s+(?=\S)")
_TASK = re.compile(r"\[([ xX])\]\s+(?=\S)")
_LABEL = r"\d{1,4}(?:\.\d{1,3})*|[a-zæøåA-ZÆØÅ]|[ivxlc]{2,7}|[IVXLC]{2,7}"
LONE_BULLET = re.compile(rf"\s*[{_SURE}]\s*")
_ORDERED = re.compile(rf"\s*(?:([(\[]?({_LABEL})[.)\]]?)\s+(?=\S)|([{RAISED}]{{1,3}})\s*(?=[^\W\d]))")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FAMILIES = dict.fromkeys("☐☑☒✓✔✗✘", "☐")
_AS_BULLET = "-*+o\uf0b7\uf0a7\uf0d8"  # and what fonts of symbols draw as bullets
BOX = "[ ]"  # the family of boxes to tick without a bullet
_UNSURE = ("-", "–", "—", BOX)

# A kind of marker ("a", ")"): what a chain and a level of a list have in common.
Family = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """The beginning of a list item.

    Attributes:
        marker: as the page shows it.
        indent, content: the columns of the marker and of the text behind it.
        text: of its first line.
        family: what its marker has in common with those of the other items of its list.
        first: whether it is the first by its number or letter; a bullet always is.
    """

    marker: str
    indent: int
    content: int
    text: str
    family: Family
    first: bool = True


def bulleted(line: str) -> Item | None:
    """The item that a line begins with a bullet, if any."""
    if box := _BOX.match(line):
        marker = "☐" if box[1] == BOX else "☑"
        return Item(marker, indent_of(line), _column(line, box.end()), line[box.end() :].strip(), (BOX,))
    found = _BULLET.match(line)
    if found is None:
        return None
    marker, rest = found[1], line[found.end() :].strip()
    if task := _TASK.match(rest):
        marker, rest = "☐" if task[1] == " " else "☑", rest[task.end() :]
    elif marker in _AS_BULLET:
        marker = "•"
    return Item(marker, indent_of(line), _column(line, found.end()), rest, (_FAMILIES.get(found[1], found[1]),))


def is_sure(bullet: Item) -> bool:
    """Whether a bullet is one wherever it stands; hyphens and dashes lead speech, too."""
    return bullet.family[0] not in _UNSURE


def _column(line: str, end: int) -> int:
    return len(line[:end].expandtabs(4))


def numbered(line: str) -> Iterator[tuple[Item, tuple[int, ...]]]:
    """The items that a line may begin with a number or letter, and its value, by each reading of it."""
    found = _ORDERED.match(line)
    if found is None:
        return
    marker, rest = found[1] or found[3], line[found.end() :].strip()
    if marker[-1] == "." and marker[0].isdigit() and is_dated(rest):
        return  # "17. mai"
    indent, content = indent_of(line), _column(line, found.end())
    for family, value in _readings(marker, found[2] or ""):
        yield Item(marker, indent, content, rest, family, first=value[-1] == 1), value


def _readings(marker: str, label: str) -> Iterator[tuple[Family, tuple[int, ...]]]:
    if not label:
        yield ("¹",), (int(marker.translate(AS_FIGURES)),)
        return
    before, _, after = marker.partition(label)
    form = before + after
    if form not in ("", ".", ")", "()", "[]"):
        return
    if label[0].isdigit():
        value = tuple(map(int, label.split(".")))
        if form or len(value) > 1:
            yield ("1", str(len(value)), form or "."), value
    elif form not in ("", "[]"):
        yield from _letters(label, form)


def _letters(label: str, form: str) -> Iterator[tuple[Family, tuple[int, ...]]]:
    small, case = label.lower(), "a" if label.islower() else "A"
    if len(label) == 1:
        yield (case, form), (_ALPHABET.index(small) + 1,)
    if set(small) <= set("ivxlc") and _ROMAN_FORM.fullmatch(small):
        yield (f"{case}-roman", form), (_roman(small),)


def _roman(label: str) -> int:
    values = [_ROMAN[sign] for sign in label]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
