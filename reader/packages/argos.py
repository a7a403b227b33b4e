"""The only module that imports Argos Translate: it opens package folders, and finds that of the user's packages.

Only `argostranslate.package.Package` is used. The library's own translate() and network code are not: they split
paragraphs, lose which sentence became which, and fetch sentence models at first use.
"""

import stat
from pathlib import Path
from typing import Any

from reader.errors import PackageError
from reader.files import listing
from reader.packages.metadata import METADATA, METADATA_LIMIT


def open_package(path: Path) -> Any:
    """The package in folder `path` as Argos Translate knows it: an `argostranslate.package.Package`.

    Raises:
        PackageError: its metadata cannot be read, or Argos Translate cannot be loaded.
    """
    package_type = _argos().Package
    _check_files(path)
    try:
        return package_type(path)
    except FileNotFoundError as error:
        raise PackageError("It has no metadata.json.") from error
    except Exception as error:  # bad JSON, metadata that is not an object, unreadable files: all the same to the user
        raise PackageError("Its metadata.json cannot be read.") from error


def _check_files(folder: Path) -> None:
    """Make sure that no library will block while it reads the package; raises PackageError."""
    for path in sorted([*listing(folder), *listing(folder / "model")]):
        try:
            status = path.stat()
        except (OSError, ValueError):  # a link that leads nowhere, as good as no file
            continue
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            name = path.relative_to(folder).as_posix()
            raise PackageError("“{name}” in the package is not an ordinary file.", name=name)
        if path.name == METADATA and status.st_size > METADATA_LIMIT:
            raise PackageError("Its metadata.json cannot be read.")


def _argos() -> Any:
    # Late: it takes a while, creates Argos' folders under the home directory and reads ARGOS_* variables.
    try:
        from argostranslate import package
    except OSError as error:
        raise PackageError("Argos Translate cannot create its folders ({folder}).", folder=error.filename) from error
    return package


def user_folder() -> Path:
    """The folder where Argos Translate, and whatever uses it, keeps the user's packages; created if necessary.

    Raises:
        PackageError: Argos Translate cannot be loaded.
    """
    return Path(_argos().settings.package_data_dir)
