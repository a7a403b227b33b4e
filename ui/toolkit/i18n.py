"""The interface language: English as written in the source, or its translation from `resources/translations`.

`tr` and `QCoreApplication.translate` look up the window's own strings; `localised` those of the core, whose
sentences carry their templates. To add or change a string, write it in English, run
`python -m tests.translations`, which adds it to the `.ts` file, fill in the Norwegian there (with Qt Linguist or any
editor; remove `type="unfinished"`), and run the same again: it compiles the `.qm` file that the program loads. A
test reports missing translations.

Counts use `tr("%Ln word(s)", "", count)`, where `%Ln` is the number with grouped digits; the singular and plural
are in the `.ts` files of both languages. A class that uses counts must have no subclass: PySide would look the
string up under the subclass's name only.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from reader.errors import Message, sentence
from reader.paths import RESOURCES
from reader.text import base_language, language_name, language_tag

_FOLDER = RESOURCES / "translations"
_CONTEXT = "reader"
# PySide6's translations of Qt's own dialogs include Nynorsk but not Bokmål, so there are files for those too.
_FILES = {"en": ("tospalt_en.qm", "qt_en.qm"), "nb": ("tospalt_nb.qm", "qt_nb.qm")}
# A reader of Nynorsk reads Bokmål more easily than English.
_STANDS_FOR = {"nn": "nb"}


def interface_language(setting: str) -> str:
    """The language, "en" or "nb", for the setting; "" takes the first available one of the system's user."""
    wanted = (base_language(language) for language in QLocale.system().uiLanguages())
    available = (code for code in (_STANDS_FOR.get(code, code) for code in wanted) if code in _FILES)
    return setting or next(available, "en")


class InterfaceLanguage:
    """The loaded interface language. Windows built after `use` are in it."""

    def __init__(self) -> None:
        """English, until another language is loaded."""
        self.code = "en"
        self._translators: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Load "en" or "nb", and format numbers accordingly; needs a QApplication."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = [_loaded(name) for name in _FILES[code]]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(QLocale(language_tag(code, region=True)))
        self.code = code


def _loaded(name: str) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(_FOLDER / name)):
        raise FileNotFoundError(_FOLDER / name)
    return translator


def localised(text: str) -> str:
    """A `Message` of the core in the interface language, including its parts; any other text unchanged."""
    if not isinstance(text, Message):
        return text
    template = _looked_up(text.template)
    if not text.values:
        return template
    return template.format(**{name: _value(value) for name, value in text.values.items()})


def _value(value: object) -> object:
    """A part of a sentence in the interface language: translated, or a whole number with grouped digits."""
    match value:
        case Message():
            return localised(value)
        case int():
            return QLocale().toString(value)
    return value


def _looked_up(template: str) -> str:
    found = QCoreApplication.translate(_CONTEXT, template)
    if found != template or template.endswith("."):
        return found
    # A clause is stored as the sentence it was made from.
    whole = QCoreApplication.translate(_CONTEXT, f"{template}.")
    return whole.removesuffix(".")


def said(error: BaseException) -> str:
    """`error` as one sentence in the interface language."""
    return localised(sentence(error))


def language_in_text(code: str) -> str:
    """The name of a language as written within a sentence: "English", "engelsk"."""
    return localised(language_name(code))


def language_title(code: str) -> str:
    """The name of a language standing by itself: "English", "Engelsk"."""
    name = language_in_text(code)
    return name[:1].upper() + name[1:]
