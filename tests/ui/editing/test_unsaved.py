"""What waits to be kept, by itself: a newer change of a sentence is never lost to what becomes of an older one."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.drafts import Drafts
from reader.memory import EditOutcome
from reader.parallel import ParallelText, user_edit
from reader.text import Document, Paragraph
from tests.ui.editing.sentence import SENTENCE
from ui.editing.change import Change, OtherEdit, Spot
from ui.editing.unsaved_edits import UnsavedEdits

SAFE = EditOutcome(frozenset({SENTENCE}))


@pytest.fixture
def spot(tmp_path: Path) -> Spot:
    document = Document("Hund", (Paragraph(SENTENCE),), tmp_path / "hund.txt", "nb", certain=True)
    return Spot(ParallelText.untranslated(document, "nb", "en"), 0, SENTENCE)


def change(spot: Spot, words: str, number: int, seen: str = "The machine's.") -> Change:
    return Change(spot, user_edit(SENTENCE, words), number, frozenset({seen}))


def words(unsaved: UnsavedEdits) -> list[str]:
    return [translation.text for translation in unsaved.translations.values()]


def test_what_an_older_change_comes_to_does_not_concern_a_newer_one(spot: Spot) -> None:
    unsaved = UnsavedEdits()
    first = unsaved.add(change(spot, "First.", 1))
    second = unsaved.add(change(spot, "Second.", 2))
    assert second.seen == {"The machine's.", "First."}
    unsaved.settle(first, SAFE)
    assert words(unsaved) == ["Second."] and not unsaved.tried
    unsaved.settle(second, EditOutcome())
    assert words(unsaved) == ["Second."] and unsaved.tried
    [again] = unsaved.waiting()
    unsaved.settle(again, SAFE)
    assert unsaved.waiting() == []


def test_links_come_into_the_change_that_they_were_made_for_and_no_other(spot: Spot) -> None:
    unsaved = UnsavedEdits()
    first = unsaved.add(change(spot, "First.", 1))
    better = replace(first, translation=replace(first.translation, links=((0, 6, 0, 5, 1.0),)))
    unsaved.relink(better)
    assert [each.translation for each in unsaved.waiting()] == [better.translation]
    second = unsaved.add(change(spot, "Second.", 2))
    unsaved.relink(better)
    assert unsaved.waiting() == [second]


def test_what_is_changed_after_forgetting_was_planned_stays(spot: Spot) -> None:
    unsaved = UnsavedEdits()
    first = unsaved.add(change(spot, "First.", 1))
    unsaved.await_choice(OtherEdit(first, user_edit(SENTENCE, "Other.")))
    forget = unsaved.forgetter(lambda _: True)
    unsaved.add(change(spot, "Second.", 2))
    assert [draft.words for draft in unsaved.drafts] == ["Second.", "Other."]
    forget()
    assert [draft.words for draft in unsaved.drafts] == ["Second."]
    unsaved.forgetter(lambda key: key[0] == "en")()
    assert words(unsaved) == ["Second."]


def test_another_edit_can_be_lost_until_the_user_has_chosen(spot: Spot) -> None:
    unsaved = UnsavedEdits()
    mine = unsaved.add(change(spot, "Mine.", 1))
    unsaved.settle(mine, EditOutcome(frozenset({SENTENCE}), {SENTENCE: user_edit(SENTENCE, "Other.")}))
    assert unsaved.untold
    [other] = unsaved.take_others()
    assert not unsaved.untold
    unsaved.await_choice(other)
    assert [draft.words for draft in unsaved.drafts] == ["Other."]
    unsaved.end_choice(other.topic)
    assert unsaved.drafts == ()


def test_a_change_is_asked_for_once(spot: Spot) -> None:
    unsaved = UnsavedEdits()
    first = unsaved.add(change(spot, "First.", 1))
    assert unsaved.ask_for() == [first]
    assert unsaved.ask_for() == []
    second = unsaved.add(change(spot, "Second.", 2))
    assert unsaved.ask_for() == [second]


def test_what_is_put_aside_is_a_draft_and_waits_no_more(spot: Spot, tmp_path: Path) -> None:
    unsaved, drafts = UnsavedEdits(), Drafts(tmp_path / "drafts")
    unsaved.add(change(spot, "Mine.", 1))
    assert unsaved.put_aside(drafts)
    assert [draft.words for _, draft in drafts] == ["Mine."]
    assert unsaved.waiting() == []
