"""What other programs offer becomes a document: the form that tells most, with its structure and to the letter."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError, NoTextError
from reader.export import Offered, keep_pasted, pasting, proposed_stem
from reader.formats import read_document
from reader.pasted import Pasted
from reader.text import Document, Kind, MarkKind

PAGE = """<html><head><title>Nettleser</title><style>p { color: red }</style></head><body>
<h1>Årsmøte</h1><p>Les <a href="https://example.no/sak">saken</a> og <b>stem</b>.</p>
<ul><li>Valg</li><li>Budsjett</li></ul>
<table><tr><th>Post</th><th>Sum</th></tr><tr><td>Leie</td><td>40</td></tr></table></body></html>"""


@pytest.fixture
def pasted(tmp_path: Path) -> Pasted:
    return Pasted(tmp_path)


def read(pasted: Pasted, offered: Offered) -> Document:
    return read_document(keep_pasted(pasted, offered))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_html_keeps_its_structure_and_loses_the_title_of_its_window(pasted: Pasted) -> None:
    document = read(pasted, Offered("Årsmøte Les saken", PAGE))
    assert texts(document) == ["Årsmøte", "Les saken og stem.", "Valg", "Budsjett", "Post", "Sum", "Leie", "40"]
    kinds = [paragraph.kind for paragraph in document.paragraphs]
    assert kinds == [Kind.TITLE, Kind.PARAGRAPH, *[Kind.LIST_ITEM] * 2, *[Kind.TABLE_CELL] * 4]
    marks = {(mark.kind, mark.href) for mark in document.paragraphs[1].marks}
    assert marks == {(MarkKind.LINK, "https://example.no/sak"), (MarkKind.STRONG, "")}
    assert document.title == document.name == "Årsmøte" and len(document.tables) == 1


def test_markdown_is_taken_before_html_and_html_before_plain_text(pasted: Pasted) -> None:
    assert texts(read(pasted, Offered("klar", "<p>mellom</p>", "*best* tekst"))) == ["best tekst"]
    assert texts(read(pasted, Offered("klar", "<p>mellom</p>"))) == ["mellom"]
    assert texts(read(pasted, Offered("klar <br> tekst"))) == ["klar <br> tekst"]


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><pre>Hei dere,\n\nvi ses.</pre></body></html>",
        "<meta charset='utf-8'><div style=\"color: #ccc; white-space: pre;\"><div><span>Hei dere,</span></div></div>",
        "<meta charset='utf-8'><img src='https://example.no/a.png'>",
        "<!--StartFragment--> <!--EndFragment-->",
    ],
    ids=["file in a browser", "editor", "image", "empty"],
)
def test_html_that_tells_no_more_than_plain_text_is_not_used(html: str, pasted: Pasted) -> None:
    document = read(pasted, Offered("Hei dere,\n\nvi ses.", html))
    assert texts(document) == ["Hei dere,", "vi ses."]
    assert {paragraph.kind for paragraph in document.paragraphs} == {Kind.PARAGRAPH}


def test_of_images_their_descriptions_are_kept_and_nothing_of_those_without_one(pasted: Pasted) -> None:
    html = "<p>Før.</p><img src='data:image/png;base64,AAAA' alt='Et fyr'><img src='https://example.no/x.gif'><p>Etter."
    document = read(pasted, Offered(html=html))
    assert texts(document) == ["Før.", "Et fyr", "Etter."]


def test_words_that_a_pdf_divides_are_whole(pasted: Pasted) -> None:
    document = read(pasted, Offered("De gikk ned til fjor\x02\nden for å bade, og det var mange der den da\x02\ngen."))
    assert texts(document) == ["De gikk ned til fjorden for å bade, og det var mange der den dagen."]


@pytest.mark.parametrize("offered", [Offered(), Offered(" \n"), Offered(html="<img src=a.png>")])
def test_without_text_nothing_is_kept(offered: Offered, pasted: Pasted) -> None:
    with pytest.raises(NoTextError):
        keep_pasted(pasted, offered)
    assert list(pasted) == []


def test_a_text_over_the_limit_is_refused_in_one_sentence_and_huge_html_gives_way_to_its_text(
    pasted: Pasted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "MAX_BYTES", 2_000_000)
    for offered in (Offered("å" * 1_000_001), Offered(html="<p>" + "a" * 2_000_001)):
        with pytest.raises(DocumentError, match=r"too large \(2 MB\). Tospalt opens texts of up to 2 MB"):
            keep_pasted(pasted, offered)
    assert list(pasted) == []
    html = f"<p>Hei.</p><img src='data:image/png;base64,{'A' * 2_000_000}'>"
    assert texts(read(pasted, Offered("Hei.", html))) == ["Hei."]


def test_what_cannot_be_read_is_not_kept(pasted: Pasted, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> Document:
        raise DocumentError("“{path}” is no text.", path=path)

    monkeypatch.setattr(pasting, "read_document", refuse)
    with pytest.raises(DocumentError):
        keep_pasted(pasted, Offered("Hei."))
    assert list(pasted) == []


def test_what_was_kept_before_stays_even_if_it_cannot_be_read_any_more(
    pasted: Pasted, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep_pasted(pasted, Offered("Båten er her."))

    def refuse(path: Path) -> Document:
        raise DocumentError("“{path}” cannot be read.", path=path)

    monkeypatch.setattr(pasting, "read_document", refuse)
    with pytest.raises(DocumentError):
        keep_pasted(pasted, Offered("Båten er her."))
    assert list(pasted) == [kept]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hun gikk til den nye fiske\x02\nhallen, der broren ventet.", "Hun gikk til den nye fiskehallen"),
        ("Se \x13 HYPERLINK fyr.no \x14kartet\x15 her.", "Se kartet her."),
        ("Hei\x0bdere.", "Hei\ndere."),
    ],
)
def test_control_characters_are_read_as_in_a_file(text: str, said: str, pasted: Pasted) -> None:
    assert texts(read(pasted, Offered(text)))[0].replace("\xad", "").startswith(said)


@pytest.mark.parametrize("text", ['{"by": "Vardø", "hus": [3, 7]}', "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj"])
def test_what_is_no_text_to_read_is_told_without_a_file_that_there_is_not(text: str, pasted: Pasted) -> None:
    with pytest.raises(DocumentError, match=r"^The text is a .*, not plain text\. ") as raised:
        keep_pasted(pasted, Offered(text))
    assert "pasted" not in str(raised.value)
    assert list(pasted) == []


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Årsmøte 12/3: «Hva nå?»\n\nDet ble sent.", "Årsmøte 12 3 «Hva nå »"),
        ("...\n\nDet ble sent.", ""),
        ("Å" * 60 + "\n\nDet ble sent.", "Å" * 60),
        ("👋🏽" * 30 + "\n\nHei.", "👋🏽" * 15),
    ],
)
def test_an_export_is_called_after_the_title_as_far_as_file_names_may(text: str, stem: str, pasted: Pasted) -> None:
    document = read(pasted, Offered(text))
    assert document.path is not None
    proposed = proposed_stem(document, "nb", "en")
    assert proposed.startswith((stem or document.path.stem).strip()) and proposed.endswith(" nb-en")
    (document.path.parent / f"{proposed} (22).docx").write_text("possible")


_WORDS = st.text(st.sampled_from("abcæøå 0123.,;:!?-–«»*_#<>&`~[]()|\\$^+="), min_size=1).map(str.strip).filter(bool)


@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_any_words_in_html_come_through(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    from html import escape

    html = "".join(f"<p>{escape(' '.join(each.split()))}</p>" for each in words)
    document = read(Pasted(tmp_path_factory.mktemp("data")), Offered(html=f"<meta charset='utf-8'>{html}"))
    assert texts(document) == [" ".join(each.split()) for each in words]
