"""Headings that begin with their name or number, and sentences that only begin so."""

import pytest

from reader.formats import read_text
from reader.formats.numbering import heading_rank, section_depth
from reader.text import Kind


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Del II", 0),
        ("Part 3: The sea", 0),
        ("Kapittel 3. Medlemmer", 1),
        ("KAPITTEL 3", 1),
        ("Kap. 2", 1),
        ("Chapter IV – Home", 1),
        ("Vedlegg A", 1),
        ("Vedlegg 1: Kart over fjellet", 1),
        ("Sak 12/24: Valg av leder", 1),
        ("§ 3-1. Innmelding", 2),
        ("§3 Formål", 2),
        ("§ 5 a. Gebyr", 2),
        ("§§ 4–6 Om styret", 2),
        ("§§ 3-3 til 3-5. (Opphevet)", 2),
        ("§ 7.", 2),
        ("Art. 5", 2),
        ("Artikkel 1.", 2),
    ],
)
def test_a_heading_with_its_name_has_a_rank(text: str, rank: int) -> None:
    assert heading_rank(text) == rank


@pytest.mark.parametrize(
    "text",
    [
        "",
        "§",
        "Del ut arkene",
        "Del 2 av boken handler om fjellet",
        "Kapittel 3 Loven gjelder for alle.",
        "§ 3 første ledd",
        "§ 3. Loven gjelder på Svalbard.",
        "Art. 5 gjelder alle",
        "Delta 5 Fjell",
        "kapittel 3",
        "Kapittel 3\nMer",
        "Kapittel 3 " + "Ord " * 30,
    ],
)
def test_a_sentence_that_begins_so_has_none(text: str) -> None:
    assert heading_rank(text) is None


@pytest.mark.parametrize(("text", "depth"), [("3.2 Metode", 2), ("2.1. Utvalg", 2), ("10.4.2 Om fjellet", 3)])
def test_a_heading_with_several_numbers_has_a_depth(text: str, depth: int) -> None:
    assert section_depth(text) == depth


@pytest.mark.parametrize("text", ["", "3.2 millioner", "10.30 Pause", "3.2 Metoden er god.", "1.2", "3 Metode"])
def test_a_figure_or_time_has_none(text: str) -> None:
    assert section_depth(text) is None


def headings(text: str) -> list[tuple[int, str]]:
    return [(p.level, p.text) for p in read_text(text).paragraphs if p.kind is Kind.HEADING]


def test_ranks_nest_as_deep_as_there_are_any() -> None:
    law = "§ 1. Formål\n\nLoven gir rett.\n\n§ 2. Virkeområde\n\nLoven gjelder her."
    assert headings(law) == [(2, "§ 1. Formål"), (2, "§ 2. Virkeområde")]
    assert headings(f"Del I\n\nKapittel 1\n\n{law}") == [
        (2, "Del I"),
        (3, "Kapittel 1"),
        (4, "§ 1. Formål"),
        (4, "§ 2. Virkeområde"),
    ]


@pytest.mark.parametrize("name", ["§ 3-2. Kontingent", "Art. 4 Valg", "Kapittel 2", "3.1 Metode"])
def test_a_numbered_heading_may_stand_right_above_its_text(name: str) -> None:
    document = read_text(f"Dette er innledningen.\n{name}\nAlle betaler det samme.\n{name}\nAlle betaler mer.")
    assert [(p.kind, p.text) for p in document.paragraphs[1:3]] == [
        (Kind.HEADING, name),
        (Kind.PARAGRAPH, "Alle betaler det samme."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Alle som er medlem etter reglene som står i loven her, jf.\n§ 3 Innmelding, skal betale\nkontingent.",
        "Innhold\nKapittel 1 Fjellet\nKapittel 2 Havet",
        "Dette gjelder også\n§ 4 Gebyr",
        "Kapittel 1 Fjellet\nKapittel 2 Havet",
        "§ 3 Gebyr\nog avgifter betales på forskudd.",
    ],
    ids=[
        "a wrapped sentence",
        "a table of contents",
        "a sentence in lines",
        "only chapters",
        "a sentence that goes on",
    ],
)
def test_a_line_that_text_runs_into_is_no_heading(text: str) -> None:
    assert len(read_text(text).paragraphs) == 1
