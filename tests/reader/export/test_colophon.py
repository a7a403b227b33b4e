"""The colophon of an export, and its language."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from reader.export.colophon import colophon, last_lines, legend, moment_of, utc
from reader.export.labels import labels_for
from reader.export.options import ExportOptions
from reader.parallel import State
from reader.text import NAMES, Recognition, Source
from tests.archives import VERSION
from tests.reader.export.parallels import PACKAGE, STORY, WHEN, pair

DAY = date(2025, 5, 17)


def test_a_norwegian_reader_reads_norwegian() -> None:
    text = replace(STORY, source_language="en", target_language="nb")
    lines = list(colophon(text, labels_for("nb"), DAY))
    assert lines[:2] == ["Kilde: en tekst på norsk.txt", "Fra engelsk til norsk bokmål, 17. mai 2025"]
    assert f"Språkpakke: translate-nb_en {VERSION} (startpakke)" in lines
    assert lines[-1] == "Ikke oversatt: 2 av 14 avsnitt"


def test_how_much_is_checked_is_said_in_the_language_of_the_reader_if_it_is_wanted() -> None:
    edited = pair((0, 1), (0, 1), edited=True)
    accepted = replace(pair((0, 1), (0, 1)), accepted=True)
    rows = [replace(STORY.rows[0], state=State.DONE, sentences=(edited, accepted, pair((0, 1), (0, 1))))]
    text = replace(STORY, rows=rows)
    assert "2 av 3 setninger sjekket" in last_lines(text, ExportOptions(checked=True), labels_for("nb"))
    assert "2 of 3 sentences checked" in last_lines(text, ExportOptions(checked=True), labels_for("en"))
    assert not any("checked" in line for line in last_lines(text, ExportOptions(), labels_for("en")))
    none = replace(STORY, rows=[])
    assert not any("checked" in line for line in last_lines(none, ExportOptions(checked=True), labels_for("en")))


def test_that_the_original_was_recognised_and_how_much_is_in_doubt_is_said() -> None:
    def said(pages: int, doubtful: int, language: str) -> list[str]:
        source = Source("pdf", recognition=Recognition("Tesseract 5.5", pages, doubtful))
        return list(
            colophon(replace(STORY, document=replace(STORY.document, source=source)), labels_for(language), DAY)
        )

    read = "The original was read from the image of one page by text recognition (Tesseract 5.5)."
    assert said(1, 0, "en")[1] == read and said(1, 1, "en")[1] == f"{read} One word may be misread."
    assert said(3, 12, "nb")[1].startswith("Originalen er lest fra bildene av 3 sider med tekstgjenkjenning")
    assert said(3, 12, "nb")[1].endswith(" 12 ord kan være lest feil.")


def test_every_language_has_a_norwegian_name() -> None:
    assert labels_for("nb").languages.keys() == NAMES.keys()


def test_a_language_without_words_of_its_own_has_english_ones() -> None:
    assert labels_for("fi").not_translated == "[not translated]"
    assert labels_for("sv").not_translated == "[inte översatt]"
    assert labels_for("nn").date(DAY) == "17. mai 2025"


def test_the_legend_explains_the_signs_that_are_there() -> None:
    edited, warned, usual = (
        pair((0, 1), (0, 1), edited=True),
        pair((0, 1), (0, 1), warned="number"),
        pair((0, 1), (0, 1)),
    )
    english = labels_for("en")
    assert list(legend([usual], english)) == []
    assert list(legend([usual, edited], english)) == ["✎ edited sentence"]
    assert list(legend([warned], english)) == ["⚠\ufe0e sentence in which something looks wrong"]


def test_the_licence_of_a_package_stands_in_one_clean_line(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"License: \xff\x00<b>")
    text = replace(STORY, packages=(replace(PACKAGE, path=tmp_path),))
    assert "Package licence: \ufffd<b>" in colophon(text, labels_for("en"), DAY)


def test_a_time_without_a_zone_is_in_utc() -> None:
    assert utc(moment_of(datetime(2025, 1, 2, 3, 4, 5, 6))) == "2025-01-02T03:04:05Z"
    assert moment_of(WHEN) == WHEN
