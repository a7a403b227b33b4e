"""HTML to paragraphs, in linear time.

Tags of elements that nobody knows are text, like the placeholder in "write <name> here", unless the text treats them as
elements: closes them or gives them attributes.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.formats.building import Builder
from reader.formats.html_scanner import TAG_NAME, Scanner, attributes, unescaped
from reader.formats.inline import local
from reader.formats.tables import WIDEST, OpenCell
from reader.text import Figure, Kind, Mark, MarkKind, language_code

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_TERMS = frozenset({"dt", "dd"})
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
# Elements that begin and end a paragraph.
_BLOCK_NAMES = (
    "address article aside audio blockquote body canvas caption center col colgroup details dialog div dl fieldset"
    " figcaption figure footer form frame frameset head header hgroup hr html iframe legend main nav noframes"
    " noscript object optgroup option p param pre search section select source summary svg table textarea title tr"
    " track video"
)
BLOCKS = _HEADINGS | _LISTS | _CELLS | _TERMS | _ROW_GROUPS | {"li"} | frozenset(_BLOCK_NAMES.split())
_MARKS = {
    **dict.fromkeys(("b", "strong"), MarkKind.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn"), MarkKind.EMPHASIS),
    **dict.fromkeys(("u", "ins"), MarkKind.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike"), MarkKind.STRIKE),
    **dict.fromkeys(("code", "kbd", "samp", "var", "tt"), MarkKind.CODE),
    "sup": MarkKind.SUPER,
    "sub": MarkKind.SUB,
}
_INLINE_NAMES = (
    "a abbr acronym area base basefont bdi bdo big blink br button data datalist embed font img input label link map"
    " mark marquee math meta meter nobr output picture progress q rb rp rt rtc ruby slot small span time wbr"
)
_KNOWN = BLOCKS | frozenset(_INLINE_NAMES.split()) | frozenset(_MARKS)
# What a closing tag does not reach beyond. What Markdown opens has a name that no element has.
_BARRIER = frozenset({"markdown", "note"})
_PARTS = _CELLS | {"caption"}
# What an opening tag closes, and what is then not looked beyond.
_IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _BARRIER | _LISTS | _CELLS),
    "p": (frozenset({"p"}), _BARRIER | BLOCKS - {"p"}),
    **dict.fromkeys(_TERMS, (_TERMS, _BARRIER | _CELLS | {"dl"})),
    **dict.fromkeys(_PARTS | _ROW_GROUPS | {"tr"}, (_PARTS, _BARRIER | {"table"})),
}
_TABLE_OR_BARRIER = _BARRIER | {"table"}
_IN_TABLE = _BARRIER | _CELLS

_ALIGNED = re.compile(r"text-align\s*:\s*(left|center|right)")
# What editors write where others have <b> and <i>; some wrap all that is copied in a <b> that is not bold.
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)\b")
_STYLES = {
    MarkKind.STRONG: re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)\b"),
    MarkKind.EMPHASIS: re.compile(r"font-style\s*:\s*(?:italic|oblique)\b"),
}
_ALIGN = {"left": "l", "center": "c", "right": "r"}


def parse_html(markup: str, *, placeholders: bool = True) -> Builder:
    """Read a piece of HTML, written by hand; with `placeholders` false by a program, whose tags are all tags."""
    builder = Builder()
    HtmlWalk(builder, markup, placeholders).block(markup)
    builder.unwind(0)
    return builder


@dataclass
class HtmlWalk:
    """Tells a builder what stands in HTML; `text` is the whole document, which shows what is used as an element.

    `placeholders` is whether tags of elements that nobody knows may be text.
    """

    builder: Builder
    text: str
    placeholders: bool = True
    lists: list[Iterator[str]] = field(default_factory=list)

    def block(self, markup: str) -> None:
        """Read a piece that is not inside a paragraph."""
        builder = self.builder
        builder.end()
        scanner = Scanner(markup, builder.left_out)
        for piece in scanner.pieces():
            if isinstance(piece, re.Match):
                self.tag(piece[0])
            elif builder.preformatted:
                builder.inline.append(unescaped(piece))
            else:
                builder.inline.append_collapsed(unescaped(piece))
        builder.end()
        builder.inline.opened.clear()
        builder.heading, builder.preformatted = 0, False

    def tag(self, tag: str) -> None:
        """Read a tag as it is written, "<b>"."""
        match = TAG_NAME.match(tag)
        name = match[2].lower() if match else ""
        if match is None or not name:
            return
        if name not in _KNOWN and self.placeholders and not self._is_element(name, tag):
            self.builder.inline.append(tag)
        elif name in BLOCKS:
            self._block_tag(name, tag, closing=bool(match[1]))
        else:
            self._inline_tag(name, tag, closing=bool(match[1]))

    def _is_element(self, name: str, tag: str) -> bool:
        others = self._opened if tag.startswith("</") else self._closed
        return "=" in tag or tag.endswith("/>") or name in others

    @cached_property
    def _closed(self) -> frozenset[str]:
        return frozenset(name.lower() for slash, name in TAG_NAME.findall(self.text) if slash)

    @cached_property
    def _opened(self) -> frozenset[str]:
        return frozenset(name.lower() for slash, name in TAG_NAME.findall(self.text) if not slash)

    # In a line

    def _inline_tag(self, name: str, tag: str, *, closing: bool) -> None:
        inline = self.builder.inline
        if name == "br":
            inline.append("\n")
        elif name == "q":
            inline.append('"')
        elif name in ("img", "input"):
            getattr(self, f"_{name}")(attributes(tag))
        elif closing:
            inline.close(name)
        elif not tag.endswith("/>"):
            self._open_inline(name, attributes(tag) if "=" in tag else {})

    def _open_inline(self, name: str, given: Mapping[str, str]) -> None:
        self._named(given)
        inline = self.builder.inline
        if name == "a":
            inline.close("a")  # they do not nest
            href = local(given.get("href", ""))
            if given.get("name"):
                self.builder.name(given["name"])
            inline.open("a", MarkKind.LINK if href else None, href)
        else:
            kind, style = _MARKS.get(name), given.get("style", "")
            inline.open(name, None if kind is MarkKind.STRONG and _LIGHT.search(style) else kind)
        for mark in (*self._around(given), *_styled(given.get("style", ""))):
            inline.open("", mark.kind, mark.href)  # closed with the element, being inside it

    def _around(self, given: Mapping[str, str]) -> tuple[Mark, ...]:
        """The marks that the attributes of an element put on all of its text."""
        if not given:
            return ()
        marks: tuple[Mark, ...] = ()
        if given.get("translate") == "no" or "notranslate" in given.get("class", "").split():
            marks = (Mark(0, 0, MarkKind.VERBATIM),)
        language = given.get("lang") or given.get("xml:lang")
        if not language:
            return marks
        self.builder.languages = True
        return (*marks, Mark(0, 0, MarkKind.LANGUAGE, language_code(language)))

    def _named(self, given: Mapping[str, str]) -> None:
        if name := given.get("id"):
            self.builder.name(name)

    def _img(self, given: Mapping[str, str]) -> None:
        size = (int(given[key]) if _is_size(given.get(key, "")) else 0 for key in ("width", "height"))
        self._named(given)
        text = " ".join(given.get("alt", "").split())
        self.builder.inline.image(text, Figure(given.get("src", ""), *size))

    def _input(self, given: Mapping[str, str]) -> None:
        if given.get("type") == "checkbox":
            sign = "☑" if "checked" in given else "☐"
            if self.builder.marker:
                self.builder.marker = sign
            else:
                self.builder.inline.append(sign + " ")

    # Blocks

    def _block_tag(self, name: str, tag: str, *, closing: bool) -> None:
        builder = self.builder
        builder.end()
        if closing:
            self._close(name)
            return
        if name == "hr":
            builder.add("", Kind.RULE)
            return
        given = attributes(tag) if "=" in tag else {}
        if name in _IMPLIED:
            builder.close(*_IMPLIED[name])
        if not builder.deep:
            self._open(name, given)
        self._named(given)

    def _close(self, name: str) -> None:
        builder = self.builder
        if name in _HEADINGS:
            builder.heading = 0
        elif name in ("pre", "textarea"):
            builder.preformatted = False
        elif name in _ROW_GROUPS and self._in_table():
            builder.tables[-1].head = False
        if name != "tr":
            builder.close(frozenset({name}), _BARRIER if name == "table" else _IN_TABLE - {name})

    def _open(self, name: str, given: Mapping[str, str]) -> None:
        builder, depth = self.builder, len(self.builder.frames)
        self._open_itself(name, given)
        if around := self._around(given):
            if len(builder.frames) == depth:
                builder.enter(name)
            # The innermost language counts, so that a hundred elements in each other leave one mark.
            builder.around = tuple({mark.kind: mark for mark in (*builder.around, *around)}.values())

    def _open_itself(self, name: str, given: Mapping[str, str]) -> None:
        if name in _HEADINGS:
            self.builder.heading = int(name[1])
        elif name in ("pre", "textarea"):
            self.builder.preformatted = True
        elif name in _LISTS:
            self._enter_list(name, given)
        elif name == "li":
            self._enter_item(given)
        elif name in _PLAIN:
            self.builder.enter(name, plain=_PLAIN[name])
        elif name in _ENTERED:
            _ENTERED[name](self.builder)
        else:
            self._open_in_table(name, given)

    def _enter_list(self, name: str, given: Mapping[str, str]) -> None:
        markers = _numbers(given) if name == "ol" else iter(lambda: "•", "")
        self.lists.append(markers)
        self.builder.enter(name, leave=self.lists.pop)

    def _enter_item(self, given: Mapping[str, str]) -> None:
        marker = next(self.lists[-1]) if self.lists else "•"
        if _is_size(given.get("value", "")) and marker != "•":
            self.lists[-1] = _numbers({"start": given["value"]})
            marker = next(self.lists[-1])
        self.builder.enter_item("li", marker)

    def _open_in_table(self, name: str, given: Mapping[str, str]) -> None:
        builder = self.builder
        if name == "table":
            builder.enter_table("table", layout=given.get("role") in ("presentation", "none"))
        elif not self._in_table():
            return
        elif name == "tr":
            builder.tables[-1].begin_row()
        elif name in _ROW_GROUPS:
            builder.tables[-1].head = name == "thead"
        elif name == "caption":
            builder.enter("caption", plain=Kind.CAPTION)
        elif name in _CELLS:
            self._enter_cell(name, given)

    def _in_table(self) -> bool:
        """Whether the innermost table is one of HTML, and nothing of Markdown is in it."""
        frames = (frame.name for frame in reversed(self.builder.frames) if frame.name in _TABLE_OR_BARRIER)
        return next(frames, "") == "table"

    def _enter_cell(self, name: str, given: Mapping[str, str]) -> None:
        table = self.builder.tables[-1]
        if not table.begun:
            table.begin_row()
        height, width = (_span(given.get(key, "")) for key in ("rowspan", "colspan"))
        styled = _ALIGNED.search(given.get("style", ""))
        align = _ALIGN.get(styled[1] if styled else given.get("align", "").lower(), "")
        head = name == "th" or table.head
        self.builder.enter_cell(name, OpenCell(height=height, width=min(width, WIDEST + 1), head=head, align=align))


_PLAIN = {"dt": Kind.TERM, "dd": Kind.DEFINITION, "figcaption": Kind.CAPTION}
_ENTERED: dict[str, Callable[[Builder], object]] = {
    "blockquote": lambda builder: builder.enter_quote("blockquote"),
    "figure": lambda builder: builder.enter_figure("figure"),
    "dl": lambda builder: builder.enter("dl"),
}


def _styled(style: str) -> Iterator[Mark]:
    """The marks that the style of an element puts on its text; their spans do not matter."""
    return (Mark(0, 0, kind) for kind, pattern in _STYLES.items() if pattern.search(style))


def _is_size(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 7


def _span(value: str) -> int:
    return max(int(value), 1) if _is_size(value) else 1


def _numbers(given: Mapping[str, str]) -> Iterator[str]:
    """The markers of a numbered list."""
    number = int(given["start"]) if _is_size(given.get("start", "")) else 1
    written = {"a": _letters, "A": _letters, "i": _roman, "I": _roman}.get(given.get("type", ""), str)
    while True:
        marker = written(number)
        yield (marker.upper() if given.get("type", "") in ("A", "I") else marker) + "."
        number += 1


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters or "0"


_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix"}
_ROMAN |= {5: "v", 4: "iv", 1: "i"}


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN.items():
        written += letters * (number // value)
        number %= value
    return written
