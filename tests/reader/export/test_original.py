"""The translation in the document's own file."""

from pathlib import Path

import pytest

from reader.errors import DocumentError, OutputError
from reader.export import ExportOptions, Layout, check_original, own_format, write_export
from reader.formats import read_document
from reader.parallel import ParallelText, State, initial_row
from reader.text import Document, word_spans
from tests.reader.export.parallels import PACKAGE, done, pair

MARKDOWN = "# Om kart\n\nSe *kartet* [her](https://x.no).\n\n- ett\n- to\n\n```\nx = 1\n```\n"
OWN = ExportOptions(layout=Layout.ORIGINAL)


def shouted(document: Document, *, linked: bool = True) -> ParallelText:
    """A document whose translation is the same text in capitals, with its words linked."""
    rows = [
        done(p, p.text.upper(), pair((0, len(p.text)), (0, len(p.text)), *links), marks=p.marks)
        if p.translatable
        else initial_row(p)
        for p in document.paragraphs
        for links in [[(*word, *word) for word in word_spans(p.text)] if linked else []]
    ]
    return ParallelText(document, "nb", "en", (PACKAGE,), rows)


@pytest.fixture
def text(tmp_path: Path) -> ParallelText:
    path = tmp_path / "om kart.md"
    path.write_text(MARKDOWN, "utf-8")
    return shouted(read_document(path))


def test_only_the_words_change(text: ParallelText, tmp_path: Path) -> None:
    written = write_export(text, tmp_path / "ut.md", OWN)
    assert written.written and not written.remarks
    expected = "# OM KART\n\nSE *KARTET* [HER](https://x.no).\n\n- ETT\n- TO\n\n```\nx = 1\n```\n"
    assert (tmp_path / "ut.md").read_text("utf-8") == expected


def test_what_has_no_place_is_told_by_the_number_of_its_paragraph(text: ParallelText, tmp_path: Path) -> None:
    written = write_export(shouted(text.document, linked=False), tmp_path / "ut.md", OWN)
    told = "The formatting of some words has no place in the translation and is left out: paragraph 1."
    assert written.remarks == (told,)
    assert "SE KARTET HER." in (tmp_path / "ut.md").read_text("utf-8")


def test_both_texts_stand_below_each_other(text: ParallelText, tmp_path: Path) -> None:
    write_export(text, tmp_path / "ut.md", ExportOptions(layout=Layout.ORIGINAL, both=True))
    both = [paragraph.text for paragraph in read_document(tmp_path / "ut.md").paragraphs]
    assert both[:4] == ["Om kart", "OM KART", "Se kartet her.", "SE KARTET HER."]
    assert both.count("x = 1") == 1


def test_what_is_not_translated_stays_and_is_counted(text: ParallelText, tmp_path: Path) -> None:
    text.rows[1] = initial_row(text.document.paragraphs[1])
    written = write_export(text, tmp_path / "ut.md", OWN)
    assert written.remarks == ("One paragraph is not translated and stays as it is.",)
    assert "Se *kartet* [her](https://x.no)." in (tmp_path / "ut.md").read_text("utf-8")


def test_a_translation_that_says_the_same_leaves_the_file_as_it_is(text: ParallelText, tmp_path: Path) -> None:
    for row, paragraph in enumerate(text.document.paragraphs):
        text.rows[row] = initial_row(paragraph)
    assert text.document.path is not None
    text.document.path.write_bytes(b"\xef\xbb\xbf" + MARKDOWN.replace("\n", "\r\n").encode())
    write_export(text, tmp_path / "ut.md", OWN)
    assert (tmp_path / "ut.md").read_bytes() == text.document.path.read_bytes()
    assert {row.state for row in text.rows} == {State.PENDING, State.SAME}


def test_a_document_that_has_changed_since_is_not_written(text: ParallelText, tmp_path: Path) -> None:
    assert text.document.path is not None
    text.document.path.write_text(MARKDOWN.replace("ett", "tre"), "utf-8")
    (tmp_path / "ut.md").write_text("før")
    with pytest.raises(DocumentError, match="has changed since it was opened"):
        write_export(text, tmp_path / "ut.md", OWN)
    assert (tmp_path / "ut.md").read_text() == "før"


def test_a_document_that_is_gone_is_told(text: ParallelText, tmp_path: Path) -> None:
    assert text.document.path is not None
    text.document.path.unlink()
    with pytest.raises(DocumentError, match="does not exist"):
        write_export(text, tmp_path / "ut.md", OWN)
    assert not (tmp_path / "ut.md").exists()


def test_the_document_itself_is_not_overwritten(text: ParallelText) -> None:
    assert text.document.path is not None
    with pytest.raises(OutputError, match="is the document itself"):
        write_export(text, text.document.path, OWN)
    assert text.document.path.read_text("utf-8") == MARKDOWN


def test_cancelled_it_leaves_the_file_as_it_was(text: ParallelText, tmp_path: Path) -> None:
    (tmp_path / "ut.md").write_text("før")
    assert not write_export(text, tmp_path / "ut.md", OWN, cancelled=lambda: True).written
    assert (tmp_path / "ut.md").read_text() == "før"


def test_the_name_must_end_as_the_document_s_format_has_it(text: ParallelText, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"must end in one of these: \.md, "):
        write_export(text, tmp_path / "ut.docx", OWN)
    check_original(text.document, tmp_path / "ut", ".md")


def test_a_document_without_a_file_has_no_layout_of_its_own() -> None:
    from tests.reader.export.parallels import STORY

    assert own_format(STORY.document) is None
    with pytest.raises(OutputError, match=r"own layout: files ending in \.docx, \.odt, .+, \.md can\. "):
        check_original(STORY.document, Path("ut.txt"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", (".md", "Markdown")), ("a.markdown", (".md", "Markdown")), ("a.txt", (".txt", "TXT"))],
)
def test_the_own_format_is_one_that_there_is_anyway_if_possible(
    name: str, expected: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / name).write_text("Hei på deg.", "utf-8")
    assert own_format(read_document(tmp_path / name)) == expected
