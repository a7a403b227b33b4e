"""The parallel text as an item model: one row per paragraph, one column per language."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.parallel import Column, ParallelText, Row, State
from reader.text import Box, Span, Table, neighbour_language
from ui.reading.cell import SOURCE, TARGET, Sign, cell_text, left_in, read_from, sign_of, unsure_sign
from ui.reading.differing import DifferingWords
from ui.reading.spoken import spoken_name, spoken_text
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_in_text, language_title, localised

Index = QModelIndex | QPersistentModelIndex


class ParallelModel(QAbstractTableModel):
    """Presents a `ParallelText`; row n is always paragraph n.

    Attributes:
        compared: finds the words in which further texts differ.
    """

    def __init__(self) -> None:
        """An empty model."""
        super().__init__()
        self.text: ParallelText | None = None
        self.shown: Callable[[int, Row], Row] = lambda _, row: row  # how a row is shown
        self.doubtful: Callable[[Row], Sequence[Span]] = lambda _: ()  # the words of a translation to be marked
        self.doubt: Callable[[], str] = str  # what there is to say of such a word
        self.titles: Mapping[int, str] = {}  # of further columns
        self.compared = DifferingWords()
        self._columns = 2
        self._written_in: dict[int, str] = {}
        self._empty: list[int] | None = None  # the rows without a text, once they are asked for

    def set_text(self, text: ParallelText | None) -> None:
        """Show another text."""
        self.beginResetModel()
        self.text = text
        self.compared.start_over()
        self._written_in = {}
        self._empty = None
        self.endResetModel()

    def show_columns(self, columns: Sequence[int]) -> None:
        """Have as many columns as are needed to show these."""
        count = max(2, *(column + 1 for column in columns))
        if count > self._columns:
            self.beginInsertColumns(QModelIndex(), self._columns, count - 1)
            self._columns = count
            self.endInsertColumns()
        elif count < self._columns:
            self.beginRemoveColumns(QModelIndex(), count, self._columns - 1)
            self._columns = count
            self.endRemoveColumns()

    def row(self, number: int) -> Row:
        """Row `number` of the text."""
        assert self.text is not None
        return self.shown(number, self.text.rows[number])

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of the text's languages; "" without a text."""
        return (self.text.source_language, self.text.target_language) if self.text is not None else ("", "")

    def written_in(self, number: int) -> str:
        """The language, Nynorsk or Danish, of a translated row that is read as Norwegian Bokmål; else ""."""
        row = self.row(number)
        if row.state is not State.DONE or self.text is None or self.text.source_language != "nb":
            return ""
        if number not in self._written_in:
            self._written_in[number] = neighbour_language(row.source)
        return self._written_in[number]

    def sign(self, number: int, column: int = TARGET) -> Sign | None:
        """The sign in the margin of a row's text, if it has one.

        That of the translation says that it is from Nynorsk or Danish only within a document in Bokmål.
        """
        if column != TARGET:
            version = self.row(number).version(column) if column != SOURCE else None
            return unsure_sign() if version is not None and not version.certain else None
        exception = self.text is not None and self.text.document.language == "nb"
        return sign_of(self.row(number), self.written_in(number) if exception else "", self.languages)

    def differing(self, number: int, column: int) -> Sequence[Span]:
        """The words of a further text that the text it is to say the same as does not have, in code points.

        Another translation is compared with the translation, a back-translation with the original; `compared` tells
        when that is done.
        """
        row = self.row(number)
        version = row.version(column)
        if version is None or version.state is not State.DONE or row.state is not State.DONE:
            return ()
        if column == Column.BACK:
            return self.compared.of((number, column), row.source.text, version.text)
        return self.compared.of((number, column), row.target, version.text) if column >= Column.OTHER else ()

    def written(self, rows: range) -> int:
        """How many of consecutive rows have a text."""
        if self._empty is None:
            self._empty = [
                number for number, row in enumerate(self.text.rows if self.text else ()) if not row.source.text
            ]
        return len(rows) - (bisect_left(self._empty, rows.stop) - bisect_left(self._empty, rows.start))

    def boxes(self, number: int) -> Sequence[Box]:
        """The boxes that a row stands in; none if there is no such row."""
        assert self.text is not None
        return self.text.rows[number].source.within if 0 <= number < len(self.text.rows) else ()

    @property
    def tables(self) -> Sequence[Table]:
        """The tables of the text."""
        return self.text.document.tables if self.text is not None else ()

    def label(self, row: int) -> str:
        """What stands beside a row in the margin: its number or, of a cue, its time; "" for nothing."""
        return self.text.label(row) if self.text is not None else ""

    @property
    def last_label(self) -> str:
        """The label that takes the most room."""
        return self.text.last_label() if self.text is not None else ""

    @guarded
    def rows_changed(self, numbers: Sequence[int]) -> None:
        """Tell the views that the translations of these rows have changed."""
        for first, last in _stretches(sorted(numbers)):
            self.dataChanged.emit(self.index(first, 1), self.index(last, self._columns - 1))

    @guarded
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The number of paragraphs."""
        return 0 if parent.isValid() or self.text is None else len(self.text.rows)

    @guarded
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Two, the original and the translation, and as many as there are numbers of further columns shown."""
        return 0 if parent.isValid() else self._columns

    @guarded
    def flags(self, index: Index) -> Qt.ItemFlag:
        """No cell can be selected as a whole: of one that can, some screen readers say each time that it is not."""
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; for screen readers, preceded by number and language."""
        if not index.isValid() or self.text is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self.row(index.row()), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The language names above the columns, the paragraph numbers beside the rows."""
        if role != Qt.ItemDataRole.DisplayRole or self.text is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.label(section) or None
        return self.title(section)

    def title(self, column: int) -> str:
        """What stands above a column."""
        if column in (SOURCE, TARGET):
            return language_title(self.language(column))
        names: Mapping[int, str] = {
            Column.BACK: self.tr("Back-translation"),
            Column.REFERENCE: self.tr("Human translation"),
            Column.NOTES: self.tr("Notes"),
        }
        return self.titles.get(column, "") or names.get(column, "")

    def language(self, column: int) -> str:
        """The code of the language of a column."""
        assert self.text is not None
        own = column in (SOURCE, Column.BACK)
        return self.text.source_language if own else self.text.target_language

    def _spoken(self, number: int, column: int) -> str:
        row = self.row(number)
        further = column not in (SOURCE, TARGET)
        name = self.title(column) if further else language_in_text(self.language(column))
        place = f"{spoken_name(row.source, self.label(number))}, {name}"
        if further:
            return f"{place}: {spoken_text(row.source, cell_text(row, column).text)}"
        if column == SOURCE or not row.source.text:
            return f"{place}: {spoken_text(row.source, row.source.text)}"
        text = spoken_text(row.source, row.target)
        match row.state:
            case State.PENDING:
                return self.tr("{place}, not translated yet").format(place=place)
            case State.FAILED:
                return self.tr("{place}, not translated: {reason}").format(place=place, reason=localised(row.reason))
            case State.SAME if row.language:
                return f"{place}. {left_in(row.language)}: {text}"
            case State.SAME:
                return self.tr("{place}, same as the original: {text}").format(place=place, text=text)
        if code := self.written_in(number):
            return f"{place}. {read_from(code)}: {text}"
        return self.tr("{place}, translated: {text}").format(place=place, text=text)


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Group ascending numbers into unbroken ranges (first, last)."""
    stretches: list[tuple[int, int]] = []
    for number in numbers:
        if stretches and stretches[-1][1] == number - 1:
            stretches[-1] = (stretches[-1][0], number)
        else:
            stretches.append((number, number))
    return stretches
