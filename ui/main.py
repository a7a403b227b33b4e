"""The `tospalt` command: a command of the core, or the window. Qt is imported only for the window."""

import sys

from reader.cli import COMMANDS, parser
from reader.cli import main as run_command


def main() -> int:
    """Run the program with the arguments of the process; returns the exit code."""
    argv = sys.argv[1:]
    if argv and argv[0] in COMMANDS:
        return run_command(argv)
    arguments = parser().parse_args(argv)
    from ui.app import run_window

    return run_window(arguments.files)


if __name__ == "__main__":
    sys.exit(main())
