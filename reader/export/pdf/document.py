"""The bilingual PDF: a parallel edition, paragraph beside paragraph, set by Typst.

PDF/UA-1 and PDF/A-2a forbid characters that no font has; these are shown as Unicode numbers, and reported.
"""

from collections.abc import Callable
from pathlib import Path

from reader.errors import CancelledError, OutputError
from reader.export.colophon import moment_of
from reader.export.columns import arranged
from reader.export.notes_at_end import with_notes
from reader.export.options import ExportOptions, Layout
from reader.export.pdf.content import PdfContent, every_character
from reader.export.pdf.glyphs import named, without_glyph
from reader.export.pdf.page import most_beside
from reader.export.pdf.page_layout import with_facing_pages
from reader.export.pdf.raster import page_sizes
from reader.export.pdf.typesetter import SettingError, typeset
from reader.export.result import Exported, Pdf
from reader.files import write_atomically
from reader.parallel import ParallelText
from reader.paths import RESOURCES

_TEMPLATE = RESOURCES / "typst" / "parallel.typ"
# A font may have a character but not its combinations, which shows only when the text is set.
_ATTEMPTS = 4


def export_pdf(
    text: ParallelText,
    path: Path,
    options: ExportOptions = ExportOptions(),  # noqa: B008, frozen
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write `text` as a bilingual PDF to `path`, replacing an existing file only once the new one is complete.

    Args:
        text: the rows.
        path: the file to write.
        options: what to show and how.
        cancelled: called about every 50 ms; once it returns True, nothing is written.

    Returns:
        The number of pages, read back with PDFium to see that the file opens, and the characters that no font has.

    Raises:
        OutputError: the pages cannot be set, or the file cannot be written.
    """
    try:
        pdf = set_pdf(text, options, cancelled=cancelled)
    except CancelledError:
        return Exported(written=False)
    pages = len(page_sizes(pdf.data))
    if cancelled():
        return Exported(written=False)
    write_atomically(path, pdf.data)
    return Exported(pages, pdf.missing)


def set_pdf(
    text: ParallelText,
    options: ExportOptions = ExportOptions(),  # noqa: B008, frozen
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pdf:
    """Set `text` as a tagged PDF (PDF/UA-1 and PDF/A-2a); the same text, options and timestamp give the same bytes.

    Raises:
        OutputError: the pages cannot be set.
        CancelledError: `cancelled` returned True.
    """
    text, moment = with_notes(text, options), moment_of(options.timestamp)
    options = arranged(text, options, most_beside(options))
    characters = every_character(text)
    missing = without_glyph(characters, cancelled)
    for _ in range(_ATTEMPTS):
        try:
            content = PdfContent(text, options, missing, cancelled).content()
            data = typeset(_TEMPLATE, content, moment, cancelled=cancelled)
            facing = options.layout is Layout.FACING
            titled = bool(content["page_title"])
            whole = with_facing_pages(data, first_on_right=titled) if facing else data
            return Pdf(whole, tuple(sorted(missing & characters)))
        except SettingError as error:
            failure, found = error, named(error) & characters
            if found <= missing:
                break
            missing |= found
    raise OutputError("The PDF could not be created: its pages could not be laid out.") from failure
