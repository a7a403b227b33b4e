"""The letters of rich text: their code pages, signs and looks."""

import pytest

from reader.formats.rtf.document import parse_rtf
from tests.reader.formats.rtf.rtf_files import marked, parsed, read, rtf, texts


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"bl\'e5b\'e6r", "blåbær"),
        (r"{\f2\'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f3\'93\'fa\'96\{}x", "日本x"),  # the second byte of a letter may be a brace
        (r"\u229\'e5 \u8364?100", "å €100"),
        (r"\uc0\u8364 100", "€100"),
        (r"{\uc2\u26085\'93\'fa}x", "日x"),
        (r"\u-10179?\u-8704?!", "😀!"),
        (r"\u8211\endash 5", "–5"),
        (r"{\uc0 a}\u229?b", "aåb"),
        (r"a\~b\_c\-d\emdash\ldblquote e\rdblquote", "a\xa0b\u2011c\xadd—“e”"),
        ("delt\r\n ord og\n bare ett", "delt ord og bare ett"),
        (r"kr\'f8ll \{\}\\", "krøll {}\\"),
        (r"f\line g\tab h", "f\ng\th"),
        (r"\upr{\upr{feil}{\*\ud rett}}", "rett"),
        (r"{\f1\'fc}", "✓"),
        (r"{\field{\*\fldinst SYMBOL 183 \\f Symbol}{\fldrslt\f1}}x", "·x"),
        (r"a\bin3 }{\b", "ab"),
    ],
)
def test_letters_are_those_that_a_page_shows(written: str, shown: str) -> None:
    assert texts(written) == [shown]


def test_a_file_in_utf_8_is_read_as_that_though_no_program_should_write_it() -> None:
    data = rtf("").replace(b"\\plain ", "\\plain Blåbær – kr\\'f8ll".encode())
    assert [p.text for p in parse_rtf(data, "a").paragraphs] == ["Blåbær – krøll"]


@pytest.mark.parametrize(("head", "shown"), [(r"\mac", "å"), (r"\ansi\ansicpg1250", "Ś"), (r"\ansi\ansicpg0", "Œ")])
def test_letters_without_a_font_are_in_the_code_page_of_the_file(head: str, shown: str) -> None:
    assert parse_rtf(rf"{{\rtf1{head} \'8c}}".encode(), "a").paragraphs[0].text == shown


def test_looks_become_marks_and_what_a_heading_as_a_whole_looks_like_does_not() -> None:
    plain = r"{\b f} {\ul u\ulnone} {\strike s}{\cs10 k} m{\super 2}{\sub x}"
    heading, other = read(rf"\s1\b Om {{\i fjell}}\par\pard\plain{plain}")
    assert marked(heading) == [("fjell", "emphasis")]
    assert other.text == "f u sk m²x"
    assert marked(other) == [("f", "strong"), ("u", "underline"), ("s", "strike"), ("k", "code"), ("x", "sub")]


def test_words_in_another_language_than_that_of_the_file_are_marked() -> None:
    assert marked(read(r"{\lang1044 Ja }{\lang1033 yes}{\lang2068  nei}{\lang1024  hm}")[0]) == [
        ("yes", "language en"),
        ("nei", "language nn"),
    ]


def test_what_a_page_hides_and_what_is_deleted_is_left_out_and_that_is_said() -> None:
    found = parsed(r"En {\v skjult }{\deleted borte }to{\*\annotation\pard nei}{\xe\v nei}.\par Tre{\deleted\par}fire")
    assert [p.text for p in found.paragraphs] == ["En to.", "Trefire"]
    assert [str(message) for message in found.left_out] == [
        "One comment was left out.",
        "One part that the page hides was left out.",
        "One deletion that is not accepted yet was left out.",
    ]


def test_a_mail_from_outlook_is_the_text_that_is_shown() -> None:
    mail = (
        r"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Hei &amp; h\'e5{\*\htmltag84 <b>}\htmlrtf {\b "
        r"\htmlrtf0  du}\htmlrtf \par}\htmlrtf0{\*\htmltag72 </p>}}"
    )
    assert [p.text for p in parse_rtf(mail.encode(), "a").paragraphs] == ["Hei &amp; hå du"]
