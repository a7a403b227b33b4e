"""Part of one text as HTML to be pasted elsewhere: structure and formatting, but no styles, names or script."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader.export.blocks import Block, blocks
from reader.export.grid import grouped
from reader.export.labels import labels_for
from reader.export.markup import Markup, element, joined
from reader.export.options import ExportOptions, Layout
from reader.export.web.context import Web
from reader.export.web.inline import inline
from reader.export.web.nested import nested
from reader.export.web.texts import text_element
from reader.parallel import Column, ParallelText, left_row
from reader.text import HEADINGS, Document, Paragraph, language_tag

_OPTIONS = ExportOptions(
    layout=Layout.TRANSLATION, columns=(Column.TRANSLATION,), numbers=False, state_marks=False, sentence_marks=False
)


def fragment(paragraphs: Sequence[Paragraph], languages: Sequence[str], cancelled: Callable[[], bool]) -> Markup:
    """Paragraphs with their structure, each in its language.

    Raises:
        CancelledError: `cancelled`, called before each paragraph, returned True.
    """
    web = _web(paragraphs, languages)
    found = grouped(_blocks(web, cancelled))
    body = nested(web, found, lambda block: _in_language(web, block, _text(web, block)))
    return element("div", web.lang(web.text.target_language), *body)


def inline_fragment(paragraphs: Sequence[Paragraph], languages: Sequence[str], cancelled: Callable[[], bool]) -> Markup:
    """Words of paragraphs, without these themselves."""
    web = _web(paragraphs, languages)
    found = (inline(web, block.target) for block in _blocks(web, cancelled))
    return element("span", web.lang(web.text.target_language), joined(found))


def table_fragment(
    pairs: Sequence[tuple[Paragraph, Paragraph]], languages: tuple[str, str], cancelled: Callable[[], bool]
) -> Markup:
    """Paragraphs beside their translations, a row of a table for each pair.

    Raises:
        CancelledError: `cancelled`, called before each paragraph, returned True.
    """
    sides = []
    for side, language in enumerate(languages):
        web = _web([pair[side] for pair in pairs], [language] * len(pairs))
        sides.append({block.index: _text(web, block) for block in _blocks(web, cancelled)})
    rows = (
        element(
            "tr",
            {},
            *(
                element("td", {"lang": language_tag(code)}, side.get(n, Markup()))
                for side, code in zip(sides, languages, strict=True)
            ),
        )
        for n in range(len(pairs))
    )
    return element("table", {}, *rows)


def _blocks(web: Web, cancelled: Callable[[], bool]) -> Iterator[Block]:
    """The blocks of the fragment; headings have the level that they have in their document."""
    for block in blocks(web.text, _OPTIONS, cancelled):
        level = web.text.rows[block.index].source.level
        yield replace(block, level=min(max(level, 1), 6)) if block.kind in HEADINGS else block


def _text(web: Web, block: Block) -> Markup:
    return text_element(web, block, block.target, lead=True)


def _web(paragraphs: Sequence[Paragraph], languages: Sequence[str]) -> Web:
    """A text of these paragraphs in the language of the first."""
    language = languages[0] if languages else "en"
    document = Document("", tuple(paragraphs), None, language, certain=True)
    rows = [left_row(paragraph, code) for paragraph, code in zip(paragraphs, languages, strict=True)]
    return Web(ParallelText(document, language, language, rows=rows), _OPTIONS, labels_for(language), fragment=True)


def _in_language(web: Web, block: Block, body: Markup) -> Markup:
    if block.target.language == web.text.target_language:
        return body
    return element("div", web.lang(block.target.language), body)
