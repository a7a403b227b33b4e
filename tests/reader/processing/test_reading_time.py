"""Whether cues can be read while they are shown."""

import pytest

from reader.processing import cue_findings

SHORT = "Hei."


@pytest.mark.parametrize(
    ("target", "seconds", "found"),
    [
        ("a" * 34, 2.0, []),
        ("a" * 35, 2.0, [("speed", "18")]),
        ("a" * 60, 2.0, [("speed", "30")]),
        ("a" * 60, 0.0, []),
        ("a" * 84, 6.0, []),
        ("a" * 85, 6.0, [("lines", "3")]),
        ("– Ja.\n– Nei.\n– Jo.", 6.0, [("lines", "3")]),
    ],
)
def test_more_than_can_be_read_or_has_room_is_told(target: str, seconds: float, found: list[tuple[str, str]]) -> None:
    told = list(cue_findings(SHORT, target, seconds))
    assert [(each.rule, each.word) for each in told] == found
    assert all(each.target == ((0, len(target)),) for each in told)


def test_a_translation_that_is_no_longer_than_the_original_is_not_told() -> None:
    assert not list(cue_findings("a" * 200, "b" * 200, 1.0))
