"""What looks wrong with a translation, in words."""

from PySide6.QtCore import QCoreApplication

from reader.processing import Finding
from ui.toolkit.line_breaks import isolated

_LONGEST = 60  # code points of a word that is named


def finding_words(finding: Finding) -> str:
    """What a rule found, in a sentence that names the word, for the user."""
    template = _changed() if finding.instead else _named(finding) if finding.word else ""
    if not template:
        return warning_words(finding.rule)
    return template.format(word=_brief(finding.word), instead=_brief(finding.instead))


def _brief(word: str) -> str:
    """So much of what is named as is needed to find it."""
    word = " ".join(word.split())
    return isolated(word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1].rstrip()}…")


def _changed() -> str:
    return _tr("“{word}” has become “{instead}”.")


def _named(finding: Finding) -> str:
    """The sentence for a rule that names a word; "" if there is none."""
    lost = {
        "number": _tr("The number “{word}” is missing."),
        "negation": _tr("The negation “{word}” is missing."),
        "name": _tr("The name “{word}” is missing."),
        "verbatim": _tr("“{word}” must stay unchanged, but is missing."),
    }
    added = {
        "number": _tr("The number “{word}” is not in the original."),
        "negation": _tr("The negation “{word}” is not in the original."),
        "name": _tr("The name “{word}” is not in the original."),
    }
    others = {
        "repetition": _tr("“{word}” is repeated."),
        "untranslated": _tr("“{word}” is not translated."),
        "word": _tr("“{word}” is in no dictionary."),
        "speed": _tr("Too fast to be read: {word} characters a second. No more than 17 is usual."),
        "lines": _tr("Too long: it takes {word} lines of 42 characters. No more than two is usual."),
    }
    return others.get(finding.rule) or (lost if finding.source else added).get(finding.rule, "")


def warning_words(code: str) -> str:
    """The meaning of a warning code, for the user."""
    words = {
        "number": _tr("A number is missing or has changed."),
        "negation": _tr("A negation is missing or was added."),
        "name": _tr("A name is missing or has changed."),
        "repetition": _tr("Words are repeated over and over."),
        "short": _tr("The translation is much shorter than the original."),
        "long": _tr("The translation is much longer than the original."),
        "length": _tr("The translation is much shorter or longer than the original."),
        "untranslated": _tr("This looks untranslated."),
        "verbatim": _tr("Code, an address or other text that must stay unchanged is missing or has changed."),
        "quotation": _tr("A quotation is not opened or not closed."),
        "bracket": _tr("A bracket is not opened or not closed."),
        "speed": _tr("There is more text than can be read while it is shown."),
        "lines": _tr("There is more text than two lines have room for."),
        "word": _tr("A word is in no dictionary."),
    }
    return words.get(code, _tr("Something looks wrong here."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
