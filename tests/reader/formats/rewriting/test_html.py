"""Web pages written anew: other words, and all else as it was."""

from dataclasses import replace

from hypothesis import given, strategies as st

from reader.formats.decoding import decode
from reader.formats.finishing import clean, finished
from reader.formats.html_origins import Origins
from reader.formats.parsed import Parsed
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, SentenceChange, Trouble
from reader.formats.webpage import read_page
from reader.formats.webpage_rewriting import rewrite_web_page
from reader.text import Document, MarkKind, Paragraph, Source
from tests.reader.formats.rewriting.proofs import itself, rewriting_of, with_other_word

_TAGS = (
    "p /p b /b em /em span /span li ul /ul td table tr /table pre /pre h2 /h2 div /div sup /sup q /q br wbr math /math"
    " a /a textarea /textarea option svg /svg label s br/ span/"
)
_PIECES = [
    *(f"<{name}>" for name in _TAGS.split()),
    *(
        "ord ",
        "Ære",
        " to",
        "2",
        "\n",
        " ",
        "&amp;",
        "&nbsp;",
        "&aring;",
        "e\u0301",
        "<",
        "&",
        '"',
        "\xa0",
        "\u2003",
        "1.",
    ),
    *("<a href='#n'>", "<a id=n></a>", "<a name=m>", "<i class=x id=y>", "</i>", "<!-- x -->", "<script>1<2</script>"),
    *("<img src=x alt='et kart'>", "<img src=y>", "<input type=checkbox>", "<input value='Send nå'>", "<span hidden>"),
    *("<code>x  y</code>", "<sup><a href='#fn1'>1</a></sup>", "<a href=#fn1>2</a>", "<p id=fn1>", "<a href=#n>↩</a>"),
    *("<div lang=de>", "<span lang=fr>", "<b translate=no>", "<br>\n  ", "</x>", "<ruby>", "<rt>", "</ruby>"),
]
PAGES = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=14).map("".join)


def parsed(markup: str, origins: Origins | None = None) -> Parsed:
    """A page as it is read, in NFC."""
    found = read_page(markup, origins)
    return replace(found, paragraphs=tuple(map(clean, found.paragraphs)))


def document_of(data: bytes) -> Document:
    """A page as a document."""
    found = decode(data, "a.html")
    return finished(parsed(found.text), None, Source("html", found.encoding))


def rewritten(data: bytes, rewriting: Rewriting) -> Rewritten:
    """The page with other words."""
    return rewrite_web_page(data, "a.html", rewriting)


def texts(data: bytes) -> list[str]:
    """The texts of all paragraphs."""
    return [paragraph.text for paragraph in parsed(decode(data, "a.html").text).paragraphs]


def changed(page: str, *words: tuple[str, str], both: bool = False, language: str = "en") -> str:
    """A page in which these words are others, and all other words of their paragraphs stay."""
    data = page.encode()
    document = document_of(data)
    changes = [
        change_of(row, p, words) for row, p in enumerate(document.paragraphs) if any(old in p.text for old, _ in words)
    ]
    return rewritten(data, rewriting_of(document, changes, both=both, language=language)).data.decode()


def change_of(row: int, paragraph: Paragraph, words: tuple[tuple[str, str], ...]) -> Change:
    """The change of these words, each linked to what it becomes."""
    links, pieces, end, length = [], [], 0, 0
    found = sorted((paragraph.text.find(old), old, new) for old, new in words if old in paragraph.text)
    places = {0: 0}
    for start, old, new in found:
        pieces += paragraph.text[end:start], new
        length += start - end
        links.append((start, start + len(old), length, length + len(new), 1.0))
        length, end = length + len(new), start + len(old)
        places[end] = length
    text = "".join([*pieces, paragraph.text[end:]])

    def moved(place: int) -> int:
        before = max(known for known in places if known <= place)
        return places[before] + place - before

    marks = tuple(m.at(moved(m.start), moved(m.end)) for m in paragraph.marks)
    sentence = SentenceChange((0, len(paragraph.text)), (0, len(text)), tuple(links))
    return Change(row, text, (sentence,), marks)


def without_languages(paragraph: Paragraph) -> Paragraph:
    """A paragraph without the marks that may say the language of the new words."""
    return replace(paragraph, marks=tuple(m for m in paragraph.marks if m.kind is not MarkKind.LANGUAGE))


@given(PAGES)
def test_origins_change_nothing_that_is_read(markup: str) -> None:
    origins = Origins()
    found, plain = parsed(markup, origins), parsed(markup)
    marked = [p for p in found.paragraphs if p.text and p.text != "–"]
    assert all(any(m.kind is MarkKind.ORIGIN for m in p.marks) for p in marked)
    stripped = [replace(p, marks=tuple(m for m in p.marks if m.kind is not MarkKind.ORIGIN)) for p in found.paragraphs]
    assert replace(found, paragraphs=tuple(stripped)) == plain


@given(PAGES)
def test_every_paragraph_written_with_its_own_text_gives_the_same_document(markup: str) -> None:
    data, plain = markup.encode(), parsed(markup)
    texts = [p.text for p in plain.paragraphs]
    assert rewritten(data, Rewriting(texts, (), False, "en", "utf-8")).data == data
    forced = [itself(row, p) for row, p in enumerate(plain.paragraphs) if p.text]
    result = rewritten(data, Rewriting(texts, forced, False, "en", "utf-8"))
    again = parsed(result.data.decode())
    assert [without_languages(p) for p in again.paragraphs] == [without_languages(p) for p in plain.paragraphs]
    assert (again.figures, again.targets) == (plain.figures, plain.targets)
    assert not [each for each in result.unplaced if each.trouble is not Trouble.KEPT]


@given(PAGES, st.booleans())
def test_a_word_that_is_another_is_the_only_difference(markup: str, both: bool) -> None:
    data, plain = markup.encode(), parsed(markup)
    texts = [p.text for p in plain.paragraphs]
    found = {row: with_other_word(row, p) for row, p in enumerate(plain.paragraphs)}
    changes = [change for change in found.values() if change is not None]
    result = rewritten(data, Rewriting(texts, changes, both, "en", "utf-8"))
    again = [p.text for p in parsed(result.data.decode()).paragraphs]
    if not both:
        new = {change.row: change.text for change in changes}
        assert again == [new.get(row, text) for row, text in enumerate(texts)]
