"""HTML to paragraphs, in linear time.

A small scanner in place of `html.parser`, which starts again at every unclosed "<". Unclosed tags and comments are
text, so that nothing is lost of a text that only looks like HTML. So are tags of elements that nobody knows, like the
placeholder in "write <name> here", unless the text treats them as elements: closes them or gives them attributes.
"""

import html
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.formats.building import Builder
from reader.formats.inline import local
from reader.formats.tables import WIDEST, OpenCell
from reader.text import Figure, Kind, Mark, MarkKind, language_code

_SILENT = frozenset({"script", "style", "template"})
# In these "<" is an ordinary character until they are closed.
_RAW = frozenset({"script", "style"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_TERMS = frozenset({"dt", "dd"})
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
# Elements that begin and end a paragraph.
BLOCKS = (
    _HEADINGS
    | _LISTS
    | _CELLS
    | _TERMS
    | _ROW_GROUPS
    | frozenset(
        "address article aside audio blockquote body canvas caption center col colgroup details dialog div dl fieldset"
        " figcaption figure footer form frame frameset head header hgroup hr html iframe legend li link main meta nav"
        " noframes noscript object optgroup option p param pre search section select source summary svg table tr track"
        " textarea title video".split()
    )
)
_MARKS = {
    **dict.fromkeys(("b", "strong"), MarkKind.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn"), MarkKind.EMPHASIS),
    **dict.fromkeys(("u", "ins"), MarkKind.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike"), MarkKind.STRIKE),
    **dict.fromkeys(("code", "kbd", "samp", "var", "tt"), MarkKind.CODE),
    "sup": MarkKind.SUPER,
    "sub": MarkKind.SUB,
}
_OTHERS = frozenset(
    "a abbr acronym area b base basefont bdi bdo big blink br button center data datalist embed font img input label map"
    " mark marquee math meter nobr output picture progress q rb rp rt rtc ruby slot small span time wbr".split()
)
_KNOWN = BLOCKS | _SILENT | _OTHERS | frozenset(_MARKS)
# What an opening tag closes, and what is then not looked beyond.
_IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _LISTS | _CELLS),
    "p": (frozenset({"p"}), BLOCKS - {"p"}),
    **dict.fromkeys(_TERMS, (_TERMS, frozenset({"dl"}) | _CELLS)),
    **dict.fromkeys(_CELLS, (_CELLS | {"caption"}, frozenset({"table"}))),
    **dict.fromkeys({"tr"} | _ROW_GROUPS, (_CELLS | {"caption"}, frozenset({"table"}))),
}
# What a closing tag does not reach beyond. Frames of Markdown are named so that no element is called like them.
_BARRIER = frozenset({"markdown", "note"})
_IN_TABLE = _BARRIER | _CELLS

# A tag: up to a ">" outside quotation marks, else up to the first ">"; never across a "<" outside quotation marks.
# All attempts together are linear: at any character at most two of them are inside quotation marks, since attempts in
# different states (outside, in single or in double marks) are in different states after a mark, too.
_TAG = re.compile(r"</?([A-Za-z][^\s/<>\"']*+)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>|</?([A-Za-z][^\s/<>]*+)[^<>]*+>")
_BOGUS_END = re.compile(r"</[^<>]*+>")
_CLOSING = re.compile(rf"</({'|'.join(sorted(_SILENT))})\s*+>", re.IGNORECASE)
# The end of a comment may share the dashes of its beginning: "<!-->".
_SPECIAL = (("<!--", "-->", 2), ("<![CDATA[", "]]>", 9), ("<!", ">", 2), ("<?", ">", 2))
# Bounded, since Python refuses numbers of thousands of digits.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,12}(?![0-9])|#[xX][0-9a-fA-F]{1,12}(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{0,31});?")


_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'<>]++))?""")
_NAME = re.compile(r"<(/?)([A-Za-z][\w.:-]*+)")
_ALIGNED = re.compile(r"text-align\s*:\s*(left|center|right)")
_ALIGN = {"left": "l", "center": "c", "right": "r"}


def parse_html(markup: str) -> Builder:
    """Read a piece of HTML."""
    builder = Builder()
    HtmlWalk(builder, markup).block(markup)
    builder.unwind(0)
    return builder


def attributes(tag: str) -> Mapping[str, str]:
    """The attributes of a tag as it is written, their names in lower case, references decoded."""
    name = _NAME.match(tag)
    found = _ATTRIBUTE.findall(tag, name.end() if name else 1)
    return {key.lower(): unescaped(value.strip("\"'")) for key, value in reversed(found)}


def unescaped(text: str) -> str:
    """Text with its character references decoded."""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


@dataclass
class HtmlWalk:
    """Tells a builder what stands in HTML; `text` is the whole document, which shows what is used as an element."""

    builder: Builder
    text: str
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
        match = _NAME.match(tag)
        name = match[2].lower() if match else ""
        if match is None or not name:
            return
        if name not in _KNOWN and not self._is_element(name, tag):
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
        return frozenset(name.lower() for slash, name in _NAME.findall(self.text) if slash)

    @cached_property
    def _opened(self) -> frozenset[str]:
        return frozenset(name.lower() for slash, name in _NAME.findall(self.text) if not slash)

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
            inline.open(name, _MARKS.get(name))
        for mark in _around(given):
            inline.open(name, mark.kind, mark.href)

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
        elif name in _ROW_GROUPS and builder.tables:
            builder.tables[-1].head = False
        if name != "tr":
            builder.close(frozenset({name}), _BARRIER if name == "table" else _IN_TABLE - {name})

    def _open(self, name: str, given: Mapping[str, str]) -> None:
        builder, depth = self.builder, len(self.builder.frames)
        self._open_itself(name, given)
        if around := _around(given):
            if len(builder.frames) == depth:
                builder.enter(name)
            builder.around += around

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
        elif not builder.tables:
            return
        elif name == "tr":
            builder.tables[-1].begin_row()
        elif name in _ROW_GROUPS:
            builder.tables[-1].head = name == "thead"
        elif name == "caption":
            builder.enter("caption", plain=Kind.CAPTION)
        elif name in _CELLS:
            self._enter_cell(name, given)

    def _enter_cell(self, name: str, given: Mapping[str, str]) -> None:
        table = self.builder.tables[-1]
        if not table.rows:
            table.begin_row()
        rows, columns = (_span(given.get(key, "")) for key in ("rowspan", "colspan"))
        styled = _ALIGNED.search(given.get("style", ""))
        align = _ALIGN.get(styled[1] if styled else given.get("align", "").lower(), "")
        head = name == "th" or table.head
        self.builder.enter_cell(name, OpenCell(rows=rows, columns=min(columns, WIDEST + 1), head=head, align=align))


_PLAIN = {"dt": Kind.TERM, "dd": Kind.DEFINITION, "figcaption": Kind.CAPTION}
_ENTERED: dict[str, Callable[[Builder], object]] = {
    "blockquote": lambda builder: builder.enter_quote("blockquote"),
    "figure": lambda builder: builder.enter_figure("figure"),
    "dl": lambda builder: builder.enter("dl"),
}


def _around(given: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks that the attributes of an element put on all of its text."""
    if not given:
        return ()
    marks = ()
    if given.get("translate") == "no" or "notranslate" in given.get("class", "").split():
        marks = (Mark(0, 0, MarkKind.VERBATIM),)
    language = given.get("lang") or given.get("xml:lang")
    return (*marks, Mark(0, 0, MarkKind.LANGUAGE, language_code(language))) if language else marks


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


@dataclass
class Scanner:
    """Cuts HTML into text and tags, without what is not shown, of which it counts what has been left out."""

    markup: str
    left_out: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    # From which place on a string is known not to occur.
    absent: dict[str, int] = field(default_factory=dict)
    closings: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for match in _CLOSING.finditer(self.markup):
            self.closings.setdefault(match[1].lower(), []).append(match.start())

    def pieces(self) -> Iterator["str | re.Match[str]"]:
        """The pieces in order: text as it is written, and tags, which end with ">"."""
        position = 0
        while (found := self.markup.find("<", position)) >= 0:
            yield from self._text(position, found)
            match = _TAG.match(self.markup, found)
            if match is None:
                position = self._special(found)
                if position == found:
                    yield from self._text(found, found + 1)
                    position += 1
                continue
            position = match.end()
            if (match[1] or match[2]).lower() in _SILENT:
                position = self._enter_or_leave((match[1] or match[2]).lower(), match)
            elif not self.silent:
                yield match
        yield from self._text(position, len(self.markup))

    def _text(self, start: int, end: int) -> Iterator[str]:
        if start < end and not self.silent:
            yield self.markup[start:end]

    def _special(self, start: int) -> int:
        """Where to go on after the comment, section or instruction at `start`; `start` itself if there is none."""
        for opening, closing, skipped in _SPECIAL:
            if self.markup.startswith(opening, start):
                end = self._find(closing, start + skipped)
                if end >= 0:
                    self.left_out["comments"] += opening != "<!"
                    return end + len(closing)
        bogus = _BOGUS_END.match(self.markup, start)
        return bogus.end() if bogus is not None else start

    def _find(self, string: str, start: int) -> int:
        """Where `string` occurs next, or -1, which is remembered."""
        if start >= self.absent.get(string, len(self.markup) + 1):
            return -1
        found = self.markup.find(string, start)
        if found < 0:
            self.absent[string] = start
        return found

    def _enter_or_leave(self, name: str, tag: re.Match[str]) -> int:
        """Count the open elements that are not shown; returns where to go on."""
        if tag[0].startswith("</"):
            self.silent = max(self.silent - 1, 0)
            return tag.end()
        places = self.closings.get(name, [])
        following = bisect_left(places, tag.end())
        if tag[0].endswith("/>") or following == len(places):
            return tag.end()
        self.silent += 1
        self.left_out["scripts"] += 1
        return places[following] if name in _RAW else tag.end()
