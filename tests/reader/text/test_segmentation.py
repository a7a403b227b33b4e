"""Sentence spans: a table of hard cases in Bokmål and English, and what holds for any text."""

import pytest
from hypothesis import example, given, strategies as st

from reader.text import split_sentences

# One case per line; "|" is a space between two sentences.
BOKMAAL = """\
Skriv `Hei. Du` i feltet.|Så går det.
Kall skriv("Hei. Du", 3).|Da vises det.
Kurven har {n, plural, one {en ting. Ja} other {# ting. Nei}}.|Gå videre.
Vis {{ navn. Etternavn }} her.|Ferdig.
Åpne fil.txt.|Neste er v2.1.|Da har vi {0}.|{1} kommer.
Det can`t være.|Et `enkelt tegn.|Så er det slutt.
Hvor er {navn}? :smile:|Der er hun.
Slutten er her.​|En ny begynner.
Møtet begynner kl. 10.30 på torsdag.|Ta med kaffe.
Kl. 10 går toget.|Det er fullt.
Talen til pres. Lindqvist varte i en time.
Jf. nr. 3 i listen.|Resten utgår.
Epler, pærer osv. er på tilbud.
Vi kjøpte epler, pærer osv.|Så dro vi hjem.
«Hvorfor?» spurte han.|«Fordi,» sa hun.
«Kom hit!» ropte moren.|Gutten løp.
Hun fyller år 19. september og feirer 20. september.
Det var under 2. verdenskrig.|Alle var redde.
Kontoret ligger i 3. etasje.|Heisen er ødelagt.
De skrev om 2. Verdenskrig i hele 3. Klasse.
Huset ble solgt i 2015.|Siden da har det stått tomt.
Han kom på plass nummer 12.|Broren vant.
1. Åpning av møtet
2. Valg av ordstyrer.|Kari ble valgt.
1.2. Virkeområdet er uendret.
§ 3. Loven gjelder på Svalbard.
b. Søknaden er for sen.
IV. Kapittelet om havet.|Det er langt.
Romanen er av J. K. Ronæss.|Den er tykk.
Inge D. Bakkes vei 4 er stengt.
H.C. Lie og J.-P. Moe kom først.
Han har A.|Det er bestått.
Vi går for plan B.|Norge må vente.
Hun tar vitamin C.|Kari tar ingenting.
Kong Harald V.|Han er gammel nå.
Prisen er 3 mill. kroner, altså ca. 300 000 euro.
Prisen er nå 3 mill.|Før var den 2 mrd.|Alt stiger.
Det koster 50 kr.|Det er billig.
Møtet er 5. jan. 2021 i Oslo.
Hun har bl.a. Norge, Sverige m.fl. på listen.
Ta med f.eks. Oslo-kartet.|Det er best.
Vi så hester, kyr o.l.|Barna var glade.
Bygget er fra 500 f.Kr. og ligger i Roma.
Byen falt i år 480 f.Kr.|Grekerne kom tilbake.
Byen falt i år 480 f. Kr. og ble bygget igjen.
Iflg. Aftenbladet er det pga. Covid.
Hun er prof. Hansens sjef, og dr. Berg er hans.
Adm.dir. Ola Lie sluttet.|Ass. dir. Kari Moe overtok.
St. Olavs gate er lang.|St.meld. nr. 5 er kort.
Vi tok inn på St. Hans hotell.
– Hei.|– Hallo, sa han.
- Er du der?|- Ja, sa hun.|Det var stille.
– Stopp! – ropte han og løp.
– Nei, sa Per.|– Det vil jeg ikke ... og ikke du heller.
Jeg vet ikke...|Kanskje i morgen.
Jeg vet ikke… men kanskje i morgen.
Hun venter ... på hva?
Vi var bare tre ...|- ... men det holdt.
«... og så kom han hjem», sa hun.|Ingen svarte.
«Det er sent.|Jeg går.»|Han reiste seg.
Hun sa: «Gå nå.» og gikk selv.
(Se side 12.)|Det står mer der.
Han var sen (ca. en time).|Toget gikk.
Det var gratis (!) for alle og (?) Kari.
Hun sa: " Kom nå. "
Han heter " Nap ".|Brevet er datert.
Se www.eksempel.no/side.html?a=1.|Den virker.
Skriv til ola.lie@post.no.|Svar kommer.
Vi bruker Node.js og Vue.js.|Filen heter rapport.v2.docx.
Hun jobber i PR.|Han jobber i OL.|NRK sender.
Versjon 3.11.4 kom i går.|20 mennesker lastet den ned.
Lag nr. 3, kap. 4, s. 23 og fig. 7 er feil.
Temaet var 1980-tallet.|1984 var et godt år.
Jeg kjøpte en ny telefon.|iPhone er dyrt.
Det er altså greit.|jeg kommer snart.
Møtet er avlyst, jf. avd. 2 og tlf. 22 33 44 55.
Dette er sant.[1]|Dette er ikke sant.²|Neste.
Dette er **viktig.**|*Dette* er ikke viktig.
Takk! 😊|Vi ses :)
Gratulerer! :)|Du vant.
Hva nå?!|Ingen vet.
Hun bor i USA.|Han bor i EU.
Jan. og feb. er kalde.
Du, jeg m.m. skal dit.|Ikke de.
Dvs. Norge tapte.|Ja.
Lørdag 12. Mai ble det snø.
De 27. og 28. landene er med.
Han ble nr. 2.|(Kari ble nr. 3.)|Ola gikk.
Han ble nr. 2.|Nok en gang tapte Kari.
Det kostet 3 mill. NOK i fjor.|Vi tjente 5 mrd.|Alt gikk bra.
Dr. med. Lie og stud.jur. Moe kom.|Cand. philol. Berg ble hjemme.
Hun studerer med.|Hans gjør det ikke.
Hun bor i Storgt. 5.|Han løp 5 km.|20 kom etter.
Se Rt. 1995 s. 17.|Dommen er viktig.
P.S. Husk melk.
Møt opp kl.10.|Det er sent.
§ 3-1. Innmelding skjer til styret.|Det svarer raskt.
§§ 3-3 til 3-5. (Opphevet)
Kapittel 3. Medlemmenes rettigheter
Art. 6. Oppløsning
Del II. Om fjellet
Vedlegg A. Kart over bygda
Tabell 2. Antall egg per kake
Sak 12/24. Valg av leder
Vi leste kapittel 3.|Det var kort.
tabell 2.|Norge er med.
Se jf. § 2-4 første ledd nr. 2 bokstav b.|Styret svarer.
Kravet følger av litra a.|Norge har godtatt det.
Se figur C.|Norge er blått.
Resultatet ble 2–1.|«Rettferdig», sa treneren.
"""
ENGLISH = """\
Mr. Lee met Mrs. Park and Dr. Oduya at St. Mary's.|They talked.
We left at 5 p.m. Saturday and came home at 9 a.m.|Tom drove.
We left at 5 p.m. and slept.|Nobody woke.
The U.S. Navy sailed.|He lives in the U.S.|The weather is fine.
Use a knife, e.g. The Cutter, i.e. a sharp one.
Bring bread, milk, etc. for lunch.
Bring bread, milk, etc.|Lunch is at one.
It was Lee vs. Park in room No. 5, see fig. 3.
He said no.|Then he left.
She has a Ph.D. in physics.|He has none.
Acme Inc. is big, Bolt Ltd. is not.
She works for Acme Inc.|They pay well.
Martin Lund Jr. Park is closed.
J. R. R. Holm wrote it.|George W. Ash did not.
We need plan B.|Tom has one.
She is taller than I.|Tom is not.
"Why?" he asked.|"Because," she said.
“Stop!” Tom shouted.|Nobody did.
“Did it rain?”|She looked outside.
"I know."|She smiled.
He paused...|Then he spoke.
He paused… then he spoke.
Node.js is fast.|See https://example.org/a.b?c=d.|Good.
Write to a.b@example.org.|We answer.
Version 2.0.1 costs $3.50.|It works.
In 1999.|Back then, 20 people came.
Roe v. Lund was decided in Jan. 1973, approx. 50 years ago.
1. Introduction
2. The method.|It is simple.
(He was late.)|She was not.
He was late (again!) and she knew.
Who came?|Gen. Holm, Sen. Park and Capt. Ash did.
Wait!|What?!|No.
It rained. . . and then it stopped.
The end.*|Next page.
“It is late.”|“It is.”
He ate 5 lbs. of fish.|It was good.
That is all.|iPads are extra.
The file a.txt is here.|So is b.txt.
Section 4. Scope of the act
Appendix B. Maps of the coast
See table A.|Norway is blue.
"""


