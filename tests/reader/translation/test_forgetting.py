"""Forgetting a document or everything: nothing of it is left in the data folder."""

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reader.cli import main
from reader.commands.amounts import size_in_words
from reader.drafts import Draft, Drafts
from reader.errors import CancelledError, OutputError
from reader.formats import Choices, Lines, read_document
from reader.library import Library
from reader.library_forgotten import ForgottenWatch
from reader.memory import Forgotten, Memory, import_tmx
from reader.parallel import Hypothesis, initial_row, not_cancelled, user_edit
from reader.parts import part_of
from reader.pasted import Pasted
from reader.paths import DRAFTS_FOLDER, LIBRARY_FILE, MEMORY_FILE, PARTS_FOLDER, RUNNING_FOLDER, SEEDS
from reader.running import Reading, Running
from reader.settings import ExportPreferences, Settings
from reader.settings_file import SettingsFile
from reader.text import Paragraph
from reader.translation import (
    both_directions,
    forget_document,
    forget_everything,
    plan_forgetting,
    translate,
    with_drafts,
)
from reader.translation.sentences import sentences_to_translate
from tests.fake_translator import FakeTranslator
from tests.reader.memory.tmx_files import pair, tmx

SECRET = "Hemmelig havn. Kvedarød sa «nei»\\ og gikk 3 ganger!\n\nFelles setning her. Ælvebrus under Ørnefjell?\n"
OTHER = "Felles setning her. En annen tekst.\n"
# Words of the texts and their translations, and of earlier and current edits.
WORDS = ("Hemmelig", "HEMMELIG", "Kvedarød", "KVEDARØD", "Ælvebrus", "ÆLVEBRUS")
EDITED = ("Zanzibarisk", "Gammelordlyd")
PAIRS = both_directions("nb", "en")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    (tmp_path / "hemmelig.txt").write_text(SECRET, "utf-8")
    return tmp_path / "hemmelig.txt"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    (tmp_path / "annen.txt").write_text(OTHER, "utf-8")
    return tmp_path / "annen.txt"


@pytest.fixture
def memory(data: Path, secret: Path, other: Path) -> Iterator[Memory]:
    """A memory with both documents: translations, back-translations and edits."""
    with closing(Memory(data / MEMORY_FILE)) as opened:
        for path in (secret, other):
            rows = [initial_row(paragraph) for paragraph in read_document(path).paragraphs]
            done = list(translate(rows, "nb", FakeTranslator(), memory=opened, package="there", target="en"))
            targets = [initial_row(type(each.row.source)(each.row.target)) for each in done]
            list(translate(targets, "en", FakeTranslator(), memory=opened, package="back"))
        for text in EDITED[::-1]:
            opened.keep_edits(
                "nb", "en", {"Hemmelig havn.": user_edit("", f"{text} havn."), "Nabo.": user_edit("", text[:2])}
            )
        yield opened


@pytest.fixture
def library(data: Path) -> Library:
    return Library(data / LIBRARY_FILE)


@pytest.mark.parametrize("edits", [False, True])
def test_imported_sentences_of_a_document_are_forgotten_with_its_edits(
    edits: bool, data: Path, tmp_path: Path, library: Library
) -> None:
    (tmp_path / "brev.txt").write_text("- Kjære venn.\n- Takk for sist.\n", "utf-8")
    units = [pair("Kjære venn.", "Dear friend."), pair("1. Takk for sist.", "1. Good to see you."), pair("Nei.", "No.")]
    (tmp_path / "minne.tmx").write_text(tmx(*units), "utf-8")
    with closing(Memory(data / MEMORY_FILE)) as memory:
        import_tmx(tmp_path / "minne.tmx", "nb", "en", memory)
        plan = plan_forgetting(read_document(tmp_path / "brev.txt"), PAIRS, memory, [])
        assert plan.number_of_edits == 2
        forgotten = forget_document(plan, memory, library, edits=edits)
        assert forgotten is not None and forgotten.imported == 2 * edits
        assert [amount.imported for amount in memory.amounts()] == [3 - 2 * edits]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (Choices(), Choices("", Lines.KEPT)),
        (Choices("", Lines.KEPT), Choices()),
        (Choices(), Choices("mac-roman")),
        (Choices("mac-roman", Lines.KEPT), Choices("mac-roman", Lines.JOINED)),
    ],
)
def test_what_a_document_said_before_the_user_chose_how_to_read_it_is_forgotten(
    before: Choices, now: Choices, data: Path, tmp_path: Path, library: Library
) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes(
        "Båten går over den lange fjorden når våren kommer, for da er det\n"
        "mange som vil være med til øya, der alle gjør seg klar på den nye\n"
        "kaia. Så går dagene.\n".encode("cp865")
    )
    with closing(Memory(data / MEMORY_FILE)) as memory:
        for choices in (before, now):
            for paragraph in read_document(path, choices).paragraphs:
                assert list(translate([initial_row(paragraph)], "nb", FakeTranslator(), memory=memory, package="there"))
                keys = sentences_to_translate(paragraph, "nb")
                assert memory.keep_edits("nb", "en", {key: user_edit(key, "x") for key in keys})
        plan = plan_forgetting(read_document(path, now), PAIRS, memory, [])
        assert plan.number_of_edits == memory.counts()[1]
        assert forget_document(plan, memory, library, edits=True)
        assert memory.counts() == (0, 0)


