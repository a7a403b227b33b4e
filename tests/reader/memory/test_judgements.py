"""What the user accepts and dismisses: which pairs it holds for, and that no fault of a file takes it away."""

import os
import shutil
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from reader.memory import Judgement, Memory
from reader.memory.database import connect
from reader.memory.journal import Journal
from reader.memory.judgements import read_judgements
from reader.memory.judging import JudgedSince
from reader.memory.ledger import JUDGEMENTS
from reader.memory.sync import change_values
from reader.parallel import user_edit
from tests.reader.memory.databases import raw

LANGUAGES = ("nb", "en")
PAIR = ("Hei du.", "Hi there.")
OTHER = ("Takk.", "Thanks.")
ACCEPTED = Judgement(accepted=True)
PARTS = ("", "-wal", "-shm")
RESTORED = "Some of your accepted sentences and dismissed warnings were missing"
posix = pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")


def dismissed(*rules: str) -> Judgement:
    return Judgement(dismissed=frozenset(rules))


def judged(file: Path, *pairs: tuple[str, str]) -> tuple[dict[tuple[str, str], Judgement], list[str]]:
    """What a new window finds, and the problems it reports."""
    with closing(Memory(file)) as memory:
        found, told = memory.judgements(LANGUAGES, pairs or (PAIR, OTHER)), []
        while problem := memory.take_problem():
            told.append(str(problem))
        return found, told


def lose(file: Path, *parts: str) -> None:
    for part in parts:
        Path(f"{file}{part}").unlink(missing_ok=True)


def store(file: Path, value: str) -> None:
    """Store for the first sentence what only another program can have stored."""
    key, journal = (*LANGUAGES, PAIR[0]), Journal(file, JUDGEMENTS)
    with closing(connect(file, 1)) as connection:
        change_values(connection, journal, 1, dict, lambda _: {key: (value, b"")})


@pytest.fixture
def journal(file: Path) -> Path:
    return file.with_name("memory.db.judgements")


def test_a_judgement_holds_for_a_sentence_and_its_translation_as_they_are(memory: Memory) -> None:
    assert memory.accept(LANGUAGES, [PAIR]).safe
    assert memory.dismiss(LANGUAGES, "number", [PAIR]).safe
    changed = [(PAIR[0], "Hi, there."), ("Hei, du.", PAIR[1]), OTHER]
    assert memory.judgements(LANGUAGES, [PAIR, *changed]) == {PAIR: Judgement(True, frozenset({"number"}))}
    assert memory.judgements(("en", "nb"), [PAIR]) == {}


def test_another_translation_of_a_sentence_has_judgements_of_its_own(memory: Memory) -> None:
    second = (PAIR[0], "Hello.")
    memory.dismiss(LANGUAGES, "number", [PAIR])
    memory.dismiss(LANGUAGES, "short", [second])
    memory.accept(LANGUAGES, [second])
    expected = {PAIR: dismissed("number"), second: Judgement(True, frozenset({"short"}))}
    assert memory.judgements(LANGUAGES, [PAIR, second]) == expected


def test_what_is_taken_back_is_gone_and_the_rest_stays(file: Path, memory: Memory) -> None:
    memory.accept(LANGUAGES, [PAIR, OTHER])
    for rule in ("number", "name"):
        memory.dismiss(LANGUAGES, rule, [PAIR])
    assert memory.withdraw(LANGUAGES, [PAIR, OTHER]).changed == {PAIR, OTHER}
    assert memory.undismiss(LANGUAGES, "number", [PAIR, OTHER]).changed == {PAIR}
    assert judged(file) == ({PAIR: dismissed("name")}, [])


def test_only_what_made_a_difference_is_said_to_have_changed(memory: Memory) -> None:
    assert memory.accept(LANGUAGES, [PAIR]).changed == {PAIR}
    assert memory.accept(LANGUAGES, [PAIR, OTHER]).changed == {OTHER}
    assert memory.undismiss(LANGUAGES, "number", [PAIR]).changed == frozenset()


