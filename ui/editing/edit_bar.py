"""The bar below the text in which a sentence's translation is edited."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget

from ui.editing.edit_layout import EditLayout, EditParts
from ui.editing.word_field import WordField
from ui.toolkit.bar import Bar
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label
from ui.toolkit.scrolled_label import ScrolledLabel
from ui.toolkit.theme import Theme

_SIZES = 9, 20  # in points, of the text in the field: larger, it would leave too little of what is read
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class EditBar(Bar):
    """Shows a sentence and a field with its translation. Enter saves, Shift+Enter breaks the line, Esc leaves."""

    saved = Signal(str)
    reverted = Signal(str)  # the text in the field
    abandoned = Signal(str)  # the typed text, when the bar is closed without saving
    begun = Signal(str, str)  # a sentence, and the code of the language of its translation

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """A hidden bar with the colours of `theme`."""
        super().__init__(self.tr("Edit sentence"), parent)
        self._before = self._language = ""
        self._source, self._hint, self.field = ScrolledLabel(self.tr("Sentence")), Label(), WordField()
        self.save_button = QPushButton(self.tr("&Save"))
        self.revert_button = QPushButton(self.tr("&Restore machine translation everywhere"))
        self._name_parts()
        parts = EditParts(self._source, self.close_button, self.field, self._hint, self.revert_button, self.save_button)
        self._layout = EditLayout(parts, self)
        self.order(self._source, self.field, self.revert_button, self.save_button)
        self.save_button.clicked.connect(self._save)
        self.revert_button.clicked.connect(self._revert)
        self.field.shortened.connect(self._tell_shortened)
        self.field.installEventFilter(self)
        self.set_theme(theme)

    def _name_parts(self) -> None:
        self._hint.setWordWrap(True)
        self._hint.setObjectName("caption")
        self._source.set_caption()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Translation of the sentence"))
        self.save_button.setToolTip(self.tr("Save this edit here and wherever the sentence occurs (Enter)"))
        self.revert_button.setToolTip(
            self.tr("Delete your edit and show the machine translation again, here and wherever the sentence occurs")
        )

    def open_for(self, source: str, target: str, *, edited: bool, language: str = "") -> None:
        """Show the bar with a sentence and its translation, which is the user's edit if `edited`.

        `language` is the code of the language of the translation.
        """
        self._before, self._language = target, language
        self._source.set_message(source)
        scope = self.tr("Your edit applies to this sentence in every document.")
        keys = self.tr("Enter saves, Shift+Enter starts a new line, Esc cancels.")
        self._hint.setText(f"{scope} {keys}")
        self.begun.emit(source, language)
        self.revert_button.setVisible(edited)
        self._layout.warns = False
        self.updateGeometry()
        self.rise()
        # First: from a text that changes before, some screen readers take it that they have told of the field already.
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.setPlainText(target)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def take_over(self, old: "EditBar") -> None:
        """Open in the same state as another bar, with the cursor at the same position."""
        edited = not old.revert_button.isHidden()
        self.open_for(old._source.text, old._before, edited=edited, language=old._language)
        self.field.setPlainText(old.field.toPlainText())
        cursor, there = self.field.textCursor(), old.field.textCursor()
        cursor.setPosition(there.anchor())
        cursor.setPosition(there.position(), QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)

    def put(self, words: str) -> None:
        """Put text into the field in place of what is there, as if it had been typed: the field can undo it."""
        cursor = self.field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        self.field.setTextCursor(cursor)

    @property
    def language(self) -> str:
        """The code of the language of the translation."""
        return self._language

    def words_here(self) -> str:
        """What is selected in the field, or the word at the cursor."""
        cursor = self.field.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return " ".join(cursor.selectedText().split())

    @guarded
    def insert(self, words: str) -> None:
        """Put words where the cursor is, in place of what is selected, as if they had been typed."""
        self.field.insertPlainText(words)
        self.field.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons and marks with the colours of `theme`."""
        super().set_theme(theme)
        self.field.set_mark_colour(theme.colour("failed"))

    def set_text_size(self, points: int) -> None:
        """Show what is typed in the size of the text that is read, in points, within limits."""
        font = self.field.font()
        font.setPointSizeF(min(max(points, _SIZES[0]), _SIZES[1]))
        self.field.setFont(font)
        self._layout.invalidate()
        self.updateGeometry()

    def finish_composing(self) -> None:
        """Take all that was typed into the field, before the program closes the bar."""
        if not self.isHidden():
            self.field.finish_composing()

    @property
    def changed(self) -> bool:
        """Whether the bar is open and the text in the field has been changed."""
        return not self.isHidden() and self.field.toPlainText() != self._before

    @guarded
    def close_bar(self) -> None:
        """Close the bar without saving."""
        changed = self.changed
        super().close_bar()
        if changed:
            self.abandoned.emit(self.field.toPlainText())

    @guarded
    def _save(self) -> None:
        super().close_bar()
        self.saved.emit(self.field.toPlainText())

    @guarded
    def _revert(self) -> None:
        super().close_bar()
        self.reverted.emit(self.field.toPlainText())

    @guarded
    def _tell_shortened(self, length: int) -> None:
        words = self.tr("A sentence has room for %Ln character(s). The rest of the text was left out.", "", length)
        self._layout.warns = True
        self._hint.setText(words)
        self.announce(words)

    def height_in(self, width: int, room: int | None = None) -> int:
        """The height in pixels that it needs in a width; where `room` is less, with less of all but the buttons."""
        return self._layout.height_in(width, room)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Enter in the field or break the line, even if that is a shortcut of the window."""
        if watched is self.field and isinstance(event, QKeyEvent) and _ends_line(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._on_enter(event)
                return True
        return super().eventFilter(watched, event)

    def _on_enter(self, event: QKeyEvent) -> None:
        if self.field.composing:
            QGuiApplication.inputMethod().commit()  # the key ends a character, not the sentence
        elif event.modifiers() & _SHIFT:
            self.field.insertPlainText("\n")
            self.field.ensureCursorVisible()
        elif not event.isAutoRepeat():  # by the key that opened the bar, and is still held
            self._save()


def _ends_line(event: QKeyEvent) -> bool:
    """Whether it is Enter, alone or with Shift, or with Ctrl, as in dialogs where Enter breaks the line."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and event.modifiers() & ~_KEYPAD in (Qt.KeyboardModifier.NoModifier, _SHIFT, _CONTROL)
