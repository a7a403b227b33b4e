"""One window per data folder: starts meet, hand over their files, and are not stopped by what goes wrong."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from reader.handed import Handed
from reader.locks import taken
from tests.samples import sample
from tests.ui.patience import PATIENCE
from tests.ui.toolkit.starts import Start, started
from ui.toolkit import single_instance
from ui.toolkit.instance_place import Place, place_of
from ui.toolkit.single_instance import Instance, Take, join
from ui.toolkit.start_request import HEADER, LIMIT, StartRequest, framed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the clients here speak to a socket")

VALUES = {"files": ["/a"], "token": "", "wayland": "", "x11": ""}
HOSTILE = [
    b"",
    b"GET / HTTP/1.1\r\n\r\n",
    HEADER.pack(LIMIT + 1) + b"{",
    HEADER.pack(2**32 - 1) + b"x" * 100_000,
    HEADER.pack(100) + b'{"tospalt": 1, "fil',
    HEADER.pack(LIMIT) + b"[" * LIMIT,
    HEADER.pack(3) + b"\xff\xfe\xfd",
    framed({}),
    framed({**VALUES, "files": "/a"}),
    framed({**VALUES, "files": [1]}),
    framed({**VALUES, "files": ["relative.txt"]}),
    framed({**VALUES, "files": ["/a\0b"]}),
    framed({**VALUES, "token": "a\nb"}),
    framed({**VALUES, "token": "a" * 5000}),
    framed({**VALUES, "record": "../../library"}),
    framed({**VALUES, "record": 1}),
    framed(VALUES).replace(b'"tospalt": 1', b'"tospalt": 2'),
]


def taking(requests: list[StartRequest]) -> Take:
    """Takes all requests, and puts them on the list."""

    def take(request: StartRequest) -> bool:
        requests.append(request)
        return True

    return take


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def place(data: Path) -> Place:
    place = place_of(data)
    assert place is not None
    return place


@pytest.fixture
def instance(place: Place) -> Iterator[Instance]:
    """This process is the first at the place; it does not listen yet."""
    instance = join(place, StartRequest())
    assert instance is not None and not instance.beside
    yield instance
    instance.leave()


@pytest.fixture
def heard(instance: Instance) -> list[StartRequest]:
    """It listens, and hears these requests."""
    requests: list[StartRequest] = []
    instance.listen(taking(requests))
    return requests


@pytest.fixture
def connect(place: Place) -> Iterator[Callable[[], socket.socket]]:
    """Opens connections to the place, which last until the test ends."""
    made: list[socket.socket] = []

    def connect() -> socket.socket:
        made.append(client := socket.socket(socket.AF_UNIX))
        client.setblocking(False)
        while client.connect_ex(place.server):
            QCoreApplication.processEvents()  # as many wait as can
        return client

    yield connect
    for client in made:
        client.close()


def wait_for(qtbot: QtBot, start: Start) -> str:
    """Run the event loop until a start has ended; returns what it said."""
    qtbot.waitUntil(lambda: start.ended, timeout=PATIENCE)
    return start.line()


def test_a_second_start_hands_its_files_to_the_first_and_ends(
    qtbot: QtBot, data: Path, tmp_path: Path, heard: list[StartRequest]
) -> None:
    with started(data, [b"caf\xe9.txt", "/tmp/line\nbreak.md", "../up.txt"], cwd=tmp_path) as second:
        assert wait_for(qtbot, second) == "handed"
        assert second.process.returncode == 0
    names = [os.fsencode(tmp_path) + b"/caf\xe9.txt", b"/tmp/line\nbreak.md", os.fsencode(tmp_path.parent / "up.txt")]
    assert [os.fsencode(path) for path in heard[0].files] == names


def test_what_is_handed_over_is_on_the_disk_before_it_is_taken(
    qtbot: QtBot, data: Path, place: Place, heard: list[StartRequest], tmp_path: Path
) -> None:
    assert place.handed is not None
    with started(data, [b"caf\xe9.txt"], cwd=tmp_path) as second:
        assert wait_for(qtbot, second) == "handed"
    [(name, files)] = Handed(place.handed)
    assert name == heard[0].record and files == heard[0].files
    assert not any(path.stat().st_mode & 0o077 for path in (place.handed, *place.handed.iterdir()))


@pytest.mark.parametrize("unanswered", [False, True])
def test_what_a_start_opens_itself_after_all_is_no_longer_on_the_disk(
    unanswered: bool, qtbot: QtBot, data: Path, place: Place, instance: Instance
) -> None:
    assert place.handed is not None
    instance.listen(lambda _: False)
    with started(data, ["/a.txt"], patience=100 if unanswered else 30_000) as second:
        if not unanswered:
            qtbot.waitUntil(lambda: second.readable, timeout=PATIENCE)
        assert second.line() == ("unanswered" if unanswered else "beside")
    assert list(place.handed.iterdir()) == []


def test_a_start_that_is_killed_while_it_waits_leaves_its_files_on_the_disk(
    data: Path, place: Place, instance: Instance
) -> None:
    assert place.handed is not None
    with started(data, ["/a.txt"], tell=True) as second:
        assert second.line() == "waits"
    assert [files for _, files in Handed(place.handed)] == [(Path("/a.txt"),)]


def test_without_a_place_on_the_disk_files_are_handed_over_all_the_same(
    qtbot: QtBot, data: Path, place: Place, heard: list[StartRequest]
) -> None:
    assert place.handed is not None
    place.handed.parent.mkdir(parents=True, exist_ok=True)
    place.handed.touch()
    with started(data, ["/a.txt"]) as second:
        assert wait_for(qtbot, second) == "handed"
    assert heard == [replace(heard[0], files=(Path("/a.txt"),), record="")]


def test_only_the_user_may_reach_the_socket(place: Place, heard: list[StartRequest]) -> None:
    for path in (Path(place.server), Path(place.server).parent, place.lock):
        assert not path.stat().st_mode & 0o077


def test_another_data_folder_is_another_program(data: Path, tmp_path: Path, heard: list[StartRequest]) -> None:
    with started(tmp_path / "other") as start:
        assert start.line() == "first"


def test_hostile_clients_neither_block_nor_are_heard(
    qtbot: QtBot,
    data: Path,
    heard: list[StartRequest],
    connect: Callable[[], socket.socket],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 100)
    for said in HOSTILE:
        client = connect()
        sent = 0
        while sent < len(said):
            try:
                sent += client.send(said[sent:])
            except BlockingIOError:
                QCoreApplication.processEvents()
            except OSError:  # it was turned away while it spoke
                break
    for _ in range(200):
        connect()
    with started(data, ["/after.txt"]) as start:
        assert wait_for(qtbot, start) == "handed"
    assert [request.files for request in heard] == [(Path("/after.txt"),)]


def test_a_message_that_would_be_too_long_is_not_waited_for(
    qtbot: QtBot, heard: list[StartRequest], connect: Callable[[], socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 10 * PATIENCE)
    client = connect()
    client.send(HEADER.pack(LIMIT + 1))
    said: list[bytes] = []

    def turned_away() -> bool:
        with suppress(BlockingIOError, ConnectionResetError):
            said.append(client.recv(1000))
        return said[-1:] == [b""]

    qtbot.waitUntil(turned_away, timeout=PATIENCE)


def test_a_first_start_that_hangs_is_told_nothing_and_the_second_opens_its_own_window(
    qtbot: QtBot, data: Path, heard: list[StartRequest]
) -> None:
    with started(data, ["/a.txt"], patience=100) as second:
        assert second.line() == "unanswered"  # the event loop did not run
        with started(data, ["/b.txt"]) as third:
            assert wait_for(qtbot, third) == "handed"
    assert [request.files for request in heard] == [(Path("/b.txt"),)]


def test_another_version_is_told_nothing(data: Path, place: Place, instance: Instance) -> None:
    with socket.socket(socket.AF_UNIX) as other, started(data, ["/a.txt"]) as second:
        Path(place.server).unlink(missing_ok=True)  # that of a program that was killed
        other.bind(place.server)
        other.listen()
        client, _ = other.accept()
        client.sendall(framed({}).replace(b'"tospalt": 1', b'"tospalt": 2'))
        assert second.line() == "beside"
        assert client.recv(1000) == b""
        client.close()


def test_a_first_start_that_quits_leaves_its_place_to_the_second(data: Path, place: Place, instance: Instance) -> None:
    with socket.socket(socket.AF_UNIX) as quitting, started(data, ["/a.txt"]) as second:
        Path(place.server).unlink(missing_ok=True)
        quitting.bind(place.server)
        quitting.listen()
        client, _ = quitting.accept()
        instance.leave()
        client.close()
        quitting.close()
        assert second.line() == "first"


def test_a_second_start_waits_for_the_first_to_listen(
    qtbot: QtBot, data: Path, place: Place, instance: Instance
) -> None:
    heard: list[StartRequest] = []
    with socket.socket(socket.AF_UNIX) as stale:  # which refuses whoever asks
        stale.bind(place.server)
    with started(data, ["/a.txt"], tell=True) as second:
        assert second.line() == second.line() == "waits"
        instance.listen(taking(heard))
        qtbot.waitUntil(lambda: second.ended, timeout=PATIENCE)
        assert next(line for line in iter(second.line, "") if line != "waits") == "handed"
    assert heard[0].files == (Path("/a.txt"),)


def test_a_first_start_that_hangs_before_it_listens_is_not_waited_for_long(data: Path, instance: Instance) -> None:
    assert 60 <= single_instance._STARTING_S <= 120  # seconds: a slow start takes some, and the user sees nothing
    with started(data, ["/a.txt"], starting="0.1") as second:
        assert second.line() == "unanswered"


def test_a_request_that_is_refused_opens_another_window(qtbot: QtBot, data: Path, instance: Instance) -> None:
    instance.listen(lambda _: False)
    with started(data) as second:
        qtbot.waitUntil(lambda: second.readable, timeout=PATIENCE)
        assert second.line() == "beside"


def test_the_place_of_a_killed_program_is_taken_over(qtbot: QtBot, data: Path, place: Place) -> None:
    with started(data) as killed:
        assert killed.line() == "first"
        with started(data, ["/a.txt"]) as second:
            assert second.line() == "handed"
        assert killed.files() == [Path("/a.txt")]
    assert Path(place.server).is_socket()
    heard: list[StartRequest] = []
    instance = join(place, StartRequest())
    assert instance is not None and not instance.beside
    instance.listen(taking(heard))
    with started(data, ["/b.txt"]) as third:
        assert wait_for(qtbot, third) == "handed"
    assert heard[0].files == (Path("/b.txt"),)
    instance.leave()
    assert not Path(place.server).exists()


@pytest.mark.parametrize("number", sample(range(10), 5))
def test_of_two_starts_at_once_one_is_the_first_and_has_all_files(number: int, data: Path) -> None:
    with started(data, ["/a.txt"]) as one, started(data, ["/b.txt"]) as other:
        said = {start: start.line() for start in (one, other)}
        assert sorted(said.values()) == ["first", "handed"]
        first = one if said[one] == "first" else other
        assert first.files() == [Path("/b.txt" if first is one else "/a.txt")]


def test_a_window_that_stays_hears_later_starts_after_the_first(qtbot: QtBot, data: Path, place: Place) -> None:
    with started(data) as first:
        assert first.line() == "first"
        stays = join(place, None)
        assert stays is not None and stays.beside
        heard: list[StartRequest] = []
        stays.listen(taking(heard))
        assert stays.beside
    stays.listen(taking(heard))
    assert not stays.beside
    with started(data, ["/a.txt"]) as later:
        assert wait_for(qtbot, later) == "handed"
    assert len(heard) == 1
    stays.leave()


def test_without_a_place_a_lock_or_a_socket_the_program_starts(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    missing = Place(tmp_path / "lock", str(tmp_path / "missing" / "socket"))
    for place in (None, Place(tmp_path / "file" / "lock", "unused"), missing):
        instance = join(place, StartRequest())
        assert instance is not None and not instance.beside
        instance.listen(lambda _: True)
    lock = taken(missing.lock)
    assert lock is not None  # it is not kept without a socket, or later starts would wait for one
    lock.release()


def test_a_request_that_is_too_long_opens_another_window(place: Place, instance: Instance, data: Path) -> None:
    instance.listen(lambda _: True)
    with started(data, [f"/{'a' * 100_000}-{number}" for number in range(12)]) as second:
        assert second.line() == "beside"
