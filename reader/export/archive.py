"""Reproducible zip files: the same contents give the same bytes at any time, on any system."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# The earliest date in a zip file.
_DAY = (1980, 1, 1, 0, 0, 0)


def archive(files: Iterable[tuple[str, bytes | str]], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip file of `files` (name, content; text becomes UTF-8) in order; those in `stored` are not compressed."""
    data = BytesIO()
    with ZipFile(data, "w") as file:
        for name, content in files:
            entry = ZipInfo(name, _DAY)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            entry.create_system = 3  # the same on Windows
            entry.external_attr = 0o644 << 16
            file.writestr(entry, content)
    return data.getvalue()
