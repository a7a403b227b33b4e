"""The process that runs Typst: a request on standard input, the pages on standard output.

It is run as a script and imports nothing of Tospalt. Typst keeps what it has set in memory and cannot be
stopped within a compilation; a process can be ended, and gives its memory back.

The request is JSON: `template` (path), `fonts` (folder), `data` (for the template), `standards`, `timestamp`
(seconds). The answer is `PDF` and a line end, then the file; or `ERR`, a line end and what Typst said.
"""

import json
import sys
from typing import Any


def answer(request: dict[str, Any]) -> bytes:
    """What the process answers to a request."""
    import typst

    try:
        return b"PDF\n" + typst.compile(
            request["template"],
            # No fonts of the system: the same pages on every computer.
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[request["fonts"]]),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(request["data"])},
            pdf_standards=request["standards"],
            timestamp=request["timestamp"],
        )
    except RuntimeError as error:  # TypstError is one
        return b"ERR\n" + str(getattr(error, "diagnostic", "")).encode("utf-8", "replace")


def main() -> None:
    """Answer one request."""
    sys.stdout.buffer.write(answer(json.load(sys.stdin.buffer)))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
