"""The words of a page as PDFium finds them, with their places and looks.

Each call into PDFium takes about a microsecond, so that it is asked once for the text of a page, and then only for
the first and last letter of each word and for each object of the page that shows text.
"""

import ctypes
from collections.abc import Iterator
from math import hypot

import pypdfium2  # noqa: F401  # starts the library
import pypdfium2.raw as pdfium

from reader import late_re as re
from reader.formats.pdf.fonts import Fonts
from reader.formats.pdf.handles import Handle, address_of
from reader.formats.pdf.turning import Frame
from reader.formats.pdf.values import Look, Piece
from reader.formats.plain_lines import AS_FIGURES, RAISED
from reader.late_dataclasses import dataclass

# A hyphen at the end of a line is U+FFFE.
_DIVIDED = "\ufffe"
_WORD = re.compile(r"([^\s\x00-\x1f\ufffe\ufeff\u200b]+\ufffe?|\ufffe)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# Of the letters of a page so many are asked whether the file says what they are.
_ASKED = 100
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_MOST_MARKS = 8
_FIGURES = re.compile(r"\d{1,3}")
# Figures that are raised in themselves; at the beginning of a word they are the label of a note.
_HIGH_FIGURES = re.compile(rf"[{RAISED}]{{1,3}}")
_LABEL = re.compile(rf"[{RAISED}]{{1,3}}(?=[^\W\d_])")
# What is printed so far above its line, as a share of its size, is raised.
_HIGH = 0.15
_LONGEST_SIGN = 3
# How far pages that have been laid on a glass askew may be turned.
_SLANT = 0.2
# No space is narrower, as a share of the size.
_TOUCH = 0.08

# Called for every word: a third faster than with the types that PDFium's own have.
_get_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    address_of(pdfium.FPDFText_GetTextObject)
)
_get_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    address_of(pdfium.FPDFText_GetLooseCharBox)
)


@dataclass(slots=True)
class Shown:
    """An object of a page that shows text: its look, and whether it is no part of the text.

    Attributes:
        turn: how many quarters it has to be turned to the right to be read.
        content: the number of the marked content that it is in, or -1.
        slanted: whether it climbs or falls across the page.
        base: the line that its letters stand on, once that is known.
    """

    look: Look
    artifact: bool
    turn: int
    content: int
    slanted: bool
    base: float | None = None


