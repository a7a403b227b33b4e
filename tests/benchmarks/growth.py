"""How much memory a long translation takes: `python -m tests.benchmarks.growth [SENTENCES]` prints one line of JSON.

Translates that many different sentences (20,000 by default) through the whole program, the memory on disk
included, and gives the resident set in megabytes at the start, at every tenth and at the end.
"""

import json
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from reader.argos import find_packages, identity_of
from reader.engines import Engines
from reader.formats import read_text
from reader.memory import Memory
from reader.parallel import ParallelText
from reader.places import SEEDS
from reader.sentences import split_sentences
from reader.translation import translate
from tests.benchmarks.window import resident_mb


def main() -> None:
    """Translate and measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    text = _long_text(count)
    packages = find_packages().route("nb", "en")
    engine = Engines().get(packages)
    # What the engine itself needs for full batches is there before the counting begins.
    engine.translate(_sentences(text, 300))
    curve = [resident_mb()]
    step = max(len(text.outstanding()) // 10, 1)
    with tempfile.TemporaryDirectory() as folder, closing(Memory(Path(folder) / "memory.sqlite")) as memory:
        work = translate(text.rows, "nb", engine, memory=memory, package=identity_of(packages))
        for number, translated in enumerate(work, 1):
            text.rows[translated.index] = translated.row
            if number % step == 0:
                curve.append(resident_mb())
    sentences = sum(len(row.sentences) for row in text.rows)
    result = {"sentences": sentences, "mb": [round(mb) for mb in curve], "growth_mb": round(curve[-1] - curve[0])}
    print(json.dumps(result))


def _sentences(text: ParallelText, count: int) -> list[str]:
    paragraphs = (row.source.text for row in text.rows)
    return [p[start:end] for p in paragraphs for start, end in split_sentences(p, "nb")][:count]


def _long_text(count: int) -> ParallelText:
    seed = (SEEDS / "000_cdca8b3d9982e562.txt").read_text("utf-8")
    each = len(split_sentences(seed, "nb"))
    whole = "\n\n".join(seed.replace(". ", f" {n}. ").replace(".\n", f" {n}.\n") for n in range(-(-count // each)))
    return ParallelText.untranslated(read_text(whole), "nb", "en")


if __name__ == "__main__":
    main()
