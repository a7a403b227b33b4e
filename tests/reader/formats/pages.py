"""Trees of HTML for property tests, and the letters that a page made of them shows."""

from collections.abc import Iterable

from hypothesis import strategies as st

from reader.text import Paragraph

_WORDS = st.text(st.sampled_from("abcæøå123 .,"), min_size=1, max_size=12)
_NAMES = ["p", "div", "b", "em", "li", "td", "h2", "section", "figcaption", "a href='#fn1'", "li id=fn1"]
# Text, or an element with what is in it.
TREES = st.recursive(
    _WORDS, lambda inner: st.tuples(st.sampled_from(_NAMES), st.lists(inner, max_size=3)), max_leaves=12
)


def written(tree: object) -> str:
    """The markup of a tree."""
    if isinstance(tree, str):
        return tree
    assert isinstance(tree, tuple)
    name, inner = tree
    return f"<{name}>{''.join(map(written, inner))}</{name.split()[0]}>"


def assert_read_once(trees: Iterable[object], paragraphs: Iterable[Paragraph]) -> None:
    """Every letter of the trees is in the paragraphs once, as text or as the label of a note.

    The markers of items are not among them: the page makes them up.
    """
    known = list(paragraphs)
    labels = "".join(box.label for p in known for box in p.within if p.marker)
    missing = _letters(" ".join(map(_text, trees)))
    for letter in _letters("".join(p.text for p in known)):
        assert letter in missing
        missing.remove(letter)
    assert all(letter in labels for letter in missing)


def _letters(text: str) -> list[str]:
    return sorted(letter for letter in text if letter.isalnum())


def _text(tree: object) -> str:
    if isinstance(tree, str):
        return tree
    assert isinstance(tree, tuple)
    return " ".join(map(_text, tree[1]))
