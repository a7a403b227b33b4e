"""How a package's model is to be searched for the best translation: settings that its maker found by measuring.

They stand in the package's `metadata.json` under "beam_search"; Argos Translate passes over what it does not know.
"""

from dataclasses import dataclass, fields
from typing import Any

# What a stated setting may be: more is slower without being better, or no translation at all.
_BOUNDS: dict[str, tuple[float, float]] = {
    "beam_size": (1, 8),
    "length_penalty": (0, 2),
    "repetition_penalty": (1, 2),
    "no_repeat_ngram_size": (0, 10),
    "longest_source": (20, 160),
}


@dataclass(frozen=True, slots=True)
class BeamSearch:
    """Settings for a model; those that are usual are Argos Translate's own, but for the limit of length.

    Attributes:
        beam_size: hypotheses that are followed at once.
        length_penalty: the sum of log-probabilities is divided by length ** length_penalty.
        repetition_penalty: divides the probability of tokens that were there before; 1 does nothing.
        no_repeat_ngram_size: so many tokens in a row come only once; 0 for any number of times.
        longest_source: in tokens; longer sentences are translated in pieces.
    """

    beam_size: int = 4
    length_penalty: float = 0.2
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    # The models learned on sentences; far longer ones come out as gibberish.
    longest_source: int = 160


USUAL = BeamSearch()


def stated_beam_search(metadata: Any) -> BeamSearch:
    """The settings that a package's metadata states; the usual ones in the place of those that it does not.

    Raises:
        ValueError, TypeError, AttributeError: what it states makes no sense.
    """
    stated = metadata.get("beam_search", {})
    names = [field.name for field in fields(BeamSearch) if field.name in stated]
    return BeamSearch(**{name: _setting(name, stated[name]) for name in names})


def _setting(name: str, value: Any) -> Any:
    usual = getattr(USUAL, name)
    low, high = _BOUNDS[name]
    if isinstance(value, bool) or not isinstance(value, (int, type(usual))) or not low <= value <= high:
        raise ValueError(name)
    return type(usual)(value)
