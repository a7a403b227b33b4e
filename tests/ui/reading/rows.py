"""A row of every kind, to walk over."""

from reader.parallel import Row, SentencePair, State
from reader.text import Kind, Paragraph


def translated(*sentences: str) -> Row:
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append((start, start + len(sentence)))
        start += len(sentence) + 1
    return Row(Paragraph(text), text.upper(), State.DONE, tuple(SentencePair(span, span) for span in spans))


CODE = Row(Paragraph("x = 1\ny = 2", Kind.CODE), "x = 1\ny = 2", State.SAME)
PENDING = Row(Paragraph("Ikke ferdig ennå."))
FAILED = Row(Paragraph("Gikk ikke."), state=State.FAILED)
RULE = Row(Paragraph("", Kind.RULE), "", State.SAME)
SYMBOLS = translated("* * *")
WORDS = translated("Hei du.", "Ha det!")
