"""Packages that may not work: they are tried in another process, do no harm, and another one is used."""

import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import IO, NoReturn

import pytest

from reader.engine import Engines, trial, trial_process, try_out
from reader.engine.trial import FAILED_CODE, PASSED_CODE, UNSURE_CODE
from reader.errors import CancelledError, PackageError
from reader.packages import LanguagePackage, Outcome, Packages, outcomes, own_outcomes
from reader.packages.installed import find_in
from reader.paths import STARTER_PACKAGES
from tests.archives import EN_NB, NB_EN, changed_copy
from tests.samples import sample

STARTERS = find_in(STARTER_PACKAGES, starter=True)[0]
VOCABULARY = json.loads((NB_EN / "model" / "shared_vocabulary.json").read_text("utf-8"))
DOES_NOT_WORK = "The package translate-nb_en does not work. Install it again."

Starter = Callable[[Path, Path, IO[bytes]], "subprocess.Popen[bytes]"]


def not_cancelled() -> bool:
    return False


@pytest.fixture(autouse=True, scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data folder for all tests, so that the starter pair is calibrated once."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOSPALT_DATA", str(folder))
        yield folder


@pytest.fixture(scope="module")
def engines() -> Engines:
    return Engines()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """The processes that were started to try a package."""
    processes: list[subprocess.Popen[bytes]] = []
    start = trial.start

    def counted(folder: Path, attention: Path, output: IO[bytes]) -> "subprocess.Popen[bytes]":
        processes.append(start(folder, attention, output))
        return processes[-1]

    monkeypatch.setattr(trial, "start", counted)
    return processes


def answering(monkeypatch: pytest.MonkeyPatch, code: str) -> list[Path]:
    """Replace the trial by a Python process that runs `code`; returns the list of folders that are tried."""
    tried: list[Path] = []

    def start(folder: Path, _attention: Path, output: IO[bytes]) -> "subprocess.Popen[bytes]":
        tried.append(folder)
        return subprocess.Popen([sys.executable, "-S", "-c", code], stdout=output, stderr=output)

    monkeypatch.setattr(trial, "start", start)
    return tried


def with_number(name: str, value: int) -> bytes:
    """The model with one of its 16-bit numbers changed."""
    model = (NB_EN / "model" / "model.bin").read_bytes()
    head, found, tail = model.partition(name.encode() + b"\0\0\2\2\0\0\0")
    assert found
    return head + found + struct.pack("<h", value) + tail[2:]


def turned() -> bytes:
    """The model with the dimensions of its first matrix swapped, so that sizes still add up."""
    model = (NB_EN / "model" / "model.bin").read_bytes()
    head, found, tail = model.partition(b"decoder/embeddings/weight\0\2")
    assert found
    return head + found + tail[4:8] + tail[:4] + tail[8:]


def vocabulary(pieces: list[str]) -> bytes:
    return json.dumps(pieces).encode()


