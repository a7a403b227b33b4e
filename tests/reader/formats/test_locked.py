"""Documents under a password: opened with it, told without it, and written back under it."""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader import passwords
from reader.errors import DocumentError, PasswordError, UnfitError, WrongPasswordError
from reader.formats import Change, Rewriting, locked, read_data, read_document, rewritten
from reader.formats.families import parse_family, rewrite_family
from reader.formats.isolated import parse_isolated
from reader.formats.parsed import Parsed
from reader.formats.rewriting.members import with_members
from reader.passwords import PASSWORDS
from tests.locked import FILES, FOLDER, PASSWORD, TEXTS, WORD, copy_of, read_here
from tests.reader.formats.books import archive
from tests.reader.formats.docx.word_files import p, picture, r, word_file
from tests.reader.formats.fuzzing import damaged
from tests.reader.formats.odt.files import odt

pytest.importorskip("msoffcrypto")

KEY = Rewriting(TEXTS, [Change(1, "The key is under the stone.")], both=False, language="en")
each = pytest.mark.parametrize("name", [file.name for file in FILES])


@pytest.fixture(autouse=True)
def nothing_is_known() -> Iterator[None]:
    PASSWORDS.clear()
    yield
    PASSWORDS.clear()


def data_of(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def texts(data: bytes, password: str = PASSWORD) -> list[str]:
    return [paragraph.text for paragraph in parse_family("docx", data, "fil", password).paragraphs]


@each
def test_a_document_is_read_with_its_password(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read_here(monkeypatch)
    document = read_data(data_of(name), name, password=PASSWORD)
    assert [paragraph.text for paragraph in document.paragraphs] == TEXTS
    assert document.source is not None
    assert document.source.protected
    assert document.source.format == name[-4:].lstrip(".")


@each
def test_how_a_system_spells_the_letters_of_a_password_does_not_matter(name: str) -> None:
    assert texts(data_of(name), unicodedata.normalize("NFD", PASSWORD)) == TEXTS


@each
@pytest.mark.parametrize("password", ["Blåbær", "blåbær ", "x" * 10_000, "\0", "\ud800"])
def test_another_password_is_told_to_be_wrong(name: str, password: str) -> None:
    with pytest.raises(WrongPasswordError, match="The password is wrong"):
        parse_family("docx", data_of(name), name, password)


@each
def test_without_a_password_it_is_said_that_there_is_one(name: str) -> None:
    with pytest.raises(PasswordError, match="Open it by itself, and enter the password") as caught:
        parse_isolated("docx", data_of(name), name)
    assert not isinstance(caught.value, WrongPasswordError)


@each
def test_without_the_libraries_it_is_said_how_to_get_them(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "find_spec", lambda _: None)
    with pytest.raises(UnfitError, match=r"tospalt\[passwords\]"):
        parse_family("docx", data_of(name), name, PASSWORD)


@pytest.mark.parametrize("name", ["aes.odt", "blowfish.odt"])
def test_what_libreoffice_has_written_is_read_and_written_back(name: str) -> None:
    data = data_of(name)
    done = rewrite_family("odt", data, name, KEY, PASSWORD).data
    assert texts(done) == [TEXTS[0], KEY.changes[0].text]
    assert {path: _stored(done, path) == _stored(data, path) for path in ("styles.xml", "content.xml")} == {
        "styles.xml": True,
        "content.xml": False,
    }


def _stored(data: bytes, path: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(path)


def test_images_stay_under_the_password_when_the_text_is_written_back() -> None:
    data = data_of("cbc.odt")
    done = rewrite_family("odt", data, "cbc.odt", KEY, PASSWORD).data
    assert _stored(done, "Pictures/kart.png") == _stored(data, "Pictures/kart.png")
    assert _stored(done, "META-INF/manifest.xml").count(b"encryption-data ") == 4


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"#aes256-cbc", b"#aes256-xts", "in a way that Tospalt does not know"),
        (b'"PBKDF2"', b'"PGP"', "in a way that Tospalt does not know"),
        (b"#sha256-1k", b"#sha3", "in a way that Tospalt does not know"),
        (b"<manifest:algorithm", b"<manifest:other", "in a way that Tospalt does not know"),
        (b'iteration-count="10"', b'iteration-count="99999999999"', "is damaged"),
        (b'iteration-count="10"', b'iteration-count="ti"', "is damaged"),
        (b'initialisation-vector="', b'initialisation-vector="AAAA', "is damaged"),
    ],
)
def test_a_lock_that_is_not_known_ends_in_a_sentence(old: bytes, new: bytes, said: str) -> None:
    data = data_of("cbc.odt")
    manifest = _stored(data, "META-INF/manifest.xml")
    assert old in manifest
    with pytest.raises(DocumentError, match=said):
        parse_family("odt", with_members(data, {"META-INF/manifest.xml": manifest.replace(old, new)}), "fil")


