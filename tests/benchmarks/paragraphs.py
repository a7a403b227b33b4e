"""Which line ends of wrapped text are found: `python -m tests.benchmarks.paragraphs --data FOLDER [--step N]`.

FOLDER has `sentences-dev.nb.txt` and `flores-dev.en`, a sentence a line. Up to five are joined to a paragraph, which
ends at a line without punctuation at its end. The paragraphs are wrapped at every width from 30 to 140 in five ways:
greedily, with the least raggedness, with divided words, with an indent instead of blank lines, and format=flowed; and
mixed with verse, addresses, tables, lists, minutes and quoted mail that a generator makes. Prints one line of JSON: F1
of the joins, mean and least of the widths, for each way; and how many line ends of verse, addresses, tables and labels
were joined by mistake.
"""

import argparse
import json
import random
import statistics
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.formats.plaintext import parse_plain_text
from tests.wrapped_texts import asides, hyphenated, optimal

WIDTHS = range(30, 141)
WAYS = ("greedy", "optimal", "hyphenated", "indented", "flowed")
AT_ONCE, PARAGRAPHS = 5, 40


@dataclass
class Made:
    """Lines of a text; for each, whether its end is a wrap, None where that is not asked; and what must stay."""

    lines: list[str] = field(default_factory=list)
    wraps: list[bool | None] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, lines: Sequence[str], kind: str = "prose", *, wrapped: bool = True) -> None:
        """Add lines of a paragraph or block, which ends with them."""
        self.lines += lines
        self.wraps += [wrapped] * (len(lines) - 1) + [False]
        self.kinds += [kind] * len(lines)

    def blank(self) -> None:
        """Add a blank line."""
        self.lines.append("")
        self.wraps.append(None)
        self.kinds.append("")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--step", type=int, default=1, help="every so many widths")
    parser.add_argument("--show", type=int, default=0, help="so many of the mistakes")
    given = parser.parse_args()
    sources = [paragraphs(given.data / name) for name in ("sentences-dev.nb.txt", "flores-dev.en")]
    result: dict[str, object] = {}
    wrong: dict[str, int] = {}
    shown = 0
    for way in WAYS:
        by_width = {}
        for width in WIDTHS[:: given.step]:
            counts = [0, 0, 0]
            for number, source in enumerate(sources):
                chance = random.Random(1000 * width + number)
                start = chance.randrange(max(1, len(source) - PARAGRAPHS))
                made = mixed(source[start : start + PARAGRAPHS], width, way, chance)
                for place, kind, expected, found in compared(made):
                    counts[0] += expected and found
                    counts[1] += found and not expected
                    counts[2] += expected and not found
                    if expected != found and shown < given.show:
                        shown += 1
                        print(way, width, kind, "missed" if expected else "JOINED", made.lines[place : place + 2])
                    if found and not expected:
                        wrong[kind] = wrong.get(kind, 0) + 1
            by_width[width] = 2 * counts[0] / max(1, 2 * counts[0] + counts[1] + counts[2])
        worst = min(by_width, key=by_width.__getitem__)
        result[way] = {
            "mean": round(statistics.mean(by_width.values()), 4),
            "min": round(by_width[worst], 4),
            "at": worst,
            "below_995": [width for width, f1 in by_width.items() if f1 < 0.995],
        }
    print(json.dumps(result | {"joined_by_mistake": wrong}))


def paragraphs(path: Path) -> list[str]:
    """The sentences of a file as paragraphs."""
    result, current = list[str](), list[str]()
    for line in path.read_text("utf-8").splitlines():
        current.append(line.strip())
        if len(current) == AT_ONCE or line.rstrip()[-1:] not in '.!?»"”:':
            result.append(" ".join(current))
            current = []
    return [*result, " ".join(current)] if current else result


def mixed(source: Sequence[str], width: int, way: str, chance: random.Random) -> Made:
    """A text with paragraphs and, after every fourth or so, something else."""
    made = Made()
    for text in source:
        made.add(_WRAPPERS[way](text, width))
        if way != "indented":
            made.blank()
        if chance.random() < 0.25:
            made.blank()
            _aside(made, chance, text, width)
            made.blank()
    return made


def _aside(made: Made, chance: random.Random, text: str, width: int) -> None:
    kind = chance.choice([*asides(), "list", "mail"])
    if kind == "list":
        for item in (text[:1].lower() + text[1:], "kort og godt", text):
            made.add(textwrap.wrap(item, width, initial_indent="- ", subsequent_indent="  "), kind)
    elif kind == "mail":
        signs = "> " * chance.randint(1, 2)
        made.add([f"{signs}{line}" for line in textwrap.wrap(text, width - 2)], kind)
    else:
        made.add(asides()[kind](chance), kind, wrapped=False)


def _indented(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="   ", break_long_words=False)


def _greedy(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _flowed(text: str, width: int) -> list[str]:
    lines = _greedy(text, width)
    return [*(f"{line} " for line in lines[:-1]), lines[-1]]


_WRAPPERS: dict[str, Callable[[str, int], list[str]]] = {
    "greedy": _greedy,
    "optimal": optimal,
    "hyphenated": hyphenated,
    "indented": _indented,
    "flowed": _flowed,
}


def compared(made: Made) -> Iterator[tuple[int, str, bool, bool]]:
    """For each line end that is asked: its place, the kind of its block, whether it is a wrap, and was found to be."""
    breaks, count = set[int](), 0
    for paragraph in parse_plain_text("\n".join(made.lines)).paragraphs:
        for line in f"{paragraph.marker}{paragraph.text}".split("\n"):
            count += letters(line)
            breaks.add(count)
    count = 0
    for place, (line, wrap) in enumerate(zip(made.lines, made.wraps, strict=True)):
        count += letters(line)
        if wrap is not None:
            yield place, made.kinds[place], wrap, count not in breaks


def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, unicodedata.normalize("NFKC", text)))


if __name__ == "__main__":
    main()
