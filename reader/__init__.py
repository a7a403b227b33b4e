"""The core of Tospalt: documents, sentences, translation and export, without a window.

Everything the window does can be done from a script with the names exported here. Importing it is cheap: the
translation libraries are loaded on first use.
"""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.engine import Engine as Engine, Engines as Engines
    from reader.errors import (
        DocumentError as DocumentError,
        NoPackageError as NoPackageError,
        OutputError as OutputError,
        PackageError as PackageError,
        PasswordError as PasswordError,
        TospaltError as TospaltError,
        TranslationError as TranslationError,
    )
    from reader.export import (
        Exported as Exported,
        ExportOptions as ExportOptions,
        Layout as Layout,
        Paper as Paper,
        as_json as as_json,
        as_markdown as as_markdown,
        as_text as as_text,
        export_memory as export_memory,
        export_pdf as export_pdf,
        write_export as write_export,
        write_markdown as write_markdown,
    )
    from reader.formats import (
        document_facts as document_facts,
        read_document as read_document,
        read_text as read_text,
    )
    from reader.library import Entry as Entry, Library as Library
    from reader.memory import Memory as Memory, import_tmx as import_tmx
    from reader.packages import (
        BrokenPackage as BrokenPackage,
        LanguagePackage as LanguagePackage,
        Packages as Packages,
        find_packages as find_packages,
    )
    from reader.parallel import (
        Hypothesis as Hypothesis,
        PackagesChosen as PackagesChosen,
        ParallelText as ParallelText,
        ReferenceAligned as ReferenceAligned,
        Row as Row,
        RowEdited as RowEdited,
        RowLinked as RowLinked,
        RowTranslated as RowTranslated,
        RowTranslatedBack as RowTranslatedBack,
        SentencePair as SentencePair,
        State as State,
        differences as differences,
        edited as edited,
        user_edit as user_edit,
        with_hypothesis as with_hypothesis,
        with_hypothesis_everywhere as with_hypothesis_everywhere,
    )
    from reader.reference import align as align
    from reader.search import Query as Query, RowHits as RowHits, TextIndex as TextIndex, find as find
    from reader.text import (
        Detection as Detection,
        Document as Document,
        Kind as Kind,
        Mark as Mark,
        MarkKind as MarkKind,
        Paragraph as Paragraph,
        detect_language as detect_language,
        language_name as language_name,
        other_language as other_language,
        split_sentences as split_sentences,
    )
    from reader.translation import (
        Advance as Advance,
        PackageSubstituted as PackageSubstituted,
        Pipeline as Pipeline,
        Stage as Stage,
        StageStarted as StageStarted,
        complete as complete,
        translate as translate,
    )
    from reader.version import __version__ as __version__
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "engine": ("Engine", "Engines"),
            "errors": (
                "DocumentError",
                "NoPackageError",
                "OutputError",
                "PackageError",
                "PasswordError",
                "TospaltError",
                "TranslationError",
            ),
            "export": (
                "ExportOptions",
                "Exported",
                "Layout",
                "Paper",
                "as_json",
                "as_markdown",
                "as_text",
                "export_memory",
                "export_pdf",
                "write_export",
                "write_markdown",
            ),
            "formats": ("document_facts", "read_document", "read_text"),
            "library": ("Entry", "Library"),
            "memory": ("Memory", "import_tmx"),
            "packages": ("BrokenPackage", "LanguagePackage", "Packages", "find_packages"),
            "parallel": (
                "Hypothesis",
                "PackagesChosen",
                "ParallelText",
                "ReferenceAligned",
                "Row",
                "RowEdited",
                "RowLinked",
                "RowTranslated",
                "RowTranslatedBack",
                "SentencePair",
                "State",
                "differences",
                "edited",
                "with_hypothesis",
                "with_hypothesis_everywhere",
                "user_edit",
            ),
            "reference": ("align",),
            "search": ("Query", "RowHits", "TextIndex", "find"),
            "text": (
                "Detection",
                "Document",
                "Kind",
                "Mark",
                "MarkKind",
                "Paragraph",
                "detect_language",
                "language_name",
                "other_language",
                "split_sentences",
            ),
            "translation": (
                "Advance",
                "Pipeline",
                "Stage",
                "StageStarted",
                "PackageSubstituted",
                "complete",
                "translate",
            ),
            "version": ("__version__",),
        },
    )
