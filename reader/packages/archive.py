"""A package file (`.argosmodel`, a zip archive) from anywhere: checked before anything is unpacked.

Nothing in it is trusted: neither the names and sizes of its members nor its metadata.
"""

import io
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from reader import late_re as re
from reader.errors import DamagedError, PackageError, reason
from reader.files import open_regular
from reader.json_files import decode_json
from reader.late_dataclasses import dataclass
from reader.packages.members import MOST_MEMBERS, Member, check_count, members_of, unexpected_member
from reader.packages.metadata import METADATA, METADATA_LIMIT
from reader.packages.package import name_of

_BLOCK = 1 << 20
# Bytes of an archive's directory: a member's entry has 46, its name (200 at most) and a few more.
_DIRECTORY_LIMIT = MOST_MEMBERS * 1_000

# What zipfile raises on archives that are damaged, by accident or on purpose.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)

_CODE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,30}")
# How the name of a package file begins, whatever a file manager or a browser has appended.
_NAMED = r"([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)"
_BY_ARGOS = re.compile(rf"translate-{_NAMED}_{_NAMED}(?:-(\d+(?:_\d+)+)(?!\w))?(?=[-. (_\d]|$)", re.I)
# Without Argos' prefix nothing may follow, or "the_big_one" would be taken for two languages.
_SHORT = re.compile(r"([A-Za-z]{2,3})_([A-Za-z]{2,3})(?:-(\d+(?:_\d+)*))?(?: ?\(\d+\))?\.argosmodel", re.I)


@dataclass(frozen=True, slots=True)
class Contents:
    """The checked contents of a package file.

    Attributes:
        file: the archive.
        file_name: the name of the package file; that of `file` may differ.
        source, target, version: as in its metadata.
        members: each with the path of its file inside the package's folder.
        size: bytes, unpacked.
    """

    file: Path
    file_name: str
    source: str
    target: str
    version: str
    members: tuple[Member, ...]
    size: int

    @property
    def name(self) -> str:
        """Argos' own name for it, such as "translate-nb_en"."""
        return name_of(self.source, self.target)


def inspect_archive(file: Path, name: str = "") -> Contents:
    """Read the directory and the metadata of a package file; `name` is its name if the file itself has another.

    Raises:
        PackageError: it cannot be read, or must not be unpacked.
    """
    name = name or file.name
    try:
        with _open(file) as opened, zipfile.ZipFile(opened) as archive:
            members = members_of(archive, file.stat().st_size)
            metadata = _metadata(archive, members, name)
    except _DAMAGE as error:
        raise DamagedError("“{file}” is damaged or is not a language package. Download it again.", file=name) from error
    except OSError as error:
        raise PackageError("“{file}” cannot be read: {reason}.", file=name, reason=reason(error)) from error
    source, target, version = _named_in(metadata)
    _check_file_name(name, source, target, version)
    return Contents(file, name, source, target, version, members, sum(member.file_size for member, _ in members))


def unpack(contents: Contents, folder: Path, cancelled: Callable[[], bool]) -> Iterator[int]:
    """Unpack the files of a package into `folder`, which is created; yields the bytes so far. Ends early if cancelled.

    Raises:
        PackageError: the archive is damaged.
        OSError: a file cannot be written.
    """
    done = 0
    try:
        with _open(contents.file) as opened, zipfile.ZipFile(opened) as archive:
            for member, place in contents.members:
                path = folder.joinpath(*place.parts)
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as packed, open(path, "xb") as target:
                    for size in _copy(packed, target):
                        done += size
                        yield done
                        if cancelled():
                            return
                    target.flush()
                    os.fsync(target.fileno())
    except _DAMAGE as error:
        raise DamagedError(
            "“{file}” is damaged or is not a language package. Download it again.", file=contents.file_name
        ) from error


class _Bounded(io.BufferedReader):
    """A file that refuses to be read in larger blocks than zipfile needs for a package.

    zipfile reads the whole directory, and makes an object of every entry, before they can be counted.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = os.fstat(self.fileno()).st_size - self.tell() if size is None or size < 0 else size
        if wanted > _DIRECTORY_LIMIT:
            check_count(MOST_MEMBERS + 1)
        return super().read(size)


def _open(file: Path) -> _Bounded:
    return _Bounded(open_regular(file).detach())


def _copy(packed: IO[bytes], target: IO[bytes]) -> Iterator[int]:
    # zipfile stops at the size that the directory states and then compares the checksum, so that no more comes
    # than was checked.
    while block := packed.read(_BLOCK):
        target.write(block)
        yield len(block)


def _metadata(archive: zipfile.ZipFile, members: Iterable[Member], name: str) -> object:
    found = [member for member, path in members if str(path) == METADATA]
    if not found:
        raise PackageError("“{file}” is not a language package: it has no metadata.json.", file=name)
    if found[0].file_size > METADATA_LIMIT:
        raise unexpected_member(METADATA)
    data = archive.read(found[0])
    try:
        return decode_json(data)
    except ValueError as error:
        raise PackageError("The package's metadata.json cannot be read.") from error


def _named_in(metadata: object) -> tuple[str, str, str]:
    if not isinstance(metadata, dict) or metadata.get("type", "translate") != "translate":
        raise PackageError("This is not a translation package.")
    source, target, version = (metadata.get(key) for key in ("from_code", "to_code", "package_version"))
    named = all(isinstance(code, str) and _CODE.fullmatch(code) for code in (source, target))
    if not named or source == target or not (isinstance(version, str) and _VERSION.fullmatch(version)):
        raise PackageError("The package's metadata.json does not name its languages and version.")
    return str(source), str(target), version


def _check_file_name(name: str, source: str, target: str, version: str) -> None:
    """Raise PackageError if the file name, which is what the user goes by, says something else."""
    said = _BY_ARGOS.match(name) or _SHORT.fullmatch(name)
    if said and ((said[1].lower(), said[2].lower()) != (source.lower(), target.lower())):
        raise _for_others(name, source, target, version)
    if said and said[3] and said[3].replace("_", ".") != version:
        raise _for_others(name, source, target, version)


def _for_others(name: str, source: str, target: str, version: str) -> PackageError:
    return PackageError(
        "“{file}” is not what its name says. It contains the package {source} to {target}, version {version}.",
        file=name,
        source=source,
        target=target,
        version=version,
    )


def delete(folder: Path) -> None:
    """Delete a folder and what is in it, as far as that is possible."""
    shutil.rmtree(folder, ignore_errors=True)
