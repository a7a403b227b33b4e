"""The translation memory as a TMX file, read back by a parser that did not write it, and by the import."""

import tracemalloc
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from reader.errors import CancelledError, OutputError
from reader.export import export_memory, tmx_bytes
from reader.memory import Memory, import_tmx
from reader.parallel import Hypothesis, user_edit
from tests.reader.export.parallels import STORY
from tests.reader.export.tmx_dtd import faults

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OLD, NEW, BACK = "translate-nb_en 1.8 5", "translate-nb_en 1.9 6", "translate-en_nb 1.9 7"
Unit = dict[str, str]


def keep(memory: Memory, source: str, target: str, **edits: str) -> None:
    assert memory.keep_edits(source, target, {f"{text}.": user_edit(text, edits[text]) for text in edits})


@pytest.fixture
def full(memory: Memory) -> Memory:
    """Edits in both directions, and translations by three packages."""
    keep(memory, "nb", "en", Hei="Hi there.", Ja="Yes.")
    keep(memory, "en", "nb", No="Nei.")
    memory.store(OLD, {"Hei.": Hypothesis("Hey.", 0.0), "Takk.": Hypothesis("Ta.", 0.0)})
    memory.store(NEW, {"Takk.": Hypothesis("Thanks.", 0.0)})
    memory.store(BACK, {"Bye.": Hypothesis("Ha det.", 0.0)})
    return memory


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., list[Unit]]:
    """Exports a memory; the units have no faults and are given as languages with texts, in their order."""

    def export(memory: Memory, *languages: str, machine: bool = False) -> list[Unit]:
        path = tmp_path / "ut.tmx"
        number = export_memory(memory, path, *languages, machine=machine)
        assert faults(path.read_bytes()) == ""
        units = etree.parse(path).getroot().findall("body/tu")
        assert len(units) == number
        return [{v.get(LANG): "".join(v.find("seg").itertext()) for v in unit.findall("tuv")} for unit in units]

    return export


def test_what_the_user_made_is_exported_source_first(full: Memory, export: Callable[..., list[Unit]]) -> None:
    units = export(full)
    assert units == [{"en": "No.", "nb": "Nei."}, {"nb": "Hei.", "en": "Hi there."}, {"nb": "Ja.", "en": "Yes."}]
    assert list(units[1]) == ["nb", "en"]


def test_languages_can_be_chosen(full: Memory, export: Callable[..., list[Unit]]) -> None:
    assert export(full, "en") == export(full, "", "nb") == [{"en": "No.", "nb": "Nei."}]
    assert len(export(full, "nb", "en")) == 2


def test_machine_translations_come_only_if_asked_for_and_where_there_is_no_edit_and_none_by_a_later_package(
    full: Memory, export: Callable[..., list[Unit]], tmp_path: Path
) -> None:
    added = [unit for unit in export(full, machine=True) if unit not in export(full)]
    assert added == [{"en": "Bye.", "nb": "Ha det."}, {"nb": "Takk.", "en": "Thanks."}]
    export(full, "nb", machine=True)
    props = [unit.find("prop") for unit in etree.parse(tmp_path / "ut.tmx").iter("tu")]
    told = [(prop.get("type"), prop.text) for prop in props]
    assert told == [("x-edited", "yes"), ("x-edited", "yes"), ("x-machine-translation", NEW)]


def test_the_file_says_which_text_is_the_source(
    full: Memory, export: Callable[..., list[Unit]], tmp_path: Path
) -> None:
    export(full)
    root = etree.parse(tmp_path / "ut.tmx").getroot()
    assert root.find("header").get("srclang") == "*all*"
    assert [unit.get("srclang") for unit in root.iter("tu")] == ["en", "nb", "nb"]
    export(full, "nb")
    root = etree.parse(tmp_path / "ut.tmx").getroot()
    assert root.find("header").get("srclang") == "nb"
    assert not [unit for unit in root.iter("tu") if unit.get("srclang")]


def test_a_package_of_unknown_languages_is_left_out(memory: Memory, export: Callable[..., list[Unit]]) -> None:
    keep(memory, "nb", "en", Hei="Hi.")
    memory.store("something else", {"Ja.": Hypothesis("Yes.", 0.0)})
    assert export(memory, machine=True) == [{"nb": "Hei.", "en": "Hi."}]


@pytest.mark.parametrize("languages", [(), ("sv",), ("", "sv")])
def test_where_there_is_nothing_no_file_is_written(languages: tuple[str, ...], memory: Memory, tmp_path: Path) -> None:
    if languages:
        keep(memory, "nb", "en", Hei="Hi.")
    memory.store(NEW, {"Ja.": Hypothesis("Yes.", 0.0)})
    with pytest.raises(OutputError, match=r"^The translation memory has nothing to export\.$"):
        export_memory(memory, tmp_path / "ut.tmx", *languages)
    assert not (tmp_path / "ut.tmx").exists()


