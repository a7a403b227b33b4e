"""Short work that goes first while long work is under way on the same thread."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.documents import text_of
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.session.asides import Asides
from ui.toolkit.jobs import Job, Pool


@pytest.fixture
def pool(qapp: object) -> Iterator[Pool]:
    pool = Pool("engine", 1)
    yield pool
    assert pool.close(PATIENCE / 1000)


def test_short_work_is_done_once_between_two_steps_of_long_work_or_after_it(pool: Pool, qtbot: QtBot) -> None:
    asides, done, begun, queued = Asides(pool), list[str](), Event(), Event()

    def long(_: Job) -> None:
        begun.set()
        queued.wait()
        asides.take_turn()
        done.append("long")

    pool.start(Job(long))
    begun.wait()
    between = asides.start(Job(lambda _: done.append("between")))
    queued.set()
    qtbot.waitUntil(lambda: not pool._running, timeout=PATIENCE)
    assert done == ["between", "long"]
    asides.start(Job(lambda _: done.append("after")))
    qtbot.waitUntil(lambda: not pool._running and not asides._waiting, timeout=PATIENCE)
    between.run()
    assert done == ["between", "long", "after"]


def test_short_work_that_was_cancelled_is_not_done(pool: Pool, qtbot: QtBot) -> None:
    asides, done, free = Asides(pool), list[str](), Event()
    pool.start(Job(lambda _: free.wait()))
    job = asides.start(Job(lambda _: done.append("done")))
    with qtbot.waitSignal(job.cancelled, timeout=PATIENCE):
        job.cancel()
        free.set()
    assert done == [] and not asides._waiting


def test_short_work_waits_until_what_is_on_screen_is_translated(
    start: Callable[[], Tospalt], engine: HeldEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    program, path, done = start(), tmp_path / "regn.txt", list[int]()
    path.write_text("\n\n".join(f"Det regnet i {number} timer." for number in range(200)), "utf-8")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(lambda: engine.asked.is_set() and len(program.document.visible_rows) > 1, timeout=PATIENCE)
    program._asides.start(Job(lambda _: done.append(1)))
    program.translation._let_others(text_of(program))
    assert not done
    program.document.visible_rows = range(0)
    program.translation._let_others(text_of(program))
    assert done == [1]
