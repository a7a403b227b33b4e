"""Marks on text whose look changes from piece to piece: pieces that follow each other are one stretch."""

from dataclasses import field

from reader.formats.building import Builder
from reader.formats.inline import Opened
from reader.late_dataclasses import dataclass
from reader.text import MarkKind

# A mark and what it leads to.
Wanted = tuple[tuple[MarkKind, str], ...]


@dataclass(slots=True)
class Stretches:
    """The marks that the text which is added next stands under."""

    builder: Builder
    wanted: Wanted = ()
    open: dict[tuple[MarkKind, str], Opened] = field(default_factory=dict)

    def under(self, wanted: Wanted) -> None:
        """What is added next stands under these marks, and under no others."""
        if wanted == self.wanted:
            return
        inline, self.wanted = self.builder.inline, wanted
        for mark in [each for each in self.open if each not in wanted]:
            inline.finish(self.open.pop(mark))
        for mark in wanted:
            if mark not in self.open:
                self.open[mark] = Opened("", inline.length, len(inline.parts), *mark)
