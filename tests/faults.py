"""Faults put into human translations, to see how many of them the checks find.

Each fault is a function of a sentence, its translation, the language of the translation and a generator of random
numbers; it gives the translation with the fault, or None where it cannot be made. The same seed gives the same faults.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader.processing.checks import Languages, findings

Pair = tuple[str, str]
Fault = Callable[[str, str, str, random.Random], str | None]

OWN_PAIRS = Path(__file__).parents[1] / "resources" / "quality" / "pairs.tsv"

_FIGURES = re.compile(r"(?<![\w.,:])\d+(?:[.,:\u00a0 ]\d+)*(?![\w])")
_WORDS = {
    "nb": "to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv|femten|tjue|tretti|førti|femti|hundre|tusen",
    "en": "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty",
}
_NOT = {
    "nb": re.compile(r"\b(?:ikke|aldri|ingen|ingenting|verken|uten|neppe) ", re.IGNORECASE),
    "en": re.compile(r"\b(?:not|never|no|neither|without|nothing|none) |n['’]t\b|(?<=\bcan)not\b", re.IGNORECASE),
}
_NAME = re.compile(r"(?<=[a-zæøå,;] )[A-ZÆØÅ][a-zæøåéö]{3,}\b")
_OTHERS = ("Hallvard", "Brynjulf", "Lindqvist", "Ottersbo", "Marrakesh", "Vancouver", "Tomassen", "Quentin", "Dublin")


def own_pairs() -> list[Pair]:
    """The sentence pairs written for this program, Norwegian and English."""
    lines = OWN_PAIRS.read_text(encoding="utf-8").splitlines()
    return [(nb, en) for nb, en in (line.split("\t") for line in lines if not line.startswith("#"))]


def number_dropped(_source: str, target: str, language: str, rng: random.Random) -> str | None:
    """The translation without one of its numbers."""
    spans = _numbers(target, language)
    if not spans:
        return None
    start, end = rng.choice(spans)
    return target[:start] + target[end:].lstrip()


def number_changed(_source: str, target: str, language: str, rng: random.Random) -> str | None:
    """The translation with another number instead of one."""
    spans = _numbers(target, language)
    if not spans:
        return None
    start, end = rng.choice(spans)
    written = target[start:end]
    if written[0].isdigit():
        place = rng.choice([index for index, sign in enumerate(written) if sign.isdigit()])
        digit = rng.choice([d for d in "123456789" if d != written[place]])
        other = written[:place] + digit + written[place + 1 :]
    else:
        other = rng.choice([word for word in _WORDS[language].split("|") if word != written.lower()])
    return target[:start] + other + target[end:]


def negation_dropped(_source: str, target: str, language: str, rng: random.Random) -> str | None:
    """The translation without one of its words for "not"."""
    found = list(_NOT[language].finditer(target))
    if not found:
        return None
    match = rng.choice(found)
    return target[: match.start()] + target[match.end() :]


def name_changed(source: str, target: str, _language: str, rng: random.Random) -> str | None:
    """The translation with another name instead of one that both sentences have."""
    found = [match for match in _NAME.finditer(target) if re.search(rf"\b{match[0]}\b", source)]
    if not found:
        return None
    match = rng.choice(found)
    return target[: match.start()] + rng.choice(_OTHERS) + target[match.end() :]


def half_dropped(_source: str, target: str, _language: str, rng: random.Random) -> str | None:
    """The first or the second half of the translation."""
    words = target.split()
    if len(words) < 6:
        return None
    middle = len(words) // 2
    return " ".join(words[:middle] if rng.random() < 0.5 else words[middle:])


FAULTS: dict[str, Fault] = {
    "number dropped": number_dropped,
    "number changed": number_changed,
    "negation dropped": negation_dropped,
    "name changed": name_changed,
    "half dropped": half_dropped,
}
# The rules that tell of each.
RULES = {
    "number dropped": ("number",),
    "number changed": ("number",),
    "negation dropped": ("negation",),
    "name changed": ("name",),
    "half dropped": ("short",),
}


def _numbers(text: str, language: str) -> list[tuple[int, int]]:
    words = re.compile(rf"\b(?:{_WORDS[language]})\b", re.IGNORECASE)
    return sorted(match.span() for pattern in (_FIGURES, words) for match in pattern.finditer(text))


def faulty(pairs: Sequence[Pair], language: str, name: str, seed: int) -> Iterator[Pair]:
    """The pairs into which a fault can be put, with it."""
    rng = random.Random(f"{seed} {name}")
    for source, target in pairs:
        wrong = FAULTS[name](source, target, language, rng)
        if wrong is not None and wrong != target:
            yield source, wrong


def recall(pairs: Sequence[Pair], languages: Languages, name: str, seed: int = 7) -> tuple[int, int, int]:
    """Of how many faults some rule tells, of how many the rule about them, and how many there are."""
    told = [{each.rule for each in findings(*pair, languages)} for pair in faulty(pairs, languages[1], name, seed)]
    return sum(map(bool, told)), sum(not rules.isdisjoint(RULES[name]) for rules in told), len(told)


def alarms(pairs: Sequence[Pair], languages: Languages) -> dict[str, int]:
    """In how many pairs each rule finds something; "" stands for any rule."""
    found: dict[str, int] = {"": 0}
    for pair in pairs:
        rules = {each.rule for each in findings(*pair, languages)}
        found[""] += bool(rules)
        for rule in rules:
            found[rule] = found.get(rule, 0) + 1
    return found
