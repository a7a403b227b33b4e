"""The guard around what Qt calls: after an error the program goes on, reports it once and logs where it happened."""

import ast
import importlib
import inspect
import pkgutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

import ui
from reader import log
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.toolkit.faults import Faults
from ui.toolkit.guard import guarded, is_guarded
from ui.window.main_window import MainWindow
from ui.window.problems import Problems

MODULES = [importlib.import_module(found.name) for found in pkgutil.walk_packages(ui.__path__, "ui.")]
CLASSES = [
    value
    for module in MODULES
    for value in vars(module).values()
    if inspect.isclass(value) and value.__module__ == module.__name__ and issubclass(value, QObject)
]


def overrides() -> Iterator[tuple[type[QObject], str, Any]]:
    """Our methods that override a method of Qt."""
    for cls in CLASSES:
        theirs = [base for base in cls.__mro__ if base.__module__.startswith("PySide6")]
        for name, value in vars(cls).items():
            if inspect.isfunction(value) and name[:2] != "__" and any(name in vars(base) for base in theirs):
                yield cls, name, value


def connected() -> Iterator[tuple[str, Any]]:
    """The slots that are connected to signals and timers, and where."""
    for module in MODULES:
        assert module.__file__ is not None
        tree = ast.parse(Path(module.__file__).read_text("utf-8"))
        for scope in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))):
            for call in _calls_in(scope):
                where = f"{module.__name__}:{call.lineno}"
                owner = getattr(module, scope.name, None) if isinstance(scope, ast.ClassDef) else None
                for slot in _slots(call.args[-1], owner, module):
                    yield where, slot


def _calls_in(scope: ast.AST) -> Iterator[ast.Call]:
    """The calls that connect something, without those in nested classes."""
    for node in ast.iter_child_nodes(scope):
        if isinstance(node, ast.ClassDef):
            continue
        attribute = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
        if isinstance(node, ast.Call) and attribute in ("connect", "singleShot") and node.args:
            yield node
        yield from _calls_in(node)


def _slots(argument: ast.expr, owner: type | None, module: Any) -> Iterator[Any]:
    """What an argument may refer to: a method of its class, all methods of that name, or itself if unknown."""
    if not isinstance(argument, ast.Attribute):
        called = isinstance(argument, ast.Call) and isinstance(argument.func, ast.Name) and argument.func.id
        local = isinstance(argument, ast.Name) and _defined_under_the_net(argument.id, module)
        yield _never_raises if called == "guarded" or local else argument
    elif isinstance(argument.value, ast.Name) and argument.value.id == "self":
        assert owner is not None
        found = inspect.getattr_static(owner, argument.attr, None)
        yield found if inspect.isfunction(found) else _never_raises  # a signal, or a method of Qt
    else:
        named = (vars(cls).get(argument.attr) for cls in CLASSES)
        ours: list[Any] = [value for value in named if inspect.isfunction(value)]
        yield from ours or [_never_raises if _raises_nothing(argument, module) else argument]


def _raises_nothing(argument: ast.Attribute, module: Any) -> bool:
    """Whether an argument that is no method of ours is a method of Qt, a signal, or a function written in C."""
    of_module = getattr(vars(module).get(ast.unparse(argument.value)), argument.attr, None)
    signals = (vars(cls).get(argument.attr) for cls in CLASSES)
    return (
        inspect.isbuiltin(of_module)
        or any(isinstance(value, Signal) for value in signals)
        or any(hasattr(cls, argument.attr) for cls in vars(QtWidgets).values())
    )


def _defined_under_the_net(name: str, module: Any) -> bool:
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name]
    return any(ast.unparse(decorator) == "guarded" for node in functions for decorator in node.decorator_list)


@guarded
def _never_raises() -> None:
    """Stands for anything that cannot raise."""


def test_every_overridden_method_stands_under_the_net() -> None:
    found = list(overrides())
    assert len(found) > 60
    assert not [f"{cls.__module__}.{cls.__name__}.{name}" for cls, name, method in found if not is_guarded(method)]


def test_every_slot_stands_under_the_net() -> None:
    found = list(connected())
    assert len(found) > 150
    assert not [f"{where}: {getattr(slot, '__qualname__', slot)}" for where, slot in found if not is_guarded(slot)]


def test_whatever_raises_is_written_down_once_and_told_once(program: Tospalt, tmp_path: Path) -> None:
    methods = {id(value): value for _, _, value in overrides()} | {id(slot): slot for _, slot in connected()}
    methods = {key: method for key, method in methods.items() if not _reports(method)}
    before = sys.excepthook
    try:
        wrong = [method.__qualname__ for method in methods.values() if not _is_reported_once(method, program, tmp_path)]
    finally:
        sys.excepthook = before
    assert not wrong


def _reports(method: Any) -> bool:
    """Whether a method takes part in showing a report: it would raise many times while it reports its own fault."""
    showing = ("NoticeBar", "NoticeLayout", "ItemLayout", "_Column", "ScrolledLabel", "FlowLayout")
    of_notices = method.__qualname__.partition(".")[0] in showing
    return of_notices or method in (_never_raises, Problems.report_fault, MainWindow.event)


