"""Which folders are watched, and which files in them are new."""

import json
from pathlib import Path

import pytest

from reader.errors import CancelledError, OutputError
from reader.watched import Content, Watched

FOLDER, FILE, OTHER = Path("/home/kari/brev"), Path("/home/kari/brev/a.txt"), Path("/home/kari/brev/b.txt")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "watched.json"


def test_a_file_is_new_until_it_was_seen_also_for_other_processes(file: Path) -> None:
    one, two = Watched(file), Watched(file)
    one.watch(FOLDER, [OTHER])
    assert two.read() == (FOLDER,)
    assert one.is_new(FOLDER, FILE) and two.is_new(FOLDER, FILE) and not two.is_new(FOLDER, OTHER)
    two.see(FOLDER, [FILE])
    one.watch(Path("/home/kari/rapporter"))
    assert not one.is_new(FOLDER, FILE)
    assert one.folders == (FOLDER, Path("/home/kari/rapporter"))


def test_the_file_names_no_files(file: Path) -> None:
    Watched(file).watch(FOLDER, [FILE])
    assert b"a.txt" not in file.read_bytes() and str(FOLDER).encode() in file.read_bytes()


def test_nothing_stays_of_a_folder_that_is_no_longer_watched(file: Path) -> None:
    watched = Watched(file)
    watched.watch(FOLDER, [FILE])
    watched.unwatch(FOLDER)
    watched.see(FOLDER, [OTHER])
    assert watched.folders == () and b"kari" not in file.read_bytes()
    watched.watch(FOLDER)
    assert watched.is_new(FOLDER, FILE)
    watched.forget_all()
    assert Watched(file).read() == () and b"kari" not in file.read_bytes()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"key": "k", "folders": {"x": []}}', b'{"key": 1, "folders": {}}'])
def test_a_damaged_file_is_kept_and_what_was_known_stays(file: Path, content: bytes) -> None:
    watched = Watched(file)
    watched.watch(FOLDER, [FILE])
    file.write_bytes(content)
    assert watched.read() == (FOLDER,)
    watched.see(FOLDER, [OTHER])
    assert Watched(file).read() == (FOLDER,)
    [copy] = file.parent.glob("watched.damaged*")
    assert copy.read_bytes() == content and str(copy) in watched.problem


def test_what_cannot_be_written_is_an_error(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(OutputError):
        Watched(file).watch(FOLDER)


def test_one_that_cannot_be_read_is_told_and_not_overwritten(file: Path, tmp_path: Path) -> None:
    Watched(file).watch(FOLDER)
    (tmp_path / "kept.json").write_bytes(file.read_bytes())
    file.unlink()
    file.mkdir()  # as one that the system refuses
    watched = Watched(file)
    assert watched.read() == () and "cannot be read" in watched.problem
    with pytest.raises(OutputError):
        watched.watch(Path("/home/kari/rapporter"))
    assert watched.folders == ()
    file.rmdir()
    (tmp_path / "kept.json").rename(file)
    assert watched.read() == (FOLDER,)


def test_a_folder_is_forgotten_with_the_last_of_its_documents(file: Path) -> None:
    watched = Watched(file)
    watched.watch(FOLDER)
    watched.forget_around([FILE], [OTHER])
    assert Watched(file).read() == (FOLDER,)
    watched.forget_around([OTHER], [Path("/home/kari/a.txt")])
    assert Watched(file).read() == () and b"brev" not in file.read_bytes()


def test_what_is_in_documents_is_known_to_other_processes_and_stays_no_longer_than_they(file: Path) -> None:
    one, two = Watched(file), Watched(file)
    one.watch(FOLDER, [FILE])
    content = Content((12, 34, 56), "digest", one.mark_of_disk("/media/kari"))
    one.note(FOLDER, {FILE: content}, [FILE])
    two.read()
    assert two.content_of(FOLDER, FILE) == content and two.content_of(FOLDER, OTHER) is None
    two.note(FOLDER, {OTHER: content}, [OTHER])
    one.read()
    assert one.content_of(FOLDER, FILE) is None and one.content_of(FOLDER, OTHER) == content
    one.note(FOLDER, {FILE: content}, [FILE, OTHER])
    one.forget_around([FILE], [OTHER])
    assert Watched(file).read() == (FOLDER,) and one.content_of(FOLDER, FILE) is None
    assert b"media" not in file.read_bytes()
    one.unwatch(FOLDER)
    assert b"digest" not in file.read_bytes()


def test_where_a_document_was_moved_from_what_comes_is_new(file: Path) -> None:
    watched = Watched(file)
    watched.watch(FOLDER, [FILE])
    watched.follow({FILE: OTHER})
    assert watched.is_new(FOLDER, FILE) and not watched.is_new(FOLDER, OTHER)


def test_digests_tell_files_apart_and_are_of_no_use_elsewhere(file: Path, tmp_path: Path) -> None:
    watched, other = Watched(file), Watched(tmp_path / "other.json")
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    (tmp_path / "b").write_bytes(b"x" * 3_000_000)
    (tmp_path / "c").write_bytes(b"x" * 2_999_999 + b"y")
    a, b, c = (watched.digest_of(tmp_path / name, lambda: False) for name in "abc")
    assert a == b != c and a != other.digest_of(tmp_path / "a", lambda: False)
    with pytest.raises(CancelledError):
        watched.digest_of(tmp_path / "a", lambda: True)


@pytest.mark.parametrize("contents", ["[]", '{"/home/kari/brev": 1}', '{"/home/kari/brev": {"a": [1, 2, "x", "d"]}}'])
def test_damaged_contents_are_damage(file: Path, contents: str) -> None:
    Watched(file).watch(FOLDER)
    file.write_text(file.read_text()[:-1].replace('"contents": {}', f'"contents": {contents}') + "}")
    watched = Watched(file)
    watched.read()
    assert "was damaged" in str(watched.problem)


def test_a_file_of_an_earlier_version_is_read(file: Path) -> None:
    Watched(file).watch(FOLDER, [FILE])
    data = json.loads(file.read_text())
    del data["contents"]
    file.write_text(json.dumps(data))
    watched = Watched(file)
    assert watched.read() == (FOLDER,) and not watched.is_new(FOLDER, FILE)
    assert watched.content_of(FOLDER, FILE) is None
