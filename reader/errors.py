"""The errors of the core. Their text is written for the person at the screen.

TospaltError
├── DocumentError         a file cannot be read as a document
│   └── NoTextError       it can, but there is nothing in it
├── PackageError          a language package cannot be found, read or loaded
│   ├── NoPackageError    no installed package translates this pair of languages
│   ├── DownloadError     the index or a package cannot be downloaded
│   ├── DamagedError      a package file is damaged, or none
│   └── ChecksumError     a package is not the one it says it is
├── TranslationError      the model failed on a text
└── OutputError           a result cannot be written
    └── ExistsError       a file is there that may not be replaced
"""

import errno
from typing import Self


def template(text: str) -> str:
    """Mark a sentence, or a part of one, for translation where it is not written in an error or a `Message`."""
    return text


class Message(str):
    """A sentence for people, in English, that remembers how it was made, so that a window can translate it.

    Attributes:
        template: the sentence with `{name}` where a value goes.
        values: by name; a value that is itself a Message is to be translated too.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Put the values in their places; without any, a brace in `template` is a brace."""
        message = super().__new__(cls, template.format(**values) if values else template)
        message.template, message.values = template, values
        return message

    def clause(self) -> "Message":
        """The same without its full stop, to stand within another sentence."""
        shortened = Message(self.removesuffix("."))
        shortened.template, shortened.values = self.template.removesuffix("."), self.values
        return shortened


def plural(count: int, one: str, many: str, /, **values: object) -> Message:
    """The template `one` for 1, `many` for any other number, as a Message with `values`; `{count}` is the number."""
    return Message(one if count == 1 else many, count=count, **values)


class TospaltError(Exception):
    """Anything that went wrong for a reason a user can act on; `str()` is one whole sentence, in English.

    Attributes:
        message: the same, with what a window needs to translate it.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        """The arguments are those of `Message`."""
        self.message = Message(template, **values)
        super().__init__(self.message)

    @classmethod
    def of(cls, message: str) -> Self:
        """An error that says what is a sentence already."""
        error = cls(message)
        if isinstance(message, Message):
            error.message = message
        return error


class DocumentError(TospaltError):
    """A file cannot be read as a document."""


class NoTextError(DocumentError):
    """There is no text in a document."""


class PackageError(TospaltError):
    """A language package cannot be found, read or loaded."""


class NoPackageError(PackageError):
    """No installed package translates from `source` to `target` (language codes)."""

    def __init__(self, source: str, target: str, template: str, /, **values: object) -> None:
        super().__init__(template, **values)
        self.source = source
        self.target = target


class DownloadError(PackageError):
    """The list of packages, or a package, cannot be downloaded."""


class DamagedError(PackageError):
    """A package file is damaged, or is none; another copy of it may be whole."""


class ChecksumError(PackageError):
    """A package file has another SHA-256 than it should have.

    Attributes:
        pinned: whether the right one is known for certain; else it is the one of an earlier install, and the
            package may have been made anew under the same version.
    """

    def __init__(self, pinned: bool, template: str, /, **values: object) -> None:
        super().__init__(template, **values)
        self.pinned = pinned


class TranslationError(TospaltError):
    """The model failed on a text."""


class CancelledError(Exception):
    """Work ended before it was done, because it was cancelled: an outcome for the caller, and nothing to tell of."""


class OutputError(TospaltError):
    """A result cannot be written."""


class ExistsError(OutputError):
    """A file is there already, and nobody said that it may be replaced."""


# The system's own words for these come in whatever language and style the system has.
_REASONS = {
    errno.EACCES: template("permission denied"),
    errno.EPERM: template("the system does not permit it"),
    errno.ENOENT: template("no such file or folder"),
    errno.ENOTDIR: template("part of the path is not a folder"),
    errno.EISDIR: template("it is a folder"),
    errno.ELOOP: template("too many symbolic links"),
    errno.ENAMETOOLONG: template("the name is too long"),
    errno.EINVAL: template("the name is not allowed there"),
    errno.EROFS: template("the disk is read-only"),
    errno.ENOSPC: template("the disk is full"),
    errno.EDQUOT: template("your disk quota is used up"),
    errno.EFBIG: template("it is too large for the disk"),
    errno.EIO: template("the disk could not read or write it"),
    errno.EBUSY: template("another program is using it"),
    errno.ETXTBSY: template("another program is using it"),
    errno.ESTALE: template("the network folder is no longer available"),
    errno.ENODEV: template("the disk is no longer connected"),
    errno.ENXIO: template("the disk is no longer connected"),
    errno.EMFILE: template("too many files are open"),
    errno.ENFILE: template("too many files are open"),
    errno.ENOMEM: template("there is not enough memory"),
}


def reason(error: OSError) -> Message:
    """The system's reason for `error` as part of a sentence: "permission denied"."""
    if error.errno in _REASONS:
        return Message(_REASONS[error.errno])
    text = error.strerror or type(error).__name__
    text = text[:1].lower() + text[1:]
    return Message(text)


def sentence(error: BaseException) -> Message:
    """`error` as one sentence for people; an error that is not ours is named with its type."""
    if isinstance(error, TospaltError):
        return error.message
    if isinstance(error, MemoryError):
        return Message("There is not enough memory for this.")
    if isinstance(error, OSError) and error.filename is not None:
        return Message("{file}: {reason}.", file=error.filename, reason=reason(error))
    # Only the type: the message of a foreign error may hold the user's text.
    return Message("Something unexpected went wrong in Tospalt ({type}).", type=type(error).__name__)
