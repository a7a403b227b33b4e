"""False alarms of the checks on human translations, and how many faults they find.

    python -m tests.benchmarks.checks [NORWEGIAN ENGLISH]

The files have a sentence a line, line n of one being the translation of line n of the other; without them our own
pairs are taken. Prints, in both directions, the share of pairs in which each rule finds something, of each kind of
fault (see `tests.faults`) the share that any rule tells of and that its own rule tells of, and the time of a pair
beside that of splitting it into words.
"""

import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reader.processing.checks import Languages, findings
from reader.spelling import Speller, invented_words
from reader.text import word_spans
from tests.faults import FAULTS, Pair, alarms, own_pairs, recall


def main(arguments: Sequence[str]) -> int:
    """Measure; the arguments are two files or none."""
    pairs = _read(*arguments) if arguments else own_pairs()
    _tell(pairs, ("nb", "en"))
    _tell([(en, nb) for nb, en in pairs], ("en", "nb"))
    return 0


def _read(norwegian: str, english: str) -> list[Pair]:
    sides = [Path(name).read_text(encoding="utf-8").splitlines() for name in (norwegian, english)]
    return list(zip(*sides, strict=True))


def _tell(pairs: Sequence[Pair], languages: Languages) -> None:
    print(f"{languages[0]} to {languages[1]}, {len(pairs)} pairs")
    for rule, count in sorted(alarms(pairs, languages).items(), key=lambda item: -item[1]):
        print(f"  {rule or 'any rule':20}{count / len(pairs):8.2%}")
    words = _with_invented(pairs, languages)
    print(f"  {'word':20}{words[0] / len(pairs):8.2%}, any rule or this {words[1] / len(pairs):.2%}")
    for name in FAULTS:
        anyhow, rightly, count = recall(pairs, languages, name)
        print(f"  {name:20}{anyhow / max(count, 1):8.1%} told, {rightly / max(count, 1):.1%} rightly, of {count}")
    _time(pairs, languages)


def _with_invented(pairs: Sequence[Pair], languages: Languages) -> tuple[int, int]:
    """In how many pairs a word is in no dictionary of the system, and in how many that or a rule finds something."""
    with closing(Speller()) as speller:
        told = invented_words(pairs, languages[1], speller.unknown)
    either = sum(bool(words or findings(*pair, languages)) for words, pair in zip(told, pairs, strict=True))
    return sum(map(bool, told)), either


def _time(pairs: Sequence[Pair], languages: Languages) -> None:
    # Other texts than those that are remembered.
    fresh = [(f"{source} ", f"{target} ") for source, target in pairs]
    start = time.perf_counter()
    for pair in fresh:
        findings(*pair, languages)
    middle = time.perf_counter()
    for source, target in fresh:
        for text in (source, target):
            word_spans(text)
    end = time.perf_counter()
    each = (middle - start) / len(pairs)
    print(f"  {1000 * each:.3f} ms a pair, {(middle - start) / (end - middle):.1f} times splitting into words")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
