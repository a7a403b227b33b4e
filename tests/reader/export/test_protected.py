"""Exports of documents under a password: what is said of their protection, and what is kept of it."""

from pathlib import Path

import pytest

from reader.errors import PasswordError
from reader.export import ExportOptions, Layout, write_export
from reader.formats import read_document
from reader.parallel import ParallelText
from reader.passwords import PASSWORDS
from tests.locked import PASSWORD, TEXTS, WORD, copy_of, read_here

pytest.importorskip("msoffcrypto")


def test_it_is_said_of_an_export_whether_it_is_protected_as_the_document_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_here(monkeypatch)
    path = copy_of(WORD, tmp_path)
    text = ParallelText.untranslated(read_document(path, password=PASSWORD), "nb", "en")
    plain, own = tmp_path / "ut.md", tmp_path / "ut.docx"
    assert write_export(text, plain).remarks == ("Unlike the document, it is not protected by a password.",)
    done = write_export(text, own, ExportOptions(layout=Layout.ORIGINAL))
    assert "It is protected by the same password as the document." in done.remarks
    with pytest.raises(PasswordError):
        read_document(own)
    assert [each.text for each in read_document(own, password=PASSWORD).paragraphs] == TEXTS
    PASSWORDS.clear()
    with pytest.raises(PasswordError):
        write_export(text, own, ExportOptions(layout=Layout.ORIGINAL))
