import pytest
import sacrebleu
from hypothesis import given, strategies as st

from reader.quality.chrf import chrf

TEXTS = st.text("abc dæ.", max_size=30)


@given(TEXTS, TEXTS)
def test_it_is_what_others_compute(text: str, reference: str) -> None:
    assert chrf(text, reference) == pytest.approx(sacrebleu.sentence_chrf(text, [reference]).score)


def test_equal_texts_have_all_in_common_and_others_nothing() -> None:
    assert chrf("En katt.", "En  katt.") == pytest.approx(100)
    assert chrf("abc", "xyz") == chrf("", "xyz") == chrf("abc", "") == 0
