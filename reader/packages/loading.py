"""Loading the model of a package."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader import log
from reader.errors import PackageError
from reader.packages.package import LanguagePackage


def load_translator(
    package: LanguagePackage,
    threads: int,
    changed: Callable[[Mapping[str, bytes]], Mapping[str, bytes]] | None = None,
) -> Any:
    """The package's model on the CPU, a `ctranslate2.Translator`.

    Args:
        package: what to load.
        threads: passes through the model that may run at once.
        changed: gets the files on the disk, name to content, and returns those to load in their place.

    Raises:
        PackageError: the model cannot be loaded.
    """
    import ctranslate2

    folder = package.path / "model"
    options = {"device": "cpu", "inter_threads": threads, "intra_threads": 1}
    try:
        if changed is None:
            return ctranslate2.Translator(str(folder), **options)
        files = changed({file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()})
        with _written(files) as place:
            if place is None:
                return ctranslate2.Translator(package.name, files=files, **options)
            return ctranslate2.Translator(str(place), **options)
    except (OSError, LookupError, RuntimeError, ValueError) as error:
        raise PackageError(
            "The model of {package} cannot be loaded. Install the package again.", package=package.name
        ) from error


@contextmanager
def _written(files: Mapping[str, bytes]) -> Iterator[Path | None]:
    """A folder with these files; None if there is no room for them.

    CTranslate2 keeps files that it is given in memory as long as the model is loaded, beside the model.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix="tospalt-", ignore_cleanup_errors=True)
    except OSError as error:
        log.caught(error, "making a folder for a model")
        yield None
        return
    with folder as name:
        try:
            for file, content in files.items():
                (Path(name) / file).write_bytes(content)
        except OSError as error:
            log.caught(error, "writing a model to be loaded")
            yield None
        else:
            yield Path(name)
