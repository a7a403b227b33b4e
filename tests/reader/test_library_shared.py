"""One list of documents and several programs: no change is lost, and what one removes stays removed."""

import errno
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Thread

import filelock
import pytest
from hypothesis import given, strategies as st

from reader import Library, OutputError, library as libraries
from reader.files import write_atomically
from reader.library import Entry, Saved
from reader.paths import SEEDS

BUNDLED = sorted(SEEDS.glob("*.txt"))
A, B, C, D, E = (Path(f"/{name}.txt") for name in "abcde")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.json"


def two(file: Path, *paths: Path) -> tuple[Library, Library]:
    """Two programs that have read a list of these documents."""
    for path in reversed(paths):
        Library(file).add(path)
    return Library(file), Library(file)


def own(library: Library) -> list[Path]:
    return [entry.path for entry in library if not entry.bundled]


# ---- Case by case ----


def test_what_two_programs_add_is_in_the_list_with_the_newest_first(file: Path) -> None:
    one, other = two(file, A)
    one.add(B)
    other.add(C)
    assert own(other) == own(Library(file)) == [C, B, A]


def test_languages_and_places_that_two_programs_choose_are_all_kept(file: Path) -> None:
    one, other = two(file, A)
    for library, path in ((one, A), (other, BUNDLED[0])):
        entry = library.find(path)
        assert entry is not None
        library.choose_languages(entry, "nb", "en")
    entry = other.find(A)
    assert entry is not None and entry.source == "nb"
    other.keep_position(entry, 7, 0.5)
    for path, row in ((A, 7), (BUNDLED[0], 0)):
        found = Library(file).find(path)
        assert found is not None and (found.source, found.target, found.row) == ("nb", "en", row)


def test_paragraphs_that_two_programs_want_translated_are_all_kept(file: Path) -> None:
    one, other = two(file, A)
    entry = one.find(A)
    assert entry is not None
    for paragraph in "pqr":
        one.force(entry, paragraph, forced=True)
    assert other.force(entry, "s", forced=True).forced == ("s",)  # it has not read the others yet
    other.force(entry, "q", forced=False)
    one.force(entry, "t", forced=True)
    found = Library(file).find(A)
    assert found is not None and found == one.find(A)
    assert set(found.forced) == set("prst")


def test_rules_that_two_programs_dismiss_for_a_document_are_all_kept_also_those_of_a_later_version(file: Path) -> None:
    one, other = two(file, A)
    entry = one.find(A)
    assert entry is not None
    for rule in ("number", "name", "of a later version"):
        one.dismiss(entry, rule, dismissed=True)
    assert other.dismiss(entry, "short", dismissed=True).dismissed == ("short",)  # it has not read the others yet
    other.dismiss(entry, "name", dismissed=False)
    one.dismiss(entry, "long", dismissed=True)
    found = Library(file).find(A)
    assert found is not None and set(found.dismissed) == {"number", "of a later version", "short", "long"}
    one.choose_languages(found, "nb", "en")
    assert Library(file).find(A) == replace(found, source="nb", target="en")


def test_rules_dismissed_for_a_document_are_forgotten_with_it(file: Path) -> None:
    one, _ = two(file, A)
    for path in (A, BUNDLED[0]):
        entry = one.find(path)
        assert entry is not None
        one.dismiss(entry, "number", dismissed=True)
        one.forget(entry)
    again = Library(file)
    again.add(A)
    assert [entry.dismissed for entry in again if entry.path in (A, BUNDLED[0])] == [(), ()]
    assert "number" not in file.read_text("utf-8")


@pytest.mark.parametrize("stored", ["number", 3, None, [1, "number", None], {"number": 1}])
def test_what_is_no_list_of_rules_dismisses_none(file: Path, stored: object) -> None:
    one, _ = two(file, A)
    entry = one.find(A)
    assert entry is not None
    one.dismiss(entry, "short", dismissed=True)
    values = json.loads(file.read_text("utf-8"))
    values["documents"][0]["dismissed"] = stored
    file.write_text(json.dumps(values), "utf-8")
    found = Library(file).find(A)
    assert found is not None and found.dismissed == (("number",) if isinstance(stored, list) else ())


