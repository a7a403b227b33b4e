"""Exports of subtitles: their times stand where paragraphs have their numbers."""

import json
import zipfile
from pathlib import Path

import pytest

from reader import read_text
from reader.export import ExportOptions, Layout, write_export
from reader.parallel import ParallelText
from tests.pdf_text import pdf_text
from tests.reader.export.parallels import shouted

TIMED = "00:00:05,000 --> 00:00:07,000\nHei du.\n\n01:02:03,900 --> 01:02:05,250\nHa det.\n"


@pytest.fixture
def text() -> ParallelText:
    return shouted(read_text(TIMED, Path("film.srt")))


def written(text: ParallelText, path: Path, layout: Layout = Layout.COLUMNS) -> Path:
    assert write_export(text, path, ExportOptions(layout=layout)).written
    return path


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED, Layout.FACING])
def test_pdf_has_the_times_in_the_margin(layout: Layout, text: ParallelText, tmp_path: Path) -> None:
    words = pdf_text(written(text, tmp_path / "ut.pdf", layout)).split()
    assert {word for word in words if ":" in word and word[0].isdigit()} == {"0:05", "1:02:03"}


def test_tables_have_a_column_of_times(text: ParallelText, tmp_path: Path) -> None:
    assert "| Time |" in written(text, tmp_path / "ut.md").read_text("utf-8")
    assert '<td class="number">1:02:03</td>' in written(text, tmp_path / "ut.html").read_text("utf-8")
    with zipfile.ZipFile(written(text, tmp_path / "ut.docx")) as archive:
        assert b"1:02:03" in archive.read("word/document.xml")


def test_json_has_both_times_of_each(text: ParallelText, tmp_path: Path) -> None:
    paragraphs = json.loads(written(text, tmp_path / "ut.json").read_text("utf-8"))["paragraphs"]
    assert [each["time"] for each in paragraphs] == [[5.0, 7.0], [3723.9, 3725.25]]
