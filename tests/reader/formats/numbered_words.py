"""Generated documents with a word of their own in every place: which of them a page shows, and what is read of them."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count

from hypothesis import strategies as st

from reader.text import BoxKind, MarkKind, Paragraph
from tests.reader.formats.table_checks import check_tables


def documents(blocks: Sequence[str], inside: Callable[[str], Sequence[str]]) -> st.SearchStrategy[str]:
    """Texts of templates of blocks; what may stand at each "<>" of a template, are the templates `inside` it."""

    def filled(templates: Sequence[str], depth: int) -> st.SearchStrategy[str]:
        usable = [each for each in templates if depth or "<>" not in each]
        return st.sampled_from(usable).flatmap(lambda template: whole(template, depth - 1))

    def whole(template: str, depth: int) -> st.SearchStrategy[str]:
        parts = template.split("<>")
        inner = [filled(inside(template), depth) for _ in parts[1:]]
        return st.tuples(*inner).map(lambda found: parts[0] + "".join(map("".join, zip(found, parts[1:], strict=True))))

    return st.lists(filled(blocks, 3), min_size=1, max_size=5).map("".join)


def numbered(text: str, shown: str, hidden: str) -> tuple[str, list[str]]:
    """A text with a word of its own in each place, and those words that stand where something is `shown`."""
    numbers, words = count(), list[str]()

    def word(place: re.Match[str]) -> str:
        made = f"q{next(numbers)}x"
        if place[0] == shown:
            words.append(made)
        return made

    return re.sub(f"{re.escape(shown)}|{re.escape(hidden)}", word, text), words


def check_words(found: Sequence[Paragraph], shown: Sequence[str]) -> None:
    """Every word that is shown was read once, and no other; marks, tables and notes are sound."""
    words = re.findall(r"q\d+x", "\n".join(f"{p.marker} {p.text}" for p in found))
    assert Counter(words) == Counter(shown)
    check_tables(tuple(found))
    assert all(0 <= mark.start < mark.end <= len(p.text) for p in found for mark in p.marks)
    notes = {box.number for p in found for box in p.within if box.kind is BoxKind.NOTE}
    assert {int(m.href[6:]) for p in found for m in p.marks if m.kind is MarkKind.NOTE} <= notes
    assert notes == set(range(len(notes)))
