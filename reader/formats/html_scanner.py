"""Cuts HTML into text and tags, in linear time.

A small scanner in place of `html.parser`, which starts again at every unclosed "<". Unclosed tags and comments are
text, so that nothing is lost of a text that only looks like HTML.
"""

import html
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field

from reader import late_re as re
from reader.late_dataclasses import dataclass

# What stands in these is not shown, if they are closed.
SILENT = frozenset({"script", "style", "template"})
# In these "<" is an ordinary character until they are closed.
_RAW = frozenset({"script", "style"})

# A tag: up to a ">" outside quotation marks, else up to the first ">"; never across a "<" outside quotation marks.
# All attempts together are linear: at any character at most two of them are inside quotation marks, since attempts in
# different states (outside, in single or in double marks) are in different states after a mark, too.
_TAG = re.compile(
    r"</?([A-Za-z][^\s/<>\"']*+)(?>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*)>"
    r"|</?([A-Za-z][^\s/<>]*+)[^<>]*+>"
)
_BOGUS_END = re.compile(r"</[^<>]*+>")
_CLOSING = re.compile(rf"</({'|'.join(sorted(SILENT))})\s*+>", re.IGNORECASE)
# The end of a comment may share the dashes of its beginning: "<!-->".
_SPECIAL = (("<!--", "-->", 2), ("<![CDATA[", "]]>", 9), ("<!", ">", 2), ("<?", ">", 2))
# Bounded, since Python refuses numbers of thousands of digits.
REFERENCE = re.compile(r"&(?:#[0-9]{1,12}(?![0-9])|#[xX][0-9a-fA-F]{1,12}(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{0,31});?")


_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'<>]++))?""")
# The beginning of a tag: whether it closes, and the name.
TAG_NAME = re.compile(r"<(/?)([A-Za-z][\w.:-]*+)")


def element_name(written: str) -> str:
    """The name of an element in lower case; that of a formula without its prefix, as XML may have one."""
    name = written.lower()
    return "math" if name.endswith(":math") else name


def attributes(tag: str) -> Mapping[str, str]:
    """The attributes of a tag as it is written, their names in lower case, references decoded."""
    name = TAG_NAME.match(tag)
    found = _ATTRIBUTE.findall(tag, name.end() if name else 1)
    return {key.lower(): unescaped(value.strip("\"'")) for key, value in reversed(found)}


def unescaped(text: str) -> str:
    """Text with its character references decoded."""
    return REFERENCE.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


@dataclass
class Scanner:
    """Cuts HTML into text and tags, without what is not shown, of which it counts what has been left out."""

    markup: str
    left_out: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    # Where the text begins that was cut last.
    start: int = 0
    # From which place on a string is known not to occur.
    absent: dict[str, int] = field(default_factory=dict)
    closings: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find where elements that are not shown end."""
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
            if (match[1] or match[2]).lower() in SILENT:
                position = self._enter_or_leave((match[1] or match[2]).lower(), match)
            elif not self.silent:
                yield match
        yield from self._text(position, len(self.markup))

    def _text(self, start: int, end: int) -> Iterator[str]:
        if start < end and not self.silent:
            self.start = start
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
