"""The licence of a package, as its README states it or as it is published."""

from pathlib import Path

from reader import late_re as re
from reader.files import open_regular
from reader.packages.package import LanguagePackage
from reader.packages.quality import published_licence

# What the README of a package may say, in whatever words its maker chose; the first match counts.
_LICENCES = (
    (re.compile(r"cc[- ]by[- ]sa[- ]4\.0|Attribution-ShareAlike 4\.0", re.IGNORECASE), "CC BY-SA 4.0"),
    (
        re.compile(r"cc[- ]by[- ]4\.0|/licenses/by/4\.0|Attribution 4\.0", re.IGNORECASE),
        "CC BY 4.0",
    ),
    (re.compile(r"\bCC0\b", re.IGNORECASE), "CC0"),
    (re.compile(r"\bApache[- ](?:License[, ]*)?(?:Version )?2\.0", re.IGNORECASE), "Apache 2.0"),
    (re.compile(r"\bMIT\b"), "MIT"),
)
_STATED = re.compile(r"^.*licen[cs]e.*$", re.IGNORECASE | re.MULTILINE)
_README_LIMIT = 100_000

# A notice is made of the lines about rights, or of those among them that have a label, if any.
_OF_RIGHTS = re.compile(r"licen[cs]e|\bCC[ -](?:BY|0)\b|copyright|©", re.IGNORECASE)
_LABEL = re.compile(r"^[^:]{0,40}licen[cs]e[^:]{0,40}:\s*", re.IGNORECASE)
_BARE_HEADING = re.compile(r"licen[cs]e", re.IGNORECASE)
_MARKDOWN = re.compile(r"^[#>*+\s-]+|[*`]")
_LONGEST_NOTICE = 400


def known_licence(package: LanguagePackage) -> str:
    """The name of the licence of a package as its README states it, else as it is published, else ""."""
    return licence_of(package.path) or published_licence(package.name, package.version)


def licence_of(folder: Path) -> str:
    """The licence of a package as its README names it, else ""."""
    text = _readme(folder)
    # A README names licences of its sources too: lines with the word "licence" come first.
    for part in (*reversed(_STATED.findall(text)), text):
        for pattern, name in _LICENCES:
            if pattern.search(part):
                return name
    return ""


def licence_notice(folder: Path) -> str:
    """What the README of a package says about its licence, in one line of at most some 400 characters; else ""."""
    of_rights = (line for line in _readme(folder).splitlines() if _OF_RIGHTS.search(line))
    lines = (" ".join(_MARKDOWN.sub("", line).split()) for line in of_rights)
    telling = [line for line in lines if not _BARE_HEADING.fullmatch(line)]
    own = [line for line in telling if _LABEL.match(line)] or telling
    notice = "; ".join(_LABEL.sub("", line).rstrip(".") for line in own)
    return notice if len(notice) <= _LONGEST_NOTICE else notice[:_LONGEST_NOTICE].rsplit(" ", 1)[0] + "…"


def _readme(folder: Path) -> str:
    try:
        with open_regular(folder / "README.md") as file:
            return file.read(_README_LIMIT).decode("utf-8", "replace")
    except (OSError, ValueError):  # no README, or an invalid folder name
        return ""
