"""The beginning of a translation that is kept, as a model is given it, and the translations that continue it."""

from collections.abc import Sequence
from dataclasses import replace

from reader.engine.tokens_linked import same_tokens
from reader.late_dataclasses import dataclass
from reader.parallel import Hypothesis
from reader.processing import Plan, Splices, Token, lead, without_capitals
from reader.text import Span, word_spans


@dataclass(frozen=True, slots=True)
class Beginning:
    """What stays of a translation.

    Attributes:
        text: the translation up to a place.
        whole: how many of its words are whole; the last one may be only begun.
    """

    text: str
    whole: int

    @classmethod
    def before(cls, translation: str, place: int) -> "Beginning | None":
        """What stands before the word at a place in code points, or behind it; None if there is no word."""
        words = word_spans(translation)
        number = next((i for i, (_, end) in enumerate(words) if end > place), len(words))
        return cls(translation[: words[number][0]], number) if number < len(words) else None

    @classmethod
    def until(cls, translation: str, place: int) -> "Beginning":
        """What stands up to a place at which a word ends."""
        return cls(translation[:place], len(word_spans(translation[:place])))

    @classmethod
    def typed(cls, text: str) -> "Beginning":
        """What was typed before the caret: the word that it ends in may go on."""
        words = word_spans(text)
        return cls(text, len(words) - (bool(words) and words[-1][1] == len(text)))

    @property
    def words(self) -> str:
        """The text with its whole words only."""
        return self.text[: len(self.text) - len(self.begun)]

    @property
    def begun(self) -> str:
        """The word that is only begun; "" if there is none."""
        words = word_spans(self.text)
        return self.text[words[self.whole][0] :] if self.whole < len(words) else ""

    def next_word(self, translation: str) -> str:
        """The word of a translation behind the whole words of this one; "" if it does not continue it."""
        place = self.place_in(translation)
        return translation[slice(*place)] if place is not None else ""

    def place_in(self, translation: str) -> Span | None:
        """The span of that word, in code points."""
        words = word_spans(translation)
        return words[self.whole] if len(words) > self.whole and self._is_begun_by(translation) else None

    def with_word(self, word: str) -> "Beginning":
        """The whole words of this one, and another behind them."""
        return Beginning(self.words + word, self.whole + 1)

    def joined(self, found: Hypothesis) -> Hypothesis | None:
        """A translation that a model continued, with the beginning to the letter; None if it does not continue it."""
        if not self._is_begun_by(found.text):
            return None
        if found.text.startswith(self.text):
            return found
        ours, theirs = (word_spans(text)[: self.whole] for text in (self.text, found.text))
        if not ours:
            return found
        # The links are made again once it is chosen.
        text = self.text[: ours[-1][1]] + found.text[theirs[-1][1] :]
        return replace(found, text=text, links=(), linked=False)

    def _is_begun_by(self, translation: str) -> bool:
        ours, theirs = _words(self.text), _words(translation)
        if [each.casefold() for each in ours[: self.whole]] != [each.casefold() for each in theirs[: self.whole]]:
            return False
        return not self.begun or "".join(theirs[self.whole : self.whole + 1]).startswith(self.begun)


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


def as_prefix(text: str, sentence: str, tokens: Sequence[Token], planned: Plan) -> str:
    """The beginning of a translation as the model would have written it: with placeholders, without a dash before it.

    Args:
        text: the beginning.
        sentence: what is translated.
        tokens: of the sentence, in order.
        planned: the sentence with placeholders for them.
    """
    names = dict(zip(((token.start, token.end) for token in tokens), planned.placeholders.originals, strict=True))
    pairs = sorted((there, names[here]) for here, there in same_tokens(sentence, tokens, text) if here in names)
    text = Splices.of(text, [(start, end, name) for (start, end), name in pairs]).text
    if planned.around[0]:
        text = text[lead(text) :]
    return (any(planned.capitals) and without_capitals(text)) or text
