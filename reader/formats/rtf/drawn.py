"""What is drawn in a file of rich text: pictures, shapes, objects of other programs, formulas."""

from collections.abc import Callable

from reader.formats.rtf.content import Field, Formula, Picture, Text
from reader.formats.rtf.groups import Collected, Drawing, Sink
from reader.formats.rtf.looks import Letters
from reader.formats.rtf.maths import Formulas
from reader.formats.rtf.opening import collect, go_on, story_of
from reader.formats.rtf.parsing import Parser

_TWIPS = 15  # a pixel
_DESCRIPTION = "wzDescription"
# What is shown of all kinds of pictures.
_SHOWN = frozenset({"pngblip", "jpegblip"})


class _Sizes(Sink):
    """A picture: of its letters, which are its bytes, nothing is kept."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing

    def word(self, name: str, number: int, start: int, end: int) -> None:
        if name == "picwgoal":
            self._drawing.width = number // _TWIPS
        elif name == "pichgoal":
            self._drawing.height = number // _TWIPS
        elif name in _SHOWN:
            self._drawing.picture = 0, 0


def _picture(parser: Parser) -> None:
    around, outer = parser.now.drawing, story_of(parser)
    drawing = parser.now.drawing = Drawing()
    parser.now.sink = _Sizes(drawing)
    start, letters, field = parser.now.start, parser.now.letters, parser.now.field

    def leave(end: int) -> None:
        if drawing.picture is not None:
            drawing.picture = start, end
        if around is not None:
            around.has_picture, around.picture = True, drawing.picture
            around.width, around.height = drawing.width, drawing.height
        elif outer is not None:
            outer.add(_pictured(drawing, start, end, letters, field, floating=False))

    parser.now.leave = leave


def _pictured(
    drawing: Drawing, start: int, end: int, letters: Letters, field: Field | None, *, floating: bool
) -> Picture:
    said = drawing.properties.get(_DESCRIPTION)
    text, span = (said.text, (said.start, said.end)) if said is not None else ("", (0, 0))
    fallback = said.fallback if said is not None else 1
    words = " ".join(text.split())
    size = drawing.width, drawing.height
    return Picture(start, end, letters, field, words, span, floating, *size, fallback, drawing.picture)


def _drawn(parser: Parser) -> None:
    """A shape with its properties, which may be a picture or have text in it."""
    outer = story_of(parser)
    drawing = parser.now.drawing = Drawing()
    parser.now.story, parser.now.sink = outer, Sink()
    start, letters, field = parser.now.start, parser.now.letters, parser.now.field

    def leave(end: int) -> None:
        if drawing.has_picture and outer is not None:
            outer.add(_pictured(drawing, start, end, letters, field, floating=True))

    parser.now.leave = leave


def _property(parser: Parser) -> None:
    parser.now.sink = Sink()


def _property_name(parser: Parser) -> None:
    drawing = parser.now.drawing

    def use(collected: Collected) -> None:
        if drawing is not None:
            drawing.name = collected.whole.strip()

    collect(parser, use)


def _property_value(parser: Parser) -> None:
    drawing = parser.now.drawing

    def use(collected: Collected) -> None:
        if drawing is not None and collected.texts:
            first, last = collected.texts[0], collected.texts[-1]
            said = Text(first.start, last.end, collected.whole, first.letters, None, first.fallback)
            drawing.properties.setdefault(drawing.name, said)

    collect(parser, use)


class _Object(Sink):
    """An object of another program."""

    def __init__(self, parser: Parser) -> None:
        self._content = parser.content

    def word(self, name: str, number: int, start: int, end: int) -> None:
        if name in ("objemb", "objlink", "objocx"):
            self._content.objects += 1


def _object(parser: Parser) -> None:
    parser.now.story = story_of(parser)
    parser.now.sink = _Object(parser)


def _result(parser: Parser) -> None:
    """What is shown of an object or of letters that are said in two ways."""
    outer = story_of(parser)
    parser.now.sink = outer if outer is not None else Sink()


def _formula(parser: Parser) -> None:
    outer, now = story_of(parser), parser.now
    formulas = Formulas()
    now.sink = formulas

    def leave(end: int) -> None:
        if outer is not None and (text := formulas.written):
            outer.add(Formula(now.start, end, now.letters, now.field, text))

    now.leave = leave


def opens_formula(parser: Parser, name: str) -> bool:
    """Whether a word begins a part of a formula."""
    sink = parser.now.sink
    if not isinstance(sink, Formulas) or not sink.open(name):
        return False
    parser.now.leave = lambda _: sink.close()
    return True


DRAWN: dict[str, Callable[[Parser], object]] = {
    "pict": _picture,
    **dict.fromkeys(("shppict", "shp", "shpgrp", "picprop"), go_on),
    **dict.fromkeys(("shpinst", "do"), _drawn),
    "sp": _property,
    "sn": _property_name,
    "sv": _property_value,
    "object": _object,
    "result": _result,
    "moMath": _formula,
}
