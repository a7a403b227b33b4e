"""How letters look and what paragraphs are, as the words of command before them say.

There are few different ones in a file, and a word for each change between them: so each knows what a word makes of it.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from reader.late_dataclasses import dataclass

_SHIFTS = {"super": "superscript", "sub": "subscript"}
_SWITCHES = {"b": "bold", "i": "italic", "strike": "strike", "striked": "strike", "v": "hidden", "deleted": "deleted"}
_KINDS_OF_LINES = (
    "ul uld uldash uldashd uldashdd uldb ulhwave ulldash ulth ulthd ulthdash ulthdashd ulthdashdd ulthldash ululdbwave "
    "ulw ulwave"
)
_UNDERLINES = frozenset(_KINDS_OF_LINES.split())
# What there is more of, which letters that are moved take with them.
_OTHERS = (
    "ulnone ulc fs afs cf cb highlight chcbpat chshdng caps scaps outl shad embo impr expnd expndtw kerning charscalex "
    "up dn animtext accnone accdot acccomma acccircle fcs ab ai aul astrike"
)
_WORN = frozenset(_OTHERS.split())
# Which letters a font is for that is said next.
_PARTS = frozenset({"loch", "hich", "dbch"})
# What says nothing of how letters look.
_LANGUAGES = frozenset({"lang", "langnp", "langfe", "langfenp", "alang", "noproof"})
_NUMBERED = frozenset({"f", "af", "cs"})
LETTER_WORDS = (
    {"plain", "nosupersub", "rtlch", "ltrch"}
    | _SWITCHES.keys()
    | _SHIFTS.keys()
    | _UNDERLINES
    | _WORN
    | _PARTS
    | _LANGUAGES
    | _NUMBERED
)


@dataclass(slots=True, eq=False)
class Letters:
    """How letters look.

    Attributes:
        bold, italic, underline, strike: whether they are.
        hidden, deleted: whether a page does not show them.
        shift: "superscript" or "subscript".
        font: the number of their font, -1 for the file's own; `other_font` is for those written to the left.
        leftwards: whether they are written to the left.
        language: Windows' number of it.
        style: the number of the style of letters.
        worn: the words that make letters look so, by what they are about.
        part: for which letters a font is that comes next.
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    hidden: bool = False
    deleted: bool = False
    shift: str = ""
    font: int = -1
    other_font: int = -1
    leftwards: bool = False
    language: int = 0
    style: int = 0
    worn: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    _next: dict[str, "Letters"] = field(default_factory=dict, repr=False)
    _known: "dict[object, Letters]" = field(default_factory=dict, repr=False)

    @property
    def own_font(self) -> int:
        """The number of the font that they are set in."""
        return self.other_font if self.leftwards and self.other_font >= 0 else self.font

    @property
    def dress(self) -> list[str]:
        """The words that make them look so."""
        return [word for about, word in self.worn.items() if about not in _LANGUAGES]

    @property
    def look(self) -> tuple[tuple[str, str], ...]:
        """What is equal for letters that look alike."""
        return tuple((about, word) for about, word in sorted(self.worn.items()) if about not in _LANGUAGES)

    def after(self, written: str, name: str, number: str | None, plain: "Letters") -> "Letters":
        """How letters look behind a word; `plain` is what they do without any."""
        known = self._next.get(written)
        if known is None:
            known = self._next[written] = plain.same(self._after(name, number, plain))
        return known

    def same(self, other: "Letters") -> "Letters":
        """Letters of the same file that look like others, always the same ones."""
        key = tuple(other.worn.items()), other.language, other.part
        return self._known.setdefault(key, other)

    def _after(self, name: str, number: str | None, plain: "Letters") -> "Letters":
        if name == "plain":
            return plain
        if name in _PARTS:
            return replace(self, part=name, _next={})
        about, word = name, f"\\{name}{number or ''}"
        if name in ("f", "af") and self.part:
            about, word = f"{self.part} {name}", f"\\{self.part}{word}"
        elif name in _UNDERLINES or name == "ulnone":
            about = "ul"
        elif name in ("super", "sub", "nosupersub"):
            about = "shift"
        elif name in ("rtlch", "ltrch"):
            about = "ch" if name == "ltrch" else "rtlch"
        worn = {each: said for each, said in self.worn.items() if each != about}
        worn[about] = word
        part = "" if name in ("rtlch", "ltrch", "fcs") else self.part
        return replace(self, **self._said(name, number), worn=worn, part=part, _next={})

    def _said(self, name: str, number: str | None) -> dict[str, Any]:
        """What a word changes."""
        is_on, value = number is None or int(number) != 0, int(number or 0)
        if name in _SWITCHES:
            return {_SWITCHES[name]: is_on}
        if name in _UNDERLINES or name == "ulnone":
            return {"underline": is_on and name != "ulnone"}
        if name in _SHIFTS or name == "nosupersub":
            return {"shift": _SHIFTS.get(name, "") if is_on else ""}
        if name in ("rtlch", "ltrch"):
            return {"leftwards": name == "rtlch"}
        others = {"f": "font", "af": "other_font", "lang": "language", "cs": "style"}
        return {others[name]: value} if name in others else {}


_ALIGN = {"ql": "", "qc": "c", "qr": "r", "qj": ""}
_NUMBERS = {"s": "style", "outlinelevel": "outline", "ilvl": "level", "ls": "list", "itap": "nested"}
PARAGRAPH_WORDS = frozenset({"pard", "intbl", "pagebb", *_ALIGN, *_NUMBERS})
NO_OUTLINE = 9


@dataclass(slots=True, eq=False)
class Shape:
    """What a paragraph is.

    Attributes:
        style: the number of its style.
        outline: its level in the outline, from 0; 9 for the text.
        list, level: the number of its list, 0 for none, and its level in that, from 0.
        in_table, nested: whether it is in a table, and in how many.
        align: "c", "r" or "".
        on_new_page: whether a page begins with it.
    """

    style: int = 0
    outline: int = NO_OUTLINE
    list: int = 0
    level: int = 0
    in_table: bool = False
    nested: int = -1
    align: str = ""
    on_new_page: bool = False
    _next: dict[str, "Shape"] = field(default_factory=dict, repr=False)

    @property
    def depth(self) -> int:
        """In how many tables it is."""
        if self.nested > 0:
            return self.nested
        return int(self.in_table)

    def after(self, written: str, name: str, number: str | None, plain: "Shape") -> "Shape":
        """What a paragraph is behind a word; `plain` is one without any."""
        known = self._next.get(written)
        if known is None:
            known = self._next[written] = plain if name == "pard" else self._after(name, number)
        return known

    def _after(self, name: str, number: str | None) -> "Shape":
        if name == "intbl":
            return replace(self, in_table=number != "0", _next={})
        if name == "pagebb":
            return replace(self, on_new_page=number != "0", _next={})
        if name in _ALIGN:
            return replace(self, align=_ALIGN[name], _next={})
        said: dict[str, Any] = {_NUMBERS[name]: int(number or 0)}
        return replace(self, **said, _next={})
