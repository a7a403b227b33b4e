"""`tospalt memory import` and `tospalt memory export`: translations from and for other programs."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.common import DONE, print_bytes
from reader.commands.progress import ProgressLine
from reader.errors import DocumentError, plural
from reader.text import language_code, language_name

if TYPE_CHECKING:
    from reader.memory import Memory


def fill_import_parser(command: ArgumentParser) -> None:
    """Add the arguments of the action."""
    command.add_argument("file", metavar="FILE.tmx", type=Path, help="the TMX file")
    _add_languages(command, "the original, such as nb; by default as the file says", "the translation")


def fill_export_parser(command: ArgumentParser) -> None:
    """Add the arguments of the action."""
    command.add_argument(
        "output", metavar="OUT.tmx", type=Path, help="the TMX file to write; it is replaced if it exists"
    )
    _add_languages(command, "the original, such as nb; any by default", "the translation; any by default")
    command.add_argument("--all", dest="machine", action="store_true", help="also export machine translations")


def _add_languages(command: ArgumentParser, source: str, target: str) -> None:
    for name, dest, what in (("--from", "source", source), ("--to", "target", target)):
        command.add_argument(name, dest=dest, metavar="L", type=language_code, default="", help=f"language of {what}")


def import_file(memory: "Memory", arguments: Namespace) -> int:
    """Add the translations in a file to the memory and tell what came of it; returns the exit code."""
    from reader.memory import import_tmx

    directions = _directions(arguments.file, arguments.source, arguments.target)
    with closing(ProgressLine()) as line:
        both, progress = len(directions) > 1, _shown(line, "Importing")
        report = import_tmx(arguments.file, *directions[0], memory, both=both, said=both, progress=progress)
    told = [f"{' and '.join(map(_in_words, directions))}:", *report.sentences()]
    print_bytes("".join(f"{line}\n" for line in told).encode())
    return DONE


def _directions(file: Path, source: str, target: str) -> "Sequence[tuple[str, str]]":
    """What the file is imported as: as the arguments say, else as it says itself."""
    from reader.memory import languages_of_tmx

    if source and target:
        return [(source, target)]
    languages = languages_of_tmx(file)
    pair = languages.pair(source, target)
    if pair is None:
        raise DocumentError(
            "It is not clear which two languages of “{path}” are wanted. It has: {languages}. Use --from and --to.",
            path=file,
            languages=", ".join(f"{language_name(code)} ({code})" for code in languages.codes) or "none",
        )
    return [pair] if source or target else languages.directions(pair)


def _in_words(direction: tuple[str, str]) -> str:
    return f"{language_name(direction[0])} to {language_name(direction[1])}"


def _shown(line: ProgressLine, doing: str) -> Callable[[int, int], None]:
    return lambda done, of: line.show(f"{doing}: {100 * done // max(of, 1)} %")


def export_file(memory: "Memory", arguments: Namespace) -> int:
    """Write the memory to a file and tell how much that is; returns the exit code."""
    from reader.export import export_memory

    with closing(ProgressLine()) as line:
        number = export_memory(
            memory,
            arguments.output,
            arguments.source,
            arguments.target,
            machine=arguments.machine,
            progress=_shown(line, "Exporting"),
        )
    print_bytes(f"{plural(number, 'One sentence was exported.', '{count} sentences were exported.')}\n".encode())
    return DONE
