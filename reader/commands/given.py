"""What comes with a document, or is kept for it: a translation in its file, and notes."""

from contextlib import closing
from typing import TYPE_CHECKING

from reader.commands.terminal import say
from reader.errors import plural
from reader.parallel import ParallelText
from reader.text import Document

if TYPE_CHECKING:
    from reader.annotations import Placed
    from reader.memory import Memory


def notes_in(document: Document) -> "tuple[Placed, ...]":
    """The user's notes in a document, and those in its file."""
    from reader.annotations import Annotations, all_notes
    from reader.memory import DocumentValues, Memory
    from reader.paths import MEMORY_FILE, data_folder

    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        found = tuple(all_notes(document, Annotations(DocumentValues(memory))))
        while problem := memory.take_problem():
            say(problem)
    return found


def tell_of_given(text: ParallelText, memory: "Memory") -> None:
    """Say how many sentences of a document come with their translation, and of how many the user's own is used."""
    from reader.text import shown
    from reader.translation import given_sentences

    if text.document.given is None:
        return
    languages = text.source_language, text.target_language
    given = given_sentences(text.document, *languages)
    edits = memory.edits(*languages, list(given))
    own = sum(shown(edit.text) != shown(given[sentence].text) for sentence, edit in edits.items())
    one, many = "{count} sentence is translated in the file.", "{count} sentences are translated in the file."
    words: str = plural(len(given), one, many)
    if own:
        words += " " + plural(
            own, "Your own edit of one of them is used.", "Your own edits of {count} of them are used."
        )
    say(f"“{text.document.name}”: {words}")
