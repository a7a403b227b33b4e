"""Files of word processors, read in the process that reads what comes from outside."""

from pathlib import Path

from reader import Kind, read_document
from reader.text import BoxKind

# Written by LibreOffice 7.4.
_REPORT = Path(__file__).parents[3] / "data" / "word" / "rapport.docx"


def test_a_file_of_a_word_processor_is_read_as_its_pages_show_it() -> None:
    document = read_document(_REPORT)
    assert (document.title, document.language) == ("Rapport fra reisen til Røros", "nb")
    assert [(p.kind, p.marker, p.text) for p in document.paragraphs] == [
        (Kind.TITLE, "", "Rapport fra reisen til Røros"),
        (Kind.HEADING, "", "Hva vi så"),
        (
            Kind.PARAGRAPH,
            "",
            "Vi kom fram sent på kvelden, og det var kaldere enn ventet.[1] Torget er 400 m² stort.",
        ),
        (Kind.LIST_ITEM, "1.", "Kirken"),
        (Kind.LIST_ITEM, "•", "Tårnet"),
        (Kind.LIST_ITEM, "2.", "Gruven, som er stengt om vinteren"),
        *((Kind.TABLE_CELL, "", text) for text in ("Hva", "Pris", "Togbillett", "749 kroner", "Alt er betalt.")),
        (Kind.QUOTE, "", "Det er den fineste byen i landet."),
        (Kind.SEE_ALSO, "", "Se også det vi skrev om torget."),
        (Kind.PARAGRAPH, "", "Husk kvitteringene"),
        (Kind.NOTE, "1.", "Termometeret viste tjue minus."),
        (Kind.PARAGRAPH, "", "Til styret"),
        (Kind.PARAGRAPH, "", "Side av rapporten"),
    ]
    boxes = {p.text: p.within[0].kind for p in document.paragraphs if p.within}
    assert boxes["Husk kvitteringene"] is BoxKind.ASIDE
    assert boxes["Til styret"] is boxes["Side av rapporten"] is BoxKind.FURNITURE
    assert (document.tables[0].header, document.targets["torget"]) == (1, 2)
    assert document.metadata["author"] == "Kari Nordmann"
    assert document.source is not None
    assert list(map(str, document.source.left_out)) == ["One deletion that is not accepted yet was left out."]
