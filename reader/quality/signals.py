"""What two models say of a sentence pair, in a few numbers: of each word of the translation, and of the whole."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.late_dataclasses import dataclass
from reader.text import Span, word_spans

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from reader.engine import TokenScores

    Numbers = npt.NDArray[np.float64]

# How many numbers `WordSignals.numbers` has in a row, and `of_sentence` in each case.
WORD_NUMBERS = 8
SENTENCE_NUMBERS, INFORMED_NUMBERS = 7, 11


@dataclass(frozen=True, slots=True)
class WordSignals:
    """The words of a translation, as spans in code points, and a row of numbers for each."""

    spans: tuple[Span, ...]
    numbers: "Numbers"


def of_words(source: str, target: str, scores: "TokenScores") -> WordSignals | None:
    """The signals of each word that has tokens; None if there are no words.

    The numbers: the roots of minus the log-probability of the word, of its least probable token and of the tokens
    around it (roots, since they reach far); its length; its tokens; whether it stands in the source; whether it
    has a capital letter.
    """
    import numpy as np

    tokens = [(span, i) for i, span in enumerate(scores.spans) if span is not None]
    ends = [span[1] for span, _ in tokens]
    known = {source[start:end].casefold() for start, end in word_spans(source)}
    log = scores.log_probabilities
    spans: list[Span] = []
    rows: list[list[float]] = []
    for start, end in word_spans(target):
        first = bisect_left(ends, start + 1)
        own = []
        while first < len(tokens) and tokens[first][0][0] < end:
            own.append(tokens[first][1])
            first += 1
        if own:
            word, said = target[start:end], [log[i] for i in own]
            after, before = log[own[-1] + 1], log[own[0] - 1] if own[0] else 0.0
            roots = [_root(sum(said)), _root(min(said)), _root(after), _root(before)]
            capital = word[0].isupper() and bool(spans)
            spans.append((start, end))
            rows.append([*roots, len(word) ** 0.5, len(own), word.casefold() in known, capital])
    return WordSignals(tuple(spans), np.array(rows, float)) if spans else None


def of_sentence(
    source: str,
    target: str,
    scores: "TokenScores",
    back: "TokenScores | None",
    doubts: "Numbers",
    words: Sequence[Span],
) -> list[float]:
    """The signals of a sentence pair.

    Args:
        source, target: the two texts.
        scores: of the target given the source.
        back: of the source given the target, by the reverse model; None without one.
        doubts: how likely each word is wrong.
        words: the words' spans.
    """
    import numpy as np

    lengths = [end - start for start, end in words]
    found = [float(doubts.mean()), float(np.average(doubts, weights=lengths)), *_of_tokens(target, scores)]
    return found if back is None else [*found, *_of_tokens(source, back)[:4]]


def _of_tokens(text: str, scores: "TokenScores") -> list[float]:
    """The mean, that of the lowest quarter, the least and the sum by character, and how long the text is."""
    import numpy as np

    log = np.sort(np.array(scores.log_probabilities))
    lowest = log[: max(1, len(log) // 4)]
    return [float(log.mean()), float(lowest.mean()), float(log[0]), float(log.sum()) / len(text), len(log) ** 0.5]


def _root(log_probability: float) -> float:
    return float(max(-log_probability, 0.0) ** 0.5)
