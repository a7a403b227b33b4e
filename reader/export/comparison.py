"""A document translated with several packages, as a web page, as JSON, and as a text with a column for each."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

from reader.export.colophon import moment_of
from reader.export.labels import Labels, labels_for
from reader.export.markup import Markup, broken, element, joined, one_line
from reader.export.options import ExportOptions
from reader.parallel import Column, ParallelText, Row, SentencePair, State, Version, initial_row, translated_row
from reader.paths import RESOURCES
from reader.text import Mark, MarkKind, Paragraph, Span, language_tag, own_name
from reader.translation import ComparedSentence, ComparedTranslation, Comparison, title_of
from reader.version import __version__

_STYLES = RESOURCES / "export" / "compare.css"


def comparison_json(comparison: Comparison) -> bytes:
    """The comparison as JSON; spans count code points, `source` in the paragraph and `differs` in the translation."""
    source, target = comparison.languages
    document = comparison.document
    data = {
        "document": {
            # A file name that is not valid UTF-8 has lone surrogates, which cannot be encoded.
            "name": document.name.encode("utf-8", "replace").decode(),
            "title": document.title,
            "source_language": source,
            "target_language": target,
        },
        "packages": [
            {"name": each.name, "version": each.version, "starter": each.starter} for each in comparison.packages
        ],
        "same": sum(each.same for each in comparison.sentences),
        "sentences": [_sentence(each, comparison) for each in comparison.sentences],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _sentence(sentence: ComparedSentence, comparison: Comparison) -> dict[str, Any]:
    return {
        "paragraph": sentence.row,
        "number": comparison.numbers[sentence.row],
        "source": list(sentence.span),
        "text": sentence.source,
        "same": sentence.same,
        "translations": [
            {
                "text": each.text,
                "differs": [list(span) for span in each.differs],
                "score": None if each.score is None else round(each.score, 4),
                "similarity": round(each.similarity, 4),
            }
            for each in sentence.translations
        ],
    }


def comparison_pdf(comparison: Comparison, timestamp: datetime | None = None) -> bytes:
    """The comparison as a PDF: the document with the translations of each package in a column, what differs underlined.

    Raises:
        OutputError: the pages cannot be set.
    """
    from reader.export.pdf.document import set_pdf

    labels = labels_for(comparison.languages[1])
    columns = {Column.OTHER + place: title_of(package) for place, package in enumerate(comparison.packages)}
    options = ExportOptions(
        columns=(Column.ORIGINAL, *columns),
        names=tuple(columns.items()),
        sentence_marks=True,
        state_marks=False,
        remarks=(_alike(comparison, labels),),
        timestamp=timestamp,
    )
    return set_pdf(_in_columns(comparison), options).data


def _in_columns(comparison: Comparison) -> ParallelText:
    """The document with what each package makes of it in a column of its own."""
    source, target = comparison.languages
    sentences = {row: list(own) for row, own in groupby(comparison.sentences, key=lambda each: each.row)}
    rows = [
        _in_row(paragraph, sentences[index]) if index in sentences else initial_row(paragraph, source)
        for index, paragraph in enumerate(comparison.document.paragraphs)
    ]
    return ParallelText(comparison.document, source, target, comparison.packages, rows)


def _in_row(paragraph: Paragraph, sentences: Sequence[ComparedSentence]) -> Row:
    versions = [
        _version(Column.OTHER + place, [(each.span, each.translations[place]) for each in sentences])
        for place in range(len(sentences[0].translations))
    ]
    first = versions[0]
    row = translated_row(paragraph, first.text, first.pairs, first.marks)
    for version in versions:
        row = row.with_version(version)
    return row


def _version(column: int, sentences: Sequence[tuple[Span, ComparedTranslation]]) -> Version:
    """What a package makes of the sentences of a paragraph."""
    pairs: list[SentencePair] = []
    marks: list[Mark] = []
    text = ""
    for span, translation in sentences:
        text += " " * bool(text and translation.text)
        start = len(text)
        text += translation.text
        marks += (Mark(start + a, start + b, MarkKind.UNDERLINE) for a, b in translation.differs)
        pairs += [SentencePair(span, (start, len(text)))] if translation.text else []
    return Version(column, text, tuple(pairs), tuple(marks), State.DONE if text else State.FAILED)


def _alike(comparison: Comparison, labels: Labels) -> str:
    same, count = sum(each.same for each in comparison.sentences), len(comparison.sentences)
    return labels.alike.format(same=same, count=count)


def comparison_html(comparison: Comparison, timestamp: datetime | None = None) -> bytes:
    """The comparison as a self-contained web page; its security policy allows its own style and nothing else."""
    labels, style = labels_for(comparison.languages[1]), _STYLES.read_text("utf-8")
    source, _ = comparison.languages
    page = element(
        "html",
        {"lang": language_tag(source)},
        element("head", {}, *_head(comparison, style, timestamp)),
        element("body", {}, *_body(comparison, labels, timestamp)),
    )
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(comparison: Comparison, style: str, timestamp: datetime | None) -> Iterator[Markup]:
    yield element("meta", {"charset": "utf-8"})
    checksum = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{checksum}'; base-uri 'none'; form-action 'none'"
    yield element("meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    yield element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    yield element("meta", {"name": "generator", "content": f"Tospalt {__version__}"})
    yield element("meta", {"name": "date", "content": moment_of(timestamp).isoformat()})
    yield element("title", {}, one_line(comparison.document.title))
    yield element("style", {}, Markup(style))  # not escaped in this element: it is the program's own


def _body(comparison: Comparison, labels: Labels, timestamp: datetime | None) -> Iterator[Markup]:
    ours, theirs = ({"lang": language_tag(code)} for code in comparison.languages)
    quiet = {"lang": language_tag(labels.language)}
    yield element("h1", {}, one_line(comparison.document.title))
    yield element("p", {"class": "count", **quiet}, _alike(comparison, labels))
    heads = [element("th", {"scope": "col", **ours}, own_name(comparison.languages[0]))]
    heads += [element("th", {"scope": "col", **theirs}, one_line(title_of(each))) for each in comparison.packages]
    number = element("th", {"scope": "col", **quiet}, labels.number)
    rows = (_row(each, comparison, ours, theirs) for each in comparison.sentences)
    yield element(
        "table", {}, element("thead", {}, element("tr", {}, number, *heads)), element("tbody", {}, *_numbered(rows))
    )
    day = labels.date(moment_of(timestamp))
    lines = (
        labels.source.format(name=one_line(comparison.document.name)),
        day,
        labels.machine.format(version=__version__),
    )
    yield element("footer", quiet, *(element("p", {}, line) for line in lines))


def _numbered(rows: Iterable[Markup]) -> Iterator[Markup]:
    for row in rows:
        yield row
        yield Markup("\n")


def _row(sentence: ComparedSentence, comparison: Comparison, ours: dict[str, str], theirs: dict[str, str]) -> Markup:
    number = comparison.numbers[sentence.row]
    cells = [element("td", {"class": "number"}, str(number or "")), element("td", ours, broken(sentence.source))]
    cells += [element("td", theirs, _marked(each)) for each in sentence.translations]
    return element("tr", {"class": "same" if sentence.same else "different"}, *cells)


def _marked(translation: ComparedTranslation) -> Markup:
    if not translation.text:
        return Markup("–")
    return joined(
        element("mark", {}, broken(text)) if differs else broken(text)
        for text, differs in stretches(translation.text, translation.differs)
    )


def stretches(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """A text cut at spans in order, and of each stretch whether it is one of them."""
    done = 0
    for start, end in spans:
        if done < start:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
