"""The documents of the list with what was worked out of their titles: their order, and which of them a search finds."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.library import Entry
from reader.paths import is_pasted
from reader.search import fold
from ui.library.naming import Distinctions
from ui.library.shelf import Shelf
from ui.toolkit.natural_order import natural_key

# Documents worked on before the time is looked at.
_BLOCK = 128
_UNKNOWN = "\uffff"  # sorts after every language


@dataclass(slots=True, eq=False)
class Item:
    """A document of the list.

    Attributes:
        entry: its entry.
        title: what it is called; "" until that is needed.
        key: to sort it by its title; likewise.
        words: its title, and in the next line its file and folder, as searched; likewise.
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
        self._distinctions = Distinctions()
        self._behind: deque[Item] = deque()  # new or gone, which is not worked out yet
        self._distinguished = False  # whether other titles than before are the same

    def take(self, entries: Sequence[Entry]) -> list[Item]:
        """Take over the library's list; returns the items whose entries are new or have changed.

        What is worked out of their titles follows when the items are `arranged`.
        """
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
        for path in gone:
            del self._by_path[path]
        self._by_path |= {item.entry.path: item for item in changed}
        self._behind.extend(gone.values())
        self._behind.extend(changed)
        self.items[begin : len(before) - end] = taken
        return changed

    def _catch_up(self) -> Iterator[None]:
        """Renew the items that were taken and forget those that are gone; of thousands some at a time."""
        while self._behind:
            for _ in range(min(_BLOCK, len(self._behind))):
                item = self._behind.popleft()
                if self._by_path.get(item.entry.path) is not item:
                    self._count(item, "")
                elif item.title or item.entry.title or self._shelf.is_described(item.entry):
                    self.renew(item)
            yield

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
        for name, by in ((item.counted, -1), (title, 1)):
            if name:
                self._distinguished |= self._distinctions.count(name, item.entry.path, by)
        item.counted = title

    # Titles

    def title(self, item: Item) -> str:
        """What a document is called."""
        if not item.title:
            item.title = self._shelf.title_of(item.entry)
        return item.title

    def distinction(self, item: Item) -> str:
        """What tells a document from others of the same title: the name of its file, if need be with its folder."""
        return self._distinctions.of(item.counted, item.entry.path) if item.counted else ""

    def distinction_of(self, entry: Entry) -> str:
        """The same of an entry; "" if it is not in the list."""
        item = self.find(entry.path)
        return self.distinction(item) if item is not None else ""

    def language(self, item: Item) -> str:
        """The code of the language that a document is read in; "" while that is not known."""
        summary = self._shelf.summary_of(item.entry)
        return item.entry.source or (summary.language if summary else "")

    # Order and search

    def arranged(self, by: str, words: Sequence[str]) -> Iterator[list[Item] | None]:
        """The items that have all `words` in their title, file or folder, sorted by one of the orders that can be set.

        Those that have all in their title come first. Yields them at last, and None whenever some of the work is done:
        that takes longer than a frame if thousands of titles are needed for the first time. Without words these are all
        items, the examples last.
        """
        yield from self._catch_up()
        if by in ("title", "language"):
            for block in _blocks(self.items):
                for item in block:
                    self._key(item)
                yield None
        found: list[Item] = []
        every = self.ordered(by)
        for block in _blocks(every) if words else ():
            found += self._having(words, block)
            yield None
        yield sorted(found, key=lambda item: not _is_titled(item, words)) if words else every

    def ordered(self, by: str) -> list[Item]:
        """All items, sorted."""
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

    def _having(self, words: Sequence[str], items: list[Item]) -> list[Item]:
        for item in items:
            if not item.words:
                self._fold(item)
        for word in words:
            items = [item for item in items if word in item.words]
        return items

    def _fold(self, item: Item) -> None:
        path, places = item.entry.path, ""
        if item.entry.bundled:
            places = path.name
        elif not is_pasted(path):
            places = f"{path.name}\n{path.parent.name}"  # the folders above are the same for most, and not shown
        item.words = f"{fold(self.title(item)).text}\n{fold(places).text}"


def _is_titled(item: Item, words: Sequence[str]) -> bool:
    """Whether all words are in the title of an item that was searched."""
    title = item.words.partition("\n")[0]
    return all(word in title for word in words)


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
