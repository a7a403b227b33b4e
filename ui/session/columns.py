"""The columns of the open document: which the user wants, in which order, how wide; kept for each document."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.library import Entry
from reader.memory import DocumentValues, Json, ValuesSince
from reader.packages import LanguagePackage, find_packages
from reader.parallel import Column, ParallelText
from reader.unwritten import UnwrittenValues
from ui.session.chosen_columns import KIND, ORIGINAL, TRANSLATION, Chosen, rounded_share, values_of
from ui.session.further_texts import FurtherTexts
from ui.session.kept_elsewhere import concerns
from ui.session.kept_values import KeptValues
from ui.session.open_document import OpenDocument
from ui.session.package_titles import title_of
from ui.session.reference import Reference
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.toolkit.one_line import one_line

BACK, REFERENCE, NOTES = "back", "reference", "notes"
_NUMBERS: Mapping[str, int] = {
    ORIGINAL: Column.ORIGINAL,
    TRANSLATION: Column.TRANSLATION,
    BACK: Column.BACK,
    REFERENCE: Column.REFERENCE,
    NOTES: Column.NOTES,
}
# Before the identity of another package, in the name of a column.
_BY = "package:"
_STEP = 1.2


class Columns(QObject):
    """The columns of the open document, and their texts.

    Attributes:
        others: the packages that may translate the open text in a column of its own: those that do not translate it.
    """

    changed = Signal()  # which columns are shown, how wide, or what they are called
    notice = Signal(str)  # why a column cannot be filled

    def __init__(
        self, document: OpenDocument, texts: FurtherTexts, reference: Reference, kept: KeptValues, pool: Pool
    ) -> None:
        """Of what is open in `document`; what is chosen is in `kept`. Packages are looked for in `pool`."""
        super().__init__()
        self._document, self._texts, self._reference, self._kept = document, texts, reference, kept
        self._looking = Latest(pool, self)
        self._path: Path | None = None
        self._chosen = Chosen()
        self._next: Chosen | None = Chosen()  # what is kept for the document that is being opened; None if it is open

        self._stored = Chosen()  # what is kept for the document, as far as is known
        self._turn = 0  # counts what was chosen here
        self._numbers: list[str] = []  # identities of other packages by their column, counted from `Column.OTHER`
        self.others: tuple[LanguagePackage, ...] = ()
        self._told = self._told_now
        document.opening.connect(self._on_opening)
        document.opened.connect(self._on_opened)
        document.closed.connect(self._on_closed)
        texts.failed.connect(self._on_failed)
        reference.failed.connect(self._on_no_reference)
        reference.changed.connect(self._on_reference)

    # What is shown

    @property
    def shown(self) -> tuple[int, ...]:
        """The numbers of the columns that are shown, in their order."""
        return tuple(number for number, _ in self._numbered())

    @property
    def shares(self) -> tuple[float, ...]:
        """How wide they are, relative to each other; () for original and translation alone."""
        if self.are_usual:
            return ()
        return tuple(self._chosen.shares.get(name, 1.0) for _, name in self._numbered())

    @property
    def are_usual(self) -> bool:
        """Whether only original and translation are shown."""
        return set(self.shown) == {Column.ORIGINAL, Column.TRANSLATION}

    @property
    def titles(self) -> dict[int, str]:
        """What stands above the column of a human translation and those of other packages, by number."""
        found = {self._number_of(each): title_of(each) for each in self.others}
        if (path := self._reference.path) is not None:
            found[Column.REFERENCE] = one_line(path.name)
        return found

    @property
    def packages(self) -> dict[int, LanguagePackage]:
        """The packages that may translate the open text in a column of their own, by its number."""
        return {self._number_of(each): each for each in self.others}

    @property
    def has_reference(self) -> bool:
        """Whether there is a human translation of the document, shown or not."""
        return self._reference.path is not None

    def shows(self, name: str) -> bool:
        """Whether a column is shown, by its name."""
        return name in (each for _, each in self._numbered())

    def name_of(self, package: LanguagePackage) -> str:
        """The name of the column of another package."""
        return f"{_BY}{package.identity}"

    def _numbered(self) -> list[tuple[int, str]]:
        """The columns that can be shown: numbers and names, in the order chosen."""
        known: dict[str, int] = {**_NUMBERS, **{self.name_of(each): self._number_of(each) for each in self.others}}
        if self._reference.path is None:
            del known[REFERENCE]
        found = [(known.get(name, -1), name) for name in self._chosen.names]
        shown = [each for each in found if each[0] >= 0]
        return shown or [(Column.ORIGINAL, ORIGINAL), (Column.TRANSLATION, TRANSLATION)]

    def _number_of(self, package: LanguagePackage) -> int:
        if package.identity not in self._numbers:
            self._numbers.append(package.identity)
        return Column.OTHER + self._numbers.index(package.identity)

    # Choosing

    def toggle(self, name: str) -> None:
        """Show a column behind the others, or hide it; the last one stays."""
        if self.shows(name):
            self._remove(name)
        else:
            self._choose(names=(*(each for each in self._chosen.names if each != name), name))

    def compare_with(self, path: Path) -> None:
        """Lay a human translation beside the open text, in a column of its own."""
        if self._path is None:
            return
        self._reference.choose(path)
        if not self.shows(REFERENCE):
            self.toggle(REFERENCE)

    def leave_out(self, column: int) -> None:
        """Hide a column by its number; the last one stays."""
        if (name := dict(self._numbered()).get(column)) is not None:
            self._remove(name)

    def _remove(self, name: str) -> None:
        if len(self.shown) > 1:
            self._choose(names=tuple(each for each in self._chosen.names if each != name))

    def move(self, column: int, step: int) -> None:
        """Move a column before (-1) or behind (1) the one beside it."""
        shown = self._numbered()
        place = next((place for place, (number, _) in enumerate(shown) if number == column), None)
        if place is None or not 0 <= place + step < len(shown):
            return
        names, (one, other) = list(self._chosen.names), (shown[place][1], shown[place + step][1])
        here, there = names.index(one), names.index(other)
        names[here], names[there] = other, one
        self._choose(names=tuple(names))

    def set_shares(self, widths: Sequence[float]) -> None:
        """Set how wide the columns shown are relative to each other."""
        mean = sum(widths) / len(widths)
        named = zip((name for _, name in self._numbered()), widths, strict=True)
        self._choose(shares={**self._chosen.shares, **{name: rounded_share(w / mean) for name, w in named}})

    def widen(self, column: int, step: int) -> None:
        """Make a column wider (1) or narrower (-1) relative to the others."""
        shares = dict(zip(self.shown, self.shares, strict=True))
        if column in shares:
            shares[column] *= _STEP**step
            self.set_shares(list(shares.values()))

    def even(self) -> None:
        """Make all columns as wide as each other."""
        self._choose(shares={})

    def _choose(self, **values: object) -> None:
        if self._next is not None:
            return  # another document is being opened: what is on screen is not its text
        self._take(replace(self._chosen, **values))  # type: ignore[arg-type]
        if (path := self._path) is not None:
            before, chosen = self._stored, self._chosen
            self._stored, self._turn = chosen, self._turn + 1
            turn = self._turn
            self._kept.do(
                lambda values: _merge(values, path, before, chosen),
                lambda there: self._on_elsewhere(path, turn, there),
                record=UnwrittenValues(str(path), KIND, values_of(chosen), before=values_of(before)),
            )

    def _take(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._texts.want(self._wanted)
        self._reference.want(Column.REFERENCE in self.shown)
        self._tell()

    def _tell(self) -> None:
        if (now := self._told_now) != self._told:
            self._told = now
            self.changed.emit()

    @property
    def _told_now(self) -> object:
        return self.shown, self.shares, self.titles

    @property
    def _wanted(self) -> dict[int, LanguagePackage | None]:
        """The columns whose texts are to be made, and what makes each."""
        by = self.packages
        return {number: by.get(number) for number in self.shown if number == Column.BACK or number in by}

    # What is open

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        path = self._path = entry.path
        self._next = Chosen()
        self._looking.cancel()
        self._stored = Chosen()
        self._kept.read(lambda values: _read(values, path), lambda chosen: self._on_kept(path, chosen))

    def _on_kept(self, path: Path, chosen: Chosen) -> None:
        if path != self._path:
            return
        self._stored = chosen
        if self._next is not None:  # it is not open yet: what is on screen is another
            self._next = chosen
        elif self._chosen.is_usual:  # else the user was faster
            self._take(chosen)

    @guarded
    def look_elsewhere(self, since: ValuesSince) -> None:
        """Another window may have chosen others: they are shown here too, in the order and width they have here."""
        if (path := self._path) is not None and concerns(since, path, KIND):
            turn = self._turn
            self._kept.read(lambda values: _read(values, path), lambda chosen: self._on_elsewhere(path, turn, chosen))

    def _on_elsewhere(self, path: Path, turn: int, chosen: Chosen) -> None:
        if path != self._path or turn != self._turn:
            return  # what was chosen here since is told too
        before, self._stored = self._stored, chosen
        if self._next is not None:
            self._next = chosen
        elif set(chosen.names) != set(self._chosen.names):
            self._take(self._chosen.merged(before, chosen))

    @guarded
    def _on_closed(self) -> None:
        self._path, self._next = None, None
        self._looking.cancel()
        self._numbers, self.others = [], ()
        self._take(Chosen())

    @guarded
    def _on_opened(self, text: ParallelText) -> None:
        languages = text.source_language, text.target_language
        self.others = tuple(each for each in self.others if (each.source, each.target) == languages)
        if self._next is not None:
            self._numbers, self._chosen, self._next = [], self._next, None
        self._texts.begin(self._wanted)
        self._reference.want(Column.REFERENCE in self.shown)
        self._tell()
        self.look_for_packages()

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        if self._path == before.path:
            self._path = now.path

    @guarded
    def look_for_packages(self, *_: object) -> None:
        """Which packages are installed has changed, or the languages of the text."""
        if (text := self._document.text) is None:
            return
        source, target = text.source_language, text.target_language
        self._looking.start(
            lambda _: find_packages(),
            finished=lambda packages: self._on_found(packages.serving(source, target)),
        )

    def _on_found(self, serving: Sequence[LanguagePackage]) -> None:
        text = self._document.text
        used = text.packages if text is not None else ()
        others = tuple(each for each in serving if each not in used)
        if others != self.others:
            self.others = others
            self._take(self._chosen)

    @guarded
    def _on_reference(self) -> None:
        self._take(self._chosen)

    @guarded
    def _on_no_reference(self, error: Exception) -> None:
        self.notice.emit(said(error))

    @guarded
    def _on_failed(self, column: int, error: Exception) -> None:
        name = self.titles.get(column) or self.tr("Back-translation")
        self.notice.emit(self.tr("{column}: {problem}").format(column=name, problem=said(error)))


def _read(values: DocumentValues, path: Path) -> Chosen:
    return Chosen.parsed(values.of(path, KIND).get(""))


def _merge(values: DocumentValues, path: Path, before: Chosen, chosen: Chosen) -> Chosen:
    """Keep what was chosen knowing `before`, with what others have chosen since; returns that."""
    merged = chosen

    def decide(there: Mapping[str, Json]) -> dict[str, Json]:
        nonlocal merged
        merged = chosen.merged(before, Chosen.parsed(there.get("")))
        return values_of(merged)

    values.update(path, KIND, decide)
    return merged
