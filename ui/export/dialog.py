"""The export dialog: choices on the left, the actual pages on the right."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from reader.export import ExportOptions, Layout, first_unicode_numbers
from reader.parallel import Column, ParallelText
from ui.export.choices import Beside, Choices
from ui.export.page_view import PageView
from ui.export.preview import Judged, Pages, Preview, as_it_is
from ui.export.writing_dialog import WritingDialog
from ui.session.attachments import Additions
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool
from ui.toolkit.line_breaks import Label
from ui.toolkit.scrolled import Scrolled

_SIZE = (1020, 760)
_CHOICES_WIDTH = 318
_GAP = 12
_NOTHING = Beside()


class Proposal(NamedTuple):
    """Where an export may go: a folder, and names without suffix.

    Attributes:
        folder: the folder.
        titled: the name after the title of the document.
        own: the one after its file, for what is saved in its own layout, as beside a film its subtitles.
    """

    folder: Path
    titled: str
    own: str


class ExportDialog(WritingDialog):
    """Asks what to write and where; whoever receives `confirmed` does the writing."""

    confirmed = Signal(object, object, str, bool)  # Path, ExportOptions, suffix, whether to translate the rest first
    wanted = Signal(object)  # Additions

    def __init__(
        self,
        text: ParallelText,
        pool: Pool,
        proposal: Proposal | None,
        options: ExportOptions,
        suffix: str,
        formats: Sequence[tuple[str, str]],
        beside: Beside = _NOTHING,
        parent: QWidget | None = None,
        *,
        judged: Judged = as_it_is,
    ) -> None:
        """A dialog for `text`, set to `options` and `suffix`; `proposal` is where it may go.

        `beside` is what it has beside its text. Without a proposal no file is asked for: whoever
        opened the dialog does something else with the pages that it shows. `judged` is for the `Preview`.
        """
        super().__init__(parent)
        self._proposal = proposal
        self._formats = dict(formats)
        self.choices = Choices(formats, options, suffix, beside)
        if not any(len(row.sentences) > 1 for row in text.rows):
            self.choices.disable_sentence_marks()
        self._side, self._scrolled = QWidget(), Scrolled(self.choices)
        self.pages = PageView()
        self.preview = Preview(text, pool, self, judged=judged)
        self._wanted = Additions(reference=beside.reference)
        self._left = text.counted(text.outstanding())
        self._note, self._doing = Label(), Label()
        self.translate_first = QCheckBox(self.tr("&Translate the rest first"))
        self.export_button.setText(self.tr("E&xport…"))
        self._bar.setRange(0, 0)
        self._lay_out()
        self._connect()
        self._tell_what_is_left(text.counted(range(len(text.rows))))
        self.choices.setFocus()
        self._show()

    def begin(self) -> None:
        """Request what the remembered choices need; call it once the signals are connected."""
        self._want()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self.resize(*_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in (self._note, self._status, self._doing):
            label.setWordWrap(True)
        for label in (self._status, self._doing):
            label.setObjectName("caption")
        self._doing.hide()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, _GAP, 0)
        column.addWidget(self._scrolled, 1)
        for widget in (self._doing, self._status, self._note, self.translate_first, self._bar):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 12)
        row.addWidget(self._side)
        row.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_choices)
        self.pages.wanted.connect(self.preview.draw)
        self.preview.ready.connect(self._on_pages)
        self.preview.drawn.connect(self.pages.show_picture)
        self.preview.failed.connect(self.pages.say)
        self.preview.working.connect(guarded(lambda: self._status.setText(self.tr("Preparing preview…"))))
        self.export_button.clicked.connect(self._ask_where)

    def _tell_what_is_left(self, total: int) -> None:
        self._note.setVisible(self._left > 0)
        self.translate_first.setVisible(self._left > 0 and self._proposal is not None)
        self.translate_first.setChecked(True)
        template = self.tr("Not translated yet: {left} of %Ln paragraph(s). What is missing is marked.", "", total)
        self._note.setText(template.format(left=QLocale().toString(self._left)))

    @guarded
    def _on_choices(self) -> None:
        self._want()
        self._show()

    def _want(self) -> None:
        """Request the attachments, if they differ from those requested before."""
        before, self._wanted = self._wanted, self.choices.wanted
        if self._wanted != before:
            self._doing.hide()
            self.wanted.emit(self._wanted)

    def replace_text(self, text: ParallelText) -> None:
        """Go on with a text that replaces the one before, and request its attachments."""
        self._left = text.counted(text.outstanding())
        self._tell_what_is_left(text.counted(range(len(text.rows))))
        self.preview.set_text(text)
        self._wanted = Additions()
        self._want()
        if not self.writing:
            self._show()

    def show_additions(self, done: int, total: int, column: int) -> None:
        """Show how much is translated of what is to stand in a column."""
        template = self.tr("Translating: {done} of %Ln paragraph(s)", "", total)
        if column == Column.BACK:
            template = self.tr("Translating back: {done} of %Ln paragraph(s)", "", total)
        self._doing.setText(template.format(done=QLocale().toString(done)))
        self._doing.setVisible(done < total)

    @guarded
    def refresh(self, text: ParallelText, problems: Sequence[str] = ()) -> None:
        """Show the pages again, now with the requested attachments, except for `problems`."""
        self._doing.setVisible(bool(problems))
        if problems:
            template = self.tr("%Ln paragraph(s) could not be translated. {reason}", "", len(problems))
            self._doing.setText(template.format(reason=problems[0]))
        self.preview.set_text(text)
        self._show()

    def give_up(self, problem: str) -> None:
        """Show why the requested attachments failed."""
        self.choices.give_up()
        self._wanted = self.choices.wanted
        self._doing.setText(problem)
        self._doing.show()
        self._show()

    def _widen(self) -> None:
        """Give the choices the width that those now shown need: in some languages, fonts and layouts they are wider."""
        self._side.setFixedWidth(
            max(_CHOICES_WIDTH, self._side.minimumWidth(), self._scrolled.minimumSizeHint().width() + _GAP)
        )

    def _show(self) -> None:
        self._widen()
        if self.choices.paged:
            self.pages.clear_message()
            self.preview.show(self.choices.options)
            return
        self.preview.stop()
        self._status.clear()
        if self.choices.own_layout:
            self.pages.say(self.tr("The file will look like the original. Only its words change."))
            return
        name = self._formats[self.choices.suffix]
        self.pages.say(self.tr("{format} files have no fixed pages. Only PDF can be previewed.").format(format=name))

    @guarded
    def _on_pages(self, pages: Pages) -> None:
        self.pages.show_pages(pages.sizes, whole=pages.whole)
        if not pages.missing:
            self._status.setText("" if pages.whole else self.tr("Preparing preview…"))
            return
        template = self.tr(
            "No font has these character(s). Their Unicode number(s) are shown instead: {characters}",
            "",
            len(pages.missing),
        )
        self._status.setText(template.format(characters=first_unicode_numbers(pages.missing)))

    # Writing

    @guarded
    def _ask_where(self) -> None:
        if self._proposal is None:
            return
        suffix = self.choices.suffix
        name = self._formats[suffix]
        in_own_layout = self.choices.options.layout is Layout.ORIGINAL
        path = self._proposal.folder / f"{self._proposal.own if in_own_layout else self._proposal.titled}{suffix}"
        dialog = FileDialog(self, self.tr("Export"), str(path))
        dialog.setNameFilter(f"{name} (*{suffix})")
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        # Added by the dialog, so that it asks before replacing the file that is actually written.
        dialog.setDefaultSuffix(suffix[1:])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    @guarded
    def _on_chosen(self, chosen: str) -> None:
        first = self._left > 0 and self.translate_first.isChecked()
        self.confirmed.emit(Path(chosen), self.choices.options, self.choices.suffix, first)

    def set_writing(self, writing: bool) -> None:
        """Show that the file is being written, with a button to cancel; or that it no longer is."""
        self._show_writing(writing)
        self.choices.setEnabled(not writing)
        if writing:
            self.preview.stop()

    @guarded
    def reject(self) -> None:
        """Cancel the writing, if any, else close."""
        if not self.writing:
            self.preview.stop()
        super().reject()
