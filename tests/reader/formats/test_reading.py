"""Reading documents: what is refused and how, titles, languages, line ends."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader import Document, DocumentError, Kind, read_document, read_text

NORWEGIAN = "Etter samtalene torsdag kveld ble de to enige om at det ikke har vært lett å få fullført avtalene sine."
ENGLISH = "The president says he has discussed introducing zones in the country with his colleague on Wednesday."


def file_with(folder: Path, data: bytes, name: str = "notat.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    return str(caught.value)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "borte.txt"
    assert refusal(path) == f"“{path}” does not exist."


def test_a_link_to_nothing_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "lenke.txt").symlink_to(tmp_path / "borte.txt")
    assert refusal(tmp_path / "lenke.txt").endswith("does not exist.")


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b" \t\r\n\n \xc2\xa0\n", b"\xef\xbb\xbf", b"---\n\n***\n", b"\xe2\x80\xa8"],
    ids=["nothing", "a line end", "white space", "only an encoding mark", "only rules", "only a line separator"],
)
@pytest.mark.parametrize("name", ["tom.txt", "tom.md"])
def test_a_file_without_text_is_empty(tmp_path: Path, data: bytes, name: str) -> None:
    path = file_with(tmp_path, data, name)
    assert refusal(path) == f"“{path}” is empty."


def test_text_from_nowhere_without_text_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"^There is no text to read\.$"):
        read_text(" \n")


def test_a_binary_file_is_no_text(tmp_path: Path) -> None:
    path = file_with(tmp_path, b"\x02\x03\0\0\0\rIHDR")
    assert refusal(path) == (
        f"“{path}” is not a text file. Open another document, or save this one as plain text (.txt) in the program "
        "that it belongs to, and open that."
    )


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"“{tmp_path}” is a folder, not a document."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør")
    assert refusal(tmp_path / "rør") == f"“{tmp_path / 'rør'}” is not an ordinary file."


def test_what_the_system_refuses_is_passed_on_with_its_reason(tmp_path: Path) -> None:
    message = refusal(tmp_path / ("x" * 300))
    assert message.startswith("“")
    assert message.endswith("cannot be read: the name is too long.")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = file_with(tmp_path, b"hei")
    path.chmod(0)
    assert refusal(path) == f"“{path}” cannot be read: permission denied."


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with open(path, "wb") as file:
        file.truncate(40_000_000)  # sparse: nothing is written
    expected = f"“{path}” is too large (40 MB). Tospalt opens files of up to 34 MB."
    assert refusal(path) == expected


def test_a_name_with_a_zero_in_it_is_no_name() -> None:
    # Missing or invalid, depending on the version of Python.
    sentences = ("“a\0b.txt” does not exist.", "This is not a valid file name.")
    assert refusal(Path("a\0b.txt")) in sentences


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown", "a.mdown", "a.mkd"])
def test_the_name_says_markdown(tmp_path: Path, name: str) -> None:
    document = read_document(file_with(tmp_path, b"~~strek~~ &amp; \\*", name))
    assert texts(document) == ["strek & *"]


@pytest.mark.parametrize("name", ["a.txt", "a.text", "README", "a.log", "a.unknown"])
def test_any_other_name_is_plain_text(tmp_path: Path, name: str) -> None:
    document = read_document(file_with(tmp_path, b"~~strek~~ &amp; \\*", name))
    assert texts(document) == ["~~strek~~ &amp; \\*"]


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    path = file_with(tmp_path, b"En to tre.\n\nFire.")
    document = read_document(path)
    assert (document.path, document.name, document.words) == (path, "notat.txt", 4)
    assert read_text("Hei.").name == "standard input"


@pytest.mark.parametrize(
    "text",
    [
        "En.\n\nTo.",
        "En.\r\n\r\nTo.",
        "En.\r\rTo.",
        "En.\u2029To.",
        "En.\fTo.",
        "En.\u2028\u2028To.",
        "\n\nEn.\n \t\nTo.\n",
    ],
    ids=["LF", "CRLF", "CR", "paragraph separator", "form feed", "line separators", "blank lines with spaces"],
)
@pytest.mark.parametrize("markdown", [False, True], ids=["text", "markdown"])
def test_every_kind_of_line_end_ends_a_line(text: str, markdown: bool) -> None:
    assert texts(read_text(text, markdown=markdown)) == ["En.", "To."]


LONG = "Den gamle mannen gikk langsomt over torget, for han hadde ikke dårlig tid, og ingen ventet på ham."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("# Tittelen *her*\n\nTekst.", "Tittelen her", id="a level-one heading"),
        pytest.param("Brann i natt\n\nDet brant i natt.", "Brann i natt", id="a first line like a heading"),
        pytest.param("---\n\nBrann i natt\n\nDet brant.", "Brann i natt", id="a rule before it"),
        pytest.param("17. mai 2017\n\nBrann i natt\n\nDet brant.", "Brann i natt", id="a date before it"),
        pytest.param("– Nei, sa han.\n\nSå gikk han.", "Nei, sa han.", id="speech without its dash"),
        pytest.param("«Nei», sa han.", "«Nei», sa han.", id="a quotation keeps its marks"),
        pytest.param("– –", "– –", id="dashes where there is nothing else"),
        pytest.param(
            LONG, "Den gamle mannen gikk langsomt over torget, for han hadde ikke dårlig…", id="cut at a word"
        ),
        pytest.param("linje en,\nlinje to", "linje en, linje to", id="on one line"),
        pytest.param("x" * 100, "x" * 70 + "…", id="cut in a word if there is but one"),
    ],
)
def test_the_title_is_the_heading_or_the_first_words(text: str, title: str) -> None:
    assert read_text(text).title == title


@pytest.mark.parametrize(("text", "language"), [(NORWEGIAN, "nb"), (ENGLISH, "en")], ids=["Bokmål", "English"])
def test_the_language_is_that_of_the_running_text(text: str, language: str) -> None:
    names = "Recep Tayyip\n\nVladimir Putin\n\n" if language == "nb" else "Bjørn Ødegård\n\nSverre Sjøvåg\n\n"
    document = read_text(names + text)
    assert (document.language, document.certain) == (language, True)


def test_many_short_lines_in_another_language_do_not_decide() -> None:
    assert read_text("Read this\n\n" * 60 + NORWEGIAN).language == "nb"


@pytest.mark.parametrize("text", ["1234", "Hei", "? !"], ids=["no letters", "one word", "signs"])
def test_too_little_text_leaves_the_language_uncertain(text: str) -> None:
    assert not read_text(text).certain


def test_a_title_in_markdown_needs_its_mark_up() -> None:
    document = read_text("Brann i natt\n\nDet brant i natt.", markdown=True)
    assert [paragraph.kind for paragraph in document.paragraphs] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


@given(st.binary(max_size=120), st.sampled_from(["a.txt", "a.md"]))
def test_any_file_is_a_document_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = file_with(tmp_path_factory.getbasetemp(), data, name)
    with suppress(DocumentError):
        document = read_document(path)
        assert document.title
        assert document.paragraphs


def test_noncharacters_are_dropped_and_that_is_said() -> None:
    document = read_text("Kjør \ufdd0git\ufdd1 nå.\ufdef\n")
    assert [paragraph.text for paragraph in document.paragraphs] == ["Kjør git nå."]
    assert document.source is not None
    assert document.source.repaired == ("Characters that no text may contain have been removed.",)
    clean = read_text("Kjør git nå – ja.\n")
    assert clean.source is not None and clean.source.repaired == ()


def test_the_language_of_the_document_is_not_marked_in_it() -> None:
    document = read_text(f'{NORWEGIAN}\n\n<p lang="no">{NORWEGIAN}</p>\n\n<p lang="en">{ENGLISH}</p>', markdown=True)
    assert [[mark.href for mark in paragraph.marks] for paragraph in document.paragraphs] == [[], [], ["en"]]


def test_short_paragraphs_tell_the_language_where_long_ones_are_few() -> None:
    items = "\n".join(f"- {line}" for line in ("Vi har valgt ny leder for året", "Alle medlemmer må betale i tide"))
    quote = "> The committee would like to thank all the volunteers for their hard work this year."
    many = "\n".join([items] * 6)
    assert read_text(f"{many}\n\n{quote}\n", markdown=True).language == "nb"


def test_the_file_says_its_language_where_the_text_is_too_short_to_tell() -> None:
    document = read_text("---\nlang: en-GB\n---\nEvening.\n", markdown=True)
    assert (document.language, document.certain) == ("en", True)
    certain = read_text(f"---\nlang: en\n---\n{NORWEGIAN * 3}\n", markdown=True)
    assert certain.language == "nb"
