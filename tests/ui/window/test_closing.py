"""Closing the window: running work is not waited for, and the user's edits are kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.formats import read_document
from reader.memory import Memory
from reader.paths import MEMORY_FILE, SEEDS
from reader.text import split_sentences

NUMBER = 3  # a paragraph with sentences

# A real program whose engine runs for ever and cannot be cancelled; a sentence is edited meanwhile.
STUCK = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from tests.pairs import use_pair
from ui import app, running
from ui.toolkit.jobs import Job
use_pair()
for_ever = threading.Event()
begin = app.Tospalt.begin
def begun(program, files):
    def linked():
        program.pools.engine.start(Job(lambda _: for_ever.wait()))
        view = program.window.reading_view
        view.go_to(int(sys.argv[2]))
        program.window.editing.begin()
        program.window.editing.bar.field.setPlainText("Words of the user's own.")
        program.window.close()
    program.translation.settled.connect(linked)
    begin(program, files)
app.Tospalt.begin = begun
running._PATIENCE_S = 0.5
sys.exit(running.run_window([Path(sys.argv[1])]))
"""


@pytest.mark.skipif(os.name != "posix", reason="the offscreen screen")
def test_work_that_does_not_end_does_not_keep_the_program_and_what_was_typed_is_kept(tmp_path: Path) -> None:
    names = {"TOSPALT_DATA": str(tmp_path), "TOSPALT_CONFIG": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    document = sorted(SEEDS.glob("*.txt"))[0]
    command = [sys.executable, "-c", STUCK, str(document), str(NUMBER)]
    done = subprocess.run(command, env={**os.environ, **names}, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    memory = Memory(tmp_path / MEMORY_FILE)
    text = read_document(document).paragraphs[NUMBER].text
    sentences = [text[start:end] for start, end in split_sentences(text, "nb")]
    kept = memory.edits("nb", "en", sentences)
    memory.close()
    assert [edit.text for edit in kept.values()] == ["Words of the user's own."]
    assert not list((tmp_path / "running").iterdir())
