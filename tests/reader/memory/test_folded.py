"""Imported sentences are found whatever their spaces are, and what nobody sees in them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.memory import EditRequest, Memory, import_tmx
from reader.memory.folded import folded, foldings_of
from reader.parallel import user_edit
from reader.text import CLOSE, OPEN
from tests.reader.memory.tmx_files import pair, tmx

FORMS = [
    "Side 12 av 3 000 er borte.",
    "Side\xa012 av\xa03\u202f000 er borte.",
    "Side  12   av 3 000 er borte.",
    "Si\xadde 12 av 3\u2009000 er bor\xadte.",
    "\ufeffSide 12\u200b av 3 000 er borte.",
]


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with closing(Memory(tmp_path / "memory" / "memory.sqlite")) as memory:
        yield memory
        assert memory.take_problem() == ""


def imported(memory: Memory, *sentences: tuple[str, str]) -> None:
    assert memory.file is not None
    file = memory.file.parent.with_name("minne.tmx")
    file.write_text(tmx(*(pair(*each) for each in sentences)), "utf-8")
    import_tmx(file, "nb", "en", memory)


def found(memory: Memory, sentence: str) -> str | None:
    edit = memory.edits("nb", "en", [sentence]).get(sentence)
    return edit.text if edit else None


@pytest.mark.parametrize("stored", FORMS)
def test_a_sentence_is_found_whatever_its_spaces_are(memory: Memory, stored: str) -> None:
    imported(memory, (stored, "Page twelve is gone."), ("Noe annet.", "Else."))
    assert [found(memory, sentence) for sentence in FORMS] == ["Page twelve is gone."] * len(FORMS)
    assert found(memory, "Side 12 av 3000 er borte.") is None


def test_what_is_the_same_to_the_letter_comes_first(memory: Memory) -> None:
    imported(memory, (FORMS[0], "Plain."), (FORMS[1], "No-break."))
    assert (found(memory, FORMS[0]), found(memory, FORMS[1]), found(memory, FORMS[2])) == (
        "Plain.",
        "No-break.",
        "Plain.",
    )


def test_restoring_the_machine_translation_removes_what_was_found(memory: Memory) -> None:
    imported(memory, (FORMS[1], "Page twelve is gone."))
    memory.change_edits("nb", "en", {FORMS[0]: EditRequest(None, frozenset({"Page twelve is gone."}))})
    assert found(memory, FORMS[0]) is None
    assert memory.amounts() == []


@pytest.mark.parametrize(
    ("source", "target", "asked", "expected"),
    [
        ("Kjør `ls -l` nå.", "Run `ls -l` now.", f"Kjør {OPEN}ls -l{CLOSE} nå.", f"Run {OPEN}ls -l{CLOSE} now."),
        ("Les **dette** nøye.", "Read **this** well.", "Les dette nøye.", "Read this well."),
        ("Les **dette** nøye.", "Read **this** well.", "Les **dette** nøye.", "Read **this** well."),
        ("Les **dette** nøye.", "Read **this** well.", "Les  **dette** nøye.", "Read **this** well."),
        ("Les *dette* nøye.", "Read this well.", "Les dette nøye.", None),
        ("Regn ut 3*4*5 nå.", "Compute 3*4*5 now.", "Regn ut 345 nå.", None),
    ],
)
def test_markdown_taken_for_plain_text_is_found_for_what_it_shows(
    memory: Memory, source: str, target: str, asked: str, expected: str | None
) -> None:
    imported(memory, (source, target))
    assert found(memory, asked) == expected


@given(st.text(alphabet="aå .\xa0\u202f\xad\u200b\ufeff\t`*"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert all(part != text for part, _ in foldings_of(text, text))


@pytest.mark.parametrize("stored", FORMS[:2])
@pytest.mark.parametrize("new", [None, "Page 12 has gone."])
def test_undoing_a_change_brings_an_imported_translation_back_as_imported(
    memory: Memory, stored: str, new: str | None
) -> None:
    imported(memory, (stored, "Page twelve is gone."))
    before = memory.amounts()
    edit = user_edit(FORMS[0], new) if new else None
    done = memory.change_edits("nb", "en", {FORMS[0]: EditRequest(edit, frozenset({"Page twelve is gone."}))})
    assert found(memory, FORMS[0]) == new
    back = EditRequest(None, frozenset({new or ""}), done.before[FORMS[0]])
    memory.change_edits("nb", "en", {FORMS[0]: back})
    assert found(memory, FORMS[0]) == "Page twelve is gone."
    assert memory.amounts() == before and memory.counts()[1] == 0
