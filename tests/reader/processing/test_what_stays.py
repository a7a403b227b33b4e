"""What is not language in a sentence is found, whole and with nothing else; words are left alone."""

import base64
import random

import pytest
from hypothesis import given, strategies as st

from reader.processing.token import TokenKind
from reader.processing.what_stays import tokens
from reader.text import split_sentences
from tests.samples import sample

# By kind: tokens that a sentence has between words.
EXAMPLES = {
    TokenKind.VERBATIM: ["\ufdd0git push\ufdd1", "\ufdd0x. Y\ufdd1"],
    TokenKind.CODE: [
        *("`git push --force`", "``a `b` c``", 'skriv("Hei. Du")', "tom()", "os.path.join(a, b)"),
        *("hentAlleBrukere", "std::string", "min_variabel", "C++", "C#", "__mappe__", "__LINJE__"),
    ],
    TokenKind.MATHEMATICS: ["$x^2 + y_1$", r"\(a+b\)", r"\frac{1}{2}", r"\cite{lie2020}", "$$a=b$$"],
    TokenKind.PLACEHOLDER: [
        *("{{navn}}", "{{ x | upper }}", "{navn}", "{0}", "{0:.2f}", "{}", "{!r}", "${x}", "#{x}", "@{x}", "%{x}"),
        *("$(Navn)", "%(n)d", "%s", "%d", "%1$s", "%@", "%-10.3f", "%1", "%d%%", "$navn", "$HOME", "$$$"),
        *("[[Side]]", "{% if x %}", "<%= x %>", '{"a": 1}', "[^1]", "<<navn>>"),
        *("%%TITTEL%%", "@@DATO@@", "~~{sum}~~", "__{x}__", "==%s=="),
        "{antall, plural, one {# ting} other {# ting. Og mer}}",
    ],
    TokenKind.TAG: ["<navn>", "<stopp>", "</b>", "<br/>", '<a href="x y">', "<!-- nei -->", "&nbsp;", "&#160;"],
    TokenKind.SHORTCODE: [":smile:", ":material-account:", ":+1:", ":navn"],
    TokenKind.CITATION: ["[@lie2020]", "[@lie2020; @dahl99, s. 3]", "[-@lie]"],
    TokenKind.EMOJI: [
        "😆",
        "👍🏽",
        "👩\u200d👩\u200d👧",
        "🇳🇴",
        "1\ufe0f\u20e3",
        "☺",
        "✓",
        "🎉 🎊",
        "🏴\U000e0067\U000e007f",
    ],
    TokenKind.EMOTICON: [":-)", ";)", ":D", "<3", "XD", ":'(", r"¯\_(ツ)_/¯"],
    TokenKind.SIGN: ["→", "≈≠", "▲", "->", "=>", "!=", "&&"],
    TokenKind.SCRIPT: ["Κωνσταντίνος Καβάφης", "紅樓夢", "《红楼梦》", "Война и мир, том", "محمود درويش", "שלום"],
    TokenKind.HASHTAG: ["#norge", "#17mai", "#blåbærtur", "#1"],
    TokenKind.HANDLE: ["@ola", "@ola_n", "@ola@snabel.no", "@angular/core", "@åse"],
    TokenKind.COLOUR: ["#FF00AA", "#FF00AA80", "#fff", "0xFF", "rgb(255, 0, 10)", "NCS S 1050-B20G", "RAL 9010"],
    TokenKind.VERSION: [
        ">=4.0",
        "~=1.7,!=1.8",
        ">=2.0, <3",
        "v2.1.0-beta.3",
        "1.2.3",
        "v5",
        "5.0rc1",
        "3.x",
        "2.4.1+build7",
    ],
    TokenKind.CHECKSUM: ["9f86d081884c7d659a2feaa0c55ad015", "a1b2c3d", "sha256:9f86d081884c7d65"],
    TokenKind.UUID: ["550e8400-e29b-41d4-a716-446655440000"],
    TokenKind.NETWORK: ["192.168.0.1", "10.0.0.1:8080", "10.0.0.0/8", "2001:db8::1", "[::1]:80", "00:1B:44:11:3A:B7"],
    TokenKind.EMAIL: ["ola.n+x@snabel.no", "kari@blåbær.no"],
    TokenKind.ADDRESS: [
        *("https://a.no/b?c=d#e", "www.vg.no", "vg.no", "nrk.no/nyheter", "blåbær.no", "localhost:8080", "web.de/x"),
        *("mailto:x@y.no", "data:text/plain;base64,aGVp", "doi:10.1000/182", "10.1000/xyz123"),
    ],
    TokenKind.KEYS: ["Ctrl+Shift+P", "Cmd-C", "Alt+F4", "Ctrl + C", "⌘C", "Esc", "F5", "++ctrl+alt+del++"],
    TokenKind.FILE: [
        *(
            "fil.txt",
            "rapport.tar.gz",
            "main.py:42",
            "*.py",
            "*.{js,ts}",
            "src/**/*.ts",
            "/etc/passwd",
            "~/x",
            "./kjør.sh",
            ".env",
        ),
        *(
            "C:\\Users\\x.exe",
            "C:\\Mine filer\\x.exe",
            "\\\\tjener\\felles",
            "$HOME/bin",
            "%APPDATA%\\x",
            "docs/bilder/",
        ),
    ],
    TokenKind.OPTION: [
        "sudo dnf upgrade",
        "npm install pakke",
        "cat -12",
        "git commit -m",
        "--force",
        "--save-dev",
        "--antall=3",
    ],
    TokenKind.FORMULA: [
        *("H₂O", "CO2", "C6H12O6", "Ca(OH)2", "SO₄²⁻", "Na⁺", "NaCl", "E = mc²", "x² + y²", "f(x)"),
        *("a² + b² = c²", "y = 2x + 1", "∑xᵢ", "A + B = C"),
    ],
    TokenKind.SECTION: ["§ 3-1", "§§ 2–5", "§ 12a", "§31.8"],
    TokenKind.TELEPHONE: [
        "+47 22 33 44 55",
        "(+47) 22 33 44 55",
        "22 33 44 55",
        "800 12 345",
        "555-0123",
        "0047 22334455",
    ],
    TokenKind.ACCOUNT: ["1234 56 78903", "NO93 8601 1117 947", "4111 1111 1111 1111", "974760673", "974 760 673 MVA"],
    TokenKind.IDENTIFIER: [
        "CE987654321NO",
        "tospalt/leser#17",
        "AB 12345",
        "ABCD-EF12-34GH-5678",
        "ISBN 978-82-02-12345-6",
        "HR-2019-123-A",
        "X7K9Q2",
    ],
    TokenKind.TIME: ["2024-03-12", "2024-03-12T10:00Z", "00:01:02,345"],
    TokenKind.COORDINATE: ["60.3913, 5.3221", "-33.8688, 151.2093", "59°54′N 10°45′Ø", "35°W"],
    TokenKind.LONG: [
        "SGVpIHZlcmRlbiwgZGV0dGUgZXIg",
        "GATTACAGATTACA",
        "MVLSPADKTNVKAAWGKVGAHAGEYG",
        "3'-CCGGAT-5'",
        "0000000a  4e 65 69 0a 68 61  |Nei. ha|",
        "00000010  48 65 6c 6c 6f 20 77 6f 72 6c 64 21 20 48 65 69  |Hello world! Hei|",
        "48 65 6c 6c 6f",
        "eyJhbGciOi.eyJzdWI.ab-c",
        "0101 0011 0101",
        "k3v9x2q8m5z7w1t4",
        "-----BEGIN CERTIFICATE-----",
    ],
    TokenKind.QUANTITY: ["25 m²", "½", "±3 %"],
}
PAIRS = [(kind, token) for kind, of_kind in EXAMPLES.items() for token in of_kind]
IN_SENTENCES = ("Ord {} ord.", "{} er her.", "Se på {}", "Se ({}) nå, og «{}»!", "Den er {}, ja.", "Er det {}?")


