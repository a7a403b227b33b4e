"""Packing a folder so that the same files give the same archive: sorted, without owners, with one date."""

import lzma
import os
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

# Machine code is packed a twentieth smaller behind the filter, everything else as well as without it.
_FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 26}]
_FIRST_OF_ZIP = 315_532_800  # 1980, before which there are no dates in a zip file


def pack_tar(folder: Path, target: Path, moment: int) -> None:
    """Write `folder` to the file `target` (.tar.xz); all dates are `moment`, in seconds."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        lzma.open(target, "wb", format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, filters=_FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in _all_in(folder):
            tar.add(path, path.relative_to(folder.parent).as_posix(), recursive=False, filter=plain)


def pack_zip(folder: Path, target: Path, moment: int) -> None:
    """Write `folder` to the file `target` (.zip); all dates are `moment`, in seconds."""
    date = time.gmtime(max(moment, _FIRST_OF_ZIP))[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in filter(Path.is_file, _all_in(folder)):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), date)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, path.read_bytes())


def _all_in(folder: Path) -> Iterator[Path]:
    """The folder, and all files and folders in it; links are not followed."""
    yield folder
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _all_in(Path(entry.path))
        else:
            yield Path(entry.path)
