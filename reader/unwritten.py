"""What the user thinks of translations, and keeps for documents, as it is recorded until the memory has it."""

from collections.abc import Mapping
from dataclasses import field
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


@dataclass(frozen=True, slots=True)
class UnwrittenValues:
    """Values of a document (see `reader.memory.document_values`) that could not be written yet, or where it is now.

    Attributes:
        document: path of its file.
        kind: of the values; "" if only its file is in another place.
        changes: the values by place, None for one that is removed.
        now: path of its file from now on, "" if that is the same.
        before: what the values at these places were when they were changed, where that was known.
    """

    document: str
    kind: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    now: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[str, ...]:
        """The paths of the document, before and now."""
        return (self.document, self.now) if self.now else (self.document,)


def parsed_values(kept: Any) -> UnwrittenValues:
    """Those with these fields, as decoded from JSON.

    Raises:
        TypeError: they are none.
    """
    match kept:
        case {"document": str(document), "kind": str(kind), "changes": dict(changes), "now": str(now)} if document:
            before = kept.get("before")
            return UnwrittenValues(document, kind, changes, now, before if isinstance(before, dict) else {})
    raise TypeError


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
