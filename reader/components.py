"""What Tospalt is made of: its fonts and libraries, with versions, licences and the files that these stand in.

Libraries are asked for what they state themselves (the core metadata of Python packages, PEP 566 and PEP 639), without
being loaded. It takes some tenths of a second.
"""

import csv
import platform
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakSet

from reader import late_re as re, log
from reader.files import open_regular
from reader.late_dataclasses import dataclass
from reader.paths import FONTS, LICENCE
from reader.version import __version__

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_T = TypeVar("_T")
# What `pyproject.toml` asks for, by the names that each goes by elsewhere.
LIBRARIES = {
    "PySide6-Essentials": "PySide6",
    "argos-translate-lt": "Argos Translate",
    "ctranslate2": "CTranslate2",
    "sentencepiece": "SentencePiece",
    "typst": "Typst",
    "numpy": "NumPy",
    "markdown-it-py": "markdown-it-py",
    "mdit-py-plugins": "mdit-py-plugins",
    "lxml": "lxml",
    "PyYAML": "PyYAML",
    "pypdfium2": "pypdfium2",
    "py3langid": "py3langid",
    "simplemma": "simplemma",
    "platformdirs": "platformdirs",
    "filelock": "filelock",
}
# Their names, licences and the files of these, by how the names of the font files begin.
FONT_FAMILIES = {
    "SourceSerif4-": ("Source Serif 4", "SIL OFL 1.1", "OFL.md"),
    "NotoEmoji-": ("Noto Emoji", "SIL OFL 1.1", "OFL-NotoEmoji.txt"),
}
_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
_QUOTED, _EXTRA = re.compile(r"'[^']*'|\"[^\"]*\""), re.compile(r"\bextra\b")
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_CLASSIFIER = "License :: "
# What stands where a licence is not stated, in small letters: by old build tools, and by a classifier of no licence.
_NOT_STATED = {"", "unknown", "osi approved"}
# The SPDX identifiers (https://spdx.org/licenses/) of usual licences, by other forms of their names in small letters;
# names that leave the version open, such as "BSD License", are not among them.
_SPDX = {
    "mit license": "MIT",
    "the mit license": "MIT",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd 3-clause": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "2-clause bsd license": "BSD-2-Clause",
    "bsd 2-clause": "BSD-2-Clause",
    "bsd 2-clause license": "BSD-2-Clause",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "mpl 2.0": "MPL-2.0",
}
# Some state the whole text of their licence where its name should be.
_LONGEST_NAME = 60
# Bytes of a file, and characters of all files together, that are shown of a licence.
_LONGEST_TEXT = 300_000
_NO_TEXTS: tuple[Path, ...] = ()

_unreadable: "WeakSet[Distribution]" = WeakSet()  # the libraries of which it was logged that they are damaged


