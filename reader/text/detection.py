"""Telling which language a text is in."""

import threading
from dataclasses import dataclass
from typing import Any

from reader.text.languages import DISTINGUISHED
from reader.text.overlong import outside_long_runs

# py3langid's codes of those, which calls Bokmål "no".
_DETECTED = {"no" if code == "nb" else code: code for code in sorted(DISTINGUISHED)}

# Below this many characters Bokmål and Danish cannot be told apart (measured: 60 is about where it begins).
_ENOUGH = 60
# More text than this makes the answer no better, only slower.
_SAMPLE = 4000
# It is taken from so much of the text, what is no language left out.
_LOOKED_AT = 50 * _SAMPLE
_SURE = 0.9
# So sure that a text is in none of the five; no line of Norwegian or English was, in a thousand each.
_SURELY_ANOTHER = 0.95


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    Attributes:
        language: "nb", "nn", "da", "sv" or "en"; the code of another language for a text that is clearly none of them.
        probability: of that language among those five, or among all, 0 to 1.
        certain: whether there was enough text and a clear winner.
    """

    language: str
    probability: float
    certain: bool


def detect_language(text: str) -> Detection:
    """Tell whether `text` is Bokmål, Nynorsk, Danish, Swedish or English.

    The method is py3langid's naive Bayes over byte n-grams (Lui and Baldwin 2012), its probabilities
    restricted to the five unless another language is all but certain. Where there is too little text or
    no clear winner, the likelier of Bokmål and English is given and `certain` is False.
    """
    # Keys, base64 and the like are in no language; py3langid has a code for that, which is none to read in.
    sample = outside_long_runs(text[:_LOOKED_AT]).strip()[:_SAMPLE]
    if not any(character.isalpha() for character in sample):
        return Detection("en", 0.0, False)
    everything = _rank(sample)
    enough = len(sample.strip()) >= _ENOUGH
    code, probability = everything[0]
    if enough and code not in _DETECTED and probability >= _SURELY_ANOTHER:
        return Detection(code, probability, True)
    ranked = _among_the_five(everything)
    language, probability = ranked[0]
    certain = enough and probability >= _SURE
    if not certain:
        language, probability = next(pair for pair in ranked if pair[0] in ("nb", "en"))
    return Detection(language, probability, certain)


def _rank(text: str) -> list[tuple[str, float]]:
    with _lock:
        ranked = _detector().rank(text)
    return [(str(code), float(probability)) for code, probability in ranked if code != _NO_LANGUAGE]


def _among_the_five(ranked: list[tuple[str, float]]) -> list[tuple[str, float]]:
    known = [(_DETECTED[code], probability) for code, probability in ranked if code in _DETECTED]
    total = sum(probability for _, probability in known) or 1.0
    return [(code, probability / total) for code, probability in known]


# ISO 639-2 for what is no language.
_NO_LANGUAGE = "zxx"
_lock = threading.Lock()
_loaded: list[Any] = []


def _detector() -> Any:
    if not _loaded:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.2 s, so not at start

        _loaded.append(LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
    return _loaded[0]
