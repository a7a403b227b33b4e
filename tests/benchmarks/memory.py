"""What the translation memory costs: `python -m tests.benchmarks.memory` prints one line of JSON.

8,000 sentences (about 3,000 paragraphs) of 16 words on average, with a link for each word. Times are in seconds; the
file is in the folder for temporary files.
"""

import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.memory import Memory
from reader.parallel import Hypothesis

SENTENCES = 8000
BATCH = 30
RUNS = 5
PACKAGE = "translate-nb_en 1.9 88888888 nb en"


def main() -> None:
    """Store, look up with a new and with an open connection, and print the figures."""
    finished = made_up(SENTENCES)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "memory.db"
        stored = seconds(lambda: _store(file, finished))
        cold = min(seconds(lambda: _look_up(Memory(file), finished)) for _ in range(RUNS))
        memory = Memory(file)
        memory.lookup(PACKAGE, ["opens it"])
        warm = min(seconds(lambda: memory.lookup(PACKAGE, list(finished))) for _ in range(RUNS))
        memory.close()
        size = file.stat().st_size
    result = {"sentences": len(finished), "store": stored, "lookup_cold": cold, "lookup_warm": warm, "bytes": size}
    print(json.dumps(result))


def made_up(number: int) -> dict[str, Hypothesis]:
    """`number` sentences of random words, the same at every call."""
    chance = random.Random(1)
    letters = "aaabdeeeefghiiklmnnoprrssttuvyæøå"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(5000)]
    sentences = (chance.choices(words, k=max(2, round(chance.gauss(16, 7)))) for _ in range(number))
    return {f"{' '.join(sentence)}.": _translation(sentence, chance.random()) for sentence in sentences}


def _translation(sentence: list[str], weight: float) -> Hypothesis:
    links = tuple((6 * i, 6 * i + 5, 6 * i, 6 * i + 5, weight) for i in range(len(sentence)))
    return Hypothesis(" ".join(reversed(sentence)), -weight, links)


def _store(file: Path, finished: dict[str, Hypothesis]) -> None:
    memory = Memory(file)
    entries = list(finished.items())
    for start in range(0, len(entries), BATCH):
        memory.store(PACKAGE, dict(entries[start : start + BATCH]))
    memory.close()


def _look_up(memory: Memory, finished: dict[str, Hypothesis]) -> None:
    assert len(memory.lookup(PACKAGE, list(finished))) == len(finished)
    memory.close()


def seconds(work: Callable[[], object]) -> float:
    """The seconds that `work` takes."""
    started = time.perf_counter()
    result = work()
    taken = time.perf_counter() - started
    del result  # freeing the result is not part of the lookup
    return round(taken, 4)


if __name__ == "__main__":
    main()
