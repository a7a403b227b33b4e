"""Which package serves a direction where several could: the user's choice, saved in a small file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.files import write_atomically
from reader.json_files import read_json
from reader.packages.package import Direction
from reader.paths import PACKAGES_FOLDER, data_folder

CHOICE_FILE = "choice.json"


def choice_file() -> Path:
    """The file with the packages that the user has chosen for directions."""
    return data_folder() / PACKAGES_FOLDER / CHOICE_FILE


def load_choices(file: Path) -> dict[Direction, Path]:
    """Direction to folder of the chosen package; empty if the file is missing or damaged."""
    return read_json(file, _choices, dict[Direction, Path]()).value


def _choices(kept: Any) -> dict[Direction, Path]:
    choices = {tuple(direction.split(">")): Path(folder) for direction, folder in kept.items()}
    return {(pair[0], pair[1]): folder for pair, folder in choices.items() if len(pair) == 2}


def save_choices(file: Path, choices: Mapping[Direction, Path]) -> None:
    """Save the choices.

    Raises:
        OutputError: the file cannot be written.
    """
    content = {f"{source}>{target}": str(folder) for (source, target), folder in choices.items()}
    write_atomically(file, (json.dumps(content, indent=1) + "\n").encode(), private=True)
