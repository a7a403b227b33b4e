"""Word links around tokens: a token is linked to itself, and the words beside it as if it were one word."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.engine.attention import Attention
from reader.engine.word_alignment import word_links
from reader.processing import Splices, Token
from reader.text import Link, Span, is_apart, long_runs, merged, signed_spans, word_spans

# In place of tokens: a word, which is the same in both texts and so linked; for signs alone no word.
_WORD, _SIGN = "X", "…"

# Words of one text times words of the other: more than in any pair that is short enough to be aligned.
_MOST_WORD_PAIRS = 500 * 500
# Of a token, linked one by one.
_MOST_WORDS = 20

# The spans of a token in a sentence and in its translation.
Pair = tuple[Span, Span]


def same_tokens(source: str, tokens: Iterable[Token], target: str) -> list[Pair]:
    """The tokens that stand in a translation as often as in their sentence, each with its place there, in order."""
    wanted: dict[str, list[Span]] = defaultdict(list)
    for token in tokens:
        wanted[token.written].append((token.start, token.end))
    places = _places(wanted, target) if wanted else {}
    pairs = ((wanted[written], there) for written, there in places.items())
    return sorted(pair for here, there in pairs if len(here) == len(there) for pair in zip(here, there, strict=True))


def _places(wanted: Iterable[str], text: str) -> dict[str, list[Span]]:
    """Where each of the wanted texts stands, outside longer words; of several at one place the longest."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for each in wanted:
        sizes[each[0]].add(len(each))
    longest_first = {first: sorted(of_first, reverse=True) for first, of_first in sizes.items()}
    known, found, end = frozenset(wanted), defaultdict[str, list[Span]](list), 0
    for place, character in enumerate(text):
        if place < end or character not in longest_first:
            continue
        ends = (place + size for size in longest_first[character])
        here = (stop for stop in ends if text[place:stop] in known and is_apart(text, place) and is_apart(text, stop))
        if stop := next(here, 0):
            found[text[place:stop]].append((place, stop))
            end = stop
    return found


def shortened(source: str, target: str, same: Sequence[Pair]) -> tuple[Splices, Splices]:
    """Both texts with words in place of the tokens that they share, and of others that no model is to read."""
    return _shortened(source, [here for here, _ in same]), _shortened(target, sorted(there for _, there in same))


def _shortened(text: str, known: Sequence[Span]) -> Splices:
    runs = merged([*known, *long_runs(text), *signed_spans(text)])
    words = (_WORD if any(map(str.isalnum, text[start:end])) else _SIGN for start, end in runs)
    return Splices.of(text, [(start, end, word) for (start, end), word in zip(runs, words, strict=True)])


def restored(links: Iterable[Link], source: Splices, target: Splices) -> list[Link]:
    """Links between the new texts as links between the old ones."""
    return [(*source.before((a, b)), *target.before((c, d)), weight) for a, b, c, d, weight in links]


def pinned(links: Iterable[Link], source: str, target: str, same: Sequence[Pair]) -> tuple[Link, ...]:
    """The links, with each token linked to itself, and to nothing else.

    Args:
        links: of words of `source` and `target`.
        source, target: the texts.
        same: the tokens that they share.
    """
    if not same:
        return tuple(links)
    inside = [{place for pair in same for place in range(*pair[side])} for side in (0, 1)]
    kept = [link for link in links if link[0] not in inside[0] and link[2] not in inside[1]]
    kept += (link for here, there in same for link in _within(source, target, here, there))
    return tuple(sorted(kept))


def _within(source: str, target: str, here: Span, there: Span) -> list[Link]:
    """Links of the words of a token, or one of the whole: if it is long, has no letters, or the words differ."""
    ours, theirs = word_spans(source[slice(*here)]), word_spans(target[slice(*there)])
    if len(ours) != len(theirs) or len(ours) > _MOST_WORDS or not any(map(str.isalpha, source[slice(*here)])):
        return [(*here, *there, 1.0)]
    a, b = here[0], there[0]
    return [(a + s, a + e, b + t, b + f, 1.0) for (s, e), (t, f) in zip(ours, theirs, strict=True)]


def beside(links: Sequence[Link], here: Span, there: Span) -> bool:
    """Whether the nearest linked word before or behind a token is linked to that of its place in the translation."""
    before = _last(b for _, b, *_ in links if b <= here[0]), _last(d for *_, d, _ in links if d <= there[0])
    behind = _first(a for a, *_ in links if a >= here[1]), _first(c for _, _, c, *_ in links if c >= there[1])
    if before == (-1, -1) or behind == (-1, -1):
        return True
    return any((b, d) == before or (a, c) == behind for a, b, c, d, _ in links)


def _last(places: Iterable[int]) -> int:
    return max(places, default=-1)


def _first(places: Iterable[int]) -> int:
    return min(places, default=-1)


def links_of(
    source: str, target: str, forward: Attention | None, backward: Attention | None = None
) -> tuple[Link, ...]:
    """As `word_links`; () without attention, or where there are too many words for a table of all pairs."""
    if forward is None or len(word_spans(source)) * len(word_spans(target)) > _MOST_WORD_PAIRS:
        return ()
    return word_links(source, target, forward, backward)
