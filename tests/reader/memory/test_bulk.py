"""Large imports: all of a file is in the memory afterwards, or nothing of it."""

import multiprocessing
import os
import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.errors import CancelledError, DocumentError, OutputError
from reader.memory import Amount, Memory, import_tmx
from reader.memory.journal import Journal
from reader.memory.tmx_report import TmxReport, Unusable
from reader.parallel import user_edit
from tests.reader.memory.tmx_files import HEADER, many, pair, tmx, tuv, unit

OWN = {"Setning nummer 7 er kort.": "Mine.", "Noe annet.": "Else."}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The file of a memory with edits of the user's."""
    with opened(tmp_path / "memory" / "memory.sqlite") as memory:
        keep(memory, {"Borte.": "Gone."})
        keep(memory, OWN)
        memory.forget_edits("nb", "en", ["Borte."])
    return tmp_path / "memory" / "memory.sqlite"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A TMX file with 3000 units."""
    path = tmp_path / "minne.tmx"
    path.write_text("".join(many(3000)), "utf-8")
    return path


def opened(place: Path) -> "closing[Memory]":
    return closing(Memory(place))


def keep(memory: Memory, edits: dict[str, str]) -> None:
    assert memory.keep_edits("nb", "en", {source: user_edit(source, text) for source, text in edits.items()})


def found_in(place: Path) -> dict[str, str]:
    """What a new program finds."""
    with opened(place) as memory:
        found = {stored.source: stored.target for stored in memory.stored("nb", "en")}
        assert memory.take_problem() == ""
    return found


def leavings(place: Path) -> set[str]:
    """Files beside the memory that are none of its own."""
    own = {place.name, f"{place.name}.edits", f"{place.name}.edits.lock", f"{place.name}-wal", f"{place.name}-shm"}
    return {path.name for path in place.parent.iterdir()} - own


def test_everything_comes_in_beside_the_edits_which_stay(place: Path, file: Path) -> None:
    journal = Journal(place).path.read_bytes()
    with opened(place) as memory:
        report = import_tmx(file, "nb", "en", memory)
        assert memory.amounts() == [Amount("nb", "en", 0, 2, 2999)]
    assert report == TmxReport(units=3000, added=2999, kept=1)
    found = found_in(place)
    assert len(found) == 3001
    assert found.items() >= {**OWN, "Setning nummer 2999 er kort.": "Sentence number 2999 is short."}.items()
    assert "Borte." not in found and not leavings(place)
    assert Journal(place).path.read_bytes() == journal


def test_a_second_time_nothing_is_added_and_the_report_says_so(place: Path, file: Path) -> None:
    with opened(place) as memory:
        import_tmx(file, "nb", "en", memory)
        report = import_tmx(file, "nb", "en", memory)
        assert report == TmxReport(units=3000, added=0, known=2999, kept=1)
        assert list(report.sentences()) == [
            "0 sentences were added.",
            "2999 were already there.",
            "One is kept as you have edited it.",
        ]


def test_a_second_file_and_edits_afterwards_go_on_in_the_same_memory(place: Path, file: Path) -> None:
    with opened(place) as memory:
        import_tmx(file, "nb", "en", memory)
        file.write_text(tmx(pair("Ny.", "New."), pair("Setning nummer 8 er kort.", "Other.")), "utf-8")
        assert import_tmx(file, "nb", "en", memory) == TmxReport(units=2, added=1, replaced=1)
        keep(memory, {"Ny.": "Fresh."})
        file.write_text(tmx(pair("Enda en.", "Another.")), "utf-8")
        import_tmx(file, "nb", "en", memory)
    found = found_in(place)
    assert len(found) == 3003
    assert found.items() >= {"Ny.": "Fresh.", "Enda en.": "Another.", **OWN}.items()


@pytest.mark.parametrize("looks", [0, 1, 3, 6, 7, 8, 9, 10, 11])
def test_nothing_of_a_cancelled_import_counts(place: Path, file: Path, looks: int) -> None:
    answers = iter([False] * looks)
    with opened(place) as memory:
        with pytest.raises(CancelledError):
            import_tmx(file, "nb", "en", memory, cancelled=lambda: next(answers, True))
        keep(memory, {"Etterpå.": "Afterwards."})
    assert found_in(place) == {**OWN, "Etterpå.": "Afterwards."}
    assert not leavings(place)


def test_nothing_of_a_file_that_ends_too_early_counts(place: Path, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])
    with opened(place) as memory, pytest.raises(DocumentError, match="is incomplete"):
        import_tmx(file, "nb", "en", memory)
    assert found_in(place) == OWN
    assert not leavings(place)


def test_a_later_file_replaces_what_was_imported_but_not_what_the_user_edited(place: Path, file: Path) -> None:
    with opened(place) as memory:
        file.write_text(tmx(pair("Én.", "Old."), pair("To.", "Two."), pair("Tre.", "Old.")), "utf-8")
        import_tmx(file, "nb", "en", memory)
        keep(memory, {"Tre.": "Mine.", "Fire.": "Four."})
        file.write_text(tmx(pair("Én.", "New."), pair("To.", "Two."), pair("Tre.", "New."), pair("Fire.", "Four.")))
        report = import_tmx(file, "nb", "en", memory)
        assert report == TmxReport(units=4, added=0, replaced=1, known=2, kept=1)
        assert "One that was imported before was replaced." in list(report.sentences())
        found = memory.edits("nb", "en", ["Én.", "To.", "Tre.", "Fire."])
    assert {key: edit.text for key, edit in found.items()} == {
        "Én.": "New.",
        "To.": "Two.",
        "Tre.": "Mine.",
        "Fire.": "Four.",
    }


def _import_until(place: Path, file: Path, name: str) -> None:
    """In a process of its own: import, and be killed where a function is called."""
    module, _, attribute = name.rpartition(".")
    target = __import__(module, fromlist=[attribute])
    setattr(target, attribute, lambda *_, **__: os._exit(9))
    with opened(place) as memory:
        import_tmx(file, "nb", "en", memory)


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ("reader.memory.staging.readings_of", 2),
        ("reader.memory.bulk._put", 2),
        ("reader.memory.bulk.PutIn", 2),
        ("reader.memory.tmx_import.TmxReport", 3001),
    ],
)
def test_of_an_import_that_is_killed_all_counts_or_nothing(place: Path, file: Path, where: str, count: int) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_import_until, args=(place, file, where))
    process.start()
    process.join()
    assert process.exitcode == 9
    with opened(place) as memory:
        assert [amount.own for amount in memory.amounts()] == [count]
        found = {stored.source: stored.target for stored in memory.stored("nb", "en")}
    assert found.items() >= OWN.items()
    assert len(found) == count


def full(*_: Any, **__: Any) -> None:
    error = sqlite3.OperationalError("disk full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


@pytest.mark.parametrize(
    "where", ["staging.Staging.add", "staging.Staging.settle", "bulk._put", "bulk.PutIn"], ids=lambda where: where
)
def test_nothing_counts_if_the_disk_is_full(
    place: Path, file: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(place) as memory, monkeypatch.context() as broken:
        broken.setattr(f"reader.memory.{where}", full)
        with pytest.raises(OutputError, match=r"cannot be remembered on this disk\.$"):
            import_tmx(file, "nb", "en", memory)
    assert not leavings(place)
    assert Journal(place).history().whole
    assert len(Journal(place).history().changes) <= 3
    with opened(place) as memory:
        assert {stored.source: stored.target for stored in memory.stored("nb", "en")} == OWN


def test_while_a_file_is_read_others_can_use_the_memory(place: Path, file: Path) -> None:
    with opened(place) as memory, opened(place) as other:
        told: list[tuple[int, int]] = []

        def progress(done: int, of: int) -> None:
            told.append((done, of))
            if done < of:
                keep(memory, {f"Underveis {done}.": "On the way."})
                keep(other, {f"Samtidig {done}.": "At the same time."})

        import_tmx(file, "nb", "en", memory, progress=progress)
        assert told == sorted(told) and told[-1] == (1000, 1000) and len(told) > 5
    assert len(found_in(place)) == 3001 + 2 * (len({done for done, _ in told}) - 1)


def test_the_newest_of_several_translations_counts_and_they_are_told(place: Path, file: Path) -> None:
    units = [
        pair("Én.", "Old.", "20190101T000000Z"),
        pair("Én.", "New.", "20200101T000000Z"),
        pair("Én.", "Undated."),
        pair("To.", "First."),
        pair("To.", "Last."),
        pair("Tre.", "Same."),
        pair("Tre.", "Same."),
    ]
    file.write_text(tmx(*units), "utf-8")
    with opened(place) as memory:
        assert import_tmx(file, "nb", "en", memory) == TmxReport(units=7, added=3, repeated=2)
    assert found_in(place).items() >= {"Én.": "New.", "To.": "Last.", "Tre.": "Same."}.items()


def test_what_can_never_be_used_is_counted_by_reason(place: Path, file: Path) -> None:
    units = [
        pair("Ja.", "Yes."),
        unit(tuv("nn", "Eg."), tuv("en", "I.")),
        pair("", "x"),
        pair("12", "12"),
        pair("Vi kom. Vi gikk.", "We came and went."),
        pair("x" * 200_000, "x"),
    ]
    file.write_text(tmx(*units), "utf-8")
    with opened(place) as memory:
        report = import_tmx(file, "nb", "en", memory)
    why = Unusable
    assert dict(report.never) == {why.LANGUAGES: 1, why.EMPTY: 2, why.SENTENCES: 1, why.LONG: 1}
    assert (report.units, report.added) == (6, 1)
    told = list(report.sentences())
    assert told[0] == "One sentence was added."
    assert "2 units have no words in one of the languages." in told


def test_both_directions_come_in_and_units_that_say_theirs_only_in_that(place: Path, file: Path) -> None:
    said = '<tu srclang="en">' + tuv("nb", "Bare tilbake.") + tuv("en", "Only back.") + "</tu>"
    silent = '<tu srclang="*all*">' + tuv("nb", "Begge veier.") + tuv("en", "Both ways.") + "</tu>"
    file.write_text(tmx(pair("Bare dit.", "Only there."), said, silent), "utf-8")  # the header says Bokmål
    with opened(place) as memory:
        assert import_tmx(file, "nb", "en", memory, both=True, said=True).added == 4
        assert memory.edits("nb", "en", ["Bare tilbake."]) == memory.edits("en", "nb", ["Only there."]) == {}
        assert memory.edits("en", "nb", ["Only back."])["Only back."].text == "Bare tilbake."
        assert import_tmx(file, "nb", "en", memory, both=True).added == 2


def lines() -> Iterator[str]:
    yield f'<tmx version="1.4">{HEADER}<body>\n'
    yield from (pair(f"Setning {i} {'x' * 500}.", f"Sentence {i} {'y' * 500}.") for i in range(6000))
    yield "</body></tmx>"


def test_a_large_file_needs_little_memory(place: Path, file: Path) -> None:
    with file.open("w", encoding="utf-8") as opened_file:
        opened_file.writelines(lines())
    with opened(place) as memory:
        memory.counts()
        tracemalloc.start()
        try:
            assert import_tmx(file, "nb", "en", memory).added == 6000
            assert tracemalloc.get_traced_memory()[1] < 4_000_000 < file.stat().st_size
        finally:
            tracemalloc.stop()


def test_after_an_edit_the_others_are_not_read_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(place) as memory, opened(place) as other:
        assert memory.edits("nb", "en", ["Ost."]) == other.edits("nb", "en", ["Ost."]) == {}
        monkeypatch.setattr("reader.memory.older_edits._ALL", "this is no SQL and would be an error")
        for each, text in ((memory, "Here."), (other, "There.")):
            keep(each, {"1. Ost.": text})
            assert memory.edits("nb", "en", ["Ost."])["Ost."].text == text
            assert each.forget_edits("nb", "en", ["1. Ost."])
            assert memory.edits("nb", "en", ["Ost."]) == {}
