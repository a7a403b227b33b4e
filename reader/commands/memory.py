"""`tospalt memory`: shows what is remembered of translated texts, and forgets it."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.common import DONE, FAILED, add_languages, add_reading, chosen_reading, print_bytes, say
from reader.errors import plural

if TYPE_CHECKING:
    from reader.formats import Choices
    from reader.library import Library
    from reader.memory import Forgotten, Memory
    from reader.text import Document
    from reader.translation import ForgettingPlan

_FINAL = "This cannot be undone."


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("info", help="show how much is remembered, and in which files")
    forget = actions.add_parser("forget", help="forget a document or everything permanently")
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
        help="forget all translations, all your edits, your library and all pasted texts",
    )
    add_languages(forget)
    add_reading(forget)
    forget.add_argument("--edits", action="store_true", help="also delete your edits in the document")
    forget.add_argument("--yes", action="store_true", help="do not ask for confirmation")


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


def _info(file: Path, memory: "Memory") -> int:
    from reader.memory import files_of

    translations, edits = memory.counts()
    lines = [f"{_sentences(translations)}, {_edits(edits)}"]
    lines += [f"{path}: {_size(path.stat().st_size)}" for path in files_of(file)]
    print_bytes("".join(f"{line}\n" for line in lines).encode())
    return DONE


def _forget(memory: "Memory", arguments: Namespace) -> int:
    if arguments.everything:
        translations, edits = memory.counts()
        question = f"Forget {_sentences(translations)} and {_edits(edits)}?"
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
    from reader.translation import both_directions, forget_document, plan_forgetting, read_as

    library = Library(data_folder() / LIBRARY_FILE)
    if library.problem:
        say(library.problem)
    choices = {entry.path: choices_of(entry.encoding, entry.lines) for entry in library}
    document = read(arguments.file, _reading(library, arguments))
    source, target = _languages(document, library, arguments)
    both = [pair for code in dict.fromkeys((source, read_as(source))) for pair in both_directions(code, target)]
    pairs = both[:1] if arguments.source and arguments.target else both
    plan = plan_forgetting(document, pairs, memory, choices, choices=choices)
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
    if plan.number_of_edits and not arguments.edits:
        say(f"{_edits(plan.number_of_edits)} will be kept (see --edits).")


def _confirmed(question: str, arguments: Namespace) -> bool:
    if arguments.yes:
        return True
    if not sys.stdin.isatty():
        say(f"{question} {_FINAL} To confirm, use --yes.")
        return False
    print(f"{question} {_FINAL} [y/N] ", end="", file=sys.stderr, flush=True)
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
    print_bytes(f"Forgotten: {_sentences(forgotten.translations)}, {_edits(forgotten.edits)}\n".encode())
    if forgotten.open_elsewhere:
        say("A Tospalt window has one of these documents open. What is done there will be remembered again.")
    if not forgotten.complete:
        say(
            "Parts of the text are still in the file because another program is using it or the disk is full. "
            "Try again later."
        )
        return FAILED
    return DONE


def _size(count: int) -> str:
    """A number of bytes in bytes, kB or MB: "999 bytes", "1.0 kB", "12.3 MB"."""
    if count < 1000:
        return plural(count, "{count} byte", "{count} bytes")
    return f"{count / 1e3:.1f} kB" if count < 999_950 else f"{count / 1e6:.1f} MB"


def _sentences(count: int) -> str:
    return plural(count, "{count} translated sentence", "{count} translated sentences")


def _edits(count: int) -> str:
    return plural(count, "{count} edit", "{count} edits")
