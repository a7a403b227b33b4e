import copy
import pickle
import re
from unittest.mock import Mock

import pytest

from reader import late_re


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Notes what is compiled."""
    noting = Mock(wraps=re.compile)
    monkeypatch.setattr(re, "compile", noting)
    return noting


def test_a_pattern_is_compiled_once_when_it_is_first_used(compiled: Mock) -> None:
    pattern = late_re.compile(r"(?P<day>\d+)\.")
    assert pattern.pattern == r"(?P<day>\d+)\."
    assert not compiled.called
    assert [match["day"] for match in pattern.finditer("1. og 17. mai")] == ["1", "17"]
    assert pattern.sub("#", "17. mai") == "# mai"
    assert pattern.groupindex == {"day": 1}
    compiled.assert_called_once()


def test_a_pattern_keeps_its_flags() -> None:
    pattern = late_re.compile("å", late_re.IGNORECASE)
    assert pattern.fullmatch("Å")
    assert pattern.flags & re.IGNORECASE


def test_bytes_have_patterns_too() -> None:
    found = late_re.compile(rb"\x00+").search(b"a\x00\x00")
    assert found is not None
    assert found.span() == (1, 3)


def test_an_error_in_a_pattern_is_raised_at_each_use() -> None:
    pattern = late_re.compile("(")
    for _ in range(2):
        with pytest.raises(re.error):
            pattern.search("")


def test_what_a_pattern_has_not_got_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        _ = late_re.compile("a").gone  # type: ignore[attr-defined]


def test_a_pattern_can_be_copied_and_sent_to_other_processes() -> None:
    for copied in (copy.copy(late_re.compile("a+")), pickle.loads(pickle.dumps(late_re.compile("a+")))):
        assert copied.fullmatch("aa")
