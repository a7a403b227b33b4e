"""Writing the two texts to a file; its suffix says in which format.

Importing this loads none of the formats.
"""

from collections.abc import Callable
from pathlib import Path

from reader.errors import CancelledError, OutputError
from reader.export.options import ExportOptions, Layout
from reader.export.result import Exported
from reader.export.target import spare
from reader.parallel import ParallelText

# What a dialog and the command line offer, the first by default: suffix and name.
FORMATS = (
    (".pdf", "PDF"),
    (".docx", "Word"),
    (".epub", "EPUB"),
    (".html", "HTML"),
    (".md", "Markdown"),
    (".tmx", "TMX"),
)
_ALIASES = {".htm": ".html", ".markdown": ".md"}
_SUFFIXES = tuple(suffix for suffix, _ in FORMATS)
_USUAL = ExportOptions()


def write_export(
    text: ParallelText,
    path: Path,
    options: ExportOptions = _USUAL,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    suffix: str = "",
) -> Exported:
    """Write `text` to `path`; a file that is there stays whole until the new one is.

    Args:
        text: the rows; what is not translated yet is marked so.
        path: its suffix, one of `FORMATS`, tells the format.
        options: a format leaves out what it has no place for.
        cancelled: asked every now and then; True ends the work and leaves the file as it was.
        suffix: one of `FORMATS` where that of `path` says nothing.

    Raises:
        OutputError: the suffix is none of ours, `path` is the document itself, or the file cannot be made or written.
    """
    suffix = suffix or format_of(path)
    spare(text.document, path)
    if suffix == ".pdf":
        from reader.export.pdf.document import export_pdf

        return export_pdf(text, path, options, cancelled=cancelled)
    from reader.files import write_atomically

    try:
        data = _writer(suffix)(text, options, cancelled=cancelled)
    except CancelledError:
        return Exported(written=False)
    if cancelled():
        return Exported(written=False)
    write_atomically(path, data)
    return Exported()


def format_of(path: Path) -> str:
    """The suffix, one of `FORMATS`, of the format that `path` names.

    Raises:
        OutputError: it names none.
    """
    suffix = path.suffix.lower()
    suffix = _ALIASES.get(suffix, suffix)
    if suffix in _SUFFIXES:
        return suffix
    raise OutputError(
        "The name “{path}” must end in one of these: {suffixes}.", path=path, suffixes=", ".join(_SUFFIXES)
    )


def usual_layout(suffix: str) -> Layout:
    """The layout that suits a format where the user asks for none: small screens and Markdown have no room for two."""
    return Layout.STACKED if suffix in (".epub", ".md") else Layout.COLUMNS


def _writer(suffix: str) -> Callable[..., bytes]:
    match suffix:
        case ".docx":
            from reader.export.docx.document import docx_bytes as writer
        case ".epub":
            from reader.export.web.epub import epub_bytes as writer
        case ".html":
            from reader.export.web.page import html_bytes as writer
        case ".md":
            from reader.export.markdown.bilingual import markdown_bytes as writer
        case _:
            from reader.export.tmx import tmx_bytes as writer
    return writer
