"""Forgetting a document: finding its sentences that no other document has, and deleting all that is stored of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.drafts import Drafts
from reader.errors import CancelledError, DocumentError, OutputError
from reader.handed import Handed
from reader.late_dataclasses import dataclass
from reader.library import Entry, Library
from reader.library_list import absolute
from reader.memory import Forgotten, Key, Memory
from reader.parallel import initial_row, translated_paragraphs
from reader.parts import delete_parts
from reader.pasted import Pasted
from reader.paths import DRAFTS_FOLDER, HANDED_FOLDER, LIBRARY_FILE, OWN_WORDS_FILE, RUNNING_FOLDER, WATCHED_FILE
from reader.running import forget_open
from reader.spelling import OwnWords
from reader.text import Document, Paragraph, in_language, other_language, shown
from reader.translation.forward import recall
from reader.translation.sentences import sentences_of
from reader.watched import Watched

if TYPE_CHECKING:
    from reader.formats import Choices

# Two language codes: of the text and of its translation.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ForgettingPlan:
    """What forgetting documents will delete, to be shown beforehand.

    Attributes:
        documents: their files, as far as they have any.
        sentences: the sentences whose translations by packages are forgotten: those of the documents and of their
            translations (which may have been translated back), except those that another document has too.
        own: the documents' sentences that no other document has, by language pair; what the user accepted and
            dismissed of them is deleted, and their edits if asked for.
        edits: those of `own` that have an edit.
        shared: how many of the documents' sentences stay because another document has them too.
        unread: other documents that could not be read; sentences that they share are forgotten too.
        drafts: how many texts the user has typed for sentences of the documents and not saved; they are deleted with
            the edits if asked for. See `with_drafts`.
        accepted, dismissed: how many translations of `own` the user has accepted, and how many warnings of them they
            have dismissed.
        values: how many notes, bookmarks and the like are kept for the documents, by kind; they are deleted.
    """

    documents: tuple[Path, ...]
    sentences: frozenset[str]
    own: dict[Pair, frozenset[str]]
    edits: dict[Pair, frozenset[str]]
    shared: int
    unread: tuple[Path, ...]
    drafts: int = 0
    accepted: int = 0
    dismissed: int = 0
    values: Mapping[str, int] = field(default_factory=dict)

    @property
    def number_of_edits(self) -> int:
        """How many of the user's edits are in `edits`."""
        return sum(map(len, self.edits.values()))

    def has(self, edit: Key) -> bool:
        """Whether an edit belongs to the documents, even if it was made after the plan."""
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
    """Find out what forgetting a document will delete; see `plan_forgetting_together`."""
    return plan_forgetting_together([(document, pairs)], memory, others, cancelled, unsaved, choices)


def plan_forgetting_together(
    documents: Iterable[tuple[Document, Collection[Pair]]],
    memory: Memory,
    others: Iterable[Path],
    cancelled: Callable[[], bool] = lambda: False,
    unsaved: Collection[Key] = (),
    choices: "Mapping[Path, Choices] | None" = None,
) -> ForgettingPlan:
    """Find out what forgetting documents at once will delete; nothing is changed.

    Edits that the user has since replaced, and their back-translations, cannot be found; only forgetting
    everything deletes what is left of them.

    Args:
        documents: as they are now, in whatever way their lines and encodings may have been read; sentences that they
            had in the past, or as read in another encoding than they seem to be in or the user has chosen, are not
            found. Each with the language pairs that it was read in, see `both_directions`. None is kept once the next
            is asked for.
        memory: the translation memory.
        others: the files of the other documents in the library; those of the documents themselves are skipped, and
            all of them if the documents have no sentences.
        cancelled: called often; True ends the work.
        unsaved: edits that are not in the memory yet.
        choices: how the user chose to read some of the others.

    Raises:
        CancelledError: it was cancelled.
    """
    paths, own, wanted = _gathered(documents, memory, cancelled)
    languages = {language for pair in own for language in pair}
    needed, unread = _needed_by(others, _one_of(paths), languages, wanted, choices or {}, cancelled)
    mine = {pair: _unshared(keys, pair, needed, memory) for pair, keys in own.items()}
    waiting = {pair: {key[2] for key in unsaved if key[:2] == pair} for pair in own}
    saved = {pair: memory.edits(*pair, list(keys), exactly=True).keys() for pair, keys in mine.items()}
    edits = {pair: keys & (saved[pair] | waiting[pair]) for pair, keys in mine.items()}
    shared = len(frozenset().union(*own.values()) & needed)
    judged = [
        judgement
        for pair, keys in mine.items()
        for by_translation in (memory.judgements_of(pair, keys) or {}).values()
        for judgement in by_translation.values()
    ]
    accepted, dismissed = sum(each.accepted for each in judged), sum(len(each.dismissed) for each in judged)
    plan = ForgettingPlan(paths, wanted - needed, mine, edits, shared, unread, accepted=accepted, dismissed=dismissed)
    return replace(plan, values=memory.count_values(_with_values(paths, memory)))


