"""How good translations are: what a package states of itself, and what is published of the official ones."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

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
    """How good a package translates a test set, as sacrebleu measures it; None is not known."""

    test_set: str
    bleu: float
    chrf: float | None = None

    @property
    def grade(self) -> Grade:
        """What the figure means, as we read it: news and encyclopedias are readable from 20 on, from 35 on good."""
        return Grade.ROUGH if self.bleu < _FAIR else Grade.FAIR if self.bleu < _GOOD else Grade.GOOD


# The official packages for the program's own pair, with what is published of their quality (a comparison of
# Argos, Google and Firefox on FLORES devtest); of the other direction nothing is.
_OFFICIAL: dict[tuple[str, str], Quality | None] = {
    ("translate-nb_en", "1.9"): Quality("FLORES-101 devtest", 38.9),
    ("translate-en_nb", "1.9"): None,
}
# They are made of OPUS-MT (Tiedemann and Thottingal).
_OFFICIAL_LICENCE = "CC BY 4.0"


def is_official(name: str, version: str) -> bool:
    """Whether Argos' own package for the program's pair is called so."""
    return (name, version) in _OFFICIAL


def published_quality(name: str, version: str) -> Quality | None:
    """What is published of how well an official package translates."""
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
