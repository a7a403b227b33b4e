"""The table of commands."""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import NamedTuple, Protocol, cast


class _Room(Protocol):
    """The module of a command."""

    def fill_parser(self, command: ArgumentParser, /) -> None: ...

    def run(self, arguments: Namespace, /) -> int: ...


class Command(NamedTuple):
    """A command: the name of its module, which is loaded only when it is asked for, and its summary."""

    name: str
    summary: str

    @property
    def room(self) -> _Room:
        """The module, which adds its arguments to a parser, and runs it (exit code)."""
        return cast("_Room", import_module(f"reader.commands.{self.name}"))


_ALL = (
    Command("translate", "translate a document"),
    Command("export", "save both texts as PDF, Word, EPUB, HTML, Markdown, TMX or XLIFF"),
    Command("check", "tell which sentences of a translation look wrong"),
    Command("compare", "show where packages translate a document differently"),
    Command("align", "say which sentences of a document and of its translation belong together"),
    Command("packages", "show, install and remove language packages"),
    Command("memory", "show or forget what is remembered"),
)
# By name, in the order of the help.
COMMANDS = {command.name: command for command in _ALL}
