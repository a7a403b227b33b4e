"""Small dictionaries of Norwegian and English, so that no test depends on those of the system."""

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from reader.spelling import Speller
from reader.spelling.dictionaries import dictionaries

FOLDER = Path(__file__).parent / "data" / "dictionaries"


def small_speller(folder: Path = FOLDER) -> Speller:
    """A speller with the dictionaries of a folder."""
    assert find_spec("hunspell"), "tests need the extra `spelling`"
    return Speller(partial(dictionaries, folders=[folder]))
