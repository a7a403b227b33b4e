"""Whatever was done, undone and redone in whichever order: undone all of it is the beginning, redone the end."""

import itertools
import json
import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library import Entry
from reader.parallel import ParallelText, editable
from reader.paths import LIBRARY_FILE, MEMORY_FILE
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.editing.judgement_turns import pairs_in
from ui.reading.places import Place
from ui.session.undo import Step

SHARED = "Hunden sover i huset."
GERMAN = "Die Katze schläft im Haus, und der Hund bellt laut im Garten hinter dem alten Haus."
DOCUMENTS = {
    "en.txt": f"{SHARED} Katten er ute.\n\nDet regner i byen. {SHARED}\n",
    "to.txt": f"Det regner i byen.\n\n{GERMAN}\n\n{SHARED} Huset er stort og gammelt.\n",
    "tre.txt": f"Noe helt annet om en hund.\nEn linje til.\n\n{SHARED}\n",
}
WORDS = ("The dog rests.", "It pours in town.", "Something.", "", "A  b\nc")
COMMANDS = ("encoding_cp1252", "encoding_detected", "lines_kept", "lines_judged", "swap", "from_nb", "from_en")
# Sequences and the most commands in one; with --long.
_FEW, _SHORT = 4, 12
_MANY, _LONG = 300, 40


