"""The language of a document, asked of its paragraphs one by one: each has its say, however long the others are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.text import (
    DISTINGUISHED,
    HEADINGS,
    LIKE_NORWEGIAN,
    Detection,
    Paragraph,
    base_language,
    detect_language,
)

# Paragraphs that are asked, and the characters of each that count: a long one is one voice among others.
_SAMPLES, _LENGTH = 40, 400
# Characters of a paragraph that tell Norwegian from English, and of all that are enough for a document.
_SHORTEST, _ENOUGH = 10, 60
# What a paragraph counts for besides its characters.
_VOICE = 20
# The share of the language among the paragraphs that are clear.
_MOST = 0.5
# Places looked at in a long document until there are enough paragraphs.
_PLACES = 20 * _SAMPLES
# Multiples of it, modulo 1, fall evenly into any interval, and in step with no pattern of paragraphs.
_GOLDEN = 0.6180339887498949


def document_language(paragraphs: Sequence[Paragraph], said: str = "") -> tuple[str, bool]:
    """The language (a code) of a document, and whether it is certain.

    Bokmål, Nynorsk and Danish count together against the others; only then which of them it is. What the file itself
    says, `said`, counts where the text does not tell.
    """
    voices = [(sample, detect_language(sample, enough=_SHORTEST)) for sample in _samples(paragraphs)]
    clear = [(sample, found) for sample, found in voices if found.certain]
    counted = Counter[str]()
    for sample, found in clear:
        counted[_group(found.language)] += len(sample) + _VOICE
    first = max(counted, key=lambda code: (counted[code], code == "nb"), default="")
    if sum(len(sample) for sample, found in clear if _group(found.language) == first) < _ENOUGH:
        return _of_all(paragraphs, said)
    language = first if first != "nb" else _norwegian([s for s, found in clear if _group(found.language) == "nb"])
    return language, counted[first] >= _MOST * counted.total()


def _group(code: str) -> str:
    return "nb" if code in LIKE_NORWEGIAN else code


def _norwegian(samples: Sequence[str]) -> str:
    """Which of the languages like Norwegian a text is in."""
    found = detect_language("\n".join(samples)).language
    return found if found in LIKE_NORWEGIAN else "nb"


def _of_all(paragraphs: Sequence[Paragraph], said: str) -> tuple[str, bool]:
    """The language of a document whose paragraphs are too short, or too unclear, each for itself."""
    words = (p for p in paragraphs if p.translatable)
    found: Detection = detect_language("\n".join(p.text for p in islice(words, 4 * _SAMPLES)))
    if not found.certain and base_language(said) in DISTINGUISHED:
        return base_language(said), True
    return found.language, found.certain


def _samples(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Paragraphs from all over the document; no headings and cells, which are full of names, if there is much else."""
    asked = [p for p in _spread(paragraphs) if len(p.text) >= _SHORTEST and p.translatable]
    body = [p for p in asked if p.kind not in HEADINGS and p.cell is None]
    chosen = body if sum(len(p.text) for p in body[:_SAMPLES]) >= _ENOUGH else asked
    return [p.text[:_LENGTH] for p in chosen[:_SAMPLES]]


def _spread(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    count = len(paragraphs)
    if count <= _PLACES:
        # All of them, in an order whose beginning is from all over the document.
        order = sorted(range(count), key=lambda n: n * _GOLDEN % 1)
        return (paragraphs[index] for index in order)
    places = dict.fromkeys(int(n * _GOLDEN % 1 * count) for n in range(_PLACES))
    return (paragraphs[index] for index in places)
