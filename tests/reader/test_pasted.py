"""Pasted texts: private files whose names tell nothing, each text once, also with several programs at work."""

import os
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader import log
from reader.errors import OutputError
from reader.formats import read_document
from reader.library import Library
from reader.pasted import Pasted
from reader.paths import LIBRARY_FILE, PASTED_FOLDER, is_pasted

TEXT = "Vaktmesteren låste porten.\n\nDeretter gikk hun hjem."


@pytest.fixture
def pasted(tmp_path: Path) -> Pasted:
    return Pasted(tmp_path)


def test_a_text_reads_back_as_it_was_and_only_the_user_may_read_its_file(pasted: Pasted, tmp_path: Path) -> None:
    path = pasted.keep(TEXT)
    assert [paragraph.text for paragraph in read_document(path).paragraphs] == TEXT.split("\n\n")
    assert is_pasted(path) and pasted.has(path) and list(pasted) == [path]
    if os.name == "posix":
        modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)]
        assert modes == [0o600, 0o700]
    assert {each.name for each in tmp_path.iterdir()} <= {PASTED_FOLDER, f"{PASTED_FOLDER}.lock"}


def test_the_name_of_a_file_tells_the_day_and_nothing_of_the_text(pasted: Pasted) -> None:
    one, other = pasted.keep(TEXT), pasted.keep(TEXT + "!")
    assert one.name.startswith(f"{datetime.now():%Y-}") and one != other
    assert not {word.casefold() for word in TEXT.split()} & set(one.stem.casefold().split("-"))


def test_the_same_text_is_kept_once_but_as_markdown_it_is_another(pasted: Pasted) -> None:
    path = pasted.keep(TEXT)
    assert pasted.keep(TEXT) == path
    markdown = pasted.keep(TEXT, markdown=True)
    assert markdown.suffix == ".md" and sorted(pasted) == sorted([path, markdown])


def test_several_programs_that_keep_the_same_text_at_once_keep_it_once(pasted: Pasted, tmp_path: Path) -> None:
    script = "import sys, pathlib; from reader.pasted import Pasted; Pasted(pathlib.Path(sys.argv[1])).keep('Hei du.')"
    running = [subprocess.Popen([sys.executable, "-c", script, tmp_path]) for _ in range(3)]
    assert [each.wait() for each in running] == [0, 0, 0]
    assert len(list(pasted)) == 1


def test_a_deleted_text_is_gone_and_files_that_are_no_pasted_texts_are_never_deleted(
    pasted: Pasted, tmp_path: Path
) -> None:
    path, other = pasted.keep(TEXT), tmp_path / "min.txt"
    other.write_text(TEXT, "utf-8")
    link = tmp_path / "pasted" / "min.txt"
    link.write_text(TEXT, "utf-8")
    for each in (path, path, other, link):
        pasted.delete(each)
    assert not path.exists() and other.exists() and link.exists() and list(pasted) == []


def test_a_text_is_found_by_any_name_of_its_folder(pasted: Pasted, tmp_path: Path) -> None:
    path = pasted.keep(TEXT)
    assert pasted.has(tmp_path / "pasted" / ".." / "pasted" / path.name)
    assert not pasted.has(tmp_path / "other" / "pasted" / path.name)


def test_where_nothing_was_pasted_nothing_is_made(pasted: Pasted, tmp_path: Path) -> None:
    pasted.delete_all()
    assert list(pasted) == [] and list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_without_a_word_of_the_text(pasted: Pasted, tmp_path: Path) -> None:
    (tmp_path / "pasted").write_text("in the way")
    with pytest.raises(OutputError) as raised:
        pasted.keep(TEXT)
    assert str(tmp_path / "pasted") in str(raised.value) and "porten" not in str(raised.value)
    assert "porten" not in log.described(raised.value)


KILLED = """
import os, sys
from pathlib import Path
from reader.pasted import Pasted
Pasted(Path(sys.argv[1])).keep("Drept før noen visste om det.")
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_text_that_no_list_knows_because_the_program_was_killed_is_found_and_can_be_deleted(
    pasted: Pasted, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-c", KILLED, tmp_path], check=False)
    assert len(list(pasted)) == 1
    assert not [entry for entry in Library(tmp_path / LIBRARY_FILE) if not entry.bundled]
    pasted.delete_all()
    assert list(pasted) == []


_SIGNS = st.sampled_from("\0\x07\x1e\x1f\x7f\ud800\udfff\r\n\t") | st.characters(exclude_categories=["Cs"])


@given(st.lists(_SIGNS, min_size=1).map("".join))
def test_any_text_can_be_kept_and_read_but_for_signs_that_no_text_has(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = Pasted(tmp_path_factory.mktemp("data")).keep(f"Ord. {text}")
    read = path.read_bytes().decode("utf-8-sig").removeprefix("Ord. ")
    assert [sign for sign in read if sign.isprintable() and sign not in "\u2011\ufffd"] == [
        sign for sign in text if sign.isprintable() and sign not in "\u2011\ufffd"
    ]
    assert read_document(path).paragraphs[0].text.startswith("Ord.")


def test_hyphens_of_word_processors_stay_and_what_stands_for_no_letter_goes(pasted: Pasted) -> None:
    path = pasted.keep("nord\x1esør sam\x1fband 1\x0712\0\0")
    assert path.read_bytes().decode("utf-8-sig") == "nord\u2011sør sam\xadband 112"