@pytest.fixture
def traces(data: Path, secret: Path, library: Library) -> set[Path]:
    """The files, besides the memory and the library, that name or quote the document."""
    library.add(secret)
    drafts = Drafts(data / DRAFTS_FOLDER)
    drafts.keep(Draft(str(secret), 0, "Hemmelig havn.", "Zanzibarisk havn."))
    whole = {file for file, _ in drafts}
    unknown = {
        *(data / DRAFTS_FOLDER / name for name in ("0123.json", ".0123.json.0123456789ab.part")),
        *(data / RUNNING_FOLDER / name for name in ("2-cd.json", ".1-ab.json.0123456789ab.part")),
        *(data / name for name in ("library.damaged.json", ".library.json.0123456789ab.part")),
    }
    left_behind(data / RUNNING_FOLDER / "1-ab.json", str(secret))
    unknown |= {data / ".library.json.ba9876543210.part", data / RUNNING_FOLDER / "3-ef.damaged.json"}  # without a note
    for path in unknown:
        path.write_text(f'{{"Hemmelig": "{secret}"')
    (data / PARTS_FOLDER / "1-ab.note").write_bytes(os.fsencode(data / ".library.json.0123456789ab.part"))
    return {*whole, *unknown, data / RUNNING_FOLDER / "1-ab.json"}


def left_behind(state: Path, document: str) -> None:
    """The file of a program that was killed while something was being typed."""
    state.parent.mkdir(exist_ok=True)
    reading = Reading(1, document, 0, 0.0, False, "Zanzibarisk havn.", 0, "Hemmelig havn.")
    state.write_text(json.dumps(asdict(reading)))


def refuse(*_: object, **__: object) -> None:
    raise OutputError("no space")


def found(data: Path, *words: str) -> dict[str, list[str]]:
    """Which files of the data folder have which of the words, in any likely encoding."""
    places: dict[str, list[str]] = {}
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for word in words:
            forms = (word.encode(), word.encode("utf-16-le"), ascii(word)[1:-1].encode())
            if any(form in content for form in forms):
                places.setdefault(path.name, []).append(word)
    return places


def test_the_words_are_found_before_they_are_forgotten(data: Path, memory: Memory) -> None:
    assert set().union(*found(data, *WORDS, *EDITED).values()) == {*WORDS, *EDITED}


def test_nothing_of_a_document_is_left_and_all_of_the_others(
    data: Path, secret: Path, other: Path, memory: Memory, library: Library
) -> None:
    plan = plan_forgetting(read_document(secret), PAIRS, memory, [secret, other])
    assert (plan.shared, plan.number_of_edits, plan.unread) == (1, 1, ())
    forgotten = forget_document(plan, memory, library, edits=True)
    assert forgotten is not None and forgotten.edits == 1 and forgotten.translations >= 6 and forgotten.complete
    assert found(data, *WORDS, *EDITED) == {}
    assert memory.lookup("there", ["Felles setning her.", "En annen tekst."]).keys() == {
        "Felles setning her.",
        "En annen tekst.",
    }
    assert memory.edits("nb", "en", ["Nabo.", "Hemmelig havn."]).keys() == {"Nabo."}
    assert memory.take_problem() == ""
    memory.close()
    assert found(data, *WORDS, *EDITED) == {}


def test_edits_stay_unless_they_are_asked_for_but_not_what_they_were_before(
    data: Path, secret: Path, memory: Memory, library: Library
) -> None:
    plan = plan_forgetting(read_document(secret), PAIRS, memory, [])
    assert plan.shared == 0
    forgotten = forget_document(plan, memory, library, edits=False)
    assert forgotten is not None and forgotten.edits == 0
    assert memory.edits("nb", "en", ["Hemmelig havn."])["Hemmelig havn."].text == "Zanzibarisk havn."
    assert memory.lookup("there", ["Hemmelig havn.", "Felles setning her."]) == {}
    left = found(data, *WORDS, *EDITED)
    assert set().union(*left.values()) == {"Hemmelig", "Zanzibarisk"}


@pytest.mark.parametrize("edits", [False, True])
def test_what_the_user_accepted_and_dismissed_is_forgotten_with_a_document_whether_edits_are_or_not(
    edits: bool, data: Path, secret: Path, other: Path, memory: Memory, library: Library
) -> None:
    mine, back = ("Hemmelig havn.", "Kvedarød havn."), ("Hemmelig havn.", "Ælvebrus.")
    shared, theirs = ("Felles setning her.", "A sentence."), ("En annen tekst.", "Another text.")
    memory.accept(("nb", "en"), [mine, shared, theirs])
    memory.dismiss(("nb", "en"), "number", [mine, theirs])
    memory.accept(("en", "nb"), [back])  # the user has swapped the directions
    plan = plan_forgetting(read_document(secret), PAIRS, memory, [secret, other])
    forgotten = forget_document(plan, memory, library, edits=edits)
    assert forgotten is not None and (forgotten.judged, forgotten.complete) == (2, True)
    assert memory.judgements(("nb", "en"), [mine, shared, theirs]).keys() == {shared, theirs}
    assert memory.judgements(("en", "nb"), [back]) == {}
    memory.close()
    assert set().union(*found(data, *WORDS).values()) <= (set() if edits else {"Hemmelig"})


