"""The families of formats that are read in a process of their own, how they are parsed, and how all are written anew.

Text, Markdown and subtitles are read in the program, and written anew in that process, which can be cancelled.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from reader.formats.binary_signatures import binary_format
from reader.formats.mail_signatures import mail_format
from reader.formats.other_formats import Other
from reader.formats.parsed import Parsed
from reader.formats.rewriting.changes import Rewriting, Rewritten
from reader.formats.rewriting.texts import fit_for_xml

# The name of each family, as `Source.format` has it.
_FAMILIES = {Other.DOCX: "docx", Other.ODT: "odt", Other.EPUB: "epub"}
WEB_PAGE = "html"
FLAT_ODT = "fodt"
_MAIL = {Other.MAIL: "mail", Other.MHTML: "mhtml"}
_HEAD = 65536
_XML = frozenset({*_FAMILIES.values(), FLAT_ODT})


def packed_family(data: bytes, name: str) -> str:
    """The family of a file with these bytes that is an archive or a mail; "" if it is none that is read.

    `name` is the file's. Both may have parts in any encoding.
    """
    if data[:2] == b"PK":
        found = binary_format(data, name)
        return _FAMILIES.get(found, "") if found is not None else ""
    return mail_family(data[:_HEAD].decode("latin-1"), name)


def mail_family(text: str, name: str) -> str:
    """The family of a text, if it is a mail or a web page in the form of one; else ""."""
    head = text[:_HEAD].replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    found = mail_format(head, PurePath(name).suffix.lower())
    return _MAIL.get(found, "") if found is not None else ""


def parse_family(family: str, data: bytes, name: str) -> Parsed:
    """Read the bytes of a file of this family; `name` is the document's, for messages.

    Raises:
        DocumentError: they cannot be read.
    """
    return _parser(family)(data, name)


def _parser(family: str) -> Callable[[bytes, str], Parsed]:
    match family:
        case "docx":
            from reader.formats.docx.document import parse_docx as parser
        case "odt" | "fodt":
            from reader.formats.odt.document import parse_odt as parser
        case "epub":
            from reader.formats.epub.document import parse_epub as parser
        case "mail":
            from reader.formats.mail.document import parse_mail as parser
        case "mhtml":
            from reader.formats.mail.document import parse_saved_page as parser
        case _:
            from reader.formats.webpage import parse_web_page as parser
    return parser


def rewrite_family(family: str, data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """Write paragraphs back into the bytes of a file of this family; `name` is as for `parse_family`.

    Raises:
        DocumentError: they cannot be read, or have other paragraphs than they are said to have.
    """
    if family in _XML:
        rewriting = replace(rewriting, changes=list(map(fit_for_xml, rewriting.changes)))
    return _rewriter(family)(data, name, rewriting)


def _rewriter(family: str) -> Callable[[bytes, str, Rewriting], Rewritten]:
    match family:
        case "odt" | "fodt":
            from reader.formats.odt.rewriting import rewrite_odt as rewriter
        case "docx":
            from reader.formats.docx.rewriting import rewrite_docx as rewriter
        case "epub":
            from reader.formats.epub.rewriting import rewrite_epub as rewriter
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
