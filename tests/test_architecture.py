"""The direction of imports (data <- reader <- ui), and what must not be imported before it is needed."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import doors
from tests.source_tree import ROOT, forget_trees, imported, loaded_after, modules, name_of, nodes, of_each


@pytest.fixture(autouse=True, scope="module")
def trees_are_let_go() -> Iterator[None]:
    yield
    forget_trees()


@of_each("reader")
def test_the_core_imports_neither_qt_nor_the_window(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    assert not tops & {"PySide6", "shiboken6", "ui", "tests"}


@of_each("reader", "ui")
def test_only_one_module_knows_argos_translate(path: Path) -> None:
    knows = any(name.split(".")[0] == "argostranslate" for name in imported(path))
    assert knows == (path == ROOT / "reader" / "packages" / "argos.py")


@of_each("reader", "ui")
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
    # Parsing addresses uses no network.
    used = {name for name in imported(path) if name in network or name.startswith("http.")}
    assert not used or path == ROOT / "reader" / "packages" / "network.py" or _only_names_of_answers(path, used)


@of_each("reader", "ui")
def test_only_one_module_uses_qt_network_and_only_for_local_sockets(path: Path) -> None:
    froms = [node for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork"]
    names = {alias.name for node in froms for alias in node.names}
    if path == ROOT / "ui" / "toolkit" / "single_instance.py":
        assert names == {"QLocalServer", "QLocalSocket"}
    else:
        assert not {name for name in imported(path) if name.startswith("PySide6.QtNetwork")}


def _only_names_of_answers(path: Path, used: set[str]) -> bool:
    """Whether only `from http import HTTPStatus` is used, which is a list of numbers."""
    froms = [node for node in nodes(path) if isinstance(node, ast.ImportFrom)]
    names = {alias.name for node in froms if node.module == "http" for alias in node.names}
    return used == {"http"} and names == {"HTTPStatus"}


def test_importing_every_module_of_the_core_loads_no_qt() -> None:
    names = ", ".join(name_of(path) for path in modules("reader"))
    assert not {name for name in loaded_after(f"import {names}") if name.startswith("PySide6")}


def test_importing_the_core_or_the_window_loads_no_translation_library() -> None:
    loaded = loaded_after("import reader, ui.app")
    assert not {"ssl", "http.client", "urllib.request", "filelock"} & loaded
    heavy = {
        "argostranslate",
        "ctranslate2",
        "sentencepiece",
        "onnxruntime",
        "minisbd",
        "py3langid",
        "simplemma",
        "typst",
    }
    assert not heavy & loaded


def test_the_version_is_told_without_loading_qt_or_anything_heavy() -> None:
    script = (
        "import sys, ui.main\nsys.argv = ['tospalt', '--version']\ntry:\n    ui.main.main()\nexcept SystemExit: pass"
    )
    loaded = loaded_after(script)
    assert not {"PySide6", "markdown_it", "argostranslate", "ctranslate2", "platformdirs"} & loaded
    assert not {"reader.commands.common", "reader.parallel", "reader.text"} & loaded


def test_a_command_is_run_without_loading_the_others() -> None:
    script = "import sys, reader.cli\ntry:\n    reader.cli.main(['packages', '--help'])\nexcept SystemExit: pass"
    loaded = loaded_after(script)
    assert "reader.commands.packages" in loaded
    assert not {f"reader.commands.{name}" for name in ("check", "export", "memory", "translate")} & loaded


@of_each("reader", "ui")
def test_no_pattern_is_compiled_when_a_module_is_loaded(path: Path) -> None:
    """All together they would take most of the time of a start; `reader/late_re.py` compiles them at first use."""
    inside = {id(node) for function in nodes(path) if isinstance(function, _LATER) for node in ast.walk(function)}
    early = [node for node in nodes(path) if id(node) not in inside and _compiles(node)]
    assert not early or path.stem == "late_re" or "re" not in imported(path)


_LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _compiles(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"


@of_each("reader", "ui")
def test_no_class_is_given_methods_when_its_module_is_loaded(path: Path) -> None:
    """That too would take a quarter of a start; `reader/late_dataclasses.py` writes them at first use."""
    froms = (node for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module == "dataclasses")
    early = any(alias.name in ("dataclass", "make_dataclass") for node in froms for alias in node.names)
    assert not early or path.stem == "late_dataclasses"


PARTS = sorted(path.parent.name for path in (ROOT / "reader").glob("*/__init__.py"))
DOORS = [ROOT / "reader" / "__init__.py", *(ROOT / "reader" / part / "__init__.py" for part in PARTS)]


@pytest.mark.parametrize("path", DOORS, ids=name_of)
def test_a_door_has_what_it_names_and_loads_nothing_of_its_own(path: Path) -> None:
    """Type checkers and the running program find the same names."""
    part = importlib.import_module(name_of(path))
    read = [node for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module != "reader.doors"]
    typed = {alias.asname: node.module or "" for node in read if node.module != "typing" for alias in node.names}
    assert sorted(typed, key=str) == part.__all__
    assert all(_is_named(getattr(part, name), name, typed[name]) for name in part.__all__)
    loaded = {name for name in loaded_after(f"import {name_of(path)}") if name.startswith("reader.")}
    assert loaded <= {name_of(path), "reader.doors"}


def _is_named(value: object, name: str, room: str) -> bool:
    """Whether what a door gives is what its room has, or a function that calls that."""
    real = getattr(importlib.import_module(room), name)
    late = inspect.isfunction(value) and value.__code__.co_filename == doors.__file__
    return value is real or (late and inspect.isfunction(real) and value.__module__ == room)


@pytest.mark.parametrize("part", PARTS)
def test_no_door_names_what_one_of_its_modules_is_called(part: str) -> None:
    """The module would replace the name once it is imported."""
    names = importlib.import_module(f"reader.{part}").__all__
    assert not set(names) & {path.stem for path in (ROOT / "reader" / part).iterdir()}


def own_imports(path: Path) -> Iterator[ast.ImportFrom]:
    """The imports of our own modules."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "imports say from where"
            if (node.module or "").split(".")[0] in ("reader", "ui"):
                yield node


