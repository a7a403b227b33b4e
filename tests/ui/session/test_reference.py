"""A human translation beside the open text: aligned, its links moved by hand, remembered, and saved in the memory."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.parallel import Column, SentencePair, State
from tests.ui.documents import ENGLISH, NORWEGIAN, open_and_translate, text_of
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place, word_at
from ui.session.attachments import Additions
from ui.session.columns import REFERENCE


@pytest.fixture
def compared(program: Tospalt, qtbot: QtBot) -> Tospalt:
    """A translated story with its human translation beside it."""
    open_and_translate(qtbot, program, NORWEGIAN)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    compare(program, qtbot, ENGLISH)
    return program


def compare(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    program.columns.compare_with(file)
    qtbot.waitUntil(lambda: program.reference.ready and not program.document.arriving, timeout=PATIENCE)


def references(program: Tospalt) -> list[str]:
    return [row.reference for row in text_of(program).rows]


def row_with_sentences(program: Tospalt, count: int) -> int:
    """The first row with so many sentences on both sides, each linked to one."""
    rows = enumerate(text_of(program).rows)
    return next(n for n, row in rows if len(row.sentences) >= count and len(row.reference_pairs) >= count)


def changed(program: Tospalt, qtbot: QtBot, command: str) -> None:
    """Give a command that changes a link, and wait until it has."""
    before = references(program), [row.reference_pairs for row in text_of(program).rows]
    program.window.actions_[command].trigger()
    qtbot.waitUntil(
        lambda: (references(program), [row.reference_pairs for row in text_of(program).rows]) != before,
        timeout=PATIENCE,
    )


def test_a_human_translation_stands_in_its_column_sentence_by_sentence(compared: Tospalt, qtbot: QtBot) -> None:
    assert compared.window.reading_view.looks.columns == (Column.ORIGINAL, Column.TRANSLATION, Column.REFERENCE)
    whole = "\n".join(references(compared))
    for line in filter(None, ENGLISH.read_text("utf-8").splitlines()):
        assert line.split()[0] in whole
    row = row_with_sentences(compared, 2)
    view = compared.window.reading_view
    view.move_caret(Place(row, Column.REFERENCE, 1))
    assert view.highlighter.sentence == Place(row, Column.REFERENCE, 1)
    assert ENGLISH.name in compared.columns.titles[Column.REFERENCE]


def test_links_are_moved_by_command_and_that_is_undone(compared: Tospalt, qtbot: QtBot) -> None:
    view, row = compared.window.reading_view, row_with_sentences(compared, 2)
    before = references(compared), [each.reference_pairs for each in text_of(compared).rows]
    view.move_caret(Place(row, Column.REFERENCE, 0))
    changed(compared, qtbot, "link_join")
    pairs = text_of(compared).rows[row].reference_pairs
    assert len(pairs) == len(before[1][row]) - 1 and pairs[0].certain
    changed(compared, qtbot, "link_split")
    changed(compared, qtbot, "link_take")
    changed(compared, qtbot, "link_join")
    laid: list[object] = []
    compared.reference.laid.connect(lambda: laid.append(None))
    for command in ("undo", "undo", "redo", "redo", "undo", "undo", "undo", "undo"):
        compared.window.actions_[command].trigger()
    qtbot.waitUntil(
        lambda: not compared.reference._aligning.running and not compared.document.arriving, timeout=PATIENCE
    )
    assert (references(compared), [each.reference_pairs for each in text_of(compared).rows]) == before
    assert not laid and not compared.reference._links  # the texts are not aligned again


def test_nothing_of_the_human_translation_is_lost_by_moving(compared: Tospalt, qtbot: QtBot) -> None:
    view, words = compared.window.reading_view, sorted(" ".join(references(compared)).split())
    view.move_caret(Place(row_with_sentences(compared, 2), Column.REFERENCE, 0))
    for command in ("link_take", "link_take", "link_give", "link_join", "link_split"):
        compared.window.actions_[command].trigger()
    qtbot.waitUntil(
        lambda: not compared.reference._changes and not compared.reference._aligning.running, timeout=PATIENCE
    )
    assert sorted(" ".join(references(compared)).split()) == words


def test_what_cannot_be_moved_is_told(compared: Tospalt, qtbot: QtBot) -> None:
    view = compared.window.reading_view
    view.move_caret(Place(len(text_of(compared).rows) - 1, Column.REFERENCE, 10**6))
    with qtbot.waitSignal(compared.reference.notice, timeout=PATIENCE) as told:
        for _ in range(40):
            compared.window.actions_["link_join"].trigger()
    assert told.args[0]


def test_it_is_there_again_with_its_links_the_next_time(
    compared: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    row = row_with_sentences(compared, 2)
    compared.window.reading_view.move_caret(Place(row, Column.REFERENCE, 0))
    changed(compared, qtbot, "link_join")
    before = references(compared), text_of(compared).rows[row].reference_pairs
    compared.pools.edits.flush(PATIENCE)
    again = start()
    open_and_translate(qtbot, again, NORWEGIAN)
    qtbot.waitUntil(lambda: again.reference.ready and not again.document.arriving, timeout=PATIENCE)
    assert (references(again), text_of(again).rows[row].reference_pairs) == before


def test_a_text_that_is_no_translation_is_told_and_not_laid_beside(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, NORWEGIAN)
    other = tmp_path / "annet.txt"
    other.write_text("Quarterly results exceeded forecasts in most divisions.\n\n" * 30, "utf-8")
    with qtbot.waitSignal(program.columns.notice, timeout=PATIENCE) as told:
        program.columns.compare_with(other)
    assert "annet.txt" in told.args[0]
    assert Column.REFERENCE not in program.columns.shown and program.reference.path is None
    with qtbot.waitSignal(program.columns.notice, timeout=PATIENCE) as told:
        program.columns.compare_with(NORWEGIAN)  # in the wrong language
    assert "Norwegian" in told.args[0] and not program.columns.has_reference
    with qtbot.waitSignal(program.columns.notice, timeout=PATIENCE) as told:
        program.columns.compare_with(tmp_path / "gone.txt")
    assert "gone.txt" in told.args[0]


def test_swapping_the_direction_does_not_forget_it(compared: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(compared.columns.notice, timeout=PATIENCE):
        compared.window.actions_["from_en"].trigger()
    assert compared.columns.has_reference
    with qtbot.waitSignal(compared.document.opened, timeout=PATIENCE):
        compared.window.actions_["from_nb"].trigger()
    qtbot.waitUntil(lambda: compared.reference.ready and any(references(compared)), timeout=PATIENCE)


def test_hiding_the_column_takes_it_away_and_showing_it_brings_it_back(compared: Tospalt, qtbot: QtBot) -> None:
    action = compared.window.actions_["column_reference"]
    assert action.isEnabled() and action.isChecked()
    action.trigger()
    assert Column.REFERENCE not in compared.window.reading_view.looks.columns
    assert not compared.window.actions_["link_join"].isEnabled()
    action.trigger()
    qtbot.waitUntil(lambda: any(references(compared)), timeout=PATIENCE)


def test_it_is_aligned_again_once_more_is_translated(program: Tospalt, qtbot: QtBot, engine: HeldEngine) -> None:
    engine.let_through(2)
    program.window.open_files([NORWEGIAN])
    qtbot.waitUntil(
        lambda: (
            program.document.text is not None
            and any(row.state is State.DONE and row.sentences for row in program.document.text.rows)
        ),
        timeout=PATIENCE,
    )
    program.columns.compare_with(ENGLISH)
    qtbot.waitUntil(lambda: program.reference.ready, timeout=PATIENCE)
    first = program.reference._placed
    engine.release()
    qtbot.waitUntil(lambda: program.reference._placed not in (None, first), timeout=PATIENCE)
    qtbot.waitUntil(lambda: any(references(program)), timeout=PATIENCE)


def test_it_is_saved_in_the_memory_when_that_is_wanted(compared: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(compared.reference.notice, timeout=PATIENCE) as told:
        compared.reference.remember()
    assert told.args[0].startswith("Saved ") and not told.args[0].startswith("Saved 0")


def test_forgetting_the_document_forgets_what_was_beside_it(compared: Tospalt, qtbot: QtBot) -> None:
    compared.pools.edits.flush(PATIENCE)
    assert compared.memory.count_values([NORWEGIAN])[REFERENCE] == 1


def test_an_export_with_another_reference_leaves_the_one_that_is_shown(
    compared: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "annen.txt"
    other.write_text(ENGLISH.read_text("utf-8").replace("boathouse", "cabin"), "utf-8")
    before, taken = references(compared), list[str]()
    # What the export takes, which is right then; the other comes back soon.
    compared.writing.attachments.ready.connect(lambda: taken.append(" ".join(references(compared))))
    for number in range(2):
        with qtbot.waitSignal(compared.writing.attachments.ready, timeout=PATIENCE):
            compared.writing.attachments.provide(Additions(reference=other))
        assert "cabin" in taken[number]
        qtbot.waitUntil(lambda: references(compared) == before, timeout=PATIENCE)


def test_a_choice_that_cannot_be_used_leaves_the_one_before(compared: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    before = references(compared)
    with qtbot.waitSignal(compared.columns.notice, timeout=PATIENCE):
        compared.columns.compare_with(tmp_path / "gone.txt")
    assert compared.reference.path == ENGLISH
    assert references(compared) == before
    qtbot.waitUntil(lambda: compared.reference.ready and not compared.document.arriving, timeout=PATIENCE)
    assert references(compared) == before


def test_another_choice_takes_the_place_of_the_one_before(compared: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "annen.txt"
    first, *rest = ENGLISH.read_text("utf-8").split("\n\n")
    other.write_text("\n\n".join([first.upper(), *rest[:-1]]), "utf-8")
    compare(compared, qtbot, other)
    whole = "\n".join(references(compared))
    assert first.upper() in whole and first not in whole and rest[-1].strip() not in whole


def test_links_can_be_undone_after_the_file_is_gone(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    open_and_translate(qtbot, program, NORWEGIAN)
    file = tmp_path / "min.txt"
    file.write_text(ENGLISH.read_text("utf-8"), "utf-8")
    compare(program, qtbot, file)
    before = references(program)
    program.window.reading_view.move_caret(Place(row_with_sentences(program, 2), Column.REFERENCE, 0))
    changed(program, qtbot, "link_take")
    file.unlink()
    program.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: references(program) == before, timeout=PATIENCE)


def test_a_file_that_is_back_stands_beside_the_text_once_its_column_is_shown_again(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, NORWEGIAN)
    file = tmp_path / "min.txt"
    file.write_text(ENGLISH.read_text("utf-8"), "utf-8")
    compare(program, qtbot, file)
    program.pools.edits.flush(PATIENCE)
    away = file.rename(tmp_path / "borte.txt")
    with qtbot.waitSignal(program.columns.notice, timeout=PATIENCE) as told:
        program.window.open_files([ENGLISH])
        qtbot.waitUntil(lambda: program.reference.path is None, timeout=PATIENCE)
        program.window.open_files([NORWEGIAN])
    assert "min.txt" in told.args[0]
    away.rename(file)
    for _ in range(2):
        program.window.actions_["column_reference"].trigger()
    qtbot.waitUntil(lambda: any(references(program)), timeout=PATIENCE)


def test_what_was_linked_in_another_file_is_not_undone_unseen(compared: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    compared.window.reading_view.move_caret(Place(row_with_sentences(compared, 2), Column.REFERENCE, 0))
    changed(compared, qtbot, "link_join")
    assert compared.undo.next_undo is not None
    other = tmp_path / "annen.txt"
    other.write_text(ENGLISH.read_text("utf-8"), "utf-8")
    compare(compared, qtbot, other)
    assert compared.undo.next_undo is None


def linked_words(program: Tospalt, row: int) -> set[tuple[str, str]]:
    """The words of a row that are linked with those of its human translation."""
    found = text_of(program).rows[row]
    version = found.version(Column.REFERENCE)
    assert version is not None
    links = [link for pair in version.pairs for link in pair.links]
    return {(found.source.text[a:b], version.text[c:d]) for a, b, c, d, _ in links}


def test_words_of_the_human_translation_on_screen_are_linked(compared: Tospalt, qtbot: QtBot) -> None:
    view, row = compared.window.reading_view, row_with_sentences(compared, 2)
    view.go_to(row)
    qtbot.waitUntil(lambda: bool(linked_words(compared, row)), timeout=PATIENCE)
    version = text_of(compared).rows[row].version(Column.REFERENCE)
    assert version is not None
    pair = next(pair for pair in version.pairs if pair.links)
    start = pair.links[0][0]
    word = word_at(row, text_of(compared).rows[row], Column.ORIGINAL, start)
    assert word is not None and word.spans(Column.REFERENCE)[0][0] == pair.links[0][2]
    assert all(pair.linked for pair in version.pairs)


def test_words_are_linked_anew_when_sentences_are(compared: Tospalt, qtbot: QtBot) -> None:
    view, row = compared.window.reading_view, row_with_sentences(compared, 2)
    view.go_to(row)
    qtbot.waitUntil(lambda: bool(linked_words(compared, row)), timeout=PATIENCE)
    view.move_caret(Place(row, Column.REFERENCE, 0))
    changed(compared, qtbot, "link_join")
    version = text_of(compared).rows[row].version(Column.REFERENCE)
    assert version is not None

    def joined() -> SentencePair:
        now = text_of(compared).rows[row].version(Column.REFERENCE)
        assert now is not None
        return now.pairs[0]

    qtbot.waitUntil(lambda: joined().linked and bool(joined().links), timeout=PATIENCE)
    first, second = text_of(compared).rows[row].sentences[:2]
    starts = {link[0] for link in joined().links}
    assert any(start < first.source[1] for start in starts) and any(start >= second.source[0] for start in starts)
