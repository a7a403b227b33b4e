"""The command line: what the window does, for scripts. Nothing here opens a window."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.document import Document
from reader.errors import OutputError, reason, sentence
from reader.parallel import ParallelText, State
from reader.version import __version__

if TYPE_CHECKING:
    from reader.argos import Packages
    from reader.memory import Memory
    from reader.translation import Translated

COMMANDS = ("translate", "export", "packages")

# Wrong use is 2, which argparse exits with.
DONE, FAILED, INTERRUPTED = 0, 1, 130

_FORMATS = ("text", "markdown", "json")
_FORMAT_OF_SUFFIX = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
}
# What people call Bokmål.
_LANGUAGE_CODES = {"no": "nb", "nob": "nb", "nor": "nb", "eng": "en"}


def parser() -> argparse.ArgumentParser:
    """The parser for the whole command line, the window's part included."""
    top = argparse.ArgumentParser(
        prog="tospalt",
        description="Read a text and its translation side by side, offline. Without a command: open the window.",
        epilog="Commands: translate, export, packages. `tospalt COMMAND --help` explains one. "
        "A file with the name of a command is opened as ./NAME.",
    )
    top.add_argument("--version", action="version", version=f"tospalt {__version__}")
    top.add_argument("files", nargs="*", metavar="FILE", type=Path, help="documents to open")
    return top


def command_parser() -> argparse.ArgumentParser:
    """The parser for the commands."""
    top = argparse.ArgumentParser(prog="tospalt")
    commands = top.add_subparsers(dest="command", required=True)
    translate = commands.add_parser("translate", help="translate a document")
    _add_document(translate)
    translate.add_argument("-o", "--output", type=Path, metavar="OUT", help="the file to write; else standard output")
    translate.add_argument("--format", choices=_FORMATS, help="by default told by the suffix of OUT, else text")
    translate.set_defaults(run=_translate)
    export = commands.add_parser("export", help="write a bilingual PDF")
    _add_document(export)
    export.add_argument("-o", "--output", type=Path, metavar="OUT.pdf", required=True, help="the file to write")
    export.set_defaults(run=_export)
    packages = commands.add_parser("packages", help="show the language packages")
    packages.add_argument("action", choices=("list",), help="list: what is installed, where, and how good it is")
    packages.set_defaults(run=_packages)
    return top


