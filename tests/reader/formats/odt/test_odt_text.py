"""The text of paragraphs in OpenDocument: marks, fields, notes, what is not shown."""

import pytest

from reader.formats.finishing import finished
from reader.text import MarkKind, Source
from tests.reader.formats.odt.files import marks, note, parsed, read, style, texts

BOLD = style("B", "text", 'fo:font-weight="bold"')
ITALIC = style("I", "text", 'fo:font-style="italic"')
RAISED = style("S", "text", 'style:text-position="super 58%"')
LOWERED = style("L", "text", 'style:text-position="-33% 58%"')
HIDDEN = style("H", "text", 'text:display="none"')


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("  Hei \n\t på  <text:span> deg </text:span> du ", "Hei på deg du"),
        ('en<text:s text:c="3"/>to<text:tab/>tre<text:line-break/>fire<text:soft-page-break/>', "en   to\ttre\nfire"),
        ("10\u202f000\u00a0kr\u2009!", "10\u202f000\u00a0kr\u2009!"),
        ("Side <text:page-number>3</text:page-number> av <text:page-count>9</text:page-count>: ja", "Side av : ja"),
        ("<text:date>1. mai</text:date> <text:author-name>Kari</text:author-name>", "1. mai Kari"),
        ('<text:variable-set text:display="none">7</text:variable-set>ja', "ja"),
        ('<text:conditional-text text:string-value-if-true="nei">ja</text:conditional-text>', "ja"),
        ('<text:drop-down><text:label text:value="nei"/>ja</text:drop-down>', "ja"),
        ('ja<text:toc-mark text:string-value="nei"/><text:script>nei()</text:script>', "ja"),
        (
            "<text:ruby><text:ruby-base>ord</text:ruby-base><text:ruby-text>uttale</text:ruby-text></text:ruby>",
            "ord (uttale)",
        ),
        ('se <text:bookmark-ref text:reference-format="page" text:ref-name="x">7</text:bookmark-ref> der', "se der"),
        ("<text:ukjent>ja</text:ukjent> <ukjent>og <b>så</b></ukjent>", "ja og så"),
        ("<text:placeholder>&lt;navn&gt;</text:placeholder>", "<navn>"),
    ],
)
def test_a_paragraph_says_what_its_page_shows(content: str, expected: str) -> None:
    assert texts(f"<text:p>{content}</text:p>") == [expected]


def test_pieces_that_look_alike_are_one_stretch() -> None:
    text = (
        '<text:p>Se <text:span text:style-name="B">kar</text:span>'
        '<text:span text:style-name="B">tet</text:span>.</text:p>'
    )
    assert marks(read(text, automatic=BOLD)[0]) == [("strong", "kartet", "")]


def test_a_style_inside_another_adds_to_it_or_takes_back() -> None:
    upright = style("U", "text", 'fo:font-style="normal"')
    text = (
        '<text:p><text:span text:style-name="I">en <text:span text:style-name="B">to</text:span> '
        '<text:span text:style-name="U">tre</text:span></text:span></text:p>'
    )
    found = marks(read(text, automatic=BOLD + ITALIC + upright)[0])
    assert found == [("emphasis", "en to ", ""), ("strong", "to", "")]


def test_what_a_named_style_gives_to_a_whole_paragraph_is_no_mark_but_what_was_changed_in_it_is() -> None:
    named = style("Rammetekst", properties='fo:font-weight="bold"')
    changed = style("P1", properties='fo:font-style="italic"', said='style:parent-style-name="Rammetekst"')
    found = read('<text:p text:style-name="P1">Hei</text:p>', styles=named, automatic=changed)
    assert marks(found[0]) == [("emphasis", "Hei", "")]


def test_styles_that_are_made_of_each_other_end_nothing() -> None:
    round_ = style("A", said='style:parent-style-name="B"') + style("B", said='style:parent-style-name="A"')
    assert texts('<text:p text:style-name="A">Hei</text:p>', styles=round_) == ["Hei"]


def test_what_is_raised_or_lowered_is_written_so_where_unicode_can() -> None:
    text = (
        '<text:p>m<text:span text:style-name="S">2</text:span> H<text:span text:style-name="L">2</text:span>O '
        '4<text:span text:style-name="S">de</text:span>'
        "</text:p>"
    )
    found = read(text, automatic=RAISED + LOWERED)[0]
    assert found.text == "m² H₂O 4de"
    assert marks(found) == [("super", "de", "")]


def test_code_is_told_by_the_name_of_its_style() -> None:
    text = '<text:p>Skriv <text:span text:style-name="Source_20_Text">git add</text:span> her</text:p>'
    assert marks(read(text)[0]) == [("code", "git add", "")]


