"""What a command gives to whoever called it: an exit code, and bytes on standard output."""

import sys

from reader.errors import reason

# Exit codes; for wrong arguments argparse exits with 2.
DONE, FAILED, FOUND, INTERRUPTED = 0, 1, 3, 130


class StdoutError(Exception):
    """Standard output cannot be written any more."""


def print_bytes(data: bytes) -> None:
    """Write all of `data` to standard output.

    Raises:
        BrokenPipeError: it is a closed pipe.
        StdoutError: it cannot be written for another reason.
    """
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # otherwise Python tries to write the rest again at exit
        raise StdoutError(reason(error)) from error
