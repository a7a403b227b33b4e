"""The calibration of a package: the one that came with the program, or measured once and saved."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import log
from reader.errors import OutputError, TospaltError
from reader.files import write_atomically
from reader.json_files import read_json
from reader.packages import LanguagePackage, fingerprint
from reader.parallel import not_cancelled
from reader.paths import CALIBRATIONS
from reader.quality.calibration import Calibration, calibrate
from reader.quality.own_pairs import own_pairs
from reader.quality.regression import read_linear
from reader.quality.signals import INFORMED_NUMBERS, SENTENCE_NUMBERS, WORD_NUMBERS

if TYPE_CHECKING:
    from reader.engine import Engine

# Incremented when the signals, the fit or the pairs change, so that what older versions saved is measured again.
_VERSION = 1
_PLAIN = ("doubtful", "look", "marked_from", "marked", "base", "correlation")


def calibration_for(
    engine: "Engine",
    reverse: "Engine | None",
    folder: Path,
    cancelled: Callable[[], bool] = not_cancelled,
    measuring: Callable[[int, int], object] = lambda done, total: None,
) -> Calibration | None:
    """The calibration of the package of `engine`, and of `reverse` if there is one; measured if need be.

    Measuring takes as long as translating three hundred sentences. None where it cannot be measured: for languages
    without pairs, or if anything goes wrong.

    Args:
        engine: of the direction.
        reverse: of the opposite direction.
        folder: where it is saved.
        cancelled: asked often while measuring.
        measuring: called while measuring, with how many sentences are done, of how many.

    Raises:
        CancelledError: `cancelled` returned True.
    """
    try:
        found = known_calibration(engine, reverse, folder)
        if found is None:
            pairs = own_pairs(engine.package.source, engine.package.target)
            found = calibrate(engine, reverse, pairs, cancelled, measuring)
            if found is not None:
                _keep(_place(folder, engine, reverse), found)
        return found
    except (TospaltError, OSError, ValueError, ArithmeticError, MemoryError) as error:
        log.caught(error, "measuring how good translations are")
        return None


def known_calibration(engine: "Engine", reverse: "Engine | None", folder: Path) -> Calibration | None:
    """The same, but None if it has not been measured."""
    found = shipped(engine, reverse)
    return found if found is not None else read_json(_place(folder, engine, reverse), _calibration, None).value


def _place(folder: Path, engine: "Engine", reverse: "Engine | None") -> Path:
    return folder / f"{_key(engine, reverse)}.json"


def shipped(engine: "Engine", reverse: "Engine | None") -> Calibration | None:
    """The calibration that came with the program for packages that did; None for others."""
    packages = _packages(engine, reverse)
    if not all(package.starter for package in packages):
        return None
    stated = shipped_key(packages)
    return read_json(CALIBRATIONS, lambda data: _calibration(data[stated]) if stated in data else None, None).value


def shipped_key(packages: tuple[LanguagePackage, ...]) -> str:
    """What `shipped` finds a calibration by: names, versions and sizes of the packages' models."""
    return " ".join([str(_VERSION), *(f"{each.path.name} {each.version} {_size(each)}" for each in packages)])


def as_json(calibration: Calibration) -> dict[str, Any]:
    """The calibration as JSON has it."""
    return asdict(calibration)


def _packages(engine: "Engine", reverse: "Engine | None") -> tuple[LanguagePackage, ...]:
    return (engine.package,) if reverse is None else (engine.package, reverse.package)


def _size(package: LanguagePackage) -> int:
    try:
        return (package.path / "model" / "model.bin").stat().st_size
    except OSError:
        return 0


def _key(engine: "Engine", reverse: "Engine | None") -> str:
    """A file name that is another one when a package is replaced."""
    packages = _packages(engine, reverse)
    stated = json.dumps([_VERSION, *([str(each.path.resolve()), fingerprint(each)] for each in packages)])
    return f"{engine.package.name}-{sha256(stated.encode()).hexdigest()[:16]}"


def _calibration(data: Any) -> Calibration:
    size = INFORMED_NUMBERS if data["informed"] is True else SENTENCE_NUMBERS
    words, sentences = read_linear(data["words"], WORD_NUMBERS), read_linear(data["sentences"], size)
    plain = {name: data[name] for name in _PLAIN}
    if not all(type(value) is float for value in plain.values()):
        raise ValueError("no calibration")
    return Calibration(data["informed"] is True, words, sentences, **plain)


def _keep(path: Path, calibration: Calibration) -> None:
    with suppress(OutputError):  # then it is measured again next time
        write_atomically(path, json.dumps(as_json(calibration)).encode(), private=True)
