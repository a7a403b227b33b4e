"""A change of a translation by the user: the sentence, its place, its new translation, and who hears of its draft."""

from collections.abc import Callable
from dataclasses import field, replace
from typing import Optional

from reader.late_dataclasses import dataclass
from reader.memory import Before, EditOutcome, EditRequest, Key
from reader.parallel import Hypothesis, ParallelText, may_have, with_hypothesis_everywhere
from ui.toolkit.jobs import Job


@dataclass(frozen=True, slots=True)
class DraftCallbacks:
    """Callbacks on the fate of a draft.

    `taken_up` is called when the bar has been opened with it, and `gone` if the document no longer has the sentence.
    `left` is called with the typed text if the document is left before that, or the bar is closed without saving, and
    `lost` if it is closed as the document no longer has the sentence.
    """

    taken_up: Callable[[], None]
    gone: Callable[[], None]
    left: Callable[[str], None] | None
    lost: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of an open text, and the row where it is edited."""

    text: ParallelText
    row: int
    sentence: str

    @property
    def key(self) -> Key:
        """The key of the edit in the memory; in another direction the same text is another sentence."""
        return self.text.source_language, self.text.target_language, self.sentence

    def in_text(self, text: ParallelText) -> "Spot | None":
        """The same sentence in a text of the same document; None if it is gone.

        That may be of a later version of its file, which may have been moved. In another direction there is no such
        sentence.
        """
        here = replace(self, text=text)
        if here.key != self.key:
            return None
        if text.document is self.text.document:
            return here
        row = nearest_row(text, self.row, self.sentence)
        return None if row is None else replace(here, row=row)


def nearest_row(text: ParallelText, row: int, sentence: str) -> int | None:
    """The row nearest to `row` that may have a sentence; None if there is none."""
    places = range(len(text.rows))
    if row in places and may_have(text.rows[row].source, sentence):
        return row
    having = (place for place in places if may_have(text.rows[place].source, sentence))
    return min(having, key=lambda place: abs(place - row), default=None)


@dataclass(slots=True, eq=False)
class Record:
    """What a change of a sentence replaced, by which it can be undone; filled in when it is written.

    Attributes:
        before: what the memory had.
        written: the texts that the memory has had since.
        removed: whether it had no edit, since the change or its undoing deleted it.
        forgettings: how often other programs had forgotten something by then; None until the change is written.
        unwritten: what was there before if that had not been written yet: an earlier change.
    """

    before: dict[Key, Before] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    removed: bool = False
    forgettings: int | None = None
    unwritten: Optional["Unwritten"] = None

    def note(self, sentence: str, request: EditRequest, outcome: EditOutcome) -> None:
        """The memory was asked for the change; what it replaced may be what an unwritten one would have."""
        values = [each.value for each in (request.put_back or {}).values()]
        self.written.update(value[0] for value in values if value is not None)
        if request.hypothesis is not None:
            self.written.add(request.hypothesis.text)
        if sentence in outcome.safe and request.put_back != {}:
            self.removed = request.hypothesis is None and (request.put_back is None or None in values)
            self.forgettings = outcome.forgettings
        record: Record | None = self
        while record is not None:
            for key, each in outcome.before.get(sentence, {}).items():
                record.before.setdefault(key, each)
            record = record.unwritten.record if record.unwritten is not None else None

    def request(self, seen: frozenset[str]) -> EditRequest:
        """The request that undoes the change, given the texts that the user knows of."""
        record, earlier, last = self, self.unwritten, self._last_written
        absent, since = (last.removed, last.forgettings) if last is not None else (True, None)
        seen |= record.written
        while earlier is not None:
            seen |= earlier.seen
            if earlier.restoring is None:
                return EditRequest(earlier.edit, seen, None, True, absent, since)
            record = earlier.restoring
            seen, earlier = seen | record.written, record.unwritten
        return EditRequest(None, seen, dict(record.before), True, absent, since)

    @property
    def _last_written(self) -> "Record | None":
        """The record of the last change that the memory has had, of this one and those that it replaced unwritten."""
        record: Record | None = self
        while record is not None and record.forgettings is None:
            record = record.unwritten.record if record.unwritten is not None else None
        return record


@dataclass(frozen=True, slots=True, eq=False)
class Unwritten:
    """What a change asks of the memory, without its text, which may be left: see `Change`; `edit` is None for none."""

    edit: Hypothesis | None
    seen: frozenset[str]
    record: Record
    restoring: Record | None


@dataclass(frozen=True, slots=True)
class Change:
    """The new translation of the sentence at `spot`: an edit or, if taken `back`, the machine translation.

    `number` distinguishes it from earlier changes of the sentence; `seen` are the edits of it that the user knows, and
    `tried` tells whether saving has failed before. What it replaces is noted in `record`. If it undoes another change,
    `restoring` is the record of that.
    """

    spot: Spot
    translation: Hypothesis
    number: int
    seen: frozenset[str]
    back: bool = False
    tried: bool = False
    record: Record = field(default_factory=Record, compare=False)
    restoring: Record | None = field(default=None, compare=False)

    @property
    def version(self) -> tuple[Key, int]:
        """Identifies the change."""
        return self.spot.key, self.number

    @property
    def pair(self) -> tuple[str, str]:
        """The language codes, source and target."""
        return self.spot.text.source_language, self.spot.text.target_language

    @property
    def request(self) -> EditRequest:
        """The request to the memory for this change; for one that undoes another, known once that is written."""
        if self.restoring is not None:
            return self.restoring.request(self.seen)
        return EditRequest(self._edit, self.seen)

    @property
    def as_unwritten(self) -> Unwritten:
        """The change as what a later one replaces."""
        return Unwritten(self._edit, self.seen, self.record, self.restoring)

    def answered(self, found: Hypothesis) -> "Change":
        """The same with what the memory has: another edit may have been behind the one that was taken back."""
        return Change(
            self.spot, found, self.number, self.seen, not found.edited, self.tried, self.record, self.restoring
        )

    @property
    def _edit(self) -> Hypothesis | None:
        return None if self.back else self.translation


@dataclass(frozen=True, slots=True)
class Refused:
    """A deletion, or an undoing, that was not done: another edit is there, or none any more."""

    change: Change
    other: Hypothesis | None


@dataclass(frozen=True, slots=True)
class OtherEdit:
    """An edit of a changed sentence that was found in the memory and that nobody here had seen."""

    change: Change
    translation: Hypothesis

    @property
    def topic(self) -> str:
        """Identifies the two edits."""
        return "\n".join((*self.change.spot.key, self.translation.text))


def spread(job: Job, change: Change) -> None:
    """Hand over the index of every row with the sentence, each with the change."""
    rows = list(change.spot.text.rows)
    for index, _ in with_hypothesis_everywhere(rows, change.spot.sentence, change.translation):
        job.emit_item((index, change))
