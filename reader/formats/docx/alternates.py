"""Contents that a file has twice, in a new form and in an old one: what changes in the one changes in the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import islice

from reader.formats.docx.rewritten_paragraphs import Paragraphs
from reader.formats.xml_parts import Element, child, local_name
from reader.late_dataclasses import dataclass
from reader.text import Span

_BOX = "{*}txbxContent"


@dataclass
class Alternates:
    """The paragraphs of text boxes, and those that say the same in an older form."""

    _twins: dict[Element, list[Element]] = field(default_factory=lambda: defaultdict(list))
    _known: set[Element] = field(default_factory=set)

    def of(self, place: Paragraphs) -> list[Paragraphs]:
        """The older forms of a paragraph that is about to change, which are to change as it does."""
        found = zip(*(self._of(element) for element in place.elements), strict=False)
        return [place._replace(elements=each, spans=_spans(place, each)) for each in found]

    def _of(self, paragraph: Element) -> list[Element]:
        found: dict[Element, None] = {}
        pending = [paragraph]
        while pending:
            each = pending.pop()
            for box in each.iterancestors(_BOX):
                self._learn(box)
            pending += (twin for twin in self._twins[each] if twin not in found)
            found |= dict.fromkeys(self._twins[each])
        return list(found)

    def _learn(self, box: Element) -> None:
        """Find the paragraphs that say the same as those of a box, which may be many."""
        if box in self._known:
            return
        self._known.add(box)
        for around in islice(box.iterancestors("{*}Choice"), 1):
            fallback = child(around.getparent(), "Fallback")
            theirs = list(fallback.iter(_BOX)) if fallback is not None else []
            ours = list(around.iter(_BOX))
            if len(theirs) == len(ours) and _words(theirs[ours.index(box)]) == _words(box):
                for own, other in zip(box.iter("{*}p"), theirs[ours.index(box)].iter("{*}p"), strict=True):
                    self._twins[own].append(other)


def _words(box: Element) -> list[str]:
    return ["".join(each.text or "" for each in paragraph.iter("{*}t")) for paragraph in box.iter("{*}p")]


def _spans(place: Paragraphs, others: Iterable[Element]) -> dict[Element, Span]:
    """Where the text of a paragraph stands in others that say the same, however their runs are cut."""
    found: dict[Element, Span] = {}
    for own, other in zip(place.elements, others, strict=True):
        found.update(_of_letters(list(own.iter("{*}t")), list(other.iter("{*}t")), place.spans))
        signs, twins = defaultdict[str, list[Element]](list), defaultdict[str, list[Element]](list)
        for each in own.iter("*"):
            if each in place.spans and local_name(each) != "t":
                signs[local_name(each)].append(each)
        for each in other.iter("*") if signs else ():
            twins[local_name(each)].append(each)
        for name, elements in signs.items():
            if len(twins[name]) == len(elements):
                found.update(zip(twins[name], (place.spans[each] for each in elements), strict=True))
    return found


def _of_letters(
    ours: Sequence[Element], theirs: Sequence[Element], spans: Mapping[Element, Span]
) -> Iterator[tuple[Element, Span]]:
    number = begin = start = 0
    for other in theirs:
        stop, covered = start + len(other.text or ""), list[int]()
        while number < len(ours) and begin < stop:
            length = len(ours[number].text or "")
            if ours[number] in spans:
                first, last = max(start - begin, 0), min(stop - begin, length)
                covered += (_at(spans[ours[number]], place, length) for place in (first, last))
            if begin + length > stop:
                break
            number, begin = number + 1, begin + length
        if covered and covered[0] < covered[-1]:
            yield other, (covered[0], covered[-1])
        start = stop


def _at(span: Span, place: int, length: int) -> int:
    """Where in a span a place is in an element with so many letters, some of which it may not have."""
    size = span[1] - span[0]
    return span[0] + (place if size == length else place * size // max(length, 1))
