"""In which of the places for languages that office documents have, one for each kind of script, a language is said."""

from reader.text import base_language

_EASTERN = frozenset({"zh", "ja", "ko"})
# Those whose letters join, stack or run from right to left.
_COMPLEX = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "hi", "th"})


def is_eastern(language: str) -> bool:
    """Whether a language is written with the characters of East Asia."""
    return base_language(language) in _EASTERN


def is_complex(language: str) -> bool:
    """Whether a language has a script that programs set apart as complex."""
    return base_language(language) in _COMPLEX
