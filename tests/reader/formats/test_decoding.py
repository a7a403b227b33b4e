"""Bytes to text: recognising encodings, and what is not text."""

import codecs
import random
from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError
from reader.formats import OFFERED, decode, known_encoding
from reader.formats.seven_bits import as_iso_646
from tests.samples import sample

TEXT = "Blåbærsyltetøy – «godt», sa hun.\nOg så? 😀 Nei."
WESTERN = "Blåbærsyltetøy – «godt», sa hun … for 5 €."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(TEXT.encode(), TEXT, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), TEXT, id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, id="UTF-16 LE with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, id="UTF-16 BE with a mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT, id="UTF-32 LE with a mark"),
        pytest.param(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), TEXT, id="UTF-32 BE with a mark"),
        pytest.param(WESTERN.encode("utf-16-le"), WESTERN, id="UTF-16 LE without"),
        pytest.param(WESTERN.encode("utf-16-be"), WESTERN, id="UTF-16 BE without"),
        pytest.param(WESTERN.encode("cp1252"), WESTERN, id="Windows-1252"),
        pytest.param("blåbær".encode("latin-1"), "blåbær", id="Latin-1"),
        pytest.param(b"", "", id="nothing"),
        pytest.param(codecs.BOM_UTF8, "", id="only a mark"),
        pytest.param(b"\tto\x0c\r\nfet", "\tto\x0c\r\nfet", id="the controls that texts have"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(data: bytes, text: str) -> None:
    assert decode(data, "a.txt").text == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", id="a picture"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01\x02", id="a PDF"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00\x08\x00", id="a zip, as DOCX and EPUB are"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(16), id="a program"),
        pytest.param(bytes(5000), id="nothing but zeros"),
        pytest.param(b"\0".join(b"name size color date".split()) * 9, id="words between zeros"),
        pytest.param(bytes(range(256)) * 8, id="all bytes"),
        pytest.param(random.Random(3).randbytes(3000), id="random bytes"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", id="half a UTF-16 unit"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence_with_its_name(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^“bilde\.txt” is not a text file\. .*\.$"):
        decode(data, "bilde.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(DocumentError):
        assert "\0" not in decode(data, "x").text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_comes_back_whole(text: str, encoding: str) -> None:
    # A byte-order mark is not part of the text.
    text = text.lstrip("\ufeff")
    assert decode(text.encode(encoding), "x").text == text


# ---- Other encodings ----

NORWEGIAN = "Bjørn så åtte ærfugler på sjøen ved Ålesund. Så rodde han hjem, våt og blå av kulde."
MIXED = "Etter kaféen gikk Øyvind og Åse hjem over brua, mens måkene skrek på taket."
ENCODINGS = ["cp1252", "iso8859-1", "iso8859-15", "iso8859-10", "mac-roman", "cp850", "cp865"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "text", [NORWEGIAN, MIXED, NORWEGIAN.upper(), "They met at a café in Zürich, near the Äbi Café."]
)
def test_legacy_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), "x")
    assert (found.text, found.repaired) == (text, ())


def _sentences() -> st.SearchStrategy[str]:
    words = "båten lå ved brygga så hun gikk på øya og spiste blåbær før kvelden kom Åse Øystein været når".split()  # noqa: SIM905
    return st.lists(st.sampled_from(words), min_size=12, max_size=60).map(" ".join)


