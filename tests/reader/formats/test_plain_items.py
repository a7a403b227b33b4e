"""Lists of plain text: markers, levels, what belongs to an item, and what only looks like one."""

import textwrap

import pytest
from hypothesis import given, strategies as st

from reader.formats.plaintext import parse_plain_text
from reader.text import Kind, Paragraph
from tests.plain_texts import PHRASES, SENTENCES, Part, lists, markers


def read(text: str) -> list[Paragraph]:
    return list(parse_plain_text(text).paragraphs)


def items(text: str) -> list[tuple[str, int, str]]:
    """Marker, level and text of each paragraph; all must be items."""
    found = read(text)
    assert {paragraph.kind for paragraph in found} == {Kind.LIST_ITEM}
    return [(paragraph.marker, paragraph.level, paragraph.text) for paragraph in found]


def texts(text: str) -> list[str]:
    """The texts; none may be an item."""
    found = read(text)
    assert Kind.LIST_ITEM not in {paragraph.kind for paragraph in found}
    return [paragraph.text for paragraph in found]


def as_shown(marker: str) -> str:
    return "•" if marker in "-*+" else marker


@given(st.integers(2, 8).flatmap(lambda n: st.tuples(markers(n), st.lists(SENTENCES, min_size=n, max_size=n))))
def test_the_items_of_a_list_have_their_markers(found: tuple[list[str], list[str]]) -> None:
    text = "\n".join(f"{marker} {sentence}" for marker, sentence in zip(*found, strict=True))
    assert items(text) == [(as_shown(marker), 1, sentence) for marker, sentence in zip(*found, strict=True)]


@given(lists())
def test_lists_in_lists_have_levels(part: Part) -> None:
    depth = 1 + max((len(line) - len(line.lstrip())) // 2 for line in part.lines)
    found = items("\n".join(part.lines))
    assert len(found) == len(part.lines)
    assert 1 <= max(level for _, level, _ in found) <= depth
    indents = [len(line) - len(line.lstrip()) for line in part.lines]
    order = sorted(set(indents))
    assert [level for _, level, _ in found] == [order.index(indent) + 1 for indent in indents] or len(order) > 2


@pytest.mark.parametrize("marker", ["•", "-", "☐", "1.", "(1)", "a)"])
def test_a_wrapped_item_is_one_paragraph(marker: str) -> None:
    long = "Dette punktet er så langt at det ikke får plass på en linje, og derfor er det delt over flere av dem."
    second = {"1.": "2.", "(1)": "(2)", "a)": "b)"}.get(marker, marker)
    indent = " " * (len(marker) + 1)
    lines = [textwrap.fill(f"{m} {long}", 60, subsequent_indent=indent) for m in (marker, second)]
    assert [text for _, _, text in items("\n".join(lines))] == [long, long]


def test_an_item_has_further_paragraphs_by_their_indent() -> None:
    found = read("1. Kjøp inn.\n\n   Husk melk.\n\n2. Lag mat.\n\nSpis.")
    assert [(p.kind, p.level, p.text) for p in found] == [
        (Kind.LIST_ITEM, 1, "Kjøp inn."),
        (Kind.PARAGRAPH, 1, "Husk melk."),
        (Kind.LIST_ITEM, 1, "Lag mat."),
        (Kind.PARAGRAPH, 0, "Spis."),
    ]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        pytest.param("1. a\na) b\nb) c\n2. d\na) e\nb) f", [1, 2, 2, 1, 2, 2], id="letters below numbers"),
        pytest.param("1. a\n1.1 b\n1.2 c\n2. d\n2.1 e", [1, 2, 2, 1, 2], id="numbers with parts"),
        pytest.param("1.1 a\n1.2 b\n2. c\n3. d", [1, 1, 1, 1], id="fewer parts"),
        pytest.param("1. a\n2. b\n\n- c\n- d", [1, 1, 1, 1], id="another list below a blank line"),
        pytest.param("I. a\n1. b\n2. c\nII. d\nIII. e", [1, 2, 2, 1, 1], id="numbers below roman ones"),
        pytest.param("a) b\n- c\n- d\nb) e", [1, 2, 2, 1], id="bullets below letters"),
        pytest.param("• a\n– b\n– c\n• d", [1, 2, 2, 1], id="dashes below bullets"),
        pytest.param(" 9. a\n10. b\n11. c", [1, 1, 1], id="numbers in line at the right"),
    ],
)
def test_a_marker_of_another_kind_begins_a_list_inside(text: str, levels: list[int]) -> None:
    assert [level for _, level, _ in items(text)] == levels


