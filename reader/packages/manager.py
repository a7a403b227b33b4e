"""The package manager, used by the window and by the command line."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reader.errors import ChecksumError, DownloadError, OutputError, PackageError, reason
from reader.file_locking import locked
from reader.late_dataclasses import dataclass
from reader.packages.addresses import OFFICIAL, Addresses
from reader.packages.argos import user_folder
from reader.packages.checksums import Checksums
from reader.packages.choice import choice_file, load_choices, save_choices
from reader.packages.download import Progress, Received, download, fetch
from reader.packages.index import INDEX_LIMIT, Index, Offer, keep_index, load_index, parse_index
from reader.packages.install import Installed, Installer, Stage, Step, check_room, free_space
from reader.packages.installed import find_packages
from reader.packages.outcomes import Outcome, Trial, own_outcomes
from reader.packages.package import LanguagePackage, Packages, version_key
from reader.packages.part import clear_old_parts, forget, served_by
from reader.packages.record import changed_files, read_record
from reader.packages.request import Patience
from reader.paths import PACKAGES_FOLDER, data_folder

# No package may be larger; the largest today has some 300 MB.
_LIMIT = 2_000_000_000
# Room for an unpacked package, relative to its file: it is a quarter larger, and the file still exists beside it.
_UNPACKED = 1.5

Event = Progress | Step | Installed
T = TypeVar("T")


def busy_error() -> PackageError:
    """The error for installing a package while another one is being installed."""
    return PackageError("Another package is being installed. Try again when it is finished.")


class Health(StrEnum):
    """What `verify` finds about a package."""

    GOOD = "good"  # it translates, and all its files are as they were when it was installed
    WORKS = "works"  # it translates; what its files should be is not known
    CHANGED = "changed"  # it translates, but files of it have changed
    BROKEN = "broken"  # it does not translate


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of `verify`; `changed` names files that are not as they were when the package was installed."""

    package: LanguagePackage
    health: Health
    changed: tuple[str, ...] = ()


