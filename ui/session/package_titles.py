"""What packages are called."""

from PySide6.QtCore import QCoreApplication

from reader.packages import LanguagePackage, Origin


def title_of(package: LanguagePackage) -> str:
    """Where a package comes from and its version, "Starter package 1.2"; it does not tell its languages."""
    words = {
        Origin.STARTER: _tr("Starter package {version}"),
        Origin.OFFICIAL: _tr("Official package {version}"),
        Origin.OTHER: _tr("Package {version}"),
    }
    return words[package.origin].format(version=package.version)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PackageTitles", text)
