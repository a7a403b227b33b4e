"""What all tests share: their own home folder and no network. Nothing about Qt."""

import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from reader import paths as places
from reader.gc_pause import freeze_existing_objects, gc_paused
from reader.heap import share_arenas
from tests.fake_translator import FakeTranslator
from tests.pairs import PAIR, use_pair
from tests.quick_folder import quick_folder
from tests.server import Server, serving
from tests.tiny_pair import install
from tests.watchdog import LIMIT_MS, summary, watch, watchdog

# The same examples in every run and no deadline: results must not depend on chance or on the machine's load. To try
# more, run pytest with --long or, for other ones each time, with --hypothesis-profile=thorough.
settings.register_profile("same", max_examples=15, derandomize=True, database=None, deadline=None)
settings.register_profile("long", settings.get_profile("same"), max_examples=100)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile("same")

# As the program does: otherwise each engine thread has its own heap, and workers grow to gigabytes.
share_arenas()

# Background jobs of a script ignore Ctrl+C, and so would the programs that tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Here, since it must be called before anything else in `ui` is imported.
watch(watchdog)

SHIPPED = places.STARTER_PACKAGES
INTERNET = (socket.AF_INET, socket.AF_INET6)
LOOPBACK = "127.0.0.1"
attempts: list[str] = []
# Not empty while a test uses a server on this machine.
on_loopback: list[None] = []


def pytest_configure(config: pytest.Config) -> None:
    """Translate with a quick made pair unless a test asks for the shipped one.

    Processes that tests start use the shipped pair unless they call `use_pair`.
    """
    if config.getoption("--long"):
        settings.load_profile("long")  # before Hypothesis loads what the command line names
    if not hasattr(config, "workerinput"):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(quick_folder()))
        os.environ[PAIR] = tempfile.mkdtemp(prefix="tospalt-pair-")
        install(Path(os.environ[PAIR]))
    use_pair()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Delete the folder, in the process that made it."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(PAIR), ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the slots that blocked the event loop."""
    reports = [r for rs in terminalreporter.stats.values() for r in rs if isinstance(r, pytest.TestReport)]
    ended = [r for r in reports if r.when == "teardown"]  # has the properties of the call too
    told = [(r.nodeid, name, value) for r in ended for name, value in r.user_properties]
    if lines := summary(told):
        terminalreporter.section(f"slots that kept the event loop over {LIMIT_MS} ms")
        terminalreporter.write_line("\n".join(lines))


@pytest.fixture(scope="module")
def shipped_pair() -> Iterator[None]:
    """Translate with the packages that come with the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.packages.installed.STARTER_PACKAGES", SHIPPED)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="let the long runs go on for an hour")


# Each waits for other processes or an event loop most of the time.
_LONGEST = ("random_use", "test_survival", "test_recovery", "test_unsaved_")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let the garbage collector look neither at the tests while they are collected nor at what there is by then."""
    with gc_paused():
        collected = yield
    freeze_existing_objects()
    return collected


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only long runs try; start the longest tests first, or one core would wait for them at the end."""
    if not config.getoption("--long"):
        items[:] = [item for item in items if item.get_closest_marker("long") is None]
    items.sort(key=lambda item: not any(name in item.nodeid for name in _LONGEST))


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    if _reaches_out(event, arguments):
        attempts.append(event)
        raise PermissionError(f"no test may reach for the network: {event}")


def _reaches_out(event: str, arguments: tuple[Any, ...]) -> bool:
    match event:
        case "socket.getaddrinfo":
            return not on_loopback or arguments[0] != LOOPBACK
        case "socket.__new__":
            return not on_loopback and arguments[1] in INTERNET
        case "socket.connect" | "socket.bind" | "socket.sendto":
            return isinstance(arguments[1], tuple) and arguments[1][0] != LOOPBACK
    return False


# An audit hook sees what all libraries do, and none can remove it.
sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    attempts.clear()
    yield
    # Also attempts whose error was caught.
    assert not attempts


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine, the only one that the test may connect to."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    on_loopback.append(None)
    try:
        with serving() as server:
            yield server
    finally:
        on_loopback.clear()


@pytest.fixture
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folders of a user without packages; returns the packages folder."""
    from argostranslate import settings

    folder = tmp_path / "argos" / "packages"
    folder.mkdir(parents=True)
    monkeypatch.setattr(settings, "package_data_dir", folder)
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    return folder


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("home")
    names = {"HOME": home, "TOSPALT_DATA": home / "data", "TOSPALT_CONFIG": home / "config"}
    names["TOSPALT_DICTIONARIES"] = (
        home / "dictionaries"
    )  # there are none: a test must not depend on those of the system
    names |= {name: home / name.lower() for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in names.items():
            patch.setenv(name, str(value))
        for name in [name for name in os.environ if name.startswith("ARGOS_")]:
            patch.delenv(name)
        if sys.dont_write_bytecode:  # what tests start would compile the program each time
            patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
            patch.setenv("PYTHONPYCACHEPREFIX", str(Path(os.environ[PAIR]) / "bytecode"))
        yield home


@pytest.fixture(autouse=True, scope="session")
def the_disk_is_not_waited_for() -> Iterator[None]:
    """What is written is in the files at once, also when a program is killed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)
        yield


@pytest.fixture
def translator() -> FakeTranslator:
    return FakeTranslator()
