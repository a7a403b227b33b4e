"""The user's edit of a sentence, in place of the machine's.

An edit is a pure change of one row. To keep it, give the edit to `Memory.keep_edits`, and the links that a model
makes for it later to `Memory.relink_edits`, which leaves a newer edit alone; to take it back, forget it there and
put the machine translation, which `Memory.lookup` has, in its place again. Where another program may have edited the
sentence meanwhile, `Memory.change_edits` does both, and tells of what nobody here has seen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.parallel.assembly import Part, assembled, parts_of
from reader.parallel.diff import unchanged
from reader.parallel.hypothesis import Hypothesis
from reader.parallel.rows import Link, Row, State
from reader.parallel.user_translation import user_edit
from reader.text import words_and_signs


def editable(row: Row, index: int) -> bool:
    """Whether sentence `index` of the row can be edited: the row is translated, and the sentence has words."""
    if row.state is not State.DONE or not 0 <= index < len(row.sentences):
        return False
    return any(map(str.isalpha, sentence_text(row, index)))


def sentence_text(row: Row, index: int) -> str:
    """Sentence `index` of the row's source: what an edit is kept under."""
    return row.source.text[slice(*row.sentences[index].source)]


def with_hypothesis(row: Row, index: int, text: Hypothesis) -> Row:
    """The row with another translation of sentence `index`; all other sentences stay as they are.

    With a `user_edit` this is the edit, with the machine's hypothesis it is taken back. Spans, links and marks
    behind it are moved; the back-translation, being one of the old text, is dropped.

    Raises:
        ValueError: the sentence is not `editable`.
    """
    if not editable(row, index):
        raise ValueError("There is no sentence to edit.")
    return _replaced(row, [index], text)


def _replaced(row: Row, places: Iterable[int], text: Hypothesis) -> Row:
    """The row with another translation of the sentences at `places`, put together once."""
    parts = parts_of(row)
    score = None if text.edited else text.score
    for index in places:
        parts[index] = Part(parts[index].source, text.text, score, text.links, text.warnings, text.edited, text.linked)
    return assembled(row.source, parts).in_place_of(row)


def with_hypothesis_everywhere(rows: Iterable[Row], sentence: str, text: Hypothesis) -> Iterator[tuple[int, Row]]:
    """Another translation of `sentence` wherever it stands in a document, as it will when the document is opened again.

    Yields:
        The index of each row that changes, and the row as it is then (see `RowEdited`).
    """
    for number, row in enumerate(rows):
        if sentence in row.source.text:
            places = [i for i in range(len(row.sentences)) if sentence_text(row, i) == sentence and editable(row, i)]
            if places:
                yield number, _replaced(row, places, text)


def differing(rows: Iterable[Row], edits: Mapping[str, Hypothesis]) -> set[str]:
    """The sentences of translated rows that the user has edited otherwise than the rows show, or not any more.

    Args:
        rows: some rows of a document.
        edits: what the memory has of their sentences, by sentence.
    """
    found = set()
    for row in rows:
        for index, pair in enumerate(row.sentences if row.state is State.DONE else ()):
            edit = edits.get(sentence := sentence_text(row, index))
            shown = row.target[slice(*pair.target)] if pair.edited else None
            if shown != (edit.text if edit is not None else None):
                found.add(sentence)
    return found


def edited(row: Row, index: int, text: str) -> tuple[Row, Hypothesis]:
    """The row with the user's `text` for sentence `index`, and that edit, to be kept; needs no model.

    Words that are as they were keep their links until a model has linked them anew.

    Raises:
        ValueError: the sentence is not `editable`.
    """
    if not editable(row, index):
        raise ValueError("There is no sentence to edit.")
    part, sentence = parts_of(row)[index], sentence_text(row, index)
    new = user_edit(sentence, text)
    new = replace(new, links=carried_links(part.links, part.text, new.text))
    return with_hypothesis(row, index, new), new


def carried_links(links: Sequence[Link], before: str, after: str) -> tuple[Link, ...]:
    """The links of those target words that an edit left as they were, moved to where they stand now.

    Args:
        links: in code points into the sentence and into `before`.
        before, after: the target text without and with the edit.
    """
    old, new = words_and_signs(before), words_and_signs(after)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for first, second, size in unchanged([before[a:b] for a, b in old], [after[a:b] for a, b in new]):
        for (a, b), (c, d) in zip(old[first : first + size], new[second : second + size], strict=True):
            # Also those from or to the middle of a word: of what was linked when it was two.
            starts |= zip(range(a, b), range(c, d), strict=True)
            ends |= zip(range(a + 1, b + 1), range(c + 1, d + 1), strict=True)
    moved = ((*link[:2], starts.get(link[2]), ends.get(link[3]), link[4]) for link in links)
    # A link may span several of these words; their order stays.
    return tuple((s0, s1, t0, t1, w) for s0, s1, t0, t1, w in moved if t0 is not None and t1 is not None)
