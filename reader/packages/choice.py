"""Which package serves a direction where several could: the user's choice, kept in a small file."""

import json
from collections.abc import Mapping
from pathlib import Path

from reader.files import write_atomically

Direction = tuple[str, str]


def load_choices(file: Path) -> dict[Direction, Path]:
    """Direction to folder of the chosen package; a file that is missing or damaged is no choice."""
    try:
        kept = json.loads(file.read_text("utf-8"))
        choices = {tuple(direction.split(">")): Path(folder) for direction, folder in kept.items()}
    except (OSError, ValueError, RecursionError, AttributeError, TypeError):
        return {}
    return {(pair[0], pair[1]): folder for pair, folder in choices.items() if len(pair) == 2}


def save_choices(file: Path, choices: Mapping[Direction, Path]) -> None:
    """Keep the choices.

    Raises:
        OutputError: the file cannot be written.
    """
    content = {f"{source}>{target}": str(folder) for (source, target), folder in choices.items()}
    write_atomically(file, (json.dumps(content, indent=1) + "\n").encode(), private=True)
