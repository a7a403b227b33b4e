"""Short work that goes first while long work is under way on the same thread."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
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
