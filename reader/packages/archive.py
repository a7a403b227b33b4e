"""A package file (`.argosmodel`, a zip archive) from anywhere: looked through before anything is unpacked.

Nothing in it is trusted. What is refused: names that lead out of the folder or mean something else on another
system, links and devices, names given twice, encryption, kinds of files that no package has, archives that
unpack to far more than they are, and metadata that is no package's.
"""

import json
import os
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from reader.errors import DamagedError, PackageError, reason

# The official packages have some 20 members and unpack to less than 400 MB.
_MOST_MEMBERS = 2_000
_LARGEST = 4_000_000_000
# Models hardly shrink and vocabularies to a fifth; a bomb to a thousandth.
_MOST_RATIO = 100
_RATIO_COUNTS_FROM = 10_000_000
_METADATA_LIMIT = 1_000_000
_BLOCK = 1 << 20

# What zipfile raises on archives that are damaged, or made to be.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_FOLDERS = {"model", "stanza", "spacy", "minisbd"}
_NAMED = {"license", "licence", "copying", "notice", "readme", "authors", "sources"}
_SUFFIXES = {".json", ".md", ".txt", ".model", ".vocab", ".toml", ".yml", ".yaml", ".cff"}
_SUFFIXES_WITHIN = _SUFFIXES | {".bin", ".pt", ".onnx", ".cfg", ".npz", ".key", ".vmap", ""}
# Left behind by the archivers of macOS and Windows; not unpacked.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,30}")
_FILE_NAME = re.compile(r"(?:translate-)?([a-z]{2,3})_([a-z]{2,3})(?:-(\d+(?:_\d+)*))?(?: ?\(\d+\))?\.argosmodel", re.I)


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a package file, looked through.

    Attributes:
        file: the archive.
        file_name: what it is called.
        source, target, version: as its metadata say.
        members: member to the place of its file inside the package's folder.
        size: bytes, unpacked.
    """

    file: Path
    file_name: str
    source: str
    target: str
    version: str
    members: tuple[tuple[zipfile.ZipInfo, PurePosixPath], ...]
    size: int

    @property
    def name(self) -> str:
        """Argos' own name for it, such as "translate-nb_en"."""
        return f"translate-{self.source}_{self.target}"


def look_through(file: Path, name: str = "") -> Contents:
    """Read the directory and the metadata of a package file; `name` is what it is called if not as the file is.

    Raises:
        PackageError: it cannot be read, or is nothing that should be unpacked.
    """
    name = name or file.name
    try:
        with zipfile.ZipFile(file) as archive:
            members = _members(archive, file.stat().st_size)
            metadata = _metadata(archive, members, name)
    except _DAMAGE as error:
        raise DamagedError("“{file}” is damaged, or no language package; get it again.", file=name) from error
    except OSError as error:
        raise PackageError("“{file}” cannot be read: {reason}.", file=name, reason=reason(error)) from error
    source, target, version = _named_in(metadata)
    _check_file_name(name, source, target, version)
    return Contents(file, name, source, target, version, members, sum(member.file_size for member, _ in members))


def unpack(contents: Contents, folder: Path, cancelled: Callable[[], bool]) -> Iterator[int]:
    """Put the files of a package into `folder`, which is made; yields the bytes so far. Ends early if cancelled.

    Raises:
        PackageError: the archive is damaged.
        OSError: a file cannot be written.
    """
    done = 0
    try:
        with zipfile.ZipFile(contents.file) as archive:
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
            "“{file}” is damaged, or no language package; get it again.", file=contents.file_name
        ) from error


def _copy(packed: IO[bytes], target: IO[bytes]) -> Iterator[int]:
    # zipfile stops at the size that the directory gives and then compares the checksum, so that no more comes
    # than was looked at.
    while block := packed.read(_BLOCK):
        target.write(block)
        yield len(block)


def _members(archive: zipfile.ZipFile, size: int) -> tuple[tuple[zipfile.ZipInfo, PurePosixPath], ...]:
    every = archive.infolist()
    if len(every) > _MOST_MEMBERS:
        raise PackageError("The package has far more files in it than a language package has.")
    _check_size(every, size)
    found = [(member, _place(member)) for member in every if not member.is_dir()]
    kept = [(member, path) for member, path in found if not _is_litter(path)]
    inside = tuple((member, path) for member, path in _without_top(kept))
    _check_twice(path for _, path in inside)
    for _, path in inside:
        _check_kind(path)
    return inside


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_RATIO_COUNTS_FROM, _MOST_RATIO * member.compress_size)


