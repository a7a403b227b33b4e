"""Beam-search settings of a package's model, as tuned by its maker.

They are in the package's `metadata.json` under "beam_search"; Argos Translate ignores what it does not know.
"""

from dataclasses import fields
from typing import Any

from reader.late_dataclasses import dataclass

# The range of a stated setting: beyond it translation is slower without being better, or fails.
_BOUNDS: dict[str, tuple[float, float]] = {
    "beam_size": (1, 8),
    "length_penalty": (0, 2),
    "repetition_penalty": (1, 2),
    "no_repeat_ngram_size": (0, 10),
    "longest_source": (20, 160),
}


@dataclass(frozen=True, slots=True)
class BeamSearch:
    """Settings for a model; the defaults are Argos Translate's own, but for the limit of length.

    Attributes:
        beam_size: hypotheses that are followed at once.
        length_penalty: the sum of log-probabilities is divided by length ** length_penalty.
        repetition_penalty: divides the probability of tokens that have occurred before; 1 does nothing.
        no_repeat_ngram_size: so many tokens in a row may occur only once; 0 for no limit.
        longest_source: in tokens; longer sentences are translated in pieces.
    """

    beam_size: int = 4
    length_penalty: float = 0.2
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    # The models were trained on sentences; from far longer ones they make gibberish.
    longest_source: int = 160


USUAL = BeamSearch()


def stated_beam_search(metadata: Any) -> BeamSearch:
    """The settings in a package's metadata, with defaults for those that it does not state.

    Raises:
        ValueError, TypeError, AttributeError: one of them makes no sense.
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
