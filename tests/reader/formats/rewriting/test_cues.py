"""Subtitles written back: times and settings stay, and the words of the cues are others."""

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError
from reader.formats.cue_text import CuePlaces
from reader.formats.reading import read_data
from reader.formats.rewriting.changes import Change, Rewritten, SentenceChange, Trouble
from reader.formats.rewriting.cues import rewrite_cues
from reader.formats.subtitles import parse_subtitles
from reader.text import Document, Link
from tests.reader.formats.rewriting.proofs import itself, rewriting_of, texts_of, with_other_word, without_origins

WEBVTT = """WEBVTT
Language: nb

NOTE skrevet av meg

1
00:00:01.000 --> 00:00:03.000 align:start
{\\an8}<i>Jeg gikk hjem</i> fra byen i går
og kjøpte

00:00:03.000 --> 00:00:05.000
<v Kari>fisk &amp; brød til middag.

00:00:06.000 --> 00:00:07.000
– Hei du!
– Takk, <00:00:06.500><b>gamle venn</b>.
"""


def read(text: str, suffix: str) -> Document:
    return read_data(text.encode(), f"x.{suffix}", Path(f"x.{suffix}"))


def translated(
    text: str, new: Mapping[str, str], *linked: tuple[str, str], both: bool = False, suffix: str = "vtt"
) -> tuple[str, Rewritten]:
    """The file in which rows have become others, and what came of it; `linked` are words linked to others."""
    document = read(text, suffix)
    changes = []
    for row, old in enumerate(texts_of(document)):
        if old in new:
            links: list[Link] = []
            for one, other in linked:
                if one in old and other in new[old]:
                    s, t = old.index(one), new[old].index(other)
                    links.append((s, s + len(one), t, t + len(other), 1.0))
            whole = SentenceChange((0, len(old)), (0, len(new[old])), tuple(sorted(links)))
            changes.append(Change(row, new[old], (whole,)))
    assert len(changes) == len(new)
    found = rewrite_cues(text.encode(), f"x.{suffix}", suffix, rewriting_of(document, changes, both=both))
    return found.data.decode(), found


# ---- The same words, and one other ----


def prove(text: str, suffix: str) -> None:
    document = read(text, suffix)

    def of(changes: list[Change]) -> Rewritten:
        rewriting = rewriting_of(document, changes, language=document.metadata.get("language", "nb"))
        return rewrite_cues(text.encode(), f"x.{suffix}", suffix, rewriting)

    assert of([]).data == text.encode()
    translatable = [(row, each) for row, each in enumerate(document.paragraphs) if each.translatable]
    same = of([itself(row, each) for row, each in translatable])
    assert (same.data, same.unplaced) == (text.encode(), ())
    changes = [change for row, each in translatable if (change := with_other_word(row, each))]
    other = of(changes)
    assert other.unplaced == ()
    expected = texts_of(document)
    for change in changes:
        expected[change.row] = change.text
    again = read(other.data.decode(), suffix)
    assert texts_of(again) == expected
    assert [p.marks for p in again.paragraphs] == [p.marks for p in document.paragraphs]
    assert times(other.data.decode()) == times(text)


def times(text: str) -> list[str]:
    return [line for line in text.split("\n") if "-->" in line]


def test_a_file_keeps_all_but_the_words_that_change() -> None:
    prove(WEBVTT, "vtt")


WORDS = st.sampled_from(["åse", "gikk", "hjem", "over", "fjellet", "i", "går", "med", "kaka", "som", "ventet"])
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
STYLED = st.tuples(LINES, st.sampled_from(["{}", "<i>{}</i>", "Så <b>{}</b>, ja", "{{\\an8}}{}", "<i>{}"]))
CUES = st.lists(st.lists(STYLED.map(lambda pair: pair[1].format(pair[0])), min_size=1, max_size=2), min_size=1)


@given(CUES)
def test_generated_files_keep_all_but_the_words_that_change(cues: list[list[str]]) -> None:
    shown = [f"{n + 1}\n00:00:0{n},000 --> 00:00:0{n},900\n" + "\n".join(lines) for n, lines in enumerate(cues[:9])]
    prove("\n\n".join(shown) + ".\n", "srt")


