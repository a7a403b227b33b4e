"""The translation memory."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.memory.aligned import remember_alignment as remember_alignment
    from reader.memory.as_shown import (
        LookUp as LookUp,
        judged_row as judged_row,
        judged_text as judged_text,
        pairs_of as pairs_of,
        warnings_left as warnings_left,
    )
    from reader.memory.bulk import PutIn as PutIn
    from reader.memory.contents import Amount as Amount, Stored as Stored, total_of as total_of
    from reader.memory.document_values import ByPlace as ByPlace, Json as Json, ValuesSince as ValuesSince
    from reader.memory.edit_requests import EditOutcome as EditOutcome, EditRequest as EditRequest
    from reader.memory.edits import Before as Before
    from reader.memory.forgetting import Forgotten as Forgotten, files_of as files_of
    from reader.memory.journal import Key as Key
    from reader.memory.judgements import (
        ByTranslation as ByTranslation,
        Judgement as Judgement,
        SentenceAndTranslation as SentenceAndTranslation,
    )
    from reader.memory.judging import Judged as Judged, JudgedSince as JudgedSince
    from reader.memory.kept_values import DocumentValues as DocumentValues, ValuesChange as ValuesChange
    from reader.memory.memory import Memory as Memory
    from reader.memory.references import (
        KeptReference as KeptReference,
        as_values as as_values,
        changes_of as changes_of,
        keep_reference as keep_reference,
        laid_beside as laid_beside,
        merged_references as merged_references,
        references_of as references_of,
    )
    from reader.memory.sync import Mark as Mark
    from reader.memory.tmx_import import import_tmx as import_tmx, read_tmx as read_tmx
    from reader.memory.tmx_languages import TmxLanguages as TmxLanguages, languages_of_tmx as languages_of_tmx
    from reader.memory.tmx_reading import OWN_FORMAT as OWN_FORMAT
    from reader.memory.tmx_report import TmxReport as TmxReport
    from reader.memory.value_kinds import REFERENCE as REFERENCE
    from reader.memory.word_index import WordIndex as WordIndex
    from reader.memory.words import Translated as Translated
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "aligned": ("remember_alignment",),
            "bulk": ("PutIn",),
            "contents": ("Amount", "Stored", "total_of"),
            "document_values": ("ByPlace", "Json", "ValuesSince"),
            "edit_requests": ("EditOutcome", "EditRequest"),
            "edits": ("Before",),
            "forgetting": ("Forgotten", "files_of"),
            "journal": ("Key",),
            "judgements": ("ByTranslation", "Judgement", "SentenceAndTranslation"),
            "as_shown": ("LookUp", "judged_row", "judged_text", "pairs_of", "warnings_left"),
            "judging": ("Judged", "JudgedSince"),
            "kept_values": ("DocumentValues", "ValuesChange"),
            "memory": ("Memory",),
            "references": (
                "KeptReference",
                "as_values",
                "changes_of",
                "keep_reference",
                "laid_beside",
                "merged_references",
                "references_of",
            ),
            "sync": ("Mark",),
            "tmx_import": ("import_tmx", "read_tmx"),
            "tmx_languages": ("TmxLanguages", "languages_of_tmx"),
            "tmx_reading": ("OWN_FORMAT",),
            "tmx_report": ("TmxReport",),
            "value_kinds": ("REFERENCE",),
            "word_index": ("WordIndex",),
            "words": ("Translated",),
        },
        at_call=(
            *("import_tmx", "languages_of_tmx", "read_tmx"),
            *("as_values", "changes_of", "keep_reference", "laid_beside", "merged_references", "references_of"),
            "remember_alignment",
        ),
    )
