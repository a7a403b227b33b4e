"""The contents of the Help menu's windows, gathered on other threads than the window's."""

from dataclasses import replace
from pathlib import Path

from reader import log
from reader.components import Component, versions
from reader.errors import PackageError
from reader.log_reading import end_of_log, own_log
from reader.packages import Packages, find_packages, known_licence
from reader.report import Report

# Bytes of a log read for a report, which takes the last lines.
_MOST_OF_LOG = 40_000


def package_components() -> list[Component]:
    """The installed language packages; their licences are in their READMEs."""
    found = [(package, package.path / "README.md") for package in _packages().usable]
    return [
        Component(package.name, package.version, known_licence(package), (readme,) if readme.is_file() else ())
        for package, readme in found
    ]


def completed(report: Report, logs: Path, process: int | None) -> Report:
    """The report with what takes time to find out; the log is that of `process`, or of this one."""
    packages = _packages()
    told = [f"{package.name} {package.version} ({package.origin})" for package in packages.usable]
    path = own_log(logs) if process is None else log.log_of(logs, process)
    return replace(report, libraries=versions(), packages=told, broken=len(packages.broken), log=_end_of(path))


def _packages() -> Packages:
    try:
        return find_packages()
    except PackageError as error:  # the list is left out; the problem is reported where packages are needed
        log.caught(error, "listing the language packages")
        return Packages(())


def _end_of(path: Path | None) -> str:
    try:
        return end_of_log(path, _MOST_OF_LOG)[0] if path is not None else ""
    except OSError as error:  # it may have been deleted
        log.caught(error, "reading a log")
        return ""
