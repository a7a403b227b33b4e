"""How well reference translations are placed beside: `python -m tests.benchmarks.reference SRC REF --from nb --to en`.

SRC and REF are text files of which line n of one is the translation of line n of the other. The lines of SRC are
translated and made to paragraphs of one to five; those of REF too, but a tenth of these paragraphs is joined to the
one before, a tenth divided, and a twentieth dropped. Prints one line of JSON: of 100 lines of REF, how many stand in
their row, in one before it and in one behind it; and the seconds that 5,000 paragraphs take.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader.engine import Engine
from reader.packages import find_packages
from reader.parallel import ParallelText, Row, State, initial_row
from reader.reference import align
from reader.text import Document, Paragraph
from reader.translation import translate

_SEEDS, _MANY = 5, 5000


def main() -> None:
    """Measure one direction and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reference")
    parser.add_argument("src", type=Path)
    parser.add_argument("ref", type=Path)
    parser.add_argument("--from", dest="source", required=True, metavar="L")
    parser.add_argument("--to", dest="target", required=True, metavar="L")
    arguments = parser.parse_args()
    sources, references = (path.read_text("utf-8").splitlines() for path in (arguments.src, arguments.ref))
    versions = _translated(sources, arguments.source, arguments.target)
    places: Counter[str] = Counter()
    for seed in range(_SEEDS):
        case = _Case(sources, versions, references, arguments.source, arguments.target)
        places += case.places(random.Random(seed), _paragraphs(len(sources), random.Random(seed)))
    result = {place: round(100 * number / places.total(), 2) for place, number in places.items()}
    print(json.dumps({**result, "seconds": round(_seconds(sources, versions, references, arguments), 2)}))


def _translated(lines: Sequence[str], source: str, target: str) -> list[str]:
    rows = [initial_row(Paragraph(line)) for line in lines]
    for translated in translate(rows, source, Engine(find_packages().choose(source, target))):
        rows[translated.index] = translated.row
    return [row.target for row in rows]


def _paragraphs(lines: int, chance: random.Random) -> list[list[int]]:
    found: list[list[int]] = []
    while (start := found[-1][-1] + 1 if found else 0) < lines:
        found.append(list(range(start, min(lines, start + chance.randint(1, 5)))))
    return found


class _Case:
    def __init__(
        self, sources: Sequence[str], versions: Sequence[str], references: Sequence[str], source: str, target: str
    ) -> None:
        self._sources, self._versions, self._references = sources, versions, references
        self._languages = source, target

    def places(self, chance: random.Random, paragraphs: Sequence[Sequence[int]]) -> Counter[str]:
        """Where the lines that the reference translation has stand."""
        reference = _changed(paragraphs, chance)
        aligned = align(self.text(paragraphs), self.document(reference))
        places: Counter[str] = Counter()
        own = {line: index for index, paragraph in enumerate(paragraphs) for line in paragraph}
        for line in (line for paragraph in reference for line in paragraph):
            found = next((event.index for event in aligned if self._references[line] in event.text), -1)
            places["right" if found == own[line] else "before" if found < own[line] else "behind"] += 1
        return places

    def text(self, paragraphs: Sequence[Sequence[int]]) -> ParallelText:
        """The translated text."""
        rows = [
            Row(
                Paragraph(" ".join(self._sources[line] for line in paragraph)),
                " ".join(self._versions[line] for line in paragraph),
                State.DONE,
            )
            for paragraph in paragraphs
        ]
        return ParallelText(self.document(paragraphs), *self._languages, (), rows)

    def document(self, paragraphs: Sequence[Sequence[int]]) -> Document:
        """The reference translation of these lines."""
        texts = (" ".join(self._references[line] for line in paragraph) for paragraph in paragraphs)
        return Document("", tuple(map(Paragraph, texts)), None, self._languages[1], True)


def _changed(paragraphs: Sequence[Sequence[int]], chance: random.Random) -> list[list[int]]:
    reference: list[list[int]] = []
    for paragraph in paragraphs:
        luck = chance.random()
        if luck < 0.1 and reference:
            reference[-1] += paragraph
        elif luck < 0.2 and len(paragraph) > 1:
            cut = chance.randint(1, len(paragraph) - 1)
            reference += [list(paragraph[:cut]), list(paragraph[cut:])]
        elif luck < 0.95:
            reference.append(list(paragraph))
    return reference


def _seconds(
    sources: Sequence[str], versions: Sequence[str], references: Sequence[str], arguments: argparse.Namespace
) -> float:
    chance = random.Random(0)
    paragraphs = [[chance.randrange(len(sources)) for _ in range(chance.randint(1, 5))] for _ in range(_MANY)]
    case = _Case(sources, versions, references, arguments.source, arguments.target)
    text, reference = case.text(paragraphs), case.document(_changed(paragraphs, chance))
    begun = time.perf_counter()
    align(text, reference)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
