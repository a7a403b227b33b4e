"""A human translation beside the open text: aligned as more is translated, its links moved by hand, remembered."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import Entry
from reader.memory import (
    REFERENCE,
    Memory,
    ValuesSince,
    as_values,
    changes_of,
    keep_reference,
    laid_beside,
    references_of,
)
from reader.parallel import Column, ParallelText, Row, State
from reader.reference import linked_otherwise, merged_links
from reader.text import Document, Span
from reader.unwritten import UnwrittenValues
from ui.session.kept_elsewhere import concerns
from ui.session.kept_values import KeptValues
from ui.session.laying_beside import Placed, aligned, hand_over, moved, taken_away
from ui.session.open_document import OpenDocument
from ui.session.pools import Pools
from ui.session.reference_saving import ReferenceSaving
from ui.session.undo import Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.latest import Latest

if TYPE_CHECKING:
    from reader.memory import KeptReference
    from reader.reference import Alignment, KeptLink
    from ui.session.laying_beside import Change

    # How the texts were beside each other, and the links made by hand.
    _Linked = tuple[Placed, Sequence[KeptLink]]

# How long to wait for more translated rows before aligning again, in milliseconds.
_AGAIN_MS = 1500
# How many times more rows are to be translated, for aligning again to be worth it before all are.
_MORE = 2


class Reference(QObject):
    """Lays a human translation beside the open text while its column is shown.

    Attributes:
        path: that of the open document; None if it has none.
    """

    changed = Signal()  # which it is
    laid = Signal()  # it stands beside the text
    failed = Signal(object)  # the exception, why it is not laid beside the text
    notice = Signal(str)  # why a link cannot be changed, or what was saved

    def __init__(self, document: OpenDocument, pools: Pools, kept: KeptValues, memory: Memory, undo: Undo) -> None:
        """Serve the text open in `document`; what is chosen is in `kept`, changes of links are steps of `undo`."""
        super().__init__()
        self._document, self._kept, self._undo = document, kept, undo
        self._aligning, self._saving = Latest(pools.files, self), ReferenceSaving(memory, pools.edits)
        self.path: Path | None = None
        self._of: Path | None = None  # the document that it belongs to
        self._links: Sequence[KeptLink] = ()  # made by hand
        self._known: Sequence[KeptReference] = ()  # all that are remembered for the document
        self._turn = 0  # counts what was chosen or changed here
        self._missed = False  # whether it may have been changed elsewhere while something was done here
        self._wanted = False
        self._placed: Placed | None = None
        self._fresh = False  # whether the user has just chosen it
        self._former: tuple[Path | None, Sequence[KeptLink]] = None, ()  # what that takes the place of
        self._read: tuple[Path, Document] | None = None  # what was read last
        self._given_up = False  # whether it cannot be aligned with the text that is open
        self._changes: deque[tuple[Change, int, Span | None]] = deque()
        self._saving.failed.connect(self.failed)
        self._saving.told.connect(self.notice)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self._align_again)
        document.opening.connect(self._on_opening)
        document.opened.connect(self._on_opened)
        document.updated.connect(self._on_updated)
        document.closing.connect(self._end)
        document.replacing.connect(self._end)

    # Which

    def want(self, wanted: bool) -> None:
        """Lay it beside the text, now and when another text is open; or leave it as it is, as it is not shown."""
        if wanted == self._wanted:
            return
        self._wanted, self._given_up = wanted, False
        if wanted:
            self._align()
        else:
            if self._aligning.running:  # what it has handed over so far is not all
                self._placed = None
            self._end()

    def choose(self, path: Path) -> None:
        """Lay this file beside the open document, now and whenever it is open."""
        if (of := self._of) is None:
            return
        if not self._fresh:
            self._former = self.path, self._links
        if self.path not in (None, path):
            self._undo.drop((Column.REFERENCE, self.path))  # it could not be seen that anything is undone
        self._end()
        # What is beside the text stays until the other takes its place, or cannot.
        self._turn += 1
        self.path, self._links, self._fresh, self._given_up = path, (), True, False
        self._placed = self._read = None
        self.changed.emit()
        self._kept.do(lambda values: references_of(values, of), partial(self._on_known, of, path))

    def _on_known(self, of: Path, path: Path, known: "Sequence[KeptReference]") -> None:
        if of == self._of and path == self.path:
            self._known = known
            self._links = next((each.links for each in known if each.path == path), ())
            self._align()

    def _keep(self, links: "Sequence[KeptLink]") -> None:
        """Remember the file, with these links made by hand in it."""
        of, path, before, self._links = self._of, self.path, tuple(self._links), links
        if of is not None:
            now = laid_beside(self._known, path, links)
            changes, known = changes_of(self._known, now), as_values(self._known)
            record = UnwrittenValues(str(of), REFERENCE, changes, before={each: known.get(each) for each in changes})
            self._known, self._turn = now, self._turn + 1
            self._kept.do(lambda values: keep_reference(values, of, path, links, before), record=record)

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        self._end()
        of = self._of = entry.path
        self._placed, self.path, self._links, self._fresh, self._read = None, None, (), False, None
        self._known = ()
        self._kept.read(lambda values: references_of(values, of), partial(self._on_kept, of))

    def _on_kept(self, of: Path, known: "Sequence[KeptReference]") -> None:
        beside = next((each for each in known if each.beside), None)
        if of != self._of or self.path is not None:
            return
        self._known = known
        if beside is None:
            return
        self.path, self._links = beside.path, beside.links
        self.changed.emit()
        self._align()

    @guarded
    def look_elsewhere(self, since: ValuesSince) -> None:
        """Another window may have laid another one beside the document, or moved links."""
        if concerns(since, self._of, REFERENCE):
            self._look_elsewhere()

    def _look_elsewhere(self) -> None:
        self._missed = False
        if (of := self._of) is not None:
            turn = self._turn
            self._kept.read(lambda values: references_of(values, of), partial(self._on_elsewhere, of, turn))

    def _on_elsewhere(self, of: Path, turn: int, known: "Sequence[KeptReference]") -> None:
        if of != self._of or turn != self._turn or self._fresh:
            return  # what is changed here is told too
        if self._aligning.running or self._changes:
            self._missed = True  # what the user does here comes first
            return
        self._known = known
        beside = next((each for each in known if each.beside), None)
        path, links = (beside.path, beside.links) if beside is not None else (None, ())
        if path != self.path:
            self._take_away()
            self.path, self._links, self._placed, self._given_up = path, links, None, False
            self.changed.emit()
            self._align()
        elif tuple(self._links) != tuple(links):
            if linked_otherwise([link for link in self._links if link in links], links):
                self.notice.emit(
                    self.tr(
                        "The same sentences have been linked otherwise in another window at the same time. "
                        "Check these links."
                    )
                )
            self._links, self._placed = links, None
            self._align()

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        if self._of == before.path:
            self._of = now.path

    # Aligning

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._placed, self._given_up = None, False
        self._align()

    @guarded
    def _on_updated(self, changed: list[tuple[Row, Row]]) -> None:
        """More is translated: what is not sure yet may be then."""
        done = any(row.state is State.DONE and old.state is not State.DONE for old, row in changed)
        if done and self._wanted and self.path is not None and not self._timer.isActive():
            self._timer.start()

    @guarded
    def _align_again(self) -> None:
        text, translated = self._document.text, self._translated
        if text is None or self._aligning.running:
            self._timer.start()
        elif self._placed is None or translated >= _MORE * self._placed.translated or not self._pending:
            self._align()

    @property
    def _pending(self) -> int:
        tally = self._document.tally
        return tally.pending if tally is not None else 0

    @property
    def _translated(self) -> int:
        text = self._document.text
        return sum(row.state is State.DONE for row in text.rows) if text is not None else 0

    def _align(self) -> None:
        text, path, translated = self._document.text, self.path, self._translated
        if text is None or path is None or not self._wanted or self._given_up or not translated:
            return
        if self._placed is not None and self._placed.translated == translated:
            return
        if self._document.arriving:  # what is new is told by what is there
            self._document.once_shown(self._align)
            return
        snapshot, links = text.snapshot(), tuple(self._links)
        known = self._read[1] if self._read is not None and self._read[0] == path else None
        self._aligning.start(
            lambda job: aligned(job, snapshot, path, known, links, translated),
            item=self._document.gather,
            finished=self._on_aligned,
            failed=self._on_failed,
        )

    def _on_aligned(self, found: Placed) -> None:
        if self._fresh:
            self._fresh = False
            self._keep(self._links)
        if self.path is not None:
            self._read = self.path, found.document
        self._placed = found
        self.laid.emit()
        if self._translated > found.translated:
            self._timer.start()
        self._next_change()

    def _on_failed(self, error: Exception) -> None:
        self._changes.clear()
        self._placed = None
        self._given_up = True
        fresh, self._fresh = self._fresh, False
        if not fresh or self._former[0] is None:
            self._take_away()
        self.failed.emit(error)
        if fresh:  # else it stays for the text in another direction, or when its file is back
            (self.path, self._links), self._given_up = self._former, False
            self.changed.emit()
            self._align()

    @guarded
    def _end(self) -> None:
        self._aligning.cancel()
        self._timer.stop()
        self._changes.clear()

    def _take_away(self) -> None:
        """Leave nothing beside the text, also of what is still to be shown, in parts."""
        self._document.once_shown(lambda: self._document.gather(taken_away(self._document.text)))

    # By hand

    def change(self, change: "Change", row: int, sentence: Span | None) -> None:
        """Change the link of a sentence, a span of the original in code points, or of the paragraph's first one.

        What cannot be done is told by `notice`.
        """
        self._changes.append((change, row, sentence))
        self._next_change()

    def _next_change(self) -> None:
        text, found = self._document.text, self._placed
        if self._missed and not self._changes:
            self._look_elsewhere()
        if not self._changes or text is None or found is None or self._aligning.running:
            return
        if self._document.arriving:
            self._document.once_shown(self._next_change)
            return
        change, row, sentence = self._changes.popleft()
        snapshot = text.snapshot()
        self._aligning.start(
            lambda job: moved(job, snapshot, found, change, row, sentence),
            item=self._document.gather,
            finished=lambda result: self._on_changed(found, result),
            failed=self._on_change_failed,
        )

    def _on_changed(self, before: Placed, result: "tuple[Alignment, list[KeptLink]] | None") -> None:
        if result is None:
            self.notice.emit(self.tr("There is nothing to move there."))
        elif result[0] != before.alignment:
            links, (alignment, changed) = tuple(self._links), result
            self._placed = Placed(before.document, alignment, before.translated)
            self._keep(tuple(changed))
            self._push((before, links), (self._placed, tuple(changed)))
        self._next_change()

    def _push(self, before: "_Linked", after: "_Linked") -> None:
        of, path = self._of, self.path
        if of is None or path is None:
            return
        self._undo.push(
            Step(
                lambda: self.tr("change of links to the human translation"),
                lambda: self._restore(path, after, before),
                lambda: self._restore(path, before, after),
                document=of,
                about=frozenset({of, path}),
                subjects=frozenset({(Column.REFERENCE, path)}),
            )
        )

    def links_for(self, path: Path) -> "Sequence[KeptLink]":
        """What the user has linked by hand in a file, if that is the one beside the text."""
        return self._links if path == self.path else ()

    def is_laid(self, path: Path) -> bool:
        """Whether the texts of this file, as it can be aligned now, are beside the text."""
        here = self._placed is not None and path == self.path and not self._aligning.running
        return here and self._placed is not None and self._placed.translated == self._translated

    @guarded
    def lay_again(self, *_: object) -> None:
        """Another may have been laid beside the text meanwhile, for an export."""
        if self._placed is not None and not self._aligning.running:
            self._placed = None
            self._align()

    def _on_change_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self._next_change()

    def _restore(self, path: Path, before: "_Linked", after: "_Linked") -> None:
        """Make the links that a change has made those that there were: others stay as they are by now."""
        text = self._document.text
        if self.path != path or text is None:
            return
        self._keep(merged_links(after[1], before[1], self._links))
        if self._placed is not before[0]:
            self._placed = None
            self._align()
            return
        self._placed = after[0]  # nothing else has changed since: to align all again would take long
        self._document.once_shown(partial(self._lay, text, after[0]))

    def _lay(self, text: ParallelText, now: Placed) -> None:
        if self._placed is not now:
            return
        snapshot = text.snapshot()
        self._aligning.start(
            lambda job: hand_over(job, snapshot, now.alignment, now.document),
            item=self._document.gather,
            finished=lambda _: self._next_change(),
            failed=self._on_change_failed,
        )

    # Saving

    def remember(self) -> None:
        """Save what surely belongs together in the translation memory, as the user's own."""
        text, found = self._document.text, self._placed
        if text is None or found is None:
            return
        self._saving.save(text.snapshot(), found)

    @property
    def shown(self) -> bool:
        """Whether its column is shown."""
        return self._wanted

    @property
    def ready(self) -> bool:
        """Whether it is aligned with the open text."""
        return self._placed is not None
