"""The families of formats that are read in a process of their own, how they are parsed, and how all are written anew.

Text, Markdown and subtitles are read in the program, and written anew in that process, which can be cancelled.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from reader.errors import Message, template
from reader.formats.binary_signatures import binary_format, is_locked
from reader.formats.locked import unlocked
from reader.formats.mail_signatures import mail_format
from reader.formats.other_formats import Other
from reader.formats.parsed import Began, Parsed, Recognising
from reader.formats.rewriting.changes import Rewriting, Rewritten
from reader.formats.rewriting.texts import fit_for_files
from reader.formats.signatures import refuse_binary
from reader.formats.zipped import damaged

# The name of each family, as `Source.format` has it.
_FAMILIES = {Other.DOCX: "docx", Other.ODT: "odt", Other.EPUB: "epub", Other.RTF: "rtf", Other.PDF: "pdf"}
_FAMILIES[Other.IMAGE] = "image"
# A document of Office as a whole, of which only the password tells what it is.
_LOCKED = "locked"
_NO_IMAGES = template("Images are not shown, since the file is protected by a password.")
WEB_PAGE = "html"
FLAT_ODT = "fodt"
RICH_TEXT = "rtf"
# Files of these are no XML, and may have all signs that it cannot have but those that are no text.
_NO_XML = frozenset({RICH_TEXT, "text", "markdown", "srt", "vtt"})
_MAIL = {Other.MAIL: "mail", Other.MHTML: "mhtml"}
_HEAD = 65536
# What files of these families that have images in them begin with, so that they may be large.
BEGINNINGS = (b"PK", b"%PDF-", b"{\\rtf")


def packed_family(data: bytes, name: str) -> str:
    """The family of a file with these bytes that is binary, or a mail; "" if it is none that is read.

    `name` is the file's. The parts of a mail may be in any encoding.
    """
    if is_locked(data):
        return _LOCKED
    if (found := binary_format(data, name)) is not None:
        return _FAMILIES.get(found, "")
    return mail_family(data[:_HEAD].decode("latin-1"), name)


def mail_family(text: str, name: str) -> str:
    """The family of a text, if it is a mail or a web page in the form of one; else ""."""
    head = text[:_HEAD].replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    found = mail_format(head, PurePath(name).suffix.lower())
    return _MAIL.get(found, "") if found is not None else ""


def parse_family(
    family: str,
    data: bytes,
    name: str,
    password: str = "",
    began: Began | None = None,
    recognising: Recognising = lambda _number, _count: None,
) -> Parsed:
    """Read the bytes of a file of this family.

    Args:
        family: see `packed_family`.
        data: the bytes.
        name: of the document, for messages.
        password: that opens them, if they are protected.
        began: is told of the beginning before the rest is read, if there is more than a screenful.
        recognising: is told of each page that is recognised.

    Raises:
        DocumentError: they cannot be read.
        PasswordError: `password` does not open them, or is "" and one is needed.
    """
    with_password = unlocked(data, name, password)
    if with_password is None:
        return _parser(family, password, recognising)(data, name, began)
    family = packed_family(with_password.data, name)
    if family in ("", _LOCKED):
        refuse_binary(with_password.data, name)
        raise damaged(name)
    tell = None if began is None else lambda beginning: began(_protected(beginning, family))
    return _protected(_parser(family, password, recognising)(with_password.data, name, tell), family)


def _protected(parsed: Parsed, family: str) -> Parsed:
    """What was found under a password, as a file of this family."""
    left_out = (*parsed.left_out, *([Message(_NO_IMAGES)] if parsed.figures else ()))
    return replace(parsed, protected=True, family=family, left_out=left_out)


def _parser(family: str, password: str, recognising: Recognising) -> Callable[[bytes, str, Began | None], Parsed]:
    match family:
        case "docx":
            from reader.formats.docx.document import parse_docx as parser
        case "odt" | "fodt":
            from reader.formats.odt.document import parse_odt as parser
        case "epub":
            from reader.formats.epub.document import parse_epub as parser
        case "rtf":
            from reader.formats.rtf.document import parse_rtf as parser
        case "pdf":
            from reader.formats.pdf.document import parse_pdf

            return lambda data, name, began: parse_pdf(data, name, password, began, recognising)
        case "image":
            from reader.formats.image import parse_image

            return lambda data, name, began: parse_image(data, name, began, recognising)
        case "mail":
            from reader.formats.mail.document import parse_mail

            return lambda data, name, _began: parse_mail(data, name)  # all of it is as quickly there
        case "mhtml":
            from reader.formats.mail.document import parse_saved_page

            return lambda data, name, _began: parse_saved_page(data, name)
        case _:
            from reader.formats.webpage import parse_web_page as parser
    return parser


def rewrite_family(family: str, data: bytes, name: str, rewriting: Rewriting, password: str = "") -> Rewritten:
    """Write paragraphs back into the bytes of a file of this family; `name` is as for `parse_family`.

    What is protected by a password is so too when it has been written, by the same.

    Raises:
        DocumentError: they cannot be read, or have other paragraphs than they are said to have.
        PasswordError: as for `parse_family`.
    """
    changes = [fit_for_files(change, xml=family not in _NO_XML) for change in rewriting.changes]
    rewriting = replace(rewriting, changes=changes)
    with_password = unlocked(data, name, password)
    if with_password is None:
        return _rewriter(family)(data, name, rewriting)
    done = _rewriter(family)(with_password.data, name, rewriting)
    return replace(done, data=data if done.data == with_password.data else with_password.lock(done.data))


def _rewriter(family: str) -> Callable[[bytes, str, Rewriting], Rewritten]:
    match family:
        case "odt" | "fodt":
            from reader.formats.odt.rewriting import rewrite_odt as rewriter
        case "docx":
            from reader.formats.docx.rewriting import rewrite_docx as rewriter
        case "epub":
            from reader.formats.epub.rewriting import rewrite_epub as rewriter
        case "rtf":
            from reader.formats.rtf.rewriting import rewrite_rtf as rewriter
        case "html":
            from reader.formats.webpage_rewriting import rewrite_web_page as rewriter
        case "markdown":
            from reader.formats.markdown.rewriting import rewrite_markdown as rewriter
        case "text":
            from reader.formats.rewriting.plain import rewrite_plain as rewriter
        case _:
            from reader.formats.rewriting.cues import rewrite_cues

            return lambda data, name, rewriting: rewrite_cues(data, name, family, rewriting)
    return rewriter
