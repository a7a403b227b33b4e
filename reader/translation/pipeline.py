"""The one pipeline for translating a document, used by the window, the export of several files and the command line.

Rows are recalled, translated, linked and translated back; each result is an event for `ParallelText.apply`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader import log
from reader.engine import Engines, opposite
from reader.errors import CancelledError, PackageError, TranslationError
from reader.late_dataclasses import dataclass
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages, identity_of
from reader.parallel import (
    Event,
    Hypothesis,
    PackagesChosen,
    ParallelText,
    Row,
    RowTranslated,
    RowTranslatedBack,
    State,
    VersionLinked,
    VersionMade,
    initial_row,
    judged,
    part_of,
)
from reader.text import is_numbered, paragraph_asked_as
from reader.translation import suggesting
from reader.translation.assess import assess
from reader.translation.back_translation import back_translations, through_back
from reader.translation.by_package import translations_by
from reader.translation.forward import recall, translate
from reader.translation.given import given_sentences
from reader.translation.languages import leaving
from reader.translation.reference_words import link_reference
from reader.translation.relink import relink, relink_edit, unlinked
from reader.translation.sentences import whole_with
from reader.translation.stages import Advance, PackageSubstituted, Stage, StageStarted

if TYPE_CHECKING:
    from reader.engine import Engine, LinkingTranslator
    from reader.quality import Alternative, Asked, Assessments, Measured, NotJudged, RowAssessed, ToJudge

    _Both = tuple[Engine, Engine | None] | None


def nowhere() -> range:
    """The rows on screen when there is no screen."""
    return range(0)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Translates documents with the installed packages, the models loaded from them, and the memory.

    Attributes:
        installed: the packages to choose from.
        engines: the models loaded so far.
        memory: where sentences are looked up and stored.
        cancelled: called often, also from other threads; True ends the work.
    """

    installed: Packages
    engines: Engines
    memory: Memory
    cancelled: Callable[[], bool] = lambda: False

    def run(
        self,
        text: ParallelText,
        *,
        recalled: bool = False,
        links: bool = False,
        back: bool = False,
        view: Callable[[], range] = nowhere,
    ) -> Iterator[Event | StageStarted | PackageSubstituted]:
        """Translate what is missing in `text`, apply each event to it, and yield the event.

        No model is loaded if the memory has every sentence.

        Args:
            text: gets its packages and its rows. If it is on screen, pass a snapshot and apply the events yourself.
            recalled: whether `text` already has what is in the memory.
            links: whether words are linked in both directions, which takes half as long as the translation;
                what was left unlinked before is always linked, since bold and italic are placed by word links.
            back: whether the translation is translated back.
            view: called before each batch; gives the rows on screen, which go first.

        Raises:
            NoPackageError: no packages translate between the two languages, or back.
            PackageError: none of them can be loaded.
        """
        with suppress(CancelledError):
            for event in self._steps(text, recalled, links, back, view):
                if isinstance(event, Event):
                    text.apply(event)
                yield event

    def _steps(
        self, text: ParallelText, recalled: bool, links: bool, back: bool, view: Callable[[], range]
    ) -> Iterator[Event | StageStarted | PackageSubstituted]:
        if not recalled:
            yield from self._recall(text)
        to_link = {index for index, _ in unlinked(text.rows)}
        outstanding = text.outstanding()
        unfinished = len(outstanding)
        if unfinished:
            for event in self._translate(text, unfinished, links, view):
                unfinished -= isinstance(event, RowTranslated)
                yield event
        if unfinished:  # a pause ends the work even if it has been withdrawn by now
            return
        if links:
            to_link.update(outstanding)
        if not self.cancelled():
            rows = [(i, text.rows[i]) for i in sorted(to_link) if text.rows[i].state is State.DONE]
            yield StageStarted(Stage.LINKING, len(rows))
            yield from self._link(text.packages, rows)
        if back and not self.cancelled():
            yield from self.translate_back(text, view)

    def _recall(self, text: ParallelText) -> Iterator[Event]:
        packages = self.installed.route(text.source_language, text.target_language)
        yield PackagesChosen(packages)
        source, target = text.source_language, text.target_language
        given = given_sentences(text.document, source, target)
        identity = identity_of(packages)
        yield from recall(text.rows, source, self.memory, identity, target, leave=leaving(text), given=given)

    def _translate(
        self, text: ParallelText, total: int, links: bool, view: Callable[[], range]
    ) -> Iterator[Event | StageStarted | PackageSubstituted]:
        source, target = text.source_language, text.target_language
        packages, engine, problem = self.engines.load(self.installed, source, target, self.cancelled)
        yield PackagesChosen(packages)
        if problem is not None:
            yield PackageSubstituted(problem)
        yield StageStarted(Stage.TRANSLATING, total)
        yield from translate(
            list(text.rows),
            source,
            engine,
            view=view,
            cancelled=self.cancelled,
            memory=self.memory,
            package=identity_of(packages),
            linking=not links or opposite(packages, self.installed) is None,
            target=target,
            leave=leaving(text),
            given=given_sentences(text.document, source, target),
        )

    def _link(self, packages: Sequence[LanguagePackage], rows: Sequence[tuple[int, Row]]) -> Iterator[Event]:
        both = self._loaded(self.engines.for_links, packages) if rows else None
        if both is not None:
            identity = identity_of(packages)
            yield from relink(rows, *both, cancelled=self.cancelled, memory=self.memory, package=identity)

    def _loaded(self, load: "Callable[..., _Both]", packages: Sequence[LanguagePackage]) -> "_Both":
        """What `load` of `Engines` gives, but None if no package works: what it is for can be done without."""
        try:
            return load(packages, self.installed, self.cancelled)
        except PackageError as error:
            log.caught(error, "loading what links words or judges translations")
            return None

    def translate_back(
        self, text: ParallelText, view: Callable[[], range] = nowhere, *, linking: bool = False
    ) -> Iterator[StageStarted | RowTranslatedBack]:
        """Translate back the finished rows of `text` that have no back-translation; `text` is not changed.

        With `linking`, the words of the back-translations are linked to those of the translation.

        Raises:
            NoPackageError: no packages translate back.
            PackageError: none of them can be loaded.
        """
        yield StageStarted(Stage.TRANSLATING_BACK, len(text.rows_without_back_translation()))
        yield from back_translations(
            text, self.installed, self.engines, self.memory, self.cancelled, view=view, linking=linking
        )

    def translate_by(
        self, package: LanguagePackage, text: ParallelText, column: int, view: Callable[[], range] = nowhere
    ) -> Iterator[VersionMade]:
        """What another package makes of the rows of `text`, to stand in a column; see `translations_by`."""
        yield from translations_by(package, text, column, self.engines, self.memory, self.cancelled, view=view)

    def link_reference(self, text: ParallelText, rows: Sequence[int]) -> Iterator[VersionLinked]:
        """Link the words of rows of `text`, which is not changed, with the reference translation beside them.

        Without packages that link words, and for several by way of other languages, there is nothing.
        """
        packages = text.packages or self.installed.route(text.source_language, text.target_language)
        both = self._loaded(self.engines.for_links, packages)
        if both is not None:
            yield from link_reference(((i, text.rows[i]) for i in rows), *both, cancelled=self.cancelled)

    def judges(self, packages: Sequence[LanguagePackage]) -> tuple[str, ...]:
        """The identities of what `assess` judges by: the package, then that of the opposite direction, if any."""
        backward = opposite(packages, self.installed)
        return identity_of(packages), *((identity_of([backward]),) if backward is not None else ())

    def assess(
        self,
        text: ParallelText,
        known: "Assessments",
        waiting: "ToJudge | None" = None,
        *,
        view: Callable[[], range] = nowhere,
        enough: Callable[[], bool] = lambda: False,
        measuring: Callable[[int, int], object] = lambda done, total: None,
    ) -> "Iterator[Measured | RowAssessed | NotJudged]":
        """Judge the machine-translated sentences of `text` that `known` lacks; what is yielded is to be added to it.

        The first time for a package, that is calibrated. Judging takes about half as long as translating. What cannot
        be judged is told, and no error: estimates are optional.

        Args:
            text: not changed.
            known: of the packages that `text` has now; not changed.
            waiting: what `known` lacks; what is judged is taken out of it. None: all that.
            view: called before each batch; gives the rows on screen, which go first.
            enough: called after each batch; True leaves the rest for later.
            measuring: called while a package is calibrated, with how many sentences have been measured, of how many.
        """
        from reader.quality import NotJudged, ToJudge, assessor_for, has_pairs

        if waiting is None:
            waiting = ToJudge()
            waiting.look_at(enumerate(text.rows), known)
        if not waiting:
            return
        if not has_pairs(text.source_language, text.target_language):
            yield NotJudged.LANGUAGES
        elif len(text.packages) != 1:
            yield NotJudged.SEVERAL
        else:
            with suppress(CancelledError):
                both = self._loaded(self.engines.both, text.packages)
                assessor = assessor_for(*both, self.cancelled, measuring) if both is not None else None
                if assessor is None:
                    yield NotJudged.PACKAGE if both is None else NotJudged.UNRELIABLE
                else:
                    yield from assess(
                        text, known, waiting, assessor, view=view, cancelled=self.cancelled, enough=enough
                    )

    def translate_sentence_back(self, translation: str, languages: tuple[str, str]) -> str:
        """What the translation of a sentence says, translated back, as `translate_back` does it; "" if cancelled.

        Args:
            translation: as it is asked for.
            languages: codes of the sentence's and of the translation's.

        Raises:
            NoPackageError: no packages translate back.
            PackageError: none of them can be used.
            TranslationError: it cannot be translated.
        """
        target, back = {0: paragraph_asked_as(translation)}, ""
        way = languages[1], languages[0]
        # Not stored: what was shown in passing would outlast the edit that it was made of, and forgetting it.
        for event in through_back(target, way, self.installed, self.engines, self.memory, self.cancelled, keep=False):
            if event.reason:
                raise TranslationError.of(event.reason)
            back = event.back
        return back

    # One sentence

    def link_edit(self, text: ParallelText, sentence: str, edit: Hypothesis) -> Hypothesis:
        """The user's edit of a sentence of `text` with its words linked again, as far as a model can.

        Raises:
            NoPackageError, PackageError, TranslationError: no model can link them.
            CancelledError: `cancelled` returned True.
        """
        packages = text.packages or self.installed.route(text.source_language, text.target_language)
        both = self.engines.for_links(packages, self.installed, self.cancelled)
        engine = self.engines.get(packages, self.cancelled)
        return relink_edit(sentence, edit, engine, both[1] if both is not None else None)

    def translate_sentence(self, text: ParallelText, sentence: str, *, remember: bool = True) -> Hypothesis | None:
        """The machine translation of a sentence of `text`, by the packages used now; None if cancelled.

        For a sentence whose translation comes with the document it is that one.

        Args:
            text: gives the two languages.
            sentence: a source sentence of it, as it is asked for.
            remember: whether it is looked up in the memory and stored there.

        Raises:
            NoPackageError, PackageError, TranslationError: it cannot be translated.
        """
        given = given_sentences(text.document, text.source_language, text.target_language).get(sentence)
        if given is not None:
            return replace(self.link_edit(text, sentence, given), linked=True)
        whole = whole_with(text.document.paragraphs, sentence, text.source_language)
        found = self._translated(text, whole.text if whole is not None else sentence, remember=remember)
        if found is None or whole is None:
            return found
        return part_of(whole, found, (text.source_language, text.target_language))

    # Other translations of a sentence; nothing is remembered. There are none of one that is too long.

    def alternatives(self, asked: "Asked", place: int | None = None) -> "Iterator[list[Alternative]]":
        """As `suggesting.alternatives`; raises NoPackageError or PackageError if no package can be used."""
        packages, engine = self._for(asked.languages)
        both = partial(self._loaded, self.engines.both, packages)
        yield from suggesting.alternatives(asked, place, engine, both, self.cancelled)

    def completions(self, sentence: str, typed: str, languages: tuple[str, str]) -> list[str]:
        """As `quality.completions`; raises as `alternatives`."""
        return suggesting.completions(sentence, typed, self._for(languages)[1], self.cancelled)

    def keeping(self, asked: "Asked") -> "list[Alternative] | None":
        """As `suggesting.keeping`; raises as `alternatives`."""
        return suggesting.keeping(asked, self._for(asked.languages)[1], self.cancelled)

    def _translated(self, text: ParallelText, sentence: str, *, remember: bool) -> Hypothesis | None:
        """As `translate_sentence`, of a sentence that is no part of another."""
        packages, engine = self._for((text.source_language, text.target_language))
        if not remember:
            [found] = engine.translate([sentence], cancelled=self.cancelled)
            return found
        identity = identity_of(packages)
        rows = [initial_row(paragraph_asked_as(sentence))]
        for event in translate(
            rows, text.source_language, engine, cancelled=self.cancelled, memory=self.memory, package=identity
        ):
            if event.row.reason:
                raise TranslationError.of(event.row.reason)
        known = self.memory.lookup(identity, [sentence])
        return judged(known, text.source_language, text.target_language).get(sentence)

    def _for(self, languages: tuple[str, str]) -> "tuple[tuple[LanguagePackage, ...], LinkingTranslator]":
        packages = self.installed.route(*languages)
        return packages, self.engines.get(packages, self.cancelled)