def test_codes_of_later_versions_and_any_letters_come_back_as_they_were(file: Path, memory: Memory) -> None:
    pair = ('«Æ»\\ "0"\n\u2028', "x" * 100_000 + "🎉")
    for rule in ("a rule of tomorrow", "", "ø\n"):
        assert memory.dismiss(LANGUAGES, rule, [pair]).safe
    assert judged(file, pair)[0] == {pair: dismissed("a rule of tomorrow", "", "ø\n")}


def test_what_is_no_unicode_is_not_kept_and_all_else_is(memory: Memory) -> None:
    outcome = memory.accept(LANGUAGES, [PAIR, ("\ud800", "a"), ("a", "\ud800")])
    assert outcome.stored and not outcome.safe and outcome.changed == {PAIR}
    assert memory.judgements(LANGUAGES, [PAIR, ("\ud800", "a"), ("a", "\ud800")]) == {PAIR: ACCEPTED}


def test_many_are_kept_at_once(file: Path, memory: Memory) -> None:
    pairs = [(f"Setning {number}.", f"Sentence {number}.") for number in range(5000)]
    assert memory.accept(LANGUAGES, pairs).safe
    assert judged(file, *pairs)[0] == dict.fromkeys(pairs, ACCEPTED)


def test_reading_makes_no_file_and_without_a_memory_nothing_is_kept(file: Path, memory: Memory) -> None:
    assert memory.judgements(LANGUAGES, [PAIR]) == {} and not file.exists()
    with closing(Memory(None)) as nowhere:
        assert not nowhere.accept(LANGUAGES, [PAIR]).stored
        assert nowhere.judgements(LANGUAGES, [PAIR]) == {}


# Two windows


def test_two_windows_see_what_the_other_judges_and_neither_takes_anything_from_the_other(
    file: Path, memory: Memory
) -> None:
    with closing(Memory(file)) as other:
        memory.accept(LANGUAGES, [PAIR])
        other.dismiss(LANGUAGES, "number", [PAIR])
        memory.dismiss(LANGUAGES, "name", [PAIR])
        other.withdraw(LANGUAGES, [PAIR])
        for each in (memory, other):
            assert each.judgements(LANGUAGES, [PAIR]) == {PAIR: dismissed("number", "name")}
            assert each.take_problem() == ""


def test_windows_that_judge_one_sentence_at_once_lose_nothing(file: Path) -> None:
    rules = [[f"{window} {number}" for number in range(15)] for window in range(3)]

    def judge(mine: list[str]) -> None:
        with closing(Memory(file)) as memory:
            for rule in mine:
                assert memory.dismiss(LANGUAGES, rule, [PAIR]).safe

    threads = [threading.Thread(target=judge, args=(mine,)) for mine in rules]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert judged(file) == ({PAIR: dismissed(*rules[0], *rules[1], *rules[2])}, [])
    lose(file, *PARTS)
    assert judged(file)[0] == {PAIR: dismissed(*rules[0], *rules[1], *rules[2])}


def test_what_another_program_holds_is_waited_for_in_vain_and_told(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.accept(LANGUAGES, [PAIR])
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 0.05)
    with FileLock(f"{file}.edits.lock"):
        outcome = memory.accept(LANGUAGES, [OTHER])
        assert not outcome.stored and "Another program is using" in memory.take_problem()
    assert judged(file)[0] == {PAIR: ACCEPTED}


# Damaged and lost files


@pytest.mark.parametrize("lost", [PARTS, (".judgements",)])
def test_either_of_the_two_files_may_be_lost(file: Path, lost: tuple[str, ...]) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [PAIR])
        memory.dismiss(LANGUAGES, "number", [OTHER])
        memory.withdraw(LANGUAGES, [PAIR])
    lose(file, *lost)
    found, [told] = judged(file)
    assert found == {OTHER: dismissed("number")}
    assert told.startswith(RESTORED) or ("“" in told and "memory.db.judgements”, was damaged" in told)
    assert judged(file) == ({OTHER: dismissed("number")}, [])