@given(CUES)
def test_a_file_is_read_alike_when_it_is_to_be_written_back(cues: list[list[str]]) -> None:
    text = "\n\n".join(f"00:0{n}.0 --> 00:0{n}.9\n" + "\n".join(lines) for n, lines in enumerate(cues[:9]))
    found = parse_subtitles(text, "srt", CuePlaces()).paragraphs
    assert without_origins(found) == parse_subtitles(text, "srt").paragraphs


# ---- Other words ----

FIRST, SECOND = "Jeg gikk hjem fra byen i går og kjøpte", "fisk & brød til middag."


def test_the_words_of_a_cue_become_others() -> None:
    new = {FIRST: "Yesterday I walked home from town, and bought", SECOND: "fish & bread for dinner."}
    text, found = translated(WEBVTT, new, ("Jeg gikk hjem", "I walked home"), ("fisk", "fish"))
    assert "align:start\n{\\an8}Yesterday <i>I walked home</i>\nfrom town, and bought\n\n" in text
    assert "<v Kari>fish &amp; bread for dinner.\n" in text
    assert found.unplaced == ()


def test_tags_between_words_go_with_these_and_lines_of_speech_stay_lines() -> None:
    old, new = "– Hei du!\n– Takk, gamle venn.", "– Hi there!\n– My old friend, thanks."
    text, _ = translated(WEBVTT, {old: new}, ("gamle", "old"), ("venn", "friend"), ("Takk", "thanks"))
    assert "– Hi there!\n– My <00:00:06.500><b>old friend</b>, thanks.\n" in text


def test_no_tag_stands_within_a_word_that_stood_between_two() -> None:
    text = "00:00:01.000 --> 00:00:02.000\nhei <00:00:01.200>og velkommen\n"
    found, _ = translated(text, {"hei og velkommen": "welcome"}, ("velkommen", "welcome"))
    assert re.sub("<[^>]*>", "", found).endswith("\nwelcome\n")
    assert not re.search(r"\w<[^>]*>\w", found)


def test_a_line_is_rather_cut_behind_a_sign_but_is_not_longer_than_it_may_be() -> None:
    cue = "1\n00:00:01,000 --> 00:00:04,000\n{}\n"
    for lines in (
        ("She said that he had gone home early.", "Then they came back together."),
        ("She had said that he went home to see", "us all. Then they came back together."),
    ):
        assert translated(cue.format("Ja."), {"Ja.": " ".join(lines)}, suffix="srt")[0] == cue.format("\n".join(lines))


def test_the_times_of_each_word_are_no_times_of_other_words() -> None:
    time = "00:00:01.000 --> 00:00:02.000\n"
    karaoke = f"{time}hei<00:00:01.200><c> og</c><00:00:01.400><c> <c.red>velkommen</c></c>\n"
    found, _ = translated(karaoke, {"hei og velkommen": "hi and welcome"}, ("velkommen", "welcome"))
    assert found == f"{time}hi and <c.red>welcome</c>\n"
    assert translated(karaoke, {"hei og velkommen": "hei og velkommen"})[0] == karaoke


def test_the_header_has_the_new_language_if_all_text_is_in_that() -> None:
    speech = "– Hei du!\n– Takk, gamle venn."
    assert "Language: en\n" in translated(WEBVTT, {FIRST: "One two", SECOND: "three.", speech: "Hi."})[0]
    assert "Language: nb\n" in translated(WEBVTT, {speech: "Hi."})[0]
    assert "Language: nb\n" in translated(WEBVTT, {FIRST: "One two ", SECOND: "three.", speech: "Hi."})[0]
    assert "Language: nb\n" in translated(WEBVTT, {FIRST: "One", SECOND: "two.", speech: "Hi."}, both=True)[0]


