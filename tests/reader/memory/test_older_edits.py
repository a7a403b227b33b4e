"""Edits that a version before saved under the keys that it asked for, and how they are found today."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.memory import EditOutcome, EditRequest, Memory
from reader.memory.older_keys import anchors, may_be_older, off_line, read_today
from reader.parallel import Hypothesis, user_edit

PAIR = ("nb", "en")
# What was asked for and saved, and what is asked for today and should be found.
MOVED = {
    "• hent ved": ("• fetch wood", "hent ved", "fetch wood"),
    "– hent ved": ("- fetch wood", "hent ved", "fetch wood"),
    "(3) Styret møtes.": ("(3) The board meets.", "Styret møtes.", "The board meets."),
    "b) hent ved": ("fetch wood", "hent ved", "fetch wood"),
    "[x] Mal huset.": ("[x] Paint the house.", "Mal huset.", "Paint the house."),
    "[!TIP] Mal huset.": ("[!TIP] Paint the house.", "Mal huset.", "Paint the house."),
    "§ 4. Styret møtes.": ("§ 4. The board meets.", "Styret møtes.", "The board meets."),
    "[^7]: Se atlaset.": ("[^7]: See the atlas.", "Se atlaset.", "See the atlas."),
    "Hun gikk hjem.[^a]": ("She went home.[^a]", "Hun gikk hjem.", "She went home."),
    "Hun gikk [4] hjem.": ("She went [4] home.", "Hun gikk hjem.", "She went home."),
    "Hun gikk hjem [4].": ("She went home [4].", "Hun gikk hjem.", "She went home."),
    "Hun gikk hjem.²": ("She went home.²", "Hun gikk hjem.", "She went home."),
    "Hun gikk hjem.2": ("She went home.2", "Hun gikk hjem.", "She went home."),
    "La $z$ gå.": ("Let $z$ go.", "La \ufdd0z\ufdd1 gå.", "Let \ufdd0z\ufdd1 go."),
    "Det er 108 meter.": ("It is 108 metres.", "Det er 10⁸ meter.", "It is 10⁸ metres."),
    "Det står hos folk3 her.": (
        "It says so with people3 here.",
        "Det står hos folk³ her.",
        "It says so with people³ here.",
    ),
    "2.10 Mal huset.": ("2.10 Paint the house.", "Mal huset.", "Paint the house."),
    "Drikk CO2 her.": ("Drink CO2 here.", "Drikk CO₂ her.", "Drink CO₂ here."),
}
SPLIT = {
    "Hun gikk.[^a] Han sov[^b].": (
        "She left.[^a] He slept[^b].",
        ("Hun gikk.", "Han sov."),
        ("She left.", "He slept."),
    ),
    "i. hent ved ii. kok vann": ("i. get wood ii. boil water", ("hent ved", "kok vann"), ("get wood", "boil water")),
}


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory(tmp_path / "memory.sqlite")
    yield memory
    memory.close()


def save(memory: Memory, edits: dict[str, str]) -> None:
    assert memory.keep_edits(*PAIR, {key: user_edit(key, text) for key, text in edits.items()})


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def texts(memory: Memory, *sentences: str, package: str = "") -> list[str | None]:
    found = memory.edits(*PAIR, sentences, package=package)
    return [found[sentence].text if sentence in found else None for sentence in sentences]


@pytest.mark.parametrize("before", MOVED)
def test_an_edit_from_before_is_found_and_fitted(memory: Memory, before: str) -> None:
    text, today, fitted = MOVED[before]
    save(memory, {before: text})
    assert texts(memory, today) == [fitted]
    assert memory.edits(*PAIR, [today], exactly=True) == {}
    assert memory.edits("en", "nb", [today]) == {}


@pytest.mark.parametrize("before", SPLIT)
def test_an_edit_of_what_is_several_sentences_today_is_cut(memory: Memory, before: str) -> None:
    text, today, fitted = SPLIT[before]
    save(memory, {before: text})
    assert texts(memory, *today) == list(fitted)


def test_an_edit_of_today_comes_first(memory: Memory) -> None:
    save(memory, {"• hent ved": "• fetch wood", "hent ved": "bring wood"})
    assert texts(memory, "hent ved") == ["bring wood"]


def test_an_edit_with_more_words_is_not_that_of_fewer(memory: Memory) -> None:
    save(memory, {"hent ved": "fetch wood", "Det er 10⁸ meter.": "It is 10⁸ metres."})
    assert texts(memory, "• hent ved", "hent", "Det er 108 meter.") == [None, None, None]


def test_links_move_with_the_words(memory: Memory) -> None:
    edit = user_edit("• hent ved", "* fetch wood", ((2, 6, 2, 7, 1.0), (0, 1, 0, 1, 1.0)))
    assert memory.keep_edits(*PAIR, {"• hent ved": edit})
    assert memory.edits(*PAIR, ["hent ved"])["hent ved"].links == ((0, 4, 0, 5, 1.0),)


@given(st.text(st.sampled_from("aåéøqA😀 "), min_size=1).filter(lambda text: text != decomposed(text)))
def test_an_edit_of_decomposed_letters_is_that_of_composed_ones(sentence: str) -> None:
    [found] = read_today(decomposed(sentence), decomposed(f"{sentence}, he said"), (), PAIR)
    assert (found.part, found.translation) == (sentence, f"{sentence}, he said")
    assert may_be_older(decomposed(sentence))
    assert set(anchors(decomposed(sentence))) == set(anchors(sentence))


def test_an_edit_of_decomposed_letters_is_found_with_its_links(memory: Memory) -> None:
    before, text = decomposed("1. Så spiste Åse."), "1. Åse then ate."
    links = ((before.index("A"), len(before) - 1, 3, 6, 1.0),)
    assert memory.keep_edits(*PAIR, {before: user_edit(before, text, links)})
    found = memory.edits(*PAIR, ["Så spiste Åse."])["Så spiste Åse."]
    assert (found.text, found.links) == ("Åse then ate.", ((10, 13, 0, 3, 1.0),))
    assert memory.older_keys(*PAIR, ["Så spiste Åse."]) == {before}


def test_the_edits_of_two_sentences_that_are_one_today_are_joined(memory: Memory) -> None:
    save(memory, {"Han spiser f. eks.": "He eats e.g.", "Gravlaks til middag.": "gravlax for dinner."})
    assert texts(memory, "Han spiser f. eks. Gravlaks til middag.") == ["He eats e.g. gravlax for dinner."]


def test_a_part_without_words_needs_no_edit(memory: Memory) -> None:
    save(memory, {"Styret møtes.": "The board meets."})
    assert texts(memory, "§ 9-4. Styret møtes.") == ["§ 9-4. The board meets."]


def test_a_part_without_an_edit_is_the_machine_s(memory: Memory) -> None:
    save(memory, {"Om styret": "On the board"})
    assert texts(memory, "Kapittel 9. Om styret", package="p") == [None]
    memory.store("p", {"Kapittel 9.": Hypothesis("Chapter 9.", -1.0)})
    assert texts(memory, "Kapittel 9. Om styret", package="p") == ["Chapter 9. On the board"]
    assert texts(memory, "Kapittel 9. Om styret") == [None]
    assert texts(memory, "Kapittel 9. Om kassen", package="p") == [None]


def test_what_is_saved_or_forgotten_later_counts_at_once(memory: Memory, tmp_path: Path) -> None:
    save(memory, {"Ja.": "Yes."})
    assert texts(memory, "hent ved") == [None]
    other = Memory(tmp_path / "memory.sqlite")
    save(other, {"• hent ved": "• fetch wood"})
    assert texts(memory, "hent ved") == ["fetch wood"]
    assert other.forget_edits(*PAIR, ["• hent ved"])
    assert texts(memory, "hent ved") == [None]
    other.close()


def test_forgetting_forgets_every_form(memory: Memory) -> None:
    forms = ["• hent ved", "1) hent ved", "hent ved", "hent ved[^3]"]
    save(memory, {**dict.fromkeys(forms, "x"), "Styret møtes.": "The board meets."})
    assert memory.older_keys(*PAIR, ["hent ved"]) == set(forms) - {"hent ved"}
    assert memory.forget_edits(*PAIR, ["hent ved"])
    assert memory.counts() == (0, 1)


def test_restoring_the_machine_translation_removes_every_form_that_was_seen(memory: Memory) -> None:
    save(memory, {"• hent ved": "• fetch wood", "– hent ved": "– fetch logs"})
    shown = memory.edits(*PAIR, ["hent ved"])["hent ved"].text
    outcome = memory.change_edits(*PAIR, {"hent ved": EditRequest(None, frozenset({shown}))})
    assert outcome == EditOutcome(frozenset({"hent ved"}), {})
    assert memory.counts() == (0, 0)


def test_deleting_an_edit_does_not_tell_of_its_older_form(memory: Memory) -> None:
    save(memory, {"• hent ved": "• fetch wood", "hent ved": "bring wood"})
    outcome = memory.change_edits(*PAIR, {"hent ved": EditRequest(None, frozenset({"bring wood"}))})
    assert outcome == EditOutcome(frozenset({"hent ved"}), {})
    assert texts(memory, "hent ved") == [None]


def test_an_older_edit_that_was_not_seen_stays(memory: Memory) -> None:
    save(memory, {"• hent ved": "• fetch wood"})
    outcome = memory.change_edits(*PAIR, {"hent ved": EditRequest(None, frozenset({"bring wood"}))})
    assert {key: other.text for key, other in outcome.others.items()} == {"hent ved": "fetch wood"}
    assert texts(memory, "hent ved") == ["fetch wood"]


def test_an_edit_saved_elsewhere_that_was_not_seen_keeps_the_older_ones(memory: Memory) -> None:
    save(memory, {"• hent ved": "• fetch wood", "hent ved": "bring wood"})
    outcome = memory.change_edits(*PAIR, {"hent ved": EditRequest(None, frozenset({"other"}))})
    assert outcome.others["hent ved"].text == "bring wood"
    assert memory.counts() == (0, 2)


WORDS = st.lists(st.sampled_from(["Båten", "ligger", "ved", "kaia", "nå", "$x$", "102", "f. eks."]), min_size=1)
TEXTS = st.builds(" ".join, WORDS) | st.text(st.sampled_from("aB1. [^]$²•)-–(\n:"), max_size=30)


@given(st.lists(TEXTS, min_size=1, max_size=3).map(" ".join), TEXTS)
def test_every_reading_of_an_edit_has_one_of_its_anchors(key: str, text: str) -> None:
    for stored in read_today(key, text, (), PAIR):
        assert may_be_older(key) or stored.part == key
        first = next(anchors(stored.part), "")
        assert not first or first in set(anchors(key)) or len(first) < 24


@given(TEXTS, TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_links_of_readings_stay_inside_their_texts(key: str, text: str, place: int, other: int) -> None:
    a, c = min(place, len(key)), min(other, len(text))
    links = ((a, min(a + 3, len(key)), c, min(c + 3, len(text)), 1.0),)
    for stored in read_today(key, text, links, PAIR):
        for s0, s1, t0, t1, _ in stored.links:
            assert 0 <= s0 < s1 <= len(stored.part)
            assert 0 <= t0 < t1 <= len(stored.translation)


def test_long_runs_and_many_figures_take_no_longer_than_their_length() -> None:
    run, figures = "å" * 300_000, "".join(f"x{number}⁰ " for number in range(30_000))
    assert off_line(f"{run} 10⁸", f"{run} 108") == f"{run} 10⁸"
    assert off_line(figures, "x10 x20").startswith("x1⁰")
    assert list(anchors("[^" * 100_000)) == []


@pytest.mark.parametrize("new", [None, "gather wood"])
def test_undoing_a_change_brings_every_older_form_back_as_it_was(memory: Memory, new: str | None) -> None:
    save(memory, {"• hent ved": "• fetch wood", "– hent ved": "– fetch logs"})
    shown, keys = memory.edits(*PAIR, ["hent ved"])["hent ved"].text, memory.older_keys(*PAIR, ["hent ved"])
    edit = user_edit("hent ved", new) if new else None
    done = memory.change_edits(*PAIR, {"hent ved": EditRequest(edit, frozenset({shown}))})
    assert texts(memory, "hent ved") == [new]
    back = EditRequest(None, frozenset({new or ""}), done.before["hent ved"])
    undone = memory.change_edits(*PAIR, {"hent ved": back})
    assert texts(memory, "hent ved") == [shown]
    assert memory.older_keys(*PAIR, ["hent ved"]) == keys
    written = frozenset(each.value[0] for each in done.before["hent ved"].values() if each.value)
    memory.change_edits(*PAIR, {"hent ved": EditRequest(None, written, undone.before["hent ved"])})
    assert texts(memory, "hent ved") == [new]
