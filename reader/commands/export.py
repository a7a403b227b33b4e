"""`tospalt export`: saves both texts, side by side, as files."""

import os
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.columns import HELP, Chosen, check_reference, chosen_columns, column_names
from reader.commands.common import (
    add_every,
    add_languages,
    add_reading,
    check_output,
    chosen_reading,
    read,
    translated_document,
    verdict,
)
from reader.commands.given import notes_in
from reader.commands.hints import told
from reader.commands.output import DONE, FAILED, print_bytes
from reader.commands.terminal import say
from reader.errors import OutputError, TospaltError, plural
from reader.export import (
    FORMATS,
    ExportOptions,
    Layout,
    Names,
    Paper,
    check_original,
    default_layout,
    first_unicode_numbers,
    format_of,
    make_folder,
    own_suffix,
    write_export,
)
from reader.files import is_folder, is_there
from reader.formats import original_suffixes
from reader.late_dataclasses import dataclass
from reader.parallel import Column, ParallelText
from reader.text import Document

if TYPE_CHECKING:
    from reader.engine import Engines

_SUFFIXES = {suffix.lstrip("."): suffix for suffix, _ in FORMATS}


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    command.add_argument("files", nargs="+", metavar="FILE", help="the documents; - reads standard input")
    add_languages(command)
    add_every(command)
    add_reading(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help=f"the file to save, ending in one of {', '.join(_SUFFIXES.values())}, or with "
        "--layout original like the document; for several documents, a folder",
    )
    command.add_argument("--format", choices=tuple(_SUFFIXES), help="by default the format that OUT ends in, or pdf")
    command.add_argument("--force", action="store_true", help="replace existing files in the folder")
    _add_layout_options(command)


def _add_layout_options(command: ArgumentParser) -> None:
    layouts, papers = [layout.value for layout in Layout], [paper.value for paper in Paper]
    command.add_argument(
        "--layout",
        choices=layouts,
        help="by default columns; for EPUB and Markdown, stacked; "
        "original is the document's own file, in its format and with everything in it, where only the words change",
    )
    texts = ("translation", "both")
    command.add_argument(
        "--text",
        choices=texts,
        help="in the original's layout, the translation alone (by default) "
        "or both texts, each paragraph and then its translation",
    )
    command.add_argument("--paper", choices=papers, default=Paper.A4.value, help="by default a4")
    command.add_argument("--landscape", action="store_true", help="use landscape orientation")
    usual = ExportOptions().font_size
    size_help = f"font size of the text in points; by default {usual:g}"
    command.add_argument("--font-size", type=_points, metavar="POINTS", default=usual, help=size_help)
    command.add_argument("--columns", type=column_names, metavar="LIST", help=HELP)
    command.add_argument("--no-numbers", action="store_true", help="leave out paragraph numbers")
    command.add_argument("--sentence-marks", action="store_true", help="mark matching sentences")
    command.add_argument("--back-translation", action="store_true", help="add a back-translation of the translation")
    command.add_argument(
        "--reference", metavar="FILE", help="a reference translation to place beside the machine translation"
    )
    command.add_argument("--human", dest="reference", help=SUPPRESS)  # as it was called in version 0.1.0
    command.add_argument(
        "--no-state-marks", action="store_true", help="do not mark edited sentences and those with warnings"
    )
    command.add_argument("--checked", action="store_true", help="say at the end how many sentences you have checked")
    command.add_argument("--notes", action="store_true", help="add your notes in the document")
    command.add_argument(
        "--timestamp",
        type=_timestamp,
        metavar="TIME",
        help="write this time, such as 2025-11-22T10:00:00Z, instead of the current time, "
        "so that the same text gives the same file",
    )


def _points(text: str) -> float:
    from reader.settings import RANGES

    smallest, largest = RANGES["export.font_size"]
    size = float(text)  # argparse words a ValueError
    if not smallest <= size <= largest:
        raise ArgumentTypeError(f"{text} is not between {smallest:g} and {largest:g} points")
    return size


