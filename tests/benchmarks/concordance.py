"""What the concordance costs: `python -m tests.benchmarks.concordance [SENTENCES]` prints one line of JSON.

A memory of a million sentences made of words of the documents that come with the program, as often as there, is
indexed and searched for words of all frequencies. Times are of the processor; the files are in the folder for
temporary files, and take 2 GB.
"""

import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from reader.concordance import Wanted, remembered_hits
from reader.memory import Memory
from reader.parallel import Hypothesis
from reader.paths import SEEDS
from reader.text import detect_language, forms_in

BATCH = 10_000
PACKAGE = "translate-nb_en 1.9 88888888 nb en"
MOST = 200
# Words that are put together, and how much more often than one of these a word stands that stands once in a document.
_RARE, _COMMON = 100_000, 50


def main() -> None:
    """Fill a memory, index and search it, and print the figures."""
    number = int(sys.argv[1]) if sys.argv[1:] else 1_000_000
    ours, theirs = _words("nb"), _words("en")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "memory.db"
        _fill(file, number, ours, theirs)
        size = file.stat().st_size
        opened = _opened(file)
        started = time.process_time()
        with_index = Memory(file)
        assert sum(with_index.index_words()) == number
        building = time.process_time() - started
        with_index.close()
        memory = Memory(file)
        queries = [word for word, _ in ours.most_common()[:: max(1, len(ours) // 150)]]
        remembered_hits(memory, Wanted("vedtak"), most=MOST)
        times = sorted(_milliseconds(memory, query) for query in queries)
        common = [_milliseconds(memory, query) for query in ("i", "og", "the")]
        memory.close()
        index = sum(path.stat().st_size for path in Path(folder).glob("*.words*"))
        result = {
            "sentences": number,
            "p50_ms": times[len(times) // 2],
            "p95_ms": times[len(times) * 95 // 100],
            "most_ms": times[-1],
            "common_words_ms": common,
            "building_s": round(building, 1),
            "open_ms": opened,
            "open_with_index_ms": _opened(file),
            "memory_bytes": size,
            "index_bytes": index,
        }
    print(json.dumps(result))


def _words(language: str) -> Counter[str]:
    """The words of the documents in a language with how often they are there, and as many rare ones put together."""
    texts = (path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    of_language = (text for text in texts if detect_language(text).language == language)
    counts = Counter(form for text in of_language for form in forms_in(text))
    chance = random.Random(2)
    words = sorted(counts)
    counts = Counter({word: count * _COMMON for word, count in counts.items()})
    counts.update("".join(chance.choices(words, k=2)) for _ in range(_RARE))
    return counts


def _fill(file: Path, number: int, ours: Counter[str], theirs: Counter[str]) -> None:
    chance = random.Random(1)
    memory = Memory(file)
    for start in range(0, number, BATCH):
        memory.store(PACKAGE, dict(_pairs(chance, min(BATCH, number - start), start, ours, theirs)))
    assert not memory.take_problem()
    memory.close()


def _pairs(
    chance: random.Random, number: int, start: int, ours: Counter[str], theirs: Counter[str]
) -> Iterator[tuple[str, Hypothesis]]:
    sides = [(list(words), list(accumulate(words.values()))) for words in (ours, theirs)]
    for place in range(start, start + number):
        length = max(3, round(chance.gauss(16, 7)))
        source, target = (chance.choices(words, cum_weights=weights, k=length) for words, weights in sides)
        links = tuple((*one, *other, 1.0) for one, other in zip(_spans(source), _spans(target), strict=True))
        yield f"{' '.join(source)} {place}.", Hypothesis(f"{' '.join(target)}.", -1.0, links)


def _spans(words: list[str]) -> Iterator[tuple[int, int]]:
    ends = list(accumulate(len(word) + 1 for word in words))
    return ((end - len(word) - 1, end - 1) for word, end in zip(words, ends, strict=True))


def _milliseconds(memory: Memory, query: str) -> float:
    return _timed(lambda: remembered_hits(memory, Wanted(query), most=MOST))


def _opened(file: Path) -> float:
    def look_up() -> None:
        memory = Memory(file)
        memory.lookup(PACKAGE, ["is not there"])
        memory.close()

    return min(_timed(look_up) for _ in range(5))


def _timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return round(1000 * (time.process_time() - started), 1)


if __name__ == "__main__":
    main()
