"""Package files and folders for tests, made from the starter packages."""

import io
import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from reader.packages import LanguagePackage, read_package
from reader.paths import STARTER_PACKAGES

NB_EN = next(STARTER_PACKAGES.glob("translate-nb_en-*"))
EN_NB = next(STARTER_PACKAGES.glob("translate-en_nb-*"))
# The version and the size in bytes of the first.
VERSION = str(json.loads((NB_EN / "metadata.json").read_text("utf-8"))["package_version"])
SIZE = sum(file.stat().st_size for file in NB_EN.rglob("*") if file.is_file())


def copy_of(folder: Path, target: Path, **metadata: object) -> Path:
    """A copy of a package folder with changed metadata; None removes a key."""
    shutil.copytree(folder, target)
    file = target / "metadata.json"
    data = json.loads(file.read_text("utf-8")) | metadata
    file.write_text(json.dumps({key: value for key, value in data.items() if value is not None}), "utf-8")
    return target


def changed_copy(folder: Path, source: Path = NB_EN, /, **changed: bytes) -> LanguagePackage:
    """The starter package in `source` as one of the user's, with changed model files."""
    shutil.copytree(source, folder)
    for name, content in changed.items():
        (folder / "model" / name.replace("_bin", ".bin").replace("_json", ".json")).write_bytes(content)
    return read_package(folder)


def package_bytes(
    version: str = "1.8",
    *,
    source: Path = NB_EN,
    folder: str = "translate-nb_en-1_8/",
    changed: Mapping[str, bytes | None] | None = None,
    **metadata: object,
) -> bytes:
    """An archive of the starter package in `source` with changed version, metadata and files."""
    files: dict[str, bytes | None] = {
        path.relative_to(source).as_posix(): path.read_bytes() for path in sorted(source.rglob("*")) if path.is_file()
    }
    stated = json.loads(files["metadata.json"] or b"") | {"package_version": version} | metadata
    stated.pop("quality", None)
    files["metadata.json"] = json.dumps(stated).encode()
    files |= changed or {}
    made = io.BytesIO()
    # The package itself is not compressed: that is slow, and its size does not matter here.
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            if content is not None:
                packing = zipfile.ZIP_DEFLATED if name in (changed or {}) else zipfile.ZIP_STORED
                archive.writestr(folder + name, content, packing)
    return made.getvalue()


def package_file(path: Path, *arguments: str, **options: object) -> Path:
    """As `package_bytes`, written to a file."""
    path.write_bytes(package_bytes(*arguments, **options))  # type: ignore[arg-type]
    return path
