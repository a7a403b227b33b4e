"""The process that runs Typst: start, answers, end."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from reader.errors import CancelledError, OutputError
from reader.export import ExportOptions, export_pdf
from reader.export.pdf.typesetter import SettingError, typeset
from tests.pdf_text import page_texts
from tests.reader.export.pdfs import ENGLISH, NORWEGIAN, parallel, row

NOW = datetime(2025, 11, 22, tzinfo=UTC)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "mal æøå.typ"
    path.write_text('#set document(title: "x")\n#json(bytes(sys.inputs.data)).text', "utf-8")
    return path


def children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split())


def test_a_text_longer_than_a_pipe_holds_comes_back_as_pages(template: Path) -> None:
    assert page_texts(typeset(template, {"text": "æøå " * 30_000}, NOW))[0].startswith("æøå æøå")


def test_what_typst_refuses_is_told_with_its_words(template: Path) -> None:
    template.write_text("#panic(1)", "utf-8")
    with pytest.raises(SettingError) as caught:
        typeset(template, {}, NOW)
    assert "panicked" in caught.value.diagnostic


@pytest.mark.parametrize("program", ["/bin/false", "/no/such/python"])
def test_a_process_that_dies_or_never_starts_is_one_clear_sentence(
    program: str, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(OutputError, match=r"^The PDF could not be created: the layout program .*\.$"):
        typeset(template, {}, NOW)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the children")
def test_cancelling_ends_the_process_in_the_middle_of_its_work(template: Path) -> None:
    template.write_text("#for a in range(99999) { for b in range(9999) { } }", "utf-8")  # minutes
    looks, worked = count(), os.times().children_user
    others = children()  # of tests before
    with pytest.raises(CancelledError):
        typeset(template, {}, NOW, cancelled=lambda: bool(children() - others) and next(looks) == 5)
    assert os.times().children_user - worked < 20
    assert not children() - others


def test_a_cancelled_export_writes_nothing_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "ut æøå.pdf"
    path.write_bytes(b"old")
    text = parallel(*(row(NORWEGIAN * 5, ENGLISH * 5) for _ in range(400)))
    asked = iter([False] * 402)
    result = export_pdf(text, path, ExportOptions(), cancelled=lambda: next(asked, True))
    assert not result.written
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_an_export_tells_its_pages_and_what_no_font_has(tmp_path: Path) -> None:
    result = export_pdf(parallel(row("Hei 中.", "Hello.")), tmp_path / "a.pdf")
    assert (result.pages, result.missing, result.written) == (1, ("中",), True)


def test_it_works_from_any_folder_even_one_with_modules_named_like_pythons(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')", "utf-8")
    (tmp_path / "typst.py").write_text("raise SystemExit('the wrong typst')", "utf-8")
    code = (
        "import sys; sys.path.remove('')\n"
        "from reader import Document, Paragraph, ParallelText, export_pdf\nfrom pathlib import Path\n"
        "text = ParallelText.untranslated(Document('', (Paragraph('Hei.'),), None, 'nb', True), 'nb', 'en')\n"
        "print(export_pdf(text, Path('ut.pdf')).pages)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert result.stdout == "1\n"
