import shutil
from pathlib import Path
from typing import Any

import pytest

from reader.engine.attention import (
    DEFAULT_CHOICE,
    Aligner,
    AttentionChoice,
    attention_of,
    decoder_layers,
    load_model,
    longest_pieces,
    target_vocabulary,
    token_spans,
    with_choice,
)
from reader.errors import PackageError, TranslationError
from reader.packages import LanguagePackage, Tokenizer, find_packages, load_tokenizer
from reader.packages.installed import read_package

pytestmark = pytest.mark.usefixtures("shipped_pair")

WHOLE = AttentionChoice(layer=0, heads=0, shift=0, reliable=True, f1=0.9)
LAST = AttentionChoice(layer=1, heads=0, shift=0, reliable=True, f1=0.9)
SHIFTED = AttentionChoice(layer=1, heads=0, shift=1, reliable=True, f1=0.9)
SENTENCE = "Hunden bjeffet hver gang postmannen kom."


@pytest.fixture(scope="module")
def package() -> LanguagePackage:
    return next(p for p in find_packages().usable if p.starter and p.source == "nb")


@pytest.fixture(scope="module")
def tokenizer(package: LanguagePackage) -> Tokenizer:
    return load_tokenizer(package)


@pytest.fixture(scope="module")
def model(package: LanguagePackage) -> Any:
    return load_model(package, LAST, threads=1)


def int16(value: int) -> bytes:
    return b"\0\0\2\2\0\0\0" + value.to_bytes(2, "little", signed=True)


def test_the_choice_is_written_into_the_model_and_nothing_else_is_touched() -> None:
    layer, heads = b"decoder/alignment_layer", b"decoder/alignment_heads"
    before = b"head" + heads + int16(1) + b"between" + layer + int16(-1) + b"decoder/layer_4/tail"
    after = b"head" + heads + int16(0) + b"between" + layer + int16(4) + b"decoder/layer_4/tail"
    choice = AttentionChoice(layer=4, heads=0, shift=0, reliable=True, f1=0.9)
    assert with_choice({"model.bin": before, "config.json": b"{}"}, choice) == {
        "model.bin": after,
        "config.json": b"{}",
    }


@pytest.mark.parametrize(
    "model",
    [
        b"decoder/layer_0/weight",
        b"decoder/layer_0/weight decoder/alignment_layer",
        b"decoder/layer_0/weight decoder/alignment_layer\0\0\4\2",
        b"decoder/layer_1/weight decoder/alignment_layer" + int16(-1),
    ],
    ids=["says nothing", "cut", "of another type", "has no such layer"],
)
def test_a_model_that_does_not_offer_the_choice_is_left_as_it_is(model: bytes) -> None:
    assert with_choice({"model.bin": model}, WHOLE) == {"model.bin": model}


def test_the_decoder_layers_of_the_starter_package_are_counted(package: LanguagePackage) -> None:
    assert decoder_layers(package) == 2


def rows_of(package: LanguagePackage, tokenizer: Tokenizer, choice: AttentionChoice) -> list[list[float]]:
    results = load_model(package, choice, threads=1).translate_batch(
        [tokenizer.encode(SENTENCE)], beam_size=1, return_attention=True
    )
    return [[round(value, 6) for value in row] for row in results[0].attention[0]]


def test_another_choice_reads_another_attention(package: LanguagePackage, tokenizer: Tokenizer) -> None:
    last_layer_head_0 = AttentionChoice(layer=1, heads=1, shift=0, reliable=True, f1=0.9)
    read = [rows_of(package, tokenizer, choice) for choice in (DEFAULT_CHOICE, last_layer_head_0, WHOLE, LAST)]
    assert read[0] == read[1]
    assert read[1] != read[2] != read[3] != read[1]


@pytest.mark.parametrize("choice", [DEFAULT_CHOICE, LAST], ids=["as in the file", "chosen"])
@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_a_model_that_cannot_be_loaded_is_a_package_error(
    package: LanguagePackage, tmp_path: Path, choice: AttentionChoice, damage: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(package.path, copy)
    broken = read_package(copy)
    file = copy / "model" / "model.bin"
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:1000])
    with pytest.raises(PackageError, match="Install the package again"):
        load_model(broken, choice, threads=1)