def test_more_than_a_page_comes_whole_in_little_memory_and_tells_how_far_it_is(memory: Memory, tmp_path: Path) -> None:
    edit = user_edit("", "Sentence.")
    texts = [f"Sentence {number}. {'x' * 2000}" for number in range(5000)]
    edits = {f"Setning {number}.": replace(edit, text=text) for number, text in enumerate(texts)}
    memory.keep_edits("nb", "en", edits)
    del texts, edits
    told: list[tuple[int, int]] = []
    tracemalloc.start()
    try:
        assert export_memory(memory, tmp_path / "ut.tmx", progress=lambda *done: told.append(done)) == 5000
        assert tracemalloc.get_traced_memory()[1] < (tmp_path / "ut.tmx").stat().st_size
    finally:
        tracemalloc.stop()
    segments = {segment.text for segment in etree.parse(tmp_path / "ut.tmx").iter("seg")}
    assert len(segments) == 10000
    assert told == sorted(told) and len(told) > 5 and {of for _, of in told} == {5000}


def test_an_export_that_is_cancelled_leaves_the_old_file(full: Memory, tmp_path: Path) -> None:
    path = tmp_path / "ut.tmx"
    path.write_text("before")
    with pytest.raises(CancelledError):
        export_memory(full, path, cancelled=lambda: True)
    assert path.read_text() == "before" and list(tmp_path.glob(".*")) == []


def test_a_memory_that_cannot_be_read_is_told_and_leaves_the_old_file(full: Memory, file: Path, tmp_path: Path) -> None:
    path = tmp_path / "ut.tmx"
    path.write_text("before")

    def close(_done: int, _of: int) -> None:
        full.close()

    keep(full, "nb", "en", **{f"Setning{number}": "Sentence." for number in range(4000)})
    with pytest.raises(OutputError, match=r"^The translation memory cannot be read\.$"):
        export_memory(full, path, progress=close)
    assert path.read_text() == "before"


def test_the_export_of_a_document_has_no_faults_either() -> None:
    assert faults(tmx_bytes(STORY)) == ""


# Round trip


def test_machine_translations_that_come_back_are_no_edits(full: Memory, tmp_path: Path) -> None:
    export_memory(full, tmp_path / "ut.tmx", "nb", machine=True)
    full.forget_everything()
    report = import_tmx(tmp_path / "ut.tmx", "nb", "en", full)
    assert [str(sentence) for sentence in report.sentences()] == [
        "2 sentences were added.",
        "One machine translation was left out.",
    ]
    assert full.edits("nb", "en", ["Hei.", "Ja.", "Takk."]).keys() == {"Hei.", "Ja."}


def test_each_direction_comes_back_by_itself(full: Memory, tmp_path: Path) -> None:
    export_memory(full, tmp_path / "ut.tmx")
    full.forget_everything()
    assert import_tmx(tmp_path / "ut.tmx", "nb", "en", full, both=True, said=True).added == 3
    assert full.amounts() == [("en", "nb", 0, 0, 1), ("nb", "en", 0, 0, 2)]


_WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=8)
_PIECES = st.lists(st.one_of(_WORDS, _WORDS.map(lambda code: f"\ufdd0{code}\ufdd1")), min_size=1, max_size=5)
_SENTENCES = _PIECES.map(" ".join)


@given(st.dictionaries(_SENTENCES, _SENTENCES, min_size=1, max_size=5))
def test_what_is_exported_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]) -> None:
    folder = tmp_path_factory.mktemp("memory")
    edits = {source: user_edit(source, target) for source, target in texts.items()}
    with closing(Memory(folder / "one")) as one, closing(Memory(folder / "other")) as other:
        one.keep_edits("nb", "en", edits)
        export_memory(one, folder / "ut.tmx")
        assert faults((folder / "ut.tmx").read_bytes()) == ""
        import_tmx(folder / "ut.tmx", "nb", "en", other)
        assert other.edits("nb", "en", list(edits), exactly=True) == edits


def test_imported_sentences_are_exported_as_such_and_none_behind_an_edit(memory: Memory, tmp_path: Path) -> None:
    out = tmp_path / "ut.tmx"
    keep(memory, "nb", "en", Hei="Hi there.", Ja="Yes.")
    export_memory(memory, out)
    memory.forget_everything()
    import_tmx(out, "nb", "en", memory)
    keep(memory, "nb", "en", Hei="Hi.")
    memory.store(NEW, {"Ja.": Hypothesis("Yeah.", 0.0)})
    assert export_memory(memory, out, machine=True) == 2
    units = etree.parse(out).getroot().findall("body/tu")
    assert [[prop.get("type") for prop in unit.findall("prop")] for unit in units] == [["x-edited"], ["x-imported"]]
