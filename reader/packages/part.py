"""A partial download, and the small file beside it that says what it is part of."""

import json
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader.files import write_atomically
from reader.json_files import read_json
from reader.late_dataclasses import dataclass

_KEPT_S = 28 * 24 * 3600  # what was not resumed for four weeks never will be


@dataclass(slots=True)
class Kept:
    """What is known about a partial download; saved beside it."""

    url: str = ""
    validator: str = ""
    total: int | None = None

    @classmethod
    def load(cls, file: Path) -> "Kept":
        """As saved in `file`; empty if that is missing or damaged."""
        return read_json(file, cls._parsed, cls()).value

    @classmethod
    def _parsed(cls, data: Any) -> "Kept":
        url, validator, total = data["url"], data["validator"], data["total"]
        # The validator is sent to the server as it is.
        if not (isinstance(url, str) and validator.isascii() and (not validator or validator.isprintable())):
            raise ValueError("no address, or no validator")
        if not (total is None or (type(total) is int and total >= 0)):
            raise ValueError("no length")
        return cls(url, validator, total)

    def save(self, file: Path) -> None:
        """Save it in `file`.

        Raises:
            OutputError: it cannot be written.
        """
        write_atomically(file, json.dumps(asdict(self)).encode(), private=True)


def notes_of(part: Path) -> Path:
    """The file beside a part that says what it is part of."""
    return part.with_name(part.name + ".json")


def served_by(part: Path) -> str:
    """The address that a partial download came from, or ""."""
    return Kept.load(notes_of(part)).url


def forget(part: Path) -> None:
    """Delete a partial download and the file beside it."""
    part.unlink(missing_ok=True)
    notes_of(part).unlink(missing_ok=True)


def clear_old_parts(folder: Path) -> None:
    """Delete the parts in `folder` that were not resumed for weeks, and what killed programs left there."""
    limit = time.time() - _KEPT_S
    for path in [*folder.glob("*.part"), *folder.glob("*.part.json")]:
        part = path.with_suffix("") if path.suffix == ".json" else path
        with suppress(OSError):  # it is gone already
            if (part if part.exists() else path).stat().st_mtime < limit:
                forget(part)
