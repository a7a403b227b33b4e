"""What a word is: rule by rule, and for any text."""

import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, strategies as st

from reader.text import Document, Paragraph, Span, WordEdges, word_spans, words_and_signs
from reader.text.words import bare_word_spans
from tests.samples import sample

FAMILY = "👩‍👩‍👧"


def cut(text: str, tokenizer: Callable[[str], Sequence[Span]] = word_spans) -> str:
    return "|".join(text[start:end] for start, end in tokenizer(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hei, verden!", "Hei|verden"),
        # addresses
        ("https://nav.no/a-b", "https://nav.no/a-b"),
        ("Se https://a.no/b?c=d, (www.e.no) og HTTPS://A.no/.", "Se|https://a.no/b?c=d|www.e.no|og|HTTPS://A.no/"),
        ("http:// og www. alene", "http|og|www|alene"),
        ("ola@nav.no", "ola@nav.no"),
        ("kari.n+1@e-post.no: fila rapport.pdf", "kari.n+1@e-post.no|fila|rapport.pdf"),
        ("«ola@nav.no», _ola@nav.no_ ola@nav", "ola@nav.no|_ola@nav.no|ola|nav"),
        # spaces between thousands
        ("1 000,5", "1 000,5"),
        ("1 250 000 kr, 1.000,5 og 1,000.5", "1 250 000|kr|1.000,5|og|1,000.5"),
        ("1\u00a0000, 1\u202f000,25 og 1\u2009000.5", "1\u00a0000|1\u202f000,25|og|1\u2009000.5"),
        ("i 2020 100 personer, 12 0000\n000", "i|2020|100|personer|12|0000|000"),
        ("ring 815 00 000", "ring|815|00|000"),
        ("100 200 300kr, 1 000,50kr", "100 200|300kr|1 000,50kr"),
        # times, dates, decimals
        ("kl. 10.30 eller 10:30.", "kl|10.30|eller|10:30"),
        ("24.12.2024, 2024-12-24 og 24/12: 3:2", "24.12.2024|2024-12-24|og|24/12|3:2"),
        ("10-12 og 2010–2012", "10-12|og|2010|2012"),
        # signs of numbers
        ("−12,5", "−12,5"),
        ("(-5) –5 °C og +3", "-5|–5 °C|og|+3"),
        ("5 -3, 5-3 og a−b − 5", "5|-3|5-3|og|a|b|5"),
        ("§ 3-1", "§ 3-1"),
        ("§§ 3-1 og 3-2 i en §", "§§ 3-1|og|3-2|i|en"),
        ("50 %", "50 %"),
        ("50%, 3,5\u00a0‰, 20°, 68°F og 20 °CX", "50%|3,5\u00a0‰|20°|68°F|og|20|CX"),
        ("% av 5  % er 5\n%", "av|5|er|5"),
        ("$100, € 50 og 20 €", "$100|€ 50|og|20 €"),
        ("10 $20", "10|$20"),
        # within words
        ("e-post", "e-post"),
        ("d'Arc", "d'Arc"),
        ("Olas e-post er på 1990-tallet", "Olas|e-post|er|på|1990-tallet"),
        ("don't og Doll’s, Hans' bil", "don't|og|Doll’s|Hans|bil"),
        ("T\u2010bane og T\u2011bane, inn- og utland", "T\u2010bane|og|T\u2011bane|inn|og|utland"),
        ("f.eks. bl.a. AT&T, col·lega, a & b", "f.eks|bl.a|AT&T|col·lega|a|b"),
        ("og/eller – «nei»,ja", "og|eller|nei|ja"),
        ("snake_case, __init__ og ____, _", "snake_case|__init__|og"),
        # combining marks and invisible characters
        ("e\u0301n a\u030ai \u0301b", "e\u0301n|a\u030ai|b"),
        ("sam\u00adarbeid e\u00ad-\u00adpost a\u2060b\u200f", "sam\u00adarbeid|e\u00ad-\u00adpost|a\u2060b"),
        ("a\u200bb", "a|b"),
        # other scripts
        ("हिन्दी में ५०, שָׁלוֹם", "हिन्दी|में|५०|שָׁלוֹם"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ελλάδα, Привет", "Ελλάδα|Привет"),
        ("日本語。テスト", "日本語|テスト"),
        # neither letters nor digits
        ("hei 😀 👍🏽 du" + FAMILY + "🇳🇴 1️⃣ ❤️", "hei|du|1️⃣"),
        ("½ ord¹ m²", "½|ord¹|m²"),
        ("... – !", ""),
        ("", ""),
    ],
)
def test_words_are_cut_as_a_reader_would(text: str, words: str) -> None:
    assert cut(text) == words


def test_spans_count_code_points() -> None:
    assert word_spans("😀👍🏽 10.30 नि") == [(4, 9), (10, 12)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("§ 3-1 og −12,5 %", "3-1|og|12,5"),
        ("€ 1 000, 20 °C", "1 000|20"),
        ("ola@nav.no, e-post", "ola@nav.no|e-post"),
    ],
)
def test_bare_words_are_without_the_signs_around_numbers(text: str, words: str) -> None:
    assert cut(text, bare_word_spans) == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ja, 50 % (på §§ 1-2)!", "Ja|,|50 %|(|på|§§ 1-2|)|!"),
        ("... ____ e\u0301 sam\u00adarbeid\u00ad", ".|.|.|____|e\u0301|sam\u00adarbeid"),
        ("👍🏽" + FAMILY + "🇳🇴🇸🇪 ❤️x", "👍🏽|" + FAMILY + "|🇳🇴|🇸🇪|❤️|x"),
    ],
)
def test_signs_are_parts_of_their_own_whatever_they_are_put_together_from(text: str, parts: str) -> None:
    assert cut(text, words_and_signs) == parts


