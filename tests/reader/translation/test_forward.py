import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from reader.errors import CancelledError
from reader.export import as_json
from reader.memory import Memory
from reader.parallel import Hypothesis, ParallelText, Row, State, initial_row, not_cancelled, user_edit
from reader.processing import rules_for
from reader.text import Document, Kind, Link, Paragraph
from reader.translation import recall, translate
from tests.fake_translator import FakeTranslator

NB_EN = ("nb", "en")


def rows_of(*texts: str) -> list[Row]:
    return [initial_row(Paragraph(text)) for text in texts]


def finished(rows: list[Row], translator: FakeTranslator, language: str = "nb") -> list[Row]:
    result = list(rows)
    for translated in translate(rows, language, translator):
        result[translated.index] = translated.row
    return result


def test_sentence_i_of_the_source_is_sentence_i_of_the_target(translator: FakeTranslator) -> None:
    [row] = finished(rows_of("Kl. 10.30 kom han. Hun gikk!"), translator)
    pairs = [(row.source.text[slice(*p.source)], row.target[slice(*p.target)]) for p in row.sentences]
    assert pairs == [("Kl. 10.30 kom han.", "KL. 10.30 KOM HAN."), ("Hun gikk!", "HUN GIKK!")]


def test_sentences_of_several_paragraphs_go_to_the_model_together(translator: FakeTranslator) -> None:
    finished(rows_of("En. To.", "Tre."), translator)
    assert [sorted(batch) for batch in translator.asked] == [["En.", "To.", "Tre."]]


def test_white_space_between_sentences_is_that_of_the_source(translator: FakeTranslator) -> None:
    [row] = finished(rows_of("Linje en\nlinje to.  Og tre."), translator)
    assert row.target == "LINJE EN\nLINJE TO.  OG TRE."


@pytest.mark.parametrize(
    "paragraph",
    [
        Paragraph("", Kind.RULE),
        Paragraph("print(1)", Kind.CODE),
        Paragraph("03/05/2017", Kind.DATE),
        Paragraph("* * 3"),
    ],
    ids=lambda paragraph: paragraph.kind.value,
)
def test_what_has_no_words_is_the_same_and_never_sent(paragraph: Paragraph, translator: FakeTranslator) -> None:
    row = initial_row(paragraph)
    assert (row.state, row.target) == (State.SAME, paragraph.text)
    assert list(translate([row], "nb", translator)) == []
    assert translator.asked == []


def test_a_sentence_of_symbols_inside_a_paragraph_is_kept_as_it_is(translator: FakeTranslator) -> None:
    [row] = finished(rows_of("Først dette.\n***\nSå dette."), translator)
    assert row.target == "FØRST DETTE.\n***\nSÅ DETTE."
    assert [pair.score for pair in row.sentences] == [-0.5, None, -0.5]


KEY = "aB3/" * 30
COMPOUND = "menneskerettighetsorganisasjonsmedlemskapskontingentbetaling"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param(KEY, [], id="a run alone"),
        pytest.param(f"{KEY}.", [], id="and a full stop"),
        pytest.param(f"Her er den.\n{KEY}\nSlutt.", ["Her er den.", "Slutt."], id="in a line of its own"),
        pytest.param("\n".join([KEY[:76]] * 3), [], id="in several lines"),
        pytest.param(f"Se {KEY[:76]}\n{KEY[:76]}\nSlutt.", ["Se", "Slutt."], id="in lines behind a word"),
        pytest.param(f"Se {KEY} her.", [f"Se {KEY} her."], id="among words"),
        pytest.param(f"En {COMPOUND}.", [f"En {COMPOUND}."], id="a compound"),
        pytest.param("這是一個句子，" * 40, ["這是一個句子，" * 40], id="a script without spaces"),
    ],
)
def test_long_runs_alone_are_never_sent_and_stay_as_they_are(
    text: str, asked: list[str], translator: FakeTranslator
) -> None:
    [row] = finished(rows_of(text), translator)
    assert sorted(s for batch in translator.asked for s in batch) == sorted(asked)
    expected = text
    for sentence in asked:
        expected = expected.replace(sentence, sentence.upper())
    assert (row.state, row.target) == (State.DONE, expected)
    for pair in row.sentences:
        assert row.source.text[slice(*pair.source)].strip() == row.source.text[slice(*pair.source)] != ""


