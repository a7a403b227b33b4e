"""TMX files as other programs write them: their entities, encodings, languages, and what they hide."""

from pathlib import Path

import pytest

from reader.errors import DocumentError
from reader.memory import languages_of_tmx
from tests.reader.memory.tmx_files import HEADER, pair, pairs, tmx, tuv, unit

DTD = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "minne.tmx"


# Entities


@pytest.mark.parametrize(
    "doctype", [DTD, "", '<!DOCTYPE tmx [<!ENTITY x "y">]>', "<!DOCTYPE tmx>", '<?xml version="1.0" standalone="yes"?>']
)
def test_the_named_characters_of_html_are_characters(file: Path, doctype: str) -> None:
    segments = "R&oslash;d gr&oslash;t &mdash; 3&nbsp;kr &amp; &lt;mer&gt;", "Red porridge&hellip; &NotEqualTilde;"
    expected = "Rød grøt — 3\xa0kr & <mer>", "Red porridge… ≂̸"
    assert pairs(file, tmx(pair(*segments), doctype=doctype)) == [expected]


def test_they_are_so_in_attributes_too(file: Path) -> None:
    text = tmx(unit(tuv("nb&hyphen;NO", "Hei."), tuv("e&#110;", "Hi.")), doctype=DTD)
    assert pairs(file, text.replace("&hyphen;", "&#45;")) == [("Hei.", "Hi.")]
    assert pairs(file, text.replace("&hyphen;", "&lowbar;")) == [("Hei.", "Hi.")]


@pytest.mark.parametrize("doctype", [DTD, "", '<?xml version="1.0" standalone="yes"?>'])
@pytest.mark.parametrize("text", ["Kj&oslah;p br&oslash;d.", "A&foo;", "&Aring;&x.1;"])
def test_an_unknown_entity_is_named_with_its_line(file: Path, doctype: str, text: str) -> None:
    lines = doctype.count("\n") + 3
    name = text[text.rindex("&") if "Aring" in text else text.index("&") :].partition(";")[0]
    with pytest.raises(DocumentError, match=rf"has the unknown entity {name}; in line {lines}\.$"):
        pairs(file, tmx(pair("Ja.", "Yes.") * 2, pair(text, "x"), doctype=doctype))


def test_an_unknown_entity_in_the_code_of_a_language_is_named(file: Path) -> None:
    with pytest.raises(DocumentError, match=r"has the unknown entity &norsk; in line 2\.$"):
        pairs(file, tmx(unit(tuv("&norsk;", "Ja."), tuv("en", "Yes.")), doctype=DTD))


def test_short_entities_that_a_file_declares_are_text(file: Path) -> None:
    doctype = '<!DOCTYPE tmx SYSTEM "x.dtd" [<!ENTITY firma "Br&#248;drene &Aring;s &amp; co"><!ENTITY aring "AA">]>'
    found = pairs(file, tmx(pair("&firma; p&aring;.", "&firma;"), doctype=doctype))
    assert found == [("Brødrene Ås & co pAA.", "Brødrene Ås & co")]


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        f'<!ENTITY a "{"a" * 5000}">',
        '<!ENTITY a "<b>">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a PUBLIC "x" "http://127.0.0.1/x">',
        '<!ENTITY % a "x">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd"> %a;',
        '<!NOTATION n SYSTEM "x"><!ENTITY a SYSTEM "x.gif" NDATA n>',
        "".join(f'<!ENTITY a{i} "x">' for i in range(2000)),
    ],
)
def test_other_declared_entities_are_refused_with_the_line(file: Path, declared: str) -> None:
    with pytest.raises(DocumentError, match=r"defines entities that Tospalt does not read \(line 2\)\.$"):
        pairs(file, tmx(pair("Ja.", "Yes."), doctype=f"<!DOCTYPE tmx [\n{declared}]>"))


# Encodings


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("utf-16", "utf-8"),
        ("utf-16-le", "utf-8"),
        ("utf-16-be", "windows-1252"),
        ("windows-1252", ""),
        ("windows-1252", "utf-8"),
        ("iso-8859-1", "US-ASCII"),
        ("utf-8", "us-ascii"),
        ("utf-8", "UTF-16"),
        ("iso-8859-15", "iso-8859-15"),
        ("windows-1251", "windows-1251"),
        ("mac-roman", "macintosh"),
    ],
)
def test_encodings_are_read_whether_declared_or_not(file: Path, encoding: str, says: str) -> None:
    words = ("Хлеб.", "Bread.") if encoding.endswith("1251") else ("Én rød kjøttbolle, også på søndag.", "A «red» one.")
    declared = f' encoding="{says}"' if says else ""
    text = f'<?xml version="1.0"{declared}?>\r\n{DTD}{tmx(pair(*words))}'
    assert pairs(file, text.encode(encoding)) == [words]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("blank", ["\n", " \r\n\t"])