def _add_document(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    command.add_argument(
        "--from", dest="source", metavar="L", type=_language, help="language of the document, such as nb; else detected"
    )
    command.add_argument("--to", dest="target", metavar="L", type=_language, help="language to translate to")


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit code is 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    arguments = command_parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        _say("Interrupted.")
        return INTERRUPTED
    except _OutputGoneError as error:
        _say(f"The result cannot be written: {error}.")
        return FAILED
    except BrokenPipeError:
        # The reader of our output has gone; nothing more may be written to it, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        _say(sentence(error))
        return FAILED


def _translate(arguments: argparse.Namespace) -> int:
    name = _format(arguments)
    text = _translated(arguments, linked=name == "json")
    data = _writer(name)(text).encode()
    if arguments.output is None:
        _print(data)
    else:
        from reader.files import write_atomically

        write_atomically(arguments.output, data)
    return _verdict(text)


class _OutputGoneError(Exception):
    """Standard output takes no more."""


def _print(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # what it could not write it would try to write again at exit
        raise _OutputGoneError(reason(error)) from error


def _format(arguments: argparse.Namespace) -> str:
    suffix = arguments.output.suffix.lower() if arguments.output else ""
    name = arguments.format or _FORMAT_OF_SUFFIX.get(suffix)
    if name is None:
        raise OutputError(f"“{arguments.output}”: translate writes .txt, .md and .json; for a PDF there is export.")
    return str(name)


def _writer(name: str) -> Callable[[ParallelText], str]:
    from reader.export.plain import as_json, as_markdown, as_text

    return {"text": as_text, "markdown": as_markdown, "json": as_json}[name]


def _export(arguments: argparse.Namespace) -> int:
    from reader.export.pdf import export_pdf

    if arguments.output.suffix.lower() != ".pdf":
        raise OutputError(f"“{arguments.output}” must end in .pdf: Tospalt exports PDF.")
    text = _translated(arguments)
    export_pdf(text, arguments.output)
    return _verdict(text)


def _packages(arguments: argparse.Namespace) -> int:
    from reader.argos import find_packages
    from reader.export.package_table import as_table

    _print(as_table(find_packages()).encode())
    return DONE


def _verdict(text: ParallelText) -> int:
    failed = [row for row in text.rows if row.state is State.FAILED]
    if failed:
        _say(f"{len(failed)} of {len(text.rows)} paragraphs could not be translated: {failed[0].reason}")
    return FAILED if failed else DONE


def _translated(arguments: argparse.Namespace, *, linked: bool = False) -> ParallelText:
    """The document of the arguments translated; if its words are to be `linked`, by both directions."""
    from reader.argos import find_packages
    from reader.languages import language_name, other_language
    from reader.memory import Memory
    from reader.places import MEMORY_FILE, data_folder

    document = _document(arguments.file)
    if arguments.output is not None:
        _check_output(arguments.output, document)
    if not arguments.source and not document.certain:
        _say(f"It is not certain what language this is; it is read as {language_name(document.language)} (see --from).")
    source = arguments.source or document.language
    text = ParallelText.untranslated(document, source, arguments.target or other_language(source))
    installed = find_packages()
    text.packages = installed.route(source, text.target_language)
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        _fill(text, memory, installed, linked)
        while problem := memory.take_problem():
            _say(problem)
    return text


def _check_output(output: Path, document: Document) -> None:
    """What would fail at the end fails before the work; raises OutputError."""
    from reader.files import check_writable

    check_writable(output)
    if document.path is not None and output.exists() and output.samefile(document.path):
        raise OutputError(f"“{output}” is the document itself; choose another name for the result.")


def _fill(text: ParallelText, memory: "Memory", installed: "Packages", linked: bool) -> None:
    """Translate what the memory does not know; no model is loaded if it knows all."""
    from reader.argos import identity_of
    from reader.engines import Engines
    from reader.refinement import refine
    from reader.translation import recall, translate

    identity, engines = identity_of(text.packages), Engines()
    _apply(text, recall(text.rows, text.source_language, memory, identity))
    if not text.outstanding():
        return
    with closing(_Progress(len(text.outstanding()))) as progress:
        engine = engines.get(text.packages)
        work = translate(text.rows, text.source_language, engine, memory=memory, package=identity)
        done = [progress.step(translated) for translated in work]
        _apply(text, done)
        if linked and (both := engines.both_ways(text.packages, installed)):
            _apply(text, refine(done, *both, memory=memory, package=identity))


def _apply(text: ParallelText, translated: Iterable["Translated"]) -> None:
    text.apply((each.index, each.row) for each in translated)


def _document(name: str) -> Document:
    from reader.formats import read_document, read_text
    from reader.formats.decoding import decode

    if name != "-":
        return read_document(Path(name))
    return read_text(decode(sys.stdin.buffer.read(), "standard input"))


class _Progress:
    """A line on standard error that counts paragraphs, if somebody is there to see it."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._shown = total, 0, 0.0
        self._visible = sys.stderr.isatty()

    def step(self, translated: "Translated") -> "Translated":
        """One more paragraph is finished; gives it back."""
        self._done += 1
        now = time.monotonic()
        if self._visible and now - self._shown > 0.1:
            self._shown = now
            print(f"\rTranslating: {self._done} of {self._total} paragraphs", end="", file=sys.stderr, flush=True)
        return translated

    def close(self) -> None:
        """Take the line away."""
        if self._visible:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _language(code: str) -> str:
    code = code.strip().lower()
    return _LANGUAGE_CODES.get(code, code)


def _say(message: str) -> None:
    print(f"tospalt: {message}", file=sys.stderr)
