"""The user's own wording of a sentence: asked for in a bar, kept at once, and shown wherever the sentence stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from reader.argos import find_packages, identity_of
from reader.document import Paragraph
from reader.editing import editable, edited, linked, sentence_text, with_wording_everywhere
from reader.errors import TranslationError
from reader.hypothesis import Hypothesis, Translator
from reader.parallel import ParallelText, Row, initial_row
from reader.translation import Translated, translate
from reader.wording import wording
from ui.edit_bar import EditBar
from ui.guard import guarded
from ui.i18n import said
from ui.jobs import Job, Pool
from ui.reading.links import Place
from ui.reading.view import ReadingView
from ui.theme import Theme
from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Change:
    """From now on `sentence` of `text` is worded so, and no more as `before`.

    `number` tells it from an earlier change of the sentence.
    """

    text: ParallelText
    sentence: str
    wording: Hypothesis
    number: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class _Pending:
    """What was typed before the program ended unexpectedly, where, and whom to tell what becomes of it."""

    draft: str
    row: int
    sentence: str
    taken_up: Callable[[], None]
    gone: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Kept:
    """How keeping a change went: whether it is safely on the disk, and what stood there that nobody here had seen."""

    change: _Change
    safe: bool
    other: str = ""
    untranslated: bool = False  # the edit is gone, and the machine's wording is not known


class Editing(QObject):
    """Ties the bar to the view and to the open text."""

    notice = Signal(str)
    differed = Signal(str, object)  # what to tell, and what takes the other wording instead

    def __init__(self, view: ReadingView, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        """Edits what `view` shows of the text that is open in `workspace`."""
        super().__init__(parent)
        self._view, self._workspace = view, workspace
        self._place: Place | None = None
        self._pending: _Pending | None = None
        self._unkept: dict[str, _Change] = {}  # by sentence; written here, taken out by the memory's thread
        self._numbers: dict[str, int] = {}  # of the latest change of each sentence
        self.bar = EditBar(theme)
        self.bar.saved.connect(self._save)
        self.bar.reverted.connect(self._revert)
        self.bar.closed.connect(self._on_closed)
        workspace.leaving.connect(self._leave)

    def begin(self) -> None:
        """Open the bar for the sentence that is lit."""
        self.finish()
        text, place = self._workspace.text, self._view.lit
        row = text.rows[place.row] if text is not None and place is not None else None
        if place is None or row is None or place.sentence is None or not editable(row, place.sentence):
            self.notice.emit(self.tr("Only a sentence that has been translated can be worded anew."))
            return
        self._place = place
        pair = row.sentences[place.sentence]
        self.bar.open_for(sentence_text(row, place.sentence), row.target[slice(*pair.target)], edited=pair.edited)

    @property
    def draft(self) -> tuple[str, int, str] | None:
        """What has been typed and not saved yet, the row, and the sentence it is for."""
        if not self.bar.changed or (found := self._row()) is None or self._place is None:
            return None
        _, row, index = found
        return self.bar.field.toPlainText(), self._place.row, sentence_text(row, index)

    def go_on(
        self, draft: str, row: int, sentence: str, taken_up: Callable[[], None], gone: Callable[[], None]
    ) -> None:
        """Open the bar with what was typed for a sentence of the open document, once that is translated.

        `taken_up` is called then, and `gone` if the document has the sentence no more; if it is left before, neither.
        """
        self._pending = _Pending(draft, row, sentence, taken_up, gone)
        self.take_up()

    @guarded
    def take_up(self) -> None:
        """Look whether the sentence that something was typed for can be edited by now."""
        text = self._workspace.text
        if self._pending is None or text is None:
            return
        pending, number, sentence = self._pending, self._pending.row, self._pending.sentence
        row = text.rows[number] if number < len(text.rows) else None
        places = range(len(row.sentences)) if row is not None else range(0)
        index = next((i for i in places if row and sentence_text(row, i) == sentence and editable(row, i)), None)
        if index is None:
            if row is None or sentence not in row.source.text:
                self._pending = None
                pending.gone()
            return  # else it is not translated yet
        self._pending = None
        self._view.move_caret(Place(number, self._view.columns()[-1], index))
        self.begin()
        self.bar.field.setPlainText(pending.draft)
        pending.taken_up()

    @guarded
    def finish(self) -> None:
        """Keep what was typed and not saved yet, and close the bar: the document is left."""
        if self.bar.changed:
            self._save(self.bar.field.toPlainText())
        self.bar.hide()
        self._place = None

    @guarded
    def _leave(self) -> None:
        self.finish()
        self._pending = None

    @guarded
    def _on_closed(self) -> None:
        self._view.setFocus()

    def _row(self) -> tuple[ParallelText, Row, int] | None:
        """The text, the row and the sentence that the bar is about, if that can still be edited."""
        text, place = self._workspace.text, self._place
        if text is None or place is None or place.sentence is None:
            return None
        row = text.rows[place.row]
        return (text, row, place.sentence) if editable(row, place.sentence) else None

    # A wording of the user's

    @guarded
    def _save(self, wording: str) -> None:
        if (found := self._row()) is None:
            return
        text, row, index = found
        _, new = edited(row, index, wording)
        before = row.target[slice(*row.sentences[index].target)]
        self._word(replace(self._change(text, sentence_text(row, index), new), before=before))

    def _word(self, change: _Change) -> None:
        """Keep a wording, and link its words."""
        self._unkept[change.sentence] = change
        self._run(self._workspace.edit_pool, Job(lambda job: self._keep(job, change)))
        linking = Job(lambda job: self._linked(job, change))
        linking.finished.connect(guarded(lambda _, better: self._on_linked(better)))
        # Links are a help: the wording is as good without better ones.
        self._workspace.engine_pool.start(linking)

    def _change(self, text: ParallelText, sentence: str, wording: Hypothesis) -> _Change:
        """Show the wording where the bar was opened for it; elsewhere it follows."""
        self._numbers[sentence] = self._numbers.get(sentence, 0) + 1
        change = _Change(text, sentence, wording, self._numbers[sentence])
        if self._place is not None:
            self._show_in(self._place.row, change)
        return change

    def _is_latest(self, change: _Change) -> bool:
        return self._numbers.get(change.sentence) == change.number

    def _keep(self, job: Job, change: _Change) -> _Kept:
        """On the thread for the memory, which does one change after the other."""
        text, memory = change.text, self._workspace.memory
        if not self._is_latest(change):
            return _Kept(change, safe=True)
        languages = text.source_language, text.target_language
        there = memory.edits(*languages, [change.sentence]).get(change.sentence)
        safe = memory.keep_edits(*languages, {change.sentence: change.wording})
        if safe and self._unkept.get(change.sentence) is change:
            del self._unkept[change.sentence]
        _spread(job, change)
        ours = (change.before, change.wording.text)
        return _Kept(change, safe, there.text if there is not None and there.text not in ours else "")

    def _linked(self, job: Job, change: _Change) -> _Change | None:
        """On the engine's thread: the wording with its words linked anew; None if they are as they were."""
        installed, text = find_packages(), change.text
        packages = text.packages or installed.route(text.source_language, text.target_language)
        both = self._workspace.engines.for_links(packages, installed, job.is_cancelled)
        engine = self._workspace.engines.get(packages, job.is_cancelled)
        new = linked(change.sentence, change.wording, engine, both[1] if both is not None else None)
        return replace(change, wording=new) if new != change.wording else None

    def _on_linked(self, better: _Change | None) -> None:
        if better is not None:
            self._run(self._workspace.edit_pool, Job(lambda job: self._keep_links(job, better)))

    def _keep_links(self, job: Job, better: _Change) -> None:
        """On the thread for the memory: only if the wording is still the one that the links were made for."""
        text, links = better.text, {better.sentence: better.wording}
        if self._workspace.memory.relink_edits(text.source_language, text.target_language, links):
            _spread(job, better)

    # The machine's again

    @guarded
    def _revert(self) -> None:
        if (found := self._row()) is None:
            return
        text, row, index = found
        # The user's own stays in its place until the machine's is there.
        own = Hypothesis(row.target[slice(*row.sentences[index].target)], 0.0, edited=True)
        change = self._change(text, sentence_text(row, index), own)
        self._unkept.pop(change.sentence, None)
        self._run(self._workspace.edit_pool, Job(lambda job: self._forget(job, change, identity_of(text.packages))))

    def _forget(self, job: Job, change: _Change, package: str) -> _Kept:
        """On the thread for the memory."""
        text, memory = change.text, self._workspace.memory
        safe = memory.forget_edits(text.source_language, text.target_language, [change.sentence])
        known = memory.lookup(package, [change.sentence]) if package else {}
        if change.sentence in known:
            _spread(job, replace(change, wording=known[change.sentence]))
        return _Kept(change, safe, untranslated=change.sentence not in known)

    def _translate_anew(self, job: Job, change: _Change) -> None:
        """On the engine's thread."""
        text = change.text
        packages = find_packages().route(text.source_language, text.target_language)
        engine: Translator = self._workspace.engines.get(packages, job.is_cancelled)
        row = initial_row(Paragraph(change.sentence))
        for translated in translate(
            [row],
            text.source_language,
            engine,
            cancelled=job.is_cancelled,
            memory=self._workspace.memory,
            package=identity_of(packages),
        ):
            known = self._workspace.memory.lookup(identity_of(packages), [change.sentence])
            if translated.row.reason:
                raise TranslationError("{reason}", reason=translated.row.reason)
            if change.sentence in known:
                _spread(job, replace(change, wording=known[change.sentence]))

    # What comes of it

    def _run(self, pool: Pool, job: Job) -> None:
        job.item.connect(guarded(lambda _, item: self._show_in(*item)))
        job.finished.connect(guarded(lambda _, kept: self._on_kept(kept)))
        job.failed.connect(guarded(lambda _, error: self.notice.emit(said(error))))
        pool.start(job)

    def _on_kept(self, kept: _Kept | None) -> None:
        if kept is None:
            return
        if not kept.safe:
            self.notice.emit(
                self.tr("Your edit could not be written safely to the disk. Make room on it and edit again.")
            )
        if kept.untranslated:
            change = kept.change
            self._run(self._workspace.engine_pool, Job(lambda job: self._translate_anew(job, change)))
        elif kept.other:
            words = self.tr("This sentence was edited elsewhere meanwhile: “{other}”. Yours is kept.")
            self.differed.emit(words.format(other=kept.other), lambda: self._use(kept.change, kept.other))

    def _use(self, change: _Change, other: str) -> None:
        """Take the wording that was made elsewhere after all."""
        self._numbers[change.sentence] = self._numbers.get(change.sentence, 0) + 1
        new = wording(change.sentence, other)
        number, before = self._numbers[change.sentence], change.wording.text
        self._word(_Change(change.text, change.sentence, new, number, before))

    @property
    def unkept(self) -> dict[str, str]:
        """What the user has written and is not safely on the disk (yet), by sentence."""
        return {sentence: change.wording.text for sentence, change in self._unkept.copy().items()}

    def give_up(self) -> None:
        """What could not be kept is left."""
        self._unkept.clear()

    # What was edited elsewhere

    def number_of(self, sentence: str) -> int:
        """Counts up with each change of a sentence here."""
        return self._numbers.get(sentence, 0)

    def _show_in(self, index: int, change: _Change) -> None:
        """Show the wording in a row as that is now."""
        text = change.text
        if self._workspace.text is text and self._is_latest(change):
            changed = with_wording_everywhere([text.rows[index]], change.sentence, change.wording)
            self._workspace.replace_rows([Translated(index, row) for _, row in changed])


def _spread(job: Job, change: _Change) -> None:
    """Hand over every row that the sentence stands in."""
    for index, _ in with_wording_everywhere(list(change.text.rows), change.sentence, change.wording):
        job.emit_item((index, change))
