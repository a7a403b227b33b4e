"""The translation alone, as plain text, Markdown or JSON."""

import json
from typing import Any

from reader.export.markdown.paragraphs import write_markdown
from reader.parallel import ParallelText, Row, SentencePair
from reader.text import Kind, Paragraph


def as_text(text: ParallelText) -> str:
    """The translation as plain text, with an empty line between paragraphs; failed paragraphs are left out."""
    blocks = (_text_block(row) for row in text.rows)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _text_block(row: Row) -> str:
    if row.source.kind is Kind.RULE:
        return "---"
    marker = f"{row.source.marker} " if row.source.marker else ""
    return marker + row.target if row.target else ""


def as_markdown(text: ParallelText) -> str:
    """The translation as Markdown, with the kinds of the paragraphs; failed paragraphs are left out."""
    rows = [row for row in text.rows if row.target or row.source.kind is Kind.RULE]
    return write_markdown(
        [Paragraph(row.target, row.source.kind, row.marks, row.source.level, row.source.marker) for row in rows]
    )


def as_json(text: ParallelText) -> str:
    """Both texts, sentence by sentence, as JSON; spans count code points in the paragraph's source and target."""
    data = {
        "document": {
            # A file name that is not valid UTF-8 has lone surrogates, which cannot be encoded.
            "name": text.document.name.encode("utf-8", "replace").decode(),
            "title": text.document.title,
            "source_language": text.source_language,
            "target_language": text.target_language,
        },
        "package": _package(text),
        "paragraphs": [_paragraph(row) for row in text.rows],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _package(text: ParallelText) -> dict[str, str] | None:
    """Name and version, joined by plus signs if there are several packages."""
    if not text.packages:
        return None
    names, versions = zip(*((package.name, package.version) for package in text.packages), strict=True)
    return {"name": "+".join(names), "version": "+".join(versions)}


def _paragraph(row: Row) -> dict[str, Any]:
    paragraph = {
        "source": row.source.text,
        "target": row.target,
        "kind": row.source.kind.value,
        "state": row.state.value,
        "sentences": [_sentence(pair) for pair in row.sentences],
    }
    return {**paragraph, "reason": row.reason} if row.reason else paragraph


def _sentence(pair: SentencePair) -> dict[str, Any]:
    sentence = {
        "source": list(pair.source),
        "target": list(pair.target),
        "score": None if pair.score is None else round(pair.score, 4),
        "links": [list(link) for link in pair.links],
        "warnings": list(pair.warnings),
    }
    return {**sentence, "edited": True} if pair.edited else sentence
