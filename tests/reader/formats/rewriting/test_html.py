"""Web pages written anew: other words, and all else as it was."""

from dataclasses import replace

import pytest
from hypothesis import example, given, strategies as st

from reader.errors import DocumentError
from reader.formats.decoding import decode
from reader.formats.finishing import clean
from reader.formats.html_origins import Origins
from reader.formats.parsed import Parsed
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, SentenceChange, Trouble
from reader.formats.webpage import read_page
from reader.formats.webpage_rewriting import rewrite_web_page
from reader.text import Document, Link, MarkKind, Paragraph, Source
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
        "e",
        "\u0301",
        "&#x301;",
        "<",
        "&",
        '"',
        "\xa0",
        "\u2003",
        "1.",
    ),
    *("<a href='#n'>", "<a id=n></a>", "<a name=m>", "<i class=x id=y>", "</i>", "<!-- x -->", "<script>1<2</script>"),
    *(
        " <img src=x alt='et kart'> ",
        "<img src=y>",
        "<input type=checkbox>",
        "<input value='Send nå'>",
        "<span hidden>bort</span>",
    ),
    *("<head><title>Ære på to</title></head>", "<title>ord</title>"),
    *("<code>x  y</code>", "<sup><a href='#fn1'>1</a></sup>", "<a href=#fn1>2</a>", "<p id=fn1>", "<a href=#n>↩</a>"),
    *("<div lang=de>", "<span lang=fr>", "<b translate=no>", "<br>\n  ", "</x>", "<ruby>", "<rt>", "</ruby>"),
]
PAGES = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=14).map("".join)


def parsed(markup: str, origins: Origins | None = None) -> Parsed:
    """A page as it is read, in NFC."""
    found = read_page(markup, origins)
    return replace(found, paragraphs=tuple(map(clean, found.paragraphs)))


def document_of(data: bytes) -> Document:
    """A page in Norwegian as a document."""
    found = decode(data, "a.html")
    page = parsed(found.text)
    own = [replace(p, marks=tuple(m for m in p.marks if m.href != "nb")) for p in page.paragraphs]
    return Document("", tuple(own), None, "nb", True, page.figures, source=Source("html", found.encoding))


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
    links: list[Link] = []
    pieces: list[str] = []
    end = length = 0
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
@example("<p>e<b>\u0301n</b> e<i>&#x301;</i><input value=e>\u0301 <br>\u0301<p>\u0301to")
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


def test_only_the_words_change() -> None:
    page = (
        '<!DOCTYPE html>\r\n<html lang="nb"><head><style>p > b {}</style></head><body class=a><!-- husk -->\r\n'
        "<p CLASS='x'  id=p>Vi s&aring; <b\tid=b>den gamle</b> b&#229;ten, e\u0301n &amp;\r\nhuset.<!-- her --></p>\r\n"
        "<p>Ja.<script>1 < 2</script></p></body></html>\r\n"
    )
    new = changed(page, ("huset", "the house"), language="nb")
    assert new == page.replace("huset", "the house")


def test_looks_links_and_images_go_with_their_words() -> None:
    page = '<p>Se <a href="/k">kartet</a> og <b>boka</b> <i>nå</i> på <img src=i alt="bilder"> her.</p>'
    data = page.encode()
    document = document_of(data)
    text = "Now see the book, the map and images here."
    words = [("kartet", "the map"), ("boka", "the book"), ("nå", "Now"), ("bilder", "images"), ("her", "here")]
    old = document.paragraphs[0].text
    links = sorted((old.index(a), old.index(a) + len(a), text.index(b), text.index(b) + len(b), 1.0) for a, b in words)
    change = Change(0, text, (SentenceChange((0, len(old)), (0, len(text)), tuple(links)),))
    result = rewritten(data, rewriting_of(document, [change]))
    assert result.data.decode() == (
        '<p lang="en"><i>Now</i> see <b>the book</b>, <a href="/k">the map</a> and <img src=i alt="images"> here.</p>'
    )
    assert (result.looks, result.unplaced) == (4, ())


def test_a_raised_number_behind_a_word_keeps_its_link() -> None:
    page = '<p>Det følger av loven<sup><a href="#x">1</a></sup>.</p><p>Se <b>x</b><sup>2</sup> her.</p>'
    new = changed(page, ("loven¹", "the Act¹"), ("her", "here")).replace(' lang="en"', "")
    assert new == page.replace("loven", "the Act").replace("her", "here")


def test_what_stands_for_no_words_stays_where_it_was() -> None:
    page = (
        '<p>Boka <math><mi>x</mi> = <mn>2</mn></math> kom<a id="k"></a> ut.<sup><a href="#fn1">1</a></sup>'
        '<br>\n Ja.</p><p id="fn1"><input type=checkbox checked> I fjor.</p>'
    )
    words = [("Boka", "The book"), ("ut.", "out."), ("Ja.", "Yes."), ("fjor", "last year")]
    new = page
    for word in words:
        new = new.replace(*word)
    assert changed(page, *words).replace(' lang="en"', "") == new


