"""Which languages a TMX file has, and which of them its units call the source."""

from pathlib import Path

import pytest

from reader.errors import DocumentError
from reader.memory import languages_of_tmx

SILENT = "*all*"


def tmx(*units: str, source: str = SILENT) -> str:
    header = f'<header srclang="{source}" segtype="sentence"/>' if source else ""
    return f'<!DOCTYPE tmx SYSTEM "x.dtd"><tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>'


def unit(*codes: str, source: str = "") -> str:
    says = f' srclang="{source}"' if source else ""
    variants = (f'<tuv xml:lang="{code}"><seg>Hei.</seg></tuv>' for code in codes)
    return f"<tu{says}>{''.join(variants)}</tu>"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "minne.tmx"


def test_the_languages_are_told_with_the_commonest_first(file: Path) -> None:
    file.write_text(tmx(unit("sv", "nb-NO"), unit("en-GB", "no"), unit("nn", "NO", "en"), source="nb-NO"))
    found = languages_of_tmx(file)
    assert found.codes[:2] == ("nb", "en") and set(found.codes) == {"nb", "en", "sv", "nn"}


@pytest.mark.parametrize(
    ("units", "source", "directions"),
    [
        ([unit("nb", "en")], "nb-NO", [("nb", "en")]),
        ([unit("nb", "en")], "en-US", [("en", "nb")]),
        ([unit("nb", "en", source="en")], "nb-NO", [("en", "nb")]),
        ([unit("nb", "en")], SILENT, [("nb", "en"), ("en", "nb")]),
        ([unit("nb", "en")], "", [("nb", "en"), ("en", "nb")]),
        ([unit("nb", "en", "de")], "de", [("nb", "en"), ("en", "nb")]),
        ([unit("nb", "en"), unit("nb", "en", source="en")], "nb", [("nb", "en"), ("en", "nb")]),
    ],
)
def test_the_directions_are_those_that_the_units_say(
    units: list[str], source: str, directions: list[tuple[str, str]], file: Path
) -> None:
    file.write_text(tmx(*units, source=source))
    found = languages_of_tmx(file)
    assert found.pair() == ("nb", "en")
    assert sorted(found.directions(("nb", "en"))) == sorted(directions)


@pytest.mark.parametrize("others", [("en",), ("sv", "de"), ("nn", "en")])
def test_units_without_one_of_the_two_languages_say_nothing_about_the_direction(
    others: tuple[str, ...], file: Path
) -> None:
    file.write_text(tmx(unit("nb", "en"), unit(*others), source="nb"))
    assert languages_of_tmx(file).directions(("en", "nb")) == (("nb", "en"),)


def test_a_language_is_known_by_its_name_too(file: Path) -> None:
    file.write_text(tmx(unit("Norwegian (Bokmål)", "0x0809"), source="Norwegian (Bokmål)"))
    found = languages_of_tmx(file)
    assert (set(found.codes), found.unknown) == ({"nb", "en"}, ())
    assert found.directions(("nb", "en")) == (("nb", "en"),)


def test_what_is_no_known_language_is_none_of_the_file_unless_it_is_told_which_it_is(file: Path) -> None:
    file.write_text(tmx(unit("Kildespråk", "en"), unit("en", "nb")))
    found = languages_of_tmx(file)
    assert (found.codes, found.unknown) == (("en", "nb"), ("Kildespråk",))
    found = languages_of_tmx(file, named={"Kildespråk": "sv"})
    assert (set(found.codes), found.unknown) == ({"en", "nb", "sv"}, ())


def test_a_file_is_mixed_only_if_units_say_different_things(file: Path) -> None:
    file.write_text(tmx(unit("nb", "en"), unit("nb", "en", source="en"), source="nb"))
    assert languages_of_tmx(file).is_mixed(("nb", "en"))
    file.write_text(tmx(unit("nb", "en"), source=SILENT))
    assert not languages_of_tmx(file).is_mixed(("nb", "en"))


@pytest.mark.parametrize(
    ("codes", "known", "pair"),
    [
        (("sv", "nb", "de", "en"), (), ("nb", "en")),
        (("sv", "de"), (), ("sv", "de")),
        (("sv", "de", "nb"), (), None),
        (("nb",), (), None),
        (("sv", "nb", "de", "en"), ("en", ""), ("en", "nb")),
        (("sv", "nb", "de", "en"), ("", "nb"), ("en", "nb")),
        (("sv", "nb", "de", "en"), ("sv", ""), None),
        (("sv", "nb"), ("sv", ""), ("sv", "nb")),
        (("sv", "nb"), ("", "sv"), ("nb", "sv")),
        (("sv", "nb"), ("de", "fr"), ("de", "fr")),
    ],
)
def test_a_pair_is_named_only_if_there_is_no_doubt(
    codes: tuple[str, ...], known: tuple[str, ...], pair: tuple[str, str] | None, file: Path
) -> None:
    file.write_text(tmx(unit(*codes)))
    assert languages_of_tmx(file).pair(*known) == pair


def test_of_several_files_those_that_cannot_be_read_are_passed_over(file: Path, tmp_path: Path) -> None:
    file.write_text(tmx(unit("nb", "en")))
    assert languages_of_tmx(tmp_path / "borte.tmx", file).codes == ("nb", "en")
    with pytest.raises(DocumentError, match="no such file"):
        languages_of_tmx(tmp_path / "borte.tmx")


def test_a_large_file_is_not_read_to_its_end(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.memory.tmx_languages._MOST_UNITS", 10)
    file.write_text(tmx(unit("nb", "en") * 5000).replace("</body>", "<broken"))
    assert languages_of_tmx(file).codes == ("nb", "en")