@pytest.mark.parametrize(
    ("text", "marker"), [("h) x\ni) y\nj) z", "i)"), ("i) x\nii) y\niii) z", "i)"), ("iv) x\nv) y\nvi) z", "v)")]
)
def test_a_letter_that_is_also_a_roman_number_is_what_its_neighbours_make_it(text: str, marker: str) -> None:
    assert marker in [found for found, _, _ in items(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a) er det første leddet.",
        "i. e. det som er sagt.",
        "I. Hansen\nJ. Olsen",
        "1. amanuensis Kari Moe leder arbeidet.",
        "1. Mosebok er den første.\n\n2. Mosebok er den andre.",
        "1814. Grunnloven kom.\n\n1815. Alle var glade.",
        "16. mai øver vi.\n17. mai går vi i tog.",
        "1. plass: Åse\n2. plass: Per",
        "10.30 Åpning\n11.00 Lunsj",
        "+47 22 33 44 55\n+47 22 33 44 56",
        "-5 grader\n-6 grader",
        "–5 grader\n–6 grader",
        "3.14 er pi.",
    ],
)
def test_what_only_looks_like_a_marker_stays_text(text: str) -> None:
    assert "\n".join(texts(text)) == text.replace("\n\n", "\n")


def test_an_ordinal_after_a_list_does_not_belong_to_it() -> None:
    kinds = [p.kind for p in read("1. melk\n2. brød\n\n3. divisjon begynner i april.\n\n3. mars spiller vi.")]
    assert kinds == [Kind.LIST_ITEM] * 2 + [Kind.PARAGRAPH] * 2


@pytest.mark.parametrize("dash", ["–", "—"])
def test_dashes_line_below_line_are_a_list_unless_someone_speaks(dash: str) -> None:
    assert [m for m, _, _ in items(f"{dash} valg av leder\n{dash} budsjettet")] == [dash, dash]
    assert texts(f"{dash} Velg en leder!\n{dash} Nei, sa hun.") == [f"{dash} Velg en leder!", f"{dash} Nei, sa hun."]
    assert texts(f"{dash} valg av leder\n\n{dash} budsjettet") == [f"{dash} valg av leder", f"{dash} budsjettet"]


def test_speech_below_a_list_with_dashes_leaves_it_one() -> None:
    found = read("– valg av leder\n– budsjettet\n\n– Nei!\n– Jo, sa hun.")
    assert [p.kind for p in found] == [Kind.LIST_ITEM] * 2 + [Kind.PARAGRAPH] * 2


def test_a_single_number_is_an_item_below_its_introduction() -> None:
    found = read("Vi trenger:\n1. Melk")
    assert [(p.kind, p.marker) for p in found] == [(Kind.PARAGRAPH, ""), (Kind.LIST_ITEM, "1.")]


def test_a_list_goes_on_behind_other_text() -> None:
    found = read("1. Kjøp melk.\n2. Kjøp egg.\n\nGå hjem.\n\n3. Lag mat.")
    assert [p.marker for p in found] == ["1.", "2.", "", "3."]


def test_a_list_with_brackets_goes_on_behind_other_text_in_small_letters() -> None:
    assert [p.marker for p in read("a) melk\nb) brød\n\nDet var alt.\n\nc) ost")] == ["a)", "b)", "", "c)"]


