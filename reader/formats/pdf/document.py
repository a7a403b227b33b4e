"""A PDF file as a document: the text of its pages, put together as paragraphs, then its notes."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from statistics import median

from reader import late_re as re
from reader.errors import Message, UnfitError, plural
from reader.formats.building import Builder
from reader.formats.left_out import left_out_sentences
from reader.formats.parsed import Began, Parsed, Recognising
from reader.formats.pdf.assembly import Assembly
from reader.formats.pdf.blocks import Block, Column
from reader.formats.pdf.columns import flows_of
from reader.formats.pdf.flowing import joined
from reader.formats.pdf.furniture import Furniture, without_furniture, without_repeated
from reader.formats.pdf.grids import grids_of
from reader.formats.pdf.initials import with_initials
from reader.formats.pdf.lines import Line, lines_of
from reader.formats.pdf.measures import Measures, measured
from reader.formats.pdf.metadata import metadata_of, outline_of
from reader.formats.pdf.notes import Notes, labels_in
from reader.formats.pdf.pages import Opened, Pages, page_count
from reader.formats.pdf.scans import Scans
from reader.formats.pdf.soundness import tagged_pages
from reader.formats.pdf.texts import Texts
from reader.formats.pdf.values import PageContent
from reader.formats.plain_division import Divided
from reader.formats.recognition.tessdata import remedy

_LINE_END, _INSIDE = re.compile(r"[^\W\d_]-\n(?=[^\W\d_])"), re.compile(r"[^\W\d_]-(?=[^\W\d_])")
# So much more often hyphens stand at the ends of lines where words are divided.
_OFTEN = 3
# What is shown while the rest is read; running heads show on so many.
_FIRST_PAGES = 8
# So many running heads are named.
_SHOWN_HEADS = 12


def parse_pdf(
    data: bytes,
    name: str,
    password: str = "",
    began: Began | None = None,
    recognising: Recognising = lambda _number, _count: None,
) -> Parsed:
    """Read a document; `name` is for messages, and `began` is told of its first pages.

    Raises:
        DocumentError: it is damaged, or has no text but in images.
        PasswordError: `password` does not open it, or is "" and one is needed.
    """
    with Opened(data, name, password) as file:
        document = file.document
        outline, count, metadata = outline_of(document), page_count(document, name), metadata_of(document)
        scans = Scans(lambda number: recognising(number, count))
        following = Pages(document, name, scans).read()
        pages = _first(following)
        if began is not None and count > len(pages):
            _begin(pages, outline, began)
        pages += following
    if not any(page.pieces for page in pages) and (scans.read or scans.unread):
        raise _no_text(name, scans)
    builder, furniture = _built(pages, outline)
    builder.left_out["comments"] += sum(page.comments for page in pages)
    builder.left_out["images"] += sum(len(page.images) for page in pages if page.number not in scans.unread)
    builder.left_out["tables"] += builder.layout.wide
    return Parsed(
        builder.paragraphs,
        tuple(builder.figures),
        builder.targets(),
        metadata,
        (*scans.sentences(), *_told(furniture), *left_out_sentences(builder.left_out)),
        title=metadata.get("title", ""),
        protected=file.protected,
        recognition=scans.recognition(sum(piece.doubtful for page in pages for piece in page.pieces)),
    )


def _first(pages: Iterator[PageContent]) -> list[PageContent]:
    """The pages that are shown while the rest is read: fewer if they take long."""
    first: list[PageContent] = []
    for page in pages:
        first.append(page)
        if len(first) == _FIRST_PAGES or page.recognised:
            break
    return first


def _begin(pages: Sequence[PageContent], outline: Mapping[str, int], began: Began) -> None:
    """Tell what the first pages have; their last paragraph may go on behind them.

    Words are changed when they are put together, so that copies are.
    """
    builder, _ = _built(deepcopy(pages), outline)
    if len(builder.paragraphs) > 1:
        began(Parsed(tuple(builder.paragraphs[:-1]), tuple(builder.figures)))


def _built(pages: Sequence[PageContent], outline: Mapping[str, int]) -> tuple[Builder, Furniture]:
    """The document that pages make, and what is no part of their text."""
    builder, furniture = Builder(), Furniture()
    blocks, notes, measures = _blocks(pages, furniture)
    divided = _divided([line.text for block in blocks for line in block.lines])
    Assembly(builder, Texts(divided, notes.refer), notes, measures).add(blocks, outline)
    return builder, furniture


def _divided(lines: Sequence[str]) -> Divided:
    """What makes the words whole that are divided at the ends of lines.

    Of words with a hyphen few stand at the end of a line by chance: where more hyphens do, they divide words.
    """
    text = "\n".join(lines)
    ends, words = len(_LINE_END.findall(text)), len(text.split())
    by_chance = len(_INSIDE.findall(text)) * len(lines) / max(words, 1)
    return Divided(text, typeset=ends > _OFTEN * by_chance + 1)


def _no_text(name: str, scans: Scans) -> UnfitError:
    if scans.read:
        return UnfitError("“{name}” has only images, and no text was recognised in them.", name=name)
    return UnfitError("“{name}” has only images of its pages, and no text. {remedy}", name=name, remedy=remedy())


def _blocks(pages: Sequence[PageContent], furniture: Furniture) -> tuple[list[Block], Notes, Measures]:
    """The paragraphs of all pages, the notes, and what is usual in the text."""
    furniture.across.update(" ".join("".join(page.across).split()) for page in pages if page.across)
    lines = without_furniture(list(map(_lines, pages)), [page.height for page in pages], furniture)
    turned = without_repeated([_turned(page) for page in pages], furniture)
    flows = flows_of(lines)
    measures = measured(flow for on_page in flows for flow in on_page)
    notes = Notes()
    labels = [labels_in([line for flow in on_page for line in flow]) for on_page in flows]
    tagged = tagged_pages(pages, lines, measures)
    columns: list[list[Block]] = []
    for number, (page, on_page) in enumerate(zip(pages, flows, strict=True)):
        known = frozenset().union(*labels[max(number - 1, 0) : number + 2])  # a note may stand on the next page
        if number in tagged:
            columns.append(notes.take(tagged[number], page.number, known, measures.size))
        else:
            columns += _on_page(page, on_page, measures, notes, known)
        columns += ([Block([line], page.number, line.left, line.right)] for line in turned[number])
    return joined(columns), notes, measures


def _lines(page: PageContent) -> list[Line]:
    """The lines of a page, and a line for each table that lines are drawn around."""
    grids = grids_of(page.rules, page.pieces) if page.rules else []
    inside = {id(piece) for grid in grids for cell in grid.cells for piece in cell.pieces}
    lines = with_initials(lines_of([piece for piece in page.pieces if id(piece) not in inside]))
    order = {id(piece): place for place, piece in enumerate(page.pieces)} if grids else {}
    for grid in grids:
        area, places = grid.area, [order[id(piece)] for cell in grid.cells for piece in cell.pieces]
        size = median(piece.look.size for cell in grid.cells for piece in cell.pieces)
        lines.append(Line([], area.left, area.right, area.top + size, size, min(places), max(places), grid))
    for line in lines:
        line.page = page.number
    return lines


def _turned(page: PageContent) -> list[Line]:
    """The lines that stand upright on a page."""
    lines = lines_of(page.turned)
    for line in lines:
        line.page = page.number
    return lines


def _on_page(
    page: PageContent, flows: Sequence[list[Line]], measures: Measures, notes: Notes, labels: frozenset[str]
) -> Iterator[list[Block]]:
    """The paragraphs of a page, column by column, without its notes; `labels` are those it refers to."""
    for flow in flows:
        blocks = Column(flow, page.number, measures, labels).blocks()
        yield notes.take(blocks, page.number, labels, measures.size)


def _told(furniture: Furniture) -> Iterator[Message]:
    """What to say of what is no part of the text."""
    heads = furniture.heads.most_common()
    for text, count in heads[:_SHOWN_HEADS]:
        yield plural(
            count,
            "“{text}” above or below the text of a page was left out.",
            "“{text}” above or below the text of {count} pages was left out.",
            text=text,
        )
    if (more := len(heads) - _SHOWN_HEADS) > 0:
        yield plural(more, "One further running head was left out.", "{count} further running heads were left out.")
    for text, count in furniture.across.most_common(_SHOWN_HEADS):
        yield plural(
            count, "“{text}” across a page was left out.", "“{text}” across {count} pages was left out.", text=text
        )
    if furniture.page_numbers:
        yield plural(furniture.page_numbers, "One page number was left out.", "{count} page numbers were left out.")
    if furniture.line_numbers:
        yield plural(
            furniture.line_numbers,
            "The number of one line was left out.",
            "The numbers of {count} lines were left out.",
        )
