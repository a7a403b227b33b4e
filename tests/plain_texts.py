"""Random plain texts with structure for property tests, and what a page shows of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

_VOCABULARY = "Åse gikk hjem over fjellet i går med 7 sekker mel og 12 egg til kaka som alle ventet på den kvelden"
WORDS = st.sampled_from(_VOCABULARY.split())
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
SENTENCES = st.lists(WORDS, min_size=2, max_size=25).map(lambda words: f"{' '.join(words).capitalize()}.")
SURE_BULLETS = "•▪◦‣●○☐☑✓→"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


@dataclass(frozen=True)
class Part:
    """Lines of a text, and what a page shows of them in reading order."""

    lines: tuple[str, ...]
    shown: str


def _as_is(*lines: str) -> Part:
    return Part(lines, "\n".join(lines))


PROSE = st.lists(SENTENCES, min_size=1, max_size=4).map(lambda found: _as_is(" ".join(found)))
LINES = st.lists(PHRASES, min_size=2, max_size=6).map(lambda found: _as_is(*found))
SPEECH = st.lists(SENTENCES, min_size=1, max_size=3).map(lambda found: _as_is(*(f"– {s}" for s in found)))
HEADINGS = st.tuples(
    st.sampled_from(["§ {}.", "§ {}-2.", "Kapittel {}.", "Del {}", "Vedlegg {}:", "Art. {}.", "{}.3"]),
    st.integers(1, 99),
    PHRASES,
    SENTENCES,
).map(lambda found: _as_is(f"{found[0].format(found[1])} {found[2].capitalize()}", found[3]))


def markers(count: int) -> st.SearchStrategy[Sequence[str]]:
    """So many markers of one list."""
    bullets = st.sampled_from([*SURE_BULLETS, "-", "*", "+"]).map(lambda bullet: [bullet] * count)
    numbers: list[Callable[[int], str]] = [
        lambda n: f"{n + 1}.",
        lambda n: f"{n + 1})",
        lambda n: f"({n + 1})",
        lambda n: f"{'abcdefgh'[n]})",
        lambda n: f"({'abcdefgh'[n]})",
        lambda n: f"{'ABCDEFGH'[n]}.",
        lambda n: f"{_ROMAN[n]})",
        lambda n: f"{_ROMAN[n].upper()}.",
        lambda n: f"1.{n + 1}",
    ]
    ordered = st.sampled_from(numbers).map(lambda number: [number(n) for n in range(count)])
    return st.one_of(bullets, ordered)


@st.composite
def lists(draw: st.DrawFn, depth: int = 0) -> Part:
    """A list with lists in its items, one indented by what the marker takes."""
    lines: list[str] = []
    for marker in draw(markers(draw(st.integers(2, 5)))):
        lines.append(f"{marker} {draw(PHRASES)}")
        if depth < 3 and draw(st.integers(0, 3)) == 0:
            inner = draw(lists(depth + 1))
            lines += [f"{' ' * (len(marker) + 1)}{line}" for line in inner.lines]
    return _as_is(*lines)


ROWS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(PHRASES | st.just(""), min_size=columns, max_size=columns), min_size=2, max_size=5
    )
)


def barred(rows: Sequence[Sequence[str]]) -> Part:
    """A table between bars, with a ruler below its head."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    ruler = f"|{'|'.join('---' for _ in rows[0])}|"
    return Part((lines[0], ruler, *lines[1:]), "\n".join(lines))


def boxed(rows: Sequence[Sequence[str]], width: int = 8) -> Part:
    """A table in boxes with a double border below its head, every word of its cells on a line of its own."""
    border = "+" + "+".join("-" * (width + 2) for _ in rows[0]) + "+"
    lines = [border]
    for row in rows:
        cells = [cell.split() for cell in row]
        for n in range(max(1, *map(len, cells))):
            lines.append("|" + "|".join(f" {(cell[n] if n < len(cell) else ''):{width}} " for cell in cells) + "|")
        lines.append(border if row is not rows[0] else border.replace("-", "="))
    return Part(tuple(lines), "\n".join(cell for row in rows for cell in row))


TABLES = st.one_of(
    ROWS.map(barred),
    ROWS.map(boxed),
    ROWS.map(lambda rows: _as_is(*("\t".join(row) for row in rows))),
    ROWS.map(lambda rows: _as_is(*("".join(f"{cell:40}" for cell in row) for row in rows))),
)


def quoted(part: Part) -> Part:
    """A part as mail quotes it."""
    return Part(tuple(f"> {line}" for line in part.lines), part.shown)


BLOCKS = st.recursive(
    st.one_of(PROSE, LINES, SPEECH, HEADINGS, lists(), TABLES, st.just(Part(("---",), ""))),
    lambda inner: inner.map(quoted),
    max_leaves=3,
)


def whole(parts: Sequence[Part]) -> Part:
    """A text of these parts, with blank lines between."""
    return _as_one("\n\n".join("\n".join(part.lines) for part in parts), "\n".join(part.shown for part in parts))


def _as_one(text: str, shown: str) -> Part:
    return Part(tuple(text.split("\n")), shown)


TEXTS = st.lists(BLOCKS, min_size=1, max_size=8).map(whole)
