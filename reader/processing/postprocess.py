"""Post-processing: joining the translated pieces of a sentence, and finishing a translation.

All are pure functions on strings and take time linear in the text.
"""

from collections.abc import Iterable, Sequence

from reader.processing.casing import with_initial_capital, without_initial_capital
from reader.processing.localising import localised
from reader.processing.nontranslatables import lost
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
from reader.processing.quotation_pairs import pairing_edits

_LONGEST_HEADING = 10  # words; anything longer is a sentence whose end mark is missing


def joined_pieces(pieces: Sequence[tuple[str, str]]) -> str:
    """The translation of a sentence that was too long for a model.

    Each piece was translated as if it were a sentence: all but the first lose the capital that the model added, and
    all but the last end as the source piece does.

    Args:
        pieces: source and translation of each; translations are not empty.
    """
    parts: list[str] = []
    for number, (source, target) in enumerate(pieces):
        if number:
            target = without_initial_capital(source, target)
        if number < len(pieces) - 1:
            target = with_seam_of(source, without_added_stop(source.rstrip(f" {SEAMS}"), target))
        parts.append(target)
    return " ".join(parts)


def finish(source: str, target: str, target_language: str, source_language: str = "") -> str:
    """Finish a translation, without changing names and the value of numbers in it.

    Numbers, amounts, dates and clock times are written as its language writes them (see `localising`). The translation
    gets a leading dash exactly if the source has one, an initial capital if the source has one, and the quotation marks
    of its language (see `quotation_marks`), none without its partner (see `quotation_pairs`). It loses spaces before
    punctuation, doubled end marks and a full stop after a heading, unless the source has them.

    Args:
        source: the sentence.
        target: its translation, joined.
        target_language: code; quotation marks and spacing of languages other than "nb", "nn", "no" and "en"
            are left as they are.
        source_language: code; numbers are left as they are unless one is Norwegian and the other English.
    """
    target = localised(source, target, source_language, target_language)
    result = with_lead_of(source, target)
    leads = lead(source), lead(result)
    result = _edited(result, quotation_edits(source, result, target_language, leads))
    result = _edited(result, pairing_edits(source, result, target_language))
    result = without_loose_marks(source, result, target_language)
    result = without_doubled_end(source, with_initial_capital(source, result))
    if len(source.split()) <= _LONGEST_HEADING:
        result = without_added_stop(source, result)
    # None of this should change a name or number; if it does, the names and numbers matter more.
    return target if result != target and lost(target, result) else result


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits applied that do not overlap an earlier one."""
    parts, end = [], 0
    for first, last, string in sorted(edits):
        if first >= end:
            parts += [text[end:first], string]
            end = last
    return "".join(parts) + text[end:]
