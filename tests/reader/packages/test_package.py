"""Packages as values: which one serves a direction, and what is said where none does."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import NoPackageError
from reader.packages import LanguagePackage, Packages, find_packages

ROOT = Path(__file__).resolve().parents[3]


def test_the_newest_of_several_versions_is_chosen() -> None:
    versions = [LanguagePackage(Path(v), "nb", "en", v, starter=False) for v in ("1.9", "1.10", "1.2")]
    assert Packages(tuple(versions)).choose("nb", "en").version == "1.10"


def test_a_pair_without_package_is_named_in_the_message() -> None:
    with pytest.raises(NoPackageError) as error:
        find_packages().choose("nn", "en")
    assert str(error.value) == "No language package for Norwegian Nynorsk to English is installed."


def test_rows_and_packages_as_values_are_had_without_looking_for_packages() -> None:
    code = "import sys\nfrom reader.parallel import ParallelText, Row, user_edit\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name for name in run.stdout.split() if name.startswith("reader.packages.")}
    assert "reader.packages.package" in loaded
    assert not loaded & {f"reader.packages.{name}" for name in ("argos", "installed", "tokenizers", "choice")}


def test_packages_know_nothing_of_the_engine() -> None:
    """What tries a package is handed to them."""
    modules = sorted((ROOT / "reader" / "packages").glob("*.py"))
    assert modules and not [path.name for path in modules if "reader.engine" in path.read_text("utf-8")]
