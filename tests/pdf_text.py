"""The text of PDF files."""

from pathlib import Path

import pypdfium2


def page_texts(data: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def pdf_text(path: Path) -> str:
    """All the text of a file."""
    return "\n".join(page_texts(path.read_bytes()))