def test_edits_and_judgements_are_restored_each_from_its_journal(file: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [PAIR])
        memory.keep_edits(*LANGUAGES, {"Ja.": user_edit("Ja.", "Aye.")})
    lose(file, *PARTS)
    found, told = judged(file)
    assert found == {PAIR: ACCEPTED} and len(told) == 2
    with closing(Memory(file)) as memory:
        assert memory.edits(*LANGUAGES, ["Ja."])["Ja."].text == "Aye."


def test_a_bit_that_turned_in_a_judgement_is_noticed_and_the_journal_is_right(file: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [PAIR])
    raw(file, "UPDATE judgement SET target = replace(target, 'Hi there.', 'Hi theqe.')")
    found, told = judged(file)
    assert found == {PAIR: ACCEPTED}
    assert "The translation memory was damaged" in told[0] and file.with_name("memory.db.damaged-1").exists()


def test_a_damaged_line_of_the_journal_takes_nothing_from_the_memory(file: Path, journal: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [PAIR])
        memory.accept(LANGUAGES, [OTHER])
    journal.write_bytes(journal.read_bytes().replace(b"Thanks", b"Thankz"))
    found, [told] = judged(file)
    assert found == {PAIR: ACCEPTED, OTHER: ACCEPTED} and "has been saved again" in told
    lose(file, *PARTS)
    assert judged(file)[0] == {PAIR: ACCEPTED, OTHER: ACCEPTED}


def test_of_two_damaged_files_what_is_sound_is_put_together_and_the_loss_told(file: Path, journal: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [PAIR])
        memory.accept(LANGUAGES, [OTHER])
    journal.write_bytes(journal.read_bytes().replace(b"Thanks", b"Thankz"))
    lose(file, *PARTS)
    found, told = judged(file)
    assert found == {PAIR: ACCEPTED}
    assert any("dismissed warnings may be missing" in each for each in told)


def test_who_has_never_judged_is_told_nothing_of_judgements_when_the_memory_is_damaged(file: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.keep_edits(*LANGUAGES, {"Ja.": user_edit("Ja.", "Aye.")})
    file.write_bytes(b"no database" * 1000)
    assert not any("dismissed" in each for each in judged(file)[1])


@pytest.mark.parametrize(
    "value", ["", "[", "{}", "[1]", '[["Hi there."]]', '[["Hi there.",1,[]]]', '[["Hi there.",true,3]]', "[" * 5000]
)
def test_what_cannot_be_understood_is_no_judgement_and_makes_way_for_one(file: Path, value: str) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [OTHER])
        store(file, value)
        assert memory.judgements(LANGUAGES, [PAIR, OTHER]) == {OTHER: ACCEPTED}
        assert memory.accept(LANGUAGES, [PAIR]).safe
    assert judged(file) == ({PAIR: ACCEPTED, OTHER: ACCEPTED}, [])


def test_of_a_later_version_what_is_known_is_understood(file: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [OTHER])
        store(file, '[["Hi there.",true,["number",7],"later"],["Hello.",false,[]]]')
        assert memory.judgements(LANGUAGES, [PAIR]) == {PAIR: Judgement(True, frozenset({"number"}))}


def test_a_memory_of_a_version_before_takes_judgements(file: Path, memory: Memory) -> None:
    memory.keep_edits(*LANGUAGES, {"Ja.": user_edit("Ja.", "Aye.")})
    memory.close()
    raw(file, "DROP TABLE judgement", "DROP TABLE judgement_journal")
    assert judged(file) == ({}, [])
    with closing(Memory(file)) as again:
        assert again.accept(LANGUAGES, [PAIR]).safe
        assert again.edits(*LANGUAGES, ["Ja."])["Ja."].text == "Aye."
    assert judged(file) == ({PAIR: ACCEPTED}, [])


