"""The installed packages: those that can be used, those that are broken, and those that the user has chosen."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reader import late_re as re
from reader.errors import PackageError
from reader.files import listing
from reader.packages.argos import open_package, user_folder
from reader.packages.beam_search import USUAL, stated_beam_search
from reader.packages.choice import choice_file, load_choices
from reader.packages.metadata import stated, stated_signs
from reader.packages.model_file import is_whole
from reader.packages.package import BrokenPackage, Direction, LanguagePackage, Packages, name_of
from reader.packages.quality import published_quality, stated_quality
from reader.paths import STARTER_PACKAGES

# What may be a language's code; the metadata may have been written by anyone.
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,19}")
# How the names of folders begin where a package is being unpacked.
STAGING = ".tospalt-"


def find_packages() -> Packages:
    """Find the program's starter packages and the user's packages in Argos' folder.

    A folder that is not a package does no harm; it is reported among the broken ones.

    Raises:
        PackageError: Argos Translate itself cannot be loaded.
    """
    starters, owns = find_in(STARTER_PACKAGES, starter=True), find_in(user_folder())
    chosen = _renewed(load_choices(choice_file()), starters[0])
    return Packages((*starters[0], *owns[0]), (*starters[1], *owns[1]), chosen)


def _renewed(chosen: Mapping[Direction, Path], starters: Sequence[LanguagePackage]) -> dict[Direction, Path]:
    """The choices, with a starter package of an older version of the program replaced by the present one."""
    now = {(starter.source, starter.target): starter.path for starter in starters}
    return {pair: now.get(pair, path) if _was_starter(path) else path for pair, path in chosen.items()}


def _was_starter(path: Path) -> bool:
    return path.parent.parts[-2:] == STARTER_PACKAGES.parts[-2:] and not path.exists()


def find_in(folder: Path, *, starter: bool = False) -> tuple[tuple[LanguagePackage, ...], tuple[BrokenPackage, ...]]:
    """The packages in one folder, and the other folders in it as broken ones.

    Raises:
        PackageError: Argos Translate itself cannot be loaded.
    """
    found: list[LanguagePackage] = []
    broken: list[BrokenPackage] = []
    for path in _subfolders(folder):
        try:
            found.append(read_whole_package(path, starter=starter))
        except PackageError as error:
            broken.append(BrokenPackage(path, error.message.clause()))
    return tuple(found), tuple(broken)


def read_package(path: Path, *, starter: bool = False) -> LanguagePackage:
    """Read the metadata of the package in folder `path`.

    Raises:
        PackageError: it is not a complete translation package.
    """
    package = open_package(path)
    source, target = package.from_code, package.to_code
    if not (_is_code(source) and _is_code(target)):
        raise PackageError("metadata.json does not name its languages.")
    model = path / "model" / "model.bin"
    if not model.is_file():
        raise PackageError("The model is missing.")
    if not hasattr(package, "tokenizer"):
        raise PackageError("The tokenizer is missing.")
    version = "".join(filter(str.isprintable, str(package.package_version)))[:30]
    return LanguagePackage(
        path,
        source,
        target,
        version,
        starter,
        target_prefix=str(package.target_prefix or ""),
        quality=stated(path, stated_quality, None) or published_quality(name_of(source, target), version),
        model_size=model.stat().st_size,
        beam_search=stated(path, stated_beam_search, USUAL),
        unlearned=stated(path, stated_signs, ""),
    )


def _is_code(code: Any) -> bool:
    return isinstance(code, str) and _CODE.fullmatch(code) is not None


def read_whole_package(path: Path, *, starter: bool = False) -> LanguagePackage:
    """The same, if its model is complete as far as can be known without loading it.

    Raises:
        PackageError: it is not a complete translation package, or the model is damaged.
    """
    package = read_package(path, starter=starter)
    if not _model_is_whole(path / "model" / "model.bin"):
        raise PackageError("The model is damaged.")
    return package


def _model_is_whole(model: Path) -> bool:
    try:
        return is_whole(model)
    except OSError:
        return False


def _subfolders(folder: Path) -> list[Path]:
    return sorted(path for path in listing(folder) if path.is_dir() and not path.name.startswith(STAGING))
