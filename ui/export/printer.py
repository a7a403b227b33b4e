"""Turns the export dialog into one that prints the pages it shows."""

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from reader.export import ExportOptions
from reader.parallel import ParallelText
from ui.export.choices import Beside
from ui.export.dialog import ExportDialog
from ui.export.preview import Judged, Pages, as_it_is
from ui.export.printing import Printed, chosen_pages, print_pages, set_up
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.toolkit.one_line import one_line

_PDF = (".pdf", "PDF")
_NOTHING = Beside()


class Printing(QObject):
    """Prints the pages of a PDF export, after the dialog of the system has asked for a printer.

    Attributes:
        dialog: has the choices and shows the pages; it owns this.
        shown: the pages that can be printed; None until all are laid out.
    """

    began = Signal(object)  # ExportOptions
    printed = Signal(str, int)  # the name of the printer, and the number of pages it was given

    def __init__(
        self,
        text: ParallelText,
        pool: Pool,
        title: str,
        options: ExportOptions,
        beside: Beside = _NOTHING,
        window: QWidget | None = None,
        *,
        judged: Judged = as_it_is,
    ) -> None:
        """Print `text`, called `title`, at first with `options`; `beside` and `judged` as for an export."""
        self.dialog = ExportDialog(text, pool, None, options, _PDF[0], [_PDF], beside, window, judged=judged)
        super().__init__(self.dialog)
        self.shown: Pages | None = None
        self._title = title
        self._work = Latest(pool, self)
        dialog = self.dialog
        dialog.setWindowTitle(self.tr("Print"))
        dialog.export_button.setText(self.tr("P&rint…"))
        dialog.export_button.clicked.connect(self._ask)
        dialog.preview.ready.connect(self._on_ready)
        dialog.preview.working.connect(guarded(lambda: self._set_pages(None)))
        dialog.cancelled.connect(self._on_cancelled)
        self._set_pages(None)

    @guarded
    def _on_ready(self, pages: Pages) -> None:
        self._set_pages(pages if pages.whole else None)

    def _set_pages(self, pages: Pages | None) -> None:
        """Allow printing once all pages are there."""
        self.shown = pages
        self.dialog.export_button.setEnabled(pages is not None and not self.dialog.writing)

    @guarded
    def _ask(self) -> None:
        if self.shown is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            words = self.tr("No printer is set up on this computer. You can export the document as a PDF file instead.")
            self.dialog.say(words)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, self.shown.sizes[0], self._title)
        asked = QPrintDialog(printer, self.dialog)
        asked.setMinMax(1, len(self.shown.sizes))
        asked.accepted.connect(guarded(lambda: self.print_on(printer)))
        QDialog.open(asked)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that the user has chosen in the dialog of the system."""
        if (shown := self.shown) is None:
            return
        pages = chosen_pages(printer, len(shown.sizes))
        self.began.emit(self.dialog.choices.options)
        self.dialog.set_writing(True)
        self._tell(Printed(0, len(pages)))
        name = printer.printerName()
        self._work.start(
            lambda job: print_pages(job, printer, shown.data, shown.sizes, pages),
            item=self._tell,
            finished=lambda printed: self._on_printed(name, printed),
            failed=lambda _: self._on_printed(name, Printed(0, len(pages), refused=True)),
        )

    def warn_before_closing(self) -> bool:
        """Say once that there is more to print; returns whether the user was not warned of it."""
        words = self.tr("Not everything has been printed yet. If you quit again, the rest will not be printed.")
        return self.dialog.warn_before_closing(words)

    def _tell(self, printed: Printed) -> None:
        template = self.tr("Printing: {done} of %Ln page(s)", "", printed.count)
        words = template.format(done=QLocale().toString(printed.done))
        self.dialog.show_done(printed.done, printed.count, words)

    def _on_printed(self, name: str, printed: Printed) -> None:
        self._end()
        if printed.whole:
            self.printed.emit(name, printed.count)
            self.dialog.close()
        elif printed.refused:
            words = self.tr("The printer “{name}” does not accept the document. Check that it is on and has paper.")
            self.dialog.say(words.format(name=one_line(name)))

    @guarded
    def _on_cancelled(self) -> None:
        self._work.cancel()
        self._end()
        self.dialog.say(self.tr("Printing was cancelled."))

    def _end(self) -> None:
        self.dialog.set_writing(False)
        self._set_pages(self.shown)
