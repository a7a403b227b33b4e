"""Loading the model of a package."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader import log
from reader.errors import PackageError
from reader.packages.package import LanguagePackage
from reader.parts import part_of
from reader.paths import PARTS_FOLDER, data_folder, make_private_folder


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
    with part_of(data_folder() / PARTS_FOLDER / "model") as place:
        try:
            make_private_folder(place)
            for file, content in files.items():
                (place / file).write_bytes(content)
        except OSError as error:
            log.caught(error, "writing a model to be loaded")
            yield None
        else:
            yield place
