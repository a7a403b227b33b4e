"""Tables in plain text: between bars, in boxes of signs, between tabs, or in columns that white space keeps apart."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reader import late_re as re
from reader.formats.plain_boxes import boxed_cells, is_border, is_drawn, with_bars
from reader.late_dataclasses import dataclass
from reader.text import Cell

# Wider and longer rows are read as lines: a row of a table is laid out in one go.
_MOST_COLUMNS, _LONGEST_ROW = 64, 20_000
_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"\s*:?-+:?\s*")
_DASHES = re.compile(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*")
_ACROSS = re.compile(r"\s*(?:-{4,}|={4,}|_{4,}|─{4,}|═{4,})\s*")
_CHUNK = re.compile(r"\S+(?>(?: \S+)*)")
_LABEL = re.compile(r"\s*[^\s:][^:]*:( +)(?=\S)")  # and the gap behind it
_GAP = re.compile(r"\S {2,}\S")
_FIGURES = re.compile(r"[-–+]?(?:kr |[€$£] ?)?\d[\d .,:/%]*(?:,-|kr|%|[^\W\d]{1,4})?|[-–]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-/–]\d{2,4})?")
_FEWEST_LINES = 3  # of a table that nothing but white space or bars between words shows
_MARKER = re.compile(r"[^\w\s\"'«“(]|\(?\w{1,3}[.)]|\d+(?:\.\d+)+|o")
_MARKED = re.compile(rf"(?:{_MARKER.pattern})(?:\s|$)")

# The cells of a table row by row, with their lines.
Cells = Sequence[tuple[Cell, Sequence[str]]]
_Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table among the lines `start` to `stop` of a block."""

    start: int
    stop: int
    cells: Cells


def tables_of(lines: Sequence[str]) -> Iterator[FoundTable]:
    """The tables among the lines of a block, in order; what is not certainly one is none."""
    return _tables(lines, _kinds(lines), 0)


def _tables(lines: Sequence[str], kinds: Sequence[str], start: int) -> Iterator[FoundTable]:
    for kind, run in groupby(zip(kinds, lines, strict=True), lambda found: found[0]):
        rows = [line for _, line in run]
        cells = _READERS[kind.rstrip("0123456789")](rows) if kind else ()
        if cells and _fits(cells):
            yield FoundTable(start, start + len(rows), cells)
        elif kind == "aligned" and any(map(_ACROSS.fullmatch, rows)):
            yield from _tables(rows, list(map(_kind, rows)), start)
        start += len(rows)


def heads_table(head: str, lines: Sequence[str]) -> bool:
    """Whether a line makes a table with the lines of the block below, from which a blank one parts it, as its head."""
    whole = [head, *lines]
    cells = _aligned(whole) if set(_kinds(whole)) == {"aligned"} else ()
    return bool(cells) and _fits(cells) and cells[0][0].head


def _kinds(lines: Sequence[str]) -> list[str]:
    """What keeps the cells of each line apart, if it is one of a table, by the lines beside it, too.

    Between two of a table in columns, a line drawn across the page is one of it; so is a line whose label, the longest,
    fills the first column.
    """
    kinds = [_kind(line) for line in lines]
    for place in range(1, len(lines) - 1):
        if kinds[place - 1] == kinds[place + 1] == "aligned" and _ACROSS.fullmatch(lines[place]):
            kinds[place] = "aligned"
    if "aligned" in kinds and "" in kinds:
        columns = [_value_column(line) for line in lines]
        for before, after in [*pairwise(range(len(lines))), *pairwise(range(len(lines) - 1, -1, -1))]:
            if kinds[before] == "aligned" and not kinds[after] and columns[before] == columns[after] > 0:
                kinds[after] = "aligned"
    return kinds


def _value_column(line: str) -> int:
    """The column behind a label; 0 if there is none."""
    found = _LABEL.match(line)
    return found.end() if found else 0


