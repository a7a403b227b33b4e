"""Documents: paragraphs, sentences, words, languages, headings."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.text.carrying import (
        Link as Link,
        carried_marks as carried_marks,
        in_order as in_order,
        without_edges as without_edges,
    )
    from reader.text.cues import (
        Cue as Cue,
        CueRun as CueRun,
        Whole as Whole,
        allowance as allowance,
        cuts_of as cuts_of,
        time_code as time_code,
        whole_of as whole_of,
    )
    from reader.text.detection import (
        Detection as Detection,
        detect_language as detect_language,
        unload_idle_detector as unload_idle_detector,
    )
    from reader.text.document import (
        INLINE_KINDS as INLINE_KINDS,
        OBJECT as OBJECT,
        OBJECT_KINDS as OBJECT_KINDS,
        Document as Document,
        Figure as Figure,
        Kind as Kind,
        Mark as Mark,
        MarkKind as MarkKind,
        Paragraph as Paragraph,
        Recognition as Recognition,
        Source as Source,
    )
    from reader.text.foreign import foreign_language as foreign_language, neighbour_language as neighbour_language
    from reader.text.given import (
        Given as Given,
        GivenNote as GivenNote,
        GivenSegment as GivenSegment,
        GivenState as GivenState,
    )
    from reader.text.headings import (
        HEADINGS as HEADINGS,
        Heading as Heading,
        Nesting as Nesting,
        is_numbered as is_numbered,
        outline as outline,
        plain_title as plain_title,
    )
    from reader.text.inline import (
        Asked as Asked,
        Inline as Inline,
        Taken as Taken,
        blanked as blanked,
        closes as closes,
        in_language as in_language,
        is_space as is_space,
        words_in_place as words_in_place,
    )
    from reader.text.jumps import heading_names as heading_names, note_at as note_at, row_at as row_at
    from reader.text.language_names import named_language as named_language
    from reader.text.languages import (
        DISTINGUISHED as DISTINGUISHED,
        LIKE_NORWEGIAN as LIKE_NORWEGIAN,
        NAMES as NAMES,
        NORWEGIAN as NORWEGIAN,
        base_language as base_language,
        language_code as language_code,
        language_name as language_name,
        language_tag as language_tag,
        languages_instead as languages_instead,
        like_language as like_language,
        looseness as looseness,
        other_language as other_language,
        own_name as own_name,
    )
    from reader.text.lemmas import (
        Lemmas as Lemmas,
        content_lemmas as content_lemmas,
        is_content_word as is_content_word,
        lemma as lemma,
    )
    from reader.text.mail_fields import lines_above_mail as lines_above_mail, mail_field_name as mail_field_name
    from reader.text.marked_runs import Run as Run, marks_on as marks_on, runs as runs
    from reader.text.normal_form import UNSEEN as UNSEEN, composed as composed, may_have_marks as may_have_marks
    from reader.text.overlong import long_runs as long_runs
    from reader.text.revisions import Revision as Revision, revision as revision
    from reader.text.segmentation import split_sentences as split_sentences
    from reader.text.signs import (
        CLOSE as CLOSE,
        OPEN as OPEN,
        Cuts as Cuts,
        Signed as Signed,
        is_apart as is_apart,
        paragraph_asked_as as paragraph_asked_as,
        shown as shown,
        signed_spans as signed_spans,
        verbatim_in as verbatim_in,
        with_signs_of as with_signs_of,
    )
    from reader.text.spans import Span as Span, merged as merged, stretches_outside as stretches_outside
    from reader.text.structure import Box as Box, BoxKind as BoxKind, Cell as Cell, Note as Note, Table as Table
    from reader.text.unbroken import CALL as CALL, CODE_SPAN as CODE_SPAN, DUMP as DUMP, TEMPLATE as TEMPLATE
    from reader.text.units import UNIT as UNIT, with_firm_units as with_firm_units
    from reader.text.word_forms import forms_in as forms_in, tokens as tokens
    from reader.text.words import (
        WordEdges as WordEdges,
        word_spans as word_spans,
        words_and_signs as words_and_signs,
    )
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "carrying": ("Link", "carried_marks", "in_order", "without_edges"),
            "cues": ("Cue", "CueRun", "Whole", "allowance", "cuts_of", "time_code", "whole_of"),
            "detection": ("Detection", "detect_language", "unload_idle_detector"),
            "document": (
                "Document",
                "Figure",
                "INLINE_KINDS",
                "Kind",
                "Mark",
                "MarkKind",
                "OBJECT",
                "OBJECT_KINDS",
                "Paragraph",
                "Recognition",
                "Source",
            ),
            "inline": (
                "Asked",
                "Inline",
                "Taken",
                "blanked",
                "closes",
                "in_language",
                "is_space",
                "words_in_place",
            ),
            "given": ("Given", "GivenNote", "GivenSegment", "GivenState"),
            "foreign": ("foreign_language", "neighbour_language"),
            "headings": (
                "HEADINGS",
                "Heading",
                "Nesting",
                "is_numbered",
                "outline",
                "plain_title",
            ),
            "jumps": ("heading_names", "note_at", "row_at"),
            "language_names": ("named_language",),
            "languages": (
                "DISTINGUISHED",
                "LIKE_NORWEGIAN",
                "NAMES",
                "NORWEGIAN",
                "base_language",
                "language_code",
                "language_name",
                "language_tag",
                "languages_instead",
                "like_language",
                "looseness",
                "other_language",
                "own_name",
            ),
            "lemmas": ("Lemmas", "content_lemmas", "is_content_word", "lemma"),
            "mail_fields": ("lines_above_mail", "mail_field_name"),
            "marked_runs": ("Run", "marks_on", "runs"),
            "overlong": ("long_runs",),
            "revisions": ("Revision", "revision"),
            "segmentation": ("split_sentences",),
            "normal_form": ("UNSEEN", "composed", "may_have_marks"),
            "signs": (
                "CLOSE",
                "OPEN",
                "Cuts",
                "Signed",
                "is_apart",
                "paragraph_asked_as",
                "shown",
                "signed_spans",
                "verbatim_in",
                "with_signs_of",
            ),
            "spans": ("Span", "merged", "stretches_outside"),
            "structure": ("Box", "BoxKind", "Cell", "Note", "Table"),
            "unbroken": ("CALL", "CODE_SPAN", "DUMP", "TEMPLATE"),
            "word_forms": ("forms_in", "tokens"),
            "units": ("UNIT", "with_firm_units"),
            "words": ("WordEdges", "word_spans", "words_and_signs"),
        },
    )
