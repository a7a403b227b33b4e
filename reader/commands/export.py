"""`tospalt export`: the two texts side by side in a file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.commands.common import add_languages, translated, verdict
from reader.errors import OutputError


def fill_parser(command: ArgumentParser) -> None:
    """The arguments of the command."""
    command.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    add_languages(command)
    command.add_argument("-o", "--output", type=Path, metavar="OUT.pdf", required=True, help="the file to write")


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    from reader.export.pdf import export_pdf

    if arguments.output.suffix.lower() != ".pdf":
        raise OutputError("“{path}” must end in .pdf: Tospalt exports PDF.", path=arguments.output)
    text = translated(arguments.file, arguments)
    export_pdf(text, arguments.output)
    return verdict(text)
