"""Writing both texts to a file, in the format of its suffix.

Each format's module is imported when it is first used.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.errors import CancelledError, Message, OutputError, template
from reader.export.options import ExportOptions, Layout
from reader.export.result import Exported
from reader.export.target import refuse_document_itself
from reader.parallel import ParallelText

# Suffix and name of the formats in the dialog and on the command line; the first is the default.
FORMATS = (
    (".pdf", "PDF"),
    (".docx", "Word"),
    (".epub", "EPUB"),
    (".html", "HTML"),
    (".md", "Markdown"),
    (".tmx", "TMX"),
    (".json", "JSON"),
    (".xlf", "XLIFF"),
)
_ALIASES = {".htm": ".html", ".markdown": ".md", ".xliff": ".xlf"}
_SUFFIXES = tuple(suffix for suffix, _ in FORMATS)
# Formats that have notes where they belong, or none.
_OF_PROGRAMS = (".tmx", ".json", ".xlf")
# What to say of the file if the document is protected by a password.
_PROTECTED = template("It is protected by the same password as the document.")
_UNPROTECTED = template("Unlike the document, it is not protected by a password.")
_DEFAULTS = ExportOptions()


def write_export(
    text: ParallelText,
    path: Path,
    options: ExportOptions = _DEFAULTS,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    suffix: str = "",
) -> Exported:
    """Write `text` to `path`, replacing an existing file only once the new one is complete.

    Args:
        text: the rows; untranslated ones are marked.
        path: the file; its suffix, one of `FORMATS`, gives the format, but in the original's layout, where it is that
            of the document.
        options: formats ignore options that do not apply to them.
        cancelled: called now and then; True ends the work and leaves the file unchanged.
        suffix: one of `FORMATS`, instead of that of `path`.

    Raises:
        DocumentError: in the original's layout, its file cannot be read or has changed.
        OutputError: the suffix is unknown, `path` is the document itself, or the file cannot be created or written.
    """
    refuse_document_itself(text.document, path)
    done = _written(text, path, options, cancelled, suffix)
    source = text.document.source
    if source is None or not source.protected or not done.written:
        return done
    remark = Message(_PROTECTED if options.layout is Layout.ORIGINAL else _UNPROTECTED)
    return replace(done, remarks=(*done.remarks, remark))


def _written(
    text: ParallelText, path: Path, options: ExportOptions, cancelled: Callable[[], bool], suffix: str
) -> Exported:
    if options.layout is Layout.ORIGINAL:
        from reader.export.original import write_original

        return write_original(text, path, options, cancelled=cancelled, suffix=suffix)
    suffix = suffix or format_of(path)
    if suffix == ".pdf":
        from reader.export.pdf.document import export_pdf

        return export_pdf(text, path, options, cancelled=cancelled)
    from reader.export.notes_at_end import with_notes
    from reader.files import write_atomically

    text = text if suffix in _OF_PROGRAMS else with_notes(text, options)
    try:
        data = _writer(suffix)(text, options, cancelled=cancelled)
    except CancelledError:
        return Exported(written=False)
    if cancelled():
        return Exported(written=False)
    write_atomically(path, data)
    return Exported()


def format_of(path: Path) -> str:
    """The suffix in `FORMATS` for the format of `path`.

    Raises:
        OutputError: its suffix is unknown.
    """
    suffix = path.suffix.lower()
    suffix = _ALIASES.get(suffix, suffix)
    if suffix in _SUFFIXES:
        return suffix
    raise OutputError(
        "The name “{path}” must end in one of these: {suffixes}.", path=path, suffixes=", ".join(_SUFFIXES)
    )


def default_layout(suffix: str) -> Layout:
    """The default layout of a format: stacked where there is no room for two columns (e-readers, Markdown)."""
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
        case ".json":
            from reader.export.plain import json_bytes as writer
        case ".xlf":
            from reader.export.xliff.document import xliff_bytes as writer
        case _:
            from reader.export.tmx import tmx_bytes as writer
    return writer
