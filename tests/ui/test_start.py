"""What a start loads before the window is there."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.source_tree import ROOT
from tests.ui.documents import DOCUMENTS
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.window.needed import NEEDED_LATER, NEEDED_SOON

# Runs the program, and prints what is loaded, how often cycles were collected, and of which files the source was read,
# when its window has been shown; no other thread does anything meanwhile.
_START = """
import gc, json, linecache, os, sys
import ui.main
from reader import gc_pause
from ui.toolkit.jobs import Pool

def shown():
    collections = sum(each["collections"] for each in gc.get_stats())
    print(json.dumps([sorted(sys.modules), collections, len(linecache.cache)]), flush=True)
    os._exit(0)

Pool.start = lambda *_: None
gc_pause.freeze_existing_objects = shown
sys.argv = ["tospalt"]
sys.exit(ui.main.main())
"""


def _loaded(folder: Path) -> tuple[set[str], int, int]:
    """The modules loaded when the window of a new user is shown, how many collections there were, and sources read."""
    own = {"TOSPALT_DATA": str(folder), "TOSPALT_CONFIG": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _START]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **own}, capture_output=True, text=True, check=True)
    loaded, collections, sources = json.loads(run.stdout)
    return set(loaded), collections, sources


def test_the_window_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    """No models, formats, exporters or dialogs; of Qt, the local socket is for a window that is already open."""
    loaded, collections, sources = _loaded(tmp_path)
    tops = {name.split(".")[0] for name in loaded}
    libraries = {"argostranslate", "ctranslate2", "sentencepiece", "lxml", "markdown_it", "numpy", "pypdfium2", "typst"}
    assert not tops & (libraries | {"py3langid", "yaml"})
    qt = {name for name in loaded if name.startswith("PySide6.Qt")}
    assert qt == {f"PySide6.Qt{name}" for name in ("Core", "Gui", "Network", "Svg", "Widgets")}
    assert not loaded & {"reader.engine.engine", "reader.formats.reading", "reader.export.pdf", "reader.export.blocks"}
    assert not loaded & {*NEEDED_SOON, *NEEDED_LATER}
    late = ("reader.processing.checks", "reader.translation.queue", "reader.memory.tmx", "reader.reference.")
    assert not [name for name in loaded if name.startswith(late)]
    assert sources < 100  # likewise; it would be 500
    assert collections < 60  # while Qt is loaded for this test; it would be 200


def test_what_is_loaded_once_nothing_else_is_done_is_there(program: Tospalt, qtbot: QtBot) -> None:
    """And opening a document does not wait for it."""
    assert all(find_spec(name) for name in (*NEEDED_SOON, *NEEDED_LATER))
    program.begin([DOCUMENTS[0]])
    assert program._imports._timer.isActive() and program._is_busy()
    qtbot.waitUntil(lambda: not program._is_busy(), timeout=PATIENCE)
    assert program.document.is_prepared
