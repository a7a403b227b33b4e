"""The direction of imports: data <- reader <- ui, and what may not be loaded before it is needed."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_tree import ROOT, imported, loaded_after, modules, name_of


@pytest.mark.parametrize("path", modules("reader"), ids=name_of)
def test_the_core_imports_neither_qt_nor_the_window(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    assert not tops & {"PySide6", "shiboken6", "ui", "tests"}


@pytest.mark.parametrize("path", [*modules("reader"), *modules("ui")], ids=name_of)
def test_only_one_module_knows_argos_translate(path: Path) -> None:
    knows = any(name.split(".")[0] == "argostranslate" for name in imported(path))
    assert knows == (path == ROOT / "reader" / "packages" / "argos.py")


@pytest.mark.parametrize("path", [*modules("reader"), *modules("ui")], ids=name_of)
def test_only_one_module_opens_sockets(path: Path) -> None:
    network = {
        "socket",
        "ssl",
        "http",
        "urllib.request",
        "urllib.error",
        "ftplib",
        "smtplib",
        "asyncio",
    }
    # Constants and the parsing of addresses reach for nothing; nor does Qt Network, which is not used at all.
    used = {name for name in imported(path) if name in network or name.startswith(("http.", "PySide6.QtNetwork"))}
    assert not used or path == ROOT / "reader" / "packages" / "network.py" or _only_names_of_answers(path, used)


def _only_names_of_answers(path: Path, used: set[str]) -> bool:
    """`from http import HTTPStatus` is a list of numbers."""
    froms = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    names = {alias.name for node in froms if node.module == "http" for alias in node.names}
    return used == {"http"} and names == {"HTTPStatus"}


def test_the_parts_of_the_window_do_not_import_each_other() -> None:
    parts = {"export", "library", "navigation", "packages", "reading"}
    for part in parts:
        others = {f"ui.{other}" for other in parts - {part}}
        for path in modules(f"ui/{part}"):
            assert not [name for name in imported(path) if ".".join(name.split(".")[:2]) in others], path


def test_importing_every_module_of_the_core_loads_no_qt() -> None:
    names = ", ".join(name_of(path) for path in modules("reader"))
    assert not {name for name in loaded_after(f"import {names}") if name.startswith("PySide6")}


def test_importing_the_core_or_the_window_loads_no_translation_library() -> None:
    loaded = loaded_after("import reader, ui.app")
    assert not {"ssl", "http.client", "urllib.request", "filelock"} & loaded
    heavy = {"argostranslate", "ctranslate2", "sentencepiece", "onnxruntime", "minisbd", "py3langid", "typst"}
    assert not heavy & loaded


def test_the_version_is_told_without_loading_qt_or_anything_heavy() -> None:
    script = (
        "import sys, ui.main\nsys.argv = ['tospalt', '--version']\ntry:\n    ui.main.main()\nexcept SystemExit: pass"
    )
    loaded = loaded_after(script)
    assert not {"PySide6", "markdown_it", "argostranslate", "ctranslate2", "platformdirs"} & loaded


PARTS = sorted(path.parent.name for path in (ROOT / "reader").glob("*/__init__.py"))
DOORS = [ROOT / "reader" / "__init__.py", *(ROOT / "reader" / part / "__init__.py" for part in PARTS)]


@pytest.mark.parametrize("path", DOORS, ids=name_of)
def test_a_door_has_what_it_names_and_loads_nothing_of_its_own(path: Path) -> None:
    """What type checkers read and what is looked up when the program runs are the same names."""
    part = importlib.import_module(name_of(path))
    tree = ast.parse(path.read_text("utf-8"))
    read = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module != "reader.doors"]
    typed = {alias.asname: node.module for node in read if node.module != "typing" for alias in node.names}
    assert sorted(typed, key=str) == part.__all__
    assert all(
        getattr(part, name) is getattr(importlib.import_module(typed[name] or ""), name) for name in part.__all__
    )
    loaded = {name for name in loaded_after(f"import {name_of(path)}") if name.startswith("reader.")}
    assert loaded <= {name_of(path), "reader.doors"}


@pytest.mark.parametrize("part", PARTS)
def test_no_door_names_what_one_of_its_modules_is_called(part: str) -> None:
    """The module would stand in the place of the name as soon as it is loaded."""
    names = importlib.import_module(f"reader.{part}").__all__
    assert not set(names) & {path.stem for path in (ROOT / "reader" / part).iterdir()}


def own_imports(path: Path) -> Iterator[ast.ImportFrom]:
    """The imports of our own modules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "imports say from where"
            if (node.module or "").split(".")[0] in ("reader", "ui"):
                yield node


@pytest.mark.parametrize("path", [*modules("reader"), *modules("ui")], ids=name_of)
def test_a_part_of_the_core_is_entered_by_its_door(path: Path) -> None:
    for node in own_imports(path):
        top, *inner = (node.module or "").split(".")
        if top == "reader" and len(inner) > 1 and inner[0] in PARTS:
            assert path.is_relative_to(ROOT / "reader" / inner[0]), node.module


# Of pytest-qt.
WAITS = {"waitUntil", "waitSignal", "waitSignals"}


def from_tests(path: Path) -> Iterator[str]:
    """What is imported from the tests: "tests.module" and "tests.module.name"."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (name for alias in node.names if (name := module + alias.name).startswith("tests."))


@pytest.mark.parametrize("path", modules("tests"), ids=name_of)
def test_what_tests_share_stands_in_a_module_of_its_own(path: Path) -> None:
    parts = {part for name in from_tests(path) for part in name.split(".")}
    assert not {part for part in parts if part.startswith("test_") or part == "conftest"}


@pytest.mark.parametrize("path", modules("tests"), ids=name_of)
def test_waiting_for_a_condition_is_given_up_late(path: Path) -> None:
    """What pytest-qt does of itself, five seconds, is too little for a machine that does other things as well."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    waits = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in WAITS]
    assert not [call.lineno for call in waits if "timeout" not in {keyword.arg for keyword in call.keywords}]


@pytest.mark.parametrize("path", [*modules("reader"), *modules("ui")], ids=name_of)
def test_what_is_private_to_a_module_stays_there(path: Path) -> None:
    names = {alias.name for node in own_imports(path) for alias in node.names}
    assert not {name for name in names if name.startswith("_")} - {"__version__"}
