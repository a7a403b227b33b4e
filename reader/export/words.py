"""Which words belong together, in the form that the script of a web page reads."""

from collections.abc import Callable, Iterator

from reader.document import Span
from reader.export.bilingual import Block
from reader.export.markup import clean
from reader.parallel import Row


def word_links(block: Block, row: Row) -> str | None:
    """The word links of a row: for each sentence four numbers a link, sentences separated by ";".

    They are the beginning and end of the words of the source and of the target, in UTF-16 units from the
    beginning of their sentence, as JavaScript counts in a text without its line breaks. None if there are none.
    """
    if not any(pair.links for pair in block.pairs):
        return None
    source, target = _counter(row.source.text), _counter(row.target)
    sentences = []
    for pair in block.pairs:
        links = (
            (*_within((s0, s1), pair.source, source), *_within((t0, t1), pair.target, target))
            for s0, s1, t0, t1, _ in pair.links
        )
        sentences.append(" ".join(str(number) for link in links if len(link) == 4 for number in link))
    return ";".join(sentences)


def _within(word: Span, sentence: Span, units: Callable[[int, int], int]) -> Iterator[int]:
    """Where `word` stands in `sentence`; nothing if it does not."""
    if sentence[0] <= word[0] < word[1] <= sentence[1]:
        start = units(sentence[0], word[0])
        yield start
        yield start + units(word[0], word[1])


def _counter(text: str) -> Callable[[int, int], int]:
    """What counts the UTF-16 units between two code points of `text`, as far as they are shown."""
    if clean(text) == text and "\n" not in text and max(text, default="") <= "\uffff":
        return lambda start, end: end - start

    def units(start: int, end: int) -> int:
        shown = clean(text[start:end]).replace("\n", "")
        return len(shown) + sum(character > "\uffff" for character in shown)

    return units
