"""The command line: what the window does, for scripts. Nothing here opens a window."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from reader import log
from reader.commands import COMMANDS, DONE, FAILED, INTERRUPTED, StdoutError, say, shown
from reader.errors import TospaltError, reason
from reader.parts import sweep_parts
from reader.paths import LOGS_FOLDER, data_folder
from reader.version import __version__

__all__ = [
    "COMMANDS",
    "DONE",
    "FAILED",
    "INTERRUPTED",
    "MISUSED",
    "NO_SCREEN",
    "command_parser",
    "main",
    "misuse",
    "parser",
    "say",
    "there_first",
    "were_typed",
]

MISUSED = 2  # the exit code of a command line that cannot be understood; argparse's own
NO_SCREEN = "There is no screen to open a window on; see tospalt --help for commands."
_LONGEST_NAME = 80  # in characters


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End the program with the message on one line, whatever the arguments are that it quotes."""
        super().error(shown(message, getattr(sys.stderr, "encoding", None) or "utf-8"))


def parser() -> argparse.ArgumentParser:
    """The parser for a command line without a command: options, and documents to open in the window."""
    top = _Parser(
        prog="tospalt",
        description="Read a document and its translation side by side, offline. Without a command, the window opens.",
        epilog=f"Commands: {', '.join(COMMANDS)}. `tospalt COMMAND --help` explains one. "
        "To open a file that has the name of a command, write ./NAME.",
    )
    top.add_argument("--version", action="version", version=f"tospalt {__version__}")
    top.add_argument("--debug", action="store_true", help="also print the log on standard error; must come first")
    menus = top.add_mutually_exclusive_group()
    menus.add_argument("--install-desktop", action="store_true", help="put Tospalt into your menus, with its icon")
    menus.add_argument("--remove-desktop", action="store_true", help="take it out of your menus again")
    top.add_argument(
        "--new-window", action="store_true", help="open another window, even if one is open that could show the files"
    )
    top.add_argument("files", nargs="*", metavar="FILE", type=Path, help="documents to open, or folders of documents")
    return top


def command_parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser for the commands; if one is `asked`, it knows of the others only the names."""
    top = _Parser(prog="tospalt")
    commands = top.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        subparser = commands.add_parser(name, help=command.summary)
        if asked in ("", name):
            command.room.fill_parser(subparser)
            subparser.set_defaults(run=command.room.run)
    return top


def misuse(argv: Sequence[str]) -> str:
    """What is wrong with arguments that are no command and would open a window, as one sentence; or "".

    The first may be a command that is misspelt. A window opens if any file is there; it tells of the others.
    """
    words = _words(argv)
    tried = words[:1] if words and _may_be_command(words[0]) else words
    problems = [_problem(word) for word in tried]
    return problems[0] if all(problems) and problems else ""


def were_typed(argv: Sequence[str]) -> bool:
    """Whether someone has written these arguments, also in a script: a file manager gives whole paths."""
    return any(not Path(word).is_absolute() for word in _words(argv))


def there_first(files: Sequence[Path]) -> list[Path]:
    """The files in their order, but behind the others those that cannot be opened: the window shows the first."""
    return sorted(files, key=lambda file: bool(_problem(str(file))))


def _words(argv: Sequence[str]) -> list[str]:
    """The arguments that are no options."""
    return [argument for argument in argv if argument == "-" or not argument.startswith("-")]


def _problem(word: str) -> str:
    """Why a word is no file to open, as one sentence; or ""."""
    if not word:
        return "The name of a file is empty; see tospalt --help."
    name = f"“{word if len(word) <= _LONGEST_NAME else word[:_LONGEST_NAME] + '…'}”"
    try:
        Path(word).stat()
    except (FileNotFoundError, NotADirectoryError):
        return _unknown(word, name) if _may_be_command(word) else f"{name} does not exist."
    except OSError as error:
        return f"{name} cannot be opened: {reason(error)}."
    return ""


def _unknown(word: str, name: str) -> str:
    """What to say of a word that is neither a file nor a command."""
    import difflib  # late: few starts need it

    near = difflib.get_close_matches(word.lower(), COMMANDS, n=1)
    advice = f"the nearest command is “{near[0]}”" if near else "see tospalt --help"
    return f"{name} is neither a file nor a command; {advice}."


def _may_be_command(word: str) -> bool:
    """Whether a word looks like the name of a command rather than that of a file."""
    return word.replace("-", "").isalnum()


def main(argv: Sequence[str], *, debug: bool = False) -> int:
    """Run one command; the exit code is 0 done, 1 failed, 2 usage error, 130 interrupted. `debug` prints the log."""
    arguments = command_parser(next(iter(argv), "")).parse_args(argv)
    writing = log.Log(data_folder() / LOGS_FOLDER, debug=debug, errors_only=True)
    try:
        sweep_parts()
        return _run(arguments)
    finally:
        writing.close()


def _run(arguments: argparse.Namespace) -> int:
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        say("Interrupted.")
        return INTERRUPTED
    except StdoutError as error:
        say(f"The result could not be written: {error}.")
        return FAILED
    except BrokenPipeError:
        # The process reading our output has gone: the flush at exit must not write to it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # noqa: BLE001 - a command ends with one clear line, whatever it is
        if not isinstance(error, TospaltError):
            log.caught(error, "a command")
        from reader.commands import told  # late: it needs the names of languages

        say(told(error, arguments))
        return FAILED
