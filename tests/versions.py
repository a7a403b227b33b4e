"""Rows with further texts, for tests."""

from reader.parallel import Column, Row, Version


def with_texts(row: Row, *, back: str = "", reference: str = "") -> Row:
    """A row with a back-translation and a reference translation, of which nothing but the text is known."""
    for column, text in ((Column.BACK, back), (Column.REFERENCE, reference)):
        row = row.with_version(Version(column, text)) if text else row
    return row