class _User:
    """Does things at random in a program, one after another."""

    def __init__(self, program: Tospalt, qtbot: QtBot, folders: Folders, documents: Path) -> None:
        self.program, self._qtbot, self._folders = program, qtbot, folders
        self._called: dict[Path, str] = {}  # what each file is, wherever it is now
        self._documents, self._count = documents, 0
        for name, text in DOCUMENTS.items():
            (documents / name).write_text(text, "utf-8")
            self._called[documents / name] = name
        self.random = random.Random()
        self._acts: list[tuple[int, Callable[[], None]]] = [
            (8, self._edit),
            (3, self._revert),
            (2, self._escape),
            (4, self._command),
            (2, self._force),
            (4, self._judge),
            (2, self._dismiss_rule),
            (2, self._rename),
            (2, self._remove),
            (4, self._open_any),
            (2, self._move),
            (1, self._relocate),
            (2, self._undo_offered),
            (2, self._undo),
            (2, self._redo),
        ]

    def act(self) -> str:
        """Do something; returns what."""
        weights, acts = zip(*self._acts, strict=True)
        act = self.random.choices(acts, weights)[0]
        act()
        self.settle()
        return str(act.__name__)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        program = self.program
        document, pools = program.document, program.pools

        def quiet() -> bool:
            ready = document.entry is None or (document.is_prepared and not document.changing_direction)
            if document.entry is not None and document.text is not None:
                ready = ready and document.text.document.path == document.entry.path  # also if that was moved
            working = program.translation.translating or program.translation.linking
            working = working or bool(program.edits.unsaved) or program.judging.unsaved
            return ready and not working and not any(pool._running for pool in (pools.engine, pools.edits, pools.files))

        self._qtbot.waitUntil(quiet, timeout=PATIENCE)

    # Commands

    def _own(self) -> list[Entry]:
        return [entry for entry in self.program.shelf.library if not entry.bundled]

    def open(self, path: Path) -> None:
        entry = self.program.document.entry
        if entry is None or entry.path != path:
            self.program.window.open_files([path])
            self.settle()

    def _open_any(self) -> None:
        if own := self._own():
            self.open(self.random.choice(own).path)

    def _begin(self, *, edited: bool = False) -> bool:
        """Begin to edit a sentence of the open text; returns whether there is one."""
        text = self.program.document.text
        if text is None:
            return False
        places = [
            (number, index)
            for number, row in enumerate(text.rows)
            for index, pair in enumerate(row.sentences)
            if editable(row, index) and (pair.edited or not edited)
        ]
        if not places:
            return False
        row, index = self.random.choice(places)
        self.program.window.reading_view.move_caret(Place(row, 1, index))
        self.program.window.actions_["edit"].trigger()
        return True

    def _edit(self) -> None:
        if self._begin():
            bar = self.program.window.editing.bar
            bar.field.setPlainText(self.random.choice(WORDS))
            bar.save_button.click()

    def _revert(self) -> None:
        if self._begin(edited=True):
            self.program.window.editing.bar.revert_button.click()

    def _escape(self) -> None:
        if self._begin():
            bar = self.program.window.editing.bar
            bar.field.setPlainText("Half")
            QTest.keyClick(bar.field, Qt.Key.Key_Escape)

    def _command(self) -> None:
        action = self.program.window.actions_[self.random.choice(COMMANDS)]
        if action.isEnabled():
            action.trigger()

    def _force(self) -> None:
        text = self.program.document.text
        for number, row in enumerate(text.rows if text is not None else ()):
            if row.source.text == GERMAN:
                self.program.window.reading_view.move_caret(Place(number, 1, None))
                self.program.window.actions_["force"].trigger()

    def _judge(self) -> None:
        """Accept sentences or dismiss warnings on them, or take that back where it may never have been."""
        text, judging = self.program.document.text, self.program.judging
        pairs = [pair for row in text.rows for pair in pairs_in(text, row)] if text is not None else []
        if not pairs:
            return
        chosen = self.random.sample(pairs, self.random.randint(1, min(2, len(pairs))))
        rule = self.random.choice(("number", "name"))
        acts = (judging.accept, judging.withdraw, partial(judging.dismiss, rule), partial(judging.undismiss, rule))
        self.random.choice(acts)(*chosen)

    def _dismiss_rule(self) -> None:
        steps = self.program.window._services.document_steps
        steps.dismiss_rule(self.random.choice(("number", "name")), dismissed=self.random.random() < 0.6)

    def _rename(self) -> None:
        if own := self._own():
            steps = self.program.window._services.library_steps
            steps.retitle(self.random.choice(own), self.random.choice(("", "Bikkja", "Pus")))

    def _remove(self) -> None:
        if own := self._own():
            entry = self.program.document.entry
            chosen = self.random.sample(own, self.random.randint(1, min(2, len(own))))
            steps = self.program.window._services.library_steps
            steps.remove(chosen, entry.path if entry is not None else None)

    def _new_place(self, path: Path) -> Path:
        self._count += 1
        return self._documents / f"{path.stem.split('-')[0]}-{self._count}{path.suffix}"

    def _move(self) -> None:
        """Another program moves a file, and the window finds it, as in a watched folder."""
        if own := self._own():
            path = self.random.choice(own).path
            place = path.rename(self._new_place(path))
            self._called[place] = self._called.pop(path)
            self.program.window._services.library_steps.follow_moved({path: place}, lambda: None)

    def _relocate(self) -> None:
        """The user chooses a copy as the file of a document."""
        if own := self._own():
            entry = self.random.choice(own)
            place = self._new_place(entry.path)
            place.write_bytes(entry.path.read_bytes())
            self._called[place] = f"copy {self._count} of {self._called[entry.path]}"
            self.program.window._services.library_steps.relocate(entry, place)

    def _undo_offered(self) -> None:
        """Undo by a notice, whichever document is open."""
        undo = self.program.undo
        if offered := [step for step in undo._done if undo.is_latest(step)]:
            undo.undo_step(self.random.choice(offered))

    def _undo(self) -> None:
        self.program.window.actions_["undo"].trigger()

    def _redo(self) -> None:
        self.program.window.actions_["redo"].trigger()

    # All of it

    def undo_all(self) -> None:
        """Undo everything, in the order in which it was done, or document by document."""
        while done := self.program.undo._done:
            self._move_now_and_then()
            if self.random.random() < 0.5 and (paths := {entry.path for entry in self._own()}):
                self.open(self.random.choice(sorted(paths)))
            elif done[-1].document is not None:
                self.open(done[-1].document)
            self.program.undo.undo()
            self.settle()
            self._put_bar_away()

    def redo_all(self, steps: Sequence[Step]) -> None:
        """Redo these steps, from the last that was undone, or document by document in any order."""
        while left := [each for each in self.program.undo._undone if any(each is step for step in steps)]:
            self._move_now_and_then()
            if self.random.random() < 0.5 and (paths := {entry.path for entry in self._own()}):
                self.open(self.random.choice(sorted(paths)))
            elif left[-1].document is not None:
                self.open(left[-1].document)
            step = self.program.undo.next_redo
            if step is not None and any(step is each for each in left) and not _removes_too_soon(step, left, steps):
                self.program.undo.redo()
                self.settle()

    def _move_now_and_then(self) -> None:
        if self.random.random() < 0.1:
            self._move()
            self.settle()

    def _put_bar_away(self) -> None:
        """Text that was brought back is not to be saved when its document is left."""
        self.program.window.editing.put_away()

    # What there is

    def state(self) -> tuple[object, ...]:
        """The library, the edits and the judgements as they are in their files, and the rows of every document."""
        rows = {}
        for entry in self._own():
            self.open(entry.path)
            rows[self._called[entry.path]] = list(_rows(self.program.document.text))
        self.program.shelf.save()
        self.settle()
        return self._library(), self._edits(), rows

    def _library(self) -> list[dict[str, object]]:
        """Without reading positions and when something was added, which nothing undoes."""
        documents = json.loads((self._folders.data / LIBRARY_FILE).read_text())["documents"]
        defaults = {"encoding": "", "lines": "", "forced": [], "dismissed": [], "title": ""}
        beside = ("row", "share", "added", "opened", "translated", "checked", "sentences")
        listed = [defaults | {k: v for k, v in each.items() if k not in beside} for each in documents]
        listed = [each | {"dismissed": sorted(each["dismissed"])} for each in listed]
        return [each | {"path": self._called.get(Path(str(each["path"])), each["path"])} for each in listed]

    def open_all(self) -> None:
        """Open every document, so that all are in the library."""
        for path in [path for path, name in self._called.items() if name in DOCUMENTS]:
            self.open(path)

    def _edits(self) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self._folders.data / MEMORY_FILE)) as connection:
            query = "SELECT source_language, target_language, source, target, links FROM edit ORDER BY 1, 2, 3"
            edits = connection.execute(query).fetchall()
            return edits + connection.execute(query.replace("FROM edit", "FROM judgement")).fetchall()