def test_a_document_has_as_many_words_as_are_cut() -> None:
    paragraphs = (Paragraph("§ 3-1 – e-post, 1 000 kr ..."), Paragraph("* * *"), Paragraph("Ja."))
    assert Document("", paragraphs, None, "nb", certain=True).words == 5


# Characters that the rules mention, or any text.
ALPHABET = "ab1 000,.:/-'’&·_@%°§−+–$€\n\u00a0\u2009\u00ad\u200b\u200c\u200d\u0301æ日न\u093f😀🏽🇳(«"
PARTS = st.sampled_from([*ALPHABET, "http://", "www.", "ola@nav.no", " 000", "°C", "§§ "])
ANY = st.lists(PARTS, max_size=25).map("".join) | st.text(max_size=30)
TOKENIZERS = st.sampled_from([word_spans, bare_word_spans, words_and_signs])


@given(ANY, st.sampled_from([word_spans, words_and_signs]))
def test_spans_are_in_order_and_apart_and_hold_each_letter_and_digit(
    text: str, tokenizer: Callable[[str], Sequence[Span]]
) -> None:
    spans = tokenizer(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges) and all(start < end for start, end in spans)
    held = {place for span in spans for place in range(*span)}
    assert {place for place, character in enumerate(text) if character.isalnum()} <= held


@given(ANY, TOKENIZERS)
def test_no_word_begins_or_ends_with_white_space_or_is_broken_over_lines(
    text: str, tokenizer: Callable[[str], Sequence[Span]]
) -> None:
    for start, end in tokenizer(text):
        assert text[start:end].strip() == text[start:end]
        assert len(text[start:end].splitlines()) == 1


@given(ANY)
def test_each_word_has_a_letter_or_digit(text: str) -> None:
    assert all(any(map(str.isalnum, text[start:end])) for start, end in word_spans(text))


@given(ANY)
def test_the_tokenizers_agree(text: str) -> None:
    words, bare, parts = word_spans(text), bare_word_spans(text), words_and_signs(text)
    assert set(words) <= set(parts)
    assert all(a <= c < d <= b for (a, b), (c, d) in zip(words, bare, strict=True))
    seen = {place for span in parts for place in range(*span)}
    assert all(place in seen or c.isspace() or not c.isprintable() for place, c in enumerate(text))


@given(ANY)
def test_a_cut_at_an_edge_leaves_each_word_on_one_side(text: str) -> None:
    edges, bare = WordEdges(text), bare_word_spans(text)
    for place in range(len(text) + 1):
        assert edges.at(place) == (not any(start < place < end for start, end in bare))


@given(st.text("aå01 .-'&%,", max_size=25))
def test_what_is_not_seen_divides_no_word(text: str) -> None:
    softened = text.replace("a", "a\u00ad").replace("å", "\u2060å")
    assert cut(softened).replace("\u00ad", "").replace("\u2060", "") == cut(text)


HEAVY = [
    *("http://", "https://-", "www.", "a@", "@a", "a@a-", "a.", "+a", "a+b.", "-.", "a--", "-", "_", "_-"),
    *("1\u00a0000\u00a0", "100\u00a0", "1:", "1,1", "+1", "5%", "§", "$", "−", "- ", "5 -", "% "),
    *("\u00ad", "a\u00ad", "\u0301", "a\u0301", "\u200d", "👩\u200d", "🇳", "हि", "日", "«"),
]


def seconds(text: str) -> float:
    """The least CPU time of a few runs."""
    times = []
    for _ in range(2):
        started = time.process_time()
        words_and_signs(text)
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize("unit", sample(HEAVY, 3))
@pytest.mark.parametrize("before", ["", "a\u00ad"])
def test_the_time_grows_with_the_text_and_no_faster(unit: str, before: str) -> None:
    """With sixteen times the text, quadratic work would take 256 times as long."""
    short, long = (before + unit * (size // len(unit)) for size in (2_500, 40_000))
    assert seconds(long) < 80 * max(seconds(short), 0.0001)