def _check_size(members: Sequence[zipfile.ZipInfo], size: int) -> None:
    too_large = sum(member.file_size for member in members) > _LARGEST
    # Members that overlap one another claim more than there is.
    overlapping = sum(member.compress_size for member in members) > size
    if too_large or overlapping or any(map(_is_bomb, members)):
        raise PackageError("The package would unpack to far more than a language package has; it was not unpacked.")


def _place(member: zipfile.ZipInfo) -> PurePosixPath:
    name = member.orig_filename
    parts = name.split("/")
    bad = (
        any(part in ("", ".", "..") or part.endswith((".", " ")) or _DEVICE.fullmatch(part) for part in parts)
        or any(character in '\\:*?"<>|' or not character.isprintable() for character in name)
        or len(name) > 200
    )
    kind = stat.S_IFMT(member.external_attr >> 16)
    if bad or kind not in (0, stat.S_IFREG) or member.flag_bits & 1 or member.compress_type not in _PACKINGS:
        raise _surprise(name)
    return PurePosixPath(name)


def _is_litter(path: PurePosixPath) -> bool:
    return path.parts[0] == "__MACOSX" or path.name in _LITTER or path.name.startswith("._")


def _without_top(
    members: list[tuple[zipfile.ZipInfo, PurePosixPath]],
) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """Argos packs a folder with the package's name; a package packed without one is as good."""
    tops = {path.parts[0] for _, path in members}
    within = all(len(path.parts) > 1 for _, path in members)
    for member, path in members:
        yield member, (PurePosixPath(*path.parts[1:]) if len(tops) == 1 and within else path)


def _check_twice(paths: Iterable[PurePosixPath]) -> None:
    seen: set[str] = set()
    for path in paths:
        # Alike on a system that does not tell capitals apart; and a file may not be a folder too.
        key = str(path).casefold()
        if key in seen or any(str(parent).casefold() in seen for parent in path.parents):
            raise _surprise(str(path))
        seen.add(key)


def _check_kind(path: PurePosixPath) -> None:
    suffix = path.suffix.lower()
    if len(path.parts) == 1:
        usual = suffix in _SUFFIXES or path.stem.lower() in _NAMED
    else:
        usual = path.parts[0] in _FOLDERS and suffix in _SUFFIXES_WITHIN
    if not usual:
        raise _surprise(str(path))


def _surprise(name: str) -> PackageError:
    shown = "".join(character if character.isprintable() else "?" for character in name)[:80]
    return PackageError("The package has something in it that no language package has (“{name}”).", name=shown)


def _metadata(archive: zipfile.ZipFile, members: Iterable[tuple[zipfile.ZipInfo, PurePosixPath]], name: str) -> object:
    found = [member for member, path in members if str(path) == "metadata.json"]
    if not found:
        raise PackageError("“{file}” is no language package: it has no metadata.json.", file=name)
    if found[0].file_size > _METADATA_LIMIT:
        raise _surprise("metadata.json")
    try:
        return json.loads(archive.read(found[0]))
    except (ValueError, RecursionError) as error:
        raise PackageError("The package's metadata.json cannot be read.") from error


def _named_in(metadata: object) -> tuple[str, str, str]:
    if not isinstance(metadata, dict) or metadata.get("type", "translate") != "translate":
        raise PackageError("The package is none for translating.")
    source, target, version = (metadata.get(key) for key in ("from_code", "to_code", "package_version"))
    named = all(isinstance(code, str) and _CODE.fullmatch(code) for code in (source, target))
    if not named or source == target or not (isinstance(version, str) and _VERSION.fullmatch(version)):
        raise PackageError("The package's metadata.json does not name its languages and version.")
    return str(source), str(target), version


def _check_file_name(name: str, source: str, target: str, version: str) -> None:
    """The name of a file is what its user goes by."""
    said = _FILE_NAME.fullmatch(name)
    if said and ((said[1].lower(), said[2].lower()) != (source.lower(), target.lower())):
        raise _for_others(name, source, target, version)
    if said and said[3] and said[3].replace("_", ".") != version:
        raise _for_others(name, source, target, version)


def _for_others(name: str, source: str, target: str, version: str) -> PackageError:
    return PackageError(
        "“{file}” is not what its name says: inside is the package {source} to {target}, version {version}.",
        file=name,
        source=source,
        target=target,
        version=version,
    )


def delete(folder: Path) -> None:
    """Delete a folder and what is in it, as far as that is possible."""
    shutil.rmtree(folder, ignore_errors=True)
