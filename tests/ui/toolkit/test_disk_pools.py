"""Threads for disks: one that does not answer stops no other, and their number is bounded."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.jobs import Job


@pytest.fixture
def answer() -> Iterator[Event]:
    """What disks that do not answer wait for."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def pools(answer: Event) -> Iterator[DiskPools]:
    pools = DiskPools()
    yield pools
    answer.set()
    pools.stop()
    assert pools.finish(PATIENCE / 1000)


def test_a_disk_that_does_not_answer_stops_no_other(qtbot: QtBot, pools: DiskPools, answer: Event) -> None:
    for _ in range(3):
        pools.named("/net").start(Job(lambda _: answer.wait()))
    job = Job(lambda _: "done")
    with qtbot.waitSignals([job.finished, pools.ended], timeout=PATIENCE):
        pools.named("/").start(job)
    pools.stop()
    assert not pools.finish(0.05)


def test_there_are_only_so_many(pools: DiskPools) -> None:
    assert len({id(pools.named(f"/{number}")) for number in range(100)}) == 8
    assert pools.named("/0") is not pools.named("/1") and pools.named("/0") is pools.named("/0")


def test_nothing_begins_on_a_new_disk_once_all_is_to_end(pools: DiskPools) -> None:
    begun = Event()
    pools.stop()
    pools.named("/late").start(Job(lambda _: begun.set()))
    assert pools.finish(1) and not begun.is_set()
