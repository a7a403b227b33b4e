"""Texts of files of rich text of every shape, with words that a page shows and others."""

from tests.reader.formats import numbered_words
from tests.reader.formats.numbered_words import documents
from tests.reader.formats.rtf.rtf_files import row

# Blocks and what stands in lines: "@" is a word that is shown, "%" one that is not, "<>" further blocks or lines.
BLOCKS = (
    r"@\par ",
    r"\par ",
    r"<>\par ",
    r"{\pard\s1 <>\par}",
    r"{\pard\plain\s3 @\par}",
    r"\pard\plain\s4 <>\par\pard ",
    r"{\listtext @.\tab}\ls1\ilvl1 @\par\pard ",
    r"\pard\ls1 <>\par\pard ",
    row(["<>", "@"]) + row(["", "<>"]) + r"\par ",
    row([r"@\par <>"], [r"\clvmgf"]) + r"@\par ",
    row([r"\itap2\intbl @\nestcell @\nestcell{\*\nesttableprops\trowd\nestrow}\pard\intbl @"]),
    r"{\*\ukjent %\par}<>\par ",
    r"{\ukjent <>\par}",
    r"@\sect\sectd ",
    r"{\header @\par}{\footer\pard <>}",
    r"{\pict %}{\colortbl;\red0 %;}",
)
LINES = (
    "@ ",
    r"{\b <>}",
    r"{\super @}",
    r"\i @\i0 ",
    r"{\lang1031 @} ",
    r"{\v %}",
    r"{\deleted %}",
    r"\tab\line\u8364?",
    r"{\field{\*\fldinst HYPERLINK %}{\fldrslt <>}}",
    r"{\field{\*\fldinst PAGE}{\fldrslt %}}",
    r"{\super\chftn{\footnote\chftn  <>\par @}}",
    r"{\*\annotation %}",
    r"{\shp{\*\shpinst{\sp{\sn pib}{\sv %}}{\shptxt <>\par}}{\shprslt %}}",
    r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv @}}{\sp{\sn pib}{\sv {\pict %}}}}}",
    r"{\*\shppict{\pict %}}",
    r"{\xe %}{\*\bkmkstart %}",
    r"\u229\'e5@\uc0\u229 ",
)


DOCUMENTS = documents(BLOCKS, lambda _template: LINES)


def numbered(text: str) -> tuple[str, list[str]]:
    """The text with a word of its own in each place, and those words that are shown."""
    return numbered_words.numbered(text, "@", "%")