@dataclass(frozen=True, slots=True)
class Component:
    """Something that Tospalt is made of or works with.

    Attributes:
        name, version: as people know it; the version may be "".
        licence: its name, such as "MIT", in that form if it is usual, else as it is stated; "" if it is not.
        texts: the files that its licence stands in, as far as they are here.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()


def program() -> Component:
    """Tospalt itself. Its licence lies with its metadata; in a checkout that is not installed, beside the program."""
    installed = _distribution("tospalt")
    texts = _stated(installed, _texts, _NO_TEXTS) if installed is not None else _NO_TEXTS
    texts = tuple(path for path in texts if path.name == LICENCE.name)
    return Component("Tospalt", __version__, "MIT", texts or ((LICENCE,) if LICENCE.is_file() else ()))


def fonts() -> tuple[Component, ...]:
    """The fonts that come with the program."""
    return tuple(Component(name, "", licence, (FONTS / file,)) for name, licence, file in FONT_FAMILIES.values())


def libraries(qt: str) -> tuple[Component, ...]:
    """Python, Qt of this version, the libraries that the program needs, then what these need in turn.

    Only those that are installed; so too of what is needed on one system only. What belongs to an extra is left out.
    """
    found = _with_what_they_need(LIBRARIES)
    own = [_component(found[_normal(each)], name) for each, name in LIBRARIES.items() if _normal(each) in found]
    others = sorted(found.keys() - set(map(_normal, LIBRARIES)))
    brought = [_component(found[each], _stated(found[each], _name, "") or each) for each in others]
    # Qt lies within PySide6, under the same licence.
    frameworks = [Component("Qt", qt, each.licence) for each in own if each.name == LIBRARIES["PySide6-Essentials"]]
    return (Component("Python", platform.python_version(), "PSF-2.0"), *frameworks, *own, *brought)


def versions() -> dict[str, str]:
    """The versions of the libraries that the program itself needs, by their names; "" where one is not stated."""
    found = {name: _distribution(each) for each, name in LIBRARIES.items()}
    return {name: _stated(each, _version, "") for name, each in found.items() if each is not None}


def licence_text(component: Component) -> str:
    """The licence of a component, all files of it.

    Raises:
        OSError: one of them cannot be read.
    """
    return "\n\n\n".join(map(_read, component.texts))[:_LONGEST_TEXT] + "\n"


def _read(path: Path) -> str:
    with open_regular(path) as file:
        return file.read(_LONGEST_TEXT).decode("utf-8", "replace").strip()


def _component(found: "Distribution", name: str) -> Component:
    version, licence = _stated(found, _version, ""), _stated(found, _licence, "")
    return Component(name, version, licence, _stated(found, _texts, _NO_TEXTS))


def _stated(found: "Distribution", ask: "Callable[[Distribution], _T]", otherwise: _T) -> _T:
    """What a library states, or `otherwise`: its files may be damaged, which costs no more than its own line."""
    try:
        return ask(found)
    except Exception as error:  # noqa: BLE001 - whatever the file that it is read from holds
        if found not in _unreadable:
            _unreadable.add(found)
            log.caught(error, "reading what a library states of itself")
        return otherwise


def _name(found: "Distribution") -> str:
    return _field(found, "Name")


def _version(found: "Distribution") -> str:
    return _field(found, "Version")


def _field(found: "Distribution", name: str) -> str:
    return " ".join(str(next(iter(found.metadata.get_all(name) or ()), "")).split())


def _with_what_they_need(names: Iterable[str]) -> dict[str, "Distribution"]:
    """The distributions that are installed of these and of all that they need, by their normal names."""
    found: dict[str, Distribution] = {}
    wanted = list(names)
    for name in wanted:  # grows
        if _normal(name) not in found and (there := _distribution(name)) is not None:
            found[_normal(name)] = there
            wanted += _stated(there, lambda each: tuple(_needed(each)), ())
    return found


def _needed(found: "Distribution") -> Iterator[str]:
    for requirement in found.requires or ():
        if not _is_of_an_extra(requirement) and (name := _REQUIREMENT.match(requirement)) is not None:
            yield name[0]


def _is_of_an_extra(requirement: str) -> bool:
    """Whether its marker, the part after a semicolon (PEP 508), asks for the variable `extra`."""
    marker = _QUOTED.sub("", requirement.partition(";")[2])
    return _EXTRA.search(marker) is not None


def _distribution(name: str) -> "Distribution | None":
    from importlib.metadata import PackageNotFoundError, distribution  # late: the window does not wait for it

    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _normal(name: str) -> str:
    """The form in which names of Python packages are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(found: "Distribution") -> str:
    """As a library states it: newer ones in an expression, older ones in words, or by classifiers; "" if none is."""
    for field in ("License-Expression", "License"):
        stated = _plain(str(next(iter(found.metadata.get_all(field) or ()), "")))
        if stated.isprintable() and 0 < len(stated) <= _LONGEST_NAME:
            return stated
    classifiers = found.metadata.get_all("Classifier") or ()
    stated_each = (_plain(each.rpartition(" :: ")[2]) for each in classifiers if each.startswith(_CLASSIFIER))
    return ", ".join(dict.fromkeys(filter(None, stated_each)))


def _plain(stated: str) -> str:
    """A licence in the usual form of its name; "" for what says that it is not stated."""
    stated = stated.strip()
    return "" if stated.lower() in _NOT_STATED else _SPDX.get(stated.lower(), stated)


def _texts(found: "Distribution") -> tuple[Path, ...]:
    """Its licences, which lie with its metadata: in a folder of theirs, or beside it."""
    # Not from `Distribution.files`, which fails if any line of the record is not as it should be.
    rows = csv.reader((found.read_text("RECORD") or "").splitlines())
    files = [row[0] for row in rows if row and _is_licence(PurePosixPath(row[0]))]
    return tuple(path for file in files if (path := Path(str(found.locate_file(file)))).is_file())


def _is_licence(file: PurePosixPath) -> bool:
    if len(file.parts) < 2 or not file.parts[0].endswith(".dist-info"):
        return False
    return file.parts[1] == "licenses" or _LICENCE_FILE.match(file.name) is not None