def test_what_one_removes_stays_removed_when_the_other_keeps_its_place_and_languages(file: Path) -> None:
    one, other = two(file, A, B)
    entry = other.find(A)
    assert entry is not None
    one.remove(entry)
    assert other.keep_position(entry, 3, 0.0).row == 3
    assert own(other) == own(Library(file)) == [B]
    chosen = other.choose_languages(entry, "nb", "en")  # it may still be open
    assert (chosen.source, chosen.target) == ("nb", "en")
    assert own(other) == own(Library(file)) == [B]


def test_what_one_removed_is_back_with_what_was_chosen_when_the_other_adds_it_again(file: Path) -> None:
    one, other = two(file, A, B)
    entry = other.find(B)
    assert entry is not None
    other.choose_languages(entry, "nb", "en")
    one.remove(entry)
    other.add(B)
    assert own(other) == own(Library(file)) == [B, A]
    found = Library(file).find(B)
    assert found is not None and found.source == "nb"


def test_adding_what_is_in_the_list_changes_nothing(file: Path) -> None:
    one, other = two(file, A, B)
    entry = one.find(B)
    assert entry is not None
    one.choose_languages(entry, "nb", "en")
    before = file.stat().st_ino
    other.add(B)
    assert file.stat().st_ino == before
    assert other.find(B) == one.find(B)


def test_who_stayed_where_they_were_does_not_take_back_where_another_has_gone(file: Path) -> None:
    one, other = two(file, A)
    entry = one.find(A)
    assert entry is not None
    one.keep_position(entry, 9, 0.5)
    other.keep_position(entry, 0, 0.0)
    found = Library(file).find(A)
    assert found is not None and (found.row, found.share) == (9, 0.5)


def test_a_save_tells_what_others_have_done(file: Path) -> None:
    two(file, A, B)
    library, other = Library(file, deferred=True), Library(file)
    assert library.save() == Saved()
    library.add(C)
    assert library.save() == Saved()
    entry = other.find(A)
    assert entry is not None
    other.remove(entry)
    library.add(Path("/d.txt"))
    assert library.save() == Saved(True, frozenset({A}))
    other.add(A)
    library.add(Path("/e.txt"))
    assert library.save() == Saved(True)


def test_a_refresh_shows_what_others_have_done_and_writes_nothing(file: Path) -> None:
    two(file, A, B)
    library, other = Library(file, deferred=True), Library(file)
    assert library.refresh() == Saved()
    library.add(C)
    entry = other.find(A)
    assert entry is not None
    other.remove(entry)
    written = file.read_bytes()
    assert library.refresh() == Saved(True, frozenset({A}))
    assert [entry.path for entry in library][:2] == [C, B]
    assert file.read_bytes() == written
    assert library.refresh() == Saved()


@pytest.mark.parametrize("damage", [b"", b"{", None])
def test_a_refresh_leaves_what_is_damaged_or_gone_to_the_next_save(file: Path, damage: bytes | None) -> None:
    two(file, A, B)
    library = Library(file, deferred=True)
    file.unlink() if damage is None else file.write_bytes(damage)
    assert library.refresh() == Saved()
    assert {A, B} <= {entry.path for entry in library}
    assert [path.read_bytes() for path in file.parent.glob("library*.json")] == [damage] * (damage is not None)


def test_what_a_later_version_has_written_meanwhile_survives(file: Path) -> None:
    library, _ = two(file, A)
    later = json.loads(file.read_text()) | {"new": [1]}
    later["documents"][0] |= {"colour": "red"}
    later["documents"].append({"url": "gopher:a"})
    file.write_text(json.dumps(later))
    library.add(B)
    kept = json.loads(file.read_text())
    assert kept["new"] == [1]
    assert kept["documents"][1:] == later["documents"]


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_the_folder_of_a_new_list_is_private(file: Path) -> None:
    Library(file).add(A)
    assert file.parent.stat().st_mode & 0o777 == 0o700


# ---- When something is wrong with the file ----


def test_deferred_changes_hold_at_once_and_are_written_by_the_next_save(file: Path) -> None:
    library = Library(file, deferred=True)
    library.choose_languages(library.add(A), "nb", "en")
    assert own(library) == [A] and not file.exists()
    library.save()
    assert list(Library(file)) == list(library)


