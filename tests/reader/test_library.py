"""The list of documents: saved at once, read again, and never lost through a damaged file."""

import errno
import json
import os
from collections.abc import Collection
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, strategies as st

from reader import Entry, Library, OutputError
from reader.formats import Choices, choices_of
from reader.library_changes import Taken
from reader.paths import GUIDE, SEEDS

BUNDLED = sorted(SEEDS.glob("*.txt"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.json"


def own(library: Library) -> list[Path]:
    return [entry.path for entry in library if not entry.bundled]


def test_a_new_library_has_the_bundled_documents_and_writes_nothing(file: Path) -> None:
    library = Library(file)
    assert [entry.path for entry in library] == BUNDLED
    assert all(entry.bundled for entry in library)
    assert (len(library), library.problem) == (2, "")
    assert not file.exists()


def test_what_is_added_comes_first_and_is_there_next_time(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    library.add(tmp_path / "a.txt")
    library.add(tmp_path / "b.md")
    for each in (library, Library(file)):
        assert [entry.path for entry in each] == [tmp_path / "b.md", tmp_path / "a.txt", *BUNDLED]
        assert len(each) == 4


def test_a_file_is_in_the_list_once_however_it_is_named(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library = Library(file)
    entry = library.add(Path("a.txt"))
    assert entry.path == tmp_path / "a.txt"
    assert library.add(tmp_path / "x" / ".." / "a.txt") is entry
    assert library.find(Path("./a.txt")) is entry
    assert own(library) == [tmp_path / "a.txt"]


def test_a_bundled_document_is_not_added_again(file: Path) -> None:
    library = Library(file)
    assert library.add(BUNDLED[0]).bundled
    assert own(library) == []


@pytest.mark.parametrize("document", [next(SEEDS.glob("*.txt")), GUIDE / "guide.nb.md"], ids=["example", "guide"])
def test_what_comes_with_the_program_is_found_where_the_program_is_now(
    file: Path, tmp_path: Path, document: Path
) -> None:
    before = tmp_path / "mounted" / document.relative_to(SEEDS.parent)
    file.parent.mkdir()
    file.write_text(json.dumps({"documents": [{"path": str(before), "source": "", "target": "", "row": 7}]}), "utf-8")
    library = Library(file)
    assert {entry.path: entry.row for entry in library}[document] == 7
    assert before not in {entry.path for entry in library}
    library.mark_opened(next(each for each in library if each.path == document), 1000)
    assert str(before) not in file.read_text("utf-8")


def test_a_document_of_the_user_with_the_name_of_an_example_is_their_own(file: Path, tmp_path: Path) -> None:
    mine = tmp_path / "seeds" / next(SEEDS.glob("*.txt")).name
    mine.parent.mkdir()
    mine.write_text("Min tekst.", "utf-8")
    file.parent.mkdir()
    file.write_text(json.dumps({"documents": [{"path": str(mine), "source": "", "target": ""}]}), "utf-8")
    assert mine in {entry.path for entry in Library(file)}


def test_what_is_not_in_the_list_is_not_found(file: Path) -> None:
    assert Library(file).find(Path("borte.txt")) is None


def test_what_is_removed_stays_away_and_its_file_stays(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("hei")
    library = Library(file)
    library.remove(library.add(path))
    assert own(library) == own(Library(file)) == []
    assert path.read_text() == "hei"


def test_bundled_documents_cannot_be_removed(file: Path) -> None:
    library = Library(file)
    library.remove(next(iter(library)))
    assert [entry.path for entry in Library(file)] == BUNDLED


def test_chosen_languages_are_kept_for_own_and_bundled_documents(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    library.add(tmp_path / "a.txt")
    for entry in list(library):
        chosen = library.choose_languages(entry, "nn", "en")
        assert (chosen.source, chosen.target, chosen.bundled) == ("nn", "en", entry.bundled)
    for each in (library, Library(file)):
        assert [(entry.source, entry.target) for entry in each] == [("nn", "en")] * 3
        assert [entry.bundled for entry in each] == [False, True, True]


def test_of_a_document_that_is_forgotten_nothing_stays_in_the_file_and_examples_stay_listed(
    file: Path, tmp_path: Path
) -> None:
    library = Library(file)
    library.add(tmp_path / "a.txt")
    library.add(tmp_path / "b.txt")
    for entry in list(library):
        library.keep_position(library.choose_languages(entry, "nb", "en"), 7, 0.5)
    for path in (tmp_path / "a.txt", BUNDLED[0]):
        known = library.find(path)
        assert known is not None
        library.forget(known)
        assert path.name not in file.read_text()
    for each in (library, Library(file)):
        assert [entry.path for entry in each] == [tmp_path / "b.txt", *BUNDLED]
        assert [(entry.source, entry.row) for entry in each] == [("nb", 7), ("", 0), ("nb", 7)]


def test_when_all_is_forgotten_what_others_added_and_what_is_not_understood_goes_too(
    file: Path, tmp_path: Path
) -> None:
    library = Library(file)
    library.choose_languages(library.add(tmp_path / "a.txt"), "nb", "en")
    library.choose_languages(next(entry for entry in library if entry.bundled), "nb", "en")
    Library(file).add(tmp_path / "b.txt")
    data = json.loads(file.read_text())
    file.write_text(json.dumps(data | {"documents": [*data["documents"], {"url": "gopher:c.txt"}]}))
    library.forget_all()
    assert json.loads(file.read_text()) == data | {"documents": [], "writes": data["writes"] + 1}
    assert [entry.path for entry in library] == BUNDLED
    before = file.stat().st_ino
    library.forget_all()
    assert file.stat().st_ino == before


def test_a_choice_may_be_taken_back(file: Path) -> None:
    library = Library(file)
    entry = next(iter(library))
    library.choose_languages(library.choose_languages(entry, "nb", "en"), "", "")
    assert next(iter(Library(file))) == entry


def test_a_file_keeps_its_place_when_its_languages_are_chosen(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    first = library.add(tmp_path / "a.txt")
    library.add(tmp_path / "b.txt")
    library.choose_languages(first, "nb", "en")
    assert own(library) == [tmp_path / "b.txt", tmp_path / "a.txt"]


@pytest.mark.parametrize("name", ["blåbær «2».txt", "linje\nto.txt", os.fsdecode(b"caf\xe9.txt")], ids=ascii)
def test_any_name_of_a_file_is_kept(file: Path, tmp_path: Path, name: str) -> None:
    Library(file).add(tmp_path / name)
    assert own(Library(file)) == [tmp_path / name]


def test_nothing_but_names_and_languages_is_kept(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("hemmelig")
    Library(file).add(path)
    kept = json.loads(file.read_text())
    assert set(kept.pop("list")) <= set("0123456789abcdef")  # random
    assert kept == {"documents": [{"path": str(path), "source": "", "target": "", "added": 1}], "writes": 1}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\0",
        b"\xff\xfe",
        b'{"documents": [{"pa',
        b"[]",
        b"null",
        b"{}",
        b'{"documents": 1}',
    ],
    ids=ascii,
)
def test_a_damaged_list_is_moved_aside_and_a_new_one_begun(file: Path, data: bytes, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    library = Library(file)
    kept = file.with_name("library.damaged.json")
    assert [entry.path for entry in library] == BUNDLED
    assert library.problem == f"Your library was damaged. It was kept as “{kept}” and a new one was started."
    assert kept.read_bytes() == data
    library.add(tmp_path / "a.txt")
    assert own(Library(file)) == [tmp_path / "a.txt"]


def test_a_damaged_list_does_not_take_the_place_of_an_earlier_one(file: Path) -> None:
    file.parent.mkdir()
    for data in ("first", "second"):
        file.write_text(data)
        Library(file)
    kept = [file.with_name(f"library.damaged{number}.json") for number in ("", "-2")]
    assert [each.read_text() for each in kept] == ["first", "second"]


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_what_cannot_be_read_is_told_of_and_not_replaced(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    library = Library(file)
    assert library.problem == (f"Your library, “{file}”, cannot be read: it is not an ordinary file.")
    for name in ("a.txt", "b.txt"):
        with pytest.raises(OutputError, match="cannot be written: it is not an ordinary file"):
            library.add(tmp_path / name)
    assert file.is_fifo()
    assert own(library) == [tmp_path / "b.txt", tmp_path / "a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_what_could_not_be_read_at_first_is_there_with_all_changes_once_it_can(file: Path, tmp_path: Path) -> None:
    Library(file).add(tmp_path / "old.txt")
    file.rename(file.with_suffix(".away"))
    os.mkfifo(file)
    library = Library(file)
    with pytest.raises(OutputError):
        library.add(tmp_path / "a.txt")
    file.unlink()
    file.with_suffix(".away").rename(file)
    library.add(tmp_path / "b.txt")
    for each in (library, Library(file)):
        assert own(each) == [tmp_path / name for name in ("b.txt", "a.txt", "old.txt")]


ENTRIES = [
    1,
    None,
    "/a.txt",
    {},
    {"path": 1, "source": "", "target": ""},
    {"path": "", "source": "", "target": ""},
    {"path": "a.txt"},
    {"path": "/a\0.txt"},
    {"path": "/a" * 40_000},
    {"path": "/\ud800.txt"},
    {"place": "/a.txt"},
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: ascii(entry)[:40])
def test_an_entry_that_is_not_understood_stays_in_the_file_and_harms_no_other(
    file: Path, tmp_path: Path, entry: object
) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"documents": [entry, {"path": "/b.txt"}]}))
    library = Library(file)
    assert (own(library), library.problem) == ([Path("/b.txt")], "")
    library.add(tmp_path / "c.txt")
    assert entry in json.loads(file.read_text())["documents"]
    assert own(Library(file)) == [tmp_path / "c.txt", Path("/b.txt")]


PLACES = [{"row": 10**400}, {"row": "3"}, {"row": True}, {"share": 10**400}, {"row": 3, "share": None}, {"row": 2**31}]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ascii(place)[:20])
def test_what_is_not_understood_of_an_entry_stays_until_the_user_chooses(
    file: Path, tmp_path: Path, place: dict[str, object]
) -> None:
    file.parent.mkdir()
    kept = {"path": "/b.txt", "source": {"code": "nb", "script": "Latn"}, "target": "en", "new": [1], **place}
    file.write_text(json.dumps({"documents": [kept]}))
    library = Library(file)
    entry = library.find(Path("/b.txt"))
    assert entry == Entry(Path("/b.txt"), target="en")
    library.add(tmp_path / "c.txt")
    assert json.loads(file.read_text())["documents"][1] == kept
    library.keep_position(library.choose_languages(entry, "nb", "en"), 4, 0.0)
    assert json.loads(file.read_text())["documents"][1] == kept | {"source": "nb", "row": 4, "share": 0.0}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(["source", "target", "row", "share"])
DOCUMENTS = st.lists(
    st.dictionaries(FIELDS | st.text(), JSON, max_size=6)
    | st.builds(
        lambda name, values: {**values, "path": name},
        st.sampled_from(["/a.txt", "/b.md", str(BUNDLED[0])]) | JSON,
        st.dictionaries(FIELDS | st.text(), JSON, max_size=6),
    )
    | JSON,
    max_size=4,
    unique_by=lambda entry: repr(entry.get("path", entry)) if isinstance(entry, dict) else repr(entry),
)


@given(documents=DOCUMENTS, others=st.dictionaries(st.text(), JSON, max_size=3))
def test_all_that_is_not_understood_survives_a_save(
    documents: list[object], others: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("data") / "library.json"
    file.write_text(json.dumps({**others, "documents": documents}))
    library = Library(file)
    library.add(Path("/new.txt"))
    again = json.loads(file.read_text())
    own = {"documents", "writes"}
    assert {name: value for name, value in again.items() if name not in own} == {
        name: value for name, value in others.items() if name not in own
    }
    assert again["documents"][0] == {"path": "/new.txt", "source": "", "target": "", "added": 1}
    for entry in documents:
        usual = {"source": "", "target": ""} if own_path(entry) else {}
        assert (usual | entry if isinstance(entry, dict) else entry) in again["documents"]
    assert len(again["documents"]) == len(documents) + 1


def own_path(entry: object) -> bool:
    """Whether the entry names a file, and so is in the list."""
    path = entry.get("path") if isinstance(entry, dict) else None
    return isinstance(path, str) and path.startswith("/") and "\0" not in path


def test_a_full_disk_is_reported_and_the_document_listed_all_the_same(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    library = Library(file)
    library.add(tmp_path / "a.txt")
    before = file.read_bytes()
    monkeypatch.setattr(os, "replace", disk_full)
    with pytest.raises(OutputError, match="the disk is full"):
        library.add(tmp_path / "b.txt")
    assert own(library) == [tmp_path / "b.txt", tmp_path / "a.txt"]
    assert file.read_bytes() == before


def test_a_bundled_document_in_the_file_is_not_listed_twice(file: Path) -> None:
    file.parent.mkdir()
    kept = {"path": str(BUNDLED[0]), "source": "en", "target": "nb"}
    file.write_text(json.dumps({"documents": [kept]}))
    entries = list(Library(file))
    assert entries == [Entry(BUNDLED[0], True, "en", "nb"), Entry(BUNDLED[1], True)]


def test_the_place_where_a_document_was_left_is_kept_also_of_an_example(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    own, bundled = library.add(tmp_path / "egen.txt"), list(library)[-1]
    for entry in (own, bundled):
        library.keep_position(entry, 17, 0.25)
    again = Library(file)
    for entry in (own, bundled):
        found = again.find(entry.path)
        assert found is not None and (found.row, found.share) == (17, 0.25)


@pytest.mark.parametrize("place", ['"row": -1, "share": 0.5', '"row": 1, "share": 7', '"row": 3, "share": NaN'])
def test_an_impossible_place_is_the_beginning(file: Path, place: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'{{"documents": [{{"path": "/a.txt", "source": "", "target": "", {place}}}]}}')
    found = Library(file).find(Path("/a.txt"))
    assert found is not None and (found.row, found.share) == (0, 0.0)


def test_how_a_document_is_read_is_kept_with_it(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    entry = library.choose_reading(library.add(tmp_path / "a.txt"), encoding="cp850")
    entry = library.choose_reading(entry, lines="kept")
    library.choose_languages(entry, "nb", "en")
    again = Library(file).find(tmp_path / "a.txt")
    assert again is not None
    assert (again.encoding, again.lines, again.source) == ("cp850", "kept", "nb")


def test_choices_of_a_later_version_stay_and_are_read_as_none(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    file.parent.mkdir()
    file.write_text(json.dumps({"documents": [{"path": str(path), "encoding": "klingon", "lines": "woven"}]}))
    library = Library(file)
    entry = library.find(path)
    assert entry is not None and choices_of(entry.encoding, entry.lines) == Choices()
    library.choose_languages(entry, "nb", "en")
    stored = json.loads(file.read_text())["documents"][0]
    assert (stored["encoding"], stored["lines"], stored["source"]) == ("klingon", "woven", "nb")


def test_an_older_file_has_no_choices_of_reading(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"documents": [{"path": str(tmp_path / "a.txt"), "encoding": 7}]}))
    entry = Library(file).find(tmp_path / "a.txt")
    assert entry is not None and (entry.encoding, entry.lines) == ("", "")


def taken_from(library: Library, paths: Collection[Path], size: int = 100) -> list[Taken]:
    """Remove documents, so many at a time; what puts them back."""
    return [each for part in reversed([*library.take(paths, size)]) for each in part]


@pytest.mark.parametrize("removed", [(0,), (2,), (1, 2), (0, 1, 2, 3), (0, 3)])
def test_removed_documents_come_back_where_they_were_with_all_that_was_stored_of_them(
    file: Path, tmp_path: Path, removed: tuple[int, ...]
) -> None:
    library = Library(file)
    for name in "abcd":
        library.keep_position(library.choose_languages(library.add(tmp_path / name), "nb", "en"), 3, 0.25)
    data = json.loads(file.read_text())
    for each in data["documents"]:
        each["colour"] = f"of {each['path']}"
    file.write_text(json.dumps(data))
    library = Library(file)
    before = list(library)
    taken = taken_from(library, [before[number].path for number in removed])
    assert list(Library(file)) == [entry for number, entry in enumerate(before) if number not in removed]
    library.put_back(taken)
    for each in (library, Library(file)):
        assert list(each) == before
    documents = [{**each, "added": 0} for each in json.loads(file.read_text())["documents"]]
    assert documents == [{**each, "added": 0} for each in data["documents"]]


@pytest.mark.parametrize("seed", range(20))
def test_documents_that_go_and_come_back_in_parts_stand_as_if_they_had_done_so_at_once(
    file: Path, tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    libraries = [Library(file.with_name(name), deferred=True) for name in ("at once", "in parts")]
    names = [str(number) for number in range(12)]
    removed, gone, new = (set(random.sample(names, random.randint(0, 8))) for _ in range(3))
    sizes = dict(zip(libraries, (len(names), random.randint(1, 4)), strict=True))
    for library in libraries:
        for name in names:
            library.add(tmp_path / name)
        size = sizes[library]
        taken = taken_from(library, [entry.path for entry in library if entry.path.name in removed], size)
        taken_from(library, [entry.path for entry in library if entry.path.name in gone], size)
        for name in sorted(new):
            library.add(tmp_path / name)
        for start in range(0, len(taken), size):
            library.put_back(taken[start : start + size])
    assert own(libraries[0]) == own(libraries[1])


def test_a_document_whose_neighbour_was_removed_meanwhile_comes_back_at_the_top(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    a, b, c = (library.add(tmp_path / name) for name in "abc")
    taken = taken_from(library, [b.path])
    Library(file).remove(a)
    library.put_back(taken)
    assert own(library) == own(Library(file)) == [b.path, c.path]


def test_what_another_program_added_while_a_document_was_removed_stays_when_that_comes_back(
    file: Path, tmp_path: Path
) -> None:
    library = Library(file, deferred=True)
    a, b = (library.add(tmp_path / name) for name in "ab")
    taken = taken_from(library, [a.path])
    library.save()
    other = Library(file)
    other.choose_languages(other.add(tmp_path / "a"), "en", "nb")
    other.add(tmp_path / "c")
    library.put_back(taken)
    library.save()
    assert own(library) == own(Library(file)) == [tmp_path / "c", b.path, a.path]
    assert library.find(a.path) == a


def test_a_document_that_has_moved_keeps_its_place_and_all_that_was_chosen_for_it(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    for name in ("a.txt", "b.txt", "c.txt"):
        library.add(tmp_path / name)
    entry = library.choose_languages(library.add(tmp_path / "b.txt"), "nb", "en")
    entry = library.keep_position(entry, 3, 0.5)
    moved = library.relocate(entry, tmp_path / "new" / "b.txt")
    for each in (library, Library(file)):
        assert own(each) == [tmp_path / "c.txt", tmp_path / "new" / "b.txt", tmp_path / "a.txt"]
        assert each.find(moved.path) == moved
        assert (moved.source, moved.target, moved.row, moved.share) == ("nb", "en", 3, 0.5)


def test_a_document_does_not_move_to_a_file_that_is_in_the_list(file: Path, tmp_path: Path) -> None:
    library = Library(file)
    first, second = library.add(tmp_path / "a.txt"), library.add(tmp_path / "b.txt")
    assert library.relocate(first, second.path) == first
    assert library.relocate(next(each for each in library if each.bundled), tmp_path / "c.txt").bundled
    assert own(library) == [second.path, first.path]


@pytest.mark.parametrize("code", ["\ud800", "x" * 50_000, "nb\nen", "<b>", 7, None, ["nb"]])
def test_what_cannot_be_a_code_counts_as_nothing_and_stays_in_the_file(
    file: Path, tmp_path: Path, code: object
) -> None:
    entry = {"path": str(tmp_path / "a.txt"), "source": code, "target": "en", "encoding": code}
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"documents": [entry]}))
    library = Library(file)
    found = library.find(tmp_path / "a.txt")
    assert found is not None and (found.source, found.target, found.encoding) == ("", "en", "")
    library.keep_position(found, 2, 0.5)
    assert json.loads(file.read_text())["documents"][0]["source"] == code


def in_order(library: Library, names: dict[Path, int]) -> list[int]:
    return [names[entry.path] for entry in library if not entry.bundled]


@pytest.mark.parametrize("relocating", [False, True])
@pytest.mark.parametrize("seed", range(40))
def test_in_whatever_order_removals_are_taken_back_the_list_is_as_it_was(
    file: Path, tmp_path: Path, seed: int, relocating: bool
) -> None:
    chance, library, taken = Random(seed), Library(file, deferred=True), list[list[Taken]]()
    names = {tmp_path / f"{number}.txt": number for number in range(4)}
    for path in names:
        library.add(path)
    first = in_order(library, names)
    for turn in range(20):
        listed, what = [entry for entry in library if not entry.bundled], chance.random()
        if what < 0.5 and listed:
            chosen = [entry.path for entry in chance.sample(listed, chance.randint(1, min(2, len(listed))))]
            taken.append([each for part in reversed([*library.take(chosen, 40)]) for each in part])
        elif what < 0.8 and taken:
            library.put_back(taken.pop(chance.randrange(len(taken))))
        elif relocating and listed:
            entry, place = chance.choice(listed), tmp_path / f"moved {turn}.txt"
            names[place] = names[entry.path]
            library.relocate(entry, place)
    while taken:
        library.put_back(taken.pop(chance.randrange(len(taken))))
    assert in_order(library, names) == first
