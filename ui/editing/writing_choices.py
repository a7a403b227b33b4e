"""What the language package offers while a translation is written: words to go on with, and a sentence around them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.editing.choice_list import Choice, ChoiceList, around
from ui.editing.controller import Editing
from ui.reading.utf16 import Utf16
from ui.session.asides import Asides
from ui.session.pipelines import Pipelines
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest

if TYPE_CHECKING:
    from reader.quality import Alternative
    from ui.editing.change import Spot

# Code points of a sentence or of what is typed; more would keep the models busy.
_LONGEST = 1000
# What a space follows, if it was not typed yet.
_BEFORE_SPACE = ",.;:!?…)]»”"


class WritingChoices(QObject):
    """Offers them in a list at the field; what is taken stands in the field, where it can be undone.

    Attributes:
        offer: the list.
    """

    told = Signal(str)  # why there is nothing to offer, in words

    def __init__(self, editing: Editing, pipelines: Pipelines, asides: Asides, parent: QObject | None = None) -> None:
        """Offer them for what is typed in the bar of `editing`; `asides` are for the thread of the `pipelines`."""
        super().__init__(parent)
        self._editing, self._field, self._pipelines = editing, editing.bar.field, pipelines
        self._working = Latest(asides, self)
        self._begun = ""  # the part of a word that is before the cursor; with `_whole`, all of the field is replaced
        self._whole, self._text = False, ""
        self.offer = ChoiceList(self._field)
        self.offer.taken.connect(self._take)
        self.offer.closed.connect(self._working.cancel)
        self._field.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"keep_words": self._keep_words}

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer words at Alt+Down in the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() == Qt.Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier:
                self._complete()
                return True
        return super().eventFilter(watched, event)

    def _complete(self) -> None:
        cursor, self._whole = self._field.textCursor(), False
        cursor.setPosition(cursor.selectionStart())
        self._field.setTextCursor(cursor)
        self._text = self._field.toPlainText()
        typed = self._text[: Utf16(self._text).code_points(cursor.position())]
        if (spot := self._spot(typed)) is not None:
            self._open(self.tr("Go on with"))
            self._working.start(
                partial(self._completions, spot, typed), finished=self._show_words, failed=self._on_failed
            )

    def _keep_words(self) -> None:
        if self._editing.bar.isHidden():
            self._editing.begin()
        if self._editing.bar.isHidden():
            return  # it has been said why
        self._text, self._whole = self._field.toPlainText(), True
        if (spot := self._spot(self._text)) is not None:
            self._open(self.tr("With your words"))
            self._working.start(partial(self._kept, spot, self._text), finished=self._show_kept, failed=self._on_failed)

    def _spot(self, typed: str) -> "Spot | None":
        spot = self._editing.writing
        if spot is not None and max(len(spot.sentence), len(typed)) > _LONGEST:
            self.told.emit(self.tr("This sentence is too long for alternatives."))
            return None
        return spot

    def _open(self, title: str) -> None:
        cursor = self._field.cursorRect()
        place = QRect(self._field.viewport().mapToGlobal(cursor.topLeft()), cursor.size())
        self.offer.open_at(place, title, self.tr("Looking for alternatives…"))

    def _completions(self, spot: "Spot", typed: str, job: Job) -> tuple[str, list[str]]:
        """On the engine's thread: the word that is begun, and the words."""
        from reader.engine import Beginning

        words = self._pipelines.new(job.is_cancelled).completions(spot.sentence, typed, spot.key[:2])
        return Beginning.typed(typed).begun, words

    def _kept(self, spot: "Spot", typed: str, job: Job) -> "list[Alternative] | None":
        """On the engine's thread."""
        from reader.quality import Asked

        return self._pipelines.new(job.is_cancelled).keeping(Asked(spot.sentence, typed, spot.key[:2]))

    def _show_words(self, found: tuple[str, list[str]]) -> None:
        self._begun, words = found
        nothing = self.tr("The language package does not know how to go on here.")
        self.offer.offer_choices([Choice(word) for word in words], "" if words else nothing)

    def _show_kept(self, found: "list[Alternative] | None") -> None:
        choices = [Choice(around(each.text, each.changed), each.text, each.changed) for each in found or ()]
        state = "" if choices else self.tr("There is nothing else to change.")
        if found is None:
            state = self.tr("Write other words than the machine's first, then try again.")
        self.offer.offer_choices(choices, state)

    def _on_failed(self, error: Exception) -> None:
        self.offer.offer_choices((), said(error))

    @guarded
    def _take(self, choice: Choice) -> None:
        if self._editing.bar.isHidden() or self._field.toPlainText() != self._text:
            return  # another sentence, or a text that came from elsewhere
        if self._whole:
            self._editing.bar.put(choice.whole)
        else:
            cursor = self._field.textCursor()
            before = self._field.document().characterAt(cursor.position() - 1) if cursor.position() else " "
            cursor.insertText(" " * (before in _BEFORE_SPACE) + choice.words[len(self._begun) :])
            self._field.setTextCursor(cursor)
        self._field.setFocus()
