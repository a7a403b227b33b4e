"""The words that Tesseract finds in the image of a page."""

import os
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING

from reader.formats.pdf.values import Look, Piece
from reader.formats.recognition.images import Grey
from reader.formats.recognition.section_signs import set_section_signs
from reader.formats.recognition.tessdata import Tessdata

if TYPE_CHECKING:
    import tesserocr

# Tesseract's confidence in a word, of 100: below the first it may be misread, below the second it is no word at all.
_SURE, _WORD = 80, 25
# A page with less confidence in its words, which are weighed by their letters, is a picture.
_TEXT = 50
# What lines around the cells of a table are taken for.
_DRAWN = frozenset({"", "|", "||"})
# Letters of the same size are measured so differently, as a share of it.
_SAME = 0.12
# Finds what is dark against what is around it: a page that was photographed has shadows.
_SAUVOLA = "2"
# Of an address space that is limited no part goes to threads, of which none are used.
_ONE_THREAD = ("OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS")


class Tesseract:
    """Tesseract with data for languages.

    Attributes:
        version: of it.
        whole: whether it can use all of the data.

    Raises:
        RuntimeError: the data for all languages are damaged, or of another version.
    """

    def __init__(self, data: Tessdata) -> None:
        for name in _ONE_THREAD:
            os.environ[name] = "1"
        import tesserocr  # late: it belongs to an extra

        self._tesserocr = tesserocr
        self._api = tesserocr.PyTessBaseAPI(path=str(data.folder), lang="+".join(data.languages))
        self.whole = len(self._api.GetLoadedLanguages()) == len(data.languages)  # the others are damaged
        self._api.SetVariable("thresholding_method", _SAUVOLA)
        self.version = tesserocr.tesseract_version().split()[1]

    def words(self, page: Grey, patience: float) -> list[Piece]:
        """The words of a page in reading order; none if it has no text.

        After `patience` seconds it is left with those that are known, once its lines are found.
        """
        self._api.SetImageBytes(page.data, page.width, page.height, 1, page.width)
        self._api.SetSourceResolution(round(page.scale * 72))
        self._api.Recognize(max(round(patience * 1000), 1))  # 0 is no limit
        found = list(self._found(page.scale))
        self._api.Clear()
        letters = sum(len(piece.text) for piece, _ in found)
        if sum(len(piece.text) * sure for piece, sure in found) < _TEXT * letters:
            return []
        _even_out(pieces := [piece for piece, sure in found if sure >= _WORD])
        set_section_signs(pieces)
        return pieces

    def _found(self, scale: float) -> Iterator[tuple[Piece, float]]:
        """The words, and how sure Tesseract is of each."""
        words, level = self._api.GetIterator(), self._tesserocr.RIL
        if words is None:
            return
        line = _Line(0.0, 1.0)
        for word in self._tesserocr.iterate_level(words, level.WORD):
            if word.Empty(level.WORD):
                continue
            text = word.GetUTF8Text(level.WORD).strip()
            if word.IsAtBeginningOf(level.TEXTLINE):
                line = _line(word, level.TEXTLINE, scale)
            box = word.BoundingBox(level.WORD)
            if text in _DRAWN or box is None:
                continue
            sure = word.Confidence(level.WORD)
            ends = word.IsAtFinalElement(level.TEXTLINE, level.WORD)
            piece = Piece(text, box[0] / scale, box[2] / scale, line.base, Look(line.size))
            piece.divided = ends and len(text) > 1 and text.endswith("-")
            piece.doubtful = sure < _SURE
            yield piece, sure


class _Line:
    """Where a line stands, and the size of its letters, in points."""

    def __init__(self, base: float, size: float) -> None:
        self.base, self.size = base, size


def _line(word: "tesserocr.PyLTRResultIterator", level: int, scale: float) -> _Line:
    """The line that begins with a word."""
    ends = word.Baseline(level) or ((0, 0), (0, 0))
    base = (ends[0][1] + ends[1][1]) / 2
    return _Line(base / scale, max(word.RowAttributes()["row_height"] / scale, 1.0))


def _even_out(pieces: list[Piece]) -> None:
    """Give letters the same size that are nearly as large as most, and others one in half points."""
    usual = median(piece.look.size for piece in pieces for _ in piece.text) if pieces else 0.0
    for piece in pieces:
        size = piece.look.size
        piece.look = Look(round((usual if abs(size - usual) <= _SAME * usual else size) * 2) / 2)
