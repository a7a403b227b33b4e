"""The commands for a human translation beside the text: choosing it, moving its links by hand, saving it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.reading.view import ReadingView
from ui.session.columns import REFERENCE, Columns
from ui.session.file_choice import choose_files
from ui.session.preferences import Preferences
from ui.session.reference import Reference
from ui.toolkit.file_filters import readable_files
from ui.toolkit.guard import guarded
from ui.toolkit.question import ask

if TYPE_CHECKING:
    from reader.reference import Alignment
    from ui.session.laying_beside import Change


class ReferenceCommands(QObject):
    """Serves a window; links are those of the sentence at the caret."""

    possible = Signal(object)  # whether each command may be used, by id

    def __init__(
        self, columns: Columns, reference: Reference, view: ReadingView, preferences: Preferences, window: QWidget
    ) -> None:
        """Change `reference`, which is shown among the `columns` of `view`."""
        super().__init__(window)
        self._columns, self._reference, self._view = columns, reference, view
        self._preferences, self._window = preferences, window
        columns.changed.connect(self.show_possible)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {
            "compare": self._ask_for_file,
            "link_take": partial(self._change, _taking),
            "link_give": partial(self._change, _giving),
            "link_join": partial(self._change, _joining),
            "link_split": partial(self._change, _splitting),
            "save_reference": self._ask_to_save,
        }

    @guarded
    def show_possible(self, *_: object) -> None:
        """Links can be moved while the column shows."""
        shown = self._columns.shows(REFERENCE)
        self.possible.emit({name: shown for name in self.handlers() if name != "compare"})

    def _ask_for_file(self) -> None:
        near = self._reference.path.parent if self._reference.path is not None else None
        title = self.tr("Compare with a human translation")
        choose_files(self._window, title, readable_files(), self._preferences, self._on_files, one=True, near=near)

    def _on_files(self, paths: list[Path]) -> None:
        self._columns.compare_with(paths[0])

    def _change(self, change: "Change") -> None:
        place = self._view.caret.standing
        if place is None:
            return
        span = self._view.source_span(place) if place.sentence is not None else None
        self._reference.change(change, place.row, span)

    def _ask_to_save(self) -> None:
        if not self._reference.ready:
            return
        words = self.tr(
            "Save this human translation in the translation memory? Sentences that surely belong together are then "
            "translated like this in all documents, also in this one."
        )
        ask(self._window, words, {self.tr("Save"): self._reference.remember}, self.tr("Cancel"))


def _taking(alignment: "Alignment", index: int, _place: int) -> "Alignment":
    from reader.reference import Side

    return alignment.shifted(index, 1, Side.TARGET)


def _giving(alignment: "Alignment", index: int, _place: int) -> "Alignment":
    from reader.reference import Side

    return alignment.shifted(index, -1, Side.TARGET)


def _joining(alignment: "Alignment", index: int, _place: int) -> "Alignment":
    return alignment.joined(index, index + 1)


def _splitting(alignment: "Alignment", index: int, place: int) -> "Alignment":
    """Divide a link before the sentence at the caret, or before its second one; the other side in the middle."""
    (first, last), (begin, end) = alignment.links[index].source, alignment.links[index].target
    source = min(max(place, first + 1), last)
    half = max((end - begin + 1) // 2, min(1, end - begin))
    # Of several sentences beside one, the last belongs to nothing then.
    return alignment.split(index, source, begin + half if last - first > 1 else end - 1)
