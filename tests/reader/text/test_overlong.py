"""Long runs that are not language: what is recognised, and what is not."""

import base64
import random

import pytest
from hypothesis import given, strategies as st

from reader.engine.tokens_linked import shortened
from reader.processing import plan, warnings
from reader.processing.nontranslatables import names
from reader.text import long_runs

CHANCE = random.Random(1)
KEY = base64.b64encode(CHANCE.randbytes(120)).decode()
LINES = [base64.b64encode(CHANCE.randbytes(57)).decode() for _ in range(4)]
SEQUENCE = ["".join(CHANCE.choices("ACGT", k=60)) for _ in range(3)]
DUMP = [
    f"{16 * i:08x}: {' '.join(CHANCE.randbytes(2).hex() for _ in range(8))}  {'..a b.ELF x..[|]'}" for i in range(3)
]
HEXDUMP = [
    f"{16 * i:08x}  {CHANCE.randbytes(8).hex(' ')}  {CHANCE.randbytes(8).hex(' ')}  |{'.' * 16}|" for i in range(3)
]
SCRIPT = (
    "function ax(by,cz){return by.cz?ax(cz):null}var dx=by[cz]||new by(cz);if(ax===by&&!cz)throw new Error(ax);"
    "for(var i=0;i<by.length;i++)cz.push(by[i]);"
)
COMPOUND = "menneskerettighetsorganisasjonsmedlemskapskontingentbetaling"


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in long_runs(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param(f"Se {KEY} her.", [KEY], id="base64"),
        pytest.param("x" * 101, ["x" * 101], id="101 characters"),
        pytest.param(f"Her: {'0af9' * 30}.", ["0af9" * 30], id="hexadecimal digits, before a full stop"),
        pytest.param(f"Han sa «{KEY}», sier hun", [KEY], id="within quotation marks"),
        pytest.param('["' + '","'.join(["abc"] * 40) + '"]', ['["' + '","'.join(["abc"] * 40) + '"]'], id="JSON"),
        pytest.param(f"Nøkkel: {' '.join(LINES)} Slutt.", [" ".join(LINES)], id="lines of base64"),
        pytest.param(
            "\n".join([*LINES, "QmF6"]) + "\nSlutt.", ["\n".join([*LINES, "QmF6"])], id="and a short last one"
        ),
        pytest.param(f"Gen {' '.join(SEQUENCE)} her", [" ".join(SEQUENCE)], id="DNA in lines"),
        pytest.param(f"Fil: {' '.join(DUMP)}", [" ".join(DUMP)], id="a dump of bytes"),
        pytest.param("\n".join(HEXDUMP), ["\n".join(HEXDUMP)], id="a dump with bars"),
        pytest.param(SCRIPT, [SCRIPT[:-1] + ";"], id="minified code"),
        pytest.param(f"Koden {SCRIPT} kjører.", [SCRIPT.removeprefix("function ")], id="code within a sentence"),
        pytest.param(f"Innledning{'.' * 120}7", ["." * 120], id="leaders beside words"),
        pytest.param(f"Navn: {'_' * 130} Dato:", ["_" * 130], id="a line to write on"),
        pytest.param("-" * 300, ["-" * 300], id="a separator"),
        pytest.param(f"這是{'A' * 101}這是", ["A" * 101], id="among ideographs"),
        pytest.param("se https://a.no/" + "b" * 2000 + ".", ["https://a.no/" + "b" * 2000], id="an address"),
    ],
)
def test_what_no_language_has_is_found(text: str, runs: list[str]) -> None:
    assert found(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("x" * 100 + ".", id="100 characters"),
        pytest.param(f"{COMPOUND} {COMPOUND} {COMPOUND}", id="compounds"),
        pytest.param("這是一個沒有空格的句子，" * 40, id="Chinese"),
        pytest.param("これはペンです。" * 40, id="Japanese"),
        pytest.param("띄어쓰기없는문장" * 40, id="Korean"),
        pytest.param("превысокомногорассмотрительствующий" * 4, id="Cyrillic"),
        pytest.param("ηλεκτροεγκεφαλογράφημα" * 8, id="Greek"),
        pytest.param("وسيكتبونها" * 15, id="Arabic"),
        pytest.param("ภาษาไทยไม่มีช่องว่าง" * 10, id="Thai"),
        pytest.param("ord\u200b" * 60, id="zero-width spaces"),
        pytest.param("men\u00adneske\u00adrettig\u00adhets" * 4, id="soft hyphens are no letters"),
        pytest.param(f"Innledning {'.' * 30} 7 Bakgrunn {'.' * 30} 9", id="usual leaders"),
        pytest.param("Se (Hansen, 2001; Lie, 2003), [1][2], f(x)=2x, $5 og (s)he. " * 5, id="prose with signs"),
        pytest.param("2019 2020 2021 2022 2023 " * 20, id="columns of years"),
        pytest.param("De fadda da de, be de da de fe de ad. " * 5, id="words of the letters a to f"),
    ],
)
def test_language_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        pytest.param(f"Se {KEY} her.", ("Se", "her"), id="in the middle"),
        pytest.param(f"Her er nøkkelen: {KEY}", ("Her er nøkkelen",), id="at the end"),
        pytest.param(f"– {KEY} er nøkkelen.", ("er nøkkelen",), id="at the beginning"),
        pytest.param(f"Innledning{'.' * 120}7", ("Innledning",), id="leaders"),
        pytest.param(f"Les https://a.no/{KEY} nå, og {COMPOUND}", ("Les", f"nå, og {COMPOUND}"), id="a long address"),
        pytest.param(KEY, (), id="nothing else"),
    ],
)
def test_no_model_is_asked_about_a_run_but_about_the_words_around_it(sentence: str, pieces: tuple[str, ...]) -> None:
    assert plan(sentence).pieces == pieces


