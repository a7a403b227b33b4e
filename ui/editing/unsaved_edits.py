"""What the user has changed and is not safely kept yet, and what of it the user has still to be told or asked."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from reader.drafts import Draft, Drafts
from reader.memory import EditOutcome, Key
from reader.parallel import Hypothesis
from ui.editing.change import Change, OtherEdit


class UnsavedEdits:
    """The latest change of each sentence until it is on the disk. For any thread."""

    def __init__(self) -> None:
        """Everything is kept."""
        self._guard = Lock()
        self._changes: dict[Key, Change] = {}
        self._others: list[OtherEdit] = []  # to be told
        self._told: dict[str, OtherEdit] = {}  # by topic, until the user has chosen
        self._asked: set[tuple[Key, int]] = set()  # the changes that the window was not closed for, once

    # On their way to the disk

    def add(self, change: Change) -> Change:
        """Have a change wait in place of an earlier one of the sentence; gives it with what that one had seen."""
        with self._guard:
            if (earlier := self._changes.get(change.spot.key)) is not None:  # what that was to replace may be there yet
                change = replace(change, seen=change.seen | earlier.seen | {earlier.translation.text})
            self._changes[change.spot.key] = change
        return change

    def waiting(self) -> list[Change]:
        """All that is to be kept."""
        with self._guard:
            return list(self._changes.values())

    def settle(self, change: Change, outcome: EditOutcome) -> None:
        """What is safe is done with; of another edit of the sentence the user is to be told."""
        key, other = change.spot.key, outcome.others.get(change.spot.sentence)
        with self._guard:
            if other is not None:
                self._others.append(OtherEdit(change, other))
            if self._changes.get(key) is not change:
                return  # there is a newer one
            if change.spot.sentence in outcome.safe:
                del self._changes[key]
            else:
                told = {other.text} if other is not None else set()
                self._changes[key] = replace(change, seen=change.seen | told, tried=True)

    def relink(self, better: Change) -> None:
        """Give a change that still waits the links of a better one, if that is of the same edit."""
        with self._guard:
            if (waiting := self._changes.get(better.spot.key)) is not None and waiting.version == better.version:
                self._changes[better.spot.key] = replace(waiting, translation=better.translation)

    @property
    def translations(self) -> dict[Key, Hypothesis]:
        """How the sentences read."""
        return {change.spot.key: change.translation for change in self.waiting()}

    @property
    def tried(self) -> int:
        """How many could not be saved at the first try."""
        return sum(change.tried for change in self.waiting())

    # Edits of others that were replaced

    @property
    def untold(self) -> bool:
        """Whether there are some that the user has not been told of."""
        with self._guard:
            return bool(self._others)

    def take_others(self) -> list[OtherEdit]:
        """Those that the user has not been told of, who is told now."""
        with self._guard:
            others, self._others = self._others, []
        return others

    def await_choice(self, other: OtherEdit) -> None:
        """The user was told, and may want to have it instead: it can be lost until they have chosen."""
        with self._guard:
            self._told[other.topic] = other

    def end_choice(self, topic: str) -> None:
        """The user has chosen."""
        with self._guard:
            self._told.pop(topic, None)

    # Closing and forgetting

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What would be lost with the program: also what was replaced unseen."""
        with self._guard:
            waiting = [(change, change.translation) for change in self._changes.values()]
            waiting += [(other.change, other.translation) for other in self._told.values()]
        return tuple(draft for each in waiting if (draft := _draft(*each)) is not None)

    def ask_for(self) -> list[Change]:
        """The changes that the user was not asked for yet: they are now."""
        unasked = [change for change in self.waiting() if change.version not in self._asked]
        self._asked.update(change.version for change in unasked)
        return unasked

    def put_aside(self, drafts: Drafts) -> bool:
        """Make drafts of all that is not kept, told or chosen; gives whether nothing is left that is not safe so."""
        with self._guard:
            waiting = list(self._changes.values())
            untold = [*self._others, *self._told.values()]
            others = [other for other in untold if not _drafted(drafts, other.change, other.translation)]
            unsafe = [change for change in waiting if not _drafted(drafts, change, change.translation)]
            self._changes, self._others, self._told = {change.spot.key: change for change in unsafe}, others, {}
        return not unsafe and not others

    def forgetter(self, concerned: Callable[[Key], bool]) -> Callable[[], None]:
        """What drops the `concerned` edits as they are now; for any thread.

        What is changed after this, before that is called, stays.
        """
        with self._guard:
            others = [*self._others, *self._told.values()]
            changes = [*self._changes.values(), *(other.change for other in others)]
        versions = {change.version for change in changes if concerned(change.spot.key)}

        def forget() -> None:
            with self._guard:
                self._changes = {k: change for k, change in self._changes.items() if change.version not in versions}
                self._others = [other for other in self._others if other.change.version not in versions]
                self._told = {t: other for t, other in self._told.items() if other.change.version not in versions}

        return forget


def _draft(change: Change, translation: Hypothesis) -> Draft | None:
    """A translation as a draft, where there is one to be lost."""
    spot, path = change.spot, change.spot.text.document.path
    return None if change.back or path is None else Draft(str(path), spot.row, spot.sentence, translation.text)


def _drafted(drafts: Drafts, change: Change, translation: Hypothesis) -> bool:
    """Keep a translation as a draft; gives whether nothing of it can be lost any more."""
    draft = _draft(change, translation)
    return draft is None or drafts.keep(draft) is not None
