"""The fields of OpenDocument: what a program writes into a text."""

from reader.formats.odt.names import value
from reader.formats.xml_parts import Element

# Numbers of pages are no text.
PAGE_FIELDS = frozenset(f"text:{name}" for name in ("page-number", "page-count", "page-variable-get"))
REFERENCES = frozenset(f"text:{what}-ref" for what in ("bookmark", "reference", "sequence", "note"))
_NAMES = (
    # of the file and its authors
    "author-initials author-name creation-date creation-time creator description editing-cycles editing-duration "
    "file-name initial-creator keywords modification-date modification-time print-date print-time printed-by "
    "subject template-name title user-defined sheet-name "
    "character-count image-count object-count paragraph-count table-count word-count "
    # of the one who sent a letter
    "sender-city sender-company sender-country sender-email sender-fax sender-firstname sender-initials "
    "sender-lastname sender-phone-private sender-phone-work sender-position sender-postal-code "
    "sender-state-or-province sender-street sender-title "
    # what is counted, computed or filled in
    "chapter conditional-text database-display database-name database-row-number database-row-select date "
    "dde-connection execute-macro expression hidden-text measure placeholder table-formula text-input time "
    "user-field-get user-field-input variable-get variable-input variable-set bibliography-mark meta-field"
)
FIELDS = frozenset(f"text:{name}" for name in _NAMES.split())


def refers_to_page(reference: Element) -> bool:
    """Whether a reference shows the number of a page."""
    return value(reference, "text:reference-format") == "page"
