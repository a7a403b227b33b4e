"""How good the word links are, and what they cost: `python -m tests.benchmarks.links [--threads N]`.

Uses the packages that the program would use for Bokmål and English, and the hand-linked pairs in
tests/data/links-nb-en.tsv. Prints one line of JSON: for each direction what its calibration chose and the seconds it
took; precision and recall of its links, alone and with the other direction's attention; the time of `word_links` per
pair; and the time of a forced alignment, relative to translating with beam 4.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from reader.engine.attention import Aligner, Attention, AttentionChoice, load_model, target_vocabulary
from reader.engine.calibration import Probe, agreement, attention_choice, read_probes
from reader.engine.word_alignment import word_links
from reader.packages import LanguagePackage, find_packages, load_tokenizer

T = TypeVar("T")

GOLD = Path(__file__).resolve().parent.parent / "data" / "links-nb-en.tsv"


@dataclass(frozen=True)
class Direction:
    """A package with its calibration and its attention on the gold pairs."""

    package: LanguagePackage
    choice: AttentionChoice
    calibration_seconds: float
    gold: Sequence[Probe]
    attention: Sequence[Attention]
    align_seconds: float
    translate_seconds: float


def main() -> None:
    """Measure both directions and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.links")
    parser.add_argument("--threads", type=int, default=2)
    threads = parser.parse_args().threads
    gold = read_probes(GOLD)
    there = measured("nb", "en", gold, threads)
    back = measured("en", "nb", [pair.reversed for pair in gold], threads)
    print(json.dumps({"pairs": len(gold), "nb-en": figures(there, back), "en-nb": figures(back, there)}))


def measured(source: str, target: str, gold: Sequence[Probe], threads: int) -> Direction:
    """Calibrate the package for a direction as if for the first time, then align and translate the gold pairs."""
    package = find_packages().choose(source, target)
    tokenizer = load_tokenizer(package)
    with TemporaryDirectory() as folder:
        choice, calibration = timed(lambda: attention_choice(package, tokenizer, Path(folder), threads))
    model = load_model(package, choice, threads)
    aligner = Aligner(model, tokenizer, choice, package.target_prefix, target_vocabulary(package))
    pairs = [(pair.source, pair.target) for pair in gold]
    aligner.align(pairs[:8])  # warm
    attention, align = timed(lambda: aligner.align(pairs))
    tokens = [tokenizer.encode(pair.source) for pair in gold]
    _, translate = timed(lambda: translated(model, tokens, package.target_prefix))
    return Direction(package, choice, calibration, gold, attention, align, translate)


def translated(model: Any, tokens: list[list[str]], prefix: str) -> None:
    """Translate as the program does."""
    model.translate_batch(
        tokens,
        target_prefix=[[prefix]] * len(tokens) if prefix else None,
        beam_size=4,
        length_penalty=0.2,
        max_batch_size=1024,
        batch_type="tokens",
        return_attention=True,
    )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` returns, and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def figures(there: Direction, back: Direction) -> dict[str, object]:
    """The figures of a direction."""
    return {
        "package": f"{there.package.name} {there.package.version}",
        "choice": asdict(there.choice),
        "calibration_s": round(there.calibration_seconds, 2),
        "one_direction": scores(there, None),
        "both_directions": scores(there, back.attention),
        "word_links_us": {"one": microseconds(there, None), "both": microseconds(there, back.attention)},
        # The cost of the other direction's attention, relative to translating in this one.
        "backward_alignment_of_translation": round(back.align_seconds / there.translate_seconds, 3),
        "alignment_ms_a_pair": round(there.align_seconds / len(there.gold) * 1000, 2),
        "translation_ms_a_pair": round(there.translate_seconds / len(there.gold) * 1000, 2),
    }


def scores(direction: Direction, backward: Sequence[Attention] | None) -> dict[str, float]:
    """Precision, recall and F1 on the gold pairs."""
    found = agreement(direction.gold, direction.attention, backward)
    return {"precision": round(found.precision, 3), "recall": round(found.recall, 3), "f1": round(found.f1, 3)}


def microseconds(direction: Direction, backward: Sequence[Attention] | None) -> int:
    """The time of `word_links` per pair."""
    backwards: Sequence[Attention | None] = backward or [None] * len(direction.gold)
    attention = zip(direction.gold, direction.attention, backwards, strict=True)
    work = [(pair.source, pair.target, forward, back) for pair, forward, back in attention]
    _, seconds = timed(lambda: [word_links(*arguments) for arguments in work])
    return round(seconds / len(work) * 1_000_000)


if __name__ == "__main__":
    main()
