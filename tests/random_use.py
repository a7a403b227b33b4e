"""Random use of the window: `python -m tests.random_use --seed 1 --seconds 180` prints one line of JSON.

Keys, mouse, wheel, resizing, typing, menus, hiding columns, changing languages, opening and closing, chosen at random
by the seed, over documents of every kind, with real packages and no network. The result has uncaught exceptions (with
their frames), Qt warnings, the resident set in megabytes over time, and the longest turns of the event loop, in clock
time and CPU time of the window's thread. The exit code is 0 if nothing went wrong. A crash ends the process and prints
where it happened on standard error.
"""

import argparse
import faulthandler
import gc
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from reader.heap import share_arenas
from reader.paths import SEEDS
from tests.benchmarks.window import resident_mb
from ui.app import Folders, Tospalt

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton

PROSE = "Hunden løp over jordet. Katten sov ved ovnen, og ingen sa noe. Hva skulle de gjøre nå?"
SEVERAL = "\n\n".join(f"{PROSE} Det var dag {number}." for number in range(40))
DOCUMENTS = {
    "code.md": f"# Kode\n\n{PROSE}\n\n```\nprint('hei')\n\npass\n```\n\n{PROSE}\n\n    indent\n\n{PROSE}\n",
    "rules.md": "---\n\n***\n\nEtt ord\n\n---\n",
    "lists.md": "- en\n  - to\n    - tre\n- fire\n\n1. først\n2. så\n\n> sitat\n>\n> > i sitat\n",
    "table.md": "| Vare | Pris |\n|---|---:|\n| Brød | 30 |\n| Melk | `x` |\n| | |\n\nEtter tabellen.\n",
    "marks.md": f"**Fet** og *kursiv* og [lenke](https://example.org/a?b=c) og `kode`. {PROSE}\n\n[x](javascript:1)\n",
    "only_code.md": "```\nbare kode\n```\n",
    "word.txt": "Hei",
    "odd.txt": "😀👩\u200d👧 \u202eomvendt\u202c שלום 中文中文 e\u0301 "
    + "å" * 300
    + "\n\n"
    + "ord " * 900
    + "\n\n!?!\n",
    "verse.txt": "Ja, vi elsker dette landet,\nsom det stiger frem,\nfuret, værbitt over vannet,\nmed de tusen hjem.\n",
    "danish.txt": "Jeg hedder Peter, og jeg kommer fra København. Hvad hedder du? Det er en dejlig dag i dag.\n" * 3,
    "english.txt": "The dog ran across the field. Nobody said anything, and that was that.\n\nIt was late.\n",
    "several.txt": SEVERAL,
    "long.txt": "\n\n".join(f"Avsnitt {number}. {PROSE}" for number in range(2500)),
    "empty.txt": "",
    "binary.txt": "\0\1\2",
}
KEYS = (
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down) * 4,
    *(Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Space, Key.Key_Return, Key.Key_Escape),
    *(Key.Key_Tab, Key.Key_Backtab, Key.Key_Backspace, Key.Key_Delete, Key.Key_Menu, Key.Key_Enter),
    *(
        Key.Key_F1,
        Key.Key_F2,
        Key.Key_F3,
        Key.Key_F5,
        Key.Key_F6,
        Key.Key_F9,
        Key.Key_A,
        Key.Key_C,
        Key.Key_F,
        Key.Key_G,
        Key.Key_Y,
        *(Key.Key_Z,) * 3,
    ),
    *(Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_Plus, Key.Key_Minus, Key.Key_Period, Key.Key_Comma),
)
MODIFIERS = (Modifier.NoModifier,) * 6 + (
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.ControlModifier | Modifier.ShiftModifier,
    Modifier.AltModifier,
)
LETTERS = "abcæøå ÅÉ1.,“”\u0301 字😀"
# Actions that leave the program or the tests' folder.
NOT_TRIGGERED = frozenset({"quit", "open"})
_STALL_S = 0.1
# Of Qt, offscreen and with few fonts: letters of scripts that no font has are shown as boxes.
_HARMLESS = ("This plugin does not support", "OpenType support missing")
_BEAT_MS = 5
_MOST_STEPS_OF_DIALOG = 12


@dataclass
class Findings:
    """The results of a run so far."""

    steps: int = 0
    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    megabytes: list[tuple[int, int]] = field(default_factory=list)
    stalls: list[tuple[float, float, str]] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not self.faults and not self.warnings


