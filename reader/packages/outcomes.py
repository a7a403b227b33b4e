"""Which packages have been tried, and with what outcome: each is tried before it is loaded for the first time.

A package that passed is not tried again until one of its files changes. One that failed is left out until then, so
that nobody waits for the same failure at every start, but for a day at most: a process may also crash or hang for lack
of memory or time. The packages that come with the program passed before it was released.
"""

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path

from reader import log
from reader.errors import CancelledError, Message, OutputError, PackageError, template
from reader.files import write_atomically
from reader.json_files import read_json
from reader.late_dataclasses import dataclass
from reader.packages.fingerprints import content_digest, fingerprint
from reader.packages.package import LanguagePackage, Packages
from reader.paths import ATTENTION_FOLDER, PACKAGES_FOLDER, TRIED_PACKAGES, data_folder


class Outcome(StrEnum):
    """How a trial ended."""

    PASSED = "passed"
    FAILED = "failed"  # it does not load or translate, or takes the process down
    HUNG = "hung"  # no sign of life for a minute: it hangs, or the computer had too much to do
    UNSURE = "unsure"  # for a reason that need not be the package's: no memory, no process
    CANCELLED = "cancelled"


# Uses the package in the first folder in every way that the program does, without harm to the program. The choice of
# attention is saved in the second folder; ends soon after the callable returns True.
Trial = Callable[[Path, Path, Callable[[], bool]], Outcome]

# Why a package does not work.
REASONS = {
    Outcome.FAILED: template("Its model does not load, or does not translate."),
    Outcome.HUNG: template("Its model did not answer within a minute."),
    Outcome.UNSURE: template("It could not be tested. There may be too little memory."),
}

