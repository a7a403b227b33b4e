"""What the user thinks of translations and the memory does not have yet, as it is recorded until it does."""

from typing import Any

from reader.late_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A judgement of sentences, or of a rule in a document, that could not be written yet.

    Attributes:
        document: path of the file in which it was made, "" for none.
        rule: the code of the warning that is dismissed; "" where translations are accepted.
        there: whether they are accepted, or the warning dismissed; else no longer.
        pairs: the codes of two languages, a sentence and its translation, each; none if the rule is dismissed for the
            document.
    """

    document: str
    rule: str
    there: bool
    pairs: tuple[tuple[str, str, str, str], ...] = ()


def parsed(kept: Any) -> Unwritten:
    """The one with these fields, as decoded from JSON.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    match kept:
        case {"document": str(document), "rule": str(rule), "there": bool(there), "pairs": [*pairs]}:
            return Unwritten(document, rule, there, tuple(map(_pair, pairs)))
    raise TypeError


def _pair(kept: Any) -> tuple[str, str, str, str]:
    match kept:
        case [str(source), str(target), str(sentence), str(translation)]:
            return source, target, sentence, translation
    raise TypeError
