"""What is known about the sentences of a text: which look wrong, and which have been put right or checked."""

from collections.abc import Sequence
from enum import IntFlag
from typing import TYPE_CHECKING

from reader.memory import Judgement, judged_row, warnings_left
from reader.parallel import (
    ParallelText,
    Row,
    SentencePair,
    State,
    checkable,
    findings_in,
    sentence_text,
    translation_text,
)
from reader.processing import Finding
from reader.spelling import INVENTED, word_findings
from reader.text import Span
from ui.compare.invented_words import InventedWords
from ui.editing.judgement_turns import JudgedPair, pairs_in
from ui.editing.judging import Judging
from ui.session.doubts import Doubts
from ui.session.open_document import OpenDocument

if TYPE_CHECKING:
    from reader.quality import Assessment

_NONE = Judgement()


class Found(IntFlag):
    """What was found about a sentence."""

    WARNED = 1
    DOUBTFUL = 2
    EDITED = 4
    ACCEPTED = 8


class Known:
    """Knows the sentences of one text, the one that is open or was so last.

    Attributes:
        text: that text.
    """

    def __init__(self, document: OpenDocument, judging: Judging, doubts: Doubts, words: InventedWords) -> None:
        """No text. What the user thinks of its sentences `judging` knows, and of rules the entry of `document`."""
        self.doubts, self.words = doubts, words
        self.text: ParallelText | None = None
        self._document, self._judging = document, judging

    def want(self, wanted: bool) -> None:
        """Have sentences judged from now on, and tell what is known; or do neither."""
        self.doubts.want(wanted)
        self.words.want(wanted)

    def look_at(self, row: Row) -> tuple[bytes, Row]:
        """What was found about the sentences of a row, a `Found` each, b"" if that is nothing; and the row as shown."""
        if row.state is not State.DONE:
            return b"", row
        judged = self._judgements(row)
        return self._found_in(row, judged), self._quieted(row, judged)

    def _found_in(self, row: Row, judged: Sequence[Judgement]) -> bytes:
        off, doubts = self.rules_off, self._assessments(row)
        words = self.words.of(row) or [()] * len(row.sentences)
        together = zip(map(_codes, row.sentences, words), row.sentences, judged, doubts, strict=True)
        found = bytes(_found(codes, pair, judgement, doubt, off) for codes, pair, judgement, doubt in together)
        return found if any(found) else b""

    def assessment_of(self, row: Row, sentence: int) -> "Assessment | None":
        """What is estimated of a sentence; None if nothing is, as for what the user has edited."""
        return self.doubts.at(row, sentence)

    def awaits(self, row: Row, sentence: int) -> bool:
        """Whether a sentence is yet to be judged, now that others are."""
        return self.doubts.awaits(row, sentence)

    def doubtful_words(self, row: Row) -> list[Span]:
        """The words of a translation that are most likely wrong, as spans in code points into it; no accepted ones."""
        starts = [
            (row.sentences[number].target[0], each.doubtful)
            for number, each in enumerate(self.doubts.of(row) or ())
            if each is not None and each.doubtful and not self._judgement(row, number).accepted
        ]
        return [(start + a, start + b) for start, spans in starts for a, b in spans]

    def count_in(self, row: Row) -> int:
        """How many sentences of a row can be checked: those that were translated."""
        return checkable(row)

    def warnings_of(self, row: Row, sentence: int) -> Sequence[str]:
        """The codes of what looks wrong in a sentence, and was not dismissed."""
        return warnings_left(self._codes_of(row, sentence), self._judgement(row, sentence), self.rules_off)

    def dismissed_of(self, row: Row, sentence: int) -> Sequence[str]:
        """The codes of what looks wrong in a sentence, and was dismissed for this translation of it, not accepted."""
        judgement = self._judgement(row, sentence)
        dismissed = judgement.dismissed if not judgement.accepted else ()
        return [code for code in self._codes_of(row, sentence) if code in dismissed]

    def findings_of(self, row: Row, sentence: int) -> list[Finding]:
        """What the warnings of a sentence are about, dismissed or not; see `findings_in`."""
        return [
            *findings_in(row, [sentence], self.languages),
            *word_findings(row.target, self.words.at(row, sentence)),
        ]

    def _codes_of(self, row: Row, sentence: int) -> tuple[str, ...]:
        return _codes(row.sentences[sentence], self.words.at(row, sentence))

    def quieted(self, row: Row) -> Row:
        """A row as it is shown: without the warnings that were dismissed, and with what was accepted."""
        return self._quieted(row, self._judgements(row)) if row.state is State.DONE else row

    def _quieted(self, row: Row, judged: Sequence[Judgement]) -> Row:
        off = self.rules_off
        return judged_row(row, judged, off) if self._judging.knows_any or off else row

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of the two languages of the text."""
        return (self.text.source_language, self.text.target_language) if self.text is not None else ("", "")

    @property
    def rules_off(self) -> Sequence[str]:
        """The codes of the warnings that the user does not want to see in this document."""
        entry = self._document.entry
        return entry.dismissed if entry is not None else ()

    def pair_at(self, row: Row, sentence: int) -> JudgedPair | None:
        """A sentence of a row with its translation, to be judged; None if it cannot be."""
        if self.text is None or row.state is not State.DONE or sentence >= len(row.sentences):
            return None
        languages = self.text.source_language, self.text.target_language
        return JudgedPair(languages, sentence_text(row, sentence), translation_text(row, sentence))

    def _judgement(self, row: Row, sentence: int) -> Judgement:
        """What the user thinks of one sentence, without asking about the whole row: a row may be long."""
        pair = self.pair_at(row, sentence) if self._judging.knows_any else None
        return self._judging.of(pair) if pair is not None else _NONE

    def _judgements(self, row: Row) -> Sequence[Judgement]:
        """What the user thinks of the sentences of a row."""
        if self.text is None or not self._judging.knows_any:
            return [_NONE] * len(row.sentences)
        return [self._judging.of(pair) for pair in pairs_in(self.text, row)] or [_NONE] * len(row.sentences)

    def _assessments(self, row: Row) -> "Sequence[Assessment | None]":
        return self.doubts.of(row) or [None] * len(row.sentences)


def _codes(pair: SentencePair, words: Sequence[Span]) -> tuple[str, ...]:
    """The codes of what looks wrong, also if it is only its words."""
    return (*pair.warnings, INVENTED) if words else pair.warnings


def _found(
    codes: tuple[str, ...], pair: SentencePair, judgement: Judgement, doubt: "Assessment | None", off: Sequence[str]
) -> int:
    doubtful = Found.DOUBTFUL * (doubt is not None and doubt.level == "doubtful")
    warned = Found.WARNED * bool(warnings_left(codes, judgement, off))
    return warned | doubtful | Found.EDITED * pair.edited | Found.ACCEPTED * judgement.accepted
