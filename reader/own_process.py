"""Processes that run a module of the program: they may crash, hang or be killed, and the program goes on.

In the bundle, which has no Python to call, the program's own executable runs the module.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

# Those that may be run; each has a `main` without arguments, which reads `sys.argv[1:]`.
MODULES = (
    "reader.engine.trial_process",
    "reader.export.pdf.typst_process",
    "reader.formats.reading_process",
    "reader.spelling.hunspell_process",
)
_FLAG = "--own-process"
_ROOT = Path(__file__).resolve().parent.parent
# -P and the folder itself, so that nothing is imported from the folder that happens to be the current one.
_CODE = "import sys; sys.path.insert(0, {root!r}); from {module} import main; main()"


def bundled() -> bool:
    """Whether this is the bundle: one executable, with everything that it needs beside it."""
    return bool(getattr(sys, "frozen", False))


def command(module: str, *arguments: str) -> list[str]:
    """The command of a process that runs `main` of the module, one of `MODULES`."""
    if bundled():
        return [str(_executable()), _FLAG, module, *arguments]
    return [sys.executable, "-P", "-c", _CODE.format(root=str(_ROOT), module=module), *arguments]


def run_if_asked(argv: Sequence[str]) -> bool:
    """In the bundle: do what a process made with `command` is for, if this is one; `argv` as in `sys.argv`.

    Returns whether it was.
    """
    if list(argv[1:2]) != [_FLAG]:
        return False
    module, *arguments = argv[2:]
    if module not in MODULES:
        raise ValueError(module)
    sys.argv[:] = [argv[0], *arguments]
    import_module(module).main()
    return True


def _executable() -> Path:
    """On Windows the one for terminals: processes of the one with a window have no standard input and output."""
    program = Path(sys.executable)
    return program.with_suffix(".com") if sys.platform == "win32" else program