def test_a_file_of_which_only_images_are_encrypted_is_read() -> None:
    manifest = _stored(data_of("cbc.odt"), "META-INF/manifest.xml").decode().replace('"content.xml"', '"other.xml"')
    data = odt("<text:p>Hei</text:p>", others=[f"META-INF/manifest.xml={manifest}"])
    assert [paragraph.text for paragraph in parse_family("odt", data, "fil").paragraphs] == ["Hei"]


def test_what_is_no_text_under_its_password_is_said_to_be_what_it_is() -> None:
    from msoffcrypto.method.ecma376_agile import ECMA376Agile

    sheet = archive({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": Random(1).randbytes(5000)})
    data = ECMA376Agile.encrypt(PASSWORD, io.BytesIO(sheet), spin_count=10)
    with pytest.raises(UnfitError, match="spreadsheet"):
        parse_family("locked", data, "fil", PASSWORD)


def test_it_is_said_that_images_are_not_shown() -> None:
    from msoffcrypto.method.ecma376_agile import ECMA376Agile

    began: list[Parsed] = []
    body = p(picture("Et kart")) + p(r("Hei")) * 90
    more = {"media": Random(1).randbytes(5000).hex()}
    plain = word_file(body, referred={"bilde": ("image", "media/a.png")}, more=more)
    data = ECMA376Agile.encrypt(PASSWORD, io.BytesIO(plain), spin_count=10)
    said = "Images are not shown, since the file is protected by a password."
    found = parse_family("locked", data, "fil", PASSWORD, began.append)
    assert found.figures and said in found.left_out
    assert [(each.protected, each.family) for each in (*began, found)] == [(True, "docx")] * 2
    assert said not in parse_family("locked", data_of("agile.docx"), "fil", PASSWORD).left_out


def test_that_changes_are_not_allowed_is_no_password() -> None:
    names = 'protected="true" protection-key="x"'
    section = f'<text:section text:name="a" {" ".join(f"text:{each}" for each in names.split())}>'
    data = odt(f"{section}<text:p>Hei</text:p></text:section>")
    assert [paragraph.text for paragraph in parse_family("odt", data, "fil").paragraphs] == ["Hei"]


def test_the_password_that_opened_a_document_opens_it_again_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_here(monkeypatch)
    mine, other = copy_of(WORD, tmp_path, "a.docx"), copy_of(WORD, tmp_path, "b.docx")
    with pytest.raises(WrongPasswordError):
        read_document(mine, password="x")
    with pytest.raises(PasswordError, match="protected by a password"):
        read_document(mine)
    read_document(mine, password=PASSWORD)
    assert len(read_document(mine).paragraphs) == len(TEXTS)
    with pytest.raises(PasswordError, match="protected by a password"):
        read_document(other)
    PASSWORDS.try_with_all(PASSWORD)
    assert len(read_document(other).paragraphs) == len(TEXTS)


@each
def test_what_is_written_back_is_under_the_same_password(name: str) -> None:
    data = data_of(name)
    family = parse_family("docx", data, name, PASSWORD).family
    done = rewrite_family(family, data, name, KEY, PASSWORD).data
    assert texts(done) == [TEXTS[0], KEY.changes[0].text]
    assert b"stone" not in done
    with pytest.raises(PasswordError):
        texts(done, "")
    assert rewrite_family(family, data, name, replace(KEY, changes=[]), PASSWORD).data == data


def test_a_short_document_is_put_under_its_password() -> None:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    short = word_file(p(r("Kort.")), more={"[Content_Types].xml": types})
    found = locked.unlocked(data_of(WORD.name), "fil", PASSWORD)
    assert found is not None
    assert len(short) < 4096
    assert texts(found.lock(short)) == ["Kort."]


@pytest.mark.parametrize("size", [600, 5000])
def test_a_document_that_is_cut_short_is_said_to_be_damaged(size: int) -> None:
    with pytest.raises(DocumentError, match=r"^“brev\.docx” is damaged"):
        read_data(data_of(WORD.name)[:size], "brev.docx", password=PASSWORD)


def test_a_document_is_written_with_the_password_that_it_was_opened_with(tmp_path: Path) -> None:
    path = copy_of(WORD, tmp_path)
    document = read_document(path, password=PASSWORD)
    changed = Rewriting(TEXTS, [Change(0, "The cabin is locked.")], both=False, language="en")
    assert texts(rewritten(document, path, changed).data)[0] == "The cabin is locked."


@each
def test_a_damaged_file_ends_in_a_document_or_in_a_sentence(name: str) -> None:
    chance, sentences = Random(3), list[str]()
    for _ in range(30):
        try:
            parse_family("docx", damaged(data_of(name), chance), "fil", PASSWORD)
        except DocumentError as error:
            sentences.append(str(error))
    assert sentences
    assert all("“fil”" in words and words.endswith(".") for words in sentences)


def test_a_password_is_not_shown_with_what_is_known(tmp_path: Path) -> None:
    PASSWORDS.keep(tmp_path, PASSWORD)
    PASSWORDS.try_with_all(PASSWORD)
    assert PASSWORD not in repr(PASSWORDS) + repr(vars(passwords)["PASSWORDS"])
