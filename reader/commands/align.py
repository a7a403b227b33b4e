"""`tospalt align`: says which sentences of a document and of a translation of it belong together."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.aligned import aligned_documents
from reader.commands.common import add_every, add_languages, add_reading, check_output, chosen_reading, read, verdict
from reader.commands.output import print_bytes
from reader.commands.terminal import say
from reader.errors import DocumentError, OutputError, plural
from reader.paths import MEMORY_FILE, data_folder
from reader.text import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.parallel import ParallelText
    from reader.reference import AlignedSentences, Alignment

_EPILOG = (
    "Sentences are compared by way of the machine translation. In JSON, links has for each link the sentences of the "
    "document (source), those of the translation (target), and whether it is sure (certain); one side is empty where "
    "a sentence was left out or added. In TMX, units that are not sure have the property x-unsure."
)


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    command.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    command.add_argument("translation", metavar="TRANSLATION", help="a translation of it by somebody")
    add_languages(command)
    add_every(command)
    add_reading(command)
    command.add_argument(
        "-o",
        "--output",
        type=_output,
        required=True,
        metavar="OUT",
        help="the file to save, which ends in .tmx, .json or .html; it is replaced if it exists",
    )
    command.add_argument(
        "--save", action="store_true", help="also remember the sentences that surely belong together as your own"
    )
    command.epilog = _EPILOG


def _output(text: str) -> Path:
    from reader.export import ALIGNMENT_FORMATS

    path = Path(text)
    if path.suffix.lower() not in ALIGNMENT_FORMATS:
        raise ArgumentTypeError(f"the name of the file must end in .tmx, .json or .html, but “{text}” does not")
    return path


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    from reader.engine import Engines
    from reader.export import AlignedTexts, write_alignment
    from reader.reference import aligned_sentences

    if arguments.file == arguments.translation == "-":
        raise DocumentError("Only one of the two texts can be read from standard input.")
    choices = chosen_reading(arguments)
    original, translation = read(arguments.file, choices), read(arguments.translation, choices)
    for document in original, translation:
        check_output(arguments.output, document)
    text, alignment = aligned_documents(original, translation, Engines(), arguments)
    sentences = list(aligned_sentences(alignment, text, translation))
    languages = text.source_language, text.target_language
    write_alignment(AlignedTexts((original.name, translation.name), languages, sentences), arguments.output)
    told = _told(sentences)
    if arguments.save:
        told += f" {_saved(alignment, text, translation)}"
    print_bytes(f"{told}\n".encode())
    return verdict(text)


def _told(sentences: "Sequence[AlignedSentences]") -> str:
    """How many links there are, in words, and how many of them are not sure."""
    linked = [each for each in sentences if each.sources and each.targets]
    alone, unsure = len(sentences) - len(linked), sum(not each.link.certain for each in linked)
    words: list[str] = [plural(len(linked), "{count} link", "{count} links")]
    words += [f"{unsure} of them unsure"] if unsure else []
    words += (
        [plural(alone, "{count} passage without counterpart", "{count} passages without counterpart")] if alone else []
    )
    return f"{', '.join(words)}."


def _saved(alignment: "Alignment", text: "ParallelText", reference: Document) -> str:
    """Remember what is sure; tells in words how much that is."""
    from reader.memory import Memory, remember_alignment

    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        result = remember_alignment(memory, alignment, text, reference)
        while problem := memory.take_problem():
            say(problem)
    if result is None:
        raise OutputError("The sentences cannot be remembered on this disk.")
    count = result.added + result.replaced
    return plural(count, "Remembered: {count} sentence.", "Remembered: {count} sentences.")
