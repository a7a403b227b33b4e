"""Installing a package file, as a whole or not at all: unpacked aside, tried, then moved into place in one step."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from reader import late_re as re
from reader.errors import OutputError, PackageError, reason
from reader.file_locking import locked
from reader.late_dataclasses import dataclass
from reader.packages.archive import Contents, delete, inspect_archive, unpack
from reader.packages.checksums import Checksums, Trust, sha256_of
from reader.packages.installed import STAGING, find_in, read_package, read_whole_package
from reader.packages.outcomes import REASONS, Outcome, Outcomes, Trial
from reader.packages.package import LanguagePackage, version_key
from reader.packages.record import write_record
from reader.paths import make_private_folder

_MARGIN = 50_000_000  # bytes of the disk to leave free
_LOOK_S = 0.1


class Stage(StrEnum):
    """A stage of an installation."""

    WAITING = "waiting"  # for another program that is installing
    CHECKING = "checking"
    UNPACKING = "unpacking"
    TRYING = "trying"


@dataclass(frozen=True, slots=True)
class Step:
    """How far an installation is: `done` of `total` bytes where that is known, else both 0."""

    stage: Stage
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Installed:
    """The last thing an installation yields.

    Attributes:
        package: the installed package.
        sha256: of its file.
        trust: how much was known of that.
        replaced: the packages that it replaced.
    """

    package: LanguagePackage
    sha256: str
    trust: Trust
    replaced: tuple[LanguagePackage, ...] = ()


@dataclass(frozen=True, slots=True)
class Examined:
    """A package file that may be installed, as far as can be told without unpacking it."""

    contents: Contents
    sha256: str
    trust: Trust


def free_space(folder: Path) -> int:
    """Free bytes on the disk of `folder` or, if it does not exist, of the nearest folder above that does."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free


