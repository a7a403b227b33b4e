import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, strategies as st

from reader.parallel import Column, Row, State, Version
from reader.search import SOURCE, TARGET, Pattern, Query, RowHits, TextIndex, find
from reader.search.folding import fold, letters
from reader.text import Paragraph, Span

FAMILY = "👨‍👩‍👧"
# Few letters, so that there are many hits, and everything that makes matching hard.
TRICKY = st.text(
    st.sampled_from([*"aeosAE -'\n\t", *"æøåÆßœé…ﬁ½İı’–", "\u0301", "\u030a", "\u00ad", "\u200d", *"👨👩👍🏽가ค"])
)
ANY = st.text() | TRICKY


def found(text: str, query: str, *, match_case: bool = False, whole_words: bool = False) -> list[str]:
    """The hits, as written in the text."""
    return [text[slice(*span)] for span in spans(text, Query(query, match_case, whole_words))]


def spans(text: str, query: Query) -> list[Span]:
    return list(Pattern(query).spans(fold(text)))


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("oslo", "Oslo, OSLO og oslo", ["Oslo", "OSLO", "oslo"]),
        ("bare", "bare båre bãre", ["bare", "båre", "bãre"]),
        ("båre", "bare båre BÅRE ba\u030are", ["båre", "BÅRE", "ba\u030are"]),
        ("ba\u030are", "båre", ["båre"]),
        ("sjo", "sjø og Sjø, sjo", ["sjø", "Sjø", "sjo"]),
        ("vaer", "vær Vær vaer VÆR", ["vær", "Vær", "vaer", "VÆR"]),
        ("vær", "vær Vær vaer", ["vær", "Vær"]),
        ("va", "vær", []),
        ("strasse", "Straße", ["Straße"]),
        ("stras", "Straße", []),
        ("fin", "ﬁn ﬁne", ["ﬁn", "ﬁn"]),
        ("cafe", "cafe\u0301 café CAFÉ", ["cafe\u0301", "café", "CAFÉ"]),
        ("café", "cafe cafe\u0301", ["cafe\u0301"]),
        ("cafe\u0301 v", "café ved", ["café v"]),
        ("samarbeid", "sam\u00adar\u00adbeid", ["sam\u00adar\u00adbeid"]),
        ("sam\u00adarbeid", "samarbeid", ["samarbeid"]),
        ("sam", "\u00adsam\u00ad", ["sam"]),
        ("bildet er", "bil\ufffcdet\ufffc er", ["bil\ufffcdet\ufffc er"]),
        ("to ord", "to\nord, to\u00a0ord, to ord", ["to\nord", "to\u00a0ord", "to ord"]),
        ("don't", "don’t don't", ["don’t", "don't"]),
        ("don’t", "don’t don't", ["don’t"]),
        ('"ja"', "«ja» “ja”", ["«ja»", "“ja”"]),
        ("1-2", "1–2", ["1–2"]),
        ("...", "vent …", ["…"]),
        (".", "vent …", []),
        ("👍", "👍🏽 👍", ["👍🏽", "👍"]),
        ("👍🏽", "👍🏽 👍", ["👍🏽"]),
        ("👩", f"{FAMILY} 👩", ["👩"]),
        (FAMILY, f"x{FAMILY}y", [FAMILY]),
        ("日本", "日本語", ["日本"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("cahppe", "čáhppe, ŧ og ŋ", ["čáhppe"]),
        ("", "tekst", []),
        ("  ", "to  ord", []),
        ("\u00ad", "sam\u00adarbeid", []),
        ("\u0301", "e\u0301", []),
        ("ikke her", "tekst", []),
    ],
)
def test_words_are_found_whatever_keyboard_they_are_typed_on(query: str, text: str, hits: list[str]) -> None:
    assert found(text, query) == hits


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("Norge", "norge Norge NORGE", ["Norge"]),
        ("apen", "åpen Åpen", ["åpen"]),
        ("Åpen", "åpen Åpen A\u030apen", ["Åpen", "A\u030apen"]),
        ("AE", "æ Æ", ["Æ"]),
        ("ß", "ß ss", ["ß"]),
    ],
)
def test_capitals_count_when_asked_for(query: str, text: str, hits: list[str]) -> None:
    assert found(text, query, match_case=True) == hits


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("by", "by byen bygd, en by.", ["by", "by"]),
        ("år", "år årene båret", ["år"]),
        ("sam", "sam\u00adarbeid", []),
        ("EU", "EU-land (EU) EUs", ["EU"]),
        ("EU-land", "EU-land EU-landet EU‑land", ["EU-land", "EU‑land"]),
        ("-land", "EU-land -land", ["-land"]),
        ("sjo", "sjø sjøen til sjøs, innsjø-fiske, SJØ!", ["sjø", "SJØ"]),
        ("000", "1 000,5 og 000", ["000"]),
        ("1 000,5", "1 000,5 og 21 000,5", ["1 000,5"]),
        ("50", "50 % av 50,5 og −50 € på 50.", ["50", "50", "50"]),
        ("%", "50 % og 50 prosent", ["%"]),
        ("3-1", "§ 3-1 og § 13-1", ["3-1"]),
        ("nav", "nav, ola@nav.no, https://nav.no/a", ["nav"]),
        ("se nav", "😀 se nav, se navet", ["se nav"]),
        ("...", "og ...", ["..."]),
        ("e", "e\u0301 ve\u0301", ["e\u0301"]),
        ("aa", "aaaa aa", ["aa"]),
        ("日", "日本", []),
    ],
)
def test_whole_words_begin_and_end_where_words_do(query: str, text: str, hits: list[str]) -> None:
    assert found(text, query, whole_words=True) == hits


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(ANY)
def test_the_letters_of_a_text_are_the_text(text: str) -> None:
    assert "".join(letter.source for letter in letters(text)) == text
    assert "".join(letter.folded for letter in letters(text)) == fold(text).text


