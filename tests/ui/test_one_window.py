"""The program started several times, as by a user: one window has all files, unless another is wanted."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.paths import LIBRARY_FILE, RUNNING_FOLDER
from tests.source_tree import ROOT
from tests.ui.patience import PATIENCE

# As where a system has Qt Network in a package of its own.
WITHOUT_NETWORK = """
import sys
sys.modules["PySide6.QtNetwork"] = None
from tests.pairs import use_pair
from ui.main import main
use_pair()
sys.exit(main())
"""

Start = Callable[..., subprocess.Popen[bytes]]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Start]:
    """Starts the program with these arguments, in the test's folder."""
    running: list[subprocess.Popen[bytes]] = []
    names = {"TOSPALT_DATA": str(tmp_path / "data"), "TOSPALT_CONFIG": str(tmp_path / "config")}
    environment = {**os.environ, **names, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    def run(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.command", *arguments]
        running.append(process := subprocess.Popen(command, cwd=tmp_path, env=environment))
        return process

    yield run
    for process in running:
        process.kill()
        process.wait()


def test_two_starts_at_once_end_with_one_window_that_has_all_files(run: Start, qtbot: QtBot, tmp_path: Path) -> None:
    names = ["en.txt", "to.txt", "tre.txt"]
    for name in names:
        (tmp_path / name).write_text("Det regner i dag.", "utf-8")
    file = tmp_path / "data" / LIBRARY_FILE

    def listed() -> set[str]:
        return {entry.path.name for entry in Library(file) if not entry.bundled}

    one, other = run(names[0]), run(names[1])
    qtbot.waitUntil(lambda: listed() == set(names[:2]), timeout=PATIENCE)
    qtbot.waitUntil(lambda: (one.poll() is None) != (other.poll() is None), timeout=PATIENCE)
    window, second = (one, other) if one.poll() is None else (other, one)
    assert second.returncode == 0
    assert run(names[2]).wait(PATIENCE / 1000) == 0
    qtbot.waitUntil(lambda: listed() == set(names), timeout=PATIENCE)

    records = tmp_path / "data" / RUNNING_FOLDER
    assert len([*records.glob("*.json")]) == 1
    another = run("--new-window", names[0])
    qtbot.waitUntil(lambda: len([*records.glob("*.json")]) == 2, timeout=PATIENCE)
    assert another.poll() is None and window.poll() is None
    for process in (another, window):
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE / 1000) == 128 + signal.SIGTERM


def test_without_qt_network_each_start_has_a_window(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "en.txt").write_text("Det regner i dag.", "utf-8")
    names = {"TOSPALT_DATA": str(tmp_path / "data"), "TOSPALT_CONFIG": str(tmp_path / "config")}
    environment = {**os.environ, **names, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WITHOUT_NETWORK, str(tmp_path / "en.txt")]
    file = tmp_path / "data" / LIBRARY_FILE
    with subprocess.Popen(command, env=environment) as process:
        try:
            qtbot.waitUntil(
                lambda: [entry.path.name for entry in Library(file) if not entry.bundled] == ["en.txt"],
                timeout=PATIENCE,
            )
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE / 1000) == 128 + signal.SIGTERM
        finally:
            process.kill()
