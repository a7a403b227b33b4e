"""Follows the words of command of a file of rich text, from its beginning to its end."""

from collections.abc import Callable

from reader import late_re as re
from reader.formats.rtf.content import Content, RowShape, Story, Text
from reader.formats.rtf.groups import Collected, Group
from reader.formats.rtf.looks import LETTER_WORDS, PARAGRAPH_WORDS, Letters, Shape
from reader.formats.rtf.stories import Running
from reader.formats.rtf.tokens import BRACE, CODE, NAME, NUMBER, SIGN, TEXT, TOKEN, end_of_group
from reader.formats.rtf.words import (
    CHARSETS,
    NAMED_PAGES,
    SIGNS,
    SIGNS_CHARSET,
    SYMBOLS,
    UNSHOWN,
    code_page,
)

# No program nests groups deeper.
_DEEPEST = 2000
_FRESH, _STARRED = 1, 2
# Of letters beyond U+FFFF.
_HALVES = re.compile("[\ud800-\udfff]")
# In these a letter may be told by another command that looks like it.
_LIKE_SIGNS = frozenset({*SIGNS, "u"}) - {"u", "tab", "line", "page", "column", "lbr"}


class Parser:
    """Reads a file.

    Attributes:
        data: the file, a letter for each byte.
        content: what has been read.
        now: the group that is open.
        plain, plain_shape: letters and paragraphs of which nothing is said.
    """

    def __init__(self, data: bytes, begins: "Callable[[Parser, str], bool]") -> None:
        """Begin at the beginning; `begins` opens what a word begins, if it begins something of its own."""
        self._begins = begins
        self.data = data.decode("latin-1")
        self.plain, self.plain_shape = Letters(), Shape()
        body = Running(self)
        self.content = Content(body.story)
        self.body = body
        self.now = Group(0, self.plain, self.plain_shape, 1, body)
        self._around: list[Group] = []
        self._utf8 = _is_utf8(data)
        self._fresh = self._skip = 0
        self._start = self._end = 0
        self._raw: list[str] = []
        self._parts: list[str] = []
        self._jump, self._last = -1, len(self.data)
        self.row = RowShape()
        self.section, self.titled_sections = 0, set[int]()
        self.furniture: list[tuple[str, str, int, Story]] = []

    def begin_row(self) -> None:
        """What is said next is said of another row."""
        if self.now.row is not None:
            self.now.row = RowShape()
        else:
            self.row = RowShape()

    def parse(self) -> Content:
        """Read it all."""
        place, size = max(self.data.find("{\\rtf"), 0), len(self.data)
        while place < size:
            self._jump = -1
            for token in TOKEN.finditer(self.data, place):
                kind = token.lastindex
                if kind == TEXT:
                    self._text(token)
                elif kind in (NAME, NUMBER):
                    self._word(token)
                elif kind == BRACE:
                    self._brace(token)
                elif kind == CODE:
                    self._code(token)
                elif kind == SIGN:
                    self._sign(token)
                if self._jump >= 0:
                    break
            else:
                break
            place = self._jump
        while len(self._around) > 1:
            self._close(size)
        self._flush()
        self.body.finish(min(self._last, size), self.now)
        self.content.furniture = [
            (label, story)
            for label, which, section, story in self.furniture
            if which != "f" or section in self.titled_sections
        ]
        return self.content

    def skip_group(self) -> None:
        """Go on at the end of the group that is open."""
        self._jump = end_of_group(self.data, self.now.start + 1)

    # Letters

    def _text(self, token: "re.Match[str]") -> None:
        text = token[0]
        if self._skip:
            self._end = token.start() + min(self._skip, len(text))
            text, self._skip = text[self._skip :], max(self._skip - len(text), 0)
            if not text:
                return
        if self._fresh and not text.isspace():
            self._fresh = 0
        self._begin(token.end() - len(text), token.end())
        if self._utf8 and not text.isascii():
            self._settle()
            self._parts.append(text.encode("latin-1").decode("utf-8", "replace"))
        else:
            self._raw.append(text)

    def _code(self, token: "re.Match[str]") -> None:
        self._fresh = 0
        self._byte(chr(int(token[CODE], 16)), token)

    def _byte(self, byte: str, token: "re.Match[str]") -> None:
        if self._skip:
            self._skip -= 1
            self._end = token.end()
            return
        self._begin(token.start(), token.end())
        self._raw.append(byte)

    def _sign(self, token: "re.Match[str]") -> None:
        sign = token[SIGN]
        if sign == "*":
            self._fresh = _STARRED if self._fresh else 0
        elif sign in "\r\n":
            self._fresh = self._skip = 0
            self._flush()
            self.now.sink.word("par", 1, token.start(), token.end())
        elif sign in SYMBOLS:
            self._fresh = 0
            self._show(SYMBOLS[sign], token)
        elif sign in "\\{}":  # perhaps the second half of a letter
            self._fresh = 0
            self._byte(sign, token)

    def _show(self, text: str, token: "re.Match[str]") -> None:
        if self._skip:
            self._skip -= 1
            self._end = token.end()
            return
        self._begin(token.start(), token.end())
        self._settle()
        self._parts.append(text)

    def _begin(self, start: int, end: int) -> None:
        if not self._raw and not self._parts:
            self._start = start
        self._end = end

    def _settle(self) -> None:
        """Turn codes into letters."""
        if self._raw:
            raw = "".join(self._raw)
            self._raw = []
            if not raw.isascii() or self._page_here() == "":
                raw = self._decoded(raw)
            self._parts.append(raw)

    def _decoded(self, raw: str) -> str:
        page = self._page_here()
        return raw.encode("latin-1").decode(page, "replace") if page else raw

    def _page_here(self) -> str:
        """The code page of letters in the font that is set here; "" for a font of signs."""
        letters = self.now.letters
        if letters.own_font < 0 and isinstance(self.now.sink, Collected):
            return self.content.page
        return self.content.page_of(letters)

    def _flush(self) -> None:
        """Give on the letters that have been read."""
        if not self._raw and not self._parts:
            return
        self._settle()
        text = "".join(self._parts)
        if not text.isascii() and _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._parts = []
        now = self.now
        now.sink.text(Text(self._start, self._end, text, now.letters, now.field, now.fallback))

    # Words

    def _word(self, token: "re.Match[str]") -> None:
        name, number = token[NAME], token[NUMBER]
        fresh, self._fresh = self._fresh, 0
        if name == "u" and number is not None:
            self._unicode(int(number), token)
            return
        if self._skip:
            if name in _LIKE_SIGNS:
                self._show("", token)
                return
            self._skip = 0
        if name in SIGNS:
            self._show(SIGNS[name], token)
            return
        self._flush()
        now = self.now
        if name in LETTER_WORDS:
            now.letters = now.letters.after(token[0], name, number, self.plain)
        elif name in PARAGRAPH_WORDS:
            now.shape = now.shape.after(token[0], name, number, self.plain_shape)
            if not isinstance(now.sink, Running):
                now.sink.word(name, int(number or 1), token.start(), token.end())
        elif not fresh or not self._opens(name, starred=fresh == _STARRED):
            self._command(name, number, token)

    def _opens(self, name: str, *, starred: bool) -> bool:
        """Whether a word begins something of its own; what is not to be read is passed over."""
        if self._begins(self, name):
            return True
        if starred or name in UNSHOWN:
            self.skip_group()
            return True
        return False

    def _command(self, name: str, number: str | None, token: "re.Match[str]") -> None:
        value = int(number) if number is not None else 1
        if name == "bin":
            self._jump = min(token.end() + max(value, 0), len(self.data))
        elif name == "uc":
            self.now.fallback = min(max(value, 0), 10)
        elif name in _SETTINGS:
            _SETTINGS[name](self, value)
        elif name in NAMED_PAGES:
            self.content.page = NAMED_PAGES[name]
        else:
            self.now.sink.word(name, value, token.start(), token.end())

    def _unicode(self, number: int, token: "re.Match[str]") -> None:
        if number < 0:
            number += 0x10000
        letter = chr(number) if 0 < number < 0x110000 else "\ufffd"
        self._skip = 0
        self._show(letter, token)
        self._skip = self.now.fallback

    def _set_page(self, number: int) -> None:
        self.content.page = code_page(number) or self.content.page

    def _set_font(self, number: int) -> None:
        self.content.font = number

    def _set_language(self, number: int) -> None:
        self.content.language = self.plain.language = number

    def set_font_page(self, font: int, *, charset: int = -1, page: int = -1) -> None:
        """A font has letters of this character set, or this code page."""
        if charset == SIGNS_CHARSET:
            self.content.pages[font] = ""
        elif charset in CHARSETS:
            # The fonts of the usual set have the letters of the file where that is of another part of the world.
            self.content.pages[font] = CHARSETS[charset]
        elif page > 0 and (name := code_page(page)):
            self.content.pages[font] = name

    # Groups

    def _brace(self, token: "re.Match[str]") -> None:
        self._skip = 0
        self._flush()
        if token[BRACE] == "}":
            self._fresh = 0
            if len(self._around) > 1:
                self._close(token.end())
            else:  # what stands behind the text belongs to no program
                self._last, self._jump = token.start(), len(self.data)
            return
        if len(self._around) >= _DEEPEST:
            self._jump = end_of_group(self.data, token.end()) + 1
            return
        self._fresh = _FRESH
        self._around.append(self.now)
        self.now = self.now.inner(token.start())

    def _close(self, end: int) -> None:
        self._flush()
        leaving = self.now
        self.now = self._around.pop()
        if leaving.leave is not None:
            leaving.leave(end)


_SETTINGS: dict[str, Callable[[Parser, int], None]] = {
    "ansicpg": Parser._set_page,
    "deff": Parser._set_font,
    "deflang": Parser._set_language,
}


def _is_utf8(data: bytes) -> bool:
    """Whether letters outside ASCII are in UTF-8, which no program should write but some do."""
    if data.isascii():
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
