"""The package manager as the window uses it: one operation at a time, in the background."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader import log
from reader.late_dataclasses import dataclass
from reader.packages import (
    Event,
    Index,
    Installed,
    LanguagePackage,
    Offer,
    PackageManager,
    Packages,
    busy_error,
    known_licence,
    sha256_in,
    size_of,
)
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest


@dataclass(frozen=True, slots=True)
class Details:
    """Details of an installed package for the list: bytes on the disk, licence and SHA-256 or ""."""

    size: int
    licence: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Installed and available packages at one moment."""

    installed: Packages
    index: Index
    details: dict[Path, Details] = field(default_factory=dict)


class PackageStore(QObject):
    """Installs, imports, removes and chooses packages. Only `install` and `refresh` contact a server."""

    changed = Signal(object)  # Snapshot
    started = Signal(str)  # id of the operation: "install", "import", "refresh", "remove", "choose"
    progressed = Signal(object)  # Event of the package manager
    installed = Signal(object)  # Installed
    failed = Signal(object, object)  # the exception, and a function that tries again
    ended = Signal()  # the operation is over, in whatever way

    def __init__(self, manager: PackageManager, pool: Pool, looking_pool: Pool) -> None:
        """A store over `manager`, working in `pool`; `looking_pool` is for what must not wait for that work."""
        super().__init__()
        self._manager = manager
        self.working = ""  # id of the operation, or ""
        self._loading, self._working = Latest(looking_pool, self), Latest(pool, self)
        self._again: Callable[[], None] = lambda: None
        # After a ChecksumError: tries again and accepts the changed file.
        self.anyway: Callable[[], None] = lambda: None

    @property
    def busy(self) -> bool:
        """Whether an operation is running."""
        return self._working.running

    def load(self) -> None:
        """Read what is installed and available; emits `changed`."""
        self._loading.start(
            lambda _: _snapshot(self._manager),
            finished=self.changed.emit,
            failed=lambda error: self.failed.emit(error, self.load),
        )

    def install(self, offer: Offer, *, changed: bool = False) -> None:
        """Download and install a package; `changed` accepts other contents than before of the same name and version."""
        self._work(
            "install",
            lambda job: self._follow(job, self._manager.install(offer, job.is_cancelled, changed=changed)),
            again=partial(self.install, offer, changed=changed),
            anyway=lambda: self.install(offer, changed=True),
        )

    def import_files(self, files: Sequence[Path], changed: Collection[Path] = ()) -> None:
        """Install package files; reports the first one that could not be installed at the end.

        Files in `changed` may differ from what was installed under the same name and version before.
        """
        failed = list(files)  # until it is begun
        self._work(
            "import",
            lambda job: self._import(job, files, changed, failed),
            again=lambda: self.import_files(failed, changed),
            anyway=lambda: self.import_files(failed, {*changed, failed[0]}),
        )

    @guarded
    def refresh(self) -> None:
        """Ask the server for available packages."""
        self._work("refresh", lambda job: self._manager.refresh(job.is_cancelled))

    def remove(self, folder: Path) -> None:
        """Delete one of the user's packages, or a folder among them that is not a package."""
        self._work("remove", lambda _: self._manager.remove(folder))

    def choose(self, source: str, target: str, package: LanguagePackage | None) -> None:
        """Choose a package for a direction; None leaves the choice to the program."""
        self._work("choose", lambda _: self._manager.choose(source, target, package))

    @guarded
    def cancel(self) -> None:
        """Cancel the operation; partial downloads are kept."""
        if self.busy:
            self._working.cancel()
            self._done()

    def _follow(self, job: Job, events: Iterator[Event]) -> None:
        """On the pool's thread."""
        for event in events:
            job.emit_item(event)

    def _import(self, job: Job, files: Sequence[Path], changed: Collection[Path], failed: list[Path]) -> None:
        """On the pool's thread."""
        failed.clear()
        first: Exception | None = None
        for file in files:
            try:
                self._follow(job, self._manager.import_file(file, job.is_cancelled, changed=file in changed))
            except Exception as error:  # noqa: BLE001 - the others may be as they should be
                log.caught(error, "importing one of several packages")
                failed.append(file)
                first = first or error
        if first is not None:
            raise first

    def _work(
        self,
        name: str,
        work: Callable[[Job], object],
        again: Callable[[], None] | None = None,
        anyway: Callable[[], None] = lambda: None,
    ) -> None:
        """Run the operation `name`; if it fails or never starts, offer to do it `again`."""
        again = again or (lambda: self._work(name, work))
        if self.busy:
            self.failed.emit(busy_error(), again)
            return
        self._again, self.anyway = again, anyway
        self.working = name
        self._working.start(work, item=self._on_event, finished=lambda _: self._done(), failed=self._on_failed)
        self.started.emit(name)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Installed):
            self.installed.emit(event)
        else:
            self.progressed.emit(event)

    def _on_failed(self, error: Exception) -> None:
        again = self._again
        self._done()
        self.failed.emit(error, again)

    def _done(self) -> None:
        self.working = ""
        self.ended.emit()
        self.load()


def _snapshot(manager: PackageManager) -> Snapshot:
    manager.delete_old_parts()
    installed = manager.working()
    return Snapshot(installed, manager.index(), {package.path: _details(package) for package in installed.usable})


def _details(package: LanguagePackage) -> Details:
    return Details(size_of(package.path), known_licence(package), sha256_in(package.path))
