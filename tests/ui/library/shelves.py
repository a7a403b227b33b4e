"""Documents in a library, for tests of the list."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library.model import DETAIL_ROLE

BODY = "Dette er en ganske kort tekst på norsk, men lang nok til å kjennes igjen som norsk."


def put(folders: Folders, texts: Mapping[Path, str], **values: Any) -> list[Path]:
    """Write documents with these titles, and a library of them in this order, each with `values`."""
    for path, title in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {title}\n\n{BODY}\n", "utf-8")
    documents = [{"path": str(path), "source": "", "target": "", **values} for path in texts]
    (folders.data / "library.json").write_text(json.dumps({"documents": documents}), "utf-8")
    return list(texts)


def listed(program: Tospalt) -> list[str]:
    """The titles in the list, without those of the examples."""
    return [str(index.data()) for index in indices(program)][: -2 if not program.window.library.model.query else None]


def indices(program: Tospalt) -> list[Any]:
    model = program.window.library.model
    return [model.index(row) for row in range(model.rowCount())]


def described(qtbot: QtBot, program: Tospalt) -> None:
    """Wait until the list shows all there is to know."""
    qtbot.waitUntil(lambda: all(index.data(DETAIL_ROLE) for index in indices(program)), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not program.window.library.model._gather.isActive(), timeout=PATIENCE)


def select(program: Tospalt, paths: Sequence[Path]) -> None:
    """Select documents in the list, which has the focus."""
    view, model = program.window.library.view, program.window.library.model
    view.setFocus()
    flags = QItemSelectionModel.SelectionFlag
    for number, path in enumerate(paths):
        index = model.index(model.row_of(program.shelf.entry_of(path)))
        view.selectionModel().setCurrentIndex(index, flags.Select if number else flags.ClearAndSelect)
