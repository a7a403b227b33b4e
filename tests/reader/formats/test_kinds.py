"""Headings, titles, dates, bylines and pointers recognised by their form, and what only looks like them."""

import textwrap

import pytest

from reader.formats.kinds import recognise_kinds
from reader.text import Box, BoxKind, Kind, Mark, MarkKind, Paragraph

BODY = Paragraph("Det brant i natt. Ingen ble skadd.")


def kind_of(paragraph: Paragraph) -> Kind:
    """The kind by form alone, as in Markdown."""
    [recognised] = recognise_kinds([paragraph], infer_headings=False)
    return recognised.kind


def kinds(*paragraphs: Paragraph | str) -> list[Kind]:
    """The kinds of these paragraphs in a plain text."""
    given = [Paragraph(p) if isinstance(p, str) else p for p in paragraphs]
    return [paragraph.kind for paragraph in recognise_kinds(given, infer_headings=True)]


@pytest.mark.parametrize(
    "text",
    [
        "03/05/2017",
        "3.5.2017",
        "03.05.17",
        "3. 5. 2017",
        "2017-05-03",
        "3. mai 2017",
        "3 May 2017",
        "3rd May, 2017",
        "May 3, 2017",
        "May 3rd 2017",
        "Dec. 24, 2017",
        "24. des. 2017",
        "Onsdag 3. mai 2017",
        "onsdag den 3. mai 2017",
        "Wednesday, 3 May 2017",
        "Wednesday, May 3, 2017",
        "Oslo, 3. mai 2017",
        "Publisert 3. mai 2017",
        "Publisert: 03.05.2017 kl. 14.30",
        "Oppdatert 3. mai 2017, 14:30",
        "Published: 3 May 2017 at 2:30 p.m. CET",
        "3 May 2017 14:30 GMT",
        "3. MAI 2017",
    ],
)
def test_a_date_on_its_own_is_a_date(text: str) -> None:
    assert kind_of(Paragraph(text)) is Kind.DATE


@pytest.mark.parametrize(
    "text",
    [
        "2017",
        "mai 2017",
        "3. mai",
        "3. mai 2017 brant det.",
        "Det var den 3. mai 2017.",
        "Møtet 03/05/2017",
        "3/5",
        "12.10.3 er utgaven",
        "Mandag morgen",
        "May you live in 2017",
        "kl. 14.30",
    ],
)
def test_a_date_in_other_words_is_none(text: str) -> None:
    assert kind_of(Paragraph(text)) is Kind.PARAGRAPH


@pytest.mark.parametrize(
    "text",
    [
        "Av Kari Nordmann",
        "AV KARI NORDMANN",
        "Av: Kari Nordmann og Ola Lie",
        "Av Kari Nordmann, NTB",
        "Av Kari von Berg",
        "Av Åse Ødegård",
        "By John Smith",
        "By John Smith and Jane Doe",
        "Tekst: Kari Nordmann",
        "Foto: Ola Lie / NTB",
        "Skrevet av Kari Nordmann",
        "Written by J. K. Holm",
        "Reporting by Anne-Marie O’Neil",
    ],
)
def test_a_byline_is_a_byline(text: str) -> None:
    assert kind_of(Paragraph(text)) is Kind.BYLINE


