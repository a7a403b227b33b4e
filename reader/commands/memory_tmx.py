"""`tospalt memory import` and `tospalt memory export`: translations from and for other programs."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.commands.output import DONE, print_bytes
from reader.commands.progress import ProgressLine
from reader.errors import DocumentError, plural, template
from reader.text import language_name, named_language

if TYPE_CHECKING:
    from reader.memory import Memory, TmxLanguages


class _Language(NamedTuple):
    """A language that is wanted, and what the file calls it if it does not do so by any usual name."""

    code: str = ""
    called: str = ""


def fill_import_parser(command: ArgumentParser) -> None:
    """Add the arguments of the action."""
    command.add_argument("file", metavar="FILE.tmx", type=Path, help="the TMX file")
    _add_languages(
        command,
        "the original, such as nb; by default as the file says; nb=NAME if the file calls it NAME",
        "the translation",
    )


def fill_export_parser(command: ArgumentParser) -> None:
    """Add the arguments of the action."""
    command.add_argument(
        "output", metavar="OUT.tmx", type=_tmx_file, help="the TMX file to write; it is replaced if it exists"
    )
    _add_languages(command, "the original, such as nb; any by default", "the translation; any by default")
    command.add_argument("--all", dest="machine", action="store_true", help="also export machine translations")


def _add_languages(command: ArgumentParser, source: str, target: str) -> None:
    for name, dest, what in (("--from", "source", source), ("--to", "target", target)):
        command.add_argument(
            name, dest=dest, metavar="L", type=_language, default=_Language(), help=f"language of {what}"
        )


def _language(text: str) -> _Language:
    code, _, called = text.partition("=")
    known = named_language(code)
    if not known:
        raise ArgumentTypeError(f"“{code}” is not a language; use a code such as nb or en")
    return _Language(known, called.strip())


def _tmx_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".tmx":
        raise ArgumentTypeError(f"the name of a TMX file ends in .tmx, but “{text}” does not")
    return path


def import_file(memory: "Memory", arguments: Namespace) -> int:
    """Add the translations in a file to the memory and tell what came of it; returns the exit code."""
    from reader.memory import import_tmx

    wanted: tuple[_Language, _Language] = arguments.source, arguments.target
    named = {language.called: language.code for language in wanted if language.called}
    directions = _directions(arguments.file, wanted[0].code, wanted[1].code, named)
    with closing(ProgressLine()) as line:
        both, progress = len(directions) > 1, _shown(line, "Importing")
        report = import_tmx(
            arguments.file, *directions[0], memory, both=both, said=both, named=named, progress=progress
        )
    told = [f"{' and '.join(map(_in_words, directions))}:", *report.sentences()]
    print_bytes("".join(f"{line}\n" for line in told).encode())
    return DONE


def _directions(file: Path, source: str, target: str, named: Mapping[str, str]) -> "Sequence[tuple[str, str]]":
    """What the file is imported as: as the arguments say, else as it says itself."""
    from reader.memory import languages_of_tmx

    if source and source == target:
        raise DocumentError("A text and its translation cannot both be in {language}.", language=language_name(source))
    if source and target:
        return [(source, target)]
    languages = languages_of_tmx(file, named=named)
    pair = languages.pair(source, target)
    if pair is None:
        raise DocumentError(_which(languages), path=file, **_values(languages))
    return [pair] if source or target else languages.directions(pair)


def _which(languages: "TmxLanguages") -> str:
    """Why it is not clear which languages of a file are wanted."""
    if languages.unknown and len(languages.codes) < 2:
        return template(
            "Tospalt does not know these languages of “{path}”: {names}. Say which they are with --from and --to: "
            '--from "nb={name}".'
        )
    if not languages.codes:
        return template("“{path}” has no translations.")
    if len(languages.codes) < 2:
        return template("“{path}” has no translations: it is in {languages} only.")
    return template(
        "It is not clear which two languages of “{path}” are wanted. It has: {languages}. Use --from and --to."
    )


def _values(languages: "TmxLanguages") -> dict[str, str]:
    """The values of such a sentence."""
    return {
        "languages": ", ".join(f"{language_name(code)} ({code})" for code in languages.codes),
        "names": languages.unknown_in_words(),
        "name": next(iter(languages.unknown), ""),
    }


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
            arguments.source.code,
            arguments.target.code,
            machine=arguments.machine,
            progress=_shown(line, "Exporting"),
        )
    print_bytes(f"{plural(number, 'One sentence was exported.', '{count} sentences were exported.')}\n".encode())
    return DONE
