"""What the window says of warnings."""

import pytest

from reader.parallel import Part, assembled
from reader.processing import Finding
from reader.text import Paragraph
from ui.reading.cell import sign_of, told_of
from ui.reading.warning_words import finding_words, warning_words

NB_EN = ("nb", "en")


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        (Finding("number", "12", ((0, 2),)), "The number “12” is missing."),
        (Finding("negation", "not", (), ((0, 3),)), "The negation “not” is not in the original."),
        (Finding("name", "Oslo", ((0, 4),), ((0, 5),), "Paris"), "“Oslo” has become “Paris”."),
        (Finding("untranslated", "og er", ((0, 5),), ((0, 5),)), "“og er” is not translated."),
        (Finding("short"), warning_words("short")),
        (Finding("quotation", "«", (), ((0, 1),)), "A quotation is not opened or not closed."),
        (Finding("what is to come"), "Something looks wrong here."),
    ],
)
def test_a_warning_names_the_word(finding: Finding, told: str) -> None:
    assert finding_words(finding) == told


def test_the_tool_tip_and_the_sign_say_what_each_sentence_lacks() -> None:
    text = "Vi var tolv. Hun kom."
    parts = [Part((0, 12), "We were there.", warnings=("number",)), Part((13, 21), "She came.", edited=True)]
    row = assembled(Paragraph(text), parts)
    assert told_of(row, [0], NB_EN) == "The number “tolv” is missing."
    assert told_of(row, [1], NB_EN) == "Edited by you"
    sign = sign_of(row, languages=NB_EN)
    assert sign is not None
    assert (sign.text, sign.meaning) == ("!✓", "The number “tolv” is missing.\nEdited by you")
