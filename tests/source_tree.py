"""The repository's modules and their imports, for tests of the code's layout."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from reader.gc_pause import gc_paused

ROOT = Path(__file__).resolve().parent.parent


def modules(package: str) -> list[Path]:
    """The files of a package's modules."""
    return sorted((ROOT / package).rglob("*.py"))


def name_of(path: Path) -> str:
    """A module's name, from its file."""
    return str(path.relative_to(ROOT)).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def of_each(*packages: str) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """One test of a rule for all modules of some packages, which names every module that breaks it.

    A test for each module would take longer to set up than to run.
    """

    def decorate(rule: Callable[[Path], None]) -> Callable[[], None]:
        def test() -> None:
            files = [path for package in packages for path in modules(package)]
            assert files
            with gc_paused():  # of what is parsed nothing is garbage, and to look at it takes as long as to parse it
                broken = {name_of(path): error for path in files if (error := _broken(rule, path))}
            assert not broken, broken

        test.__name__, test.__doc__ = rule.__name__, rule.__doc__
        return test

    return decorate


def _broken(rule: Callable[[Path], None], path: Path) -> str:
    try:
        rule(path)
    except AssertionError as error:
        return str(error) or "no"
    return ""


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of it."""
    return tuple(ast.walk(parsed(path)))


def forget_trees() -> None:
    """Let go of what `parsed` and `nodes` keep, about 200 MB for all modules."""
    parsed.cache_clear()
    nodes.cache_clear()


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The modules that a module imports, anywhere in it."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def loaded_after(code: str) -> set[str]:
    """The modules that a new process has loaded after running `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.split())
