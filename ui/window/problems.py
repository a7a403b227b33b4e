"""Faults, and problems with the program's own files, as the notices tell of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, SignalInstance

from reader.errors import Message
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised
from ui.toolkit.notices import NoticeBar
from ui.window.reports import Reports


class Problems(QObject):
    """Tells in the notices of whichever window is there."""

    def __init__(self, notices: Callable[[], NoticeBar], reports: Callable[[], Reports]) -> None:
        """Tell in what `notices` gives; what `reports` gives hears of faults, and copies what is to be sent."""
        super().__init__()
        self._notices, self._reports = notices, reports

    def watch(self, *problems: SignalInstance) -> None:
        """Tell of each Message that these signals emit, until the user closes the notice."""
        for problem in problems:
            problem.connect(guarded(lambda each: self.tell_of([each])))

    @guarded
    def tell(self, message: str) -> None:
        """Say something for a while."""
        self._notices().say(message)

    def tell_of(self, problems: Sequence[Message]) -> None:
        """Tell of problems with the program's own files until the user closes the notice."""
        words, again = "\n".join(map(localised, problems)), lambda _: self.tell_of(problems)
        self._notices().say(words, lasting=True, again=again)

    @guarded
    def keep_telling(self, problem: Callable[[], str] | None) -> None:
        """Tell that the settings are not written, until with None they are."""
        self._notices().keep_saying(problem, topic="unwritten-settings")

    @guarded
    def report_fault(self, fault: str) -> None:
        """Say that something unexpected went wrong, and offer to copy a report."""
        self._reports().hear(fault)
        self._tell_fault()

    def _tell_fault(self) -> None:
        self._notices().say(
            self.tr(
                "Something went wrong in Tospalt. Everything saved so far has been kept. If this keeps happening, "
                "restart Tospalt."
            ),
            self.tr("Copy report"),
            self._reports().copy,
            topic="fault",
            lasting=True,
            again=lambda _: self._tell_fault(),
        )