def test_numbers_that_mostly_follow_each_other_are_a_list_and_no_headings() -> None:
    found = read("1. Melk\n\n2. Egg\n\nGå hjem.\n\n3. Mat")
    assert [p.marker for p in found] == ["1.", "2.", "", "3."]


def test_an_item_wrapped_by_hand_is_joined() -> None:
    first, _ = items("- Dette er et punkt som\n  går videre her\n- egg")
    assert first[-1] == "Dette er et punkt som går videre her"


def test_numbered_lines_with_text_below_each_are_headings() -> None:
    found = read("1. Åpning\nMøtet ble satt klokka ti.\n2. Valg\nÅse ble valgt.")
    assert [(p.kind, p.level, p.text) for p in found if p.kind is Kind.HEADING] == [
        (Kind.HEADING, 2, "1. Åpning"),
        (Kind.HEADING, 2, "2. Valg"),
    ]


def test_the_numbered_paragraphs_of_a_law_keep_their_numbers() -> None:
    assert texts("(1) Styret velges.\n\n(2) Det svarer raskt.") == ["(1) Styret velges.", "(2) Det svarer raskt."]


def test_boxes_are_ticked_or_not() -> None:
    assert [marker for marker, _, _ in items("- [ ] melk\n- [x] egg\n- ost")] == ["☐", "☑", "•"]


@given(st.lists(st.tuples(st.booleans(), PHRASES), min_size=2, max_size=6))
def test_boxes_without_bullets_are_a_list(found: list[tuple[bool, str]]) -> None:
    text = "\n".join(f"[{'x' if ticked else ' '}] {words}" for ticked, words in found)
    assert items(text) == [("☑" if ticked else "☐", 1, words) for ticked, words in found]


def test_a_box_alone_is_text_but_below_its_introduction() -> None:
    assert texts("[x] er en matrise") == ["[x] er en matrise"]
    assert [p.marker for p in read("Vi trenger:\n[ ] melk")] == ["", "☐"]


@given(st.lists(st.tuples(PHRASES, SENTENCES), min_size=2, max_size=5), st.sampled_from(["\n", "\n\n"]))
def test_letters_with_text_below_each_are_headings(found: list[tuple[str, str]], below: str) -> None:
    titles = [f"{letter}. Om {words}" for letter, (words, _) in zip("ABCDE", found, strict=False)]
    text = "\n\n".join(f"{title}{below}{sentence}" for title, (_, sentence) in zip(titles, found, strict=True))
    assert [(p.kind, p.level, p.text) for p in read(text)][::2] == [(Kind.HEADING, 2, title) for title in titles]


SECTIONS = st.lists(st.integers(0, 3), min_size=3, max_size=5)
LEADERS = st.sampled_from(["", " ..... {}", " . . . . {}", "\t{}", "   {}", "…… {}"])


@given(SECTIONS, PHRASES, LEADERS)
def test_a_list_of_contents_has_an_item_a_line(sections: list[int], words: str, leader: str) -> None:
    numbers = [
        number
        for part, inner in enumerate(sections, 1)
        for number in (str(part), *(f"{part}.{place}" for place in range(1, inner + 1)))
    ]
    lines = [f"{words.capitalize()}{leader.format(page)}" for page in range(1, len(numbers) + 1)]
    text = "\n".join(f"{number} {line}" for number, line in zip(numbers, lines, strict=True))
    expected = [(n, 1 + n.count("."), line) for n, line in zip(numbers, lines, strict=True)]
    assert items(text) == expected


@pytest.mark.parametrize(
    "text", ["1 kg mel\n2 egg\n3 dl melk", "1 Mel\n3 Egg\n5 Melk", "2 Mel\n3 Egg\n4 Melk", "1 Hus\n2 Båt"]
)
def test_amounts_are_no_list_of_contents(text: str) -> None:
    assert texts(text) == [text]


