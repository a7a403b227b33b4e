import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader import log
from tests.ui.patience import PATIENCE
from ui.toolkit.jobs import Job, Pool


class Receiver(QObject):
    """Records the signals of a job, and on which thread they arrive."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        job.item.connect(self.on_item)
        job.finished.connect(self.on_finished)
        job.failed.connect(self.on_failed)
        job.cancelled.connect(self.on_cancelled)

    def _hear(self, what: str, value: object = None) -> None:
        self.heard.append((what, value))
        self.threads.add(threading.get_ident())

    def on_item(self, _job: Job, item: object) -> None:
        self._hear("item", item)

    def on_finished(self, _job: Job, result: object) -> None:
        self._hear("finished", result)

    def on_failed(self, _job: Job, error: Exception) -> None:
        self._hear("failed", type(error))

    def on_cancelled(self, _job: Job) -> None:
        self._hear("cancelled")


@pytest.fixture
def pool() -> Pool:
    return Pool("test", 1)


def test_items_and_the_result_arrive_in_order_on_the_thread_of_the_window(pool: Pool, qtbot: QtBot) -> None:
    def work(job: Job) -> str:
        for number in range(3):
            job.emit_item(number)
        return "done"

    job = Job(work)
    receiver = Receiver(job)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        pool.start(job)
    assert receiver.heard == [("item", 0), ("item", 1), ("item", 2), ("finished", "done")]
    assert receiver.threads == {threading.get_ident()}
    pool.close()


def test_an_exception_is_the_one_terminal_signal(pool: Pool, qtbot: QtBot) -> None:
    def work(job: Job) -> None:
        raise ValueError("no")

    job = Job(work)
    receiver = Receiver(job)
    with qtbot.waitSignal(job.failed, timeout=PATIENCE):
        pool.start(job)
    assert receiver.heard == [("failed", ValueError)]
    pool.close()


def test_after_cancelling_nothing_arrives_but_that(pool: Pool, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(job: Job) -> str:
        go_on.wait()
        job.emit_item("late")
        return "late"

    job = Job(work)
    receiver = Receiver(job)
    pool.start(job)
    job.cancel()
    with qtbot.waitSignal(job.cancelled, timeout=PATIENCE):
        go_on.set()
    assert receiver.heard == [("cancelled", None)]
    pool.close()


def test_a_job_cancelled_while_it_waits_is_never_begun(pool: Pool, qtbot: QtBot) -> None:
    go_on = threading.Event()
    begun: list[Job] = []
    pool.start(Job(lambda _: go_on.wait()))
    waiting = Job(begun.append)
    pool.start(waiting)
    waiting.cancel()
    with qtbot.waitSignal(waiting.cancelled, timeout=PATIENCE):
        go_on.set()
    assert not begun
    pool.close()


def test_closing_a_pool_cancels_and_ends_its_threads(pool: Pool) -> None:
    def work(job: Job) -> None:
        while not job.is_cancelled():
            pass

    pool.start(Job(work))
    pool.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("test")]


def test_finishing_does_what_was_queued_and_says_so(pool: Pool) -> None:
    done: list[int] = []
    for number in range(3):
        pool.start(Job(lambda _, number=number: done.append(number)))  # type: ignore[misc]
    assert pool.finish()
    assert done == [0, 1, 2]


def test_finishing_does_not_wait_longer_than_it_may(pool: Pool) -> None:
    go_on = threading.Event()
    pool.start(Job(lambda _: go_on.wait()))
    assert not pool.finish(0)
    go_on.set()
    assert pool.finish()


def test_what_waits_in_the_queue_of_a_stopped_pool_is_not_waited_for(pool: Pool) -> None:
    go_on = threading.Event()
    begun: list[Job] = []
    pool.start(Job(lambda _: go_on.wait()))
    pool.start(Job(begun.append))
    pool.stop()
    go_on.set()
    assert pool.finish()
    assert not begun


def test_a_failed_job_is_in_the_log_with_its_place_and_without_its_words(
    pool: Pool, qtbot: QtBot, tmp_path: Path
) -> None:
    def work(job: Job) -> None:
        raise ValueError("Fru Hansens diagnose")

    writing = log.Log(tmp_path)
    job = Job(work)
    with qtbot.waitSignal(job.failed, timeout=PATIENCE):
        pool.start(job)
    pool.close()
    writing.close()
    text = writing.file.read_text("utf-8")
    assert "work failed" in text and "ValueError" in text and "Hansen" not in text


def test_only_what_takes_long_is_noted_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[float] = []
    times = iter([0.0, 0.05, 10.0, 10.2])
    monkeypatch.setattr("ui.toolkit.jobs.time.monotonic", lambda: next(times))
    monkeypatch.setattr(log, "note", lambda _name, s: noted.append(s))
    for _ in range(2):
        Job(lambda _: None).run()
    assert noted == [pytest.approx(0.2)]


def test_a_job_dies_on_the_windows_thread_whoever_holds_it_last(qtbot: QtBot) -> None:
    let_go, died_on = threading.Event(), list[threading.Thread]()
    holders: list[threading.Thread] = []

    def hold(is_cancelled: Callable[[], bool]) -> None:
        assert let_go.wait(PATIENCE / 1000)
        is_cancelled()

    def work(job: Job) -> None:
        holders.append(threading.Thread(target=hold, args=(job.is_cancelled,)))
        holders[0].start()

    pool = Pool("test", 1)
    job = Job(work)
    weakref.finalize(job, lambda: died_on.append(threading.current_thread()))
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        pool.start(job)
    del job
    qtbot.waitUntil(lambda: not pool._running, timeout=PATIENCE)
    let_go.set()
    holders[0].join()
    qtbot.waitUntil(lambda: bool(died_on), timeout=PATIENCE)
    assert died_on == [threading.main_thread()]
    pool.close()
