"""Details of an installed package: its size on the disk, and the checksum of the file it came in."""

from pathlib import Path

from reader.packages.record import folder_size, read_record


def size_of(folder: Path) -> int:
    """Bytes that a package takes on the disk; 0 if unknown."""
    try:
        return folder_size(folder)
    except OSError:
        return 0


def sha256_in(folder: Path) -> str:
    """The SHA-256 of the file that a package came in, where this program installed it, else ""."""
    record = read_record(folder)
    return record.sha256 if record else ""