def complete(
    pipeline: Pipeline, text: ParallelText, *, links: bool = False, back: bool = False
) -> Iterator[Advance | PackageSubstituted]:
    """`Pipeline.run` for a text that is not on screen, counting paragraphs; arguments and errors as there."""
    stage, done, counted = Stage.TRANSLATING, 0, frozenset[int]()
    for event in pipeline.run(text, links=links, back=back):
        match event:
            case StageStarted():
                stage, done, counted = event.stage, 0, _counted(text, event.stage)
            case RowTranslated(index, row) if counted:  # recalled rows come first, and are not counted
                done += index in counted
                yield Advance(stage, done, len(counted), row.reason)
            case RowTranslatedBack(index, reason=reason):
                done += index in counted
                yield Advance(stage, done, len(counted), reason)
            case PackageSubstituted():
                yield event


def _counted(text: ParallelText, stage: Stage) -> frozenset[int]:
    """Those of the rows to do in a stage that count as paragraphs; at least one if there are any."""
    rows = text.rows_without_back_translation() if stage is Stage.TRANSLATING_BACK else text.outstanding()
    numbered = {index for index, row in enumerate(text.rows) if is_numbered(row.source)}
    return frozenset(numbered.intersection(rows) if numbered else rows) or frozenset(rows[:1])
