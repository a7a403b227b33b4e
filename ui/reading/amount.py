"""How much text is selected or copied, in words."""

from PySide6.QtCore import QCoreApplication

from ui.reading.cell import cell_text
from ui.reading.highlights import Block, Stretch
from ui.reading.model import ParallelModel


def amount_in(selected: Stretch | Block | None, model: ParallelModel) -> str:
    """How much is selected, as a screen reader says it; "" for nothing."""
    if selected is None or model.text is None:
        return ""
    if isinstance(selected, Block):
        count = sum(1 for row in selected.rows if model.row(row).source.text)
    elif len(selected.rows) == 1:
        text = cell_text(model.row(selected.start[0]), selected.column).text
        words = text[selected.start[1] : selected.end[1]].split()
        return _tr("Selected: {amount}").format(amount=words_in(len(words)))
    else:
        count = model.written(selected.rows)
    return _tr("Selected: {amount}").format(amount=paragraphs_in(count))


def paragraphs_in(count: int) -> str:
    """So many paragraphs, in words."""
    return QCoreApplication.translate("Reading", "%Ln paragraph(s)", "", count)


def words_in(count: int) -> str:
    """So many words, in words."""
    return QCoreApplication.translate("Reading", "%Ln word(s)", "", count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