def found(text: str, source: str = "nb") -> list[str]:
    return [text[token.start : token.end] for token in tokens(text, source, "en")]


@pytest.mark.parametrize(("kind", "token"), PAIRS)
def test_what_is_not_language_is_found_between_words(kind: TokenKind, token: str) -> None:
    text = f"Ord {token} ord."
    assert [(each.written, each.start) for each in tokens(text, "nb", "en")] == [(token, 4)]
    if token not in ("C6H12O6", "10.1000/xyz123"):
        assert tokens(text, "nb", "en")[0].kind is kind


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Copied %d file%s.", "%s"),
        ("Side%1$d er her.", "%1$d"),
        ("Den er 00:1B:44:11:3A:B7: en adresse.", "00:1B:44:11:3A:B7"),
        ("Klon git@github.com:ola/prosjekt.git.", "git@github.com:ola/prosjekt.git"),
        ("Den er ½: en halv.", "½"),
        ("Faktoren er 10⁻⁶: liten.", "10⁻⁶"),
        ("Feilen er i kart.py:12: se der.", "kart.py:12"),
        ("Han skrev :trist:: og gikk.", ":trist:"),
        ("Bilen AB 12345s eier", "AB 12345"),
        ("Det er +47 55 66 77 88s svarer.", "+47 55 66 77 88"),
        ("Ta v3.0.1-rc2 12,5 kWh", "12,5 kWh"),
        ("Etter § 7-2 90,5 kWh", "90,5 kWh"),
        ("Ordet \u2067מילה\u2069 er der.", "\u2067מילה\u2069"),
        ("Ordet \u200fמילה אחת\u200f er der.", "\u200fמילה אחת\u200f"),
        ("Valget ‘--force’ er farlig.", "--force"),
        ("Valget *--force* er farlig.", "--force"),
    ],
)
def test_what_touches_a_word_or_a_mark_is_found_whole(text: str, token: str) -> None:
    assert found(text)[-1] == token


