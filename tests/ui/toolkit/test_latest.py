from collections.abc import Iterator
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest


@pytest.fixture
def pool(qtbot: QtBot) -> Iterator[Pool]:
    pool = Pool("test", 2)
    yield pool
    pool.close()


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def latest(pool: Pool, owner: QObject) -> Latest:
    return Latest(pool, owner)


class Heard:
    """The signals received, in order."""

    def __init__(self, latest: Latest) -> None:
        self.latest, self.all = latest, list[object]()

    def start(self, work: object, name: str = "") -> None:
        def tell(kind: str, *values: object) -> None:
            self.all.append((name + kind, *values, self.latest.running))

        self.latest.start(
            work,  # type: ignore[arg-type]
            item=lambda each: tell("item", each),
            finished=lambda result: tell("finished", result),
            failed=lambda error: tell("failed", str(error)),
            cancelled=lambda: tell("cancelled"),
        )


def wait_for_all(qtbot: QtBot, pool: Pool) -> None:
    qtbot.waitUntil(lambda: not pool._running, timeout=PATIENCE)


def test_items_and_the_result_are_told_and_then_nothing_runs(qtbot: QtBot, pool: Pool, latest: Latest) -> None:
    heard = Heard(latest)

    def work(job: Job) -> int:
        job.emit_item("a")
        return 7

    heard.start(work)
    assert heard.latest.running
    wait_for_all(qtbot, pool)
    assert heard.all == [("item", "a", True), ("finished", 7, False)]


def test_what_fails_tells_why(qtbot: QtBot, pool: Pool, latest: Latest) -> None:
    heard = Heard(latest)

    def work(_job: Job) -> None:
        raise ValueError("no")

    heard.start(work)
    wait_for_all(qtbot, pool)
    assert heard.all == [("failed", "no", False)]


def test_nothing_is_told_of_what_was_replaced(qtbot: QtBot, pool: Pool, latest: Latest) -> None:
    heard, begun, go = Heard(latest), Event(), Event()

    def first(job: Job) -> str:
        job.emit_item("early")
        begun.set()
        assert go.wait(60)
        return "late"

    heard.start(first, "first ")
    assert begun.wait(60)
    heard.start(lambda _: "b", "second ")
    go.set()
    wait_for_all(qtbot, pool)
    assert heard.all == [("second finished", "b", False)]


def test_nothing_is_told_after_cancel_and_the_work_is_asked_to_end(qtbot: QtBot, pool: Pool, latest: Latest) -> None:
    heard, begun, saw = Heard(latest), Event(), Event()

    def work(job: Job) -> None:
        begun.set()
        while not job.is_cancelled():
            pass
        saw.set()

    heard.start(work)
    assert begun.wait(60)
    heard.latest.cancel()
    assert not heard.latest.running
    assert saw.wait(60)
    wait_for_all(qtbot, pool)
    assert heard.all == []


def test_what_is_stopped_tells_when_it_has_ended(qtbot: QtBot, pool: Pool, latest: Latest) -> None:
    heard, begun = Heard(latest), Event()

    def work(job: Job) -> None:
        begun.set()
        while not job.is_cancelled():
            pass

    heard.start(work)
    assert begun.wait(60)
    heard.latest.stop()
    assert heard.latest.running
    wait_for_all(qtbot, pool)
    assert heard.all == [("cancelled", False)]


def test_whoever_is_told_can_start_the_next(qtbot: QtBot, latest: Latest) -> None:
    results = list[object]()

    def again(result: object) -> None:
        results.append(result)
        if len(results) < 3:
            latest.start(lambda _: len(results), finished=again)

    latest.start(lambda _: 0, finished=again)
    qtbot.waitUntil(lambda: results == [0, 1, 2], timeout=PATIENCE)
    assert not latest.running


def test_nothing_is_told_when_the_owner_is_gone(qtbot: QtBot, pool: Pool, latest: Latest, owner: QObject) -> None:
    heard, begun, go = Heard(latest), Event(), Event()

    def work(job: Job) -> str:
        begun.set()
        assert go.wait(60)
        job.emit_item("late")
        return "late"

    heard.start(work)
    assert begun.wait(60)
    shiboken6.delete(owner)
    go.set()
    wait_for_all(qtbot, pool)
    assert heard.all == []
