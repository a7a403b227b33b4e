"""The text of a paragraph and its marks as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reader import late_re as re
from reader.export.markdown.marks import TAGS, prepared
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind, Paragraph

# What Markdown or a dialect of it takes for mark-up anywhere in a line, and at the beginning of one.
_SPECIAL = re.compile(r"([\\`*_\[\]<|~${^]|!(?=\[)|&(?=#?\w))")
# Signs that begin a comment, a highlighted or an inserted stretch where they are two.
_DOUBLE = re.compile(r"%(?=%)|(?<![\w=])=(?==[^\s=])|(?<![\w+])\+(?=\+[^\W_])")
_NUMBER_START = re.compile(r"^([^\S\n]*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)  # not "12.50"
_SIGN_START = re.compile(
    r"^([^\S\n]*)([#>]|-(?=[\s-]|$)|\+(?=[\s+]|$)|=(?=[=\s]|$)|:(?=[-:\s]|$)|!(?=!!)|\?(?=\?\?))", re.MULTILINE
)
# Lines of code in MDX, which has no escape for them but a reference for the first letter.
_CODE_START = re.compile(
    r"^([^\S\n]*)([ie])(?=mport\s[^\n]*['\"][^'\"\n]+['\"];?[^\S\n]*$|xport\s+(?:default|const|let|var|async|function|\\\{))",
    re.MULTILINE,
)
# Code has delimiters of varying length, see `_code`.
_DELIMITERS = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*", MarkKind.STRIKE: "~~", MarkKind.CODE: ""}
_DELIMITERS |= {MarkKind.MATH: "$", MarkKind.NOTE: "", MarkKind.IMAGE: "", MarkKind.VERBATIM: ""}


@dataclass(frozen=True, slots=True)
class References:
    """How references are written.

    Attributes:
        notes: of each note in the file ("#note:0") its label.
        images: of each image ("figure:0") its address.
    """

    notes: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)

    def __contains__(self, name: object) -> bool:
        """Whether there is the note or image."""
        return name in self.notes or name in self.images

    def written(self, mark: Mark) -> str:
        """A reference to a note, or an image without a description."""
        return f"[^{self.notes[mark.href]}]" if mark.href in self.notes else image("", self.images[mark.href])


_NONE = References()


def inline_markdown(paragraph: Paragraph, references: References = _NONE) -> str:
    """The text of a paragraph with its marks but not its kind; a backslash ends each line but the last."""
    ready = prepared(paragraph, references)
    return "".join(_pieces(ready.text, ready.marks, references)).replace("\n", "\\\n")


def image(description: str, address: str) -> str:
    """An image; the description is Markdown."""
    return f"![{description}](<{_target(address)}>)"


def link(text: str, address: str) -> str:
    """A link; the text is Markdown."""
    return f"[{text}](<{_target(address)}>)"


def _pieces(text: str, marks: Sequence[Mark], references: References) -> Iterator[str]:
    """Text and delimiters; the marks are nested and in order."""
    opened: list[Mark] = []
    done = 0

    def until(place: int) -> Iterator[str]:
        nonlocal done
        while opened and opened[-1].end <= place:
            mark = opened.pop()
            yield _written(text, done, mark.end, mark, references)
            yield _close(mark)
            done = mark.end
        yield _written(text, done, place, opened[-1] if opened else None, references)
        done = place

    for mark in marks:
        yield from until(mark.start)
        opened.append(mark)
        yield _open(mark)
    yield from until(len(text))


def _written(text: str, start: int, end: int, inside: Mark | None, references: References) -> str:
    """A stretch of text: escaped, or as it is `inside` code, mathematics, a command or a reference."""
    if inside and inside.kind is MarkKind.CODE:
        return _code(text[start:end]) if start < end else ""
    if inside and inside.kind in (MarkKind.MATH, MarkKind.VERBATIM):
        return text[start:end]
    if inside and inside.kind in (MarkKind.NOTE, MarkKind.IMAGE):
        return references.written(inside) if start < end else ""
    # After a delimiter nothing is at the start of a line.
    shown = text[start:end]
    written = _escaped(shown, (not start or text[start - 1] == "\n") and not (inside and inside.start == start))
    # With the bracket of a link it would be an image.
    return f"{written[:-1]}\\!" if end < len(text) and shown.endswith("!") else written


def _open(mark: Mark) -> str:
    if tag := TAGS.get(mark.kind):
        return f"<{tag}>"
    return "[" if mark.kind is MarkKind.LINK else _DELIMITERS[mark.kind]


def _close(mark: Mark) -> str:
    if tag := TAGS.get(mark.kind):
        return f"</{tag}>"
    if mark.kind is not MarkKind.LINK:
        return _DELIMITERS[mark.kind]
    return f"](<{_target(mark.href)}>)" if mark.href else "]()"


def _target(address: str) -> str:
    return re.sub(r"([\\<>&])", r"\\\1", address)


def _code(text: str) -> str:
    fence = "`" * (1 + longest_ticks(text))
    space = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{space}{text}{space}{fence}"


def longest_ticks(text: str) -> int:
    """How long the longest run of backticks is."""
    return max(map(len, re.findall("`+", text)), default=0)


def _escaped(text: str, at_line_start: bool) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    if "%%" in text or "==" in text or "++" in text:
        escaped = _DOUBLE.sub(r"\\\g<0>", escaped)
    first, newline, rest = escaped.partition("\n")
    if at_line_start:
        first = _escaped_start(first)
    return first + newline + _escaped_start(rest)


def _escaped_start(text: str) -> str:
    """Escape what would begin a heading, list, table or rule; a number is escaped after its digits."""
    signs = _NUMBER_START.sub(r"\1\\\2", _SIGN_START.sub(r"\1\\\2", text))
    if "port" not in signs:
        return signs
    return _CODE_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", signs)
