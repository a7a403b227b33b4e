"""The table of commands."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from reader.commands import align, check, compare, export, memory, packages, translate


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its summary, a function that adds its arguments to a parser, and one that runs it (exit code)."""

    summary: str
    fill_parser: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


# By name, in the order of the help.
COMMANDS = {
    "translate": Command("translate a document", translate.fill_parser, translate.run),
    "export": Command(
        "save both texts as PDF, Word, EPUB, HTML, Markdown, TMX or XLIFF", export.fill_parser, export.run
    ),
    "check": Command("tell which sentences of a translation look wrong", check.fill_parser, check.run),
    "compare": Command("show where packages translate a document differently", compare.fill_parser, compare.run),
    "align": Command(
        "say which sentences of a document and of its translation belong together", align.fill_parser, align.run
    ),
    "packages": Command("show, install and remove language packages", packages.fill_parser, packages.run),
    "memory": Command("show or forget what is remembered", memory.fill_parser, memory.run),
}
