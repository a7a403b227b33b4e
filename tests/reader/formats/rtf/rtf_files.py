"""Files of rich text for tests, as programs write them."""

from collections.abc import Sequence

from reader.formats.finishing import clean
from reader.formats.parsed import Parsed
from reader.formats.rtf.document import parse_rtf
from reader.text import Paragraph

FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Wingdings;}{\f2\fswiss\fcharset204 Arial;}"
    r"{\f3\fmodern\fcharset128 MS Gothic;}{\f4\fmodern\fcharset0 Courier New;}}"
)
STYLES = (
    r"{\stylesheet{\ql Normal;}{\s1\b\outlinelevel0\sbasedon0 heading 1;}{\s2\b\outlinelevel1\sbasedon0 heading 2;}"
    r"{\s3 Quote;}{\s4 caption;}{\s5\sbasedon2 Kapittel;}{\s6\b Title;}{\*\cs10 HTML Code;}{\*\ts11\b Table Grid;}}"
)
LISTS = (
    r"{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\levelstartat3{\leveltext\'02\'00.;}{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc23\levelstartat1{\leveltext\'01\u-3929 ?;}{\levelnumbers;}\f1}\listid7}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
)


def rtf(text: str, head: str = r"\ansi\ansicpg1252\deff0\deflang1044") -> bytes:
    """A file with this text, as it stands in it."""
    return rf"{{\rtf1{head}{FONTS}{STYLES}{LISTS}\pard\plain {text}}}".encode("latin-1")


def parsed(text: str, head: str = r"\ansi\ansicpg1252\deff0\deflang1044") -> Parsed:
    """Such a file, read."""
    return parse_rtf(rtf(text, head), "brev.rtf")


def read(text: str) -> list[Paragraph]:
    """The paragraphs of such a file."""
    return list(map(clean, parsed(text).paragraphs))


def texts(text: str) -> list[str]:
    """Their texts."""
    return [paragraph.text for paragraph in read(text)]


def marked(paragraph: Paragraph) -> list[tuple[str, str]]:
    """The words under marks, and what these are."""
    return [(paragraph.text[m.start : m.end], m.kind + (f" {m.href}" if m.href else "")) for m in paragraph.marks]


def row(cells: Sequence[str], edges: Sequence[str] = (), before: str = "") -> str:
    r"""A row of a table; `edges` are what is said of each cell before its `\cellx`."""
    said = "".join(f"{edge}\\cellx{place * 1000}" for place, edge in enumerate(edges or [""] * len(cells), 1))
    return rf"\trowd{before}{said}" + "".join(rf"\pard\intbl {cell}\cell" for cell in cells) + r"\row\pard "


def letter() -> bytes:
    """A file with something of everything."""
    return rtf(
        r"\s1\b Tittel\par\pard\plain Noe {\b fett}{\super\chftn{\footnote\pard\plain\chftn  Et notat.}} og "
        r"{\field{\*\fldinst HYPERLINK \\l hit}{\fldrslt hit}}, \'e5 \u8364 ?.\par "
        r"{\listtext 1.\tab}\ls1\ilvl0 En\par{\listtext\f1\'a7\tab}\ls1\ilvl1 To\par\pard "
        + row(["A", "B"])
        + row(["C", r"D\par E"])
        + r"{\*\bkmkstart hit}Slutt{\*\bkmkend hit}{\pict\picwgoal300\pngblip 00ff}.\par"
        r"{\header\pard Topp\par}{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Et kart}}{\shptxt I boks\par}}}"
        r"\uc2\u197\'c5\'c5 og {\v skjult} {\deleted borte}\par"
    )
