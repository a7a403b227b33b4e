"""Documents under a password for tests, and reading them without a process for each, which takes most of the time."""

from pathlib import Path

import pytest

from reader.formats import isolated
from reader.formats.families import parse_family
from tests.source_tree import ROOT

PASSWORD = "blåbær"
TEXTS = ["Hytta er låst.", "Nøkkelen ligger under steinen."]
FOLDER = ROOT / "tests" / "data" / "locked"
# One file of each way of protecting them.
FILES = tuple(FOLDER / name for name in ("agile.docx", "cbc.odt", "gcm.odt"))
WORD = FILES[0]


def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have documents read in this process."""
    monkeypatch.setattr(
        isolated,
        "parse_isolated",
        lambda family, data, name, _cancelled, password, *_: parse_family(family, data, name, password),
    )


def copy_of(file: Path, folder: Path, name: str = "") -> Path:
    """A copy in a folder."""
    path = folder / (name or file.name)
    path.write_bytes(file.read_bytes())
    return path
