"""Translating what has note references, images and verbatim spans."""

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from reader.engine import Engine, Engines, LinkingTranslator
from reader.library import Library
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages, find_packages
from reader.parallel import (
    Hypothesis,
    ParallelText,
    Row,
    RowTranslatedBack,
    State,
    initial_row,
    not_cancelled,
    user_edit,
)
from reader.text import INLINE_KINDS, Document, Mark, MarkKind, Paragraph, shown
from reader.translation import forget_document, plan_forgetting, recall, translate
from reader.translation.back_translation import back_translations
from reader.translation.relink import relink
from tests.fake_translator import FakeTranslator

OPEN, CLOSE = "\ufdd0", "\ufdd1"
CODE = Paragraph("Kjør git nå.[1]", marks=(Mark(5, 8, MarkKind.CODE), Mark(12, 15, MarkKind.NOTE, "#note:0")))
KEY = f"Kjør {OPEN}git{CLOSE} nå."


class Capitals(FakeTranslator):
    """Answers in capitals, but for verbatim spans."""

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        self.asked.append(list(sentences))
        pieces = (re.split(f"({OPEN}.*?{CLOSE})", sentence) for sentence in sentences)
        return [Hypothesis("".join(p if p[:1] == OPEN else p.upper() for p in each), -0.5) for each in pieces]


class CapitalEngines(Engines):
    """Gives this translator for the way back."""

    def __init__(self, translator: Capitals) -> None:
        super().__init__()
        self.translator = translator

    def get(
        self, packages: Sequence[LanguagePackage], cancelled: Callable[[], bool] = not_cancelled
    ) -> LinkingTranslator:
        return self.translator  # type: ignore[return-value]


def translated(*paragraphs: Paragraph, language: str = "nb") -> tuple[list[Row], list[str]]:
    translator = Capitals()
    rows = [initial_row(paragraph, language) for paragraph in paragraphs]
    for event in translate(list(rows), language, translator):
        rows[event.index] = event.row
    return rows, [sentence for batch in translator.asked for sentence in batch]


def test_the_model_gets_verbatim_spans_in_signs_and_no_objects() -> None:
    [row], asked = translated(CODE)
    assert asked == [KEY]
    assert row.target == "KJØR git NÅ.[1]"
    assert row.marks == CODE.marks


def test_nothing_is_asked_where_no_letters_are_outside_the_signs() -> None:
    only = Paragraph("git [1]", marks=(Mark(0, 3, MarkKind.CODE), Mark(4, 7, MarkKind.NOTE)))
    half = Paragraph("git. Se her.", marks=(Mark(0, 3, MarkKind.CODE),))
    rows, asked = translated(only, half)
    assert asked == ["Se her."]
    assert [(row.state, row.target) for row in rows] == [(State.SAME, "git [1]"), (State.DONE, "git. SE HER.")]
    assert rows[1].marks == half.marks


def test_another_language_is_not_translated_and_is_once_it_is_that_of_the_text() -> None:
    paragraph = Paragraph("Han sa see you.", marks=(Mark(7, 14, MarkKind.LANGUAGE, "en-GB"),))
    [row], asked = translated(paragraph)
    assert (row.target, asked) == ("HAN SA see you.", [f"Han sa {OPEN}see you{CLOSE}."])
    assert translated(paragraph, language="en")[1] == ["Han sa see you."]


def test_an_edit_saved_before_verbatim_spans_had_signs_is_found(memory: Memory) -> None:
    old = user_edit("Kjør git nå.", "Now run git.", ((0, 4, 4, 7, 1.0), (5, 8, 8, 11, 1.0)))
    assert memory.keep_edits("nb", "en", {"Kjør git nå.": old})
    [known] = recall([initial_row(CODE, "nb")], "nb", memory, "p", "en")
    [again] = translate([initial_row(CODE, "nb")], "nb", Capitals(), memory=memory, target="en")
    assert known.row == again.row
    assert (known.row.target, known.row.sentences[0].edited) == ("Now run git.[1]", True)
    assert known.row.sentences[0].links == ((0, 4, 4, 7, 1.0), (5, 8, 8, 11, 1.0))
    assert [(mark.start, mark.end, mark.kind) for mark in known.row.marks] == [
        (8, 11, MarkKind.CODE),
        (12, 15, MarkKind.NOTE),
    ]


def test_an_edit_of_the_sentence_with_signs_comes_first(memory: Memory) -> None:
    edits = {"Kjør git nå.": user_edit("Kjør git nå.", "Old."), KEY: user_edit(KEY, "New.")}
    assert memory.keep_edits("nb", "en", edits)
    [known] = recall([initial_row(CODE, "nb")], "nb", memory, "p", "en")
    assert known.row.target == "New.[1]"


