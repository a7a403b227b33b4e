"""The styles of an OpenDocument file: what paragraphs are, and how their text looks."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from reader import late_re as re
from reader.formats.html_markers import is_size
from reader.formats.odt.lists import Levels, levels_of
from reader.formats.odt.looks import PLAIN, Look, look_named, look_of
from reader.formats.odt.names import name_of, tag, value
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass

# A style has hardly more than five above it.
_LONGEST_CHAIN = 16
# The list style that counts headings.
OUTLINE = "Outline"
_ESCAPED = re.compile(r"_([0-9a-fA-F]{1,6})_")
_HEADING = re.compile(r"heading (\d{1,2})")


class Role(StrEnum):
    """What a paragraph is by its style."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    QUOTE = "quote"
    CAPTION = "caption"
    CODE = "code"
    RULE = "rule"
    TERM = "term"
    DEFINITION = "definition"


# By the names of styles as LibreOffice, Word and Pandoc have them; those that are made of one of them are the same.
_ROLES = {
    Role.TITLE: "title",
    Role.PLAIN: "subtitle|contents heading|index heading|table heading",
    Role.QUOTE: "quotations|quote|intense quote|block text|block quotation|blockquote",
    Role.CAPTION: "caption|illustration|figure|drawing|table caption|figure caption",
    Role.CODE: "preformatted text|source code|html preformatted",
    Role.RULE: "horizontal line",
    Role.TERM: "list heading|definition term",
    Role.DEFINITION: "list contents|definition definition",
}
_BY_NAME = {name: role for role, names in _ROLES.items() for name in names.split("|")}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A style of paragraphs.

    Attributes:
        role: what they are.
        outline: the level of a heading, or 0.
        look: how their text looks.
        usual: how it looks in the named style, without what was changed in the paragraph only.
        lists: the name of their list style, "" for none; None if it is not said.
        align: "l", "c", "r", or "".
        masters: names of page styles that begin with such a paragraph.
        of_table: whether they are captions of tables.
    """

    role: Role = Role.PLAIN
    outline: int = 0
    look: Look = PLAIN
    usual: Look = PLAIN
    lists: str | None = None
    align: str = ""
    masters: tuple[str, ...] = ()
    of_table: bool = False


class Styles:
    """The styles that a part of a document uses.

    Attributes:
        language: what the text is in where nothing else is said; "" if unknown.
    """

    def __init__(self, common: Iterable[Element], automatic: Element | None) -> None:
        """Take the styles of `office:styles` elements, and those made by a program for single paragraphs."""
        self._styles: dict[tuple[str, str], Element] = {}
        self._automatic = set[tuple[str, str]]()
        self._defaults: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._levels: dict[str, Levels] = {}
        for style in (each for group in common for each in group):
            self._take(style)
        for style in automatic if automatic is not None else ():
            self._take(style)
            self._automatic.add(_key(style))
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._texts: dict[str, Look] = {}
        self._default = self._look([self._defaults["paragraph"]]) if "paragraph" in self._defaults else PLAIN
        self.language = self._default.language

    def _take(self, style: Element) -> None:
        match name_of(style):
            case "style:style":
                self._styles[_key(style)] = style
            case "style:default-style":
                self._defaults[value(style, "style:family")] = style
            case "text:list-style":
                self._lists[value(style, "style:name")] = style
            case "text:outline-style":
                self._lists[OUTLINE] = style

    def paragraph(self, name: str) -> ParagraphStyle:
        """The style of paragraphs of this name."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._paragraph(name)
        return self._paragraphs[name]

    def text(self, name: str) -> Look:
        """What the style of text of this name says."""
        if name not in self._texts:
            chain = list(self._chain("text", name))
            look = self._look(chain)
            for words in [*map(_words_of, chain), _words(_beyond(chain, name))]:
                look = Look(look.marks | look_named(words).marks, look.unmarked, look.language, look.hidden)
            self._texts[name] = look
        return self._texts[name]

    def masters(self, family: str, name: str) -> tuple[str, ...]:
        """The page styles that begin with something of this style."""
        return self._masters(list(self._chain(family, name)))

    def paragraph_says(self, name: str, property_: str) -> bool:
        """Whether a style of paragraphs of this name, or one that it is made of, says something of a property."""
        chain = list(self._chain("paragraph", name))
        return any(value(each, property_) for each in _properties(chain, "style:paragraph-properties"))

    def levels(self, name: str) -> Levels | None:
        """The levels of the list style of this name, `OUTLINE` for headings; None if there is none."""
        if name not in self._levels and name in self._lists:
            self._levels[name] = levels_of(self._lists[name])
        return self._levels.get(name)

    @property
    def has_code(self) -> bool:
        """Whether there may be paragraphs of code."""
        return any(_BY_NAME.get(_words_of(style)) is Role.CODE for style in self._styles.values())

    def _paragraph(self, name: str) -> ParagraphStyle:
        chain = list(self._chain("paragraph", name))
        named = [style for style in chain if _key(style) not in self._automatic]
        words = [*map(_words_of, chain), _words(_beyond(chain, name))]
        role, outline = _role(chain, words)
        lists = (style.get(tag("style:list-style-name")) for style in chain)
        align = (value(each, "fo:text-align") for each in _properties(chain, "style:paragraph-properties"))
        return ParagraphStyle(
            role,
            outline,
            self._look(chain).over(self._default),
            self._look(named).over(self._default),
            next((each for each in lists if each is not None), None),
            _ALIGN.get(next(filter(None, align), ""), ""),
            self._masters(chain),
            any(each in ("table", "table caption") for each in words),
        )

    def _masters(self, chain: list[Element]) -> tuple[str, ...]:
        """What a style says itself, and the named style that it is made of."""
        saying = chain[:1] + [style for style in chain if _key(style) not in self._automatic][:1]
        return tuple(filter(None, (value(style, "style:master-page-name") for style in saying)))

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """A style and those that it is made of, from it upwards."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = value(style, "style:parent-style-name")

    def _look(self, chain: list[Element]) -> Look:
        look = PLAIN
        for properties in reversed(list(_properties(chain, "style:text-properties"))):
            look = look_of(properties).over(look)
        return look


_ALIGN = {"center": "c", "end": "r", "right": "r"}


def _beyond(chain: list[Element], name: str) -> str:
    """What the last style of a chain is made of; `name` if the chain is empty. Only its name is known."""
    return value(chain[-1], "style:parent-style-name") if chain else name


def _key(style: Element) -> tuple[str, str]:
    return value(style, "style:family"), value(style, "style:name")


def _properties(chain: Iterable[Element], name: str) -> Iterator[Element]:
    return (each for style in chain for each in style.iterchildren(tag(name)))


def _role(chain: Iterable[Element], words: Iterable[str]) -> tuple[Role, int]:
    """What paragraphs are, and as which heading: by the first of the styles that says it."""
    for style in chain:
        level = value(style, "style:default-outline-level")
        if is_size(level) and int(level):
            return Role.HEADING, int(level)
        if _BY_NAME.get(_words_of(style)):
            break
    for each in words:
        if heading := _HEADING.fullmatch(each):
            return Role.HEADING, int(heading[1])
        if role := _BY_NAME.get(each):
            return role, 0
    return Role.PLAIN, 0


def _words_of(style: Element) -> str:
    return _words(value(style, "style:display-name") or value(style, "style:name"))


@lru_cache(4096)
def _words(name: str) -> str:
    """The name of a style as users see it, in small letters."""
    return " ".join(_ESCAPED.sub(lambda code: _letter(code[1]), name).replace("_", " ").lower().split())


def _letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0x110000 else ""
