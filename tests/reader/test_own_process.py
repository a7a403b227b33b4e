"""Modules of the program run as processes of their own, also in the bundle, which has no Python to call."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import own_process
from reader.own_process import MODULES, command, run_if_asked
from tests.source_tree import ROOT, modules, parsed


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the bundle, whose executable is not Python."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", os.path.abspath("tospalt"))


def test_a_module_is_run_whatever_the_current_folder_holds(tmp_path: Path) -> None:
    for name in ("json.py", "typst.py", "reader.py"):
        (tmp_path / name).write_text("raise SystemExit('not this one')")
    run = subprocess.run(
        command("reader.spelling.hunspell_process"),
        input=b'{"dictionaries": [], "check": []}\n',
        cwd=tmp_path,
        capture_output=True,
    )
    assert (run.returncode, run.stdout.strip()) == (0, b'{"words": []}'), run.stderr


@pytest.mark.usefixtures("bundle")
def test_in_the_bundle_its_executable_runs_the_module(monkeypatch: pytest.MonkeyPatch) -> None:
    executable, *arguments = command("reader.engine.trial_process", "a folder", "another")
    assert Path(executable).with_suffix("") == Path("tospalt").absolute()
    monkeypatch.setattr(sys, "argv", ["tospalt", *arguments])
    given: list[list[str]] = []
    monkeypatch.setattr("reader.engine.trial_process.main", lambda: given.append(sys.argv[1:]))
    assert run_if_asked(sys.argv)
    assert given == [["a folder", "another"]]


@pytest.mark.parametrize("argv", [["tospalt"], ["tospalt", "translate", "a"], ["tospalt", "a", "--own-process"]])
def test_other_arguments_are_not_taken_for_a_process_of_its_own(argv: list[str]) -> None:
    assert not run_if_asked(argv)


def test_only_the_modules_that_are_made_for_it_are_run() -> None:
    with pytest.raises(ValueError, match="this"):
        run_if_asked(["tospalt", "--own-process", "this"])


def test_no_other_module_calls_python() -> None:
    """In the bundle `sys.executable` is the program, which would open another window."""
    there = {path for path in modules("reader") + modules("ui") if "sys.executable" in path.read_text("utf-8")}
    assert there == {Path(own_process.__file__), ROOT / "reader" / "commands" / "desktop.py"}


@pytest.mark.parametrize("module", MODULES)
def test_each_module_has_what_is_run(module: str) -> None:
    tree = parsed(ROOT / f"{module.replace('.', '/')}.py")
    assert any(getattr(node, "name", "") == "main" for node in tree.body)
