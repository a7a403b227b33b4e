"""Two packages for Norwegian to English that translate differently: the shipped one and the made one of the tests."""

from reader.packages import LanguagePackage, Packages
from reader.packages.installed import find_in
from reader.paths import RESOURCES
from tests.archives import NB_EN

SHIPPED = RESOURCES / "packages"


def both_packages() -> tuple[LanguagePackage, LanguagePackage]:
    """The shipped one, as the starter, and the made one, as the user's."""
    [shipped] = [each for each in find_in(SHIPPED, starter=True)[0] if each.source == "nb"]
    [made] = [each for each in find_in(NB_EN.parent)[0] if each.source == "nb"]
    return shipped, made


def installed() -> Packages:
    """Both as installed ones."""
    return Packages(both_packages())
