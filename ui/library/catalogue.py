"""The documents of the list with what was worked out of their titles: their order, and which of them a search finds."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.library import Entry
from reader.paths import is_pasted
from reader.search import fold
from ui.library.shelf import Shelf
from ui.toolkit.natural_order import natural_key
from ui.toolkit.one_line import one_line

# Documents searched before the time is looked at.
_BLOCK = 128
_UNKNOWN = "\uffff"  # sorts after every language


@dataclass(slots=True, eq=False)
class Item:
    """A document of the list.

    Attributes:
        entry: its entry.
        title: what it is called; "" until that is needed.
        key: to sort it by its title; likewise.
        words: its title, file and folder as searched; likewise.
        counted: the title that it was counted with among those that may be the same; "" if it was not.
    """

    entry: Entry
    title: str = ""
    key: str = ""
    words: str = ""
    counted: str = ""


class Catalogue:
    """Works out, and keeps, the titles of a shelf's documents.

    Attributes:
        items: all documents in the order of the library.
    """

    def __init__(self, shelf: Shelf) -> None:
        """No documents yet."""
        self._shelf = shelf
        self.items: list[Item] = []
        self._by_path: dict[Path, Item] = {}
        self._titles, self._names = Counter[str](), Counter[tuple[str, str]]()
        self._distinguished = False  # whether other titles than before are the same
        self._home = _home()

    def take(self, entries: Sequence[Entry]) -> list[Item]:
        """Take over the library's list; returns the items whose entries are new or have changed."""
        before = [item.entry for item in self.items]
        begin, end = same_ends(before, entries)
        gone = {item.entry.path: item for item in self.items[begin : len(before) - end]}
        taken, changed = [], []
        for entry in entries[begin : len(entries) - end]:
            known = gone.pop(entry.path, None)
            item = known or Item(entry)
            same, item.entry = known is not None and item.entry == entry, entry
            taken.append(item)
            if not same:
                changed.append(item)
        for path, item in gone.items():
            self._count(item, "")
            del self._by_path[path]
        for item in changed:
            self._by_path[item.entry.path] = item
            if item.title or item.entry.title or self._shelf.is_described(item.entry):
                self.renew(item)
        self.items[begin : len(before) - end] = taken
        return changed

    def distinguished(self) -> bool:
        """Whether rows may have got, or lost, what tells them apart, since this was asked last."""
        changed, self._distinguished = self._distinguished, False
        return changed

    def find(self, path: Path) -> Item | None:
        """The item of a file, if it is in the list."""
        return self._by_path.get(path)

    def renew(self, item: Item) -> None:
        """Work out the title of an item again, once its document was read or has got another title."""
        title = self._shelf.title_of(item.entry)
        if title != item.title:
            item.title, item.key, item.words = title, "", ""
        self._count(item, title)

    def _count(self, item: Item, title: str) -> None:
        if item.counted == title:
            return
        file = item.entry.path.name
        for name, by in ((item.counted, -1), (title, 1)):
            if name:
                self._titles[name] += by
                self._names[name, file] += by
                self._distinguished |= self._titles[name] > (by > 0)
        item.counted = title

    # Titles

    def title(self, item: Item) -> str:
        """What a document is called."""
        if not item.title:
            item.title = self._shelf.title_of(item.entry)
        return item.title

    def distinction(self, item: Item) -> str:
        """What tells a document from others of the same title: the name of its file, if need be with its folder."""
        path = item.entry.path
        if not item.counted or self._titles[item.counted] < 2 or is_pasted(path):
            return ""
        name = path.name
        return one_line(name if self._names[item.counted, name] < 2 else f"{path.parent.name}/{name}")

    def language(self, item: Item) -> str:
        """The code of the language that a document is read in; "" while that is not known."""
        summary = self._shelf.summary_of(item.entry)
        return item.entry.source or (summary.language if summary else "")

    # Order

    def ordered(self, by: str) -> list[Item]:
        """The items sorted by one of the orders that can be set; the examples are always last."""
        own = [item for item in self.items if not item.entry.bundled]
        if by == "opened":
            own.sort(key=lambda item: -item.entry.opened)
        elif by == "title":
            own.sort(key=self._key)
        elif by == "language":
            own.sort(key=lambda item: (self.language(item) or _UNKNOWN, self._key(item)))
        return own + [item for item in self.items if item.entry.bundled]

    def _key(self, item: Item) -> str:
        if not item.key:
            title = self.title(item)
            start = next((number for number, sign in enumerate(title) if sign.isalnum()), 0)  # not the quotation mark
            item.key = natural_key(title[start:])
        return item.key

    # Searching

    def search(self, items: Iterable[Item], words: Sequence[str]) -> "Search":
        """Find those of `items` whose title, file or folder have all `words`."""
        return Search(items, words, self._fold)

    def _fold(self, item: Item) -> None:
        path, places = item.entry.path, ""
        if item.entry.bundled:
            places = path.name
        elif not is_pasted(path):
            places = str(path).removeprefix(self._home)
        item.words = f"{fold(self.title(item)).text}\n{fold(places).text}"


class Search:
    """A search that can be gone on with, as folding thousands of titles for the first time takes longer than a frame.

    Attributes:
        found: the items found so far.
    """

    def __init__(self, items: Iterable[Item], words: Sequence[str], fold: Callable[[Item], None]) -> None:
        """Search `items` for folded `words`; `fold` sets what is searched of an item."""
        self.found: list[Item] = []
        self._words, self._fold = words, fold
        self._blocks = _blocks(list(items))

    def go_on(self, seconds: float) -> bool:
        """Search for about `seconds`; returns whether all was searched."""
        end = time.perf_counter() + seconds
        for block in self._blocks:
            for item in block:
                if not item.words:
                    self._fold(item)
            for word in self._words:
                block = [item for item in block if word in item.words]
            self.found += block
            if time.perf_counter() > end:
                return False
        return True


def words_of(query: str) -> list[str]:
    """The words that someone searches for, folded."""
    return fold(query).text.split()


def same_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many objects two sequences have in common at the beginning, and at the end of the rest."""
    most = min(len(before), len(after))
    begin = next((n for n in range(most) if before[n] is not after[n]), most)
    end = next((n for n in range(most - begin) if before[-1 - n] is not after[-1 - n]), most - begin)
    return begin, end


def _blocks(items: list[Item]) -> Iterator[list[Item]]:
    return (items[start : start + _BLOCK] for start in range(0, len(items), _BLOCK))


def _home() -> str:
    """The user's own folder, which everybody's documents are in: nobody searches for it."""
    try:
        return str(Path.home())
    except RuntimeError:  # the system does not tell
        return ""
