"""Characters that cannot be shown, by their Unicode numbers."""

from collections.abc import Iterable, Sequence

# The most numbers in a sentence.
_MOST = 12


def unicode_numbers(characters: Iterable[str]) -> str:
    """The numbers of all `characters`: "U+4E2D U+6587"."""
    return " ".join(f"U+{ord(character):04X}" for character in characters)


def first_unicode_numbers(characters: Sequence[str]) -> str:
    """Those of the first few, for a sentence; an ellipsis stands for the others."""
    return unicode_numbers(characters[:_MOST]) + " …" * (len(characters) > _MOST)