@pytest.mark.parametrize(
    "text",
    [
        "By then she was gone.",
        "By the river",
        "Av alle var han best.",
        "Av dem kom ingen hjem",
        "Tekst her da.",
        "Text here is.",
        "Byen Oslo er stor",
        "Avtalen Mellom Dem",
        "Av Kari",
        "av Kari Nordmann",
        "Av Kari Nordmann, som bor i Oslo og har skrevet om dette i tolv år.",
        "Av " + "Kari Nordmann " * 9,
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_none(text: str) -> None:
    assert kind_of(Paragraph(text)) is Kind.PARAGRAPH


def linked(text: str, link: str) -> Paragraph:
    start = text.index(link)
    return Paragraph(text, marks=(Mark(start, start + len(link), MarkKind.LINK, "#"),))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("READ MORE: Putin speaks", "READ MORE: Putin speaks"),
        ("Brann i Oslo", "Brann i Oslo"),
        ("Read more Russia is ready", "Russia is ready"),
        ("Read also: Fire", "Fire"),
        ("See also: Fire", "Fire"),
        ("Les også: Brann", "Brann"),
        ("LES MER: Brann", "Brann"),
        ("Se også Brann", "Brann"),
        ("Les mer om saken.", "saken"),
        ("Les mer her: Brann!", "Brann"),
    ],
)
def test_a_link_to_another_text_points_elsewhere(text: str, link: str) -> None:
    assert kind_of(linked(text, link)) is Kind.SEE_ALSO


@pytest.mark.parametrize(
    "paragraph",
    [
        linked("Han sa at Brann i Oslo var en bok.", "Brann i Oslo"),
        linked("Readers also liked it", "liked"),
        linked("Read more about the fire, which went on for days, and of those who put it out.", "the fire"),
        linked("Les mer om brannen før du svarer på spørsmålene.", "brannen"),
        linked("See also Fire. The next chapter has more.", "Fire"),
        Paragraph("Les også dette, sa hun."),
        Paragraph("Brann", marks=(Mark(0, 5, MarkKind.STRONG),)),
    ],
    ids=[
        "a link in a sentence",
        "another word",
        "more than that",
        "more than that, nb",
        "more than that, below",
        "no link",
        "another mark",
    ],
)
def test_a_sentence_with_a_link_is_still_a_sentence(paragraph: Paragraph) -> None:
    assert kind_of(paragraph) is Kind.PARAGRAPH


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.LIST_ITEM, Kind.QUOTE, Kind.CODE, Kind.TABLE_CELL])
def test_a_kind_that_mark_up_gave_stays(kind: Kind) -> None:
    assert kind_of(Paragraph("3. mai 2017", kind)) is kind


def test_a_paragraph_inside_a_list_item_stays_a_paragraph() -> None:
    assert kind_of(Paragraph("3. mai 2017", level=1)) is Kind.PARAGRAPH


@pytest.mark.parametrize(
    "text",
    [
        "Nedtrapping i nord",
        "Var på frysepunktet",
        "Hva nå?",
        "«Ingen vet»",
        "2017 ble et godt år",
        "Krigen: hva vi vet",
        "ET ORD",
    ],
)
def test_a_short_line_without_a_stop_above_running_text_is_a_heading(text: str) -> None:
    assert kinds(BODY, text, BODY) == [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "Ingen ble skadd.",
        "Kjære Kari,",
        "Dette er klart:",
        "Kom hit!",
        "«Kom hit!»",
        "Han ventet …",
        "– Nei",
        "- Nei",
        "og så videre",
        "12 000",
        "linje en\nlinje to",
        "Kari\nOla",
        "Et ord " * 8,
        "Sammensetningsordforlengelse " * 4,
    ],
)
def test_what_is_no_heading_stays_a_paragraph(text: str) -> None:
    assert kinds(BODY, text.strip(), BODY) == [Kind.PARAGRAPH] * 3


@pytest.mark.parametrize("below", [[], [Paragraph("", Kind.RULE)]], ids=["nothing", "only a rule"])
def test_nothing_below_makes_no_heading(below: list[Paragraph]) -> None:
    assert kinds(BODY, "Hilsen Kari", *below)[:2] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_a_title_may_have_a_subtitle() -> None:
    assert kinds("Brann i natt", "Mange ble reddet", BODY) == [Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH]


def test_of_two_short_lines_only_the_one_above_running_text_is_a_heading() -> None:
    assert kinds(BODY, "Kari", "Ola", BODY) == [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]


