"""The content of a cell, and the small sign beside it that shows its state."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication

from reader.late_dataclasses import dataclass
from reader.parallel import Column, Row, State, findings_in
from reader.text import NAMES, Mark, MarkKind, Span
from ui.reading.typography import style_of
from ui.reading.warning_words import finding_words
from ui.toolkit.i18n import language_in_text, localised

SOURCE, TARGET = int(Column.ORIGINAL), int(Column.TRANSLATION)
# The further columns whose texts are the user's: none is to come.
GIVEN = (Column.REFERENCE, Column.NOTES)

# Target of the "Try again" link: no address, but a request to resume translating.
RETRY = "tospalt:retry"

# Characters rather than icons: they are set in the reading font and scale with it.
_SAME, _WARNED, _FAILED, _EDITED, _ACCEPTED, _NEIGHBOUR, _UNSURE = "=", "!", "×", "✓", "☑", "~", "?"


@dataclass(frozen=True, slots=True)
class CellText:
    """The content of a cell: the text, its marks and the role of its colour."""

    text: str
    marks: tuple[Mark, ...]
    role: str


_WAITING, _NOTHING = CellText("…", (), "muted"), CellText("", (), "muted")


@dataclass(frozen=True, slots=True)
class Sign:
    """What is in the margin of a translation: marks, each with the role of its colour, and their meaning in words.

    The words are made when they are asked for: painting needs the marks only.
    """

    marks: tuple[tuple[str, str], ...]
    told: Callable[[], str]

    @property
    def meaning(self) -> str:
        """The meaning in words."""
        return self.told()

    @property
    def text(self) -> str:
        """The marks."""
        return "".join(mark for mark, _ in self.marks)


def cell_text(row: Row, column: int) -> CellText:
    """The text of a row's column; for a missing translation, why it is missing."""
    if column == SOURCE:
        return CellText(row.source.text, row.source.marks, style_of(row.source).role)
    if column != TARGET:
        return _version_text(row, column)
    if row.state is State.FAILED:
        return _failed(row)
    if row.state is State.PENDING:
        return _WAITING
    role = "muted" if row.state is State.SAME else style_of(row.source).role
    return CellText(row.target, row.marks, role)


def misread(row: Row) -> list[Span]:
    """The words of a row's source that text recognition was not sure of."""
    return [(mark.start, mark.end) for mark in row.source.marks if mark.kind is MarkKind.MISREAD]


def _version_text(row: Row, column: int) -> CellText:
    """The text of a further column; where one is still to come, what stands for it."""
    version = row.version(column)
    if version is None:
        if column in GIVEN or row.state is State.FAILED:
            return _NOTHING
        if row.state is State.SAME:
            return CellText(row.source.text, row.source.marks, "muted")
        if row.state is State.DONE and not row.source.translatable:  # figures: nothing to translate
            back = column == Column.BACK
            return CellText(row.source.text if back else row.target, row.source.marks if back else row.marks, "muted")
        return _WAITING
    match version.state:
        case State.FAILED:
            return CellText(_tr("Not translated: {reason}").format(reason=localised(version.reason)), (), "failed")
        case State.PENDING:
            return _WAITING
        case State.SAME:
            return CellText(version.text, version.marks, "muted")
    return CellText(version.text, version.marks, style_of(row.source).role)


def _failed(row: Row) -> CellText:
    told = _tr("Not translated: {reason}").format(reason=localised(row.reason))
    retry = _tr("Try again")
    text = f"{told} {retry}"
    return CellText(text, (Mark(len(told) + 1, len(text), MarkKind.LINK, RETRY),), "failed")


def sign_of(row: Row, written_in: str = "", languages: tuple[str, str] = ("", "")) -> Sign | None:
    """The sign in the margin of a row's translation, if it has one.

    `languages` are the codes of source and target. `written_in` is the code of the language that the paragraph is in,
    if it is read as Norwegian Bokmål for want of a package.
    """
    if row.state is State.FAILED:
        return Sign(((_FAILED, "failed"),), lambda: _tr("Not translated"))
    if row.language:
        return Sign(((_SAME, "muted"),), partial(left_in, row.language))
    if row.state is State.SAME:
        # Without words nobody expects a translation.
        same = Sign(((_SAME, "muted"),), lambda: _tr("Same as the original"))
        return same if any(map(str.isalpha, row.target)) else None
    warned = ((_WARNED, "failed"),) if any(pair.warnings for pair in row.sentences) else ()
    edited = ((_EDITED, "accent"),) if any(pair.edited and not pair.accepted for pair in row.sentences) else ()
    accepted = ((_ACCEPTED, "accent"),) if any(pair.accepted for pair in row.sentences) else ()
    neighbour = ((_NEIGHBOUR, "muted"),) if written_in else ()
    marks = (*warned, *edited, *accepted, *neighbour)
    return Sign(marks, lambda: _told(row, languages, written_in)) if marks else None


def unsure_sign() -> Sign:
    """The sign of a text of which it is not sure that it belongs to its row."""
    return Sign(((_UNSURE, "failed"),), lambda: _tr("Not sure that this belongs here"))


def _told(row: Row, languages: tuple[str, str], written_in: str) -> str:
    """What there is to say of a translated row, a line each."""
    told = told_of(row, range(len(row.sentences)), languages), read_from(written_in) if written_in else ""
    return "\n".join(filter(None, told))


def left_in(code: str) -> str:
    """That a paragraph is in the language of a code, and left as it is."""
    if code not in NAMES:
        return _tr("Paragraph in another language, not translated")
    return _tr("Paragraph in {language}, not translated").format(language=language_in_text(code))


def read_from(code: str) -> str:
    """That a paragraph in the language of a code is read as Norwegian Bokmål."""
    return _tr("Paragraph in {language}, read as Norwegian Bokmål").format(language=language_in_text(code))


def told_of(row: Row, sentences: Iterable[int], languages: tuple[str, str]) -> str:
    """What there is to say of translated sentences, a line each: every warning once, and what the user did.

    `sentences` are indices of sentence pairs of the row; `languages` are the codes of source and target.
    """
    numbers = tuple(sentences)
    lines = dict.fromkeys(finding_words(each) for each in findings_in(row, numbers, languages))
    edited = [_tr("Edited by you")] if any(row.sentences[n].edited for n in numbers) else []
    accepted = [_tr("Accepted by you")] if any(row.sentences[n].accepted for n in numbers) else []
    return "\n".join([*lines, *edited, *accepted])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
