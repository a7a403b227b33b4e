"""What a file of rich text has, to compare: letters with their looks, and commands, however the letters are written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reader.formats.rtf.looks import LETTER_WORDS
from reader.formats.rtf.tokens import BRACE, CODE, NAME, NUMBER, SIGN, TEXT, TOKEN
from reader.formats.rtf.words import CHARSETS, NAMED_PAGES, SIGNS, SYMBOLS, code_page

# A letter or a command, and what it looks like or its number.
Token = tuple[str, object]
# What says in which language something is, and when it was written.
_GONE = frozenset({"lang", "langnp", "langfe", "langfenp", "alang", "noproof", "deflang", "deflangfe"})
_GONE |= {"insrsid", "charrsid"}
_SHAPES = frozenset({"super", "sub", "nosupersub"})
# Signs that end more than a line.
_ENDS = frozenset({"page", "column"})
# What stands between the letters before and behind it; other commands are about all of a paragraph.
_BETWEEN = frozenset({"par", "cell", "nestcell", "row", "nestrow", "sect", "chftn", "chpgn", "bin", "*", *_ENDS})


@dataclass(frozen=True)
class _State:
    """What is said of the letters in a group; `shown` tells whether the group is a token of its own."""

    looks: Mapping[str, str] = field(default_factory=dict)
    fallback: int = 1
    shown: bool = False

    def after(self, name: str, number: str) -> "_State":
        """The state behind a command about letters."""
        if name == "plain":
            return replace(self, looks={})
        about = "shape" if name in _SHAPES else "underline" if name.startswith("ul") and name != "ulc" else name
        is_off = number == "0" or name in ("nosupersub", "ulnone")
        looks = {each: said for each, said in self.looks.items() if each != about}
        return replace(self, looks=looks if is_off else {**looks, about: name + number})

    @property
    def look(self) -> tuple[tuple[str, str], ...]:
        """What is equal for letters that look alike."""
        return tuple(sorted(self.looks.items()))


def tokens(part: bytes) -> list[Token]:
    """What a file has, without languages; groups that only say how letters look are none."""
    found: list[Token] = []
    letters: list[Token] = []
    for token in _Canonical(part.decode("latin-1")).tokens():
        if len(token[0]) == 1 and token[1] is not None:
            letters.append(token)
            continue
        if token[0].removeprefix("\\") in _BETWEEN or token[1] is None:
            found += letters
            letters = []
        found.append(token)
    return found + letters


class _Canonical:
    def __init__(self, data: str) -> None:
        self._data, self._place = data, 0
        self._state, self._around = _State(), list[_State]()
        self._letters, self._units, self._skip = bytearray(), bytearray(), 0
        self._page, self._pages, self._font = "cp1252", dict[str, str](), ""

    def tokens(self) -> Iterator[Token]:
        while found := TOKEN.match(self._data, self._place):
            self._place = found.end()
            kind = found.lastindex
            if kind == TEXT and self._skip:
                self._place = found.start() + min(self._skip, len(found[0]))
                self._skip -= self._place - found.start()
            elif kind == TEXT:
                yield from self._wide()
                self._letters += found[0].encode("latin-1")
            elif kind == CODE and self._skip:
                self._skip -= 1
            elif kind == CODE:
                yield from self._wide()
                self._letters.append(int(found[CODE], 16))
            elif kind == BRACE:
                yield from self._flushed()
                yield from self._brace(found[0])
            elif kind == SIGN:
                yield from self._sign(found[SIGN])
            elif kind in (NAME, NUMBER):
                yield from self._command(found[NAME], found[NUMBER] or "")
        yield from self._flushed()

    def _flushed(self) -> Iterator[Token]:
        """The letters that have been read."""
        yield from self._narrow()
        yield from self._wide()
        self._skip = 0

    def _narrow(self) -> Iterator[Token]:
        page = self._pages.get(self._state.looks.get("f", self._font), self._page)
        letters, self._letters = self._letters, bytearray()
        yield from ((letter, self._state.look) for letter in letters.decode(page, "replace"))

    def _wide(self) -> Iterator[Token]:
        letters, self._units = self._units, bytearray()
        yield from ((letter, self._state.look) for letter in letters.decode("utf-16-le", "surrogatepass"))

    def _brace(self, brace: str) -> Iterator[Token]:
        if brace == "{":
            self._around.append(self._state)
            self._state = replace(self._state, shown=self._is_shown())
        if self._state.shown:
            yield brace, None
        if brace == "}" and self._around:
            self._state = self._around.pop()

    def _is_shown(self) -> bool:
        """Whether the group that has just begun is more than letters with looks."""
        place = self._place
        while (found := TOKEN.match(self._data, place)) and found.lastindex is None:
            place = found.end()
        if found is None or found.lastindex not in (NAME, NUMBER, SIGN):
            return False
        name = found[NAME]
        return name not in LETTER_WORDS | SIGNS.keys() | {"uc", "u"} if name else found[SIGN] == "*"

    def _sign(self, sign: str) -> Iterator[Token]:
        if self._skip:
            self._skip -= 1
            return
        yield from self._flushed()
        yield (SYMBOLS.get(sign, sign), self._state.look) if sign != "*" else ("\\*", None)

    def _command(self, name: str, number: str) -> Iterator[Token]:
        if name == "u":
            yield from self._narrow()
            self._units += (int(number) & 0xFFFF).to_bytes(2, "little")
            self._skip = self._state.fallback
            return
        yield from self._flushed()
        if name == "uc":
            self._state = replace(self._state, fallback=int(number or 1))
        elif name in LETTER_WORDS - _GONE:
            self._state = self._state.after(name, number)
            if name == "f":
                self._pages.setdefault(f"f{number}", self._page)
        elif name in SIGNS.keys() - _ENDS:
            yield SIGNS[name], self._state.look
        elif name not in _GONE:
            self._said(name, number)
            yield f"\\{name}", number
            if name == "bin":
                end = self._place + int(number)
                yield self._data[self._place : end], None
                self._place = end

    def _said(self, name: str, number: str) -> None:
        """What a command says of how letters are written."""
        if name in NAMED_PAGES:
            self._page = NAMED_PAGES[name]
        elif name == "ansicpg":
            self._page = code_page(int(number)) or self._page
        elif name == "deff":
            self._font = f"f{number}"
        elif name == "fcharset" and CHARSETS.get(int(number)):
            self._pages[self._state.looks.get("f", "")] = CHARSETS[int(number)]
