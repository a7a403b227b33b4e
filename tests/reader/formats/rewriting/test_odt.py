"""Writing paragraphs back into OpenDocument files: only the words change."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from reader.errors import DocumentError
from reader.formats import read_document
from reader.formats.finishing import clean, finished
from reader.formats.odt import rewriting
from reader.formats.odt.document import parse_odt
from reader.formats.odt.names import tag
from reader.formats.odt.rewriting import rewrite_odt
from reader.formats.rewriting.changes import Change, Rewritten, SentenceChange, Trouble
from reader.formats.rewriting.files import original_suffixes, rewritten
from reader.text import Document, Mark, MarkKind, Source
from tests.reader.formats.odt.canonical import parts_of, tokens
from tests.reader.formats.odt.files import flat, frame, items, letter, note, odt, root, style
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
    spans = [(source.index(a), len(a), target.index(b), len(b)) for a, b in linked]
    links = tuple(sorted((s, s + n, t, t + m, 1.0) for s, n, t, m in spans))
    return Change(row, target, (SentenceChange((0, len(source)), (0, len(target)), links),), marks)


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
    old = document.paragraphs[change.row]
    links = change.sentences[0].links
    start, end = next((a, b) for a, b, c, d, _ in links if old.text[a:b] != change.text[c:d])
    return any(start < edge < end for mark in old.marks for edge in (mark.start, mark.end))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    spans = [f'<text:span text:style-name="{name}">{{}}</text:span>' for name in "BIRDUH"]
    links = ['<text:a xlink:href="https://a.no/">{}</text:a>', "<new>{} </new>", MARKED]
    return st.builds(lambda around, each: around.format(each), st.sampled_from([*spans, *links]), inner)


POINTS = (
    *('<text:s text:c="2"/>', "<text:s/>", "<text:tab/>", "<text:line-break/>", '<text:bookmark text:name="b"/>'),
    *(DATE, IMAGE, ALT, BOX, note("1", "<text:p>en note</text:p>"), "<text:soft-page-break/>"),
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


def test_a_combining_mark_in_another_span_than_its_letter_is_written_once() -> None:
    data = odt("<text:p>kafe<text:span text:style-name='B'>\u0301 her</text:span> e<text:a>\u0301</text:a>n</text:p>")
    document = document_of(data)
    assert texts_of(document) == ["kafé her én"]
    assert document_of(forced(data, document).data).paragraphs == document.paragraphs


def test_changes_are_accepted_in_the_paragraph_that_changes_if_they_are_in_no_other() -> None:
    regions = "".join(
        f'<text:changed-region text:id="{name}"><text:deletion/></text:changed-region>' for name in "abcd"
    )
    inserted = '<text:change-start text:change-id="a"/>Et<text:change-end text:change-id="a"/>'
    first = f'<text:p>{inserted} ord<text:change text:change-id="b"/><text:change-start text:change-id="c"/></text:p>'
    others = '<text:p>to<text:change-end text:change-id="c"/></text:p>'
    others += '<text:p>tre<text:change text:change-id="d"/></text:p>'
    tracked = f"<text:tracked-changes>{regions}</text:tracked-changes>"
    found = content(tracked + first + others, change(0, "Et ord", "A word"))
    left = re.sub('<text:changed-region text:id="[ab]">.*?</text:changed-region>', "", regions)
    assert found == (
        f"<text:tracked-changes>{left}</text:tracked-changes>"
        f'<text:p>A word<text:change-start text:change-id="c"/></text:p>{others}'
    )


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


LINKED = '<text:a xlink:href="https://a.no/">her</text:a>'


def test_runs_that_look_alike_are_joined_and_a_lost_look_is_counted() -> None:
    spans = '<text:span text:style-name="R">stort</text:span> <text:span text:style-name="B">hus</text:span>'
    text = f"<text:p>Et {spans}</text:p>"
    data = odt(text, automatic=STYLES, styles=ENGLISH)
    found = written(data, change(0, "Et stort hus", "A large building", ("stort", "large")))
    assert b"<text:p>A large building</text:p>" in parts_of(found.data)["content.xml"]
    assert (found.looks, [(each.row, each.trouble) for each in found.unplaced]) == (1, [(0, Trouble.LOOK)])


def test_a_note_stands_where_its_mark_does_and_is_written_itself() -> None:
    text = f"<text:p>Se kartet.{note('1', '<text:p>Det nye.</text:p>')}</text:p>"
    first = Change(0, "See the map.[1]", (SentenceChange((0, 10), (0, 12)),), (Mark(12, 15, MarkKind.NOTE, "#note:0"),))
    found = content(text, first, change(1, "Det nye.", "The new one."))
    assert found == f"<text:p>See the map.{note('1', '<text:p>The new one.</text:p>')}</text:p>"


def test_page_numbers_dates_and_tabs_stay_between_their_words() -> None:
    text = f"<text:p>Side {PAGE}<text:s/>av<text:tab text:tab-ref='1'/>alle, {DATE}</text:p>"
    source, target = "Side av\talle, 4. mai", "Page of\tall,\t4. mai"
    marks = (Mark(13, 19, MarkKind.VERBATIM),)
    found = content(text, change(0, source, target, ("Side", "Page"), ("av", "of"), ("alle", "all"), marks=marks))
    assert found == f'<text:p>Page {PAGE} of<text:tab text:tab-ref="1"/>all,<text:tab/>{DATE}</text:p>'


def test_raised_figures_are_raised_once() -> None:
    text = '<text:p>Ta 4 m<text:span text:style-name="U">3</text:span> ved</text:p>'
    links = [("4", "4"), ("m³", "m³"), ("ved", "wood")]
    found = content(text, change(0, "Ta 4 m³ ved", "Bring 4 m³ of wood", *links))
    assert found == '<text:p>Bring 4 m<text:span text:style-name="U">3</text:span> of wood</text:p>'


def test_with_both_texts_the_translation_stands_behind_in_the_same_style() -> None:
    page = '<style:paragraph-properties fo:break-before="page"/>'
    styles = ENGLISH + style("K").replace("></style:style>", f">{page}</style:style>")
    text = f'<text:p text:style-name="K" xml:id="x">{MARKED.format("Se")} {LINKED}{note("1", "<text:p/>")}</text:p>'
    marks = (Mark(8, 11, MarkKind.NOTE, "#note:0"),)
    both = change(0, "Se her[1]", "See here[1]", ("Se", "See"), ("her", "here"), marks=marks)
    found = content(text, both, both=True, styles=styles)
    assert found == text + COPY
    data = written(odt(text, automatic=STYLES, styles=styles), both, both=True).data
    assert b'<style:paragraph-properties fo:break-before="auto"/>' in parts_of(data)["content.xml"]


COPY = '<text:p text:style-name="Language1">See <text:a xlink:href="https://a.no/">here</text:a></text:p>'


def test_with_both_texts_items_cells_and_headings_keep_their_numbers() -> None:
    cell = "<table:table><table:table-row>{}</table:table-row></table:table>"
    cells = "<table:table-cell><text:p>to</text:p>{}</table:table-cell><table:table-cell/>"
    text = '<text:h text:outline-level="1">Ord</text:h>' + items("en") + cell.format(cells.format(""))
    numbered = '<text:outline-level-style style:num-format="1" text:level="1"/>'
    counted = f'<text:outline-style style:name="Outline">{numbered}</text:outline-style>'
    changes = [change(0, "Ord", "Word"), change(1, "en", "one"), change(2, "to", "two")]
    found = content(text, *changes, both=True, styles=ENGLISH + counted)
    assert found == (
        '<text:h text:outline-level="1">Ord</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Word</text:h>'
        + items("<text:p>en</text:p><text:p>one</text:p>", said="").replace("list >", "list>")
        + cell.format(cells.format("<text:p>two</text:p>"))
    )


def test_what_changes_is_said_to_be_in_its_new_language() -> None:
    shouted = 'Han ropte <text:span text:style-name="D">Morgen</text:span>'
    text = f'<text:p text:style-name="P">{shouted}</text:p><text:p>Nei</text:p>'
    norwegian = ENGLISH.replace('"en"', '"nb"').replace("GB", "NO")
    marks = (Mark(11, 17, MarkKind.LANGUAGE, "de-de"),)
    first = change(0, "Han ropte Morgen", "He shouted Morgen", ("Morgen", "Morgen"), marks=marks)
    part = parse_odt(written(odt(text, automatic=STYLES, styles=norwegian), first).data, "a.odt")
    languages = [[(m.start, m.end, m.href) for m in p.marks if m.kind is MarkKind.LANGUAGE] for p in part.paragraphs]
    assert languages == [[(0, 11, "en"), (11, 17, "de-de")], []]
    whole = written(
        odt(text, automatic=STYLES, styles=norwegian, meta="<dc:language>nb-NO</dc:language>"),
        first,
        change(1, "Nei", "No"),
    )
    again = parse_odt(whole.data, "a.odt")
    assert again.metadata["language"] == "en-GB"
    assert b'fo:language="en" fo:country="GB"' in parts_of(whole.data)["styles.xml"]
    assert "Language" not in re.findall(r"<text:p[^>]*>No", parts_of(whole.data)["content.xml"].decode())[0]


def test_a_document_in_the_new_language_already_says_it_as_it_did() -> None:
    styles = ENGLISH.replace("GB", "US")
    data = odt("<text:p>A cat</text:p>", styles=styles, meta="<dc:language>en-US</dc:language>")
    old, new = parts_of(data), parts_of(written(data, change(0, "A cat", "The cat")).data)
    assert {name for name, part in new.items() if part != old[name]} == {"content.xml"}


def test_headers_that_say_the_same_all_change() -> None:
    left = "<style:header-left><text:p>T<text:span>opp</text:span></text:p></style:header-left>"
    page = f"<style:header><text:p>Topp</text:p></style:header>{left}"
    masters = f'<style:master-page style:name="Standard">{page}</style:master-page>'
    data = odt("<text:p>Hei</text:p>", masters=masters, styles=ENGLISH)
    styles = parts_of(written(data, change(1, "Topp", "Top")).data)["styles.xml"].decode()
    assert re.findall("<style:header[^>]*>(.*?)</style:header", styles) == ["<text:p>Top</text:p>"] * 2


def test_descriptions_of_images_and_labels_of_fields_are_written_where_they_stand() -> None:
    forms = '<office:forms><form:form><form:checkbox xml:id="c" form:label="Ja takk"/></form:form></office:forms>'
    control = '<draw:control draw:control="c"/>'
    described = frame("<draw:image/><svg:title>hus</svg:title><svg:desc>et rødt</svg:desc>")
    text = f"{forms}<text:p>{control}{described}</text:p>"
    changes = [change(0, "☐ Ja takk", "☐ Yes please"), change(1, "hus\net rødt", "house\na red one")]
    found = content(text, *changes)
    text = text.replace('" >', '">')
    assert found == text.replace("Ja takk", "Yes please").replace(">hus", ">house").replace("et rødt", "a red one")
    assert "Ja takk / Yes please" in content(text, *changes, both=True)


def test_words_of_charts_are_written_wherever_they_stand() -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>År</text:p></table:table-cell>'
    chart = root("document-content", f"<office:body><office:chart>{cell}{cell}</office:chart></office:body>").decode()
    there = frame('<draw:object xlink:href="./O"/>')
    text = f"<text:p>Se</text:p><text:p>{there}</text:p>"
    data = odt(text, others=[f"O/content.xml={chart}"], styles=ENGLISH)
    found = parts_of(written(data, change(1, "År", "Year")).data)
    assert found["O/content.xml"].decode() == chart.replace("År", "Year")


def test_images_in_a_file_of_xml_are_as_they_were() -> None:
    image = "<draw:image><office:binary-data>{}</office:binary-data></draw:image>"
    images = "".join(frame(image.format(each)) for each in ("A b\n" * 9, "<!--c-->1A", "A<!-- c -->2"))
    data = flat(f"<text:p>{images}image-0-1;</text:p><text:p>Ord<!-- d --></text:p>", ENGLISH)
    document = document_of(data)
    row = texts_of(document).index("Ord")
    found = written(data, change(row, "Ord", "Word")).data
    written_ = data.replace(b"Ord", b"Word").replace(b'" >', b'">')
    name = b"office:automatic-styles"
    assert found == written_.replace(b"<%s></%s>" % (name, name), b"<%s/>" % name)


def test_a_signature_is_dropped_and_that_is_told() -> None:
    data = odt("<text:p>Ord</text:p>", others=["META-INF/documentsignatures.xml=<a/>"])
    found = written(data, change(0, "Ord", "Word"))
    assert found.unsigned
    assert "META-INF/documentsignatures.xml" not in parts_of(found.data)
    assert not written(data).unsigned


def test_a_file_that_has_changed_meanwhile_is_not_written() -> None:
    document = document_of(odt("<text:p>Ord</text:p>"))
    with pytest.raises(DocumentError, match="has changed since it was opened"):
        rewrite_odt(odt("<text:p>Annet</text:p>"), "brev.odt", rewriting_of(document, [change(0, "Ord", "Word")]))


@pytest.mark.parametrize(("name", "write"), [("brev.ott", odt), ("brev.fodt", flat)])
def test_a_file_is_written_in_a_process_of_its_own(name: str, write: Callable[[str], bytes], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(write("<text:p>Ord</text:p>"))
    document = read_document(path)
    found = rewritten(document, path, rewriting_of(document, [change(0, "Ord", "Word")]))
    assert texts_of(document_of(found.data)) == ["Word"]
    assert original_suffixes(document)[0] == path.suffix


def test_styles_are_looked_for_once_not_for_each_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Among as many paragraphs as a document has, that would take the square of their number."""
    asked: list[str] = []

    def looked_for(name: str) -> str:
        asked.append(name)
        return tag(name)

    monkeypatch.setattr(rewriting, "tag", looked_for)
    data = odt("<text:p>Et ord.</text:p>" * 20)
    document = document_of(data)
    forced(data, document)
    assert asked.count("office:automatic-styles") < len(document.paragraphs)