def test_blank_lines_before_the_file_begins_are_passed_over(file: Path, encoding: str, blank: str) -> None:
    text = f'{blank}<?xml version="1.0"?>\n{tmx(pair("Én rød kjøttbolle på søndag.", "A red one."))}'
    assert pairs(file, text.encode(encoding)) == [("Én rød kjøttbolle på søndag.", "A red one.")]


def test_one_bad_byte_in_utf_8_is_told_with_its_line(file: Path) -> None:
    text = tmx(pair("Én rød kjøttbolle på søndag.", "A red one.") * 3).encode()
    with pytest.raises(DocumentError, match=r"is not a valid TMX file \(line 3\)\.$"):
        pairs(file, text[: text.rindex(b"bolle")] + b"\xff" + text[text.rindex(b"bolle") :])


# Languages and versions


@pytest.mark.parametrize("code", ["NO-NY", "no-NYN", "nno", "nn", "nn-NO", "ny_NO", "no_NO_NY"])
def test_nynorsk_is_not_taken_for_bokmål(file: Path, code: str) -> None:
    both = unit(tuv(code, "Eg kjem."), tuv("NO-BOK", "Jeg kommer."), tuv("en", "I come."))
    text = tmx(both, unit(tuv(code, "Ikkje."), tuv("en", "Not.")))
    assert pairs(file, text) == [("Jeg kommer.", "I come.")]
    assert pairs(file, text, "nn", "en") == [("Eg kjem.", "I come."), ("Ikkje.", "Not.")]


def test_of_several_variants_the_one_named_most_exactly_counts(file: Path) -> None:
    norwegian = tuv("no", "Den ene."), tuv("nb-NO", "Den andre."), tuv("nb-NO", "Den tredje.")
    text = tmx(unit(*norwegian, tuv("en-US", "Color."), tuv("en", "Hue."), tuv("en-GB", "Colour.")))
    assert pairs(file, text) == [("Den andre.", "Hue.")]


def test_regions_that_packages_tell_apart_are_languages(file: Path) -> None:
    text = tmx(
        unit(tuv("pt-BR", "Ônibus."), tuv("pt-PT", "Autocarro."), tuv("zh-TW", "公車。"), tuv("zh-CN", "公交车。"))
    )
    assert pairs(file, text, "pb", "zt") == [("Ônibus.", "公車。")]
    assert pairs(file, text, "pt", "zh") == [("Autocarro.", "公交车。")]


def test_the_languages_of_a_file_are_told_whatever_it_calls_them(file: Path) -> None:
    text = tmx(pair("R&oslash;d.", "Red.") * 2, unit(tuv("no-NY", "Raud."), tuv("EN-US", "Red."), tuv("zh-TW", "紅")))
    file.write_text(text, "utf-16")
    assert languages_of_tmx(file).codes == ("en", "nb", "nn", "zt")


def test_what_stands_around_the_segments_is_passed_over(file: Path) -> None:
    text = f"""<?xml version="1.0"?>{DTD}<!-- <tu> --><?php <seg>?>
<t:tmx xmlns:t="urn:x" version="1.4"><t:header srclang="*all*"><t:note>n</t:note><t:prop type="a">p</t:prop>
<t:ude name="u"><t:map unicode="#xF8FF"/></t:ude></t:header><t:body>
<t:tu><!-- x --><t:note>n</t:note><t:tuv xml:lang="nb"><t:prop type="seg">p</t:prop>
<t:seg>H<!-- x -->e<?x y?>i.</t:seg>
</t:tuv><t:tuv xml:lang="en"><t:seg><![CDATA[Hi <you> & me.]]></t:seg><t:note>n</t:note></t:tuv></t:tu></t:body>
</t:tmx>"""
    assert pairs(file, text) == [("Hei.", "Hi <you> & me.")]


def test_a_segment_within_a_code_spoils_no_other(file: Path) -> None:
    text = tmx(pair("Hei <ph><seg>du</seg></ph>.", "Hi you."), pair("Katten sover.", "The cat sleeps."))
    assert pairs(file, text)[-1] == ("Katten sover.", "The cat sleeps.")


def test_a_code_of_endless_length_is_no_segment(file: Path) -> None:
    text = f'<tmx version="1.4">{HEADER}<body><!--{"x" * 9_000_000}'
    with pytest.raises(DocumentError, match=r"is not a valid TMX file \(line 1\)\.$"):
        pairs(file, text)


@pytest.mark.parametrize("around", ["<hi>", "<ph>", "<x>"])
def test_elements_within_each_other_without_end_are_refused(file: Path, around: str) -> None:
    text = tmx(pair("Ja.", "Yes."), unit(tuv("nb", around * 2000), tuv("en", "No.")))
    with pytest.raises(DocumentError, match=r"is not a valid TMX file \(line 2\)\.$"):
        pairs(file, text)
