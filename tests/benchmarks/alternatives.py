"""What alternatives are worth: `python -m tests.benchmarks.alternatives NB EN [--lines N] [--half 1|2]`.

NB and EN are text files in Bokmål and English; line n of one is the translation of line n of the other. `--half` takes
every other line. Prints one line of JSON for each direction: how many translations of a sentence are offered, and how
many of them differ in the lemma of a content word; how often a word of the human translation that the machine's does
not have is offered at the word that stands for it (linked to the same source word); and milliseconds until the first
are there, p50 and p95, of the clock and of the processor. Run it on an idle machine.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np

from reader.engine import Engines
from reader.memory import Memory
from reader.packages import find_packages
from reader.parallel import Hypothesis
from reader.quality import Alternative, Asked
from reader.text import Link, content_lemmas
from reader.translation import Pipeline

T = TypeVar("T")
# Of a sentence, the most words that are asked about.
_WORDS = 2


def main() -> None:
    """Measure both directions and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.alternatives")
    parser.add_argument("nb", type=Path)
    parser.add_argument("en", type=Path)
    parser.add_argument("--lines", type=int, metavar="N", help="only the first N lines")
    parser.add_argument("--half", type=int, choices=(1, 2), help="only odd lines, or even ones")
    given = parser.parse_args()
    nb, en = (path.read_text("utf-8").splitlines() for path in (given.nb, given.en))
    if given.half:
        nb, en = nb[given.half - 1 :: 2], en[given.half - 1 :: 2]
    with TemporaryDirectory() as folder:
        pipeline = Pipeline(find_packages(), Engines(), Memory(Path(folder) / "memory"))
        for way, sources, references in ((("nb", "en"), nb, en), (("en", "nb"), en, nb)):
            found = figures(pipeline, way, sources[: given.lines], references[: given.lines])
            print(json.dumps({"way": "-".join(way)} | found), flush=True)


def figures(
    pipeline: Pipeline, way: tuple[str, str], sources: Sequence[str], references: Sequence[str]
) -> dict[str, object]:
    """The figures of a direction."""
    both = pipeline.engines.both(pipeline.installed.route(*way), pipeline.installed)
    assert both is not None
    engine, backward = both
    whole, at_word, all_at_word = Times(), Times(), Times()
    offered, differing, hits = list[int](), list[int](), list[bool]()
    hypotheses = engine.translate(sources)
    links = engine.align(list(zip(sources, references, strict=True)), backward)
    next(pipeline.alternatives(Asked(sources[0], hypotheses[0].text, way), 0))  # warm
    for source, shown, reference, linked in zip(sources, hypotheses, references, links, strict=True):
        asked = Asked(source, shown.text, way, shown.links)
        found = whole.of(partial(next, pipeline.alternatives(asked)))
        own = content(shown.text, way[1])
        offered.append(len(found))
        differing.append(sum(content(each.text, way[1]) != own for each in found))
        for wanted, place in list(wanted_words(shown, reference, linked, way[1]))[:_WORDS]:
            coming = pipeline.alternatives(asked, place)
            at_word.of(partial(next, coming, None))
            told = all_at_word.of(partial(list[list[Alternative]], coming))
            hits.append(wanted in lemmas_of(told[-1] if told else [], way[1]))
    return {
        "sentences": len(sources),
        "offered": round(float(np.mean(offered)), 2),
        "differing": round(float(np.mean(differing)), 2),
        "words asked about": len(hits),
        "reference word offered": round(float(np.mean(hits)), 3),
        "ms whole": whole.told(),
        "ms at a word": at_word.told(),
        "ms all others, judged": all_at_word.told(),
    }


def content(text: str, language: str) -> list[str]:
    """The lemmas of the content words of a text."""
    return sorted(word for _, word in content_lemmas(text, language))


def lemmas_of(found: Sequence[Alternative], language: str) -> set[str]:
    """The lemmas of the words offered, each form counted."""
    every = (each for one in found for each in (one, *one.forms))
    return {word for each in every for _, word in content_lemmas(each.word, language)}


def wanted_words(shown: Hypothesis, reference: str, links: Sequence[Link], language: str) -> Iterator[tuple[str, int]]:
    """Lemmas of the reference that the translation has not, each with the place of the word that stands for it."""
    own = set(content(shown.text, language))
    places = {span for span, _ in content_lemmas(shown.text, language)}
    for span, word in content_lemmas(reference, language):
        source = best(link for link in links if (link[2], link[3]) == span)
        if word in own or source is None:
            continue
        there = best(link for link in shown.links if link[:2] == source[:2] and (link[2], link[3]) in places)
        if there is not None:
            yield word, there[2]


def best(links: Iterable[Link]) -> Link | None:
    """The link of the greatest weight."""
    return max(links, key=lambda link: link[4], default=None)


class Times:
    """Milliseconds of the clock and of the processor."""

    def __init__(self) -> None:
        """None yet."""
        self._clock, self._processor = list[float](), list[float]()

    def of(self, work: Callable[[], T]) -> T:
        """The result of some work, which is timed."""
        clock, processor = time.perf_counter(), time.process_time()
        result = work()
        self._clock.append((time.perf_counter() - clock) * 1000)
        self._processor.append((time.process_time() - processor) * 1000)
        return result

    def told(self) -> dict[str, float]:
        """The median and the 95th percentile of both."""
        return {
            f"{name} p{percent}": round(float(np.percentile(times, percent)), 1)
            for name, times in (("clock", self._clock), ("processor", self._processor))
            for percent in (50, 95)
            if times
        }


if __name__ == "__main__":
    main()
