"""Tests of the concordance: words in all their forms, in the memory and in a text, with what they have become."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.concordance import Hit, Origin, Wanted, hits_in, remembered_hits
from reader.errors import CancelledError, OutputError
from reader.memory import Memory, WordIndex, import_tmx
from reader.memory.forgetting import Forgotten, delete_all
from reader.parallel import Hypothesis, ParallelText, Part, Row, assembled, user_edit
from reader.text import Document, Link, Paragraph
from reader.text.signs import with_signs
from tests.reader.memory.databases import raw
from tests.reader.memory.tmx_files import pair, tmx

PACKAGE = "translate-nb_en 1.9 88888888 nb en"
NEWER = "translate-nb_en 2.0 99999999 nb en"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "memory" / "memory.db"


@pytest.fixture
def memory(file: Path) -> Iterator[Memory]:
    with closing(Memory(file)) as memory:
        memory.store(
            PACKAGE,
            {
                "Kommunen gjorde vedtaket i går.": linked(
                    "Kommunen gjorde vedtaket i går.",
                    "The municipality made the decision yesterday.",
                    "Kommunen/municipality gjorde/made vedtaket/the vedtaket/decision går/yesterday",
                ),
                "Nye vedtak må få støtte.": linked(
                    "Nye vedtak må få støtte.", "New resolutions need support.", "vedtak/resolutions"
                ),
                "Sauen er ikke et får.": Hypothesis("The sheep is not a decision.", -1.0),
            },
        )
        yield memory


def linked(source: str, target: str, words: str) -> Hypothesis:
    """A translation with links between words, each written `ours/theirs`."""
    return Hypothesis(target, -1.0, tuple(link(source, target, *each.split("/")) for each in words.split()))


def link(source: str, target: str, ours: str, theirs: str) -> Link:
    start, other = source.index(ours), target.index(theirs)
    return start, start + len(ours), other, other + len(theirs), 1.0


def found(memory: Memory, text: str, language: str = "", most: int = 100) -> list[Hit]:
    for _ in memory.index_words():
        pass
    return remembered_hits(memory, Wanted(text), language, most=most)


def words(hit: Hit) -> tuple[list[str], list[str]]:
    """What was found, and what is linked to it."""
    return [hit.text[slice(*span)] for span in hit.spans], [hit.other[slice(*span)] for span in hit.other_spans]


def forgets(file: Path, text: bytes) -> bool:
    return not any(text in path.read_bytes() for path in file.parent.iterdir() if path.is_file())


def test_a_word_is_found_in_all_its_forms_with_what_it_has_become(memory: Memory) -> None:
    hits = found(memory, "vedtak")
    assert {(*map(tuple, words(hit)), hit.became) for hit in hits} == {
        (("vedtaket",), ("the", "decision"), "decision"),
        (("vedtak",), ("resolutions",), "resolution"),
    }
    assert {hit.origin for hit in hits} == {Origin.MACHINE} and all(hit.is_source for hit in hits)


def test_a_word_is_found_on_either_side(memory: Memory) -> None:
    one, other = found(memory, "decision", "en")
    assert {one.became, other.became} == {"vedtak", ""} and not one.is_source
    assert one.language == "en" and one.other_language == "nb"
    assert not found(memory, "decision", "nb")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("vedtaket kommune", 1),
        ("vedtak støtte sau", 0),
        ('"vedtaket i går"', 1),
        ("«i vedtaket»", 0),
        ("komm*", 1),
        ("stotte", 1),
        ("GÅR", 1),
        ("far", 1),
        ("fær", 0),
        ("gå", 0),
        ("", 0),
        ("?!", 0),
    ],
)
def test_words_phrases_and_beginnings_are_found_whatever_keyboard_they_are_typed_on(
    memory: Memory, text: str, count: int
) -> None:
    assert len(found(memory, text, "nb")) == count


def test_of_the_translations_of_a_sentence_the_one_that_is_used_is_found(memory: Memory, tmp_path: Path) -> None:
    sentence = "Nye vedtak må få støtte."
    assert [hit.became for hit in found(memory, "nye")] == [""]
    memory.store(NEWER, {sentence: Hypothesis("Recent decrees need support.", -1.0)})
    assert [hit.other for hit in found(memory, "nye")] == ["Recent decrees need support."]
    imported = tmp_path / "minne.tmx"
    imported.write_text(tmx(pair(sentence, "Fresh decrees need support.")), "utf-8")
    import_tmx(imported, "nb", "en", memory)
    assert [(hit.other, hit.origin) for hit in found(memory, "nye")] == [
        ("Fresh decrees need support.", Origin.IMPORTED)
    ]
    memory.keep_edits("nb", "en", {sentence: user_edit(sentence, "My own decrees.", ())})
    (hit,) = found(memory, "nye")
    assert hit.other == "My own decrees." and hit.edited and hit.origin is Origin.EDIT
    assert not found(memory, "resolutions") and not found(memory, "recent") and not found(memory, "fresh")
    assert found(memory, "vedtak")[0].edited


def test_signs_around_what_is_verbatim_are_not_shown(memory: Memory) -> None:
    source, target = with_signs("Kjør ls i vinduet.", [(5, 7)]), with_signs("Run ls in the window.", [(4, 6)])
    memory.store(PACKAGE, {source: linked(source, target, "vinduet/window")})
    (hit,) = found(memory, "vindu")
    assert (hit.text, hit.other) == ("Kjør ls i vinduet.", "Run ls in the window.")
    assert words(hit) == (["vinduet"], ["window"])


def test_what_other_programs_save_is_found_too(file: Path, memory: Memory) -> None:
    assert not found(memory, "båt")
    with closing(Memory(file)) as other:
        other.store(PACKAGE, {"En båt.": Hypothesis("A boat.", -1.0)})
    raw(file, "INSERT INTO edit VALUES ('nb', 'en', 'To båter.', 'Two boats.', x'')")
    assert sorted(hit.text for hit in found(memory, "båt")) == ["En båt.", "To båter."]
    assert raw(file, "SELECT count(*) FROM word_index_waiting") == [(0,)]


def test_nothing_is_noted_for_an_index_that_nobody_uses(file: Path, memory: Memory) -> None:
    assert raw(file, "SELECT count(*) FROM word_index_waiting") == [(0,)] and not list(file.parent.glob("*.words*"))
    assert remembered_hits(memory, Wanted("vedtak"), most=10) == []
    assert memory.lookup(PACKAGE, ["Nye vedtak må få støtte."]) and not list(file.parent.glob("*.words*"))


def test_of_many_sentences_the_newest_are_found(memory: Memory) -> None:
    memory.store(PACKAGE, {f"Båt nummer {n}.": Hypothesis(f"Boat number {n}.", -1.0) for n in range(2500)})
    assert len(found(memory, "boats", most=3)) == 3
    memory.store(PACKAGE, {"Båten er ny.": Hypothesis("The boat is new.", -1.0)})
    assert found(memory, "båt", most=1)[0].text == "Båten er ny."
    assert [hit.text for hit in found(memory, "1234", "nb")] == ["Båt nummer 1234."]


def test_what_is_forgotten_with_a_document_is_in_no_file(file: Path, memory: Memory) -> None:
    assert found(memory, "kommunen") and not forgets(file, b"Kommunen gjorde") and not forgets(file, b"municipality")
    with closing(Memory(file)) as other:
        assert found(other, "kommunen")
        forgotten = memory.forget(["Kommunen gjorde vedtaket i går."])
        assert forgotten is not None and forgotten.complete
        assert forgets(file, b"Kommunen gjorde") and forgets(file, b"kommunen") and forgets(file, b"municipality")
        assert remembered_hits(other, Wanted("kommunen"), most=10) == []
        assert not found(other, "kommunen") and [hit.became for hit in found(other, "vedtak")] == ["resolution"]
    assert forgets(file, b"municipality")
    assert memory.forget_everything() is not None and not found(memory, "vedtak")
    assert forgets(file, b"vedtak")


def test_what_is_forgotten_while_the_index_is_made_is_in_no_file(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {f"Båt nummer {n}.": Hypothesis(f"Boat number {n}.", -1.0) for n in range(2500)})
    with closing(Memory(file)) as other:
        making = other.index_words()
        assert next(making) and not forgets(file, b"Kommunen")
        assert memory.forget(["Kommunen gjorde vedtaket i går."]) is not None
        assert list(making) == [] and forgets(file, b"kommunen") and forgets(file, b"Kommunen")
        assert len(list(file.parent.glob("*.words*"))) == 0 and len(found(other, "støtte")) == 1


def test_the_index_is_gone_before_rows_are_deleted_which_takes_room_on_the_disk(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(memory, "kommunen") and any(file.parent.glob("*.words*"))
    left: list[Path] = []

    def looking(connection: sqlite3.Connection) -> Forgotten:
        left.extend(file.parent.glob("*.words*"))
        return delete_all(connection)

    monkeypatch.setattr("reader.memory.memory.delete_all", looking)
    assert memory.forget_everything() is not None and not left


def test_an_index_that_is_forgotten_while_it_is_written_is_no_error(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_index: WordIndex, *_: object) -> None:
        monkeypatch.undo()
        with closing(Memory(file)) as other:
            other.forget_everything()
            other.store(PACKAGE, {"Vedtaket står.": Hypothesis("The decision stands.", -1.0)})
        error = sqlite3.OperationalError()
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR  # files that are deleted while they are opened
        raise error

    monkeypatch.setattr(WordIndex, "add", fail)
    assert [hit.other for hit in found(memory, "vedtak")] == ["The decision stands."]


def test_an_index_left_by_a_program_that_does_not_know_it_is_deleted(file: Path, memory: Memory) -> None:
    assert found(memory, "kommunen")
    raw(file, "DELETE FROM translation WHERE source LIKE 'Kommunen%'", "PRAGMA application_id = 7")
    assert not found(memory, "kommunen") and found(memory, "vedtak")
    assert not any(b"Kommunen" in path.read_bytes() for path in file.parent.glob("*.words*"))


def test_two_programs_may_index_at_once(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {f"Båt nummer {n}.": Hypothesis(f"Boat number {n}.", -1.0) for n in range(2500)})
    with closing(Memory(file)) as other:
        both = [memory.index_words(), other.index_words()]
        while both:
            both = [each for each in both if next(each, None) is not None]
        assert len(found(memory, "båt", most=5000)) == 2500 and len(found(other, "gjorde")) == 1


def test_indexing_goes_on_where_it_was_left(file: Path, memory: Memory) -> None:
    memory.store(PACKAGE, {f"Båt nummer {n}.": Hypothesis(f"Boat number {n}.", -1.0) for n in range(2500)})
    making = memory.index_words()
    assert next(making) == 1000
    assert len(remembered_hits(memory, Wanted("båt"), most=5000)) == 1000
    del making
    with closing(Memory(file)) as other:
        assert sum(other.index_words()) == 1503


def test_indexing_and_searching_can_be_cancelled(memory: Memory) -> None:
    making = memory.index_words(lambda: True)
    assert next(making) == 3
    with pytest.raises(CancelledError):
        next(making)
    with pytest.raises(CancelledError):
        remembered_hits(memory, Wanted("vedtak"), most=9, cancelled=lambda: True)


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"spoilt" * 999), lambda path: path.unlink()])
def test_a_damaged_or_missing_index_is_made_anew(file: Path, memory: Memory, spoil: object) -> None:
    assert found(memory, "vedtak") and callable(spoil)
    for path in file.parent.glob("*.words*"):
        spoil(path)
    assert remembered_hits(memory, Wanted("vedtak"), most=9) == []
    assert len(found(memory, "vedtak")) == 2 and not memory.take_problem()
    assert len(list(file.parent.glob("*.words*"))) == 1


def test_an_index_of_which_a_part_is_damaged_is_made_anew(file: Path, memory: Memory) -> None:
    assert found(memory, "vedtak")
    (index,) = file.parent.glob("*.words*")
    raw(index, "UPDATE words_data SET block = x'00' WHERE id > 10")
    assert remembered_hits(memory, Wanted("vedtak"), most=9) == []
    assert len(found(memory, "vedtak")) == 2 and len(list(file.parent.glob("*.words*"))) == 1


def test_an_index_that_cannot_be_written_is_told_in_one_sentence(file: Path, memory: Memory) -> None:
    assert found(memory, "vedtak")
    (index,) = file.parent.glob("*.words*")
    index.unlink()
    index.mkdir()
    with pytest.raises(OutputError, match="searched only in part"):
        found(memory, "vedtak")
    assert memory.lookup(PACKAGE, ["Nye vedtak må få støtte."]) and not memory.take_problem()


def test_a_memory_without_a_file_has_nothing(tmp_path: Path) -> None:
    with closing(Memory(None)) as none, closing(Memory(tmp_path / "not there" / "memory.db")) as new:
        assert found(none, "vedtak") == [] and found(new, "vedtak") == [] and not (tmp_path / "not there").exists()


def test_a_text_is_searched_row_by_row() -> None:
    first, second = "Kommunen gjorde vedtaket i går.", "Vedtakene er nye."
    source = f"{first} {second}"
    spans = (0, len(first)), (len(first) + 1, len(source))
    other = "The decisions are new."
    parts = [
        Part(spans[0], "The decision fell.", -0.5, (link(first, "The decision fell.", "vedtaket", "decision"),)),
        Part(spans[1], other, -0.5, (link(second, other, "Vedtakene", "decisions"),)),
    ]
    rows = [Row(Paragraph("Vedtak")), assembled(Paragraph(source), parts)]
    text = ParallelText(Document("t", tuple(row.source for row in rows), None, "nb", True), "nb", "en", (), rows)
    hits = [hit for some in hits_in(text, Wanted("vedtak")) for hit in some]
    assert [(hit.row, hit.sentence, words(hit), hit.became) for hit in hits] == [
        (1, 0, (["vedtaket"], ["decision"]), "decision"),
        (1, 1, (["Vedtakene"], ["decisions"]), "decision"),
    ]
    english = [hit.text for some in hits_in(text, Wanted("decision"), "en") for hit in some]
    assert english == ["The decision fell.", other]
    assert not [hit for some in hits_in(text, Wanted("vedtak"), "en") for hit in some]
    assert not [hit for some in hits_in(text, Wanted("kommun")) for hit in some]
    assert [hit.text for some in hits_in(text, Wanted("kommun*")) for hit in some] == [first]
    assert not list(hits_in(text, Wanted("vedtak"), cancelled=lambda: True))
