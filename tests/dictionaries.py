"""Small dictionaries of Norwegian and English, so that no test depends on those of the system."""

from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "dictionaries"
