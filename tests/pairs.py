"""The pair of language packages that test processes use instead of the shipped one."""

import os
import sys
from pathlib import Path

from reader.paths import ATTENTION_CHOICES, CALIBRATIONS, STARTER_PACKAGES, TRIED_PACKAGES

# Environment variable with the pair's folder, for all test processes; `tests.tiny_pair` writes the folder.
PAIR = "TOSPALT_TESTS_PAIR"
# What replaces these, by its name in the folder and in the modules that import it.
_REPLACED = {
    "STARTER_PACKAGES": STARTER_PACKAGES.name,
    "TRIED_PACKAGES": TRIED_PACKAGES.name,
    "ATTENTION_CHOICES": ATTENTION_CHOICES.name,
    "CALIBRATIONS": CALIBRATIONS.name,
}
_READERS = (
    "reader.paths",
    "reader.packages.installed",
    "reader.packages.outcomes",
    "reader.engine.calibration",
    "reader.quality.kept",
)


def use_pair() -> None:
    """Let this process translate with the tests' pair."""
    folder = Path(os.environ[PAIR])
    # Those that are loaded later take it from `reader.paths`.
    for module in (vars(sys.modules[name]) for name in _READERS if name in sys.modules):
        module.update({name: folder / file for name, file in _REPLACED.items() if name in module})
