"""Copying text, or both texts as a table."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QStringListModel

from reader.export import Markup, broken, element, one_line
from reader.parallel import Row
from reader.text import OBJECT


def as_table(row: Row, languages: tuple[str, str]) -> QMimeData:
    """A paragraph's sentences beside their translations: as HTML for word processors, as tab-separated text otherwise.

    Args:
        row: the paragraph.
        languages: codes of the source and target languages.
    """
    pairs = [(row.source.text[slice(*p.source)], row.target[slice(*p.target)]) for p in row.sentences]
    pairs = pairs or [(row.source.text, row.target)]
    pairs = [(source.replace(OBJECT, ""), target.replace(OBJECT, "")) for source, target in pairs]
    data = mime_data()
    data.setText("\n".join("\t".join(map(one_line, pair)) for pair in pairs))
    data.setHtml(element("table", {}, *(_line(pair, languages) for pair in pairs)))
    return data


def mime_data() -> QMimeData:
    """An empty object created by C++.

    The clipboard keeps it until after Python has ended; one created here would then be accessed through Python, and
    the process would crash on exit (PySide6 6.11).
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data


def _line(pair: Iterable[str], languages: Iterable[str]) -> Markup:
    cells = (element("td", {"lang": code}, broken(text)) for text, code in zip(pair, languages, strict=True))
    return element("tr", {}, *cells)