def _kind(line: str) -> str:
    """What keeps the cells of a line apart, if it is one of a table; the lines of a table are alike in this."""
    if is_drawn(line):
        return "drawn"
    if "|" in line:
        return "barred"
    if "\t" in line.strip(" "):
        return f"tab{line.count(chr(9))}"
    if "  " in line and (_GAP.search(line) or _DASHES.fullmatch(line)):
        return "aligned"
    return ""


def _fits(cells: Cells) -> bool:
    columns = max(cell.column + cell.columns for cell, _ in cells)
    rows = [sum(len(line) for _, lines in run for line in lines) for _, run in groupby(cells, lambda c: c[0].row)]
    return columns <= _MOST_COLUMNS and max(rows) <= _LONGEST_ROW


def _drawn(lines: Sequence[str]) -> Cells:
    if is_border(lines[0]):
        return _boxed(lines)
    head = len(lines) > 1 and is_border(lines[1])
    rows = [with_bars(line).strip() for line in lines if not is_border(line)]
    if not all(len(row) > 1 and row[-1] == "|" for row in rows):
        return _ruled([row.removeprefix("|").removesuffix("|") for row in rows])
    inner = [row[1:-1] for row in rows]
    return _ruled(inner) or _even([_split(row) for row in inner if not _is_ruler(row)], fewest=2, head=head)


def _boxed(lines: Sequence[str]) -> Cells:
    """The cells in boxes; the first row may be one of headings by what it says where no border tells."""
    cells = boxed_cells(lines)
    rows = [[" ".join(text).strip() for _, text in run] for _, run in groupby(cells, lambda found: found[0].row)]
    even = len(rows) > 1 and len(set(map(len, rows))) == 1
    told = any(cell.head or cell.rows > 1 or cell.columns > 1 for cell, _ in cells)
    heads = _heads(rows) if even and not told else 0
    return [(replace(cell, head=cell.head or cell.row < heads), text) for cell, text in cells]


def _barred(lines: Sequence[str]) -> Cells:
    rows = [line.strip().removesuffix("|") for line in lines]
    even = [_split(row) for row in rows]
    certain = all(" | " in row for row in rows) and all(map(all, even))
    return _ruled(rows) or (_even(even, fewest=_FEWEST_LINES) if certain else ())


def _split(row: str) -> list[str]:
    bars = [-1, *(bar.start() for bar in _BAR.finditer(row)), len(row)]
    cells = (row[start + 1 : end].strip() for start, end in pairwise(bars))
    return [cell.replace("\\|", "|") if "\\|" in cell else cell for cell in cells]


def _ruled(rows: Sequence[str]) -> Cells:
    """A table whose second line is a ruler, which may tell how the columns are aligned."""
    head = _split(rows[0])
    if len(rows) < 2 or not _is_ruler(rows[1]) or len(_split(rows[1])) != len(head):
        return ()
    align = [_ALIGN[part[:1] == ":", part[-1:] == ":"] for part in _split(rows[1])]
    return _cells([head, *(_split(row) for row in rows[2:] if not _is_ruler(row))], heads=1, align=align)


def _is_ruler(row: str) -> bool:
    return "--" in row and all(map(_RULER.fullmatch, _BAR.split(row)))


_ALIGN = {(False, False): "", (True, False): "l", (False, True): "r", (True, True): "c"}


def _even(rows: _Rows, *, fewest: int, head: bool = False) -> Cells:
    """A table of rows with the same number of cells, several each."""
    alike = len({len(row) for row in rows}) == 1 and len(rows[0]) > 1
    return _cells(rows, heads=int(head) or _heads(rows)) if alike and len(rows) >= fewest else ()


def _cells(rows: _Rows, *, heads: int, align: Sequence[str] = ()) -> Cells:
    """The cells of rows of text; short rows are filled up, unless most of the table were empty then."""
    columns = max(map(len, rows))
    if columns * len(rows) > 2 * sum(map(len, rows)):
        return ()
    align = [*align, *[""] * (columns - len(align))]
    filled = [[*row, *[""] * (columns - len(row))] for row in rows]
    return [
        (Cell(row, column, head=row < heads, align=align[column]), [text])
        for row, texts in enumerate(filled)
        for column, text in enumerate(texts)
    ]


