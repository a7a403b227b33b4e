"""Adversarial texts, and everything the program does with a text, for a test and a benchmark.

Each input is a function from a number of characters to a text of about that length, in one paragraph if the format
allows. They target unbounded lookahead, backtracking and quadratic loops.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from reader.annotations import Places
from reader.engine.tokens_linked import same_tokens, shortened
from reader.export import ExportOptions, Layout, as_json, as_markdown, as_text, tmx_bytes
from reader.export.docx.document import docx_bytes
from reader.export.markdown.bilingual import markdown_bytes
from reader.export.pdf.content import PdfContent
from reader.export.web.epub import epub_bytes
from reader.export.web.page import html_bytes
from reader.export.xliff.document import xliff_bytes
from reader.formats import read_data, read_text
from reader.parallel import (
    ParallelText,
    Part,
    RowTranslated,
    State,
    assembled,
    differences,
    parts_of,
    sentence_texts,
    translation_texts,
    user_edit,
)
from reader.parallel.editing import carried_links
from reader.processing import (
    Placeholders,
    Without,
    finish,
    number_tokens,
    plan,
    tokens,
    units,
    unspellable,
    warnings,
)
from reader.processing.checks import findings
from reader.processing.nontranslatables import lost, names
from reader.search import Query, TextIndex, find
from reader.search.folding import fold
from reader.text import Link, shown, split_sentences, word_spans, words_and_signs
from reader.translation import given_sentences
from reader.translation.sentences import sentences_of

Input = Callable[[int], str]


def _run(unit: str) -> Input:
    return lambda size: (unit * (size // len(unit) + 1))[:size] + " ord"


def _halves(first: str, second: str) -> Input:
    return lambda size: first * (size // 2 // len(first)) + "ord" + second * (size // 2 // len(second))


def _after(beginning: str, unit: str, end: str = " ord") -> Input:
    return lambda size: beginning + unit * (size // len(unit)) + end


def _rising(line: Callable[[int], str]) -> Input:
    """Lines of increasing length, of about `size` characters in all."""
    return lambda size: "\n".join(line(number) for number in range(1, int((2 * size / len(line(1))) ** 0.5) + 2))


def _table(size: int) -> str:
    columns = max(size // 16, 2)
    return "a|" * columns + "\n" + "-|" * columns + "\n" + "ord\n" * (3 * columns)


def _referring(count: int) -> str:
    notes = "\n\n".join(f"[{number}] b" for number in range(count))
    return " ".join(f"ord[{number}] *a*" for number in range(count)) + f"\n\nNoter\n\n{notes}"


INPUTS: dict[str, Input] = {
    # HTML that is never closed
    "open tags": _run("<div "),
    "open tags in a sentence": _run("ord <a "),
    "open comments": _run("<!--"),
    "open comments in a sentence": _run("ord <!-- "),
    "open sections": _run("<![CDATA["),
    "open instructions": _run("ord <? "),
    "open attributes": _run("<a b=' c=\" d='"),
    "scripts": _run("<script>ord"),
    "long references": _run("&" + "a" * 40),
    # links and images
    "brackets": _run("["),
    "brackets and words": _run("[ord "),
    "brackets in brackets": _halves("[", "]"),
    "images": _run("!["),
    "links in links": _halves("[", "](b)"),
    "open targets": _run("[a](<b"),
    # An odd number of quotation marks at any size, so that they never pair.
    "open titles": lambda size: '[a](b "' * (size // 14 * 2 + 1) + " ord",
    "links": _run("[ord](https://a.no/b) "),
    "definitions": _run("[r]: /x 'ord\n"),
    "uses of a definition": _after("[r]: /x\n\n", "[r] "),
    "open addresses": _run("<a@"),
    # emphasis and code
    "emphasis": _run("*a **a "),
    "emphasis in emphasis": _halves("*a **a ", "b** c* "),
    "marks of emphasis": _run("*_"),
    "emphasized words": _run("*ord* **ord** "),
    "rising backticks": _rising(lambda number: "`" * number + " a"),
    "backticks": _run("`a``"),
    "strikes": _run("~~a "),
    "links of website generators": _run("[a]({{< b >}} "),
    # blocks
    "quotations in quotations": _rising(lambda number: ">" * number + " ord"),
    "lines of a deep quotation": _after(">" * 40 + " ord\n", "ord\n"),
    "lists in lists": _rising(lambda number: " " * 2 * number + "- ord"),
    "bullets": _run("- "),
    "items": _run("- ord\n"),
    "wide table": _table,
    "tables": _run("a|b\n-|-\nc\n\n"),
    "title in front": lambda size: "---\ntitle: a" + " a" * (size // 2) + "\n---\nord",
    "values in front": lambda size: "---\n" + "a: [" * (size // 4) + "\n---\nord",
    # what dialects add
    "open notes": _run("^[ord "),
    "notes in notes": _run("[^a]: [^a]: ord\n"),
    "notes that lead to notes": lambda size: "\n".join(f"[^{n}]: ord [^{n + 1}]" for n in range(size // 18)),
    "references among marks": lambda size: _referring(size // 16),
    "open references of notes": _after("[^a]: x\n\n", "[^"),
    "open formulas": _run("$$ a\n"),
    "dollars": _run("$a "),
    "open wiki links": _run("[[a "),
    "open braces": _run("{.a {{< {% "),
    "open containers": _run(":::tip\n"),
    "containers in containers": _halves(":::tip\n", ":::\n"),
    "admonitions": _run("!!! note\n    "),
    "definitions in definitions": _run("a\n: : "),
    "open components": _after("Ord\n\n", "<Aa>\n\n", "</Aa>"),
    "words in an attribute of a component": _after('ord\n\n<Aa b="A', " a", '{" />\n\nord'),
    "letters in front": lambda size: "+++\n" + "å" * size + "\n+++\nord",
    "spaces in front": lambda size: "+++\n" + " " * size + "å\n+++\nord",
    "names of blocks": _run("ord ^abc1\n"),
    "imports": _run("import 'x'\n"),
    "open comments of Obsidian": _run("%%\nord\n"),
    # structure in HTML
    "cells": _after("<table>", "<td>a"),
    "tall cells": lambda size: "<table><tr>" + "<td rowspan=999>" * 8 + "<tr><td>" * (size // 8) + " ord",
    "tables with names": _run("<table><tr><td id=a>b<td>c</table>"),
    "tables in tables": _run("<table><tr><td>a<td>b"),
    "items of HTML": _run("<ul><li>a<li>b</ul>"),
    "marks over blocks": _run("<a href=x><b><p>a"),
    "languages": _run("<div lang=de>a"),
    "open scripts in a line": _run("ord <script> "),
    "raised words": _run("ord <sup>1"),
    "open fences": _run("> ```\nord\n"),
    "lines of a box": _after("+---+---+\n", "| a | b |\n", "+---+---+\n\nord"),
    "a wide box of narrow ones": lambda size: "+-" * (size // 4) + "+\n" + "+-+\n" * (size // 8) + "\nord",
    "a wide row of narrow ones": lambda size: "a  " * (size // 6) + "\n" + "a  b\n" * (size // 10) + "\nord",
    "lines": _run("ord\n"),
    "wrapped lines": _run("Et ord etter et annet ord på en linje som er brutt av et program.\n"),
    # words
    "dots": _run("."),
    "hyphens and dots": _run("-."),
    "words with plus signs": _run("a+b."),
    "at signs": _run("a@"),
    "tokens that touch": _run("{}"),
    "tokens that stand together": _run("@a "),
    "names of hosts": _after("a@", "b."),
    "addresses": _run("https://a.no/b_c "),
    "underscores": _run("a_b"),
    "long words": _run("ord" * 11 + " "),
    "figures": _run("1 000 "),
    "white space": lambda size: "ord" + " " * size + "ord",
    "blank lines": lambda size: "ord" + " \n " * (size // 3) + "ord",
    "accents": _after("a", "\u0301\u0327"),
    "emoji": _run("👍🏽"),
    # sentences
    "foreign words": lambda size: " a ".join(chr(0x4E00 + number % 20_000) for number in range(size // 4)) + " ord",
    "signs before words": _run("★-a "),
    "short sentences": _run("Ja. "),
    "initials": _run("Å. "),
    "full stops": _run(". "),
    "abbreviations": _run("kl. bl.a. nr. "),
    "quotation marks": _run("«a» 'b' "),
    "open quotation marks": _run("«"),
    "marked sentences": _run("Et **ord** her. "),
    "marked lines": _run("*ord*  \n"),
    # code
    "code in a sentence": _run("ord `kode` "),
    "code that touches": _run("ord`a`"),
    "sentences with code": _run("Et `ord` her. "),
    "verbatim spans": _run("ord \ufdd0a b\ufdd1 "),
}


def translated(text: str) -> ParallelText:
    """The text read as Markdown and "translated" to itself, with all words linked and all marks carried over."""
    parallel = ParallelText.untranslated(read_text(text, markdown=True), "nb", "en")
    for index in parallel.outstanding():
        paragraph = parallel.rows[index].source
        sentences = [(each.span, each.key) for each in sentences_of(paragraph, "nb")]
        parts = [Part(span, sentence, links=_linked(sentence), edited=True) for span, sentence in sentences]
        parallel.apply(RowTranslated(index, assembled(paragraph, parts)))
    return parallel


def _linked(sentence: str) -> tuple[Link, ...]:
    return tuple((start, end, start, end, 1.0) for start, end in word_spans(sentence))


def _processed(text: str) -> None:
    plan(text)
    finish(text, text.replace("ord", "word"), "nb")
    warnings(text, text.replace("ord", "word"))


def _placeholders(text: str) -> None:
    numbers = number_tokens(text, "", "nb", "en")
    found = units(text, [*tokens(text, "nb", "en"), *numbers], unspellable(text, str.isascii))
    placeholders = Placeholders.of(text, found)
    placeholders.misplaced(placeholders.text)
    placeholders.restored(placeholders.text)
    without = Without.of(text, found)
    without.into(without.text, ())
    shortened(text, text, same_tokens(text, found, text))


def _split(text: str) -> None:
    for language in ("nb", "en"):
        split_sentences(text, language)
    word_spans(text)
    words_and_signs(text)


def _protect(text: str) -> None:
    names(text)
    lost(text, text.replace("ord", "word"))


def _search(parallel: ParallelText) -> None:
    index = TextIndex(parallel.rows)
    for query in ("ord", "aa", "é", ". "):
        for whole in (False, True):
            list(find(index, Query(query, match_case=whole, whole_words=whole)))


def _edit(parallel: ParallelText) -> None:
    for row in parallel.rows:
        if row.state is State.DONE:
            assembled(row.source, parts_of(row))
        for sentence, words in zip(sentence_texts(row), translation_texts(row), strict=True):
            user_edit(sentence, shown(words))


def _options(layout: Layout) -> ExportOptions:
    return ExportOptions(layout, sentence_marks=True, timestamp=datetime(2026, 1, 1, tzinfo=UTC))


def _set(parallel: ParallelText, layout: Layout) -> None:
    PdfContent(parallel, _options(layout), "👍🏽").content()


def _exchange(parallel: ParallelText) -> None:
    """Write XLIFF, read it, and look for the translation that it brings."""
    given_sentences(read_data(xliff_bytes(parallel, _options(Layout.COLUMNS)), "a.xlf"), "nb", "en")


def _note(parallel: ParallelText) -> None:
    """Note something at sentences of a text, and look for the places in another version of it."""
    texts = [row.source.text for row in parallel.rows]
    before, after = Places(texts), Places(["Nytt", *(text.replace("ord", "word") for text in texts)])
    for number, row in enumerate(parallel.rows[:20]):
        for pair in (*row.sentences[:2], *row.sentences[-2:]):
            after.find(before.anchor(number, pair.source))
        after.find(before.anchor(number))


# What is done with a text, and with one that was read and translated.
def _checked(text: str) -> None:
    """Look for what is wrong with a text as a translation of others, both ways."""
    for other in (text, text[: len(text) // 2], ""):
        findings(text, other, ("nb", "en"))
        findings(other, text, ("nb", "en"))
        findings(text, other, ("en", "nb"))


WITH_TEXT: dict[str, Callable[[str], object]] = {
    "read as plain text": read_text,
    "split into sentences and words": _split,
    "look for what must survive": _protect,
    "plan, mend and judge": _processed,
    "check": _checked,
    "placeholders for what cannot be spelt": _placeholders,
    "compare": lambda text: differences(text, text.replace("ord", "word")),
    "carry links over an edit": lambda text: carried_links((), text, f"{text} ord"),
    "fold": fold,
}
WITH_TRANSLATION: dict[str, Callable[[ParallelText], object]] = {
    "search": _search,
    "edit": _edit,
    "write Markdown in columns": lambda parallel: markdown_bytes(parallel, _options(Layout.COLUMNS)),
    "write stacked Markdown": lambda parallel: markdown_bytes(parallel, _options(Layout.STACKED)),
    "write the translation as Markdown": as_markdown,
    "write HTML": lambda parallel: html_bytes(parallel, _options(Layout.COLUMNS)),
    "write EPUB": lambda parallel: epub_bytes(parallel, _options(Layout.STACKED)),
    "write Word": lambda parallel: docx_bytes(parallel, _options(Layout.COLUMNS)),
    "set pages in columns": lambda parallel: _set(parallel, Layout.COLUMNS),
    "set facing pages": lambda parallel: _set(parallel, Layout.FACING),
    "write TMX": lambda parallel: tmx_bytes(parallel, _options(Layout.COLUMNS)),
    "write XLIFF and read it": _exchange,
    "note and find again": _note,
    "write text": as_text,
    "write JSON": as_json,
}
