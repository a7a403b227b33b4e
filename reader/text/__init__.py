"""What a document is: paragraphs, sentences, languages, headings."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.text.document import (
        Document as Document,
        Kind as Kind,
        Mark as Mark,
        MarkKind as MarkKind,
        Paragraph as Paragraph,
    )
    from reader.text.headings import Heading as Heading, outline as outline
    from reader.text.languages import (
        NAMES as NAMES,
        Detection as Detection,
        detect_language as detect_language,
        language_name as language_name,
        other_language as other_language,
    )
    from reader.text.marked_runs import Run as Run, marks_on as marks_on, runs as runs
    from reader.text.overlong import long_runs as long_runs
    from reader.text.segmentation import split_sentences as split_sentences
    from reader.text.spans import Span as Span
    from reader.text.words import (
        WordEdges as WordEdges,
        word_spans as word_spans,
        words_and_signs as words_and_signs,
    )
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "document": ("Document", "Kind", "Mark", "MarkKind", "Paragraph"),
            "headings": ("Heading", "outline"),
            "languages": ("Detection", "NAMES", "detect_language", "language_name", "other_language"),
            "marked_runs": ("Run", "marks_on", "runs"),
            "overlong": ("long_runs",),
            "segmentation": ("split_sentences",),
            "spans": ("Span",),
            "words": ("WordEdges", "word_spans", "words_and_signs"),
        },
    )