@given(st.lists(st.sampled_from([KEY, KEY[:76], KEY[:50], "Ord her.", "ord", "\n", " ", ".", "水"]), max_size=9))
def test_whatever_runs_a_paragraph_has_its_sentences_hold_all_of_it_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    if not any(map(str.isalpha, text)):
        return
    [row] = finished(rows_of(text), FakeTranslator())
    source = [text[slice(*pair.source)] for pair in row.sentences]
    assert "".join("".join(source).split()) == "".join(text.split())
    ends = [(0, 0), *((pair.source[1], pair.target[1]) for pair in row.sentences)]
    for pair, (end, end_of_target) in zip(row.sentences, ends, strict=False):
        assert end <= pair.source[0] < pair.source[1]
        assert end_of_target <= pair.target[0] < pair.target[1]


class Slow(FakeTranslator):
    """Checks `cancelled` within a batch of long sentences, as a model does."""

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        answers = super().translate(sentences, linking=linking, cancelled=cancelled)
        if any(len(sentence) > 1000 for sentence in sentences) and cancelled():
            raise CancelledError
        return answers


LONG = "ord " * 4000


def test_cancelling_within_a_long_sentence_leaves_its_row_pending_and_stores_nothing(tmp_path: Path) -> None:
    slow = Slow()
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        rows = rows_of(LONG)
        work = translate(rows, "nb", slow, cancelled=lambda: bool(slow.asked), memory=memory, package="p")
        assert list(work) == []
        assert memory.lookup("p", [LONG.strip()]) == {}
    assert [len(batch) for batch in slow.asked] == [1]


def test_a_pause_that_is_taken_back_within_a_sentence_is_no_end() -> None:
    slow = Slow()
    answers = iter([False, False, True])  # before looking ahead, before the batch, within it
    [translated] = translate(rows_of(LONG), "nb", slow, cancelled=lambda: next(answers, False))
    assert translated.row.state is State.DONE
    assert len(slow.asked) == 2


def test_a_paragraph_the_model_fails_on_is_marked_and_spoils_no_other(translator: FakeTranslator) -> None:
    translator.fails_on = "to"
    rows = finished(rows_of("Nummer en.", "Nummer to.", "Nummer tre."), translator)
    assert [row.state for row in rows] == [State.DONE, State.FAILED, State.DONE]
    assert rows[1].reason == "The language model could not translate this text."
    assert rows[1].target == ""


def test_an_empty_answer_is_a_failure_and_not_an_empty_translation(translator: FakeTranslator) -> None:
    translator.silent_on = "to"
    rows = finished(rows_of("Nummer en.", "Nummer to."), translator)
    assert [row.state for row in rows] == [State.DONE, State.FAILED]


def test_a_failed_paragraph_is_tried_again_and_a_finished_one_is_not(translator: FakeTranslator) -> None:
    translator.fails_on = "to"
    rows = finished(rows_of("Nummer en.", "Nummer to."), translator)
    again = FakeTranslator()
    assert [row.state for row in finished(rows, again)] == [State.DONE, State.DONE]
    assert again.asked == [["Nummer to."]]


def numbered(count: int) -> list[Row]:
    """Rows of ten sentences each, all different."""
    return rows_of(*(" ".join(f"Dette er setning {s} i avsnitt {n}." for s in range(10)) for n in range(count)))


def test_the_rows_on_screen_come_first_then_what_follows_them_and_at_last_what_stands_before(
    translator: FakeTranslator,
) -> None:
    rows = numbered(600)
    order = [translated.index for translated in translate(rows, "nb", translator, view=lambda: range(400, 410))]
    assert set(order[:10]) == set(range(400, 410))
    assert all(index >= 410 for index in order[10:100])
    assert sorted(order) == list(range(600))


def test_what_comes_into_view_goes_next(translator: FakeTranslator) -> None:
    rows = numbered(300)
    batches: list[int] = []

    def view() -> range:
        batches.append(len(translator.asked))
        return range(200, 203) if len(translator.asked) >= 4 else range(3)

    order = [translated.index for translated in translate(rows, "nb", translator, view=view)]
    asked = [sentence for batch in translator.asked[4:7] for sentence in batch]
    assert all("avsnitt 20" in sentence for sentence in asked)
    assert sorted(order) == list(range(300))


