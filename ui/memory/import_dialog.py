"""The dialog for importing TMX files: which languages they are for, how far it is, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from reader.memory import TmxLanguages
from ui.memory.work_dialog import WorkDialog
from ui.toolkit.forms import Form
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_title
from ui.toolkit.one_line import one_line

# The most files that are named.
_NAMED = 5


class ImportDialog(WorkDialog):
    """Asks for the languages; whoever receives `confirmed` does the work."""

    confirmed = Signal(str, str, bool)  # codes of the languages from and to which, and whether the other way round too

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        """A dialog for these files, whose languages are not known yet."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import into the translation memory"))
        self.begin_button.setText(self.tr("&Import"))
        self.begin_button.setDefault(True)
        for box in (self.source, self.target):
            box.currentIndexChanged.connect(self._on_chosen)
        self.begin_button.clicked.connect(self._confirm)
        self._languages: TmxLanguages | None = None
        self.tell_about(self._question(paths))
        self.begin_work(self.tr("Reading the file(s)…", "", len(paths)))

    def _fill_choices(self) -> None:
        self.source, self.target = QComboBox(self.choices), QComboBox(self.choices)
        self.both = QCheckBox(self.tr("&Both directions"), self.choices)
        rows = Form(self.choices)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(self.tr("&From:"), self.source)
        rows.addRow(self.tr("&To:"), self.target)
        rows.addRow(self.both)

    def _question(self, paths: Sequence[Path]) -> str:
        quoted = [self.tr("“{name}”").format(name=one_line(path.name)) for path in paths[:_NAMED]]
        names = ", ".join(quoted + ["…"] * (len(paths) > _NAMED))
        return self.tr(
            "The translations in {names} are added to the translation memory. They are used as if you had made them. "
            "Your own edits stay as they are."
        ).format(names=names)

    def ask(self, languages: TmxLanguages) -> None:
        """Ask for the languages, of those that the files have."""
        self._languages = languages
        for box in (self.source, self.target):
            for code in languages.codes:
                box.addItem(language_title(code), code)
        pair = languages.pair() or languages.codes[:2]
        directions = languages.directions((pair[0], pair[-1]))
        for box, code in zip((self.source, self.target), directions[0], strict=True):
            box.setCurrentIndex(languages.codes.index(code))
        self.both.setChecked(len(directions) > 1)
        self.end_work("", again=True)
        self._on_chosen()
        self.begin_button.setFocus()

    @guarded
    def _on_chosen(self) -> None:
        different = self.source.currentData() != self.target.currentData()
        self.begin_button.setEnabled(different and not self.working)

    @guarded
    def _confirm(self) -> None:
        self.begin_work(self.tr("Importing…"))
        self.confirmed.emit(self.source.currentData(), self.target.currentData(), self.both.isChecked())
