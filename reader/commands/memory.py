"""`tospalt memory`: what is remembered of translated texts, and forgetting it."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from typing import TYPE_CHECKING

from reader.commands.common import DONE, FAILED, add_languages, print_bytes, say

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library
    from reader.memory import Forgotten, Memory
    from reader.text import Document
    from reader.translation import ForgettingPlan

_FINAL = "This cannot be undone."


def fill_parser(command: ArgumentParser) -> None:
    """The arguments of the command."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("info", help="how much is remembered, and in which files")
    forget = actions.add_parser("forget", help="forget a document, or everything, for good")
    what = forget.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE", help="the document to forget; the file itself stays")
    what.add_argument(
        "--everything", action="store_true", help="all translations, all your own edits and the list of your documents"
    )
    add_languages(forget)
    forget.add_argument("--edits", action="store_true", help="with your own edits of the document")
    forget.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    from reader.memory import Memory
    from reader.paths import MEMORY_FILE, data_folder

    file = data_folder() / MEMORY_FILE
    with closing(Memory(file)) as memory:
        code = _info(file, memory) if arguments.action == "info" else _forget(memory, arguments)
        while problem := memory.take_problem():
            say(problem)
    return code


def _info(file: "Path", memory: "Memory") -> int:
    from reader.memory import files_of

    translations, edits = memory.counts()
    lines = [f"{_count(translations, 'translated sentence')}, {_count(edits, 'edit')} of your own"]
    lines += [f"{path}: {_size(path.stat().st_size)}" for path in files_of(file)]
    print_bytes("".join(f"{line}\n" for line in lines).encode())
    return DONE


def _forget(memory: "Memory", arguments: Namespace) -> int:
    if arguments.everything:
        translations, edits = memory.counts()
        question = f"Forget all {_count(translations, 'translated sentence')} and {_count(edits, 'edit')} of your own?"
        return _forget_everything(memory) if _confirmed(question, arguments) else FAILED
    return _forget_document(memory, arguments)


def _forget_everything(memory: "Memory") -> int:
    from reader.library import Library
    from reader.paths import LIBRARY_FILE, data_folder
    from reader.translation import forget_everything

    return _told(forget_everything(memory, Library(data_folder() / LIBRARY_FILE)), None)


def _forget_document(memory: "Memory", arguments: Namespace) -> int:
    from reader.commands.common import read
    from reader.library import Library
    from reader.paths import LIBRARY_FILE, data_folder
    from reader.translation import both_directions, forget_document, plan_forgetting

    document, library = read(arguments.file), Library(data_folder() / LIBRARY_FILE)
    if library.problem:
        say(library.problem)
    both = both_directions(*_languages(document, library, arguments))
    pairs = both[:1] if arguments.source and arguments.target else both
    plan = plan_forgetting(document, pairs, memory, [entry.path for entry in library])
    _explain(plan, arguments)
    if not _confirmed(f"Forget “{document.name}”?", arguments):
        return FAILED
    return _told(forget_document(plan, memory, library, edits=arguments.edits), document.path)


def _languages(document: "Document", library: "Library", arguments: Namespace) -> tuple[str, str]:
    """The languages that the document was read in, as far as that is known."""
    entry = library.find(document.path) if document.path is not None else None
    chosen = (entry.source, entry.target) if entry is not None else ("", "")
    return arguments.source or chosen[0] or document.language, arguments.target or chosen[1]


def _explain(plan: "ForgettingPlan", arguments: Namespace) -> None:
    if plan.shared:
        has = "is in another document too and stays" if plan.shared == 1 else "are in other documents too and stay"
        say(f"{_count(plan.shared, 'sentence')} of it {has}.")
    for path in plan.unread:
        say(f"“{path}” cannot be read; what it shares with this document is forgotten.")
    if plan.number_of_edits and not arguments.edits:
        say(f"{_count(plan.number_of_edits, 'edit')} of your own will be kept (see --edits).")


def _confirmed(question: str, arguments: Namespace) -> bool:
    if arguments.yes:
        return True
    if not sys.stdin.isatty():
        say(f"{question} {_FINAL} Say --yes if that is what you want.")
        return False
    print(f"{question} {_FINAL} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")


def _forget_folders(document: "Path | None") -> None:
    from reader.paths import SETTINGS_FILE, config_folder
    from reader.settings_file import SettingsFile
    from reader.translation import in_forgotten_folder

    SettingsFile(config_folder() / SETTINGS_FILE).forget_folders(in_forgotten_folder(document))


def _told(forgotten: "Forgotten | None", document: "Path | None") -> int:
    if forgotten is None:
        say("Nothing could be forgotten.")
        return FAILED
    _forget_folders(document)
    translations, edits = _count(forgotten.translations, "translated sentence"), _count(forgotten.edits, "edit")
    print_bytes(f"Forgotten: {translations}, {edits} of your own\n".encode())
    if forgotten.open_elsewhere:
        say("A window of Tospalt has such a text open; what is done there is remembered again.")
    if not forgotten.complete:
        say("Parts of the texts are left in the file: another program uses it, or the disk is full. Try again later.")
        return FAILED
    return DONE


def _size(count: int) -> str:
    """A number of bytes, in the unit in which it has one to three digits before the point."""
    if count < 1000:
        return _count(count, "byte")
    return f"{count / 1e3:.1f} kB" if count < 999_950 else f"{count / 1e6:.1f} MB"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
