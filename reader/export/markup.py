"""Building XML and HTML with all text escaped.

A `Markup` is markup; any other string is text. Only the functions here turn text into markup, so that nothing
in a document can become an element, an attribute or an instruction.
"""

from collections.abc import Iterable, Mapping

from reader import late_re as re

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# What XML 1.0 forbids, what it and HTML discourage (C1 controls, noncharacters), and byte-order marks.
_NONCHARACTERS = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef{_NONCHARACTERS}]")
# The ampersand first, since the other references contain one.
_REFERENCES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))

# HTML elements without an end tag; all others get one, which XML allows too.
_VOID = frozenset({"br", "hr", "link", "meta"})


class Markup(str):
    """A piece of XML or HTML, escaped already."""

    __slots__ = ()


def clean(text: str) -> str:
    """`text` with all line ends as "\\n" and without characters that XML 1.0 forbids or discourages.

    A lone surrogate becomes U+FFFD, the replacement character.
    """
    if text.isprintable():  # has none of these; a fast path for most text
        return text
    return _CONTROLS.sub("", _SURROGATES.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """`text` cleaned and on one line, for titles and captions."""
    return " ".join(clean(text).split())


def element(name: str, attributes: Mapping[str, str | None] | None = None, /, *children: str) -> Markup:
    """An element. Children that are not `Markup` are escaped; attributes that are None are left out.

    Names must not come from a document: they are not escaped.
    """
    written = ""
    for key, value in (attributes or {}).items():
        if value is not None:
            written += f' {key}="{_escaped(value)}"'
    if not children and (":" in name or name in _VOID):
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[str]) -> Markup:
    """The children joined; those that are not `Markup` are escaped."""
    return Markup("".join([child if type(child) is Markup else _escaped(child) for child in children]))


def wrapped(before: Markup, text: str, after: Markup) -> Markup:
    """Text between two pieces: faster than `element` for many elements that differ only in their text."""
    return Markup(f"{before}{_escaped(text)}{after}")


def broken(text: str) -> Markup:
    """Text with <br> elements for line ends, for places where white space is collapsed."""
    first, *others = clean(text).split("\n")
    return joined([first, *(part for line in others for part in (element("br"), line))])


def _escaped(text: str) -> str:
    text = clean(text)
    for character, reference in _REFERENCES:
        if character in text:
            text = text.replace(character, reference)
    return text
