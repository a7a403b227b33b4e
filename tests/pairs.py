"""Which pair of language packages a process of the tests has in the place of the shipped one."""

import os
from importlib import import_module
from pathlib import Path

from reader.paths import STARTER_PACKAGES, TRIED_PACKAGES

# Names the folder of the pair to the processes that share it; what it holds is written by `tests.tiny_pair`.
PAIR = "TOSPALT_TESTS_PAIR"
_USERS = {
    "reader.paths": (STARTER_PACKAGES, TRIED_PACKAGES),
    "reader.packages.argos": (STARTER_PACKAGES,),
    "reader.packages.outcomes": (TRIED_PACKAGES,),
}
_NAMES = {STARTER_PACKAGES: "STARTER_PACKAGES", TRIED_PACKAGES: "TRIED_PACKAGES"}


def use_pair() -> None:
    """Let this process, and those that it forks, translate with the pair for tests."""
    folder = Path(os.environ[PAIR])
    for module, paths in _USERS.items():
        vars(import_module(module)).update({_NAMES[path]: folder / path.name for path in paths})
