"""Changes by the user that are not on the disk yet, and those that the user has yet to be told or warned of."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock

from reader.drafts import Draft, Drafts
from reader.memory import EditOutcome, Key
from reader.parallel import Hypothesis
from reader.text import shown
from ui.editing.change import Change, OtherEdit, Refused


class UnsavedEdits:
    """The latest change of each sentence until it is on the disk. Thread-safe."""

    def __init__(self) -> None:
        """Nothing is unsaved."""
        self._guard = Lock()
        self._changes: dict[Key, Change] = {}
        self._others: list[OtherEdit] = []  # to be reported
        self._refused: list[Refused] = []  # likewise
        self._told: dict[str, OtherEdit] = {}  # by topic, until the user has chosen
        self._asked: set[tuple[Key, int]] = set()  # the changes the user was warned of on closing
        self._moved: dict[tuple[Key, int], Path] = {}  # where the documents of changes are now, if they were moved

    # Waiting to be written

    def add(self, change: Change) -> Change:
        """Add a change, replacing an earlier one of the sentence; returns it with what the earlier one had seen."""
        with self._guard:
            if (earlier := self._changes.get(change.spot.key)) is not None:  # the edit it replaces may still be there
                change = replace(change, seen=change.seen | earlier.seen | {earlier.translation.text})
                change.record.unwritten = earlier.as_unwritten
            self._changes[change.spot.key] = change
        return change

    def waiting(self) -> list[Change]:
        """All changes to be written."""
        with self._guard:
            return list(self._changes.values())

    def settle(self, change: Change, outcome: EditOutcome) -> None:
        """Remove a change that is safe, and queue a refusal or another edit of the sentence to be reported."""
        key, other = change.spot.key, outcome.others.get(change.spot.sentence)
        replaces = change.request.replaces
        with self._guard:
            if change.spot.sentence in outcome.refused:
                self._refused.append(Refused(change, other))
            elif other is not None and replaces:
                self._others.append(OtherEdit(change, other))
            if self._changes.get(key) is not change:
                return  # there is a newer one
            if change.spot.sentence in outcome.safe:
                del self._changes[key]
            else:
                told = {other.text} if other is not None and replaces else set()
                self._changes[key] = replace(change, seen=change.seen | told, tried=True)

    def relink(self, better: Change) -> None:
        """Copy the links of `better` to the waiting change, if it is of the same edit."""
        with self._guard:
            if (waiting := self._changes.get(better.spot.key)) is not None and waiting.version == better.version:
                self._changes[better.spot.key] = replace(waiting, translation=better.translation)

    @property
    def translations(self) -> dict[Key, Hypothesis]:
        """The new translations by key."""
        return {change.spot.key: change.translation for change in self.waiting()}

    @property
    def tried(self) -> int:
        """The number of changes whose first write failed."""
        return sum(change.tried for change in self.waiting())

    # Overwritten edits of others

    @property
    def untold(self) -> bool:
        """Whether the user has yet to be told of any."""
        with self._guard:
            return bool(self._others)

    def take_others(self) -> list[OtherEdit]:
        """Return those to be reported, and consider them reported."""
        with self._guard:
            others, self._others = self._others, []
        return others

    def take_refused(self) -> list[Refused]:
        """Return the changes that were refused, to be reported, and consider them reported."""
        with self._guard:
            refused, self._refused = self._refused, []
        return refused

    def await_choice(self, other: OtherEdit) -> None:
        """Keep an edit that the user was told of and may want to use, until they have chosen."""
        with self._guard:
            self._told[other.topic] = other

    def end_choice(self, topic: str) -> None:
        """The user has chosen."""
        with self._guard:
            self._told.pop(topic, None)

    # Closing and forgetting

    def follow(self, before: Path, now: Path) -> None:
        """A document has another file than before: so have the drafts of what is unsaved of it."""
        with self._guard:
            changes = [*self._changes.values(), *(other.change for other in (*self._others, *self._told.values()))]
            places = {change.version: self._place_of(change) for change in changes}
            self._moved |= {version: now for version, place in places.items() if place == before}
            self._moved = {version: place for version, place in self._moved.items() if version in places}

    def _place_of(self, change: Change) -> Path | None:
        """The file of the document in which a change was made, where that is now."""
        return self._moved.get(change.version, change.spot.text.document.path)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What would be lost if the program ended, including edits overwritten unseen."""
        with self._guard:
            waiting = [(change, change.translation) for change in self._changes.values()]
            waiting += [(other.change, other.translation) for other in self._told.values()]
            drafts = [_draft(*each, self._place_of(each[0])) for each in waiting]
        return tuple(draft for draft in drafts if draft is not None)

    def ask_for(self) -> list[Change]:
        """The changes that the user has not been warned of, from now on considered warned of."""
        unasked = [change for change in self.waiting() if change.version not in self._asked]
        self._asked.update(change.version for change in unasked)
        return unasked

    def put_aside(self, drafts: Drafts) -> bool:
        """Turn everything unsaved, untold or not chosen into drafts; returns whether all of it is safe."""
        with self._guard:
            waiting = list(self._changes.values())
            untold = [*self._others, *self._told.values()]
            others = [other for other in untold if not self._drafted(drafts, other.change, other.translation)]
            unsafe = [change for change in waiting if not self._drafted(drafts, change, change.translation)]
            self._changes, self._others, self._told = {change.spot.key: change for change in unsafe}, others, {}
        return not unsafe and not others

    def _drafted(self, drafts: Drafts, change: Change, translation: Hypothesis) -> bool:
        """Store a translation as a draft; returns whether nothing of it can be lost any more."""
        draft = _draft(change, translation, self._place_of(change))
        return draft is None or drafts.keep(draft) is not None

    def forgetter(self, concerned: Callable[[Key], bool]) -> Callable[[], None]:
        """A function that drops the `concerned` edits as they are now; for any thread.

        Changes made after this call are not affected.
        """
        with self._guard:
            changes = list(self._changes.values())
            changes += [other.change for other in (*self._others, *self._told.values())]
            changes += [refused.change for refused in self._refused]
        versions = {change.version for change in changes if concerned(change.spot.key)}

        def forget() -> None:
            with self._guard:
                self._changes = {k: change for k, change in self._changes.items() if change.version not in versions}
                self._others = [other for other in self._others if other.change.version not in versions]
                self._refused = [each for each in self._refused if each.change.version not in versions]
                self._told = {t: other for t, other in self._told.items() if other.change.version not in versions}

        return forget


def _draft(change: Change, translation: Hypothesis, path: Path | None) -> Draft | None:
    """A translation as a draft of the document at `path`; None if nothing can be lost."""
    spot = change.spot
    return None if change.back or path is None else Draft(str(path), spot.row, spot.sentence, shown(translation.text))
