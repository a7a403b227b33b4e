"""Which pair of language packages a process of the tests has in the place of the shipped one."""

import os
from importlib import import_module
from pathlib import Path

from reader.paths import STARTER_PACKAGES, TRIED_PACKAGES

# Names the folder of the pair to the processes that share it; what it holds is written by `tests.tiny_pair`.
PAIR = "TOSPALT_TESTS_PAIR"
# Who has read where the shipped pair stands, and which packages need no trial.
_READERS = {
    "reader.paths": ("STARTER_PACKAGES", "TRIED_PACKAGES"),
    "reader.packages.installed": ("STARTER_PACKAGES",),
    "reader.packages.outcomes": ("TRIED_PACKAGES",),
}


def use_pair() -> None:
    """Let this process translate with the pair for tests."""
    folder = Path(os.environ[PAIR])
    there = {"STARTER_PACKAGES": folder / STARTER_PACKAGES.name, "TRIED_PACKAGES": folder / TRIED_PACKAGES.name}
    for module, names in _READERS.items():
        vars(import_module(module)).update({name: there[name] for name in names})