def test_while_another_program_holds_the_file_changes_wait_for_the_next_save(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "_PATIENCE_S", 0.0)
    library, _ = two(file, A)
    held, done = Event(), Event()

    def hold() -> None:
        with filelock.FileLock(file.with_suffix(".lock")):
            held.set()
            done.wait()

    other = Thread(target=hold)
    other.start()
    held.wait()
    with pytest.raises(OutputError, match="another program is using it"):
        library.add(B)
    assert own(library) == [B, A] and own(Library(file)) == [A]
    done.set()
    other.join()
    library.save()
    assert own(Library(file)) == [B, A]


def test_a_disk_without_locks_keeps_the_list_all_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("reader.locks.locked", no_locks)
    Library(file).add(A)
    assert own(Library(file)) == [A]


def test_what_changes_while_it_is_being_written_is_written_next(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, other = Library(file, deferred=True), Library(file)
    begun, go_on = Event(), Event()
    write = write_atomically

    def waiting(path: Path, data: bytes, *, private: bool) -> None:
        begun.set()
        go_on.wait()
        write(path, data, private=private)

    other.add(C)
    library.add(A)
    monkeypatch.setattr(libraries, "write_atomically", waiting)
    thread = Thread(target=library.save)
    thread.start()
    begun.wait()
    library.add(B)
    go_on.set()
    thread.join()
    assert own(library) == [B, A, C]
    assert own(Library(file)) == [A, C]
    library.save()
    assert own(Library(file)) == [B, A, C]


def test_a_write_that_fails_loses_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, other = two(file, A)
    other.add(C)
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr(os, "replace", full)
        with pytest.raises(OutputError, match="the disk is full"):
            library.add(B)
    library.save()
    assert own(library) == own(Library(file)) == [B, C, A]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"documents": 1}', None], ids=ascii)
def test_a_list_that_is_damaged_or_gone_while_programs_run_is_written_anew_from_what_they_know(
    file: Path, data: bytes | None
) -> None:
    one, other = two(file, A, B)
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)
    third = Library(file)  # has not read what was in it
    third.add(C)
    entry = one.find(A)
    assert entry is not None
    one.choose_languages(entry, "nb", "en")
    assert own(one) == own(Library(file)) == [C, A, B]
    other.remove(entry)
    assert own(other) == own(Library(file)) == [C, B]
    third.add(Path("/d.txt"))
    assert own(third) == [Path("/d.txt"), C, B]
    kept = file.with_name("library.damaged.json")
    assert (kept.read_bytes() if kept.exists() else None) == data
    assert bool(third.problem) == (data is not None)


def test_damage_that_is_found_at_a_save_is_told_of(file: Path) -> None:
    library, _ = two(file, A)
    file.write_text("{")
    library.add(B)
    kept = file.with_name("library.damaged.json")
    assert library.problem == f"Your library was damaged. It was kept as “{kept}” and a new one was started."
    assert own(Library(file)) == [B, A]


# ---- Two programs in any order, compared with a simple model ----

NAMES = [Path("/a.txt"), Path("/b.md"), Path("/c.docx"), Path("/d.txt"), BUNDLED[0]]
Fields = dict[str, tuple[object, ...]]


@dataclass
class List:
    """The model of a list: names in order, and the choices for each."""

    names: list[Path] = field(default_factory=lambda: list(BUNDLED))
    fields: dict[Path, Fields] = field(default_factory=lambda: {path: fresh() for path in BUNDLED})

    def copy(self) -> "List":
        return List(list(self.names), {path: dict(fields) for path, fields in self.fields.items()})

    def do(self, what: str, path: Path, value: Fields) -> None:
        if what == "add" and path not in self.names:
            self.names.insert(0, path)
            self.fields[path] = dict(value)
        elif what == "remove" and path in self.names and path not in BUNDLED:
            self.names.remove(path)
            del self.fields[path]
        elif what in ("languages", "place") and path in self.names:
            self.fields[path][what] = value[what]


def fresh() -> Fields:
    return {"languages": ("", ""), "place": (0, 0.0)}


