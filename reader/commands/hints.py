"""What to do about an error at the command line, where the window has a button."""

from argparse import Namespace

from reader.errors import ChecksumError, ExistsError, NoPackageError, PasswordError, WrongPasswordError, sentence
from reader.text import language_name, languages_instead


def told(error: Exception, arguments: Namespace) -> str:
    """An error as one line for the terminal, with the way out of it among the options, if there is one."""
    way_out = _way_out(error, arguments)
    return f"{sentence(error)} {way_out}" if way_out else sentence(error)


def _way_out(error: Exception, arguments: Namespace) -> str:
    if isinstance(error, ChecksumError) and not error.pinned:
        return "If that is as it should be, --accept-changed installs it."
    if isinstance(error, ExistsError) and hasattr(arguments, "force"):
        return "Use --force to replace it."
    if isinstance(error, NoPackageError) and hasattr(arguments, "every"):
        return f"{_instead(error, arguments)}“tospalt packages available” lists the packages that can be installed."
    if isinstance(error, PasswordError) and not isinstance(error, WrongPasswordError):
        return "On the command line, use --password-file." if hasattr(arguments, "password_file") else ""
    return ""


def _instead(error: NoPackageError, arguments: Namespace) -> str:
    """How the document is read as in another language, if its own was found out, and not as Norwegian or English."""
    if arguments.source or error.source in ("nb", "en"):
        return ""
    ways = (f"--from {code} reads it as {language_name(code)}" for code in languages_instead(error.source))
    return f"{', '.join(ways)}. "
