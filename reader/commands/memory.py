"""`tospalt memory`: what is remembered of translated texts is shown, searched, forgotten, imported and exported."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.amounts import annotations_in_words, remembered_in_words, size_in_words
from reader.commands.memory_forget import fill_forget_parser, forget
from reader.commands.memory_search import fill_search_parser, search
from reader.commands.memory_tmx import export_file, fill_export_parser, fill_import_parser, import_file
from reader.commands.output import DONE, print_bytes
from reader.commands.terminal import say

if TYPE_CHECKING:
    from reader.memory import Amount, Memory

_ACTIONS = {"import": import_file, "export": export_file, "forget": forget, "search": search}


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("info", help="show how much is remembered, and in which files")
    fill_search_parser(actions.add_parser("search", help="show how words have been translated"))
    fill_import_parser(actions.add_parser("import", help="add the translations in a TMX file, as if you had made them"))
    fill_export_parser(actions.add_parser("export", help="save your edits and imported translations as a TMX file"))
    fill_forget_parser(actions.add_parser("forget", help="forget a document or everything permanently"))


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    from reader.memory import Memory
    from reader.paths import MEMORY_FILE, data_folder

    file = data_folder() / MEMORY_FILE
    with closing(Memory(file)) as memory:
        try:
            action = _ACTIONS.get(arguments.action)
            return action(memory, arguments) if action else _info(file, memory)
        finally:
            while problem := memory.take_problem():
                say(problem)


def _info(file: Path, memory: "Memory") -> int:
    from reader.memory import files_of, total_of

    amounts = memory.amounts()
    lines = [remembered_in_words(*total_of(amounts)[2:])]
    lines += [f"{_pair(amount)}: {remembered_in_words(*amount[2:])}" for amount in amounts]
    lines += [words] if (words := annotations_in_words(memory.count_values())) else []
    lines += [f"{path}: {size_in_words(path.stat().st_size)}" for path in files_of(file)]
    print_bytes("".join(f"{line}\n" for line in lines).encode())
    return DONE


def _pair(amount: "Amount") -> str:
    from reader.text import language_name

    if not amount.source:
        return "Other languages"
    return f"{language_name(amount.source)} to {language_name(amount.target)}"
