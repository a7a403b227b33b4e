"""Rows with the lines above a mail: the names of the fields are known in other languages, and the rest stays."""

from collections.abc import Iterator, Sequence

from reader.parallel.assembly import Part, assembled
from reader.parallel.pairs import State
from reader.parallel.rows import Row
from reader.text import Inline, lines_above_mail, mail_field_name


def with_mail_fields(rows: Sequence[Row], target: str) -> list[Row]:
    """The rows of an untranslated text, those of lines above a mail with the names that fields have in `target`."""
    return [_translated(row, target) if row.state is State.PENDING and row.source.marks else row for row in rows]


def _translated(row: Row, target: str) -> Row:
    parts = list(_parts(row, target))
    return assembled(row.source, parts) if parts else row


def _parts(row: Row, target: str) -> Iterator[Part]:
    inline = Inline.of(row.source.text, row.source.marks)
    for span, length in lines_above_mail(row.source) if inline is not None else ():
        assert inline is not None
        key = inline.asked(span).key
        name = mail_field_name(key[:length], target)
        yield Part(span, name + key[length:], links=((0, length, 0, len(name), 1.0),))
