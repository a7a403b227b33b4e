"""A package that has changed since it was installed: it is tried aside, harms nothing, and another one serves."""

import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import IO, NoReturn

import pytest

from reader.engine import Engines
from reader.errors import CancelledError, Message, PackageError
from reader.packages import (
    Health,
    LanguagePackage,
    PackageManager,
    Packages,
    fingerprint,
    outcomes,
    own_outcomes,
    trial,
    trial_process,
)
from reader.packages.installed import find_in, read_package
from reader.packages.outcomes import load_shipped
from reader.packages.trial import FAILED_CODE, PASSED_CODE, UNSURE_CODE, Outcome
from reader.paths import STARTER_PACKAGES
from tests.archives import EN_NB, NB_EN, package_file
from tests.shipped_packages import TRIED, digests

STARTERS = find_in(STARTER_PACKAGES, starter=True)[0]
VOCABULARY = json.loads((NB_EN / "model" / "shared_vocabulary.json").read_text("utf-8"))
DOES_NOT_WORK = "The package translate-nb_en does not work; install it again."

Starter = Callable[[Path, Path, IO[bytes]], "subprocess.Popen[bytes]"]


def never() -> bool:
    return False


@pytest.fixture(autouse=True, scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data folder for all: the attention of the starter pair is measured once."""
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
    """Let a Python that runs `code` stand in for the trial; gives the folders that were tried."""
    tried: list[Path] = []

    def start(folder: Path, _attention: Path, output: IO[bytes]) -> "subprocess.Popen[bytes]":
        tried.append(folder)
        return subprocess.Popen([sys.executable, "-S", "-c", code], stdout=output, stderr=output)

    monkeypatch.setattr(trial, "start", start)
    return tried


def copy(folder: Path, source: Path = NB_EN, /, **changed: bytes) -> LanguagePackage:
    """The starter package in `source` as the user's own, with other files in its model."""
    shutil.copytree(source, folder)
    for name, content in changed.items():
        (folder / "model" / name.replace("_bin", ".bin").replace("_json", ".json")).write_bytes(content)
    return read_package(folder)


def with_number(name: str, value: int) -> bytes:
    """The model with another value for one of its 16-bit numbers."""
    model = (NB_EN / "model" / "model.bin").read_bytes()
    head, found, tail = model.partition(name.encode() + b"\0\0\2\2\0\0\0")
    assert found
    return head + found + struct.pack("<h", value) + tail[2:]


def turned() -> bytes:
    """The model with the two dimensions of its first matrix exchanged: its directory adds up as before."""
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
    """Whether a starter package serves a direction, and what is said of one that does not."""
    target = "en" if source == "nb" else "nb"
    [serving], engine, problem = engines.load(Packages((*STARTERS, *packages)), source, target)
    assert engine.translate(["Oslo, 12. 3. 2024."])[0].text
    return serving.starter, str(problem or "")


@pytest.mark.parametrize("damage", HARMFUL.values(), ids=HARMFUL.keys())
def test_a_harmful_package_is_told_of_tried_once_and_the_next_one_serves(
    damage: dict[str, bytes], engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    own = copy(tmp_path / "mine", NB_EN, **damage)
    assert translates(engines, own) == (True, DOES_NOT_WORK)
    assert translates(engines, own) == (True, "")  # told once
    with pytest.raises(PackageError, match=DOES_NOT_WORK):  # as at the next start
        Engines().load(Packages((own,)), "nb", "en")
    assert len(started) == 1


def test_a_model_that_was_cut_is_no_package_and_nothing_is_tried(
    engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    copy(tmp_path / "translate-nb_en", model_bin=(NB_EN / "model" / "model.bin").read_bytes()[:-1000])
    found = find_in(tmp_path)
    packages = Packages((*STARTERS, *found[0]), found[1])
    [serving], _, problem = engines.load(packages, "nb", "en")
    assert serving.starter
    assert "The model is damaged" in str(problem)
    assert not started


def test_a_replaced_package_is_tried_again_and_serves(engines: Engines, tmp_path: Path, started: list[object]) -> None:
    own = copy(tmp_path / "mine", config_json=b"{")
    assert translates(engines, own) == (True, DOES_NOT_WORK)
    # Another spelling, so that it is none of those that come with the program.
    configuration = json.loads((NB_EN / "model" / "config.json").read_text("utf-8"))
    (own.path / "model" / "config.json").write_text(json.dumps(configuration))
    assert translates(engines, own) == (False, "")
    assert len(started) == 2
    assert translates(Engines(), own) == (False, "")  # nothing changed
    assert len(started) == 2


def test_a_package_that_is_changed_while_it_serves_is_tried_before_it_is_loaded_again(
    engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    own = copy(tmp_path / "mine")
    assert translates(engines, own) == (False, "")
    (own.path / "model" / "model.bin").write_bytes(with_number("encoder/num_heads", 0))
    engines.unload_idle(-1)
    assert translates(engines, own) == (True, DOES_NOT_WORK)
    assert len(started) == 1


def test_a_harmful_package_links_no_words_and_the_starter_does(
    engines: Engines, tmp_path: Path, started: list[object]
) -> None:
    own = copy(tmp_path / "mine", EN_NB, model_bin=with_number("decoder/alignment_layer", 7))
    [forward] = [package for package in STARTERS if package.source == "nb"]
    both = engines.for_links((forward,), Packages((*STARTERS, own)))
    assert both is not None
    assert both[1] is not None and both[1].package.starter
    # It is told of where it should have translated, and once.
    assert [translates(engines, own, source="en") for _ in range(2)] == [
        (True, "The package translate-en_nb does not work; install it again."),
        (True, ""),
    ]
    assert len(started) == 1


def test_the_packages_that_come_with_the_program_are_loaded_without_a_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[object]
) -> None:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path))  # as at the very first start
    for package in STARTERS:
        own_outcomes().check(package, never)
    assert not started


def test_what_is_noted_of_the_packages_that_come_with_the_program_is_true() -> None:
    """After a change of the packages: `python -m tests.shipped_packages`."""
    assert load_shipped(TRIED) == digests()


@pytest.mark.parametrize("damage", ["", "[]", f'{{"{NB_EN.name}": 1}}', "{}"])
def test_without_a_note_of_them_they_are_tried_like_others(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = answering(monkeypatch, f"raise SystemExit({PASSED_CODE})")
    (tmp_path / "note").write_text(damage)
    outcomes.Outcomes(tmp_path / "kept", tmp_path, tmp_path / "note").check(STARTERS[0], never)
    assert tried == [STARTERS[0].path]


def test_a_package_that_has_passed_is_passed_over_at_a_glance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, kept = copy(tmp_path / "mine", config_json=b"{"), own_outcomes()
    tried = answering(monkeypatch, f"raise SystemExit({PASSED_CODE})")
    kept.check(own, never)
    monkeypatch.setattr(outcomes, "content_digest", lambda *_: pytest.fail("all of it was read"))
    kept.check(own, never)
    assert len(tried) == 1


@pytest.mark.parametrize("name", ["model/model.bin", "model/shared_vocabulary.json", "sentencepiece.model"])
def test_every_file_that_is_loaded_counts_by_its_beginning_its_size_and_its_time(name: str, tmp_path: Path) -> None:
    own = copy(tmp_path / "mine")
    file, seen = own.path / name, {fingerprint(own)}
    time = file.stat().st_mtime_ns
    content = bytearray(file.read_bytes())
    content[1000] ^= 1
    file.write_bytes(content)
    os.utime(file, ns=(time, time))
    seen.add(fingerprint(own))
    file.write_bytes(content + b"\n")
    os.utime(file, ns=(time, time))
    seen.add(fingerprint(own))
    os.utime(file, ns=(time, time + 1))
    seen.add(fingerprint(own))
    assert len(seen) == 4


def test_what_is_only_read_by_people_does_not_count(tmp_path: Path) -> None:
    own = copy(tmp_path / "mine")
    before = fingerprint(own)
    (own.path / "README.md").write_text("Another one.")
    assert fingerprint(own) == before


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
    assert trial.try_out(tmp_path, tmp_path, never) is outcome


def test_what_need_not_be_the_packages_fault_condemns_it_for_this_start_only(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = copy(tmp_path / "mine", config_json=b"{ }")
    tried = answering(monkeypatch, f"raise SystemExit({UNSURE_CODE})")
    starter, problem = translates(engines, own)
    assert starter
    assert problem == (
        "The package translate-nb_en could not be tried, perhaps for lack of memory; it will be tried again at the "
        "next start."
    )
    translates(engines, own)
    assert len(tried) == 1
    translates(Engines(), own)
    assert len(tried) == 2


@pytest.mark.parametrize("code", [FAILED_CODE, PASSED_CODE])
def test_what_failed_stands_in_the_list_as_what_is_not_used_until_it_changes(
    code: int, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, manager = copy(user_folder / "mine", config_json=b"{"), PackageManager()
    answering(monkeypatch, f"raise SystemExit({code})")
    with suppress(PackageError):
        own_outcomes().check(own, never)
    listed = manager.working()
    assert (own in listed.usable, own in manager.installed().usable) == (code == PASSED_CODE, True)
    reason = f"The package {own.name} does not work; install it again"
    told = {broken.path: broken.reason for broken in listed.broken}
    assert told == ({} if code == PASSED_CODE else {own.path: reason})
    assert all(isinstance(reason, Message) for reason in told.values())  # a window can say it in its language
    os.utime(own.path / "model" / "model.bin", ns=(1, 1))
    assert not manager.working().broken


def test_what_failed_is_tried_again_another_day_for_the_computer_may_have_been_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, kept = copy(tmp_path / "mine", config_json=b"{"), own_outcomes()
    answering(monkeypatch, f"raise SystemExit({FAILED_CODE})")
    with pytest.raises(PackageError):
        kept.check(own, never)
    tried = answering(monkeypatch, f"raise SystemExit({PASSED_CODE})")
    with pytest.raises(PackageError):
        kept.check(own, never)
    assert not tried
    monkeypatch.setattr(outcomes, "_LEFT_OUT_S", 0.0)
    kept.check(own, never)
    kept.check(own, never)  # what passed needs no other day
    assert len(tried) == 1


def test_a_trial_that_cannot_be_started_condemns_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    assert trial.try_out(NB_EN, tmp_path, never) is Outcome.UNSURE


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_package_that_hangs_is_left_out_for_a_day(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list["subprocess.Popen[bytes]"]
) -> None:
    own = hanging(tmp_path / "mine")
    monkeypatch.setattr(trial, "_SILENCE_S", 0.0)
    late = "The package translate-nb_en did not answer within a minute; it will be tried again tomorrow."
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
    """A package whose tokenizer is a pipe that nobody writes to."""
    package = copy(folder)
    (folder / "sentencepiece.model").unlink()
    os.mkfifo(folder / "sentencepiece.model")
    return package


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_package_whose_tokenizer_has_become_a_pipe_fails_its_trial_at_once(
    package_folder: Path, tmp_path: Path
) -> None:
    (package_folder / "sentencepiece.model").unlink()
    os.mkfifo(package_folder / "sentencepiece.model")
    assert trial.try_out(package_folder, tmp_path / "attention", never) is Outcome.FAILED


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
    monkeypatch.setattr(trial_process, "_crash_quietly", lambda: None)
    monkeypatch.setattr(sys, "argv", ["-c", str(NB_EN), str(tmp_path)])
    with pytest.raises(SystemExit) as end:
        trial_process.main()
    assert end.value.code == code


def test_a_package_for_languages_without_sentences_of_ours_is_tried_too(tmp_path: Path) -> None:
    own = copy(tmp_path / "mine")
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
    assert trial.try_out(tmp_path, tmp_path, never) is outcome


class SlowProcess:
    """Says something every 50 seconds, as the clock has it that it makes go."""

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
    assert trial.try_out(tmp_path, tmp_path, never) is Outcome.PASSED


@pytest.mark.parametrize(
    "damage",
    ["", "[]", "{", '{"PLACE": 1}', '{"PLACE": {"fingerprint": "x"}}', '{"PLACE": {"fingerprint": 1, "outcome": '
     '"passed", "at": 1.0}}', '{"PLACE": {"fingerprint": "x", "outcome": "cancelled", "at": 1.0}}'],
)  # fmt: skip
def test_a_damaged_file_of_what_passed_is_as_good_as_none(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, file = copy(tmp_path / "mine", config_json=b"{"), tmp_path / "tried.json"
    tried = answering(monkeypatch, f"raise SystemExit({PASSED_CODE})")
    file.write_text(damage.replace("PLACE", str(own.path)))
    for _ in range(2):
        outcomes.Outcomes(file, tmp_path, TRIED).check(own, never)
    assert len(tried) == 1


@pytest.mark.parametrize("outcome", ["cancelled", "unsure", "good"])
def test_what_is_kept_of_a_trial_can_only_be_how_it_ended(
    outcome: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, kept = copy(tmp_path / "mine", config_json=b"{"), outcomes.Outcomes(tmp_path / "tried.json", tmp_path, TRIED)
    tried = answering(monkeypatch, f"raise SystemExit({PASSED_CODE})")
    kept.check(own, never)
    file = tmp_path / "tried.json"
    file.write_text(file.read_text("utf-8").replace('"passed"', f'"{outcome}"'), "utf-8")
    kept.check(own, never)
    assert len(tried) == 2


def test_what_passed_is_kept_for_the_user_alone_and_forgotten_with_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (copy(tmp_path / name, config_json=b"{") for name in ("first", "second"))
    answering(monkeypatch, f"raise SystemExit({PASSED_CODE})")
    file = tmp_path / "kept" / "tried.json"
    outcomes.Outcomes(file, tmp_path, TRIED).check(first, never)
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(json.loads(file.read_text("utf-8"))) == [str(first.path)]
    shutil.rmtree(first.path)
    outcomes.Outcomes(file, tmp_path, TRIED).check(second, never)
    assert list(json.loads(file.read_text("utf-8"))) == [str(second.path)]


def test_an_installed_package_is_tried_once_and_not_again_when_it_is_loaded(
    user_folder: Path, tmp_path: Path, started: list[object]
) -> None:
    configuration = (NB_EN / "model" / "config.json").read_bytes() + b"\n"
    file = package_file(tmp_path / "translate-nb_en-1_8.argosmodel", changed={"model/config.json": configuration})
    list(PackageManager().import_file(file, never))
    assert len(started) == 1
    [installed] = find_in(user_folder)[0]
    own_outcomes().check(installed, never)
    assert len(started) == 1


def test_verifying_tries_a_package_whatever_is_known_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = copy(tmp_path / "mine", config_json=b"{")
    answering(monkeypatch, f"raise SystemExit({FAILED_CODE})")
    assert PackageManager().verify(own, never).health is Health.BROKEN
    answering(monkeypatch, f"raise SystemExit({PASSED_CODE})")
    assert PackageManager().verify(own, never).health is Health.WORKS
    own_outcomes().check(own, never)
