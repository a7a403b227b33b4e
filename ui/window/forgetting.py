"""Forgetting the open document or everything, from the window: confirmed twice if the user's edits are deleted too."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from reader.annotations import BOOKMARK, NOTE
from reader.library import Entry
from reader.memory import Amount, Key, total_of
from reader.parallel import ParallelText
from reader.paths import is_pasted
from ui.editing.controller import Editing
from ui.library.shelf import Shelf
from ui.memory.controller import MemoryFiles
from ui.session.open_document import OpenDocument
from ui.session.pools import Pools
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_in_text, language_title, said
from ui.toolkit.latest import Latest
from ui.toolkit.notices import NoticeBar
from ui.toolkit.question import ask
from ui.window.forgetter import Forgetter

if TYPE_CHECKING:
    from reader.translation import ForgettingPlan
    from ui.window.memory_dialog import MemoryDialog

# The most documents named in a question.
_NAMED = 5
_SI = QLocale.DataSizeFormat.DataSizeSIFormat
_TOPIC = "forgetting"  # of the notice that not everything is forgotten yet


class Forgetting(QObject):
    """Connects the dialog to the memory, the library and the open document."""

    def __init__(
        self,
        window: QWidget,
        document: OpenDocument,
        editing: Editing,
        forgetter: Forgetter,
        shelf: Shelf,
        notices: NoticeBar,
        close_document: Callable[[], None],
        pools: Pools,
        files: MemoryFiles,
    ) -> None:
        """Serve `window`; `close_document` closes the open document, once `editing` is settled.

        The dialog offers what `files` does too.
        """
        super().__init__(window)
        self._window, self._document, self._shelf, self._notices = window, document, shelf, notices
        self._editing, self._forgetter, self._close_document = editing, forgetter, close_document
        self._files = files
        self._dialog: MemoryDialog | None = None
        self._counting = Latest(pools.edits, self)
        self._planning = Latest(pools.files, self)
        forgetter.forgotten.connect(notices.forget)
        forgetter.told.connect(self._on_told)
        forgetter.planned.connect(self._on_planned)

    def open(self) -> None:
        """Show what is remembered."""
        from ui.window.memory_dialog import MemoryDialog

        dialog = self._dialog = MemoryDialog(self._window)
        dialog.import_button.clicked.connect(guarded(lambda: self._instead(self._files.ask_for_files)))
        dialog.export_button.clicked.connect(guarded(lambda: self._instead(self._files.ask_for_export)))
        dialog.document_button.clicked.connect(guarded(self._plan))
        dialog.everything_button.clicked.connect(guarded(self._ask_for_everything))
        dialog.finished.connect(self._on_closed)
        self._counting.start(lambda _: self._forgetter.contents(), finished=lambda contents: self._tell(*contents))
        dialog.open()

    def _instead(self, ask: Callable[[], None]) -> None:
        """Close the dialog for another one."""
        if self._dialog is not None:
            self._dialog.accept()
        ask()

    @guarded
    def _on_closed(self) -> None:
        self._planning.cancel()
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    def _tell(self, amounts: Sequence[Amount], size: int, for_documents: bool) -> None:
        if self._dialog is not None:
            words = self._stored(amounts, size) if amounts else self._nothing_stored(for_documents)
            self._dialog.show_counts(
                words,
                document=self._document.text is not None,
                something=bool(amounts)
                or for_documents
                or self._forgetter.has_pasted()
                or self._forgetter.has_own_words(),
                exportable=any(amount.source for amount in amounts),
            )

    def _nothing_stored(self, but_for_documents: bool) -> str:
        if but_for_documents:
            return self.tr("No translations or edits are stored, only notes, bookmarks or choices for documents.")
        return self.tr("No translations or edits are stored.")

    def _stored(self, amounts: Sequence[Amount], size: int) -> str:
        total = total_of(amounts)
        parts = [self._all_stored(total.imported).format(**self._counted(total))]
        for amount in [a for a in amounts if a.source and len(amounts) > 1]:
            names = {"source": language_title(amount.source), "target": language_in_text(amount.target)}
            parts.append(self._of_pair(amount.imported).format(**names, **self._counted(amount)))
        parts.append(self.tr("Size on disk: {size}").format(size=QLocale().formattedDataSize(size, 1, _SI)))
        return f"{parts[0]}\n\n" + "\n".join(parts[1:])

    def _all_stored(self, imported: int) -> str:
        if imported:
            return self.tr(
                "{translations}, {edits} and {imported} are stored, only on this computer, so that documents you open "
                "again are translated at once. What you forget cannot be recovered."
            )
        return self.tr(
            "{translations} and {edits} are stored, only on this computer, so that documents you open again are "
            "translated at once. What you forget cannot be recovered."
        )

    def _of_pair(self, imported: int) -> str:
        if imported:
            return self.tr("{source} to {target}: {translations}, {edits} and {imported}")
        return self.tr("{source} to {target}: {translations} and {edits}")

    def _counted(self, amount: Amount) -> dict[str, str]:
        return {
            "translations": self.tr("%Ln translated sentence(s)", "", amount.translations),
            "edits": self.tr("%Ln edit(s)", "", amount.edits),
            "imported": self.tr("%Ln imported sentence(s)", "", amount.imported),
        }

    # One document

    def _plan(self) -> None:
        text, entry = self._document.text, self._document.entry
        if text is None or entry is None or self._planning.running or self._dialog is None:
            return
        plan = self._forgetter.planner(text, *self._drafted(text))
        self._dialog.document_button.setEnabled(False)
        self._planning.start(
            lambda job: plan(job.is_cancelled),
            finished=lambda plan: self._ask_for_document(entry, plan),
            failed=lambda error: self._notices.say(said(error)),
        )

    def _drafted(self, text: ParallelText | None) -> list[Key]:
        """The sentence being edited in the open text, if any: it is saved first."""
        draft = self._editing.draft
        if text is None or draft is None:
            return []
        return [(text.source_language, text.target_language, draft.sentence)]

    def _ask_for_document(self, entry: Entry, plan: "ForgettingPlan") -> None:
        if self._dialog is None:
            return
        self._dialog.accept()
        words, title = self._question([entry]), self._shelf.called(entry)
        if plan.shared:
            words += "\n\n" + self.tr(
                "%Ln sentence(s) will be kept because other documents in the library have them too.", "", plan.shared
            )
        if plan.unread:
            unread = self.tr(
                "Sentences that it shares with document(s) that cannot be read will also be forgotten: {names}",
                "",
                len(plan.unread),
            )
            words += "\n\n" + unread.format(names=self._names(plan.unread))

        if judged := self._judged(plan):
            words += f"\n\n{judged}"
        go_on = partial(self._go_on, [entry], title, plan, "", "")
        ask(self._window, words, {self.tr("Forget"): go_on}, self.tr("Cancel"))

    def _go_on(self, entries: Sequence[Entry], title: str, plan: "ForgettingPlan", left: str, judged: str) -> None:
        """Forget documents, with another question first if the user has edited them.

        It says also, or instead, what they have `judged`, unless that is ""; `left` is told afterwards.
        """
        forget = partial(self._forget_documents, entries, title, plan, left=left)
        if plan.number_of_edits or plan.drafts:
            self._ask_for_edits(entries, plan, forget, judged)
        elif judged:
            words = self.tr("%Ln document(s) will be forgotten. This cannot be undone.", "", len(entries))
            choices = {self.tr("Forget"): partial(forget, edits=False)}
            ask(self._window, f"{words}\n\n{judged}", choices, self.tr("Cancel"))
        else:
            forget(edits=False)

    def _judged(self, plan: "ForgettingPlan") -> str:
        """What the user has accepted, dismissed and noted that is forgotten too, in words; "" if that is nothing."""
        accepted = self.tr("%Ln accepted sentence(s)", "", plan.accepted) if plan.accepted else ""
        dismissed = self.tr("%Ln dismissed warning(s)", "", plan.dismissed) if plan.dismissed else ""
        notes = self.tr("%Ln note(s)", "", plan.values[NOTE]) if plan.values.get(NOTE) else ""
        bookmarks = self.tr("%Ln bookmark(s)", "", plan.values[BOOKMARK]) if plan.values.get(BOOKMARK) else ""
        what = ", ".join(filter(None, (accepted, dismissed, notes, bookmarks)))
        return self.tr("These will also be forgotten: {what}").format(what=what) if what else ""

    def _question(self, entries: Sequence[Entry]) -> str:
        pasted = [entry for entry in entries if is_pasted(entry.path)]
        if len(entries) > 1:
            words = self.tr(
                "Forget %Ln document(s)? Their translations, their entries in the library and your places in them are "
                "deleted. The files themselves are not deleted. This cannot be undone.",
                "",
                len(entries),
            )
            return f"{words}\n\n{self._of_pasted()}" if pasted else words
        if pasted:
            words = self.tr(
                "Forget “{title}”? This text was pasted into Tospalt and is not kept anywhere else. It is deleted with "
                "its translation, its entry in the library and your place in it. This cannot be undone."
            )
        else:
            words = self.tr(
                "Forget “{title}”? Its translation, its entry in the library and your place in it are deleted. The "
                "file itself is not deleted. This cannot be undone."
            )
        return words.format(title=self._shelf.called(entries[0]))

    def _of_pasted(self) -> str:
        return self.tr("The texts that you have pasted are deleted: they are not kept anywhere else.")

    def _ask_for_edits(
        self, entries: Sequence[Entry], plan: "ForgettingPlan", forget: Callable[..., None], judged: str
    ) -> None:
        edits, drafts = plan.number_of_edits, plan.drafts
        words = (self._of_edits if edits else self._of_drafts)(edits or drafts, len(entries) > 1)
        if edits and drafts:
            words += "\n\n" + self.tr("Your choice also applies to %Ln unsaved edit(s).", "", drafts)
        if plan.unread:
            unread = self.tr(
                "What you delete may also belong to document(s) that cannot be read: {names}", "", len(plan.unread)
            )
            words += "\n\n" + unread.format(names=self._names(plan.unread))
        if judged:
            words += f"\n\n{judged}"
        choices = {
            self.tr("Delete my edit(s)", "", edits + drafts): partial(forget, edits=True),
            self.tr("Keep my edit(s)", "", edits + drafts): partial(forget, edits=False),
        }
        ask(self._window, words, choices, self.tr("Cancel"))

    def _of_edits(self, edits: int, several: bool) -> str:
        if several:
            return self.tr(
                "These documents will be forgotten. Also delete your %Ln edit(s) in them? This cannot be undone.",
                "",
                edits,
            )
        return self.tr(
            "This document will be forgotten. Also delete your %Ln edit(s) in it? This cannot be undone.", "", edits
        )

    def _of_drafts(self, drafts: int, several: bool) -> str:
        """The question where nothing but drafts would be deleted."""
        if several:
            return self.tr(
                "These documents will be forgotten. Also delete your %Ln unsaved edit(s) in them? This cannot be "
                "undone.",
                "",
                drafts,
            )
        return self.tr(
            "This document will be forgotten. Also delete your %Ln unsaved edit(s) in it? This cannot be undone.",
            "",
            drafts,
        )

    def _forget_documents(
        self, entries: Sequence[Entry], title: str, plan: "ForgettingPlan", *, edits: bool, left: str = ""
    ) -> None:
        paths = [entry.path for entry in entries]
        if self._document.entry is not None and self._document.entry.path in paths:
            self._editing.settle()
            self._close_document()
        self._forgetter.forget_documents(plan, paths, title, edits=edits, left=left)

    def _names(self, paths: Sequence[Path]) -> str:
        """What the first few documents are called."""
        names = [self._shelf.called_at(path) for path in paths[:_NAMED]]
        return ", ".join(names + ["…"] * (len(paths) > _NAMED))

    # Documents in the library

    @guarded
    def ask_to_delete(self, entries: Sequence[Entry]) -> None:
        """Ask before deleting pasted texts, which are then forgotten as the open document is."""
        words = self.tr(
            "Delete “{title}”? This text was pasted into Tospalt and is not kept anywhere else. It is deleted with its "
            "translation, its entry in the library and your place in it. This cannot be undone."
        ).format(title=self._shelf.called(entries[0]))
        if len(entries) > 1:
            words = self.tr(
                "Delete %Ln pasted text(s)? They are not kept anywhere else. They are deleted with their translations, "
                "their entries in the library and your places in them. This cannot be undone.",
                "",
                len(entries),
            )
        ask(self._window, words, {self.tr("Delete"): partial(self._plan_together, entries)}, self.tr("Cancel"))

    @guarded
    def ask_to_forget(self, entries: Sequence[Entry]) -> None:
        """Ask before forgetting documents of the list."""
        forget = partial(self._plan_together, entries)
        ask(self._window, self._question(entries), {self.tr("Forget"): forget}, self.tr("Cancel"))

    def _plan_together(self, entries: Sequence[Entry]) -> None:
        self._forgetter.plan_deletion(*entries, unsaved=self._drafted(self._document.text))

    @guarded
    def _on_planned(self, entries: Sequence[Entry], plan: "ForgettingPlan", left: str) -> None:
        self._go_on(entries, self._shelf.called(entries[0]), plan, left, self._judged(plan))

    # Everything

    def _ask_for_everything(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        words = self.tr(
            "Forget all translations, all your edits, what you have accepted and dismissed, your notes and bookmarks, "
            "and your library? The files themselves are not deleted. This cannot be undone."
        )
        if self._forgetter.has_pasted():
            words += f"\n\n{self._of_pasted()}"
        if self._forgetter.has_own_words():
            words += "\n\n" + self.tr("The words that you have added to the dictionary are deleted too.")
        ask(self._window, words, {self.tr("Forget everything"): self.forget_everything}, self.tr("Cancel"))

    def forget_everything(self) -> None:
        """Close the open document, and forget everything in the background, without asking."""
        self._editing.settle()
        self._close_document()
        self._forgetter.forget_everything()

    # Outcome

    @guarded
    def _on_told(self, words: str) -> None:
        self._notices.take_back(_TOPIC)
        self._notices.say(words)

    def warn_before_closing(self) -> bool:
        """Say that something is not forgotten yet, once for each request; returns whether there was any."""
        if unfinished := self._forgetter.ask_for():
            self._warn()
        return unfinished

    def _warn(self) -> None:
        words = self.tr(
            "Tospalt is still deleting what you asked it to forget. If you quit again, some of it may not be deleted."
        )

        def again(bar: NoticeBar) -> None:
            if (there := bar.window().findChild(Forgetting)) is not None:
                there._warn()

        self._notices.say(words, topic=_TOPIC, foremost=True, again=again)
