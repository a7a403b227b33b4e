"""The text of a piece of HTML, in linear time.

A small scanner in place of `html.parser`, which starts again at every unclosed "<". Unclosed tags and comments are
text, so that nothing is lost of a text that only looks like HTML.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

# Elements that end a paragraph, and those that are not shown.
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLES_AND_LISTS = frozenset({"table", "tr", "td", "th", "ul", "ol", "li"})
_BLOCKS = _HEADINGS | _TABLES_AND_LISTS | {"p", "div", "br", "section", "article", "header", "footer"}
_SILENT = frozenset({"script", "style", "template"})
# In these "<" is an ordinary character until they are closed.
_RAW = frozenset({"script", "style"})

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


def html_texts(markup: str) -> list[str]:
    """The paragraphs of a piece of HTML without tags and comments; references decoded, white space collapsed.

    Scripts, styles and templates are left out if they are closed.
    """
    texts = (" ".join(text.split()) for text in _Scanner(markup).texts())
    return [text for text in texts if text]


@dataclass
class _Scanner:
    markup: str
    silent: int = 0
    parts: list[str] = field(default_factory=list)
    # From which place on a string is known not to occur.
    absent: dict[str, int] = field(default_factory=dict)
    closings: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for match in _CLOSING.finditer(self.markup):
            self.closings.setdefault(match[1].lower(), []).append(match.start())

    def texts(self) -> Iterator[str]:
        """The text between block elements, white space unchanged."""
        position = 0
        while (found := self.markup.find("<", position)) >= 0:
            self._text(position, found)
            match = _TAG.match(self.markup, found)
            if match is None:
                position = self._special(found)
                continue
            position = match.end()
            if (name := (match[1] or match[2]).lower()) in _BLOCKS:
                yield self._taken()
            elif name in _SILENT:
                position = self._enter_or_leave(name, match)
        self._text(position, len(self.markup))
        yield self._taken()

    def _text(self, start: int, end: int) -> None:
        if start < end and not self.silent:
            self.parts.append(_REFERENCE.sub(lambda match: html.unescape(match[0]), self.markup[start:end]))

    def _taken(self) -> str:
        text = "".join(self.parts)
        self.parts.clear()
        return text

    def _special(self, start: int) -> int:
        """Skip the comment, section or instruction at `start`, or take the "<" as text; returns where to go on."""
        for opening, closing, skipped in _SPECIAL:
            if self.markup.startswith(opening, start):
                end = self._find(closing, start + skipped)
                if end >= 0:
                    return end + len(closing)
        bogus = _BOGUS_END.match(self.markup, start)
        if bogus is not None:
            return bogus.end()
        self._text(start, start + 1)
        return start + 1

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
        return places[following] if name in _RAW else tag.end()