HARMFUL = {
    "attention of a layer that is not there": {"model_bin": with_number("decoder/alignment_layer", 7)},
    "attention far outside": {"model_bin": with_number("decoder/alignment_layer", 127)},
    "no heads in the encoder": {"model_bin": with_number("encoder/num_heads", 0)},
    "no heads in the decoder": {"model_bin": with_number("decoder/num_heads", 0)},
    "heads that do not fit": {"model_bin": with_number("decoder/num_heads", 7)},
    "weights of another shape": {"model_bin": turned()},
    "half a vocabulary": {"shared_vocabulary_json": vocabulary(VOCABULARY[: len(VOCABULARY) // 2])},
    "another vocabulary": {"shared_vocabulary_json": vocabulary(VOCABULARY[::-1])},
    "a damaged configuration": {"config_json": b"{"},
}


def translates(engines: Engines, *packages: LanguagePackage, source: str = "nb") -> tuple[bool, str]:
    """Whether a starter package is used for a direction, and what is reported about one that does not work."""
    target = "en" if source == "nb" else "nb"
    [serving], engine, problem = engines.load(Packages((*STARTERS, *packages)), source, target)
    assert engine.translate(["Oslo, 12. 3. 2024."])[0].text
    return serving.starter, str(problem or "")


@pytest.mark.parametrize("damage", sample(HARMFUL, 3))
def test_a_harmful_package_is_told_of_tried_once_and_the_next_one_serves(
    damage: str, engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    own = changed_copy(tmp_path / "mine", NB_EN, **HARMFUL[damage])
    assert translates(engines, own) == (True, DOES_NOT_WORK)
    assert translates(engines, own) == (True, "")  # reported once
    with pytest.raises(PackageError, match=DOES_NOT_WORK):  # as at the next start of the program
        Engines().load(Packages((own,)), "nb", "en")
    assert len(started) == 1


def test_a_model_that_was_cut_is_no_package_and_nothing_is_tried(
    engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    changed_copy(tmp_path / "translate-nb_en", model_bin=(NB_EN / "model" / "model.bin").read_bytes()[:-1000])
    found = find_in(tmp_path)
    packages = Packages((*STARTERS, *found[0]), found[1])
    [serving], _, problem = engines.load(packages, "nb", "en")
    assert serving.starter
    assert "The model is damaged" in str(problem)
    assert not started


def test_of_a_package_that_is_removed_while_it_is_tried_no_more_is_said_than_that(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = changed_copy(tmp_path / "mine")

    def removed(folder: Path, _attention: Path, _output: IO[bytes]) -> "subprocess.Popen[bytes]":
        shutil.rmtree(folder)
        raise OSError

    monkeypatch.setattr(trial, "start", removed)
    monkeypatch.setattr("reader.packages.outcomes.Outcomes.has_been_shipped", lambda *_: False)
    assert translates(engines, own) == (True, f"The package {own.name} is not there any more.")


def test_a_replaced_package_is_tried_again_and_serves(engines: Engines, tmp_path: Path, started: list[object]) -> None:
    own = changed_copy(tmp_path / "mine", config_json=b"{")
    assert translates(engines, own) == (True, DOES_NOT_WORK)
    # Formatted differently, so that it is not one of the packages that come with the program.
    configuration = json.loads((NB_EN / "model" / "config.json").read_text("utf-8"))
    (own.path / "model" / "config.json").write_text(json.dumps(configuration))
    assert translates(engines, own) == (False, "")
    assert len(started) == 2
    assert translates(Engines(), own) == (False, "")  # not tried again: nothing changed
    assert len(started) == 2


def test_a_package_that_is_changed_while_it_serves_is_tried_before_it_is_loaded_again(
    engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    own = changed_copy(tmp_path / "mine")
    assert translates(engines, own) == (False, "")
    (own.path / "model" / "model.bin").write_bytes(with_number("encoder/num_heads", 0))
    engines.unload_idle(-1)
    assert translates(engines, own) == (True, DOES_NOT_WORK)
    assert len(started) == 1


def test_a_harmful_package_links_no_words_and_the_starter_does(
    engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    own = changed_copy(tmp_path / "mine", EN_NB, model_bin=with_number("decoder/alignment_layer", 7))
    [forward] = [package for package in STARTERS if package.source == "nb"]
    both = engines.for_links((forward,), Packages((*STARTERS, own)))
    assert both is not None
    assert both[1] is not None and both[1].package.starter
    # It is reported when it would have translated, and once.
    assert [translates(engines, own, source="en") for _ in range(2)] == [
        (True, "The package translate-en_nb does not work. Install it again."),
        (True, ""),
    ]
    assert len(started) == 1


def test_the_packages_that_come_with_the_program_are_loaded_without_a_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[object]
) -> None:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path))  # as at the first start ever
    for package in STARTERS:
        own_outcomes().check(package, try_out, not_cancelled)
    assert not started


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (f"raise SystemExit({PASSED_CODE})", Outcome.PASSED),
        (f"raise SystemExit({FAILED_CODE})", Outcome.FAILED),
        (f"raise SystemExit({UNSURE_CODE})", Outcome.UNSURE),
        ("import reader_that_is_not_there", Outcome.UNSURE),
        ("import os; os.abort()", Outcome.FAILED),
        ('import os; os.write(2, b"what(): std::bad_alloc"); os.abort()', Outcome.UNSURE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Outcome.UNSURE),
    ],
    ids=["passed", "failed", "no memory", "no program", "aborted", "aborted for memory", "killed from outside"],
)
@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_how_the_process_ends_says_how_the_trial_did(
    code: str, outcome: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, code)
    assert trial.try_out(tmp_path, tmp_path, not_cancelled) is outcome


def test_what_need_not_be_the_packages_fault_condemns_it_for_this_start_only(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = changed_copy(tmp_path / "mine", config_json=b"{ }")
    tried = answering(monkeypatch, f"raise SystemExit({UNSURE_CODE})")
    starter, problem = translates(engines, own)
    assert starter
    assert problem == (
        "The package translate-nb_en could not be tested, perhaps because there is too little memory. "
        "It will be tested again the next time Tospalt starts."
    )
    translates(engines, own)
    assert len(tried) == 1
    translates(Engines(), own)
    assert len(tried) == 2


def test_a_trial_that_cannot_be_started_condemns_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    assert trial.try_out(NB_EN, tmp_path, not_cancelled) is Outcome.UNSURE


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_package_that_hangs_is_left_out_for_a_day(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list["subprocess.Popen[bytes]"]
) -> None:
    own = hanging(tmp_path / "mine")
    monkeypatch.setattr(trial, "_SILENCE_S", 0.0)
    late = "The package translate-nb_en did not respond within a minute. It will be tested again tomorrow."
    assert translates(engines, own) == (True, late)
    assert translates(Engines(), own) == (True, late)
    assert [process.poll() is None for process in started] == [False]
    monkeypatch.setattr(outcomes, "_LEFT_OUT_S", 0.0)  # the next day
    assert translates(Engines(), own) == (True, late)
    assert len(started) == 2


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_trial_that_is_cancelled_ends_at_once_and_condemns_nothing(
    engines: Engines, tmp_path: Path, started: list["subprocess.Popen[bytes]"]
) -> None:
    own = hanging(tmp_path / "mine")
    for _ in range(2):
        with pytest.raises(CancelledError):
            engines.load(Packages((*STARTERS, own)), "nb", "en", lambda: bool(started))
        assert started.pop().poll() is not None


def hanging(folder: Path) -> LanguagePackage:
    """A package whose tokenizer is a pipe without a writer."""
    package = changed_copy(folder)
    (folder / "sentencepiece.model").unlink()
    os.mkfifo(folder / "sentencepiece.model")
    return package


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_package_whose_tokenizer_has_become_a_pipe_fails_its_trial_at_once(tmp_path: Path) -> None:
    own = hanging(tmp_path / "mine")
    assert try_out(own.path, tmp_path / "attention", not_cancelled) is Outcome.FAILED


NO_MEMORY = PackageError("The model of {name} cannot be loaded.", name="x")
NO_MEMORY.__cause__ = RuntimeError("mkl_malloc: failed to allocate memory")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PackageError("It does not load."), FAILED_CODE),
        (RuntimeError("index out of range"), FAILED_CODE),
        (ValueError(), FAILED_CODE),
        (MemoryError(), UNSURE_CODE),
        (OSError(5, "read error"), UNSURE_CODE),
        (ImportError(), UNSURE_CODE),
        (NO_MEMORY, UNSURE_CODE),
    ],
    ids=["not loaded", "out of range", "other vocabulary", "memory", "disk", "library", "memory within"],
)
def test_the_process_tells_what_is_the_packages_fault_from_what_need_not_be(
    error: Exception, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> NoReturn:
        raise error

    monkeypatch.setattr(trial_process, "try_package", fails)
    monkeypatch.setattr(trial_process, "_disable_crash_reports", lambda: None)
    monkeypatch.setattr(sys, "argv", ["-c", str(NB_EN), str(tmp_path)])
    with pytest.raises(SystemExit) as end:
        trial_process.main()
    assert end.value.code == code


def test_a_package_for_languages_without_sentences_of_ours_is_tried_too(tmp_path: Path) -> None:
    own = changed_copy(tmp_path / "mine")
    metadata = json.loads((own.path / "metadata.json").read_text("utf-8"))
    (own.path / "metadata.json").write_text(json.dumps(metadata | {"from_code": "nn"}))
    steps: list[None] = []
    trial_process.try_package(own.path, tmp_path, lambda: steps.append(None))
    assert len(steps) > 1


@pytest.mark.parametrize(
    ("code", "outcome"),
    [(0xC0000005, Outcome.FAILED), (0xC0000094, Outcome.FAILED), (0xC0000017, Outcome.UNSURE), (2, Outcome.UNSURE)],
    ids=["access violation", "division by zero", "no memory", "none"],
)
def test_a_fault_on_windows_is_a_crash_too(
    code: int, outcome: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(_folder: Path, _attention: Path, output: IO[bytes]) -> SlowProcess:
        return SlowProcess(output, code)

    monkeypatch.setattr(trial, "start", start)
    monkeypatch.setattr(trial, "time", SimpleNamespace(monotonic=lambda: 0.0, sleep=lambda _: None))
    assert trial.try_out(tmp_path, tmp_path, not_cancelled) is outcome


class SlowProcess:
    """A process that writes something every 50 seconds of a clock that it advances itself."""

    def __init__(self, output: IO[bytes], code: int = PASSED_CODE) -> None:
        self.now, self.returncode, self._output = 0.0, code, output

    def poll(self) -> int | None:
        self.now += 50
        self._output.write(b".")
        self._output.flush()
        return self.returncode if self.now > 500 else None

    def kill(self) -> None:
        pass

    def wait(self, _seconds: float) -> None:
        pass


def test_a_slow_trial_that_goes_on_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    processes: list[SlowProcess] = []

    def start(_folder: Path, _attention: Path, output: IO[bytes]) -> SlowProcess:
        processes.append(SlowProcess(output))
        return processes[-1]

    monkeypatch.setattr(trial, "start", start)
    clock = SimpleNamespace(monotonic=lambda: processes[-1].now if processes else 0.0, sleep=lambda _: None)
    monkeypatch.setattr(trial, "time", clock)
    assert trial.try_out(tmp_path, tmp_path, not_cancelled) is Outcome.PASSED
