"""Documents for tests of the window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText
from reader.paths import SEEDS
from tests.ui.patience import PATIENCE
from ui.app import Tospalt

# The examples that come with the program.
DOCUMENTS = sorted(SEEDS.glob("*.txt"))
DATA = Path(__file__).parents[1] / "data"
# A story and a reference translation of it.
NORWEGIAN, ENGLISH = DATA / "boathouse-nb.txt", DATA / "boathouse-en.txt"


def open_and_translate(qtbot: QtBot, program: Tospalt, path: Path) -> None:
    """Open a document and wait until it is translated."""
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)


def text_of(program: Tospalt) -> ParallelText:
    """The open text."""
    assert program.document.text is not None
    return program.document.text
