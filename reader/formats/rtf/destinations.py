"""What begins something of its own in a file of rich text: notes, fields, furniture, and what else there is."""

from collections.abc import Callable
from functools import partial

from reader.formats.docx.numbering import bullet
from reader.formats.docx.symbols import symbol
from reader.formats.rtf.beginning import BEGINNING
from reader.formats.rtf.content import Boxed, Content, Field, Name, Reference, RowShape, Text
from reader.formats.rtf.drawn import DRAWN, opens_formula
from reader.formats.rtf.groups import Collected, Sink
from reader.formats.rtf.opening import collect, go_on, plain_text, story_of
from reader.formats.rtf.parsing import Parser
from reader.formats.rtf.stories import Running

# No program nests fields deeper.
_DEEPEST_FIELD = 20
_FURNITURE = ("header", "footer")


# Texts of their own


def _begin(parser: Parser) -> Running:
    """Begin a story in the group that is open."""
    story = Running(parser)
    now = parser.now
    now.sink, now.field, now.drawing, now.row = story, None, None, None
    now.letters, now.shape, now.story = parser.plain, parser.plain_shape, story
    return story


def _note(parser: Parser) -> None:
    outer, now = story_of(parser), parser.now
    start, letters, field = now.start, now.letters, now.field
    story = _begin(parser)

    def leave(end: int) -> None:
        story.finish(end - 1, now)
        if outer is not None:
            outer.add(Reference(start, end, letters, field, story.story, story.kind))

    now.leave = leave


def _furniture(parser: Parser, label: str, which: str) -> None:
    now, section = parser.now, parser.section
    story = _begin(parser)

    def leave(end: int) -> None:
        story.finish(end - 1, now)
        parser.furniture.append((label, which, section, story.story))

    now.leave = leave


def _box(parser: Parser) -> None:
    """The text of a box that is drawn."""
    outer, now = story_of(parser), parser.now
    start, letters, field = now.start, now.letters, now.field
    story = _begin(parser)

    def leave(end: int) -> None:
        story.finish(end - 1, now)
        if outer is not None and story.story.items:
            outer.add(Boxed(start, end, letters, field, story.story))

    now.leave = leave


def _marker(parser: Parser) -> None:
    """The number or bullet of a paragraph, as a program has written it."""
    outer = story_of(parser)

    def use(collected: Collected) -> None:
        if outer is not None:
            letter = collected.whole.strip()
            if len(letter) == 1 and not letter.isdigit():
                outer.marker = bullet(letter, parser.content.font_of(collected.texts[0].letters))
            else:
                outer.marker = " ".join(plain_text(parser, collected.texts).split())
            outer.listed = True

    collect(parser, use)


def _name(parser: Parser) -> None:
    outer, start = story_of(parser), parser.now.start

    def leave(end: int) -> None:
        if outer is not None:
            outer.add(Name(start, end, parser.now.letters, parser.now.field, collected.whole.strip()))

    collected = Collected()
    parser.now.sink, parser.now.leave = collected, leave


def _comment(parser: Parser) -> None:
    parser.content.comments += 1
    parser.skip_group()


# Fields


def _field(parser: Parser) -> None:
    around = parser.now.field
    depth = around.depth + 1 if around is not None else 0
    if depth > _DEEPEST_FIELD:
        around, depth = None, 0
    field = parser.now.field = Field(parser.now.start, around, depth=depth)
    outer = story_of(parser)
    count, letters = outer.count if outer is not None else 0, parser.now.letters

    def leave(end: int) -> None:
        field.end = end
        shown = field.lasting or (outer is not None and outer.count > count)
        value = "" if shown else field.value or _symbol(field.code)
        if value and outer is not None:
            outer.text(Text(field.start, end, value, letters, field, sign=True))

    parser.now.leave = leave


def _symbol(code: str) -> str:
    """The sign that a field shows that names one."""
    parts = code.split('"')
    words = parts[0].split()
    if len(words) < 2 or words[0].upper() != "SYMBOL":
        return ""
    try:
        number = int(words[1], 16 if words[1].lower().startswith("0x") else 10)
    except ValueError:
        return ""
    return symbol(parts[1] if len(parts) > 1 else "", number)


def _code(parser: Parser) -> None:
    field, start, code = parser.now.field, parser.now.start, Collected()

    def leave(end: int) -> None:
        if field is not None:
            field.code += code.whole
            field.said = start, end

    parser.now.sink, parser.now.leave = code, leave


class _Form(Sink):
    """A field of a form: a box that is checked or not, or a list of which something has been chosen."""

    def __init__(self) -> None:
        self.parts, self.entries = dict[str, int](), list[str]()

    def word(self, name: str, number: int, start: int, end: int) -> None:
        self.parts[name] = number

    @property
    def value(self) -> str:
        kind, chosen = self.parts.get("fftype", 0), self.parts.get("ffres", 25)
        if chosen == 25:
            chosen = self.parts.get("ffdefres", 0)
        if kind == 1:
            return "☑" if chosen else "☐"
        return self.entries[chosen] if kind == 2 and 0 <= chosen < len(self.entries) else ""


def _form(parser: Parser) -> None:
    form, field = _Form(), parser.now.field

    def leave(_end: int) -> None:
        if field is not None:
            field.value = form.value

    parser.now.sink, parser.now.leave = form, leave


def _entry(parser: Parser) -> None:
    form = parser.now.sink
    if isinstance(form, _Form):
        collect(parser, lambda collected: form.entries.append(collected.whole.strip()))
    else:
        parser.skip_group()


def _two_ways(parser: Parser) -> None:
    """Text that is said in two ways: the second, in Unicode, counts."""
    parser.now.before = parser.now.sink
    parser.now.sink = Sink()


def _second_way(parser: Parser) -> None:
    parser.now.sink = parser.now.before or Sink()


def _inner_row(parser: Parser) -> None:
    parser.now.row = RowShape()


_DESTINATIONS: dict[str, Callable[[Parser], object]] = {
    **BEGINNING,
    **DRAWN,
    "footnote": _note,
    **{
        f"{label}{which}": partial(_furniture, label=label, which=which)
        for label in _FURNITURE
        for which in ("", "l", "r", "f")
    },
    **dict.fromkeys(("shptxt", "dptxbxtext"), _box),
    **dict.fromkeys(("listtext", "pntext"), _marker),
    "bkmkstart": _name,
    "annotation": _comment,
    "field": _field,
    "fldrslt": go_on,
    "fldinst": _code,
    "formfield": _form,
    "ffl": _entry,
    "mmath": go_on,
    "upr": _two_ways,
    "ud": _second_way,
    "nesttableprops": _inner_row,
    "nonesttables": Parser.skip_group,
}


def content_of(data: bytes) -> Content:
    """What a file consists of."""
    return Parser(data, _opens).parse()


def _opens(parser: Parser, name: str) -> bool:
    """Whether a word begins something of its own."""
    if opens_formula(parser, name):
        return True
    opened = _DESTINATIONS.get(name)
    if opened is not None:
        opened(parser)
    return opened is not None