@given(ANY)
def test_a_text_and_its_composed_form_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)).text == fold(unicodedata.normalize("NFD", text)).text


@st.composite
def text_and_query(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and either a stretch of it or something else."""
    text = draw(ANY)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, draw(st.sampled_from([text[start:end], draw(TRICKY)]))


@given(text_and_query(), st.booleans(), st.booleans())
def test_every_hit_is_the_query_and_lies_in_order_in_the_text(
    drawn: tuple[str, str], match_case: bool, whole_words: bool
) -> None:
    text, query = drawn
    before = 0
    for start, end in spans(text, Query(query, match_case, whole_words)):
        assert before <= start < end <= len(text)
        assert fold(text[start:end]).text == fold(query).text
        before = end


@given(text_and_query())
def test_a_hit_never_cuts_a_letter(drawn: tuple[str, str]) -> None:
    text, query = drawn
    edges, position = {0}, 0
    for letter in letters(text):
        position += len(letter.source)
        edges.add(position)
    assert all({start, end} <= edges for start, end in spans(text, Query(query)))


@given(TRICKY, TRICKY, TRICKY.filter(lambda query: bool(Query(query))))
def test_what_stands_between_spaces_is_found(before: str, after: str, query: str) -> None:
    text = f"{before} |{query}| {after}"
    start = len(before) + 2
    assert any(a <= start + len(query) and b >= start for a, b in spans(text, Query(query)))


@given(TRICKY, TRICKY)
def test_options_only_take_hits_away(text: str, query: str) -> None:
    folded = set(spans(text, Query(query)))
    # Among overlapping candidates another one may be chosen, so spans are not compared.
    for strict in (Query(query, match_case=True), Query(query, whole_words=True)):
        assert not spans(text, strict) or folded


def rows() -> list[Row]:
    return [
        Row(Paragraph("Første rad"), "First row", State.DONE),
        Row(Paragraph("Annen rad, radene"), "", State.PENDING),
        Row(Paragraph("* * *"), "* * *", State.SAME),
        Row(Paragraph("Siste"), "Last row in the rows", State.FAILED),
    ]


def test_both_columns_are_searched_and_what_is_not_translated_is_not() -> None:
    assert list(find(TextIndex(rows()), Query("r"), [0, 1, 3])) == [
        RowHits(0, (((2, 3), (7, 8)), ((2, 3), (6, 7)))),
        RowHits(1, (((6, 7), (11, 12)), ())),
        RowHits(3, ((), ())),
    ]


@pytest.mark.parametrize(("columns", "hits"), [((SOURCE,), (3, 0)), ((TARGET,), (0, 1)), ((SOURCE, TARGET), (3, 1))])
def test_a_search_keeps_to_its_columns(columns: tuple[int, ...], hits: tuple[int, int]) -> None:
    results = list(find(TextIndex(rows()), Query("ra", columns=columns))) + list(
        find(TextIndex(rows()), Query("row", columns=columns))
    )
    found = [dict(zip(columns, result.spans, strict=True)) for result in results]
    assert tuple(sum(len(each.get(column, ())) for each in found) for column in (SOURCE, TARGET)) == hits


def test_a_row_that_changes_is_read_anew() -> None:
    text = rows()
    index = TextIndex(text)
    assert not next(find(index, Query("second"), [1])).spans[TARGET]
    text[1] = Row(text[1].source, "Second row", State.DONE)
    assert next(find(index, Query("second"), [1])).spans[TARGET] == ((0, 6),)


def test_a_search_stops_when_it_is_cancelled() -> None:
    answers: list[RowHits] = []

    def results() -> Iterator[RowHits]:
        yield from find(TextIndex(rows()), Query("r"), cancelled=lambda: len(answers) == 2)

    for answer in results():
        answers.append(answer)
    assert [answer.row for answer in answers] == [0, 1]


def test_an_empty_query_is_no_search() -> None:
    assert list(find(TextIndex(rows()), Query(" "))) == []


def test_further_texts_are_searched_where_they_are_asked_for_in_the_order_of_the_query() -> None:
    row = rows()[0].with_version(Version(Column.NOTES, "a rare row")).with_version(Version(Column.BACK, "rad"))
    [hits] = find(TextIndex([row]), Query("ra", columns=(Column.NOTES, Column.REFERENCE, Column.BACK)))
    assert hits.spans == (((2, 4),), (), ((0, 2),))
