"""Every module can be imported on other systems."""

import subprocess
import sys

from tests.source_tree import ROOT, modules, name_of

# Modules of the standard library that Windows does not have.
MISSING_ON_WINDOWS = ("fcntl", "pty", "pwd", "resource", "termios")
# Third-party modules check the system before they import one of those.
IMPORTS = """
import builtins, importlib, sys
from pytestqt.qt_compat import qt_api
missing, ours, names = sys.argv[1].split(), {"reader", "ui", "tests"}, sys.argv[2:]
import_ = builtins.__import__
def without_the_missing(name, globals=None, *more, **still_more):
    if name in missing and (globals or {}).get("__name__", "").split(".")[0] in ours:
        raise ModuleNotFoundError(name)
    return import_(name, globals, *more, **still_more)
builtins.__import__ = without_the_missing
qt_api.set_qt_api("pyside6")  # as pytest does
for name in names:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(f"{name} imports {error}")
"""


def test_every_module_can_be_imported_without_what_windows_does_not_have() -> None:
    names = [name_of(path) for package in ("reader", "ui", "tests") for path in modules(package)]
    command = [sys.executable, "-c", IMPORTS, " ".join(MISSING_ON_WINDOWS), *names]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout.splitlines()) == (0, []), run.stderr
