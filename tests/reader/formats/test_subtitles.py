"""Subtitles: what is text of them, which cues make a row, and that broken files are read."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from reader import Document, Kind, MarkKind, read_document, read_text
from reader.errors import NoTextError
from reader.formats import document_facts, format_name

_VOCABULARY = "åse gikk hjem over fjellet i går med mel til kaka som alle ventet på den kvelden"
WORDS = st.sampled_from(_VOCABULARY.split())
SENTENCES = st.lists(WORDS, min_size=3, max_size=24).map(lambda words: f"{' '.join(words).capitalize()}.")


def rows(content: str, name: str = "film.srt") -> list[str]:
    return [paragraph.text for paragraph in read(content, name).paragraphs]


def texts(content: str, name: str = "film.srt") -> list[str]:
    """The texts of the cues that are read together."""
    return together(read(content, name))


def together(document: Document) -> list[str]:
    found = []
    for paragraph in document.paragraphs:
        run = paragraph.cue.run if paragraph.cue is not None else None
        if run is None or paragraph.cue is None:
            found.append(paragraph.text)
            continue
        if paragraph.cue.index == 0:
            found.append(run.text)
        start, end = run.span(paragraph.cue.index)
        assert run.text[start:end] == paragraph.text
    return found


def read(content: str, name: str = "film.srt") -> Document:
    return read_text(content, Path(name))


def srt(*cues: str, gap: float = 0.5) -> str:
    """SubRip with these texts; each is shown for two seconds."""
    parts = []
    for number, text in enumerate(cues, 1):
        start = number * (2 + gap)
        parts.append(f"{number}\n{_time(start)} --> {_time(start + 2)}\n{text}\n")
    return "\n".join(parts)


def _time(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d},{round((seconds - whole) * 1000):03d}"


@dataclass(frozen=True)
class Film:
    """Sentences, and subtitles made of them."""

    sentences: tuple[str, ...]
    content: str
    name: str


@st.composite
def films(draw: st.DrawFn) -> Film:
    """Sentences cut into lines of up to 37 characters and cues of up to two lines, in a well-formed or broken file."""
    sentences = tuple(draw(st.lists(SENTENCES, min_size=1, max_size=8)))
    webvtt = draw(st.booleans())
    point = "." if webvtt else draw(st.sampled_from([",", ",", "."]))
    named = draw(st.booleans())
    blank = draw(st.sampled_from(["\n", "\n", "\n\n"]))
    parts = ["WEBVTT - film\nKind: captions\n\nNOTE Laget i går\nav Åse\n\n"] if webvtt else []
    number = 0
    for sentence in sentences:
        lines = re.findall(r".{1,37}(?:\s|\Z)", sentence)
        for at in range(0, len(lines), 2):
            number += 1
            settings_ = draw(st.sampled_from(["", " align:start position:10%", " X1:40 X2:600"]))
            tag = draw(st.sampled_from(["{}", "<i>{}</i>", '<font color="#fff">{}</font>', "{{\\an8}}{}"]))
            name = f"{number}\n" if named else ""
            times = f"{_time(number * 3)} --> {_time(number * 3 + 3)}".replace(",", point)
            shown = tag.format("\n".join(line.strip() for line in lines[at : at + 2]))
            parts.append(f"{name}{times}{settings_}\n{shown}\n{blank}")
    content = draw(st.sampled_from(["", "\ufeff"])) + "".join(parts)
    if draw(st.booleans()):
        content = content.rstrip("\n")
    if draw(st.booleans()):
        content = content.replace("\n", "\r\n")
    return Film(sentences, content, "film.vtt" if webvtt else "film.srt")


@given(films())
def test_each_sentence_is_read_whole_and_nothing_else_is_text(film: Film) -> None:
    document = read(film.content, film.name)
    assert together(document) == list(film.sentences)
    assert {paragraph.kind for paragraph in document.paragraphs} == {Kind.CUE}


@given(films())
def test_subtitles_are_known_without_their_name(film: Film) -> None:
    source = read(film.content, "film.txt").source
    assert source is not None
    assert source.format == film.name[-3:]


@given(films())
def test_marks_stand_inside_the_texts(film: Film) -> None:
    for paragraph in read(film.content, film.name).paragraphs:
        for mark in paragraph.marks:
            assert 0 <= mark.start < mark.end <= len(paragraph.text)
            assert not paragraph.text[mark.start].isspace()


@given(st.text(alphabet="ab 1\n:,.->{}<i/>\\WEBVTNO\t", max_size=200), st.sampled_from(["a.srt", "a.vtt"]))
def test_no_file_of_subtitles_raises_anything_but_that_it_is_empty(content: str, name: str) -> None:
    for head in ("", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n"):
        try:
            read(head + content, name)
        except NoTextError:
            continue


@given(st.lists(st.text(alphabet="abcå ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=12))
@settings(max_examples=60)
def test_no_letter_is_lost(lines: list[str]) -> None:
    assert " ".join(texts(srt(*lines))).split() == " ".join(lines).split()


@given(st.lists(SENTENCES, min_size=1, max_size=5))
def test_text_beside_the_time_is_text(sentences: list[str]) -> None:
    content = srt(*sentences)
    beside = re.sub(r"(--> \S+)\n", r"\1  ", content)
    assert texts(beside) == texts(content)
    assert texts(re.sub(r"(--> \S+)\n", "\\1  X1:201 X2:516 align:start position:10%\n", content)) == texts(content)


def test_each_cue_is_a_row_with_its_time_and_a_sentence_over_three_of_them_is_read_whole() -> None:
    content = srt("Hun gikk hjem,", "som alle visste,\nover fjellet", "i går.", "Vi ventet.")
    assert rows(content) == ["Hun gikk hjem,", "som alle visste, over fjellet", "i går.", "Vi ventet."]
    assert texts(content) == ["Hun gikk hjem, som alle visste, over fjellet i går.", "Vi ventet."]
    times = [(cue.start, cue.end) for each in read(content).paragraphs if (cue := each.cue) is not None]
    assert times == [(2.5, 4.5), (5.0, 7.0), (7.5, 9.5), (10.0, 12.0)]


def test_a_cue_without_words_parts_what_is_around_it() -> None:
    assert texts(srt("Vi så", "17", "hunder.")) == ["Vi så", "17", "hunder."]


@pytest.mark.parametrize("dash", ["-", "–", "—", "- ", "– "])
def test_each_speaker_has_a_line(dash: str) -> None:
    assert texts(srt(f"{dash}Kommer du?\n{dash}Ja, straks.")) == [f"{dash}Kommer du?\n{dash}Ja, straks."]


def test_signs_and_names_of_speakers_begin_lines_too_but_words_in_capitals_do_not() -> None:
    for two in (">> Kommer du?\n>> Ja.", "MANN 2: Kommer du?\nKARI NORDMANN: Ja.", "KARI: Kommer du,\nPER: Ja."):
        assert texts(srt(two)) == [two]
    assert texts(srt("Han leste i\nNRK: det er")) == ["Han leste i NRK: det er"]
    assert texts(srt("kari: Nei.\nPER: Ja.")) == ["kari: Nei.\nPER: Ja."]


def test_a_dash_inside_a_wrapped_sentence_is_no_speaker() -> None:
    assert texts(srt("Hun kom til slutt\n– men for sent.")) == ["Hun kom til slutt – men for sent."]


def test_a_number_that_is_text_stays() -> None:
    assert texts(srt("Året var\n1905.", "Så kom\n1814")) == ["Året var 1905.", "Så kom 1814"]


def test_a_date_over_two_cues_is_whole() -> None:
    assert texts(srt("Vi reiser den 17.", "mai om morgenen.")) == ["Vi reiser den 17. mai om morgenen."]


def test_three_dots_run_on_only_before_a_small_letter() -> None:
    assert texts(srt("Jeg trodde ...", "... at du var borte.", "Men ...", "Nei.")) == [
        "Jeg trodde ... ... at du var borte.",
        "Men ...",
        "Nei.",
    ]


def test_signs_songs_and_sounds_are_rows_of_their_own() -> None:
    assert texts(srt("Fjellheimen", "[Døra smeller]", "♪ Over fjellet ♪", "Vi gikk hjem.")) == [
        "Fjellheimen",
        "[Døra smeller]",
        "♪ Over fjellet ♪",
        "Vi gikk hjem.",
    ]


def test_what_is_said_stands_below_the_sound() -> None:
    assert texts(srt("[Musikk]\nVelkommen hjem.")) == ["[Musikk]\nVelkommen hjem."]


def test_a_long_pause_ends_a_row() -> None:
    assert texts(srt("og så gikk vi hjem", "over fjellet.", gap=20)) == ["og så gikk vi hjem", "over fjellet."]


def test_captions_without_end_marks_are_read_in_short_stretches() -> None:
    found = texts(srt(*["og så gikk vi hjem over fjellet"] * 3, *(f"mel nummer {n} til kaka" for n in range(300))))
    assert len(found) > 30
    assert max(map(len, found)) < 250


def test_numbers_missing_lines_missing_and_hours_missing_are_read() -> None:
    content = (
        "00:01.000 --> 00:02.500\nHei du.\n00:03.000 --> 00:04.000\nHa det\n\nigjen.\n"
        "3\n00:00:05,000 --> 00:00:06,000\nTakk."
    )
    assert texts(content) == ["Hei du.", "Ha det igjen.", "Takk."]


def test_comments_styles_names_and_settings_of_webvtt_are_no_text() -> None:
    content = (
        "WEBVTT\nLanguage: nb\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE\nHusk dette\n\n"
        "innledning\n00:01.000 --> 00:02.000 line:0\n<v Åse><c.gul>Hei &amp; hå</c>, <00:01.500>du.\n\n"
        "NOTE en til\n\n00:03.000 --> 00:04.000\n<v Per>Ja.</v>\n"
    )
    document = read(content, "film.vtt")
    assert [paragraph.text for paragraph in document.paragraphs] == ["Hei & hå, du.", "Ja."]
    assert document.metadata == {"language": "nb"}
    assert document.source is not None
    assert document.source.left_out == (
        "The number or settings of one subtitle were left out.",
        "4 comments and styles of the subtitles were left out.",
        "4 tags for place, colour, font or voice were left out.",
    )


def test_another_voice_is_another_sentence() -> None:
    content = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Åse>Jeg tror\n\n00:02.000 --> 00:03.000\n<v Per>nei.\n"
    assert texts(content, "film.vtt") == ["Jeg tror", "nei."]


def test_tags_become_marks_over_the_border_of_lines() -> None:
    document = read(srt("<i>Hun gikk\nhjem</i>", "{\\i1}over fjellet.{\\i0} <b>Ja!</b>"))
    marked = [(each.text[mark.start : mark.end], mark.kind) for each in document.paragraphs for mark in each.marks]
    assert marked == [
        ("Hun gikk hjem", MarkKind.EMPHASIS),
        ("over fjellet.", MarkKind.EMPHASIS),
        ("Ja!", MarkKind.STRONG),
    ]


def test_what_only_looks_like_a_tag_stays() -> None:
    assert texts(srt("Skriv <navn> her, og 3 < 4 {nesten} & litt.")) == ["Skriv <navn> her, og 3 < 4 {nesten} & litt."]


def test_captions_that_roll_up_are_read_once() -> None:
    lines = [f"linje {n} av teksten" for n in range(8)]
    rolled = srt(lines[0], *(f"{a}\n{b}" for a, b in pairwise(lines)), gap=0)
    assert " ".join(texts(rolled)).split() == " ".join(lines).split()


def test_lines_that_come_again_after_a_pause_are_no_rolling_captions() -> None:
    lines = [f"Linje {n} av teksten." for n in range(8)]
    assert " ".join(texts(srt(*(f"{a}\n{b}" for a, b in pairwise(lines)), gap=1))).count("Linje") == 14


def test_signs_of_html_are_read_in_webvtt_and_stay_in_subrip() -> None:
    cue = "00:00:01.000 --> 00:00:02.000\nMel &amp; vann.\n"
    assert texts(cue) == ["Mel &amp; vann."]
    assert texts(f"WEBVTT\n\n{cue}", "film.vtt") == ["Mel & vann."]


def test_what_is_said_twice_is_read_twice() -> None:
    assert texts(srt("Nei.", "Nei.", "Jo, du.", "Gå hjem.", "Ja.")) == ["Nei.", "Nei.", "Jo, du.", "Gå hjem.", "Ja."]


def test_five_thousand_cues_make_as_many_rows(tmp_path: Path) -> None:
    path = tmp_path / "lang.SRT"
    path.write_text(srt(*(f"Åse bar {n} sekker." for n in range(5000))), "utf-8")
    assert len(read_document(path).paragraphs) == 5000


def test_one_cue_without_end_is_read_in_linear_time() -> None:
    assert len(read(srt("ord " * 200_000)).paragraphs) == 1
    assert read("1\n" * 100_000 + srt("Hei.")).paragraphs
    assert read(srt(")" * 200_000 + " ord")).paragraphs


@pytest.mark.parametrize("content", ["WEBVTT", "WEBVTT\n\nNOTE tom\n", "1\n00:00:01,000 --> 00:00:02,000\n\n"])
def test_a_file_without_text_is_empty(content: str) -> None:
    with pytest.raises(NoTextError):
        read(content, "film.vtt" if content.startswith("W") else "film.srt")


def test_the_information_names_the_format() -> None:
    assert format_name(document_facts(read(srt("Hei."))).source.format) == "SubRip subtitles"
    assert format_name("vtt") == "WebVTT subtitles"


def test_a_short_clause_is_no_sign() -> None:
    assert texts(srt("Vi ventet på møte", "med kusinen", "Åse.")) == ["Vi ventet på møte med kusinen Åse."]
    assert texts(srt("Jo, så", "Åse på fjellet.", "Fjellheimen", "Vi gikk hjem.")) == [
        "Jo, så Åse på fjellet.",
        "Fjellheimen",
        "Vi gikk hjem.",
    ]


def test_a_dash_on_both_sides_of_a_border_is_one_sentence() -> None:
    assert texts(srt("Hun kom –", "– men for sent.")) == ["Hun kom – – men for sent."]


def test_a_sign_for_a_line_break_is_one() -> None:
    assert texts(srt(r"Hun kom\Ntil slutt.")) == ["Hun kom til slutt."]
