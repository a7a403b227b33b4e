"""The user's notes and bookmarks in the open document."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.annotations import BOOKMARK, NOTE, Annotation, Annotations, Placed, Places, annotation_at, with_text
from reader.library import Entry
from reader.memory import DocumentValues, ValuesChange
from reader.parallel import Column, ParallelText, RowEvent, SentencePair, Version, VersionMade
from reader.text import Span
from ui.session.kept_values import KeptValues
from ui.session.open_document import OpenDocument
from ui.session.undo import Step, Undo
from ui.toolkit.guard import guarded

# What stands between two notes on a paragraph.
_GAP = "\n"


class Notes(QObject):
    """Keeps them in the memory, and gives the rows of the text their notes; changes can be undone."""

    changed = Signal()  # which there are

    def __init__(self, document: OpenDocument, kept: KeptValues, undo: Undo) -> None:
        """Serve the text open in `document`; they are in `kept`, changes are steps of `undo`."""
        super().__init__()
        self._document, self._kept, self._undo = document, kept, undo
        self._of: Path | None = None
        self._turn = 0  # counts what was asked for, so that an older answer is not taken for a later one
        self._rows = set[int]()  # that have a note in the open text
        self.placed: Sequence[Placed] = ()
        document.opening.connect(self._on_opening)
        document.opened.connect(self._on_opened)
        document.closed.connect(self._on_closed)

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        self._of, self.placed = entry.path, ()
        self._turn += 1
        self.changed.emit()

    @guarded
    def _on_closed(self) -> None:
        self._of, self.placed = None, ()
        self.changed.emit()

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._rows.clear()
        self.look()

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        if self._of == before.path:
            self._of = now.path

    @guarded
    def look(self, *_: object) -> None:
        """Read them again: others may have changed or forgotten some."""
        of, text = self._of, self._document.text
        if of is None or text is None:
            return
        texts = [paragraph.text for paragraph in text.document.paragraphs]
        self._turn += 1
        turn = self._turn
        self._kept.do(
            lambda values: Annotations(values).placed(of, texts), lambda placed: self._on_placed(turn, placed)
        )

    def _on_placed(self, turn: int, placed: Sequence[Placed]) -> None:
        if turn != self._turn or self._document.text is None:
            return
        self.placed = placed
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        by_row = defaultdict[int, list[Placed]](list)
        for each in self.placed:
            if each.kind == NOTE and not each.spot.gone and each.annotation.text:
                by_row[each.spot.row].append(each)
        events: list[RowEvent] = [VersionMade(row, _version(those)) for row, those in by_row.items()]
        events += [VersionMade(row, Version(Column.NOTES, "")) for row in sorted(self._rows - by_row.keys())]
        self._rows = set(by_row)
        if events:
            self._document.gather(events)

    # At a place

    def note_at(self, row: int, span: Span | None) -> Annotation | None:
        """The note on a sentence, a span of the original in code points, else that on its paragraph."""
        of_row = [each for each in self.placed if each.kind == NOTE and each.spot.row == row and not each.spot.gone]
        at = [each for each in of_row if each.spot.span == span] or [each for each in of_row if each.spot.span is None]
        return at[0].annotation if at else None

    def write(self, row: int, span: Span | None, text: str) -> None:
        """Write a note on a sentence, or change the one that is there; without text it is removed."""
        before, words = self.note_at(row, span), text.strip()
        if before is not None and before.text == words:
            return
        if not words:
            if before is not None:
                self._remove(NOTE, before, self.tr("removal of a note"))
            return
        new = self._new(row, span, words) if before is None else lambda: with_text(before, words)
        self._change(lambda notes, of: notes.keep(of, NOTE, new()), lambda: self.tr("note"))

    def toggle_bookmark(self, row: int) -> bool:
        """Set a bookmark at a paragraph, or remove it; returns whether there is one then."""
        there = [each.annotation for each in self.placed if each.kind == BOOKMARK and each.spot.row == row]
        if there:
            self._remove(BOOKMARK, there[0], self.tr("removal of a bookmark"))
            return False
        new = self._new(row, None, "")
        self._change(lambda notes, of: notes.keep(of, BOOKMARK, new()), lambda: self.tr("bookmark"))
        return True

    def _new(self, row: int, span: Span | None, text: str) -> Callable[[], Annotation]:
        """A function that makes an annotation: knowing all paragraphs takes its time."""
        open_text = self._document.text
        texts = [p.text for p in open_text.document.paragraphs] if open_text is not None else []
        return lambda: annotation_at(Places(texts), row, span, text)

    def _remove(self, kind: str, annotation: Annotation, name: str) -> None:
        self._change(lambda notes, of: notes.remove(of, kind, annotation), lambda: name)

    def _change(self, change: Callable[[Annotations, Path], ValuesChange], name: Callable[[], str]) -> None:
        if (of := self._of) is None:
            return

        def work(values: DocumentValues) -> ValuesChange:
            return change(Annotations(values), of)

        def done(changed: ValuesChange) -> None:
            self._push(of, changed, name)
            self.look()

        self._kept.do(work, done)

    def _push(self, of: Path, changed: ValuesChange, name: Callable[[], str]) -> None:
        kept = [changed]

        def turn() -> None:
            self._kept.do(lambda values: values.put_back(kept[0]), again)

        def again(back: ValuesChange) -> None:
            kept[0] = back
            self.look()

        self._undo.push(Step(name, turn, turn, document=of, about=frozenset({of})))


def _version(those: Sequence[Placed]) -> Version:
    """What stands beside a row: its notes below each other, those on sentences linked to them."""
    text, pairs = "", []
    for each in those:
        start = len(text) + (len(_GAP) if text else 0)
        text += (_GAP if text else "") + each.annotation.text
        if each.spot.span is not None:
            pairs.append(SentencePair(each.spot.span, (start, len(text))))
    return Version(Column.NOTES, text, tuple(pairs) if len(pairs) == len(those) else ())
