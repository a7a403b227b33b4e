"""Language detection."""

import threading
import time
from collections.abc import Iterable, Set
from typing import Any

from reader.errors import OutputError, reason
from reader.heap import give_back
from reader.late_dataclasses import dataclass
from reader.short_cache import cached_if_short
from reader.text.languages import DISTINGUISHED, LIKE_NORWEGIAN, like_language
from reader.text.overlong import outside_long_runs

# py3langid's codes for these; it calls Bokmål "no".
_DETECTED = {"no" if code == "nb" else code: code for code in sorted(DISTINGUISHED)}

# With fewer characters Bokmål and Danish cannot be told apart (measured).
ENOUGH = 60
# More characters make the result no better, only slower.
_SAMPLE = 4000
# The sample is taken from this much text, without its long runs.
_LOOKED_AT = 50 * _SAMPLE
_SURE = 0.9
# The probability of another language from which it is believed; no Norwegian or English line of 1000 each reached it.
_SURELY_ANOTHER = 0.95


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    Attributes:
        language: "nb", "nn", "da", "sv" or "en"; another code only for a text that is clearly in none of them.
        probability: of that language, 0 to 1: among those five, or for another language among all. For Bokmål, Nynorsk
            and Danish it is that of all three together: they are evidence for each other against the rest.
        certain: whether there was enough text and a clear winner.
    """

    language: str
    probability: float
    certain: bool


@cached_if_short(1000)  # a document is described, opened and looked through for other languages, all within a while
def detect_language(text: str, *, enough: int = ENOUGH) -> Detection:
    """Tell whether `text` is Bokmål, Nynorsk, Danish, Swedish or English.

    The method is py3langid's naive Bayes over byte n-grams (Lui and Baldwin 2012), its probabilities
    restricted to the five unless another language is all but certain. With fewer than `enough` characters or no clear
    winner, the result is the likelier of Bokmål and English, with `certain` False. Nynorsk and Danish are told only
    where they are clear, else it is Bokmål.
    """
    # Keys, base64 and the like are no language; `_rank` skips py3langid's code for that.
    sample = outside_long_runs(text[:_LOOKED_AT]).strip()[:_SAMPLE]
    if not any(character.isalpha() for character in sample):
        return Detection("en", 0.0, False)
    everything = _rank(sample)
    length = len(sample.strip())
    code, probability = everything[0]
    if length >= max(enough, ENOUGH) and code not in _DETECTED and probability >= _SURELY_ANOTHER:
        return Detection(code, probability, True)
    ranked = _among_the_five(everything)
    norwegian = sum(probability for code, probability in ranked if code in LIKE_NORWEGIAN)
    language, probability = ranked[0]
    if language in LIKE_NORWEGIAN:
        language, probability = language if probability >= _SURE * norwegian else "nb", norwegian
    certain = length >= enough and probability >= _SURE
    if certain:
        return Detection(language, probability, True)
    english = dict(ranked)["en"]
    return Detection("en", english, False) if english > norwegian else Detection("nb", norwegian, False)


def surely_in(text: str, own: Set[str], target: str = "") -> str:
    """The language that a text of 60 characters or more is all but certainly in, if it is none of `own`; else "".

    The probability is that among all languages that py3langid knows, of those that are alike together. For `target` it
    is enough that it is the likeliest, and all but certain against `own`.
    """
    ranked = [(_DETECTED.get(code, code), probability) for code, probability in _rank(text.strip()[:_SAMPLE])]
    code, probability = max(ranked, key=lambda each: each[1])
    if code in own or own.isdisjoint(code for code, _ in ranked):
        return ""
    alike = like_language(code)
    together = sum(probability for other, probability in ranked if other in alike)
    against = sum(probability for other, probability in ranked if other in own) if target in alike else 1 - together
    if together < _SURELY_ANOTHER * (together + against):
        return ""
    return "nb" if code in LIKE_NORWEGIAN and probability < _SURE * together else code


def unload_idle_detector(seconds: float) -> None:
    """Unload what languages are detected with, some 70 MB, if it has not been used for `seconds`.

    It is loaded again when it is needed, which takes half a second.
    """
    with _lock:
        if _loaded and time.monotonic() - _loaded[0].used >= seconds:
            _loaded.clear()
            give_back()


def _rank(text: str) -> list[tuple[str, float]]:
    with _lock:
        detector = _detector()
        ranked = detector.identifier.rank(text)
        detector.used = time.monotonic()
    return [(str(code), float(probability)) for code, probability in ranked if code != _NO_LANGUAGE]


def _among_the_five(ranked: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    known = [(_DETECTED[code], probability) for code, probability in ranked if code in _DETECTED]
    total = sum(probability for _, probability in known) or 1.0
    return [(code, probability / total) for code, probability in known]


# ISO 639-2: no linguistic content.
_NO_LANGUAGE = "zxx"
_lock = threading.Lock()


@dataclass(slots=True)
class _Detector:
    """What languages are detected with, and when it was last used."""

    identifier: Any
    used: float = 0.0


_loaded: list[_Detector] = []


def _detector() -> _Detector:
    if not _loaded:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # imported late: takes 0.2 s

        try:
            _loaded.append(_Detector(LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)))
        except OSError as error:  # it is unpacked into the system's folder for temporary files, some 70 MB
            raise OutputError(
                "Temporary files cannot be written: {reason}. Make room for them, then try again.", reason=reason(error)
            ) from error
    return _loaded[0]