def test_the_words_around_a_run_come_back_into_one_sentence() -> None:
    assert plan(f"Se {KEY} her.").join(["See.", "Here."]) == f"See {KEY} here."


def test_addresses_are_protected_as_they_are_within_and_beside_runs() -> None:
    address = "https://a.no/" + "b" * 200
    text = f"Se ({address}), og {KEY} på vg.no."
    assert [text[slice(*span)] for span in names(text)] == [address, KEY, "vg.no"]
    text = f'["{address}","{address}"]'
    assert [text[slice(*span)] for span in names(text)] == [address, address]


@pytest.mark.parametrize("run", [KEY, SCRIPT.removeprefix("function "), " ".join(DUMP), "1 " + "9" * 150, "ab" * 80])
def test_what_is_in_a_run_is_nothing_to_warn_of(run: str) -> None:
    assert warnings(f"Se filen {run} her og nå.", f"See the file {run} here and now.") == ()


def test_a_run_hides_nothing_that_is_wrong_around_it() -> None:
    run = "ab" * 80
    assert warnings(f"Vi har 12 {run} her.", f"We have {run} here.") == ("number",)
    zeros = " ".join(f"{16 * i:08x}: {' '.join(['0000'] * 8)}" for i in range(3))
    assert warnings(f"Se {zeros} her.", f"See {zeros} the the the the the.") == ("repetition",)
    rest = "here and so on and on, for ever and a day."
    assert warnings(f"Se {run} her.", f"See {run} {rest}") == ("long",)


RUNS = st.sampled_from(
    [KEY, "a" * 101, "_" * 150, " ".join(LINES), "\n".join(DUMP), SCRIPT, "https://a.no/" + "b" * 120, "ACGT" * 40]
)
WORDS = st.sampled_from(
    ["Se", "her", "katten,", "12,5", "«ja»", "NEI", "vg.no", "– ", "\t", "   ", ".", "水", "", " ", "\n"]
)
TEXTS = st.lists(st.one_of(WORDS, RUNS, st.text(max_size=5)), max_size=8).map(" ".join)


@given(text=TEXTS)
def test_runs_are_in_order_without_overlap_and_long(text: str) -> None:
    end = 0
    for start, stop in long_runs(text):
        assert end <= start
        assert stop - start > 100
        end = stop
    assert end <= len(text)


@given(text=TEXTS)
def test_whatever_the_model_says_a_run_stays_to_the_letter(text: str) -> None:
    planned = plan(text)
    runs = found(text)
    said = planned.join(["x"] * len(planned.pieces))
    assert [run for run in runs if run not in said] == []
    assert planned.join(planned.pieces) == text


@given(text=TEXTS)
def test_a_shortened_text_knows_where_everything_was(text: str) -> None:
    short, _ = shortened(text, "", ())
    assert short.before((0, len(short.text))) == (0, len(text))
    for place, character in enumerate(short.text):
        start, end = short.before((place, place + 1))
        assert text[start:end] == character or (start, end) in long_runs(text)
