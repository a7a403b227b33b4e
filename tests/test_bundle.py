"""The recipe of the bundle, a program that needs no Python: what is in it, what is left out, and how it is packed."""

import importlib.util
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.source_tree import ROOT, imported, loaded_after, modules, name_of

RECIPE = ROOT / ".github" / "bundle"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def recipe(name: str) -> Any:
    """A module of the recipe, which is in no package."""
    spec = importlib.util.spec_from_file_location(f"bundle_{name}", RECIPE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


contents, archive = recipe("contents"), recipe("archive")


def test_all_that_is_installed_is_in_the_bundle() -> None:
    installed = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert sorted([*contents.OURS, *contents.FOLDERS]) == sorted(installed)


def test_no_file_of_the_program_is_left_out() -> None:
    files = [path.relative_to(ROOT) for folder in contents.FOLDERS for path in (ROOT / folder).rglob("*")]
    assert len(files) > 50
    assert not [file for file in files if "__pycache__" not in file.parts and not contents.is_data(str(file))]


def test_nothing_is_left_out_that_the_program_imports() -> None:
    ours = [path for package in contents.OURS for path in modules(package)]
    named = {name for path in ours for name in imported(path)} | set(contents.LOADED_BY_NAME)
    left_out = set(contents.MODULES_LEFT_OUT)
    assert not left_out & named
    # And what these import in turn, as soon as they are loaded.
    libraries = {"argostranslate.package", "py3langid", "pypdfium2", "sacremoses", "simplemma", "yaml"}
    names = sorted(libraries | set(contents.LOADED_BY_NAME) | {name_of(path) for path in ours} - {"ui.main"})
    loaded = loaded_after(f"import {', '.join(names)}")
    assert "argostranslate.tokenizer" in loaded and "PySide6.QtPrintSupport" in loaded
    assert not (left_out | set(contents.EXTRA_LEFT_OUT)) & loaded


def test_libraries_are_in_that_something_needs() -> None:
    needs = {
        "PySide6/QtGui.abi3.so": ["libQt6Gui.so.6"],
        "PySide6/Qt/lib/libQt6Gui.so.6": ["libpng.so.16", "libc.so.6"],
        "PySide6/Qt/lib/libQt6Quick.so.6": ["libpng.so.16"],
        "PySide6/Qt/plugins/platforms/libqxcb.so": ["libxcb.so.1"],
        "PySide6/Qt/plugins/platforms/libqeglfs.so": ["libdrm.so.2"],
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so": ["libcups.so.2"],
        "libpng.so.16": ["libz.so.1"],
        **dict.fromkeys(("libz.so.1", "libxcb.so.1", "libdrm.so.2", "libcups.so.2"), ()),
        "typst/_typst.abi3.so": [],
        "pypdfium2_raw/libpdfium.so": [],
    }
    assert needs.keys() - contents.needed(needs, needs) == {
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "libdrm.so.2",
        "libcups.so.2",
    }


def test_on_windows_too() -> None:
    needs = {
        "PySide6\\QtGui.pyd": ["Qt6Gui.dll", "python311.dll"],
        "PySide6\\Qt6Gui.dll": ["KERNEL32.dll", "vcruntime140.dll"],
        "PySide6\\opengl32sw.dll": [],
        "PySide6\\plugins\\platforms\\qwindows.dll": [],
        "PySide6\\plugins\\platforms\\qminimal.dll": [],
        "VCRUNTIME140.dll": [],
        "python311.dll": [],
        "ctranslate2\\ctranslate2.dll": [],
    }
    left_out = {"PySide6\\opengl32sw.dll", "PySide6\\plugins\\platforms\\qminimal.dll"}
    assert needs.keys() - contents.needed(needs, needs) == left_out


def test_all_files_that_the_recipe_names_are_there() -> None:
    desktop = ROOT / "resources" / "desktop"
    assert all(list(desktop.glob(f"*{ending}")) for ending in contents.SHARED)
    texts = re.findall(r'"([\w.-]+\.txt)"', (RECIPE / "licences.py").read_text("utf-8"))
    assert {path.name for path in (RECIPE / "texts").iterdir()} <= set(texts)
    assert (RECIPE / "start.py").is_file() and (RECIPE / "tospalt.spec").is_file()


def test_every_library_that_is_needed_comes_with_its_licence(tmp_path: Path) -> None:
    needed = [re.match(r"[\w-]+", each) for each in PROJECT["project"]["dependencies"]]
    names = [name[0] for name in needed if name is not None]
    recipe("licences").write(tmp_path / "licences", names, [], ROOT)
    folders = [path for path in (tmp_path / "licences").iterdir() if path.is_dir() and path.name != "common-licenses"]
    assert len(folders) > len(names)
    assert not [folder.name for folder in folders if not any(folder.iterdir())]
    listed = (tmp_path / "licences" / "README.txt").read_text("utf-8")
    assert "LGPL" in listed and listed.count("\n    source:  ") == len(folders)


@pytest.mark.parametrize(("pack", "suffix"), [(archive.pack_tar, "tar.xz"), (archive.pack_zip, "zip")])
def test_the_same_files_give_the_same_archive(
    pack: Callable[[Path, Path, int], None], suffix: str, tmp_path: Path
) -> None:
    packed = []
    for number, names in enumerate((("b", "a", "é/c"), ("é/c", "a", "b"))):
        folder = tmp_path / str(number) / "tospalt"
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(name)
            os.utime(folder / name, (number, number))
        pack(folder, tmp_path / f"{number}.{suffix}", 1_700_000_000)
        packed.append((tmp_path / f"{number}.{suffix}").read_bytes())
    assert packed[0] == packed[1]
