"""The user's edits of sentences.

An edit is a pure change of one row. Save it with `Memory.keep_edits`, and the links that a model makes for it later
with `Memory.relink_edits`, which leaves a newer edit alone. To undo it, forget it there and restore the machine
translation from `Memory.lookup`. Where another process may have edited the sentence meanwhile, `Memory.change_edits`
does both, and reports edits that were not known here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.parallel.assembly import Part, assembled, parts_of, texts_of
from reader.parallel.diff import unchanged
from reader.parallel.hypothesis import Hypothesis
from reader.parallel.pairs import SentencePair, State
from reader.parallel.rows import Row
from reader.parallel.user_translation import user_edit
from reader.text import Inline, Link, Paragraph, Signed, shown, words_and_signs


def editable(row: Row, index: int) -> bool:
    """Whether sentence `index` of the row can be edited: the row is translated, and the sentence has words."""
    if row.state is not State.DONE or not 0 <= index < len(row.sentences):
        return False
    return has_words(sentence_text(row, index))


def has_words(key: str) -> bool:
    """Whether a sentence asked for as `key` has letters outside its verbatim spans."""
    return any(map(str.isalpha, "".join(Signed(key).language())))


def sentence_text(row: Row, index: int) -> str:
    """What sentence `index` of the row is asked for as, under which its edit is saved."""
    return _sentence_texts(row, [row.sentences[index]])[0]


def sentence_texts(row: Row) -> list[str]:
    """The same of all its sentences."""
    return _sentence_texts(row, row.sentences)


def _sentence_texts(row: Row, pairs: Iterable[SentencePair]) -> list[str]:
    inline = Inline.of(row.source.text, row.source.marks)
    if inline is not None:
        return [inline.asked(pair.source).key for pair in pairs]
    return [row.source.text[slice(*pair.source)] for pair in pairs]


def translation_texts(row: Row) -> list[str]:
    """The translations of the row's sentences, as they were given: with signs, without objects."""
    return texts_of(row)


def translation_text(row: Row, index: int) -> str:
    """The same of sentence `index` alone."""
    return texts_of(row, [row.sentences[index]])[0]


def may_have(paragraph: Paragraph, sentence: str) -> bool:
    """Whether a paragraph may have a sentence that is asked for as `sentence`; quickly, since most have not."""
    inline = Inline.of(paragraph.text, paragraph.marks)
    return shown(sentence) in (paragraph.text if inline is None else inline.without_objects())


def with_hypothesis(row: Row, index: int, text: Hypothesis) -> Row:
    """The row with another translation of sentence `index`; all other sentences are unchanged.

    `text` is a `user_edit`, or the model's hypothesis to undo one. Spans, links and marks after it are moved; the
    back-translation is dropped, since it is one of the old text.

    Raises:
        ValueError: the sentence is not `editable`.
    """
    if not editable(row, index):
        raise ValueError("There is no sentence to edit.")
    return _replaced(row, [index], text)


def _replaced(row: Row, places: Iterable[int], text: Hypothesis) -> Row:
    """The row with another translation of the sentences at `places`."""
    parts = parts_of(row)
    score = None if text.edited else text.score
    for index in places:
        parts[index] = Part(parts[index].source, text.text, score, text.links, text.warnings, text.edited, text.linked)
    return assembled(row.source, parts).carrying_over(row)


def with_hypothesis_everywhere(rows: Iterable[Row], sentence: str, text: Hypothesis) -> Iterator[tuple[int, Row]]:
    """Replace the translation of `sentence` everywhere in a document, as opening the document again would.

    Yields:
        The index of each row that changes, and the new row (see `RowEdited`).
    """
    for number, row in enumerate(rows):
        if may_have(row.source, sentence):
            places = [i for i, each in enumerate(sentence_texts(row)) if each == sentence and editable(row, i)]
            if places:
                yield number, _replaced(row, places, text)


def differing(rows: Iterable[Row], edits: Mapping[str, Hypothesis]) -> set[str]:
    """The sentences of translated rows whose saved edits differ from what the rows show, or are gone.

    Args:
        rows: some rows of a document.
        edits: the saved edits of their sentences, by sentence.
    """
    found = set()
    for row in rows:
        for sentence, part in zip(sentence_texts(row), parts_of(row), strict=True) if row.state is State.DONE else ():
            edit = edits.get(sentence)
            if (shown(part.text) if part.edited else None) != (shown(edit.text) if edit is not None else None):
                found.add(sentence)
    return found


def edited(row: Row, index: int, text: str, languages: tuple[str, str] = ("", "")) -> tuple[Row, Hypothesis]:
    """The row with the user's `text` for sentence `index`, and that edit, to be saved; needs no model.

    Unchanged words keep their links until a model has linked the edit. `languages` are the codes of both languages.

    Raises:
        ValueError: the sentence is not `editable`.
    """
    if not editable(row, index):
        raise ValueError("There is no sentence to edit.")
    part, sentence = parts_of(row)[index], sentence_text(row, index)
    new = user_edit(sentence, text, languages=languages)
    new = replace(new, links=carried_links(part.links, part.text, new.text))
    return with_hypothesis(row, index, new), new


def carried_links(links: Sequence[Link], before: str, after: str) -> tuple[Link, ...]:
    """The links of the target words that an edit left unchanged, moved to their new places.

    Args:
        links: in code points into the sentence and into `before`.
        before, after: the target text before and after the edit.
    """
    old, new = words_and_signs(before), words_and_signs(after)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for first, second, size in unchanged([before[a:b] for a, b in old], [after[a:b] for a, b in new]):
        for (a, b), (c, d) in zip(old[first : first + size], new[second : second + size], strict=True):
            # Also links from or to the middle of a word, made when it was two words.
            starts |= zip(range(a, b), range(c, d), strict=True)
            ends |= zip(range(a + 1, b + 1), range(c + 1, d + 1), strict=True)
    moved = ((*link[:2], starts.get(link[2]), ends.get(link[3]), link[4]) for link in links)
    # A link may span several of these words; their order stays.
    return tuple((s0, s1, t0, t1, w) for s0, s1, t0, t1, w in moved if t0 is not None and t1 is not None)
