"""Sentence pairs that `tospalt check` has looked at, and how it writes them."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.commands.terminal import on_one_line
from reader.errors import plural
from reader.late_dataclasses import dataclass
from reader.memory import Judgement, warnings_left
from reader.text import Span, shown

if TYPE_CHECKING:
    from reader.processing import Finding
    from reader.quality import Assessment

# The level at which a sentence is to be looked at; a quarter of all have the one above.
_DOUBTFUL = "doubtful"
# What no rule says, which compares two sentences: one is missing.
_OMITTED, _ADDED = "omitted", "added"


class Pair(NamedTuple):
    """A sentence and its translation, as they are asked for: with signs around what is verbatim. "" where one lacks."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning.

    Attributes:
        rule: the code of its rule.
        word: the words that it names, or "".
        said: what it says.
        instead: what they have become in the translation, or "".
        where: which of the two texts has `word`: "source", "target" or, if it names none, "".
    """

    rule: str
    word: str
    said: str
    instead: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence pair and what looks wrong in it.

    Attributes:
        source, target: the texts, as they are shown.
        level: how doubtful it is, or None if that is not known.
        doubtful: the words of the target that are most likely wrong.
        warnings: those that the user has not dismissed; none once they have accepted it.
        accepted: whether the user has accepted it.
    """

    source: str
    target: str
    level: str | None = None
    doubtful: tuple[str, ...] = ()
    warnings: tuple[Warned, ...] = ()
    accepted: bool = False

    @property
    def to_check(self) -> bool:
        """Whether there is something that the user has neither accepted nor dismissed."""
        return not self.accepted and bool(self.warnings or self.level == _DOUBTFUL)


def check_pairs(
    pairs: Sequence[Pair],
    languages: tuple[str, str],
    judged: Mapping[tuple[str, str], Judgement],
    dismissed: Collection[str],
    assessed: Sequence["Assessment | None"],
    invented: Sequence[Sequence[Span]],
    known: Sequence[Sequence["Finding"] | None] = (),
) -> Iterator[Checked]:
    """Check sentence pairs.

    Args:
        pairs: at least one side of each has text.
        languages: codes of those of the source and of the target.
        judged: what the user thinks of pairs.
        dismissed: the rules that are dismissed for all of them.
        assessed: for each pair what is estimated of it, with spans in the target as it is shown; None if nothing is.
        invented: for each pair the words of the target that no dictionary has, as spans in it as it is asked for.
        known: for each pair what is wrong with it; None where the rules are to say; empty if they are to say it of all.
    """
    for pair, assessment, words, found_before in zip(
        pairs, assessed, invented, known or [None] * len(pairs), strict=True
    ):
        judgement = judged.get(pair, Judgement())
        told = tuple(_warnings(pair, languages, words, found_before))
        left = warnings_left(tuple(warned.rule for warned in told), judgement, dismissed)
        found = tuple(warned for warned in told if warned.rule in left)
        source, target = (shown(text) for text in pair)
        level, spans = (assessment.level.value, assessment.doubtful) if assessment is not None else (None, ())
        doubtful = tuple(target[start:end] for start, end in spans)
        yield Checked(source, target, level, doubtful, found, judgement.accepted)


def _warnings(
    pair: Pair, languages: tuple[str, str], invented: Sequence[Span], known: Sequence["Finding"] | None
) -> Iterable[Warned]:
    from reader.export import labels_for
    from reader.processing import findings
    from reader.spelling import word_findings

    if not pair.target:
        return [Warned(_OMITTED, "", "not in the translation")]
    if not pair.source:
        return [Warned(_ADDED, "", "not in the original")]
    by_rules = findings(*pair, languages) if known is None else known
    told = labels_for("en").told
    return [
        Warned(found.rule, shown(found.word), told(found), shown(found.instead), _side(found))
        for found in (*by_rules, *word_findings(pair.target, invented))
    ]


def _side(found: "Finding") -> str:
    """Which text has the words that are named; the original, if both have them or the other has something instead."""
    if not found.word:
        return ""
    return "source" if found.source else "target"


def as_json(checked: Iterable[Checked], languages: tuple[str, str]) -> str:
    """All pairs as JSON."""
    pairs = [_as_value(each) for each in checked]
    data = {"source_language": languages[0], "target_language": languages[1], "pairs": pairs}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _as_value(checked: Checked) -> dict[str, Any]:
    value: dict[str, Any] = {
        "source": checked.source,
        "target": checked.target,
        "level": checked.level,
        "doubtful": list(checked.doubtful),
        "warnings": [_as_warning(warned) for warned in checked.warnings],
    }
    return {**value, "accepted": True} if checked.accepted else value


def _as_warning(warned: Warned) -> dict[str, str]:
    """The rule and the word; which text has it, and what it has become in the other, only where that is known."""
    more = {"in": warned.where, "instead": warned.instead}
    return {"rule": warned.rule, "word": warned.word, **{name: value for name, value in more.items() if value}}


def as_text(checked: Sequence[Checked], *, every: bool) -> str:
    """The pairs for a terminal, each in a block of lines; without `every` only those to check."""
    blocks = [_block(number, each) for number, each in enumerate(checked, 1) if every or each.to_check]
    return "\n".join([*blocks, f"{_summary(checked)}\n"])


def _block(number: int, checked: Checked) -> str:
    """A pair with its number, and what looks wrong in it behind an exclamation mark."""
    lines = [f"{number}. {on_one_line(checked.source) or '–'}", f"   {on_one_line(checked.target) or '–'}"]
    lines += [f"   ! {line}" for line in (_remarks(checked) if checked.to_check else ())]
    lines += ["   accepted"] if checked.accepted else []
    return "".join(f"{line}\n" for line in lines)


def _remarks(checked: Checked) -> Iterator[str]:
    if checked.level == _DOUBTFUL:
        yield "doubtful"
    if checked.doubtful:
        yield f"most likely wrong: {on_one_line(', '.join(checked.doubtful))}"
    for warned in checked.warnings:
        yield on_one_line(warned.said)


def _summary(checked: Sequence[Checked]) -> str:
    wrong = sum(each.to_check for each in checked)
    if not wrong:
        if not checked:
            return "There is nothing to check."
        sentences = plural(len(checked), "{count} sentence", "{count} sentences")
        return f"Nothing looks wrong in {sentences}."
    one, many = "{count} of {total} sentences is to be checked.", "{count} of {total} sentences are to be checked."
    return plural(wrong, one, many, total=len(checked))
