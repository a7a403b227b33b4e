"""How letters in the fonts of a PDF look, as far as it says so, in its values or by the font's name."""

import ctypes

import pypdfium2.raw as pdfium

from reader import late_re as re
from reader.formats.pdf.handles import Handle, address_of
from reader.formats.pdf.values import Look

# Bits of a font's flags, as ISO 32000 has them.
_FIXED, _ITALIC, _FORCED_BOLD = 1 << 0, 1 << 6, 1 << 18
_BOLD_WEIGHT = 600
_BOLD = re.compile(
    r"bold|black|heavy|demi|(?<![a-z])(?:sb|bd)(?![a-z])|^cmbx|^sfbx|medi(?:um)?(?:it)?al?$", re.IGNORECASE
)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv|^cmti|^sfti|^cmsl|(?<![a-z])it(?![a-z])", re.IGNORECASE)
_MONO = re.compile(r"mono|courier|consolas|typewriter|^cmtt|^sftt|(?:^|[^a-z])code(?![a-z])", re.IGNORECASE)
_SUBSET = re.compile(r"[A-Z]{6}\+")
_LONGEST_NAME = 256

# Bold, italic, equally wide.
_Form = tuple[bool, bool, bool]


class Fonts:
    """The fonts of a document."""

    def __init__(self) -> None:
        self._forms: dict[int, _Form] = {}
        self._looks: dict[tuple[_Form, float], Look] = {}

    def forget(self) -> None:
        """Another page begins: its fonts may have the addresses of others."""
        self._forms = {}

    def look(self, font: Handle, size: float) -> Look:
        """How letters of this size in a font look."""
        address = address_of(font)
        if address not in self._forms:
            self._forms[address] = _form(font) if address else (False, False, False)
        key = self._forms[address], round(size, 1)
        if key not in self._looks:
            (bold, italic, mono), size = key
            self._looks[key] = Look(size, bold, italic, mono)
        return self._looks[key]


def _form(font: Handle) -> _Form:
    name = _SUBSET.sub("", _name(font))
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    bold = (
        bool(flags & _FORCED_BOLD) or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or _BOLD.search(name) is not None
    )
    italic = bool(flags & _ITALIC) or _ITALIC_NAME.search(name) is not None
    return bold, italic, bool(flags & _FIXED) or _MONO.search(name) is not None


def _name(font: Handle) -> str:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    return name.value.decode("latin-1")
