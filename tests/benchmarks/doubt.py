"""How well doubtful translations are found: `python -m tests.benchmarks.doubt NB EN [--lines N]`.

NB and EN are text files in Bokmål and English; line n of one is the translation of line n of the other. Both directions
are translated, and judged as the program does it. Prints one line of JSON for each direction, with and without the
reverse model: the correlation (Pearson) of estimates and chrF; the area under the curve (AUC) for the worst fifth; the
share of each level and its mean chrF; the shares of marked words and of all words that are not in the human
translation, and how many words are marked in a sentence; and the processor time as a ratio to translating.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import sacrebleu

from reader.engine import Engine
from reader.packages import find_packages
from reader.quality import assessor_for
from reader.quality.assessing import Assessment, Level
from reader.text import word_spans

T = TypeVar("T")


def main() -> None:
    """Measure both directions and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.doubt")
    parser.add_argument("nb", type=Path)
    parser.add_argument("en", type=Path)
    parser.add_argument("--lines", type=int, metavar="N", help="only the first N lines")
    arguments = parser.parse_args()
    nb, en = (path.read_text("utf-8").splitlines()[: arguments.lines] for path in (arguments.nb, arguments.en))
    there, back = (Engine(find_packages().choose(*way)) for way in (("nb", "en"), ("en", "nb")))
    for sources, references, engine, reverse in ((nb, en, there, back), (en, nb, back, there)):
        engine.translate(sources[:8], linking=False)  # warm
        found, translating = timed(partial(engine.translate, sources, linking=False))
        texts = [hypothesis.text for hypothesis in found]
        for informed in (True, False):
            way = {"package": engine.package.path.name, "informed": informed}
            shown = figures(sources, texts, references, engine, reverse if informed else None, translating)
            print(json.dumps(way | shown), flush=True)


def figures(
    sources: Sequence[str],
    texts: Sequence[str],
    references: Sequence[str],
    engine: Engine,
    reverse: Engine | None,
    translating: float,
) -> dict[str, object]:
    """The figures of a direction."""
    assessor = assessor_for(engine, reverse)
    if assessor is None:
        return {"estimates": "none are of use"}
    found, seconds = timed(lambda: assessor.assess(list(zip(sources, texts, strict=True))))
    kept = [i for i, each in enumerate(found) if each is not None]
    told = [each for each in found if each is not None]
    scores = np.array([sacrebleu.sentence_chrf(texts[i], [references[i]]).score for i in kept])
    estimates = np.array([each.estimate for each in told])
    return {
        "judged": len(kept),
        "pearson": round(float(np.corrcoef(estimates, scores)[0, 1]), 3),
        "auc": round(area(estimates, scores), 3),
        "levels": {level.value: level_figures(told, scores, level) for level in Level},
        "words": words([texts[i] for i in kept], [references[i] for i in kept], told),
        "measured": {"marked": assessor.calibration.marked, "base": assessor.calibration.base},
        "cost": round(seconds / translating, 2),
    }


def area(estimates: np.ndarray, scores: np.ndarray) -> float:
    """How often a sentence of the worst fifth has a lower estimate than one of the others."""
    order = np.argsort(scores)
    worst, others = estimates[order[: len(order) // 5]], estimates[order[len(order) // 5 :]]
    lower, same = worst[:, None] < others[None, :], worst[:, None] == others[None, :]
    return float((lower + 0.5 * same).mean())


def level_figures(told: Sequence[Assessment], scores: np.ndarray, level: Level) -> dict[str, float]:
    """The share of a level, and the mean chrF of its sentences."""
    own = [score for score, each in zip(scores.tolist(), told, strict=True) if each.level is level]
    return {"share": round(len(own) / len(told), 3), "chrf": round(float(np.mean(own)), 1) if own else 0.0}


def words(texts: Sequence[str], references: Sequence[str], told: Sequence[Assessment]) -> dict[str, float]:
    """The shares of marked words and of all words that are not in the reference."""
    marked: list[bool] = []
    everything: list[bool] = []
    for text, reference, each in zip(texts, references, told, strict=True):
        known = {reference[start:end].lower() for start, end in word_spans(reference)}
        marked += [text[start:end].lower() not in known for start, end in each.doubtful]
        everything += [text[start:end].lower() not in known for start, end in word_spans(text)]
    return {
        "marked_absent": round(sum(marked) / max(len(marked), 1), 3),
        "base": round(sum(everything) / max(len(everything), 1), 3),
        "marked_a_sentence": round(len(marked) / len(texts), 2),
    }


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` returns, and the processor seconds of all threads that it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


if __name__ == "__main__":
    main()