def act(library: Library, what: str, path: Path, languages: tuple[str, str], place: tuple[int, float]) -> None:
    """Do something to a library's entry, if it is in it."""
    entry = library.find(path)
    if what == "add":
        library.add(path)
    elif entry is not None:
        match what:
            case "remove":
                library.remove(entry)
            case "languages":
                library.choose_languages(entry, *languages)
            case "place":
                library.keep_position(entry, *place)


class Program:
    """A library and its model: what it shows, and what it has not written yet."""

    def __init__(self, file: Path, disk: List) -> None:
        self.library = Library(file, deferred=True)
        self.shown, self.waiting = disk.copy(), list[tuple[str, Path, Fields]]()

    def do(self, what: str, path: Path, languages: tuple[str, str], place: tuple[int, float]) -> None:
        value: Fields = {"languages": languages, "place": place}
        entry = self.library.find(path)
        act(self.library, what, path, languages, place)
        if what == "add":
            value = dict(self.shown.fields.get(path, fresh()))
        elif entry is None or (what == "place" and self.shown.fields[path]["place"] == place):
            return
        if path in BUNDLED and what in ("add", "remove"):
            return
        self.waiting.append((what, path, value))
        self.shown.do(what, path, value)

    def save(self, disk: List) -> None:
        before = self.shown
        saved = self.library.save()
        if self.waiting:
            for each in self.waiting:
                disk.do(*each)
            self.waiting, self.shown = [], disk.copy()
        self._check(saved, before)

    def refresh(self, disk: List) -> None:
        before, self.shown = self.shown, disk.copy()
        for each in self.waiting:
            self.shown.do(*each)
        self._check(self.library.refresh(), before)

    def _check(self, saved: Saved, before: List) -> None:
        assert saved.changed == (before != self.shown)
        assert saved.removed == set(before.names) - set(self.shown.names)


def content(library: Library) -> List:
    entries = list(library)
    return List(
        [entry.path for entry in entries],
        {e.path: {"languages": (e.source, e.target), "place": (e.row, e.share)} for e in entries},
    )


WHAT = st.sampled_from(["add", "add", "remove", "languages", "place", "save", "save", "refresh", "close", "crash"])
LANGUAGES = st.sampled_from([("nb", "en"), ("en", "nb"), ("", "")])
PLACES = st.tuples(st.integers(0, 3), st.sampled_from([0.0, 0.25]))
STEPS = st.lists(st.tuples(st.integers(0, 1), WHAT, st.sampled_from(NAMES), LANGUAGES, PLACES), max_size=40)


