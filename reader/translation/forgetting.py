"""Forgetting a document: finding its sentences that no other document has, and deleting all that is stored of them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.drafts import Drafts
from reader.errors import CancelledError, DocumentError
from reader.library import Entry, Library
from reader.library_list import absolute
from reader.memory import Forgotten, Key, Memory
from reader.parallel import initial_row
from reader.parts import delete_parts
from reader.pasted import Pasted
from reader.paths import DRAFTS_FOLDER, LIBRARY_FILE, OWN_WORDS_FILE, RUNNING_FOLDER, WATCHED_FILE
from reader.running import forget_open
from reader.spelling import OwnWords
from reader.text import Document, Paragraph, other_language, shown
from reader.translation.forward import recall, sentences_to_translate
from reader.watched import Watched

if TYPE_CHECKING:
    from reader.formats import Choices

# Two language codes: of the text and of its translation.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ForgettingPlan:
    """What forgetting a document will delete, to be shown beforehand.

    Attributes:
        document: its file, if it has one.
        sentences: the sentences whose translations by packages are forgotten: those of the document and of its
            translations (which may have been translated back), except those that another document has too.
        own: the document's sentences that no other document has, by language pair; the user's edits of them are
            deleted with it if asked for.
        edits: those of `own` that have an edit.
        shared: how many of the document's sentences stay because another document has them too.
        unread: documents that could not be read; sentences that they share are forgotten too.
    """

    document: Path | None
    sentences: frozenset[str]
    own: dict[Pair, frozenset[str]]
    edits: dict[Pair, frozenset[str]]
    shared: int
    unread: tuple[Path, ...]

    @property
    def number_of_edits(self) -> int:
        """How many of the user's edits are in `edits`."""
        return sum(map(len, self.edits.values()))

    def has(self, edit: Key) -> bool:
        """Whether an edit belongs to the document, even if it was made after the plan."""
        return edit[2] in self.own.get(edit[:2], ())


def both_directions(source: str, target: str = "") -> tuple[Pair, Pair]:
    """Both language pairs that a document in `source` may have been read in, as the user may have swapped them."""
    target = target or other_language(source)
    return (source, target), (target, source)


def plan_forgetting(
    document: Document,
    pairs: Collection[Pair],
    memory: Memory,
    others: Iterable[Path],
    cancelled: Callable[[], bool] = lambda: False,
    unsaved: Collection[Key] = (),
    choices: "Mapping[Path, Choices] | None" = None,
) -> ForgettingPlan:
    """Find out what forgetting a document will delete; nothing is changed.

    Edits that the user has since replaced, and their back-translations, cannot be found; only forgetting
    everything deletes what is left of them.

    Args:
        document: as it is now, in whatever way its lines and its encoding may have been read; sentences that it had
            in the past, or as read in another encoding than it seems to be in or the user has chosen, are not found.
        pairs: the language pairs that it was read in, see `both_directions`.
        memory: the translation memory.
        others: the files of the other documents in the library; the document's own is skipped.
        cancelled: called often; True ends the work.
        unsaved: edits that are not in the memory yet.
        choices: how the user chose to read some of the others.

    Raises:
        CancelledError: it was cancelled.
    """
    document = _with_other_readings(document, cancelled)
    today = {pair: frozenset(_sentences(document, pair[0], cancelled)) for pair in pairs}
    own = {pair: keys | _before(keys, pair, memory) for pair, keys in today.items()}
    all_own = frozenset().union(*own.values())
    wanted = all_own.union(*(_derived(document, pair, own[pair], memory, cancelled) for pair in pairs))
    needed, unread = set[str](), list[Path]()
    for path in others:
        if document.path is not None and _same(path, document.path):
            continue
        try:
            other = _read(path, (choices or {}).get(path))
            needed |= _needed(other, {language for pair in pairs for language in pair}, wanted, cancelled)
        except DocumentError:
            unread.append(path)
    mine = {pair: _unshared(own[pair], pair, needed, memory) for pair in pairs}
    waiting = {pair: {key[2] for key in unsaved if key[:2] == pair} for pair in pairs}
    saved = {pair: memory.edits(*pair, list(mine[pair]), exactly=True).keys() for pair in pairs}
    edits = {pair: mine[pair] & (saved[pair] | waiting[pair]) for pair in pairs}
    return ForgettingPlan(document.path, wanted - needed, mine, edits, len(all_own & needed), tuple(unread))


def forget_document(plan: ForgettingPlan, memory: Memory, library: Library, *, edits: bool) -> Forgotten | None:
    """Permanently forget what the plan says, and whatever else names or quotes the document.

    Args:
        plan: see `plan_forgetting`.
        memory: the translation memory.
        library: its entry for the document is removed; its folder is the data folder. The file of a pasted text,
            which is there, is deleted; any other stays.
        edits: whether the user's edits are deleted too.

    Returns:
        What was forgotten; None if it could not be: nothing has changed, and `Memory.take_problem` gives the reason.

    Raises:
        OutputError, OSError: the memory has forgotten it, but the library or another file cannot be written.
    """
    forgotten = memory.forget(plan.sentences, plan.own if edits else {})
    if forgotten is None or (document := plan.document) is None:
        return forgotten

    def forget_entries() -> None:
        listed = [each for each in library if _same(each.path, document)]  # under every name of the file
        for entry in listed or [Entry(absolute(document))]:  # recorded for other programs too if it is not in the list
            library.forget(entry)

    return replace(forgotten, open_elsewhere=_forget_the_rest(library, document, forget_entries))


