"""Writing both texts to a file, in the format of its suffix."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.export.alignment import (
        ALIGNMENT_FORMATS as ALIGNMENT_FORMATS,
        AlignedTexts as AlignedTexts,
        write_alignment as write_alignment,
    )
    from reader.export.comparison import (
        comparison_html as comparison_html,
        comparison_json as comparison_json,
        comparison_pdf as comparison_pdf,
        stretches as stretches,
    )
    from reader.export.labels import labels_for as labels_for
    from reader.export.markdown.paragraphs import write_markdown as write_markdown
    from reader.export.markup import Markup as Markup, broken as broken, element as element, one_line as one_line
    from reader.export.names import Names as Names, make_folder as make_folder, proposed_stem as proposed_stem
    from reader.export.offered import Offered as Offered
    from reader.export.options import (
        USUAL_COLUMNS as USUAL_COLUMNS,
        ExportOptions as ExportOptions,
        Layout as Layout,
        Paper as Paper,
    )
    from reader.export.original import (
        check_original as check_original,
        own_format as own_format,
        own_suffix as own_suffix,
    )
    from reader.export.passages import (
        passage as passage,
        passage_html as passage_html,
        passage_text as passage_text,
        table_html as table_html,
        table_text as table_text,
    )
    from reader.export.pasting import keep_pasted as keep_pasted
    from reader.export.pdf.document import export_pdf as export_pdf, set_pdf as set_pdf
    from reader.export.pdf.page import most_beside as most_beside
    from reader.export.pdf.raster import Picture as Picture, page_sizes as page_sizes, render_page as render_page
    from reader.export.plain import as_json as as_json, as_markdown as as_markdown, as_text as as_text
    from reader.export.result import Exported as Exported, Pdf as Pdf
    from reader.export.target import check_target as check_target
    from reader.export.tmx import tmx_bytes as tmx_bytes
    from reader.export.tmx_memory import export_memory as export_memory
    from reader.export.unicode_numbers import first_unicode_numbers as first_unicode_numbers
    from reader.export.writing import (
        FORMATS as FORMATS,
        default_layout as default_layout,
        format_of as format_of,
        write_export as write_export,
    )
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "comparison": ("comparison_html", "comparison_json", "comparison_pdf", "stretches"),
            "alignment": ("ALIGNMENT_FORMATS", "AlignedTexts", "write_alignment"),
            "labels": ("labels_for",),
            "markdown.paragraphs": ("write_markdown",),
            "markup": ("Markup", "broken", "element", "one_line"),
            "names": ("Names", "make_folder", "proposed_stem"),
            "options": ("USUAL_COLUMNS", "ExportOptions", "Layout", "Paper"),
            "original": ("check_original", "own_format", "own_suffix"),
            "passages": ("passage", "passage_html", "passage_text", "table_html", "table_text"),
            "offered": ("Offered",),
            "pasting": ("keep_pasted",),
            "pdf.document": ("export_pdf", "set_pdf"),
            "pdf.page": ("most_beside",),
            "pdf.raster": ("Picture", "page_sizes", "render_page"),
            "plain": ("as_json", "as_markdown", "as_text"),
            "result": ("Exported", "Pdf"),
            "target": ("check_target",),
            "tmx": ("tmx_bytes",),
            "tmx_memory": ("export_memory",),
            "unicode_numbers": ("first_unicode_numbers",),
            "writing": ("FORMATS", "format_of", "default_layout", "write_export"),
        },
        at_call=(
            *("as_json", "as_markdown", "as_text", "export_memory", "export_pdf", "first_unicode_numbers"),
            *(
                "keep_pasted",
                "most_beside",
                "page_sizes",
                "passage",
                "passage_html",
                "passage_text",
                "render_page",
                "set_pdf",
            ),
            *("table_html", "table_text", "tmx_bytes", "write_export", "write_markdown"),
        ),
    )
