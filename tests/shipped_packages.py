"""Records that the packages that come with the program work: `python -m tests.shipped_packages`.

Each gets the trial that users' packages get, and the digests of those that pass are written to
`resources/tried-packages.json`, so that users' computers need not try them. Run it when `resources/packages` changes.
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
    """The digests that the file must have."""
    return {package.path.name: content_digest(package) for package in shipped()}


def failing() -> list[LanguagePackage]:
    """The packages that do not pass the trial."""
    with tempfile.TemporaryDirectory() as folder:
        return [p for p in shipped() if try_out(p.path, Path(folder), lambda: False) is not Outcome.PASSED]


def main() -> int:
    """Try the packages and write the file; 1, with nothing written, if one does not work."""
    if bad := failing():
        print(*(f"{package.path.name} does not work" for package in bad), sep="\n", file=sys.stderr)
        return 1
    write_atomically(TRIED, (json.dumps(digests(), indent=1, sort_keys=True) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
