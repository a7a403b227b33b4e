"""Copying: a text, or both texts as a table."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QMimeData

from reader.parallel import Row


def as_table(row: Row, languages: tuple[str, str]) -> QMimeData:
    """A paragraph's sentences beside their translations: HTML for word processors, tabs for everything else.

    Args:
        row: the paragraph.
        languages: codes of the original's and of the translation's language.
    """
    pairs = [(row.source.text[slice(*p.source)], row.target[slice(*p.target)]) for p in row.sentences]
    pairs = pairs or [(row.source.text, row.target)]
    data = QMimeData()
    data.setText("\n".join("\t".join(" ".join(text.split()) for text in pair) for pair in pairs))
    data.setHtml(f"<table>{''.join(_line(pair, languages) for pair in pairs)}</table>")
    return data


def _line(pair: Iterable[str], languages: Iterable[str]) -> str:
    cells = (
        f'<td lang="{escape(language)}">{escape(text).replace(chr(10), "<br>")}</td>'
        for text, language in zip(pair, languages, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"
