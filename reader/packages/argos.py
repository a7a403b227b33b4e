"""The one module that knows Argos Translate: which language packages there are, and their tokenizers.

Only `argostranslate.package.Package` is used. The library's own translate() and network code are not:
they split paragraphs, lose which sentence became which, and fetch sentence models at first use.
"""

import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from reader.errors import NoPackageError, PackageError
from reader.json_files import read_json
from reader.packages.beam_search import USUAL, BeamSearch, stated_beam_search
from reader.packages.choice import Direction, load_choices
from reader.packages.model_file import is_whole
from reader.paths import PACKAGES_FOLDER, STARTER_PACKAGES, data_folder
from reader.text import language_name

# Anything that may be a language's code; whoever put a folder there may have written what they liked.
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,19}")
_SPACE = "▁"  # SentencePiece's mark for a space, U+2581
# What shows nothing, and what a model learned text without: soft hyphens, word joiners, marks of direction.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
_BYTE_RUN = re.compile(r"(?:<0x[0-9A-F]{2}>)+")

_LONGEST_NAME = 60  # of a test set
METADATA_LIMIT = 1_000_000  # bytes; it has a few hundred
_METADATA = "metadata.json"

# In the folder for packages in the program's data folder; and how folders begin where a package is being made.
CHOICE_FILE = "choice.json"
STAGING = ".tospalt-"


# BLEU from which translations are fair, and good.
_FAIR, _GOOD = 20, 35


class Origin(StrEnum):
    """Where a package comes from."""

    STARTER = "starter"
    OFFICIAL = "official"
    OTHER = "other"


class Grade(StrEnum):
    """How good translations are, in words."""

    ROUGH = "rough"  # gives the gist
    FAIR = "fair"  # readable and mostly right
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a package translates a test set, as sacrebleu measures it; None is not known."""

    test_set: str
    bleu: float
    chrf: float | None = None

    @property
    def grade(self) -> Grade:
        """What the figure means, as we read it: news and encyclopedias are readable from 20 on, from 35 on good."""
        return Grade.ROUGH if self.bleu < _FAIR else Grade.FAIR if self.bleu < _GOOD else Grade.GOOD


# The official packages for the program's own pair, with what is published of their quality (a comparison of
# Argos, Google and Firefox on FLORES devtest); of the other direction nothing is.
_OFFICIAL: dict[tuple[str, str], Quality | None] = {
    ("translate-nb_en", "1.9"): Quality("FLORES-101 devtest", 38.9),
    ("translate-en_nb", "1.9"): None,
}
# They are made of OPUS-MT (Tiedemann and Thottingal).
_OFFICIAL_LICENCE = "CC BY 4.0"


@dataclass(frozen=True, slots=True)
class LanguagePackage:
    """A translation package on disk.

    Attributes:
        path: its folder.
        source, target: language codes, such as "nb" and "en".
        version: as in its metadata, such as "1.9".
        starter: whether it came with the program, rather than being the user's own.
        target_prefix: a token that tells a multilingual model what to translate to, or "".
        quality: how good its translations were found to be, if that is known.
        model_size: in bytes.
        beam_search: how its model is to be searched.
        unlearned: signs that its tokenizer spells and its model does not copy.
    """

    path: Path
    source: str
    target: str
    version: str
    starter: bool
    target_prefix: str = ""
    quality: Quality | None = None
    model_size: int = 0
    beam_search: BeamSearch = USUAL
    unlearned: str = ""

    @property
    def origin(self) -> Origin:
        """Where it comes from, as far as its place, name and version tell."""
        if self.starter:
            return Origin.STARTER
        return Origin.OFFICIAL if (self.name, self.version) in _OFFICIAL else Origin.OTHER

    @property
    def identity(self) -> str:
        """Tells packages apart whose translations may differ: name, version and size of the model."""
        return f"{self.name} {self.version} {self.model_size}"

    @property
    def name(self) -> str:
        """Argos' own name for it, such as "translate-nb_en"."""
        return f"translate-{self.source}_{self.target}"


