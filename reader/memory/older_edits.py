"""The user's edits that versions before saved under other keys, and imported ones: found by how they are read today.

The keys of all edits of two languages are read once, and again when one has changed; the few that may have another
reading today are kept by the first letters of what may be a sentence. What is one sentence today and was several is
put together from the edits of these.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from reader import log
from reader.late_dataclasses import dataclass
from reader.memory.edits import Older, read_texts
from reader.memory.imported import folded_imported, has_imported, imported_for, imported_texts
from reader.memory.journal import Extent, Journal, JournalError, Key
from reader.memory.ledger import EDITS
from reader.memory.older_keys import Stored, anchors, cut_points, may_be_older, off_line, on_line, read_today
from reader.memory.sync import read_state
from reader.memory.translations import read_rows
from reader.parallel import Hypothesis, edit_for
from reader.text import Link, Span, shown

_Languages = tuple[str, str]
# A sentence, its translation, and links.
_Row = tuple[str, str, tuple[Link, ...]]
_TRANSLATED = "SELECT DISTINCT source FROM translation"
_ALL = "SELECT source FROM edit WHERE source_language = ? AND target_language = ?"


@dataclass(slots=True)
class _Index:
    """The keys of all edits of two languages, while `stamp` is the memory's, and by their anchors those from before.

    `extent` is that of the journal then.
    """

    stamp: object = None
    extent: Extent | None = None
    keys: set[str] = field(default_factory=set)
    older: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def update(self, stamp: object, keys: set[str]) -> None:
        """Take in what has been saved since; keys that are gone do no harm."""
        for key in keys - self.keys:
            if shown(key) == key and may_be_older(key):
                for anchor in dict.fromkeys(anchors(key)):
                    self.older[anchor].append(key)
        self.stamp, self.keys = stamp, keys

    def candidates(self, texts: Iterable[str]) -> set[str]:
        """The keys of edits that may be read as one of these texts."""
        wanted = {next(anchors(text), "") for text in texts}
        return {key for anchor in wanted for key in self.older.get(anchor, ())}


class OlderEdits:
    """The edits in one file, of any languages; not for several threads."""

    def __init__(self) -> None:
        """Nothing has been read yet."""
        self._indices: dict[_Languages, _Index] = {}

    def find(
        self, connection: sqlite3.Connection, languages: _Languages, sentences: Iterable[str], package: str = ""
    ) -> dict[str, Older]:
        """What there is for `sentences`, apart from edits saved for exactly these.

        Args:
            connection: to the memory.
            languages: codes of source and target.
            sentences: as they are asked for.
            package: identity of what translates: where only some of the sentences that one was before are edited, its
                translations of the others are taken.
        """
        index, imported = self._index(connection, languages), has_imported(connection)
        if not index.keys and not imported:
            return {}
        asked = {sentence: _Asked(sentence) for sentence in sentences}
        wanted = {text for each in asked.values() for text in each.wanted()}
        every = wanted.union(*(_forms(shown(sentence)) for sentence in asked))
        known = _Known(languages)
        known.add(
            read_texts(connection, languages, sorted(wanted & index.keys)),
            read_texts(connection, languages, sorted(index.candidates(every))),
        )
        if imported:
            others = imported_for(connection, languages, every)
            known.add(*(imported_texts(connection, languages, keys) for keys in (wanted, others)))
        machine = {}
        if package:
            missing = sorted({text for each in asked.values() for text in each.missing(known)})
            machine = dict(read_rows(connection, package, missing))
        found = ((sentence, each.older(known, machine)) for sentence, each in asked.items())
        older = {sentence: each for sentence, each in found if each is not None}
        if imported:
            older |= folded_imported(connection, languages, [sentence for sentence in asked if sentence not in older])
        return older

    def _index(self, connection: sqlite3.Connection, languages: _Languages) -> _Index:
        stamp, index = _stamp(connection), self._indices.setdefault(languages, _Index())
        if index.stamp != stamp:
            extent = read_state(connection, EDITS).extent
            changed = _appended(connection, index.extent, extent) if index.stamp is not None else None
            if changed is None:
                index.update(stamp, {key for (key,) in connection.execute(_ALL, languages)})
            else:
                index.update(stamp, index.keys | {key for *pair, key in changed if tuple(pair) == languages})
            index.extent = extent
        return index


def translated_before(connection: sqlite3.Connection, language: str, sentences: Iterable[str]) -> set[str]:
    """What versions before may have stored translations of `sentences` in `language` for; goes through all of them."""
    asked = {sentence: _Asked(sentence) for sentence in sentences}
    parts = {text for each in asked.values() for text in each.wanted()}
    index = _Index()
    index.update(None, {key for (key,) in connection.execute(_TRANSLATED)})
    wanted = {text for sentence in asked for text in _forms(shown(sentence))}
    candidates = ((key, read_today(key, key, (), (language, language))) for key in index.candidates(wanted))
    older = {key for key, readings in candidates if any(stored.part in wanted for stored in readings)}
    return older | (parts & index.keys)


def _stamp(connection: sqlite3.Connection) -> object:
    """What is another when edits may have changed."""
    state = connection.execute("SELECT state, known FROM edit_journal").fetchone()
    if state is not None and state[1]:
        return state
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return state, version, connection.total_changes, id(connection)


def _appended(connection: sqlite3.Connection, before: Extent | None, now: Extent | None) -> Iterable[Key] | None:
    """The edits that were changed meanwhile, if the journal tells: in a large memory reading all keys takes seconds."""
    if before is None or now is None or before.header != now.header or before.size >= now.size:
        return None
    file = next(path for _, name, path in connection.execute("PRAGMA database_list") if name == "main")
    try:
        history = Journal(Path(file)).history(before.size)
    except JournalError as error:
        log.caught(error, "reading which edits have changed")
        return None
    return history.changes.keys() if history.sound else None


class _Known:
    """What is stored and may be of use, by sentences without signs."""

    def __init__(self, languages: _Languages) -> None:
        self._languages = languages
        self._layers: list[defaultdict[str, list[Stored]]] = []

    def add(self, exact: Iterable[_Row], others: Iterable[_Row]) -> None:
        """Add rows, less likely than those before: those as they are stored, then `others` as they are read today."""
        self._add(Stored(key, text, key, text, links) for key, text, links in exact)
        self._add(stored for row in others for stored in read_today(*row, self._languages))

    def _add(self, several: Iterable[Stored]) -> None:
        layer: defaultdict[str, list[Stored]] = defaultdict(list)
        for stored in several:
            layer[stored.part].append(stored)
        self._layers.append(layer)

    def of(self, *texts: str) -> list[Stored]:
        """Those of these sentences, the likeliest first."""
        return [stored for layer in self._layers for text in texts for stored in layer.get(text, ())]


class _Part(NamedTuple):
    """A part of a sentence with its translation: an edit, the machine's, or itself if it has no words."""

    translation: str
    links: tuple[Link, ...]
    stored: tuple[Stored, ...] = ()
    machine: bool = False


