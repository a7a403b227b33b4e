"""What the commands share: reading documents, and translating with progress."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.given import tell_of_given
from reader.commands.output import DONE, FAILED
from reader.commands.progress import ProgressLine
from reader.commands.terminal import say
from reader.errors import DocumentError, plural, reason
from reader.parallel import ParallelText, State
from reader.passwords import PASSWORDS
from reader.text import Document, language_code

if TYPE_CHECKING:
    from reader.engine import Engines
    from reader.formats import Choices
    from reader.packages import LanguagePackage
    from reader.translation import Advance, Pipeline


def add_languages(command: ArgumentParser) -> None:
    """Add the options --from and --to."""
    command.add_argument(
        "--from",
        dest="source",
        metavar="L",
        type=language_code,
        help="language of the document, such as nb; detected by default",
    )
    command.add_argument("--to", dest="target", metavar="L", type=language_code, help="language to translate to")


def add_every(command: ArgumentParser) -> None:
    """Add the option --all."""
    command.add_argument(
        "--all",
        dest="every",
        action="store_true",
        help="also translate paragraphs that are in another language",
    )


def add_reading(command: ArgumentParser, *, two: str = "") -> None:
    """Add the options --encoding and --lines; `two` is what the latter does with two documents, if there may be two."""
    command.add_argument(
        "--encoding",
        metavar="E",
        type=_encoding,
        help="encoding of the document, such as utf-8, windows-1252 or cp850; by default the bytes decide",
    )
    command.add_argument(
        "--lines", action="store_true", help=f"keep the lines of plain text; by default wrapped lines are joined{two}"
    )
    command.add_argument(
        "--password-file",
        metavar="FILE",
        type=Path,
        help="a file that holds the password of the documents, of those that are protected by one",
    )


def _encoding(name: str) -> str:
    from reader.formats import known_encoding

    try:
        return known_encoding(name)
    except LookupError as error:
        raise ArgumentTypeError(
            f"“{name}” is not a known encoding; examples are utf-8, utf-16, windows-1252, macroman and cp850"
        ) from error


def chosen_reading(arguments: Namespace) -> "Choices":
    """How the arguments say that the document is to be read; their password is tried with all that are read then.

    Raises:
        DocumentError: the file with the password cannot be read, or there is none in it.
    """
    from reader.formats import Choices, Lines

    if arguments.password_file is not None:
        PASSWORDS.try_with_all(_password_in(arguments.password_file))
    return Choices(arguments.encoding or "", Lines.KEPT if arguments.lines else Lines.JUDGED)


def _password_in(path: Path) -> str:
    from reader.formats import decode, file_bytes

    text = decode(file_bytes(path, pipes=True), str(path)).text
    if not (password := text.removesuffix("\n").removesuffix("\r")):
        raise DocumentError("There is no password in “{path}”.", path=path)
    return password


def _paragraphs(count: int) -> str:
    return plural(count, "{count} paragraph", "{count} paragraphs")


def verdict(text: ParallelText, *, named: bool = False) -> int:
    """The exit code for a translation. Reports what could not be translated, with the document's name if `named`."""
    failed = [row for row in text.rows if row.state is State.FAILED]
    if failed:
        name = f"“{text.document.name}”: " if named else ""
        say(f"{name}{len(failed)} of {_paragraphs(len(text.rows))} could not be translated: {failed[0].reason}")
    return FAILED if failed else DONE


def translated(file: str, arguments: Namespace, *, linked: bool = False) -> ParallelText:
    """The document `file` ("-" is standard input) translated as the arguments say.

    With `linked` its words are linked in both directions. If `arguments.output` cannot be written, this fails
    before the work.

    Raises:
        TospaltError: it cannot be read, translated, or written.
    """
    document = read(file, chosen_reading(arguments))
    if arguments.output is not None:
        check_output(arguments.output, document)
    return translated_document(document, arguments, linked=linked)


def translated_document(
    document: Document,
    arguments: Namespace,
    *,
    linked: bool = False,
    back: bool = False,
    others: "Mapping[int, LanguagePackage] | None" = None,
    engines: "Engines | None" = None,
    judged: bool = True,
) -> ParallelText:
    """A document translated as the arguments say, with `engines` that may have models loaded.

    With `linked` its words are linked in both directions; with `back` the translation is translated back; `others`
    are further packages that translate it, by the number of the column for that; unless it is `judged`, it has also the
    warnings that the user has dismissed.

    Raises:
        TospaltError: it cannot be translated.
    """
    from reader.engine import Engines
    from reader.memory import Memory, judged_text
    from reader.packages import find_packages
    from reader.paths import MEMORY_FILE, data_folder
    from reader.text import language_name
    from reader.translation import Pipeline, languages_of, with_given

    if not arguments.source and not document.certain:
        language = language_name(document.language)
        say(f"Language of “{document.name}” unclear; reading as {language} (see --from).")
    for repair in document.source.repaired if document.source is not None else ():
        say(f"“{document.name}”: {repair}")
    installed = find_packages()
    languages = languages_of(document, arguments.source or "", arguments.target or "", installed)
    text = ParallelText.untranslated(document, *languages, None if arguments.every else frozenset())
    if not arguments.source:
        _tell_of_reading(text)
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        tell_of_given(text, memory)
        pipeline = Pipeline(installed, engines or Engines(), memory)
        _finish(text, pipeline, linked=linked, back=back)
        for column, package in (others or {}).items():
            _translate_by(package, column, text, pipeline)
        if judged:
            text = judged_text(text, with_given(memory.judgements, document), dismissed_in(document.path))
        while problem := memory.take_problem():
            say(problem)
    _tell_of_left(text)
    return text


