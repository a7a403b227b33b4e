"""Writing paragraphs back into OpenDocument files: only the words change."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from reader.formats.finishing import clean, finished
from reader.formats.odt.document import parse_odt
from reader.formats.odt.rewriting import rewrite_odt
from reader.formats.rewriting.changes import Change, Rewritten, SentenceChange
from reader.text import Document, Mark, Source
from tests.reader.formats.odt.canonical import parts_of, tokens
from tests.reader.formats.odt.files import frame, letter, note, odt, style
from tests.reader.formats.rewriting.proofs import itself, rewriting_of, texts_of, with_other_word
from tests.source_tree import ROOT

DATA = ROOT / "tests" / "data"
STYLES = (
    style("B", "text", 'fo:font-weight="bold"')
    + style("I", "text", 'fo:font-style="italic"')
    + style("R", "text", 'style:font-charset-complex="x-symbol"').replace("style:font-charset-complex", "text:rsid")
    + style("D", "text", 'fo:language="de" fo:country="DE"')
    + style("U", "text", 'style:text-position="super 58%"')
    + style("H", "text", 'text:display="none"')
    + style("P", "paragraph", 'fo:language="fr" fo:country="FR"')
)
# So that nothing has to be said of the language of what is written.
ENGLISH = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/>'
    "</style:default-style>"
)
IMAGE = '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
ALT = frame("<draw:image/><svg:title>et hus</svg:title>")
BOX = frame("<draw:text-box><text:p>i en boks</text:p></draw:text-box>")
PAGE = "<text:page-number>3</text:page-number>"
DATE = "<text:date>4. mai</text:date>"
MARKED = '<text:bookmark-start text:name="m"/>{}<text:bookmark-end text:name="m"/>'


def document_of(data: bytes, name: str = "brev.odt") -> Document:
    """The document that a file is read as."""
    found = parse_odt(data, name)
    found = replace(found, paragraphs=tuple(map(clean, found.paragraphs)))
    return finished(found, Path(name), Source("odt" if data[:2] == b"PK" else "fodt"))


def written(data: bytes, *changes: Change, both: bool = False, language: str = "en") -> Rewritten:
    """A file with changes."""
    document = document_of(data)
    return rewrite_odt(data, "brev.odt", rewriting_of(document, changes, both=both, language=language))


def forced(data: bytes, document: Document) -> Rewritten:
    """A file, of which every paragraph has been written anew with its own text."""
    changes = [itself(row, paragraph) for row, paragraph in enumerate(document.paragraphs)]
    return rewrite_odt(data, "brev.odt", rewriting_of(document, changes, language=document.language))


def content(text: str, *changes: Change, both: bool = False, styles: str = ENGLISH) -> str:
    """The text of a document with changes, as it is written."""
    data = written(odt(text, automatic=STYLES, styles=styles), *changes, both=both).data
    found = re.search("<office:text>(.*)</office:text>", parts_of(data)["content.xml"].decode(), re.DOTALL)
    assert found is not None
    return found[1]


def change(row: int, source: str, target: str, *linked: tuple[str, str], marks: tuple[Mark, ...] = ()) -> Change:
    """One sentence that becomes another, with words linked."""
    links = [
        (source.index(a), source.index(a) + len(a), target.index(b), target.index(b) + len(b), 1.0) for a, b in linked
    ]
    return Change(row, target, (SentenceChange((0, len(source)), (0, len(target)), tuple(sorted(links))),), marks)


# The three proofs


def is_proved(data: bytes) -> None:
    """Without changes a file stays; its own text changes nothing; another word only that."""
    document = document_of(data)
    assert written(data).data == data
    same = forced(data, document)
    assert not same.unplaced
    again = document_of(same.data)
    assert (again.paragraphs, again.figures, again.targets) == (
        document.paragraphs,
        document.figures,
        document.targets,
    )
    old, new = parts_of(data), parts_of(same.data)
    assert list(old) == list(new)
    assert {name: tokens(new[name]) for name in new if name.endswith("l")} == {
        name: tokens(old[name]) for name in old if name.endswith("l")
    }
    _proved_with_other_words(data, document)


def _proved_with_other_words(data: bytes, document: Document) -> None:
    paragraphs = list(enumerate(document.paragraphs))
    found = [with_other_word(row, p) for row, p in paragraphs if p.translatable]
    changes = [each for each in found if each is not None and not _halved(document, each)]
    other = rewrite_odt(data, "brev.odt", rewriting_of(document, changes, language=document.language))
    expected = {each.row: each.text for each in changes}
    assert texts_of(document_of(other.data)) == [expected.get(row, p.text) for row, p in paragraphs]
    old, new = parts_of(data), parts_of(other.data)
    for name in (each for each in old if old[each] != new[each]):
        pairs = zip(tokens(old[name]), tokens(new[name]), strict=True)
        assert all(a == b or (a[1] == b[1] and b[0] in "Qx") for a, b in pairs)


def _halved(document: Document, change: Change) -> bool:
    """Whether the word that changes looks different in its parts: they cannot be told in another."""
    (start, end) = next(
        (a, b)
        for a, b, c, d, _ in change.sentences[0].links
        if document.paragraphs[change.row].text[a:b] != change.text[c:d]
    )
    return any(start < edge < end for mark in document.paragraphs[change.row].marks for edge in (mark.start, mark.end))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    spans = [f'<text:span text:style-name="{name}">{{}}</text:span>' for name in "BIRDUH"]
    links = ['<text:a xlink:href="https://a.no/">{}</text:a>', "<text:meta>{}</text:meta>", "<new>{}</new>", MARKED]
    return st.builds(lambda around, each: around.format(each), st.sampled_from([*spans, *links]), inner)


POINTS = (
    *('<text:s text:c="2"/>', "<text:s/>", "<text:tab/>", "<text:line-break/>", '<text:bookmark text:name="b"/>'),
    *(PAGE, DATE, IMAGE, ALT, BOX, note("1", "<text:p>en note</text:p>"), "<text:soft-page-break/>"),
    "<office:annotation><dc:creator>Per</dc:creator><text:p>ja?</text:p></office:annotation>",
)
WORDS = st.text("ab æ.2\n", min_size=1, max_size=8)
CONTENT = st.recursive(
    st.one_of(WORDS, WORDS, st.sampled_from(POINTS)),
    lambda inner: _around(st.lists(inner, min_size=1, max_size=3).map("".join)),
    max_leaves=6,
)
PARAGRAPHS = st.lists(CONTENT, min_size=1, max_size=5).map("".join)


@settings(max_examples=40)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3))
@example(["m<text:span text:style-name='U'>2</text:span> og b<text:span text:style-name='U'>2</text:span>"])
@example([f"Side {PAGE} av <text:page-count>9</text:page-count>", f"ab{PAGE} {PAGE}<text:s/>b"])
def test_the_same_text_changes_nothing_and_another_word_only_itself(paragraphs: list[str]) -> None:
    blocks = "".join(f'<text:p text:style-name="P">{each}</text:p>' for each in paragraphs)
    is_proved(odt(f'<text:h text:outline-level="1">Ord</text:h>{blocks}', automatic=STYLES))


@pytest.mark.parametrize("data", [letter(), (DATA / "cabin-nb.odt").read_bytes()], ids=["letter", "cabin"])
def test_whole_files_are_proved(data: bytes) -> None:
    is_proved(data)


def test_members_without_changes_and_the_first_are_as_they_were() -> None:
    data = (DATA / "cabin-nb.odt").read_bytes()
    document = document_of(data)
    row = next(row for row, p in enumerate(document.paragraphs) if p.text == "Lås døra to ganger.")
    new = written(data, change(row, "Lås døra to ganger.", "Lock the door twice.")).data
    assert {name for name, part in parts_of(new).items() if part != parts_of(data)[name]} == {"content.xml"}
    assert new[:90] == data[:90]
    assert parts_of(new)["content.xml"].startswith(parts_of(data)["content.xml"][:500])


# Words


def test_bold_words_and_links_go_where_their_words_are_linked() -> None:
    source = "Se det røde huset her"
    text = (
        '<text:p>Se det <text:span text:style-name="B">røde</text:span> huset '
        '<text:a xlink:href="https://a.no/">her</text:a></text:p>'
    )
    found = content(text, change(0, source, "Here see the house red", ("røde", "red"), ("her", "Here")))
    assert found == (
        '<text:p><text:a xlink:href="https://a.no/">Here</text:a> see the house '
        '<text:span text:style-name="B">red</text:span></text:p>'
    )