@pytest.mark.parametrize("edits", [False, True])
def test_what_is_kept_for_a_document_is_forgotten_with_it_under_every_name_of_its_file(
    edits: bool, data: Path, secret: Path, other: Path, memory: Memory, library: Library
) -> None:
    linked = secret.with_name("link.txt")
    linked.symlink_to(secret)
    for path in (secret, linked, other):
        assert memory.keep_values(path, "note", {"1": f"Kvedarød {path.name}"}).safe
    memory.keep_values(secret, "bookmark", {"1": {}})
    plan = plan_forgetting(read_document(secret), PAIRS, memory, [secret, other])
    assert plan.values == {"note": 2, "bookmark": 1}
    forgotten = forget_document(plan, memory, library, edits=edits)
    assert forgotten is not None and (forgotten.values, forgotten.complete) == (3, True)
    assert memory.documents_with_values() == [other]


def test_the_command_tells_how_many_notes_and_bookmarks_are_kept_and_were_forgotten(
    secret: Path, memory: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    memory.keep_values(secret, "note", {"1": "a", "2": "b"})
    memory.keep_values(secret, "bookmark", {"1": "a"})
    memory.close()
    assert main(["memory", "info"]) == 0
    assert "\n2 notes, 1 bookmark\n" in capsys.readouterr().out
    assert main(["memory", "forget", str(secret), "--yes"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith(", 3 notes, bookmarks and choices\n")
    assert "These will also be forgotten: 2 notes, 1 bookmark.\n" in err


def test_the_command_tells_of_how_many_sentences_judgements_were_forgotten(
    secret: Path, memory: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    memory.accept(("nb", "en"), [("Hemmelig havn.", "Secret."), ("Hemmelig havn.", "Harbour.")])
    memory.dismiss(("nb", "en"), "number", [("Hemmelig havn.", "Secret.")])
    memory.close()
    assert main(["memory", "forget", str(secret), "--yes"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith(", what you accepted or dismissed in 1 sentence\n")
    assert "These will also be forgotten: 2 accepted sentences, 1 dismissed warning.\n" in err


def test_what_the_user_accepted_does_not_come_back_after_everything_was_forgotten(data: Path, memory: Memory) -> None:
    memory.accept(("nb", "en"), [("Hemmelig havn.", "Kvedarød.")])
    (data / f"{MEMORY_FILE}.judgements.damaged-1").write_text(SECRET, "utf-8")
    assert memory.forget_everything()
    memory.close()
    assert found(data, *WORDS, *EDITED) == {}
    assert {path.name for path in data.iterdir()} <= {MEMORY_FILE, f"{MEMORY_FILE}.edits.lock", PARTS_FOLDER}


def test_what_was_typed_and_not_saved_is_counted_and_stays_with_the_edits(
    data: Path, secret: Path, other: Path, memory: Memory, library: Library
) -> None:
    drafts = Drafts(data / DRAFTS_FOLDER)
    for path in (secret, other):
        drafts.keep(Draft(str(path), 0, "Felles setning her.", "Half of it."))
    left_behind(data / RUNNING_FOLDER / "1-ab.json", str(secret))
    plan = with_drafts(plan_forgetting(read_document(secret), PAIRS, memory, []), data)
    assert plan.drafts == 1
    assert forget_document(plan, memory, library, edits=False)
    assert {Path(draft.document) for _, draft in drafts} == {secret, other}
    [ended] = Running(data / RUNNING_FOLDER, drafts.take_over).ended  # its text is found, not what was open
    assert ended.document == "" and "Zanzibarisk havn." in [draft.words for _, draft in drafts]
    assert forget_document(plan, memory, library, edits=True)
    assert {Path(draft.document) for _, draft in drafts} == {other}


def test_what_a_version_before_saved_for_other_forms_of_the_sentences_goes_too(
    data: Path, memory: Memory, library: Library, tmp_path: Path
) -> None:
    mine, shared = tmp_path / "mine.md", tmp_path / "shared.md"
    mine.write_text("- Hemmelig kiste.\n- Felles kiste.\n\nHan så f. eks. Hemmelig kiste.", "utf-8")
    shared.write_text("- Felles kiste.", "utf-8")
    older = ["• Hemmelig kiste.", "1) Hemmelig kiste.[^1]", "Han så f. eks.", "• Felles kiste."]
    assert memory.keep_edits("nb", "en", {key: user_edit(key, "Zanzibarisk.") for key in older})
    memory.store("there", dict.fromkeys(older, Hypothesis("Zanzibarisk.", -1.0)))
    plan = plan_forgetting(read_document(mine), PAIRS, memory, [shared])
    assert plan.number_of_edits == 3
    assert forget_document(plan, memory, library, edits=True)
    assert memory.edits("nb", "en", older, exactly=True).keys() == set(older[3:])
    assert memory.lookup("there", older) == {}


def test_a_pasted_text_is_forgotten_with_its_file_and_no_other(data: Path, memory: Memory, library: Library) -> None:
    pasted = Pasted(data)
    mine, other = pasted.keep("Hemmelig havn. Kvedarød."), pasted.keep("En annen tekst.")
    for path in (mine, other):
        library.add(path)
    plan = plan_forgetting(read_document(mine), PAIRS, memory, [mine, other])
    assert forget_document(plan, memory, library, edits=True)
    assert list(pasted) == [other] and found(data, "Hemmelig", mine.name) == {}
    assert [entry.path for entry in library if not entry.bundled] == [other]


def test_with_everything_go_pasted_texts_too_also_those_that_no_list_has_and_half_written_ones(
    data: Path, memory: Memory, library: Library
) -> None:
    path = Pasted(data).keep("Hemmelig havn. Kvedarød.")
    for name in (f".{path.name}.0123456789ab.part", "ukjent"):
        (path.parent / name).write_text("Hemmelig")
    assert forget_everything(memory, library)
    memory.close()
    assert found(data, *WORDS) == {} and list(path.parent.iterdir()) == []


def test_a_file_of_the_users_that_looks_like_a_pasted_text_is_not_deleted(
    data: Path, tmp_path: Path, memory: Memory, library: Library
) -> None:
    kept = Pasted(data).keep("Hemmelig havn.")
    path = tmp_path / "annet" / "pasted" / kept.name
    path.parent.mkdir(parents=True)
    path.write_bytes(kept.read_bytes())
    assert forget_document(plan_forgetting(read_document(path), PAIRS, memory, []), memory, library, edits=True)
    assert path.exists() and kept.exists()


def test_what_was_forgotten_does_not_come_back_from_any_file(
    data: Path, secret: Path, memory: Memory, library: Library
) -> None:
    assert forget_document(plan_forgetting(read_document(secret), PAIRS, memory, []), memory, library, edits=True)
    memory.close()
    (data / MEMORY_FILE).unlink()
    with closing(Memory(data / MEMORY_FILE)) as again:
        assert again.edits("nb", "en", ["Hemmelig havn.", "Nabo."]).keys() == {"Nabo."}


def test_everything_is_forgotten_with_journal_and_damaged_copies(data: Path, memory: Memory) -> None:
    for name in ("memory.sqlite.damaged-1", "memory.sqlite.damaged-1-wal", "memory.sqlite.edits.damaged-2"):
        (data / name).write_text(SECRET, "utf-8")
    (data / ".memory.sqlite.edits.0123456789ab.part").write_text(SECRET, "utf-8")
    forgotten = memory.forget_everything()
    assert forgotten is not None and forgotten.edits == 2 and forgotten.complete
    assert memory.counts() == (0, 0)
    memory.close()
    assert found(data, *WORDS, *EDITED, "Felles", "FELLES") == {}
    assert {path.name for path in data.iterdir()} <= {MEMORY_FILE, f"{MEMORY_FILE}.edits.lock", PARTS_FOLDER}
    with closing(Memory(data / MEMORY_FILE)) as again:
        assert again.edits("nb", "en", ["Nabo."]) == {}
        assert again.take_problem() == ""
        assert again.keep_edits("nb", "en", {"Nabo.": user_edit("", "Ny")})


@pytest.mark.parametrize("edited", [False, True])
def test_translations_back_go_too_though_their_sentences_are_cut_differently(
    data: Path, secret: Path, edited: bool, library: Library
) -> None:
    class Talkative(FakeTranslator):
        def translate(
            self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = lambda: False
        ) -> list[Hypothesis]:
            return [Hypothesis("A quiet place. Zanzibarisk is far.", -0.5) for _ in sentences]

    with closing(Memory(data / MEMORY_FILE)) as memory:
        document, there = read_document(secret), FakeTranslator() if edited else Talkative()
        if edited:
            memory.keep_edits("nb", "en", {"Hemmelig havn.": user_edit("", "A quiet place. Zanzibarisk is far.")})
        rows = [initial_row(paragraph) for paragraph in document.paragraphs]
        done = list(translate(rows, "nb", there, memory=memory, package="there", target="en"))
        targets = [initial_row(replace(each.row.source, text=each.row.target, marks=())) for each in done]
        list(translate(targets, "en", FakeTranslator(), memory=memory, package="back"))
        assert memory.lookup("back", ["Zanzibarisk is far."])
        forget_document(plan_forgetting(document, PAIRS, memory, []), memory, library, edits=True)
    assert found(data, *WORDS, *EDITED) == {}


def test_what_lay_in_unused_pages_since_long_ago_goes_too(data: Path, memory: Memory) -> None:
    memory.store("old", {f"Kvedarød {i}.": Hypothesis("Zanzibarisk " * 40, -0.5) for i in range(400)})
    with closing(sqlite3.connect(data / MEMORY_FILE, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM translation WHERE source LIKE 'Kvedarød%.'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert "Zanzibarisk" in found(data, *EDITED)[MEMORY_FILE]
    memory.forget([], {("nb", "en"): ["Hemmelig havn."]})
    assert found(data, *EDITED) == {}


def test_damaged_copies_go_with_one_document_too_since_nobody_can_search_them(
    data: Path, secret: Path, memory: Memory, library: Library
) -> None:
    memory.close()
    (data / MEMORY_FILE).write_bytes(b"Hemmelig skade. " * 1000)
    with closing(Memory(data / MEMORY_FILE)) as again:
        again.edits("nb", "en", ["Nabo."])
        assert found(data, "Hemmelig")["memory.sqlite.damaged-1"]
        assert forget_document(plan_forgetting(read_document(secret), PAIRS, again, []), again, library, edits=True)
    assert found(data, *WORDS, *EDITED) == {}


def test_another_window_sees_that_it_is_gone_and_does_not_write_it_back_when_it_links(
    data: Path, secret: Path, memory: Memory
) -> None:
    with closing(Memory(data / MEMORY_FILE)) as window:
        known = window.lookup("there", ["Hemmelig havn."])
        assert memory.forget_everything() == Forgotten(10, 2)
        assert window.lookup("there", ["Hemmelig havn."]) == {}
        window.relink("there", known)
        window.relink_edits("nb", "en", {"Hemmelig havn.": user_edit("", "Zanzibarisk havn.")})
    assert found(data, *WORDS, *EDITED) == {}


class Forgetful(FakeTranslator):
    """Forgets everything while it translates its first sentences; `memory` may be another program's."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        if not self.asked:
            self._memory.forget_everything()
        return super().translate(sentences, linking=linking, cancelled=cancelled)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_nothing_of_a_document_that_was_being_translated_when_it_was_forgotten_comes_back(
    elsewhere: bool, data: Path, memory: Memory
) -> None:
    texts = ["Hemmelig sak.", "Hemmelig annet."]
    view = iter([range(0, 1)] * 2)  # the first row is a batch of its own
    with closing(Memory(data / MEMORY_FILE)) as other:
        translator = Forgetful(other if elsewhere else memory)
        rows = [initial_row(Paragraph(text)) for text in texts]
        done = translate(rows, "nb", translator, memory=memory, package="p", view=lambda: next(view, range(2)))
        assert len(list(done)) == 2 and len(translator.asked) == 2
    assert memory.lookup("p", texts) == {}
    assert found(data, *WORDS, *EDITED) == {}
    assert list(translate(rows, "nb", FakeTranslator(), memory=memory, package="p"))
    assert sorted(memory.lookup("p", texts)) == sorted(texts)  # what is started afterwards is stored


def test_nor_does_what_was_forgotten_just_before_the_model_began(
    data: Path, memory: Memory, translator: FakeTranslator
) -> None:
    def cancelled() -> bool:
        if not translator.asked:
            memory.forget_everything()
        return False

    rows = [initial_row(Paragraph("Hemmelig sak."))]
    assert list(translate(rows, "nb", translator, memory=memory, package="p", cancelled=cancelled))
    assert found(data, *WORDS, *EDITED) == {}


def test_a_window_that_reads_meanwhile_keeps_the_file_from_being_cleaned_and_that_is_said(
    data: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.memory.memory_file._PATIENCE", 0.01)
    with closing(sqlite3.connect(data / MEMORY_FILE, isolation_level=None)) as window:
        window.execute("BEGIN")
        window.execute("SELECT * FROM translation").fetchone()
        forgotten = memory.forget_everything()
        assert forgotten is not None and not forgotten.complete
        window.execute("ROLLBACK")
    again = memory.forget_everything()
    assert again is not None and again.complete
    assert found(data, *WORDS, *EDITED) == {}


def test_without_a_memory_nothing_is_forgotten_and_no_file_made(data: Path) -> None:
    with closing(Memory(data / MEMORY_FILE)) as memory, closing(Memory(None)) as nowhere:
        assert memory.forget_everything() == nowhere.forget_everything() == memory.forget(["a"]) == Forgotten()
    assert not data.exists()


@pytest.mark.parametrize("one", [True, False])
def test_of_a_memory_of_a_newer_program_nothing_is_said_to_be_forgotten(one: bool, data: Path, memory: Memory) -> None:
    with closing(sqlite3.connect(data / MEMORY_FILE)) as connection:
        connection.execute("PRAGMA user_version = 3")
    with closing(Memory(data / MEMORY_FILE)) as older:
        assert older.lookup("there", ["Hemmelig havn."]) == {}
        assert "by a newer version of Tospalt" in older.take_problem()
        for _ in range(2):  # a second attempt is reported again
            assert (older.forget(["Hemmelig havn."]) if one else older.forget_everything()) is None
            assert "by a newer version of Tospalt" in older.take_problem()
    assert found(data, "Hemmelig")


@pytest.mark.parametrize("one", [True, False])
def test_a_memory_that_was_given_up_as_damaged_is_forgotten_with_all_that_was_set_aside(
    one: bool, data: Path, memory: Memory
) -> None:
    memory.close()
    with closing(Memory(data / MEMORY_FILE)) as unlucky:
        for _ in range(2):
            unlucky.lookup("there", ["Hemmelig havn."])
            with closing(sqlite3.connect(data / MEMORY_FILE)) as connection, connection:
                connection.execute("DROP TABLE package")
        assert unlucky.lookup("there", ["Hemmelig havn."]) == {} == unlucky.edits("nb", "en", ["Nabo."])
        if one:
            sentences = ["Hemmelig havn.", "HEMMELIG HAVN."]
            assert unlucky.forget(sentences, {("nb", "en"): ["Hemmelig havn."]}) == Forgotten(0, 1)
            assert list(unlucky.edits("nb", "en", ["Nabo."])) == ["Nabo."]
        else:
            assert unlucky.forget_everything() == Forgotten(0, 2)
            assert found(data, "Nabo") == {}
        assert found(data, *WORDS, *EDITED) == {}
        assert not list(data.glob("*.damaged*"))


def test_a_journal_that_cannot_be_rewritten_keeps_all_as_it_was(
    data: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.memory.journal import Journal, JournalError

    def refuse(*_: object) -> None:
        raise JournalError(OSError(28, "full"))

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "write", refuse)
        assert memory.forget(["Hemmelig havn."], {("nb", "en"): ["Hemmelig havn."]}) is None
    assert "backup copy of your edits cannot be saved" in memory.take_problem()
    assert memory.edits("nb", "en", ["Hemmelig havn."]) and memory.lookup("there", ["Hemmelig havn."])


@pytest.mark.parametrize("everything", [False, True])
def test_nothing_is_left_of_what_was_being_typed_or_was_half_written_or_is_damaged(
    everything: bool, data: Path, secret: Path, memory: Memory, traces: set[Path]
) -> None:
    file = data / LIBRARY_FILE
    strange = {"url": "gopher:hemmelig"} if everything else {"files": [str(secret)]}
    listed = json.loads(file.read_text())
    listed |= {"recent": [str(secret)]} if everything else {}
    file.write_text(json.dumps(listed | {"documents": [*listed["documents"], strange, {"files": ["/x"]}]}))
    assert all(path.exists() for path in traces)
    assert main(["memory", "forget", *(["--everything"] if everything else [str(secret), "--edits"]), "--yes"]) == 0
    assert not any(path.exists() for path in traces)
    assert found(data, *WORDS, *EDITED, secret.stem) == {}
    assert ('["/x"]' in file.read_text()) is not everything


@pytest.mark.parametrize("everything", [False, True])
def test_what_was_being_written_on_a_drive_that_is_away_is_named_no_more(
    everything: bool, data: Path, secret: Path, memory: Memory, library: Library
) -> None:
    note = data / PARTS_FOLDER / "1-ab.note"
    note.parent.mkdir(exist_ok=True)
    note.write_bytes(os.fsencode(secret.parent / "away" / ".hemmelig.pdf.0123456789ab.part"))
    if everything:
        forget_everything(memory, library)
    else:
        forget_document(plan_forgetting(read_document(secret), PAIRS, memory, []), memory, library, edits=True)
    assert not note.exists() and found(data, secret.stem) == {}


@pytest.mark.parametrize("everything", [False, True])
def test_the_command_forgets_the_folders_too(
    everything: bool, secret: Path, tmp_path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOSPALT_CONFIG", str(tmp_path / "config"))
    file = SettingsFile(tmp_path / "config" / "settings.json")
    exported = ExportPreferences(folder=str(tmp_path / "elsewhere"))
    file.save(Settings(last_folder=str(secret.parent), export=exported, text_size=20))
    assert main(["memory", "forget", *(["--everything"] if everything else [str(secret)]), "--yes"]) == 0
    elsewhere = "" if everything else str(tmp_path / "elsewhere")
    assert SettingsFile(tmp_path / "config" / "settings.json").settings == Settings(
        last_folder="", export=ExportPreferences(folder=elsewhere), text_size=20
    )


@pytest.mark.parametrize("named", ["secret", "alias"])
def test_a_document_goes_from_the_library_under_each_name_that_it_has_there(
    named: str, data: Path, secret: Path, memory: Memory, library: Library
) -> None:
    alias = secret.with_name("alias-hemmelig.txt")
    alias.symlink_to(secret)
    for path in (secret, alias):
        library.add(path)
    document = read_document(secret if named == "secret" else alias)
    plan = plan_forgetting(document, PAIRS, memory, [entry.path for entry in library])
    assert forget_document(plan, memory, library, edits=True)
    assert [entry for entry in library if not entry.bundled] == [] and found(data, secret.stem) == {}


def test_what_is_being_written_at_that_moment_is_left_alone(data: Path, library: Library, memory: Memory) -> None:
    with part_of(data / "settings.json") as part:
        part.touch()
        forget_everything(memory, library)
        assert part.exists()


def test_with_one_document_what_was_typed_in_others_and_what_a_program_that_runs_has_open_of_them_stays(
    data: Path, secret: Path, other: Path, memory: Memory, library: Library
) -> None:
    drafts, running = Drafts(data / DRAFTS_FOLDER), Running(data / RUNNING_FOLDER)
    of_other = Draft(str(other), 0, "En annen tekst.", "My own words.")
    for draft in (of_other, Draft(str(secret), 0, "Hemmelig havn.", "Zanzibarisk havn."), Draft("\0", 0, "", "?")):
        drafts.keep(draft)
    left_behind(data / RUNNING_FOLDER / "1-ab.json", str(other))
    running.keep(Reading(running.process, str(other)))
    plan = plan_forgetting(read_document(secret), PAIRS, memory, [])
    forgotten = forget_document(plan, memory, library, edits=True)
    assert forgotten is not None and not forgotten.open_elsewhere
    assert {draft.document for _, draft in drafts} == {str(other), "\0"}
    assert len(list((data / RUNNING_FOLDER).glob("*.json"))) == 2
    forget_everything(memory, library)
    assert list(drafts) == []
    assert len(list((data / RUNNING_FOLDER).glob("*.json"))) == 1
    running.leave()
    assert list((data / RUNNING_FOLDER).iterdir()) == []


def test_what_is_typed_in_a_file_that_takes_the_place_of_a_deleted_text_on_the_disk_stays(
    data: Path, tmp_path: Path, memory: Memory, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted, new = Pasted(data).keep("Hemmelig havn."), tmp_path / "ny.txt"
    alias = tmp_path / "alias"
    alias.symlink_to(pasted.parent)
    drafts = Drafts(data / DRAFTS_FOLDER)
    drafts.keep(Draft(str(alias / pasted.name), 0, "Hemmelig havn.", "Zanzibarisk havn."))

    def delete(_: Pasted, path: Path) -> None:
        path.rename(new)  # the same number
        drafts.keep(Draft(str(new), 0, "En annen tekst.", "My own words."))

    monkeypatch.setattr(Pasted, "delete", delete)
    library.add(pasted)
    forget_document(plan_forgetting(read_document(pasted), PAIRS, memory, []), memory, library, edits=True)
    assert library.find(pasted) is None and [draft.document for _, draft in drafts] == [str(new)]


@pytest.mark.parametrize("everything", [False, True])
def test_what_a_program_that_runs_has_written_down_goes_too_and_it_is_said_that_it_has_the_document_open(
    everything: bool, data: Path, secret: Path, memory: Memory, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    running, idle = (Running(data / RUNNING_FOLDER) for _ in range(2))
    running.process += 1  # as in a process of its own
    running.keep(Reading(running.process, str(secret), 0, 0.0, False, "Zanzibarisk havn.", 0, "Hemmelig havn."))
    command = ["memory", "forget", *(["--everything"] if everything else [str(secret), "--edits"]), "--yes"]
    assert main(command) == 0
    assert "has one of these documents open" in capsys.readouterr().err
    assert found(data, *WORDS, *EDITED, secret.stem) == {}
    assert main(command) == 0  # the programs' files name no document now
    assert "has one of these documents open" not in capsys.readouterr().err
    for each in (running, idle):
        each.leave(found_again=each is running)
    after = Running(data / RUNNING_FOLDER)
    assert after.ended == [Reading(running.process)]
    after.leave()


@pytest.mark.parametrize("everything", [False, True])
def test_where_the_memory_cannot_be_written_all_else_stays_too(
    everything: bool, data: Path, secret: Path, memory: Memory, traces: set[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.memory.journal import Journal, JournalError

    def full(*_: object) -> None:
        raise JournalError(OSError(28, "full"))

    for name in ("write", "delete"):
        monkeypatch.setattr(Journal, name, full)
    assert main(["memory", "forget", "--everything" if everything else str(secret), "--yes"]) == 1
    assert Library(data / LIBRARY_FILE).find(secret) is not None
    assert all(path.exists() for path in traces if not path.name.startswith(".library"))  # which every command deletes


@pytest.mark.parametrize("everything", [False, True])
def test_where_the_list_cannot_be_written_that_is_told_and_all_else_goes(
    everything: bool,
    secret: Path,
    memory: Memory,
    library: Library,
    traces: set[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = plan_forgetting(read_document(secret), PAIRS, memory, [])
    monkeypatch.setattr("reader.library.write_atomically", refuse)
    with pytest.raises(OutputError):
        _ = forget_everything(memory, library) if everything else forget_document(plan, memory, library, edits=True)
    assert not any(path.exists() for path in traces)
    assert memory.edits("nb", "en", ["Hemmelig havn."]) == {}


def test_a_document_that_cannot_be_read_is_told_and_the_work_can_be_cancelled(
    tmp_path: Path, secret: Path, memory: Memory
) -> None:
    document, gone = read_document(secret), tmp_path / "borte.txt"
    assert plan_forgetting(document, PAIRS, memory, [gone]).unread == (gone,)
    with pytest.raises(CancelledError):
        plan_forgetting(document, PAIRS, memory, [], lambda: True)


def test_edits_that_are_in_no_file_yet_are_counted_where_they_are_the_documents_own(
    secret: Path, other: Path, memory: Memory
) -> None:
    mine, shared = ("nb", "en", "Ælvebrus under Ørnefjell?"), ("nb", "en", "Felles setning her.")
    document, waiting = read_document(secret), [mine, shared, ("nb", "en", "Nabo."), ("nb", "sv", mine[2])]
    plan = plan_forgetting(document, PAIRS, memory, [other], unsaved=waiting)
    assert plan.edits == {("nb", "en"): {"Hemmelig havn.", mine[2]}, ("en", "nb"): frozenset()}
    assert [plan.has(edit) for edit in waiting] == [True, False, False, False]


def test_sentences_are_those_that_translating_keeps(secret: Path, memory: Memory) -> None:
    rows, translator = [initial_row(paragraph) for paragraph in read_document(secret).paragraphs], FakeTranslator()
    list(translate(rows, "nb", translator))
    plan = plan_forgetting(read_document(secret), PAIRS[:1], Memory(None), [])
    assert plan.sentences == {sentence for batch in translator.asked for sentence in batch}


# The command


def test_the_command_forgets_a_document_and_takes_it_off_the_library(
    data: Path, secret: Path, other: Path, memory: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library(data / LIBRARY_FILE)
    for path in (secret, other):
        library.add(path)
    assert main(["memory", "forget", str(secret), "--from", "nb", "--edits", "--yes"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Forgotten: ") and "1 edit" in out
    assert "1 sentence in it is also in another document and is kept." in err
    assert found(data, *WORDS, *EDITED) == {}
    assert Library(data / LIBRARY_FILE).find(secret) is None
    assert Library(data / LIBRARY_FILE).find(other) is not None
    assert secret.exists()


@pytest.mark.parametrize("what", [str(min(SEEDS.glob("*.txt"))), "--everything"])
def test_the_command_forgets_what_was_chosen_for_an_example(data: Path, what: str) -> None:
    library = Library(data / LIBRARY_FILE)
    before = list(library)
    for entry in before:
        library.keep_position(library.choose_languages(entry, "en", "nb"), 7, 0.5)
    assert main(["memory", "forget", what, "--yes"]) == 0
    chosen = [entry.path for entry in Library(data / LIBRARY_FILE) if entry not in before]
    assert chosen == [entry.path for entry in before if what not in (str(entry.path), "--everything")]


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_command_forgets_what_a_document_says_as_the_user_chose_to_read_it(
    by_hand: bool, data: Path, tmp_path: Path, library: Library
) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes(
        "Båten går over fjorden når våren kommer\nog alle gjør seg klar på den nye kaia.\n".encode("cp865")
    )
    choices = Choices("mac-roman", Lines.KEPT)
    if not by_hand:
        library.choose_reading(library.add(path), encoding=choices.encoding, lines=choices.lines.value)
    with closing(Memory(data / MEMORY_FILE)) as opened:
        rows = [initial_row(paragraph) for paragraph in read_document(path, choices).paragraphs]
        assert list(translate(rows, "nb", FakeTranslator(), memory=opened, package="there", target="en"))
        assert opened.counts() == (2, 0)
    said = ["--encoding", "macroman", "--lines"] if by_hand else []
    assert main(["memory", "forget", str(path), "--from", "nb", "--yes", *said]) == 0
    with closing(Memory(data / MEMORY_FILE)) as opened:
        assert opened.counts() == (0, 0)


def test_the_command_keeps_what_another_document_says_as_the_user_chose_to_read_it(
    data: Path, secret: Path, tmp_path: Path, library: Library, memory: Memory
) -> None:
    path = tmp_path / "linjer.txt"
    path.write_text("Den gamle mannen gikk ut i hagen mens solen sto lavt over den og\nHemmelig havn.\n", "utf-8")
    library.choose_reading(library.add(path), lines=Lines.KEPT.value)
    assert main(["memory", "forget", str(secret), "--from", "nb", "--edits", "--yes"]) == 0
    assert memory.edits("nb", "en", ["Hemmelig havn."])


def test_the_command_keeps_edits_unless_told_and_says_so(
    data: Path, secret: Path, memory: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = Drafts(data / DRAFTS_FOLDER)
    drafts.keep(Draft(str(secret), 0, "Hemmelig havn.", "Half of it."))
    assert main(["memory", "forget", str(secret), "--from", "nb", "--to", "en", "--yes"]) == 0
    told = capsys.readouterr().err
    assert "1 edit will be kept (see --edits)." in told and "1 unsaved edit will be kept (see --edits)." in told
    assert len(list(drafts)) == 1
    assert memory.edits("nb", "en", ["Hemmelig havn."])


def test_the_command_forgets_nothing_without_a_yes(
    data: Path, memory: Memory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["memory", "forget", "--everything"]) == 1
    asked = capsys.readouterr().err
    assert (
        "2 edits, what you have accepted and dismissed, your library, all pasted texts and your own words? "
        "This cannot be undone. To confirm, use --yes" in asked
    )
    assert memory.counts()[1] == 2
    reading, writing = os.openpty()
    with open(reading, "rb", buffering=0), open(writing, encoding="utf-8", closefd=True) as terminal:
        monkeypatch.setattr("sys.stdin", terminal)
        os.write(reading, b"n\n")
        assert main(["memory", "forget", "--everything"]) == 1
        assert "This cannot be undone. [y/N]" in capsys.readouterr().err
        assert memory.counts()[1] == 2
        os.write(reading, b"y\n")
        assert main(["memory", "forget", "--everything"]) == 0
    assert memory.counts() == (0, 0)


def test_the_command_tells_what_is_remembered_and_where(
    data: Path, memory: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    memory.store("p", {"x": Hypothesis("y", -0.5)})
    assert main(["memory", "info"]) == 0
    out = capsys.readouterr().out
    assert "11 translated sentences, 2 edits\n" in out
    assert re.search(rf"{re.escape(str(data / MEMORY_FILE))}\.edits: [1-9]\d* bytes", out)


@pytest.mark.parametrize(
    ("count", "size"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (2 * 10**9, "2000.0 MB"),
    ],
)
def test_sizes_are_said_in_a_unit_that_fits(count: int, size: str) -> None:
    assert size_in_words(count) == size


def test_the_help_says_that_the_list_of_documents_goes_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["memory", "forget", "--help"])
    assert "your library" in " ".join(capsys.readouterr().out.split())


def test_a_document_or_everything_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["memory", "forget"], ["memory", "forget", "x", "--everything"]):
        with pytest.raises(SystemExit) as error:
            main(arguments)
        assert error.value.code == 2
    assert main(["memory", "forget", "finnes-ikke.txt", "--yes"]) == 1
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("listed", [False, True])
def test_the_command_tells_other_programs_which_document_it_has_forgotten(
    listed: bool, data: Path, secret: Path, other: Path, memory: Memory
) -> None:
    if listed:
        Library(data / LIBRARY_FILE).add(secret)
    watch = ForgottenWatch(data / LIBRARY_FILE)
    assert main(["memory", "forget", str(secret), "--from", "nb", "--yes"]) == 0
    assert watch.look([secret, other]) == frozenset({secret})
