"""Links that the user has made, as they are kept: by the texts of their sentences, which outlive other changes."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from reader.parallel import ParallelText
from reader.reference.links import Alignment, SentenceLink
from reader.reference.pieces import Pieces
from reader.reference.sentences import piece_texts
from reader.text import Document, Span

# How far from where it was, in sentences, a link stands where it was.
_EXACTLY = 0.01


class KeptLink(NamedTuple):
    """A link made by hand.

    Attributes:
        source, target: the texts of its sentences; one side may have none.
        place: how far into both documents they stand, 0 to 1, which tells equal texts apart.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    place: tuple[float, float] = (0.0, 0.0)

    def to_json(self) -> dict[str, Any]:
        """A value that `kept_links_from_json` reads."""
        return {"source": list(self.source), "target": list(self.target), "place": list(self.place)}


def kept_links_from_json(values: object) -> list[KeptLink]:
    """The links in a list of their values; what cannot be understood is left out."""
    found = (_kept_link(value) for value in values) if isinstance(values, list) else ()
    return [link for link in found if link is not None]


def _kept_link(value: object) -> KeptLink | None:
    if not isinstance(value, dict):
        return None
    source, target = _texts(value.get("source")), _texts(value.get("target"))
    if source is None or target is None or not source + target:
        return None
    return KeptLink(source, target, _place(value.get("place")))


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        return None
    return tuple(value)


def _place(value: object) -> tuple[float, float]:
    match value:
        case [int() | float() as first, int() | float() as second]:
            return float(first), float(second)
    return 0.0, 0.0


def links_by_hand(alignment: Alignment, text: ParallelText, reference: Document) -> list[KeptLink]:
    """What the user has linked by hand, in an alignment of these two texts."""
    sources, targets = [row.source for row in text.rows], reference.paragraphs
    sizes = max(1, len(alignment.sources)), max(1, len(alignment.targets))
    return [
        KeptLink(
            piece_texts(alignment.sources[slice(*link.source)], sources),
            piece_texts(alignment.targets[slice(*link.target)], targets),
            (link.source[0] / sizes[0], link.target[0] / sizes[1]),
        )
        for link in alignment.links
        if link.by_hand
    ]


def merged_links(
    links: Sequence[KeptLink], before: Sequence[KeptLink], there: Sequence[KeptLink]
) -> tuple[KeptLink, ...]:
    """These links, that were made knowing those `before`, with what others have changed by then in those `there`.

    Those of them that others do not have any more are left out; what others have added comes last, so that of those
    that share a sentence these count.
    """
    mine, known, theirs = set(links), set(before), set(there)
    kept = [link for link in links if link in theirs or link not in known]
    return (*kept, *(link for link in there if link not in known and link not in mine))


def linked_otherwise(links: Iterable[KeptLink], there: Iterable[KeptLink]) -> bool:
    """Whether any of these links shares a sentence with one of those `there` that is none of them."""
    mine = set(links)
    others = [link for link in there if link not in mine]
    sources = {text for link in others for text in link.source}
    targets = {text for link in others for text in link.target}
    return any(not (sources.isdisjoint(link.source) and targets.isdisjoint(link.target)) for link in mine)


def found_again(links: Iterable[KeptLink], ours: Pieces, theirs: Pieces) -> list[SentenceLink]:
    """The links of the kept links whose sentences are still there, in ranges of these pieces.

    No piece is in two of them: of those that share one, the first counts.
    """
    sources, targets = _Finder(ours.texts), _Finder(theirs.texts)
    found: list[SentenceLink] = []
    for link in links:
        source, target = sources.find(link.source, link.place[0]), targets.find(link.target, link.place[1])
        if source is not None and target is not None:
            sources.take(source)
            targets.take(target)
            found.append(SentenceLink(source, target, by_hand=True))
    return found


class _Finder:
    """Where texts stand in a sequence; an empty one is passed over."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts, self._taken = texts, set[int]()
        self._places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            self._places.setdefault(text, []).append(place)

    def find(self, wanted: Sequence[str], place: float) -> Span | None:
        """The range with these texts that is nearest to a place (0 to 1); (0, 0) for none, None if it is not there.

        Where it was exactly, another link may have been found: then equal texts elsewhere are not meant.
        """
        if not wanted:
            return 0, 0
        near = place * len(self._texts)
        spans = filter(None, (self._from(start, wanted) for start in self._places.get(wanted[0], ())))
        for span in sorted(spans, key=lambda span: abs(span[0] - near)):
            if self._taken.isdisjoint(range(*span)):
                return span
            if abs(span[0] - near) < _EXACTLY:
                return None
        return None

    def take(self, span: Span) -> None:
        """Do not find this again."""
        self._taken.update(range(*span))

    def _from(self, start: int, wanted: Sequence[str]) -> Span | None:
        at = start
        for text in wanted:
            while at < len(self._texts) and not self._texts[at]:
                at += 1
            if at >= len(self._texts) or self._texts[at] != text:
                return None
            at += 1
        return start, at
