"""Numbers and their units."""

import pytest

from reader.text import with_firm_units


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Det er 3,5 % av alle.", "Det er 3,5_% av alle."),
        ("10 km unna, og 5 °C.", "10_km unna, og 5_°C."),
        ("100 kr. for ½ l på 10 m²", "100_kr. for ½_l på 10_m²"),
        ("80 km/t", "80_km/t"),
        ("2 kmer, 3 hunder, 1 000 km", "2 kmer, 3 hunder, 1_000_km"),
        ("15 750 kroner, 1 250,50", "15_750 kroner, 1_250,50"),
        ("3 1234 og 1 12", "3 1234 og 1 12"),
        ("18. mars, 18 March", "18._mars, 18_March"),
        ("% 5 og km 3", "% 5 og km 3"),
        ("2\u00a0km og 2\u202fkm", "2_km og 2\u202fkm"),
        ("😀 2 km", "😀 2_km"),
    ],
)
def test_the_space_before_a_unit_does_not_break_and_nothing_else_changes(text: str, firm: str) -> None:
    assert with_firm_units(text).replace("\u00a0", "_") == firm
    assert len(with_firm_units(text)) == len(text)
