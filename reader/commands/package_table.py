"""Tables for the terminal of the installed and the available language packages."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from reader.commands.terminal import on_one_line
from reader.packages import Index, LanguagePackage, Offer, Packages, Quality, known_licence, size_of

_HEAD = ("FROM", "TO", "VERSION", "KIND", "USED", "QUALITY", "SIZE", "LICENCE", "FOLDER")
_OFFER_HEAD = ("FROM", "TO", "VERSION", "INSTALLED", "QUALITY", "LICENCE", "LANGUAGES")


def as_table(packages: Packages) -> str:
    """A line per package: direction, version, kind, whether it is the one used, quality, size, licence, folder.

    Folders that are not packages follow, with the reason.
    """
    lines = _aligned([_HEAD, *(_row(package, packages) for package in packages.usable)])
    return "\n".join(map(on_one_line, [*lines, *_broken(packages)])) + "\n"


def offers_as_table(index: Index, offers: Iterable[Offer], packages: Packages, now: datetime) -> str:
    """A line per offer: direction, version, installed version, quality, licence, languages; then the list's age."""
    rows = [_offer_row(offer, packages) for offer in offers]
    lines = _aligned([_OFFER_HEAD, *rows]) if rows else ["No packages found."]
    return "\n".join(map(on_one_line, [*lines, _age(index, now)])) + "\n"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _row(package: LanguagePackage, packages: Packages) -> tuple[str, ...]:
    used = packages.choose(package.source, package.target) == package
    return (
        package.source,
        package.target,
        package.version,
        package.origin.value,
        "yes" if used else "no",
        _quality(package.quality),
        f"{size_of(package.path) / 1_000_000:.0f} MB",
        known_licence(package) or "unknown",
        str(package.path),
    )


def _offer_row(offer: Offer, packages: Packages) -> tuple[str, ...]:
    own = [package.version for package in packages.serving(offer.source, offer.target) if not package.starter]
    return (
        offer.source,
        offer.target,
        offer.version,
        ", ".join(own) or "no",
        _quality(offer.quality),
        offer.licence or "unknown",
        f"{offer.source_name} to {offer.target_name}",
    )


def _quality(quality: Quality | None) -> str:
    if quality is None:
        return "unknown"
    chrf = "" if quality.chrf is None else f", chrF {quality.chrf:.1f}"
    return f"BLEU {quality.bleu:.1f}{chrf} ({quality.test_set})"


def _broken(packages: Packages) -> Iterator[str]:
    for broken in packages.broken:
        yield f"Not a package: {broken.path} ({broken.reason})"


def _age(index: Index, now: datetime) -> str:
    origin = ", included with Tospalt" if index.bundled else ""
    advice = ". It may be out of date; use --refresh to get a new one" if index.is_old(now) else ""
    return f"Package list from {index.fetched:%Y-%m-%d}{origin}{advice}."
