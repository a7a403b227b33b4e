"""Headers of mails: what they say is shown to the letter, however it is encoded or broken."""

import re

import pytest

from reader.text import Kind, MarkKind
from tests.reader.formats.mail.mails import field, mail, page, plain, raw, read, subject, whole


def test_a_mail_begins_with_its_subject_and_whose_it_is() -> None:
    title, header, *_ = read(whole()).paragraphs
    assert (title.kind, title.marker, title.text) == (Kind.TITLE, "SV:", "Møte på fredag")
    assert header.text.split("\n") == [
        "From: Kari Nordmann <kari@eksempel.no>",
        "To: Bjørn Å. Hansen <bjorn@eksempel.no>",
        "Date: 2026-11-03 10:15 +01:00",
    ]
    kept = [header.text[mark.start : mark.end] for mark in header.marks if mark.kind is MarkKind.VERBATIM]
    assert kept == [line.split(": ", 1)[1] for line in header.text.split("\n")]


def test_what_a_mail_says_of_itself_is_known() -> None:
    assert read(mail("Content-Language: nb, en\n\nHei")).metadata == {
        "title": "Møte",
        "author": "Kari Nordmann <kari@eksempel.no>",
        "language": "nb",
    }


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (b"=?utf-8?B?TcO4dGU=?=", "Møte"),
        (b"=?ISO-8859-1?q?M=F8te_p=E5?= fredag", "Møte på fredag"),
        (b"=?utf-8?q?M=C3?=\n =?utf-8?q?=B8te?= i dag", "Møte i dag"),  # a letter in two words
        (b"=?utf-8?q?M=C3=B8te?= =?iso-8859-1?q?_p=E5?=", "Møte på"),
        (b"=?utf-8?B?TcO4dGU?=", "Møte"),  # without its last sign
        (b"=?utf-8?q?M=C3=B8te i dag?=", "Møte i dag"),  # with spaces
        (b"=?utf-8*nb?q?M=C3=B8te?=", "Møte"),
        (b"=?tull?q?M=C3=B8te?=", "Møte"),
        (b"=?utf-8?x?Hei?=", "=?utf-8?x?Hei?="),
        (b"=?utf-8?q?Hei", "=?utf-8?q?Hei"),
        ("Møte på fredag".encode(), "Møte på fredag"),
        ("Møte på fredag".encode("latin-1"), "Møte på fredag"),
        (b"Re:  Fwd: Hei\n\tdu", "Re: Fwd: Hei du"),
        (b"Re: ", "Re:"),
        (b"=?iso-2022-jp?B?GyRCJF4bKEI=?=", "ま"),
    ],
)
def test_a_subject_is_read_as_it_was_meant(written: bytes, shown: str) -> None:
    assert subject(written) == shown


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("To", '"Nordmann, Kari" <k@x.no>,\n "Per" <p@x.no>', '"Nordmann, Kari" <k@x.no>, Per <p@x.no>'),
        ("Cc", "", "a@b.no"),
        ("Date", "Tue, 3 Nov 2026 10:15 -0000", "2026-11-03 10:15"),
        ("Date", "i går", "i går"),
        ("Date", "Tue, 99 Nov 99999 10:15", "Tue, 99 Nov 99999 10:15"),
    ],
)
def test_fields_are_shown_as_mail_programs_show_them(name: str, value: str, shown: str) -> None:
    if value:
        assert field(name, value) == shown
    else:
        assert name not in read(raw("Cc:\n")).paragraphs[1].text


def test_a_header_that_is_broken_goes_on_below() -> None:
    broken = b"Subject: En\nto\nFrom: a@b.no\n \n b <a>\nContent-Type: text/html\n \nMIME-Version: 1.0\n\n<p>Hei</p>"
    assert [each.text for each in read(broken).paragraphs] == ["En to", "From: a@b.no b <a>", "Hei"]


def test_a_text_right_below_a_header_is_its_body() -> None:
    assert [each.text for each in read(b"From: a@b.no\nSubject: En\nHei du").paragraphs][2:] == ["Hei du"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('Content-Disposition: attachment; filename="rapport.pdf"', "rapport.pdf"),
        ("Content-Disposition: attachment; filename*=utf-8''%C3%85r%20en.pdf", "År en.pdf"),
        ("Content-Disposition: attachment; filename*0*=utf-8''%C3%85r; filename*1=\" en.pdf\"", "År en.pdf"),
        ('Content-Disposition: attachment; filename="=?utf-8?B?w4VyLnBkZg==?="', "År.pdf"),
        ('Content-Type: application/pdf; name="..\\år/rapport.pdf"\nContent-Disposition: attachment', "rapport.pdf"),
        ("Content-Type: image/png", "image/png"),
        ("Content-Type: application/ms-tnef; name=winmail.dat", "winmail.dat"),
    ],
)
def test_what_is_attached_is_named_at_the_end(head: str, name: str) -> None:
    part = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHei\n--b\n"
    last = read(mail(f"{part}{head}\n\nnoe\n--b--\n")).paragraphs[-1]
    assert last.text == f"Attachments: {name}"
    assert [last.text[mark.start : mark.end] for mark in last.marks] == [name]


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "no-such"])
def test_a_name_in_an_encoding_that_has_no_letters_is_shown_without_what_is_no_text(charset: str) -> None:
    file = f"Content-Disposition: attachment; filename*={charset}''a%00%1B%E5%FF.pdf"
    part = f"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHei\n--b\n{file}\n\nnoe\n--b--\n"
    shown = read(mail(part)).paragraphs
    assert shown[2].text == "Hei"
    assert re.fullmatch(r"Attachments: a[^\0-\x1f]*\.pdf", shown[-1].text)


def test_pages_and_texts_with_names_are_attached_below_a_text() -> None:
    named = 'Content-Disposition: inline; filename="{}"\n'
    part = "Content-Type: multipart/mixed; boundary=b\n\n--b\n{}\n--b\n{}\n--b--\n"
    shown = read(mail(part.format(plain("Hei"), plain("Mer", named.format("b.txt"))))).paragraphs
    assert [each.text for each in shown[2:]] == ["Hei", "Attachments: b.txt"]
    alone = read(mail(part.format(page("<p>Hei"), page("<p>Du")))).paragraphs
    assert [each.text for each in alone[2:]] == ["Hei", "Du"]
