"""The documents of the list with what was worked out of their titles: their order, and which of them a search finds."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.paths import is_pasted
from reader.search import fold
from ui.library.naming import Distinctions
from ui.library.shelf import Shelf
from ui.toolkit.natural_order import natural_key

# Documents worked on before the time is looked at.
_BLOCK = 128
_UNKNOWN = "\uffff"  # sorts after every language

_T = TypeVar("_T")


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

    def take(self, entries: Sequence[Entry]) -> Iterator[list[Item] | None]:
        """Take over the library's list; yields at last the items whose entries are new or have changed.

        Of thousands some are compared at a time, after each of which it yields None; until the end nothing changes.
        What is worked out of their titles follows when the items are `arranged`.
        """
        before = [item.entry for item in self.items]
        begin, end = same_ends(before, entries)
        gone, taken = dict[Path, Item](), list[Item]()
        changed, followed = list[Item](), list[tuple[Item, Entry, Entry]]()
        for block in _blocks(self.items[begin : len(before) - end]):
            if gone:
                yield None
            gone |= {item.entry.path: item for item in block}
        for some in _blocks(entries[begin : len(entries) - end]):
            if taken:
                yield None
            for entry in some:
                known = gone.pop(entry.path, None)
                taken.append(item := known or Item(entry))
                if known is None or item.entry != entry:
                    changed.append(item)
                if known is not None:
                    followed.append((item, item.entry, entry))
        if len(gone) + len(changed) > _BLOCK:
            yield None
        for item, seen, entry in followed:
            if item.entry is seen:  # else it has changed again
                item.entry = entry
        for path in gone:
            self._by_path.pop(path, None)  # not there if it has been followed meanwhile
        self._by_path |= {item.entry.path: item for item in changed}
        self._behind.extend(gone.values())
        self._behind.extend(changed)
        self.items[begin : len(before) - end] = taken
        yield changed

    def _catch_up(self) -> Iterator[None]:
        """Renew the items that were taken and forget those that are gone; of thousands some at a time."""
        while self._behind:
            for _ in range(min(_BLOCK, len(self._behind))):
                item = self._behind.popleft()
                if self._by_path.get(item.entry.path) is not item:
                    self._count(item, "")
                elif item.title or item.entry.title or self._shelf.is_described(item.entry):
                    self.renew(item)
            if self._behind:
                yield

    def distinguished(self) -> bool:
        """Whether rows may have got, or lost, what tells them apart, since this was asked last."""
        changed, self._distinguished = self._distinguished, False
        return changed

    def find(self, path: Path) -> Item | None:
        """The item of a file, if it is in the list."""
        return self._by_path.get(path)

    def follow(self, before: Path, now: Entry) -> Item | None:
        """Have the item of a document whose file was `before` stand for it where its file is now; returns it."""
        item = self._by_path.pop(before, None)
        if item is not None:
            self._count(item, "")
            item.entry, item.words = now, ""
            self._by_path[now.path] = item
            self.renew(item)
        return item

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

        Those that have all in their title come first. Yields them at last, and before that None whenever some of the
        work is done, if there are many: that takes longer than a frame for thousands. Without words these are all
        items, the examples last.
        """
        yield from self._catch_up()
        every = list[Item]()
        for part in self._ordered(by):
            if part is None:
                yield None
            else:
                every = part
        if not words:
            yield every
            return
        titled, others = list[Item](), list[Item]()
        for number, block in enumerate(_blocks(every)):
            if number:
                yield None
            for item in self._having(words, block):
                (titled if _is_titled(item, words) else others).append(item)
        yield titled + others

    def ordered(self, by: str) -> list[Item]:
        """All items, sorted."""
        return next(items for items in self._ordered(by) if items is not None)

    def _ordered(self, by: str) -> Iterator[list[Item] | None]:
        """All items, sorted, at last; before that None whenever some of the keys to sort them by are made."""
        own = [item for item in self.items if not item.entry.bundled]
        if by in _KEYS:
            key, keys = _KEYS[by], list[str | int]()
            for block in _blocks(own):
                if keys:
                    yield None
                keys += [key(self, item) for item in block]
            own = [item for _, item in sorted(zip(keys, own, strict=True), key=itemgetter(0))]
        yield own + [item for item in self.items if item.entry.bundled]

    def key(self, item: Item) -> str:
        """What an item is sorted by in the order of titles."""
        if not item.key:
            title = self.title(item)
            start = next((number for number, sign in enumerate(title) if sign.isalnum()), 0)  # not the quotation mark
            item.key = natural_key(title[start:])
        return item.key

    def _having(self, words: Sequence[str], items: Sequence[Item]) -> Sequence[Item]:
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


# What the items are sorted by; in the order in which they were added they are already.
_KEYS: dict[str, Callable[[Catalogue, Item], str | int]] = {
    "opened": lambda _, item: -item.entry.opened,
    "title": Catalogue.key,
    "language": lambda catalogue, item: f"{catalogue.language(item) or _UNKNOWN}\0{catalogue.key(item)}",
}


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


def _blocks(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (items[start : start + _BLOCK] for start in range(0, len(items), _BLOCK))