@pytest.mark.parametrize("between", [[], ["3. mai 2017"], ["Av Kari Nordmann"], ["Av Kari Nordmann", "3. mai 2017"]])
def test_the_first_line_is_the_title_also_above_a_date_or_a_byline(between: list[str]) -> None:
    assert kinds("Brann i natt", *between, BODY)[0] is Kind.TITLE


@pytest.mark.parametrize("before", [Paragraph("", Kind.RULE), "3. mai 2017", "Av Kari Nordmann"])
def test_rules_dates_and_bylines_may_stand_above_the_title(before: Paragraph | str) -> None:
    assert kinds(before, "Brann i natt", BODY)[1:] == [Kind.TITLE, Kind.PARAGRAPH]


def test_there_is_one_title() -> None:
    assert kinds("Brann i natt", BODY, "Mer røyk", BODY) == [Kind.TITLE, Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]


def test_a_title_has_level_one_and_a_heading_level_two() -> None:
    given = [Paragraph("Brann i natt"), BODY, Paragraph("Mer røyk"), BODY]
    assert [paragraph.level for paragraph in recognise_kinds(given, infer_headings=True)] == [1, 0, 2, 0]


def test_a_rule_below_a_heading_does_not_hide_its_text() -> None:
    assert kinds(BODY, "Mer røyk", Paragraph("", Kind.RULE), BODY)[1] is Kind.HEADING


def test_the_same_words_twice_are_judged_by_their_place() -> None:

    assert kinds(BODY, "Refreng", BODY, "Refreng") == [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_mark_up_leaves_nothing_to_infer() -> None:
    given = [Paragraph("Brann i natt"), BODY]
    assert list(recognise_kinds(given, infer_headings=False)) == given


VERSE = [
    "Han gikk i skog og så på trær,\nog alle trær var store,\nså satte han seg i solen der\nog hørte bekken more.",
    "The boats came in when night was near,\nwith lanterns burning low,\nand those who stood upon the pier\n"
    "had nowhere else to go.",
]


@pytest.mark.parametrize("text", VERSE)
def test_lines_that_sentences_run_over_are_verse(text: str) -> None:
    assert kinds(BODY, text, BODY)[1] is Kind.VERSE


def test_a_stanza_beside_verse_is_verse() -> None:
    assert kinds(VERSE[0], "Så gikk han hjem til gården sin\nog la seg ned å sove.")[1] is Kind.VERSE


@pytest.mark.parametrize(
    "text",
    [
        "Åse Moe\nStorgata 5\n0155 Oslo\nNorge",
        "Fra: Åse Moe\nTil: Per Lie,\nSvar til: Per Lie,\nEmne: det vi snakket om",
        "melk og brød,\negg og mel,\nost",
        "Takk for brevet du sendte i forrige\nuke, og for bildene av det nye\nnaustet. Vi var der selv en tur på\n"
        "søndag, og da så vi at taket endelig\ner kommet på.",
        "Åse Moe\nDaglig leder\nFjell og vann\nOslo",
    ],
    ids=["an address", "the head of a letter", "a few lines", "narrow prose", "a signature"],
)
def test_other_lines_are_no_verse(text: str) -> None:
    assert kinds(BODY, text, BODY)[1] is Kind.PARAGRAPH


@pytest.mark.parametrize("width", range(24, 60, 4))
def test_prose_wrapped_at_any_width_is_no_verse(width: int) -> None:
    prose = (
        "Han gikk i skog, og så på trær, og alle trær var store, men så satte han seg, og der i solen sov han, trett."
    )
    assert kinds(BODY, textwrap.fill(prose, width), BODY)[1] is Kind.PARAGRAPH


@pytest.mark.parametrize("text", ["3. mai 2017", "Av Kari Nordmann", "Brann i natt", "§ 3. Formål", VERSE[0]])
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.QUOTE, Kind.TABLE_CELL, Kind.NOTE])
def test_what_stands_in_a_box_keeps_its_kind(text: str, kind: Kind) -> None:
    boxed = Paragraph(text, kind, within=(Box(BoxKind.ASIDE, 0),))
    assert kinds(BODY, boxed, BODY)[1] is kind


