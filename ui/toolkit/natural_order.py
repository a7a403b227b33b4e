"""The order of names and titles, as people expect it: 2 before 10, small letters among capitals, æ, ø, å last."""

import unicodedata
from pathlib import Path

from reader import late_re as re

_NUMBER = re.compile(r"[0-9]+")
# The end of the Norwegian alphabet, with the Swedish letters that stand for the same: the signs after z.
_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def natural_order(path: Path) -> tuple[str, str]:
    """The key to sort paths by."""
    whole = unicodedata.normalize("NFC", str(path))
    return natural_key(whole), whole


def natural_key(text: str) -> str:
    """The key to sort texts by; letters with other accents are where those without are."""
    key = text.casefold()
    if not key.isascii():
        letters = unicodedata.normalize("NFD", unicodedata.normalize("NFC", key).translate(_AFTER_Z))
        key = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NUMBER.sub(_by_value, key)


def _by_value(number: re.Match[str]) -> str:
    """A number so that a larger one comes later: the number of its digits first."""
    digits = number[0].lstrip("0")
    return f"{len(digits):03d}{digits}"
