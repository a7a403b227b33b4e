"""Generated Markdown documents with every construct, nested, and what an independent renderer shows of them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import mistune
from hypothesis import strategies as st
from lxml import html

from reader.formats.parsed import Parsed

_SENTENCE = "brød Åse gikk 7 fjell ja 1905 øl hjemme i går mel vann over elva tolv"
_WORDS = st.sampled_from(_SENTENCE.split())
_PLUGINS = ["table", "footnotes", "strikethrough", "task_lists", "def_list", "math"]


@dataclass
class _Writer:
    draw: st.DrawFn
    notes: list[str] = field(default_factory=list)
    count: int = 0

    def words(self, most: int = 5) -> str:
        self.count += 1
        return f"{' '.join(self.draw(st.lists(_WORDS, min_size=1, max_size=most)))} w{self.count}"

    def line(self, *, notes: bool = True) -> str:
        """One line of a paragraph, with what may stand in it."""
        pieces = [self.words()]
        kinds = ["plain", "strong", "link", "code", "strike", "html", "sup", "image", "math"] + ["note"] * notes
        for kind in self.draw(st.lists(st.sampled_from(kinds), max_size=3)):
            pieces.append(self._piece(kind))
        return " ".join(pieces)

    def _piece(self, kind: str) -> str:
        text = self.words(3)
        match kind:
            case "strong":
                return f"**{text} *{self.words(2)}***"
            case "link":
                return f"[{text}](https://eksempel.no/a_b)"
            case "code":
                return f"`{text} <b>`"
            case "strike":
                return f"~~{text}~~"
            case "html":
                return f'<b title="borte">{text}<br>{self.words(2)}</b><!-- borte -->'
            case "sup":
                return "10<sup>6</sup> og H<sub>2</sub>O"
            case "image":
                return f"ved ![{text}](bilde.png) der"
            case "math":
                return f"$x_{self.count}+y$"
            case "note":
                return self._note(text)
        return text

    def _note(self, text: str) -> str:
        label = f"n{len(self.notes)}"
        self.notes.append(label)
        return f"{text}[^{label}]"

    def block(self, depth: int = 0) -> Iterator[str]:
        """The lines of a block; it is followed by a blank one."""
        simple = ["paragraph", "heading", "code", "rule", "html", "math", "definitions", "figure"]
        kind = self.draw(st.sampled_from(simple + ["table", "list", "quote"] * (depth < 3)))
        yield from getattr(self, f"_{kind}")(depth)

    def _paragraph(self, _: int) -> Iterator[str]:
        for _line in range(self.draw(st.integers(1, 3))):
            yield self.line()

    def _heading(self, _: int) -> Iterator[str]:
        yield f"{'#' * self.draw(st.integers(1, 6))} {self.words()}"

    def _code(self, _: int) -> Iterator[str]:
        yield from ("```py", self.words(), "", f"    {self.words()} <i>", "```")

    def _rule(self, _: int) -> Iterator[str]:
        yield "***"

    def _math(self, _: int) -> Iterator[str]:
        yield from ("$$", f"a_{self.count} + b", "$$")

    def _definitions(self, _: int) -> Iterator[str]:
        yield self.words()
        for _definition in range(self.draw(st.integers(1, 2))):
            yield f": {self.line(notes=False)}"

    def _figure(self, _: int) -> Iterator[str]:
        yield f"![{self.words()}](bilde.png)"

    def _html(self, _: int) -> Iterator[str]:
        kind = self.draw(st.sampled_from(["table", "list", "details", "figure", "nested"]))
        a, b, c, d = (self.words() for _ in range(4))
        match kind:
            case "table":
                yield f"<table><caption>{a}</caption><tr><th colspan=2>{b}</th></tr><tr><td>{c}<td>{d}</table>"
            case "list":
                yield f"<ol><li>{a}<ul><li>{b}</li></ul></li><li><p>{c}</p><p>{d}</p></li></ol>"
            case "details":
                yield f"<details><summary>{a}</summary>{b}<dl><dt>{c}<dd>{d}</dl></details>"
            case "figure":
                yield f'<figure><img src="x.png" alt="{a}"><figcaption>{b}</figcaption></figure><center>{c}</center>{d}'
            case "nested":
                yield f"<table><tr><td>{a}<table><tr><td>{b}<td>{c}</table><td><ul><li>{d}</ul></table>"

    def _table(self, _: int) -> Iterator[str]:
        columns = self.draw(st.integers(1, 4))
        yield f"| {' | '.join(self.words(2) for _ in range(columns))} |"
        yield f"|{'|'.join(self.draw(st.sampled_from(['---', ':--', '--:', ':-:'])) for _ in range(columns))}|"
        for _row in range(self.draw(st.integers(0, 3))):
            yield f"| {' | '.join(self.line() if self.draw(st.booleans()) else '' for _ in range(columns))} |"

    def _list(self, depth: int) -> Iterator[str]:
        marker = self.draw(st.sampled_from(["- ", "1. ", "* ", "- [ ] ", "- [x] "]))
        indent = " " * (3 if marker == "1. " else 2)
        for _item in range(self.draw(st.integers(1, 3))):
            yield marker + self.line()
            yield ""
            if self.draw(st.booleans()):
                yield from (indent + line if line else "" for line in self.block(depth + 1))
                yield ""

    def _quote(self, depth: int) -> Iterator[str]:
        for _block in range(self.draw(st.integers(1, 2))):
            yield from (f"> {line}" for line in self.block(depth + 1))
            yield ">"

    def definitions(self) -> Iterator[str]:
        """The notes."""
        for label in self.notes:
            yield from (f"[^{label}]: {self.words()}", "")


@st.composite
def markdown_texts(draw: st.DrawFn, largest: int = 6) -> str:
    """A Markdown text of up to `largest` blocks."""
    writer = _Writer(draw)
    lines = list[str]()
    for _ in range(draw(st.integers(1, largest))):
        lines += [*writer.block(), ""]
    return "\n".join([*lines, *writer.definitions()])


def rendered(text: str) -> str:
    """The letters and digits that mistune shows of a text, images by their descriptions."""
    page = html.fromstring(f"<div>{mistune.create_markdown(escape=False, plugins=_PLUGINS)(text)}</div>")
    for image in page.iter("img"):
        image.tail = f" {image.get('alt', '')} {image.tail or ''}"
    for comment in page.xpath("//comment()"):
        comment.text = ""
    return letters(" ".join(page.itertext()))


def read(parsed: Parsed) -> str:
    """The letters and digits of all paragraphs."""
    return letters(" ".join(paragraph.text for paragraph in parsed.paragraphs))


def letters(text: str) -> str:
    """The letters and digits of a text, raised and lowered ones like others."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
