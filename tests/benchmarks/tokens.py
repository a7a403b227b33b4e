"""What becomes of tokens that are not language: `python -m tests.benchmarks.tokens NB EN`.

NB and EN are text files; line n of one is the translation of line n of the other. 500 made tokens of 25 classes go
into their sentences, one to three in each, in place of names and figures that stand in both texts, and between,
before and behind the words. Both directions are translated by the packages in use. Prints a line of JSON for each
direction and class, and one for all:

there       the share of tokens that came back to the letter, in per cent
order       the share of sentences with several tokens that has them in the order of the source
beside      the share with the neighbour, before or behind, that is linked to its neighbour in the source
chrf_fall   chrF of the words around the tokens, below that of the same sentences without tokens
warned      the share of the sentences without a token of theirs that is warned of
slower      the time for a sentence, by that for the same sentence without tokens

With `--known` the engine is told where the tokens are, which measures what it does with them and not what it finds;
`--show N` prints N sentences, chosen by chance, with what became of them.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sacrebleu

import reader.engine.engine
from reader.engine import Engine
from reader.packages import find_packages
from reader.parallel import Hypothesis
from reader.processing.token import Token, TokenKind
from reader.text import Link, shown
from tests.tokens_in import Made, Sample, samples, tokens

_EACH = 20
_Span = tuple[int, int]


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    nb, en = (path.read_text("utf-8").splitlines() for path in (arguments.nb, arguments.en))
    pairs = list(zip(nb, en, strict=True))
    engines = {
        source: Engine(find_packages().choose(source, target)) for source, target in (("nb", "en"), ("en", "nb"))
    }
    shows: list[str] = []
    for source, target in (("nb", "en"), ("en", "nb")):
        directed = pairs if source == "nb" else [(b, a) for a, b in pairs]
        done = list(samples(tokens(_EACH, arguments.seed), directed, source, arguments.seed))
        if arguments.known:
            _tell(done, target)
        outcomes, slower = _translated(done, engines[source], engines[target], target)
        _print(f"{source}-{target}", outcomes, slower)
        shows += [_shown(outcome) for outcome in outcomes]
    for line in random.Random(arguments.seed).sample(shows, min(arguments.show, len(shows))):
        print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.tokens")
    parser.add_argument("nb", type=Path)
    parser.add_argument("en", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--known", action="store_true", help="tell the engine where the tokens are")
    return parser.parse_args()


def _tell(done: Iterable[Sample], target: str) -> None:
    """Let the engine find the tokens that were made, and no others."""
    known = {
        sample.text: tuple(
            Token(start, start + len(made.text), TokenKind.IDENTIFIER, made.in_language(target))
            for made, start in zip(sample.tokens, sample.starts, strict=True)
        )
        for sample in done
    }
    vars(reader.engine.engine)["tokens"] = lambda text, source, target: known.get(text, ())


@dataclass(slots=True)
class _Outcome:
    """A sentence with tokens, its translation, that of the sentence without, and where the tokens are."""

    sample: Sample
    target: str
    hypothesis: Hypothesis
    plain: Hypothesis
    spans: list[_Span | None] = field(default_factory=list)
    beside: list[bool] = field(default_factory=list)


def _translated(done: Sequence[Sample], engine: Engine, back: Engine, target: str) -> tuple[list[_Outcome], float]:
    started = time.perf_counter()
    plain = engine.translate([sample.plain for sample in done])
    between = time.perf_counter()
    full = engine.translate([sample.text for sample in done])
    slower = (time.perf_counter() - between) / (between - started)
    outcomes = [_Outcome(*each) for each in zip(done, [target] * len(done), full, plain, strict=True)]
    links = engine.align([(outcome.sample.text, outcome.hypothesis.text) for outcome in outcomes], back)
    for outcome, linked in zip(outcomes, links, strict=True):
        outcome.spans = _found(outcome.hypothesis.text, [made.in_language(target) for made in outcome.sample.tokens])
        outcome.beside = [
            there is not None and _keeps(linked, here, there)
            for here, there in zip(_own(outcome.sample), outcome.spans, strict=True)
        ]
    return outcomes, slower


def _own(sample: Sample) -> list[_Span]:
    return [(start, start + len(made.text)) for made, start in zip(sample.tokens, sample.starts, strict=True)]


def _found(text: str, wanted: Sequence[str]) -> list[_Span | None]:
    """Where each token is, the longest first; None for one that is not there."""
    spans: list[_Span | None] = [None] * len(wanted)
    for index in sorted(range(len(wanted)), key=lambda i: -len(wanted[i])):
        start = text.find(wanted[index])
        while start >= 0 and any(span and span[0] <= start < span[1] for span in spans):
            start = text.find(wanted[index], start + 1)
        if start >= 0:
            spans[index] = (start, start + len(wanted[index]))
    return spans


def _without(text: str, spans: Sequence[_Span | None]) -> str:
    """The text without these spans."""
    parts, end = [], 0
    for start, stop in sorted(span for span in spans if span):
        parts.append(text[end:start])
        end = stop
    return "".join(parts) + text[end:]


def _keeps(links: Iterable[Link], here: _Span, there: _Span) -> bool:
    """Whether the nearest linked word before or behind a place is linked to that of the place in the other text."""
    outside = [x for x in links if (x[1] <= here[0] or x[0] >= here[1]) and (x[3] <= there[0] or x[2] >= there[1])]
    before, before_there = (
        max((x[i] for x in outside if x[i] <= place[0]), default=-1) for i, place in ((1, here), (3, there))
    )
    behind, behind_there = (
        min((x[i] for x in outside if x[i] >= place[1]), default=-1) for i, place in ((0, here), (2, there))
    )
    if -1 in (before, before_there, behind, behind_there) and (before == before_there or behind == behind_there):
        return True
    return any((x[1], x[3]) == (before, before_there) or (x[0], x[2]) == (behind, behind_there) for x in outside)


def _print(direction: str, outcomes: Sequence[_Outcome], slower: float) -> None:
    of_class: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for outcome in outcomes:
        for made, span, beside in zip(outcome.sample.tokens, outcome.spans, outcome.beside, strict=True):
            of_class[made.kind].append((span is not None, beside))
    for kind, each in of_class.items():
        there = sum(a for a, _ in each)
        kept = _share([b for a, b in each if a])
        print(json.dumps({"direction": direction, "class": kind, "there": f"{there}/{len(each)}", "beside": kept}))
    every = [pair for each in of_class.values() for pair in each]
    several = [[span for span in o.spans if span] for o in outcomes if len(o.spans) > 1]
    losing = [outcome for outcome in outcomes if None in outcome.spans]
    result = {
        "direction": direction,
        "tokens": len(every),
        "there": _share([a for a, _ in every]),
        "order": _share([spans == sorted(spans) for spans in several]),
        "beside": _share([b for a, b in every if a]),
        "chrf_fall": round(_chrf(outcomes, plain=True) - _chrf(outcomes, plain=False), 2),
        "chrf_plain": round(_chrf(outcomes, plain=True), 2),
        "warned": _share([bool(outcome.hypothesis.warnings) for outcome in losing]),
        "warned_without_loss": _share([bool(o.hypothesis.warnings) for o in outcomes if None not in o.spans]),
        "warned_plain": _share([bool(o.plain.warnings) for o in outcomes]),
        "slower": round(slower, 2),
    }
    print(json.dumps(result), flush=True)


def _share(found: Sequence[bool]) -> float | None:
    return round(100 * sum(found) / len(found), 1) if found else None


def _chrf(outcomes: Sequence[_Outcome], *, plain: bool) -> float:
    """chrF of the words that are neither tokens nor what they replace."""
    said, references = [], []
    for outcome in outcomes:
        words = [name for name in outcome.sample.named if name]
        whole = outcome.plain.text if plain else outcome.hypothesis.text
        gone = _found(whole, words) if plain else outcome.spans
        said.append(_without(whole, gone))
        reference = outcome.sample.reference
        references.append(_without(reference, _found(reference, words)))
    return float(sacrebleu.corpus_chrf(said, [references]).score)


def _shown(outcome: _Outcome) -> str:
    def told(made: Made, span: _Span | None, beside: bool) -> str:
        return f"{made.kind}{'' if span else ' LOST'}{'' if beside else ' MOVED'}"

    each = zip(outcome.sample.tokens, outcome.spans, outcome.beside, strict=True)
    return (
        f"- {shown(outcome.sample.text)}\n  {shown(outcome.hypothesis.text)}\n  [{', '.join(told(*x) for x in each)}]"
    )


if __name__ == "__main__":
    main()
