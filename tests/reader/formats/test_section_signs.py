"""Section signs that were recognised as dollars."""

import pytest

from reader.formats.pdf.values import Look, Piece
from reader.formats.recognition.section_signs import set_section_signs


@pytest.mark.parametrize(
    ("recognised", "expected"),
    [
        ("jf. offl. $ 13", "jf. offl. § 13"),
        ("vilkårene i sosialtjenesteloven $ 18 er", "vilkårene i sosialtjenesteloven § 18 er"),
        ("rett til innsyn, $$ 18 og 19.", "rett til innsyn, §§ 18 og 19."),
        ("Barnevernsloven (lov nr. 97) $ 3-1, som", "Barnevernsloven (lov nr. 97) § 3-1, som"),
        ("følger av $18 første ledd", "følger av §18 første ledd"),
        ("forvaltningsloven $ 18 og $ 19", "forvaltningsloven § 18 og § 19"),
        ("(offl. $ 13)", "(offl. § 13)"),
        ("It costs $ 18 a night", "It costs $ 18 a night"),
        ("etter loven $ 1250,50", "etter loven $ 1250,50"),
        ("i $ og kroner", "i $ og kroner"),
        ("gave him $18", "gave him $18"),
    ],
)
def test_signs_before_numbers_of_sections_are_no_dollars(recognised: str, expected: str) -> None:
    pieces = [Piece(word, 0, 1, 0, Look(10)) for word in recognised.split()]
    set_section_signs(pieces)
    assert " ".join(piece.text for piece in pieces) == expected
