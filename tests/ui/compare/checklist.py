"""What the tests of the checklist share."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.documents import open_and_translate
from tests.ui.editing.sentence import save
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.compare.spots import Spot
from ui.reading.cell import TARGET

# Its numbers are copied by the translation; an edit without them has a warning.
NUMBERS = "Det regnet.\n\nAlle sov i 12 timer. Katten er ute.\n\nAlle sov i 30 timer.\n"
WARNED, EDITED, LATER = (1, 0), (1, 1), (2, 0)


def with_findings(program: Tospalt, qtbot: QtBot, folder: Path) -> None:
    """Open a document, and edit three of its sentences: two have a warning then."""
    path = folder / "tall.txt"
    path.write_text(NUMBERS, "utf-8")
    open_and_translate(qtbot, program, path)
    for (row, sentence), words in ((WARNED, "All slept."), (EDITED, "The cat is out."), (LATER, "All slept long.")):
        save(program, qtbot, words, row, sentence)
    qtbot.waitUntil(lambda: listed(program, Sort.EDITED) == [WARNED, EDITED, LATER], timeout=PATIENCE)


def listed(program: Tospalt, sort: Sort) -> list[Spot]:
    """The sentences of a sort."""
    spots = program.sentences.of(sort)
    return [spots[number] for number in range(len(spots))]


def here(program: Tospalt) -> Spot | None:
    """The sentence with the caret, which is in the translation."""
    place = program.window.reading_view.caret.place
    assert place is not None and place.column == TARGET
    return (place.row, place.sentence) if place.sentence is not None else None


def shown(program: Tospalt) -> list[str]:
    """The rows of the list in the panel."""
    model = program.window.checking.panel.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