def test_the_bullet_of_a_font_of_symbols_is_a_bullet() -> None:
    assert items("\uf0b7 melk\n\uf0b7 egg") == [("•", 1, "melk"), ("•", 1, "egg")]


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_words_below() -> None:
    assert items("•\nmelk\n•\negg") == [("•", 1, "melk"), ("•", 1, "egg")]


def test_a_line_at_the_margin_ends_a_list() -> None:
    assert [p.kind for p in read("- melk\n- egg\nVel hjem!")] == [Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.PARAGRAPH]


def test_marks_count_in_items() -> None:
    [first, _] = read("• Kjøp *mye* melk\n• Gå hjem")
    assert (first.text, [(mark.start, mark.end) for mark in first.marks]) == ("Kjøp mye melk", [(5, 8)])


@pytest.mark.parametrize("unit", ["1. x\n", "• x\n", "– x\n", "i) x\nv) y\n", "1. a\n   a) b\n      - c\n> d\n", "•\n"])
def test_a_long_list_is_read(unit: str) -> None:
    assert len(read(unit * 2000)) >= 1


def test_a_list_ten_deep_has_ten_levels() -> None:
    text = "\n".join(f"{' ' * (2 * depth)}- punkt" for depth in range(10))
    assert [level for _, level, _ in items(text)] == list(range(1, 11))


def test_a_number_above_bullets_in_line_with_its_text_is_an_item() -> None:
    assert items("1. maling\n   - hvit\n   - blå") == [("1.", 1, "maling"), ("•", 2, "hvit"), ("•", 2, "blå")]
    assert [p.kind for p in read("1. maling\n- hvit\n- blå")] == [Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.LIST_ITEM]
    assert read("2. maling\n   - hvit")[0].kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    "text",
    [
        "- spade\n   - med skaft\n* rake",
        "- spade\n* rake\n- hakke",
        "• spade\n→ rake\n• hakke",
        "+ Lyst\n+ Stille\n- Kaldt\n- Trangt",
        "* spade\n- rake\n+ hakke",
    ],
)
def test_other_bullets_in_the_same_column_are_no_deeper(text: str) -> None:
    margin = [not line[0].isspace() for line in text.split("\n")]
    assert [level == 1 for _, level, _ in items(text)] == margin


def test_another_bullet_below_a_number_stays_below_it() -> None:
    assert [level for _, level, _ in items("1. hage\n- spade\n* rake\n2. hus")] == [1, 2, 2, 1]


def test_bullets_that_take_turns_have_levels() -> None:
    assert [level for _, level, _ in items("- hage\n* spade\n* rake\n- hus\n* hammer")] == [1, 2, 2, 1, 2]


@pytest.mark.parametrize("text", ["• hage\no\tspade\n▪ lang\n• hus", "• hage\n- spade\n- rake\n• hus"])
def test_bullets_of_programs_have_their_levels(text: str) -> None:
    assert [level for _, level, _ in items(text)] in ([1, 2, 3, 1], [1, 2, 2, 1])


@pytest.mark.parametrize("between", ["\n    ", "\n\n        "])
@pytest.mark.parametrize("quotation", ['"Borte bra,\nhjemme best."', "«Borte bra, hjemme best»", "“Home, sweet home.”"])
def test_the_source_below_a_quotation_is_no_item(quotation: str, between: str) -> None:
    assert texts(f"{quotation}{between}- Gammelt ord")[-1] == "- Gammelt ord"


@pytest.mark.parametrize(
    "text",
    [
        '"Innkjøp"\n- Melk',
        '"Innkjøp"\n  - Melk\n  - Ost',
        '"Innkjøp"\n  - melk',
        "Innkjøp.\n  - Melk",
        '- "Innkjøp"\n  - Melk',
    ],
)
def test_items_below_a_quotation_are_items(text: str) -> None:
    assert read(text)[-1].kind is Kind.LIST_ITEM