def _removes_too_soon(step: Step, left: Sequence[Step], steps: Sequence[Step]) -> bool:
    """Whether a step may remove a document that must be opened for others, by which it would be in the list again."""
    earlier = itertools.takewhile(lambda each: each is not step, steps)
    return step.document is None and any(
        each.document in step.about and any(each is other for other in left) for each in earlier
    )


def _rows(text: ParallelText | None) -> Iterator[tuple[object, ...]]:
    for row in text.rows if text is not None else ():
        yield row.state, row.language, row.target, [pair.edited for pair in row.sentences]


def test_undoing_everything_gives_the_beginning_and_redoing_it_the_end(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    user = _User(program, qtbot, folders, tmp_path)
    count, longest = (_MANY, _LONG) if pytestconfig.getoption("--long") else (_FEW, _SHORT)
    for seed in range(count):
        user.random.seed(seed)
        program.undo.forget(None)
        user.open_all()
        before = user.state()
        acts = [user.act() for _ in range(user.random.randint(1, longest))]
        program.window.editing.put_away()
        after, done = user.state(), list(program.undo._done)
        user.undo_all()
        assert user.state() == before, f"seed {seed}, undone: {acts}"
        user.redo_all(done)
        program.window.editing.put_away()
        assert user.state() == after, f"seed {seed}, redone: {acts}"
