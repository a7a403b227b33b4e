"""What all formats have in common: choice by suffix, reproducible bytes, and atomic files."""

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import OutputError
from reader.export import FORMATS, Exported, Layout, default_layout, format_of, write_export
from reader.parallel import ParallelText
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import EVERY_COLUMN, HOSTILE, STORY, done, options, parallel

SUFFIXES = [suffix for suffix, _ in FORMATS]
# PDF has its own tests, and is slower.
OTHERS = SUFFIXES[1:]
STARTS = {
    ".json": b"{",
    ".pdf": b"%PDF",
    ".docx": b"PK",
    ".epub": b"PK",
    ".html": b"<!DOCTYPE html>",
    ".md": b"| No. | Norsk",
    ".tmx": b"<?xml",
    ".xlf": b"<?xml",
}

ALL_FORMATS = """
import hashlib, sys
from pathlib import Path
from reader.export.writing import write_export
from reader.export.options import Layout
from tests.reader.export.parallels import EVERY_COLUMN, STORY, options
for suffix in sys.argv[2:]:
    for layout in [each for each in Layout if each is not Layout.ORIGINAL]:
        path = Path(sys.argv[1]) / f"out{suffix}"
        write_export(STORY, path, options(layout, columns=EVERY_COLUMN, sentence_marks=True))
        print(suffix, layout, hashlib.sha256(path.read_bytes()).hexdigest())
"""


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_suffix_tells_the_format(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"Blåbær og rødgrøt{suffix.upper()}"
    written = write_export(STORY, path, options())
    assert path.read_bytes().startswith(STARTS[suffix])
    assert written.written
    assert bool(written.pages) == (suffix == ".pdf")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_document_itself_is_never_replaced(suffix: str, tmp_path: Path) -> None:
    document, link = tmp_path / f"tekst{suffix}", tmp_path / f"lenke{suffix}"
    document.write_text("mine")
    link.hardlink_to(document)
    text = replace(STORY, document=replace(STORY.document, path=document))
    for path in (document, link):
        with pytest.raises(OutputError, match=r"is the document itself\. Choose another file name"):
            write_export(text, path, options())
    assert document.read_text() == "mine"


@pytest.mark.parametrize("name", ["ut", "ut.xyz", "ut.doc", ".docx"])
def test_a_suffix_that_is_none_of_ours_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(
        OutputError, match=r"must end in one of these: \.pdf, \.docx, \.epub, \.html, \.md, \.tmx, \.json, \.xlf\."
    ):
        write_export(STORY, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_other_suffixes_of_the_same_formats_do_too() -> None:
    assert (format_of(Path("a.htm")), format_of(Path("a.Markdown"))) == (".html", ".md")


def test_small_screens_have_no_columns_unless_asked() -> None:
    assert default_layout(".epub") is Layout.STACKED
    assert default_layout(".docx") is Layout.COLUMNS


def test_the_same_text_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    def sums(seed: str) -> str:
        command = [sys.executable, "-c", ALL_FORMATS, str(tmp_path), *OTHERS]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    first = sums("1")
    assert len(first.splitlines()) == len(OTHERS) * len(ARRANGED)
    assert first == sums("2")


@pytest.mark.parametrize("suffix", OTHERS)
@pytest.mark.parametrize("layout", ARRANGED)
def test_a_text_of_hostile_strings_can_be_written(suffix: str, layout: Layout, tmp_path: Path) -> None:
    rows = [done(text, text, back=text, reference=text) for text in HOSTILE]
    text = parallel(*rows, title=HOSTILE[9], name=os.fsdecode(b"caf\xe9 \xf0\x9f.txt"))
    write_export(text, tmp_path / f"ut{suffix}", options(layout, columns=EVERY_COLUMN))
    assert (tmp_path / f"ut{suffix}").stat().st_size > 1000


@pytest.mark.parametrize("suffix", OTHERS)
@pytest.mark.parametrize("text", [parallel(), parallel(done("", ""))], ids=["no rows", "a blank row"])
def test_a_text_of_nothing_can_be_written(text: ParallelText, suffix: str, tmp_path: Path) -> None:
    assert write_export(text, tmp_path / f"ut{suffix}", options()).written


@pytest.mark.parametrize("suffix", OTHERS)
def test_a_full_disk_leaves_the_old_file_whole(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"ut{suffix}"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"cannot be written: the disk is full\.$"):
        write_export(STORY, path, options())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_cancelling_leaves_the_old_file_as_it_was(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"ut{suffix}"
    path.write_bytes(b"old")
    assert write_export(STORY, path, options(), cancelled=lambda: True) == Exported(written=False)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("suffix", OTHERS)
def test_cancelling_is_noticed_between_rows(suffix: str, tmp_path: Path) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked == 3

    assert not write_export(STORY, tmp_path / f"ut{suffix}", options(), cancelled=cancelled).written
    assert asked == 3