@given(_sentences(), st.sampled_from([*ENCODINGS, "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_norwegian_in_any_encoding_is_read_right(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x").text == text


@given(_sentences())
def test_letters_encoded_twice_are_the_letters_and_that_is_said(text: str) -> None:
    for encoding in ("latin-1", "cp1252", "mac-roman"):
        twice = "".join(text.encode().decode(encoding, "replace"))
        found = decode(twice.encode(), "x")
        if "\ufffd" not in twice and not text.isascii():
            assert found.text == text and len(found.repaired) == 1


def test_a_text_about_letters_encoded_twice_is_left_as_it_is() -> None:
    text = "Bokstaven å blir til Ã¥ når teksten leses feil."
    assert decode(text.encode(), "x") == (text, "utf-8", ())


def test_letters_encoded_several_times_are_the_letters_and_that_is_said() -> None:
    text = thrice = "Været på øya var “fint”, sa bestemor – og så gikk vi."
    for _ in range(2):
        thrice = thrice.encode().decode("latin-1")
    found = decode(thrice.encode(), "x")
    assert found.text == text
    assert found.repaired == ("The letters of this document were encoded several times, and have been repaired.",)


@pytest.mark.parametrize("lost", ["", "\ufffd", "?"])
def test_a_lost_byte_leaves_no_other_letters_encoded_twice(lost: str) -> None:
    text = "Hun sa: “Kom på søndag”, og så dro hun – uten å vente. Og så: “Nå”, "
    twice = text.encode().decode("cp1252", "replace").replace("\ufffd", lost)
    found = decode(twice.encode(), "x")
    assert found.text == text and "wrong encoding" in found.repaired[0]


@pytest.mark.parametrize("lost", ["\ufffd", "?"])
def test_a_place_that_lost_a_byte_is_unreadable_and_that_is_said(lost: str) -> None:
    text, _, told = decode(f"Hun kom pÃ¥ sÃ¸ndag.\nDet er Ã{lost}pent nÃ¥.".encode(), "x")
    assert text == "Hun kom på søndag.\nDet er \ufffdpent nå."
    assert told[0] == "1 place could not be read and is shown as “\ufffd” (line 2)."


def test_what_may_be_a_question_mark_after_a_lost_byte_stays() -> None:
    text, _, told = decode("â€œEr du pÃ¥ Ã˜ya nÃ¥â€? spurte hun.".encode(), "x")
    assert text == "“Er du på Øya nå\ufffd? spurte hun." and told[0].startswith("1 place could not be read")


@pytest.mark.parametrize(
    ("raw", "text", "lines"),
    [
        ("Vi rodde på fjorden.\nBÃ¥ten var rÃ¸d, og Ã¥rene var hvite.", "Båten var rød, og årene var hvite.", "2"),
        ("Pris: 5–6 kr\nKjÃ¸p brÃ¸d â€“ i dag.", "Kjøp brød – i dag.", "2"),
        ("På tur.\nHilsen Ã˜ystein ðŸ™‚", "Hilsen Øystein 🙂", "2"),
        ("Vi så det.\nSÃƒÂ¥ gikk vi, og de sÃ¥ oss.", "Så gikk vi, og de så oss.", "2"),
    ],
)
def test_letters_encoded_twice_among_others_are_repaired_and_counted(raw: str, text: str, lines: str) -> None:
    found = decode(raw.encode(), "x")
    assert found.text.endswith(text) and "wrong encoding and ha" in found.repaired[0]
    assert f"(line {lines})" in found.repaired[0]


@pytest.mark.parametrize("lines", [1, 30])
@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15"])
def test_utf_8_among_bytes_of_windows_is_repaired(encoding: str, lines: int) -> None:
    text = "Vi gikk på tur ved sjøen i går.\n" * lines
    found = decode(text.encode(encoding) + "Sønnen så ikke båten.".encode(), "x")
    assert found.text == text + "Sønnen så ikke båten." and found.repaired


def test_one_word_of_utf_8_makes_no_other_encoding_of_windows_bytes() -> None:
    data = "Turen er på søndag. ".encode("cp1252") + "Søsken betaler, ".encode() + "sa han på møtet.".encode("cp1252")
    found = decode(data, "x")
    assert found.text == "Turen er på søndag. Søsken betaler, sa han på møtet." and found.repaired


@pytest.mark.parametrize(
    "text",
    [
        "Navnet «Bjørn» ble til «BjÃ¸rn», og «Pål» ble til «PÃ¥l».",
        "Skriv lørdag, ikke lÃ¸rdag, og på, ikke pÃ¥.",
        "| Ã¦ | æ |\n| Ã¸ | ø |\n| Ã¥ | å |",
        "Koden `sÃ¸k` og `nÃ¥r` er feil; det er rett på neste side.",
        "«Å», sa «Ø», og så pâté – «Ä»… hâ…» og Å\xa0gå",
    ],
)
def test_a_text_about_some_letters_encoded_twice_is_left_as_it_is(text: str) -> None:
    assert decode(text.encode(), "x") == (text, "utf-8", ())


@given(_sentences(), st.lists(st.booleans(), min_size=60, max_size=60))
def test_words_encoded_twice_are_never_left_without_a_word(text: str, chosen: list[bool]) -> None:
    lines = [line for word in text.split() for line in (word, "og så videre på øya og sjøen")]
    raw = [
        line.encode().decode("cp1252") if twice else line
        for line, twice in zip(lines, [*chosen, *chosen], strict=False)
    ]
    found = decode("\n".join(raw).encode(), "x")
    assert found.text == "\n".join(lines[: len(raw)])
    assert found.repaired or raw == lines[: len(raw)]


@given(_sentences())
def test_braces_in_words_are_norwegian_letters(text: str) -> None:
    text += " På øya så vi også måker, og før vi gikk, lærte vi å kjøre båt."
    found = decode(as_iso_646(text).encode(), "x")
    assert (found.text, found.encoding) == (text, "iso646-no")


@pytest.mark.parametrize(
    "text",
    [
        "Hei {navn}, du har {antall} meldinger i {mappe}.",
        "def f(x):\n    return {key: [y] for key, y in x | z}\n",
        "\\section{Innledning} Vi \\emph{ser} og \\textbf{hører} {alt}.",
        "| navn | alder |\n|---|---|\n| Per | 12 |\n",
        "Se [lenke](side) og [en annen][2], i C:\\mappe\\fil.",
        "Svar ja|nei, fra|til eller av|på.".replace("å", "a"),
        'if (a[i] || b[j]) { c["p"] = {s}; }',
    ],
)
def test_braces_of_code_and_markup_stay(text: str) -> None:
    assert decode(text.encode(), "x") == (text, "utf-8", ())


def test_letters_as_utf_7_writes_them_are_read() -> None:
    found = decode("Båten lå på øya".encode("utf-7"), "x")
    assert found.text == "Båten lå på øya" and found.repaired


@pytest.mark.parametrize("encoding", sample(["cp850", "mac-roman", "cp1252"], 3))
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a house by the sea " * 80_000 + "på øya så vi båten", id="letters at the end"),
        pytest.param("x" * 1_500_000 + " blå øy og grå båt", id="one long word"),
        pytest.param("båt\nøy\nære\n" * 120_000, id="a word a line"),
    ],
)
def test_letters_anywhere_in_a_long_text_tell_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x").text == text


