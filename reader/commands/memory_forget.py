"""`tospalt memory forget`: forgets a document or everything."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.amounts import (
    accepted_in_words,
    annotations_in_words,
    edits_in_words,
    judged_in_words,
    remembered_in_words,
    values_in_words,
)
from reader.commands.common import add_languages, add_reading, chosen_reading
from reader.commands.output import DONE, FAILED, print_bytes
from reader.commands.terminal import say, shown
from reader.errors import plural

if TYPE_CHECKING:
    from reader.formats import Choices
    from reader.library import Library
    from reader.memory import Forgotten, Memory
    from reader.text import Document
    from reader.translation import ForgettingPlan

_FINAL = "This cannot be undone."


def fill_forget_parser(forget: ArgumentParser) -> None:
    """Add the arguments of the action."""
    what = forget.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="the document to forget; the file itself is not deleted, unless it is a text pasted into Tospalt",
    )
    what.add_argument(
        "--everything",
        action="store_true",
        help="forget all translations, also imported ones, all your edits, what you have accepted and dismissed, your "
        "notes and bookmarks, your library, all pasted texts and the words that you have added to the dictionary",
    )
    add_languages(forget)
    add_reading(forget)
    forget.add_argument(
        "--edits",
        action="store_true",
        help="also delete your edits in the document, saved or not, and imported translations",
    )
    forget.add_argument("--yes", action="store_true", help="do not ask for confirmation")


def forget(memory: "Memory", arguments: Namespace) -> int:
    """Do as the arguments say; returns the exit code."""
    from reader.memory import total_of

    if arguments.everything:
        amounts = (
            remembered_in_words(*total_of(memory.amounts())[2:]),
            "what you have accepted and dismissed",
            annotations_in_words(memory.count_values()),
        )
        what = f"{', '.join(filter(None, amounts))}, your library, all pasted texts and your own words"
        question = f"Forget {what}?"
        return _forget_everything(memory) if _confirmed(question, arguments) else FAILED
    return _forget_document(memory, arguments)


def _forget_everything(memory: "Memory") -> int:
    from reader.library import Library
    from reader.paths import LIBRARY_FILE, data_folder
    from reader.translation import forget_everything

    return _told(forget_everything(memory, Library(data_folder() / LIBRARY_FILE)), None)


def _forget_document(memory: "Memory", arguments: Namespace) -> int:
    from reader.commands.common import read
    from reader.formats import choices_of
    from reader.library import Library
    from reader.paths import LIBRARY_FILE, data_folder
    from reader.translation import both_directions, forget_document, plan_forgetting, read_as, with_drafts

    library = Library(data_folder() / LIBRARY_FILE)
    if library.problem:
        say(library.problem)
    choices = {entry.path: choices_of(entry.encoding, entry.lines) for entry in library}
    document = read(arguments.file, _reading(library, arguments))
    source, target = _languages(document, library, arguments)
    both = [pair for code in dict.fromkeys((source, read_as(source))) for pair in both_directions(code, target)]
    pairs = both[:1] if arguments.source and arguments.target else both
    plan = plan_forgetting(document, pairs, memory, choices, choices=choices)
    plan = with_drafts(plan, library.folder)
    _explain(plan, arguments)
    if not _confirmed(f"Forget “{document.name}”?", arguments):
        return FAILED
    return _told(forget_document(plan, memory, library, edits=arguments.edits), document.path)


def _reading(library: "Library", arguments: Namespace) -> "Choices":
    """How the document was read: as the arguments say, else as the library does."""
    from reader.formats import Choices, choices_of

    said, entry = chosen_reading(arguments), library.find(Path(arguments.file))
    kept = choices_of(entry.encoding, entry.lines) if entry is not None else said
    return Choices(said.encoding or kept.encoding, said.lines or kept.lines)


def _languages(document: "Document", library: "Library", arguments: Namespace) -> tuple[str, str]:
    """The languages that the document was read in, if known."""
    entry = library.find(document.path) if document.path is not None else None
    chosen = (entry.source, entry.target) if entry is not None else ("", "")
    return arguments.source or chosen[0] or document.language, arguments.target or chosen[1]


def _explain(plan: "ForgettingPlan", arguments: Namespace) -> None:
    if plan.shared:
        say(
            plural(
                plan.shared,
                "{count} sentence in it is also in another document and is kept.",
                "{count} sentences in it are also in other documents and are kept.",
            )
        )
    for path in plan.unread:
        say(f"“{path}” cannot be read. Sentences that it shares with this document are forgotten too.")
    also = accepted_in_words(plan.accepted, plan.dismissed), annotations_in_words(plan.values)
    if any(also):
        say(f"These will also be forgotten: {', '.join(filter(None, also))}.")
    if plan.number_of_edits and not arguments.edits:
        say(f"{edits_in_words(plan.number_of_edits)} will be kept (see --edits).")
    if plan.drafts and not arguments.edits:
        drafts = plural(plan.drafts, "{count} unsaved edit", "{count} unsaved edits")
        say(f"{drafts} will be kept (see --edits).")


def _confirmed(question: str, arguments: Namespace) -> bool:
    if arguments.yes:
        return True
    if not sys.stdin.isatty():
        say(f"{question} {_FINAL} To confirm, use --yes.")
        return False
    print(shown(f"{question} {_FINAL} [y/N] ", sys.stderr.encoding), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")


def _forget_folders(document: Path | None) -> None:
    from reader.paths import SETTINGS_FILE, config_folder
    from reader.settings_file import SettingsFile
    from reader.translation import in_forgotten_folder

    SettingsFile(config_folder() / SETTINGS_FILE).forget_folders(in_forgotten_folder(document))


def _told(forgotten: "Forgotten | None", document: Path | None) -> int:
    if forgotten is None:
        say("Nothing was forgotten.")
        return FAILED
    _forget_folders(document)
    amount = remembered_in_words(forgotten.translations, forgotten.edits, forgotten.imported)
    amount += f", {judged_in_words(forgotten.judged)}" if forgotten.judged else ""
    amount += f", {values_in_words(forgotten.values)}" if forgotten.values else ""
    print_bytes(f"Forgotten: {amount}\n".encode())
    if forgotten.open_elsewhere:
        say("A Tospalt window has one of these documents open. What is done there will be remembered again.")
    if not forgotten.complete:
        say(
            "Parts of the text are still in the file because another program is using it or the disk is full. "
            "Try again later."
        )
        return FAILED
    return DONE
