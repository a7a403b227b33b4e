"""What a translation needs after the model: pieces put together, and the last touches on a sentence.

All are pure functions on strings and take time linear in the text.
"""

from collections.abc import Iterable, Sequence

from reader.processing.casing import at_the_beginning, in_the_middle
from reader.processing.checks import lost
from reader.processing.punctuation import (
    SEAMS,
    lead,
    with_lead_of,
    with_seam_of,
    without_added_stop,
    without_doubled_end,
    without_loose_marks,
)
from reader.processing.quotation_marks import Edit, quotation_edits

_LONGEST_HEADING = 10  # words; what is longer and has no end mark is a careless sentence


def joined_pieces(pieces: Sequence[tuple[str, str]]) -> str:
    """The translation of a sentence that was too long for a model.

    Each piece had been translated as if it were a sentence: within, what follows begins without a capital, and what
    goes on ends as the source does there.

    Args:
        pieces: each with its translation, which is not empty.
    """
    parts: list[str] = []
    for number, (source, target) in enumerate(pieces):
        if number:
            target = in_the_middle(source, target)
        if number < len(pieces) - 1:
            target = with_seam_of(source, without_added_stop(source.rstrip(f" {SEAMS}"), target))
        parts.append(target)
    return " ".join(parts)


def finish(source: str, target: str, target_language: str) -> str:
    """The last touches on a translation; never to what must survive in it.

    A leading dash is there if the source has one, and only then; quotation marks are those of the language (see
    `quotation_marks`); a capital at the beginning if the source has one; no space before punctuation, no doubled end
    mark and no full stop behind a heading, unless the source has it.

    Args:
        source: the sentence.
        target: its translation, joined.
        target_language: code; quotation marks and spacing of languages other than "nb", "nn", "no" and "en"
            are left as they are.
    """
    result = with_lead_of(source, target)
    leads = lead(source), lead(result)
    result = _edited(result, quotation_edits(source, result, target_language, leads))
    result = without_loose_marks(source, result, target_language)
    result = without_doubled_end(source, at_the_beginning(source, result))
    if len(source.split()) <= _LONGEST_HEADING:
        result = without_added_stop(source, result)
    # None of this aims at a protected part; should it hit one all the same, the part is worth more.
    return target if result != target and lost(target, result) else result


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all changes made that do not overlap one before them."""
    parts, end = [], 0
    for first, last, string in sorted(edits):
        if first >= end:
            parts += [text[end:first], string]
            end = last
    return "".join(parts) + text[end:]
