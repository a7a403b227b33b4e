"""Paragraphs that stand in blocks of HTML in a Markdown text, with other words."""

from typing import NamedTuple

from reader.formats.html_origins import Form
from reader.formats.html_regions import region_of
from reader.formats.html_writing import Manner, with_text, written_anew
from reader.formats.markdown.blocks import Block
from reader.formats.markdown.laying import Laid
from reader.formats.markdown.places import Places
from reader.formats.rewriting.changes import Change
from reader.text import Kind, MarkKind, language_tag


class HtmlEdit(NamedTuple):
    """A span of a block of HTML that is written anew, what it is to be read as, and how it was laid."""

    block: Block
    start: int
    end: int
    new: str
    text: str
    laid: Laid


def html_edit(places: Places, change: Change, language: str, *, both: bool) -> HtmlEdit | None:
    """What is to be written for a paragraph in HTML; None if it does not stand there, or cannot be written."""
    paragraph = places.paragraphs[change.row]
    tokens = [
        places.html.tokens[int(m.href)] for m in paragraph.marks if m.kind is MarkKind.ORIGIN and m.href.isdigit()
    ]
    if not tokens or not places.parts[tokens[0].part].lines:
        return None
    block = places.parts[tokens[0].part]
    if paragraph.kind is Kind.FIGURE:
        token, text = tokens[0], f"{paragraph.text} / {change.text}" if both else change.text
        if token.form is Form.TEXT:
            return None
        return HtmlEdit(
            block, token.start, token.end, with_text(block.content[token.start : token.end], text), text, Laid("", text)
        )
    region = region_of(places.html, paragraph, preformatted=paragraph.kind is Kind.CODE)
    if region is None:
        return None
    manner = Manner(language_tag(language) if language else "", copy=both)
    new, placement = written_anew(region, block.content, paragraph, change, manner)
    text = change.text
    if both:
        old = block.content[region.start : region.end]
        new = f"{old}{manner.line_break}{manner.in_language('<span>')}{new}</span>"
        text = f"{paragraph.text}\n{text}"
    laid = Laid(new, text, placement.looks, placement.lost, placement.guessed)
    return HtmlEdit(block, region.start, region.end, new, text, laid)
