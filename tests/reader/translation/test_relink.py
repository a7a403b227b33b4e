from contextlib import closing
from pathlib import Path

import pytest

from reader.engine import Engine, Engines
from reader.memory import Memory
from reader.packages import Packages, find_packages
from reader.parallel import Row, RowTranslated, initial_row
from reader.text import Mark, MarkKind, Paragraph
from reader.translation import recall, translate
from reader.translation.relink import relink, unlinked

pytestmark = pytest.mark.usefixtures("shipped_pair")

TEXTS = ("Dette er en katt. Hun bor i Oslo.", "Jeg vil gjerne ha en kopp kaffe, et glass vann og et stykke kake.")


def rows_of(translated: list[RowTranslated]) -> list[tuple[int, Row]]:
    return [(event.index, event.row) for event in translated]


@pytest.fixture(scope="module")
def both() -> tuple[Engine, Engine]:
    installed = find_packages()
    engines = Engines().for_links(installed.route("nb", "en"), installed)
    assert engines is not None and engines[1] is not None
    return engines[0], engines[1]


@pytest.fixture(scope="module")
def translated(both: tuple[Engine, Engine]) -> list[RowTranslated]:
    marked = Paragraph(TEXTS[1], marks=(Mark(26, 31, MarkKind.STRONG),))
    rows = [initial_row(Paragraph(TEXTS[0])), initial_row(marked)]
    return list(translate(rows, "nb", both[0]))


def test_only_links_and_the_marks_that_follow_them_change(
    both: tuple[Engine, Engine], translated: list[RowTranslated]
) -> None:
    better = list(relink(rows_of(translated), *both))
    assert [b.index for b in better] == [t.index for t in translated]
    for old, new in zip(translated, better, strict=True):
        assert (new.row.target, new.row.state) == (old.row.target, old.row.state)
        assert [(p.source, p.target, p.score) for p in new.row.sentences] == [
            (p.source, p.target, p.score) for p in old.row.sentences
        ]
    assert [t.row.sentences for t in better] != [t.row.sentences for t in translated]


def test_both_directions_together_link_what_belongs_together(
    both: tuple[Engine, Engine], translated: list[RowTranslated]
) -> None:
    row = next(relink(rows_of(translated), *both)).row
    linked = {(row.source.text[a:b], row.target[c:d]) for p in row.sentences for a, b, c, d, _ in p.links}
    assert {("katt", "cat"), ("Oslo", "Oslo")} <= linked
    for pair in row.sentences:
        for a, b, c, d, _ in pair.links:
            assert pair.source[0] <= a < b <= pair.source[1]
            assert pair.target[0] <= c < d <= pair.target[1]


def test_better_links_are_remembered(
    both: tuple[Engine, Engine], translated: list[RowTranslated], tmp_path: Path
) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        again = [initial_row(Paragraph(TEXTS[0]))]
        list(translate(again, "nb", both[0], memory=memory, package="p"))
        better = list(relink(rows_of(translated), *both, memory=memory, package="p"))
        [known] = translate(again, "nb", both[0], memory=memory, package="p")
    assert known.row == better[0].row


def test_links_of_what_the_memory_has_forgotten_are_not_remembered(
    both: tuple[Engine, Engine], translated: list[RowTranslated], tmp_path: Path
) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        assert list(relink(rows_of(translated), *both, memory=memory, package="p"))
        assert recall([initial_row(Paragraph(text)) for text in TEXTS], "nb", memory, "p") == []


def test_cancelling_ends_before_the_next_batch(both: tuple[Engine, Engine], translated: list[RowTranslated]) -> None:
    assert list(relink(rows_of(translated), *both, cancelled=lambda: True)) == []


def test_cancelling_ends_within_a_batch_and_keeps_nothing_of_it(
    both: tuple[Engine, Engine], translated: list[RowTranslated], tmp_path: Path
) -> None:
    answers = iter([False])  # before the batch; the next call is just before the model's
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        work = relink(rows_of(translated), *both, cancelled=lambda: next(answers, True), memory=memory, package="p")
        assert list(work) == []
        assert memory.lookup("p", [TEXTS[1]]) == {}


def test_one_direction_alone_links_only_what_is_not_linked(
    both: tuple[Engine, Engine], translated: list[RowTranslated]
) -> None:
    installed = find_packages()
    one = Packages(tuple(p for p in installed.usable if p.source == "nb"))
    engines = Engines().for_links(one.route("nb", "en"), one)
    assert engines is not None and engines[1] is None
    assert list(relink(rows_of(translated), *engines)) == []
    bare = list(translate([initial_row(Paragraph(TEXTS[0]))], "nb", both[0], linking=False))
    [better] = relink(rows_of(bare), *engines)
    assert all(pair.linked and pair.links for pair in better.row.sentences)


def test_what_was_translated_without_links_is_remembered_as_such_and_linked_later(
    both: tuple[Engine, Engine], tmp_path: Path
) -> None:
    marked = Paragraph(TEXTS[1], marks=(Mark(TEXTS[1].index("glass"), TEXTS[1].index(" vann"), MarkKind.STRONG),))
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        list(translate([initial_row(marked)], "nb", both[0], memory=memory, package="p", linking=False))
        [recalled] = recall([initial_row(marked)], "nb", memory, "p")
        [left] = unlinked([recalled.row])
        assert not any(pair.linked or pair.links for pair in left[1].sentences) and not left[1].marks
        [linked] = relink([left], *both, memory=memory, package="p")
        [again] = recall([initial_row(marked)], "nb", memory, "p")
    assert not unlinked([linked.row])
    assert [linked.row.target[mark.start : mark.end] for mark in linked.row.marks] == ["glass"]
    assert again.row == linked.row


def test_what_is_on_screen_is_linked_at_once(both: tuple[Engine, Engine]) -> None:
    rows = [initial_row(Paragraph(text)) for text in TEXTS]
    seen = {t.index: t.row for t in translate(rows, "nb", both[0], view=lambda: range(1, 2), linking=False)}
    assert [all(pair.linked for pair in seen[index].sentences) for index in (0, 1)] == [False, True]


def test_an_engine_is_loaded_once_and_given_back_when_idle() -> None:
    packages = find_packages().route("nb", "en")
    engines = Engines()
    engine = engines.get(packages)
    assert engines.get(packages) is engine
    engines.unload_idle(seconds=1000)
    assert engines.get(packages) is engine
    engines.unload_idle(seconds=0)
    assert engines.get(packages) is not engine
