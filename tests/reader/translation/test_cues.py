"""Sentences that run on over cues: asked for whole, and cut; the user's edits of parts win."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader import read_text
from reader.memory import Memory
from reader.parallel import (
    Hypothesis,
    Row,
    State,
    assembled,
    findings_in,
    initial_row,
    parts_of,
    user_edit,
    with_hypothesis,
)
from reader.text import Document, Paragraph
from reader.translation import recall, translate
from tests.fake_translator import FakeTranslator

WHOLE = "Hun gikk hjem fra byen som alle visste over fjellet i går."
CUES = ["Ja vel. Hun gikk hjem fra byen", "som alle visste", "over fjellet i går. Og der ble hun."]


def film(*cues: str) -> Document:
    timed = (f"00:00:0{2 * n},000 --> 00:00:0{2 * n + 1},900\n{cue}\n" for n, cue in enumerate(cues))
    return read_text("\n".join(timed), Path("film.srt"))


def rows_of(*cues: str) -> list[Row]:
    return [initial_row(paragraph) for paragraph in film(*cues).paragraphs]


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with closing(Memory(tmp_path / "memory.sqlite")) as found:
        yield found


def targets(rows: list[Row], translator: FakeTranslator, memory: Memory | None = None, target: str = "") -> list[str]:
    found = list(rows)
    for event in translate(rows, "nb", translator, memory=memory, package="p", target=target):
        found[event.index] = event.row
    assert {row.state for row in found} <= {State.DONE, State.FAILED}
    return [row.target for row in found]


def test_a_sentence_over_cues_is_asked_for_whole_and_each_cue_gets_its_part(translator: FakeTranslator) -> None:
    assert targets(rows_of(*CUES), translator) == [cue.upper() for cue in CUES]
    assert sorted(s for batch in translator.asked for s in batch) == ["Hun" + WHOLE[3:], "Ja vel.", "Og der ble hun."]


def test_the_parts_are_shown_at_once_when_the_memory_has_the_whole(translator: FakeTranslator, memory: Memory) -> None:
    targets(rows_of(*CUES), translator, memory)
    assert [event.row.target for event in recall(rows_of(*CUES), "nb", memory, "p")] == [cue.upper() for cue in CUES]
    assert recall(rows_of("som alle visste"), "nb", memory, "p") == []


def test_the_users_edit_of_a_part_wins_and_is_only_for_what_is_cut_so_or_stands_alone(
    translator: FakeTranslator, memory: Memory
) -> None:
    memory.keep_edits("nb", "en", {CUES[1]: user_edit(CUES[1], "as was known")})
    for _ in ("translated", "remembered"):
        assert targets(rows_of(*CUES), translator, memory, "en") == [CUES[0].upper(), "as was known", CUES[2].upper()]
    assert [each.row.target for each in recall(rows_of(*CUES), "nb", memory, "p", "en")][1] == "as was known"
    assert [each.row.target for each in recall(rows_of(CUES[1]), "nb", memory, "p", "en")] == ["as was known"]


def test_the_users_edit_of_the_whole_from_elsewhere_is_cut(translator: FakeTranslator, memory: Memory) -> None:
    memory.keep_edits("nb", "en", {WHOLE: user_edit(WHOLE, "she left home in town, known to all, over the hill.")})
    found = targets(rows_of(*CUES), translator, memory, "en")
    assert found[0].startswith("JA VEL. she left")
    assert found[2].endswith("hill. OG DER BLE HUN.")


def test_an_edit_made_while_the_whole_is_translated_wins(memory: Memory) -> None:
    class Editing(FakeTranslator):
        def translate(self, sentences, **more):  # type: ignore[no-untyped-def]
            memory.keep_edits("nb", "en", {CUES[1]: user_edit(CUES[1], "as was known")})
            return super().translate(sentences, **more)

    assert targets(rows_of(*CUES), Editing(), memory, "en")[1] == "as was known"


def test_what_is_not_said_is_not_asked_for_and_stays(translator: FakeTranslator, memory: Memory) -> None:
    rows = rows_of(
        "- Hei. Kom nå.\n-(LER) Nei, nei.", "♪ La oss gå ♪", "MANN 2: Vent!", "Hun løp ...", "... men kom hjem."
    )
    expected = [
        "- HEI. KOM NÅ.\n-(LAUGHS) NEI, NEI.",
        "♪ LA OSS GÅ ♪",
        "MAN 2: VENT!",
        "HUN LØP ...",
        "... MEN KOM HJEM.",
    ]
    assert targets(rows, translator, memory, "en") == expected
    asked = {sentence for batch in translator.asked for sentence in batch}
    assert asked == {"Hei.", "Kom nå.", "Nei, nei.", "La oss gå", "Vent!", "Hun løp men kom hjem."}
    assert [each.row.target for each in recall(rows, "nb", memory, "p", "en")] == expected


def test_the_users_edit_is_of_a_sentence_as_it_stands(translator: FakeTranslator, memory: Memory) -> None:
    memory.keep_edits("nb", "en", {"- Hei.": user_edit("- Hei.", "- Hello."), "Nei.": user_edit("Nei.", "nope.")})
    assert targets(rows_of("- Hei.\n- Nei."), translator, memory, "en") == ["- Hello.\n- nope."]


def test_behind_an_ellipsis_a_sentence_goes_on_in_small_letters() -> None:
    class Model(FakeTranslator):
        def translate(self, sentences, **more):  # type: ignore[no-untyped-def]
            return [Hypothesis("And went,", -0.5, ((0, 2, 0, 3, 1.0),)) for _ in sentences]

    events = list(translate(rows_of("... og gikk"), "nb", Model()))
    assert [event.row.target for event in events] == ["... and went,"]
    assert [pair.links for pair in events[0].row.sentences] == [((4, 6, 4, 7, 1.0),)]


def test_all_cues_of_a_sentence_that_fails_have_failed(translator: FakeTranslator) -> None:
    translator.fails_on = "visste"
    rows = rows_of(*CUES, "Slutt.")
    found = {event.index: event.row.state for event in translate(rows, "nb", translator)}
    assert found == {0: State.FAILED, 1: State.FAILED, 2: State.FAILED, 3: State.DONE}


def test_cues_are_left_in_their_language_together(translator: FakeTranslator) -> None:
    asked = set[str]()

    def leave(paragraph: Paragraph) -> str:
        asked.add(paragraph.text)
        return "da"

    assert [each.row.state for each in translate(rows_of(*CUES), "nb", translator, leave=leave)] == [State.SAME] * 3
    assert asked == {" ".join(CUES)}


def test_a_cue_that_cannot_be_read_in_its_time_is_told_at_its_longest_sentence(memory: Memory) -> None:
    class Wordy(FakeTranslator):
        def translate(self, sentences, **more):  # type: ignore[no-untyped-def]
            return [Hypothesis(f"{sentence} " * 3 + sentence, -0.5) for sentence in sentences]

    rows = rows_of("Han gikk. Ja.", "Nei.")
    found = {each.index: each.row for each in translate(rows, "nb", Wordy(), memory=memory, package="p")}
    assert [pair.warnings for pair in found[0].sentences] == [("speed",), ()]
    assert [pair.warnings for pair in found[1].sentences] == [()]
    assert assembled(found[0].source, parts_of(found[0])) == found[0]
    [told] = findings_in(found[0], range(2), ("nb", "en"))
    assert (told.rule, told.word) == ("speed", "29")
    assert memory.lookup("p", ["Han gikk."])["Han gikk."].warnings == ()
    shorter = with_hypothesis(found[0], 0, user_edit("Han gikk.", "He left."))
    assert not any(pair.warnings for pair in shorter.sentences)
