"""The text of a mail: which of its parts is read, and how its lines, quotes and signatures are."""

import binascii

import pytest

from reader.errors import UnfitError
from reader.text import Kind
from tests.reader.formats.mail.mails import body, mail, multipart, page, plain, raw, read

FLOWED = "Content-Type: text/plain; charset=utf-8; format=flowed{}\n"


@pytest.mark.parametrize(
    ("more", "text", "shown"),
    [
        ("", "En lang \nlinje\nog en til", ["En lang linje\nog en til"]),
        ("; delsp=yes", "Sam \nmen \nskrevet", ["Sammenskrevet"]),
        ("", " Fra \n oss", ["Fra oss"]),
        ("", "> sitert \n> linje\nsvar \nher", ["sitert linje", "svar her"]),
        ("", "> en \n>> to \n>> tre\n", ["en", "to tre"]),
        ("", "Hei \n-- \nKari", ["Hei", "", "Kari"]),
        ("", "slutten er myk ", ["slutten er myk"]),
    ],
)
def test_lines_that_flow_are_joined(more: str, text: str, shown: list[str]) -> None:
    assert body(raw(FLOWED.format(more), text)) == shown


def test_quotes_stand_in_each_other() -> None:
    found = read(raw("", "Hei\n\n> en\n>> to\n> en igjen\n\nslutt")).paragraphs[2:]
    assert [(each.text, each.quote) for each in found] == [
        ("Hei", 0),
        ("en", 1),
        ("to", 2),
        ("en igjen", 1),
        ("slutt", 0),
    ]


def test_a_signature_stands_below_a_rule_and_keeps_its_lines() -> None:
    found = read(raw("", "Hei.\n-- \nKari\nRådgiver\n\nPer skrev:\n\n> Hei\n")).paragraphs[2:]
    assert [each.text for each in found] == ["Hei.", "", "Kari\nRådgiver", "Per skrev:", "Hei"]
    assert [each.kind for each in found][:2] == [Kind.PARAGRAPH, Kind.RULE]


@pytest.mark.parametrize(
    ("coding", "content", "shown"),
    [
        ("quoted-printable", "Bl=C3=A5b=\n=C3=A6r =\nog =C3", "Blåbær og \ufffd"),
        ("base64", "QmzDpWLD\npnI", "Blåbær"),
        ("base64", "QmzDpQ==\nYsOmcg==\n", "Blåbær"),
        ("base64", "QmzDpWLDpnI=\n-----\nListe for alle\n", "Blåbær"),
        ("8bit", "Blåbær", "Blåbær"),
        ("tull", "Blåbær", "Blåbær"),
        ("x-uuencode", "begin 644 a\n" + binascii.b2a_uu("Blåbær".encode()).decode() + "`\nend\n", "Blåbær"),
    ],
)
def test_what_was_written_in_letters_for_transport_is_read(coding: str, content: str, shown: str) -> None:
    assert body(raw(f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {coding}\n", content)) == [
        shown
    ]


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("; charset=iso-8859-1", "utf-8"),
        ("; charset=us-ascii", "utf-8"),
        ("; charset=utf-8", "latin-1"),
        ("; charset=tull", "latin-1"),
        ("; charset=windows-1252", "cp1252"),
        ("; charset=iso-8859-1", "cp1252"),
        ("", "utf-8"),
        ("", "latin-1"),
        ("; charset=iso-8859-4", "iso-8859-4"),
        ("; charset=shift_jis", "cp932"),
        ("; charset=gb2312", "gb18030"),
    ],
)
def test_letters_are_read_though_the_encoding_is_missing_or_wrong(declared: str, real: str) -> None:
    asian = "髙橋さんの① 漢字" if real == "cp932" else "镕漢字"
    text = asian if real in ("cp932", "gb18030") else "Åse spiste blåbær på fjellet, og øynene lyste – lenge."
    text = text.replace("–", "og") if real.startswith(("latin", "iso")) else text
    assert body(raw(f"Content-Type: text/plain{declared}\n", text, real)) == [text]


LONG = "Et langt brev. " * 20
CALENDAR = "Content-Type: text/calendar; name=moete.ics\n\nBEGIN:VCALENDAR"
PDF = "Content-Type: application/pdf; name=a.pdf\n\nx"
ALTERNATIVES = [
    ([plain("Hei, så fint."), page("<p>Hei, så <b>fint</b>.</p>")], ["Hei, så fint."]),
    ([plain("Bruk et annet program."), page(f"<p>{LONG}</p>")], [LONG.strip()]),
    ([plain(""), page("<p>Hei")], ["Hei"]),
    ([page("<p>Hei")], ["Hei"]),
    ([plain("Hei"), CALENDAR], ["Hei", "Attachments: moete.ics"]),
    ([plain("Hei"), multipart("mixed", page("<p>Hei"), PDF, boundary="b")], ["Hei", "Attachments: a.pdf"]),
]


@pytest.mark.parametrize(("parts", "shown"), ALTERNATIVES)
def test_of_parts_that_say_the_same_the_text_is_read_unless_it_says_nothing(parts: list[str], shown: list[str]) -> None:
    assert body(mail(multipart("alternative", *parts))) == shown


