"""The process that runs Typst: reads a request from standard input and writes the PDF to standard output.

Its `main` is run by `reader.own_process`; it uses nothing else of Tospalt. Typst caches its work in memory and cannot
be interrupted during a compilation; a process can be killed, which also frees its memory.

The request is JSON: `template` (path), `fonts` (folder), `data` (for the template), `standards`, `timestamp`
(seconds). The answer is `PDF`, a line end and the file; or `ERR`, a line end and Typst's message.
"""

import json
import sys
from typing import Any


def answer(request: dict[str, Any]) -> bytes:
    """The answer to a request."""
    import typst

    try:
        return b"PDF\n" + typst.compile(
            request["template"],
            # No system fonts: the same pages on every computer.
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
