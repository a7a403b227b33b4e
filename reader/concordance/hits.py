"""One sentence in which a word was found, and what the word has become in its translation."""

from collections.abc import Iterable, Sequence
from enum import Enum

from reader.late_dataclasses import dataclass
from reader.text import Link, Span, is_content_word, lemma, tokens

# Links weaker than this part of the strongest of the same words are chance.
_WEAK = 0.5


class Origin(Enum):
    """Where a hit is from."""

    TEXT = "text"
    EDIT = "edit"
    IMPORTED = "imported"
    MACHINE = "translation"


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence with what was looked for, and its translation.

    Attributes:
        language, other_language: codes of the language of what was looked for, and of the other.
        text, other: the sentence that has it, and its translation or what it is a translation of.
        spans, other_spans: in code points, what was found, and the words linked to it; none if no links are known.
        became: the linked words as in a dictionary, to group by; "" if none are linked.
        is_source: whether what was looked for stands in the original.
        origin: where it is from.
        row, sentence: where it is in the text; -1 else.
        edited: whether the translation is the user's.
    """

    language: str
    other_language: str
    text: str
    other: str
    spans: tuple[Span, ...]
    other_spans: tuple[Span, ...]
    became: str
    is_source: bool
    origin: Origin = Origin.TEXT
    row: int = -1
    sentence: int = -1
    edited: bool = False


def linked_spans(spans: Sequence[Span], links: Iterable[Link], *, is_source: bool) -> tuple[Span, ...]:
    """The words on the other side that are linked to those in `spans`, without weak links; in order."""
    this, other = (0, 2) if is_source else (2, 0)
    touching = [link for link in links if any(link[this] < end and start < link[this + 1] for start, end in spans)]
    strongest = max((link[4] for link in touching), default=0.0)
    partners = {(int(link[other]), int(link[other + 1])) for link in touching if link[4] >= _WEAK * strongest}
    return tuple(sorted(partners))


def became(text: str, spans: Iterable[Span], language: str) -> str:
    """Words of a text as in a dictionary: without articles and the like if there are others."""
    words = [form for start, end in spans for _, form in tokens(text[start:end])]
    content = [word for word in words if is_content_word(word, language)]
    return " ".join(dict.fromkeys(lemma(word, language) for word in content or words))


def grouped(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """Hits by what the word has become: that with the most first, those without links last."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.became, []).append(hit)
    return sorted(groups.items(), key=lambda group: (not group[0], -len(group[1])))
