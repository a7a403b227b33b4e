"""The licences of all that is in the bundle, in a folder of their own, with a list of where each source is.

`make.py` runs it in the environment that the bundle is made of: licences.py BUNDLE LISTS, where LISTS is the folder
with what `tospalt.spec` has listed.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

_TEXTS = Path(__file__).with_name("texts")
_DEBIAN = Path("/usr/share/common-licenses")  # what the texts of its packages refer to
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_SOURCES = ("source", "source code", "repository", "github", "code", "homepage", "home")
# The texts of libraries that bring none, by the names of their licences.
_NOT_BROUGHT = {"LGPL-3.0": ("LGPL-3.0.txt", "GPL-3.0.txt"), "Apache": ("Apache-2.0.txt",)}
# Texts of what libraries have within: oneDNN, oneMKL, Hunspell, OpenSSL, GCC's libgomp (GPL with an exception).
_WITHIN = {
    "ctranslate2": ("CTranslate2.txt", "Apache-2.0.txt", "oneMKL.txt", "GPL-3.0.txt"),
    "sentencepiece": ("GPL-3.0.txt",),
    "chunspell": ("LGPL-2.1.txt",),
    "cryptography": ("Apache-2.0.txt",),
}
_HEAD = """\
What this bundle of Tospalt is made of. The texts of the licences are in the folders named here.

Qt, PySide6 and shiboken6 are used under the GNU Lesser General Public License, version 3. They are libraries of their
own, in the folder _internal/PySide6: they may be replaced by others of the same version, changed as you like. Their
source is at the addresses below, that of Qt itself at https://download.qt.io/official_releases/qt/ by its version.

The library of CTranslate2 has oneDNN (Apache-2.0) and Intel oneMKL (Intel Simplified Software License) within it, those
of CTranslate2 and sentencepiece come with GCC's libgomp (GPL-3.0 with the GCC Runtime Library Exception), chunspell has
Hunspell within it (LGPL-2.1, GPL-2.0 or MPL-1.1), cryptography has OpenSSL within it (Apache-2.0).

"""


@dataclass(frozen=True, slots=True)
class Part:
    """Something in the bundle: its name with version, licence and address, and the files of its licence."""

    name: str
    licence: str
    source: str
    files: tuple[Path, ...]


def write(target: Path, distributions: Iterable[str], libraries: Iterable[Path], program: Path) -> None:
    """Make the folder `target`.

    Args:
        target: the folder.
        distributions: the libraries of Python that are in.
        libraries: where libraries of the system were found that are in.
        program: the program's folder in the bundle, with its fonts and language packages.
    """
    parts = [
        *_own(program),
        _python(),
        *(_of_python(name) for name in distributions if name != "tospalt"),
        *_of_system(libraries),
    ]
    target.mkdir()
    rows = []
    for part in parts:
        folder = target / re.sub(r"[^\w.+-]", "-", part.name)
        folder.mkdir()
        for file in part.files:
            shutil.copyfile(file, folder / _free(folder, file.name))
        rows.append(f"{part.name}\n    licence: {part.licence or 'see its text'}\n    source:  {part.source}\n")
    if _DEBIAN.is_dir():
        shutil.copytree(_DEBIAN, target / _DEBIAN.name)
    (target / "README.txt").write_text(_HEAD + "\n".join(rows), "utf-8")


def _free(folder: Path, name: str) -> str:
    """The name, with a number if the folder has it."""
    stem, dot, suffix = name.partition(".")
    number = 1
    while (folder / name).exists():
        number += 1
        name = f"{stem}-{number}{dot}{suffix}"
    return name


def _own(program: Path) -> Iterator[Part]:
    found = distribution("tospalt")
    own = tuple(file for file in _files(found) if file.name == "LICENSE")
    yield Part(f"Tospalt {found.version}", "MIT", _address(found), own)
    fonts = tuple(sorted((program / "resources" / "fonts").glob("OFL*")))
    yield Part("Fonts", "SIL OFL 1.1", "see their texts", fonts)
    for package in sorted((program / "resources" / "packages").iterdir()):
        yield Part(f"Package {package.name}", "CC BY-SA 4.0", "see its README", (package / "README.md",))


def _python() -> Part:
    version = sys.version.split()[0]
    folders = (sysconfig.get_path("stdlib"), sys.base_prefix)
    text = next((file for folder in folders if (file := Path(folder) / "LICENSE.txt").is_file()), None)
    files = (text,) if text is not None else ()
    return Part(f"Python {version}", "PSF-2.0", f"https://www.python.org/downloads/source/ ({version})", files)


def _of_python(name: str) -> Part:
    found = distribution(name)
    stated = _field(found, "License-Expression") or _field(found, "License")
    licence = next(iter(stated.splitlines()), "")
    brought = _files(found)
    others = [text for of, texts in _NOT_BROUGHT.items() if of in licence and not brought for text in texts]
    files = *brought, *(_TEXTS / text for text in dict.fromkeys([*others, *_WITHIN.get(found.name, ())]))
    return Part(f"{found.name} {found.version}", licence, _address(found), files)


def _files(found: Distribution) -> tuple[Path, ...]:
    inside = (file for file in found.files or () if ".dist-info/" in file.as_posix())
    texts = (file for file in inside if "/licenses/" in file.as_posix() or _LICENCE_FILE.match(file.name))
    return tuple(Path(str(found.locate_file(file))) for file in texts)


def _address(found: Distribution) -> str:
    urls = dict(url.split(", ", 1) for url in found.metadata.get_all("Project-URL") or () if ", " in url)
    by_label = {label.lower(): url for label, url in urls.items()}
    stated = next((by_label[label] for label in _SOURCES if label in by_label), "") or _field(found, "Home-page")
    return stated or f"the Python Package Index: {found.name} {found.version}"


def _field(found: Distribution, name: str) -> str:
    return str(next(iter(found.metadata.get_all(name) or ()), "")).strip()


def _of_system(libraries: Iterable[Path]) -> Iterator[Part]:
    """The packages of Debian or a relative of it that these libraries are of."""
    if shutil.which("dpkg-query") is None:
        return
    packages = sorted({package for library in libraries if (package := _package_of(library))})
    for package in packages:
        form = "${Package} ${Version}\t${source:Package} ${source:Version}"
        told = subprocess.run(["dpkg-query", "-W", f"-f={form}", package], capture_output=True, text=True, check=True)
        name, source = told.stdout.split("\t")
        text = Path("/usr/share/doc") / name.split()[0] / "copyright"
        yield Part(f"System {name}", "", f"Debian or Ubuntu source package {source}", (text,) if text.is_file() else ())


def _package_of(library: Path) -> str:
    """The package that has this file; "" if none."""
    for path in (library.resolve(), library):
        for place in (str(path), str(path).removeprefix("/usr")):  # /lib is a link to /usr/lib, but noted as it was
            told = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
            if told.returncode == 0:
                return told.stdout.splitlines()[0].split(": ")[0]
    return ""


if __name__ == "__main__":
    bundle, lists = map(Path, sys.argv[1:])
    rows = (lists / "libraries.txt").read_text("utf-8").splitlines()
    write(
        bundle / "licences",
        (lists / "distributions.txt").read_text("utf-8").split(),
        [Path(row.split("\t")[1]) for row in rows],
        bundle / "_internal",
    )
