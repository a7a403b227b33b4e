"""How long a library of many documents keeps the window busy: `python -m tests.benchmarks.library [ENTRIES]`.

Prints a line of JSON for documents that exist and one for documents that do not. Times are in seconds of the window's
thread: `ready` from the start to the first paint, `longest_turn` of the event loop while documents are described,
`longest_own` of the thread's own work within a turn (other threads and programs share the core), `described` until the
last document was described, `close` to close the window in the middle of it. The longest turns of its own work,
with painting: `filter_first` at the first keystroke that filters the list, for which all titles are folded, `filter`
at the others, `scroll` at a step through the list, `sort` at a change of the order. Then come the commands on all
documents at once: to select them, to open their menu, to choose a language, to remove them, and to undo and redo that;
`export_dialog` to open the one for several documents. `add` and `drop_folder` are the longest turns while as many other
files are opened at once, and while folders with as many others are dropped, until all of them are in the list, which
takes `add_all` and `drop_folder_all`.
"""

import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reader.library import Entry
    from ui.app import Tospalt
    from ui.export.batch_dialog import BatchDialog

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_LOOKED_AT_S = 20.0
_STEPS = 40
_TURNS = 12  # of the event loop, in which what a step begins ends
_TURNS_OF_ALL = 400  # what is done with all documents may go on for long


