"""What stands at the beginning of a file of rich text: its fonts and styles, and what it says about itself."""

from collections.abc import Callable
from functools import partial

from reader.formats.rtf.content import Style, Text
from reader.formats.rtf.groups import Collected, Sink
from reader.formats.rtf.lists import level_reader, list_reader
from reader.formats.rtf.opening import collect, drop, go_on
from reader.formats.rtf.parsing import Parser


class _Fonts(Sink):
    """The table of fonts."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    def text(self, text: Text) -> None:
        name = text.text.strip().removesuffix(";").strip()
        if name:
            self._parser.content.fonts.setdefault(text.letters.font, name)

    def word(self, name: str, number: int, start: int, end: int) -> None:
        if name == "fcharset":
            self._parser.set_font_page(self._parser.now.letters.font, charset=number)
        elif name == "cpg":
            self._parser.set_font_page(self._parser.now.letters.font, page=number)


class _Styles(Sink):
    """The table of styles."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._name, self._based, self._other = "", -1, False

    def text(self, text: Text) -> None:
        self._name += text.text
        if not self._name.rstrip().endswith(";"):
            return
        name, shape = self._name.strip().rstrip(";").strip(), self._parser.now.shape
        kind, number = ("cs", text.letters.style) if text.letters.style else ("s", shape.style)
        if not self._other:
            style = Style(name, self._based, text.letters, shape)
            self._parser.content.styles.setdefault((kind, number), style)
        self._name, self._based, self._other = "", -1, False

    def word(self, name: str, number: int, start: int, end: int) -> None:
        if name == "sbasedon":
            self._based = number
        elif name in ("ts", "ds"):
            self._other = True


def _fonts(parser: Parser) -> None:
    parser.now.sink = _Fonts(parser)


def _styles(parser: Parser) -> None:
    parser.now.sink = _Styles(parser)


# What the file says about itself


class _Day(Sink):
    """A day."""

    def __init__(self) -> None:
        self.parts = dict[str, int]()

    def word(self, name: str, number: int, start: int, end: int) -> None:
        self.parts[name] = number

    @property
    def written(self) -> str:
        year, month, day = (self.parts.get(name, 0) for name in ("yr", "mo", "dy"))
        return f"{year:04}-{month:02}-{day:02}" if year and month and day else ""


def _info(parser: Parser, name: str) -> None:
    def use(collected: Collected) -> None:
        parser.content.info.setdefault(name, " ".join(collected.whole.split()))

    collect(parser, use)


def _created(parser: Parser) -> None:
    day = _Day()
    parser.now.sink = day
    parser.now.leave = lambda _: parser.content.info.setdefault("date", day.written)


BEGINNING: dict[str, Callable[[Parser], object]] = {
    "fonttbl": _fonts,
    "stylesheet": _styles,
    **dict.fromkeys(("cs", "ts", "ds"), go_on),
    **dict.fromkeys(("listtable", "listoverridetable"), list_reader),
    "listlevel": level_reader,
    "info": drop,
    **{name: partial(_info, name=name) for name in ("title", "author")},
    "creatim": _created,
}