def test_what_fields_show_stays_to_the_letter() -> None:
    found = parsed(
        '<text:p>Oslo, <text:date>4. mai</text:date>, figur <text:sequence text:name="F">2</text:sequence>, '
        '<text:a xlink:href="https://a.no/">lenke</text:a></text:p>'
    )
    text = found.paragraphs[0].text
    kept = [text[mark.start : mark.end] for mark in found.paragraphs[0].marks if mark.kind is MarkKind.VERBATIM]
    assert (text, kept) == ("Oslo, 4. mai, figur 2, lenke", ["4. mai", "2"])


def test_links_lead_to_addresses_bookmarks_headings_and_notes() -> None:
    found = parsed(
        '<text:p><text:a xlink:href="https://a.no/">ut</text:a> '
        '<text:a xlink:href="#1.2.Om%20oss|outline">til</text:a> '
        '<text:bookmark-ref text:ref-name="Her">hit</text:bookmark-ref></text:p>'
        '<text:h text:outline-level="2">Om oss</text:h><text:p>og <text:bookmark-start text:name="Her"/>der</text:p>'
    )
    links = [mark.href for mark in found.paragraphs[0].marks if mark.kind is MarkKind.LINK]
    assert links == ["https://a.no/", "#Om oss|outline", "#Her"]
    assert [found.targets[link[1:]] for link in links[1:]] == [1, 2]


def test_notes_come_behind_the_text_in_the_order_of_their_references() -> None:
    first, last = note("1", "<text:p>Først</text:p>"), note("i", "<text:p>Sist</text:p><text:p>Mer</text:p>")
    found = parsed(f"<text:p>En{first} to{last}</text:p><text:p>Slutt</text:p>")
    assert [paragraph.text for paragraph in found.paragraphs] == ["En[1] to[i]", "Slutt", "Først", "Sist", "Mer"]
    assert [mark.href for mark in found.paragraphs[0].marks] == ["#note:0", "#note:1"]
    assert [(p.marker, p.kind.value, p.within[0].label) for p in found.paragraphs[2:4]] == [
        ("1.", "note", "1"),
        ("i.", "note", "i"),
    ]


def test_what_is_hidden_is_no_text_and_is_said() -> None:
    found = parsed(
        '<text:p>ja <text:span text:style-name="H">nei</text:span></text:p><text:p text:style-name="P">nei</text:p>'
        '<text:p>nei<text:hidden-paragraph text:is-hidden="true"/></text:p>'
        '<text:p><text:hidden-text text:is-hidden="true">nei</text:hidden-text>og</text:p>'
        '<text:section text:display="none"><text:p>nei</text:p></text:section>'
        '<text:section text:display="condition"><text:p>da</text:p></text:section>',
        automatic=HIDDEN + style("P", properties='text:display="none"'),
    )
    assert [paragraph.text for paragraph in found.paragraphs] == ["ja", "og", "da"]
    assert [str(message) for message in found.left_out] == ["5 parts that the page hides were left out."]


def test_changes_are_accepted_and_comments_left_out_and_both_are_said() -> None:
    found = parsed(
        '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>nei</text:p></text:deletion>'
        '</text:changed-region><text:changed-region text:id="b"><text:insertion/></text:changed-region>'
        '</text:tracked-changes><text:p>Ja<text:change text:change-id="a"/> <text:change-start text:change-id="b"/>takk'
        '<text:change-end text:change-id="b"/><office:annotation><text:p>nei</text:p></office:annotation></text:p>'
    )
    assert [paragraph.text for paragraph in found.paragraphs] == ["Ja takk"]
    assert [str(message) for message in found.left_out] == [
        "One comment was left out.",
        "One deletion that is not accepted yet was left out.",
    ]


def test_a_language_is_believed_of_a_part_but_not_norwegian_or_english() -> None:
    german = style("D", "text", 'fo:language="de" fo:country="DE"')
    english = style("E", "text", 'fo:language="en" fo:country="US"')
    text = (
        '<text:p>Han sa <text:span text:style-name="D">Guten Tag</text:span> og '
        '<text:span text:style-name="E">hei</text:span>.</text:p>'
    )
    found = finished(parsed(text, automatic=german + english), None, Source("odt"))
    assert marks(found.paragraphs[0]) == [("language", "Guten Tag", "de-de")]


def test_a_language_is_believed_of_a_whole_paragraph_only_if_it_looks_so() -> None:
    norwegian = "Etter samtalene torsdag kveld ble de to enige om at det ikke hadde vært lett å få dem gjennomført."
    swedish = "Efter samtalen på torsdagskvällen blev de två överens om att det inte hade varit lätt att genomföra dem."
    text = "".join(f'<text:p text:style-name="S">{each}</text:p>' for each in (norwegian, swedish))
    swedish_style = style("S", properties='fo:language="sv" fo:country="SE"')
    found = finished(parsed(text, automatic=swedish_style), None, Source("odt"))
    assert [marks(each) for each in found.paragraphs] == [[], [("language", swedish, "sv")]]
