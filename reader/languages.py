"""Languages: their names, and telling which one a text is in."""

import threading
from dataclasses import dataclass
from typing import Any

NAMES = {
    "nb": "Norwegian Bokmål",
    "nn": "Norwegian Nynorsk",
    "da": "Danish",
    "sv": "Swedish",
    "en": "English",
}

# py3langid calls Bokmål "no"; only neighbours that are easily taken for one another are let in.
_DETECTOR_CODES = {"no": "nb", "nn": "nn", "da": "da", "sv": "sv", "en": "en"}

# Below this many characters Bokmål and Danish cannot be told apart (measured: 60 is about where it begins).
_ENOUGH = 60
# More text than this makes the answer no better, only slower.
_SAMPLE = 4000
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    Attributes:
        language: "nb", "nn", "da", "sv" or "en".
        probability: of that language among those five, 0 to 1.
        certain: whether there was enough text and a clear winner.
    """

    language: str
    probability: float
    certain: bool


def language_name(code: str) -> str:
    """The English name of a language; an unknown code is its own name."""
    return NAMES.get(code, code)


def other_language(code: str) -> str:
    """What a text in `code` is translated to by default: English, and English to Bokmål."""
    return "nb" if code == "en" else "en"


def detect_language(text: str) -> Detection:
    """Tell whether `text` is Bokmål, Nynorsk, Danish, Swedish or English.

    The method is py3langid's naive Bayes over byte n-grams (Lui and Baldwin 2012), restricted to the
    five. Where there is too little text or no clear winner, the likelier of Bokmål and English is given
    and `certain` is False.
    """
    sample = text[:_SAMPLE]
    if not any(character.isalpha() for character in sample):
        return Detection("en", 0.0, False)
    ranked = _rank(sample)
    language, probability = ranked[0]
    certain = len(sample.strip()) >= _ENOUGH and probability >= _SURE
    if not certain:
        language, probability = next(pair for pair in ranked if pair[0] in ("nb", "en"))
    return Detection(language, probability, certain)


def _rank(text: str) -> list[tuple[str, float]]:
    with _lock:
        ranked = _detector().rank(text)
    return [(_DETECTOR_CODES[code], float(probability)) for code, probability in ranked]


_lock = threading.Lock()
_loaded: list[Any] = []


def _detector() -> Any:
    if not _loaded:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.2 s, so not at start

        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        identifier.set_languages(list(_DETECTOR_CODES))
        _loaded.append(identifier)
    return _loaded[0]
