"""The lines above a mail that was copied as text: names, addresses and files in them stay as they are."""

import pytest

from reader.formats import read_text
from reader.text import MarkKind

OUTLOOK = """Fra: Kari Nordmann <kari@eksempel.no>
Sendt: tirsdag 3. november 2026 10:15
Til: Ola Nordmann; Per Hansen; Anne Berit Kristoffersen; Bjørn Åge Thoresen
<bjorn@eksempel.no>
Kopi: Styret
Emne: SV: Bygging av ny bru over elva
Vedlegg: rapport.pdf"""


def kept(text: str, *, markdown: bool = False) -> list[str]:
    """What stays as it is in the first paragraph that has such."""
    for paragraph in read_text(text, markdown=markdown).paragraphs:
        if marks := [mark for mark in paragraph.marks if mark.kind is MarkKind.VERBATIM]:
            return [paragraph.text[mark.start : mark.end] for mark in marks]
    return []


@pytest.mark.parametrize("quoted", ["", "> "])
@pytest.mark.parametrize("below", ["", "\n\nHei."])
def test_names_addresses_and_files_above_a_copied_mail_stay(quoted: str, below: str) -> None:
    text = "".join(f"{quoted}{line}\n" for line in f"{OUTLOOK}{below}".split("\n"))
    assert kept(f"Se under.\n\n{text}") == [
        "Kari Nordmann <kari@eksempel.no>",
        "Ola Nordmann; Per Hansen; Anne Berit Kristoffersen; Bjørn Åge Thoresen <bjorn@eksempel.no>",
        "Styret",
        "rapport.pdf",
    ]


def test_each_field_stays_on_its_line() -> None:
    assert len(read_text(OUTLOOK).paragraphs[0].text.split("\n")) == 6


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("From: Kari\nSent: Monday\nTo: Per", ["Kari", "Per"]),
        ("**From:** Kari <k@x.no>\\\n**To:** Per", ["Kari k@x.no", "Per"]),
        ("**From:** `k@x.no`\\\n**To:** Per", ["Per"]),  # the other is code anyway
        ("From: Kari <k@x.no>\nTo: Per\nSubject: Bru\nHei du", ["Kari <k@x.no>", "Per"]),
        ("Fra: Liv <l@x.no>\nDato: 3. mai\nSubject: Bru\nTo: Per", ["Liv <l@x.no>", "Subject", "To", "Per"]),  # Gmail
        ("Fra: Styret\nTil: Alle ansatte\nDato: 3. mai\nEmne: Sommerfest", []),  # a memorandum
        ("From: the beginning\nTo: the end", []),
        ("Til: Per <p@x.no>\nSted: Oslo", []),
        ("From: Kari <k@x.no>\nTo: Per\nit goes on", []),
    ],
)
def test_only_lines_above_a_mail_are_kept(text: str, stays: list[str]) -> None:
    assert kept(text, markdown="**" in text) == stays


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Tue, Nov 3, 2026 at 10:15 AM Kari Nordmann <k@x.no> wrote:", "Kari Nordmann <k@x.no>"),
        ("Den 3. nov. 2026 kl. 10:15 skrev Jan van der Meer <j@x.no>:", "Jan van der Meer <j@x.no>"),
        ("Svar til <j@x.no>:", "<j@x.no>"),
    ],
)
def test_the_name_above_what_is_quoted_stays(text: str, name: str) -> None:
    assert kept(text) == [name]
