"""Contents that a file has twice, in a new form and in an old one: what changes in the one changes in the other."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import field
from itertools import islice

from reader.formats.docx.letters import tag_beside
from reader.formats.xml_parts import Element, attribute, child
from reader.late_dataclasses import dataclass

_BOX, _BOOKMARK = "{*}txbxContent", "{*}bookmarkStart"


@dataclass
class Alternates:
    """The text boxes that have been changed, and those that say the same in an older form."""

    _pairs: dict[Element, Element] = field(default_factory=dict)
    _known: set[Element] = field(default_factory=set)

    def change(self, paragraph: Element) -> None:
        """A paragraph is about to change: remember the boxes that are to say the same as those that it is in."""
        for box in paragraph.iterancestors(_BOX):
            if box in self._known:  # a box may have many paragraphs
                return
            self._known.add(box)
            for around in islice(box.iterancestors("{*}Choice"), 1):
                fallback = child(around.getparent(), "Fallback")
                theirs = list(fallback.iter(_BOX)) if fallback is not None else []
                ours = list(around.iter(_BOX))
                if len(theirs) == len(ours) and _words(theirs[ours.index(box)]) == _words(box):
                    self._pairs[box] = theirs[ours.index(box)]

    def follow(self) -> None:
        """Have the older forms say what the new ones say by now, those inside others first."""
        for box, other in sorted(self._pairs.items(), key=lambda pair: -sum(1 for _ in pair[0].iterancestors())):
            own = {attribute(each, "name"): attribute(each, "id") for each in other.iter(_BOOKMARK)}
            for each in list(other):
                other.remove(each)
            other.extend(deepcopy(each) for each in box)
            _renumber(other, own)


def _renumber(box: Element, own: Mapping[str, str]) -> None:
    """Give the bookmarks of a box the numbers that it had for their names."""
    numbers = {attribute(each, "id"): own.get(attribute(each, "name")) for each in box.iter(_BOOKMARK)}
    for each in box.iter(_BOOKMARK, "{*}bookmarkEnd"):
        if number := numbers.get(attribute(each, "id")):
            each.set(tag_beside(each, "id"), number)


def _words(box: Element) -> list[str]:
    return ["".join(each.text or "" for each in paragraph.iter("{*}t")) for paragraph in box.iter("{*}p")]