def dismissed_in(path: Path | None) -> Collection[str]:
    """The rules that the user has dismissed for a document of the library."""
    from reader.library import Library
    from reader.paths import LIBRARY_FILE, data_folder

    if path is None:
        return ()
    library = Library(data_folder() / LIBRARY_FILE)
    if library.problem:
        say(library.problem)
    entry = library.find(path)
    return entry.dismissed if entry is not None else ()


def _tell_of_reading(text: ParallelText) -> None:
    """Say if a document is read as another language than it seems to be in."""
    from reader.text import language_name
    from reader.translation import read_as_other

    if code := read_as_other(text):
        seen, read_as = language_name(code), language_name(text.source_language)
        say(
            f"“{text.document.name}” seems to be in {seen} and is translated as {read_as} "
            f"(--from {text.source_language} says so, --from {code} otherwise)."
        )


def _tell_of_left(text: ParallelText) -> None:
    """Say how many paragraphs were left as they are, and in which languages they are."""
    from reader.text import language_name

    left = Counter(row.language for row in text.rows if row.language)
    if left:
        names = ", ".join(language_name(code) for code, _ in left.most_common())
        say(
            f"“{text.document.name}”: {_paragraphs(left.total())} in another language left as in the original: "
            f"{names} (see --all)."
        )


def check_output(output: Path, document: Document) -> None:
    """Raise OutputError before the work if `output` cannot be written."""
    from reader.export import check_target

    check_target(document, output)


def _finish(text: ParallelText, pipeline: "Pipeline", *, linked: bool, back: bool) -> None:
    """Translate what is not in the memory, with progress, and report what went wrong."""
    from reader.translation import Advance, Stage, complete

    not_back: list[str] = []
    with closing(ProgressLine()) as progress:
        for step in complete(pipeline, text, links=linked, back=back):
            if not isinstance(step, Advance):
                say(f"{step.problem} Another package is used instead.")
                continue
            progress.show(_told(step))
            if step.reason and step.stage is Stage.TRANSLATING_BACK:
                not_back.append(step.reason)
    if not_back:
        say(f"“{text.document.name}”: {_paragraphs(len(not_back))} could not be translated back: {not_back[0]}")


def _translate_by(package: "LanguagePackage", column: int, text: ParallelText, pipeline: "Pipeline") -> None:
    """Translate with another package what stands in a column, with progress, and report what went wrong."""
    from reader.translation import title_of

    failed: list[str] = []
    total = sum(row.source.translatable for row in text.rows)
    with closing(ProgressLine()) as progress:
        for done, event in enumerate(pipeline.translate_by(package, text, column), start=1):
            text.apply(event)
            failed += [event.version.reason] if event.version.state is State.FAILED else []
            progress.show(f"{title_of(package)}: {min(done, total)} of {_paragraphs(total)}")
    if failed:
        say(
            f"“{text.document.name}”: {_paragraphs(len(failed))} could not be translated with {title_of(package)}: "
            f"{failed[0]}"
        )


def read(name: str, choices: "Choices | None" = None) -> Document:
    """The document in the file, or the pipe, `name`; "-" is standard input. Raises DocumentError."""
    from reader.formats import AS_FOUND, read_data, read_document

    choices = choices or AS_FOUND
    if name != "-":
        with closing(ProgressLine()) as progress:
            return read_document(
                Path(name),
                choices,
                pipes=True,
                recognising=lambda number, count: progress.show(f"Recognising text: page {number + 1} of {count}"),
            )
    return read_data(standard_input(), "standard input", choices=choices, password=PASSWORDS.of(None))


def standard_input() -> bytes:
    """All that is on standard input; raises DocumentError."""
    from reader.files import TooLargeError, read_up_to
    from reader.formats import MAX_BYTES

    try:
        return read_up_to(sys.stdin.buffer, MAX_BYTES, Path("-"))
    except TooLargeError as error:
        limit = round(MAX_BYTES / 1e6)
        raise DocumentError(
            "Standard input is too large. Tospalt reads documents of up to {limit} MB.", limit=limit
        ) from error
    except OSError as error:
        raise DocumentError("Standard input cannot be read: {reason}.", reason=reason(error)) from error


def _told(step: "Advance") -> str:
    return f"{step.stage.value.capitalize()}: {step.done} of {_paragraphs(step.total)}"
