"""The order of files by name, as people expect it: 2 before 10, small letters among capitals, æ, ø, å last."""

import re
import unicodedata
from pathlib import Path

_NUMBER = re.compile(r"[0-9]{1,18}|[^0-9]+")
# The end of the Norwegian alphabet, with the Swedish letters that stand for the same: the signs after z.
_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def natural_order(path: Path) -> tuple[list[tuple[int, str]], str]:
    """The key to sort paths by; letters with other accents are where those without are."""
    whole = unicodedata.normalize("NFC", str(path))
    return [_part(part) for part in _NUMBER.findall(whole.casefold())], whole


def _part(part: str) -> tuple[int, str]:
    if part.isascii() and part.isdecimal():
        return 1 + int(part), ""
    letters = unicodedata.normalize("NFD", part.translate(_AFTER_Z))
    return 0, "".join(letter for letter in letters if not unicodedata.combining(letter))