def test_a_program_of_a_version_before_leaves_judgements_alone(file: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.accept(LANGUAGES, [PAIR])
    raw(file, "INSERT INTO edit VALUES ('nb', 'en', 'Ja.', 'Aye.', x'')")
    assert judged(file)[0] == {PAIR: ACCEPTED}


@posix
def test_a_memory_of_a_version_before_that_cannot_be_written_has_no_judgements(file: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.keep_edits(*LANGUAGES, {"Ja.": user_edit("Ja.", "Aye.")})
    raw(file, "DROP TABLE judgement", "DROP TABLE judgement_journal", "PRAGMA journal_mode = DELETE")
    with closing(connect(file, 1)) as connection:
        assert read_judgements(connection, LANGUAGES, [PAIR[0]]) == {}


# What others judge


def test_what_was_judged_since_a_look_is_told_sentence_by_sentence(file: Path, memory: Memory) -> None:
    first = memory.judged_since(None)
    assert first.sentences == {}
    with closing(Memory(file)) as other:
        other.accept(LANGUAGES, [PAIR])
        second = memory.judged_since(first.mark)
        assert second.sentences == {LANGUAGES: frozenset({PAIR[0]})}
        other.dismiss(("en", "nb"), "number", [OTHER])
        other.withdraw(LANGUAGES, [PAIR])
        third = memory.judged_since(second.mark)
        assert third.sentences == {LANGUAGES: frozenset({PAIR[0]}), ("en", "nb"): frozenset({OTHER[0]})}
        assert memory.judged_since(third.mark).sentences == {}
        other.store("a package", {"Ja.": user_edit("Ja.", "Yes.")})
        assert memory.judged_since(third.mark).sentences == {}
    assert memory.judgements_of(("en", "nb"), [OTHER[0], PAIR[0]]) == {OTHER[0]: {OTHER[1]: dismissed("number")}}


def test_after_something_was_forgotten_any_sentence_may_be_judged_otherwise(file: Path, memory: Memory) -> None:
    memory.accept(LANGUAGES, [PAIR, OTHER])
    mark = memory.judged_since(None).mark
    with closing(Memory(file)) as other:
        assert other.forget([], judged={LANGUAGES: [PAIR[0]]})
    assert memory.judged_since(mark).sentences is None
    memory.forget_everything()
    assert memory.judged_since(mark).sentences is None


def test_after_a_first_look_in_vain_any_sentence_may_be_judged_otherwise(file: Path, memory: Memory) -> None:
    file.mkdir(parents=True)  # which cannot be read
    mark = memory.judged_since(None).mark
    assert memory.judged_since(mark) == JudgedSince(mark, {})
    file.rmdir()
    with closing(Memory(file)) as other:
        other.accept(LANGUAGES, [PAIR])
    since = memory.judged_since(mark)
    assert since.sentences is None
    assert memory.judged_since(since.mark).sentences == {}


def test_where_the_journal_cannot_be_written_any_sentence_may_be_judged_otherwise(file: Path, memory: Memory) -> None:
    memory.accept(LANGUAGES, [PAIR])
    mark = memory.judged_since(None).mark
    journal = Path(f"{file}.judgements")
    journal.unlink()
    journal.mkdir()
    with closing(Memory(file)) as other:
        other.accept(LANGUAGES, [OTHER])
    assert memory.judged_since(mark).sentences is None
    journal.rmdir()


# The disk


def test_a_judgement_is_acknowledged_only_if_the_journal_has_it_and_is_in_the_memory_until_then(
    file: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.accept(LANGUAGES, [PAIR])
    write = os.write

    def full(file: int, data: bytes) -> int:
        write(file, data[:20])
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("reader.memory.journal.os.write", full)
        outcome = memory.dismiss(LANGUAGES, "number", [OTHER])
        assert outcome.stored and not outcome.safe and outcome.changed == {OTHER}
        assert "dismissed warnings cannot be saved: the disk is full. For now" in memory.take_problem()
    assert memory.accept(LANGUAGES, [("a", "b")]).safe
    memory.close()
    lose(file, *PARTS)
    assert judged(file, PAIR, OTHER, ("a", "b"))[0] == {
        PAIR: ACCEPTED,
        OTHER: dismissed("number"),
        ("a", "b"): ACCEPTED,
    }


def test_a_folder_where_the_journal_should_be_is_told_and_the_memory_used(file: Path, journal: Path) -> None:
    journal.mkdir(parents=True)
    with closing(Memory(file)) as memory:
        assert not memory.accept(LANGUAGES, [PAIR]).safe
        assert "dismissed warnings cannot be saved: it is a folder" in memory.take_problem()
        assert memory.keep_edits(*LANGUAGES, {"Ja.": user_edit("Ja.", "Aye.")})
    assert judged(file)[0] == {PAIR: ACCEPTED}


@posix
def test_the_journal_is_for_the_user_alone_and_there_is_none_without_judgements(file: Path, journal: Path) -> None:
    with closing(Memory(file)) as memory:
        memory.keep_edits(*LANGUAGES, {"Ja.": user_edit("Ja.", "Aye.")})
        assert not journal.exists()
        memory.accept(LANGUAGES, [PAIR])
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    journal.chmod(0o644)
    judged(file)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_a_journal_does_not_grow_for_ever(file: Path, journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.memory.sync._SPARE_RECORDS", 4)
    with closing(Memory(file)) as memory:
        for _ in range(20):
            memory.accept(LANGUAGES, [PAIR])
            memory.withdraw(LANGUAGES, [PAIR])
        memory.accept(LANGUAGES, [PAIR])
    judged(file)
    assert journal.read_bytes().count(b"\n") == 2


# Forgetting


def test_with_a_sentence_its_judgements_are_forgotten_and_nothing_of_it_is_left_in_any_file(
    file: Path, journal: Path, memory: Memory
) -> None:
    second = (PAIR[0], "Hello.")
    memory.accept(LANGUAGES, [PAIR, second, OTHER])
    memory.dismiss(LANGUAGES, "number", [PAIR])
    shutil.copy(journal, f"{journal}.damaged-1")
    forgotten = memory.forget([PAIR[0]], judged={LANGUAGES: [PAIR[0]]})
    assert forgotten is not None and (forgotten.judged, forgotten.complete) == (1, True)
    assert memory.judgements(LANGUAGES, [PAIR, second, OTHER]) == {OTHER: ACCEPTED}
    memory.close()
    assert [path.name for path in file.parent.iterdir() if b"Hi there" in path.read_bytes()] == []
    lose(file, *PARTS)
    assert judged(file, PAIR, second, OTHER)[0] == {OTHER: ACCEPTED}


def test_with_everything_all_judgements_go_and_the_journal_with_them(file: Path, journal: Path, memory: Memory) -> None:
    memory.accept(LANGUAGES, [PAIR, OTHER])
    forgotten = memory.forget_everything()
    assert forgotten is not None and forgotten.judged == 2
    assert memory.judgements(LANGUAGES, [PAIR, OTHER]) == {} and not journal.exists()
    assert memory.accept(LANGUAGES, [PAIR]).safe


def test_what_another_program_has_forgotten_is_not_put_back(file: Path, memory: Memory) -> None:
    memory.accept(LANGUAGES, [PAIR])
    memory.dismiss(LANGUAGES, "number", [PAIR])
    withdrawn = memory.withdraw(LANGUAGES, [PAIR])
    assert memory.accept(LANGUAGES, [PAIR], since=withdrawn.forgettings).changed == {PAIR}
    withdrawn = memory.withdraw(LANGUAGES, [PAIR])
    with closing(Memory(file)) as other:
        assert other.forget([], judged={LANGUAGES: [PAIR[0]]})
    again = memory.accept(LANGUAGES, [PAIR], since=withdrawn.forgettings)
    assert again.refused and again.safe and not again.changed
    assert memory.dismiss(LANGUAGES, "number", [PAIR], since=withdrawn.forgettings).refused
    assert memory.judgements(LANGUAGES, [PAIR]) == {}
    assert memory.accept(LANGUAGES, [PAIR]).changed == {PAIR}  # what is new is
