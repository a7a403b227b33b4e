"""How the file of the open document is read: the commands that choose its encoding and its line ends."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.formats import OFFERED, Lines, choices_of
from reader.paths import is_pasted
from reader.text import Source
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.window.document_steps import DocumentSteps

# The format in which line ends may be those of paragraphs.
_PLAIN = "text"


class ReadingChoices(QObject):
    """Reads the document again as the user chooses, also one that could not be read."""

    choice_shown = Signal(str)  # the id of a command that stands for a choice
    possible = Signal(object)  # whether each command may be used, by id: a document is open, or could not be read

    def __init__(self, document: OpenDocument, steps: DocumentSteps, parent: QObject) -> None:
        """Choose for what is open in `document`; `steps` stores the choices."""
        super().__init__(parent)
        self._document, self._steps = document, steps

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        handlers: dict[str, Callable[[], object]] = {}
        for encoding in ("", *OFFERED):
            handlers[_command(encoding)] = partial(self._steps.choose_reading, encoding=encoding)
        for lines in Lines:
            handlers[_lines_command(lines)] = partial(self._steps.choose_reading, lines=lines.value)
        return handlers

    @guarded
    def show_choices(self, *_: object) -> None:
        """Show what is chosen for the document that is open or could not be read, if there is one."""
        if (entry := self._document.entry) is None:
            return
        choices = choices_of(entry.encoding, entry.lines)
        # One that the command line offers only is not in the menu.
        self.choice_shown.emit(_command(choices.encoding if choices.encoding in OFFERED else ""))
        self.choice_shown.emit(_lines_command(choices.lines))
        lines, encoding = self._has_lines(), self._has_encoding() and not is_pasted(entry.path)
        self.possible.emit({name: lines if name in _LINES else encoding for name in self.handlers()})

    def _has_lines(self) -> bool:
        """Whether the text is open and its line ends may be read in more than one way."""
        source = self._source
        return source is not None and source.format == _PLAIN

    def _has_encoding(self) -> bool:
        """Whether the file is a text that may be read in another encoding; of one that is not open it is not known."""
        source = self._source
        return source is None or bool(source.encoding)

    @property
    def _source(self) -> Source | None:
        return self._document.text.document.source if self._document.text is not None else None


def _lines_command(lines: Lines) -> str:
    return f"lines_{lines.value or 'judged'}"


_LINES = frozenset(map(_lines_command, Lines))


def _command(encoding: str) -> str:
    return f"encoding_{encoding or 'detected'}"
