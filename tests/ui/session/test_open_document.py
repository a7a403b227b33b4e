"""The open document by itself, with nobody who translates it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Entry
from reader.memory import Memory
from reader.parallel import Column, RowEdited, RowEvent, Version, VersionMade, initial_row
from reader.text import Paragraph
from tests.ui.patience import PATIENCE
from ui.session.open_document import OpenDocument
from ui.toolkit.jobs import Pool

SIGNALS = ("opening", "leaving", "closing", "replacing", "opened", "prepared", "rows_changed", "updated")


@pytest.fixture
def document() -> Iterator[OpenDocument]:
    pool = Pool("files", 1)
    yield OpenDocument(pool, Memory(None))
    pool.close()


@pytest.fixture
def told(document: OpenDocument) -> list[str]:
    """What it has told, in order."""
    told: list[str] = []
    for name in SIGNALS:
        getattr(document, name).connect(lambda *_, name=name: told.append(name))
    return told


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    path = tmp_path / "hund.txt"
    path.write_text("Hunden sover.\n\nKatten er ute.", "utf-8")
    return Entry(path, source="nb", target="en")


def open_it(document: OpenDocument, entry: Entry, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.measured, timeout=PATIENCE):
        document.open(entry)


def change_of(index: int) -> Callable[[], list[RowEvent]]:
    """What translates the row by the user's own words."""
    return lambda: [RowEdited(index, initial_row(Paragraph("12")))]


def test_it_is_prepared_after_it_is_shown_and_not_before(
    document: OpenDocument, told: list[str], entry: Entry, qtbot: QtBot
) -> None:
    prepared = []
    for signal in (document.opened, document.prepared):
        signal.connect(lambda *_: prepared.append(document.is_prepared))
    open_it(document, entry, qtbot)
    assert told == ["opening", "leaving", "closing", "opened", "prepared"]
    assert document.is_prepared and prepared[-1]


def test_what_has_arrived_is_in_the_text_before_that_is_left(
    document: OpenDocument, told: list[str], entry: Entry, qtbot: QtBot
) -> None:
    open_it(document, entry, qtbot)
    text = document.text
    assert text is not None
    told.clear()
    document.gather(change_of(1)())
    document.close()
    assert told == ["leaving", "closing", "rows_changed", "updated"]
    assert text.rows[1].source.text == "12"
    assert (document.entry, document.text, document.tally) == (None, None, None)


def test_the_text_is_still_there_for_those_whose_work_on_it_ends(
    document: OpenDocument, entry: Entry, qtbot: QtBot
) -> None:
    open_it(document, entry, qtbot)
    there = []
    for signal in (document.closing, document.replacing):
        signal.connect(lambda: there.append(document.text is not None))
    with qtbot.waitSignal(document.opened, timeout=PATIENCE):
        document.retranslate()
    document.close()
    assert there == [True, True]


def test_an_edit_comes_after_what_arrived_before_it_and_is_counted_with_it(
    document: OpenDocument, entry: Entry, qtbot: QtBot
) -> None:
    open_it(document, entry, qtbot)
    text, tally = document.text, document.tally
    assert text is not None and tally is not None and tally.pending == 2
    seen: list[str] = []

    def own() -> list[RowEvent]:
        seen.append(text.rows[0].source.text)
        return change_of(1)()

    document.gather(change_of(0)())
    document.edit(own)
    assert seen == ["12"] and tally.pending == 0


def test_nobody_is_told_that_a_text_is_left_that_is_only_translated_anew(
    document: OpenDocument, told: list[str], entry: Entry, qtbot: QtBot
) -> None:
    open_it(document, entry, qtbot)
    told.clear()
    with qtbot.waitSignal(document.prepared, timeout=PATIENCE):
        document.retranslate()
        assert not document.is_prepared and not document.changing_direction
    assert told == ["replacing", "opened", "prepared"]
    told.clear()
    with qtbot.waitSignal(document.prepared, timeout=PATIENCE):
        document.set_languages("en", "nb")
        assert document.changing_direction and document.languages == ("en", "nb")
    assert told == ["leaving", "replacing", "opened", "prepared"]


def test_much_that_arrives_at_once_is_shown_in_parts_and_in_order(
    document: OpenDocument, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("\n\n".join(f"Hunden sover {number}." for number in range(700)), "utf-8")
    open_it(document, Entry(path, source="nb", target="en"), qtbot)
    text, parts = document.text, list[list[int]]()
    assert text is not None
    document.rows_changed.connect(lambda rows: parts.append(list(rows)))
    document.gather([VersionMade(index, Version(Column.NOTES, "første")) for index in range(700)])
    document.gather([VersionMade(699, Version(Column.NOTES, "siste"))])
    document.once_shown(lambda: parts.append([]))
    qtbot.waitUntil(lambda: not document.arriving, timeout=PATIENCE)
    assert [row for part in parts for row in part] == [*range(700), 699]
    assert all(0 < len(part) <= 40 for part in parts[:-1]) and parts[-1] == []
    assert text.rows[699].versions[0].text == "siste"
    document.gather([VersionMade(0, Version(Column.NOTES, ""))])
    document.once_shown(parts.clear)
    document.close()
    assert parts and not document.arriving
