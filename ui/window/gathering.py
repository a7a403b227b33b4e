"""The contents of the Help menu's windows, gathered on other threads than the window's."""

from collections.abc import Callable
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
    """The report with what takes time to find out; the log is that of `process`, or of this one.

    What cannot be found out is left out, and told among the faults.
    """
    steps: tuple[Callable[[Report], Report], ...] = (
        lambda report: replace(report, libraries=versions()),
        _with_packages,
        lambda report: replace(report, log=_end_of_log(logs, process)),
    )
    for step in steps:
        try:
            report = step(report)
        except Exception as error:  # noqa: BLE001 - the rest is needed most where much goes wrong
            log.caught(error, "gathering a report")
            report = replace(report, faults=(*report.faults, log.described(error)))
    return report


def _with_packages(report: Report) -> Report:
    packages = find_packages()
    told = [f"{package.name} {package.version} ({package.origin})" for package in packages.usable]
    return replace(report, packages=told, broken=len(packages.broken))


def _packages() -> Packages:
    try:
        return find_packages()
    except PackageError as error:  # the list is left out; the problem is reported where packages are needed
        log.caught(error, "listing the language packages")
        return Packages(())


def _end_of_log(logs: Path, process: int | None) -> str:
    path = own_log(logs) if process is None else log.log_of(logs, process)
    return end_of_log(path, _MOST_OF_LOG)[0] if path is not None else ""
