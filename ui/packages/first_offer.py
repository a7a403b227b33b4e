"""A notice that offers an official package where only the starter package serves a direction."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from reader.errors import OutputError
from reader.files import write_atomically
from reader.json_files import read_json
from reader.packages import USUAL_SIZE, Direction, Offer, PackageManager
from reader.parallel import ParallelText
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_in_text
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest


class FirstOffer(QObject):
    """Offers a package once per direction. Contacts no server: uses the stored package list."""

    offered = Signal(str, object)  # a sentence, Offer

    def __init__(self, file: Path, manager: PackageManager, pool: Pool) -> None:
        """`file` stores what was offered; the list is read in `pool`."""
        super().__init__()
        self._file, self._manager = file, manager
        self._direction = ("", "")
        self._looking = Latest(pool, self)

    @guarded
    def consider(self, text: ParallelText) -> None:
        """A text was opened: look for a package to offer for it."""
        self._looking.cancel()
        if len(text.packages) != 1 or not text.packages[0].starter:
            return
        self._direction = text.source_language, text.target_language
        direction = self._direction
        self._looking.start(lambda _: self._found(direction), finished=self._on_looked)

    @guarded
    def withdraw(self) -> None:
        """Cancel the look-up: its text is no longer of interest."""
        self._looking.cancel()

    def _found(self, direction: Direction) -> tuple[Offer, bool] | None:
        """On the pool's thread: a package to offer, and whether it is known to be better than the installed ones."""
        if self._was_offered() or self._has_own():
            return None
        offer = self._manager.index().find(*direction)
        return None if offer is None else (offer, self._is_better(offer))

    def _on_looked(self, found: tuple[Offer, bool] | None) -> None:
        if found is None:
            return
        offer, better = found
        names = {"source": language_in_text(offer.source), "target": language_in_text(offer.target)}
        size = QLocale().toString(round(USUAL_SIZE / 1_000_000))
        sentence = self.tr("The official language package for {source} to {target} is available (about {size} MB).")
        if better:
            sentence = self.tr("A better language package for {source} to {target} is available (about {size} MB).")
        self.offered.emit(sentence.format(**names, size=size), offer)

    def remember(self) -> None:
        """Never offer it again: the user has seen the offer."""
        kept = sorted({*self._kept(), _key(self._direction)})
        try:
            write_atomically(self._file, json.dumps(kept).encode(), private=True)
        except OutputError:
            return  # it is offered once more, which is no reason to show an error

    def _was_offered(self) -> bool:
        return _key(self._direction) in self._kept()

    def _has_own(self) -> bool:
        """Whether the user has installed a package but still uses the starter."""
        return any(not package.starter for package in self._manager.installed().serving(*self._direction))

    def _is_better(self, offer: Offer) -> bool:
        theirs = offer.quality
        ours = [package.quality for package in self._manager.installed().serving(offer.source, offer.target)]
        return theirs is not None and all(own is None or own.bleu < theirs.bleu for own in ours)

    def _kept(self) -> list[str]:
        return read_json(self._file, _directions, list[str]()).value


def _directions(kept: Any) -> list[str]:
    if not isinstance(kept, list):
        raise ValueError("no list")
    return [each for each in kept if isinstance(each, str)]


def _key(direction: tuple[str, str]) -> str:
    return ">".join(direction)
