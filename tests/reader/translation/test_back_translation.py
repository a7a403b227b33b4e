from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from reader.engine import Engines, LinkingTranslator
from reader.errors import NoPackageError, PackageError
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages, find_packages
from reader.parallel import (
    Column,
    ParallelText,
    Row,
    RowTranslatedBack,
    SentencePair,
    State,
    edited,
    initial_row,
    not_cancelled,
    user_edit,
)
from reader.text import Cue, CueRun, Document, Kind, Paragraph
from reader.translation import Pipeline
from reader.translation.back_translation import back_translations
from tests.fake_translator import FakeTranslator
from tests.versions import with_texts

INSTALLED = Packages(
    tuple(LanguagePackage(Path(f"{a}_{b}"), a, b, "1.0", starter=False) for a, b in (("nb", "en"), ("en", "nb")))
)
BACK = INSTALLED.usable[1].identity


class FakeEngines(Engines):
    """Gives the fake translator instead of loading a model."""

    def __init__(self, translator: FakeTranslator) -> None:
        super().__init__()
        self.translator, self.asked_for = translator, 0

    def get(
        self, packages: Sequence[LanguagePackage], cancelled: Callable[[], bool] = lambda: False
    ) -> LinkingTranslator:
        self.asked_for += 1
        assert [p.name for p in packages] == ["translate-en_nb"]
        return self.translator  # type: ignore[return-value]


@pytest.fixture
def engines(translator: FakeTranslator) -> FakeEngines:
    return FakeEngines(translator)


def done(source: str, target: str) -> Row:
    pairs = (SentencePair((0, len(source)), (0, len(target)), -0.5),)
    return Row(Paragraph(source), target, State.DONE, pairs)


def parallel(*rows: Row) -> ParallelText:
    document = Document("t", tuple(row.source for row in rows), None, "nb", True)
    return ParallelText(document, "nb", "en", (), list(rows))


def added(
    text: ParallelText,
    installed: Packages,
    engines: Engines,
    memory: Memory,
    cancelled: Callable[[], bool] = not_cancelled,
) -> Iterator[RowTranslatedBack]:
    """The back-translations, applied to the text as they come."""
    for event in back_translations(text, installed, engines, memory, cancelled):
        text.apply(event)
        yield event


def test_the_model_on_the_way_back_can_be_cancelled(engines: FakeEngines) -> None:
    def cancelled() -> bool:
        return False

    list(back_translations(parallel(done("Hei.", "Hello.")), INSTALLED, engines, Memory(None), cancelled))
    assert engines.translator.cancelled is cancelled


def test_finished_rows_get_their_translation_back_and_no_others(engines: FakeEngines) -> None:
    rows = [
        done("Hei. Ja.", "Hello. Yes."),
        initial_row(Paragraph("", Kind.RULE)),
        initial_row(Paragraph("Venter.")),
        Row(Paragraph("Gikk galt."), state=State.FAILED, reason="Nei."),
        with_texts(done("Nei.", "No."), back="nei."),
        done("Borte.", ""),
    ]
    text = parallel(*rows)
    finished = list(added(text, INSTALLED, engines, Memory(None)))
    assert [each.index for each in finished] == [0]
    assert [row.back for row in text.rows] == ["HELLO. YES.", "", "", "", "nei.", ""]
    assert [row.without_version(Column.BACK) for row in text.rows] == [row.without_version(Column.BACK) for row in rows]
    pairs = [(p.source, p.target) for p in finished[0].sentences]
    assert pairs == [((0, 6), (0, 6)), ((7, 11), (7, 11))]


def test_a_row_that_fails_is_told_and_the_rest_goes_on(engines: FakeEngines) -> None:
    engines.translator.fails_on = "two"
    text = parallel(done("En.", "One."), done("To.", "two."), done("Tre.", "Three."))
    reasons = {each.index: each.reason for each in added(text, INSTALLED, engines, Memory(None))}
    assert reasons == {0: "", 1: "The language model could not translate this text.", 2: ""}
    assert [row.back for row in text.rows] == ["ONE.", "", "THREE."]
    assert text.rows[1].state is State.DONE


def test_what_was_translated_back_is_remembered_and_then_no_model_is_loaded(
    engines: FakeEngines, tmp_path: Path
) -> None:
    with closing(Memory(tmp_path / "memory.db")) as memory:
        list(added(parallel(done("Hei.", "Hello.")), INSTALLED, engines, memory))
        assert memory.lookup(BACK, ["Hello."])["Hello."].text == "HELLO."
        again = parallel(done("Hei.", "Hello."))
        other = FakeEngines(FakeTranslator())
        list(added(again, INSTALLED, other, memory))
    assert (again.rows[0].back, other.asked_for) == ("HELLO.", 0)


