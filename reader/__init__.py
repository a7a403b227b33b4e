"""The core of Tospalt: documents, sentences, translation and export, without a window.

Everything the window does can be done from a script with what is named here. Importing it is cheap: the
translation libraries are loaded when they are first needed.
"""

from reader.argos import BrokenPackage, LanguagePackage, Packages, find_packages
from reader.back_translation import add_back_translations
from reader.completion import Advance, Stage, complete
from reader.differences import differences
from reader.document import Document, Kind, Mark, MarkKind, Paragraph
from reader.editing import edited, linked, with_wording, with_wording_everywhere
from reader.engine import Engine
from reader.engines import Engines
from reader.errors import DocumentError, NoPackageError, OutputError, PackageError, TospaltError, TranslationError
from reader.export import export as write_export
from reader.export.markdown import write_markdown
from reader.export.options import ExportOptions, Layout, Paper
from reader.export.pdf import export_pdf
from reader.export.plain import as_json, as_markdown, as_text
from reader.export.result import Exported
from reader.formats import read_document, read_text
from reader.hypothesis import Hypothesis
from reader.languages import Detection, detect_language, language_name, other_language
from reader.library import Entry, Library
from reader.memory import Memory
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.search import Query, RowHits, TextIndex, search
from reader.sentences import split_sentences
from reader.tmx_import import import_tmx
from reader.translation import Translated, translate
from reader.version import __version__
from reader.wording import wording

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