def forget_everything(memory: Memory, library: Library) -> Forgotten | None:
    """As `forget_document`, for all documents, pasted texts, edits and words added to the dictionary."""
    forgotten = memory.forget_everything()
    return forgotten and replace(forgotten, open_elsewhere=_forget_the_rest(library, None, library.forget_all))


def in_forgotten_folder(document: Path | None) -> Callable[[str], bool]:
    """A test of whether a folder is forgotten with a document, by name: the folder it is in; for None, any folder."""
    return lambda folder: document is None or (bool(folder) and _same(Path(folder), document.parent))


def _forget_the_rest(library: Library, document: Path | None, forget_entries: Callable[[], None]) -> bool:
    """Delete what names or quotes a document (None: any): library entries, drafts, pasted texts, damaged copies.

    Folders in which there is no other document are watched no more.

    Returns:
        Whether another program still has it open.
    """
    open_elsewhere = False

    def concerned(name: str) -> bool:
        return document is None or _same(Path(name), document)

    def forget_running() -> None:
        nonlocal open_elsewhere
        open_elsewhere = forget_open(library.folder / RUNNING_FOLDER, concerned)

    with ExitStack() as then:  # even if saving the list fails or sets it aside as damaged
        then.callback(delete_parts, library.folder)  # half-written files, which may hold anything
        then.callback(Drafts(library.folder / DRAFTS_FOLDER).forget, concerned)
        then.callback(forget_running)
        then.callback(_delete_copies, library.folder)
        then.callback(_forget_watched, library, document)
        if document is None:
            then.callback(OwnWords(library.folder / OWN_WORDS_FILE).forget)
            then.callback(Pasted(library.folder).delete_all)
        else:  # first: a pasted text that cannot be deleted stays in the list
            Pasted(library.folder).delete(document)
        forget_entries()
        library.save()
    return open_elsewhere


def _forget_watched(library: Library, document: Path | None) -> None:
    watched = Watched(library.folder / WATCHED_FILE)
    if document is None:
        watched.forget_all()
    else:
        watched.forget_around([document], [entry.path for entry in library])


def _delete_copies(data: Path) -> None:
    """Delete damaged copies of the lists: which documents and folders they name cannot be known."""
    for name in (LIBRARY_FILE, WATCHED_FILE):
        for copy in data.glob(f"{Path(name).stem}.damaged*"):
            copy.unlink(missing_ok=True)


def _with_other_readings(document: Document, cancelled: Callable[[], bool]) -> Document:
    """The document with the paragraphs that it has if the user chooses otherwise how its file is read."""
    from reader.formats import Choices, Lines

    if document.path is None or (source := document.source) is None:
        return document
    encoding, known = source.encoding if source.chosen else "", {paragraph.text for paragraph in document.paragraphs}
    readings = {Choices(each, lines) for each in ("", encoding) for lines in Lines}
    others = dict[str, Paragraph]()
    for choices in readings - {Choices(encoding, Lines(source.lines))}:
        if cancelled():
            raise CancelledError
        with suppress(DocumentError):  # it may be another file by now, or none
            read = _read(document.path, choices).paragraphs
            others |= {paragraph.text: paragraph for paragraph in read if paragraph.text not in known}
    return replace(document, paragraphs=(*document.paragraphs, *others.values()))


def _sentences(document: Document, language: str, cancelled: Callable[[], bool]) -> Iterator[str]:
    for paragraph in document.paragraphs:
        if cancelled():
            raise CancelledError
        yield from _keys(paragraph, language)


def _keys(paragraph: Paragraph, language: str) -> Iterator[str]:
    """What the sentences of a paragraph are asked for as, and were before verbatim spans had signs."""
    return _with_and_without_signs(sentences_to_translate(paragraph, language))


def _with_and_without_signs(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from dict.fromkeys((key, shown(key)))


def _derived(
    document: Document, pair: Pair, own: Collection[str], memory: Memory, cancelled: Callable[[], bool]
) -> Iterator[str]:
    """The sentences of the document's translations by every package, with and without the user's edits."""
    source, target = pair
    rows = [initial_row(paragraph, source) for paragraph in document.paragraphs]
    sentences = list(own)
    edits = memory.edits(source, target, sentences, exactly=True).values()
    yield from _with_and_without_signs(edit.text for edit in edits)
    for package in memory.packages():
        if cancelled():
            raise CancelledError
        known = memory.lookup(package, sentences).values()
        yield from _with_and_without_signs(translation.text for translation in known)
        for edits_of in ("", target):
            for event in recall(rows, source, memory, package, edits_of):
                yield from _keys(event.row.translated_paragraph, target)


def _unshared(own: frozenset[str], pair: Pair, needed: Collection[str], memory: Memory) -> frozenset[str]:
    """Those of a document's sentences that no other needs, nor shows an edit from before that was saved for them."""
    return own.difference(needed, _before(own.intersection(needed), pair, memory))


def _before(keys: Collection[str], pair: Pair, memory: Memory) -> set[str]:
    """What a version before asked for, or saved edits for, in place of these sentences."""
    return memory.older_keys(*pair, list(keys)) | memory.translated_before(pair[0], list(keys))


def _read(path: Path, choices: "Choices | None") -> Document:
    from reader.formats import AS_FOUND, read_document

    return read_document(path, choices or AS_FOUND)


def _needed(
    document: Document, languages: Collection[str], wanted: Collection[str], cancelled: Callable[[], bool]
) -> set[str]:
    """Those of the `wanted` sentences that the document has too, read in any of the languages."""
    found = (_sentences(document, language, cancelled) for language in languages)
    return {sentence for sentences in found for sentence in sentences if sentence in wanted}


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # there is no such file, or cannot be
        return absolute(one) == absolute(other)
