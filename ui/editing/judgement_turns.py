"""What the user thinks of a pair of sentences, as it is written, undone and done again in turns."""

from collections.abc import Collection, Iterable
from dataclasses import field, replace
from itertools import groupby
from pathlib import Path

from reader.late_dataclasses import dataclass
from reader.memory import Judged, Judgement, Memory, pairs_of
from reader.parallel import ParallelText, Row
from reader.unwritten import Unwritten
from ui.session.undo import Places


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A sentence and its translation, as the memory has them, and the codes of their languages."""

    languages: tuple[str, str]
    sentence: str
    translation: str


def pairs_in(text: ParallelText, row: Row) -> list[JudgedPair]:
    """The sentences of a row of a text that can be judged."""
    languages = text.source_language, text.target_language
    return [JudgedPair(languages, sentence, translation) for sentence, translation in pairs_of(row)]


@dataclass(frozen=True, slots=True)
class Act:
    """What the user thinks of pairs: that they are accepted or, with a rule, that its warning is dismissed; or not."""

    pairs: tuple[JudgedPair, ...]
    rule: str | None
    there: bool

    def changed(self, before: Judgement) -> Judgement:
        """What the user thinks of one of the pairs then, given what they thought before."""
        if self.rule is None:
            return replace(before, accepted=self.there)
        rules = before.dismissed - {self.rule}
        return replace(before, dismissed=rules | {self.rule} if self.there else rules)


@dataclass(slots=True, eq=False)
class Turn:
    """An act to be written, or its undoing, which is limited to what the turn before has changed.

    Attributes:
        act: what is written.
        document, places: where it was done, to be forgotten with that.
        after: the turn that this one takes back, until it is written; None for what is new.
        changed: where writing it made a difference.
        forgettings: how often others had forgotten something by then.
        refused: whether nothing was put back, because it may have been forgotten.
        written: whether the memory has it.
    """

    act: Act
    document: Path | None
    places: Places
    after: "Turn | None" = None
    changed: set[JudgedPair] = field(default_factory=set)
    forgettings: int | None = None
    refused: bool = False
    written: bool = False

    @property
    def where(self) -> Path | None:
        """The file of the document, where that is now."""
        return self.places.of(self.document) if self.document is not None else None

    def back(self) -> "Turn":
        """The turn that takes this one back."""
        return Turn(replace(self.act, there=not self.act.there), self.document, self.places, self)

    def without(self, pair: object) -> "Turn | None":
        """This turn without a pair; None if that is all."""
        left = tuple(each for each in self.act.pairs if each != pair)
        return replace(self, act=replace(self.act, pairs=left)) if left else None

    @property
    def record(self) -> Unwritten:
        """It as it is recorded for another run of the program, which knows of no turn before it."""
        before = self.after
        while before is not None and not before.written:
            before = before.after
        pairs = [pair for pair in self.act.pairs if before is None or pair in before.changed]
        texts = tuple((*pair.languages, pair.sentence, pair.translation) for pair in pairs)
        return Unwritten(str(self.where or ""), self.act.rule or "", self.act.there, texts)

    def write(self, memory: Memory) -> bool:
        """Write it; returns whether it is stored. On the memory's thread, after those before it.

        Where only the journal cannot be written, the memory adds it to that later.
        """
        wanted = [pair for pair in self.act.pairs if self.after is None or pair in self.after.changed]
        stored = True
        for languages, group in groupby(sorted(wanted, key=languages_of), key=languages_of):
            outcome = self._judge(memory, languages, [(pair.sentence, pair.translation) for pair in group])
            self.changed.update(JudgedPair(languages, *texts) for texts in outcome.changed)
            self.forgettings, self.refused = outcome.forgettings, self.refused or outcome.refused
            stored = stored and outcome.stored
        if stored:
            self.written, self.after = True, None  # or all turns ever taken would be kept
        return stored

    def _judge(self, memory: Memory, languages: tuple[str, str], pairs: Collection[tuple[str, str]]) -> Judged:
        rule, since = self.act.rule, self.after.forgettings if self.after is not None else None
        if self.act.there:
            if rule is None:
                return memory.accept(languages, pairs, since=since)
            return memory.dismiss(languages, rule, pairs, since=since)
        return memory.withdraw(languages, pairs) if rule is None else memory.undismiss(languages, rule, pairs)


def records_of(waiting: Iterable[Turn]) -> tuple[Unwritten, ...]:
    """Turns that wait, in order, as they are recorded: without those that another one, which waits too, takes back."""
    left = list[Turn]()
    for turn in waiting:
        if turn.after is not None and turn.after in left:
            left.remove(turn.after)
        else:
            left.append(turn)
    return tuple(record for turn in left if (record := turn.record).pairs)


def turn_of(record: Unwritten) -> Turn:
    """What another run of the program could not write."""
    pairs = tuple(JudgedPair((source, target), *texts) for source, target, *texts in record.pairs)
    document = Path(record.document) if record.document else None
    return Turn(Act(pairs, record.rule or None, record.there), document, Places())


def languages_of(pair: JudgedPair) -> tuple[str, str]:
    """Those of a pair, for sorting by them."""
    return pair.languages