def test_tags_are_closed_on_each_line_where_they_were() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n<i>Hei du,</i>\n<i>min venn.</i>\n"
    new, linked = (
        "Hello there my dear old friend, it is so good to see you.",
        ("Hei du", "Hello there my dear old friend"),
    )
    found, _ = translated(text, {"Hei du, min venn.": new}, linked, suffix="srt")
    assert found.split("\n")[2:4] == ["<i>Hello there my dear old friend,</i>", "<i>it is so good to see you.</i>"]


def test_both_texts_stand_in_the_cue() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n<i>Hei du.</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nHa det.\n"
    found, _ = translated(text, {"Hei du.": "Hi there."}, ("Hei", "Hi"), ("du", "there"), both=True, suffix="srt")
    assert found == text.replace("<i>Hei du.</i>\n", "<i>Hei du.</i>\n<i>Hi there.</i>\n")


def test_a_long_line_becomes_two_of_about_the_same_length() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nHei du.\n"
    new = "Well hello there my old friend, how are you doing today?"
    found, _ = translated(text, {"Hei du.": new}, suffix="srt")
    assert found.split("\n")[2:4] == ["Well hello there my old friend,", "how are you doing today?"]


def test_a_cue_that_the_user_left_out_has_its_time_but_no_text() -> None:
    assert "00:00:05.000\n\n00:00:06.000" in translated(WEBVTT, {SECOND: ""})[0]


def rolling(*lines: str) -> str:
    """Captions of which each has the line before it once more, and then alone, as those of YouTube."""
    shown = [
        f"00:00:0{n}.0 --> 00:00:0{n}.95 align:start\n{a}\n{b}" for n, (a, b) in enumerate(pairwise((" ", *lines)))
    ]
    alone = [f"00:00:0{n}.95 --> 00:00:0{n + 1}.0 align:start\n{line}\n " for n, line in enumerate(lines)]
    pairs = zip(shown, alone, strict=True)
    return "WEBVTT\nLanguage: nb\n\n" + "\n\n".join(each for pair in pairs for each in pair) + "\n"


ROLLING = ["jeg gikk hjem", "så <b>kom</b> du", "og vi spiste", "det var godt", "og alle sov"]


def test_captions_that_roll_up_have_the_new_words_wherever_the_old_ones_were() -> None:
    text = rolling(*ROLLING)
    assert len(read(text, "vtt").paragraphs) == len(ROLLING)
    found, result = translated(text, {"så kom du": "then you came", "og vi spiste": "and we ate & slept"})
    assert found == rolling(ROLLING[0], "then you came", "and we ate &amp; slept", *ROLLING[3:])
    assert not [each for each in result.unplaced if each.trouble is Trouble.KEPT]
    assert "Language: nb" in found


def test_captions_that_roll_up_stand_still_with_both_texts() -> None:
    text, new = rolling(*ROLLING), {"og vi spiste": "and we ate"}
    found, result = translated(text, new, both=True)
    below = "og vi spiste\nand we ate"
    assert found == (
        text.replace("\nog vi spiste\ndet var godt", "\ndet var godt")  # where it was repeated above what is new
        .replace("\nså <b>kom</b> du\nog vi spiste", f"\nså <b>kom</b> du\n{below}")
        .replace("\nog vi spiste\n \n", f"\n{below}\n \n")  # where it stands alone
    )
    assert not result.unplaced


def test_a_file_that_has_changed_meanwhile_is_refused() -> None:
    rewriting = rewriting_of(read(WEBVTT, "vtt"), [])
    with pytest.raises(DocumentError, match="has changed since it was opened"):
        rewrite_cues(WEBVTT.replace("middag", "lunsj").encode(), "x.vtt", "vtt", rewriting)


def test_a_letter_whose_mark_stands_in_other_signs_is_kept_with_its_row() -> None:
    cues = "1\n00:00:01,000 --> 00:00:02,000\n<i>E</i>\u0301n fisk.\n\n2\n00:00:03,000 --> 00:00:04,000\nTo fisk.\n"
    text, found = translated(cues, {"Én fisk.": "A fish.", "To fisk.": "Two fish."}, suffix="srt")
    assert text == cues.replace("To fisk", "Two fish")
    assert found.unplaced == ((0, Trouble.KEPT),)
