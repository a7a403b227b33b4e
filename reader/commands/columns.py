"""The columns of an export, as they are named at the command line."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from reader.errors import OutputError
from reader.late_dataclasses import dataclass
from reader.parallel import Column

if TYPE_CHECKING:
    from reader.packages import LanguagePackage, Packages

_NAMES: Mapping[str, int] = {
    "original": Column.ORIGINAL,
    "machine": Column.TRANSLATION,
    "translation": Column.TRANSLATION,
    "back": Column.BACK,
    "reference": Column.REFERENCE,
    "notes": Column.NOTES,
}
HELP = (
    "what to show, in this order and with commas between: original, machine (the translation), back (translated back), "
    "reference (see --reference), notes, or other packages as “tospalt compare” names them; by default original,machine"
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The columns of an export.

    Attributes:
        columns: their numbers, in order.
        packages: those that make further translations, by the number of the column.
    """

    columns: tuple[int, ...]
    packages: "Mapping[int, LanguagePackage]" = field(default_factory=dict)

    @property
    def names(self) -> tuple[tuple[int, str], ...]:
        """What the columns of packages are called."""
        from reader.translation import title_of

        return tuple((column, title_of(package)) for column, package in self.packages.items())


def column_names(text: str) -> tuple[str, ...]:
    """The names in a list with commas. Raises ArgumentTypeError: it has none."""
    names = tuple(dict.fromkeys(name for each in text.split(",") if (name := each.strip())))
    if not names:
        raise ArgumentTypeError("name at least one column, such as original,machine")
    return names


def check_reference(arguments: Namespace) -> None:
    """Make sure that there is a file for a column of a reference translation.

    Raises:
        OutputError: there is none.
    """
    if not arguments.reference and "reference" in map(str.casefold, arguments.columns or ()):
        raise OutputError("The column “reference” needs a reference translation: name its file with --reference FILE.")


def chosen_columns(arguments: Namespace, installed: "Packages", languages: tuple[str, str]) -> Chosen:
    """The columns that the arguments name for a document in these languages, and those they add.

    Raises:
        OutputError: there is no such column.
        PackageError: several packages are called like one.
    """
    columns: list[int] = []
    packages: dict[int, LanguagePackage] = {}
    for name in arguments.columns or ("original", "machine"):
        column = _NAMES.get(name.casefold())
        if column is None and (package := _package(name, installed, languages)) not in packages.values():
            column = Column.OTHER + len(packages)
            packages[column] = package
        columns += [column] if column is not None and column not in columns else []
    added = {Column.BACK: arguments.back_translation, Column.REFERENCE: bool(arguments.reference)}
    columns += [column for column, wanted in added.items() if wanted and column not in columns]
    return Chosen(tuple(columns), packages)


def _package(name: str, installed: "Packages", languages: tuple[str, str]) -> "LanguagePackage":
    from reader.translation import package_called, packages_called, title_of

    serving = installed.serving(*languages)
    if not serving or packages_called(name, installed, languages):
        return package_called(name, installed, languages)
    raise OutputError(
        "There is no column “{name}”. Write original, machine, back, reference, notes, or a package: {packages}.",
        name=name,
        packages=", ".join(f"“{title_of(package)}”" for package in serving),
    )
