"""All commands of the window in one table, from which menus, tool bar and shortcuts are made."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from reader.late_dataclasses import dataclass
from ui.toolkit.guard import guarded
from ui.toolkit.icons import icon
from ui.toolkit.line_breaks import tool_tip
from ui.toolkit.theme import Theme

_CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation; Qt's own function of this name is typed as returning any object."""
    return text


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        id: identifies it in the window.
        menu: id of its menu.
        text: its name, with a mnemonic.
        shortcuts: standard keys or key sequences.
        icon: name of its icon if it is on the tool bar.
        group: commands of one group exclude one another and are checkable.
        rule: whether a separator precedes it in the menu.
        switch: whether it is checkable by itself.
        local: whether its shortcuts work only in the widget that it is added to besides the window.
    """

    id: str
    menu: str
    text: str
    shortcuts: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    group: str = ""
    rule: bool = False
    switch: bool = False
    local: bool = False


_Keys = QKeySequence.StandardKey

MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "translation": QT_TRANSLATE_NOOP("Actions", "&Translation"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
# Submenus: id to the id of the outer menu and the title. They come first in it, or after the command of `_PLACES`.
SUBMENUS = {
    "encoding": ("file", QT_TRANSLATE_NOOP("Actions", "Enco&ding")),
    "lines": ("file", QT_TRANSLATE_NOOP("Actions", "&Lines of plain text")),
    "layout": ("view", QT_TRANSLATE_NOOP("Actions", "La&yout")),
    "columns": ("view", QT_TRANSLATE_NOOP("Actions", "&Columns")),
    "widths": ("view", QT_TRANSLATE_NOOP("Actions", "&Width of panels")),
    "hide": ("view", QT_TRANSLATE_NOOP("Actions", "&Hide until hovered")),
    "reference": ("translation", QT_TRANSLATE_NOOP("Actions", "&Human translation")),
    "theme": ("view", QT_TRANSLATE_NOOP("Actions", "&Theme")),
    "sort": ("view", QT_TRANSLATE_NOOP("Actions", "Sort docu&ments by")),
}
_PLACES = {"encoding": "information", "lines": "information", "sort": "filter", "reference": "force"}

COMMANDS = (
    Command("open", "file", QT_TRANSLATE_NOOP("Actions", "&Open…"), (_Keys.Open,), icon="open"),
    Command("open_folder", "file", QT_TRANSLATE_NOOP("Actions", "O&pen folder…"), ("Ctrl+Alt+O",)),
    Command("watched", "file", QT_TRANSLATE_NOOP("Actions", "&Watched folders…")),
    Command("paste", "file", QT_TRANSLATE_NOOP("Actions", "&New from clipboard"), ("Ctrl+Shift+V",)),
    Command("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export…"), ("Ctrl+E",), icon="export"),
    Command("export_several", "file", QT_TRANSLATE_NOOP("Actions", "Export &several documents…"), ("Ctrl+Shift+E",)),
    Command("print", "file", QT_TRANSLATE_NOOP("Actions", "Print doc&ument…"), (_Keys.Print,)),
    Command("information", "file", QT_TRANSLATE_NOOP("Actions", "Document &information"), ("Ctrl+I",), rule=True),
    Command("rename", "file", QT_TRANSLATE_NOOP("Actions", "Rename &title…"), ("Shift+F2",)),
    Command("find_file", "file", QT_TRANSLATE_NOOP("Actions", "Find &missing file…")),
    Command("show_in_folder", "file", QT_TRANSLATE_NOOP("Actions", "Show in &folder"), ("Ctrl+Alt+F",)),
    Command("remove", "file", QT_TRANSLATE_NOOP("Actions", "&Remove from library"), (_Keys.Delete,), local=True),
    Command("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), rule=True),
    Command("encoding_detected", "encoding", QT_TRANSLATE_NOOP("Actions", "&Automatic"), group="encoding"),
    Command("encoding_utf-8", "encoding", QT_TRANSLATE_NOOP("Actions", "&UTF-8"), group="encoding", rule=True),
    Command("encoding_utf-16-le", "encoding", QT_TRANSLATE_NOOP("Actions", "UTF-16, &little-endian"), group="encoding"),
    Command("encoding_utf-16-be", "encoding", QT_TRANSLATE_NOOP("Actions", "UTF-16, &big-endian"), group="encoding"),
    Command(
        "encoding_cp1252",
        "encoding",
        QT_TRANSLATE_NOOP("Actions", "&Windows-1252 (Western European)"),
        group="encoding",
        rule=True,
    ),
    Command(
        "encoding_iso8859-1",
        "encoding",
        QT_TRANSLATE_NOOP("Actions", "ISO 8859-&1 (Western European)"),
        group="encoding",
    ),
    Command(
        "encoding_iso8859-15",
        "encoding",
        QT_TRANSLATE_NOOP("Actions", "ISO 8859-1&5 (Western European with €)"),
        group="encoding",
    ),
    Command("encoding_iso8859-10", "encoding", QT_TRANSLATE_NOOP("Actions", "ISO 8859-1&0 (Nordic)"), group="encoding"),
    Command(
        "encoding_mac-roman", "encoding", QT_TRANSLATE_NOOP("Actions", "&Mac OS Roman"), group="encoding", rule=True
    ),
    Command(
        "encoding_cp850",
        "encoding",
        QT_TRANSLATE_NOOP("Actions", "&Code page 850 (DOS, Western European)"),
        group="encoding",
    ),
    Command(
        "encoding_cp865", "encoding", QT_TRANSLATE_NOOP("Actions", "Code page 865 (&DOS, Nordic)"), group="encoding"
    ),
    Command(
        "encoding_iso646-no",
        "encoding",
        QT_TRANSLATE_NOOP("Actions", "ISO 6&46 (Norwegian, { | } for æ ø å)"),
        group="encoding",
    ),
    Command("lines_judged", "lines", QT_TRANSLATE_NOOP("Actions", "&Automatic"), group="lines"),
    Command("lines_joined", "lines", QT_TRANSLATE_NOOP("Actions", "&Joined to paragraphs"), group="lines"),
    Command("lines_kept", "lines", QT_TRANSLATE_NOOP("Actions", "As they are in the &file"), group="lines"),
    Command("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), (_Keys.Undo,)),
    Command("redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("copy", "edit", QT_TRANSLATE_NOOP("Actions", "&Copy sentence"), (_Keys.Copy,), rule=True),
    Command("copy_table", "edit", QT_TRANSLATE_NOOP("Actions", "Copy both sides as &table"), ("Ctrl+Shift+C",)),
    Command("select_all", "edit", QT_TRANSLATE_NOOP("Actions", "Select &all"), (_Keys.SelectAll,), local=True),
    Command("pin", "edit", QT_TRANSLATE_NOOP("Actions", "&Pin or unpin sentence"), ("Ctrl+.",), rule=True),
    Command("follow", "edit", QT_TRANSLATE_NOOP("Actions", "Open lin&k in sentence"), ("Ctrl+Return",)),
    Command("edit", "edit", QT_TRANSLATE_NOOP("Actions", "&Edit sentence…"), ("F2",)),
    Command("accept", "edit", QT_TRANSLATE_NOOP("Actions", "Accept or &withdraw sentence"), ("F7",)),
    Command("dismiss", "edit", QT_TRANSLATE_NOOP("Actions", "&Dismiss warnings about sentence"), ("Shift+F7",)),
    Command("note", "edit", QT_TRANSLATE_NOOP("Actions", "N&ote…"), ("Ctrl+Shift+N",), rule=True),
    Command("bookmark", "edit", QT_TRANSLATE_NOOP("Actions", "Set or re&move bookmark"), ("Ctrl+D",)),
    Command("notes", "edit", QT_TRANSLATE_NOOP("Actions", "S&how notes and bookmarks…"), ("Ctrl+Shift+B",)),
    Command("next_listed", "edit", QT_TRANSLATE_NOOP("Actions", "Next in check&list"), ("F8",), rule=True),
    Command("previous_listed", "edit", QT_TRANSLATE_NOOP("Actions", "Prev&ious in checklist"), ("Shift+F8",)),
    Command("find", "edit", QT_TRANSLATE_NOOP("Actions", "&Find…"), ("Ctrl+F",), "find", rule=True),
    Command("find_next", "edit", QT_TRANSLATE_NOOP("Actions", "Find &next"), ("F3",)),
    Command("find_previous", "edit", QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), ("Shift+F3",)),
    Command("go_to", "edit", QT_TRANSLATE_NOOP("Actions", "&Go to paragraph…"), ("Ctrl+G",)),
    Command("back", "edit", QT_TRANSLATE_NOOP("Actions", "&Back"), ("Alt+Left",)),
    Command("settings", "edit", QT_TRANSLATE_NOOP("Actions", "&Settings…"), ("Ctrl+,",), rule=True),
    Command("view_both", "layout", QT_TRANSLATE_NOOP("Actions", "&Side by side"), ("Ctrl+1",), group="view"),
    Command("view_stacked", "layout", QT_TRANSLATE_NOOP("Actions", "One &above the other"), ("Ctrl+2",), group="view"),
    Command("view_original", "layout", QT_TRANSLATE_NOOP("Actions", "&Original only"), ("Ctrl+3",), group="view"),
    Command("view_translation", "layout", QT_TRANSLATE_NOOP("Actions", "&Translation only"), ("Ctrl+4",), group="view"),
    Command(
        "wider_original", "layout", QT_TRANSLATE_NOOP("Actions", "Wider o&riginal"), ("Ctrl+Alt+Right",), rule=True
    ),
    Command("wider_translation", "layout", QT_TRANSLATE_NOOP("Actions", "&Wider translation"), ("Ctrl+Alt+Left",)),
    Command("even_columns", "layout", QT_TRANSLATE_NOOP("Actions", "Columns of &equal width"), ("Ctrl+Alt+0",)),
    Command("column_original", "columns", QT_TRANSLATE_NOOP("Actions", "&Original"), switch=True),
    Command("column_translation", "columns", QT_TRANSLATE_NOOP("Actions", "&Translation"), switch=True),
    Command("column_back", "columns", QT_TRANSLATE_NOOP("Actions", "&Back-translation"), ("Ctrl+5",), switch=True),
    Command(
        "column_reference", "columns", QT_TRANSLATE_NOOP("Actions", "Hu&man translation"), ("Ctrl+6",), switch=True
    ),
    Command("column_notes", "columns", QT_TRANSLATE_NOOP("Actions", "&Notes"), ("Ctrl+7",), switch=True),
    Command(
        "column_left",
        "columns",
        QT_TRANSLATE_NOOP("Actions", "Move column to the &left"),
        ("Alt+Shift+Left",),
        rule=True,
    ),
    Command("column_right", "columns", QT_TRANSLATE_NOOP("Actions", "Move column to the &right"), ("Alt+Shift+Right",)),
    Command("hide_column", "columns", QT_TRANSLATE_NOOP("Actions", "&Hide column"), ("Ctrl+Alt+H",)),
    Command("wider_library", "widths", QT_TRANSLATE_NOOP("Actions", "&Wider library")),
    Command("narrower_library", "widths", QT_TRANSLATE_NOOP("Actions", "&Narrower library")),
    Command("wider_outline", "widths", QT_TRANSLATE_NOOP("Actions", "Wider &outline"), rule=True),
    Command("narrower_outline", "widths", QT_TRANSLATE_NOOP("Actions", "Narrower o&utline")),
    Command("wider_checklist", "widths", QT_TRANSLATE_NOOP("Actions", "Wider &checklist"), rule=True),
    Command("narrower_checklist", "widths", QT_TRANSLATE_NOOP("Actions", "Narrower c&hecklist")),
    Command("blur_none", "hide", QT_TRANSLATE_NOOP("Actions", "&Nothing"), ("Ctrl+Shift+1",), group="blur"),
    Command("blur_original", "hide", QT_TRANSLATE_NOOP("Actions", "The &original"), ("Ctrl+Shift+2",), group="blur"),
    Command(
        "blur_translation", "hide", QT_TRANSLATE_NOOP("Actions", "The &translation"), ("Ctrl+Shift+3",), group="blur"
    ),
    Command("library", "view", QT_TRANSLATE_NOOP("Actions", "Show or hide li&brary"), ("F9",), "library", rule=True),
    Command("filter", "view", QT_TRANSLATE_NOOP("Actions", "F&ilter documents…"), ("Ctrl+Shift+L",)),
    Command("sort_added", "sort", QT_TRANSLATE_NOOP("Actions", "When &added"), group="sort"),
    Command("sort_opened", "sort", QT_TRANSLATE_NOOP("Actions", "Last &read"), group="sort"),
    Command("sort_title", "sort", QT_TRANSLATE_NOOP("Actions", "&Title"), group="sort"),
    Command("sort_language", "sort", QT_TRANSLATE_NOOP("Actions", "&Language"), group="sort"),
    Command("outline", "view", QT_TRANSLATE_NOOP("Actions", "Show or hide &outline"), ("Ctrl+Shift+O",), "outline"),
    Command("checklist", "view", QT_TRANSLATE_NOOP("Actions", "Show or hide chec&klist"), ("Shift+F9",), "checklist"),
    Command("next_part", "view", QT_TRANSLATE_NOOP("Actions", "&Next part of window"), ("F6",)),
    Command("previous_part", "view", QT_TRANSLATE_NOOP("Actions", "&Previous part of window"), ("Shift+F6",)),
    Command(
        "full_screen",
        "view",
        QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
        ("F11",),
        rule=True,
        switch=True,
    ),
    Command("larger", "view", QT_TRANSLATE_NOOP("Actions", "&Larger text"), ("Ctrl++", "Ctrl+="), "larger", rule=True),
    Command("smaller", "view", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), ("Ctrl+-",), "smaller"),
    Command("usual_size", "view", QT_TRANSLATE_NOOP("Actions", "&Default text size"), ("Ctrl+0",)),
    Command(
        "next_theme",
        "theme",
        QT_TRANSLATE_NOOP("Actions", "Switch between light &and dark"),
        ("Ctrl+Shift+D",),
        "theme",
    ),
    Command("theme_system", "theme", QT_TRANSLATE_NOOP("Actions", "Same as s&ystem"), group="theme", rule=True),
    Command("theme_light", "theme", QT_TRANSLATE_NOOP("Actions", "&Light"), group="theme"),
    Command("theme_dark", "theme", QT_TRANSLATE_NOOP("Actions", "&Dark"), group="theme"),
    Command("theme_sepia", "theme", QT_TRANSLATE_NOOP("Actions", "&Sepia"), group="theme"),
    Command("swap", "translation", QT_TRANSLATE_NOOP("Actions", "S&wap direction"), ("Ctrl+Shift+S",), "swap"),
    Command("from_detected", "translation", QT_TRANSLATE_NOOP("Actions", "&Detect language"), group="from", rule=True),
    Command("from_nb", "translation", QT_TRANSLATE_NOOP("Actions", "From &Norwegian Bokmål to English"), group="from"),
    Command("from_en", "translation", QT_TRANSLATE_NOOP("Actions", "From &English to Norwegian Bokmål"), group="from"),
    Command(
        "force",
        "translation",
        QT_TRANSLATE_NOOP("Actions", "Translate paragraph &all the same"),
        rule=True,
        switch=True,
    ),
    Command(
        "alternatives",
        "translation",
        QT_TRANSLATE_NOOP("Actions", "Other translations of &sentence…"),
        ("F4",),
        rule=True,
    ),
    Command("other_words", "translation", QT_TRANSLATE_NOOP("Actions", "O&ther words here…"), ("Shift+F4",)),
    Command(
        "keep_words", "translation", QT_TRANSLATE_NOOP("Actions", "&Keep my words, change the rest…"), ("Ctrl+Shift+K",)
    ),
    Command("compare", "reference", QT_TRANSLATE_NOOP("Actions", "&Compare with…"), ("Ctrl+Shift+R",)),
    Command(
        "link_take",
        "reference",
        QT_TRANSLATE_NOOP("Actions", "&Take its next sentence here"),
        ("Ctrl+Alt+Down",),
        rule=True,
    ),
    Command("link_give", "reference", QT_TRANSLATE_NOOP("Actions", "&Give its last sentence on"), ("Ctrl+Alt+Up",)),
    Command("link_join", "reference", QT_TRANSLATE_NOOP("Actions", "&Join with next sentence"), ("Ctrl+Alt+J",)),
    Command("link_split", "reference", QT_TRANSLATE_NOOP("Actions", "&Divide here"), ("Ctrl+Alt+D",)),
    Command("save_reference", "reference", QT_TRANSLATE_NOOP("Actions", "&Save in translation memory…"), rule=True),
    Command(
        "packages", "translation", QT_TRANSLATE_NOOP("Actions", "&Language packages…"), ("Ctrl+Shift+P",), rule=True
    ),
    Command("memory", "translation", QT_TRANSLATE_NOOP("Actions", "Translation &memory…"), ("Ctrl+Shift+M",)),
    Command("concordance", "translation", QT_TRANSLATE_NOOP("Actions", "C&oncordance…"), ("Ctrl+K",)),
    Command("pause", "translation", QT_TRANSLATE_NOOP("Actions", "&Pause"), ("Shift+F5",), rule=True),
    Command("resume", "translation", QT_TRANSLATE_NOOP("Actions", "Continue and &retry failed paragraphs"), ("F5",)),
    Command("cancel", "translation", QT_TRANSLATE_NOOP("Actions", "&Cancel"), ("Esc",)),
    Command("guide", "help", QT_TRANSLATE_NOOP("Actions", "&Guide"), ("Ctrl+F1",)),
    Command("shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), ("F1",)),
    Command("explain", "help", QT_TRANSLATE_NOOP("Actions", "Show &explanation"), ("Shift+F1",)),
    Command("log", "help", QT_TRANSLATE_NOOP("Actions", "Show &log"), rule=True),
    Command("report", "help", QT_TRANSLATE_NOOP("Actions", "Copy &report")),
    Command("about", "help", QT_TRANSLATE_NOOP("Actions", "&About Tospalt"), rule=True),
)


class Actions:
    """The commands as Qt actions of a window."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Make an action of every command; `handlers` has the handler of each, by command id."""
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {command.id: self._make(command, window, handlers[command.id]) for command in COMMANDS}

    def __getitem__(self, name: str) -> QAction:
        """The action of a command."""
        return self._actions[name]

    def _make(self, command: Command, window: QWidget, handler: Callable[[], object]) -> QAction:
        action = QAction(_translated(command.text), window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        if command.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(guarded(lambda: handler()))
        action.setCheckable(command.switch)
        if command.group:
            group = self._groups.setdefault(command.group, QActionGroup(window))
            action.setCheckable(True)
            group.addAction(action)
        action.setIconVisibleInMenu(False)  # few have one
        if command.icon:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(tool_tip(f"{plain(action.text())} ({keys})"))
        window.addAction(action)
        return action

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for name, title in MENUS.items():
            menu = bar.addMenu(_translated(title))
            self._add_submenus(menu, name, "")
            self._fill(menu, name)

    def _fill(self, menu: QMenu, name: str) -> None:
        for command in COMMANDS:
            if command.menu == name:
                if command.rule:
                    menu.addSeparator()
                menu.addAction(self._actions[command.id])
                self._add_submenus(menu, name, command.id)

    def _add_submenus(self, menu: QMenu, name: str, after: str) -> None:
        """Add those of the menu `name` that come after the command `after`, or with "" first."""
        for inner, (outer, title) in SUBMENUS.items():
            if outer == name and _PLACES.get(inner, "") == after:
                self._fill(menu.addMenu(_translated(title)), inner)

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """Put the actions with an icon on the tool bar."""
        for command in COMMANDS:
            if command.icon:
                bar.addAction(self._actions[command.id])

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(icon(command.icon, theme.text))


def keys_of(name: str) -> str:
    """The first shortcut of a command, as written on this system."""
    shortcut = next(command.shortcuts[0] for command in COMMANDS if command.id == name)
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def plain(text: str) -> str:
    """A menu text without its mnemonic and ellipsis."""
    return text.replace("&", "").removesuffix("…").rstrip()


def all_menus() -> Iterator[str]:
    """The ids of the menus, each followed by its submenus."""
    for menu in MENUS:
        yield menu
        yield from (inner for inner, (outer, _) in SUBMENUS.items() if outer == menu)


def menu_titles(menu: str) -> list[str]:
    """The title of a menu, preceded by that of its outer menu, in the interface language, with mnemonics."""
    if menu in MENUS:
        return [_translated(MENUS[menu])]
    outer, title = SUBMENUS[menu]
    return [*menu_titles(outer), _translated(title)]


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
