"""The direction of imports: data <- reader <- ui, and what may not be loaded before it is needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


@cache
def imported(path: Path) -> tuple[str, ...]:
    return tuple(_imports(ast.parse(path.read_text("utf-8"))))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT)).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def loaded_after(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.split())


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


def test_the_public_door_names_what_it_offers() -> None:
    import reader

    assert sorted(reader.__all__) == reader.__all__
    assert all(hasattr(reader, name) for name in reader.__all__)