def test_a_paragraph_of_a_list_item_is_no_heading() -> None:
    assert kinds(BODY, Paragraph("Mer røyk", level=1), BODY)[1] is Kind.PARAGRAPH


def test_a_heading_by_its_number_is_no_title_and_needs_nothing_below() -> None:
    assert kinds("§ 1. Formål", BODY, "§ 2. (Opphevet)") == [Kind.HEADING, Kind.PARAGRAPH, Kind.HEADING]


def test_a_sentence_that_ends_in_a_note_is_no_title() -> None:
    noted = Paragraph("Byen brant i 1624.[1]", marks=(Mark(18, 21, MarkKind.NOTE, "#note:0"),))
    found = recognise_kinds([noted, Paragraph("Så bygde de den opp igjen, stein for stein.")], infer_headings=True)
    assert found[0].kind is Kind.PARAGRAPH


@pytest.mark.parametrize("lines", ["fjord – arm av havet\nfjell – høyt land", "elv: rennende vann\nbekk: liten elv"])
def test_a_glossary_may_have_a_heading(lines: str) -> None:
    assert kinds(BODY, "Ordliste", lines) == [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]


def test_lines_below_the_first_make_it_the_title() -> None:
    assert kinds("Smaker", "salt\nsurt", "søtt")[0] is Kind.TITLE


def above_items(text: str, *items: str) -> Kind:
    listed = [Paragraph(item, Kind.LIST_ITEM, level=1, marker="•") for item in items or ("telt", "sekk")]
    return recognise_kinds([Paragraph(text), *listed], infer_headings=True)[0].kind


@pytest.mark.parametrize(
    "text",
    [
        "Hytta leies ut til",
        "Styret velger",
        "Til turen trenger du",
        "Med båt menes i disse reglene",
        "Hunder kan tas med, unntatt",
        "Alle er velkomne. Barn som",
        "The rules apply to",
        "Members must",
    ],
)
def test_what_the_items_of_a_list_complete_is_no_heading(text: str) -> None:
    assert above_items(text) is Kind.PARAGRAPH


def test_items_that_go_on_with_each_other_have_no_heading() -> None:
    assert above_items("Leietakerens plikter", "vaske gulvet, og", "låse døra") is Kind.PARAGRAPH


@pytest.mark.parametrize("text", ["Pakkeliste", "Utstyr til vinterturen", "Hva du trenger", "Møte kl. 18", "3. premie"])
def test_what_the_items_do_not_complete_is_a_heading(text: str) -> None:
    assert above_items(text) is Kind.TITLE


@pytest.mark.parametrize("behind", ["*", "**", "*)", "†", "(1)", "[2]", "²", "~~", "_", '"*'])
def test_a_sentence_is_no_title_whatever_signs_stand_behind_it(behind: str) -> None:
    assert kinds(f"Låven er fra 1820.{behind}", BODY)[0] is Kind.PARAGRAPH


def test_a_title_may_call_for_a_note() -> None:
    assert kinds("Gamle låver*", BODY)[0] is Kind.TITLE


def test_a_number_before_a_small_letter_begins_a_heading_only_as_an_ordinal() -> None:
    assert kinds("2. reparere taket", BODY)[0] is Kind.PARAGRAPH
    assert kinds("2. divisjon", BODY)[0] is Kind.TITLE
    assert kinds("17. mai", BODY)[0] is Kind.TITLE


def test_several_links_point_elsewhere_if_there_is_nothing_else() -> None:
    text = "Les også: Brann, Flom og Storm"
    marks = [
        Mark(text.index(word), text.index(word) + len(word), MarkKind.LINK, "#") for word in ("Brann", "Flom", "Storm")
    ]
    assert kind_of(Paragraph(text, marks=tuple(marks))) is Kind.SEE_ALSO
    assert kind_of(Paragraph(text, marks=tuple(marks[:2]))) is Kind.PARAGRAPH