@pytest.mark.parametrize("sentence", IN_SENTENCES)
@pytest.mark.parametrize(
    "token", ["{navn}", "%s", "#norge", "@ola", "fil.txt", "vg.no", "v2.1.0-beta.3", "H₂O", "😆", "§ 3-1"]
)
def test_punctuation_around_a_token_is_none_of_it(sentence: str, token: str) -> None:
    assert found(sentence.replace("{}", token)) == [token] * sentence.count("{}")


@pytest.mark.parametrize(
    "text",
    [
        "Det er bl.a. f.eks. og/eller han/hun, dvs. ca. 5 kr/år, Ph.D., H.C. Andersen, A/S osv.",
        "It is e.g. and/or he/she, i.e. U.S. and Mr. Smith et al. (2020), open 24/7.",
        "Han fikk 3,5 av 10 000 kr, kl. 14.30 den 12. mars, 12.3.2024, og vant 3–2 (1-0).",
        "I 1914–1918 og 2019/2020 på side 150-1200 var det 1.234.567 og +5 000 kroner, fra $5 til A$ 10.",
        "PDF-filen, Wi-Fi, T-skjorte, G7-landene, Alt-i-ett, Windows-PC, Shift-tasten og en win-win.",
        "Bil(er), ansvarlig(e), elev*innen, R&D, AT&T, 100 % sikker og 100%ig, 50 % rabatt.",
        "«Ja!» sa hun -- ikke sant? Nei ... (se over) [sic], a) b) 8) inn- og utland, endelsen -en.",
        "Gå til Innstillinger > Personvern, og velg «Av»: det koster $5 og $10, eller 500,-.",
        "Menneskerettighetsorganisasjonsmedlemskapskontingentbetaling og ARBEIDSMARKEDSDEPARTEMENTET i 2024",
        '"Sitat":forklaring, ord:ord, bra:D, Innstillinger > Mer, a < b, 3 mi² og «1 > 0».',
        "STATSMINISTEREN og FYLKESMANNEN, FINANSDEPARTEMENTET, INTERNATIONALIZATION, MILLIARDINVESTERINGENE",
        "Det kostet 1 000 000 000 kroner og 1 250 000 000 000 i fjor, *viktig* og ~~feil~~, Vann~vin.",
        "Joh. 3,16 og vers 3:16, forhold 1:100 000, kl. 12:30-14:00 og 12:30:45; iPhone 12, McDonald.",
        "Hun sa at to be = to do, at du + vi = oss, og at å gi er å få.",
    ],
)
def test_words_and_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kjør `git`-kommandoen i CO2-byen, en .pdf-fil i C++-kode.", ["`git`", "CO2", ".pdf", "C++"]),
        ("{navn}s bil og %s-filer", ["{navn}", "%s"]),
        ("Se {navn}@{domene}.no, {a}/{b} og %s%s.", ["{navn}@{domene}", "{a}/{b}", "%s%s"]),
        ("Kjør ls -la og rm -rf nå, med valget -v.", ["ls -la", "rm -rf", "-v"]),
        ("Fra versjon 3.11 til Python 3.11", ["3.11", "3.11"]),
        ("Tlf. 22334455, org.nr. 974 760 673 og nr. 22334455", ["22334455", "974 760 673"]),
        ("Etter § 12 a første ledd og § 12 a, men § 12 i loven.", ["§ 12 a", "§ 12 a", "§ 12"]),
        ('Åpne "min fil.docx" og «Rapport 2024.pdf» nå.', ["min fil.docx", "Rapport 2024.pdf"]),
        ("Skogen er 117.201.158.113 ha stor.", ["117.201.158.113"]),
        ("Ring 22 33 44 55 eller 20 30 40 50 51", ["22 33 44 55"]),
        ("Ring 20 30 40 50, men velg 20 30 40 50.", ["20 30 40 50"]),
        (
            "Se a.no/?id=7 10,3 kWh og v1.5-beta.3 22 33 44 55 her",
            ["a.no/?id=7", "10,3 kWh", "v1.5-beta.3", "22 33 44 55"],
        ),
        ("Толстой, Лев og 東京 og β-karoten", ["Толстой, Лев", "東京", "β"]),
    ],
)
def test_a_token_takes_no_word_along(text: str, kept: list[str]) -> None:
    assert found(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Chrome 99.1 is out.", ["99.1"]),
        ("LibreOffice 7.6 works with Java 17.2 today.", ["7.6", "17.2"]),
        ("Version 2.5 is older than 2.40.", ["2.5", "2.40"]),
        ("Version 2.5 is 3.5 times faster.", ["2.5"]),
        ("They went from release 1.9 to 1.10.", ["1.9", "1.10"]),
        ("GDP grew by 2.4 percent in Norway, from 3.5 to 4.5.", []),
        ("Go 3.5 kilometers; Word 2.5 is old; Windows 7.5 percent.", ["2.5"]),
        ("OpenBank lost 3.5 million.", []),
        ("Send $1 and $2 to the script.", ["$1", "$2"]),
        ("It costs $1 or $2.", []),
        ("Run pip install numpy now, then pip install again.", ["pip install numpy", "pip install"]),
        ("They make -- and sort -- the brew update", ["brew update"]),
    ],
)
def test_versions_arguments_and_commands_in_english_are_told_from_numbers_and_words(text: str, kept: list[str]) -> None:
    assert found(text, "en") == kept


