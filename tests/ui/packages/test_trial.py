"""A package that has changed since it was installed, in the whole program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.engine import trial
from reader.packages import own_outcomes
from reader.packages.installed import find_in
from reader.parallel import State
from tests.archives import NB_EN, VERSION
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt


@pytest.fixture
def norwegian(tmp_path: Path) -> Path:
    path = tmp_path / "norsk.txt"
    path.write_text("Dette er en tekst på norsk, og den er skrevet av en som bor i byen og ikke på landet.\n", "utf-8")
    return path


def test_a_package_that_would_crash_the_program_is_told_of_and_the_starter_translates(
    start: Callable[[], Tospalt], qtbot: QtBot, user_folder: Path, norwegian: Path
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    metadata = user_folder / "mine" / "metadata.json"
    metadata.write_text(metadata.read_text("utf-8").replace(f'"{VERSION}"', '"7"'), "utf-8")
    model = user_folder / "mine" / "model" / "model.bin"
    layer = b"decoder/alignment_layer\0\0\2\2\0\0\0"
    model.write_bytes(model.read_bytes().replace(layer + b"\xff\xff", layer + b"\x7f\0"))
    program = start()
    open_and_translate(qtbot, program, norwegian)
    text = program.document.text
    assert text is not None
    assert text.rows[0].state is State.DONE
    assert text.packages[0].starter
    said = [label.text() for label in program.window.statusBar().findChildren(QLabel)]
    assert f"Norwegian Bokmål → English · translate-nb_en {VERSION}" in said
    assert program.window.notices.message == (
        "The package translate-nb_en does not work. Install it again. Another package is used instead."
    )


@pytest.mark.skipif(os.name != "posix", reason="pausing is POSIX's")
def test_closing_the_program_ends_a_trial_that_hangs(
    start: Callable[[], Tospalt], qtbot: QtBot, user_folder: Path, norwegian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    with (user_folder / "mine" / "model" / "config.json").open("a") as config:
        config.write("\n")  # so that it differs from the one that comes with the program
    started: list[subprocess.Popen[bytes]] = []

    def hanging(folder: Path, attention: Path, output: IO[bytes]) -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], stdout=output))
        return started[-1]

    monkeypatch.setattr(trial, "start", hanging)
    program = start()
    program.window.open_files([norwegian])
    qtbot.waitUntil(lambda: bool(started), timeout=PATIENCE)
    program.close()  # waits for the engine's thread
    assert started[0].poll() is not None
    [package] = find_in(user_folder)[0]
    assert own_outcomes().known(package, lambda: False) is None  # the trial was not completed
