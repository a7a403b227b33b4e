"""Puts the new words of a paragraph of a file of rich text where its old ones are, and moves what is to be moved."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator

from reader.formats.rewriting.placement import Object, Stretch
from reader.formats.rtf.content import Field
from reader.formats.rtf.edits import Edits, Item
from reader.formats.rtf.letters import behind_word, dress, written
from reader.formats.rtf.slots import Slot, Thing, longest_rise
from reader.formats.rtf.writing import Writing, look_of

_LAST = 1 << 60


class Replacing:
    """Writes one paragraph in its place.

    Words go into slots that look as they do, in order; those for which there is none stand in groups of their own. Of
    the things and links, as many as can be stay where they are.
    """

    def __init__(self, writing: Writing, edits: Edits) -> None:
        """Begin with nothing written."""
        self._writing, self._edits, self._order = writing, edits, writing.slots.order
        self._parts = list(writing.placement.parts)
        self._items: dict[int, list[Item]] = {}
        self._plain: dict[int, str] = {}
        self._alike: dict[Hashable, list[int]] = defaultdict(list)
        for slot in writing.slots.slots:
            self._alike[look_of(slot)].append(slot.index)
        self._last = {_start(each.link): each.index for each in self._order if each.link is not None}
        self._at = -1
        self._space = False

    def write(self) -> int:
        """Write it; returns how many things could not be moved to where they should be."""
        anchors = [(place, self._index(part)) for place, part in enumerate(self._parts) if self._is_anchor(part)]
        rise = longest_rise([index for _, index in anchors])
        staying = {anchors[each][0] for each in rise}
        stuck = 0
        for place, (part, bound) in enumerate(zip(self._parts, self._bounds(staying), strict=True)):
            if isinstance(part, Stretch):
                self._stretch(part, place, bound, moved=self._is_anchor(part) and place not in staying)
            elif place in staying:
                self._stay(self._writing.slots.things[part.number], place)
            else:
                stuck += self._move(self._writing.slots.things[part.number])
        self._finish()
        return stuck

    # What stays where it is

    def _is_anchor(self, part: Stretch | Object) -> bool:
        slot = self._writing.slot_of(part) if isinstance(part, Stretch) else None
        return isinstance(part, Object) or (slot is not None and slot.link is not None)

    def _index(self, part: Stretch | Object) -> int:
        if isinstance(part, Object):
            return self._writing.slots.things[part.number].index
        return self._alike[look_of(self._writing.slots.slots[part.piece])][0]

    def _bounds(self, staying: set[int]) -> list[int]:
        """For each part the index of what stays and comes after it."""
        bound, found = _LAST, list[int]()
        for place in reversed(range(len(self._parts))):
            found.append(bound)
            if place in staying:
                bound = self._index(self._parts[place])
        return found[::-1]

    def _stay(self, thing: Thing, place: int) -> None:
        if thing.shown and thing.before and not self._space:
            self._add_space(place)
        self._at, self._space = thing.index, False

    def _add_space(self, place: int) -> None:
        """Have a space before something that shows a number: the one that would stand behind it."""
        behind = self._parts[place + 1] if place + 1 < len(self._parts) else None
        if isinstance(behind, Stretch) and behind.text.startswith(" "):
            self._parts[place + 1] = behind._replace(text=behind.text[1:], start=behind.start + 1)
        self._insert(None, [" "])

    # Words

    def _stretch(self, stretch: Stretch, place: int, bound: int, *, moved: bool) -> None:
        stretch = self._behind_shown(stretch, place)
        if not stretch.text:
            return
        slot = self._writing.slot_of(stretch)
        free = None if slot is None or moved else self._free(look_of(slot), bound)
        if free is not None:
            self._put(free, stretch)
            self._space = stretch.text[-1] == " " or free.behind.endswith(" ")
            return
        self._space = stretch.text[-1] == " "
        letters = slot.letters if slot is not None else self._order[0].letters
        link, item = slot.link if slot is not None else None, self._writing.apart(stretch, letters)
        inside = self._at >= 0 and link is not None and self._order[self._at].link is link
        self._insert(link, [item] if inside else self._writing.linked(link, item))

    def _behind_shown(self, stretch: Stretch, place: int) -> Stretch:
        """A stretch with a space before it if it stands behind something that shows a number, and that had one."""
        before = self._parts[place - 1] if place else None
        thing = self._writing.slots.things[before.number] if isinstance(before, Object) else None
        if thing is None or not thing.shown or not thing.behind or stretch.text.startswith(" "):
            return stretch
        return stretch._replace(text=f" {stretch.text}", start=stretch.start - 1)

    def _free(self, look: Hashable, bound: int) -> Slot | None:
        """The next slot for words that look so."""
        alike = self._alike[look]
        first = bisect_left(alike, self._at)
        found = self._order[alike[first]] if first < len(alike) and alike[first] < bound else None
        return found if isinstance(found, Slot) else None

    def _put(self, slot: Slot, stretch: Stretch) -> None:
        self._at = slot.index
        if slot.index not in self._items:
            self._items[slot.index] = []
            if slot.before.endswith(" ") and stretch.text.startswith(" "):
                stretch = stretch._replace(text=stretch.text[1:], start=stretch.start + 1)
            self._plain[slot.index] = stretch.text
        else:
            self._plain.pop(slot.index, None)
        self._items[slot.index].append(self._writing.said(stretch, slot.letters, slot.piece.fallback))

    def _insert(self, link: Field | None, items: list[Item]) -> None:
        """Write something behind what has been written last, outside of links if it is in none."""
        if self._at < 0:
            first = self._order[0]
            start = first.link.start if first.link is not None else first.place[0]
            self._edits.add(start, start, items)
            return
        last = self._order[self._at]
        if last.link is not None and last.link is not link:
            self._at = self._last[last.link.start]
            self._edits.add(last.link.end, last.link.end, items)
        elif isinstance(last, Slot):
            self._items.setdefault(last.index, []).extend(items)
            self._plain.pop(last.index, None)
        else:
            self._edits.add(last.place[1], last.place[1], items)

    # Things

    def _move(self, thing: Thing) -> int:
        """Move something; returns 1 if that cannot be done."""
        start, end = thing.place
        if not _is_balanced(self._writing.data, start, end):
            return 1
        self._insert(None, ["{", dress(thing.letters), thing.place, "}"])
        self._edits.add(start, end, [])
        self._space = False
        return 0

    # The slots

    def _finish(self) -> None:
        for link in self._left_links():
            self._edits.add(link.start, link.end, [])
        ends = self._order[0], self._order[-1]
        for slot in self._writing.slots.slots:
            used = self._items.get(slot.index)
            covered = self._writing.slots.text[slot.start : slot.end]
            if self._plain.get(slot.index) == covered and len(used or ()) == 1:
                continue
            first, last = self._writing.around(slot)
            before, behind = self._kept(slot, first, last)
            if used is None:
                before = before if slot.before.strip() or slot is ends[0] else []
                behind = behind if slot.behind.strip() or slot is ends[1] else []
            items = [*before, *(used or []), *behind]
            if items and isinstance(items[0], str):
                items[0] = behind_word(self._writing.data, slot.place[0], items[0])
            self._edits.add(slot.place[0], slot.place[1], items)

    def _kept(self, slot: Slot, first: int, last: int) -> tuple[list[Item], list[Item]]:
        """What stands around the words of a slot."""
        data, (start, end) = self._writing.data, slot.place
        page = self._writing.page_of(slot)
        if (first, last) == (start, end):
            around = (written(text, page, slot.piece.fallback) for text in (slot.before, slot.behind))
            before, behind = ([text] if text else [] for text in around)
            return list(before), list(behind)
        return [data[start:first]] if first > start else [], [data[last:end]] if last < end else []

    def _left_links(self) -> Iterator[Field]:
        """The links that nothing is left in."""
        used = {_start(self._order[index].link) for index in self._items}
        used |= {_start(each.link) for each in self._order if isinstance(each, Thing)}
        seen = set[int]()
        for slot in self._writing.slots.slots:
            if slot.link is not None and slot.link.start not in used | seen:
                seen.add(slot.link.start)
                yield slot.link


def _start(link: Field | None) -> int:
    return link.start if link is not None else -1


def _is_balanced(data: str, start: int, end: int) -> bool:
    """Whether all groups end that begin in a part of a file."""
    from reader.formats.rtf.tokens import BRACE, TOKEN

    depth = 0
    for token in TOKEN.finditer(data, start, end):
        if token.lastindex == BRACE:
            depth += 1 if token[0] == "{" else -1
            if depth < 0:
                return False
    return not depth