@pytest.mark.parametrize("text", ["båten lå på øya", "Øl på fat, og én til", "Kafé på hjørnet?"])
def test_utf_7_is_read_where_letters_end_without_a_hyphen(text: str) -> None:
    found = decode(text.encode("utf-7"), "x")  # Python writes none before a space
    assert found.text == text and found.repaired


@pytest.mark.parametrize(
    "text", ["Skrevet av en religiøs søster i årtusener", "Ifølge presten", "Fløyelsmyk kjærnemelk"]
)
def test_few_braces_for_letters_are_said_not_to_be_certain(text: str) -> None:
    found = decode(as_iso_646(text).encode(), "x")
    assert found.text == text or "not certain" in str(found.repaired)


@pytest.mark.parametrize(
    "text", ["Takk for [alt sammen her] sa hun.", "Velg {ja eller nei}, sa han.", "Han|hun, dit|hit"]
)
def test_brackets_around_words_say_nothing_of_the_encoding(text: str) -> None:
    assert decode(text.encode(), "x") == (text, "utf-8", ())


@given(_sentences())
def test_letters_of_no_language_here_are_never_read_without_a_word(text: str) -> None:
    text = f"{text} Været på øya var løst, og sølvet lå på bølgene. Ærlig talt: lønn!"
    with suppress(DocumentError):
        found = decode(text.encode("iso8859-13"), "x")
        assert found.text == text or found.repaired


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866"])
def test_what_no_encoding_makes_text_of_is_refused_with_what_to_do(encoding: str) -> None:
    with pytest.raises(DocumentError, match=r"^The encoding of “x” cannot be determined\. Choose it .*--encoding\.$"):
        decode("Съешь же ещё этих мягких французских булок".encode(encoding), "x")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Lech Wałęsa", "cp1250"),
        ("Az idő szép, és a nők főznek.", "cp1250"),
        ("Съешь ещё булок", "cp1251"),
        ("Съешь ещё булок", "iso8859-5"),
    ],
)
def test_an_encoding_that_is_not_certain_is_said_to_be_so(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), "x")
    assert found.repaired[0].startswith("Read as ") and "--encoding" in found.repaired[0]


