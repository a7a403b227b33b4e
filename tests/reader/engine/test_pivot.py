import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli import main
from reader.engine import Beginning, Engines, LinkingTranslator
from reader.engine.pivot import Pivot, composed
from reader.errors import NoPackageError
from reader.packages import LanguagePackage, Packages, find_packages
from reader.parallel import Hypothesis, not_cancelled
from reader.paths import STARTER_PACKAGES
from reader.text import Link


def package(source: str, target: str) -> LanguagePackage:
    return LanguagePackage(Path(f"{source}_{target}"), source, target, "1.0", starter=False)


class Wrapping:
    """Puts each sentence between two signs, and links it to itself."""

    def __init__(self, sign: str, *warnings: str) -> None:
        self.sign, self.warned = sign, warnings
        self.cancelled: Callable[[], bool] = not_cancelled

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        self.cancelled = cancelled
        return [
            Hypothesis(f"{self.sign}{s}{self.sign}" if s != "-" else "", -1.0, _whole(s), self.warned)
            for s in sentences
        ]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        return [((0, len(source), 0, len(target), 0.5),) for source, target in pairs]

    def variants(self, sentence: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled) -> list[Hypothesis]:
        return self.translate([sentence, f"{sentence}!"])[:count]

    def words_at(
        self, sentence: str, beginning: Beginning, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[str]:
        return [f"{beginning.text}{sentence}"]

    def continued(
        self, sentence: str, beginnings: Sequence[Beginning], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        return [Hypothesis(f"{each.text}{sentence}", -1.0, _whole(sentence)) for each in beginnings]

    def near(
        self, sentence: str, wanted: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        return [Hypothesis(f"{wanted}{sentence}", -1.0, _whole(sentence))]


def _whole(sentence: str) -> tuple[Link, ...]:
    return ((0, len(sentence), 1, len(sentence) + 1, 0.5),)


def test_alternatives_are_those_of_what_the_sentence_is_in_the_pivot_language() -> None:
    pivot, beginning = Pivot(Wrapping("*"), Wrapping("+")), Beginning.typed("Ja ")
    assert [(each.text, each.score) for each in pivot.variants("hei", 2)] == [("+*hei*+", -2.0), ("+*hei*!+", -2.0)]
    assert pivot.words_at("hei", beginning, 5) == ["Ja *hei*"]
    [found] = pivot.continued("hei", [beginning])
    assert (found.text, found.links) == ("Ja *hei*", ((0, 3, 1, 6, 0.25),))
    assert (
        not pivot.variants("-", 2) and not pivot.words_at("-", beginning, 5) and not pivot.continued("-", [beginning])
    )


def test_both_ways_can_be_cancelled() -> None:
    first, second = Wrapping("*"), Wrapping("+")

    def cancelled() -> bool:
        return False

    Pivot(first, second).translate(["hei"], cancelled=cancelled)
    assert first.cancelled is second.cancelled is cancelled


@pytest.mark.parametrize(
    ("source", "target", "route"),
    [
        ("nb", "en", ["nb_en"]),
        ("nb", "de", ["nb_en", "en_de"]),
        ("de", "sv", ["de_en", "en_sv"]),
        ("nb", "fr", ["nb_fr"]),
        ("sv", "fr", ["sv_nb", "nb_fr"]),
    ],
)
def test_the_shortest_way_through_the_packages_is_taken(source: str, target: str, route: list[str]) -> None:
    pairs = ["nb_en", "en_nb", "en_de", "de_en", "en_sv", "sv_nb", "nb_fr"]
    packages = Packages(tuple(package(*pair.split("_")) for pair in pairs))
    assert [str(p.path) for p in packages.route(source, target)] == route


@pytest.mark.parametrize(("source", "target"), [("en", "fi"), ("fi", "en"), ("nb", "nb")])
def test_a_pair_that_nothing_connects_is_an_error(source: str, target: str) -> None:
    with pytest.raises(NoPackageError):
        Packages((package("nb", "en"), package("en", "nb"))).route(source, target)


def test_the_second_engine_translates_what_the_first_gives() -> None:
    [hypothesis] = Pivot(Wrapping("*"), Wrapping("+")).translate(["hei"])
    assert hypothesis.text == "+*hei*+"
    assert hypothesis.score == -2.0


def test_the_sentence_is_compared_with_its_last_translation_whatever_was_wrong_between() -> None:
    [right] = Pivot(Wrapping("*", "number"), Wrapping("+", "long")).translate(["hei"])
    assert right.warnings == ()
    [wrong] = Pivot(Wrapping("*"), Wrapping(" 7 ")).translate(["hei"])
    assert wrong.warnings == ("number",)


def test_a_sentence_the_first_engine_says_nothing_of_stays_empty_and_shifts_no_other() -> None:
    results = Pivot(Wrapping("*"), Wrapping("+")).translate(["en", "-", "to"])
    assert [hypothesis.text for hypothesis in results] == ["+*en*+", "", "+*to*+"]


def test_given_translations_are_linked_through_the_language_in_between() -> None:
    assert Pivot(Wrapping("*"), Wrapping("+")).align([("hei", "x y")]) == [((0, 3, 0, 3, 0.25),)]


def test_links_are_followed_through_the_words_in_between() -> None:
    first = ((0, 3, 0, 2, 0.8), (4, 7, 3, 6, 0.5))
    second = ((0, 2, 5, 9, 0.5), (3, 6, 0, 4, 1.0), (3, 6, 5, 9, 0.5))
    assert composed(first, second) == ((0, 3, 5, 9, 0.4), (4, 7, 0, 4, 0.5), (4, 7, 5, 9, 0.25))


COLD = "Det var −12,5 °C i hagen, og 10 000 kr til 2,5 hunder."


def through(*languages: str) -> LinkingTranslator:
    """The made pair's models in a row, as if they were of other languages; they copy figures."""
    made = [find_packages().choose("nb", "en"), find_packages().choose("en", "nb")]
    legs = zip(made * len(languages), languages, languages[1:], strict=False)
    return Engines().get([replace(each, source=source, target=target) for each, source, target in legs])


@pytest.mark.parametrize("way", [("nb", "en", "sv"), ("nb", "en", "sv", "da")])
def test_numbers_on_the_way_to_a_third_language_are_not_written_as_in_english(way: tuple[str, ...]) -> None:
    [hypothesis] = through(*way).translate([COLD])
    assert all(number in hypothesis.text for number in ("−12,5 °C", "10 000 kr", "2,5"))


def test_numbers_from_a_third_language_are_not_read_as_english_ones() -> None:
    [hypothesis] = through("sv", "en", "nb").translate(["Hunden er 1,500 kg."])
    assert "1,500 kg" in hypothesis.text


@pytest.mark.parametrize("way", [("nb", "sv", "en"), ("nb", "sv", "da", "en")])
def test_between_norwegian_and_english_numbers_are_written_once_over_the_whole_way(way: tuple[str, ...]) -> None:
    [hypothesis] = through(*way).translate([COLD])
    assert all(number in hypothesis.text for number in ("−12.5 °C", "NOK 10,000", "2.5"))


def test_links_go_to_the_words_of_a_translation_whose_numbers_were_rewritten() -> None:
    sentence = "Det er 10 000 kr."
    [hypothesis] = Pivot(Wrapping("*"), Wrapping("+"), ("nb", "en")).translate([sentence])
    assert hypothesis.text == "+*Det er NOK 10,000.*+"
    assert hypothesis.links == ((0, len(sentence), 0, len(hypothesis.text), 0.25),)


def test_an_engine_used_on_the_way_to_a_third_language_still_writes_numbers_by_itself() -> None:
    engines, package = Engines(), find_packages().choose("nb", "en")
    alone = engines.get([package]).translate([COLD])
    engines.get([package, replace(find_packages().choose("en", "nb"), target="sv")]).translate([COLD])
    assert engines.get([package]).translate([COLD]) == alone
    assert "−12.5 °C" in alone[0].text


def test_two_real_packages_in_a_row_translate_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The starter pair with a made-up third language: from English by way of Bokmål to "English"."""
    from argostranslate import settings

    folder = tmp_path / "packages" / "translate-nb_xx"
    shutil.copytree(next(STARTER_PACKAGES.glob("translate-nb_en-*")), folder)
    metadata = json.loads((folder / "metadata.json").read_text("utf-8")) | {"to_code": "xx"}
    (folder / "metadata.json").write_text(json.dumps(metadata))
    monkeypatch.setattr(settings, "package_data_dir", folder.parent)
    source, target = tmp_path / "a.txt", tmp_path / "b.json"
    source.write_text("She lives in a small house. This is a cat.", "utf-8")
    assert main(["translate", str(source), "--from", "en", "--to", "xx", "-o", str(target)]) == 0
    data = json.loads(target.read_text("utf-8"))
    assert data["package"]["name"] == "translate-en_nb+translate-nb_xx"
    [paragraph] = data["paragraphs"]
    assert paragraph["state"] == "done"
    assert len(paragraph["sentences"]) == 2
