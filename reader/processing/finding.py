"""What a rule finds in a sentence pair."""

from reader.late_dataclasses import dataclass
from reader.text import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What looks wrong in a sentence pair.

    Attributes:
        rule: its code, as in `SentencePair.warnings`.
        word: what it names, as written: the source's where something is lost or changed, the target's where it is
            added, "" where the whole sentence is meant.
        source, target: where that is, in code points into the two sentences; not both are empty unless `word` is.
        instead: where something is changed, what the target has instead, as written.
    """

    rule: str
    word: str = ""
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    instead: str = ""


def lost(rule: str, source: str, *spans: Span) -> Finding:
    """That something of the source is missing; the first of the spans is named."""
    return Finding(rule, source[slice(*spans[0])], spans)


def added(rule: str, target: str, *spans: Span) -> Finding:
    """That the target has something of its own; the first of the spans is named."""
    return Finding(rule, target[slice(*spans[0])], (), spans)


def changed(rule: str, source: str, here: Span, target: str, there: Span) -> Finding:
    """That something of the source is something else in the target."""
    return Finding(rule, source[slice(*here)], (here,), (there,), target[slice(*there)])
