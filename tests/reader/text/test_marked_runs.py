"""Marked text cut into runs with the same marks."""

import pytest
from hypothesis import given, strategies as st

from reader.text import Mark, MarkKind, Run, runs
from tests.mark_kinds import MARK_KINDS

STRONG, EMPHASIS, LINK = MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.LINK


def run(text: str, *kinds: MarkKind, href: str = "") -> Run:
    return Run(text, frozenset(kinds), href)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([], [run("abcdef")], id="no mark"),
        pytest.param([Mark(0, 6, STRONG)], [run("abcdef", STRONG)], id="all of it"),
        pytest.param([Mark(1, 3, STRONG)], [run("a"), run("bc", STRONG), run("def")], id="a part"),
        pytest.param(
            [Mark(0, 4, STRONG), Mark(1, 2, EMPHASIS)],
            [run("a", STRONG), run("b", STRONG, EMPHASIS), run("cd", STRONG), run("ef")],
            id="nested",
        ),
        pytest.param(
            [Mark(0, 3, STRONG), Mark(2, 6, EMPHASIS)],
            [run("ab", STRONG), run("c", STRONG, EMPHASIS), run("def", EMPHASIS)],
            id="crossing",
        ),
        pytest.param([Mark(0, 2, LINK, "#a")], [run("ab", LINK, href="#a"), run("cdef")], id="a link"),
        pytest.param(
            [Mark(0, 6, LINK, "#a"), Mark(2, 4, LINK, "#b")],
            [run("ab", LINK, href="#a"), run("cd", LINK, href="#b"), run("ef", LINK, href="#a")],
            id="of two links the inner",
        ),
        pytest.param(
            [Mark(0, 2, LINK, "#a"), Mark(2, 6, LINK, "#b")],
            [run("ab", LINK, href="#a"), run("cdef", LINK, href="#b")],
            id="links side by side",
        ),
        pytest.param([Mark(4, 99, STRONG)], [run("abcd"), run("ef", STRONG)], id="beyond the end"),
        pytest.param([Mark(7, 9, STRONG)], [run("abcdef")], id="outside"),
        pytest.param([Mark(2, 2, STRONG)], [run("ab"), run("cdef")], id="empty"),
    ],
)
def test_runs_begin_and_end_with_the_marks(marks: list[Mark], expected: list[Run]) -> None:
    assert list(runs("abcdef", marks)) == expected


def test_runs_count_code_points() -> None:
    assert list(runs("😀å", [Mark(1, 2, STRONG)])) == [run("😀"), run("å", STRONG)]


def test_no_text_has_no_runs() -> None:
    assert list(runs("", [])) == []
    assert list(runs("", [Mark(0, 1, STRONG)])) == []


MARKS = st.lists(
    st.builds(Mark, st.integers(0, 12), st.integers(0, 12), st.sampled_from(MARK_KINDS), st.just("#")), max_size=6
)


@given(st.text(max_size=10), MARKS)
def test_runs_joined_give_the_text_and_each_character_has_the_kinds_over_it(text: str, marks: list[Mark]) -> None:
    cut = list(runs(text, marks))
    assert "".join(run.text for run in cut) == text
    assert all(run.text for run in cut)
    found = [kinds for run in cut for kinds in [run.kinds] * len(run.text)]
    over = [frozenset(m.kind for m in marks if m.start <= place < m.end) for place in range(len(text))]
    assert found == over
