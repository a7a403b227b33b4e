"""The `tospalt` command: runs a command of the core or opens the window. Qt is imported only for the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import log
from reader.cli import (
    COMMANDS,
    DONE,
    FAILED,
    INTERRUPTED,
    MISUSED,
    NO_SCREEN,
    main as run_command,
    misuse,
    parser,
    say,
    there_first,
    were_typed,
)
from reader.errors import sentence
from reader.gc_pause import stop_collector
from reader.paths import data_folder

if TYPE_CHECKING:
    from ui.toolkit.start_request import StartRequest


def main() -> int:
    """Run the program with the arguments of the process; returns the exit code."""
    argv = sys.argv[1:]
    try:
        debug = argv[:1] == ["--debug"]
        if argv[debug:] and argv[debug] in COMMANDS:
            return _ended(run_command(argv[debug:], debug=debug))
        if (problem := misuse(argv)) and (were_typed(argv) or _has_terminal() or not _has_screen()):
            say(problem)
            return MISUSED  # a file manager shows no such line: there the window opens and says what is wrong
        arguments = parser().parse_args(argv)
        if arguments.install_desktop or arguments.remove_desktop:
            from reader.commands import install_desktop, remove_desktop

            return install_desktop() if arguments.install_desktop else remove_desktop()
        if not _has_screen():
            say(NO_SCREEN)
            return FAILED
        return _with_window(there_first(arguments.files), new_window=arguments.new_window, debug=arguments.debug)
    except KeyboardInterrupt:  # during start-up
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - likewise; later errors are shown in the window
        log.caught(error, "the start")
        say(sentence(error))
        return FAILED


def _with_window(files: Sequence[Path], *, new_window: bool, debug: bool) -> int:
    """Open the window, or have one that is open take the `files` and come to the front."""
    from ui.toolkit.qt_features import look_for_no_features

    stop_collector()
    look_for_no_features()
    try:
        from ui.toolkit.single_instance import join
    except ImportError as error:  # some systems have Qt Network in a package of its own
        log.caught(error, "loading Qt Network")
        instance = None
    else:
        from ui.toolkit.instance_place import place_of

        instance = join(place_of(data_folder()), None if new_window else _request_for(files))
        if instance is None:
            return DONE
    from ui.running import run_window  # only now: it takes most of the time of a start

    return run_window(files, instance, debug=debug)


def _request_for(files: Sequence[Path]) -> "StartRequest | None":
    from ui.toolkit.start_request import request_for

    try:
        return request_for(files)
    except OSError as error:  # the current folder has been deleted
        log.caught(error, "naming the files of a start")
        return None


def _ended(code: int) -> int:
    """The exit code of a command; after an interrupt, end the process at once.

    Python would otherwise wait for its threads, one of which may be inside a call of the model.
    """
    if code == INTERRUPTED:
        sys.stdout.flush()
        os._exit(code)
    return code


def _has_terminal() -> bool:
    """Whether the program was started from a terminal, or by a script that was."""
    if sys.platform == "win32":
        return sys.stderr is not None
    try:
        os.close(os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY))
    except OSError:
        return any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return True


def _has_screen() -> bool:
    """Whether Qt will find a display; without one it aborts the process without a message of ours."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