@of_each("reader", "ui")
def test_a_part_of_the_core_is_entered_by_its_door(path: Path) -> None:
    for name in modules_imported(path):
        top, *inner = name.split(".")
        if top == "reader" and len(inner) > 1 and inner[0] in PARTS:
            assert path.is_relative_to(ROOT / "reader" / inner[0]), name
    for node in own_imports(path):
        part = (node.module or "").removeprefix("reader.")
        if part in PARTS and not path.is_relative_to(ROOT / "reader" / part):
            offered = importlib.import_module(node.module or "").__all__
            assert {alias.name for alias in node.names} <= set(offered), node.module


# Methods of pytest-qt.
WAITS = {"waitUntil", "waitSignal", "waitSignals"}


def from_tests(path: Path) -> Iterator[str]:
    """What is imported from the tests: "tests.module" and "tests.module.name"."""
    for node in nodes(path):
        module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (name for alias in node.names if (name := module + alias.name).startswith("tests."))


@of_each("tests")
def test_what_tests_share_stands_in_a_module_of_its_own(path: Path) -> None:
    parts = {part for name in from_tests(path) for part in name.split(".")}
    assert not {part for part in parts if part.startswith("test_") or part == "conftest"}


@of_each("tests")
def test_waiting_for_a_condition_is_given_up_late(path: Path) -> None:
    """The default of pytest-qt, five seconds, is too short on a busy machine."""
    calls = [node for node in nodes(path) if isinstance(node, ast.Call)]
    waits = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in WAITS]
    assert not [call.lineno for call in waits if "timeout" not in {keyword.arg for keyword in call.keywords}]


@of_each("reader", "ui")
def test_what_is_private_to_a_module_stays_there(path: Path) -> None:
    names = {alias.name for node in own_imports(path) for alias in node.names}
    assert not {name for name in names if name.startswith("_")} - {"__version__"}


