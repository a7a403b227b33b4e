"""The errors of the core. Their text is written for the user.

TospaltError
├── DocumentError         a file cannot be read as a document
│   ├── NoTextError       it can, but it has no text
│   ├── UnfitError        it is no text, and stays so
│   ├── PasswordError     it is protected by a password that is not known
│   │   └── WrongPasswordError  the password that was given does not open it
│   └── MissingError      it is not there
├── PackageError          a language package cannot be found, read or loaded
│   ├── NoPackageError    no installed package translates this pair of languages
│   ├── DownloadError     the index or a package cannot be downloaded
│   ├── DamagedError      a package file is damaged or not a package
│   └── ChecksumError     a package file has the wrong checksum
├── TranslationError      the model failed on a text
└── OutputError           a result cannot be written
    └── ExistsError       a file exists that may not be replaced
"""

import errno
from typing import Self


def template(text: str) -> str:
    """Mark a string for translation that is not written directly in an error or a `Message`."""
    return text


class Message(str):
    """An English sentence for the user that keeps its template and values, so that the window can translate it.

    Attributes:
        template: the sentence with `{name}` where a value goes.
        values: by name; a value that is itself a Message is translated too.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Fill in the values; without any, braces in `template` are literal."""
        message = super().__new__(cls, template.format(**values) if values else template)
        message.template, message.values = template, values
        return message

    def clause(self) -> "Message":
        """The message without its full stop, for use inside another sentence."""
        shortened = Message(self.removesuffix("."))
        shortened.template, shortened.values = self.template.removesuffix("."), self.values
        return shortened


def plural(count: int, one: str, many: str, /, **values: object) -> Message:
    """The template `one` for 1, `many` for any other number, as a Message with `values`; `{count}` is the number."""
    return Message(one if count == 1 else many, count=count, **values)


class TospaltError(Exception):
    """An error that the user can act on; `str()` is one whole sentence in English.

    Attributes:
        message: the same sentence, with what the window needs to translate it.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        """The arguments are those of `Message`."""
        self.message = Message(template, **values)
        super().__init__(self.message)

    @classmethod
    def of(cls, message: str) -> Self:
        """An error whose message is a finished sentence."""
        error = cls(message)
        if isinstance(message, Message):
            error.message = message
        return error


class DocumentError(TospaltError):
    """A file cannot be read as a document."""


class NoTextError(DocumentError):
    """A document has no text."""


class UnfitError(DocumentError):
    """A file that is no text to read, and stays so: the message says what to do instead."""


class PasswordError(DocumentError):
    """A document is protected by a password, and none is known for it."""


class WrongPasswordError(PasswordError):
    """A document is protected by another password than the one that was given."""


class MissingError(DocumentError):
    """The file of a document is not there."""


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
    """A package file is damaged or not a package; another copy may be intact."""


class ChecksumError(PackageError):
    """A package file does not have the expected SHA-256.

    Attributes:
        pinned: whether the expected one is known for certain; else it is from an earlier install, and the package
            may have been rebuilt under the same version.
    """

    def __init__(self, pinned: bool, template: str, /, **values: object) -> None:
        super().__init__(template, **values)
        self.pinned = pinned


class TranslationError(TospaltError):
    """The model failed on a text."""


class CancelledError(Exception):
    """Work was cancelled: an outcome for the caller, not an error to report."""


class OutputError(TospaltError):
    """A result cannot be written."""


class ExistsError(OutputError):
    """A file exists already, and replacing it was not allowed."""


# The system's own messages vary in language and style.
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
    """`error` as one sentence for the user; an unexpected error is named by its type only."""
    if isinstance(error, TospaltError):
        return error.message
    if isinstance(error, MemoryError):
        return Message("There is not enough memory for this.")
    if isinstance(error, OSError) and error.filename is not None:
        return Message("{file}: {reason}.", file=error.filename, reason=reason(error))
    # The message of a foreign error may contain the user's text.
    return Message("Something unexpected went wrong in Tospalt ({type}).", type=type(error).__name__)