class TextLayer:
    """The text layer of a page, to be closed."""

    def __init__(self, page: Handle, fonts: Fonts) -> None:
        self._fonts = fonts
        count = max(pdfium.FPDFPage_CountObjects(page), 0)
        self._own = {address_of(pdfium.FPDFPage_GetObject(page, place)) for place in range(count)}
        self._text_page = pdfium.FPDFText_LoadPage(page)
        self._count = max(pdfium.FPDFText_CountChars(self._text_page), 0)
        self._shown: dict[int, Shown] = {}
        self._address = address_of(self._text_page)
        self._box = pdfium.FS_RECTF()
        self._ref = ctypes.byref(self._box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._last: Piece | None = None
        self.text = self._whole_text()

    def close(self) -> None:
        """Let it go."""
        pdfium.FPDFText_ClosePage(self._text_page)

    def _whole_text(self) -> str:
        if not self._count:
            return ""
        letters = (ctypes.c_ushort * (self._count * 2 + 1))()
        found = pdfium.FPDFText_GetText(self._text_page, 0, self._count, letters)
        text = bytes(letters)[: 2 * max(found - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == self._count:
            return text
        return "".join(map(self._letter, range(self._count)))

    def _letter(self, place: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self._text_page, place)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\0"

    def turn(self) -> int:
        """How many quarters most of the text has to be turned to the right to be read."""
        votes = [0, 0, 0, 0]
        for start in range(0, self._count, max(self._count // _ASKED, 1)):
            if (shown := self._shown_at(start)) is not None:
                votes[shown.turn] += 1
        return votes.index(max(votes))

    def unreadable(self) -> float:
        """The share of the letters of which the file does not say what they are."""
        places = [p for p in range(0, self._count, max(self._count // _ASKED, 1)) if not self.text[p].isspace()]
        bad = sum(
            pdfium.FPDFText_HasUnicodeMapError(self._text_page, place) == 1
            or _PRIVATE.match(self.text[place]) is not None
            or self.text[place] == "\0"
            for place in places
        )
        return bad / len(places) if places else 0.0

    def pieces(self, frame: Frame) -> Iterator[tuple[int, Piece]]:
        """The words, and how each has to be turned beyond the turn of the page."""
        end = 0
        for word in _WORD.finditer(self.text):
            between = self.text[end : word.start()]
            end = word.end()
            before = "" if not between and word.start() else "\xa0" if between == "\xa0" else " "
            start = word.start()
            if (label := _LABEL.match(word[0])) is not None:
                yield from self._pieces_of(start, start + label.end(), before, frame)
                start, before = start + label.end(), ""
            yield from self._pieces_of(start, word.end(), before, frame)

    def _pieces_of(self, start: int, end: int, before: str, frame: Frame) -> Iterator[tuple[int, Piece]]:
        for first, stop, address in self._stretches(start, end):
            shown = self._shown.get(address) or self._shown_at(first)
            if shown is None:
                continue
            turn = (shown.turn - frame.turn) % 4
            own = frame.turned(turn) if turn else frame
            piece = self._piece(first, stop, shown, own)
            piece.before, before = before, ""
            if piece.before == " " and self._touches(piece, first):
                piece.before = ""
            self._last = piece
            if stop - first <= _LONGEST_SIGN:
                self._recognise(piece, first, shown, own if stop - first < end - start else None)
            yield turn, piece

    def _touches(self, piece: Piece, place: int) -> bool:
        """Whether PDFium has put a space before a piece that stands right behind the last, as if letters were words."""
        last = self._last
        if last is None or piece.base != last.base or abs(piece.left - last.right) > _TOUCH * piece.look.size:
            return False
        return bool(pdfium.FPDFText_IsGenerated(self._text_page, place - 1) == 1)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The parts of a word that objects of the page show, with the addresses of these."""
        first = self._object(start)
        if end - start == 1 or (first and first == self._object(end - 1)):
            yield start, end, first
            return
        begin = start
        for place in range(start + 1, end):
            found = self._object(place)
            if found and found != first:
                yield begin, place, first
                begin, first = place, found
        yield begin, end, first

    def _piece(self, start: int, stop: int, shown: Shown, frame: Frame) -> Piece:
        text = self.text[start:stop]
        divided = text[-1] == _DIVIDED
        if not text.isascii():
            text = text.replace(_DIVIDED, "-").translate(_LIGATURES)
        box, ref = self._box, self._ref
        _get_box(self._address, start, ref)
        left, right = frame.sides(box.left, box.bottom, box.right, box.top)
        if stop > start + 1:
            _get_box(self._address, stop - 1, ref)
            other, right = frame.sides(box.left, box.bottom, box.right, box.top)
            left = min(left, other)
        if shown.base is None:
            shown.base = self._base(start, frame)
        return Piece(
            text,
            left,
            right,
            shown.base,
            shown.look,
            divided=divided,
            artifact=shown.artifact,
            content=shown.content,
            slanted=shown.slanted,
        )

    def _base(self, place: int, frame: Frame) -> float:
        pdfium.FPDFText_GetCharOrigin(self._text_page, place, self._x, self._y)
        return frame.point(self._x.value, self._y.value)[1]

    def _recognise(self, piece: Piece, place: int, shown: Shown, frame: Frame | None) -> None:
        """Find out whether a short piece is raised; `frame` is None for a whole word."""
        if _HIGH_FIGURES.fullmatch(piece.text):
            piece.raised, piece.text = 1, piece.text.translate(AS_FIGURES)
        elif frame is not None and _FIGURES.fullmatch(piece.text):
            piece.raised = int(self._is_raised(place, shown, frame))

    def _is_raised(self, place: int, shown: Shown, frame: Frame) -> bool:
        """Whether a figure is small and high in its font, which has others for the line."""
        sides = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._text_page, place, *sides)
        left, right, bottom, top = (side.value for side in sides)
        lowest = frame.area((left, bottom, right, top)).bottom
        return self._base(place, frame) - lowest > _HIGH * shown.look.size

    # What shows the letters

    def _object(self, place: int) -> int:
        """The address of the object that shows a letter; 0 for one that PDFium has put in."""
        return _get_object(self._address, place) or 0

    def _shown_at(self, place: int) -> Shown | None:
        address = self._object(place)
        if not address:
            return None
        if address not in self._shown:
            self._shown[address] = self._show(place)
        return self._shown[address]

    def _show(self, place: int) -> Shown:
        shown = pdfium.FPDFText_GetTextObject(self._text_page, place)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text_page, place, matrix)
        upright = hypot(matrix.c, matrix.d) or hypot(matrix.a, matrix.b) or 1.0
        size = abs(pdfium.FPDFText_GetFontSize(self._text_page, place) * upright)
        look = self._fonts.look(pdfium.FPDFTextObj_GetFont(shown), size)
        # What a page takes in from elsewhere has numbers of its own.
        own = address_of(shown) in self._own
        content = pdfium.FPDFPageObj_GetMarkedContentID(shown) if own else -1
        return Shown(look, _is_artifact(shown), _turn(matrix.a, matrix.b), content, _is_slanted(matrix.a, matrix.b))


def _is_slanted(a: float, b: float) -> bool:
    """Whether text in this direction stands neither upright nor level, nor nearly so."""
    return min(abs(a), abs(b)) > _SLANT * max(abs(a), abs(b))


def _turn(a: float, b: float) -> int:
    """How many quarters text in this direction has to be turned to the right to be read."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _is_artifact(shown: Handle) -> bool:
    for place in range(min(max(pdfium.FPDFPageObj_CountMarks(shown), 0), _MOST_MARKS)):
        if _mark_name(pdfium.FPDFPageObj_GetMark(shown, place)) == "Artifact":
            return True
    return False


def _mark_name(mark: Handle) -> str:
    name, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
    return bytes(name)[: min(length.value, ctypes.sizeof(name))].decode("utf-16-le", "replace").rstrip("\0")