def test_a_line_of_bytes_is_one_token_to_its_end() -> None:
    assert found("0000000a: 4e65 690a 6861  Nei. ha\nOg mer.") == ["0000000a: 4e65 690a 6861  Nei. ha"]


def test_a_letter_behind_a_section_is_an_article_in_english() -> None:
    assert found("Under § 12 a person may appeal.", "en") == ["§ 12"]


def test_other_scripts_are_language_where_the_text_is_in_one() -> None:
    assert found("Война и мир — роман.", "ru") == []
    assert found("Война и мир.", "") == []


def test_only_the_decimal_sign_of_a_token_changes() -> None:
    (token,) = tokens("Det er −12,5 °C ute.", "nb", "en")
    assert (token.kind, token.written) == (TokenKind.QUANTITY, "−12.5 °C")


@pytest.mark.parametrize(
    "text", [token for _, token in PAIRS if " " in token and "." in token and token[0] not in "$\ufdd0\\["]
)
def test_no_sentence_ends_inside_a_token(text: str) -> None:
    sentence = f"Se {text} her."
    assert split_sentences(f"{sentence} Og mer.", "nb")[0] == (0, len(sentence))


CHANCE = random.Random(1)
DUMPS = [
    base64.b64encode(CHANCE.randbytes(75_000)).decode(),
    "".join(CHANCE.choices("ACGT", k=100_000)),
    CHANCE.randbytes(50_000).hex(),
    CHANCE.randbytes(33_000).hex(" "),
]


