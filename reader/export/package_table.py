"""The installed language packages as a table for the terminal."""

from collections.abc import Iterator

from reader.argos import LanguagePackage, Packages

_HEAD = ("FROM", "TO", "VERSION", "KIND", "USED", "QUALITY", "FOLDER")


def as_table(packages: Packages) -> str:
    """A line a package: direction, version, starter or official, whether it is the one used, quality, folder.

    Folders that are no packages stand below, with the reason.
    """
    rows = [_HEAD, *(_row(package, packages) for package in packages.usable)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([*lines, *_broken(packages)]) + "\n"


def _row(package: LanguagePackage, packages: Packages) -> tuple[str, ...]:
    used = packages.choose(package.source, package.target) == package
    return (
        package.source,
        package.target,
        package.version,
        package.origin.value,
        "yes" if used else "no",
        _quality(package),
        str(package.path),
    )


def _quality(package: LanguagePackage) -> str:
    quality = package.quality
    if quality is None:
        return "not known"
    chrf = "" if quality.chrf is None else f", chrF {quality.chrf:.1f}"
    return f"BLEU {quality.bleu:.1f}{chrf} ({quality.test_set})"


def _broken(packages: Packages) -> Iterator[str]:
    for broken in packages.broken:
        yield f"Not a package: {broken.path} ({broken.reason})"
