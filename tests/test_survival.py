"""Finished work survives when a translation is killed in the middle."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli import main
from reader.formats import read_document
from reader.memory import Memory
from reader.packages import find_packages, identity_of
from reader.parallel import ParallelText, State
from reader.paths import MEMORY_FILE, SEEDS
from reader.translation import recall

# The processes that are killed here translate with the shipped pair.
pytestmark = pytest.mark.usefixtures("shipped_pair")
TEXT = (SEEDS / "000_cdca8b3d9982e562.txt").read_text("utf-8")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A text that is long enough to be interrupted, without repeated sentences."""
    path = tmp_path / "lang.txt"
    path.write_text("\n\n".join(TEXT.replace(". ", f" {n}. ") for n in range(14)), "utf-8")
    return path


def killed_after(document: Path, data: Path, paragraphs: int) -> int:
    """Translate in another process and kill -9 it; returns how many paragraphs it had reported as done."""
    screen, terminal = os.openpty()
    command = [sys.executable, "-m", "ui.main", "translate", str(document), "-o", f"{document}.out.txt"]
    environment = {**os.environ, "TOSPALT_DATA": str(data)}
    done = 0
    with subprocess.Popen(command, stderr=terminal, env=environment) as process:
        os.close(terminal)
        while done < paragraphs:
            said = re.findall(rb"Translating: (\d+) of", os.read(screen, 1000))
            done = max([done, *map(int, said)])
        process.send_signal(signal.SIGKILL)
    os.close(screen)
    return done


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_a_killed_translation_keeps_what_was_done_and_goes_on_from_there(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    done = killed_after(document, data, 1)
    assert not Path(f"{document}.out.txt").exists()
    with closing(sqlite3.connect(data / MEMORY_FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    text = ParallelText.untranslated(read_document(document), "nb", "en")
    with closing(Memory(data / MEMORY_FILE)) as memory:
        recalled = recall(text.rows, "nb", memory, identity_of(find_packages().route("nb", "en")))
        assert memory.take_problem() == ""
    assert done <= len([t for t in recalled if t.row.state is State.DONE]) < len(text.rows)

    monkeypatch.setenv("TOSPALT_DATA", str(data))
    assert main(["translate", str(document), "-o", str(tmp_path / "out.txt")]) == 0
    assert len((tmp_path / "out.txt").read_text("utf-8").split("\n\n")) == len(text.rows)
