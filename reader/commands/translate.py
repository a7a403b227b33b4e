"""`tospalt translate`: writes the translation as text, Markdown, JSON or TMX."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.common import add_every, add_languages, add_reading, translated, verdict
from reader.commands.given import notes_in
from reader.commands.output import print_bytes
from reader.commands.terminal import say
from reader.errors import OutputError
from reader.parallel import ParallelText

if TYPE_CHECKING:
    from reader.annotations import Placed

_FORMATS = ("text", "markdown", "json", "tmx")
_FORMAT_OF_SUFFIX = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".tmx": "tmx",
}


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    command.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    add_languages(command)
    add_every(command)
    add_reading(command)
    command.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="the file to save; by default standard output"
    )
    command.add_argument("--format", choices=_FORMATS, help="by default the format that OUT ends in, or text")
    command.add_argument("--notes", action="store_true", help="in JSON and TMX, add your notes in the document")
    command.add_argument("--checked", action="store_true", help="in JSON, say how many sentences you have checked")


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    name = _format(arguments)
    text = translated(arguments.file, arguments, linked=name == "json")
    if arguments.checked and name != "json":
        say("--checked has no effect here: of the formats of translate, only JSON says how many sentences are checked.")
    notes = notes_in(text.document) if arguments.notes else ()
    data = _writer(name, notes, checked=arguments.checked)(text)
    if arguments.output is None:
        print_bytes(data)
    else:
        from reader.files import write_atomically

        write_atomically(arguments.output, data)
    return verdict(text)


def _format(arguments: Namespace) -> str:
    suffix = arguments.output.suffix.lower() if arguments.output else ""
    name = arguments.format or _FORMAT_OF_SUFFIX.get(suffix)
    if name is None:
        raise OutputError(
            "“{path}” cannot be saved by translate, which writes .txt, .md, .json and .tmx. For a PDF, use export.",
            path=arguments.output,
        )
    return str(name)


def _writer(name: str, notes: "Sequence[Placed]", *, checked: bool) -> Callable[[ParallelText], bytes]:
    from reader.export import ExportOptions, as_json, as_markdown, as_text, tmx_bytes

    if name == "tmx":
        return lambda text: tmx_bytes(text, ExportOptions(notes=tuple(notes)))
    if name == "json":
        return lambda text: as_json(text, checked=checked, notes=notes).encode()
    write = {"text": as_text, "markdown": as_markdown}[name]
    return lambda text: write(text).encode()
