"""The language of a document, asked of its paragraphs one by one: each has its say, however long the others are."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from reader.text import (
    DISTINGUISHED,
    HEADINGS,
    LIKE_NORWEGIAN,
    Detection,
    Paragraph,
    base_language,
    detect_language,
)

# Paragraphs that are asked; as many more where they do not agree; and the characters of each that count: a long one is
# one voice among others.
_FEW, _MANY, _LENGTH = 40, 240, 400
# Characters of a paragraph that tell Norwegian from English, and of all that are enough for a document.
_SHORTEST, _ENOUGH = 10, 60
# Characters from which a text is believed, with this probability among the languages told apart: of 13,000 stretches of
# sentences in Bokmål or English that were so clear, one was taken for the other: an English name in Bokmål.
_BRIEF, _CLEAR = 25, 0.99
# What a paragraph counts for besides its characters.
_VOICE = 20
# The share from which the paragraphs agree, and the share of the language from which it is certain.
_AGREED, _MOST = 0.75, 0.5
# Norwegian needs so much less than another language to be that of a document, as it is learned from samples.
_HANDICAP = 0.8
# Places looked at in a long document until there are enough paragraphs.
_PLACES = 5 * _MANY


def document_language(paragraphs: Sequence[Paragraph], said: str = "") -> tuple[str, bool]:
    """The language (a code) of a document, and whether it is certain.

    Bokmål, Nynorsk and Danish count together against the others; only then which of them it is. What the file itself
    says, `said`, counts where the text does not tell.
    """
    voices = _Voices()
    for number, sample in enumerate(_samples(paragraphs)):
        if number >= _FEW and voices.agree:
            break
        voices.ask(sample)
    first = voices.first
    if sum(map(len, voices.of[first])) < _ENOUGH:
        return _of_all(paragraphs, said)
    language = _norwegian(voices.of[first]) if first == "nb" else first
    return language, voices.share(first) >= _MOST or voices.most_are(first)


class _Voices:
    """The paragraphs whose language is clear.

    Attributes:
        of: by language, all like Norwegian under "nb", the paragraphs.
    """

    def __init__(self) -> None:
        """Nothing has been asked yet."""
        self.of: defaultdict[str, list[str]] = defaultdict(list)
        self._counted = Counter[str]()

    def ask(self, sample: str) -> None:
        """Count a paragraph, if its language is clear."""
        found = detect_language(sample, enough=_SHORTEST)
        if found.certain:
            language = "nb" if found.language in LIKE_NORWEGIAN else found.language
            self.of[language].append(sample)
            self._counted[language] += len(sample) + _VOICE

    def share(self, language: str) -> float:
        """The share of a language in what was counted."""
        return self._counted[language] / max(self._counted.total(), 1)

    def most_are(self, language: str) -> bool:
        """Whether more paragraphs are in a language than in all others."""
        return 2 * len(self.of[language]) > sum(map(len, self.of.values()))

    @property
    def agree(self) -> bool:
        """Whether it is needless to ask more."""
        return self.share(self.first) >= _AGREED

    @property
    def first(self) -> str:
        """The language with the largest share."""
        return max(self._counted, key=lambda code: self._counted[code] / (_HANDICAP if code == "nb" else 1), default="")


def _norwegian(samples: Sequence[str]) -> str:
    """Which of the languages like Norwegian a text is in."""
    found = detect_language("\n".join(samples)).language
    return found if found in LIKE_NORWEGIAN else "nb"


def _of_all(paragraphs: Sequence[Paragraph], said: str) -> tuple[str, bool]:
    """The language of a document whose paragraphs are too short, or too unclear, each for itself."""
    text = "\n".join(p.text for p in islice((p for p in paragraphs if p.translatable), _MANY))
    found: Detection = detect_language(text)
    if not found.certain and base_language(said) in DISTINGUISHED:
        return base_language(said), True
    return found.language, found.certain or _is_clear(text)


def _is_clear(text: str) -> bool:
    """Whether a short text is clearly Bokmål or English; Danish and Nynorsk may be told only where there is more."""
    found = detect_language(text, enough=_BRIEF)
    return found.certain and found.language in ("nb", "en") and found.probability >= _CLEAR


def _samples(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Paragraphs from all over the document; no headings and cells, which are full of names, if there is much else."""
    asked = [p for p in _spread(paragraphs) if len(p.text) >= _SHORTEST and p.translatable]
    body = [p for p in asked if p.kind not in HEADINGS and p.cell is None]
    chosen = body if sum(len(p.text) for p in body[:_FEW]) >= _ENOUGH else asked
    return [p.text[:_LENGTH] for p in chosen[:_MANY]]


def _spread(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs from all over a document, in step with no pattern in it; the same ones each time."""
    count = len(paragraphs)
    places = Random(count).sample(range(count), min(count, _PLACES))
    return (paragraphs[place] for place in places)
