"""`tospalt compare`: translates a document with several packages, and shows where they differ."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.common import add_every, add_languages, add_reading, check_output, chosen_reading, read
from reader.commands.output import DONE, print_bytes
from reader.commands.progress import ProgressLine
from reader.commands.terminal import on_one_line
from reader.errors import OutputError, plural

if TYPE_CHECKING:
    from reader.text import Document
    from reader.translation import ComparedTranslation, Comparison

_FORMATS = (".html", ".pdf", ".json", ".txt")


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    command.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    command.add_argument(
        "--packages",
        nargs="+",
        metavar="P",
        required=True,
        help="two packages or more for its languages, each by its version, its name and version, or its folder, as in "
        "“tospalt packages list”; starter is the one that came with Tospalt",
    )
    add_languages(command)
    add_every(command)
    add_reading(command)
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help=f"the file to save, ending in one of {', '.join(_FORMATS)}; by default, what differs on standard output",
    )


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    write = _writer(arguments.output)
    document = read(arguments.file, chosen_reading(arguments))
    if arguments.output is not None:
        check_output(arguments.output, document)
    data = write(_compared(document, arguments))
    if arguments.output is None:
        print_bytes(data)
    else:
        from reader.files import write_atomically

        write_atomically(arguments.output, data)
    return DONE


def _writer(output: Path | None) -> "Callable[[Comparison], bytes]":
    from reader.export import comparison_html, comparison_json, comparison_pdf

    suffix = output.suffix.lower() if output is not None else ".txt"
    writers: dict[str, Callable[[Comparison], bytes]] = {
        **dict.fromkeys((".html", ".htm"), comparison_html),
        ".pdf": comparison_pdf,
        ".json": comparison_json,
        ".txt": as_text,
    }
    if suffix not in writers:
        raise OutputError(
            "The name “{path}” must end in one of these: {suffixes}.", path=output, suffixes=", ".join(_FORMATS)
        )
    return writers[suffix]


def _compared(document: "Document", arguments: Namespace) -> "Comparison":
    from reader.engine import Engines
    from reader.packages import find_packages
    from reader.translation import Advance, compare, languages_of, package_called

    installed = find_packages()
    languages = languages_of(document, arguments.source or "", arguments.target or "", installed)
    packages = list(dict.fromkeys(package_called(name, installed, languages) for name in arguments.packages))
    if len(packages) < 2:
        raise OutputError("Name at least two different packages to compare.")
    with closing(ProgressLine()) as progress:
        for step in compare(document, languages, packages, Engines(), every=arguments.every):
            if not isinstance(step, Advance):
                return step
            progress.show(f"{step.stage.value.capitalize()}: {step.done} of {step.total}")
    raise AssertionError("compare ends with the comparison")


def as_text(comparison: "Comparison") -> bytes:
    """What differs, as lines: the sentence, and under it each package's translation, with brackets around words."""
    return "".join(f"{line}\n" for line in _lines(comparison)).encode()


def _lines(comparison: "Comparison") -> Iterator[str]:
    from reader.translation import title_of

    names = [title_of(package) for package in comparison.packages]
    width = max(map(len, names))
    for sentence in comparison.sentences:
        if sentence.same:
            continue
        number = comparison.numbers[sentence.row]
        yield f"{f'{number}: ' if number is not None else ''}{on_one_line(sentence.source)}"
        for name, translation in zip(names, sentence.translations, strict=True):
            yield f"  {name.ljust(width)}  {_marked(translation)}"
        yield ""
    same, count = sum(each.same for each in comparison.sentences), len(comparison.sentences)
    yield plural(
        count,
        "{same} of {count} sentence is translated alike.",
        "{same} of {count} sentences are translated alike.",
        same=same,
    )


def _marked(translation: "ComparedTranslation") -> str:
    from reader.export import stretches

    parts = stretches(translation.text, translation.differs)
    return on_one_line("".join(f"[{text}]" if differs else text for text, differs in parts)) or "–"