def _tabbed(lines: Sequence[str]) -> Cells:
    rows = _without_empty_columns([_tabbed_cells(line) for line in lines])
    listed = len(rows[0]) == 2 and all(not row[0] or _MARKER.fullmatch(row[0]) for row in rows)
    if len(rows) < 2 or len(rows[0]) < 2 or listed:
        return ()
    return _cells(rows, heads=_heads(rows))


def _tabbed_cells(line: str) -> list[str]:
    tabs = [-1, *(tab.start() for tab in re.finditer("\t", line)), len(line)]
    return [line[start + 1 : end].strip() for start, end in pairwise(tabs)]


def _without_empty_columns(rows: _Rows) -> _Rows:
    filled = [any(column) for column in zip(*rows, strict=True)]
    return [[cell for cell, keep in zip(row, filled, strict=True) if keep] for row in rows]


def _heads(rows: _Rows) -> int:
    """1 if the first row is one of headings: the only words above figures, or years above what are none."""
    below = list(zip(*rows[1:], strict=True))
    if rows[1:] and all(map(_YEAR.fullmatch, rows[0][1:])):
        return int(not any(_YEAR.fullmatch(cell) for cells in below[1:] for cell in cells))
    columns = zip(rows[0], below, strict=True)
    return int(any(head and not _FIGURES.fullmatch(head) and _is_figures(cells) for head, cells in columns))


def _is_figures(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(_FIGURES.fullmatch, cells))


def _aligned(lines: Sequence[str]) -> Cells:
    """A table in columns: they are blank between in all lines, and each begins or ends in one column."""
    ruler = next((place for place, line in enumerate(lines) if place and _DASHES.fullmatch(line)), 0)
    texts = [line.expandtabs(4) for line in lines if not (_DASHES.fullmatch(line) or _ACROSS.fullmatch(line))]
    if len(texts) < _FEWEST_LINES - (ruler > 0) or all(_MARKED.match(text.lstrip()) for text in texts):
        return ()
    spans = _labelled(texts) or _columns(texts)
    if not 2 <= len(spans) <= _MOST_COLUMNS or not all(_is_even(texts, span) for span in spans[1:]):
        return ()
    rows = [[text[start:end].strip() for start, end in spans] for text in texts]
    headed = _ACROSS.fullmatch(lines[1]) is not None  # further down it stands above a sum
    return _cells(rows, heads=ruler or int(headed) or _heads(rows))


def _labelled(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The spans of labels and what stands behind them, where a label fills its column; none otherwise."""
    found = [_LABEL.match(text) for text in texts]
    columns = {match.end() if match else 0 for match in found}
    filled = any(match is not None and match[1] == " " for match in found)
    column = columns.pop()
    return [(0, column), (column, max(map(len, texts)))] if filled and column and not columns else []


def _columns(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The spans in which some line has words, with at least two blanks between them."""
    filled = bytearray(max(map(len, texts)))
    for text in texts:
        for chunk in _CHUNK.finditer(text):
            filled[chunk.start() : chunk.end()] = b"x" * (chunk.end() - chunk.start())
    return [found.span() for found in re.finditer(rb"x+(?:\0x+)*", bytes(filled))]


def _is_even(texts: Sequence[str], span: tuple[int, int]) -> bool:
    """Whether the cells of a column that have text all begin or all end in one place."""
    start, end = span
    cells = [cell for text in texts if (cell := text[start:end].rstrip())]
    below = cells[1:] if len(texts) > _FEWEST_LINES else cells  # headings need not be in line with figures
    begin = not any(cell[0].isspace() for cell in below)
    return begin or all(len(cell) == end - start for cell in below)


_READERS: Mapping[str, Callable[[Sequence[str]], Cells]] = {
    "drawn": _drawn,
    "barred": _barred,
    "tab": _tabbed,
    "aligned": _aligned,
}
