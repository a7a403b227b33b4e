"""The right end of the status bar: how far the translation is, and a way to stop it."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from ui.workspace import Progress


class TranslationStatus(QWidget):
    """A caption, a progress bar and a Cancel button while a translation runs, else the caption alone."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is being translated."""
        super().__init__(parent)
        self._caption, self._bar, self._cancel = QLabel(), QProgressBar(), QToolButton()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(self.tr("Progress of the translation"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        for widget in (self._caption, self._bar, self._cancel):
            layout.addWidget(widget)
        # As high with the button as without, or the page would move when a translation begins.
        self.setFixedHeight(self._cancel.sizeHint().height())
        self.clear()

    @property
    def caption(self) -> str:
        """What the caption says."""
        return self._caption.text()

    def clear(self) -> None:
        """Nothing is open."""
        self._caption.clear()
        self._bar.hide()
        self._cancel.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the translation is."""
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        self._bar.setVisible(progress.running)
        self._cancel.setVisible(progress.running)
        self._caption.setText(self._words(progress))

    def _words(self, progress: Progress) -> str:
        count = self.tr("{done} of {total} paragraphs").format(done=progress.done, total=progress.total)
        if progress.running:
            speed = QLocale().toString(round(progress.words_per_second))
            rate = self.tr("{speed} words a second").format(speed=speed)
            return f"{count} · {rate}" if progress.words_per_second else self.tr("Loading the language package…")
        if progress.failed:
            return self.tr("{failed} of {total} paragraphs could not be translated; F5 tries again").format(
                failed=progress.failed, total=progress.total
            )
        if progress.done < progress.total:
            return self.tr("{count} translated; F5 goes on").format(count=count)
        return self.tr("Translated, {total} paragraphs").format(total=progress.total)
