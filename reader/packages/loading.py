"""Loading the model of a package."""

from collections.abc import Callable, Mapping
from typing import Any

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
        files = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
        return ctranslate2.Translator(package.name, files=changed(files), **options)
    except (OSError, LookupError, RuntimeError, ValueError) as error:
        raise PackageError(
            "The model of {package} cannot be loaded. Install the package again.", package=package.name
        ) from error
