"""The files in a package file: which of them belong to a package, and which are a reason to refuse all of it.

Harmless files that no package has (a picture, notes, what archivers leave) stay in the archive. What could only be
there to do harm is a reason to refuse it: names that lead out of the folder or mean something else on another system,
links and devices, duplicate names, encryption, programs, and archives that unpack to far more than their size.
"""

import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from reader import late_re as re
from reader.errors import PackageError
from reader.packages.metadata import METADATA

Member = tuple[zipfile.ZipInfo, PurePosixPath]

# The official packages have some 20 members and unpack to less than 400 MB.
MOST_MEMBERS = 2_000
_LARGEST = 4_000_000_000
# Models hardly compress, vocabularies do to a fifth; a bomb to a thousandth.
_MOST_RATIO = 100
_RATIO_COUNTS_FROM = 10_000_000

_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_FOLDERS = {"model", "stanza", "spacy", "minisbd"}
_NAMED = {"license", "licence", "copying", "notice", "readme", "authors", "sources"}
_SUFFIXES = {".json", ".md", ".txt", ".model", ".vocab", ".toml", ".yml", ".yaml", ".cff"}
_SUFFIXES_WITHIN = _SUFFIXES | {".bin", ".pt", ".onnx", ".cfg", ".npz", ".key", ".vmap", ""}
# What a system, or Python while it reads a package, might run; a package is data.
_PROGRAM = re.compile(
    r"\.(app|apk|appimage|bat|cmd|com|command|cpl|deb|desktop|dll|dmg|dylib|exe|hta|jar|js|lnk|msi|pkg|"
    r"ps1|pth|py|pyc|pyd|pyw|reg|rpm|scr|sh|so|url|vbs|wsf)"
)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def members_of(archive: zipfile.ZipFile, size: int) -> tuple[Member, ...]:
    """The members of an archive of `size` bytes that belong to a package, with their paths in its folder.

    Raises:
        PackageError: the archive must not be unpacked.
    """
    every = archive.infolist()
    check_count(len(every))
    _check_size(every, size)
    # Folders are created where they are needed, not where the archive says.
    found = [(member, _place(member)) for member in every if not member.is_dir()]
    _check_twice(path for _, path in found)
    return tuple((member, path) for member, path in _without_top(found) if _is_usual(path))


def check_count(members: int) -> None:
    """Make sure that an archive has no more files than a package may have.

    Raises:
        PackageError: it has.
    """
    if members > MOST_MEMBERS:
        raise PackageError("The package contains far more files than a language package should.")


def unexpected_member(name: str) -> PackageError:
    """The error for something called `name` that should not be in a package."""
    shown = "".join(character if character.isprintable() else "?" for character in name)[:80]
    return PackageError(
        "The package contains something that does not belong in a language package (“{name}”).", name=shown
    )


def _is_bomb(size: int, packed: int) -> bool:
    return size > max(_RATIO_COUNTS_FROM, _MOST_RATIO * packed)


def _check_size(members: Sequence[zipfile.ZipInfo], size: int) -> None:
    unpacked, packed = (sum(each) for each in ([m.file_size for m in members], [m.compress_size for m in members]))
    # Members that overlap claim more than there is.
    bomb = _is_bomb(unpacked, size) or any(_is_bomb(member.file_size, member.compress_size) for member in members)
    if unpacked > _LARGEST or packed > size or bomb:
        raise PackageError(
            "The unpacked package would be far larger than a language package should be. It was not unpacked."
        )


def _place(member: zipfile.ZipInfo) -> PurePosixPath:
    name = member.orig_filename
    path = PurePosixPath(name)
    kind = stat.S_IFMT(member.external_attr >> 16)
    odd = kind not in (0, stat.S_IFREG) or member.flag_bits & 1 or member.compress_type not in _PACKINGS
    if odd or _leads_elsewhere(name) or _PROGRAM.fullmatch(path.suffix.lower()):
        raise unexpected_member(name)
    return path


def _leads_elsewhere(name: str) -> bool:
    parts = name.split("/")
    return (
        any(part in ("", ".", "..") or part.endswith((".", " ")) or _DEVICE.fullmatch(part) for part in parts)
        or any(character in '\\:*?"<>|' or not character.isprintable() for character in name)
        or len(name) > 200
    )


def _without_top(members: Sequence[Member]) -> Iterator[Member]:
    """The members with paths inside the package's folder, which Argos packs too; an archive without it is as good."""
    found = [path.parent for _, path in members if path.name == METADATA and len(path.parts) <= 2]
    top = min(found, key=lambda parent: len(parent.parts), default=PurePosixPath())
    if len(found) > 1 and top.parts:
        raise unexpected_member(str(found[1] / METADATA))  # two packages in one file
    for member, path in members:
        if path.is_relative_to(top):
            yield member, path.relative_to(top)


def _check_twice(paths: Iterable[PurePosixPath]) -> None:
    files: set[str] = set()
    folders: set[str] = set()
    for path in paths:
        # The same on a system that ignores case, or how an accent is encoded.
        key = _key(path)
        above = {_key(parent) for parent in path.parents}
        if key in files or key in folders or above & files:
            raise unexpected_member(str(path))
        files.add(key)
        folders |= above


def _key(path: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(path)).casefold())


def _is_usual(path: PurePosixPath) -> bool:
    suffix = path.suffix.lower()
    if any(part.startswith(".") for part in path.parts):  # left by archivers and version control
        return False
    if len(path.parts) == 1:
        return suffix in _SUFFIXES or path.stem.lower() in _NAMED
    return path.parts[0] in _FOLDERS and suffix in _SUFFIXES_WITHIN
