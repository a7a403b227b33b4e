"""HTML to paragraphs, in linear time.

Tags of elements that nobody knows are text, like the placeholder in "write <name> here", unless the text treats them as
elements: closes them or gives them attributes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.components import is_component, show_component
from reader.formats.html_elements import (
    BARRIER,
    BLOCKS,
    CELLS,
    HEADINGS,
    IMPLIED,
    IN_TABLE,
    KNOWN,
    LISTS,
    MARKS,
    ROW_GROUPS,
    TABLE_OR_BARRIER,
    UNSHOWN,
)
from reader.formats.html_markers import is_size, list_markers
from reader.formats.html_notes import BLOCKS as NOTE_BLOCKS, HtmlNotes, leads_back, shown_label
from reader.formats.html_origins import Origins
from reader.formats.html_scanner import TAG_NAME, Scanner, attributes, element_name, unescaped
from reader.formats.inline import local
from reader.formats.tables import WIDEST, OpenCell
from reader.late_dataclasses import dataclass
from reader.text import BoxKind, Figure, Kind, Mark, MarkKind, language_code

_UNSEEN = re.compile(r"display\s*+:\s*+['\"]?none\b")
_ALIGNED = re.compile(r"text-align\s*:\s*(left|center|right)")
# What editors write where others have <b> and <i>; some wrap all that is copied in a <b> that is not bold.
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)\b")
_STYLES = {
    MarkKind.STRONG: re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)\b"),
    MarkKind.EMPHASIS: re.compile(r"font-style\s*:\s*(?:italic|oblique)\b"),
}
# The sizes of images that are there to be fetched, not seen.
_DOT = frozenset({"0", "1", "0px", "1px"})
# Fields of forms whose value a page shows.
_WITH_VALUES = frozenset({"text", "button", "email", "number", "reset", "search", "submit", "tel", "url"})
_ALIGN = {"left": "l", "center": "c", "right": "r"}


def parse_html(markup: str, *, placeholders: bool = True) -> Builder:
    """Read a piece of HTML, written by hand; with `placeholders` false by a program, whose tags are all tags."""
    builder = Builder()
    HtmlWalk(builder, markup, placeholders).block(markup)
    builder.unwind(0)
    return builder


def _same(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a piece of HTML is part of.

    Attributes:
        place: makes a name of the whole document of the name of a place.
        target: likewise of the address of a link; what leads elsewhere stays.
        image: the name of the file of an image, of its address.
        notes: those of the whole document.
    """

    place: Callable[[str], str] = _same
    target: Callable[[str], str] = local
    image: Callable[[str], str] = _same
    notes: HtmlNotes = field(default_factory=HtmlNotes)


