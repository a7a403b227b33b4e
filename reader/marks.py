"""Carrying bold, italic and links of the original over to its translation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.document import Mark, Span
from reader.parallel import SentencePair

_OPENING_QUOTES = "«\"“‘'"
_CLOSING_QUOTES = "»\"”’'"


def carried_marks(marks: Sequence[Mark], pairs: Sequence[SentencePair], source: str, target: str) -> tuple[Mark, ...]:
    """The marks of a paragraph on its translation.

    A mark over whole sentences goes to their translations whole; one over a part of a sentence goes to the
    words that its words are linked to, in one piece. One whose words have no links is left out rather than
    guessed. All spans are code points into `source` and `target`.
    """
    carried = [
        replace(mark, start=start, end=end)
        for mark in marks
        for start, end in _joined(_target_spans(mark, pairs, source, target), target)
    ]
    return tuple(sorted(dict.fromkeys(carried), key=lambda mark: (mark.start, -mark.end)))


def _target_spans(mark: Mark, pairs: Sequence[SentencePair], source: str, target: str) -> Iterator[Span]:
    for pair in pairs:
        start, end = max(mark.start, pair.source[0]), min(mark.end, pair.source[1])
        if start >= end:
            continue
        if _covers(source, (start, end), pair.source):
            yield pair.target
        elif (span := _linked_span((start, end), pair)) is not None:
            yield _with_quotes(span, source[start:end], pair, target)


def _covers(source: str, part: Span, sentence: Span) -> bool:
    """Whether `part` leaves out nothing of the sentence but white space and punctuation."""
    outside = source[sentence[0] : part[0]] + source[part[1] : sentence[1]]
    return not any(character.isalnum() for character in outside)


def _linked_span(part: Span, pair: SentencePair) -> Span | None:
    """The words of the translation that belong to `part`, in one piece.

    Words linked to something outside `part` as well, or rather, end the piece; of several pieces the one
    with the most weight is taken.
    """
    inside: dict[Span, float] = {}
    outside: dict[Span, float] = {}
    for s0, s1, t0, t1, weight in pair.links:
        linked = inside if part[0] <= s0 and s1 <= part[1] else outside
        linked[t0, t1] = linked.get((t0, t1), 0.0) + weight
    own = {span: weight for span, weight in inside.items() if weight > outside.get(span, 0.0)}
    pieces = _pieces(sorted(own), [span for span in outside if span not in own])
    best = max(pieces, key=lambda piece: sum(own[span] for span in piece), default=None)
    return (best[0][0], best[-1][1]) if best else None


def _pieces(own: Sequence[Span], others: Sequence[Span]) -> list[list[Span]]:
    """Words in order, cut wherever a word of something else stands between two of them."""
    pieces: list[list[Span]] = []
    for span in own:
        cut = not pieces or any(pieces[-1][-1][1] <= other[0] < span[0] for other in others)
        if cut:
            pieces.append([])
        pieces[-1].append(span)
    return pieces


def _with_quotes(span: Span, marked: str, pair: SentencePair, target: str) -> Span:
    """Quotation marks inside the mark on the one side are inside it on the other."""
    start, end = span
    if marked[0] in _OPENING_QUOTES and start > pair.target[0] and target[start - 1] in _OPENING_QUOTES:
        start -= 1
    tail = marked[-1] if marked[-1] in _CLOSING_QUOTES else marked[-2:-1]
    while tail and tail in _CLOSING_QUOTES and end < pair.target[1] and target[end] in _CLOSING_QUOTES + ".,!?":
        end += 1
        if target[end - 1] in _CLOSING_QUOTES:
            break
    return start, end


def _joined(spans: Iterator[Span], target: str) -> list[Span]:
    """Spans with nothing but white space between them made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not target[joined[-1][1] : span[0]].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], span[1]))
        else:
            joined.append(span)
    return joined
