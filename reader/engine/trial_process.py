"""The process that tries a package: it uses it in every way that the program does, on texts of all sorts.

The exit code says how it ended; each finished step writes a byte, as a sign of life.
"""

import faulthandler
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader import late_re as re
from reader.engine.calibration import Probe, forget_choice, probes_for
from reader.engine.nmt_model import AGAINST_LOOPS, Model
from reader.engine.trial import FAILED_CODE, NO_MEMORY, UNSURE_CODE
from reader.errors import PackageError, TranslationError
from reader.packages import LanguagePackage, read_package
from reader.processing import looping

_SENTENCES = {
    "nb": "Dette er en kort prøve.",
    "en": "This is a short test.",
    "da": "Dette er en kort prøve.",
    "sv": "Det här är ett kort prov.",
    "de": "Das ist ein kurzer Versuch.",
    "fr": "Ceci est un court essai.",
    "es": "Esta es una prueba corta.",
}
# For other languages: a name and numbers, which every vocabulary has.
_ANY = "Oslo, 12. 3. 2024."
# Characters that hardly any vocabulary has.
_ODD = "☃ 漢字 \U0001f600 ﷽ a\u0336 0x7f § – «…»"
_AT_ONCE = 8
# The share of words that must be right; the worst model of any use has a third.
_LEAST_RIGHT = 0.1
_WORD = re.compile(r"\w+")
# A killed parent does not end its child: after so long the child exits by itself.
_LONGEST_S = 600

# Errors that need not be the package's fault.
_OUTER = (MemoryError, OSError, ImportError)


def main() -> None:
    """Try the package in the folder named first; the choice of attention is saved in the second."""
    _disable_crash_reports()
    folder, attention = map(Path, sys.argv[1:])
    try:
        try_package(folder, attention, _sign_of_life)
    except Exception as error:  # noqa: BLE001 - the exit code is all that the parent hears of
        sys.exit(UNSURE_CODE if _is_outer(error) else FAILED_CODE)


def try_package(folder: Path, attention: Path, done: Callable[[], None]) -> None:
    """Load the package in `folder` as an engine does and use it, also in ways that are rarely needed.

    Args:
        folder: the package.
        attention: the folder for the choice of attention, which is measured anew.
        done: called after each step.

    Raises:
        PackageError, TranslationError: it does not load, or does not translate.
    """
    package = read_package(folder)
    with suppress(OSError):  # if `attention` is no folder, nothing is saved there either
        forget_choice(package, attention)
    model = Model(package, attention)  # loads it with each attention that could be read, and aligns with it
    done()
    for step in _steps(package, model):
        step()
        done()


def _steps(package: LanguagePackage, model: Model) -> Iterator[Callable[[], object]]:
    sentences = _sentences(package)
    yield lambda: _check(package, sentences, _said(model, sentences, attention=False))
    reliable = model.attention_is_reliable
    texts = [*sentences, _ODD, *(" ".join(sentences * times) for times in (1, 3))]
    yield lambda: _said(model, texts, attention=reliable)
    yield lambda: _said(model, texts, attention=reliable, **AGAINST_LOOPS)
    # If it is not reliable, the program can do without attention.
    yield lambda: _tolerated(lambda: None if reliable else _said(model, texts, attention=True))
    # The program aligns this model's translations and, to help link words in the opposite direction, any pair.
    pairs = [*zip(texts, texts, strict=True), *zip(texts, texts[::-1], strict=True)]
    yield lambda: _tolerated(lambda: model.align(pairs))


def _sentences(package: LanguagePackage) -> list[str]:
    probes = [probe.source for probe in _probes(package)]
    return probes or [_SENTENCES.get(package.source, _ANY)]


def _probes(package: LanguagePackage) -> Sequence[Probe]:
    return probes_for(package.source, package.target)[:_AT_ONCE]


def _said(model: Model, texts: list[str], *, attention: bool, **options: Any) -> list[str]:
    return [piece.text for piece in model.translate(texts, attention=attention, **options)]


def _check(package: LanguagePackage, sentences: list[str], said: list[str]) -> None:
    """Raise PackageError unless most could be translations: with a wrong vocabulary they are empty, odd or endless."""
    bad = [not target or looping(source, target) for source, target in zip(sentences, said, strict=True)]
    if 2 * sum(bad) > len(bad) or not _resembles(said, [probe.target for probe in _probes(package)]):
        raise PackageError("The model of {name} gives empty translations.", name=package.name)


def _resembles(said: Sequence[str], known: Sequence[str]) -> bool:
    """Whether translations share some words with those known to be right, if there are any."""
    words = [set(_WORD.findall(text.lower())) for text in known]
    found = [own & set(_WORD.findall(text.lower())) for own, text in zip(words, said, strict=False)]
    return sum(map(len, found)) >= _LEAST_RIGHT * sum(map(len, words))


def _tolerated(step: Callable[[], object]) -> None:
    with suppress(TranslationError):  # as the engine does
        step()


def _sign_of_life() -> None:
    sys.stdout.buffer.write(b".")
    sys.stdout.buffer.flush()


def _is_outer(error: BaseException) -> bool:
    """Whether the error, or one of its causes, need not be the package's fault."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, _OUTER) or any(words in str(at) for words in NO_MEMORY):
            return True
        at = at.__cause__
    return False


def _disable_crash_reports() -> None:
    """Disable core dumps and the system's error dialogs, and exit after `_LONGEST_S` at the latest."""
    if sys.platform == "win32":
        import ctypes

        critical_errors, fault_box = 0x0001, 0x0002
        ctypes.windll.kernel32.SetErrorMode(critical_errors | fault_box)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.dump_traceback_later(_LONGEST_S, exit=True)
