"""Damaged and hostile package files; none of them may be unpacked."""

import io
import json
import os
import struct
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.errors import PackageError
from reader.packages.archive import inspect_archive, unpack
from tests.archives import NB_EN, package_bytes, package_file

METADATA = {"from_code": "nb", "to_code": "en", "package_version": "1.8"}
TOP = "translate-nb_en-1_8/"


def not_cancelled() -> bool:
    return False


def archive(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes], metadata: object = METADATA) -> Path:
    """A small archive with metadata and these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        if metadata is not None:
            made.writestr(TOP + "metadata.json", json.dumps(metadata))
        for name, content in members:
            made.writestr(name, content)
    return path


def unpacked(file: Path, folder: Path) -> dict[str, bytes]:
    list(unpack(inspect_archive(file), folder, not_cancelled))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("top", [TOP, "", "nb_en/", "Mappe med æøå/"])
def test_a_package_is_unpacked_with_or_without_a_folder_of_its_own(top: str, tmp_path: Path) -> None:
    file = package_file(tmp_path / "a.argosmodel", folder=top)
    contents = inspect_archive(file)
    assert (contents.name, contents.version) == ("translate-nb_en", "1.8")
    files = unpacked(file, tmp_path / "new")
    assert files["model/model.bin"] == (NB_EN / "model" / "model.bin").read_bytes()
    assert sum(map(len, files.values())) == contents.size


def test_what_archivers_leave_behind_is_not_unpacked(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", ("__MACOSX/._x", b"1"), (TOP + ".DS_Store", b"2"), (TOP + "._x", b"3"))
    assert set(unpacked(file, tmp_path / "new")) == {"metadata.json"}


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        TOP + "../../evil.txt",
        TOP + "model/../../../evil.txt",
        "/etc/evil.txt",
        "//server/evil.txt",
        "C:/evil.txt",
        "C:evil.txt",
        TOP + "..\\..\\evil.txt",
        TOP + "./evil.txt",
        TOP + "model//evil.bin",
        TOP + "con.txt",
        TOP + "model/NUL",
        TOP + "evil.txt. ",
        TOP + "evil\n.txt",
        TOP + "evil\u202etxt.md",
        TOP + "evil.txt:stream",
        TOP + "x" * 300 + ".txt",
    ],
)
def test_names_that_lead_elsewhere_are_refused(name: str, tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (name, b"evil"))
    with pytest.raises(PackageError, match="contains something that does not belong in a language package"):
        inspect_archive(file)


@pytest.mark.parametrize(
    "name",
    ["logo.png", "paper.pdf", ".gitattributes", ".git/config", "plugin/x.json", "a.argosmodel", "model/a.zip", "x/y/z"],
)
def test_what_no_package_needs_but_does_no_harm_is_left_in_the_archive(name: str, tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + name, b"1"), (TOP + "LICENSE", b"2"), ("beside.txt", b"3"))
    assert set(unpacked(file, tmp_path / "new")) == {"metadata.json", "LICENSE"}


OFFICIAL = [
    *("README.md", "LICENSE", "sentencepiece.model", "bpe.model", "model/config.json", "model/model.bin"),
    *("model/shared_vocabulary.json", "model/shared_vocabulary.txt", "model/source_vocabulary.txt"),
    *("model/target_vocabulary.txt", "model/vmap.txt", "stanza/resources.json", "stanza/nb/tokenize/bokmaal.pt"),
    *("stanza/nb/mwt/bokmaal.pt", "stanza/nb/pos/bokmaal.pt", "stanza/nb/lemma/bokmaal.pt", "minisbd/nb.onnx"),
]


def test_all_that_official_packages_have_is_unpacked(tmp_path: Path) -> None:
    folders = ((TOP + folder, b"") for folder in ("", "model/", "stanza/", "stanza/nb/"))
    file = archive(tmp_path / "a.argosmodel", *folders, *((TOP + name, b"1") for name in OFFICIAL))
    assert set(unpacked(file, tmp_path / "new")) == {"metadata.json", *OFFICIAL}


def test_two_packages_in_one_file_are_refused(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", ("translate-en_nb-1_8/metadata.json", b"{}"))
    with pytest.raises(PackageError, match="contains something that does not belong in a language package"):
        inspect_archive(file)


@pytest.mark.parametrize("name", ["run.sh", "model/run.EXE", "setup.py", "model/lib.so", "stanza/x.py", "x/evil.dll"])
def test_programs_are_refused(name: str, tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + name, b""))
    with pytest.raises(PackageError, match="contains something that does not belong in a language package"):
        inspect_archive(file)


@pytest.mark.parametrize("kind", [0o120000, 0o020000, 0o010000, 0o140000], ids=["link", "device", "pipe", "socket"])
def test_links_and_devices_are_refused(kind: int, tmp_path: Path) -> None:
    member = zipfile.ZipInfo(TOP + "README.md")
    member.external_attr = (kind | 0o777) << 16
    with pytest.raises(PackageError, match="contains something that does not belong in a language package"):
        inspect_archive(archive(tmp_path / "a.argosmodel", (member, b"/etc/passwd")))


@pytest.mark.parametrize(
    "names",
    [
        ("README.md", "README.md"),
        ("README.md", "readme.MD"),
        ("model/a.json", "model/A.json"),
        ("model/\u00e9.json", "model/e\u0301.json"),
        ("LICENSE", "LICENSE/a.md"),
        ("LICENSE/a.md", "LICENSE"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_given_twice_is_refused(names: tuple[str, str], tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", *((TOP + name, b"1") for name in names))
    with pytest.raises(PackageError, match="contains something that does not belong in a language package"):
        inspect_archive(file)


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + "README.md", b"secret"))
    data = bytearray(file.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    file.write_bytes(data)
    with pytest.raises(PackageError):
        inspect_archive(file)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + "model/model.bin", bytes(60_000_000)))
    assert file.stat().st_size < 100_000
    with pytest.raises(PackageError, match="would be far larger than a language package should be"):
        inspect_archive(file)


def test_many_small_bombs_are_one_bomb(tmp_path: Path) -> None:
    zeros = bytes(9_000_000)  # the most that one file may have, however well compressed
    file = archive(tmp_path / "a.argosmodel", *((TOP + f"model/{i}.bin", zeros) for i in range(3)))
    with pytest.raises(PackageError, match="would be far larger than a language package should be"):
        inspect_archive(file)


def test_members_that_overlap_are_not_unpacked(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", *((TOP + f"model/{i}.bin", bytes(50_000)) for i in range(200)))
    with zipfile.ZipFile(file) as made:
        first = made.getinfo(TOP + "model/0.bin").header_offset
    data = bytearray(file.read_bytes())
    at = data.index(b"PK\x01\x02")
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 20 : at + 24] = struct.pack("<I", 5_000)  # all entries claim the same bytes
        data[at + 42 : at + 46] = struct.pack("<I", first)
        at += 4
    file.write_bytes(data)
    with pytest.raises(PackageError):
        inspect_archive(file)


def test_more_files_than_a_package_has_are_refused(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", *((TOP + f"model/{i}.json", b"") for i in range(2100)))
    with pytest.raises(PackageError, match="far more files"):
        inspect_archive(file)


def test_a_directory_of_very_many_files_is_not_even_read(tmp_path: Path) -> None:
    count = 50_000
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, *[0] * 8, 1, *[0] * 6) + b"a"
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entry) * count, 0, 0)
    file = tmp_path / "a.argosmodel"
    file.write_bytes(entry * count + end)
    tracemalloc.start()
    try:
        with pytest.raises(PackageError, match="far more files"):
            inspect_archive(file)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.argosmodel")
    with pytest.raises(PackageError, match=r"“a\.argosmodel” cannot be read: it is not an ordinary file\."):
        inspect_archive(tmp_path / "a.argosmodel")


def test_a_size_that_is_a_lie_gives_no_more_than_it_says(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + "model/model.bin", bytes(5_000_000)))
    data = bytearray(file.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    file.write_bytes(data)
    with pytest.raises(PackageError, match="is damaged"):
        unpacked(file, tmp_path / "new")
    assert sum(path.stat().st_size for path in (tmp_path / "new").rglob("*") if path.is_file()) < 2000


@pytest.mark.parametrize(
    ("metadata", "sentence"),
    [
        (None, "“a.argosmodel” is not a language package: it has no metadata.json."),
        ([], "This is not a translation package."),
        (METADATA | {"type": "sbd"}, "This is not a translation package."),
        ({}, "The package's metadata.json does not name its languages and version."),
        (METADATA | {"from_code": "../x"}, "The package's metadata.json does not name its languages and version."),
        (METADATA | {"to_code": "nb"}, "The package's metadata.json does not name its languages and version."),
        (METADATA | {"package_version": 1}, "The package's metadata.json does not name its languages and version."),
        (METADATA | {"package_version": "/1"}, "The package's metadata.json does not name its languages and version."),
    ],
)
def test_metadata_that_are_none_of_a_package_are_refused(metadata: object, sentence: str, tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + "README.md", b""), metadata=metadata)
    with pytest.raises(PackageError) as error:
        inspect_archive(file)
    assert str(error.value) == sentence


@pytest.mark.parametrize("text", [b"{", b"\xff", b"[" * 100_000])
def test_metadata_that_cannot_be_read_are_refused(text: bytes, tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + "metadata.json", text), metadata=None)
    with pytest.raises(PackageError):
        inspect_archive(file)


@pytest.mark.parametrize(
    "name", ["translate-en_nb-1_8.argosmodel", "translate-nb_en-1_9.argosmodel", "de_en.argosmodel"]
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(PackageError) as error:
        inspect_archive(archive(tmp_path / name))
    assert str(error.value) == (f"“{name}” is not what its name says. It contains the package nb to en, version 1.8.")


@pytest.mark.parametrize(
    "name", ["translate-nb_en-1_8.argosmodel", "nb_en.argosmodel", "translate-nb_en-1_8 (1).argosmodel", "min fil.zip"]
)
def test_a_name_that_fits_or_says_nothing_will_do(name: str, tmp_path: Path) -> None:
    assert inspect_archive(archive(tmp_path / name)).version == "1.8"


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>", b"PK\x05\x06" + bytes(18), package_bytes()[:2_000_000]])
def test_a_truncated_or_foreign_file_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.argosmodel"
    file.write_bytes(content)
    with pytest.raises(PackageError):
        inspect_archive(file)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match=r"“a\.argosmodel” cannot be read: no such file or folder\."):
        inspect_archive(tmp_path / "a.argosmodel")


def test_damaged_contents_are_found_while_unpacking(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.argosmodel", (TOP + "model/model.bin", bytes(range(256)) * 100))
    data = bytearray(file.read_bytes())
    at = data.index(b"model/model.bin") + 40
    data[at : at + 20] = bytes(20)
    file.write_bytes(data)
    with pytest.raises(PackageError, match="is damaged"):
        unpacked(file, tmp_path / "new")


def _small() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TOP + "metadata.json", json.dumps(METADATA))
        archive.writestr(TOP + "model/model.bin", bytes(range(256)) * 4)
    return made.getvalue()


SMALL = _small()


@given(damage=st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=6))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_whatever_is_damaged_nothing_is_unpacked_outside(
    damage: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    data = bytearray(SMALL)
    for at, value in damage:
        data[at] = value
    file = folder / "a.argosmodel"
    file.write_bytes(data)
    with suppress(PackageError):  # and no other error
        unpacked(file, folder / "new")
    assert {path.name for path in folder.iterdir()} <= {"a.argosmodel", "new"}


@pytest.mark.parametrize(
    "name",
    [
        "translate-zh_Hans_nb-1_0.argosmodel",
        "translate-pt-BR_en-1_0.argosmodel",
        "translate-de_en-1_8 - Kopi.argosmodel",
        "translate-de_en-1_8-2.argosmodel",
        "translate-de_en-1.8.argosmodel",
        "translate-nb_en-1_7.argosmodel.zip",
    ],
)
def test_a_name_that_says_something_else_is_seen_whatever_was_added_to_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(PackageError, match="is not what its name says"):
        inspect_archive(package_file(tmp_path / name))


@pytest.mark.parametrize("name", ["translate-nb_en-1_8 - Kopi.argosmodel", "the_big_one.argosmodel", "ny pakke.zip"])
def test_a_name_that_says_the_same_or_nothing_does_no_harm(tmp_path: Path, name: str) -> None:
    assert inspect_archive(package_file(tmp_path / name)).name == "translate-nb_en"
