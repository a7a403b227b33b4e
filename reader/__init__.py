"""The core of Tospalt: documents, sentences, translation and export, without a window.

Everything the window does can be done from a script with what is named here. Importing it is cheap: the
translation libraries are loaded when they are first needed.
"""

from reader.engine.engine import Engine
from reader.engine.engine_pool import Engines
from reader.errors import DocumentError, NoPackageError, OutputError, PackageError, TospaltError, TranslationError
from reader.export import export as write_export
from reader.export.markdown.paragraphs import write_markdown
from reader.export.options import ExportOptions, Layout, Paper
from reader.export.pdf import export_pdf
from reader.export.plain import as_json, as_markdown, as_text
from reader.export.result import Exported
from reader.formats import read_document, read_text
from reader.library import Entry, Library
from reader.memory.memory import Memory
from reader.memory.tmx_import import import_tmx
from reader.packages.argos import BrokenPackage, LanguagePackage, Packages, find_packages
from reader.parallel.differences import differences
from reader.parallel.editing import edited, linked, with_wording, with_wording_everywhere
from reader.parallel.hypothesis import Hypothesis
from reader.parallel.rows import ParallelText, Row, SentencePair, State
from reader.parallel.user_translation import wording
from reader.search.query import Query, RowHits, TextIndex, search
from reader.text.document import Document, Kind, Mark, MarkKind, Paragraph
from reader.text.languages import Detection, detect_language, language_name, other_language
from reader.text.segmentation import split_sentences
from reader.translation.back_translation import add_back_translations
from reader.translation.pipeline import Advance, Stage, complete
from reader.translation.translate import Translated, translate
from reader.version import __version__

__all__ = [
    "Advance",
    "BrokenPackage",
    "Detection",
    "Document",
    "DocumentError",
    "Engine",
    "Engines",
    "Entry",
    "ExportOptions",
    "Exported",
    "Hypothesis",
    "Kind",
    "LanguagePackage",
    "Layout",
    "Library",
    "Mark",
    "MarkKind",
    "Memory",
    "NoPackageError",
    "OutputError",
    "PackageError",
    "Packages",
    "Paper",
    "Paragraph",
    "ParallelText",
    "Query",
    "Row",
    "RowHits",
    "SentencePair",
    "Stage",
    "State",
    "TextIndex",
    "TospaltError",
    "Translated",
    "TranslationError",
    "__version__",
    "add_back_translations",
    "as_json",
    "as_markdown",
    "as_text",
    "complete",
    "detect_language",
    "differences",
    "edited",
    "export_pdf",
    "find_packages",
    "import_tmx",
    "language_name",
    "linked",
    "other_language",
    "read_document",
    "read_text",
    "search",
    "split_sentences",
    "translate",
    "with_wording",
    "with_wording_everywhere",
    "wording",
    "write_export",
    "write_markdown",
]
