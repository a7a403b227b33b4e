"""What warnings are about, by the rules of today."""

from reader.parallel import Hypothesis, Part, assembled, findings_in, judged
from reader.text import Mark, MarkKind, Paragraph

NB_EN = ("nb", "en")


def test_what_was_saved_by_older_rules_is_judged_by_those_of_today() -> None:
    known = {
        "Vi var tolv.": Hypothesis("There were twelve of us.", -0.5, warnings=("length",)),
        "Han kommer ikke i kveld.": Hypothesis("He is coming tonight.", -0.5),
        "Det ble utelatt i 1814.": Hypothesis("", 0.0, edited=True),
    }
    assert [each.warnings for each in judged(known, *NB_EN).values()] == [(), ("negation",), ()]
    assert [each.text for each in judged(known, *NB_EN).values()] == [each.text for each in known.values()]


def test_what_is_found_is_placed_in_the_whole_row() -> None:
    text = "Hun så det. Kjør git[1] 12 ganger. Han kommer ikke."
    code, note = text.index("git"), text.index("[1]")
    marks = (Mark(code, code + 3, MarkKind.CODE), Mark(note, note + 3, MarkKind.NOTE, "1"))
    spans = [(0, 11), (12, 34), (35, len(text))]
    targets = ["She saw it.", "Run \ufdd0git\ufdd1 13 times.", "He is coming."]
    warned: list[tuple[str, ...]] = [(), ("number",), ("negation", "length")]
    parts = [Part(*each[:2], warnings=each[2]) for each in zip(spans, targets, warned, strict=True)]
    row = assembled(Paragraph(text, marks=marks), parts)
    assert not list(findings_in(row, [0], NB_EN))
    [number] = findings_in(row, [1], NB_EN)
    assert (number.word, number.instead) == ("12", "13")
    assert [text[slice(*span)] for span in number.source] == ["12"]
    assert [row.target[slice(*span)] for span in number.target] == ["13"]
    negation, other = findings_in(row, [2], NB_EN)
    assert [text[slice(*span)] for span in negation.source] == ["ikke"]
    assert (other.rule, other.word, other.source) == ("length", "", ())
