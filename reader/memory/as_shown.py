"""Texts as they are shown: without the warnings that the user has dismissed, and with what they have accepted."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from reader.memory.judgements import Judgement, SentenceAndTranslation
from reader.memory.judging import Languages
from reader.parallel import ParallelText, Row, State, sentence_texts, translation_texts

# Gives what the user thinks of pairs in two languages, of those that they have judged; see `Memory.judgements`.
LookUp = Callable[[Languages, Collection[SentenceAndTranslation]], Mapping[SentenceAndTranslation, Judgement]]
_NONE = Judgement()


def judged_text(text: ParallelText, look_up: LookUp, rules_off: Collection[str] = ()) -> ParallelText:
    """A copy of a text as it is shown, printed and exported; the text itself stays as it is.

    Args:
        text: its rows have all warnings.
        look_up: what the user thinks of its sentences, such as `Memory.judgements`; asked once.
        rules_off: the codes of the warnings that are not shown in this document.
    """
    pairs = [pairs_of(row) for row in text.rows]
    languages = text.source_language, text.target_language
    found = look_up(languages, {pair for of_row in pairs for pair in of_row})
    rows = (
        judged_row(row, [found.get(pair, _NONE) for pair in of_row], rules_off) if of_row else row
        for row, of_row in zip(text.rows, pairs, strict=True)
    )
    return replace(text, rows=list(rows))


def pairs_of(row: Row) -> Sequence[SentenceAndTranslation]:
    """The sentences of a row that can be judged, each with its translation; all of them or none."""
    if row.state is not State.DONE:
        return ()
    return list(zip(sentence_texts(row), translation_texts(row), strict=True))


def judged_row(row: Row, judgements: Sequence[Judgement], rules_off: Collection[str]) -> Row:
    """A row as it is shown, given what the user thinks of each of its sentences; the row itself if that is the same."""
    judged = zip(row.sentences, judgements, strict=True)
    return row.as_judged([(warnings_left(pair.warnings, each, rules_off), each.accepted) for pair, each in judged])


def warnings_left(codes: tuple[str, ...], judgement: Judgement, rules_off: Collection[str]) -> tuple[str, ...]:
    """Of the `codes` of what looks wrong in a sentence, those dismissed neither for it nor for the document.

    Of an accepted sentence there are none: the user has checked it.
    """
    if judgement.accepted:
        return ()
    if not codes or not (rules_off or judgement.dismissed):
        return codes
    return tuple(code for code in codes if code not in rules_off and code not in judgement.dismissed)
