"""`--password-file`: documents under a password, from the command line."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli import main
from reader.passwords import PASSWORDS
from tests.locked import PASSWORD, WORD, copy_of, read_here

pytest.importorskip("msoffcrypto")


@pytest.fixture(autouse=True)
def nothing_is_known() -> Iterator[None]:
    yield
    PASSWORDS.clear()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read in this process."""
    read_here(monkeypatch)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("content", [PASSWORD.encode(), f"{PASSWORD}\r\n".encode(), f"{PASSWORD}\n".encode("utf-16")])
def test_the_password_in_a_file_opens_documents(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "passord").write_bytes(content)
    given = ["--password-file", str(tmp_path / "passord")]
    assert main(["translate", *given, "--from", "nb", str(WORD), "-o", str(tmp_path / "ut.txt")]) == 0


def test_a_password_may_come_through_a_pipe_once_for_several_documents(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "passord")
    writer = threading.Thread(target=lambda: (tmp_path / "passord").write_text(PASSWORD))
    writer.start()
    copy_of(WORD, tmp_path, "b.docx")
    given = ["--password-file", str(tmp_path / "passord"), "--from", "nb", "--layout", "original"]
    assert main(["export", *given, str(WORD), str(tmp_path / "b.docx"), "-o", f"{tmp_path}/ut/"]) == 0
    writer.join()
    assert all(b"EncryptedPackage".replace(b"", b"\0")[1:] in path.read_bytes() for path in (tmp_path / "ut").iterdir())


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "Open it by itself, and enter the password. On the command line, use --password-file."),
        (b"x", "The password is wrong: it does not open"),
        (b"\n", "There is no password in"),
    ],
)
def test_without_the_right_password_it_is_said_what_to_do(
    content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = []
    if content is not None:
        (tmp_path / "passord").write_bytes(content)
        given = ["--password-file", str(tmp_path / "passord")]
    assert main(["translate", str(WORD), *given]) == 1
    assert said in capsys.readouterr().err


def test_what_is_said_of_a_saved_file_names_that_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "passord").write_text(PASSWORD)
    given = ["--password-file", str(tmp_path / "passord"), "--from", "nb", "-o", str(tmp_path / "ut.md")]
    assert main(["export", str(WORD), *given]) == 0
    assert "“ut.md”: Unlike the document, it is not protected by a password." in capsys.readouterr().err


def test_a_document_without_a_password_is_read_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "passord").write_text(PASSWORD)
    (tmp_path / "a.txt").write_text("Hytta er åpen.", "utf-8")
    assert main(["translate", str(tmp_path / "a.txt"), "--password-file", str(tmp_path / "passord")]) == 0
    assert PASSWORDS.of(tmp_path / "b.txt") == PASSWORD
    assert PASSWORD not in capsys.readouterr().out