@dataclass(frozen=True, slots=True)
class BrokenPackage:
    """A folder among the packages that is none, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Packages:
    """What was found in the package folders, the starter packages first.

    Attributes:
        usable, broken: what can be used, and what cannot.
        chosen: folder of the package that the user wants for a direction.
    """

    usable: tuple[LanguagePackage, ...]
    broken: tuple[BrokenPackage, ...] = ()
    chosen: Mapping[Direction, Path] = field(default_factory=dict)

    def choose(self, source: str, target: str) -> LanguagePackage:
        """The package for a direction: the chosen one, else the user's own before the starter, the newest of several.

        Raises:
            NoPackageError: there is none.
        """
        fitting = self.serving(source, target)
        if not fitting:
            raise self._none_for(source, target)
        chosen = self.chosen.get((source, target))
        return max(fitting, key=lambda p: (p.path == chosen, not p.starter, version_key(p.version)))

    def serving(self, source: str, target: str) -> list[LanguagePackage]:
        """All packages for a direction."""
        return [p for p in self.usable if (p.source, p.target) == (source, target)]

    def without(self, package: LanguagePackage, reason: str) -> "Packages":
        """The same with `package` among the broken ones; the reason is a clause."""
        usable = tuple(p for p in self.usable if p != package)
        return replace(self, usable=usable, broken=(*self.broken, BrokenPackage(package.path, reason)))

    def broken_for(self, source: str, target: str) -> list[BrokenPackage]:
        """Folders that by their name should serve a direction, and do not."""
        name = re.compile(rf"(?:.*[^a-z])?{re.escape(source)}_{re.escape(target)}(?:[^a-z].*)?", re.IGNORECASE)
        return [broken for broken in self.broken if name.fullmatch(broken.path.name)]

    def route(self, source: str, target: str) -> tuple[LanguagePackage, ...]:
        """The packages to go through for a pair of languages, in order: one, or as few as it takes.

        Raises:
            NoPackageError: no packages connect the two.
        """
        routes: dict[str, tuple[LanguagePackage, ...]] = {source: ()}
        reached = [source]
        for language in reached:  # grows: breadth first, so the shortest way is found first
            for following in dict.fromkeys(p.target for p in self.usable if p.source == language):
                if following not in routes:
                    routes[following] = (*routes[language], self.choose(language, following))
                    reached.append(following)
        if not routes.get(target):
            raise self._none_for(source, target)
        return routes[target]

    def _none_for(self, source: str, target: str) -> NoPackageError:
        names = {"source": language_name(source), "target": language_name(target)}
        broken = self.broken_for(source, target)
        if not broken:
            return NoPackageError(source, target, "No language package for {source} to {target} is installed.", **names)
        return NoPackageError(
            source,
            target,
            "No language package for {source} to {target} is installed ({package}: {reason}).",
            **names,
            package=broken[0].path.name,
            reason=broken[0].reason,
        )


def identity_of(packages: Sequence[LanguagePackage]) -> str:
    """The identity of packages that are gone through in order."""
    return " + ".join(package.identity for package in packages)


class Tokenizer(Protocol):
    """Text to tokens for the model, and the model's tokens back to text."""

    def encode(self, text: str) -> list[str]:
        """The tokens of one sentence."""

    def decode(self, tokens: Sequence[str]) -> str:
        """The sentence that tokens of the target language spell."""


def find_packages() -> Packages:
    """Look for packages where the program keeps its starter pair and where Argos keeps the user's.

    A folder that is no package disturbs nothing; it is reported among the broken ones.

    Raises:
        PackageError: Argos Translate itself cannot be loaded.
    """
    starters, owns = find_in(STARTER_PACKAGES, starter=True), find_in(user_folder())
    chosen = _renewed(load_choices(choice_file()), starters[0])
    return Packages((*starters[0], *owns[0]), (*starters[1], *owns[1]), chosen)


def _renewed(chosen: Mapping[Direction, Path], starters: Sequence[LanguagePackage]) -> dict[Direction, Path]:
    """The choices; who had chosen a starter package of an older version of the program has the present one."""
    now = {(starter.source, starter.target): starter.path for starter in starters}
    return {pair: now.get(pair, path) if _was_starter(path) else path for pair, path in chosen.items()}


def _was_starter(path: Path) -> bool:
    return path.parent.parts[-2:] == STARTER_PACKAGES.parts[-2:] and not path.exists()


def find_in(folder: Path, *, starter: bool = False) -> tuple[tuple[LanguagePackage, ...], tuple[BrokenPackage, ...]]:
    """The packages in one folder, and what else there is in it.

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


def choice_file() -> Path:
    """Where it is kept which package the user wants for a direction."""
    return data_folder() / PACKAGES_FOLDER / CHOICE_FILE


def read_package(path: Path, *, starter: bool = False) -> LanguagePackage:
    """Read the metadata of the package in folder `path`.

    Raises:
        PackageError: it is no whole translation package.
    """
    package = _argos_package(path)
    source, target = package.from_code, package.to_code
    if not (
        isinstance(source, str) and _CODE.fullmatch(source) and isinstance(target, str) and _CODE.fullmatch(target)
    ):
        raise PackageError("metadata.json does not name its languages.")
    model = path / "model" / "model.bin"
    if not model.is_file():
        raise PackageError("The model is missing.")
    if not hasattr(package, "tokenizer"):
        raise PackageError("The tokenizer is missing.")
    version = "".join(filter(str.isprintable, str(package.package_version)))[:30]
    quality = _quality(path, package, version)
    prefix = str(package.target_prefix or "")
    search = read_json(path / _METADATA, stated_beam_search, USUAL, limit=METADATA_LIMIT).value
    signs = read_json(path / _METADATA, _stated_signs, "", limit=METADATA_LIMIT).value
    size = model.stat().st_size
    return LanguagePackage(path, source, target, version, starter, prefix, quality, size, search, signs)


def read_whole_package(path: Path, *, starter: bool = False) -> LanguagePackage:
    """The same, if its model is whole as far as can be told without loading it.

    Raises:
        PackageError: it is no whole translation package, or the model is damaged.
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


