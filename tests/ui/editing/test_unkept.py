"""What waits to be kept, by itself: a newer change of a sentence is never lost to what becomes of an older one."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.drafts import Drafts
from reader.memory import Reworded
from reader.parallel import ParallelText, wording
from reader.text import Document, Paragraph
from tests.ui.editing.sentence import SENTENCE
from ui.editing.change import Change, OtherEdit, Spot
from ui.editing.unkept_edits import UnkeptEdits

SAFE = Reworded(frozenset({SENTENCE}))


@pytest.fixture
def spot(tmp_path: Path) -> Spot:
    document = Document("Hund", (Paragraph(SENTENCE),), tmp_path / "hund.txt", "nb", certain=True)
    return Spot(ParallelText.untranslated(document, "nb", "en"), 0, SENTENCE)


def change(spot: Spot, words: str, number: int, seen: str = "The machine's.") -> Change:
    return Change(spot, wording(SENTENCE, words), number, frozenset({seen}))


def words(unkept: UnkeptEdits) -> list[str]:
    return [translation.text for translation in unkept.translations.values()]


def test_what_an_older_change_comes_to_does_not_concern_a_newer_one(spot: Spot) -> None:
    unkept = UnkeptEdits()
    first = unkept.add(change(spot, "First.", 1))
    second = unkept.add(change(spot, "Second.", 2))
    assert second.seen == {"The machine's.", "First."}
    unkept.settle(first, SAFE)
    assert words(unkept) == ["Second."] and not unkept.tried
    unkept.settle(second, Reworded())
    assert words(unkept) == ["Second."] and unkept.tried
    [again] = unkept.waiting()
    unkept.settle(again, SAFE)
    assert unkept.waiting() == []


def test_links_come_into_the_change_that_they_were_made_for_and_no_other(spot: Spot) -> None:
    unkept = UnkeptEdits()
    first = unkept.add(change(spot, "First.", 1))
    better = replace(first, translation=replace(first.translation, links=((0, 6, 0, 5, 1.0),)))
    unkept.relink(better)
    assert [each.translation for each in unkept.waiting()] == [better.translation]
    second = unkept.add(change(spot, "Second.", 2))
    unkept.relink(better)
    assert unkept.waiting() == [second]


def test_what_is_changed_after_forgetting_was_planned_stays(spot: Spot) -> None:
    unkept = UnkeptEdits()
    first = unkept.add(change(spot, "First.", 1))
    unkept.await_choice(OtherEdit(first, wording(SENTENCE, "Other.")))
    forget = unkept.forgetter(lambda _: True)
    unkept.add(change(spot, "Second.", 2))
    assert [draft.words for draft in unkept.drafts] == ["Second.", "Other."]
    forget()
    assert [draft.words for draft in unkept.drafts] == ["Second."]
    unkept.forgetter(lambda key: key[0] == "en")()
    assert words(unkept) == ["Second."]


def test_another_edit_can_be_lost_until_the_user_has_chosen(spot: Spot) -> None:
    unkept = UnkeptEdits()
    mine = unkept.add(change(spot, "Mine.", 1))
    unkept.settle(mine, Reworded(frozenset({SENTENCE}), {SENTENCE: wording(SENTENCE, "Other.")}))
    assert unkept.untold
    [other] = unkept.take_others()
    assert not unkept.untold
    unkept.await_choice(other)
    assert [draft.words for draft in unkept.drafts] == ["Other."]
    unkept.end_choice(other.topic)
    assert unkept.drafts == ()


def test_a_change_is_asked_for_once(spot: Spot) -> None:
    unkept = UnkeptEdits()
    first = unkept.add(change(spot, "First.", 1))
    assert unkept.ask_for() == [first]
    assert unkept.ask_for() == []
    second = unkept.add(change(spot, "Second.", 2))
    assert unkept.ask_for() == [second]


def test_what_is_put_aside_is_a_draft_and_waits_no_more(spot: Spot, tmp_path: Path) -> None:
    unkept, drafts = UnkeptEdits(), Drafts(tmp_path / "drafts")
    unkept.add(change(spot, "Mine.", 1))
    assert unkept.put_aside(drafts)
    assert [draft.words for _, draft in drafts] == ["Mine."]
    assert unkept.waiting() == []
