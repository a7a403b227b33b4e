"""Whether text can be recognised here: the library, and where Tesseract's data for languages are."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from reader.errors import Message, template
from reader.files import is_regular
from reader.late_dataclasses import dataclass
from reader.paths import RECOGNITION_FOLDER, data_folder

# Its languages, the first of which decides in doubt. Nynorsk is read with the data for Bokmål.
LANGUAGES = ("nor", "eng")
_LIBRARY, _SUFFIX = "tesserocr", ".traineddata"
# Tesseract's own variable: the folder, or the one that it is in.
_VARIABLE, _INNER = "TESSDATA_PREFIX", "tessdata"
_NO_LIBRARY = template(
    "Install tospalt[ocr], which recognises text, or let a program for text recognition (OCR) add the text, and open "
    "what it saves."
)
_NO_DATA = template(
    "Text recognition needs nor.traineddata and eng.traineddata: install tesseract-ocr-nor and tesseract-ocr-eng, put "
    "the files into “{folder}”, or name their folder in TESSDATA_PREFIX."
)


@dataclass(frozen=True, slots=True)
class Tessdata:
    """Data for languages.

    Attributes:
        folder: where they are.
        languages: those of `LANGUAGES` that are there, as Tesseract calls them.
    """

    folder: Path
    languages: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether none is missing."""
        return len(self.languages) == len(LANGUAGES)


def tessdata() -> Tessdata | None:
    """The data in the first folder that has most of the languages; None if there are none."""
    found = [Tessdata(folder, tuple(filter(lambda code: _has(folder, code), LANGUAGES))) for folder in _folders()]
    best = max(found, key=lambda data: len(data.languages), default=None)
    return best if best is not None and best.languages else None


def is_installed() -> bool:
    """Whether the library is there."""
    return find_spec(_LIBRARY) is not None


def remedy() -> Message:
    """How to get what is missing."""
    return missing_data() if is_installed() else Message(_NO_LIBRARY)


def missing_data() -> Message:
    """How to get the data for all languages."""
    return Message(_NO_DATA, folder=str(data_folder() / RECOGNITION_FOLDER))


def _has(folder: Path, code: str) -> bool:
    return is_regular(folder / f"{code}{_SUFFIX}")


def _folders() -> Iterator[Path]:
    if (named := os.environ.get(_VARIABLE)) and Path(named).is_absolute():
        yield from (Path(named), Path(named, _INNER))
    yield data_folder() / RECOGNITION_FOLDER
    yield from _of_system()


def _of_system() -> Iterator[Path]:
    """Where Tesseract's installers put them."""
    if sys.platform == "win32":
        names = (("PROGRAMFILES", ""), ("LOCALAPPDATA", "Programs"))
        roots = [Path(os.environ.get(name, ""), within) for name, within in names]
        yield from (root / "Tesseract-OCR" / _INNER for root in roots if root.is_absolute())
        return
    yield from sorted(Path("/usr/share/tesseract-ocr").glob(f"*/{_INNER}"), reverse=True)  # Debian: by version
    for place in ("/usr/share", "/usr/share/tesseract", "/usr/local/share", "/opt/homebrew/share", "/opt/local/share"):
        yield Path(place, _INNER)
