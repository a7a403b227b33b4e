"""Checks of translations: rules over a sentence pair, one module each.

All are pure functions of two texts and their languages, and take time linear in them. A rule that needs to know a
language is silent for others.
"""

from reader.processing.checks import brackets, length, names, negation, numbers, repetition, untranslated, verbatim
from reader.processing.checks.words import known_pair
from reader.processing.finding import Finding
from reader.short_cache import cached_if_short

Languages = tuple[str, str]  # codes of the source's and the target's
# To be raised when any rule finds something else: what was found by a version before is then looked for again.
VERSION = 4

# In the order in which they are told.
_RULES = (
    numbers.findings,
    negation.findings,
    names.findings,
    verbatim.findings,
    untranslated.findings,
    repetition.findings,
    length.findings,
    brackets.quotations,
    brackets.brackets,
)


@cached_if_short(1024)
def findings(source: str, target: str, languages: Languages = ("", "")) -> tuple[Finding, ...]:
    """What looks wrong with a translation, in the order of the rules.

    Args:
        source, target: a sentence as it is asked for, and its translation.
        languages: the codes of their languages; "" if unknown, then fewer rules can judge.
    """
    return tuple(finding for rule in _RULES for finding in rule(source, target, languages))


def rules_for(languages: Languages) -> str:
    """What `findings` depends on besides the two texts: the version of the rules, and the languages that they know."""
    return " ".join((str(VERSION), *(known_pair(languages) or ())))


def warnings(source: str, target: str, languages: Languages = ("", "")) -> tuple[str, ...]:
    """The codes of the rules that find something, each once.

    Returns:
        "number", "negation", "name", "verbatim", "untranslated", "repetition", "short", "long", "quotation",
        "bracket": each is the name of a rule. Old memories also have "length", which once stood for both "short" and
        "long".
    """
    return tuple(dict.fromkeys(finding.rule for finding in findings(source, target, languages)))
