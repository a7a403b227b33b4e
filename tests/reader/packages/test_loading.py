"""Loading the model of a package."""

import os
from collections.abc import Mapping
from pathlib import Path

import ctranslate2
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


def test_changed_files_are_read_from_a_private_folder_that_is_gone_afterwards(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CTranslate2 would keep files that it is given in memory for as long as the model is loaded."""
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    modes: dict[Path, int] = {}

    class Noting(ctranslate2.Translator):  # type: ignore[misc]
        def __init__(self, place: str, **options: object) -> None:
            modes[Path(place)] = Path(place).stat().st_mode & 0o777
            super().__init__(place, **options)

    monkeypatch.setattr(ctranslate2, "Translator", Noting)
    assert load_translator(read_package(package_folder), 1, dict).device == "cpu"
    [(folder, mode)] = modes.items()
    assert folder != package_folder / "model" and not folder.exists()
    assert mode == 0o700 or os.name != "posix"


def test_changed_files_are_loaded_where_none_can_be_written(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").touch()
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    assert load_translator(read_package(package_folder), 1, dict).device == "cpu"
