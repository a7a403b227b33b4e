"""What is copied, read by an independent parser."""

import pytest
from hypothesis import given, strategies as st
from lxml import html

from reader.export.markup import clean
from reader.text import Paragraph
from tests.reader.export.exported import one_line, shape
from tests.reader.export.parallels import HOSTILE, done, pair
from ui.reading.clipboard import as_table

PLAIN = "Qzq"
SIGNS = [
    "<script>",
    "</td>",
    "<!--",
    "&amp;",
    "&#60;",
    "\n",
    "\t",
    "\r\n",
    "\u2028",
    "\x00",
    "\ud83d",
    '"',
    "'",
    "=1+1",
    "a ",
]


def copied(text: str) -> tuple[list[str], str]:
    whole = f"{text}. {text}"
    row = done(
        Paragraph(whole),
        whole,
        pair((0, len(text) + 1), (0, len(text) + 1)),
        pair((len(text) + 2, len(whole)), (len(text) + 2, len(whole))),
    )
    data = as_table(row, ("nb", 'en" onclick="alert(1)'))
    return shape(html.document_fromstring(data.html())), data.text()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_copied_is_a_table_of_text(text: str) -> None:
    check(text)


def test_images_are_not_copied() -> None:
    elements, told = copied("Se \ufffc her")
    assert told == "Se her.\tSe her.\nSe her\tSe her"
    assert "\ufffc" not in "".join(elements)


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6).map("".join).filter(lambda text: clean(text).strip()))
def test_whatever_is_copied_is_a_table_of_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    elements, told = copied(text)
    plain, plainly = copied(PLAIN)
    assert elements == [one_line(part.replace(PLAIN, clean(text))) for part in plain]
    assert told.split("\n") == [
        "\t".join(one_line(cell.replace(PLAIN, clean(text))) for cell in line.split("\t"))
        for line in plainly.split("\n")
    ]
