"""Loading the model of a package."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.packages import load_translator, read_package


def test_other_files_may_be_loaded_in_the_place_of_those_on_the_disk(package_folder: Path) -> None:
    seen: list[set[str]] = []

    def changed(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        seen.append(set(files))
        return files if len(seen) == 1 else {**files, "model.bin": b"nonsense"}

    package = read_package(package_folder)
    assert load_translator(package, 1, changed).device == "cpu"
    with pytest.raises(PackageError, match=r"The model of translate-nb_en cannot be loaded\. Install"):
        load_translator(package, 1, changed)
    assert seen == [{file.name for file in (package_folder / "model").iterdir()}] * 2


def test_a_model_that_is_gone_is_a_package_error(package_folder: Path) -> None:
    package = read_package(package_folder)
    (package_folder / "model" / "model.bin").unlink()
    with pytest.raises(PackageError, match="Install the package again"):
        load_translator(package, 1)


def test_changed_files_are_read_from_a_folder_that_is_gone_afterwards(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CTranslate2 would keep files that it is given in memory for as long as the model is loaded."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made: list[str] = []
    monkeypatch.setattr(tempfile, "TemporaryDirectory", _noting(made))
    assert load_translator(read_package(package_folder), 1, dict).device == "cpu"
    [folder] = made
    assert not Path(folder).exists()


def test_changed_files_are_loaded_where_none_can_be_written(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert load_translator(read_package(package_folder), 1, dict).device == "cpu"


def _noting(made: list[str]) -> type[tempfile.TemporaryDirectory[str]]:
    class Noting(tempfile.TemporaryDirectory[str]):
        def __enter__(self) -> str:
            made.append(super().__enter__())
            return made[-1]

    return Noting
