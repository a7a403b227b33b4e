"""The text of a paragraph and its marks as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reader import late_re as re
from reader.export.markdown.marks import TAGS, prepared
from reader.formats import code_span, escaped
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind, Paragraph

# Code has delimiters of varying length, see `code_span`.
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


def inline_markdown(paragraph: Paragraph, references: References = _NONE, *, begins_lines: bool = True) -> str:
    """The text of a paragraph with its marks but not its kind; a backslash ends each line but the last.

    Unless it `begins_lines`, what is mark-up only there is written as it is: "1." in a heading.
    """
    ready = prepared(paragraph, references)
    return "".join(_pieces(ready.text, ready.marks, references, begins_lines)).replace("\n", "\\\n")


def image(description: str, address: str) -> str:
    """An image; the description is Markdown."""
    return f"![{description}](<{_target(address)}>)"


def link(text: str, address: str) -> str:
    """A link; the text is Markdown."""
    return f"[{text}](<{_target(address)}>)"


def _pieces(text: str, marks: Sequence[Mark], references: References, begins_lines: bool) -> Iterator[str]:
    """Text and delimiters; the marks are nested and in order."""
    opened: list[Mark] = []
    done = 0

    def until(place: int) -> Iterator[str]:
        nonlocal done
        while opened and opened[-1].end <= place:
            mark = opened.pop()
            yield _written(text, done, mark.end, mark, references, begins_lines)
            yield _close(mark)
            done = mark.end
        yield _written(text, done, place, opened[-1] if opened else None, references, begins_lines)
        done = place

    for mark in marks:
        yield from until(mark.start)
        opened.append(mark)
        yield _open(mark)
    yield from until(len(text))


def _written(text: str, start: int, end: int, inside: Mark | None, references: References, begins_lines: bool) -> str:
    """A stretch of text: escaped, or as it is `inside` code, mathematics, a command or a reference."""
    if inside and inside.kind is MarkKind.CODE:
        return code_span(text[start:end]) if start < end else ""
    if inside and inside.kind in (MarkKind.MATH, MarkKind.VERBATIM):
        return text[start:end]
    if inside and inside.kind in (MarkKind.NOTE, MarkKind.IMAGE):
        return references.written(inside) if start < end else ""
    # After a delimiter nothing is at the start of a line.
    shown = text[start:end]
    begins = begins_lines and (not start or text[start - 1] == "\n") and not (inside and inside.start == start)
    written = escaped(shown if begins_lines else shown.replace("\n", " "), at_line_start=begins)
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
