"""Which characters no font of the program has."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from reader import late_re as re
from reader.export.pdf.typesetter import SettingError, typeset
from reader.paths import RESOURCES

_PROBE = RESOURCES / "typst" / "probe.typ"

# Typst's error for characters without a glyph; the text is quoted as a Rust string.
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")

# Source Serif has all characters assigned here: Latin, Greek, Cyrillic, punctuation of both languages.
_COMMON = re.compile(
    "[\n\t\x20-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122\u2212]"
)
# Joiners, directional marks, variation selectors: invisible in every font.
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0f"
)


def without_glyph(characters: Iterable[str], cancelled: Callable[[], bool] = lambda: False) -> frozenset[str]:
    """Those of `characters` that cannot be in a PDF, found by having Typst set those that are not common.

    Raises:
        CancelledError, OutputError: as for `typeset`.
    """
    unusual = {c for c in characters if not _COMMON.match(c)} - _INVISIBLE
    # Private use, unassigned, surrogates: PDF/A forbids them even if a font has them.
    forbidden = frozenset(c for c in unusual if unicodedata.category(c) in ("Co", "Cn", "Cs"))
    doubtful = sorted(unusual - forbidden)
    if not doubtful:
        return forbidden
    try:
        typeset(_PROBE, doubtful, datetime.fromtimestamp(0, UTC), cancelled=cancelled)
        return forbidden
    except SettingError as error:
        return forbidden | (named(error).intersection(doubtful) or frozenset(doubtful))


def named(error: SettingError) -> frozenset[str]:
    """The characters that Typst reports as missing from the fonts."""
    texts = _NO_GLYPH.findall(error.diagnostic)
    return frozenset("".join(_RUST_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) for text in texts))