@dataclass
class HtmlWalk:
    """Tells a builder what stands in HTML.

    `text` is the whole document, which shows what is used as an element, `placeholders` whether tags of elements that
    nobody knows may be text, `in_line` whether there is something behind a tag on its line, and `around` what it is
    part of; `origins` gets the places of the pieces if they are asked for.
    """

    builder: Builder
    text: str
    placeholders: bool = True
    lists: list[Iterator[str]] = field(default_factory=list)
    in_line: bool = False
    around: Surroundings = field(default_factory=Surroundings)
    origins: Origins | None = None

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
            if self.origins is not None:
                self.origins.add(piece, scanner.start, builder.inline)
        builder.end()
        builder.inline.opened.clear()
        builder.heading, builder.preformatted = 0, False

    def alone(self, tag: str) -> None:
        """Read a tag that is not inside a paragraph, however it is written."""
        self.builder.end()
        self.tag(tag)
        self.builder.end()
        self.builder.inline.opened.clear()

    def tag(self, tag: str) -> None:
        """Read a tag as it is written, "<b>"."""
        match = TAG_NAME.match(tag)
        name = element_name(match[2]) if match else ""
        if match is None or not name:
            return
        if name not in KNOWN and self.placeholders and not self._is_element(name, tag):
            self.builder.inline.append(tag)
            return
        if "=" in tag and is_component(match[2]):
            show_component(self.builder, tag, in_line=self.in_line)
        if name in BLOCKS:
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

    def _hides(self, name: str, tag: str) -> bool:
        """Whether a page does not show the element that a tag opens; one that is never closed is shown."""
        if not self.placeholders and name in UNSHOWN and name in self._closed:
            self.builder.left_out["hidden"] += not self.builder.hidden
            return True
        said = tag.lower()
        if not ("hidden" in said or "none" in said) or not (name == "img" or name in self._closed):
            return False
        given = attributes(tag)
        hidden = given.get("hidden", "{false}") != "{false}" or _UNSEEN.search(said) is not None
        self.builder.left_out["hidden"] += hidden and not self.builder.hidden
        return hidden

    # In a line

    def _inline_tag(self, name: str, tag: str, *, closing: bool) -> None:
        inline = self.builder.inline
        if name == "br":
            inline.append("\n")
        elif name == "q":
            inline.append('"')
        elif name in ("img", "image"):
            given = attributes(tag)
            if _is_dot(given):
                self.builder.left_out["hidden"] += not self.builder.hidden
            elif not self._hides(name, tag):
                self._img(given)
        elif name == "input":
            self._input(attributes(tag))
        elif closing:
            if name == "a":
                self._close_link()
            inline.close(name)
        elif not tag.endswith("/>"):
            self._open_inline(name, attributes(tag) if "=" in tag else {}, hidden=self._hides(name, tag))

    def _open_inline(self, name: str, given: Mapping[str, str], *, hidden: bool) -> None:
        self._named(given)
        inline = self.builder.inline
        if hidden:
            inline.open(name, None, hidden=True)
            return
        if name == "a":
            inline.close("a")  # they do not nest
            href = self.around.target(given.get("href", ""))
            if given.get("name"):
                self.builder.name(self.around.place(given["name"]))
            inline.open("a", MarkKind.LINK if href else None, href)
        else:
            kind, style = MARKS.get(name), given.get("style", "")
            inline.open(name, None if kind is MarkKind.STRONG and _LIGHT.search(style) else kind)
        for mark in (*self._around(given), *_styled(given.get("style", ""))):
            inline.open("", mark.kind, mark.href)  # closed with the element, being inside it

    def _close_link(self) -> None:
        """Before a link ends: it may be the reference of a note, or only lead back to one."""
        inline = self.builder.inline
        link = inline.innermost("a")
        if link is None or not link.href.startswith("#"):
            return
        text = inline.text_since(link)
        note = self.around.notes.places.get(link.href[1:])
        if note is not None and (label := shown_label(text)):
            inline.refer(link, f"[{label}]", f"#note:{note[1]}")
        elif any(box.kind is BoxKind.NOTE for box in self.builder.within) and leads_back(text):
            link.hidden = True

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
            self.builder.name(self.around.place(name))

    def _img(self, given: Mapping[str, str]) -> None:
        width, height = (int(given[key]) if is_size(given.get(key, "")) else 0 for key in ("width", "height"))
        self._named(given)
        text = " ".join(given.get("alt", "").split())
        self.builder.inline.image(text, Figure(self._source(given), width, height))

    def _source(self, given: Mapping[str, str]) -> str:
        address = given.get("src") or given.get("xlink:href") or given.get("href") or ""
        return self.around.image(address)

    def _input(self, given: Mapping[str, str]) -> None:
        if given.get("type") == "checkbox":
            sign = "☑" if "checked" in given else "☐"
            if self.builder.marker:
                self.builder.marker = sign
            else:
                self.builder.inline.append(sign + " ")
        elif given.get("type", "text") in _WITH_VALUES:
            self.builder.inline.append_collapsed(given.get("value") or given.get("placeholder") or "")

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
        if name in IMPLIED:
            builder.close(*IMPLIED[name])
        if name == "tr":
            builder.close(frozenset({name}), TABLE_OR_BARRIER)
        if not builder.deep and not self._enter_note(name, given):
            self._open(name, given, hidden=self._hides(name, tag))
        self._named(given)

    def _enter_note(self, name: str, given: Mapping[str, str]) -> bool:
        """Open a note, if that is what an element is."""
        place = given.get("id")
        note = self.around.notes.begin(self.around.place(place)) if place and name in NOTE_BLOCKS else None
        if note is not None:
            self.builder.enter_note(*note, name)
        return note is not None

    def _close(self, name: str) -> None:
        builder = self.builder
        if name in HEADINGS:
            builder.heading = 0
        elif name in ("pre", "textarea"):
            builder.preformatted = False
        elif name in ROW_GROUPS and self._in_table():
            builder.tables[-1].head = False
        # A cell ends with the next one; of rows only those that are hidden, or in a language, are open.
        inside = TABLE_OR_BARRIER if name == "tr" else BARRIER if name == "table" else IN_TABLE - {name}
        builder.close(frozenset({name}), inside)

    def _open(self, name: str, given: Mapping[str, str], *, hidden: bool) -> None:
        builder, depth = self.builder, len(self.builder.frames)
        self._open_itself(name, given)
        around = self._around(given)
        if (around or hidden) and len(builder.frames) == depth:
            builder.enter(name)
        builder.hidden = builder.hidden or hidden
        if around:
            # The innermost language counts, so that a hundred elements in each other leave one mark.
            builder.around = tuple({mark.kind: mark for mark in (*builder.around, *around)}.values())

    def _open_itself(self, name: str, given: Mapping[str, str]) -> None:
        if name in HEADINGS:
            self.builder.heading = int(name[1])
        elif name in ("pre", "textarea"):
            self.builder.preformatted = True
        elif name in LISTS:
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
        markers = list_markers(given) if name == "ol" else iter(lambda: "•", "")
        self.lists.append(markers)
        self.builder.enter(name, leave=self.lists.pop)

    def _enter_item(self, given: Mapping[str, str]) -> None:
        marker = next(self.lists[-1]) if self.lists else "•"
        if is_size(given.get("value", "")) and marker != "•":
            self.lists[-1] = list_markers({"start": given["value"]})
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
        elif name in ROW_GROUPS:
            builder.tables[-1].head = name == "thead"
        elif name == "caption":
            builder.enter("caption", plain=Kind.CAPTION)
        elif name in CELLS:
            self._enter_cell(name, given)

    def _in_table(self) -> bool:
        """Whether the innermost table is one of HTML, and nothing of Markdown is in it."""
        frames = (frame.name for frame in reversed(self.builder.frames) if frame.name in TABLE_OR_BARRIER)
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


def _is_dot(given: Mapping[str, str]) -> bool:
    return given.get("width") in _DOT and given.get("height") in _DOT


def _span(value: str) -> int:
    return max(int(value), 1) if is_size(value) else 1
