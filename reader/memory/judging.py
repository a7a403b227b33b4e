"""Accepting translations and dismissing warnings, which the memory keeps as it keeps edits."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.gc_pause import gc_paused
from reader.late_dataclasses import dataclass
from reader.memory.database import has_table
from reader.memory.edits import values_of
from reader.memory.journal import Changes, Journal, JournalError, Key, Value
from reader.memory.judgements import (
    ByTranslation,
    Judgement,
    SentenceAndTranslation,
    judgements_in,
    read_judgements,
    with_judgement,
)
from reader.memory.ledger import JUDGEMENTS
from reader.memory.memory_file import MemoryFile
from reader.memory.sync import Mark, change_values, changed_since, mark_of
from reader.memory.translations import storable

# Two language codes: of the text and of its translation.
Languages = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """The outcome of judging.

    Attributes:
        stored: whether the memory has it, all but what no memory can have; also if it was refused.
        safe: whether all of it is on the disk, in two files, of which either may be lost; also if it was refused.
        changed: where it made a difference: what is to be undone, and no more.
        refused: whether nothing was done, because something was forgotten meanwhile.
        forgettings: how often other programs have forgotten something, as far as is known; see `accept`.
    """

    stored: bool = False
    safe: bool = False
    changed: frozenset[SentenceAndTranslation] = frozenset()
    refused: bool = False
    forgettings: int = 0


@dataclass(frozen=True, slots=True)
class JudgedSince:
    """What was judged between two looks, by this program too.

    Attributes:
        mark: for the next look.
        sentences: of which something was judged or forgotten, by languages; None if that may be any.
    """

    mark: Mark
    sentences: Mapping[Languages, frozenset[str]] | None = None


class MemoryJudgements(MemoryFile):
    """One file, which also has what the user thinks of translations.

    Of judgements by several programs none is lost: each changes only what it is about.
    """

    def judgements(
        self, languages: Languages, pairs: Iterable[SentenceAndTranslation]
    ) -> dict[SentenceAndTranslation, Judgement]:
        """What the user thinks of sentences, as they are asked for, and their translations; of those they have judged.

        Args:
            languages: codes of the language of the sentences, and of that of the translations.
            pairs: both texts must be exactly those that were judged.
        """
        wanted = _storable(pairs)
        found = self.judgements_of(languages, {sentence for sentence, _ in wanted}) or {}
        return {
            (sentence, translation): found[sentence][translation]
            for sentence, translation in wanted
            if translation in found.get(sentence, ())
        }

    def judgements_of(self, languages: Languages, sentences: Iterable[str]) -> dict[str, ByTranslation] | None:
        """All that the user thinks of translations of these sentences, by sentence; None if it cannot be read now."""
        wanted = sorted({sentence for sentence in sentences if storable(sentence)})

        def read(file: Path) -> dict[str, ByTranslation]:
            if not self._is_there(file):
                return {}
            with gc_paused(), self._readable(file) as connection:
                return read_judgements(connection, languages, wanted)

        return self._attempt(read) if wanted else {}

    def judged_since(self, mark: Mark | None) -> JudgedSince:
        """What was judged since the look that gave this mark, in whichever program; quick if that is nothing.

        At the first look, without a mark, that is nothing; also if the file cannot be read now. If it could not be read
        at the first, it may be anything once it can.
        """

        def look(file: Path) -> JudgedSince:
            if not self._is_there(file):
                return JudgedSince(Mark(), {} if mark in (None, Mark()) else None)
            with self._readable(file) as connection:
                there = has_table(connection, JUDGEMENTS.state)
                now = mark_of(connection, JUDGEMENTS) if there else Mark()
            if mark is None or now == mark:
                return JudgedSince(now, {})
            try:
                keys = changed_since(Journal(file, JUDGEMENTS), mark, now)
            except JournalError:
                keys = None
            return JudgedSince(now, _by_languages(keys) if keys is not None else None)

        return self._attempt(look) or JudgedSince(mark or Mark(read=False), {})

    def accept(
        self, languages: Languages, pairs: Collection[SentenceAndTranslation], *, since: int | None = None
    ) -> Judged:
        """Save that the user has checked these translations, and accepts them.

        Args:
            languages, pairs: as for `judgements`.
            since: for putting back what was withdrawn: `Judged.forgettings` of that; it is refused if another program
                has forgotten something since, which may have been one of these. None for what is new.
        """
        return self._judge(languages, pairs, lambda before: replace(before, accepted=True), since)

    def withdraw(self, languages: Languages, pairs: Collection[SentenceAndTranslation]) -> Judged:
        """Save that these translations are not accepted any more."""
        return self._judge(languages, pairs, lambda before: replace(before, accepted=False))

    def dismiss(
        self, languages: Languages, rule: str, pairs: Collection[SentenceAndTranslation], *, since: int | None = None
    ) -> Judged:
        """Save that the user does not want to see the warning with this code for these translations; see `accept`."""
        return self._judge(languages, pairs, lambda before: _dismissed(before, before.dismissed | {rule}), since)

    def undismiss(self, languages: Languages, rule: str, pairs: Collection[SentenceAndTranslation]) -> Judged:
        """Save that they want to see it again."""
        return self._judge(languages, pairs, lambda before: _dismissed(before, before.dismissed - {rule}))

    def _judge(
        self,
        languages: Languages,
        pairs: Collection[SentenceAndTranslation],
        change: Callable[[Judgement], Judgement],
        since: int | None = None,
    ) -> Judged:
        wanted = _storable(pairs)
        changed, refused = set[SentenceAndTranslation](), False

        def decide(before: Mapping[Key, Value]) -> Changes:
            nonlocal refused
            changed.clear()
            after: dict[Key, Value | None] = dict(before)
            refused = since not in (None, self._forgettings.elsewhere)
            for sentence, translation in wanted if not refused else ():
                key = (*languages, sentence)
                there = judgements_in(after.get(key)).get(translation, Judgement())
                if (new := change(there)) != there:
                    after[key] = with_judgement(after.get(key), translation, new)
                    changed.add((sentence, translation))
            return after

        def judge(file: Path) -> bool:  # whether both files have it
            patience = self._be_patient()
            connection, journal = self._open(file), Journal(file, JUDGEMENTS)

            def deciding(before: Mapping[Key, Value]) -> Changes:
                self._forgettings.look(connection)  # now that no other program can forget anything
                return decide(before)

            sentences = sorted({sentence for sentence, _ in wanted})
            read = partial(values_of, connection, JUDGEMENTS, languages, sentences)
            _, outcome = change_values(connection, journal, patience, read, deciding)
            self._report_ledger(JUDGEMENTS, outcome)
            return outcome.error is None

        in_both = self._attempt(judge) if wanted else True
        safe = bool(in_both) and len(wanted) == len(set(pairs))
        return Judged(in_both is not None, safe, frozenset(changed), refused, self._forgettings.elsewhere)


def _by_languages(keys: Iterable[Key]) -> dict[Languages, frozenset[str]]:
    found = defaultdict[Languages, set[str]](set)
    for source, target, sentence in keys:
        found[source, target].add(sentence)
    return {languages: frozenset(sentences) for languages, sentences in found.items()}


def _dismissed(judgement: Judgement, rules: frozenset[str]) -> Judgement:
    return replace(judgement, dismissed=rules)


def _storable(pairs: Iterable[SentenceAndTranslation]) -> set[SentenceAndTranslation]:
    """Those that are valid Unicode."""
    return {pair for pair in pairs if all(map(storable, pair))}