class _Asked:
    """A sentence, and the texts that versions before may have asked for in its place."""

    def __init__(self, sentence: str) -> None:
        self._sentence, self._plain = sentence, shown(sentence)
        self._starts = [0, *(_behind_space(self._plain, point) for point in cut_points(self._plain))]
        self._ends = [*cut_points(self._plain), len(self._plain)]

    def wanted(self) -> Iterator[str]:
        """What to look for."""
        yield from (text for text in _forms(self._plain) if text != self._sentence)
        yield from (text for span in self._spans() for text in _forms(self._plain[slice(*span)]))

    def missing(self, known: _Known) -> Iterator[str]:
        """Parts without an edit, where others have one."""
        texts = [self._plain[slice(*span)] for span in self._spans()]
        found = [bool(known.of(*_forms(text))) for text in texts]
        if any(found):
            yield from (form for text, has in zip(texts, found, strict=True) if not has for form in _forms(text))

    def _spans(self) -> Iterator[Span]:
        """All parts between places where it may have been cut."""
        for first, start in enumerate(self._starts):
            for last, end in enumerate(self._ends[first:], first):
                if (first, last + 1) != (0, len(self._ends)):
                    yield start, end

    def older(self, known: _Known, machine: Mapping[str, Hypothesis]) -> Older | None:
        """The edit from before, if there is one."""
        whole = [each for each in known.of(*_forms(self._plain)) if each.key != self._sentence]
        parts = self._parts(known, machine)
        if not whole and not parts:
            return None
        text, links = _fitted(self._plain, whole[0]) if whole else _joined(parts)
        stored = [*whole, *(each for _, part in parts for each in part.stored)]
        edit = edit_for(self._sentence, Hypothesis(text, 0.0, links, edited=True))
        return Older(edit, {each.key: each.text for each in stored})

    def _parts(self, known: _Known, machine: Mapping[str, Hypothesis]) -> list[tuple[int, _Part]]:
        """Parts that are the whole sentence and of which one is edited, with where they begin; without any, none.

        As few as possible, and none by the machine if all can be the user's.
        """
        points = range(1, len(self._starts))
        choices = [chosen for count in points for chosen in combinations(points, count)]
        found = list(filter(None, (self._resolved(chosen, known, machine) for chosen in choices)))
        return min(found, key=lambda parts: sum(part.machine for _, part in parts), default=[])

    def _resolved(
        self, chosen: Sequence[int], known: _Known, machine: Mapping[str, Hypothesis]
    ) -> list[tuple[int, _Part]] | None:
        parts = []
        for first, last in pairwise((0, *chosen, len(self._starts))):
            start = self._starts[first]
            part = _part(self._plain[start : self._ends[last - 1]], known, machine)
            if part is None:
                return None
            parts.append((start, part))
        return parts if any(part.stored for _, part in parts) else None


def _part(text: str, known: _Known, machine: Mapping[str, Hypothesis]) -> _Part | None:
    if stored := known.of(*_forms(text)):
        return _Part(*_fitted(text, stored[0]), tuple(stored))
    if not any(map(str.isalpha, text)):
        return _Part(text, ())
    translated = next((machine[form] for form in _forms(text) if form in machine), None)
    return _Part(off_line(text, translated.text), translated.links, machine=True) if translated else None


def _forms(text: str) -> Iterator[str]:
    """A sentence without signs as it may be saved."""
    yield from dict.fromkeys((text, on_line(text)))


def _fitted(text: str, stored: Stored) -> tuple[str, tuple[Link, ...]]:
    return off_line(text, stored.translation), stored.links


def _joined(parts: Sequence[tuple[int, _Part]]) -> tuple[str, tuple[Link, ...]]:
    """The translation of the whole sentence."""
    text, links = "", list[Link]()
    for start, part in parts:
        text += " " if text and part.translation else ""
        links += ((a + start, b + start, c + len(text), d + len(text), weight) for a, b, c, d, weight in part.links)
        text += part.translation
    return text, tuple(links)


def _behind_space(text: str, place: int) -> int:
    return len(text) - len(text[place:].lstrip())
