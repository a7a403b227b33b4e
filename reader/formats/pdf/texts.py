"""The text of a paragraph put together from its lines: words made whole, looks and links as marks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader import late_re as re
from reader.formats.inline import Inline
from reader.formats.pdf.lines import Line
from reader.formats.pdf.values import Piece
from reader.formats.plain_division import Divided
from reader.late_dataclasses import dataclass
from reader.text import MarkKind

_DASHES = frozenset("–—")
_HYPHENS = ("-", "\u2010", "\u00ad")
# From here on scripts have no spaces between words.
_FIRST_WITHOUT_SPACES = "\u2e80"
# An address that goes on in the next line.
_ADDRESS = re.compile(r"(?:://|www\.)(?:\S*[/.?&=_])?$")
# What is under a mark of a look, with the attribute of `Run` that tells so.
_KINDS = (
    ("bold", MarkKind.STRONG),
    ("italic", MarkKind.EMPHASIS),
    ("mono", MarkKind.CODE),
    ("doubtful", MarkKind.MISREAD),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    bold: bool = False
    italic: bool = False
    mono: bool = False
    raised: int = 0
    href: str = ""
    page: int = -1
    doubtful: bool = False

    def alike(self, other: "Run") -> bool:
        """Whether another looks and leads the same."""
        return self._look() == other._look()

    def _look(self) -> tuple[object, ...]:
        return self.bold, self.italic, self.mono, self.raised, self.href, self.doubtful


@dataclass(slots=True)
class Texts:
    """Puts texts together.

    Attributes:
        divided: knows which words are divided at the ends of lines.
        note: gives the reference of a note on a page by its label, or "".
    """

    divided: Divided
    note: Callable[[int, str], str]

    def add(self, inline: Inline, lines: Sequence[Line], *, heading: bool = False, kept: bool = False) -> None:
        """Add the words of lines to a paragraph; a heading is bold by itself, and lines that are `kept` stay lines."""
        pieces = [piece for line in lines for piece in line.pieces]
        ignored = {kind for kind in ("bold", "italic", "mono") if heading or _all(pieces, kind)}
        ignored -= set() if heading else {"italic"}
        for run in _joined(self._runs(lines, ignored, kept=kept)):
            self._append(inline, run)

    def _runs(self, lines: Sequence[Line], ignored: set[str], *, kept: bool) -> Iterator[Run]:
        for place, line in enumerate(lines):
            after = lines[place + 1] if place + 1 < len(lines) else None
            for piece in line.pieces:
                if piece.before and piece is not line.pieces[0]:
                    yield Run(piece.before)
                yield _run(piece, piece.text, line.page, ignored)
            if after is not None and kept:
                yield Run("\n")
            elif after is not None:
                yield from self._line_end(line, after)

    def _line_end(self, line: Line, after: Line) -> Iterator[Run]:
        """What stands between two lines; "\\b" takes the hyphen before it away."""
        text = line.text
        if not text.endswith(_HYPHENS):
            if text[-1:] in _DASHES and text[-2:-1].isalnum() and after.text[:1].isalnum():
                return  # "2020–0686"
            if not _ADDRESS.search(text) and not (text[-1:] >= _FIRST_WITHOUT_SPACES <= after.text[:1]):
                yield Run(" ")
            return
        left, _ = self.divided.joined(text, after.text)
        if left != text:
            yield Run(" " if left.endswith(" ") else "\b")

    def _append(self, inline: Inline, run: Run) -> None:
        if run.raised == 1 and (href := self.note(run.page, run.text.strip())):
            inline.marked(run.text, MarkKind.NOTE, href)
            return
        opened = [kind for name, kind in _KINDS if getattr(run, name)]
        opened += [MarkKind.SUPER] * (run.raised == 1) + [MarkKind.SUB] * (run.raised == -1)
        if run.href:
            inline.open("link", MarkKind.LINK, run.href)
        for kind in opened:
            inline.open(kind, kind)
        inline.append(run.text)
        for kind in reversed(opened):
            inline.close(kind)
        inline.close("link")


def _all(pieces: Sequence[Piece], kind: str) -> bool:
    return all(getattr(piece.look, kind) for piece in pieces)


def _run(piece: Piece, text: str, page: int, ignored: set[str]) -> Run:
    look = piece.look
    bold, italic, mono = look.bold, look.italic, look.mono
    return Run(
        text,
        bold and "bold" not in ignored,
        italic and "italic" not in ignored,
        mono and "mono" not in ignored,
        piece.raised,
        piece.href,
        page,
        piece.doubtful,
    )


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs without those that go on as the one before; a space between such is part of them."""
    current: Run | None = None
    parts: list[str] = []
    space = ""
    for run in runs:
        if run.text == "\b":
            if parts:
                parts[-1] = parts[-1][:-1]
        elif not run.text.strip():
            space = space or run.text
        elif current is not None and current.alike(run):
            parts += (space, run.text)
            space = ""
        else:
            if current is not None:
                yield replace(current, text="".join(parts))
            if space:
                yield Run(space)
            current, parts, space = run, [run.text], ""
    if current is not None:
        yield replace(current, text="".join(parts))
