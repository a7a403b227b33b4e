"""A language package on the disk, and all that were found: values, made by `installed`."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from pathlib import Path

from reader import late_re as re
from reader.errors import NoPackageError
from reader.late_dataclasses import dataclass
from reader.packages.beam_search import USUAL, BeamSearch
from reader.packages.quality import Quality, is_official
from reader.text import language_name

# From one language to another, by their codes.
Direction = tuple[str, str]


class Origin(StrEnum):
    """Where a package comes from."""

    STARTER = "starter"
    OFFICIAL = "official"
    OTHER = "other"


def name_of(source: str, target: str) -> str:
    """Argos' own name for the package of a direction, such as "translate-nb_en"."""
    return f"translate-{source}_{target}"


@dataclass(frozen=True, slots=True)
class LanguagePackage:
    """A translation package on disk.

    Attributes:
        path: its folder.
        source, target: language codes, such as "nb" and "en".
        version: as in its metadata, such as "1.9".
        starter: whether it came with the program, rather than being the user's own.
        target_prefix: a token that tells a multilingual model what to translate to, or "".
        quality: measured quality of its translations, if known.
        model_size: in bytes.
        beam_search: settings for searching with its model.
        unlearned: signs that its tokenizer can spell but its model does not copy.
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
        return Origin.OFFICIAL if is_official(self.name, self.version) else Origin.OTHER

    @property
    def identity(self) -> str:
        """Tells packages apart whose translations may differ: name, version and size of the model."""
        return f"{self.name} {self.version} {self.model_size}"

    @property
    def name(self) -> str:
        """Argos' own name for it, such as "translate-nb_en"."""
        return name_of(self.source, self.target)


@dataclass(frozen=True, slots=True)
class BrokenPackage:
    """A folder among the packages that cannot be used as one, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Packages:
    """What was found in the package folders, the starter packages first.

    Attributes:
        usable, broken: what can be used, and what cannot.
        chosen: direction to folder of the package that the user has chosen.
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
        """Broken folders that are for a direction by their name."""
        name = re.compile(rf"(?:.*[^a-z])?{re.escape(source)}_{re.escape(target)}(?:[^a-z].*)?", re.IGNORECASE)
        return [broken for broken in self.broken if name.fullmatch(broken.path.name)]

    def route(self, source: str, target: str) -> tuple[LanguagePackage, ...]:
        """The packages that translate from one language to another, in order: one, or as few as possible.

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
    """The identity of packages that are used one after the other."""
    return " + ".join(package.identity for package in packages)


def version_key(version: str) -> tuple[int, ...]:
    """The sort key of versions: 1.10 is newer than 1.9."""
    return tuple(int(number) for number in re.findall(r"\d+", version))
