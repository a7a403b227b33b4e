"""Writes the words of one paragraph of a file of rich text anew."""

from collections import deque
from collections.abc import Hashable, Sequence

from reader import late_re as re
from reader.formats.inline import unshifted
from reader.formats.rewriting.changes import Change
from reader.formats.rewriting.placement import Fixed, Object, Piece, Placement, Stretch, placed
from reader.formats.rewriting.texts import cut, languages
from reader.formats.rtf.content import Content, Field
from reader.formats.rtf.edits import Item
from reader.formats.rtf.letters import dress, ends_of_letters, written
from reader.formats.rtf.looks import Letters
from reader.formats.rtf.slots import Slot, Slots
from reader.formats.rtf.words import language_of, number_of
from reader.text import Mark, base_language

_BREAK = re.compile(r"\\(?:line|page|column|lbr)(?![A-Za-z])[ ]?")


class Writing:
    """Writes a paragraph, in its place or beside it."""

    def __init__(self, data: str, content: Content, slots: Slots, marks: Sequence[Mark], change: Change, language: str):
        """Place what the paragraph consists of in its new text."""
        self.data, self._content, self.slots = data, content, slots
        self._languages = list(languages(change, language))
        pieces = [Piece(slot.start, slot.end, look_of(slot), slot.link is None) for slot in slots.slots]
        things = [Fixed(thing.start, thing.end) for thing in slots.things]
        self.placement: Placement = placed(slots.text, marks, change, pieces, things)
        self._breaks = deque(each for slot in slots.slots for each in self._breaks_of(slot))

    def page_of(self, slot: Slot) -> str:
        """The code page of the words of a slot."""
        return self._content.page_of(slot.letters)

    def slot_of(self, stretch: Stretch) -> Slot | None:
        """A slot with letters that look as a stretch does."""
        return self.slots.slots[stretch.piece] if stretch.piece >= 0 else None

    # Pieces of the file

    def around(self, slot: Slot) -> tuple[int, int]:
        """Where in the file the words of a slot begin and end that the paragraph has."""
        start, end = slot.place
        if not slot.before and not slot.behind:
            return start, end
        ends = ends_of_letters(self.data, start, end, slot.piece.fallback)
        if len(ends) != len(slot.piece.text):
            return start, end
        first = ends[len(slot.before) - 1] if slot.before else start
        last = ends[len(ends) - len(slot.behind) - 1] if slot.behind else end
        return first, last

    def _breaks_of(self, slot: Slot) -> list[str]:
        """The words for line breaks among the words of a slot, which may be those for a new page."""
        return [
            found if found.endswith(" ") else f"{found} " for found in _BREAK.findall(self.data, *self.around(slot))
        ]

    def letters(self, text: str, letters: Letters, fallback: int) -> str:
        """A text as letters that look so have it."""
        breaks = (self._breaks.popleft() for _ in range(min(text.count("\n"), len(self._breaks))))
        return written(text, self._content.page_of(letters), fallback, breaks)

    def said(self, stretch: Stretch, letters: Letters, fallback: int) -> str:
        """A stretch in its languages."""
        found: list[str] = []
        for start, end, language in cut(self._languages, stretch.start, stretch.start + len(stretch.text)):
            text = stretch.text[start - stretch.start : end - stretch.start]
            text = (letters.shift and unshifted(text)) or text
            new, number = self.letters(text, letters, fallback), number_of(language)
            own = language_of(letters.language or self._content.language)
            if base_language(own) != base_language(language) and text.strip():
                new = rf"{{\lang{number}\langfe{number}\langnp{number} {new}}}"
            found.append(new)
        return "".join(found)

    def apart(self, stretch: Stretch, letters: Letters) -> str:
        """A stretch that may stand anywhere."""
        return rf"{{\uc1{dress(letters)}{self.said(stretch, letters, 1)}}}"

    def linked(self, link: Field | None, item: str) -> list[Item]:
        """A stretch with the field around it that leads somewhere."""
        return [item] if link is None else [r"{\field", link.said, r"{\fldrslt ", item, "}}"]

    def copy(self) -> list[Item]:
        """The new text, with what is counted in it, for a paragraph of its own beside the old one."""
        found: list[Item] = []
        space, wanted = True, False
        for part in self.placement.parts:
            thing = self.slots.things[part.number] if isinstance(part, Object) else None
            if isinstance(part, Stretch) and part.text:
                slot = self.slot_of(part)
                letters = slot.letters if slot is not None else self.slots.order[0].letters
                found += [" "] * (wanted and not part.text.startswith(" "))
                found += self.linked(slot.link if slot is not None else None, self.apart(part, letters))
                space, wanted = part.text.endswith(" "), False
            elif thing is not None and thing.copied:
                found += [" "] * (thing.before and not space)
                found += ["{", dress(thing.letters), thing.place, "}"]
                space, wanted = False, thing.behind
        return found


def look_of(slot: Slot) -> Hashable:
    """What is equal for slots whose words look alike and lead to the same."""
    return slot.letters.look, slot.link.start if slot.link is not None else -1