@given(steps=STEPS)
def test_two_programs_in_any_order_agree_with_a_plain_list(
    steps: list[tuple[int, str, Path, tuple[str, str], tuple[int, float]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file, disk = tmp_path_factory.mktemp("data") / "library.json", List()
    programs = [Program(file, disk) for _ in range(2)]
    for number, what, path, languages, place in steps:
        program = programs[number]
        if what in ("save", "close"):
            program.save(disk)
        if what in ("close", "crash"):  # what it has not written is lost
            programs[number] = Program(file, disk)
        elif what == "refresh":
            program.refresh(disk)
        elif what != "save":
            program.do(what, path, languages, place)
        for each in programs:
            assert content(each.library) == each.shown
        assert content(Library(file)) == disk


@given(before=STEPS, after=STEPS, damage=st.sampled_from([b"", b"{", b"[]", None]))
def test_what_a_program_knows_outlasts_damage_to_the_file(
    before: list[tuple[int, str, Path, tuple[str, str], tuple[int, float]]],
    after: list[tuple[int, str, Path, tuple[str, str], tuple[int, float]]],
    damage: bytes | None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file, disk = tmp_path_factory.mktemp("data") / "library.json", List()
    stays, other = Program(file, disk), Program(file, disk)
    for number, what, path, languages, place in before:
        if what in ("save", "close", "crash"):
            (stays, other)[number].save(disk)
        elif what == "refresh":
            (stays, other)[number].refresh(disk)
        else:
            (stays, other)[number].do(what, path, languages, place)
    known = content(stays.library)
    if damage is not None:
        file.write_bytes(damage)
    elif file.exists():
        file.unlink()
    libraries = [stays.library, other.library]
    for number, what, path, languages, place in after:
        if what in ("close", "crash") and number:
            libraries[number] = Library(file, deferred=True)
        elif what in ("save", "close", "crash"):
            libraries[number].save()
        elif what == "refresh":
            libraries[number].refresh()
        else:
            act(libraries[number], what, path, languages, place)
    libraries[0].add(Path("/last.txt"))
    libraries[0].save()
    touched = {path for _, _, path, _, _ in after}
    found = content(Library(file))
    gone = {path for _, what, path, _, _ in after if what == "remove"}
    waiting = {path for what, path, _ in other.waiting if what == "remove"}
    assert set(known.names) - gone - waiting <= set(found.names)
    for path in set(known.names) - touched - waiting - {each for _, each, _ in other.waiting}:
        assert found.fields[path] == known.fields[path]


ANEW = Path("/anew.txt")


def entry_of(library: Library, path: Path) -> Entry:
    found = library.find(path)
    assert found is not None
    return found


def began_anew(*, by: Library) -> None:
    """Damage the list, so that the next save of `by` starts a new one."""
    (by.folder / "library.json").write_bytes(b"{garbage")
    by.add(ANEW)


def test_what_was_removed_before_the_list_was_begun_anew_does_not_come_back_from_who_knew_it_still(file: Path) -> None:
    one, other = two(file, A, B)
    one.remove(entry_of(one, A))
    began_anew(by=one)
    other.add(C)
    assert own(other) == own(Library(file)) == [C, ANEW, B]


def test_nor_does_what_a_program_removed_that_has_ended(file: Path) -> None:
    one, other = two(file, A, B)
    one.remove(entry_of(one, A))
    began_anew(by=Library(file))
    other.add(C)
    assert own(Library(file)) == [C, ANEW, B]


def test_nor_what_is_removed_with_the_save_that_begins_the_list_anew(file: Path) -> None:
    one, other = two(file, A, B)
    other.add(C)
    file.write_bytes(b"{garbage")
    one.remove(entry_of(one, A))  # which has not read the third
    other.add(D)
    assert own(other) == own(Library(file)) == [D, B, C]


def test_nor_what_is_removed_after_it_or_after_the_next_one(file: Path) -> None:
    _, late = two(file, A, B)
    one = Library(file)
    began_anew(by=one)
    one.remove(entry_of(one, A))
    file.unlink()
    one.add(C)
    one.remove(entry_of(one, B))
    late.add(D)
    assert own(Library(file)) == [D, C, ANEW]


def test_nor_what_another_had_removed_of_which_whoever_began_it_anew_knew_nothing(file: Path) -> None:
    one, other = two(file, A, B)
    other.remove(entry_of(other, A))
    began_anew(by=one)
    assert own(Library(file)) == [ANEW, A, B]
    other.add(C)
    assert own(other) == own(Library(file)) == [C, ANEW, B]


def test_what_was_added_again_to_a_list_begun_anew_stays(file: Path) -> None:
    one, other = two(file, A, B)
    other.remove(entry_of(other, A))
    began_anew(by=one)
    one.remove(entry_of(one, A))
    one.add(A)
    other.add(C)
    assert own(other) == own(Library(file)) == [C, A, ANEW, B]


def test_what_only_one_knew_outlasts_each_beginning(file: Path) -> None:
    one, other = two(file, A)
    third = Library(file)
    other.add(B)
    third.add(C)  # which reads the second
    began_anew(by=one)
    third.remove(entry_of(third, A))
    assert own(Library(file)) == [ANEW, C, B]
    file.write_bytes(b"{garbage")
    one.add(D)  # which has not read that the others are in the list again
    other.add(E)
    third.add(Path("/f.txt"))
    assert set(own(Library(file))) >= {ANEW, B, C, D, E, Path("/f.txt")}


def test_what_was_removed_is_back_when_it_is_added_again(file: Path) -> None:
    one, other = two(file, A, B)
    one.remove(entry_of(one, A))
    began_anew(by=one)
    other.add(C)
    other.add(A)
    assert own(Library(file)) == [A, C, ANEW, B]


def test_a_list_says_nothing_of_what_was_removed_from_it(file: Path) -> None:
    one, other = two(file, A, B)
    one.remove(entry_of(one, A))
    began_anew(by=one)
    other.add(C)
    assert A.name not in file.read_text()


@given(
    steps=st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["add", "remove", "damage"]), st.sampled_from([A, B, C])),
        max_size=14,
    ),
    order=st.permutations([0, 1, 2]),
)
def test_of_lists_begun_anew_the_last_is_what_the_programs_made_of_them_all(
    steps: list[tuple[int, str, Path]], order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("data") / "library.json"
    programs, expected = [Library(file) for _ in range(3)], set[Path]()
    for number, what, path in steps:
        entry = programs[number].find(path)
        if what == "damage":
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(b"{garbage")
        elif what == "add" and path not in expected:
            programs[number].add(path)
            expected.add(path)
        elif what == "remove" and path in expected and entry is not None:
            programs[number].remove(entry)
            expected.discard(path)
    for number in order:
        programs[number].add(Path(f"/last-{number}.txt"))
    assert {path for path in own(Library(file)) if not path.name.startswith("last")} == expected


# ---- Real programs ----

ADDING = """
import sys
from pathlib import Path
from reader import Library
library = Library(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(50):
    library.add(Path(f"/{sys.argv[2]}-{number}.txt"))
"""


def test_two_processes_that_add_at_the_same_time_lose_nothing(file: Path) -> None:
    commands = [[sys.executable, "-c", ADDING, str(file), name] for name in ("one", "two")]
    programs = [subprocess.Popen(each, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for each in commands]
    for program in programs:
        assert program.stdout is not None and program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    listed = own(Library(file))
    assert len(listed) == 100
    for name in ("one", "two"):
        mine = [path for path in listed if path.stem.startswith(name)]
        assert mine == [Path(f"/{name}-{number}.txt") for number in reversed(range(50))]


# ---- Forgotten documents ----


@pytest.mark.parametrize("damage", [None, b"", b'{"documents": [x'])
@pytest.mark.parametrize("everything", [False, True])
def test_what_was_forgotten_does_not_come_back_from_who_knew_it_still_when_the_list_is_lost(
    everything: bool, damage: bytes | None, file: Path
) -> None:
    one, other = two(file, A, B)
    other.keep_position(entry_of(other, BUNDLED[0]), 3, 0.5)
    third = Library(file)
    if everything:
        one.forget_all()
    else:
        for path in (A, BUNDLED[0]):
            one.forget(entry_of(one, path))
    lose(file, damage)
    third.add(C)
    assert own(third) == own(Library(file)) == ([C] if everything else [C, B])
    assert entry_of(Library(file), BUNDLED[0]).row == 0
    other.add(A)  # can be added again
    assert own(Library(file)) == [A, *own(third)]


def test_what_was_added_after_all_was_forgotten_outlasts_the_loss_of_the_list(file: Path) -> None:
    one, other = two(file, A, B)
    one.forget_all()
    one.add(B)
    other.add(C)  # reads it
    lose(file, None)
    other.add(D)
    assert own(Library(file)) == [D, C, B]


def test_what_was_forgotten_of_a_list_begun_anew_does_not_come_back_from_who_knew_the_one_before_it(file: Path) -> None:
    one, other = two(file, A, B)
    lose(file, None)
    one.add(C)
    one.forget(entry_of(one, A))
    lose(file, None)
    other.add(D)
    assert own(Library(file)) == [D, B]


def test_the_note_of_what_was_forgotten_names_nothing_and_a_damaged_one_is_begun_anew(file: Path) -> None:
    secret = Path("/hemmelig.txt")
    one, other = two(file, secret, A)
    note = file.with_suffix(".forgotten")
    note.write_text('{"key": "", "everything": []')
    one.forget(entry_of(one, secret))
    assert not [path for path in file.parent.iterdir() if b"hemmelig" in path.read_bytes()]
    lose(file, None)
    other.add(B)
    assert own(Library(file)) == [B, A]


def lose(file: Path, damage: bytes | None) -> None:
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
