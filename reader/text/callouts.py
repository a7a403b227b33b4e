"""What callouts are called that have no title of their own: "Note", "Merk"."""

# Each in the languages of the program; those that Markdown's dialects know, and how authors write them out.
_NAMES = (
    {"en": "note", "nb": "merk"},
    {"en": "tip", "nb": "tips"},
    {"en": "hint", "nb": "hint"},
    {"en": "info", "nb": "info"},
    {"en": "information", "nb": "informasjon"},
    {"en": "important", "nb": "viktig"},
    {"en": "warning", "nb": "advarsel"},
    {"en": "caution", "nb": "forsiktig"},
    {"en": "danger", "nb": "fare"},
    {"en": "attention", "nb": "obs"},
    {"en": "error", "nb": "feil"},
    {"en": "example", "nb": "eksempel"},
    {"en": "question", "nb": "spørsmål"},
    {"en": "quote", "nb": "sitat"},
    {"en": "summary", "nb": "sammendrag"},
    {"en": "abstract", "nb": "sammendrag"},
    {"en": "details", "nb": "detaljer"},
    {"en": "todo", "nb": "å gjøre"},
)
_BY_NAME = {name: names for names in reversed(_NAMES) for name in names.values()}


def callout_name(label: str, language: str) -> str:
    """The label of a callout as it stands above it in a text in `language` (a code): "tip" is "Tips" in "nb".

    A title of its own, or in another language, stays as it is written, but begins with a capital.
    """
    shown = _BY_NAME.get(label.casefold(), {}).get(language, label)
    return shown[:1].upper() + shown[1:]
