"""Mails to read: bytes of files, and what they are read as."""

from collections.abc import Mapping
from email.message import EmailMessage

from reader.formats.finishing import clean
from reader.formats.mail.document import parse_mail
from reader.formats.parsed import Parsed
from reader.text import Kind

HEAD = "From: Kari Nordmann <kari@eksempel.no>\nTo: Per <per@eksempel.no>\nSubject: Møte\nMIME-Version: 1.0\n"


def raw(head: str, body: str | bytes = "", encoding: str = "utf-8") -> bytes:
    """A mail with these further fields, and this below its header."""
    return f"{HEAD}{head}\n".encode() + (body if isinstance(body, bytes) else body.encode(encoding))


def multipart(kind: str, *parts: str, boundary: str = "grense") -> str:
    """A field and what belongs below it: parts, each with its header and a blank line."""
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{body}--{boundary}--\n'


def plain(text: str, more: str = "") -> str:
    """A part of text."""
    return f"Content-Type: text/plain; charset=utf-8\n{more}\n{text}"


def page(markup: str) -> str:
    """A part that is a page."""
    return f"Content-Type: text/html; charset=utf-8\n\n{markup}"


def mail(part: str) -> bytes:
    """A mail whose content is a part, with its header."""
    return f"{HEAD}{part}".encode()


def read(data: bytes) -> Parsed:
    """What a mail is read as."""
    parsed = parse_mail(data, "post.eml")
    return Parsed(
        tuple(map(clean, parsed.paragraphs)), parsed.figures, parsed.targets, parsed.metadata, parsed.left_out
    )


def body(data: bytes) -> list[str]:
    """The texts below the header of a mail."""
    return [paragraph.text for paragraph in read(data).paragraphs[2:]]


def field(name: str, value: str) -> str:
    """What a field of the header with this value is shown as."""
    head = read(f"From: a@b.no\n{name}: {value}\nMIME-Version: 1.0\n\nHei".encode()).paragraphs[0]
    lines = dict(line.split(": ", 1) for line in head.text.split("\n"))
    return lines[name]


def subject(value: bytes) -> str:
    """What a subject that is written so is read as."""
    title = read(b"From: a@b.no\nSubject: " + value + b"\n\nHei").paragraphs[0]
    return " ".join(filter(None, (title.marker, title.text))) if title.kind is Kind.TITLE else ""


def whole() -> bytes:
    """A mail with all that mails have."""
    mail = EmailMessage()
    fields: Mapping[str, str] = {
        "From": "Kari Nordmann <kari@eksempel.no>",
        "To": "Bjørn Å. Hansen <bjorn@eksempel.no>",
        "Subject": "SV: Møte på fredag",
        "Date": "Tue, 03 Nov 2026 10:15:00 +0100",
    }
    for name, value in fields.items():
        mail[name] = value
    mail.set_content("Hei.\n\nDen 2. nov. skrev Per <per@eksempel.no>:\n> Går det?\n>> Ja.\n\n-- \nKari\nRådgiver\n")
    mail.add_alternative("<p>Hei.</p><img src='cid:bilde'><blockquote>Går <b>det</b>?</blockquote>", subtype="html")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "per@eksempel.no", "Går det?"
    inner.set_content("Går det på fredag?")
    mail.add_attachment(inner)
    mail.add_attachment(b"\0\1", maintype="application", subtype="pdf", filename="Årsrapport.pdf")
    return bytes(mail)