def names_called(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in nodes(path):
        if isinstance(node, ast.Call):
            name = node.func
            yield (name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")), node


@of_each("reader", "ui")
def test_only_the_pipeline_translates_documents(path: Path) -> None:
    """All others run the pipeline, so that rules about translations are in one place."""
    steps = {"translate", "relink", "relink_edit", "back_translations", "translations_by"}
    ours = [n for n in own_imports(path) if n.module == "reader" or (n.module or "").startswith("reader.translation")]
    named = {alias.name for node in ours for alias in node.names}
    rooms = ("forward", "relink", "back_translation", "by_package")
    own = path.parent == ROOT / "reader" / "translation" and path.stem in ("pipeline", *rooms)
    assert own or path.stem == "__init__" or not named & steps


# The attributes that only rows have.
ROWS = {"target", "state", "sentences", "versions"}


@of_each("reader", "ui")
def test_only_the_module_of_rows_makes_rows_and_changes_them(path: Path) -> None:
    if path == ROOT / "reader" / "parallel" / "rows.py":
        return
    for name, call in names_called(path):
        assert name != "Row", call.lineno
        words = {word.arg for word in call.keywords} if name == "replace" else set()
        assert not words & ROWS, call.lineno


@of_each("reader", "ui")
def test_only_one_method_puts_rows_into_a_text(path: Path) -> None:
    for node in (node for node in nodes(path) if isinstance(node, ast.stmt)):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            inner = target.value if isinstance(target, ast.Subscript) else target
            if isinstance(inner, ast.Attribute) and inner.attr == "rows":
                assert path == ROOT / "reader" / "parallel" / "parallel_text.py", node.lineno


# Names that doors have for scripts only.
FOR_SCRIPTS = {
    ("memory", "read_tmx"),
    *(("annotations", name) for name in ("Anchor", "Annotation", "Places", "Spot")),
    *(("annotations", name) for name in ("annotation_at", "search", "with_text")),
}


def test_a_door_offers_nothing_that_nobody_enters_for() -> None:
    used = {
        ((node.module or "").removeprefix("reader."), alias.name)
        for path in [*modules("reader"), *modules("ui")]
        for node in own_imports(path)
        for alias in node.names
    }
    offered = {(part, name) for part in PARTS for name in importlib.import_module(f"reader.{part}").__all__}
    assert offered - used <= FOR_SCRIPTS


# A part imports only parts of the lines before its own, even within functions. `base`: the flat modules of the core.
READER = (
    *(
        ("base",),
        ("text",),
        ("formats",),
        ("processing",),
        ("spelling",),
        ("packages",),
        ("parallel",),
        ("search",),
        ("reference",),
    ),
    *(("memory",), ("concordance",), ("annotations",), ("engine",), ("quality",), ("translation",), ("export",)),
    *(("commands",), ("cli",), ("__init__",)),
)
UI = (
    ("toolkit",),
    ("session",),
    ("library", "reading", "navigation"),
    ("editing",),
    ("compare",),
    ("export", "packages", "memory", "concordance"),
    ("window",),
    ("app",),
    ("running",),
    ("main",),
    ("__init__",),
)


def part_of(name: str) -> str:
    """The part that one of our modules belongs to; names that are not modules belong to the package's door."""
    package, *inner = name.split(".")
    first = inner[0] if inner else ""
    if (ROOT / package / first).is_dir() and first:
        return first
    if not (ROOT / package / f"{first}.py").exists():
        return "__init__"
    return "base" if package == "reader" and first not in ("cli", "__init__") else first


def modules_imported(path: Path) -> Iterator[str]:
    """Our own modules that a module imports, anywhere in it."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            below = node.module in ("reader", "ui")
            yield from (f"{node.module}.{alias.name}" if below else str(node.module) for alias in node.names)


def imported_upward(package: str, lines: tuple[tuple[str, ...], ...]) -> set[tuple[str, str]]:
    """The modules of a package that import parts not before their own, with those parts."""
    place = {part: number for number, line in enumerate(lines) for part in line}
    pairs = [
        (name_of(path), part_of(name))
        for path in modules(package)
        for name in modules_imported(path)
        if name.split(".")[0] == package
    ]
    return {(name, part) for name, part in pairs if part != part_of(name) and place[part] >= place[part_of(name)]}


def test_no_part_of_the_window_imports_one_above_it_or_beside_it() -> None:
    assert imported_upward("ui", UI) == set()


def test_no_part_of_the_core_imports_one_above_it() -> None:
    assert imported_upward("reader", READER) == set()


@pytest.mark.parametrize(("package", "lines"), [("reader", READER), ("ui", UI)])
def test_every_part_has_one_place(package: str, lines: tuple[tuple[str, ...], ...]) -> None:
    listed = [part for line in lines for part in line]
    assert {part_of(name_of(path)) for path in modules(package)} <= set(listed)
    assert len(listed) == len(set(listed))


# Python up to 3.11.4 matches a possessive group too short if something in it can backtrack; an atomic group around it
# means the same (https://github.com/python/cpython/issues/106052).
POSSESSIVE_GROUP = re.compile(r"(?<!\()\)(?:[*+?]|\{\{?[0-9,]+\}?\})\+")


@of_each("reader", "ui")
def test_no_pattern_has_a_possessive_group(path: Path) -> None:
    strings = [node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert not [string for string in strings if POSSESSIVE_GROUP.search(string)]
