"""Records what is known of the packages that come with the program: `python -m tests.shipped_packages`.

Each gets the trial that users' packages get, and the digests of those that pass are written to
`resources/tried-packages.json`, so that users' computers need not try them; likewise the attention to read, to
`resources/attention-choices.json`, and what the scores of their translations mean to
`resources/quality/calibration.json`. Run it when `resources/packages` or `resources/quality/pairs.tsv` changes.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.engine import Engine, try_out
from reader.engine.attention import AttentionChoice
from reader.engine.calibration import as_shipped, attention_choice
from reader.files import write_atomically
from reader.packages import LanguagePackage, Outcome, load_tokenizer
from reader.packages.fingerprints import content_digest
from reader.packages.installed import find_in
from reader.paths import RESOURCES
from reader.quality.calibration import Calibration, calibrate
from reader.quality.kept import as_json, shipped_key
from reader.quality.own_pairs import own_pairs

# Not the constants of `reader.paths`, which tests change.
PACKAGES, TRIED = RESOURCES / "packages", RESOURCES / "tried-packages.json"
CHOICES = RESOURCES / "attention-choices.json"
CALIBRATIONS = RESOURCES / "quality" / "calibration.json"


def shipped() -> tuple[LanguagePackage, ...]:
    """The packages that come with the program."""
    return find_in(PACKAGES, starter=True)[0]


def digests() -> dict[str, str]:
    """The digests that the file must have."""
    return {package.path.name: content_digest(package) for package in shipped()}


def choices(packages: Sequence[LanguagePackage]) -> dict[str, dict[str, object]]:
    """The attention to read of each package, as measured now."""
    with tempfile.TemporaryDirectory() as folder:
        return {package.path.name: as_shipped(package, _measured(package, Path(folder))) for package in packages}


def _measured(package: LanguagePackage, folder: Path) -> AttentionChoice:
    return attention_choice(package, load_tokenizer(package), folder, threads=1)


def directions(packages: Sequence[LanguagePackage]) -> Iterator[tuple[LanguagePackage, ...]]:
    """What is calibrated: each package with that of the opposite direction, and alone."""
    for package in packages:
        yield (package,)
        back = (package.target, package.source)
        yield from ((package, other) for other in packages if (other.source, other.target) == back)


def calibrations() -> dict[str, dict[str, object]]:
    """What the scores of each package mean, as measured now."""
    measured = ((shipped_key(packages), _calibrated(packages)) for packages in directions(shipped()))
    return {key: as_json(found) for key, found in measured if found is not None}


def _calibrated(packages: tuple[LanguagePackage, ...]) -> Calibration | None:
    with tempfile.TemporaryDirectory() as folder:
        engine, *reverse = (Engine(package, folder=Path(folder)) for package in packages)
        pairs = own_pairs(engine.package.source, engine.package.target)
        return calibrate(engine, reverse[0] if reverse else None, pairs)


def failing() -> list[LanguagePackage]:
    """The packages that do not pass the trial."""
    with tempfile.TemporaryDirectory() as folder:
        return [p for p in shipped() if try_out(p.path, Path(folder), lambda: False) is not Outcome.PASSED]


def main() -> int:
    """Try the packages and write the files; 1, with nothing written, if one does not work."""
    if bad := failing():
        print(*(f"{package.path.name} does not work" for package in bad), sep="\n", file=sys.stderr)
        return 1
    for file, content in ((TRIED, digests()), (CHOICES, choices(shipped())), (CALIBRATIONS, calibrations())):
        write_atomically(file, (json.dumps(content, indent=1, sort_keys=True) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