BOXES = [
    "╔═══════╗\r\n║ Kaker ║\r\n╚═══════╝\r\n",
    "╔═══╗\r\n║ Kø║\r\n╚═══╝\r\n",
    "┌──────┬─────┐\r\n│ Brød │ 12  │\r\n├──────┼─────┤\r\n└──────┴─────┘\r\n",
    "├────┼──┤\r\n",
    "════════\r\n",
]


@pytest.mark.parametrize("lines", [1, 3, 12])
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("encoding", ["cp850", "cp865"])
def test_drawn_boxes_hide_no_letters_of_dos(box: str, encoding: str, lines: int) -> None:
    text = box + "Vi bakte på lørdag, og så gikk vi hjem.\r\n" * lines
    found = decode(text.encode(encoding), "x")
    assert (found.text, found.repaired) == (text, ())


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-1"])
@pytest.mark.parametrize(
    "text", ["Rekkefølgen er ÖÄÅ her", "ÅÄÖ", "Skriv ÅÅÅÅ-MM-DD.", "HYVÄÄ PÄIVÄÄ", "»Ålesund er fin»"]
)
def test_capitals_in_a_row_are_no_drawn_box(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x").text == text


def test_one_letter_again_and_again_may_be_a_drawn_line_and_that_is_said() -> None:
    found = decode("Then they all cried ÄÄÄÄ at once.".encode("cp1252"), "x")
    assert "not certain" in found.repaired[0]


# ---- Broken places ----


def test_bytes_of_windows_among_utf_8_are_mended_and_counted_with_their_lines() -> None:
    data = "Været på øya.\n".encode() * 3 + b"Kaf\xe9en p\xe5 hj\xf8rnet.\n" + "Så gikk vi.".encode()
    text, encoding, told = decode(data, "x")
    assert text == "Været på øya.\n" * 3 + "Kaféen på hjørnet.\nSå gikk vi."
    assert encoding == "utf-8"
    assert told == ("3 places were in another encoding (Windows-1252) and have been repaired (line 4).",)


def test_several_lines_are_named_as_several_and_at_most_five_of_them() -> None:
    line, broken = "Været på øya.\n".encode(), b"Kaf\xe9en p\xe5 hj\xf8rnet \xff.\n"
    _, _, told = decode((line + broken) * 2 + line, "x")
    assert told == (
        "2 places could not be read and are shown as “\ufffd” (lines 2, 4).",
        "6 places were in another encoding (Windows-1252) and have been repaired (lines 2, 4).",
    )
    _, _, told = decode(broken * 6 + line * 20, "x")
    assert told[0] == "6 places could not be read and are shown as “\ufffd” (lines 1, 2, 3, 4, 5 …)."


def test_a_cut_letter_is_shown_as_unreadable_and_its_line_is_named() -> None:
    data = "Været på øya.\nOg så på sjøen.\nDet bl".encode() + "å".encode()[:1] + b" kaldt."
    text, _, told = decode(data, "x")
    assert text == "Været på øya.\nOg så på sjøen.\nDet bl\ufffd kaldt."
    assert told == ("1 place could not be read and is shown as “\ufffd” (line 3).",)


@given(_sentences(), st.integers(1, 5), st.randoms(use_true_random=False))
def test_a_few_broken_bytes_change_nothing_else(text: str, count: int, chance: random.Random) -> None:
    text = f"{text} Været på øya så også båten på sjøen"
    data = text.encode()
    letters = [i for i, byte in enumerate(data) if byte >= 0xC0]
    cut = set(chance.sample(letters, min(count, len(letters) // 3)))
    broken = bytes(byte for i, byte in enumerate(data) if i not in cut)
    found = decode(broken, "x")
    assert found.text == broken.decode("utf-8", "replace") and (not cut or len(found.repaired) == 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_with_a_mark_may_have_a_broken_place(encoding: str) -> None:
    data = "Været på øya var vått og kaldt i går.".encode(encoding)
    found = decode(data[:-1] + (b"" if encoding == "utf-16" else b"\xc3"), "x")
    assert found.text[:-1] == "Været på øya var vått og kaldt i går" and found.text[-1] == "\ufffd" and found.repaired


# ---- Control characters ----


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Hei du.\n\x1a", "Hei du.\n"),
        ("Hei du.\n\0\0\0\0\0", "Hei du.\n"),
        ("hei\0\0\0\0\0 du og alle de andre", "hei du og alle de andre"),
        ("Vare:\0\0\0 Brød\0\0\nPris:\0 30 kr\0\nSted:\0 Bodø\0\r\n", "Vare: Brød\nPris: 30 kr\nSted: Bodø\r\n"),
        ("sam\x1farbeid", "samarbeid"),
        ("e\x1epost", "e\u2011post"),
        ("barne\x02\nhage og skole", "barne\xad\nhage og skole"),
        ("noten\x02 her", "noten her"),
        ('Se \x13 HYPERLINK "http://a.no" \x14nettsiden\x15 vår', "Se nettsiden vår"),
        ("en\x0bto", "en\nto"),
        ("N\bNA\bAV\bVN\bN og _\bx", "NAVN og x"),
        ("en\x07to\x07", "en\tto"),
        ("\x1b[1mfet\x1b[0m", "fet"),
        ("don\x92t – \x93ja\x94", "don’t – “ja”"),
        ("en\x85to\x85", "en\nto\n"),
    ],
)
def test_stray_controls_become_what_they_stood_for(raw: str, text: str) -> None:
    assert decode(raw.encode(), "x").text == text


@given(st.text(st.sampled_from("ab \n\b_\x07\x13\x14\x02\x1b[m\x85")))
def test_no_control_is_left(text: str) -> None:
    with suppress(DocumentError):
        assert not set(decode(text.encode(), "x").text) & {chr(code) for code in (*range(9), *range(14, 32), 0x85)}


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
@pytest.mark.parametrize("place", sample(range(100_000, 3_000_000, 290_123), 3))
def test_a_few_letters_anywhere_in_a_long_text_are_read_right(place: int, encoding: str) -> None:
    text = "It was a long and quiet day by the sea. " * 80_000
    text = f"{text[:place]} smørbrød, blåbær {text[place:]}"
    assert decode(text.encode(encoding), "x").text == text


@pytest.mark.parametrize("sign", ["\x02", "\x1f", "\x1e", "\xad"])
def test_a_text_with_a_hyphen_of_a_program_at_each_line_end_is_text(sign: str) -> None:
    assert "sjøen" in decode(f"Gutten gikk ned til sjøen for å bade i fjor{sign}\nden.\n".encode() * 9, "x").text


HOSTILE = {
    "an open field of Word's": b"\x13" + b"A" * 200_000 + b"\x13 ord",
    "a long line beside one with a backspace": b"a\x08a\n" + b"ord " * 50_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_control_characters_are_read_in_linear_time(data: bytes) -> None:
    assert "ord" in decode(data, "x").text  # a quadratic look would meet the time limit of the tests


# ---- The user's choice ----


def test_a_chosen_encoding_is_used_whatever_the_bytes_say() -> None:
    assert decode("på øya".encode(), "x", "cp1252").text == "pÃ¥ Ã¸ya"
    assert decode(b"b}t", "x", "iso646-no").text == "båt"
    assert decode(codecs.BOM_UTF8 + "på øya".encode(), "x", "utf-8").text == "på øya"
    assert decode("Добрый".encode("cp1251"), "x", "cp1251").text == "Добрый"


def test_what_a_chosen_encoding_lacks_is_said() -> None:
    text, _, told = decode(b"hei \x81 du", "x", "cp1252")
    assert text == "hei \ufffd du" and len(told) == 1


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("UTF8", "utf-8"),
        ("Windows-1252", "cp1252"),
        ("latin1", "iso8859-1"),
        ("MacRoman", "mac-roman"),
        ("850", "cp850"),
        ("NS 4551-1", "iso646-no"),
        ("utf-8-sig", "utf-8"),
    ],
)
def test_encodings_have_the_names_that_people_use(name: str, encoding: str) -> None:
    assert known_encoding(name) == encoding


@pytest.mark.parametrize("name", ["", "klingon", "base64", "rot13", "idna", "unicode_escape", "a\0b", "å" * 9])
def test_what_is_no_encoding_of_text_has_no_name(name: str) -> None:
    with pytest.raises(LookupError):
        known_encoding(name)


def test_every_encoding_offered_is_known_by_its_own_name() -> None:
    assert [known_encoding(encoding) for encoding in OFFERED] == list(OFFERED)
