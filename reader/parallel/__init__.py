"""The two texts side by side: rows, sentence pairs, word links, edits."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.parallel.assembly import (
        Part as Part,
        assembled as assembled,
        parts_of as parts_of,
    )
    from reader.parallel.checked import (
        checkable as checkable,
        checked_in as checked_in,
    )
    from reader.parallel.cutting import part_of as part_of
    from reader.parallel.diff import differences as differences, differing_words as differing_words
    from reader.parallel.editing import (
        differing as differing,
        editable as editable,
        edited as edited,
        may_have as may_have,
        sentence_text as sentence_text,
        sentence_texts as sentence_texts,
        translation_text as translation_text,
        translation_texts as translation_texts,
        with_hypothesis as with_hypothesis,
        with_hypothesis_everywhere as with_hypothesis_everywhere,
    )
    from reader.parallel.events import (
        Event as Event,
        PackagesChosen as PackagesChosen,
        ReferenceAligned as ReferenceAligned,
        RowEdited as RowEdited,
        RowEvent as RowEvent,
        RowForced as RowForced,
        RowLinked as RowLinked,
        RowTranslated as RowTranslated,
        RowTranslatedBack as RowTranslatedBack,
        VersionLinked as VersionLinked,
        VersionMade as VersionMade,
    )
    from reader.parallel.forced import paragraph_key as paragraph_key
    from reader.parallel.hypothesis import (
        Hypothesis as Hypothesis,
        Translator as Translator,
        not_cancelled as not_cancelled,
    )
    from reader.parallel.judging import by_rules as by_rules, findings_in as findings_in, judged as judged
    from reader.parallel.pairs import (
        ReferencePair as ReferencePair,
        SentencePair as SentencePair,
        State as State,
    )
    from reader.parallel.parallel_text import ParallelText as ParallelText
    from reader.parallel.rows import (
        Row as Row,
        failed_row as failed_row,
        initial_row as initial_row,
        left_row as left_row,
        pending_row as pending_row,
        translated_row as translated_row,
    )
    from reader.parallel.translated import translated_paragraphs as translated_paragraphs
    from reader.parallel.user_translation import edit_for as edit_for, user_edit as user_edit
    from reader.parallel.versions import Column as Column, Version as Version, parent_of as parent_of
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "assembly": ("Part", "assembled", "parts_of"),
            "checked": ("checkable", "checked_in"),
            "cutting": ("part_of",),
            "diff": ("differences", "differing_words"),
            "editing": (
                "differing",
                "editable",
                "edited",
                "may_have",
                "sentence_text",
                "sentence_texts",
                "translation_text",
                "translation_texts",
                "with_hypothesis",
                "with_hypothesis_everywhere",
            ),
            "events": (
                "Event",
                "PackagesChosen",
                "ReferenceAligned",
                "RowEdited",
                "RowEvent",
                "RowForced",
                "RowLinked",
                "RowTranslated",
                "RowTranslatedBack",
                "VersionLinked",
                "VersionMade",
            ),
            "forced": ("paragraph_key",),
            "judging": ("by_rules", "findings_in", "judged"),
            "hypothesis": ("Hypothesis", "Translator", "not_cancelled"),
            "parallel_text": ("ParallelText",),
            "pairs": ("ReferencePair", "SentencePair", "State"),
            "rows": ("Row", "failed_row", "initial_row", "left_row", "pending_row", "translated_row"),
            "translated": ("translated_paragraphs",),
            "user_translation": ("edit_for", "user_edit"),
            "versions": ("Column", "Version", "parent_of"),
        },
    )
