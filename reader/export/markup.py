"""XML and HTML in which text stays text: whatever is not made here is escaped.

A `Markup` is markup; any other string is data. `element` is the one way from the one to the other, so that
nothing in a document can become an element, an attribute or an instruction.
"""

import re
from collections.abc import Iterable, Mapping

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# What XML 1.0 forbids, what it and HTML discourage (C1 controls, noncharacters), and byte-order marks.
_NONCHARACTERS = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef{_NONCHARACTERS}]")
# The ampersand first, for the others bring it.
_REFERENCES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))

# Elements of HTML that have no end tag; everything else gets one, which XML allows too.
_VOID = frozenset({"br", "hr", "link", "meta"})


class Markup(str):
    """A piece of XML or HTML that is ready to be written."""

    __slots__ = ()


def clean(text: str) -> str:
    """`text` with whatever ends a line as "\\n", without characters that XML 1.0 forbids or HTML warns of.

    Half a surrogate pair becomes U+FFFD, the replacement character.
    """
    if text.isprintable():  # has nothing of the kind; fast, for what is most text
        return text
    return _CONTROLS.sub("", _SURROGATES.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """`text` clean and in one line, for titles and captions."""
    return " ".join(clean(text).split())


def element(name: str, attributes: Mapping[str, str | None] | None = None, /, *children: str) -> Markup:
    """An element; children that are no `Markup` are text, and an attribute that is None is left out.

    The names are the program's own, never taken from a document.
    """
    written = ""
    for key, value in (attributes or {}).items():
        if value is not None:
            written += f' {key}="{_escaped(value)}"'
    if not children and (":" in name or name in _VOID):
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[str]) -> Markup:
    """Several pieces as one; those that are no `Markup` are text."""
    return Markup("".join([child if type(child) is Markup else _escaped(child) for child in children]))


def wrapped(before: Markup, text: str, after: Markup) -> Markup:
    """Text between two pieces: what `element` gives, faster, where only the text of many elements differs."""
    return Markup(f"{before}{_escaped(text)}{after}")


def broken(text: str) -> Markup:
    """Text whose line ends are elements, for where white space is not kept."""
    first, *others = clean(text).split("\n")
    return joined([first, *(part for line in others for part in (element("br"), line))])


def _escaped(text: str) -> str:
    text = clean(text)
    for character, reference in _REFERENCES:
        if character in text:
            text = text.replace(character, reference)
    return text
