"""Makes the picture of the README, `resources/screenshot.png`: `python -m tests.screenshot`.

The first example as the program translates it, with a word under the pointer.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.paths import RESOURCES, SEEDS, SETTINGS_FILE
from ui.app import Folders, Tospalt
from ui.packages.controller import OFFERS_FILE
from ui.reading.cell import SOURCE

_SIZE = QSize(1180, 780)
_WORD = "våpenhvilesone"
_PATIENCE_S = 120


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not until():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(50)


def _folders(parent: Path) -> Folders:
    """Of a user who has been offered packages before, and has chosen light colours."""
    data, config = parent / "data", parent / "config"
    for folder in (data, config):
        folder.mkdir()
    (data / OFFERS_FILE).write_text('["nb>en", "en>nb"]')
    (config / SETTINGS_FILE).write_text('{"theme": "light", "interface_language": "en"}')
    return Folders(data, config)


def _make(program: Tospalt, file: Path) -> None:
    window, view = program.window, program.window.reading_view
    window.resize(_SIZE)
    window.show()
    window.open_files([min(SEEDS.glob("*.txt"))])
    _wait(lambda: program.document.text is not None)
    _wait(lambda: not program.translation.translating and not program.translation.linking)
    text = program.document.text
    assert text is not None
    row, start = next((n, row.source.text.find(_WORD)) for n, row in enumerate(text.rows) if _WORD in row.source.text)
    QTest.mouseMove(view.viewport(), view.hits.point_of(row, SOURCE, start + 3))
    QTest.qWait(500)
    window.grab().save(str(file))


def main() -> None:
    """Make it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv)
    QApplication.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as parent:
        program = Tospalt(_folders(Path(parent)))
        try:
            _make(program, RESOURCES / "screenshot.png")
        finally:
            program.close()
            program.window.close()
    del application


if __name__ == "__main__":
    main()
