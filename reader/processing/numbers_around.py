"""Numbers as tokens: those that a translation lost, so that the sentence is translated again around them."""

from collections.abc import Iterator

from reader.processing.localising import expressions
from reader.processing.nontranslatables import lost_number_spans, lost_numbers
from reader.processing.token import Token, TokenKind


def number_tokens(sentence: str, translation: str, source: str, target: str) -> list[Token]:
    """The numbers that a translation lost, with their dates, amounts and the like, as the target language writes them.

    A number that is part of none of these stands for itself, unless it is part of a word ("A4").

    Args:
        sentence: as it is asked for.
        translation: of the sentence; "" has lost all.
        source, target: codes of their languages.

    Returns:
        Tokens in order.
    """
    return sorted(_number_tokens(sentence, translation, source, target), key=lambda token: token.start)


def _number_tokens(sentence: str, translation: str, source: str, target: str) -> Iterator[Token]:
    spans = lost_number_spans(sentence, translation)
    lost = {place for span in spans for place in range(*span)}
    for each in expressions(sentence, source, target) if spans else ():
        if not lost.isdisjoint(places := range(each.start, each.end)):
            lost.difference_update(places)
            yield Token(each.start, each.end, TokenKind.NUMBER, each.written)
    for start, end in spans:
        if lost.issuperset(range(start, end)) and not _in_word(sentence, start, end):
            yield Token(start, end, TokenKind.NUMBER, sentence[start:end])


def _in_word(text: str, start: int, end: int) -> bool:
    return text[max(start - 1, 0) : start].isalpha() or text[end : end + 1].isalpha()


def number_errors(sentence: str, translation: str) -> int:
    """How many numbers a translation lost, and how many it added."""
    return len(lost_numbers(sentence, translation)) + len(lost_numbers(translation, sentence))
