"""Following what other processes forget."""

from pathlib import Path

import pytest

from reader.library import Entry, Library
from reader.library_forgotten import ForgottenWatch

ONE, TWO = Path("/one.txt"), Path("/two.txt")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.json")
    for path in (ONE, TWO):
        library.add(path)
    return library


@pytest.fixture
def watch(library: Library) -> ForgottenWatch:
    return ForgottenWatch(library.folder / "library.json")


def test_a_forgotten_document_is_told_once_each_time(library: Library, watch: ForgottenWatch) -> None:
    assert watch.look([ONE, TWO]) == frozenset()
    for _ in range(2):
        library.forget(library.add(ONE))
        assert watch.look([ONE, TWO]) == frozenset({ONE})
        assert watch.look([ONE, TWO]) == frozenset()


def test_one_that_the_list_does_not_have_is_told_too(library: Library, watch: ForgottenWatch) -> None:
    library.forget(Entry(Path("/three.txt")))
    assert watch.look([ONE, Path("/three.txt")]) == frozenset({Path("/three.txt")})


def test_when_everything_is_forgotten_that_is_told(library: Library, watch: ForgottenWatch) -> None:
    for _ in range(2):
        library.forget_all()
        assert watch.look([ONE]) is None
        assert watch.look([ONE]) == frozenset()
    library.forget(library.add(TWO))
    assert watch.look([ONE, TWO]) == frozenset({TWO})


def test_what_was_forgotten_before_the_last_look_at_anything_or_before_the_first_is_not_told(
    library: Library, watch: ForgottenWatch
) -> None:
    library.forget(library.add(ONE))
    watch.look(())
    assert watch.look([ONE]) == frozenset()
    assert ForgottenWatch(library.folder / "library.json").look([ONE]) == frozenset()


def test_a_damaged_record_tells_of_nothing_until_it_is_written_anew(library: Library, watch: ForgottenWatch) -> None:
    library.forget(library.add(ONE))
    watch.look(())
    (library.folder / "library.forgotten").write_bytes(b"\0")
    assert watch.look([ONE, TWO]) == frozenset()
    library.forget(library.add(TWO))
    assert watch.look([ONE, TWO]) == frozenset({TWO})