ROWS = ((0.1, 0.9), (0.2, 0.8), (0.3, 0.7))


@pytest.mark.parametrize(
    ("raw", "shift", "expected"),
    [
        (ROWS, 0, ROWS[:2]),
        (ROWS, 1, ROWS[1:]),
        (ROWS[:2], 1, (ROWS[1], ROWS[1])),
        (((0.1, 0.8, 0.1), (0.5,)), 0, ((0.1, 0.8), (0.5, 0.0))),
        ((), 1, ()),
    ],
    ids=["own rows", "next rows", "no row behind the last", "columns too many and too few", "no rows"],
)
def test_rows_belong_to_the_target_tokens(
    raw: tuple[tuple[float, ...], ...], shift: int, expected: tuple[tuple[float, ...], ...]
) -> None:
    choice = AttentionChoice(layer=0, heads=0, shift=shift, reliable=True, f1=0.9)
    found = attention_of(["a", "b"], ["c", "d"], raw, choice)
    assert (found.source_tokens, found.target_tokens, found.rows) == (("a", "b"), ("c", "d"), expected)


def test_aligning_the_models_own_translation_gives_the_attention_it_had(model: Any, tokenizer: Tokenizer) -> None:
    result = model.translate_batch([tokenizer.encode(SENTENCE)], beam_size=1, return_attention=True)[0]
    [found] = Aligner(model, tokenizer, LAST).align([(SENTENCE, tokenizer.decode(result.hypotheses[0]))])
    assert list(found.target_tokens) == result.hypotheses[0]
    for row, expected in zip(found.rows, result.attention[0], strict=True):
        assert row == pytest.approx(expected, abs=1e-4)


def test_any_text_is_aligned_row_by_row_whatever_the_lengths(model: Any, tokenizer: Tokenizer) -> None:
    pairs = [
        ("Nei.", "No, not at all, I am afraid, said the old man by the window."),
        (SENTENCE, "Never."),
        ("Ja", "x"),
    ]
    together = Aligner(model, tokenizer, LAST).align(pairs)
    for pair, found in zip(pairs, together, strict=True):
        assert list(found.source_tokens) == tokenizer.encode(pair[0])
        assert list(found.target_tokens) == tokenizer.encode(pair[1])
        assert [len(row) for row in found.rows] == [len(found.source_tokens)] * len(found.target_tokens)
        [alone] = Aligner(model, tokenizer, LAST).align([pair])
        for row, expected in zip(found.rows, alone.rows, strict=True):
            assert row == pytest.approx(expected, abs=0.02)  # int8: batches are not bit-identical


def test_with_shift_1_even_the_last_token_has_the_row_of_the_next_step(model: Any, tokenizer: Tokenizer) -> None:
    [own] = Aligner(model, tokenizer, LAST).align([(SENTENCE, "The dog barked")])
    [next_rows] = Aligner(model, tokenizer, SHIFTED).align([(SENTENCE, "The dog barked")])
    assert next_rows.rows[:-1] == own.rows[1:]
    assert next_rows.rows[-1] != own.rows[-1]


def test_an_empty_text_has_no_attention(model: Any, tokenizer: Tokenizer) -> None:
    found = Aligner(model, tokenizer, LAST).align([("", "No."), ("Nei.", ""), ("", "")])
    assert [attention.rows for attention in found] == [(), (), ()]
    assert Aligner(model, tokenizer, LAST).align([]) == []


class FailingModel:
    def translate_batch(self, *arguments: object, **options: object) -> list[object]:
        raise RuntimeError("out of memory")


class Letters:
    def encode(self, text: str) -> list[str]:
        return list(text)

    def decode(self, tokens: object) -> str:
        raise AssertionError


def test_a_failing_model_is_a_translation_error() -> None:
    with pytest.raises(TranslationError):
        Aligner(FailingModel(), Letters(), LAST).align([("Nei", "No")])


class KeepingModel:
    """Has no attention, and records the target prefixes it was given."""

    def __init__(self) -> None:
        self.forced: list[list[str]] = []

    def translate_batch(
        self, source: list[list[str]], target_prefix: list[list[str]], **options: object
    ) -> list[object]:
        self.forced = target_prefix
        attention = [[[float(i)] * len(s) for i in range(len(t))] for s, t in zip(source, target_prefix, strict=True)]
        return [type("Result", (), {"attention": [rows]}) for rows in attention]


