"""What a screen reader says of a paragraph: where it stands, what it is, and its text."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from reader.text import OBJECT, Box, BoxKind, Kind, Paragraph, base_language

# Of these the place says enough: "quote, level 2", "note 1", "table 1, row 2, column 3".
_SAID_BY_BOX = (Kind.PARAGRAPH, Kind.QUOTE, Kind.NOTE, Kind.TABLE_CELL)
# Of these the number says enough.
_SAID_BY_NUMBER = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.CUE)


def spoken_name(paragraph: Paragraph, label: str) -> str:
    """Where a paragraph stands, by its label in the margin, or what it is: "Paragraph 12", "Table 2, row 3, ..."."""
    names = [_spoken_label(paragraph, label)] if label else []
    names += _boxes_of(paragraph)
    if not (names and paragraph.kind in (_SAID_BY_NUMBER if label else _SAID_BY_BOX)):
        names.append(kind_name(paragraph.kind))
    if paragraph.kind is Kind.LIST_ITEM and paragraph.level > 1:
        names.append(_tr("level {level}").format(level=paragraph.level))
    name = ", ".join(names)
    return name[:1].upper() + name[1:]


def _spoken_label(paragraph: Paragraph, label: str) -> str:
    if paragraph.cue is not None:
        return _tr("subtitle at {time}").format(time=label)
    return _tr("paragraph {number}").format(number=QLocale().toString(int(label)))


def spoken_text(paragraph: Paragraph, text: str) -> str:
    """The text of a paragraph, or its translation, behind its marker."""
    words = text.replace(OBJECT, _tr("image")) if OBJECT in text else text
    if not words.strip():
        words = _tr("empty")
    marker = "" if paragraph.kind is Kind.NOTE else paragraph.marker  # the name of a note says it
    return f"{_spoken_marker(marker)} {words}" if marker else words


def _spoken_marker(marker: str) -> str:
    boxes = {"☐": _tr("not checked:"), "☑": _tr("checked:"), "☒": _tr("checked:")}
    return boxes.get(marker, marker)


def _boxes_of(paragraph: Paragraph) -> Iterator[str]:
    inner = max((n for n, box in enumerate(paragraph.within) if box.kind is BoxKind.QUOTE), default=-1)
    for number, box in enumerate(paragraph.within):
        if box.kind is BoxKind.QUOTE:
            if number == inner:  # one depth is enough
                yield _quote(paragraph.quote)
        elif name := box_name(box):
            yield name
    if inner < 0 and paragraph.kind is Kind.QUOTE and paragraph.within:
        yield _quote(1)


def _quote(depth: int) -> str:
    return _tr("quote, level {level}").format(level=depth) if depth > 1 else _tr("quote")


def box_name(box: Box) -> str:
    """What a box is, and which one; "" for what its paragraphs tell themselves."""
    match box.kind:
        case BoxKind.QUOTE:
            return _quote(1)
        case BoxKind.CELL:
            place = _tr("table {table}, row {row}, column {column}")
            row, column = (box.cell.row, box.cell.column) if box.cell else (0, 0)
            return place.format(table=box.number + 1, row=row + 1, column=column + 1)
        case BoxKind.NOTE:
            return _tr("note {label}").format(label=box.label or box.number + 1)
        case BoxKind.ASIDE:
            return box.caption_in(base_language(QLocale().name())) or _tr("text box")
        case BoxKind.FURNITURE:
            return _tr("page header or footer")
        case BoxKind.FIGURE:
            return ""


def kind_name(kind: Kind) -> str:
    """What a kind of paragraphs is called."""
    return {
        Kind.TITLE: _tr("title"),
        Kind.HEADING: _tr("heading"),
        Kind.PARAGRAPH: _tr("paragraph"),
        Kind.LIST_ITEM: _tr("list item"),
        Kind.TABLE_CELL: _tr("table cell"),
        Kind.QUOTE: _tr("quote"),
        Kind.CODE: _tr("code"),
        Kind.RULE: _tr("rule"),
        Kind.DATE: _tr("date"),
        Kind.BYLINE: _tr("byline"),
        Kind.SEE_ALSO: _tr("see also"),
        Kind.FIGURE: _tr("image"),
        Kind.CAPTION: _tr("caption"),
        Kind.NOTE: _tr("note"),
        Kind.TERM: _tr("term"),
        Kind.DEFINITION: _tr("definition"),
        Kind.VERSE: _tr("verse"),
        Kind.MATH: _tr("formula"),
        Kind.CUE: _tr("subtitle"),
    }[kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)