def test_sentences_out_of_view_go_in_full_batches_of_about_one_length(translator: FakeTranslator) -> None:
    short, long = "Kort nummer {}.", "Dette er en setning som er mye lengre enn de korte, nummer {}."
    finished(rows_of(*((short if n % 2 else long).format(n) for n in range(2000))), translator)
    full = [batch for batch in translator.asked if sum(map(len, batch)) > 5000]
    assert len(full) > len(translator.asked) / 2
    mixed = [batch for batch in full if len({len(sentence) > 30 for sentence in batch}) > 1]
    assert len(mixed) < len(full) / 4


def test_while_something_on_screen_waits_batches_are_small(translator: FakeTranslator) -> None:
    list(translate(numbered(100), "nb", translator, view=lambda: range(3)))
    sizes = [sum(map(len, batch)) for batch in translator.asked]
    assert sizes[0] < max(sizes) / 5


def test_a_sentence_that_comes_again_is_translated_once(translator: FakeTranslator) -> None:
    rows = finished(rows_of("Ja. Nei.", "Nei. Ja.", "Ja."), translator)
    assert sorted(s for batch in translator.asked for s in batch) == ["Ja.", "Nei."]
    assert [row.target for row in rows] == ["JA. NEI.", "NEI. JA.", "JA."]


def test_what_the_memory_knows_is_not_translated_again(translator: FakeTranslator, tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        first = list(translate(rows_of("En. To."), "nb", translator, memory=memory, package="p"))
        again = FakeTranslator()
        second = list(translate(rows_of("To. En. Tre.", "En."), "nb", again, memory=memory, package="p"))
        other = FakeTranslator()
        list(translate(rows_of("En."), "nb", other, memory=memory, package="another"))
    assert first[0].row.target == "EN. TO."
    assert {t.index: t.row.target for t in second} == {0: "TO. EN. TRE.", 1: "EN."}
    assert again.asked == [["Tre."]]
    assert other.asked == [["En."]]


def test_a_remembered_translation_that_lost_a_token_is_made_again(translator: FakeTranslator, tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        memory.store("p", {"Se @ola.": Hypothesis("See ola.", -1.0), "Se @per.": Hypothesis("See @per.", -1.0)})
        assert [each.index for each in recall(rows_of("Se @ola.", "Se @per."), "nb", memory, "p")] == [1]
        list(translate(rows_of("Se @ola. Se @per."), "nb", translator, memory=memory, package="p"))
    assert translator.asked == [["Se @ola."]]


def test_a_known_document_is_recalled_without_a_translator(translator: FakeTranslator, tmp_path: Path) -> None:
    rows = rows_of("En. To.", "Ny.", "*")
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        list(translate(rows[:1], "nb", translator, memory=memory, package="p"))
        recalled = recall(rows, "nb", memory, "p")
    assert [(t.index, t.row.target) for t in recalled if t.row.source.translatable] == [(0, "EN. TO.")]


def test_an_empty_answer_is_not_remembered(translator: FakeTranslator, tmp_path: Path) -> None:
    translator.silent_on = "En"
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        list(translate(rows_of("En."), "nb", translator, memory=memory, package="p"))
        assert memory.lookup("p", ["En."]) == {}


def test_links_and_warnings_of_a_sentence_are_those_of_its_place_in_the_paragraph() -> None:
    class LinkingTranslator(FakeTranslator):
        def translate(
            self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
        ) -> list[Hypothesis]:
            return [Hypothesis(f"<{s}>", -1.0, ((0, 2, 1, 3, 0.5),), ("number",)) for s in sentences]

    [row] = finished(rows_of("En. To."), LinkingTranslator())
    assert row.target == "<En.> <To.>"
    assert [pair.links for pair in row.sentences] == [((0, 2, 1, 3, 0.5),), ((4, 6, 7, 9, 0.5),)]
    assert [pair.warnings for pair in row.sentences] == [("number",)] * 2


def test_cancelling_ends_before_the_next_batch(translator: FakeTranslator) -> None:
    rows = numbered(1000)
    done = list(translate(rows, "nb", translator, cancelled=lambda: len(translator.asked) >= 2))
    assert len(translator.asked) == 2
    assert 0 < len(done) < 1000


class Doubling(FakeTranslator):
    """Repeats each sentence, and links each word with its first copy."""

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        return [Hypothesis(f"{s} {s}", -1.0, tuple(self._links(s))) for s in sentences]

    def _links(self, sentence: str) -> Iterator[Link]:
        for word in re.finditer(r"\w+", sentence):
            yield (*word.span(), *word.span(), 1.0)


TEXTS = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(["Ja. ", "«Nei!» ", "– 3. ", "😀\n", "a.b "])).map("".join)
)


