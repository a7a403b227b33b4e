"""Forgetting a document: which of its sentences nothing else needs, and deleting all that is remembered of them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from reader.drafts import Drafts
from reader.errors import CancelledError, DocumentError
from reader.library import Library
from reader.library_list import absolute
from reader.memory import Forgotten, Key, Memory
from reader.parallel import initial_row
from reader.parts import delete_parts
from reader.paths import DRAFTS_FOLDER, LIBRARY_FILE, RUNNING_FOLDER
from reader.running import forget_open
from reader.text import Document, other_language
from reader.translation.forward import recall, sentences_to_translate

# The codes of two languages: of the text and of its translation.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ForgettingPlan:
    """What forgetting a document comes to, to be shown before it is done.

    Attributes:
        document: its file, if it has one.
        sentences: what is to be forgotten of packages' translations: the sentences of the document, and of its
            translations (they may have been translated back), without those that another document has too.
        own: the sentences of the document that no other has, by pair of languages: the user's edits of them go
            with it, if they are to.
        edits: those of them that have an edit.
        shared: how many sentences of the document stay, because another document has them too.
        unread: documents that could not be read, so that what they share is forgotten with the rest.
    """

    document: Path | None
    sentences: frozenset[str]
    own: dict[Pair, frozenset[str]]
    edits: dict[Pair, frozenset[str]]
    shared: int
    unread: tuple[Path, ...]

    @property
    def number_of_edits(self) -> int:
        """How many edits of the user's the document has."""
        return sum(map(len, self.edits.values()))

    def has(self, edit: Key) -> bool:
        """Whether an edit is one of the document's, also one that was made after the plan."""
        return edit[2] in self.own.get(edit[:2], ())


def both_directions(source: str, target: str = "") -> tuple[Pair, Pair]:
    """The pairs of languages that a document in `source` may have been read in, should somebody have swapped them."""
    target = target or other_language(source)
    return (source, target), (target, source)


def plan_forgetting(
    document: Document,
    pairs: Collection[Pair],
    memory: Memory,
    others: Iterable[Path],
    cancelled: Callable[[], bool] = lambda: False,
    unsaved: Collection[Key] = (),
) -> ForgettingPlan:
    """Find out what forgetting a document comes to; nothing is changed.

    Edits that the user has replaced are not known any more, nor what they became when they were translated back;
    only forgetting everything forgets that.

    Args:
        document: as it is now; of sentences that it had in the past nothing is known.
        pairs: the languages that it was read in, see `both_directions`.
        memory: what is remembered.
        others: the files of all other documents of the library; the document's own among them is passed over.
        cancelled: asked again and again; True ends the work.
        unsaved: edits that are not in the memory yet.

    Raises:
        CancelledError: it was cancelled.
    """
    own = {pair: frozenset(_sentences(document, pair[0], cancelled)) for pair in pairs}
    all_own = frozenset().union(*own.values())
    wanted = all_own.union(*(_derived(document, pair, own[pair], memory, cancelled) for pair in pairs))
    needed, unread = set[str](), list[Path]()
    for path in others:
        if document.path is not None and _same(path, document.path):
            continue
        try:
            needed |= _needed(path, {language for pair in pairs for language in pair}, wanted, cancelled)
        except DocumentError:
            unread.append(path)
    mine = {pair: own[pair] - needed for pair in pairs}
    waiting = {pair: {key[2] for key in unsaved if key[:2] == pair} for pair in pairs}
    edits = {pair: mine[pair] & (memory.edits(*pair, list(mine[pair])).keys() | waiting[pair]) for pair in pairs}
    return ForgettingPlan(document.path, wanted - needed, mine, edits, len(all_own & needed), tuple(unread))


