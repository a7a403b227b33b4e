"""A package that tests may damage."""

import shutil
from pathlib import Path

import pytest

from reader.packages import find_packages


@pytest.fixture
def package_folder(tmp_path: Path) -> Path:
    """A copy of the starter package from Norwegian, alone in its folder."""
    folder = tmp_path / "translate-nb_en"
    shutil.copytree(find_packages().choose("nb", "en").path, folder)
    return folder
