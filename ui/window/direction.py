"""The source and target languages of the open document, and the commands that change them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.parallel import ParallelText
from reader.text import other_language
from reader.translation import read_as, read_as_other
from ui.session.open_document import OpenDocument
from ui.session.translation import Translation
from ui.session.undo import Step
from ui.session.undo_offers import UndoOffers
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_in_text, language_title
from ui.toolkit.notices import NoticeBar
from ui.window.document_steps import DocumentSteps


class Direction(QObject):
    """Shows the direction in a label, and asks if the language of the document is uncertain.

    Attributes:
        label: to be laid out by the window.
    """

    choice_shown = Signal(str)  # the id of the command that sets the current direction

    def __init__(
        self,
        document: OpenDocument,
        translation: Translation,
        steps: DocumentSteps,
        notices: NoticeBar,
        offers: UndoOffers,
    ) -> None:
        """Show the direction of the open `document` and its `translation`; `steps` stores the user's choices."""
        super().__init__(notices)
        self._document, self._steps, self._notices, self._offers = document, steps, notices, offers
        self.label = ElidedLabel()
        translation.packages_changed.connect(self._name)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {
            "swap": self._swap,
            "from_detected": lambda: self._choose("", ""),
            "from_nb": lambda: self._choose("nb", "en"),
            "from_en": lambda: self._choose("en", "nb"),
        }

    @guarded
    def show_direction(self, text: ParallelText) -> None:
        """Show the direction of the open document."""
        self._name(text)
        chosen = self._chosen()
        self.choice_shown.emit(f"from_{chosen}" if chosen in ("nb", "en") else "from_detected")
        if not chosen and not text.document.certain:
            self._ask(text.source_language)
        elif not chosen and (seen := read_as_other(text)):
            self._tell(seen, text.source_language)

    @guarded
    def hide_direction(self) -> None:
        """Hide the label: no text is shown."""
        self.label.clear()

    @guarded
    def read_as(self, code: str) -> None:
        """Read the open document as one in another language."""
        self._choose(code, other_language(code))

    @guarded
    def _name(self, text: ParallelText) -> None:
        """Show source and target language, and the packages used."""
        source, target = self._source(text), language_in_text(text.target_language)
        packages = [f"{package.name} {package.version}" for package in text.packages]
        languages = f"{source} → {target}"
        self.label.setText(" · ".join([languages, *packages]), languages)

    def _source(self, text: ParallelText) -> str:
        """The language that the text is read in, and the one that it seems to be in."""
        if not (code := read_as_other(text)) or self._chosen():
            return language_title(text.source_language)
        words = self.tr("{seen}, read as {language}")
        return words.format(seen=language_title(code), language=language_in_text(text.source_language))

    def _chosen(self) -> str:
        entry = self._document.entry
        return entry.source if entry is not None else ""

    def _tell(self, seen: str, read_as: str) -> None:
        """Tell that the document is read as in another language, which the user may confirm for this document."""
        language = language_in_text(read_as)
        words = self.tr("This document seems to be in {seen} and is translated as {language}.")
        confirm = self.tr("Read as {language}").format(language=language)
        said = words.format(seen=language_in_text(seen), language=language)
        self._notices.say(said, confirm, partial(self.read_as, read_as), topic="language", asked=False, here=True)

    def _ask(self, code: str) -> None:
        words = self.tr("Language unclear; reading as {language}.").format(language=language_in_text(code))
        self._notices.say(words, self.tr("Swap direction"), self._swap, topic="language", asked=False, here=True)

    def _swap(self) -> None:
        if (languages := self._document.languages) is not None:
            source, target = languages
            self._say_against(target, self._choose(target, source))

    def _say_against(self, source: str, step: Step | None) -> None:
        """Say it if the user has just had a text read in another language than it plainly is in; it may be a slip."""
        text = self._document.text
        if step is None or text is None or not text.document.certain or read_as(text.document.language) == source:
            return
        words = self.tr("This text seems to be in {seen}; it is now read as {language}.")
        seen, language = language_in_text(text.document.language), language_in_text(source)
        self._offers.offer(words.format(seen=seen, language=language), step)

    def _choose(self, source: str, target: str) -> Step | None:
        """Read it in these languages; returns the step, if that changes anything."""
        if self._document.entry is None or self._document.text is None:
            return None
        self._notices.clear()
        return self._steps.choose_languages(source, target)
