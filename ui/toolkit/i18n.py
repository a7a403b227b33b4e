"""The language of the window: English as it stands in the source, or what `resources/translations` makes of it.

`tr` and `QCoreApplication.translate` look up what the window says; `localised` what the core says, whose
sentences bring their templates with them. To add or change a string, write it in English, run
`python -m tests.translations`, which puts it into the `.ts` file, fill in the Norwegian there (Qt Linguist or any
editor; take out `type="unfinished"`), and run the same again: it compiles the `.qm` file that the program loads. A
test says what is missing.

What is counted is `tr("%Ln word(s)", "", count)`, where `%Ln` is the number with its digits grouped; its singular and
plural stand in the `.ts` files of both languages. A class that counts so has no subclass: PySide would look for the
string under the subclass's name only.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from reader.errors import Message, sentence
from reader.paths import RESOURCES
from reader.text import base_language, language_name, language_tag

_FOLDER = RESOURCES / "translations"
_CONTEXT = "reader"
# What PySide6 brings for Qt's own dialogs has Nynorsk but no Bokmål, so there is a file for those too.
_FILES = {"en": ("tospalt_en.qm", "qt_en.qm"), "nb": ("tospalt_nb.qm", "qt_nb.qm")}
# Who reads Nynorsk reads Bokmål more easily than English.
_STANDS_FOR = {"nn": "nb"}


def interface_language(setting: str) -> str:
    """The language, "en" or "nb", for the setting; "" takes the first that the system's user wants and we have."""
    wanted = (base_language(language) for language in QLocale.system().uiLanguages())
    available = (code for code in (_STANDS_FOR.get(code, code) for code in wanted) if code in _FILES)
    return setting or next(available, "en")


class InterfaceLanguage:
    """What has been loaded for the language of the window. Windows built after `use` speak it."""

    def __init__(self) -> None:
        """English, until something else is asked for."""
        self.code = "en"
        self._translators: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Speak "en" or "nb", and write numbers as is usual in it; needs a QApplication."""
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
    """A `Message` of the core in the language of the window, its parts too; any other text as it is."""
    if not isinstance(text, Message):
        return text
    template = _looked_up(text.template)
    if not text.values:
        return template
    return template.format(**{name: _value(value) for name, value in text.values.items()})


def _value(value: object) -> object:
    """A part of a sentence as the language has it: translated, or a whole number with its digits grouped."""
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
    # A clause is kept as the sentence that it was made of.
    whole = QCoreApplication.translate(_CONTEXT, f"{template}.")
    return whole.removesuffix(".")


def said(error: BaseException) -> str:
    """`error` as one sentence in the language of the window."""
    return localised(sentence(error))


def language_in_text(code: str) -> str:
    """The name of a language as it is written within a sentence: "English", "engelsk"."""
    return localised(language_name(code))


def language_title(code: str) -> str:
    """The name of a language standing by itself: "English", "Engelsk"."""
    name = language_in_text(code)
    return name[:1].upper() + name[1:]
