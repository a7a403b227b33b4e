"""Markdown files written anew: other words, and all else as it was."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError
from reader.formats import read_data
from reader.formats.markdown.rewriting import rewrite_markdown
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, SentenceChange, Trouble
from reader.text import Document, Mark, MarkKind
from tests.reader.formats.rewriting.proofs import itself, rewriting_of, texts_of, with_other_word
from tests.source_tree import ROOT

SAMPLES = [
    ROOT / "README.md",
    ROOT / ".github" / "CONTRIBUTING.md",
    ROOT / "tests" / "data" / "alignment" / "README.md",
]

_LINES = (
    *(
        "Ord og *flere* ord",
        "mer **tekst** her",
        "## Under ##",
        "Under\n---",
        "- punkt",
        "  - indre",
        "1. en",
        "17. mai",
    ),
    *("> sitat", "> > dypt", "[^1]: Note", "Se[^1] og [lenke](http://a.b 'T')", "[ref][a], [a]", "[a]: http://c.d"),
    *(
        "| a | *b* |\n|---|:-:|\n| c \\| d | **e** |",
        "![bilde](b.png)",
        "[![merke](m.svg)](http://m)",
        "- [ ] gjør `det`",
    ),
    *(
        "<p>HTML</p>",
        "tekst med <b>fet</b><br>skrift",
        "Linje  \nto\\\ntre",
        "~~~\nkode\n~~~",
        "Ord\n: Forklaring",
        "&amp; &lt;",
    ),
    *(
        "::: tip Råd\nInnhold\n:::",
        "> [!NOTE] Merk\n> dette",
        '!!! note "Merk"\n    dette',
        "x^2^ og H~2~O $a_b$",
        "***",
    ),
    *(
        "En note^[som står *her*] inni",
        "_a_ snake_case b_",
        "**fet**tekst",
        "{{< x >}} y",
        "Tittel {#id}",
        "ord ^blokk",
        "[[Side]]",
        "*e*\u0301 og e&#x301;n **\u0301to**",
    ),
    *("<!-- nei -->", "a %%nei%% b", "==lyst==", "\\* ikke \\#", "***begge** deler*", "`a`", "", "", "", "    "),
)
TEXTS = st.lists(st.sampled_from(_LINES), min_size=1, max_size=9).map("\n".join)


def document_of(data: bytes) -> Document:
    """A file as a document."""
    return read_data(data, "a.md", markdown=True)


def rewritten(data: bytes, changes: Sequence[Change], *, both: bool = False, language: str = "") -> Rewritten:
    """The file with these changes."""
    return rewrite_markdown(data, "a.md", rewriting_of(document_of(data), changes, both=both, language=language))


def changed(text: str, *words: tuple[str, str], both: bool = False, language: str = "") -> str:
    """A text in which these words are others, each linked to the one it was, and all other words stay."""
    data = text.encode()
    changes = []
    for row, paragraph in enumerate(document_of(data).paragraphs):
        new = paragraph.text
        links = []
        for old, word in words:
            if old in new:
                start = new.index(old)
                links.append(
                    (paragraph.text.index(old), paragraph.text.index(old) + len(old), start, start + len(word), 1.0)
                )
                new = new.replace(old, word, 1)
        if new != paragraph.text:
            marks = [
                Mark(new.index(told), new.index(told) + len(told), mark.kind, mark.href)
                for mark in paragraph.marks
                if (told := paragraph.text[mark.start : mark.end]) in new
            ]
            sentence = SentenceChange((0, len(paragraph.text)), (0, len(new)), tuple(links))
            changes.append(Change(row, new, (sentence,), tuple(marks)))
    return rewritten(data, changes, both=both, language=language).data.decode()


# Proofs


@given(TEXTS)
def test_without_changes_a_file_stays_the_same_bytes(text: str) -> None:
    data = f"x\n\n{text}".encode()
    assert rewritten(data, ()).data == data


@given(TEXTS)
def test_every_paragraph_written_with_its_own_text_is_read_as_the_same(text: str) -> None:
    data = f"x\n\n{text}".encode()
    document = document_of(data)
    result = rewritten(data, [itself(*each) for each in enumerate(document.paragraphs) if each[1].translatable])
    again = document_of(result.data)
    assert texts_of(again) == texts_of(document)
    assert [each.trouble for each in result.unplaced if each.trouble is not Trouble.KEPT] == []
    assert (again.paragraphs, again.figures) == (document.paragraphs, document.figures)


@given(TEXTS)
def test_one_other_word_in_every_paragraph_is_all_that_changes(text: str) -> None:
    data = f"x\n\n{text}".encode()
    document = document_of(data)
    changes = [change for row, p in enumerate(document.paragraphs) if (change := with_other_word(row, p, "Xyzzy"))]
    result = rewritten(data, changes)
    kept = {each.row for each in result.unplaced if each.trouble is Trouble.KEPT}
    expected = texts_of(document)
    for change in changes:
        if change.row not in kept:
            expected[change.row] = change.text
    assert texts_of(document_of(result.data)) == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_real_files_are_read_as_the_same_with_every_paragraph_written(path: Path) -> None:
    data = path.read_bytes()
    document = document_of(data)
    result = rewritten(data, [itself(*each) for each in enumerate(document.paragraphs) if each[1].translatable])
    again = document_of(result.data)
    assert (again.paragraphs, again.figures, result.unplaced) == (document.paragraphs, document.figures, ())


# Where things go


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Et **hus** her", "Et **house** her", id="strong"),
        pytest.param("Et _hus_ her", "Et _house_ her", id="sign of the file"),
        pytest.param("Et [hus](a.b 'T'){.x} her", "Et [house](a.b 'T'){.x} her", id="link with attributes"),
        pytest.param("Et [hus] her\n\n[hus]: a.b", "Et [house][hus] her\n\n[hus]: a.b", id="label"),
        pytest.param("Et [hus][] her\n\n[hus]: a.b", "Et [house][hus] her\n\n[hus]: a.b", id="collapsed label"),
        pytest.param("Et [[hus]] her", "Et [[hus|house]] her", id="page of a wiki"),
        pytest.param("Et hus[^n] her\n\n[^n]: Note", "Et house[^n] her\n\n[^n]: Note", id="note"),
        pytest.param("Her ^[et *hus*] og", "Her ^[et *house*] og", id="note in its reference"),
        pytest.param("Her ![et hus](h.png) er", "Her ![et house](h.png) er", id="image in a line"),
        pytest.param("![et hus](h.png)", "![et house](h.png)", id="image"),
        pytest.param("[![et hus](h.svg)](http://h)", "[![et house](h.svg)](http://h)", id="image in a link"),
        pytest.param("Kjør `x*y` i hus_et", "Kjør `x*y` i house_et", id="code"),
        pytest.param("A &amp; hus &lt;", "A &amp; house &lt;", id="references of letters"),
        pytest.param("e&#x301;t hus *e*\u0301 e", "e&#x301;t house *é* e", id="letter in two pieces"),
        pytest.param("# Hus #\n\net hus", "# Hus #\n\net house", id="closed heading stays"),
        pytest.param("## Et hus {#id}", "## Et house {#id}", id="heading with a name"),
        pytest.param("{.x}\net *hus*", "{.x}\net\n*house*", id="attributes above"),
        pytest.param("et hus\n===", "et house\n===", id="underlined heading"),
        pytest.param("> - [ ] et hus", "> - [ ] et house", id="task in a quote"),
        pytest.param("> [!NOTE] Et hus\n> mer", "> [!NOTE] Et house\n> mer", id="title of a callout"),
        pytest.param("::: tip Et hus\nmer\n:::", "::: tip Et house\nmer\n:::", id="title of a container"),
        pytest.param(
            "| a | et hus \\| |\n|---|---|\n| x | y |", "| a | et house \\| |\n|---|---|\n| x | y |", id="cell"
        ),
        pytest.param("hus\n: forklart", "house\n: forklart", id="term"),
        pytest.param(
            "---\ntitle: et hus # x\n---\n\nord", "---\ntitle: et house # x\n---\n\nord", id="title of the file"
        ),
        pytest.param(
            "---\ntitle: Hus\n---\n\n# Hus\n", "---\ntitle: house\n---\n\n# house\n", id="title in both places"
        ),
        pytest.param("<p align=center>et <b>hus</b></p>", "<p align=center>et <b>house</b></p>", id="block of HTML"),
        pytest.param("et <kbd>X</kbd> hus<br>ny", "et <kbd>X</kbd> house<br>ny", id="HTML in a line"),
        pytest.param("et hus  \nny \\\nlinje\\\nto", "et house  \nny \\\nlinje\\\nto", id="line ends"),
        pytest.param("et hus i\r\ngata\r\n\r\nmer", "et house\r\ni gata\r\n\r\nmer", id="line ends of the file"),
    ],
)
def test_a_word_changes_where_it_stands(text: str, expected: str) -> None:
    words = [("hus", "house"), ("Hus", "house")] if "title: Hus" in text else [("hus", "house")]
    assert changed(text, *words) == expected


def test_words_that_markdown_would_take_for_signs_are_escaped() -> None:
    assert changed("et hus", ("et", "#"), ("hus", "*a* [b] `c` 1.")) == "\\# \\*a\\* \\[b\\] \\`c\\` 1."
    assert changed("- et hus", ("et", "1.")) == "- 1\\. hus"
    assert changed("| hus |\n|---|", ("hus", "a|b")) == "| a\\\\|b |\n|---|"


def test_a_paragraph_in_lines_stays_in_lines_of_its_width() -> None:
    text = "> Dette er et hus\n> som står i en\n> gate.\n"
    assert changed(text, ("hus", "very large house")) == "> Dette er et\n> very large\n> house som står\n> i en gate.\n"
    wide = "> Denne er nok enda litt bredere enn den\n> første.\n"
    expected = "> Dette er et very\n> large house som\n> står i en gate.\n"
    assert changed(text + "\n" + wide, ("hus", "very large house")) == expected + "\n" + wide


def test_no_line_begins_with_what_would_begin_something_else() -> None:
    text = "> Dette er et hus\n> som - ja - står\n> der.\n"
    expected = "> Dette er et\n> very large\n> house som - ja -\n> står der.\n"
    assert changed(text, ("hus", "very large house")) == expected


def test_lines_that_were_sentences_stay_sentences() -> None:
    data = b"Et hus.\nEn gate.\n"
    change = Change(0, "A house. A street.", (SentenceChange((0, 7), (0, 8)), SentenceChange((8, 16), (9, 18))))
    assert rewritten(data, [change]).data == b"A house.\nA street.\n"


def test_the_language_in_the_front_matter_changes_with_all_of_the_text() -> None:
    assert changed("---\nlang: nb\n---\n\net hus", ("hus", "house"), language="en").startswith("---\nlang: en\n")
    assert changed("---\nlang: nb\n---\n\net hus\n\nto", ("hus", "house"), language="en").startswith("---\nlang: nb\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "et *hus*[^1]\n\n[^1]: n", "et *hus*[^1]\n\net *house*\n\n[^1]: n", id="paragraph without its note"
        ),
        pytest.param("> ## et hus\n> mer", "> ## et hus\n>\n> ## et house\n> mer", id="heading in a quote"),
        pytest.param("et hus\n---\n", "et hus\n---\n\net house\n---\n", id="underlined heading"),
        pytest.param("1. et hus\n2. to", "1. et hus\\\n   et house\n2. to", id="item"),
        pytest.param("| et hus |\n|---|", "| et hus<br>et house |\n|---|", id="cell"),
        pytest.param("![et hus](a)", "![et hus / et house](a)", id="image"),
        pytest.param("::: tip Et hus\nx\n:::", "::: tip Et hus / Et house\nx\n:::", id="title"),
        pytest.param("> [!NOTE] Et hus\n> x", "> [!NOTE] Et hus / Et house\n> x", id="title of a callout"),
        pytest.param("<p>et hus</p>", '<p>et hus<br><span lang="en">et house</span></p>', id="HTML"),
        pytest.param("---\ntitle: et hus\n---\nx", "---\ntitle: et hus / et house\n---\nx", id="title of the file"),
    ],
)
def test_the_translation_stands_behind_the_original(text: str, expected: str) -> None:
    assert changed(text, ("hus", "house"), both=True, language="en") == expected


# What cannot be


def test_what_would_be_read_otherwise_is_left_as_it_was_and_told() -> None:
    data = b"et hus\n\nto"
    result = rewritten(data, [Change(0, "et\n\n\n\n# hus\u2029to")])
    assert [(each.row, each.trouble) for each in result.unplaced] == [(0, Trouble.KEPT)]
    assert result.data == data


def test_looks_whose_words_are_gone_are_told() -> None:
    result = rewritten(b"et **hus** her", [Change(0, "a house here", (SentenceChange((0, 10), (0, 12)),))])
    assert (result.data, result.looks) == (b"a house here", 1)
    assert [each.trouble for each in result.unplaced] == [Trouble.LOOK]


def test_what_belongs_to_a_link_goes_with_it() -> None:
    result = rewritten(b"Se [hus](a){.x} her", [Change(0, "Here is a house", (SentenceChange((0, 10), (0, 15)),))])
    assert result.data == b"Here is a house"
    assert [each.trouble for each in result.unplaced] == [Trouble.LOOK]


def test_only_signs_that_would_be_text_where_they_are_are_left_out() -> None:
    result = rewritten(b"a *b!* c **d**", [Change(0, "a b!c d", (SentenceChange((0, 8), (0, 7)),))])
    assert result.data == b"a b!c **d**"
    assert [each.trouble for each in result.unplaced] == [Trouble.LOOK]


def test_a_link_that_begins_and_ends_with_code_stays_one() -> None:
    source, target = "Les `a` fra `b` nå", "Read `a` from `b` now"
    text = source.replace("`a` fra `b`", "[`a` fra `b`](u)")
    links = ((0, 3, 0, 4, 1.0), (4, 5, 5, 6, 1.0), (6, 9, 7, 11, 1.0), (10, 11, 12, 13, 1.0), (12, 14, 14, 17, 1.0))
    marks = (Mark(5, 6, MarkKind.CODE), Mark(12, 13, MarkKind.CODE))
    change = Change(0, "Read a from b now", (SentenceChange((0, 14), (0, 17), links),), marks)
    assert rewritten(text.encode(), [change]).data.decode() == target.replace("`a` from `b`", "[`a` from `b`](u)")


def test_a_file_that_has_changed_is_refused() -> None:
    with pytest.raises(DocumentError, match="has changed"):
        rewrite_markdown(b"et hus", "a.md", Rewriting(["en hytte"], [], False, "en"))


def test_letters_that_the_encoding_lacks_make_the_file_utf_8() -> None:
    data = "# Blåbær og røtter på bordet\n\net hus".encode("latin-1")
    document = document_of(data)
    change = itself(1, document.paragraphs[1])._replace(text="et дом")
    result = rewritten(data, [change])
    assert (result.data.decode(), result.encoding) == ("# Blåbær og røtter på bordet\n\net дом", "utf-8")
    kept = rewritten(data, [change._replace(text="et hÿs")])
    assert (kept.data.decode("latin-1"), kept.encoding) == ("# Blåbær og røtter på bordet\n\net hÿs", "")


def test_a_damaged_line_stays_as_it_is() -> None:
    data = "Blåbær og røtter på bordet\n\net ".encode() + b"\xe5\n\net hus\n"
    result = rewritten(data, [itself(2, document_of(data).paragraphs[2])._replace(text="et house")])
    assert result.data == data.replace(b"hus", b"house")
