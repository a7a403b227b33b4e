"""The version of the rules, by which it is known what has to be looked at again."""

from collections.abc import Iterator
from hashlib import sha256

from reader.processing import rules_for, warnings
from reader.processing.checks import Languages
from tests.faults import FAULTS, faulty, own_pairs

# Of each version what its rules say of our own pairs, and of faults in them. A new one gets a new line and a new
# number; what a version has said is never changed.
SAID = {"1": "3d1ad11d749c65b4", "2": "a413cbfd728ebeb4", "3": "a413cbfd728ebeb4", "4": "a413cbfd728ebeb4"}


def test_rules_that_say_something_else_have_another_version() -> None:
    version = rules_for(("", ""))
    assert version in SAID, "put the new version here"
    assert SAID[version] == sha256("\n".join(_said()).encode()).hexdigest()[:16], "raise VERSION of the checks"


def test_languages_that_the_rules_do_not_tell_apart_are_judged_alike() -> None:
    assert rules_for(("nn", "en")) == rules_for(("nb", "en")) != rules_for(("en", "nb"))
    assert rules_for(("nb", "de")) == rules_for(("fr", "en")) != rules_for(("nb", "en"))


def _said() -> Iterator[str]:
    for languages in (("nb", "en"), ("en", "nb")):
        pairs = [pair if languages[0] == "nb" else pair[::-1] for pair in own_pairs()]
        yield from _of(pairs, languages)
        for name in FAULTS:
            yield from _of(list(faulty(pairs, languages[1], name, 7)), languages)


def _of(pairs: list[tuple[str, str]], languages: Languages) -> Iterator[str]:
    return (" ".join(warnings(*pair, languages)) for pair in pairs)
