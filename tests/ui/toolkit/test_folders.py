"""Where dialogs for choosing files begin."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ui.toolkit.folders import nearest_folder, usual_folder

Place = QStandardPaths.StandardLocation


@pytest.mark.parametrize(
    ("there", "begins"), [({"last", "documents"}, "last"), ({"documents"}, "documents"), ((), "home")]
)
def test_a_folder_that_is_not_there_is_not_begun_in(
    there: set[str], begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {Place.DocumentsLocation: tmp_path / "documents", Place.HomeLocation: tmp_path / "home"}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(places[place]))
    for name in {"home", *there}:
        (tmp_path / name).mkdir()
    assert usual_folder(str(tmp_path / "last")) == str(tmp_path / begins)


def test_the_nearest_folder_is_never_the_whole_disk(tmp_path: Path) -> None:
    assert nearest_folder(tmp_path / "a" / "b") == str(tmp_path)
    assert nearest_folder(Path(tmp_path.anchor) / "none" / "b") == ""


def test_a_folder_whose_name_is_no_name_is_not_there(tmp_path: Path) -> None:
    assert nearest_folder(tmp_path / ("x" * 300) / "\0") == str(tmp_path)
    assert usual_folder("\0" * 2) != "\0" * 2


def test_a_last_folder_that_may_not_be_looked_at_is_not_begun_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    assert usual_folder(str(tmp_path / ("long" * 100))) == str(tmp_path)
