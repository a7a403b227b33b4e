"""The checklist: a panel with the sentence at the caret, and below it the list of sentences."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ui.compare.current import Current, CurrentPane
from ui.compare.list_view import SentenceListView
from ui.compare.model import SentenceModel
from ui.compare.sentences import Sentences, Sort
from ui.compare.words import counted, judging_words, nothing_listed, remedy_of
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable
from ui.toolkit.scrolled import Scrolled

_LEAST_WIDTH = 190  # of a warning with its button
_MOST_SHARE = 0.55  # of the height that the sentence at the caret takes


class ChecklistPanel(QWidget):
    """Lays out what there is to say of the current sentence, the choice of what is listed, and the list.

    Attributes:
        current: the current sentence.
        choice: which sentences are listed.
        progress: how many have been checked.
        view: the list.
        judging_button: does something about the judging of the sentences.
    """

    seen = Signal(bool)  # whether it shows now
    packages_wanted = Signal()
    rules_on = Signal()  # the warnings that are not shown in this document are to be shown again

    def __init__(
        self, sentences: Sentences, model: SentenceModel, keys: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """A panel with the list `model` of these sentences; `keys` accept and edit the current one."""
        super().__init__(parent)
        self._sentences, self._model = sentences, model
        self.setObjectName("checklist")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Checklist"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.current, self.view, self.progress = CurrentPane(*keys), SentenceListView(model), Label()
        self._above = Scrolled(self.current)
        self.choice = self._choice()
        self._none, self._off, self._judging = Label(), Label(), Label()
        self.judging_button = QPushButton()
        self._on_button = QPushButton(self.tr("Warn again"))
        self._foot = self._make_foot()
        self._listing = QStackedLayout()
        self._lay_out()
        self.tell()

    def _choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleDescription(self.tr("Sentences to list"))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(8)
        return choice

    def _make_foot(self) -> QWidget:
        """That some warnings are not shown in this document."""
        foot = QWidget()
        self._off.setObjectName("caption")
        self._off.setWordWrap(True)
        self._on_button.setAutoDefault(False)
        self._on_button.clicked.connect(self.rules_on)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 8)
        row.addWidget(self._off, 1)
        row.addWidget(self._on_button)
        return foot

    def _lay_out(self) -> None:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setObjectName("line")
        for label in (self.progress, self._judging):
            label.setObjectName("caption")
            label.setWordWrap(True)
        self.judging_button.setAutoDefault(False)
        self.judging_button.clicked.connect(self._act)
        self.current.back.packages_wanted.connect(self.packages_wanted)
        self._none.setObjectName("caption")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._none.setMargin(12)
        # Over the list, which takes the focus also while it is empty.
        self._none.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._listing.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._listing.addWidget(self._none)
        self._listing.addWidget(self.view)
        choosing = QVBoxLayout()
        choosing.setContentsMargins(12, 10, 12, 8)
        choosing.setSpacing(8)
        choosing.addWidget(self.choice)
        choosing.addWidget(self.progress)
        choosing.addWidget(self._judging)
        choosing.addWidget(self.judging_button, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(line)
        column.addLayout(choosing)
        column.addLayout(self._listing, 1)
        column.addWidget(self._foot)

    # What is shown

    def show_sentence(self, current: Current) -> None:
        """Show another sentence as the current one."""
        self.current.show_sentence(current)
        self._share()

    @guarded
    def tell(self) -> None:
        """Say how many sentences there are of each sort, and how many have been checked."""
        for sort in Sort:
            words = counted(sort, len(self._sentences.of(sort)))
            place = self.choice.findData(sort)
            if place < 0:
                self.choice.addItem(words, sort)
            elif self.choice.itemText(place) != words:
                self.choice.setItemText(place, words)
        number = QLocale().toString(self._sentences.checked)
        words = self.tr("{number} of %Ln sentence(s) checked", "", self._sentences.total)
        self.progress.setText(words.format(number=number))
        self.progress.setVisible(self._sentences.total > 0)
        self._tell_judging()
        off = len(self._sentences.known.rules_off) if self._sentences.known.text is not None else 0
        self._off.setText(self.tr("%Ln kind(s) of warning not shown in this document", "", off) if off else "")
        self._foot.setVisible(off > 0)
        none = "" if self._model.rowCount() else nothing_listed(self._sentences, self._model.listed)
        self._none.setText(breakable(none))
        self._none.setVisible(bool(none))
        self._none.raise_()
        self.view.tell_empty(none)

    def _tell_judging(self) -> None:
        """Say how far judging is, or why it does not go on, and offer what can be done."""
        headway = self._sentences.known.doubts.headway
        remedy = remedy_of(headway)
        for widget, words in ((self._judging, judging_words(headway)), (self.judging_button, remedy)):
            widget.setText(breakable(words))
            widget.setVisible(bool(words))

    @guarded
    def _act(self) -> None:
        """Do what the button beside the state of judging says."""
        doubts = self._sentences.known.doubts
        if doubts.headway.problem == "package" and not doubts.headway.stopped:
            self.packages_wanted.emit()
        elif doubts.headway.measuring is not None:
            doubts.stop()
        else:
            doubts.resume()

    def take_focus(self) -> None:
        """Give the keyboard focus to the list, also if nothing is listed yet."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it shows."""
        super().showEvent(event)
        self.seen.emit(True)

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it does not; not if its window is hidden or another takes its place."""
        super().hideEvent(event)
        if self.isHidden():
            self.seen.emit(False)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give the current sentence the height that it needs, but leave room for the list."""
        needed = self.current.heightForWidth(self.width())
        if needed < 0:  # nothing in it is wrapped
            needed = self.current.sizeHint().height()
        self._above.setFixedHeight(min(needed, round(self.height() * _MOST_SHARE)))