@given(st.lists(TEXTS, max_size=6))
def test_whatever_comes_in_what_comes_out_is_consistent(texts: Sequence[str]) -> None:
    document = Document("", tuple(map(Paragraph, texts)), None, "nb", certain=True)
    text = ParallelText.untranslated(document, "nb", "en")
    text.rows = finished(text.rows, Doubling())
    paragraphs = json.loads(as_json(text))["paragraphs"]
    assert [p["source"] for p in paragraphs] == list(texts)
    for paragraph in paragraphs:
        assert paragraph["state"] in ("done", "same")
        if paragraph["state"] == "done":
            _check(paragraph)
        else:
            assert paragraph["target"] == paragraph["source"]


def _check(paragraph: dict[str, Any]) -> None:
    sentences = paragraph["sentences"]
    for side in ("source", "target"):
        _check_spans(paragraph[side], [sentence[side] for sentence in sentences])
    for sentence in sentences:
        (s0, s1), (t0, t1) = sentence["source"], sentence["target"]
        for a, b, c, d, weight in sentence["links"]:
            assert s0 <= a < b <= s1 and t0 <= c < d <= t1
            assert 0 <= weight <= 1
            assert paragraph["source"][a:b] == paragraph["target"][c:d]


def _check_spans(text: str, spans: list[list[int]]) -> None:
    """Check that the spans are in range and in order, with only white space between them."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    outside = list(pairwise(edges))[0::2]
    assert not "".join(text[start:end] for start, end in outside).strip()


def test_a_very_long_text_is_cut_into_sentences_as_it_goes_and_comes_back_whole(translator: FakeTranslator) -> None:
    rows = rows_of(*(f"Avsnitt {i} er ett. " + "Og så videre, og så videre. " * 20 + f"Slutt {i}." for i in range(800)))
    seen: list[int] = []
    work = translate(rows, "nb", translator, view=lambda: range(500, 503))
    for translated in work:
        seen.append(translated.index)
        if len(seen) == 3:
            assert len(translator.asked) <= 4
    assert sorted(seen) == list(range(800))
    assert seen[:3] == [500, 501, 502]


def test_a_part_of_a_text_is_recalled_under_its_own_numbers(translator: FakeTranslator, tmp_path: Path) -> None:
    rows = rows_of("En.", "To.", "Tre.", "Fire.")
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        list(translate(rows, "nb", translator, memory=memory, package="p"))
        assert [t.index for t in recall(rows[2:], "nb", memory, "p", first=2)] == [2, 3]


def test_warnings_are_those_of_todays_rules_also_of_remembered_and_edited_sentences(tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        memory.store("p", {"Vi var tolv.": Hypothesis("There were twelve of us.", -1.0, warnings=("length",))})
        memory.keep_edits("nb", "en", {"Han kommer ikke i dag.": user_edit("Han kommer ikke i dag.", "He is coming.")})
        rows = rows_of("Vi var tolv.", "Han kommer ikke i dag.")
        recalled = recall(rows, "nb", memory, "p", "en")
        again = translate(rows, "nb", FakeTranslator(), memory=memory, package="p", target="en")
        for events in (recalled, list(again)):
            assert [event.row.sentences[0].warnings for event in events] == [(), ("negation",)]


def test_what_todays_rules_have_judged_is_not_judged_again(tmp_path: Path) -> None:
    untrue = ("length",)  # what no rule of today says, to see whether any was asked
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        for judged, told in ((rules_for(NB_EN), untrue), (rules_for(("nb", "de")), ()), ("0 nb en", ()), ("", ())):
            memory.store("p", {"Vi var tolv.": Hypothesis("There were 12.", -1.0, warnings=untrue, judged=judged)})
            [event] = recall(rows_of("Vi var tolv."), "nb", memory, "p", "en")
            assert event.row.sentences[0].warnings == told


def test_what_older_rules_have_judged_is_judged_once(tmp_path: Path) -> None:
    links = ((0, 2, 0, 5, 0.5),)
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        memory.store("p", {"Vi var tolv.": Hypothesis("There were 13.", -1.0, links, judged="0 nb en")})
        recall(rows_of("Vi var tolv."), "nb", memory, "p", "en")
        [found] = memory.lookup("p", ["Vi var tolv."]).values()
    assert found == Hypothesis("There were 13.", -1.0, links, ("number",))
    assert found.judged == rules_for(NB_EN)