def test_the_title_of_a_page_in_a_mail_is_shown_as_little_as_mail_programs_show_it() -> None:
    assert body(mail(page("<html><head><title>Mal 7</title></head><body><p>Hei</p></body></html>"))) == ["Hei"]


def test_images_of_a_page_are_its_figures_and_what_it_does_not_show_is_attached() -> None:
    image = "Content-Type: image/png; name={0}.png\nContent-ID: <{0}@x>\n\nx"
    dot = '<img src="http://x.no/a.gif" width="1" height="1">'
    parts = page(f'<p>Hei</p><img src="cid:a@x" alt="Kart">{dot}'), image.format("a"), image.format("b")
    found = read(mail(multipart("related", *parts)))
    assert [each.text for each in found.paragraphs[2:]] == ["Hei", "Kart", "Attachments: b.png"]
    assert [(figure.name, figure.inside) for figure in found.figures] == [("cid:a@x", True)]


@pytest.mark.parametrize(
    ("markup", "place"),
    [
        ("<img src=cid:a@x>", "Content-ID: <a@x>"),
        ("<img src='CID:a@x'>", "Content-ID: <a@x>"),
        ("<img src='cid:a%20b@x'>", "Content-ID: <a b@x>"),
        ("<p style='background: url(cid:a@x)'>Hei</p>", "Content-ID: <a@x>"),
        ('<img src="http://x.no/?a=(b)">', "Content-Location: http://x.no/?a=(b)"),
    ],
)
def test_what_a_page_shows_in_any_way_is_not_attached(markup: str, place: str) -> None:
    parts = page(f"<p>Hei</p>{markup}"), f"Content-Type: image/png; name=a.png\n{place}\n\nx"
    assert "Attachments: a.png" not in body(mail(multipart("related", *parts)))


@pytest.mark.parametrize("place", ["", "Content-ID: <b@x>\n", "Content-ID: <a>\n"])
def test_what_no_page_names_is_attached(place: str) -> None:
    parts = page('<p>Hei</p><img src="cid:a@x"><img src="cid:">'), f"Content-Type: image/png; name=a.png\n{place}\nx"
    assert "Attachments: a.png" in body(mail(multipart("related", *parts)))


def test_a_mail_that_is_forwarded_follows_below_its_own_header() -> None:
    parts = multipart("mixed", plain("Ord"), boundary="b")
    inner = f"Content-Type: message/rfc822\n\nFrom: b@c.no\nSubject: Indre\n{parts}"
    file = "Content-Type: image/png; name=a.png\n\nx"
    found = read(mail(multipart("mixed", plain("Hei"), inner, file))).paragraphs[2:]
    assert [each.text for each in found] == ["Hei", "Attachments: a.png", "", "Indre", "From: b@c.no", "Ord"]
    assert (found[3].kind, found[3].level) == (Kind.HEADING, 2)


def test_a_digest_is_made_of_mails() -> None:
    found = read(mail(multipart("digest", "\nSubject: Indre\n\nOrd"))).paragraphs[2:]
    assert [each.text for each in found] == ["", "Indre", "Ord"]


def test_a_report_tells_what_became_of_a_mail() -> None:
    status = "Content-Type: message/delivery-status\n\nAction: failed"
    headers = "Content-Type: text/rfc822-headers\n\nFrom: c@d.no\nSubject: Sendt"
    found = read(mail(multipart("report", plain("Den kom ikke fram."), status, headers))).paragraphs[2:]
    assert [each.text for each in found] == ["Den kom ikke fram.", "Action: failed", "", "Sendt", "From: c@d.no"]
    assert found[1].kind is Kind.CODE


SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

Hei
- -- Kari
-----BEGIN PGP SIGNATURE-----

iQ
-----END PGP SIGNATURE-----
"""
SEALED = "Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nx"


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (multipart("signed", plain("Hei"), "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nMI"), ["Hei"]),
        (plain(SIGNED), ["Hei\n-- Kari"]),
    ],
)
def test_a_signature_that_nobody_reads_is_left_out_and_that_is_said(part: str, shown: list[str]) -> None:
    assert body(mail(part)) == shown
    assert [str(each) for each in read(mail(part)).left_out] == [
        "The signature of the e-mail was left out. It is not checked."
    ]


@pytest.mark.parametrize(
    "part",
    [
        multipart("encrypted", *SEALED),
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nMI",
        plain("-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\n"),
    ],
)
def test_what_is_encrypted_ends_in_one_sentence(part: str) -> None:
    with pytest.raises(UnfitError, match=r"“post\.eml” is encrypted"):
        read(mail(part))


def test_a_file_in_the_text_is_named() -> None:
    text = "Hei\n\nbegin 644 bilde.jpg\n" + "M" * 61 + "\n`\nend\nslutt"
    assert body(raw("", text)) == ["Hei", "slutt", "Attachments: bilde.jpg"]


def test_a_boundary_that_is_missing_is_found() -> None:
    assert body(mail("Content-Type: multipart/mixed\n\n--b\n\nHei\n--b\n\ndu\n--b--\n")) == ["Hei", "du"]
    assert body(mail("Content-Type: multipart/mixed; boundary=c\n\nHei\n")) == ["Hei"]
    assert body(mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHei\n--bb\n--b\n\ndu")) == ["Hei\n--bb", "du"]