def _quality(path: Path, package: Any, version: str) -> Quality | None:
    """What the package says of itself under "quality", else what is published of it."""
    stated = read_json(path / _METADATA, _stated_quality, None, limit=METADATA_LIMIT).value
    return stated or published_quality(f"translate-{package.from_code}_{package.to_code}", version)


def _stated_signs(metadata: Any) -> str:
    stated = metadata.get("unlearned", "")
    if not isinstance(stated, str) or any(map(str.isalnum, stated)) or any(map(str.isspace, stated)):
        raise ValueError("no signs")
    return stated


def _stated_quality(metadata: Any) -> Quality | None:
    stated = metadata.get("quality")
    if stated is None:
        return None
    test_set, bleu, chrf = str(stated["test_set"]), float(stated["bleu"]), float(stated["chrf"])
    if not (test_set.isprintable() and len(test_set) <= _LONGEST_NAME and 0 <= bleu <= 100 and 0 <= chrf <= 100):
        raise ValueError("no quality")
    return Quality(test_set, bleu, chrf)


def published_quality(name: str, version: str) -> Quality | None:
    """What is published of how well an official package translates."""
    return _OFFICIAL.get((name, version))


def published_licence(name: str, version: str) -> str:
    """The licence of an official package as its makers state it, else ""."""
    return _OFFICIAL_LICENCE if (name, version) in _OFFICIAL else ""


def load_tokenizer(package: LanguagePackage) -> Tokenizer:
    """Load the tokenizer of a package.

    Raises:
        PackageError: it cannot be read.
    """
    argos = _argos_package(package.path).tokenizer
    try:
        argos.encode("a")  # loads it: Argos puts that off to the first use
    except Exception as error:  # sentencepiece raises whatever it likes on a damaged model
        raise PackageError(
            "The tokenizer of {package} cannot be read; install the package again.", package=package.name
        ) from error
    return _SentencePiece(argos) if (package.path / "sentencepiece.model").exists() else _Bpe(argos)


@dataclass(frozen=True, slots=True)
class _SentencePiece:
    argos: Any

    def encode(self, text: str) -> list[str]:
        return [str(token) for token in self.argos.encode(text.translate(_INVISIBLE))]

    def decode(self, tokens: Sequence[str]) -> str:
        # Joined by hand: the package has only the source language's model, which need not know the
        # target's pieces, and Argos' own decode turns every underscore into a space.
        joined = _BYTE_RUN.sub(_decode_bytes, "".join(tokens))
        return joined.replace(_SPACE, " ").strip(" ")


@dataclass(frozen=True, slots=True)
class _Bpe:
    argos: Any

    def encode(self, text: str) -> list[str]:
        return [str(token) for token in self.argos.encode(text.translate(_INVISIBLE))]

    def decode(self, tokens: Sequence[str]) -> str:
        return str(self.argos.decode(list(tokens))).strip(" ")


def _decode_bytes(run: re.Match[str]) -> str:
    """SentencePiece spells a character it does not know as its UTF-8 bytes: <0xC3><0xA6> is æ."""
    return bytes(int(code, 16) for code in re.findall(r"0x(..)", run[0])).decode("utf-8", "replace")


def _argos_package(path: Path) -> Any:
    package_type = _argos().Package
    _check_files(path)
    try:
        return package_type(path)
    except FileNotFoundError as error:
        raise PackageError("It has no metadata.json.") from error
    except Exception as error:  # bad JSON, metadata that is no object, unreadable files: all the same to the user
        raise PackageError("Its metadata.json cannot be read.") from error


def _check_files(folder: Path) -> None:
    """Make sure that reading the package, by whatever library, will wait for nobody; raises PackageError."""
    for path in sorted([*_inside(folder), *_inside(folder / "model")]):
        try:
            status = path.stat()
        except (OSError, ValueError):  # it leads nowhere, as if it were not there
            continue
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            name = path.relative_to(folder).as_posix()
            raise PackageError("“{name}” in it is not an ordinary file.", name=name)
        if path.name == _METADATA and status.st_size > METADATA_LIMIT:
            raise PackageError("Its metadata.json cannot be read.")


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _argos() -> Any:
    # Late: it takes a while, makes Argos' folders under the home directory and reads ARGOS_* variables.
    try:
        from argostranslate import package
    except OSError as error:
        raise PackageError("Argos Translate cannot make its folders ({folder}).", folder=error.filename) from error
    return package


def user_folder() -> Path:
    """Where Argos Translate, and whatever uses it, keeps the user's packages; made if need be.

    Raises:
        PackageError: Argos Translate cannot be loaded.
    """
    return Path(_argos().settings.package_data_dir)


def _subfolders(folder: Path) -> list[Path]:
    return sorted(path for path in _inside(folder) if path.is_dir() and not path.name.startswith(STAGING))


def version_key(version: str) -> tuple[int, ...]:
    """What versions are ordered by: 1.10 is newer than 1.9."""
    return tuple(int(number) for number in re.findall(r"\d+", version))
