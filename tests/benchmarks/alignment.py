"""How well documents are aligned: `python -m tests.benchmarks.alignment SRC REF LINKS --from nb --to en`.

SRC, REF and LINKS are folders with files of the same names. Those of SRC and REF have a paragraph a line, after its
number and a tab if each begins with these; those of LINKS say which belong together, counted from 0:
`[2, 3]:[2]`, the lines of SRC first, or with --reversed those of REF. `tests/data/alignment` is such a set, ParIce of
SentAlign another, for which `--machine "apertium -u isl-eng"` translates.

Prints a line of JSON for each file, and for all: precision, recall and F1, strict and lax as SentAlign counts them,
without links of nothing; how many of 100 links are found, and with links of nothing; how many of 100 links are sure,
and how many of 100 sure ones, and of 100 unsure ones, are right.
"""

import argparse
import json
import re
import shlex
import subprocess
from ast import literal_eval
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from reader.engine import Engine
from reader.packages import find_packages
from reader.parallel import ParallelText, Row, State
from reader.reference import Alignment, linked
from reader.text import Document, Paragraph
from reader.translation import translate

_NUMBER = re.compile(r"^\d+\t")
_Pair = tuple[tuple[int, ...], tuple[int, ...]]
_Links = list[_Pair]


@dataclass
class _Counts:
    """Numbers of links."""

    found: int = 0  # by the program, without those of nothing
    gold: int = 0
    right: int = 0
    overlapping: int = 0  # found ones that share lines on both sides with one that is right
    all_gold: int = 0  # with those of nothing
    all_right: int = 0
    sure: int = 0
    sure_right: int = 0

    def add(self, other: "_Counts") -> None:
        """Add the counts of another file."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def figures(self) -> dict[str, float]:
        """The figures in percent."""
        strict = self.right / max(1, self.found), self.right / max(1, self.gold)
        # SentAlign counts a link that only overlaps as found, and the one that it overlaps as missed.
        missed = self.gold - self.right
        lax = self.overlapping / max(1, self.found), self.overlapping / max(1, self.overlapping + missed)
        shares = {
            **dict(zip(("P", "R", "F1"), (*strict, _mean(*strict)), strict=True)),
            **dict(zip(("lax P", "lax R", "lax F1"), (*lax, _mean(*lax)), strict=True)),
            "links": strict[1],
            "with nothing": self.all_right / max(1, self.all_gold),
            "sure": self.sure / max(1, self.found),
            "right of sure": self.sure_right / max(1, self.sure),
            "right of unsure": (self.right - self.sure_right) / max(1, self.found - self.sure),
        }
        return {name: round(100 * share, 1) for name, share in shares.items()}


def main() -> None:
    """Measure one direction and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.alignment")
    for name in ("src", "ref", "links"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--from", dest="source", required=True, metavar="L")
    parser.add_argument("--to", dest="target", required=True, metavar="L")
    parser.add_argument("--reversed", action="store_true")
    parser.add_argument("--machine", help="a command that translates lines; by default the installed packages do")
    arguments = parser.parse_args()
    total = _Counts()
    for path in sorted(arguments.links.glob("*.txt")):
        counts = _measured(path, arguments)
        total.add(counts)
        print(json.dumps({"file": path.stem, **counts.figures()}))
    print(json.dumps({"file": "all", **total.figures()}))


def _measured(path: Path, arguments: argparse.Namespace) -> _Counts:
    sources, references = (_lines(folder / path.name) for folder in (arguments.src, arguments.ref))
    text = _translated(sources, arguments)
    reference = Document("", tuple(map(Paragraph, references)), None, arguments.target, False)
    alignment = linked(text, reference)
    found = list(alignment.paragraphs())
    sure = set(found) - _unsure(alignment)
    if arguments.reversed:  # as the file of links has them
        found, sure = [link[::-1] for link in found], {link[::-1] for link in sure}
    return _counted(found, sure, _read(path))


def _lines(path: Path) -> list[str]:
    lines = path.read_text("utf-8").rstrip("\n").split("\n")
    return [_NUMBER.sub("", line) for line in lines] if all(map(_NUMBER.match, lines)) else lines


def _read(path: Path) -> _Links:
    both = (line.split(":") for line in path.read_text("utf-8").splitlines())
    return [(tuple(literal_eval(first.strip())), tuple(literal_eval(second.strip()))) for first, second in both]


def _translated(lines: Sequence[str], arguments: argparse.Namespace) -> ParallelText:
    document = Document("", tuple(map(Paragraph, lines)), None, arguments.source, True)
    text = ParallelText.untranslated(document, arguments.source, arguments.target)
    if not arguments.machine:
        engine = Engine(find_packages().choose(arguments.source, arguments.target))
        for event in translate(list(text.rows), arguments.source, engine):
            text.apply(event)
        return text
    told = "\n".join(lines) + "\n"
    versions = subprocess.run(
        shlex.split(arguments.machine), input=told, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    rows = [Row(Paragraph(line), version, State.DONE) for line, version in zip(lines, versions, strict=False)]
    return ParallelText(document, arguments.source, arguments.target, (), rows)


def _unsure(alignment: Alignment) -> set[_Pair]:
    """The paragraphs that belong together of which some sentence is not sure."""
    doubted = [link for link in alignment.links if not link.certain]
    sources = {alignment.sources[i].paragraph for link in doubted for i in range(*link.source)}
    return {link for link in alignment.paragraphs() if sources.intersection(link[0])}


def _counted(found: _Links, sure: set[_Pair], gold: _Links) -> _Counts:
    some, wanted = ([link for link in links if all(link)] for links in (found, gold))
    right = set(wanted)
    overlapping = sum(any(set(a) & set(c) and set(b) & set(d) for c, d in wanted) for a, b in some)
    certain = [link for link in some if link in sure]
    return _Counts(
        found=len(some),
        gold=len(wanted),
        right=len(right.intersection(some)),
        overlapping=overlapping,
        all_gold=len(gold),
        all_right=len(set(gold).intersection(_single(found, gold))),
        sure=len(certain),
        sure_right=len(right.intersection(certain)),
    )


def _single(found: _Links, gold: _Links) -> _Links:
    """The links found, with neighbours that both belong to nothing together where they are so in the gold."""
    nothing = {link for link in found if not all(link)}
    together = [
        (a, b) for a, b in gold if not (a and b) and all((((i,), ()) if a else ((), (i,))) in nothing for i in (*a, *b))
    ]
    return [*found, *together]


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