def sentences(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize("case", BOKMAAL.splitlines())
def test_bokmaal_ends_where_a_reader_would(case: str) -> None:
    assert sentences(case.replace("|", " "), "nb") == case.split("|")


@pytest.mark.parametrize("case", ENGLISH.splitlines())
def test_english_ends_where_a_reader_would(case: str) -> None:
    assert sentences(case.replace("|", " "), "en") == case.split("|")


def test_nynorsk_is_split_like_bokmaal() -> None:
    text = "Me møtest kl. 10 den 5. mai, jf. brevet. Ta med kaffi."
    assert split_sentences(text, "nn") == split_sentences(text, "nb")


@pytest.mark.parametrize("language", ["sv", "de", "", "xx"])
def test_other_languages_get_the_common_rules(language: str) -> None:
    text = "Dr. Holm, ca. 50, kom den 5. maj. Han gick 1999. Varför?"
    assert sentences(text, language) == ["Dr. Holm, ca. 50, kom den 5. maj.", "Han gick 1999.", "Varför?"]


@pytest.mark.parametrize("text", ["", " ", "\n", " \r\n\t\u00a0\u2003\n "])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert split_sentences(text, "nb") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over linjen\nunder den", ["over linjen", "under den"]),
        ("Møt kl.\n10", ["Møt kl.", "10"]),
        ("Ett. \r\n\n \n To", ["Ett.", "To"]),
        ("\n\nbare én\n", ["bare én"]),
        ("Hei.\u00a0Du.\u2003Vent.\tNå.", ["Hei.", "Du.", "Vent.", "Nå."]),
    ],
)
def test_a_newline_always_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text, "nb") == expected


