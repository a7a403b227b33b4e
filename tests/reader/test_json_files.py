"""The program's own small files: whatever is in them or in their place, the program starts and works."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from reader import Library
from reader.engine import calibration
from reader.engine.attention import DEFAULT_CHOICE, AttentionChoice, target_vocabulary
from reader.engine.calibration import attention_choice
from reader.errors import PackageError
from reader.json_files import State, decode_json, json_object, read_json, set_aside
from reader.packages import LanguagePackage
from reader.packages.addresses import OFFICIAL
from reader.packages.checksums import Checksums
from reader.packages.choice import load_choices, save_choices
from reader.packages.index import keep_index, load_index, parse_index
from reader.packages.installed import find_in
from reader.packages.part import Kept
from reader.packages.record import changed_files, read_record, write_record
from reader.settings_file import SettingsFile
from tests.archives import NB_EN
from tests.json_data import NASTY, damaged, variants
from tests.samples import sample_rows

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links as POSIX has them")


# ---- Reading one ----


def write(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.json"


def found(file: Path, limit: int = 100_000) -> tuple[dict[str, Any], State]:
    found = read_json(file, json_object, {"default": True}, limit=limit)
    return found.value, found.state


DEFAULT = {"default": True}


def test_what_is_in_a_file_is_parsed(file: Path) -> None:
    assert found(write(file, b'{"a": [1, "\xc3\xa6"]}')) == ({"a": [1, "æ"]}, State.READ)
    assert found(write(file, b'\xef\xbb\xbf{"a": 1}')) == ({"a": 1}, State.READ)


def test_a_file_that_is_not_there_is_told_from_one_that_is_damaged(file: Path) -> None:
    assert found(file) == (DEFAULT, State.MISSING)
    assert found(write(file, b"{")) == (DEFAULT, State.DAMAGED)
    assert found(write(file, b"[]")) == (DEFAULT, State.DAMAGED)


@pytest.mark.parametrize("error", [ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError])
def test_what_parsing_stumbles_over_is_damage(file: Path, error: type[Exception]) -> None:
    def stumble(_: object) -> None:
        raise error

    assert read_json(write(file, b"{}"), stumble, None).state is State.DAMAGED


def test_a_file_that_is_too_large_is_damaged_and_not_read(file: Path) -> None:
    assert found(write(file, b'{"a": 1}'), limit=8) == ({"a": 1}, State.READ)
    assert found(file, limit=7) == (DEFAULT, State.DAMAGED)
    with open(file, "wb") as opened:
        opened.truncate(10**9)  # sparse: nothing is written
    assert found(file) == (DEFAULT, State.DAMAGED)


@posix
def test_what_is_no_file_is_told_with_its_reason_and_waited_for_by_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "to pipe").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "to pipe", "loop", "", "/dev/zero"):
        result = read_json(tmp_path / name, json_object, None)
        assert (result.value, result.state) == (None, State.UNREADABLE)
        assert isinstance(result.error, OSError)
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert found(tmp_path / "broken") == (DEFAULT, State.MISSING)


@pytest.mark.parametrize("levels", [51, 1000, 100_000])
def test_what_is_nested_deeper_than_can_be_written_again_is_no_json(levels: int) -> None:
    assert decode_json(b"[" * 50 + b"1" + b"]" * 50)
    with pytest.raises(ValueError, match="nested too deep"):
        decode_json(b"[" * levels + b"1" + b"]" * levels)


def test_a_damaged_file_gets_a_name_that_nothing_has(tmp_path: Path, file: Path) -> None:
    (tmp_path / "a.damaged-2.json").mkdir()
    names = [set_aside(write(file, str(number).encode())) for number in range(3)]
    assert [path.name for path in names] == ["a.damaged.json", "a.damaged-3.json", "a.damaged-4.json"]
    assert [path.read_text() for path in names] == ["0", "1", "2"]


def test_what_cannot_be_moved_aside_leaves_no_empty_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        set_aside(tmp_path / "borte.json")
    assert list(tmp_path.iterdir()) == []


# ---- Each kind of file ----

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SHA = "ab" * 32
ENTRY = {
    "package_version": "1.9",
    "from_code": "nb",
    "to_code": "en",
    "from_name": "Norwegian",
    "links": ["https://a/b"],
}


def sound_settings(folder: Path) -> Path:
    some = {"theme": "dark", "text_size": 12, "line_spacing": 1.5, "highlight_words": False, "last_folder": "/a"}
    export = {"layout": "stacked", "font_size": 12.5, "folder": "/b"}
    return write(folder / "settings.json", json.dumps({**some, "export": export}).encode())


def use_settings(file: Path) -> None:
    kept = SettingsFile(file)
    chosen = replace(kept.settings, theme="sepia")
    kept.save(chosen)
    assert SettingsFile(file).settings == chosen


def sound_library(folder: Path) -> Path:
    library = Library(folder / "library.json")
    library.keep_position(library.choose_languages(library.add(folder / "a.txt"), "nb", "en"), 7, 0.25)
    library.add(folder / "b.md")
    return folder / "library.json"


def use_library(file: Path) -> None:
    library = Library(file)
    library.add(file.with_name("new.txt"))
    assert {entry.path for entry in Library(file)} == {entry.path for entry in library}
    for entry in library:
        assert isinstance(entry.path.exists(), bool)
        assert (entry.source + entry.target).upper() is not None
        assert 0 <= entry.row < 2**31
        assert 0 <= entry.share <= 1


def sound_part(folder: Path) -> Path:
    Kept("https://a/b", '"tag"', 17).save(folder / "a.part.json")
    return folder / "a.part.json"


def use_part(file: Path) -> None:
    kept = Kept.load(file)
    assert kept.validator.encode("ascii").isascii()
    assert kept.total is None or kept.total >= 0


def sound_choices(folder: Path) -> Path:
    save_choices(folder / "choice.json", {("nb", "en"): folder / "package"})
    return folder / "choice.json"


def use_choices(file: Path) -> None:
    choices = load_choices(file)
    assert all(isinstance(path, Path) and len(pair) == 2 for pair, path in choices.items())
    save_choices(file, choices)


def sound_checksums(folder: Path) -> Path:
    Checksums(folder / "checksums.json").record("translate-nb_en", "1.8", SHA, date(2026, 1, 1))
    return folder / "checksums.json"


def use_checksums(file: Path) -> None:
    known = Checksums(file)
    known.check("translate-nb_en", "1.8", known.known("translate-nb_en", "1.8") or SHA).value.encode()
    known.record("translate-nb_en", "1.7", SHA, date(2026, 1, 1))
    assert known.known("translate-nb_en", "1.7") == SHA


def sound_record(folder: Path) -> Path:
    (folder / "a.txt").touch()
    write_record(folder, SHA)
    return folder / "tospalt.json"


def use_record(file: Path) -> None:
    record = read_record(file.parent)
    if record is not None:
        "".join([record.sha256, *changed_files(file.parent, record, lambda: False)]).encode()


def sound_index(folder: Path) -> Path:
    keep_index(folder / "index.json", json.dumps([ENTRY, ENTRY | {"to_code": "de"}]).encode(), NOW)
    return folder / "index.json"


def use_index(file: Path) -> None:
    index = load_index(file, OFFICIAL)
    index.find("nb", "en")
    assert isinstance(index.is_old(NOW), bool)
    assert [offer.file_name.encode() for offer in index.search("nor")]


def sound_list(folder: Path) -> Path:
    return write(folder / "sent.json", json.dumps([ENTRY]).encode())


def use_list(file: Path) -> None:
    try:
        parse_index(file.read_bytes(), OFFICIAL)
    except PackageError:
        return


def sound_metadata(folder: Path) -> Path:
    (folder / "package" / "model").mkdir(parents=True)
    for name in ("metadata.json", "sentencepiece.model", "model/model.bin"):
        shutil.copy(NB_EN / name, folder / "package" / name)
    return folder / "package" / "metadata.json"


def use_metadata(file: Path) -> None:
    usable, broken = find_in(file.parent.parent)
    assert len(usable) + len(broken) == 1
    for package in usable:
        f"{package.name} {package.version}".encode()
        if package.quality is not None:
            package.quality.test_set.encode()
            assert 0 <= package.quality.bleu <= 100


def sound_vocabulary(folder: Path) -> Path:
    (folder / "model").mkdir()
    return write(folder / "model" / "shared_vocabulary.json", '["<s>", "▁a"]'.encode())


def use_vocabulary(file: Path) -> None:
    pieces = target_vocabulary(LanguagePackage(file.parent.parent, "nb", "en", "1", False))
    assert all(isinstance(piece, str) for piece in pieces)


def measured(folder: Path) -> AttentionChoice:
    package = LanguagePackage(NB_EN, "nb", "en", "1", True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calibration, "_measured", lambda *_: DEFAULT_CHOICE)
        return attention_choice(package, None, folder, 1)  # type: ignore[arg-type]


def sound_attention(folder: Path) -> Path:
    measured(folder / "attention")
    [file] = (folder / "attention").iterdir()
    return file


def use_attention(file: Path) -> None:
    choice = measured(file.parent)
    for number in (choice.layer, choice.heads):
        number.to_bytes(2, "little", signed=True)
    assert choice.shift in (0, 1)


KINDS: dict[str, tuple[Callable[[Path], Path], Callable[[Path], None]]] = {
    "settings": (sound_settings, use_settings),
    "library": (sound_library, use_library),
    "part": (sound_part, use_part),
    "choices": (sound_choices, use_choices),
    "checksums": (sound_checksums, use_checksums),
    "record": (sound_record, use_record),
    "index": (sound_index, use_index),
    "list that was sent": (sound_list, use_list),
    "metadata": (sound_metadata, use_metadata),
    "vocabulary": (sound_vocabulary, use_vocabulary),
    "attention": (sound_attention, use_attention),
}
NUMBERS = count()
kinds = pytest.mark.parametrize(("sound", "use"), KINDS.values(), ids=KINDS)


@kinds
def test_a_sound_file_is_used(
    sound: Callable[[Path], Path], use: Callable[[Path], None], tmp_path: Path, file: Path
) -> None:
    use(sound(tmp_path))


@kinds
@given(data=st.data())
def test_whatever_is_in_a_file_the_program_goes_on(
    sound: Callable[[Path], Path],
    use: Callable[[Path], None],
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.getbasetemp() / f"files-{next(NUMBERS):06}"  # some files hold it: all of one length
    folder.mkdir()
    file = sound(folder)
    use(write(file, data.draw(damaged(file.read_bytes()))))


@pytest.mark.parametrize(("sound", "use"), sample_rows(KINDS.values(), 4))
def test_no_trap_of_json_in_any_place_ends_the_program(
    sound: Callable[[Path], Path], use: Callable[[Path], None], tmp_path: Path
) -> None:
    file = sound(tmp_path)
    for before, behind in variants(file.read_bytes()):
        for text in NASTY:
            use(write(file, (before + text + behind).encode()))
