"""What else there is to know of an installed package: its licence, and how much room it takes."""

import re
from pathlib import Path

from reader.files import open_regular
from reader.packages.record import folder_size, read_record

# The README of a package says it, in whatever words its maker chose; the first match counts.
_LICENCES = (
    (re.compile(r"cc[- ]by[- ]sa[- ]4\.0|Attribution-ShareAlike 4\.0", re.IGNORECASE), "CC BY-SA 4.0"),
    (
        re.compile(r"cc[- ]by[- ]4\.0|/licenses/by/4\.0|Attribution 4\.0", re.IGNORECASE),
        "CC BY 4.0",
    ),
    (re.compile(r"\bCC0\b", re.IGNORECASE), "CC0"),
    (re.compile(r"\bApache[- ](?:License[, ]*)?(?:Version )?2\.0", re.IGNORECASE), "Apache 2.0"),
    (re.compile(r"\bMIT\b"), "MIT"),
)
_STATED = re.compile(r"^.*licen[cs]e.*$", re.IGNORECASE | re.MULTILINE)
_README_LIMIT = 100_000


def licence_of(folder: Path) -> str:
    """The licence of a package as its README names it, else ""."""
    try:
        with open_regular(folder / "README.md") as file:
            text = file.read(_README_LIMIT).decode("utf-8", "replace")
    except OSError:
        return ""
    # A README names licences of its sources too: lines that speak of the licence come first.
    for part in (*reversed(_STATED.findall(text)), text):
        for pattern, name in _LICENCES:
            if pattern.search(part):
                return name
    return ""


def size_of(folder: Path) -> int:
    """Bytes that a package takes on the disk; 0 if that cannot be told."""
    try:
        return folder_size(folder)
    except OSError:
        return 0


def sha256_in(folder: Path) -> str:
    """The SHA-256 of the file that a package came in, where this program installed it, else ""."""
    record = read_record(folder)
    return record.sha256 if record else ""
