"""The row that shows the progress of an installation, with a bar and a way to cancel it."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.packages import Event, Received, Stage, Step, Waiting
from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label

_FINE = 1000  # steps of the bar


class ProgressRow(QWidget):
    """Shows events of the package manager; hidden while nothing is done."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden row."""
        super().__init__(parent)
        self._caption, self._bar, self._cancel = Label(), QProgressBar(), QPushButton(self.tr("&Cancel"))
        self._caption.setWordWrap(True)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Installation progress"))
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.setAutoDefault(False)
        left = QVBoxLayout()
        left.addWidget(self._caption)
        left.addWidget(self._bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(left, 1)
        layout.addWidget(self._cancel)
        self.hide()

    @property
    def caption(self) -> str:
        """The current caption."""
        return self._caption.text()

    def begin(self, caption: str) -> None:
        """Show `caption` for work of unknown length, and announce it."""
        announce(self, caption)
        self._caption.setText(caption)
        self._bar.setRange(0, 0)
        self.show()

    @guarded
    def tell(self, event: Event) -> None:
        """Show the progress."""
        self.show()
        match event:
            case Received():
                self._measure(event.done, event.total)
                self._caption.setText(self._received(event))
            case Waiting():
                self._caption.setText(
                    self.tr("The server is not sending the file. Trying again in {seconds} s.").format(
                        seconds=max(round(event.seconds), 1)
                    )
                )
            case Step():
                self._measure(event.done, event.total or None)
                self._caption.setText(self._step(event.stage))

    def _measure(self, done: int, total: int | None) -> None:
        self._bar.setRange(0, _FINE if total else 0)
        if total:
            self._bar.setValue(_FINE * done // total)

    def _step(self, stage: Stage) -> str:
        return {
            Stage.WAITING: self.tr("Waiting for another installation to finish…"),
            Stage.CHECKING: self.tr("Checking the package…"),
            Stage.UNPACKING: self.tr("Unpacking…"),
            Stage.TRYING: self.tr("Testing the package…"),
        }[stage]

    def _received(self, event: Received) -> str:
        amount = self.tr("{done} MB")
        if event.total is not None:
            amount = self.tr("{done} of {total} MB")
        parts = [amount.format(done=_megabytes(event.done), total=_megabytes(event.total or 0))]
        if event.bytes_per_second:
            parts.append(self.tr("{speed} MB/s").format(speed=_megabytes(event.bytes_per_second)))
        if event.seconds_left is not None:
            parts.append(self._left(event.seconds_left))
        return self.tr("Downloading: {amount}").format(amount=" · ".join(parts))

    def _left(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("{seconds} s left").format(seconds=round(seconds))
        return self.tr("{minutes} min left").format(minutes=round(seconds / 60))


def _megabytes(bytes_: float) -> str:
    return QLocale().toString(bytes_ / 1_000_000, "f", 1)
