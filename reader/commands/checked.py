"""Sentence pairs that `tospalt check` has looked at, and how it writes them."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reader.commands.terminal import on_one_line
from reader.errors import plural
from reader.memory import Judgement
from reader.text import shown

# Levels of a sentence in which nothing is to be looked at; None if it has none.
_FINE = (None, "fine")
# What no rule says, which compares two sentences: one is missing.
_OMITTED, _ADDED = "omitted", "added"
_IN_WORDS = {
    _OMITTED: "not in the translation",
    _ADDED: "not in the original",
}


class Pair(NamedTuple):
    """A sentence and its translation, as they are asked for: with signs around what is verbatim. "" where one lacks."""

    source: str
    target: str


class Warned(NamedTuple):
    """A warning: the code of its rule, and the words that it names, or ""."""

    rule: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence pair and what looks wrong in it.

    Attributes:
        source, target: the texts, as they are shown.
        level: how doubtful it is, or None if that is not known.
        doubtful: the words of the target that are most likely wrong.
        warnings: those that the user has not dismissed.
        accepted: whether the user has accepted it.
    """

    source: str
    target: str
    level: str | None = None
    doubtful: tuple[str, ...] = ()
    warnings: tuple[Warned, ...] = ()
    accepted: bool = False

    @property
    def needs_a_look(self) -> bool:
        """Whether there is something that the user has neither accepted nor dismissed."""
        return not self.accepted and bool(self.warnings or self.doubtful or self.level not in _FINE)


def check_pairs(
    pairs: Sequence[Pair],
    languages: tuple[str, str],
    judged: Mapping[tuple[str, str], Judgement],
    dismissed: Collection[str],
    progress: Callable[[int], None],
) -> Iterator[Checked]:
    """Check sentence pairs.

    Args:
        pairs: at least one side of each has text.
        languages: codes of those of the source and of the target.
        judged: what the user thinks of pairs.
        dismissed: the rules that are dismissed for all of them.
        progress: called now and then with how many are done.
    """
    for number, pair in enumerate(pairs):
        progress(number)
        judgement = judged.get(pair, Judgement())
        quiet = judgement.dismissed.union(dismissed)
        found = tuple(warned for warned in _warnings(pair, languages) if warned.rule not in quiet)
        source, target = (shown(text) for text in pair)
        yield Checked(source, target, warnings=found, accepted=judgement.accepted)


def _warnings(pair: Pair, languages: tuple[str, str]) -> Iterable[Warned]:
    if not pair.target:
        return [Warned(_OMITTED)]
    return _findings(pair, languages) if pair.source else [Warned(_ADDED)]


def _findings(pair: Pair, languages: tuple[str, str]) -> Iterable[Warned]:
    """What the rules find in a sentence pair in these languages (codes)."""
    from reader.processing import warnings

    return [Warned(rule) for rule in warnings(*pair)]


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
        "warnings": [warned._asdict() for warned in checked.warnings],
    }
    return {**value, "accepted": True} if checked.accepted else value


def as_text(checked: Sequence[Checked], *, every: bool) -> str:
    """The pairs for a terminal, each in a block of lines; without `every` only those that need a look."""
    blocks = [_block(number, each) for number, each in enumerate(checked, 1) if every or each.needs_a_look]
    return "\n".join([*blocks, f"{_summary(checked)}\n"])


def _block(number: int, checked: Checked) -> str:
    """A pair with its number, and what looks wrong in it behind an exclamation mark."""
    lines = [f"{number}. {on_one_line(checked.source) or '–'}", f"   {on_one_line(checked.target) or '–'}"]
    lines += [f"   ! {line}" for line in (_remarks(checked) if checked.needs_a_look else ())]
    lines += ["   accepted"] if checked.accepted else []
    return "".join(f"{line}\n" for line in lines)


def _remarks(checked: Checked) -> Iterator[str]:
    if checked.level not in _FINE:
        yield f"{checked.level}"
    if checked.doubtful:
        yield f"doubtful: {on_one_line(', '.join(checked.doubtful))}"
    for warned in checked.warnings:
        yield _in_words(warned)


def _in_words(warned: Warned) -> str:
    """A warning in words."""
    from reader.export import labels_for

    words = _IN_WORDS.get(warned.rule) or labels_for("en").warnings.get(warned.rule, warned.rule)
    return f"{words}: {on_one_line(shown(warned.word))}" if warned.word else words


def _summary(checked: Sequence[Checked]) -> str:
    wrong = sum(each.needs_a_look for each in checked)
    if not wrong:
        sentences = plural(len(checked), "{count} sentence", "{count} sentences")
        return f"Nothing looks wrong in {sentences}."
    one, many = "{count} of {total} sentences needs a look.", "{count} of {total} sentences need a look."
    return plural(wrong, one, many, total=len(checked))
