"""Drafts: text typed for a sentence and not saved, offered in notices to continue with or to discard."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.drafts import Draft, Drafts
from reader.late_dataclasses import dataclass
from reader.text import Document, shown
from ui.editing.change import DraftCallbacks
from ui.editing.controller import Editing
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.line_breaks import shortened
from ui.toolkit.notices import NoticeBar
from ui.window.document_controller import DocumentController

if TYPE_CHECKING:
    from filelock import BaseFileLock


@dataclass(frozen=True, slots=True)
class _Offer:
    """A notice about a stored draft.

    Attributes:
        draft: the draft.
        say: says the same of a file and the draft in it.
    """

    draft: Draft
    say: Callable[[Path, Draft], None]


class DraftOffers(QObject):
    """Keeps each draft until it is saved or discarded, whichever window it is typed in.

    Attributes:
        taken_up: the files of drafts being edited again, to be deleted once the typed text is recorded elsewhere.
    """

    changed = Signal()  # the typed text should be recorded

    def __init__(self, drafts: Drafts, pool: Pool, document: OpenDocument, called: Callable[[Path], str]) -> None:
        """Nothing is offered before `attach`.

        `pool`, which has one thread, is for disk access; `called` tells what the document of a file is called.
        """
        super().__init__()
        self._called = called
        self._drafts, self._pool, self._document = drafts, pool, document
        self._documents: DocumentController | None = None
        self._editing: Editing | None = None
        self._notices: NoticeBar | None = None
        self.taken_up: set[Path] = set()
        self._going_on: tuple[Path, Draft] | None = None  # a draft whose document is opened for it, until that is left
        self._claims: dict[Path, BaseFileLock] = {}  # the right to go on with drafts, by file
        self._closed: set[Path] = set()  # the files of drafts whose notices the user has closed
        self._offered: dict[Path, _Offer] = {}  # the stored drafts of which there are notices, by file
        self._moves: list[tuple[Path, Path]] = []  # of documents, since the program was started
        self._over = False  # whether the program is ending, and nobody can be told
        document.leaving.connect(self._on_leaving)
        document.unreadable.connect(self._on_unreadable)

    def attach(self, documents: DocumentController, editing: Editing, notices: NoticeBar) -> None:
        """Use these parts of the window from now on."""
        self._documents, self._editing, self._notices = documents, editing, notices
        editing.left_over.connect(self._on_left_over)
        editing.lost.connect(self._on_lost)
        documents.new_shown.connect(self._offer_again_of)

    def end(self) -> None:
        """The program ends: offer nothing more."""
        self._over = True

    def put_aside(self) -> bool:
        """Store text being typed as a draft when the program is ended from outside; returns whether it is safe."""
        if self._editing is None or (draft := self._editing.draft) is None:
            return True
        if (file := self._drafts.keep(draft)) is not None:
            self.taken_up.discard(file)  # the same text may have been a draft before
            self._editing.put_away()
        return file is not None

    def offer_found(self, file: Path, draft: Draft) -> None:
        """Offer a draft left by an earlier run."""
        self._offer(file, draft, self._found)

    @guarded
    def _offer_again_of(self, document: Document) -> None:
        """A document is opened: offer again the drafts in it whose notices were closed, if they still exist."""
        if (path := document.path) is None or not self._closed:
            return
        job = Job(lambda _: [(file, draft) for file, draft in self._drafts if Path(draft.document) == path])
        job.finished.connect(guarded(lambda _, found: self._on_looked(path, found)))
        self._pool.start(job)

    @guarded
    def offer_kept(self, path: Path | None) -> None:
        """A document, or with None any, was forgotten, and the notices about it: offer again what the user had kept."""
        job = Job(lambda _: [each for each in self._drafts if path is None or Path(each[1].document) == path])
        job.finished.connect(guarded(lambda _, found: self._on_kept(found)))
        self._pool.start(job)

    def _on_kept(self, found: Sequence[tuple[Path, Draft]]) -> None:
        for file, draft in found:
            if not self._over and file not in self._closed | self.taken_up:
                self._offer(file, draft, self._was_kept)

    def _on_looked(self, path: Path, found: Sequence[tuple[Path, Draft]]) -> None:
        entry = self._document.entry
        if self._over or entry is None or entry.path != path:
            return
        for file, draft in found:
            if file in self._closed:
                self._offer(file, draft, self._was_kept)

    @guarded
    def follow(self, before: Path, now: Path) -> None:
        """A document has another file than before: its drafts are of that, and so is what is offered."""
        self._moves.append((before, now))
        self._pool.start(Job(lambda _: self._drafts.follow(str(before), str(now))))
        self.look()

    def _moved(self, draft: Draft, since: int) -> Draft:
        """A draft as it is after all moves since there were so many."""
        path = Path(draft.document)
        for before, now in self._moves[since:]:
            path = now if path == before else path
        return replace(draft, document=str(path))

    @guarded
    def look(self) -> None:
        """Offer nothing any more that another window has saved or discarded."""
        if self._offered:
            offered = {file: offer.draft for file, offer in self._offered.items()}
            job = Job(lambda _: _gone(offered, self._drafts))
            job.finished.connect(guarded(lambda _, gone: self._on_gone(gone)))
            self._pool.start(job)

    def _on_gone(self, gone: Mapping[Path, tuple[Path, Draft] | None]) -> None:
        for file, moved in gone.items():
            offer = self._offered.pop(file, None)
            if offer is None or self._over or self._notices is None:
                continue
            self._notices.take_back(file.name)
            if moved is not None:
                offer.say(*moved)

    def _found(self) -> str:
        return self.tr(
            "You were editing a sentence in “{name}” (“{sentence}”) when Tospalt quit. What you typed was kept."
        )

    def _was_kept(self) -> str:
        return self.tr("What you typed for a sentence in “{name}” (“{sentence}”) was kept.")

    def _was_lost(self) -> str:
        return self.tr(
            "A sentence that you were editing in “{name}” (“{sentence}”) has changed or is no longer in the file. What "
            "you typed was kept."
        )

    def _was_not_kept(self) -> str:
        return self.tr("What you typed for a sentence in “{name}” (“{sentence}”) could not be saved to disk.")

    def _offer(self, file: Path, draft: Draft, words: Callable[[], str], *, stored: bool = True) -> None:
        assert self._notices is not None
        self._closed.discard(file)
        since = len(self._moves)
        if stored:
            self._offered[file] = _Offer(draft, lambda file, draft: self._offer(file, draft, words))
        self._notices.say(
            partial(self._named, words(), draft),
            self.tr("Continue editing"),
            lambda: self._go_on(file, self._moved(draft, since), stored=stored),
            topic=file.name,
            lasting=True,
            second=(self.tr("Discard"), lambda: self._discard(file)),
            about=Path(draft.document),
            closed=lambda: self._on_closed(file),
            again=lambda _: self._offer(file, draft, words, stored=stored),
        )

    def _on_closed(self, file: Path) -> None:
        self._offered.pop(file, None)
        self._closed.add(file)

    def _discard(self, file: Path) -> None:
        self._offered.pop(file, None)
        self._pool.start(Job(lambda _: self._discarded(file)))

    def _discarded(self, file: Path) -> None:
        """On the pool's thread: delete the draft, unless another window goes on with it."""
        if (claim := self._drafts.claim(file)) is not None:
            claim.release()
            self._drafts.drop(file)

    def _is_ours(self, file: Path) -> bool:
        """Whether this window goes on with a draft: of several that offer it, the first that takes it up."""
        if file not in self._claims and (claim := self._drafts.claim(file)) is not None:
            self._claims[file] = claim
        return file in self._claims

    def release(self, files: Iterable[Path]) -> None:
        """These drafts are no longer gone on with, or recorded elsewhere."""
        for file in files:
            if (claim := self._claims.pop(file, None)) is not None:
                claim.release()

    def _tell_taken(self, draft: Draft) -> None:
        assert self._notices is not None
        words = self.tr(
            "What you typed for a sentence in “{name}” (“{sentence}”) was continued or discarded in another window."
        )
        self._notices.say(self._named(words, draft, Path(draft.document)))

    def _go_on(self, file: Path, draft: Draft, *, stored: bool) -> None:
        self._offered.pop(file, None)
        if stored and not file.exists():
            file = self._drafts.file_of(draft)  # the document has just been moved, and its draft with it
        if stored and not self._is_ours(file):
            self._tell_taken(draft)
            return
        assert self._documents is not None and self._editing is not None
        since = len(self._moves)
        place = self._documents.reading_position()
        if place is None or place[0].path != Path(draft.document) or self._document.text is None:
            self._documents.open_again(Path(draft.document), draft.row, 0.0)
            self._going_on = file, draft
        self._editing.go_on(
            draft.words,
            draft.row,
            draft.sentence,
            DraftCallbacks(
                lambda: self._on_taken_up(file),
                lambda: self._offer_copy(file, self._moved(draft, since)),
                lambda words: self._put_back(file, replace(self._moved(draft, since), words=words), self._was_kept),
                lambda words: self._put_back(file, replace(self._moved(draft, since), words=words), self._was_lost),
            ),
        )

    def _on_taken_up(self, file: Path) -> None:
        """From now on the draft is recorded as text being typed; its file is not needed once that is done."""
        self.taken_up.add(file)
        self.changed.emit()

    def _put_back(self, file: Path, draft: Draft, words: Callable[[], str]) -> None:
        """The draft was continued and left without being saved: store it, and offer it again with these words."""
        self.taken_up.discard(file)
        job = Job(lambda _: self._kept_again(file, draft))
        job.finished.connect(guarded(lambda _, kept: self._offer_again(file, kept, draft, words)))
        self._pool.start(job)  # first: the typed text is then recorded without it
        self.changed.emit()

    def _kept_again(self, file: Path, draft: Draft) -> Path | None:
        """On the pool's thread: store the draft in place of `file`; returns its file, or None if that failed."""
        now = self._drafts.keep(draft)
        if now not in (None, file):
            self._drafts.drop(file)
        return now

    def _offer_again(self, file: Path, kept: Path | None, draft: Draft, words: Callable[[], str]) -> None:
        self.release([file])
        if self._over:
            return
        if kept is not None:
            self._offer(kept, draft, words)
        else:
            self._offer(file, draft, self._was_not_kept, stored=False)

    @guarded
    def _on_left_over(self, draft: Draft) -> None:
        self._put_back(self._drafts.file_of(draft), draft, self._was_kept)

    @guarded
    def _on_lost(self, draft: Draft) -> None:
        self._put_back(self._drafts.file_of(draft), draft, self._was_lost)

    @guarded
    def _on_leaving(self) -> None:
        self._going_on = None

    @guarded
    def _on_unreadable(self) -> None:
        going_on, self._going_on = self._going_on, None
        if going_on is not None:
            self._offer_copy(*going_on)

    def _offer_copy(self, file: Path, draft: Draft) -> None:
        """The sentence no longer exists: offer the typed text for copying."""
        self.release([file])
        assert self._notices is not None
        self._offered[file] = _Offer(draft, self._offer_copy)
        words = self.tr("The sentence that you were editing is no longer in “{name}”. You had typed: “{words}”")
        self._notices.say(
            lambda path: words.format(name=self._name_at(path), words=draft.words),
            self.tr("Copy"),
            lambda: QGuiApplication.clipboard().setText(draft.words),
            topic=file.name,
            lasting=True,
            second=(self.tr("Discard"), lambda: self._discard(file)),
            about=Path(draft.document),
            closed=lambda: self._on_closed(file),
            again=lambda _: self._offer_copy(file, draft),
        )

    def _named(self, words: str, draft: Draft, path: Path | None) -> str:
        return words.format(name=self._name_at(path), sentence=shortened(shown(draft.sentence)))

    def _name_at(self, path: Path | None) -> str:
        return self._called(path) if path is not None else ""


def _gone(offered: Mapping[Path, Draft], drafts: Drafts) -> dict[Path, tuple[Path, Draft] | None]:
    """Off the window's thread: the offered files that are not there any more; each with where its draft is now.

    A draft is in another file if the document has one.
    """
    gone = [file for file in offered if not file.exists() and file.parent.is_dir()]
    left = {replace(draft, document=""): (file, draft) for file, draft in drafts} if gone else {}
    return {file: left.get(replace(offered[file], document="")) for file in gone}
