"""What exports say of warnings."""

import pytest

from reader.export.labels import labels_for
from reader.processing import Finding


@pytest.mark.parametrize(
    ("finding", "english", "norwegian"),
    [
        (Finding("number", "12", ((0, 2),)), "the number “12” is missing", "tallet «12» mangler"),
        (
            Finding("number", "12", (), ((0, 2),)),
            "the number “12” is not in the original",
            "tallet «12» står ikke i originalen",
        ),
        (
            Finding("name", "Oslo", ((0, 4),), ((0, 5),), "Paris"),
            "“Oslo” has become “Paris”",
            "«Oslo» er blitt til «Paris»",
        ),
        (
            Finding("verbatim", "{x}", ((0, 3),)),
            "“{x}” is missing, but must stay unchanged",
            "«{x}» mangler, men skal stå uendret",
        ),
        (Finding("short"), "much shorter", "mye kortere"),
        (
            Finding("bracket", "(", (), ((0, 1),)),
            "a bracket is not opened or not closed",
            "en parentes er ikke åpnet eller ikke lukket",
        ),
        (Finding("other"), "other", "other"),
    ],
)
def test_what_a_rule_found_is_said_in_both_languages(finding: Finding, english: str, norwegian: str) -> None:
    assert labels_for("en").told(finding) == english
    assert labels_for("nb").told(finding) == norwegian


def test_long_words_are_said_in_part() -> None:
    told = labels_for("en").told(Finding("verbatim", "x" * 10_000, ((0, 10_000),)))
    assert len(told) < 120
