"""The repository's modules and their imports, for tests of the code's layout."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def modules(package: str) -> list[Path]:
    """The files of a package's modules."""
    return sorted((ROOT / package).rglob("*.py"))


def name_of(path: Path) -> str:
    """A module's name, from its file."""
    return str(path.relative_to(ROOT)).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The modules that a module imports, anywhere in it."""
    return tuple(_imports(ast.parse(path.read_text("utf-8"))))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def loaded_after(code: str) -> set[str]:
    """The modules that a new process has loaded after running `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.split())
