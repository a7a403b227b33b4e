"""The faces that a text can be read in: ours, two of the system, and one made for readers with dyslexia."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

BUNDLED, SYSTEM_SERIF, SYSTEM_SANS, DYSLEXIC = "serif", "system_serif", "system_sans", "opendyslexic"

_FAMILY = "Source Serif 4"
_HINTS = {SYSTEM_SANS: QFont.StyleHint.SansSerif, DYSLEXIC: QFont.StyleHint.SansSerif}


def reading_font(face: str, points: float) -> QFont:
    """The font for text in a face, in a size in points; our own if the system does not have the face."""
    font = QFont(_family(face))
    # Characters it lacks (Chinese, emoji) come from other fonts; if it is missing itself, from one like it.
    font.setStyleHint(_HINTS.get(face, QFont.StyleHint.Serif))
    font.setPointSizeF(points)
    return font


def dyslexic_family(families: Iterable[str]) -> str | None:
    """OpenDyslexic among `families`, whatever its version is called; None if it is not there."""
    found = [family for family in families if family.replace(" ", "").lower().startswith("opendyslexic")]
    # Versions for code and its small letters come after the plain one.
    return min(found, key=len, default=None)


def is_installed(face: str) -> bool:
    """Whether there is a font of a face on this system."""
    return face != DYSLEXIC or dyslexic_family(QFontDatabase.families()) is not None


@lru_cache(8)
def _family(face: str) -> str:
    if face == SYSTEM_SERIF:
        font = QFont()
        font.setStyleHint(QFont.StyleHint.Serif)
        return font.defaultFamily()
    if face == SYSTEM_SANS:
        return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    if face == DYSLEXIC:
        return dyslexic_family(QFontDatabase.families()) or _FAMILY
    return _FAMILY