class RandomUser:
    """Does something every few milliseconds until the time is up."""

    def __init__(self, seed: int, seconds: float, folder: Path) -> None:
        """A user with a program whose files are in `folder`."""
        self.random, self._folder = random.Random(seed), folder
        self.found = Findings()
        self._until = time.monotonic() + seconds
        self._begun = time.monotonic()
        self._files = [*self._written(folder / "texts"), *sorted(SEEDS.glob("*.txt")), folder / "missing.txt"]
        self._program = self._started()
        self._doing = "start"
        self._beat_at, self._beat_cpu = time.monotonic(), time.thread_time()
        self._dialog_steps = 0
        self._held: QWidget | None = None
        self._acts: list[tuple[int, Callable[[], None]]] = [
            (40, self._press_key),
            (8, self._type),
            (14, self._move),
            (10, self._click),
            (5, self._drag),
            (8, self._wheel),
            (3, self._resize),
            (6, self._trigger),
            (3, self._open),
            (1, self._restart),
        ]
        self._step_timer, self._beat_timer = QTimer(), QTimer()
        self._step_timer.setSingleShot(True)
        self._step_timer.timeout.connect(self._step)
        self._beat_timer.timeout.connect(self._beat)
        self._beat_timer.start(_BEAT_MS)
        self._step_timer.start(0)

    @staticmethod
    def _written(folder: Path) -> list[Path]:
        folder.mkdir()
        for name, text in DOCUMENTS.items():
            (folder / name).write_text(text, "utf-8")
        return sorted(folder.iterdir())

    def _started(self) -> Tospalt:
        program = Tospalt(Folders(self._folder / "data", self._folder / "config"))
        program.window.show()
        program.begin([])
        return program

    # Watching

    def _beat(self) -> None:
        now, cpu = time.monotonic(), time.thread_time()
        if now - self._beat_at > _STALL_S:
            self.found.stalls.append((round(now - self._beat_at, 3), round(cpu - self._beat_cpu, 3), self._doing))
        self._beat_at, self._beat_cpu = time.monotonic(), time.thread_time()
        second = int(now - self._begun)
        if not self.found.megabytes or second >= self.found.megabytes[-1][0] + 5:
            self.found.megabytes.append((second, round(resident_mb())))

    def hear_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Replaces `sys.excepthook`."""
        told = f"while {self._doing}: " + "".join(traceback.format_exception(kind, error, trace))
        if told not in self.found.faults:
            self.found.faults.append(told)

    def hear_message(self, kind: QtMsgType, _context: object, message: str) -> None:
        """Replaces Qt's message handler."""
        if kind is not QtMsgType.QtDebugMsg and not any(harmless in message for harmless in _HARMLESS):
            self.found.warnings.append(f"while {self._doing}: {message}")

    # Acting

    def _step(self) -> None:
        if time.monotonic() > self._until:
            self._end()
            return
        self.found.steps += 1
        # Set first: an act may run its own event loop, as a dialog does.
        self._step_timer.start(self.random.choice((0, 0, 0, 1, 5, 20, 60)))
        if not self._program.window.isVisible():  # closed by a key: start again
            self._restart()
        elif not self._leave_dialog():
            weights, acts = zip(*self._acts, strict=True)
            act = self.random.choices(acts, weights)[0]
            self._doing = act.__name__
            act()

    def _leave_dialog(self) -> bool:
        """Close a dialog that has been open for a while, or a file dialog at once; returns whether one was closed."""
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if dialog is None:
            dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None)
        if dialog is None:
            self._dialog_steps = 0
            return False
        self._dialog_steps += 1
        if self._dialog_steps < _MOST_STEPS_OF_DIALOG and not isinstance(dialog, QFileDialog):
            return False
        self._dialog_steps, self._doing = 0, f"closing {type(dialog).__name__}"
        if isinstance(dialog, QDialog):
            dialog.reject()
        dialog.close()
        return True

    def _top(self) -> QWidget:
        """The window in front."""
        return QApplication.activeModalWidget() or QApplication.activePopupWidget() or self._program.window

    def _target(self) -> QWidget:
        """The widget that gets the keys."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._program.window

    def _press_key(self) -> None:
        key, modifier = self.random.choice(KEYS), self.random.choice(MODIFIERS)
        widget = self._target()
        if isinstance(widget.window(), QFileDialog):
            return
        self._doing = f"pressing {key.name} {modifier} in {type(widget).__name__}"
        for _ in range(self.random.choice((1, 1, 1, 2, 8))):
            QTest.keyClick(self._target(), key, modifier)

    def _type(self) -> None:
        widget = self._target()
        letters = "".join(self.random.choice(LETTERS) for _ in range(self.random.randint(1, 6)))
        if not isinstance(widget.window(), QFileDialog):
            self._doing = f"typing in {type(widget).__name__}"
            for letter in letters:  # not QTest.keyClicks, which knows only Latin letters
                QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Modifier.NoModifier, letter))

    def _point(self) -> tuple[QWidget, QPoint]:
        """A widget under a random point of the top window, and the point in it."""
        top = self._held = self._top()  # held: if its wrapper is deleted, those of its children are too
        point = QPoint(self.random.randint(-5, top.width() + 5), self.random.randint(-5, top.height() + 5))
        widget = top.childAt(point)
        if widget is None or not isValid(widget):  # a widget that was just closed may still be found
            widget = top
        return widget, widget.mapFrom(top, point)

    def _move(self) -> None:
        widget, point = self._point()
        self._doing = f"moving over {type(widget).__name__}"
        QTest.mouseMove(widget, point)

    def _click(self) -> None:
        widget, point = self._point()
        self._doing = f"clicking {type(widget).__name__}"
        button = self.random.choice((Button.LeftButton, Button.LeftButton, Button.LeftButton, Button.RightButton))
        click = QTest.mouseDClick if self.random.random() < 0.15 else QTest.mouseClick
        if not isinstance(widget.window(), QFileDialog) and not self._closes(widget, point):
            click(widget, button, self.random.choice(MODIFIERS), point)

    @staticmethod
    def _closes(widget: QWidget, point: QPoint) -> bool:
        """Whether a click there would leave the program or the folder."""
        action = widget.actionAt(point) if isinstance(widget, QMenu) else None
        return isinstance(action, QAction) and action.objectName() in NOT_TRIGGERED

    def _drag(self) -> None:
        widget, start = self._point()
        self._doing = f"dragging in {type(widget).__name__}"
        if isinstance(widget.window(), QFileDialog):
            return
        QTest.mousePress(widget, Button.LeftButton, Modifier.NoModifier, start)
        for _ in range(3):
            QTest.mouseMove(widget, start + QPoint(self.random.randint(-200, 200), self.random.randint(-200, 200)))
        if self.random.random() < 0.3:
            QTest.keyClick(self._target(), self.random.choice(KEYS))
        QTest.mouseRelease(widget, Button.LeftButton, Modifier.NoModifier, start)

    def _wheel(self) -> None:
        widget, point = self._point()
        self._doing = f"turning the wheel over {type(widget).__name__}"
        delta = QPoint(0, self.random.choice((-960, -120, -15, 15, 120, 960)))
        place, modifier = QPointF(point), self.random.choice(MODIFIERS)
        shared = (QPointF(widget.mapToGlobal(point)), QPoint(), delta, Button.NoButton, modifier)
        QApplication.sendEvent(widget, QWheelEvent(place, *shared, Qt.ScrollPhase.NoScrollPhase, False))

    def _resize(self) -> None:
        size = QSize(self.random.randint(640, 1700), self.random.randint(420, 1100))
        self._doing = f"resizing to {size.width()} x {size.height()}"
        self._program.window.resize(size)

    def _trigger(self) -> None:
        actions = [a for a in self._program.window.actions() if a.isEnabled() and a.objectName() not in NOT_TRIGGERED]
        if actions and QApplication.activeModalWidget() is None:
            action = self.random.choice(actions)
            self._doing = f"triggering {action.objectName()}"
            action.trigger()

    def _open(self) -> None:
        if QApplication.activeModalWidget() is None:
            path = self.random.choice(self._files)
            self._doing = f"opening {path.name}"
            self._program.window.open_files([path])

    def _restart(self) -> None:
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self._doing = "restarting"
            self._quit()
            self._program = self._started()

    def _quit(self) -> None:
        window = self._program.window
        window.close()
        self._program.close(30.0)  # a run that hangs must end
        window.deleteLater()
        QApplication.sendPostedEvents()
        gc.collect()
        # The time that closing takes does not count: the window is gone by then.
        self._beat_at, self._beat_cpu = time.monotonic(), time.thread_time()

    def _end(self) -> None:
        self._beat_timer.stop()
        self._doing = "ending"
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
        self._quit()
        QApplication.exit(0)


def main() -> int:
    """Use the program and print what was found."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--seconds", type=float, default=60)
    chosen = arguments.parse_args()
    faulthandler.enable()
    share_arenas()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _use_separate_home(folder)
        application = QApplication(["tospalt"])
        application.setStyle("Fusion")
        application.setQuitOnLastWindowClosed(False)
        user = RandomUser(chosen.seed, chosen.seconds, folder)
        sys.excepthook = user.hear_exception
        qInstallMessageHandler(user.hear_message)
        application.exec()
    print(json.dumps(_told(chosen.seed, user.found), ensure_ascii=False))
    for fault in user.found.faults:
        print(fault, file=sys.stderr)
    return 0 if user.found.clean else 1


def _use_separate_home(folder: Path) -> None:
    """Use a separate home folder, open nothing outside it, and use no network."""
    os.environ |= {
        name: str(folder / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    }
    os.environ |= {"TOSPALT_DATA": str(folder / "data"), "TOSPALT_CONFIG": str(folder / "config")}
    (folder / "home").mkdir()
    os.chdir(folder)
    QDesktopServices.openUrl = lambda url: True  # type: ignore[method-assign]
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise PermissionError("no network here")


def _told(seed: int, found: Findings) -> dict[str, object]:
    slowest = sorted(found.stalls, reverse=True)[:10]
    return {
        "seed": seed,
        "steps": found.steps,
        "faults": len(found.faults),
        "warnings": sorted(set(found.warnings))[:20],
        "mb": found.megabytes[:: max(len(found.megabytes) // 12, 1)],
        "stalls": len(found.stalls),
        "longest": slowest,
        "longest_computing": sorted(found.stalls, key=lambda stall: -stall[1])[:5],
    }


if __name__ == "__main__":
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
