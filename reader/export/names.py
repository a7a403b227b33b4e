"""File names for exporting several documents to one folder."""

from collections.abc import Iterator
from dataclasses import field
from itertools import count
from pathlib import Path
from unicodedata import normalize

from reader import late_re as re
from reader.errors import ExistsError, OutputError, reason
from reader.files import is_there
from reader.late_dataclasses import dataclass
from reader.paths import is_pasted
from reader.text import Document

# What no file name has on some system, and what would hide how it reads.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')
# With language codes, a number and a suffix it fits into the 143 bytes that encrypted folders leave of the usual 255.
_MOST_BYTES = 120
_MOST_CHARACTERS = 60
# A leading point hides a file, a leading hyphen makes it an option of commands, and Windows drops final points.
_NOT_AT_THE_ENDS = " .…-–—~,;:"


def proposed_stem(document: Document, source: str, target: str, *, titled: bool = True) -> str:
    """The name of an export without its suffix: the title of the document, shortened, and the two language codes.

    Unless `titled`, the name of its file without the suffix instead of the title, but for pasted texts.
    """
    return f"{_stem(document, titled)} {source}-{target}"


def _stem(document: Document, titled: bool) -> str:
    """The title of the document as far as file names may; without one, the name of its file without the suffix."""
    if document.path is None:
        return document.name
    return (_file_name(document.title) if titled or is_pasted(document.path) else "") or document.path.stem


def _file_name(title: str) -> str:
    words = " ".join(_NOT_IN_NAMES.sub(" ", normalize("NFC", title)).split())
    return _shortened(words.lstrip(_NOT_AT_THE_ENDS)).strip(_NOT_AT_THE_ENDS)


def _shortened(words: str) -> str:
    """As many whole words as file systems leave room for; of a single long one its beginning."""
    short = words.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore")[:_MOST_CHARACTERS]
    return short if words.startswith(f"{short} ") or short == words else short.rpartition(" ")[0] or short


def make_folder(folder: Path) -> None:
    """Create a folder for exports if it does not exist.

    Raises:
        OutputError: it cannot be created, or is not a folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(
            "“{path}” is not a folder. Several documents can only be saved in a folder.", path=folder
        ) from error
    except OSError as error:
        raise OutputError("“{path}” cannot be created: {reason}.", path=folder, reason=reason(error)) from error


@dataclass(slots=True)
class Names:
    """Gives unique file names in a folder.

    Attributes:
        folder: where the exports go.
        suffix: of their format, with the dot.
        replace: whether existing files may be replaced.
        titled: whether they are named after the titles of the documents rather than after their files.
    """

    folder: Path
    suffix: str
    replace: bool = False
    titled: bool = False
    _given: set[str] = field(default_factory=set)

    def path(self, document: Document, source: str, target: str, *, suffix: str = "") -> Path:
        """Where the export of a document goes, from language `source` to `target`; `suffix` may be one of its own.

        Raises:
            ExistsError: the file exists and may not be replaced.
        """
        stem = proposed_stem(document, source, target, titled=self.titled)
        candidates = self._candidates(stem, suffix or self.suffix)
        name = next(name for name in candidates if name.casefold() not in self._given)
        self._given.add(name.casefold())
        path = self.folder / name
        if is_there(path) and not self.replace:
            raise ExistsError("“{path}” already exists.", path=path)
        return path

    def _candidates(self, stem: str, suffix: str) -> Iterator[str]:
        yield stem + suffix
        yield from (f"{stem} ({number}){suffix}" for number in count(2))
