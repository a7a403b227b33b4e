"""The right end of the status bar: translation progress, with buttons to pause, go on and cancel; and all of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QToolButton, QWidget

from ui.session.progress import Progress
from ui.toolkit.announce import announce
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.guard import guarded
from ui.toolkit.ranked import RankedRow

# Milliseconds between captions: rows arrive many times a second, too fast to be read.
_CAPTION_MS = 250
_QUARTERS = 4
_NARROW_BAR, _WIDE_BAR = 40, 160
_WORDS = 160  # pixels for the highlighted words


class TranslationStatus(QWidget):
    """A caption; while a translation runs or is paused also a progress bar, Pause or Resume, and Cancel.

    One that was cancelled or has failed has a button that goes on with it.
    """

    cancelled = Signal()
    paused = Signal()
    resumed = Signal()
    announced = Signal(str)  # what was announced to a screen reader

    def __init__(self, parent: QWidget | None = None) -> None:
        """No progress is shown."""
        super().__init__(parent)
        self._progress: Progress | None = None
        self._quarter = 0
        self._caption, self._bar = ElidedLabel(), QProgressBar()
        self._pause, self._cancel = QToolButton(), QToolButton()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(_NARROW_BAR)
        self._bar.setMaximumWidth(_WIDE_BAR)
        self._bar.setAccessibleName(self.tr("Translation progress"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._pause.clicked.connect(self._pause_or_resume)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CAPTION_MS)
        self._later.timeout.connect(self._write_caption)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        self._row = RankedRow(6, parent=self)
        self._row.setContentsMargins(0, 0, 8, 0)
        self._row.rank(self._caption, 1, lambda: self._caption.widths)
        self._row.rank(self._bar, 2, lambda: range(_NARROW_BAR, _WIDE_BAR + 1))
        self._row.rank(self._pause, 0)
        self._row.rank(self._cancel, 0)

    @property
    def widths(self) -> Sequence[int]:
        """The widths in which it says more or less, in ascending order."""
        captions = self._caption.widths
        return [*(self._row.least - captions[0] + width for width in captions), self._row.sizeHint().width()]

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        """Measure the buttons again in another font or style, which the application gives them only when shown."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._measure()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Measure the buttons, which have their style by now."""
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Keep the same width for both labels, and the same height with and without buttons, or the bar would move."""
        shown, widths = self._pause.text(), []
        self._pause.ensurePolished()
        self._cancel.ensurePolished()
        for words in (self.tr("Pause"), self.tr("Resume"), self.tr("Continue"), self.tr("Try again")):
            self._pause.setText(words)
            widths.append(self._pause.sizeHint().width())
        self._pause.setText(shown)
        self._pause.setFixedWidth(max(widths))
        self.setFixedHeight(self._cancel.sizeHint().height())

    @property
    def caption(self) -> str:
        """The text of the caption."""
        return self._caption.text()

    @property
    def progress(self) -> Progress | None:
        """The progress shown last; None if nothing is open."""
        return self._progress

    def clear(self) -> None:
        """Nothing is open."""
        self._later.stop()
        self._progress, self._quarter = None, 0
        self._caption.clear()
        for widget in (self._bar, self._pause, self._cancel):
            widget.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show the progress of the translation."""
        before, self._progress = self._progress, progress
        active = progress.running or progress.paused
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        self._pause.setText(self._way_on(progress))
        self._pause.setVisible(bool(self._pause.text()))
        for widget in (self._bar, self._cancel):
            widget.setVisible(active)
        if before is None or _phase(before) != _phase(progress):
            self._write_caption()
        elif not self._later.isActive():
            self._later.start()
        self._announce(before, progress)

    def _way_on(self, progress: Progress) -> str:
        """What the first button says; "" for no button."""
        if progress.paused:
            return self.tr("Resume")
        if progress.running:
            return self.tr("Pause")
        if progress.failed:
            return self.tr("Try again")
        return self.tr("Continue") if progress.done < progress.total and progress.possible else ""

    @guarded
    def _pause_or_resume(self) -> None:
        if self._progress is not None:
            runs = self._progress.running and not self._progress.paused
            (self.paused if runs else self.resumed).emit()

    @guarded
    def _write_caption(self) -> None:
        self._later.stop()
        if self._progress is not None:
            self._caption.setText(*self._words(self._progress))

    # What is announced to a screen reader: start, pause, quarters and end, but not every row

    def _announce(self, before: Progress | None, now: Progress) -> None:
        quarter = now.done * _QUARTERS // max(now.total, 1)
        if before is None or _phase(before) != _phase(now):
            if before is not None or now.running:
                self._say(self.tr("Translating…") if _phase(now) == (True, False) else self._words(now)[0])
        elif now.running and quarter > self._quarter and quarter < _QUARTERS:
            percent = quarter * 100 // _QUARTERS
            self._say(self.tr("{percent} per cent translated").format(percent=percent))
        self._quarter = quarter

    def _say(self, text: str) -> None:
        announce(self, text)
        self.announced.emit(text)

    # In words, from the most to the fewest

    def _words(self, progress: Progress) -> Sequence[str]:
        amount, tally = self._amount(progress.done, progress.total), self._tally(progress.done, progress.total)
        if progress.running:
            return [self.tr("Pausing…")] if progress.paused else self._running(progress, amount, tally)
        if progress.paused:
            return [self.tr("Paused at {amount}").format(amount=each) for each in (amount, tally)] + [self.tr("Paused")]
        if progress.failed:
            return self._failed(progress)
        if progress.done < progress.total:
            again = self.tr("{amount} translated. Press F5 to continue.").format(amount=amount)
            translated = [self.tr("{amount} translated").format(amount=each) for each in (amount, tally)]
            return [again, *translated] if progress.possible else translated
        words = self.tr("%Ln paragraph(s) translated", "", progress.total)
        if not progress.left:
            return [words]
        return [self.tr("{translated}, %Ln left as they are", "", progress.left).format(translated=words), words]

    def _running(self, progress: Progress, amount: str, tally: str) -> Sequence[str]:
        if not progress.words_per_second:
            return [self.tr("Loading the language package…"), self.tr("Loading…")]
        parts = [amount]
        if progress.seconds_left is not None:
            parts.append(self._time_left(progress.seconds_left))
        parts.append(self._speed(progress.words_per_second))
        return [*(" · ".join(parts[:count]) for count in range(len(parts), 0, -1)), tally]

    def _failed(self, progress: Progress) -> Sequence[str]:
        amount, tally = self._amount(progress.failed, progress.total), self._tally(progress.failed, progress.total)
        again = self.tr("{amount} could not be translated. Press F5 to try again.").format(amount=amount)
        return [again, *(self.tr("{amount} could not be translated").format(amount=each) for each in (amount, tally))]

    def _tally(self, done: int, total: int) -> str:
        return self.tr("{done} of {total}").format(done=QLocale().toString(done), total=QLocale().toString(total))

    def _amount(self, done: int, total: int) -> str:
        return self.tr("{done} of %Ln paragraph(s)", "", total).format(done=QLocale().toString(done))

    def _speed(self, words_per_second: float) -> str:
        return self.tr("%Ln word(s) per second", "", max(round(words_per_second), 1))

    def _time_left(self, seconds: float) -> str:
        """The time left, rounded so coarsely that it seldom changes."""
        minutes = round(seconds / 60)
        if seconds < 10:
            return self.tr("a few seconds left")
        if seconds < 55:
            return self.tr("less than a minute left")
        if minutes < 90:
            return self.tr("about %Ln minute(s) left", "", max(minutes, 1))
        return self.tr("about %Ln hour(s) left", "", round(minutes / 60))


class StatusLine(QWidget):
    """The direction and the highlighted words at the left, the progress at the right, which gets its room first."""

    def __init__(self, direction: ElidedLabel, words: ElidedLabel, progress: TranslationStatus) -> None:
        """A line of these."""
        super().__init__()
        row = RankedRow(12, right=1, parent=self)
        row.setContentsMargins(12, 0, 0, 0)
        row.rank(direction, 1, lambda: direction.widths)
        # They have the same room whatever they are, or what is beside them would change with every word hovered over.
        row.rank(words, 2, lambda: range(_WORDS, max(_WORDS, words.sizeHint().width()) + 1))
        row.rank(progress, 0, lambda: progress.widths)
        for label in (direction, words):
            label.setObjectName("caption")


def _phase(progress: Progress) -> tuple[bool, bool]:
    return progress.running, progress.paused
