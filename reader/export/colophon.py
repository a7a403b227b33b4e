"""The colophon: what a reader of an exported text must know of how it came about."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels
from reader.export.markup import one_line
from reader.packages import LanguagePackage
from reader.parallel import ParallelText, SentencePair
from reader.version import __version__

_LICENCE = re.compile(r"licen[cs]e|\bCC[ -](?:BY|0)\b|copyright|©", re.IGNORECASE)
_LICENCE_LABEL = re.compile(r"^[^:]{0,40}licen[cs]e[^:]{0,40}:\s*", re.IGNORECASE)
_MARKDOWN = re.compile(r"^[#>*+\s-]+|[*`]")
_LONGEST_NOTICE = 400


def colophon(text: ParallelText, labels: Labels, day: date) -> Iterator[str]:
    """Lines of plain text, in the language of `labels`: source, direction, date, package, licence, what is missing.

    Args:
        text: what is exported; the licence notices are read from its packages' folders.
        labels: the words.
        day: when it was made.
    """
    yield labels.source.format(name=one_line(text.document.name))
    source, target = map(labels.language_name, (text.source_language, text.target_language))
    line = labels.direction.format(source=source, target=target, date=labels.date(day))
    yield line[:1].upper() + line[1:]
    yield labels.machine.format(version=__version__)
    for package in text.packages:
        starter = f" ({labels.starter})" if package.starter else ""
        yield one_line(labels.package.format(name=package.name, version=package.version)) + starter
        if notice := licence_notice(package):
            yield labels.licence.format(notice=notice)
    if left := len(text.outstanding()):
        yield labels.left.format(left=left, total=len(text.rows))


def legend(pairs: Sequence[SentencePair], labels: Labels) -> Iterator[str]:
    """What the signs behind sentences mean, for those that stand behind some of `pairs`."""
    if any(pair.edited for pair in pairs):
        yield f"{EDITED_SIGN} {labels.edited}"
    if any(pair.warnings for pair in pairs):
        yield f"{WARNED_SIGN} {labels.warned}"


def licence_notice(package: LanguagePackage) -> str:
    """What the package's README says of its licence, in one line; "" if it says nothing."""
    try:
        readme = (package.path / "README.md").read_text("utf-8", "replace")
    except (OSError, ValueError):
        return ""
    lines = (one_line(_MARKDOWN.sub("", line)) for line in readme.splitlines() if _LICENCE.search(line))
    # A heading that says "Licence" alone tells nothing.
    telling = [line for line in lines if not re.fullmatch(r"licen[cs]e", line, re.IGNORECASE)]
    own = [line for line in telling if _LICENCE_LABEL.match(line)] or telling
    notice = "; ".join(_LICENCE_LABEL.sub("", line).rstrip(".") for line in own)
    return notice if len(notice) <= _LONGEST_NOTICE else notice[:_LONGEST_NOTICE].rsplit(" ", 1)[0] + "…"


def moment_of(timestamp: datetime | None) -> datetime:
    """When the export is made, to the second and with a time zone: `timestamp`, in UTC if it has none, else now."""
    if timestamp is None:
        return datetime.now().astimezone().replace(microsecond=0)
    return (timestamp if timestamp.tzinfo else timestamp.replace(tzinfo=UTC)).replace(microsecond=0)


def utc(moment: datetime) -> str:
    """A moment as file formats write it: "2025-11-22T10:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
