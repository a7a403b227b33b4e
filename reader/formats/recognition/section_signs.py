"""Section signs, which Tesseract takes for dollars: its data for Norwegian and English have none."""

from collections.abc import Sequence

from reader import late_re as re
from reader.formats.pdf.values import Piece

_DOLLARS = re.compile(r"(\(?)(\$\$?)(\d{1,3}(?:-\d{1,3})?[a-z]?[).,;:]*)?")
_NUMBER = re.compile(r"\d{1,3}(?:-\d{1,3})?[a-z]?[).,;:]*")
_OF_A_CHAPTER = re.compile(r"\d{1,3}-\d")
# What stands before the number of a section, and behind it.
_LAW = re.compile(r"(?i:\(?(?:\w*lov(?:en|a|ens|as)?|\w*forskrift(?:en|a)?|\w{1,7}l\.|jfr?\.?|cf\.|etter|i))")
_PART = re.compile(r"(?i:(?:første|fyrste|annet|andre|tredje|fjerde|femte|siste|ledd|bokstav|nr\.?)[.,;:]?)")
# So many words behind a section another may be named: "§ 18 og § 19".
_NEAR = 4


def set_section_signs(pieces: Sequence[Piece]) -> None:
    """Write § for $ where the words around it are those of a law; two of them are never money.

    Args:
        pieces: the words of a page in reading order, which are changed.
    """
    last = -_NEAR
    for place, piece in enumerate(pieces):
        found = _DOLLARS.fullmatch(piece.text)
        if found is None:
            continue
        before = pieces[place - 1].text if place else ""
        number, behind = _number_and_behind(found[3], pieces, place)
        if not _NUMBER.fullmatch(number):
            continue
        if (
            found[2] == "$$"
            or _OF_A_CHAPTER.match(number)
            or _LAW.fullmatch(before)
            or _PART.fullmatch(behind)
            or place - last < _NEAR
        ):
            piece.text = piece.text.replace("$", "§")
            last = place


def _number_and_behind(attached: str | None, pieces: Sequence[Piece], place: int) -> tuple[str, str]:
    """The number at a sign, which may be one word with it, and the word behind that."""
    after = [piece.text for piece in pieces[place + 1 : place + 3]] + ["", ""]
    return (attached, after[0]) if attached else (after[0], after[1])
