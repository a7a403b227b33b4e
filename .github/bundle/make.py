"""Makes the bundle: a program that runs where there is no Python. One command, for the system that it runs on:

    python3 .github/bundle/make.py

It installs the versions in `requirements.txt` into an environment of its own, puts the program together (PyInstaller,
`tospalt.spec`), adds the licences, packs everything, and tries what it packed (`smoke.py`). In `dist/` are then the
archive and `SHA256SUMS`. The same commit gives the same archive, with the same Python on the same system.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import archive
import smoke
from contents import SHARED

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_WINDOWS = sys.platform == "win32"
_ID = "no.tospalt.Tospalt"


def main() -> None:
    """Make the bundle, in the folders that the command line names."""
    parser = argparse.ArgumentParser(description="Make the bundle of Tospalt for this system.")
    parser.add_argument("--out", type=Path, default=_ROOT / "dist", help="the folder for the archive")
    parser.add_argument("--work", type=Path, help="a folder to work in, which is kept; else one that is deleted")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.work:
        arguments.work.mkdir(parents=True, exist_ok=True)
        _make(arguments.work.resolve(), arguments.out.resolve())
        return
    with tempfile.TemporaryDirectory(prefix="tospalt-bundle-") as work:
        _make(Path(work).resolve(), arguments.out.resolve())


def _make(work: Path, out: Path) -> None:
    moment = _moment()
    python = _environment(work / "venv")
    built = _build(python, work, moment)
    if sys.platform == "linux":
        _strip(built)
        _lay_out(built)
    _add_licences(python, built, work / "tospalt")
    packed = _pack(built, out, moment)
    with tempfile.TemporaryDirectory(prefix="tospalt-tried-") as elsewhere:
        smoke.try_out(_unpack(packed, Path(elsewhere)))
    total = hashlib.sha256(packed.read_bytes()).hexdigest()
    (out / "SHA256SUMS").write_text(f"{total}  {packed.name}\n", "ascii", newline="\n")
    print(f"{packed}: {packed.stat().st_size / 1e6:.0f} MB, SHA-256 {total}")


def _moment() -> int:
    """The time of the commit, which all files get."""
    if stated := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(stated)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=_ROOT, capture_output=True, text=True, check=True
    ).stdout
    return int(told)


def _environment(folder: Path) -> Path:
    """The Python of a new environment that has the program, and what makes the bundle."""
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if _WINDOWS else "bin/python")
    install = [str(python), "-m", "pip", "install", "-q", "-c", "requirements.txt", ".[bundle]"]
    subprocess.run(install, cwd=_ROOT, check=True)
    return python


def _build(python: Path, work: Path, moment: int) -> Path:
    """The folder of the program."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment), "PYTHONHASHSEED": "1"}
    options = [
        "--noconfirm",
        "--clean",
        "--log-level",
        "WARN",
        "--distpath",
        str(work / "dist"),
        "--workpath",
        str(work),
    ]
    spec = str(_HERE / "tospalt.spec")
    subprocess.run([str(python), "-m", "PyInstaller", *options, spec], cwd=work, env=environment, check=True)
    built = work / "dist" / "tospalt"
    if _WINDOWS:  # `tospalt` at a prompt means the .com, which has input and output; a double click is for the .exe
        (built / "tospalt-terminal.exe").rename(built / "tospalt.com")
    return built


def _strip(built: Path) -> None:
    """Take the tables for debuggers out of the libraries that have some: a fifth of all."""
    for file in _files(built):
        if file.read_bytes()[:4] != b"\x7fELF":
            continue
        told = subprocess.run(["objdump", "-h", str(file)], capture_output=True, text=True, check=True).stdout
        if ".debug_" in told:
            subprocess.run(["strip", "--strip-debug", str(file)], check=True)


def _lay_out(built: Path) -> None:
    """Put what desktops read where it is in an AppDir, the folder that `appimagetool` makes an AppImage of."""
    source = built / "_internal" / "resources" / "desktop"
    (built / "AppRun").symlink_to("tospalt")
    (built / ".DirIcon").symlink_to(f"{_ID}.svg")
    for ending in (".desktop", ".svg"):
        shutil.copyfile(source / f"{_ID}{ending}", built / f"{_ID}{ending}")
    for ending, folder in SHARED.items():
        place = built / "usr" / "share" / folder
        place.mkdir(parents=True)
        shutil.copyfile(source / f"{_ID}{ending}", place / f"{_ID}{ending}")


def _add_licences(python: Path, built: Path, lists: Path) -> None:
    """In the environment of the bundle, whose libraries state their licences; `lists` has what the recipe listed."""
    subprocess.run([str(python), str(_HERE / "licences.py"), str(built), str(lists)], check=True)


def _pack(built: Path, out: Path, moment: int) -> Path:
    version = subprocess.run(
        [sys.executable, "-c", "from reader.version import __version__; print(__version__)"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    name = f"tospalt-{version}-{platform.system().lower()}-{platform.machine().lower()}"
    folder = built.with_name(name)
    if folder.exists():
        shutil.rmtree(folder)  # of an earlier run
    built.rename(folder)
    if _WINDOWS:
        target = out / f"{name}.zip"
        archive.pack_zip(folder, target, moment)
    else:
        target = out / f"{name}.tar.xz"
        archive.pack_tar(folder, target, moment)
    return target


def _unpack(packed: Path, elsewhere: Path) -> Path:
    """The folder of the program, unpacked as users do."""
    if packed.suffix == ".zip":
        with zipfile.ZipFile(packed) as file:
            file.extractall(elsewhere)
    else:
        with tarfile.open(packed) as file:
            file.extractall(elsewhere, filter="tar")
    (folder,) = elsewhere.iterdir()
    return folder


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    main()
