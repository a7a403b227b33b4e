"""What holds of the tables of every document."""

from reader.text import BoxKind, Document, Paragraph


def check_tables(paragraphs: tuple[Paragraph, ...]) -> None:
    """Every table is contiguous, and each of its places is covered once."""
    document = Document("", paragraphs, None, "nb", certain=True)
    for number, table in enumerate(document.tables):
        inside = paragraphs[table.starts[0] : table.stop]
        boxes = [box for p in inside for box in p.within if box.kind is BoxKind.CELL]
        assert {box.number for box in boxes} == {number}
        assert len(boxes) == len(inside)
        cells = {box.cell for box in boxes if box.cell}
        covered = [(c.row + r, c.column + k) for c in cells for r in range(c.rows) for k in range(c.columns)]
        assert sorted(covered) == [(r, k) for r in range(len(table.starts)) for k in range(table.columns)]
