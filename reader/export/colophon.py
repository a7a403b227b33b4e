"""The colophon: how an exported text was made, and what else stands at its end."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from reader.errors import plural
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels
from reader.export.markup import one_line
from reader.export.options import ExportOptions
from reader.packages import licence_notice
from reader.parallel import ParallelText, SentencePair, State, checked_in
from reader.text import Recognition
from reader.version import __version__


def colophon(text: ParallelText, labels: Labels, day: date) -> Iterator[str]:
    """Lines of plain text in the language of `labels`: source, direction, date, packages, licences, what is missing.

    Args:
        text: what is exported; licence notices are read from the folders of its packages.
        labels: the words to use.
        day: the date of the export.
    """
    yield labels.source.format(name=one_line(text.document.name))
    if text.document.source is not None and (recognition := text.document.source.recognition) is not None:
        yield _recognised(recognition, labels)
    source, target = map(labels.language_name, (text.source_language, text.target_language))
    line = labels.direction.format(source=source, target=target, date=labels.date(day))
    yield line[:1].upper() + line[1:]
    yield labels.machine.format(version=__version__)
    for package in text.packages:
        starter = f" ({labels.starter})" if package.starter else ""
        yield one_line(labels.package.format(name=package.name, version=package.version)) + starter
        if notice := one_line(licence_notice(package.path)):
            yield labels.licence.format(notice=notice)
    if left := len(text.outstanding()):
        yield plural(len(text.rows), *labels.left, left=left)


def _recognised(recognition: Recognition, labels: Labels) -> str:
    """That the original was read from images of pages, and how much of it is in doubt."""
    line = plural(recognition.pages, *labels.recognised, program=recognition.program)
    return f"{line} {plural(recognition.doubtful, *labels.misread)}" if recognition.doubtful else line


def last_lines(text: ParallelText, options: ExportOptions, labels: Labels) -> Iterator[str]:
    """What stands at the end of an export, a line each: the colophon, how much is checked, and what the signs mean."""
    yield from colophon(text, labels, moment_of(options.timestamp))
    if options.checked and (counted := checked_in(text)).total:
        yield plural(counted.total, *labels.checked, checked=counted.checked)
    yield from options.remarks
    yield from legend(_shown_pairs(text, options), labels)


def _shown_pairs(text: ParallelText, options: ExportOptions) -> list[SentencePair]:
    """The sentence pairs that may be followed by signs."""
    rows = text.rows if options.state_marks else []
    return [pair for row in rows if row.state is State.DONE for pair in row.sentences]


def legend(pairs: Sequence[SentencePair], labels: Labels) -> Iterator[str]:
    """What the signs after sentences mean, for the signs that occur in `pairs`."""
    if any(pair.edited for pair in pairs):
        yield f"{EDITED_SIGN} {labels.edited}"
    if any(pair.warnings for pair in pairs):
        yield f"{WARNED_SIGN} {labels.warned}"


def moment_of(timestamp: datetime | None) -> datetime:
    """The time of the export, to the second and with a time zone: `timestamp` (UTC if it has no zone) or now."""
    if timestamp is None:
        return datetime.now().astimezone().replace(microsecond=0)
    return (timestamp if timestamp.tzinfo else timestamp.replace(tzinfo=UTC)).replace(microsecond=0)


def utc(moment: datetime) -> str:
    """A time in UTC as in ISO 8601: "2025-11-22T10:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
