"""How good translations are: what a package states about itself, and what is published about the official ones."""

from enum import StrEnum
from typing import Any

from reader.late_dataclasses import dataclass

# BLEU from which translations are fair, and good.
_FAIR, _GOOD = 20, 35
_LONGEST_NAME = 60  # of a test set


class Grade(StrEnum):
    """How good translations are, in words."""

    ROUGH = "rough"  # gives the gist
    FAIR = "fair"  # readable and mostly right
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a package translates a test set, as sacrebleu measures it; None if unknown."""

    test_set: str
    bleu: float
    chrf: float | None = None

    @property
    def grade(self) -> Grade:
        """What the BLEU means in our view: news and encyclopedias are readable from 20, good from 35."""
        return Grade.ROUGH if self.bleu < _FAIR else Grade.FAIR if self.bleu < _GOOD else Grade.GOOD


# The official packages for the program's own pair, with what is published about their quality (a comparison of
# Argos, Google and Firefox on FLORES devtest); about the other direction nothing is.
_OFFICIAL: dict[tuple[str, str], Quality | None] = {
    ("translate-nb_en", "1.9"): Quality("FLORES-101 devtest", 38.9),
    ("translate-en_nb", "1.9"): None,
}
# They are based on OPUS-MT (Tiedemann and Thottingal).
_OFFICIAL_LICENCE = "CC BY 4.0"


def is_official(name: str, version: str) -> bool:
    """Whether Argos' own package for the program's pair has this name and version."""
    return (name, version) in _OFFICIAL


def published_quality(name: str, version: str) -> Quality | None:
    """What is published about the quality of an official package, if anything."""
    return _OFFICIAL.get((name, version))


def published_licence(name: str, version: str) -> str:
    """The licence of an official package as its makers state it, else ""."""
    return _OFFICIAL_LICENCE if is_official(name, version) else ""


def stated_quality(metadata: Any) -> Quality | None:
    """What a package's metadata states under "quality"; None if it states nothing.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: what it states makes no sense.
    """
    stated = metadata.get("quality")
    if stated is None:
        return None
    test_set, bleu, chrf = str(stated["test_set"]), float(stated["bleu"]), float(stated["chrf"])
    if not (test_set.isprintable() and len(test_set) <= _LONGEST_NAME and 0 <= bleu <= 100 and 0 <= chrf <= 100):
        raise ValueError("no quality")
    return Quality(test_set, bleu, chrf)
