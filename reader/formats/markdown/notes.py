"""Footnotes: their tokens are taken out of the document, and follow it in the order of their first references."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass
class Notes:
    """The notes of a document, by a key: the label, or a sign of its own for one that stands in its reference.

    Attributes:
        content: the tokens of each.
        numbers: their numbers from 0, in the order of their first references.
    """

    content: dict[str, Sequence["Token"]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)

    def without(self, tokens: Sequence["Token"]) -> Sequence["Token"]:
        """The tokens outside notes; the notes are kept."""
        stack: list[list[Token]] = [[]]
        labels: list[str] = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                labels.append(token.meta["label"])
                stack.append([])
            elif token.type == "footnote_reference_close":
                self._define(labels.pop(), stack.pop())
            else:
                stack[-1].append(token)
        return stack[0]

    def _define(self, label: str, tokens: Sequence["Token"]) -> None:
        """Of two with the same label the first is the one that is meant; the other is kept as one nobody refers to."""
        self.content[f"{label}\0{len(self.content)}" if label in self.content else label] = tokens

    def referred(self, token: "Token") -> tuple[str, int]:
        """The label that a page shows, and the number of the note from 0, that a reference leads to."""
        key = token.meta["label"]
        if token.children is not None:
            key = f"\0{len(self.content)}"
            self.content[key] = token.children
        number = self._number(key)
        return str(number + 1), number

    def _number(self, key: str) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.order)
            self.order.append(key)
        return self.numbers[key]

    def following(self) -> Iterator[tuple[str, int, Sequence["Token"]]]:
        """Label, number and tokens of each note: those referred to, also by other notes on the way, then the rest."""
        yield from self._ordered(0)
        for key in list(self.content):
            if key not in self.numbers and self.content[key]:
                yield from self._ordered(self._number(key))

    def _ordered(self, number: int) -> Iterator[tuple[str, int, Sequence["Token"]]]:
        while number < len(self.order):
            yield str(number + 1), number, self.content[self.order[number]]
            number += 1