def main() -> None:
    """Measure both libraries."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    from PySide6.QtWidgets import QApplication

    application = QApplication(["tospalt"])
    application.setStyle("Fusion")
    for there in (True, False):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder, count, there=there)
            print(json.dumps({"entries": count, "there": there, **measured(application, folder, count)}), flush=True)
    for step in ("add", "drop_folder"):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder, 0, there=True)
            _write_into(folder / step, count)
            print(json.dumps({"entries": count, **_joined(application, folder, step, count)}), flush=True)


def make(folder: Path, count: int, *, there: bool) -> None:
    """A library file of `count` documents, which are written too if `there`."""
    paths = [folder / "texts" / f"{number}.txt" for number in range(count)]
    if there:
        _write(folder / "texts", count)
    documents = [{"path": str(path), "source": "", "target": ""} for path in paths]
    (folder / "library.json").write_text(json.dumps({"documents": documents}), "utf-8")


def _write(folder: Path, count: int) -> None:
    """So many documents, with other texts in other folders."""
    folder.mkdir()
    for number in range(count):
        text = f"Brev nummer {number}\n\nDette er en kort tekst om båten som lå ved {folder.name} i går.\n"
        (folder / f"{number}.txt").write_text(text, "utf-8")


def _write_into(folder: Path, count: int) -> None:
    """The same in folders in this one, each with no more than join the library with it."""
    from ui.library.folder_contents import MOST_FILES

    folder.mkdir()
    for number, first in enumerate(range(0, count, MOST_FILES)):
        _write(folder / f"{folder.name} {number}", min(MOST_FILES, count - first))


def _joined(application: "QApplication", folder: Path, step: str, count: int) -> dict[str, float]:
    """Start the program, and have so many documents join its library at once: files, or those in a folder."""
    from ui.app import Folders, Tospalt

    program = Tospalt(Folders(folder, folder))
    program.window.show()
    application.processEvents()
    folders, began = sorted((folder / step).iterdir()), time.perf_counter()
    files = [file for each in folders for file in each.iterdir()]
    program.window.open_files(files if step == "add" else folders)
    turns = _turns(
        application,
        lambda: sum(not each.bundled for each in program.shelf.library) < count and time.perf_counter() - began < 120,
    )
    took, joined = time.perf_counter() - began, sum(not each.bundled for each in program.shelf.library)
    program.window.hide()
    program.close()
    program.window.deleteLater()
    application.processEvents()
    longest = max(own for _, own in turns)
    return {step: round(longest, 4), f"{step}_all": round(took, 1), f"{step}_documents": joined}


def measured(application: "QApplication", folder: Path, count: int) -> dict[str, float]:
    """Start the program, let it describe documents for a while, and close it."""
    from reader.gc_pause import freeze_existing_objects
    from ui.app import Folders, Tospalt

    began, used = time.perf_counter(), time.thread_time()
    program = Tospalt(Folders(folder, folder))
    program.window.show()
    freeze_existing_objects()  # as the program does
    application.processEvents()
    program.window.library.view.viewport().repaint()
    times = {"ready": time.perf_counter() - began, "ready_own": time.thread_time() - used}
    times |= _used(application, program) | _commanded(application, program)
    shelf = program.shelf
    seen = {entry.path for entry in shelf.library if shelf.summary_of(entry) or shelf.is_unreadable(entry)}
    shelf.described.connect(lambda entry, _: seen.add(entry.path))
    shelf.unreadable.connect(lambda entry, _: seen.add(entry.path))
    turns = _turns(application, lambda: len(seen) < count and time.perf_counter() - began < _LOOKED_AT_S)
    times |= {"longest_turn": max(turn for turn, _ in turns), "longest_own": max(own for _, own in turns)}
    times |= {"described": time.perf_counter() - began, "documents_described": len(seen)}
    closing = time.perf_counter()
    program.window.hide()
    program.close()
    times["close"] = time.perf_counter() - closing
    program.window.deleteLater()
    application.processEvents()
    return {name: round(value, 4) for name, value in times.items()}


def _used(application: "QApplication", program: "Tospalt") -> dict[str, float]:
    """What filtering, scrolling and sorting take, while documents are described."""
    panel, view, model = program.window.library.panel, program.window.library.view, program.window.library.model
    step = partial(_step, application, view)

    def typed(text: str) -> list[float]:
        return [step(partial(panel.field.setText, text[:end])) for end in range(1, len(text) + 1)]

    first, *others = typed("99") + typed("text 9") + typed("båten")
    panel.field.clear()
    bar = view.verticalScrollBar()
    places = [bar.maximum() * number // _STEPS for number in range(_STEPS)]
    scrolled = [step(partial(bar.setValue, place)) for place in places]
    sorted_ = [step(partial(model.sort_by, order)) for order in ("title", "opened", "language", "added")]
    return {"filter_first": first, "filter": max(others), "scroll": max(scrolled), "sort": max(sorted_)}


def _step(application: "QApplication", view: "QWidget", act: Callable[[], object], turns: int = _TURNS) -> float:
    """Do something, and paint it, in as many turns as it takes; the longest of them counts."""
    longest, used = 0.0, time.thread_time()
    act()
    for _ in range(turns):
        view.repaint()
        longest, used = max(longest, time.thread_time() - used), time.thread_time()
        application.processEvents()
    return longest


def _commanded(application: "QApplication", program: "Tospalt") -> dict[str, float]:
    """What commands on all documents take."""
    window, undo = program.window, program.undo
    library = window.library
    step = partial(_step, application, library.view.viewport(), turns=_TURNS_OF_ALL)
    library.view.setFocus()
    library.view.clearSelection()

    def own() -> list["Entry"]:
        return [entry for entry in library.view.selected_entries() if not entry.bundled]

    acts: dict[str, Callable[[], object]] = {
        "select": library.view.selectAll,
        "menu": lambda: library.view.menu_wanted.emit(library.view.mapToGlobal(library.view.rect().center())),
        "menu_closed": _close_popup,
        "languages": lambda: library.languages_chosen.emit(own(), "nb", "en"),
        "languages_undone": undo.undo,
        "languages_redone": undo.redo,
        "remove": lambda: library.remove(own()),
        "removal_undone": undo.undo,
        "removal_redone": undo.redo,
        "removal_undone_again": undo.undo,
        "export_dialog": window.actions_["export_several"].trigger,
        "export_all": _tick_all,
        "export_dialog_closed": _close_dialog,
    }
    return {name: step(act) for name, act in acts.items()}


def _close_popup() -> None:
    from PySide6.QtWidgets import QApplication

    if (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def _dialog() -> "BatchDialog":
    from PySide6.QtWidgets import QApplication

    from ui.export.batch_dialog import BatchDialog

    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, BatchDialog) and each.isVisible())


def _tick_all() -> None:
    _dialog()._all.click()


def _close_dialog() -> None:
    _dialog().reject()


def _turns(application: "QApplication", going_on: Callable[[], bool]) -> list[tuple[float, float]]:
    """The time between beats of a fast timer, and the thread's own work in it."""
    from PySide6.QtCore import Qt, QTimer

    beats = [(time.perf_counter(), time.thread_time())]

    def beat() -> None:
        beats.append((time.perf_counter(), time.thread_time()))
        if not going_on():
            application.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(1)
    application.exec()
    return [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(beats)]


if __name__ == "__main__":
    main()
