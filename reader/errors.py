"""The errors of the core. Their text is written for the person at the screen.

TospaltError
├── DocumentError         a file cannot be read as a document
├── PackageError          a language package cannot be found, read or loaded
│   └── NoPackageError    no installed package translates this pair of languages
├── TranslationError      the model failed on a text
└── OutputError           a result cannot be written
"""


class TospaltError(Exception):
    """Anything that went wrong for a reason a user can act on; `str()` is one whole sentence, in English.

    Attributes:
        template: the sentence with `{name}` where a value goes, so that a window can look up its translation.
        values: by name; a value that is itself a TospaltError is a sentence to be translated too.
    """

    def __init__(self, template: str, **values: object) -> None:
        # Without values it is no template: a brace in it is a brace.
        super().__init__(template.format(**values) if values else template)
        self.template, self.values = template, values


class DocumentError(TospaltError):
    """A file cannot be read as a document."""


class PackageError(TospaltError):
    """A language package cannot be found, read or loaded."""


class NoPackageError(PackageError):
    """No installed package translates from `source` to `target` (language codes)."""

    def __init__(self, source: str, target: str, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.source = source
        self.target = target


class TranslationError(TospaltError):
    """The model failed on a text."""


class OutputError(TospaltError):
    """A result cannot be written."""


def reason(error: OSError) -> str:
    """The system's reason for `error` as part of a sentence: "permission denied"."""
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]


def sentence(error: BaseException) -> str:
    """`error` as one sentence for people; an error that is not ours is named with its type."""
    if isinstance(error, TospaltError):
        return str(error)
    if isinstance(error, MemoryError):
        return "There is not enough memory for this."
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {reason(error)}."
    # Only the type: the message of a foreign error may hold the user's text.
    return f"Something unexpected went wrong inside Tospalt ({type(error).__name__})."
