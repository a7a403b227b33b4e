"""Making a document of what another program offers: the same text as Markdown, HTML or plain text."""

from pathlib import Path

from reader import late_re as re
from reader.errors import DocumentError, NoTextError
from reader.export.markdown.paragraphs import write_markdown
from reader.export.offered import Offered
from reader.formats import (
    MAX_BYTES,
    parse_copied_html,
    read_document,
    refuse_binary,
    refuse_other_text,
    without_controls,
)
from reader.pasted import Pasted
from reader.text import Kind

# Editors of program code, and terminals, colour plain text with HTML.
_AS_TYPED = re.compile(r"^(?:\s|<meta[^<>]*>|<!--[^<>]*-->|</?(?:html|body)>)*<div[^<>]*white-space:\s*pre\s*[;\"']")

# Characters that show what is a file of another format.
_HEAD = 4000


def keep_pasted(pasted: Pasted, offered: Offered) -> Path:
    """Store a text that was pasted or dropped, with its structure if there is any.

    Markdown is stored as it is, HTML as Markdown, anything else as plain text.

    Args:
        pasted: where it is stored.
        offered: its forms.

    Returns:
        Its file; that of the same text if it has been stored before.

    Raises:
        NoTextError: there is no text.
        DocumentError: it is too large, or not what Tospalt reads.
        OutputError: it cannot be written.
    """
    text, markdown = _chosen(offered)
    _check_size(text)
    if not text.strip():
        raise NoTextError("There is no text to read.")
    if not markdown:  # here, as there is no file that reading it could tell of
        refuse_binary(text[:_HEAD].encode("utf-8", "replace"), "")
        refuse_other_text(text, "")
        text = without_controls(text)  # of which some stand for hyphens and line breaks
    before = set(pasted)
    path = pasted.keep(text, markdown=markdown)
    try:
        read_document(path)
    except DocumentError:
        if path not in before:
            pasted.delete(path)  # the user still has it where it came from
        raise
    return path


def _chosen(offered: Offered) -> tuple[str, bool]:
    """The form that tells most, and whether it is Markdown."""
    if offered.markdown.strip():
        return offered.markdown, True
    if (written := _markdown_of(offered)).strip():
        return written, True
    return offered.plain or offered.html * (len(offered.html) > MAX_BYTES), False


def _markdown_of(offered: Offered) -> str:
    """The HTML as Markdown; "" if the plain text tells as much, or the HTML has no text or is too large."""
    html = offered.html
    if not html or len(html) > MAX_BYTES or (offered.plain and _AS_TYPED.match(html)):
        return ""
    builder = parse_copied_html(html)
    # Images without a description are decoration or of no use without their file.
    paragraphs = [each for each in builder.paragraphs if each.kind is not Kind.FIGURE or each.text]
    if offered.plain and all(each.kind is Kind.CODE for each in paragraphs):
        return ""  # a text file as browsers show it
    return write_markdown(paragraphs, builder.figures)


def _check_size(text: str) -> None:
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise DocumentError(
            "The text is too large ({size} MB). Tospalt opens texts of up to {limit} MB.",
            size=round(size / 1e6),
            limit=round(MAX_BYTES / 1e6),
        )