def test_the_users_edits_are_not_what_the_machine_says(engines: FakeEngines, tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.db")) as memory:
        memory.keep_edits("en", "nb", {"Hello.": user_edit("Hello.", "Hallo.")})
        [finished] = back_translations(parallel(done("Hei.", "Hello.")), INSTALLED, engines, memory)
    assert finished.back == "HELLO."


def test_an_edit_meanwhile_is_not_given_the_old_edits_back_translation(engines: FakeEngines) -> None:
    text = parallel(done("Hei.", "Hello."), done("Ja.", "Yes."))
    work = added(text, INSTALLED, engines, Memory(None))
    next(work)
    text.rows[1], _ = edited(text.rows[1], 0, "Aye.")
    list(work)
    assert [(row.target, row.back) for row in text.rows] == [("Hello.", "HELLO."), ("Aye.", "")]
    list(added(text, INSTALLED, engines, Memory(None)))
    assert text.rows[1].back == "AYE."


def test_cancelling_ends_before_the_next_batch(engines: FakeEngines) -> None:
    text = parallel(done("Hei.", "Hello."))
    assert list(added(text, INSTALLED, engines, Memory(None), lambda: True)) == []
    assert engines.translator.asked == []


def test_without_a_package_for_the_way_back_it_is_said(engines: FakeEngines) -> None:
    one_way = Packages(INSTALLED.usable[:1])
    with pytest.raises(NoPackageError, match="English to Norwegian Bokmål"):
        next(added(parallel(done("Hei.", "Hello.")), one_way, engines, Memory(None)))


class OneDoesNotWork(Engines):
    """Finds out that a package does not work when it is loaded."""

    def __init__(self, bad: LanguagePackage, translator: FakeTranslator) -> None:
        super().__init__()
        self.bad, self.translator, self.found = bad, translator, False

    def usable(self, installed: Packages) -> Packages:
        return installed.without(self.bad, "it does not work") if self.found else installed

    def get(
        self, packages: Sequence[LanguagePackage], cancelled: Callable[[], bool] = lambda: False
    ) -> LinkingTranslator:
        if self.bad in packages:
            self.found = True
            raise PackageError("The package {package} does not work. Install it again.", package=self.bad.name)
        return self.translator  # type: ignore[return-value]


def test_where_the_package_for_the_way_back_does_not_work_the_next_one_serves(translator: FakeTranslator) -> None:
    newer = LanguagePackage(Path("newer"), "en", "nb", "2.0", starter=False)
    text = parallel(done("Hei.", "Hello."), done("Ja.", "Yes."))
    engines = OneDoesNotWork(newer, translator)
    found = list(added(text, Packages((*INSTALLED.usable, newer)), engines, Memory(None)))
    assert [(each.index, each.back) for each in found] == [(0, "HELLO."), (1, "YES.")]


def test_where_no_package_for_the_way_back_works_it_is_said(translator: FakeTranslator) -> None:
    engines = OneDoesNotWork(INSTALLED.usable[1], translator)
    with pytest.raises(PackageError, match="English to Norwegian Bokmål"):
        list(added(parallel(done("Hei.", "Hello.")), INSTALLED, engines, Memory(None)))


@pytest.mark.usefixtures("shipped_pair")
def test_the_real_packages_go_there_and_back() -> None:
    text = parallel(done("Dette er en katt.", "This is a cat."))
    list(added(text, find_packages(), Engines(), Memory(None)))
    assert text.rows[0].back == "Dette er en katt."


def test_what_is_shown_in_passing_is_not_stored(engines: FakeEngines, tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        pipeline = Pipeline(INSTALLED, engines, memory)
        assert pipeline.translate_sentence_back("Hello.", ("nb", "en")) and engines.asked_for
        assert memory.lookup(BACK, ["Hello."]) == {}


def test_cues_are_translated_back_together_and_alone_where_one_of_them_has_no_words(
    engines: FakeEngines, translator: FakeTranslator
) -> None:
    run = CueRun("Hun gikk hjem", (0, 9))
    paragraphs = [Paragraph(run.text[slice(*run.span(n))], Kind.CUE, cue=Cue(n, n + 1, run, n)) for n in (0, 1)]

    def asked(*targets: str) -> list[str]:
        translator.asked.clear()
        rows = [Row(each, target, State.DONE) for each, target in zip(paragraphs, targets, strict=True)]
        backs = list(back_translations(parallel(*rows), INSTALLED, engines, Memory(None)))
        assert [event.back for event in backs] == [target.upper() for target in targets if target != "…"]
        return [sentence for batch in translator.asked for sentence in batch]

    assert asked("She went", "home") == ["She went home"]
    assert asked("She went", "…") == ["She went"]
