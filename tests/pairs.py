"""The pair of language packages that test processes use instead of the shipped one."""

import os
from importlib import import_module
from pathlib import Path

from reader.paths import STARTER_PACKAGES, TRIED_PACKAGES

# Environment variable with the pair's folder, for all test processes; `tests.tiny_pair` writes the folder.
PAIR = "TOSPALT_TESTS_PAIR"
# The modules that have imported the path of the shipped pair, or of the list of packages that need no trial.
_READERS = {
    "reader.paths": ("STARTER_PACKAGES", "TRIED_PACKAGES"),
    "reader.packages.installed": ("STARTER_PACKAGES",),
    "reader.packages.outcomes": ("TRIED_PACKAGES",),
}


def use_pair() -> None:
    """Let this process translate with the tests' pair."""
    folder = Path(os.environ[PAIR])
    there = {"STARTER_PACKAGES": folder / STARTER_PACKAGES.name, "TRIED_PACKAGES": folder / TRIED_PACKAGES.name}
    for module, names in _READERS.items():
        vars(import_module(module)).update({name: there[name] for name in names})
