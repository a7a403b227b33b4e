"""What the commands have in common: reading, translating with progress, and speaking to a terminal."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reader.document import Document
from reader.errors import reason
from reader.parallel import ParallelText, State

if TYPE_CHECKING:
    from reader.argos import Packages
    from reader.engines import Engines
    from reader.memory import Memory
    from reader.translation import Translated

# A paragraph that is finished, in one way or another.
_Finished = TypeVar("_Finished")

# Wrong use is 2, which argparse exits with.
DONE, FAILED, INTERRUPTED = 0, 1, 130

# What people call Bokmål.
_LANGUAGE_CODES = {"no": "nb", "nob": "nb", "nor": "nb", "eng": "en"}


def add_languages(command: ArgumentParser) -> None:
    """The options --from and --to."""
    command.add_argument(
        "--from", dest="source", metavar="L", type=language, help="language of the document, such as nb; else detected"
    )
    command.add_argument("--to", dest="target", metavar="L", type=language, help="language to translate to")


def language(code: str) -> str:
    """The code of a language, by whatever code people write for it."""
    code = code.strip().lower()
    return _LANGUAGE_CODES.get(code, code)


class OutputGoneError(Exception):
    """Standard output takes no more."""


def print_bytes(data: bytes) -> None:
    """Write to standard output, all of it.

    Raises:
        OutputGoneError: it takes no more; of a closed pipe Python's own BrokenPipeError tells.
    """
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # what it could not write it would try to write again at exit
        raise OutputGoneError(reason(error)) from error


def _paragraphs(count: int) -> str:
    return "1 paragraph" if count == 1 else f"{count} paragraphs"


def verdict(text: ParallelText, *, named: bool = False) -> int:
    """The exit code for a translation, and a line on what could not be translated, `named` with the document."""
    failed = [row for row in text.rows if row.state is State.FAILED]
    if failed:
        name = f"“{text.document.name}”: " if named else ""
        say(f"{name}{len(failed)} of {_paragraphs(len(text.rows))} could not be translated: {failed[0].reason}")
    return FAILED if failed else DONE


def translated(file: str, arguments: Namespace, *, linked: bool = False) -> ParallelText:
    """The document `file` ("-" is standard input) translated as the arguments say.

    With `linked` its words are linked by both directions. What would fail at the end, writing to
    `arguments.output`, fails before the work.

    Raises:
        TospaltError: it cannot be read, translated, or written.
    """
    document = read(file)
    if arguments.output is not None:
        check_output(arguments.output, document)
    return translated_document(document, arguments, linked=linked)


def translated_document(
    document: Document,
    arguments: Namespace,
    *,
    linked: bool = False,
    back: bool = False,
    engines: "Engines | None" = None,
) -> ParallelText:
    """A document that has been read, translated as the arguments say, with models that are loaded already if any.

    With `back` the translation is translated back.

    Raises:
        TospaltError: it cannot be translated.
    """
    from reader.argos import find_packages
    from reader.engines import Engines
    from reader.languages import language_name, other_language
    from reader.memory import Memory
    from reader.places import MEMORY_FILE, data_folder

    if not arguments.source and not document.certain:
        language = language_name(document.language)
        say(f"It is not certain what language “{document.name}” is in; it is read as {language} (see --from).")
    source = arguments.source or document.language
    text = ParallelText.untranslated(document, source, arguments.target or other_language(source))
    installed = find_packages()
    text.packages = installed.route(source, text.target_language)
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        engines = engines or Engines()
        _fill(text, memory, installed, linked, engines)
        if back:
            _translate_back(text, memory, installed, engines)
        while problem := memory.take_problem():
            say(problem)
    return text


def check_output(output: Path, document: Document) -> None:
    """What would fail at the end fails before the work; raises OutputError."""
    from reader.export.target import check_target

    check_target(document, output)


def _fill(text: ParallelText, memory: "Memory", installed: "Packages", linked: bool, engines: "Engines") -> None:
    """Translate what the memory does not know; no model is loaded if it knows all."""
    from reader.argos import identity_of
    from reader.engines import opposite
    from reader.refinement import refine, unlinked
    from reader.translation import recall, translate

    identity = identity_of(text.packages)
    _apply(text, recall(text.rows, text.source_language, memory, identity, text.target_language))
    # Left so by a window that was closed in between; bold and italic find their words by the links.
    to_link = unlinked(text.rows)
    if outstanding := len(text.outstanding()):
        text.packages, engine, problem = engines.load(installed, text.source_language, text.target_language)
        identity = identity_of(text.packages)
        if problem is not None:
            say(f"{problem} Another package translates instead.")
        linking = not linked or opposite(text.packages, installed) is None
        options: dict[str, Any] = {"memory": memory, "package": identity, "linking": linking}
        options["target"] = text.target_language
        with closing(_Progress(outstanding)) as progress:
            work = translate(text.rows, text.source_language, engine, **options)
            done = [progress.step(translated) for translated in work]
        _apply(text, done)
        to_link += done if linked else []
    if to_link and (both := engines.for_links(text.packages, installed)):
        _apply(text, refine(to_link, *both, memory=memory, package=identity))


def _translate_back(text: ParallelText, memory: "Memory", installed: "Packages", engines: "Engines") -> None:
    from reader.back_translation import add_back_translations

    work = add_back_translations(text, installed, engines, memory)
    done = sum(row.state is State.DONE for row in text.rows)
    with closing(_Progress(done, "Translating back")) as progress:
        failed = [each.reason for each in map(progress.step, work) if each.reason]
    if failed:
        say(f"“{text.document.name}”: {_paragraphs(len(failed))} could not be translated back: {failed[0]}")


def _apply(text: ParallelText, translated: Iterable["Translated"]) -> None:
    text.apply((each.index, each.row) for each in translated)


def read(name: str) -> Document:
    """The document in the file `name`; "-" is standard input. Raises DocumentError."""
    from reader.formats import read_document, read_text
    from reader.formats.decoding import decode

    if name != "-":
        return read_document(Path(name))
    return read_text(decode(sys.stdin.buffer.read(), "standard input"))


class _Progress:
    """A line on standard error that counts paragraphs, if somebody is there to see it."""

    def __init__(self, total: int, doing: str = "Translating") -> None:
        self._doing = doing
        self._total, self._done, self._shown = total, 0, 0.0
        self._visible = sys.stderr.isatty()

    def step(self, translated: _Finished) -> _Finished:
        """One more paragraph is finished; gives it back."""
        self._done += 1
        now = time.monotonic()
        if self._visible and now - self._shown > 0.1:
            self._shown = now
            print(f"\r{self._doing}: {self._done} of {self._total} paragraphs", end="", file=sys.stderr, flush=True)
        return translated

    def close(self) -> None:
        """Take the line away."""
        if self._visible:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def say(message: str) -> None:
    """One line on standard error."""
    print(f"tospalt: {message}", file=sys.stderr)
