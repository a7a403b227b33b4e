"""The concordance: what to look for, and the sentences that have it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from reader.concordance import Hit, Origin
from ui.concordance.hit_list import HitList
from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_title
from ui.toolkit.line_breaks import Label, breakable, window_title
from ui.toolkit.search_field import SearchField
from ui.toolkit.theme import Theme

_SIZE, _SMALLEST = QSize(760, 560), QSize(380, 300)


class ConcordanceDialog(Dialog):
    """A field, the language to look in, and the list of hits.

    Attributes:
        field: for the words.
        language: the language that they are in.
        list: the hits.
        go_button: goes to a hit in the document.
        insert_button: puts the words that belong to what was found into the sentence that is being edited.
    """

    asked = Signal(str, str)  # words, and the code of their language or ""
    going = Signal(object)  # the Hit in the document to go to
    inserting = Signal(str)  # words for the sentence that is being edited

    def __init__(
        self,
        theme: Callable[[], Theme],
        numbers: Callable[[], Sequence[int | None]],
        edits_in: Callable[[], str],
        parent: QWidget,
    ) -> None:
        """Nothing is looked for yet.

        Args:
            theme, numbers: see `HitList`.
            edits_in: gives the language of the translation that is being edited; "" if none is.
            parent: the window, which can be used meanwhile.
        """
        super().__init__(parent)
        self._edits_in = edits_in
        self.setWindowTitle(window_title(self.tr("Concordance")))
        self.resize(_SIZE)
        self.setMinimumSize(_SMALLEST)
        self.field, self.language = SearchField(self.tr("Words, “a phrase”, or the beginning of a word*")), QComboBox()
        self.language.setAccessibleName(self.tr("Language of the words"))
        self.list, self._message = HitList(theme, numbers), Label()
        self._message.setWordWrap(True)
        self._message.setObjectName("caption")
        self.buttons = self.foot = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.insert_button = self.buttons.addButton(self.tr("&Insert"), QDialogButtonBox.ButtonRole.ActionRole)
        self.go_button = self.buttons.addButton(self.tr("&Go to paragraph"), QDialogButtonBox.ButtonRole.ActionRole)
        self._connect()
        self._lay_out()
        self._show_possible()

    def _connect(self) -> None:
        self.buttons.rejected.connect(self.close)
        self.insert_button.clicked.connect(self._insert)
        self.go_button.clicked.connect(self._go)
        self.field.textChanged.connect(self._ask)
        self.field.returnPressed.connect(self._choose)
        self.language.currentIndexChanged.connect(self._ask)
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self._show_possible)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.language)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self._message)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)

    # What is looked for

    def begin(self, words: str, language: str, languages: Sequence[str]) -> None:
        """Look for words in a language ("" for both) of the `languages` there are; without words, wait for some."""
        for widget in (self.field, self.language):
            widget.blockSignals(True)
        self.language.clear()
        self.language.addItem(self.tr("Any language"), "")
        for code in languages:
            self.language.addItem(language_title(code), code)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.field.setText(words)
        for widget in (self.field, self.language):
            widget.blockSignals(False)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_possible()
        self._ask()

    @guarded
    def event(self, event: QEvent) -> bool:
        """See what can be done by now when the user comes back from the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self._show_possible()
        return super().event(event)

    @guarded
    def _ask(self, *_: object) -> None:
        self.asked.emit(self.field.text(), self.language.currentData() or "")

    # What was found

    def show_hits(self, hits: Sequence[Hit], message: str) -> None:
        """Show these, with what there is to say of them."""
        self.list.show_hits(hits)
        self.say(message)

    @guarded
    def say(self, message: str) -> None:
        """Say something above the list."""
        self._message.setText(breakable(message))
        self._message.setVisible(bool(message))

    # What is done with it

    def _words(self) -> str:
        """The words of the current hit in the language that is being edited."""
        hit, language = self.list.hit, self._edits_in()
        if hit is None or not language:
            return ""
        if hit.other_language == language:
            return _joined(hit.other, hit.other_spans)
        return _joined(hit.text, hit.spans) if hit.language == language else ""

    @guarded
    def _show_possible(self) -> None:
        hit = self.list.hit
        self.insert_button.setVisible(bool(self._edits_in()))
        self.insert_button.setEnabled(bool(self._words()))
        self.go_button.setEnabled(hit is not None and hit.origin is Origin.TEXT)

    @guarded
    def _choose(self, *_: object) -> None:
        """Do what is nearest: insert the words while a sentence is edited, else go to the paragraph."""
        self._show_possible()
        if self.insert_button.isEnabled():
            self._insert()
        elif self.go_button.isEnabled():
            self._go()

    @guarded
    def _insert(self) -> None:
        words = self._words()
        self.close()  # first: the field is to have the focus
        self.inserting.emit(words)

    @guarded
    def _go(self) -> None:
        hit = self.list.hit
        self.close()
        self.going.emit(hit)


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words at these places, as they stand there where they follow each other."""
    if not spans:
        return ""
    if not any(map(str.isalnum, "".join(text[a:b] for (_, a), (b, _) in pairwise(spans)))):
        return text[spans[0][0] : spans[-1][1]]
    return " ".join(text[start:end] for start, end in spans)
