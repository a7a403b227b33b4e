"""What the user changes: which sentence, where, and how it reads from now on."""

from dataclasses import dataclass

from reader.memory import EditRequest, Key
from reader.parallel import Hypothesis, ParallelText, with_hypothesis_everywhere
from ui.toolkit.jobs import Job


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of an open text, and the row that it is edited in."""

    text: ParallelText
    row: int
    sentence: str

    @property
    def key(self) -> Key:
        """What the edit is kept under: in another direction the same words are another sentence."""
        return self.text.source_language, self.text.target_language, self.sentence


@dataclass(frozen=True, slots=True)
class Change:
    """From now on the sentence at `spot` is translated so or, once that is taken `back`, as the machine does.

    `number` tells it from an earlier change of the sentence; `seen` is what the user knows of other edits of it, and
    `tried` whether it has been tried in vain to keep it.
    """

    spot: Spot
    translation: Hypothesis
    number: int
    seen: frozenset[str]
    back: bool = False
    tried: bool = False

    @property
    def version(self) -> tuple[Key, int]:
        """What tells the change from all others."""
        return self.spot.key, self.number

    @property
    def pair(self) -> tuple[str, str]:
        """The languages, from which into which."""
        return self.spot.text.source_language, self.spot.text.target_language

    @property
    def request(self) -> EditRequest:
        """What the memory is to make of it."""
        return EditRequest(None if self.back else self.translation, self.seen)


@dataclass(frozen=True, slots=True)
class OtherEdit:
    """An edit that was found where a sentence was changed, and that nobody here had seen."""

    change: Change
    translation: Hypothesis

    @property
    def topic(self) -> str:
        """What tells the two edits from others."""
        return "\n".join((*self.change.spot.key, self.translation.text))


def spread(job: Job, change: Change) -> None:
    """Hand over every row that the sentence stands in: its index, and the change."""
    rows = list(change.spot.text.rows)
    for index, _ in with_hypothesis_everywhere(rows, change.spot.sentence, change.translation):
        job.emit_item((index, change))
