"""The information on a document in words, as its window shows it and as it is copied."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from reader.errors import Message
from reader.formats import Facts, encoding_name, format_name
from reader.late_dataclasses import dataclass
from reader.pasted import pasted_when
from reader.paths import is_pasted
from reader.text import NAMES, Source, base_language
from ui.toolkit.i18n import language_title, localised

# Characters shown of what a file says of itself, which may be anything.
_LONGEST = 1000
_KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """A value with its name, or with "" a sentence."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Part:
    """Lines on one subject, under a title."""

    title: str
    lines: tuple[Line, ...]


def as_text(parts: Sequence[Part]) -> str:
    """All of it as plain text."""
    blocks = ["\n".join([part.title, *(f"  {_joined(line)}" for line in part.lines)]) for part in parts]
    return "\n\n".join(blocks) + "\n"


def _joined(line: Line) -> str:
    return f"{line.name}: {line.value}" if line.name else line.value


def parts_of(facts: Facts, words: int | None, left: Mapping[str, int]) -> list[Part]:
    """What there is to know, in the interface language. Nothing in it has a line break.

    Args:
        facts: about the document.
        words: how many there are, or None while they are counted.
        left: how many paragraphs were left as they are, by the code of the language that they are in.
    """
    return [
        Part(_tr("Document"), tuple(_on_document(facts))),
        Part(_tr("What was repaired"), _sentences(facts.source.repaired, _tr("Nothing was repaired."))),
        Part(_tr("What was left out"), _sentences(facts.source.left_out, _tr("Nothing was left out."))),
        _on_origin(facts),
        Part(_tr("Contents"), tuple(_on_contents(facts, words, left))),
    ]


def _on_document(facts: Facts) -> Iterator[Line]:
    yield Line(_tr("Title"), _one_line(facts.stated.get("title") or facts.title))
    for key, name in (("author", _tr("Author")), ("date", _tr("Date"))):
        if value := _one_line(facts.stated.get(key, "")):
            yield Line(name, value)
    detected = language_title(facts.language)
    uncertain = _tr("{language} (uncertain)").format(language=detected)
    yield Line(_tr("Detected language"), detected if facts.certain else uncertain)
    if stated := _one_line(facts.stated.get("language", "")):
        yield Line(_tr("Language according to the file"), _language(stated))


def _language(stated: str) -> str:
    """The language that a file says it is in, by a code or in words."""
    code = base_language(stated)
    return f"{language_title(code)} ({stated})" if code in NAMES else stated


def _on_origin(facts: Facts) -> Part:
    if facts.path is not None and is_pasted(facts.path):
        return Part(_tr("Pasted text"), tuple(_on_pasted(facts, facts.path)))
    return Part(_tr("File"), tuple(_on_file(facts)))


def _on_pasted(facts: Facts, path: Path) -> Iterator[Line]:
    """No name, folder or encoding: they are the program's own."""
    if (when := pasted_when(path)) is not None:
        yield Line(_tr("Pasted on"), _moment(when))
    if facts.file.size is not None:
        yield Line(_tr("Size"), _size(facts.file.size))
    yield from _on_format(facts.source)
    yield from _on_lines(facts.source)


def _on_file(facts: Facts) -> Iterator[Line]:
    if facts.path is not None:
        yield Line(_tr("Name"), _one_line(facts.path.name, cut=False))
        yield Line(_tr("Folder"), _one_line(str(facts.path.parent), cut=False))
    if facts.file.problem:
        yield Line(_tr("Size"), _tr("unknown ({reason})").format(reason=localised(facts.file.problem)))
    if facts.file.size is not None:
        yield Line(_tr("Size"), _size(facts.file.size))
    if facts.file.changed is not None:
        yield Line(_tr("Last changed"), _moment(facts.file.changed))
    yield from _on_format(facts.source)
    yield from _on_encoding(facts.source)
    yield from _on_lines(facts.source)


def _on_format(source: Source) -> Iterator[Line]:
    if source.format:
        yield Line(_tr("Format"), _title(format_name(source.format)))
    if source.protected:
        yield Line(_tr("Protected"), _tr("by a password"))
    if (found := source.recognition) is not None:
        pages = QCoreApplication.translate("InformationText", "%Ln page(s), by {program}", "", found.pages)
        yield Line(_tr("Text recognised"), pages.format(program=found.program))
        yield Line(_tr("Words perhaps misread"), _number(found.doubtful))


def _on_encoding(source: Source) -> Iterator[Line]:
    if source.encoding:
        name = localised(encoding_name(source.encoding))
        chosen = _tr("{encoding}, chosen by you").format(encoding=name)
        yield Line(_tr("Encoding"), chosen if source.chosen else name)


def _on_lines(source: Source) -> Iterator[Line]:
    """What the user chose."""
    if source.lines == "joined":
        yield Line(_tr("Lines"), _tr("Joined to paragraphs, as chosen by you"))
    elif source.lines:
        yield Line(_tr("Lines"), _tr("As they are in the file, as chosen by you"))


def _on_contents(facts: Facts, words: int | None, left: Mapping[str, int]) -> Iterator[Line]:
    counts = facts.counts
    yield Line(_tr("Paragraphs"), _number(counts.paragraphs))
    yield Line(_tr("Words"), _tr("Counting…") if words is None else _number(words))
    yield Line(_tr("Characters, with spaces"), _number(counts.characters))
    for name, count in (
        (_tr("Headings"), counts.headings),
        (_tr("List items"), counts.list_items),
        (_tr("Tables"), counts.tables),
        (_tr("Footnotes and endnotes"), counts.notes),
        (_tr("Images"), counts.figures),
    ):
        if count:
            yield Line(name, _number(count))
    if left:
        one = _tr("{language}: {count}")
        each = (one.format(language=language_title(code), count=_number(count)) for code, count in left.items())
        yield Line(_tr("Paragraphs not translated"), "; ".join(each))


def _sentences(messages: Sequence[Message], nothing: str) -> tuple[Line, ...]:
    return tuple(Line("", _one_line(localised(message))) for message in messages) or (Line("", nothing),)


def _one_line(text: str, *, cut: bool = True) -> str:
    line = " ".join(text.split())
    return f"{line[:_LONGEST]} …" if cut and len(line) > _LONGEST else line


def _title(name: str) -> str:
    words = localised(name)
    return words[:1].upper() + words[1:]


def _size(size: int) -> str:
    if size < _KILOBYTE:
        return QCoreApplication.translate("InformationText", "%Ln byte(s)", "", size)
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _moment(when: datetime) -> str:
    date = QLocale().toString(QDate(when.year, when.month, when.day), _tr("d MMMM yyyy"))
    time = QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
    return _tr("{date} at {time}").format(date=date, time=time)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("InformationText", text)