def test_letters_over_others_stay_where_both_do_and_formulas_are_no_words_whatever_their_prefix() -> None:
    page = "<p>Se <b><ruby>kart<rp>(</rp><rt>cart</rt></ruby></b> og <m:math><m:mi>x</m:mi></m:math> her</p>"
    new = changed(page, ("kart", "map"), ("(cart", "(cart"), ("her", "here")).replace(' lang="en"', "")
    assert new == page.replace("kart", "map").replace("her", "here")
    new = changed(page, ("kart", "kart"), ("(cart", "")).replace(' lang="en"', "")
    assert new == "<p>Se <b>kart</b> og <m:math><m:mi>x</m:mi></m:math> her</p>"
    assert [m.kind for m in parsed(page).paragraphs[0].marks] == [MarkKind.STRONG, MarkKind.MATH]


@pytest.mark.parametrize("nothing", ["<b></b>", "<span id='x'></span>", "<input type=file>"])
def test_white_space_on_both_sides_of_what_shows_nothing_stays(nothing: str) -> None:
    page = f"<p>Et hus {nothing}\n ved sjøen {nothing}her {nothing} </p>"
    assert changed(page, ("hus", "house")).replace(' lang="en"', "") == page.replace("hus", "house")


def test_the_white_space_around_the_title_of_a_page_stays() -> None:
    page = "<head><title>\n Hytta </title></head><h1>Hytta</h1><p>Et hus.</p>"
    assert "<title>\n The cabin </title>" in changed(page, ("Hytta", "The cabin"))
    assert "<title>\n Hytta </title>" in changed(page, ("hus", "house"))


def test_both_texts_stand_behind_each_other_in_the_same_style() -> None:
    page = (
        '<h1 id=h class="x">Hytta</h1>\n  <p>Et <b id=b>hus</b>.<sup><a href="#fn1">1</a></sup></p>\n'
        '<ul><li>Et hus</ul><table><tr><td>Hytta</table><select><option>Hytta</select><img src=h alt="Hytta">'
        '<p id="fn1">Noten.</p>'
    )
    new = changed(page, ("Hytta", "The cabin"), ("hus", "house"), both=True)
    assert new == (
        '<h1 id=h class="x">Hytta</h1><h1 class="x" lang="en">The cabin</h1>\n'
        '  <p>Et <b id=b>hus</b>.<sup><a href="#fn1">1</a></sup></p>\n  <p lang="en">Et <b>house</b>.</p>\n'
        '<ul><li>Et hus<br><span lang="en">Et house</span></ul>'
        '<table><tr><td>Hytta<br><span lang="en">The cabin</span></table><select><option>Hytta / The cabin</select>'
        '<img src=h alt="Hytta / The cabin"><p id="fn1">Noten.</p>'
    )


def test_the_page_says_the_language_of_its_words() -> None:
    whole = '<html lang="nb"><p>Et hus.</p><p lang=nb>Boka <i lang=fr>chez nous</i> <b lang=nb>her</b></p></html>'
    assert changed(whole, ("hus", "house"), ("Boka", "The book")) == (
        '<html lang="en"><p>Et house.</p><p lang="en">The book <i lang=fr>chez nous</i> <b lang="en">her</b></p></html>'
    )
    part = '<html lang="nb"><p>Et hus.</p><p>Noe helt annet som står her.</p><li>Et hus<ul><li>Et hus</ul></html>'
    assert changed(part, ("hus", "house")) == (
        '<html lang="nb"><p lang="en">Et house.</p><p>Noe helt annet som står her.</p>'
        '<li><span lang="en">Et house</span><ul><li><span lang="en">Et house</span></ul></html>'
    )
    inner = '<html lang="nb"><div lang="nb"><p>Et hus.</p></div></html>'
    assert changed(inner, ("hus", "house")) == inner.replace("hus", "house").replace('"nb"', '"en"')
    xhtml = '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nb"><p>Et hus.</p></html>'
    assert changed(xhtml, ("hus", "house")) == xhtml.replace("hus", "house").replace('"nb"', '"en"')


def test_elements_that_begin_elsewhere_keep_their_order_and_formulas_stay_whole() -> None:
    page = "<p>Vi <i>ser <b>huset, <math><mi>x</mi><mo>=</mo><mn>2</mn></math></p>"
    data = page.encode()
    document = document_of(data)
    old, new = document.paragraphs[0].text, "House we see"
    links = ((0, 2, 6, 8, 1.0), (3, 6, 9, 12, 1.0), (7, 12, 0, 5, 1.0))
    change = Change(0, new, (SentenceChange((0, len(old)), (0, len(new)), links),))
    text = rewritten(data, rewriting_of(document, [change])).data.decode()
    assert text.index("<i>") < text.index("<b>")
    assert "<math><mi>x</mi><mo>=</mo><mn>2</mn></math>" in text