def test_the_row_of_a_multilingual_models_prefix_is_left_out() -> None:
    model = KeepingModel()
    [found] = Aligner(model, Letters(), LAST, target_prefix=">>nob<<").align([("a", "no")])
    assert model.forced == [[">>nob<<", "n", "o", "o"]]
    assert found.rows == ((1.0,), (2.0,))


def test_the_target_is_cut_into_pieces_that_the_model_writes() -> None:
    model = KeepingModel()
    [found] = Aligner(model, Letters(), LAST, vocabulary={"▁the", "▁cat", "s"}).align([("a", "the cats")])
    assert found.target_tokens == ("▁the", "▁cat", "s")


def test_where_the_tokenizer_cuts_the_target_no_finer_its_cut_is_kept() -> None:
    [found] = Aligner(KeepingModel(), Letters(), LAST, vocabulary={"▁", "c", "a", "t"}).align([("a", "cat")])
    assert found.target_tokens == ("c", "a", "t")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("the cats", ["▁the", "▁cat", "s"]), ("the dog", []), ("", [])],
    ids=["known", "unknown", "empty"],
)
def test_the_longest_pieces_of_a_vocabulary_spell_a_text_or_there_are_none(text: str, pieces: list[str]) -> None:
    assert longest_pieces(text, {"▁", "▁t", "▁the", "h", "e", "▁cat", "s"}) == pieces


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"shared_vocabulary.json": '["<s>", "▁a"]'}, {"<s>", "▁a"}),
        ({"source_vocabulary.txt": "▁b\n", "target_vocabulary.txt": "<s>\n▁a\n"}, {"<s>", "▁a"}),
        ({"shared_vocabulary.txt": "a@@\nb\n"}, set()),
        ({"shared_vocabulary.json": "{"}, set()),
        ({"shared_vocabulary.json": "[1]"}, set()),
        ({}, set()),
    ],
    ids=["json", "one for each side", "not SentencePiece", "damaged", "not of text", "none"],
)
def test_the_target_vocabulary_is_read_from_the_model(
    tmp_path: Path, files: dict[str, str], expected: set[str]
) -> None:
    (tmp_path / "model").mkdir()
    for name, text in files.items():
        (tmp_path / "model" / name).write_text(text, "utf-8")
    assert target_vocabulary(LanguagePackage(tmp_path, "nb", "en", "1", False)) == expected


@pytest.mark.parametrize(
    ("text", "tokens", "spelled"),
    [
        ("En katt.", ["▁En", "▁ka", "tt", "."], ["En", "ka", "tt", "."]),
        ("Ærlig 😀!", ["▁", "<0xC3>", "<0x86>", "r", "lig", "▁😀", "!"], [None, "Æ", "Æ", "r", "lig", "😀", "!"]),
        ("A&B's", ["A", "&amp;", "B", "&apos;s"], ["A", "&", "B", "'s"]),
        ("lesere her", ["les@@", "ere", "her"], ["les", "ere", "her"]),
        ("«Hva?» sa han", ['▁"', "Hva", "?", '"', "▁sa", "▁han"], [None, "Hva", "?", None, "sa", "han"]),
        ("Vent… ½ ﬁsk", ["▁Vent", "...", "▁1⁄2", "▁fi", "sk"], ["Vent", "…", "½", "ﬁ", "sk"]),
        ("en en", ["▁en", "▁en"], ["en", "en"]),
        ("katt", ["▁hund"], [None]),
        ("", ["▁a", ""], [None, None]),
    ],
    ids=[
        "SentencePiece",
        "bytes",
        "entities",
        "subwords",
        "other quotes",
        "compatibility",
        "repeated",
        "other",
        "empty",
    ],
)
def test_tokens_are_found_in_their_text(text: str, tokens: list[str], spelled: list[str | None]) -> None:
    assert [text[slice(*span)] if span else None for span in token_spans(text, tokens)] == spelled


def test_repeated_tokens_are_found_one_after_another() -> None:
    assert token_spans("en en", ["▁en", "▁en"]) == [(0, 2), (3, 5)]
