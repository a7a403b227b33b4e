"""Whole mails: read in a process of their own, nothing lost, nothing twice, and none that does harm."""

from collections.abc import Callable
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given, settings, strategies as st

from reader.errors import DocumentError, UnfitError
from reader.formats import read_data, read_document, read_member, reading
from reader.formats.mail import images
from reader.formats.mail.parts import read_file
from reader.formats.reading import file_bytes
from reader.text import Kind
from tests.reader.formats.mail.mails import mail, multipart, plain, read, whole

PAGE = (
    "From: <Saved by Blink>\nSubject: =?utf-8?q?Side?=\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
    "Content-Transfer-Encoding: quoted-printable\nContent-Location: https://x.no/\n\n"
    '<html lang=3D"nb"><head><title>Side</title></head><h1>P=C3=A5 tur</h1>'
    "<p>Vi gikk over fjellet og ned igjen.</p></html>\n"
    "--b\nContent-Type: text/css\n\np {}\n--b--\n"
)


def test_a_mail_is_read_in_its_own_process_with_its_fields_in_its_language(tmp_path: Path) -> None:
    path = tmp_path / "post.eml"
    path.write_bytes(whole().replace(b"Hei.", b"Hei. Vi har sett paa saken og mener at vi skal vente litt."))
    document = read_document(path)
    assert (document.title, document.language, document.source and document.source.format) == (
        "Møte på fredag",
        "nb",
        "mail",
    )
    assert document.paragraphs[1].text.startswith("Fra: Kari Nordmann <kari@eksempel.no>\nTil: Bjørn")
    assert document.paragraphs[1].text.endswith("\nDato: 2026-11-03 10:15 +01:00")
    assert document.paragraphs[-3].text == "Går det?"
    assert [p.text for p in document.paragraphs if p.text.startswith("Vedlegg")] == ["Vedlegg: Årsrapport.pdf"]


def test_a_page_that_a_browser_saved_is_the_page() -> None:
    document = read_data(PAGE.encode(), "side.mhtml")
    assert document.source is not None
    assert document.source.format == "mhtml"
    assert [(each.kind, each.text) for each in document.paragraphs] == [
        (Kind.TITLE, "Side"),
        (Kind.HEADING, "På tur"),
        (Kind.PARAGRAPH, "Vi gikk over fjellet og ned igjen."),
    ]


IMAGES = (
    "--b\nContent-Location: https://x.no/img/a.png\nContent-Transfer-Encoding: base64\n\nQUJD\n"
    "--b\nContent-Type: image/png\nContent-ID: <a b@x>\n\nDEF\n--b--\n"
)


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("img/a.png", b"ABC"),
        ("https://x.no/img/a.png", b"ABC"),
        ("cid:a%20b@x", b"DEF"),
        ("https://x.no/b.png", None),
        ("//[a?b", None),
    ],
)
def test_images_that_a_page_has_with_it_are_read_from_its_file(
    address: str, content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "side.mhtml"
    page = PAGE.replace("<p>", f"<img src=3D'{address}'><p>").replace(
        "--b\nContent-Type: text/css\n\np {}\n--b--\n", IMAGES
    )
    path.write_text(page)
    (figure,) = read_document(path).figures
    assert figure.inside == (content is not None)
    assert read_member(path, figure.name, 3) == (content or b"")
    assert read_member(path, figure.name, 2) == read_member(tmp_path / "nei", figure.name, 3) == b""


def test_the_images_of_a_mail_are_all_found_at_once_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, calls = tmp_path / "post.eml", Mock(side_effect=read_file)
    monkeypatch.setattr(images, "read_file", calls)
    for letter in ("a", "bb"):
        parts = (f"Content-ID: <{each}>\n\n{letter}{each}" for each in "xyz")
        path.write_bytes(mail(multipart("related", *parts)))
        assert [read_member(path, f"cid:{each}", 3) for each in "xyz"] == [f"{letter}{each}".encode() for each in "xyz"]
    assert calls.call_count == 2


def test_a_text_of_more_lines_than_any_mail_is_attached() -> None:
    found = read(mail(multipart("mixed", plain("Hei"), plain("\n" * 300_001))))
    assert "text/plain" in found.paragraphs[-1].text


def test_a_mail_may_be_larger_than_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1000)
    path = tmp_path / "post.eml"
    path.write_bytes(mail(multipart("mixed", plain("Hei"), f"Content-Type: image/png\n\n{'x' * 1000}")))
    assert file_bytes(path) == path.read_bytes()
    path.write_text("x" * 1001)
    with pytest.raises(DocumentError, match="too large"):
        file_bytes(path)


def test_a_mail_of_a_mac_ends_where_its_length_says() -> None:
    message = mail("\nHei på deg.\n")
    data = f"{len(message)}     \n".encode() + message + b'<?xml version="1.0"?>\n<plist><dict/></plist>\n'
    document = read_data(data, "1234.emlx")
    assert [each.text for each in document.paragraphs][-1] == "Hei på deg."


def test_a_mail_in_utf_16_is_read() -> None:
    assert read_data(mail("\nHei på deg.").decode().encode("utf-16"), "post.eml").paragraphs[-1].text == "Hei på deg."


