from hypothesis import given, strategies as st

from ui.reading.utf16 import Utf16


@given(st.text())
def test_units_are_what_utf16_has_before_a_position(text: str) -> None:
    positions = Utf16(text)
    for position in range(len(text) + 1):
        assert positions.units(position) == len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text())
def test_code_points_lead_back_and_the_inside_of_a_pair_is_its_beginning(text: str) -> None:
    positions = Utf16(text)
    for position, character in enumerate(text):
        unit = positions.units(position)
        assert positions.code_points(unit) == position
        if character > "\uffff":
            assert positions.code_points(unit + 1) == position
