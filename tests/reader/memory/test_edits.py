"""The user's edits in the memory: for all documents and packages, permanent, and before any translation."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli import main
from reader.memory import EditOutcome, EditRequest, Memory
from reader.parallel import Hypothesis, Row, State, initial_row, not_cancelled, user_edit
from reader.paths import MEMORY_FILE
from reader.text import Paragraph
from reader.translation import recall, translate
from tests.fake_translator import FakeTranslator
from tests.reader.memory.databases import raw
from tests.source_tree import ROOT

PACKAGE = "translate-nb_en 1.9 1234567"
HI = user_edit("Hei du.", "Hi there.", ((0, 3, 0, 2, 0.75), (4, 6, 3, 8, 1.0)))
posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def edits_in(file: Path, *sentences: str) -> dict[str, str]:
    with closing(Memory(file)) as other:
        found = other.edits("nb", "en", sentences)
        assert other.take_problem() == ""
        return {sentence: edit.text for sentence, edit in found.items()}


def numbered(count: int) -> dict[str, Hypothesis]:
    return {f"Setning {i}.": user_edit(f"Setning {i}.", f"Sentence {i}.") for i in range(count)}


# Saving


UNSAFE = """
import os, sys
from pathlib import Path
from reader.memory import Memory
from reader.parallel import Hypothesis, user_edit
from tests.system_calls import fail_to_reach_the_disk
memory = Memory(Path(sys.argv[1]))
def keep(sentence):
    return memory.keep_edits("nb", "en", {sentence: user_edit(sentence, "Mine.")})
