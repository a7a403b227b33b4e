"""The language that a word processor says a text is in, which is often only what the program was set to."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from reader.text import NORWEGIAN, Mark, MarkKind, Paragraph, base_language, detect_language

_OWN = NORWEGIAN | {"en"}
# Stretches of a document that are looked at: it takes a millisecond each. What comes behind them is not believed.
_MOST = 2000


def with_believed_languages(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs with those marks that name a language which can be believed.

    Of a whole paragraph that is a language which its text looks like too, other than Norwegian and English, which are
    told by the text alone; of a part of one any but these two, unless the part is clearly in one of them.
    """
    asked = count()
    return [_believed(paragraph, asked) for paragraph in paragraphs]


def _believed(paragraph: Paragraph, asked: "count[int]") -> Paragraph:
    marks = tuple(m for m in paragraph.marks if m.kind is not MarkKind.LANGUAGE or _is_so(m, paragraph, asked))
    return paragraph if len(marks) == len(paragraph.marks) else replace(paragraph, marks=marks)


def _is_so(mark: Mark, paragraph: Paragraph, asked: "count[int]") -> bool:
    text, language = paragraph.text[mark.start : mark.end], base_language(mark.href)
    if language in _OWN:
        return False
    whole = not any(map(str.isalpha, paragraph.text[: mark.start] + paragraph.text[mark.end :]))
    if next(asked) >= _MOST:
        return False
    found = detect_language(text)
    return found.certain and found.language == language if whole else not (found.certain and found.language in _OWN)