def _timestamp(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        moment.astimezone(UTC)  # overflows near the first and the last year
        return moment
    except (ValueError, OverflowError) as error:
        raise ArgumentTypeError(f"{text} is not a time such as 2025-11-22T10:00:00Z") from error


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    from reader.engine import Engines

    check_reference(arguments)
    _check_own_layout(arguments)
    if len(arguments.files) == 1 and not _is_folder(arguments.output):
        # The user named the file, so an existing one is replaced.
        path = Path(arguments.output)
        target = _Target(path, _suffix(arguments, path))
        _tell_useless(arguments, target.suffix)
        document = read(arguments.files[0], chosen_reading(arguments))
        check_output(target.path, document)
        if _in_own_layout(arguments):
            check_original(document, target.path)
        return verdict(_export(document, target, arguments, Engines()))
    return _export_all(arguments, Engines())


def _check_own_layout(arguments: Namespace) -> None:
    """Make sure that what is asked for goes together with the original's layout, or without it.

    Raises:
        OutputError: it does not.
    """
    if not _in_own_layout(arguments):
        if arguments.text:
            raise OutputError(
                "--text is only for --layout original. Use --layout translation for the translation alone."
            )
        return
    given = {
        "--format": arguments.format,
        "--columns": arguments.columns,
        "--reference": arguments.reference,
        "--back-translation": arguments.back_translation,
        "--notes": arguments.notes,
    }
    if useless := [name for name, value in given.items() if value]:
        raise OutputError("{option} cannot be used with --layout original.", option=useless[0])


def _tell_useless(arguments: Namespace, suffix: str) -> None:
    if arguments.checked and suffix == ".tmx":
        say("--checked has no effect here: TMX does not say how many sentences are checked.")


def _is_folder(output: str) -> bool:
    """Whether `output` is a folder to save one document in; a folder named like an export file does not count."""
    if output.endswith(("/", os.sep)):
        return True
    return is_folder(Path(output)) and not _is_named_as_file(Path(output))


def _is_named_as_file(path: Path) -> bool:
    return path.suffix.lstrip(".").lower() in _SUFFIXES


def _in_own_layout(arguments: Namespace) -> bool:
    return bool(arguments.layout == Layout.ORIGINAL)


def _suffix(arguments: Namespace, output: Path) -> str:
    if _in_own_layout(arguments):
        return output.suffix
    if arguments.format:
        return _SUFFIXES[arguments.format]
    try:
        return format_of(output)
    except OutputError:
        document = read(arguments.files[0], chosen_reading(arguments))
        if output.suffix.lower() not in original_suffixes(document):
            raise
        raise OutputError(
            "“{path}” can only be written in the layout of the original: add --layout original.", path=output
        ) from None


@dataclass(frozen=True, slots=True)
class _Target:
    """Where to write, and in which format."""

    path: Path
    suffix: str


def _export(document: Document, target: _Target, arguments: Namespace, engines: "Engines") -> ParallelText:
    """Translate and write one document. Raises TospaltError."""
    # Read first: if it cannot be read, this fails before the work.
    reference = read(arguments.reference) if arguments.reference else None
    chosen = _columns(arguments, document)
    linked = target.suffix in (".html", ".json") or _in_own_layout(arguments)
    back = Column.BACK in chosen.columns
    text = translated_document(document, arguments, linked=linked, back=back, others=chosen.packages, engines=engines)
    if reference is not None:
        from reader.reference import align

        for aligned in align(text, reference):
            text.apply(aligned)
    notes = notes_in(document) if arguments.notes or Column.NOTES in chosen.columns else ()
    options = replace(_options(arguments, target.suffix), notes=notes, columns=chosen.columns, names=chosen.names)
    written = write_export(text, target.path, options, suffix=target.suffix)
    if written.missing:
        say(
            plural(
                len(written.missing),
                "No font has this character in “{name}”. Its Unicode number is shown instead: {characters}",
                "No font has these characters in “{name}”. Their Unicode numbers are shown instead: {characters}",
                name=document.name,
                characters=first_unicode_numbers(written.missing),
            )
        )
    for remark in written.remarks:
        say(f"“{target.path.name}”: {remark}")
    return text


def _columns(arguments: Namespace, document: Document) -> Chosen:
    from reader.packages import find_packages
    from reader.translation import languages_of

    installed = find_packages()
    languages = languages_of(document, arguments.source or "", arguments.target or "", installed)
    return chosen_columns(arguments, installed, languages)


def _options(arguments: Namespace, suffix: str) -> ExportOptions:
    return ExportOptions(
        both=arguments.text == "both",
        layout=Layout(arguments.layout) if arguments.layout else default_layout(suffix),
        paper=Paper(arguments.paper),
        landscape=arguments.landscape,
        font_size=arguments.font_size,
        numbers=not arguments.no_numbers,
        sentence_marks=arguments.sentence_marks,
        state_marks=not arguments.no_state_marks,
        checked=arguments.checked,
        timestamp=arguments.timestamp,
    )


# ---- Several documents ----


def _export_all(arguments: Namespace, engines: "Engines") -> int:
    """Export each document to the folder; one that fails is reported, and the others go on."""
    if arguments.reference and len(arguments.files) > 1:
        raise OutputError("A reference translation can be placed beside only one document.")
    from reader.packages import find_packages
    from reader.translation import languages_of

    installed = find_packages()
    folder = _made(arguments.output)
    usual = _SUFFIXES[arguments.format or "pdf"]
    _tell_useless(arguments, usual)
    names, code = Names(folder, usual, replace=arguments.force), DONE
    choices = chosen_reading(arguments)
    for file in arguments.files:
        try:
            document = read(file, choices)
            languages = languages_of(document, arguments.source or "", arguments.target or "", installed)
            suffix = own_suffix(document) if _in_own_layout(arguments) else usual
            path = names.path(document, *languages, suffix=suffix)
            target = _Target(path, suffix)
            check_output(target.path, document)
            code = max(code, verdict(_export(document, target, arguments, engines), named=True))
            print_bytes(os.fsencode(target.path) + b"\n")
        except TospaltError as error:
            code = FAILED
            words = told(error, arguments)
            say(words if Path(file).name in words else f"“{file}”: {words}")
    return code


def _made(output: str) -> Path:
    folder = Path(output)
    if _is_named_as_file(folder) and not is_there(folder) and not output.endswith(("/", os.sep)):
        raise OutputError("“{path}” is not a folder. Several documents can only be saved in a folder.", path=folder)
    make_folder(folder)
    return folder