@pytest.mark.parametrize("dump", DUMPS, ids=["base64", "DNA", "hexadecimal", "bytes"])
def test_a_hundred_kilobytes_that_are_no_language_are_one_token(dump: str) -> None:
    assert found(f"Se {dump} her.") == [dump]


WORDS = st.sampled_from(["Se", "her,", "katten", "«ja»", "NEI.", "12,5", "og", "–", "\n", "(se", "under)", "X1"])
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from([token for _, token in PAIRS]), st.text(max_size=5)), max_size=10)


@given(parts=TEXTS, glue=st.sampled_from([" ", "", "-"]), source=st.sampled_from(["nb", "en", "ru", ""]))
def test_tokens_are_in_order_without_overlap_and_to_the_letter(parts: list[str], glue: str, source: str) -> None:
    text, end = glue.join(parts), 0
    for token in tokens(text, source, ""):
        assert end <= token.start < token.end <= len(text)
        assert token.written == text[token.start : token.end]
        end = token.end


PLAIN = st.from_regex(r"[A-ZÆ]?[a-zø]{1,6}|[A-Z]{2,5}|[1-9][0-9]{0,3}|Esc|Ctrl|localhost", fullmatch=True)
MARKS = st.sampled_from([" ", ", ", ". ", ": ", "! ", "-", "’s ", " – ", " «", "» ", ' "', '" ', "."])


@given(parts=st.lists(st.tuples(PLAIN, MARKS).map("".join), max_size=9))
def test_plain_words_are_known_at_once_and_rightly(parts: list[str]) -> None:
    text = "".join(parts)
    assert tokens(text, "nb", "en") == tokens(f"{text} \t", "nb", "en")


@given(made=st.lists(st.sampled_from(PAIRS), min_size=1, max_size=6))
def test_several_tokens_among_words_are_all_found(made: list[tuple[TokenKind, str]]) -> None:
    text = "Ord " + " og så ".join(token for _, token in made) + " ord."
    assert found(text) == [token for _, token in made]


SIGNS = "{}<>%`$#@/\\:.-+*=()[]&§°~^|_−²₂→😀αя中"


@pytest.mark.parametrize("sign", sample(SIGNS, 6))
def test_no_sign_repeated_without_end_takes_long(sign: str) -> None:
    # A time that grew with the square would be minutes here.
    for unit in (sign, f"{sign} ", f"a{sign}", f"1{sign}", f"я{sign}"):
        tokens(unit * (50_000 // len(unit)), "nb", "en")


@pytest.mark.parametrize("version", ["7.1.18", "12.3.2024"])
def test_figures_with_full_stops_are_a_date_in_norwegian_alone(version: str) -> None:
    assert [(each.start, each.end) for each in tokens(f"Update to {version} now.", "en", "nb")] == [
        (10, 10 + len(version))
    ]
    assert not tokens(f"Det var {version} vi dro.", "nb", "en")


def test_a_verb_behind_a_version_is_no_unit_of_it() -> None:
    text = "Appen iOS 16.4 krever mer."
    assert [text[each.start : each.end] for each in tokens(text, "nb", "en")] == ["16.4"]
