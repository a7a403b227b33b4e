from contextlib import closing
from pathlib import Path

import pytest

from reader.argos import Packages, find_packages
from reader.document import Mark, MarkKind, Paragraph
from reader.engine import Engine
from reader.engines import Engines
from reader.memory import Memory
from reader.parallel import initial_row
from reader.refinement import refine
from reader.translation import Translated, translate

TEXTS = ("Dette er en katt. Hun bor i Oslo.", "Jeg vil gjerne ha en kopp kaffe, et glass vann og et stykke kake.")


@pytest.fixture(scope="module")
def both() -> tuple[Engine, Engine]:
    installed = find_packages()
    engines = Engines().both_ways(installed.route("nb", "en"), installed)
    assert engines is not None
    return engines


@pytest.fixture(scope="module")
def translated(both: tuple[Engine, Engine]) -> list[Translated]:
    marked = Paragraph(TEXTS[1], marks=(Mark(26, 31, MarkKind.STRONG),))
    rows = [initial_row(Paragraph(TEXTS[0])), initial_row(marked)]
    return list(translate(rows, "nb", both[0]))


def test_only_links_and_the_marks_that_follow_them_change(
    both: tuple[Engine, Engine], translated: list[Translated]
) -> None:
    better = list(refine(translated, *both))
    assert [b.index for b in better] == [t.index for t in translated]
    for old, new in zip(translated, better, strict=True):
        assert (new.row.target, new.row.state) == (old.row.target, old.row.state)
        assert [(p.source, p.target, p.score) for p in new.row.sentences] == [
            (p.source, p.target, p.score) for p in old.row.sentences
        ]
    assert [t.row.sentences for t in better] != [t.row.sentences for t in translated]


def test_both_directions_together_link_what_belongs_together(
    both: tuple[Engine, Engine], translated: list[Translated]
) -> None:
    row = next(refine(translated, *both)).row
    linked = {(row.source.text[a:b], row.target[c:d]) for p in row.sentences for a, b, c, d, _ in p.links}
    assert {("katt", "cat"), ("Oslo", "Oslo")} <= linked
    for pair in row.sentences:
        for a, b, c, d, _ in pair.links:
            assert pair.source[0] <= a < b <= pair.source[1]
            assert pair.target[0] <= c < d <= pair.target[1]


def test_better_links_are_remembered(both: tuple[Engine, Engine], translated: list[Translated], tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        better = list(refine(translated, *both, memory=memory, package="p"))
        [again] = translate([initial_row(Paragraph(TEXTS[0]))], "nb", both[0], memory=memory, package="p")
    assert again.row == better[0].row


def test_cancelling_ends_before_the_next_batch(both: tuple[Engine, Engine], translated: list[Translated]) -> None:
    assert list(refine(translated, *both, cancelled=lambda: True)) == []


def test_one_direction_alone_is_not_refined() -> None:
    installed = find_packages()
    one = Packages(tuple(p for p in installed.usable if p.source == "nb"))
    assert Engines().both_ways(one.route("nb", "en"), one) is None


def test_an_engine_is_loaded_once_and_given_back_when_idle() -> None:
    packages = find_packages().route("nb", "en")
    engines = Engines()
    engine = engines.get(packages)
    assert engines.get(packages) is engine
    engines.unload_idle(seconds=1000)
    assert engines.get(packages) is engine
    engines.unload_idle(seconds=0)
    assert engines.get(packages) is not engine