def with_drafts(plan: ForgettingPlan, data: Path) -> ForgettingPlan:
    """The plan with the number of drafts of its documents in a data folder."""
    is_one = _one_of(plan.documents)
    return replace(plan, drafts=Drafts(data / DRAFTS_FOLDER).count(lambda name: is_one(Path(name))))


def _with_values(documents: Collection[Path], memory: Memory) -> list[Path]:
    """What anything is kept for of documents, under every name of their files."""
    return list(filter(_one_of(documents), memory.documents_with_values())) if documents else []


def _gathered(
    documents: Iterable[tuple[Document, Collection[Pair]]], memory: Memory, cancelled: Callable[[], bool]
) -> tuple[tuple[Path, ...], dict[Pair, frozenset[str]], frozenset[str]]:
    """The files of documents, their sentences by language pair, and all with those of their translations."""
    paths, own, wanted = list[Path](), defaultdict[Pair, set[str]](set), set[str]()
    for document, pairs in documents:
        theirs, derived = _sentences_of(_with_other_readings(document, cancelled), pairs, memory, cancelled)
        for pair, keys in theirs.items():
            own[pair] |= keys
        wanted |= derived
        if document.path is not None:
            paths.append(document.path)
    return tuple(paths), {pair: frozenset(keys) for pair, keys in own.items()}, frozenset(wanted)


def forget_document(plan: ForgettingPlan, memory: Memory, library: Library, *, edits: bool) -> Forgotten | None:
    """Permanently forget what the plan says, and whatever else names or quotes its documents.

    Args:
        plan: see `plan_forgetting`.
        memory: the translation memory.
        library: its entries for the documents are removed; its folder is the data folder. The files of pasted texts,
            which are there, are deleted; any other stays.
        edits: whether the user's edits are deleted too, also those that are not saved yet: drafts.

    Returns:
        What was forgotten; None if it could not be: nothing has changed, and `Memory.take_problem` gives the reason.

    Raises:
        OutputError, OSError: the memory has forgotten it, but the library or another file cannot be written.
    """
    values = {*plan.documents, *_with_values(plan.documents, memory)}
    forgotten = memory.forget(plan.sentences, plan.own if edits else {}, plan.own, values)
    if forgotten is None or not plan.documents:
        return forgotten
    return replace(forgotten, open_elsewhere=_forget_the_rest(library, plan.documents, drafts=edits))


def forget_everything(memory: Memory, library: Library) -> Forgotten | None:
    """As `forget_document`, for all documents, pasted texts, edits and words added to the dictionary."""
    forgotten = memory.forget_everything()
    return forgotten and replace(forgotten, open_elsewhere=_forget_the_rest(library, None))


def in_forgotten_folder(document: Path | None) -> Callable[[str], bool]:
    """A test of whether a folder is forgotten with a document, by name: the folder it is in; for None, any folder."""
    return lambda folder: document is None or (bool(folder) and _same(Path(folder), document.parent))


def _one_of(documents: Iterable[Path]) -> Callable[[Path], bool]:
    """A test of whether a path is that of one of these documents, perhaps under another name of its file."""
    files, names = set[tuple[int, int]](), set[Path]()
    for path in documents:
        names.add(absolute(path))
        with suppress(OSError, ValueError):
            found = path.stat()
            files.add((found.st_dev, found.st_ino))

    def is_one(path: Path) -> bool:
        if absolute(path) in names:
            return True
        try:
            found = path.stat()
        except (OSError, ValueError):  # there is no such file, or cannot be
            return False
        return (found.st_dev, found.st_ino) in files

    return is_one