def _is_reported_once(method: Any, program: Tospalt, folder: Path) -> bool:
    """Let the method raise twice; returns whether that was reported once and logged once."""
    writing, faults = log.Log(folder / method.__qualname__), Faults()
    faults.install()
    faults.told.connect(program.problems.report_fault)
    told: list[str] = []
    faults.told.connect(told.append)
    parameters = list(inspect.signature(method).parameters.values())
    arguments = [None for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    within = method.__closure__[method.__code__.co_freevars.index("function")]
    original, within.cell_contents = within.cell_contents, _raise
    try:
        method(*arguments)
        method(*arguments)
    finally:
        within.cell_contents = original
        faults.uninstall()
        writing.close()
    entries = writing.file.read_text("utf-8").count("something unexpected failed")
    shown = program.window.notices.message
    press(program, "Close")
    return entries == 1 and len(told) == 1 and shown.startswith("Something went wrong in Tospalt")


def press(program: Tospalt, text: str) -> None:
    """Press a button of the notice on screen."""
    buttons = program.window.notices.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text).click()


def _raise(*_arguments: object) -> None:
    raise LookupError("Fru Hansens diagnose")


class Broken(QWidget):
    """A widget whose methods all raise while `breaks` is set, also when Qt calls them from each other."""

    pressed = Signal(int, str)
    breaks = False

    @guarded
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        self._break("event")
        return handled

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        self._break("paintEvent")

    @guarded
    def sizeHint(self) -> QSize:
        self._break("sizeHint")
        return QSize(10, 10)

    def _break(self, name: str) -> None:
        if self.breaks:
            raise ValueError(name)


def test_broken_methods_that_qt_calls_from_within_one_another_do_not_end_the_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: set[str] = set()
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: raised.add(str(error)))
    widget = Broken()
    qtbot.addWidget(widget)
    widget.breaks = True
    widget.show()
    qtbot.waitUntil(lambda: "paintEvent" in raised, timeout=PATIENCE)
    assert widget.sizeHint() == QSize()
    widget.breaks = False
    assert raised == {"event", "paintEvent", "sizeHint"}


def test_an_exception_under_the_net_reaches_the_hook_so_that_tests_fail() -> None:
    with capture_exceptions() as raised:
        guarded(_raise)()
    assert [kind for kind, _, _ in raised] == [LookupError]


def test_a_slot_gets_as_many_values_of_a_signal_as_it_takes(qtbot: QtBot) -> None:
    heard: list[tuple[object, ...]] = []

    class Receiver(QObject):
        @guarded
        def nothing(self) -> None:
            heard.append(())

        @guarded
        def one(self, number: int, other: str = "usual") -> None:
            heard.append((number, other))

        @guarded
        def ticked(self, checked: bool) -> None:
            heard.append((checked,))

    receiver, sender, button = Receiver(), Broken(), QPushButton()
    for widget in (sender, button):
        qtbot.addWidget(widget)
    for slot in (receiver.nothing, receiver.one):
        sender.pressed.connect(slot)
    button.clicked.connect(receiver.nothing)
    button.clicked.connect(receiver.ticked)
    sender.pressed.emit(3, "word")
    button.click()
    assert heard == [(), (3, "word"), (), (False,)]


def test_values_given_by_name_and_defaults_are_as_without_the_net() -> None:
    @guarded
    def shaped(first: int, second: int = 2, *rest: int, third: int = 3, **others: int) -> tuple[object, ...]:
        return first, second, rest, third, others

    assert shaped(1) == (1, 2, (), 3, {})
    assert shaped(1, 5, 6, third=7, fourth=8) == (1, 5, (6,), 7, {"fourth": 8})
    assert inspect.signature(shaped).parameters["third"].default == 3


def test_parameters_may_be_called_as_they_like() -> None:
    @guarded
    def named(function: int, error: int, handle_failure: int = 3) -> tuple[int, ...]:
        return function, error, handle_failure

    assert named(1, error=2) == (1, 2, 3)


@pytest.mark.parametrize(
    ("annotation", "nothing"),
    [
        (None, None),
        (object, None),
        (bool, False),
        (int, 0),
        (QSize, QSize()),
        (QModelIndex, QModelIndex()),
        (Qt.ItemFlag, Qt.ItemFlag(0)),
        (QModelIndex | int, QModelIndex()),
    ],
)
def test_what_raises_gives_a_value_of_its_kind_that_says_nothing(annotation: object, nothing: object) -> None:
    def fails() -> None:
        raise ValueError

    fails.__annotations__["return"] = annotation
    with capture_exceptions():
        given: object = guarded(fails)()
    assert given == nothing and type(given) is type(nothing)


def test_the_report_has_versions_and_frames_and_no_text(program: Tospalt, qtbot: QtBot) -> None:
    faults = Faults()
    faults.told.connect(program.problems.report_fault)
    try:
        _raise()
    except LookupError as error:
        faults.hear(error)
    notices = program.window.notices
    program.window.notices.clear()  # as opening another document does: the notice stays
    assert notices.message.startswith("Something went wrong")
    press(program, "Copy report")
    qtbot.waitUntil(lambda: notices.message.startswith("The report was copied."), timeout=PATIENCE)
    report = QGuiApplication.clipboard().text()
    assert "Tospalt 0." in report and "Qt 6." in report and "LookupError" in report and "_raise" in report
    assert "Hansen" not in report


def test_an_exception_on_another_thread_is_told_too(program: Tospalt, qtbot: QtBot) -> None:
    faults = Faults()
    faults.install()
    try:
        with qtbot.waitSignal(faults.told, timeout=PATIENCE):
            thread = threading.Thread(target=_raise)
            thread.start()
            thread.join()
    finally:
        faults.uninstall()


def test_what_comes_again_and_again_is_written_down_seldom(tmp_path: Path) -> None:
    writing, faults = log.Log(tmp_path), Faults()
    try:
        for _ in range(150):
            try:
                _raise()
            except LookupError as error:
                faults.hear(error)
    finally:
        writing.close()
    assert writing.file.read_text("utf-8").count("something unexpected failed") == 3
