"""What the user thinks of translations: which sentences they have accepted, and which warnings they have dismissed.

A judgement belongs to a sentence and one translation of it: it holds wherever these two stand, and no longer once
either changes. All judgements of a sentence are one value in its ledger, kept as an edit of it is.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from reader.late_dataclasses import dataclass
from reader.memory.database import has_table
from reader.memory.edits import values_of
from reader.memory.journal import Value
from reader.memory.ledger import JUDGEMENTS

# A sentence as it is asked for, and a translation of it.
SentenceAndTranslation = tuple[str, str]
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the user thinks of one translation of a sentence.

    Attributes:
        accepted: whether they have checked and accepted it.
        dismissed: the codes of the warnings that they do not want to see, perhaps of a later version.
    """

    accepted: bool = False
    dismissed: frozenset[str] = frozenset()


# Those of one sentence, by its translations.
ByTranslation = dict[str, Judgement]


def read_judgements(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Sequence[str]
) -> dict[str, ByTranslation]:
    """The judgements of the `wanted` sentences, by sentence."""
    # A file that cannot be written to may be of a version before, without the table.
    if not has_table(connection, JUDGEMENTS.table):
        return {}
    return {key[2]: judgements_in(value) for key, value in values_of(connection, JUDGEMENTS, languages, wanted).items()}


def judgements_in(value: Value | None) -> ByTranslation:
    """The judgements in what is stored of a sentence; what cannot be understood is none."""
    return dict(_parsed(value[0])) if value is not None else {}


def as_value(judgements: Mapping[str, Judgement]) -> Value | None:
    """Judgements of a sentence as they are stored; None if there are none."""
    stored = [
        [translation, judgement.accepted, sorted(judgement.dismissed)]
        for translation, judgement in sorted(judgements.items())
        if judgement != Judgement()
    ]
    return (_encode(stored), b"") if stored else None


def with_judgement(value: Value | None, translation: str, judgement: Judgement) -> Value | None:
    """What is stored of a sentence once one translation of it is judged so."""
    return as_value({**judgements_in(value), translation: judgement})


def _parsed(text: str) -> Iterator[tuple[str, Judgement]]:
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return
    for entry in entries if isinstance(entries, list) else ():
        match entry:
            case [str(translation), bool(accepted), [*rules], *_]:
                yield translation, Judgement(accepted, frozenset(rule for rule in rules if isinstance(rule, str)))