def forget_document(plan: ForgettingPlan, memory: Memory, library: Library, *, edits: bool) -> Forgotten | None:
    """Forget what the plan says, and what else names the document or quotes it, for good.

    Args:
        plan: see `plan_forgetting`.
        memory: what is remembered.
        library: loses the document's entry; the data folder is the one that it is kept in.
        edits: whether the user's edits go too.

    Returns:
        What was forgotten; None if it cannot be, of which `Memory.take_problem` tells: then all is as it was.

    Raises:
        OutputError, OSError: the memory has forgotten it, but the library or another file cannot be written.
    """
    forgotten = memory.forget(plan.sentences, plan.own if edits else {})
    if forgotten is None or (document := plan.document) is None:
        return forgotten

    def forget_entries() -> None:
        for entry in [each for each in library if _same(each.path, document)]:  # under each name that it has
            library.forget(entry)

    return replace(forgotten, open_elsewhere=_forget_the_rest(library, document, forget_entries))


def forget_everything(memory: Memory, library: Library) -> Forgotten | None:
    """The same for all documents and all edits."""
    forgotten = memory.forget_everything()
    return forgotten and replace(forgotten, open_elsewhere=_forget_the_rest(library, None, library.forget_all))


def in_forgotten_folder(document: Path | None) -> Callable[[str], bool]:
    """Tells whether a folder is to be forgotten with a document, by its name: the one that it is in; None: each is."""
    return lambda folder: document is None or (bool(folder) and _same(Path(folder), document.parent))


def _forget_the_rest(library: Library, document: Path | None, forget_entries: Callable[[], None]) -> bool:
    """What names a document (None: any) or quotes it: entries, what was being typed, damaged copies of the list.

    Returns:
        Whether another program still has it open.
    """
    open_elsewhere = False

    def concerned(name: str) -> bool:
        return document is None or _same(Path(name), document)

    def forget_running() -> None:
        nonlocal open_elsewhere
        open_elsewhere = forget_open(library.folder / RUNNING_FOLDER, concerned)

    with ExitStack() as then:  # whatever becomes of the list, which saving may set aside as damaged
        then.callback(delete_parts, library.folder)  # which may be of anything
        then.callback(Drafts(library.folder / DRAFTS_FOLDER).forget, concerned)
        then.callback(forget_running)
        then.callback(_delete_copies, library.folder)
        forget_entries()
        library.save()
    return open_elsewhere


def _delete_copies(data: Path) -> None:
    """Of a damaged list nobody knows which documents are in it."""
    for copy in data.glob(f"{Path(LIBRARY_FILE).stem}.damaged*"):
        copy.unlink(missing_ok=True)


def _sentences(document: Document, language: str, cancelled: Callable[[], bool]) -> Iterator[str]:
    for paragraph in document.paragraphs:
        if cancelled():
            raise CancelledError
        yield from sentences_to_translate(paragraph.text, language)


def _derived(
    document: Document, pair: Pair, own: Collection[str], memory: Memory, cancelled: Callable[[], bool]
) -> Iterator[str]:
    """The sentences of the document's translations, by every package, with the user's edits and without."""
    source, target = pair
    rows = [initial_row(paragraph) for paragraph in document.paragraphs]
    sentences = list(own)
    yield from (edit.text for edit in memory.edits(source, target, sentences).values())
    for package in memory.packages():
        if cancelled():
            raise CancelledError
        yield from (translation.text for translation in memory.lookup(package, sentences).values())
        for edits_of in ("", target):
            for known in recall(rows, source, memory, package, edits_of):
                yield from sentences_to_translate(known.row.target, target)


def _needed(path: Path, languages: Collection[str], wanted: Collection[str], cancelled: Callable[[], bool]) -> set[str]:
    """The `wanted` sentences that another document has too, in whatever of the languages it is read."""
    from reader.formats import read_document

    document = read_document(path)
    found = (_sentences(document, language, cancelled) for language in languages)
    return {sentence for sentences in found for sentence in sentences if sentence in wanted}


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # no file is there, or can be
        return absolute(one) == absolute(other)