def test_a_title_that_is_also_a_heading_becomes_what_that_does() -> None:
    page = "<html lang=nb><head><title>Hytta &amp; vi</title></head><body><h1>Hytta &amp; vi</h1></body></html>"
    assert changed(page, ("Hytta", "The cabin"), language="nb") == page.replace("Hytta", "The cabin")
    site = page.replace("</title>", " – Avisa</title>")
    assert changed(site, ("Hytta", "The cabin"), language="nb") == site.replace("Hytta", "The cabin")
    before = page.replace("<title>", "<title>Avisa: ")
    assert changed(before, ("Hytta", "The cabin"), language="nb") == before.replace("Hytta", "The cabin")
    both = changed(site, ("Hytta", "The cabin"), both=True)
    assert "<title>Hytta &amp; vi / The cabin &amp; vi – Avisa</title>" in both
    decomposed = page.replace("vi", "a\u030a")
    assert "<title>The cabin &amp; å</title>" in changed(decomposed, ("Hytta", "The cabin"))


def test_a_title_that_only_the_head_has_is_a_paragraph() -> None:
    page = "<html lang=nb><head><title>\n Et  hus &amp; \n</title></head><body><p>Ja.</p></body></html>"
    assert changed(page, ("hus", "house"), language="nb") == page.replace("hus", "house")
    assert "<title>\n Et  hus &amp; / Et house &amp; \n</title>" in changed(page, ("hus", "house"), both=True)


def test_a_look_that_has_no_place_is_counted_and_its_name_stays() -> None:
    page = '<p>Vi kom til <b id="b">byen</b> i går.</p>'
    data = page.encode()
    document = document_of(data)
    old, new = document.paragraphs[0].text, "Yesterday we came"
    change = Change(0, new, (SentenceChange((0, len(old)), (0, len(new)), ((3, 6, 13, 17, 1.0),)),))
    result = rewritten(data, rewriting_of(document, [change], language=""))
    assert [each.trouble for each in result.unplaced] == [Trouble.LOOK]
    assert result.data.decode() == f'<p><a id="b"></a>{new}</p>'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_a_page_keeps_its_encoding(encoding: str) -> None:
    page = '<html lang="nb"><meta charset="latin-1"><p>Vi så røde bær på Ås og åt dem.</p></html>'
    document = document_of(page.encode(encoding))
    change = with_other_word(0, document.paragraphs[0], "łø")
    assert change is not None
    result = rewritten(page.encode(encoding), rewriting_of(document, [change], language="nb"))
    word = "&#322;ø" if encoding == "latin-1" else "łø"
    assert result.data.decode(encoding) == page.replace("på", word)
    assert result.encoding == ""


def test_a_page_that_was_mended_is_saved_as_utf_8_and_says_so() -> None:
    data = (
        '<?xml version="1.0" encoding="latin-1"?><meta charset=latin-1><p>Blåbær på Ås, og røde jordbær.'.encode()
        + b"\xff"
    )
    document = document_of(data)
    change = with_other_word(0, document.paragraphs[0])
    assert change is not None
    result = rewritten(data, rewriting_of(document, [change]))
    assert result.encoding == "utf-8"
    text = result.data.decode()
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?><meta charset=utf-8>')
    assert change.text in text


@pytest.mark.parametrize(
    ("before", "declared"),
    [
        ("", "\ufeff"),
        (
            "<html lang=nb><head><title>x</title></head>",
            '<html lang=nb><head><meta charset="utf-8"><title>x</title></head>',
        ),
        ("<!-- <meta charset=latin-1> --><p>Ja.</p>", "\ufeff<!-- <meta charset=latin-1> --><p>Ja.</p>"),
        (f"<head><!--{'x' * 999}--><meta charset=latin-1>", f"\ufeff<head><!--{'x' * 999}--><meta charset=utf-8>"),
        (
            '<html xmlns="http://www.w3.org/1999/xhtml"><head/>',
            '\ufeff<html xmlns="http://www.w3.org/1999/xhtml"><head/>',
        ),
    ],
    ids=["fragment", "head", "comment", "too far down", "XHTML"],
)
def test_a_page_that_was_mended_says_that_it_is_utf_8_where_programs_look(before: str, declared: str) -> None:
    data = before.encode() + "<p>Blåbær på Ås, og røde jordbær.".encode() + b"\xff</p>"
    document = document_of(data)
    change = with_other_word(len(document.paragraphs) - 1, document.paragraphs[-1])
    assert change is not None
    result = rewritten(data, rewriting_of(document, [change], language=""))
    assert result.data.decode().startswith(f"{declared}<p>Blåbær")
    assert texts(result.data)[-1] == change.text


def test_another_page_is_not_written_over() -> None:
    document = document_of(b"<p>Et hus.</p>")
    with pytest.raises(DocumentError, match="has changed since it was opened"):
        rewritten(b"<p>Et annet hus.</p>", rewriting_of(document, [itself(0, document.paragraphs[0])]))