assert keep("Begun.") and keep("Gone on.")
os.fsync = lambda _: None  # the journal is on another disk, as it were
fail_to_reach_the_disk()
memory.store("p", {"Machine.": Hypothesis("Its.", -0.5)})
print([keep("Not safe."), memory.forget_edits("nb", "en", ["Begun."])], list(memory.lookup("p", ["Machine."])))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is Linux that refuses the calls")
def test_an_edit_is_safe_only_once_the_disk_has_it_a_translation_without_waiting(file: Path) -> None:
    run = subprocess.run([sys.executable, "-c", UNSAFE, str(file)], cwd=ROOT, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("[False, False] ['Machine.']\n", "")


def test_an_edit_is_found_by_the_next_window_with_its_links_and_warnings(file: Path, memory: Memory) -> None:
    lost = user_edit("Det er 3.", "It is.")
    assert memory.keep_edits("nb", "en", {"Hei du.": HI, "Det er 3.": lost})
    memory.close()
    with closing(Memory(file)) as other:
        assert other.edits("nb", "en", ["Hei du.", "Det er 3.", "Nei."]) == {"Hei du.": HI, "Det er 3.": lost}
    assert lost.warnings == ("number",)


def test_an_edit_belongs_to_its_two_languages_and_to_its_exact_sentence(memory: Memory) -> None:
    memory.keep_edits("nb", "en", {"Hei du.": HI})
    assert memory.edits("nb", "de", ["Hei du."]) == memory.edits("en", "nb", ["Hei du."]) == {}
    assert memory.edits("nb", "en", ["Hei du", "hei du.", "Hei  du."]) == {}


def test_a_later_edit_replaces_the_earlier_unless_told_not_to(memory: Memory) -> None:
    memory.keep_edits("nb", "en", {"Hei du.": HI})
    memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", "Hey.")})
    assert memory.edits("nb", "en", ["Hei du."])["Hei du."].text == "Hey."
    memory.keep_edits("nb", "en", {"Hei du.": HI, "Ja.": user_edit("Ja.", "Yes.")}, replace=False)
    assert {s: e.text for s, e in memory.edits("nb", "en", ["Hei du.", "Ja."]).items()} == {
        "Hei du.": "Hey.",
        "Ja.": "Yes.",
    }


def test_a_forgotten_edit_gives_way_to_the_machine_translation(file: Path, memory: Memory) -> None:
    machine = Hypothesis("Hello you.", -0.5)
    memory.store(PACKAGE, {"Hei du.": machine})
    memory.keep_edits("nb", "en", {"Hei du.": HI, "Ja.": user_edit("Ja.", "Yes.")})
    assert memory.forget_edits("nb", "en", ["Hei du.", "finnes ikke"])
    assert edits_in(file, "Hei du.", "Ja.") == {"Ja.": "Yes."}
    assert memory.lookup(PACKAGE, ["Hei du."]) == {"Hei du.": machine}


@pytest.mark.parametrize("number", [499, 500, 501, 1700])
def test_every_one_of_many_edits_is_found(memory: Memory, number: int) -> None:
    edits = numbered(number)
    assert memory.keep_edits("nb", "en", edits)
    assert memory.edits("nb", "en", [*edits, "ukjent"]) == edits


def test_what_cannot_be_kept_is_said_and_the_rest_kept(memory: Memory) -> None:
    assert not memory.keep_edits("nb", "en", {"\ud800": HI, "Hei du.": HI})
    assert memory.edits("nb", "en", ["Hei du."]) == {"Hei du.": HI}


def test_an_edit_that_found_no_place_is_told_each_time(file: Path, memory: Memory) -> None:
    file.parent.touch()
    assert [memory.keep_edits("nb", "en", {"Hei du.": HI}) for _ in range(2)] == [False, False]
    assert "cannot be used" in memory.take_problem()
    with closing(Memory(None)) as nowhere:
        assert not nowhere.keep_edits("nb", "en", {"Hei du.": HI})


def test_a_question_for_edits_makes_no_file(file: Path, memory: Memory) -> None:
    assert memory.edits("nb", "en", ["Hei."]) == {}
    assert memory.keep_edits("nb", "en", {})
    assert not file.parent.exists()


# In all documents


def rows_of(*texts: str) -> list[Row]:
    return [initial_row(Paragraph(text)) for text in texts]


def test_an_edit_comes_before_what_any_package_made_in_every_document(
    memory: Memory, translator: FakeTranslator
) -> None:
    memory.store(PACKAGE, {"Hei du.": Hypothesis("Hello you.", -0.5), "Ja.": Hypothesis("Yes.", -0.5)})
    memory.keep_edits("nb", "en", {"Hei du.": HI})
    rows = rows_of("Ja. Hei du.")
    for package, others in ((PACKAGE, "Yes."), ("another", "JA.")):
        [done] = translate(rows, "nb", translator, memory=memory, package=package, target="en")
        assert done.row.target == f"{others} Hi there."
        assert [(pair.edited, pair.score) for pair in done.row.sentences] == [(False, -0.5), (True, None)]
        assert done.row.sentences[1].links[0][:4] == (4, 7, len(others) + 1, len(others) + 3)
    assert translator.asked == [["Ja."]]


def test_edits_alone_finish_a_row_without_a_model_or_a_package(memory: Memory) -> None:
    memory.keep_edits("nb", "en", {"Hei du.": HI})
    [known] = recall(rows_of("Hei du.", "Ukjent."), "nb", memory, "", "en")
    assert (known.index, known.row.target, known.row.state) == (0, "Hi there.", State.DONE)
    assert recall(rows_of("Hei du."), "nb", memory, "", "de") == []


def test_an_edit_made_while_a_document_is_translated_counts_in_the_rest_of_it(memory: Memory) -> None:
    class Interrupted(FakeTranslator):
        def translate(
            self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
        ) -> list[Hypothesis]:
            memory.keep_edits("nb", "en", {"Hei du.": HI})
            return super().translate(sentences, linking=linking, cancelled=cancelled)

    [done] = translate(rows_of("Hei du."), "nb", Interrupted(), memory=memory, package=PACKAGE, target="en")
    assert done.row.target == "Hi there."
    assert memory.lookup(PACKAGE, ["Hei du."])["Hei du."].text == "HEI DU."


def test_a_sentence_left_out_on_purpose_is_no_failure(memory: Memory, translator: FakeTranslator) -> None:
    memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", "")})
    rows = rows_of("Ja. Hei du. Nei.", "Hei du.")
    done = translate(rows, "nb", translator, memory=memory, package="p", target="en")
    one, two = sorted(done, key=lambda each: each.index)
    assert (one.row.target, one.row.state) == ("JA. NEI.", State.DONE)
    assert (two.row.target, two.row.state) == ("", State.DONE)


def test_the_command_line_gives_the_users_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    with closing(Memory(tmp_path / "data" / MEMORY_FILE)) as memory:
        memory.keep_edits("nb", "en", {"Hei du.": HI})
    source, target = tmp_path / "a.txt", tmp_path / "b.json"
    source.write_text("Hei du. Dette er en katt.", "utf-8")
    assert main(["translate", str(source), "--from", "nb", "--to", "en", "-o", str(target)]) == 0
    [paragraph] = json.loads(target.read_text("utf-8"))["paragraphs"]
    assert paragraph["target"].startswith("Hi there. ")
    assert [sentence.get("edited") for sentence in paragraph["sentences"]] == [True, None]
    assert paragraph["sentences"][0]["links"]


# Two programs that do not know of each other


def by(memory: Memory, text: str | None, *seen: str) -> tuple[str | None, str | None]:
    """Edit the sentence; returns the edit afterwards, and the one that the user had not seen."""
    new = user_edit("Hei du.", text) if text is not None else None
    outcome = memory.change_edits("nb", "en", {"Hei du.": EditRequest(new, frozenset(seen))})
    assert outcome.safe == {"Hei du."}
    there, other = memory.edits("nb", "en", ["Hei du."]).get("Hei du."), outcome.others.get("Hei du.")
    return there.text if there else None, other.text if other else None


def test_what_an_edit_replaces_unseen_is_given_back_and_is_never_taken_back_unseen(memory: Memory) -> None:
    assert by(memory, None) == (None, None)
    assert by(memory, "Hi.", "machine") == ("Hi.", None)
    assert by(memory, "Hey.", "machine", "Hi.") == ("Hey.", None)
    assert by(memory, "Hey.", "machine") == ("Hey.", None)  # both edits are the same
    assert by(memory, "Hello.", "Hi.") == ("Hello.", "Hey.")
    assert by(memory, None, "Hey.") == ("Hello.", "Hello.")
    assert by(memory, None, "Hello.", "Hey.") == (None, None)


def test_of_requests_that_cannot_be_kept_none_is_safe(file: Path, memory: Memory) -> None:
    wanted = {"\ud800": EditRequest(HI), "Hei du.": EditRequest(HI), "Ja.": EditRequest(None)}
    assert memory.change_edits("nb", "en", wanted) == EditOutcome(frozenset({"Hei du.", "Ja."}))
    raw(file, "PRAGMA user_version = 99")
    with closing(Memory(file)) as newer:
        assert newer.change_edits("nb", "en", wanted) == EditOutcome()


def test_no_edit_is_lost_between_two_programs_without_the_other_being_told(file: Path) -> None:
    both, known, overtaken = threading.Barrier(2), [set[str](), set[str]()], [list[str](), list[str]()]

    def work(number: int) -> None:
        seen, text = known[number], ""
        with closing(Memory(file)) as memory:
            for count in range(25):
                both.wait()
                before, text = text, f"{number} {count}"
                outcome = memory.change_edits("nb", "en", {"a": EditRequest(user_edit("a", text), frozenset(seen))})
                assert outcome.safe
                if outcome.others and before:
                    overtaken[number].append(before)
                seen.update([text, *(other.text for other in outcome.others.values())])

    threads = [threading.Thread(target=work, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert overtaken[0] or overtaken[1]
    assert set(overtaken[0]) <= known[1]
    assert set(overtaken[1]) <= known[0]


# Older and damaged files

OLD_TABLES = (
    "CREATE TABLE package (id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE)",
    """CREATE TABLE translation (
        package INTEGER NOT NULL REFERENCES package (id), source TEXT NOT NULL,
        target TEXT NOT NULL, score REAL NOT NULL, links BLOB NOT NULL, warnings TEXT NOT NULL,
        PRIMARY KEY (package, source)
    ) WITHOUT ROWID""",
    f"INSERT INTO package VALUES (1, '{PACKAGE}')",
    "INSERT INTO translation VALUES (1, 'Ja.', 'Yes.', -0.5, x'', '')",
    "PRAGMA journal_mode = WAL",
    "PRAGMA user_version = 1",
)


@pytest.fixture
def old_file(file: Path) -> Path:
    """A memory as written by the first version of the program."""
    file.parent.mkdir()
    raw(file, *OLD_TABLES)
    return file


def test_a_memory_from_before_there_were_edits_is_taken_over_without_loss(old_file: Path, memory: Memory) -> None:
    assert memory.lookup(PACKAGE, ["Ja."]) == {"Ja.": Hypothesis("Yes.", -0.5)}
    assert memory.keep_edits("nb", "en", {"Hei du.": HI})
    assert memory.take_problem() == ""
    assert raw(old_file, "PRAGMA user_version") == [(2,)]
    assert edits_in(old_file, "Hei du.") == {"Hei du.": "Hi there."}


def test_windows_that_take_an_old_memory_over_at_the_same_moment_lose_nothing(tmp_path: Path) -> None:
    start = threading.Barrier(4)

    def work(file: Path, number: int) -> None:
        with closing(Memory(file)) as memory:
            start.wait()
            sentence = f"{number}."
            assert memory.keep_edits("nb", "en", {sentence: user_edit(sentence, "x")})

    for attempt in range(8):
        file = tmp_path / f"{attempt}.db"
        raw(file, *OLD_TABLES)
        threads = [threading.Thread(target=work, args=[file, number]) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert raw(file, "SELECT count(*) FROM edit") == [(4,)]
        assert raw(file, "SELECT target FROM translation") == [("Yes.",)]


def test_a_window_of_the_old_program_goes_on_while_a_new_one_takes_the_file_over(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file, isolation_level=None)) as old, closing(Memory(old_file)) as memory:
        assert old.execute("SELECT count(*) FROM translation").fetchone() == (1,)
        assert memory.keep_edits("nb", "en", {"Hei du.": HI})
        old.execute("INSERT INTO translation VALUES (1, 'Nei.', 'No.', -0.5, x'', '')")
        assert sorted(memory.lookup(PACKAGE, ["Ja.", "Nei."])) == ["Ja.", "Nei."]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE translation SET links = x'7a00'",
        "UPDATE translation SET target = CAST(x'ff41' AS TEXT)",
        "DROP TABLE translation",
    ],
)
def test_edits_are_saved_out_of_a_damaged_memory(file: Path, damage: str) -> None:
    edits = numbered(40)
    with closing(Memory(file)) as memory:
        memory.store(PACKAGE, {"Ja.": Hypothesis("Yes.", -0.5)})
        memory.keep_edits("nb", "en", edits)
    raw(file, damage)
    with closing(Memory(file)) as memory:
        assert memory.lookup(PACKAGE, ["Ja."]) == {}
        assert memory.take_problem().endswith("and a new one was started. 40 of your edits were restored.")
        assert memory.edits("nb", "en", list(edits)) == edits
    assert edits_in(file, *edits) == {sentence: edit.text for sentence, edit in edits.items()}


@pytest.fixture
def without_journal(file: Path) -> dict[str, Hypothesis]:
    """Edits in a memory as written before there was a journal."""
    edits = numbered(40)
    with closing(Memory(file)) as memory:
        memory.keep_edits("nb", "en", edits)
    raw(file, "DROP TRIGGER edit_kept", "DROP TRIGGER edit_forgotten", "DROP TABLE edit_journal")
    file.with_name("memory.db.edits").unlink()
    return edits


def test_edits_that_are_damaged_themselves_are_told_and_the_others_saved(
    file: Path, without_journal: dict[str, Hypothesis]
) -> None:
    edits = without_journal
    raw(
        file,
        "UPDATE edit SET target = CAST(x'ff41' AS TEXT) WHERE source IN ('Setning 10.', 'Setning 11.')",
        "UPDATE edit SET links = x'7a00' WHERE source = 'Setning 30.'",
    )
    with closing(Memory(file)) as memory:
        found = memory.edits("nb", "en", list(edits))
        assert "Some of your edits may be missing" in memory.take_problem()
    assert set(edits) - set(found) == {"Setning 10.", "Setning 11.", "Setning 30."}
    assert all(found[sentence] == edits[sentence] for sentence in found)


def test_edits_saved_from_a_damaged_memory_do_not_replace_newer_ones(file: Path, memory: Memory) -> None:
    memory.keep_edits("nb", "en", {"Hei du.": HI, "Ja.": user_edit("Ja.", "Yes.")})
    raw(file, "DROP TABLE translation")
    memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", "Hey.")})
    memory.store(PACKAGE, {"Nei.": Hypothesis("No.", -0.5)})
    assert edits_in(file, "Hei du.", "Ja.") == {"Hei du.": "Hey.", "Ja.": "Yes."}


WRITER = """
import sys
from pathlib import Path
from reader.memory.memory import Memory
from reader.parallel.user_translation import user_edit

memory, number = Memory(Path(sys.argv[1])), 0
while True:
    kept = memory.keep_edits("nb", "en", {f"Setning {number}.": user_edit(f"Setning {number}.", "x" * 200)})
    print(number if kept else memory.take_problem(), flush=True)
    number += 1
"""


@posix
@pytest.mark.parametrize("lines", [1, 60])
def test_an_edit_that_was_acknowledged_survives_kill_9(old_file: Path, lines: int) -> None:
    command = [sys.executable, "-c", WRITER, str(old_file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        acknowledged += writer.stdout.read().split()
        assert writer.wait() == -signal.SIGKILL
    assert acknowledged == [str(number) for number in range(len(acknowledged))]
    kept = [f"Setning {number}." for number in acknowledged]
    with closing(Memory(old_file)) as memory:
        assert len(memory.edits("nb", "en", kept)) == len(kept)
        # One may have been in the journal only, not yet acknowledged.
        assert memory.take_problem() in (
            "",
            "One of your edits was missing from the translation memory and has been restored.",
        )
    assert raw(old_file, "PRAGMA integrity_check") == [("ok",)]
    assert raw(old_file, "SELECT target FROM translation") == [("Yes.",)]


# With signs around verbatim spans, and from before

SIGNED, PLAIN = "Kjør \ufdd0git\ufdd1 nå.", "Kjør git nå."
OLD = user_edit(PLAIN, "Run git now.", ((0, 4, 0, 3, 1.0), (5, 8, 4, 7, 1.0)))


def test_a_sentence_with_signs_gets_the_edit_of_the_same_sentence_without(memory: Memory) -> None:
    assert memory.keep_edits("nb", "en", {PLAIN: OLD})
    found = memory.edits("nb", "en", [SIGNED])

    assert found[SIGNED].text == "Run \ufdd0git\ufdd1 now."
    assert found[SIGNED].links == ((0, 4, 0, 3, 1.0), (6, 9, 5, 8, 1.0))
    assert memory.edits("nb", "en", [SIGNED], exactly=True) == {}
    assert memory.edits("nb", "en", [PLAIN]) == {PLAIN: OLD}


def test_an_edit_with_signs_is_saved_with_them(file: Path, memory: Memory) -> None:
    edit = user_edit(SIGNED, "Now run git.")
    assert memory.keep_edits("nb", "en", {SIGNED: edit})
    assert edits_in(file, SIGNED, PLAIN) == {SIGNED: "Now run \ufdd0git\ufdd1."}
    assert memory.edits("nb", "en", [SIGNED]) == {SIGNED: edit}


def test_restoring_the_machine_translation_of_a_sentence_with_signs_removes_an_older_edit_too(memory: Memory) -> None:
    assert memory.keep_edits("nb", "en", {PLAIN: OLD})
    shown_text = memory.edits("nb", "en", [SIGNED])[SIGNED].text
    outcome = memory.change_edits("nb", "en", {SIGNED: EditRequest(None, frozenset({shown_text}))})
    assert outcome == EditOutcome(frozenset({SIGNED}), {})
    assert memory.counts() == (0, 0)


def test_an_older_edit_that_the_user_has_not_seen_stays_and_is_told_of(memory: Memory) -> None:
    assert memory.keep_edits("nb", "en", {PLAIN: OLD})
    outcome = memory.change_edits("nb", "en", {SIGNED: EditRequest(None)})
    assert {key: other.text for key, other in outcome.others.items()} == {SIGNED: "Run \ufdd0git\ufdd1 now."}
    assert memory.edits("nb", "en", [PLAIN]) == {PLAIN: OLD}


def test_forgetting_an_edit_with_signs_forgets_the_one_without(memory: Memory) -> None:
    assert memory.keep_edits("nb", "en", {PLAIN: OLD, SIGNED: user_edit(SIGNED, "Now.")})
    assert memory.forget_edits("nb", "en", [SIGNED])
    assert memory.counts() == (0, 0)


# What a change replaced is put back exactly


def _change(memory: Memory, request: EditRequest) -> EditOutcome:
    outcome = memory.change_edits("nb", "en", {"Hei du.": request})
    assert outcome.safe == {"Hei du."}
    return outcome


def _said(memory: Memory) -> str | None:
    edit = memory.edits("nb", "en", ["Hei du."]).get("Hei du.")
    return edit.text if edit is not None else None


@pytest.mark.parametrize("first", [None, "Hello."])
@pytest.mark.parametrize("second", [None, "Hi there."])
def test_a_change_is_undone_and_redone_by_putting_back_what_it_replaced(
    first: str | None, second: str | None, tmp_path: Path
) -> None:
    with closing(Memory(tmp_path / "memory.sqlite3")) as memory:
        if first:
            memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", first)})
        edit = user_edit("Hei du.", second) if second else None
        done = _change(memory, EditRequest(edit, frozenset({first or ""})))
        assert _said(memory) == second
        known = frozenset({second or ""})
        undone = _change(memory, EditRequest(None, known, done.before["Hei du."], absent=not second))
        assert _said(memory) == first
        known = frozenset({first or ""})
        _change(memory, EditRequest(None, known, undone.before["Hei du."], absent=not first))
        assert _said(memory) == second


@pytest.mark.parametrize("first", [None, "Hello."])
def test_what_another_program_has_saved_meanwhile_is_not_replaced_by_what_is_put_back(
    first: str | None, tmp_path: Path
) -> None:
    with closing(Memory(tmp_path / "memory.sqlite3")) as memory:
        if first:
            memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", first)})
        done = _change(memory, EditRequest(user_edit("Hei du.", "Mine."), frozenset({first or ""})))
        memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", "Theirs.")})
        outcome = _change(memory, EditRequest(None, frozenset({"Mine."}), done.before["Hei du."]))
        assert outcome.others["Hei du."].text == _said(memory) == "Theirs."
        assert outcome.refused == {"Hei du."}
        assert not outcome.before["Hei du."]


@pytest.mark.parametrize("back", [False, True])
def test_what_was_deleted_elsewhere_is_not_replaced_by_a_request_that_gives_way(back: bool, tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.sqlite3")) as memory:
        memory.keep_edits("nb", "en", {"Hei du.": HI})
        done = _change(memory, EditRequest(user_edit("Hei du.", "Mine."), frozenset({HI.text})))
        memory.forget_edits("nb", "en", ["Hei du."])
        put_back = done.before["Hei du."] if back else None
        request = EditRequest(None if back else HI, frozenset({"Mine."}), put_back, gives_way=True, absent=False)
        assert _change(memory, request).refused == {"Hei du."}
        assert _said(memory) is None
        assert _change(memory, replace(request, absent=True)).refused == frozenset()
        assert _said(memory) == HI.text


def test_an_edit_that_gives_way_replaces_none_that_the_user_has_not_seen(tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.sqlite3")) as memory:
        memory.keep_edits("nb", "en", {"Hei du.": user_edit("Hei du.", "Theirs.")})
        request = EditRequest(HI, gives_way=True)
        outcome = _change(memory, request)
        assert outcome.refused == {"Hei du."} and outcome.others["Hei du."].text == _said(memory) == "Theirs."
        assert _change(memory, replace(request, seen=frozenset({"Theirs."}))).refused == frozenset()
        assert _said(memory) == HI.text


FORGETTINGS: list[tuple[Callable[[Memory], object], bool]] = [
    (lambda memory: memory.forget(["Noe annet."]), True),
    (lambda memory: memory.forget(["Noe annet."], {("nb", "en"): ["Noe annet."]}), True),
    (lambda memory: memory.forget([], {("en", "nb"): ["Hei du."]}), True),
    (lambda memory: memory.forget([], {("nb", "en"): ["Hei du."]}), False),
    (lambda memory: memory.forget(["Hei du."]), False),
    (lambda memory: memory.forget_everything(), False),
]


@pytest.mark.parametrize(("forget", "stays"), FORGETTINGS)
def test_what_was_deleted_comes_back_unless_another_program_has_forgotten_it_since(
    forget: Callable[[Memory], object], stays: bool, tmp_path: Path
) -> None:
    file = tmp_path / "memory.sqlite3"
    with closing(Memory(file)) as memory, closing(Memory(file)) as other:
        memory.keep_edits("nb", "en", {"Hei du.": HI, "Ha det.": user_edit("Ha det.", "Bye.")})
        done = _change(memory, EditRequest(None, frozenset({HI.text})))
        assert forget(other) is not None
        request = EditRequest(None, frozenset(), done.before["Hei du."], gives_way=True, since=done.forgettings)
        assert _change(memory, request).refused == (set() if stays else {"Hei du."})
        assert _said(memory) == (HI.text if stays else None)


def test_an_edit_that_was_put_back_and_forgotten_is_not_put_back_again(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite3"
    with closing(Memory(file)) as memory, closing(Memory(file)) as other:
        memory.keep_edits("nb", "en", {"Hei du.": HI})
        done = _change(memory, EditRequest(None, frozenset({HI.text})))
        request = EditRequest(None, frozenset(), done.before["Hei du."], gives_way=True, since=done.forgettings)
        assert not _change(memory, request).refused
        other.forget([], {("nb", "en"): ["Hei du."]})
        assert _change(memory, request).refused == {"Hei du."}
        assert _said(memory) is None


def test_of_forgotten_sentences_no_deletion_is_left_on_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite3"
    with closing(Memory(file)) as memory:
        memory.keep_edits("nb", "en", {"Hei du.": HI, "Ha det.": user_edit("Ha det.", "Bye.")})
        _change(memory, EditRequest(None, frozenset({HI.text})))
        memory.forget(["Hei du."])
    assert not any(b"Hei du." in each.read_bytes() for each in tmp_path.iterdir())