def test_spans_count_code_points_of_the_unchanged_text() -> None:
    assert split_sentences("  😀 Hei.  A\u030a ja!", "nb") == [(2, 8), (10, 16)]


MARKS = [*'"«»()\n ', ".", ". ", "... ", "…", "? ", "! ", "– ", "[1]", "**", "\u00a0", "\r\n"]
WORDS = ["kl. ", "osv. ", "12. ", "1984. ", "mai ", "J. ", "U.S. ", "ord", "Ord ", "a.b", " :)"]
ODDITIES = ["😀", "👩‍👩‍👧", "e\u0301", "\u200b", "\ud800"]
PIECES = st.sampled_from([*MARKS, *WORDS, *ODDITIES])
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(ANY_TEXT, st.sampled_from(["nb", "nn", "en", "sv"]))
@example("\ud83d. \ude00 A\u0308. \u200bB", "nb")
@example(". " * 50 + '" ' * 50 + "A", "en")
def test_spans_are_ordered_trimmed_and_cover_all_but_white_space(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    bounds = [0, *(bound for span in spans for bound in span), len(text)]
    assert bounds == sorted(bounds)
    assert all(text[start:end] and text[start:end] == text[start:end].strip() for start, end in spans)
    between = zip(bounds[0::2], bounds[1::2], strict=True)
    assert not "".join(text[start:end] for start, end in between).strip()


@given(ANY_TEXT, st.sampled_from(["nb", "en"]))
def test_no_sentence_of_any_text_holds_a_newline(text: str, language: str) -> None:
    assert not any("\n" in sentence for sentence in sentences(text, language))


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(["nb", "en"]))
@example('Ja. "', ": nei", "nb")
def test_lines_are_split_on_their_own(first: str, second: str, language: str) -> None:
    apart = [*sentences(first, language), *sentences(second, language)]
    assert sentences(f"{first}\n{second}", language) == apart


@pytest.mark.parametrize("unit", [".", '"', " ", "\n", '."', ". ", "« ", "(...)", "😀.", "J. ", "1. "])
def test_a_long_run_of_one_mark_is_covered_whole(unit: str) -> None:
    text = "a" + unit * 20_000
    assert "".join("".join(sentences(text, "nb")).split()) == "".join(text.split())
