"""Notes down that the packages that come with the program work: `python -m tests.shipped_packages`.

Each is tried as a user's package is, and the digests of those that pass are put into `resources/tried-packages.json`,
so that no user's computer has to try them again. To be run whenever `resources/packages` changes.
"""

import json
import sys
import tempfile
from pathlib import Path

from reader.engine import try_out
from reader.files import write_atomically
from reader.packages import LanguagePackage, Outcome
from reader.packages.fingerprints import content_digest
from reader.packages.installed import find_in
from reader.paths import RESOURCES

# Not the constants of `reader.paths`, which tests change.
PACKAGES, TRIED = RESOURCES / "packages", RESOURCES / "tried-packages.json"


def shipped() -> tuple[LanguagePackage, ...]:
    """The packages that come with the program."""
    return find_in(PACKAGES, starter=True)[0]


def digests() -> dict[str, str]:
    """What the file has to hold."""
    return {package.path.name: content_digest(package) for package in shipped()}


def failing() -> list[LanguagePackage]:
    """Those that do not pass."""
    with tempfile.TemporaryDirectory() as folder:
        return [p for p in shipped() if try_out(p.path, Path(folder), lambda: False) is not Outcome.PASSED]


def main() -> int:
    """Do it all; 1 if one of them does not work, and then nothing is written."""
    if bad := failing():
        print(*(f"{package.path.name} does not work" for package in bad), sep="\n", file=sys.stderr)
        return 1
    write_atomically(TRIED, (json.dumps(digests(), indent=1, sort_keys=True) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
