"""What the user is told of folders whose documents are added, and a list of what was skipped in one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reader.errors import reason
from reader.folders import DEEPEST, Why
from ui.library.folder_contents import MOST_FILES, MOST_NAMED
from ui.library.folders import Adding, Closed, Folders, Looking, Outcome, Stage
from ui.toolkit.folders import folder_key, folder_name
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.line_breaks import isolated
from ui.toolkit.notices import NoticeBar
from ui.toolkit.one_line import one_line
from ui.window.text_dialog import TextDialog
from ui.window.watched_folders import WatchedFolders


class FolderNotices(QObject):
    """Says in the notices of a window what is being done with a folder, and what has come of it."""

    def __init__(self, folders: Folders, watched: WatchedFolders, notices: NoticeBar, window: QWidget) -> None:
        """Serve `window`; `watched` watches a folder if the user wants that."""
        super().__init__(window)
        self._folders, self._watched, self._notices, self._window = folders, watched, notices, window
        folders.stage.connect(self.show_stage)
        folders.over.connect(self._take_back)

    @guarded
    def show_stage(self, stage: Stage) -> None:
        """Say what stage a folder has reached; in another window it is said again by the one there."""
        folder, topic = stage.folder, _topic(stage.folder)
        again = partial(_say_again, stage)
        match stage:
            case Looking() | Adding():
                cancel = partial(self._folders.cancel, folder)
                self._notices.say(
                    self._progress(stage),
                    self.tr("Cancel"),
                    cancel,
                    topic=topic,
                    lasting=True,
                    about=folder,
                    again=again,
                )
            case Closed(_, error):
                self._notices.say(self._closed(folder, error), topic=topic, again=again)
            case Outcome():
                first, second = [*self._offers(stage), None, None][:2]
                words, do = first or ("", None)
                self._notices.say(self._outcome(stage), words, do, second=second, topic=topic, again=again)

    @guarded
    def _take_back(self, folder: Path) -> None:
        self._notices.take_back(_topic(folder))

    def _offers(self, outcome: Outcome) -> Iterator[tuple[str, partial[None]]]:
        if not outcome.watched:
            watch = partial(self._watched.watch_folder, outcome.folder, outcome.contents.files)
            yield self.tr("Watch this folder"), watch
        if _skipped(outcome):
            yield self.tr("Show what was skipped"), partial(self._show_skipped, outcome)

    def _show_skipped(self, outcome: Outcome) -> None:
        self.show_stage(outcome)  # its other button is still wanted
        SkippedDialog(outcome, self._window).open()

    # In words

    def _progress(self, stage: Looking | Adding) -> str:
        if isinstance(stage, Looking):
            words = self.tr("Looking for documents in “{folder}”…")
        else:
            words = self.tr("Adding %Ln document(s) from “{folder}”…", "", stage.count)
        return words.format(folder=folder_name(stage.folder))

    def _closed(self, folder: Path, error: Exception) -> str:
        if not isinstance(error, OSError):
            return said(error)
        words = self.tr("The folder “{folder}” cannot be read: {reason}.")
        return words.format(folder=folder_name(folder), reason=localised(reason(error)))

    def _outcome(self, outcome: Outcome) -> str:
        if outcome.joined:
            words = self.tr("Added %Ln document(s) from “{folder}”.", "", outcome.joined)
        elif outcome.cancelled:
            words = self.tr("No documents from “{folder}” were added.")
        elif outcome.listed:
            words = self.tr("All documents in “{folder}” are in your library.")
        else:
            words = self.tr("“{folder}” has no documents that Tospalt can read.")
        sentences = [words.format(folder=folder_name(outcome.folder))]
        if count := _skipped(outcome):
            more = self.tr("%Ln item(s) were skipped: {why}.", "", count)
            sentences.append(more.format(why=", ".join(self._why(outcome))))
        if outcome.watched:
            sentences.append(self.tr("New documents in it will join your library by themselves."))
        return " ".join(sentences)

    def _why(self, outcome: Outcome) -> list[str]:
        left_out, beyond = outcome.contents.left_out, len(outcome.beyond)
        unreadable = left_out[Why.UNREADABLE] + len(outcome.unreadable)
        deep = self.tr("%Ln folder(s) lie deeper than {depth} folders", "", left_out[Why.TOO_DEEP])
        whys = (
            (left_out[Why.NO_TEXT], self.tr("%Ln are not texts", "", left_out[Why.NO_TEXT])),
            (unreadable, self.tr("%Ln could not be read", "", unreadable)),
            (left_out[Why.TOO_DEEP], deep.format(depth=DEEPEST)),
            (beyond, self.tr("%Ln are beyond the first {most}", "", beyond).format(most=MOST_FILES)),
        )
        return [words for count, words in whys if count]


class SkippedDialog(TextDialog):
    """Lists what was skipped in a folder, by why, to be read and copied."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        """A dialog for what has come of a folder."""
        super().__init__("", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Skipped in “{folder}”").format(folder=folder_name(outcome.folder))
        self.setWindowTitle(title)
        self.field.setAccessibleName(title)
        self.show_text("\n\n".join(self._parts(outcome)))

    def _parts(self, outcome: Outcome) -> Iterator[str]:
        contents, folder = outcome.contents, outcome.folder
        found = {why: [each.path for each in contents.named if each.why is why] for why in Why}
        counts = Counter(contents.left_out)
        counts[Why.UNREADABLE] += len(outcome.unreadable)
        broken = [_problem(path, problem, folder) for path, problem in outcome.unreadable]
        yield from self._part(
            self.tr("Could not be read:"), [*broken, *_names(found[Why.UNREADABLE], folder)], counts[Why.UNREADABLE]
        )
        yield from self._part(
            self.tr("Beyond the first {most} documents:").format(most=MOST_FILES),
            _names(outcome.beyond[:MOST_NAMED], folder),
            len(outcome.beyond),
        )
        yield from self._part(
            self.tr("Folders deeper than {depth} folders:").format(depth=DEEPEST),
            _names(found[Why.TOO_DEEP], folder),
            counts[Why.TOO_DEEP],
        )
        yield from self._part(
            self.tr("Not texts, by their names:"), _names(found[Why.NO_TEXT], folder), counts[Why.NO_TEXT]
        )

    def _part(self, heading: str, lines: list[str], count: int) -> Iterator[str]:
        if count:
            shown = lines[:MOST_NAMED]
            more = [self.tr("… and %Ln more", "", count - len(shown))] if count > len(shown) else []
            yield "\n".join([heading, *(f"  {line}" for line in (*shown, *more))])


def _say_again(stage: Stage, bar: NoticeBar) -> None:
    if (there := bar.window().findChild(FolderNotices)) is not None:
        there.show_stage(stage)


def _skipped(outcome: Outcome) -> int:
    return outcome.contents.left_out.total() + len(outcome.unreadable) + len(outcome.beyond)


def _names(paths: Iterable[Path], folder: Path) -> list[str]:
    return [_name(path, folder) for path in paths]


def _name(path: Path, folder: Path) -> str:
    """The path of what is in a folder, on one line, from there."""
    return isolated(one_line(str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)))


def _problem(path: Path, problem: str, folder: Path) -> str:
    """One sentence on a file, that names it from the folder."""
    name = _name(path, folder)
    words = one_line(problem.replace(str(path), name))
    return words if name in words else f"{name}: {words}"


def _topic(folder: Path) -> str:
    return f"folder {folder_key(folder)}"