def test_forgetting_a_document_forgets_edits_with_and_without_signs(memory: Memory, tmp_path: Path) -> None:
    edits = {"Kjør git nå.": user_edit("Kjør git nå.", "Old."), KEY: user_edit(KEY, "New.")}
    assert memory.keep_edits("nb", "en", edits)
    list(translate([initial_row(CODE, "nb")], "nb", Capitals(), memory=memory, package="p"))
    document = Document("t", (CODE,), tmp_path / "d.md", "nb", True)
    plan = plan_forgetting(document, [("nb", "en")], memory, [])
    assert plan.number_of_edits == 2
    forgotten = forget_document(plan, memory, Library(tmp_path / "library.json"), edits=True)
    assert forgotten is not None and (forgotten.translations, forgotten.edits) == (1, 2)
    assert memory.counts() == (0, 0)


def test_the_translation_is_translated_back_with_its_verbatim_spans() -> None:
    [row], _ = translated(CODE)
    text = ParallelText(Document("t", (CODE,), None, "nb", True), "nb", "en", (), [row])
    translator, back_package = Capitals(), LanguagePackage(Path("en_nb"), "en", "nb", "1.0", starter=False)
    installed = Packages((back_package,))
    [back] = back_translations(text, installed, CapitalEngines(translator), Memory(None))
    assert translator.asked == [[f"KJØR {OPEN}git{CLOSE} NÅ."]]
    assert isinstance(back, RowTranslatedBack)
    assert (back.target, back.back) == (row.target, "KJØR git NÅ.[1]")
    text.apply(back)
    assert text.rows[0].back == back.back


@pytest.mark.usefixtures("shipped_pair")
def test_new_links_move_an_object_to_its_word_and_are_remembered(tmp_path: Path) -> None:
    text = "I kartet[1] ser vi en elv som renner gjennom dalen."
    paragraph = Paragraph(text, marks=(Mark(8, 11, MarkKind.NOTE),))
    installed = find_packages()
    engine, other = (Engine(installed.choose(*pair)) for pair in (("nb", "en"), ("en", "nb")))
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        rows = [initial_row(paragraph, "nb")]
        [before] = translate(rows, "nb", engine, memory=memory, package="p", linking=False)
        [after] = relink([(0, before.row)], engine, other, memory=memory, package="p")
        [known] = recall(rows, "nb", memory, "p")
    assert "map[1]" in after.row.target
    assert known.row == after.row
    parallel = ParallelText(Document("t", (paragraph,), None, "nb", True), "nb", "en", (), [before.row])
    parallel.apply(after)
    assert parallel.rows == [after.row]


@pytest.mark.usefixtures("shipped_pair")
@pytest.mark.parametrize(
    "text",
    [
        "Sett `bredde` til `100px` og kjør `git push --force` til slutt.",
        "Kommandoen `ls -la /var/log | grep feil` viser feilene.",
        'Trykk på `Lagre` og skriv `print("Hei, verden")`.',
        "Bruk `a`, `b` eller `c` (`d`).",
        "KJØR `git push` NÅ!",
        "`foo`-kommandoen virker ikke.",
        "Summen av `x` `y` `z` `x` `y` `z` er `0`; det er `x` som teller, `y` som nevner, og `z` som rest.",
    ],
)
def test_a_code_span_comes_back_to_the_letter(text: str) -> None:
    parts = re.split("`(.*?)`", text)
    bare, marks = "", []
    for number, part in enumerate(parts):
        if number % 2:
            marks.append(Mark(len(bare), len(bare) + len(part), MarkKind.CODE))
        bare += part
    row = initial_row(Paragraph(bare, marks=tuple(marks)), "nb")
    [event] = translate([row], "nb", Engine(find_packages().choose("nb", "en")))
    found = [event.row.target[mark.start : mark.end] for mark in event.row.marks]
    assert sorted(found) == sorted(parts[1::2])
    assert event.row.target == shown(event.row.target)
    assert event.row.sentences[0].warnings == ()


class Unchanged(Capitals):
    """Answers with what it is asked."""

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        return [Hypothesis(sentence, -0.5) for sentence in sentences]


WORDS = st.sampled_from(
    ["Kart", "og.", "Åse", "7", "git", "a.b", "«Ja!»", "–", "\n", " ", " ", "  ", "x" * 120, "{a}[b](c)" * 15]
)
KINDS = st.sampled_from([*sorted(INLINE_KINDS), MarkKind.STRONG])


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = "".join(draw(st.lists(WORDS, min_size=1, max_size=12)))
    marks = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text) - 1))
        marks.append(Mark(start, draw(st.integers(start + 1, len(text))), draw(KINDS)))
    return Paragraph(text, marks=tuple(sorted(set(marks), key=lambda mark: (mark.start, -mark.end))))


@settings(max_examples=3 * settings().max_examples)
@given(paragraphs())
def test_any_paragraph_comes_back_as_it_was_if_its_sentences_do(paragraph: Paragraph) -> None:
    row = initial_row(paragraph, "nb")
    for event in translate([row], "nb", Unchanged()):
        row = event.row
    assert row.target.strip() == paragraph.text.strip()
    if row.target == paragraph.text:
        assert inline_places(paragraph.text, row.marks) == inline_places(paragraph.text, paragraph.marks)


def inline_places(text: str, marks: Sequence[Mark]) -> set[int]:
    """The visible characters that are verbatim or no words."""
    places = {place for mark in marks if mark.kind in INLINE_KINDS for place in range(mark.start, mark.end)}
    return {place for place in places if not text[place].isspace()}
