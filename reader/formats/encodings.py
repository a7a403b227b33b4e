"""Which encoding of one byte a letter bytes are in, told by what Norwegian and English text looks like in each."""

from collections import Counter, defaultdict
from typing import NamedTuple

from reader import late_re as re
from reader.formats.letter_costs import cost, is_box, is_foreign

# By how common they are; the number is what a text must gain by being read as a less common one.
_CANDIDATES = {
    "cp1252": 0.0,
    "iso8859-15": 1.0,
    "mac-roman": 2.0,
    "cp850": 2.0,
    "cp865": 2.5,
    "iso8859-10": 4.0,
}
_HIGH = re.compile(rb"[\x80-\xff]")
# A reading is clear if the next best with other letters costs this much more,
_CLEAR = 4.0
# and doubtful, or none at all, if its letters cost this much each on the average.
_DOUBTFUL, _HOPELESS = 5.0, 8.0


class Guess(NamedTuple):
    """An encoding, what its letters cost, and whether it is clear that it is that one."""

    encoding: str
    cost: float
    clear: bool


def guess(data: bytes) -> Guess | None:
    """The encoding that bytes with letters outside ASCII are in; None if they look like text in none."""
    padded = b" " + data + b" "
    places = Counter(padded[high.start() - 1 : high.end() + 1] for high in _HIGH.finditer(padded))
    high = bytes({place[1] for place in places})
    costs = {name: found + prior for name, prior in _CANDIDATES.items() if (found := _cost(places, name)) is not None}
    if not costs or not places:
        return None
    best = min(costs, key=lambda name: costs[name])
    each = _each(places, best)
    if each > _HOPELESS:
        return None
    letters = high.decode(best)
    others = [costs[name] for name in costs if high.decode(name) != letters]
    likely = each <= _DOUBTFUL and not _is_odd(places, best)
    return Guess(best, costs[best], likely and min(others, default=1e9) - costs[best] >= _CLEAR)


def _each(places: Counter[bytes], encoding: str) -> float:
    """What a letter costs on the average; drawn boxes, which may be many more, are none."""
    total, letters = 0.0, 0
    for place, count in places.items():
        around = place.decode(encoding)
        if not is_box(*around):
            total += cost(*around) * count
            letters += count
    return total / (letters or 1)


def _is_odd(places: Counter[bytes], encoding: str) -> bool:
    """Whether a byte is a letter of another language, or a sign that stands where none does, among many that fit.

    So is one piece of a box and nothing else, which a letter that is written several times may be. The encoding may be
    none of the candidates then. In the most common one foreign letters are no surprise.
    """
    costs, counts = defaultdict[str, float](float), Counter[str]()
    for place, count in places.items():
        around = place.decode(encoding)
        costs[around[1]] += count * cost(*around)
        counts[around[1]] += count
    if len(counts) == 1 and all(is_box(*place.decode(encoding)) for place in places):
        return True
    if any(_is_hungarian(*place.decode(encoding)) for place in places):
        return True
    foreign = _CANDIDATES[encoding] and any(map(is_foreign, counts))
    return bool(foreign) or any(costs[char] > _HOPELESS * counts[char] for char in counts)


def _is_hungarian(_: str, char: str, after: str) -> bool:
    """Whether a letter is what "ő" looks like: Portuguese has it before "e" only."""
    return char in "õÕ" and after not in "eE"


def _cost(places: Counter[bytes], encoding: str) -> float | None:
    """What all letters cost together; None if the encoding lacks one of the bytes."""
    try:
        return sum(cost(*place.decode(encoding)) * count for place, count in places.items())
    except UnicodeDecodeError:
        return None


def text_cost(text: str) -> float:
    """What all characters outside ASCII cost together in a decoded text."""
    padded = f" {text} "
    places = Counter(padded[high.start() - 1 : high.end() + 1] for high in re.finditer("[^\0-\x7f]", padded))
    return sum(cost(*place) * count for place, count in places.items())
