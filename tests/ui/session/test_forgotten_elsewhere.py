"""Steps about documents that another window forgets, and steps that are done after that."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.library_forgotten import ForgottenWatch
from tests.ui.patience import PATIENCE
from ui.session.forgotten_elsewhere import ForgottenElsewhere
from ui.session.undo import Step, Undo
from ui.toolkit.jobs import Job, Pool

ONE, TWO = Path("/one.txt"), Path("/two.txt")


@pytest.fixture
def other(tmp_path: Path) -> Library:
    """The list of documents, as another window has it."""
    library = Library(tmp_path / "library.json")
    for path in (ONE, TWO):
        library.add(path)
    return library


@pytest.fixture
def pool(qapp: object) -> Iterator[Pool]:
    pool = Pool("edits", 1)
    yield pool
    assert pool.close(PATIENCE / 1000)


@pytest.fixture
def undo(qapp: object) -> Undo:
    return Undo()


@pytest.fixture
def elsewhere(other: Library, undo: Undo, pool: Pool) -> ForgottenElsewhere:
    return ForgottenElsewhere(ForgottenWatch(other.folder / "library.json"), undo, pool)


def do(undo: Undo, name: str, document: Path | None = None) -> None:
    undo.push(Step(lambda: name, lambda: None, lambda: None, document))


def done(undo: Undo) -> list[str]:
    return [step.words() for step in undo._done]


def looked(elsewhere: ForgottenElsewhere, pool: Pool, qtbot: QtBot) -> None:
    """Look, and wait for that and for every look that was asked for before."""
    for _ in range(2):
        qtbot.waitUntil(lambda: not pool._running, timeout=PATIENCE)
        elsewhere.look()
    qtbot.waitUntil(lambda: not pool._running, timeout=PATIENCE)


@pytest.mark.parametrize("before", [None, ONE, TWO])
@pytest.mark.parametrize("everything", [False, True])
def test_what_is_done_after_a_forgetting_can_be_undone_until_the_next(
    before: Path | None,
    everything: bool,
    elsewhere: ForgottenElsewhere,
    undo: Undo,
    other: Library,
    pool: Pool,
    qtbot: QtBot,
) -> None:
    def forget() -> None:
        if everything:
            other.forget_all()
        else:
            other.forget(other.add(ONE))

    if before is not None:
        do(undo, "before", before)
        looked(elsewhere, pool, qtbot)
    forget()
    do(undo, "after", ONE)
    do(undo, "at once", ONE)
    looked(elsewhere, pool, qtbot)
    stays = ["before"] if before == TWO and not everything else []
    assert done(undo) == [*stays, "after", "at once"]
    forget()
    looked(elsewhere, pool, qtbot)
    assert done(undo) == stays


def test_what_is_done_during_a_look_that_finds_an_earlier_forgetting_stays(
    elsewhere: ForgottenElsewhere, undo: Undo, other: Library, pool: Pool, qtbot: QtBot
) -> None:
    do(undo, "before", ONE)
    looked(elsewhere, pool, qtbot)
    free = Event()
    pool.start(Job(lambda _: free.wait()))
    elsewhere.look()
    other.forget_all()
    do(undo, "meanwhile", ONE)
    free.set()
    looked(elsewhere, pool, qtbot)
    assert done(undo) == ["meanwhile"]


def test_what_another_window_has_just_forgotten_is_found_also_when_this_one_forgets_something_else(
    elsewhere: ForgottenElsewhere, undo: Undo, other: Library, pool: Pool, qtbot: QtBot
) -> None:
    do(undo, "one", ONE)
    do(undo, "two", TWO)
    looked(elsewhere, pool, qtbot)
    other.forget(other.add(TWO))
    mine = Library(other.folder / "library.json")
    mine.forget(mine.add(ONE))
    undo.forget(ONE)
    do(undo, "one again", ONE)
    looked(elsewhere, pool, qtbot)
    assert done(undo) == ["one again"]


def test_without_steps_nothing_is_looked_for(elsewhere: ForgottenElsewhere, pool: Pool) -> None:
    elsewhere.look()
    assert not pool._running and not elsewhere._timer.isActive()
