import time
from random import Random

from reader.parallel import Row, SentencePair, State
from reader.text import Mark, MarkKind, Paragraph
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import LinkedWord, leading, link_marks, sentence_at, word_at

# "Klimapolitikk hjelper jo." – "Climate policy helps."
SOURCE_TEXT, TARGET_TEXT = "Klimapolitikk hjelper jo.", "Climate policy helps."
LINKS = ((0, 13, 0, 7, 0.9), (0, 13, 8, 14, 0.8), (14, 21, 15, 20, 0.9))
ROW = Row(Paragraph(SOURCE_TEXT), TARGET_TEXT, State.DONE, (SentencePair((0, 25), (0, 21), -0.5, LINKS),))


def test_a_word_is_linked_with_all_its_partners() -> None:
    assert word_at(3, ROW, SOURCE, 5) == LinkedWord(3, SOURCE, (0, 13), ((0, 7), (8, 14)))


def test_one_of_several_partners_is_linked_with_the_word_they_share() -> None:
    word = word_at(3, ROW, TARGET, 9)
    assert word == LinkedWord(3, TARGET, (8, 14), ((0, 13),))
    assert word.spans(SOURCE) == ((0, 13),) and word.spans(TARGET) == ((8, 14),)


def test_a_word_without_a_partner_is_alone() -> None:
    assert word_at(3, ROW, SOURCE, 22) == LinkedWord(3, SOURCE, (22, 24), ())


def test_between_words_there_is_none() -> None:
    assert word_at(3, ROW, SOURCE, 13) is None
    assert word_at(3, ROW, SOURCE, 24) is None


def test_without_links_no_word_is_said_to_be_alone() -> None:
    row = Row(Paragraph(SOURCE_TEXT), TARGET_TEXT, State.DONE, (SentencePair((0, 25), (0, 21), linked=False),))
    assert word_at(0, row, SOURCE, 3) is None
    assert word_at(0, Row(Paragraph(SOURCE_TEXT)), SOURCE, 3) is None


def test_white_space_belongs_to_the_sentence_before_it() -> None:
    row = Row(
        Paragraph("En. To."), "One. Two.", State.DONE, (SentencePair((0, 3), (0, 4)), SentencePair((4, 7), (5, 9)))
    )
    assert [sentence_at(row, SOURCE, position) for position in range(7)] == [0, 0, 0, 0, 1, 1, 1]


def test_the_inner_link_counts() -> None:
    marks = (Mark(0, 10, MarkKind.LINK, "https://a.example"), Mark(2, 4, MarkKind.LINK, "https://b.example"))
    row = Row(Paragraph("0123456789", marks=marks))
    a, b = marks[0].href, marks[1].href
    assert list(leading(link_marks(row, SOURCE), (0, 12))) == [((0, 2), a), ((2, 4), b), ((4, 10), a), ((10, 12), "")]
    assert link_marks(row, TARGET) == []


def test_the_links_of_a_sentence_as_long_as_a_book_are_found_at_once() -> None:
    long = 400_000
    inner = [Mark(start, start + 5, MarkKind.LINK, f"#{start}") for start in range(0, long, 20)]
    marks = [Mark(0, long, MarkKind.LINK, "#all"), *inner]
    begun = time.process_time()
    stretches = list(leading(marks, (7, long)))
    assert time.process_time() - begun < 1
    assert stretches[:2] == [((7, 20), "#all"), ((20, 25), "#20")] and len(stretches) == 2 * len(inner) - 1


def test_where_marks_cross_each_place_leads_where_the_last_of_them_does() -> None:
    random = Random(3)
    for _ in range(200):
        starts = [random.randrange(20) for _ in range(random.randrange(6))]
        marks = [Mark(at, at + random.randrange(8), MarkKind.LINK, f"#{number}") for number, at in enumerate(starts)]
        low = random.randrange(10)
        found = [href for (start, end), href in leading(marks, (low, 25)) for _ in range(start, end)]
        here = [[mark.href for mark in marks if mark.start <= at < mark.end] for at in range(low, 25)]
        assert found == [hrefs[-1] if hrefs else "" for hrefs in here]
