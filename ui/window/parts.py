"""Going through the parts of the window by key: the texts, the message, the bars and the panels."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reader.late_dataclasses import dataclass
from ui.compare.panel import ChecklistPanel
from ui.reading.cell import SOURCE, TARGET
from ui.reading.view import ReadingView
from ui.toolkit.bar import Bar
from ui.toolkit.notices import NoticeBar
from ui.window.page import Page

# More columns than any document has.
_MOST_COLUMNS = 32


@dataclass(frozen=True, slots=True)
class _Part:
    """Whether a part is there, whether it has the focus, and what gives it that."""

    there: Callable[[], bool]
    focused: Callable[[], bool]
    take: Callable[[], object]


class Parts:
    """The parts in the order of F6, which goes round and leaves out what is hidden."""

    def __init__(
        self,
        view: ReadingView,
        page: Page,
        notices: NoticeBar,
        bars: Iterable[Bar],
        lists: Iterable[QWidget],
        checklist: ChecklistPanel,
    ) -> None:
        """Go from the texts of `view`, or the `page` in their place, to the other parts; of `lists` each is one."""
        columns = (SOURCE, TARGET, *range(TARGET + 1, _MOST_COLUMNS))
        self._parts = [*(_column(view, column) for column in columns), _around(page, page.focus)]
        self._parts += [_around(notices, notices.take_focus), *(_around(bar, bar.take_focus) for bar in bars)]
        self._parts += [_around(each, _taking(each)) for each in lists]
        self._parts.append(_around(checklist, checklist.take_focus))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"next_part": lambda: self._go(1), "previous_part": lambda: self._go(-1)}

    def _go(self, step: int) -> None:
        """Give the focus to the next part (1) or the previous one (-1) that takes it; from nowhere, to the first."""
        count = len(self._parts)
        here = next((number for number, part in enumerate(self._parts) if part.there() and part.focused()), None)
        begin = here if here is not None else (-1 if step > 0 else count)
        for distance in range(1, count + 1):
            part = self._parts[(begin + step * distance) % count]
            if part.there():
                part.take()
                if part.focused():
                    return


def _column(view: ReadingView, column: int) -> _Part:
    def there() -> bool:
        return view.isVisible() and view.caret.place is not None and column in view.caret.columns

    def focused() -> bool:
        return view.hasFocus() and view.caret.place is not None and view.caret.place.column == column

    def take() -> None:
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        view.change_column(column)

    return _Part(there, focused, take)


def _around(widget: QWidget, take: Callable[[], object]) -> _Part:
    """A part whose focus may be in any widget inside `widget`."""

    def focused() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is widget or widget.isAncestorOf(focus))

    return _Part(lambda: widget.isVisible() and widget.isEnabled(), focused, take)


def _taking(widget: QWidget) -> Callable[[], object]:
    return lambda: widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