class PackageManager:
    """Lists, installs, removes, chooses and verifies packages."""

    def __init__(
        self,
        trial: Trial,
        *,
        addresses: Addresses = OFFICIAL,
        patience: Patience = Patience(),  # noqa: B008
        free: Callable[[Path], int] = free_space,
        limit: int = _LIMIT,
    ) -> None:
        """Nothing is read, created or requested until needed.

        Args:
            trial: tries a package before it is installed, and when it is verified.
            addresses: the servers.
            patience: how long to wait for them.
            free: returns the free bytes on the disk of a folder.
            limit: bytes that a package file may have.
        """
        self._trial = trial
        self._addresses, self._patience, self._free, self._limit = addresses, patience, free, limit

    @property
    def _own(self) -> Path:
        return data_folder() / PACKAGES_FOLDER

    @property
    def _downloads(self) -> Path:
        return self._own / "downloads"

    @property
    def _index_file(self) -> Path:
        return self._own / "index.json"

    def checksums(self) -> Checksums:
        """The known SHA-256 values."""
        return Checksums(self._own / "checksums.json")

    def installed(self) -> Packages:
        """The installed packages.

        Raises:
            PackageError: Argos Translate cannot be loaded.
        """
        return find_packages()

    def working(self) -> Packages:
        """The same, with packages that are not used because they failed their trial among the broken ones.

        Raises:
            PackageError: Argos Translate cannot be loaded.
        """
        return own_outcomes().left_out(self.installed())

    def index(self) -> Index:
        """What can be downloaded, as far as is known without a request."""
        return load_index(self._index_file, self._addresses)

    def refresh(self, cancelled: Callable[[], bool]) -> Index:
        """Ask the server what can be downloaded, and save the answer; if cancelled, returns what was known before.

        Raises:
            DownloadError: it does not answer.
            PackageError: the answer makes no sense.
            OutputError: it cannot be saved.
        """
        data = fetch(self._addresses.index, limit=INDEX_LIMIT, patience=self._patience, cancelled=cancelled)
        if not cancelled():
            parse_index(data, self._addresses)
            keep_index(self._index_file, data, datetime.now(UTC))
        return self.index()

    def delete_old_parts(self) -> None:
        """Delete partial downloads that were not resumed for weeks."""
        clear_old_parts(self._downloads)

    def install(self, offer: Offer, cancelled: Callable[[], bool], *, changed: bool = False) -> Iterator[Event]:
        """Download a package and install it in place of older ones.

        If cancelled or cut off, what has been downloaded is kept, and resumed next time.

        Args:
            offer: the package.
            cancelled: asked often.
            changed: whether it may differ from what was installed earlier under its name and version.

        Yields:
            How far it is, and at last an `Installed`, unless cancelled.

        Raises:
            DownloadError: no server has it.
            PackageError: what they send must not be installed, or does not work.
            OutputError: it cannot be written.
        """
        part = self._downloads / f"{offer.file_name}.part"
        self.delete_old_parts()
        try:
            with locked(part.with_suffix(".lock")) as mine:
                if not mine:
                    raise PackageError(
                        "Another program is already downloading this package. Wait until it is finished."
                    )
                yield from self._settled(self._install_locked(offer, part, cancelled, changed))
        except OSError as error:
            raise OutputError("“{path}” cannot be written: {reason}.", path=part, reason=reason(error)) from error

    def _install_locked(
        self, offer: Offer, part: Path, cancelled: Callable[[], bool], changed: bool
    ) -> Iterator[Event]:
        urls = list(self._addresses.of_package(offer.links, offer.file_name))
        bad_copy: PackageError | None = None
        continued = part.exists()  # then its parts may come from different addresses
        while True:
            try:
                yield from self._download(urls, part, cancelled)
            except DownloadError as error:
                raise bad_copy or error from None
            if cancelled():
                return
            address = served_by(part)
            try:
                yield from self._install_download(offer, part, cancelled, changed)
                return
            except PackageError as error:
                # Another server may have an undamaged copy, or the right one.
                if bad_copy is None or isinstance(error, ChecksumError):
                    bad_copy = error
                if not continued:
                    urls.remove(address if address in urls else urls[0])
                continued = False

    def _download(self, urls: list[str], part: Path, cancelled: Callable[[], bool]) -> Iterator[Progress]:
        checked = False
        for progress in download(urls, part, limit=self._limit, patience=self._patience, cancelled=cancelled):
            if not checked and isinstance(progress, Received) and progress.total is not None:
                checked = True
                self._check_room(part, progress.done, progress.total)
            yield progress

    def _check_room(self, part: Path, done: int, total: int) -> None:
        folder = user_folder()
        together = free_disk(part.parent) == free_disk(folder)
        check_room(part.parent, total - done + int(together * _UNPACKED * total), self._free)
        check_room(folder, int(_UNPACKED * total), self._free)

    def _install_download(
        self, offer: Offer, part: Path, cancelled: Callable[[], bool], changed: bool
    ) -> Iterator[Step | Installed]:
        installer = self._installer()
        yield Step(Stage.CHECKING)
        try:
            direction = offer.source, offer.target
            examined = installer.examine(part, cancelled, name=offer.file_name, direction=direction, changed=changed)
            if not cancelled() and version_key(offer.version) != version_key(examined.contents.version):
                raise PackageError(
                    "The server sent version {version} of the package instead of {wanted}. It was not installed.",
                    version=examined.contents.version,
                    wanted=offer.version,
                )
            if not cancelled():
                yield from installer.install(examined, cancelled, replace_older=True)
        except PackageError:
            forget(part)  # it is of no use; after any other error it can be resumed
            raise
        if not cancelled():
            forget(part)

    def import_file(
        self, file: Path, cancelled: Callable[[], bool], *, changed: bool = False
    ) -> Iterator[Step | Installed]:
        """Install a package file, from a USB stick for example.

        Args:
            file: an `.argosmodel` file.
            cancelled: asked often.
            changed: whether it may differ from what was installed earlier under its name and version.

        Yields:
            How far it is, and at last an `Installed`, unless cancelled.

        Raises:
            ChecksumError: its SHA-256 is not the known one.
            PackageError: it must not be installed, or does not work.
            OutputError: it cannot be written.
        """
        installer = self._installer()
        yield Step(Stage.CHECKING)
        examined = installer.examine(file, cancelled, changed=changed)
        if not cancelled():
            yield from self._settled(installer.install(examined, cancelled))

    def _settled(self, events: Iterator[T]) -> Iterator[T]:
        """The events; if the user had chosen a package that is replaced, the new one is chosen in its place."""
        for event in events:
            if isinstance(event, Installed):
                old = {package.path for package in event.replaced}
                with suppress(OutputError):  # the package is installed all the same; the program will choose
                    self._change_choices(dict.fromkeys(old, event.package.path))
            yield event

    def _change_choices(self, new: Mapping[Path, Path | None]) -> None:
        """Replace packages that the user had chosen by others; None leaves the choice to the program."""
        choices = load_choices(choice_file())
        changed = {pair: path for pair, old in choices.items() if (path := new.get(old, old)) is not None}
        if changed != choices:
            save_choices(choice_file(), changed)

    def remove(self, folder: Path) -> None:
        """Delete a user's package, or a folder among them that is not a package.

        Raises:
            PackageError: it is not the user's, or another program is installing.
            OutputError: it cannot be deleted.
        """
        self._installer().remove(folder)
        self._change_choices({folder: None})

    def choose(self, source: str, target: str, package: LanguagePackage | None) -> None:
        """Use `package` for a direction from now on; None leaves the choice to the program.

        Raises:
            OutputError: the choice cannot be saved.
        """
        choices = load_choices(choice_file())
        choices.pop((source, target), None)
        if package is not None:
            choices[source, target] = package.path
        save_choices(choice_file(), choices)

    def verify(self, package: LanguagePackage, cancelled: Callable[[], bool]) -> Verdict:
        """Try a package, and compare its files with what was installed.

        Raises:
            PackageError: a file cannot be read.
        """
        record = read_record(package.path)
        changed = tuple(changed_files(package.path, record, cancelled)) if record else ()
        if own_outcomes().tried(package, self._trial, cancelled) not in (Outcome.PASSED, Outcome.CANCELLED):
            return Verdict(package, Health.BROKEN, changed)
        if changed:
            return Verdict(package, Health.CHANGED, changed)
        return Verdict(package, Health.GOOD if record else Health.WORKS)

    def _installer(self) -> Installer:
        return Installer(user_folder(), self.checksums(), own_outcomes(), self._trial, self._free)


def free_disk(folder: Path) -> int:
    """The device number of a folder's disk or, if it does not exist, of the nearest folder above that does."""
    return next(path for path in (folder, *folder.parents) if path.exists()).stat().st_dev