def _forget_the_rest(library: Library, documents: Sequence[Path] | None, *, drafts: bool = True) -> bool:
    """Delete what names or quotes documents (None: any): library entries, drafts, pasted texts, damaged copies.

    Without `drafts` those that can be read stay. Folders in which there is no other document are watched no more.

    Returns:
        Whether another program still has one of them open.
    """
    open_elsewhere = False
    is_one = _one_of(documents) if documents is not None else lambda _: True

    def concerned(name: str) -> bool:
        return is_one(Path(name))

    def forget_running() -> None:
        nonlocal open_elsewhere
        open_elsewhere = forget_open(library.folder / RUNNING_FOLDER, concerned, drafts=drafts)

    def forget_listed() -> None:
        if documents is None:
            library.forget_all()
        else:
            _forget_entries(library, documents, is_one)
        library.save()

    with ExitStack() as then:  # from the last to the first, even if one fails or sets the list aside as damaged
        then.callback(delete_parts, library.folder)  # half-written files, which may hold anything
        then.callback(_delete_copies, library.folder)
        then.callback(_forget_watched, library, documents)
        if documents is None:
            then.callback(OwnWords(library.folder / OWN_WORDS_FILE).forget)
            then.callback(Pasted(library.folder).delete_all)
        then.callback(forget_listed)  # deletes pasted texts: a new file may then be taken for one of them by its number
        then.callback(forget_running)
        then.callback(Handed(library.folder / HANDED_FOLDER).forget, concerned)
        then.callback(Drafts(library.folder / DRAFTS_FOLDER).forget, concerned if drafts else lambda _: False)
    return open_elsewhere


def _forget_entries(library: Library, documents: Sequence[Path], is_one: Callable[[Path], bool]) -> None:
    """Delete pasted texts, and forget documents under every name of their files; texts that cannot be deleted stay."""
    entries = [entry for entry in library if is_one(entry.path)]  # while the files are there
    kept, failed = set[Path](), list[OutputError]()
    for document in documents:
        try:
            Pasted(library.folder).delete(document)
        except OutputError as error:
            kept.add(absolute(document))
            failed.append(error)
    entries += [Entry(absolute(each)) for each in documents]  # recorded for other programs too if they are not listed
    library.forget(*(entry for entry in entries if entry.path not in kept))
    if failed:
        library.save()
        raise failed[0]


def _forget_watched(library: Library, documents: Sequence[Path] | None) -> None:
    watched = Watched(library.folder / WATCHED_FILE)
    if documents is None:
        watched.forget_all()
    else:
        watched.forget_around(documents, [entry.path for entry in library])


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
    """What the sentences of a paragraph are asked and saved for as, and were before verbatim spans had signs."""
    asked = (each for each in sentences_of(in_language(paragraph, language), language) if each.asked)
    return _with_and_without_signs(key for each in asked for key in dict.fromkeys((each.request, each.key)))


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
            found = {event.index: event.row for event in recall(rows, source, memory, package, edits_of)}
            for paragraph in translated_paragraphs(found, found).values():
                yield from _keys(paragraph, target)


def _unshared(own: frozenset[str], pair: Pair, needed: Collection[str], memory: Memory) -> frozenset[str]:
    """Those of a document's sentences that no other needs, nor shows an edit from before that was saved for them."""
    return own.difference(needed, _before(own.intersection(needed), pair, memory))


def _before(keys: Collection[str], pair: Pair, memory: Memory) -> set[str]:
    """What a version before asked for, or saved edits for, in place of these sentences."""
    return memory.older_keys(*pair, list(keys)) | memory.translated_before(pair[0], list(keys))


def _read(path: Path, choices: "Choices | None") -> Document:
    from reader.formats import AS_FOUND, read_document

    return read_document(path, choices or AS_FOUND)


def _sentences_of(
    document: Document, pairs: Collection[Pair], memory: Memory, cancelled: Callable[[], bool]
) -> tuple[dict[Pair, frozenset[str]], frozenset[str]]:
    """The sentences of a document by language pair, and all with those of its translations."""
    today = {pair: frozenset(_sentences(document, pair[0], cancelled)) for pair in pairs}
    own = {pair: keys | _before(keys, pair, memory) for pair, keys in today.items()}
    derived = (_derived(document, pair, own[pair], memory, cancelled) for pair in pairs)
    return own, frozenset().union(*own.values(), *derived)


def _needed_by(
    others: Iterable[Path],
    is_forgotten: Callable[[Path], bool],
    languages: Collection[str],
    wanted: Collection[str],
    choices: "Mapping[Path, Choices]",
    cancelled: Callable[[], bool],
) -> tuple[frozenset[str], tuple[Path, ...]]:
    """Those of the `wanted` sentences that documents that stay have too, and those that cannot be read."""
    needed, unread = set[str](), list[Path]()
    for path in others if wanted else ():
        if is_forgotten(path):
            continue
        try:
            needed |= _needed(_read(path, choices.get(path)), languages, wanted, cancelled)
        except DocumentError:
            unread.append(path)
    return frozenset(needed), tuple(unread)


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
