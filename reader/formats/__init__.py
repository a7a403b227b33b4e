"""Files to documents: `read_document` for a file, `read_text` for text from elsewhere, `document_facts` about one."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.formats.choices import (
        AS_FOUND as AS_FOUND,
        Choices as Choices,
        Lines as Lines,
        choices_of as choices_of,
    )
    from reader.formats.controls import without_controls as without_controls
    from reader.formats.copied_html import parse_copied_html as parse_copied_html
    from reader.formats.decoding import decode as decode
    from reader.formats.encoding_names import (
        OFFERED as OFFERED,
        encoding_name as encoding_name,
        known_encoding as known_encoding,
    )
    from reader.formats.facts import Facts as Facts, document_facts as document_facts, format_name as format_name
    from reader.formats.markdown.escaping import (
        code_span as code_span,
        escaped as escaped,
        longest_ticks as longest_ticks,
    )
    from reader.formats.members import read_member as read_member
    from reader.formats.reading import (
        MAX_BYTES as MAX_BYTES,
        file_bytes as file_bytes,
        lines_in as lines_in,
        read_data as read_data,
        read_document as read_document,
        read_lines as read_lines,
        read_text as read_text,
    )
    from reader.formats.rewriting.changes import (
        Change as Change,
        Rewriting as Rewriting,
        Rewritten as Rewritten,
        SentenceChange as SentenceChange,
        Trouble as Trouble,
    )
    from reader.formats.rewriting.files import (
        original_suffixes as original_suffixes,
        rewritten as rewritten,
        usual_suffixes as usual_suffixes,
    )
    from reader.formats.signatures import refuse_binary as refuse_binary, refuse_other_text as refuse_other_text
    from reader.formats.suffixes import READABLE_SUFFIXES as READABLE_SUFFIXES
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "choices": ("AS_FOUND", "Choices", "Lines", "choices_of"),
            "controls": ("without_controls",),
            "copied_html": ("parse_copied_html",),
            "decoding": ("decode",),
            "encoding_names": ("OFFERED", "encoding_name", "known_encoding"),
            "facts": ("Facts", "document_facts", "format_name"),
            "markdown.escaping": ("code_span", "escaped", "longest_ticks"),
            "reading": ("MAX_BYTES", "file_bytes", "lines_in", "read_data", "read_document", "read_lines", "read_text"),
            "members": ("read_member",),
            "rewriting.changes": ("Change", "Rewriting", "Rewritten", "SentenceChange", "Trouble"),
            "rewriting.files": ("original_suffixes", "rewritten", "usual_suffixes"),
            "signatures": ("refuse_binary", "refuse_other_text"),
            "suffixes": ("READABLE_SUFFIXES",),
        },
        at_call=(
            *("decode", "document_facts", "lines_in", "parse_copied_html", "read_data", "read_document", "read_lines"),
            *("original_suffixes", "read_member", "read_text", "rewritten", "usual_suffixes"),
        ),
    )