def test_mails_of_outlook_and_mailboxes_say_what_to_do() -> None:
    outlook = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "__substg1.0_0037".encode("utf-16-le")
    with pytest.raises(UnfitError, match=r"an e-mail of Outlook \(MSG\).*Save it as text \(\.txt\)"):
        read_data(outlook, "post.msg")
    with pytest.raises(UnfitError, match=r"a mailbox with e-mails.*Save the e-mail that you want to read"):
        read_data(b"From kari@x.no Tue Nov  3 10:15:00 2026\n" + mail("\nHei"), "post.mbox")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(line_end: str) -> None:
    data = whole().replace(b"\n", line_end.encode())
    assert read(data) == read(whole())


# What becomes a part, of a word that is shown ("{}") or not ("[]"), and how parts are put together.
_Maker = Callable[[str, str], EmailMessage]
CODINGS = ("7bit", "quoted-printable", "base64")


def _text(word: str, coding: str) -> EmailMessage:
    made = EmailMessage()
    made.set_content(f"Ord {word} her.", cte=coding)
    return made


def _page(word: str, coding: str) -> EmailMessage:
    made = EmailMessage()
    made.set_content(f"<p>Ord <b>{word}</b> her.</p><style>{word}skjult</style>", subtype="html", cte=coding)
    return made


def _both(word: str, coding: str) -> EmailMessage:
    made = _text(word, coding)
    made.add_alternative(f"<p>Ord {word} her.</p>", subtype="html", cte=coding)
    return made


def _file(word: str, coding: str) -> EmailMessage:
    made = EmailMessage()
    made.set_content(f"{word}skjult".encode(), maintype="application", subtype="x-a", filename=f"{word}.bin")
    return made


def _forwarded(word: str, coding: str) -> EmailMessage:
    inner = _text(word, coding)
    inner["Subject"], inner["From"] = f"Emne {word}emne", f"{word}navn <a@b.no>"
    made = EmailMessage()
    made.set_content(inner)
    return made


LEAVES = (_text, _page, _both, _file, _forwarded)
TREES = st.recursive(
    st.tuples(st.sampled_from(LEAVES), st.sampled_from(CODINGS)),
    lambda inner: st.lists(inner, min_size=1, max_size=3),
    max_leaves=8,
)


def _built(tree: Any, words: "count[int]", used: list[str]) -> EmailMessage:
    if isinstance(tree, tuple):
        make: _Maker
        make, coding = tree
        word = f"w{next(words)}w"
        used.append(word)
        return make(word, coding)
    made = EmailMessage()
    made.make_mixed()
    for each in tree:
        made.attach(_built(each, words, used))
    return made


@given(tree=TREES)
@settings(max_examples=20)
def test_each_word_that_is_shown_is_there_once(tree: Any) -> None:
    used: list[str] = []
    message = _built(tree, count(), used)
    message["From"], message["Subject"] = "Kari <kari@eksempel.no>", "Møte"
    texts = " ".join(paragraph.text for paragraph in read(bytes(message)).paragraphs)
    for word in used:
        assert texts.count(f"{word} her") + texts.count(f"{word}.bin") == 1
        assert texts.count(f"{word}emne") == texts.count(f"{word}navn")
    assert "skjult" not in texts
    assert texts.count("emne") == texts.count("navn")


HOSTILE = {
    "parts in parts": "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000)),
    "mails in mails": "Content-Type: message/rfc822\n\n" * 20_000,
    "parts": "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n" * 50_000,
    "boundaries": "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + "--b-\n" * 2000,
    "parameters": "Content-Type: text/plain; " + 'a="' + ";" * 100_000 + "\n\nHei",
    "numbered": "Content-Type: text/plain; " + "".join(f"name*{n}*=a;" for n in range(9999)) + "\n\nHei",
    "quoted": '"' * 100_000 + "\n\nHei",
    "words": "Cc: " + "=?utf-8?q?a" * 50_000 + "\n\nHei",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_mail_that_was_made_to_harm_ends_in_a_document_or_in_a_sentence(kind: str) -> None:
    if kind == "parts":
        with pytest.raises(DocumentError, match=r"^“post\.eml” has more parts than any mail"):
            read(mail(HOSTILE[kind]))
    else:
        assert read(mail(HOSTILE[kind])).paragraphs


def test_pieces_of_a_mail_do_not_run_into_each_other() -> None:
    page = "Content-Type: text/html\n\n<blockquote>a</blockquote><table><tr><td>b<td>c</table><p id=x><a href=#x>d</a>"
    found = read(mail(multipart("mixed", page, plain("> e\n\n> f"), page)))
    assert [p.text for p in found.paragraphs[2:]] == ["a", "b", "c", "d", "e", "f", "a", "b", "c", "d"]
    numbers = [(box.kind.value, box.number) for p in found.paragraphs[2:] for box in p.within]
    assert numbers == [
        *(("quote", 0), ("cell", 0), ("cell", 0), ("quote", 1), ("quote", 2), ("quote", 3)),
        *(("cell", 1), ("cell", 1)),
    ]
    links = [mark.href[1:] for p in found.paragraphs for mark in p.marks if mark.href.startswith("#")]
    assert [found.targets[link] for link in links] == [5, 11]
