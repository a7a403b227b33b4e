"""Writing other words into a Markdown file; imported late, as markdown-it is.

What has been written is read again, and must give the paragraphs that it was to give. A paragraph that does not is
written more plainly, and at last left as it was.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from reader import late_re as re
from reader.formats.decoding import in_lines
from reader.formats.finishing import clean
from reader.formats.markdown.block_writing import Lines, written_lines
from reader.formats.markdown.front_rewriting import with_value
from reader.formats.markdown.html_blocks import HtmlEdit, html_edit
from reader.formats.markdown.laying import Laid
from reader.formats.markdown.paragraph_writing import Page, Result, Way, result_of, width_of
from reader.formats.markdown.parsing import heading_of, parse_markdown
from reader.formats.markdown.places import Places, places_of
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, Trouble, Unplaced, unplaced
from reader.formats.rewriting.checking import refuse_other
from reader.formats.rewriting.text_lines import Edit, TextLines

# How often what has been written may turn out to be read otherwise, before all of it is left as it was.
_ROUNDS = 16
# How much of a text in a new language may be as it was.
_FEW = 0.1
_AROUND_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


def rewrite_markdown(data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """A Markdown file with other words; `name` is the document's, for messages.

    Raises:
        DocumentError: it is no longer as it was when it was opened.
    """
    file = TextLines(data, name, rewriting.encoding)
    places = places_of("\n".join(file.texts))
    refuse_other([paragraph.text for paragraph in places.paragraphs], rewriting.texts, name)
    if not rewriting.changes:
        return Rewritten(data)
    return _Rewriter(file, places, rewriting).rewritten()


class _Rewriter:
    def __init__(self, file: TextLines, places: Places, rewriting: Rewriting) -> None:
        self._file, self._old, self._places, self._rewriting = file, file.texts, places, rewriting
        self._ways = dict.fromkeys((change.row for change in rewriting.changes), Way.AS_BEFORE)
        self._page = Page(places.lines, width_of(places.blocks))
        self._known: dict[tuple[int, Way], Result | None] = {}
        self._results: dict[int, Result] = {}
        self._html: dict[int, HtmlEdit | None] = {}

    def rewritten(self) -> Rewritten:
        """The file, once it is read as it is to be."""
        for number in range(_ROUNDS):
            changed = self._changed()
            found = parse_markdown(in_lines("\n".join(_lines(self._old, changed)))[0]).paragraphs
            if not (wrong := self._misread([clean(paragraph).text for paragraph in found])):
                break
            for row in wrong if number < _ROUNDS - 2 else self._ways:
                self._ways[row] = Way(self._ways[row] + 1) if number < _ROUNDS - 2 else Way.NOT
        edits = (Edit(number, number + 1, lines) for number, lines in changed.items())
        data, encoding = self._file.with_edits(edits)
        looks = sum(result.laid.looks for result in self._results.values())
        return Rewritten(data, looks, tuple(self._unplaced()), encoding)

    def _changed(self) -> Lines:
        """The lines of the file that are others, with what they become."""
        for block in self._places.blocks:
            block.edits.clear()
        self._results.clear()
        copies: dict[int, str] = {}
        for change in sorted(self._rewriting.changes, key=self._inmost_first):
            result = self._result(change)
            if result is None:
                continue
            self._results[change.row] = result
            if edit := self._html.get(change.row):
                edit.block.rewrite(edit.start, edit.end, edit.new)
            elif place := self._places.places[change.row]:
                place.block.rewrite(place.start, place.end, result.new)
                copies[id(place.block)] = result.copy
        return {**written_lines(self._places, copies), **self._front()}

    def _inmost_first(self, change: Change) -> bool:
        """Notes that stand in their references come before what these are in."""
        place = self._places.places[change.row]
        return place is None or place.block.outer is None

    def _result(self, change: Change) -> Result | None:
        way, place = self._ways[change.row], self._places.places[change.row]
        paragraph = self._places.paragraphs[change.row]
        if way is Way.NOT:
            return None
        if self._places.titled and not change.row:
            return _title(paragraph.text, change.text, both=self._rewriting.both) if way is Way.AS_BEFORE else None
        if place is None:
            return self._html_result(change) if way is Way.AS_BEFORE else None
        if place.block.edits:  # with a note in it, which may be another one now
            return result_of(place, paragraph, change, way, self._page, both=self._rewriting.both)
        if (change.row, way) not in self._known:
            found = result_of(place, paragraph, change, way, self._page, both=self._rewriting.both)
            self._known[change.row, way] = found
        return self._known[change.row, way]

    def _html_result(self, change: Change) -> Result | None:
        if change.row not in self._html:
            rewriting = self._rewriting
            self._html[change.row] = html_edit(self._places, change, rewriting.language, both=rewriting.both)
        edit = self._html[change.row]
        return Result("", "", [edit.text], edit.laid) if edit else None

    # Front matter

    def _front(self) -> Lines:
        """The lines of the front matter that are others."""
        old = "\n".join(self._old)[: self._places.front.length]
        new = old
        if title := self._new_title():
            new = with_value(new, "title", title) or new
        if self._places.front.metadata.get("language") and self._is_all():
            new = with_value(new, "language", self._rewriting.language) or new
        lines = zip(old.split("\n"), new.split("\n"), strict=True)
        return {number: [after] for number, (before, after) in enumerate(lines) if before != after}

    def _new_title(self) -> str:
        """What the title in the front matter becomes, which may also be a heading in the text."""
        row = 0 if self._places.titled else heading_of(self._places.paragraphs, self._places.front)
        if row not in self._results or (self._rewriting.both and not self._places.titled):
            return ""
        return self._results[row].texts[0]

    def _is_all(self) -> bool:
        """Whether all the text is in another language now, but for some names and the like."""
        lengths = Counter[bool]()
        for row, paragraph in enumerate(self._places.paragraphs):
            lengths[row in self._results] += len(paragraph.text) * paragraph.translatable
        return not self._rewriting.both and lengths[False] <= _FEW * lengths[True]

    # What came of it

    def _misread(self, texts: Sequence[str]) -> set[int]:
        """The rows whose text is not as it was to be, or, if others are, of those near them."""
        expected = [
            (row, _same(text))
            for row, paragraph in enumerate(self._places.paragraphs)
            for text in (self._results[row].texts if row in self._results else (paragraph.text,))
        ]
        found = list(map(_same, texts))
        if len(found) == len(expected):
            wrong = [row for (row, text), other in zip(expected, found, strict=True) if text != other]
        else:
            wrong = _ends_of_difference(expected, found)
        rows = sorted(self._results)
        return {near for row in wrong for near in _near(rows, row)}

    def _unplaced(self) -> Iterator[Unplaced]:
        for change in self._rewriting.changes:
            result = self._results.get(change.row)
            if result is None:
                yield Unplaced(change.row, Trouble.KEPT)
                continue
            yield from unplaced(change.row, result.laid.lost, result.laid.guessed)


def _title(old: str, new: str, *, both: bool) -> Result:
    """A title that only the front matter has."""
    text = " ".join(new.split())
    if both:
        text = f"{old} / {text}"
    return Result("", "", [text], Laid("", text))


def _lines(old: Sequence[str], changed: Lines) -> Iterator[str]:
    for number, line in enumerate(old):
        yield from changed.get(number, (line,))


def _same(text: str) -> str:
    """A text without white space that reading it may lose."""
    return _AROUND_LINE_END.sub("\n", text.strip()) if "\n" in text else text.strip()


def _ends_of_difference(expected: Sequence[tuple[int, str]], found: Sequence[str]) -> list[int]:
    """The rows of the first and the last text that differ, where there are more or fewer."""
    least = min(len(expected), len(found))
    first = next((n for n in range(least) if expected[n][1] != found[n]), least)
    last = next((n for n in range(1, least + 1) if expected[-n][1] != found[-n]), least)
    return [expected[min(first, len(expected) - 1)][0], expected[max(len(expected) - last, 0)][0]]


def _near(rows: Sequence[int], row: int) -> Sequence[int]:
    """The row itself, if it is among others, which are in order, or else those before and behind it."""
    place = bisect_left(rows, row)
    return [row] if rows[place : place + 1] == [row] else rows[max(place - 1, 0) : place + 1]
