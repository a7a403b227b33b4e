"""The two example documents are read as their layout shows."""

import re
from pathlib import Path

import pytest

from reader import Document, Kind, MarkKind, Paragraph, read_document
from reader.paths import SEEDS

NORWEGIAN = SEEDS / "000_cdca8b3d9982e562.txt"
ENGLISH = SEEDS / "004_db410ca69323be30.txt"


@pytest.fixture(scope="module")
def norwegian() -> Document:
    return read_document(NORWEGIAN)


@pytest.fixture(scope="module")
def english() -> Document:
    return read_document(ENGLISH)


def of_kind(document: Document, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.kind is kind]


def marked(paragraphs: tuple[Paragraph, ...], kind: MarkKind) -> list[str]:
    return [p.text[mark.start : mark.end] for p in paragraphs for mark in p.marks if mark.kind is kind]


def test_there_are_two_documents() -> None:
    assert sorted(SEEDS.glob("*.txt")) == [NORWEGIAN, ENGLISH]


def test_their_languages_are_certain(norwegian: Document, english: Document) -> None:
    assert (norwegian.language, norwegian.certain) == ("nb", True)
    assert (english.language, english.certain) == ("en", True)


def test_the_english_text_opens_with_a_rule_a_title_and_a_date(english: Document) -> None:
    opening = [(paragraph.kind, paragraph.text) for paragraph in english.paragraphs[:4]]
    assert opening[:3] == [
        (Kind.RULE, ""),
        (Kind.TITLE, "Putin: I discussed de-escalation zones in Syria with Trump, Erdogan"),
        (Kind.DATE, "03/05/2017"),
    ]
    assert opening[3][0] is Kind.PARAGRAPH
    assert opening[3][1].startswith("Russian President Vladimir Putin says")


def test_the_english_text_closes_with_a_rule(english: Document) -> None:
    assert english.paragraphs[-1].kind is Kind.RULE
    assert len(of_kind(english, Kind.RULE)) == 2


def test_the_title_of_the_english_text_names_it(english: Document) -> None:
    assert english.title == "Putin: I discussed de-escalation zones in Syria with Trump, Erdogan"
    assert of_kind(english, Kind.HEADING) == []


def test_quotations_between_asterisks_are_emphasised_whole(english: Document) -> None:
    expected = re.findall(r'\*(".*?")\*', ENGLISH.read_text("utf-8"))
    assert len(expected) == 11
    assert marked(english.paragraphs, MarkKind.EMPHASIS) == expected


def test_lines_that_point_to_other_texts_are_told_apart(english: Document) -> None:
    assert of_kind(english, Kind.SEE_ALSO) == [
        "Read more Russia 'fully ready' to cooperate with US on Syria – Lavrov",
        "READ MORE: Putin, Trump speak by phone, discuss Syria, N. Korea – Kremlin",
        "READ MORE: Some trade restrictions between Russia and Turkey to remain for now – Putin",
    ]


def test_links_lie_on_their_words_and_keep_their_target(english: Document) -> None:
    assert marked(english.paragraphs, MarkKind.LINK) == [
        "Russia 'fully ready' to cooperate with US on Syria – Lavrov",
        "READ MORE: Putin, Trump speak by phone, discuss Syria, N. Korea – Kremlin",
        "READ MORE: Some trade restrictions between Russia and Turkey to remain for now – Putin",
    ]
    links = [mark for p in english.paragraphs for mark in p.marks if mark.kind is MarkKind.LINK]
    assert {link.href for link in links} == {"#"}


def test_brackets_inside_a_quotation_stay(english: Document) -> None:
    whole = "\n".join(paragraph.text for paragraph in english.paragraphs)
    assert "political process [in Syria]" in whole
    assert "reason from [a position]" in whole


def test_the_norwegian_text_opens_with_speech(norwegian: Document) -> None:
    first = norwegian.paragraphs[0]
    assert first.kind is Kind.PARAGRAPH
    assert first.text.startswith("– De nødvendige betingelsene er innfridd")
    assert norwegian.title == "De nødvendige betingelsene er innfridd for å kunne få en slutt på…"


def test_the_sub_headings_of_the_norwegian_text_are_headings(norwegian: Document) -> None:
    assert of_kind(norwegian, Kind.HEADING) == ["Nedtrapping i nord", "Var på frysepunktet"]
    assert of_kind(norwegian, Kind.TITLE) == []
    assert len(of_kind(norwegian, Kind.PARAGRAPH)) == len(norwegian.paragraphs) - 2


@pytest.mark.parametrize("path", [NORWEGIAN, ENGLISH], ids=["Norwegian", "English"])
def test_nothing_of_the_text_is_lost(path: Path) -> None:
    source = path.read_text("utf-8")
    # The files' mark-up: rules, asterisks around quotations, links to "#".
    shown = re.sub(r"\[([^\]]*)\]\(#\)", r"\1", re.sub(r"(?m)^---$", "", source)).replace("*", "")
    read = " ".join(paragraph.text for paragraph in read_document(path).paragraphs)
    assert read.split() == shown.split()


@pytest.mark.parametrize("path", [NORWEGIAN, ENGLISH], ids=["Norwegian", "English"])
def test_each_block_of_the_file_is_one_paragraph(path: Path) -> None:
    blocks = [block for block in re.split(r"\n\s*\n", path.read_text("utf-8")) if block.strip()]
    assert len(read_document(path).paragraphs) == len(blocks)