class Installer:
    """Installs into, and removes from, one folder of packages."""

    def __init__(
        self,
        folder: Path,
        checksums: Checksums,
        outcomes: Outcomes,
        trial: Trial,
        free: Callable[[Path], int] = free_space,
    ) -> None:
        """Install into `folder`, where Argos Translate keeps the user's packages.

        Args:
            folder: created if necessary.
            checksums: where the SHA-256 of packages are saved.
            outcomes: where the outcomes of trials are saved.
            trial: tries a package.
            free: returns the free bytes on the disk of a folder.
        """
        self.folder, self._checksums, self._free = folder, checksums, free
        self._outcomes, self._trial = outcomes, trial

    def examine(
        self,
        file: Path,
        cancelled: Callable[[], bool],
        *,
        name: str = "",
        direction: tuple[str, str] | None = None,
        changed: bool = False,
    ) -> Examined:
        """Check a package file and compare its SHA-256.

        Args:
            file: the package file.
            cancelled: asked often; once it returns True the result is meaningless.
            name: its name, if the file itself has another.
            direction: the languages it has to be for.
            changed: whether it may differ from what was installed earlier under its name and version.

        Raises:
            PackageError: it must not be installed.
        """
        contents = inspect_archive(file, name)
        if direction is not None and direction != (contents.source, contents.target):
            raise PackageError(
                "The package is for other languages ({source} to {target}). It was not installed.",
                source=contents.source,
                target=contents.target,
            )
        sha256 = sha256_of(file, cancelled)
        if cancelled():
            return Examined(contents, sha256, Trust.FIRST)
        trust = self._checksums.check(contents.name, contents.version, sha256, accept_changed=changed)
        return Examined(contents, sha256, trust)

    def install(
        self, examined: Examined, cancelled: Callable[[], bool], *, replace_older: bool = False
    ) -> Iterator[Step | Installed]:
        """Unpack, try and move into place. If anything goes wrong, or if cancelled, everything stays as it was.

        Once the new package is in place it replaces one of the same languages and version, and older ones too if
        `replace_older`. Waits while another program is installing.

        Raises:
            PackageError: the package does not work.
            OutputError: there is no room, or the folder cannot be written to.
        """
        try:
            make_private_folder(self.folder)
            lock = self._aside().with_suffix(".lock")
            while not cancelled():
                with locked(lock) as mine:
                    if mine:
                        yield from self._install_locked(examined, cancelled, replace_older)
                        return
                yield Step(Stage.WAITING)
                time.sleep(_LOOK_S)
        except OSError as error:
            raise self._unwritable(error) from error

    def _install_locked(
        self, examined: Examined, cancelled: Callable[[], bool], replace_older: bool
    ) -> Iterator[Step | Installed]:
        contents = examined.contents
        with self._staging() as staging:
            self.check_room(contents.size)  # after what an earlier one left has been deleted
            new = staging / "new"
            for done in unpack(contents, new, cancelled):
                yield Step(Stage.UNPACKING, done, contents.size)
            if cancelled():
                return
            yield Step(Stage.TRYING)
            self._try(new, contents, cancelled)
            write_record(new, examined.sha256)
            if cancelled():
                return
            old, useless = self._replaced_by(contents, replace_older)
            target = self._move(new, contents)
            self._move_aside_or_undo([each.path for each in old], staging, target, new)
            for folder in useless:
                with suppress(OSError):
                    self._move_aside(folder, staging)
            with suppress(OutputError, OSError):  # the package's own record has it too
                today = datetime.now(UTC).date()
                self._checksums.record(contents.name, contents.version, examined.sha256, today)
            package = read_package(target)
            self._outcomes.record(package, Outcome.PASSED)  # no second trial at the first opening
        yield Installed(package, examined.sha256, examined.trust, old)

    def _try(self, folder: Path, contents: Contents, cancelled: Callable[[], bool]) -> None:
        try:
            package = read_whole_package(folder)
            if not self._outcomes.has_been_shipped(package, cancelled):
                # The attention measured on the way is of no further use: it is saved by the path of the package.
                _raise_unless_passed(self._trial(folder, folder.parent / "attention", cancelled))
        except PackageError as error:
            raise PackageError(
                "The package {name} {version} does not work, so it was not installed: {reason}",
                name=contents.name,
                version=contents.version,
                reason=error.message,
            ) from error

    def _replaced_by(self, contents: Contents, older: bool) -> tuple[tuple[LanguagePackage, ...], tuple[Path, ...]]:
        """Packages that the new one replaces, and folders of broken ones with its name."""
        usable, broken = find_in(self.folder)
        version = version_key(contents.version)
        old = tuple(
            package
            for package in usable
            if package.name == contents.name
            and (package.version == contents.version or (older and version_key(package.version) < version))
        )
        name = re.compile(re.escape(_folder_name(contents)) + r"(-\d)?")
        return old, tuple(each.path for each in broken if name.fullmatch(each.path.name))

    def _move(self, new: Path, contents: Contents) -> Path:
        """Move it into a folder of its own, whose name means nothing to Argos; an existing one is not touched."""
        name, number = _folder_name(contents), 1
        while True:
            target = self.folder / (name if number == 1 else f"{name}-{number}")
            try:
                if not target.exists():
                    new.rename(target)
                    return target
            except OSError:
                if not target.exists():
                    raise
            number += 1

    def remove(self, folder: Path) -> None:
        """Remove the package, or whatever else is in `folder`, from the folder of packages.

        Raises:
            PackageError: it is not in there, or another program is installing.
            OutputError: it cannot be removed.
        """
        if not self._is_inside(folder):
            raise PackageError("“{path}” is not one of your own packages and was not removed.", path=folder)
        try:
            with locked(self._aside().with_suffix(".lock")) as mine:
                if not mine:
                    raise PackageError("Another program is installing a package. Try again when it is finished.")
                with self._staging() as staging:
                    self._move_aside(folder, staging)
        except OSError as error:
            raise OutputError("“{path}” cannot be removed: {reason}.", path=folder, reason=reason(error)) from error

    def _is_inside(self, folder: Path) -> bool:
        """Whether it is directly inside the folder of packages, however its path is written."""
        named = folder.name not in ("", "..") and (folder.is_dir() or not folder.exists())
        return named and os.path.realpath(folder.parent) == os.path.realpath(self.folder)

    def _move_aside(self, folder: Path, staging: Path) -> Path:
        """Move a package aside in one step, so that nobody finds half of one; returns where it is now."""
        return folder.rename(staging / f"old-{folder.name}")

    def _move_aside_or_undo(self, folders: list[Path], staging: Path, target: Path, new: Path) -> None:
        """Move old packages aside; if one cannot be, on Windows because it is open, undo that and the installation."""
        away: list[tuple[Path, Path]] = []
        try:
            for folder in folders:
                away.append((self._move_aside(folder, staging), folder))
        except OSError:
            for place, folder in away:
                place.rename(folder)
            target.rename(new)
            raise

    def check_room(self, needed: int) -> None:
        """Make sure that the disk of the packages has room for `needed` bytes.

        Raises:
            OutputError: it has not.
        """
        check_room(self.folder, needed, self._free)

    def _aside(self) -> Path:
        """The staging folder: on the same disk and, if possible, where Argos Translate does not look and fail on it."""
        folder = self.folder.resolve()
        beside = folder.parent
        same_disk = beside.stat().st_dev == folder.stat().st_dev and os.access(beside, os.W_OK)
        return (beside if same_disk else folder) / f"{STAGING}install"

    @contextmanager
    def _staging(self) -> Iterator[Path]:
        staging = self._aside()
        delete(staging)  # left behind by a program that was killed
        staging.mkdir()
        try:
            yield staging
        finally:
            delete(staging)
            with suppress(OSError):
                staging.rmdir()

    def _unwritable(self, error: OSError) -> OutputError:
        return OutputError("The package cannot be saved in “{path}”: {reason}.", path=self.folder, reason=reason(error))


def _raise_unless_passed(outcome: Outcome) -> None:
    if outcome in REASONS:
        raise PackageError(REASONS[outcome])


def _folder_name(contents: Contents) -> str:
    return f"{contents.name}-{contents.version.replace('.', '_')}"


def check_room(folder: Path, needed: int, free: Callable[[Path], int]) -> None:
    """Make sure that the disk of `folder` has room for `needed` bytes and a margin.

    Raises:
        OutputError: it has not.
    """
    there = free(folder)
    if there < needed + _MARGIN:
        raise OutputError(
            "There is not enough space for the package. It needs {needed} MB, but the disk with “{path}” has "
            "{free} MB free.",
            needed=(needed + _MARGIN) // 1_000_000 + 1,
            free=there // 1_000_000,
            path=folder,
        )