# Incremented when the trial changes, so that what passed an older one is tried again.
_VERSION = 1
_LEFT_OUT_S = 24 * 3600
_KEPT = (Outcome.PASSED, Outcome.FAILED, Outcome.HUNG)
_ERRORS = {
    Outcome.FAILED: template("The package {package} does not work. Install it again."),
    Outcome.HUNG: template("The package {package} did not respond within a minute. It will be tested again tomorrow."),
    Outcome.UNSURE: template(
        "The package {package} could not be tested, perhaps because there is too little memory. It will be tested "
        "again the next time Tospalt starts."
    ),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """How the trial of a package ended: for what fingerprint, and when, in seconds since 1970."""

    fingerprint: str
    outcome: Outcome
    at: float


class Outcomes:
    """How trials ended, saved in `file`."""

    def __init__(self, file: Path, attention: Path, shipped: Path) -> None:
        """Nothing is read until needed.

        Args:
            file: where the outcomes of trials are saved.
            attention: the folder for the choices of attention that a trial makes.
            shipped: the file of what passed before the program was released.
        """
        self._file, self._attention, self._shipped = file, attention, shipped

    def check(self, package: LanguagePackage, trial: Trial, cancelled: Callable[[], bool]) -> None:
        """Make sure that `package` can be loaded and used without harm: that it passes, or has passed, `trial`.

        Raises:
            PackageError: it cannot.
            CancelledError: `cancelled` returned True; the trial decides how often it is asked.
        """
        outcome = self.known(package, cancelled) or self.tried(package, trial, cancelled)
        if outcome is Outcome.CANCELLED:
            raise CancelledError
        if outcome is not Outcome.PASSED:
            raise PackageError(_ERRORS[outcome], package=package.name)

    def left_out(self, packages: Packages) -> Packages:
        """The same, with packages that are not used because they failed their last trial among the broken ones."""
        known = self._load()
        for package in packages.usable:
            kept = known.get(_place(package))
            if kept is not None and kept.outcome is not Outcome.PASSED and _is_valid(kept, package):
                packages = packages.without(package, Message(_ERRORS[kept.outcome], package=package.name).clause())
        return packages

    def known(self, package: LanguagePackage, cancelled: Callable[[], bool]) -> Outcome | None:
        """How the trial of `package` as it is now ended; None if it has to be tried, or if cancelled."""
        kept = self._load().get(_place(package))
        if kept is not None and _is_valid(kept, package):
            return kept.outcome
        if not self.has_been_shipped(package, cancelled):
            return None
        self.record(package, Outcome.PASSED)  # so that it is not all read again next time
        return Outcome.PASSED

    def has_been_shipped(self, package: LanguagePackage, cancelled: Callable[[], bool]) -> bool:
        """Whether it is one that comes with the program, byte for byte; reads all of it, which takes some 40 ms."""
        try:
            return content_digest(package, cancelled) in load_shipped(self._shipped).values()
        except PackageError:  # a file cannot be read: the trial will say so
            return False

    def tried(self, package: LanguagePackage, trial: Trial, cancelled: Callable[[], bool]) -> Outcome:
        """Run `trial` on `package`, and save the outcome unless it is UNSURE or CANCELLED."""
        before = _fingerprint(package)
        outcome = trial(package.path, self._attention, cancelled)
        if outcome in _KEPT:
            self._keep(package, Kept(before, outcome, time.time()))
        return outcome

    def record(self, package: LanguagePackage, outcome: Outcome) -> None:
        """Save the outcome of a trial of `package` as it is now."""
        self._keep(package, Kept(_fingerprint(package), outcome, time.time()))

    def _load(self) -> dict[str, Kept]:
        return read_json(self._file, parse_outcomes, dict[str, Kept]()).value

    def _keep(self, package: LanguagePackage, kept: Kept) -> None:
        # Not Path.exists, which raises where access is denied.
        known = {place: each for place, each in self._load().items() if os.path.exists(place)}  # noqa: PTH110
        content = {place: asdict(each) for place, each in (known | {_place(package): kept}).items()}
        try:
            write_atomically(self._file, (json.dumps(content, indent=1) + "\n").encode(), private=True)
        except OutputError as error:  # then it is tried again next time
            log.caught(error, "keeping how the trial of a package ended")


def own_outcomes() -> Outcomes:
    """The outcomes in the user's data folder."""
    data = data_folder()
    return Outcomes(data / PACKAGES_FOLDER / "tried.json", data / ATTENTION_FOLDER, TRIED_PACKAGES)


def parse_outcomes(value: object) -> dict[str, Kept]:
    """Folder of a package to how its trial ended, from JSON.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is something else.
    """
    if not isinstance(value, dict):
        raise TypeError
    return {place: _parse_kept(kept) for place, kept in value.items()}


def _parse_kept(value: Mapping[str, object]) -> Kept:
    known, outcome, at = value["fingerprint"], Outcome(str(value["outcome"])), value["at"]
    if not isinstance(known, str) or outcome not in _KEPT or not isinstance(at, float):
        raise ValueError
    return Kept(known, outcome, at)


def load_shipped(file: Path) -> dict[str, str]:
    """Name of the folder to the digest of the content, for the packages that come with the program."""
    return read_json(file, parse_shipped, dict[str, str]()).value


def parse_shipped(value: object) -> dict[str, str]:
    """The same from JSON.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, dict) or not all(isinstance(digest, str) for digest in value.values()):
        raise TypeError
    return value


def _is_valid(kept: Kept, package: LanguagePackage) -> bool:
    """Whether the package is unchanged and, unless it passed, was tried within a day, and not in the future."""
    if kept.outcome is not Outcome.PASSED and not 0 <= time.time() - kept.at < _LEFT_OUT_S:
        return False
    return kept.fingerprint == _fingerprint(package)


def _place(package: LanguagePackage) -> str:
    return str(package.path.resolve())


def _fingerprint(package: LanguagePackage) -> str:
    import ctranslate2  # it is loaded next anyway; other models may crash another version

    return f"{_VERSION} {ctranslate2.__version__} {fingerprint(package)}"
