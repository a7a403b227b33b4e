"""Whether a package works: its tokenizer and model are loaded and a sentence is translated, in a process of its own.

Of its own, because a damaged model may take the process down that loads it.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reader.errors import PackageError

_SENTENCES = {
    "nb": "Dette er en kort prøve.",
    "en": "This is a short test.",
    "da": "Dette er en kort prøve.",
    "sv": "Det här är ett kort prov.",
    "de": "Das ist ein kurzer Versuch.",
    "fr": "Ceci est un court essai.",
    "es": "Esta es una prueba corta.",
}
# For languages of which we have no sentence: a name and numbers, which every vocabulary has.
_ANY = "Oslo, 12. 3. 2024."
_LONGEST_S = 180.0
_LOOK_S = 0.05


def try_out(folder: Path, cancelled: Callable[[], bool]) -> None:
    """Let the package in `folder` translate a sentence. Ends early, without an answer, if cancelled.

    Raises:
        PackageError: it does not load, or translates to nothing.
    """
    command = [sys.executable, "-c", "from reader.packages.trial import main; main()", str(folder)]
    silent = subprocess.DEVNULL
    root = str(Path(__file__).resolve().parents[2])
    deadline = time.monotonic() + _LONGEST_S
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open one for a moment
    process = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, cwd=root, creationflags=no_window)
    try:
        while process.poll() is None and not cancelled() and time.monotonic() < deadline:
            time.sleep(_LOOK_S)
    finally:
        process.kill()
        process.wait()
    if process.returncode and not cancelled():
        raise PackageError("Its model does not load, or does not translate.")


def translate_a_sentence(folder: Path) -> str:
    """The translation that the package in `folder` gives of a short sentence.

    Raises:
        PackageError: model or tokenizer cannot be loaded, or translate to nothing.
    """
    from reader.argos import load_tokenizer, read_package
    from reader.attention import DEFAULT_CHOICE, load_model

    package = read_package(folder)
    tokenizer = load_tokenizer(package)
    model = load_model(package, DEFAULT_CHOICE, 1)
    tokens = tokenizer.encode(_SENTENCES.get(package.source, _ANY))
    prefix = [[package.target_prefix]] if package.target_prefix else None
    try:
        [result] = model.translate_batch([tokens], target_prefix=prefix, beam_size=1, max_decoding_length=60)
    except (RuntimeError, ValueError) as error:
        raise PackageError("The model of {name} does not translate.", name=package.name) from error
    text = tokenizer.decode(result.hypotheses[0]).strip()
    if not text:
        raise PackageError("The model of {name} translates to nothing.", name=package.name)
    return text


def main() -> None:
    """Run in the process of its own: the exit code says whether the package works."""
    try:
        translate_a_sentence(Path(sys.argv[1]))
    except Exception:  # noqa: BLE001 - whatever it is, the package does not work
        sys.exit(1)
