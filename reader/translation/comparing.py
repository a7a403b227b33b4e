"""A document translated with several packages, sentence by sentence beside each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import CancelledError, PackageError
from reader.late_dataclasses import dataclass
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages
from reader.parallel import ParallelText, Row, State, differences
from reader.text import Document, Span, language_name
from reader.translation.pipeline import Pipeline, complete
from reader.translation.stages import Advance, PackageSubstituted

if TYPE_CHECKING:
    from reader.engine import Engines


@dataclass(frozen=True, slots=True)
class ComparedTranslation:
    """What one package makes of a sentence.

    Attributes:
        text: the translation; "" if it failed.
        differs: the words that the first package's translation does not have at that place, as spans in code points;
            of the first package's, those that not every other has.
        score: mean log-probability of its tokens; None if it is not known.
        similarity: how alike it is to the first package's (chrF), from 0 to 1; 1 for the first.
    """

    text: str
    differs: tuple[Span, ...] = ()
    score: float | None = None
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class ComparedSentence:
    """A sentence and its translations.

    Attributes:
        row: the index of its paragraph.
        span: of the sentence, in code points of the paragraph.
        source: the sentence.
        translations: one a package, in their order.
    """

    row: int
    span: Span
    source: str
    translations: tuple[ComparedTranslation, ...]

    @property
    def same(self) -> bool:
        """Whether all packages translate it alike."""
        return len({each.text for each in self.translations}) == 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A document translated with several packages.

    Attributes:
        document: it.
        languages: codes of both.
        packages: in the order they were asked for.
        numbers: the number of each paragraph in the margin, or None.
        sentences: those that were translated, in the order of the text.
    """

    document: Document
    languages: tuple[str, str]
    packages: tuple[LanguagePackage, ...]
    numbers: tuple[int | None, ...]
    sentences: tuple[ComparedSentence, ...]


def package_called(name: str, installed: Packages, languages: tuple[str, str]) -> LanguagePackage:
    """The package for two languages that the user calls so: by its name, version, both, or folder; or "starter".

    Raises:
        NoPackageError: there is none for these languages.
        PackageError: none of them is called so, or several are.
    """
    serving = installed.serving(*languages)
    if not serving:
        installed.choose(*languages)  # which says so
    found = packages_called(name, installed, languages)
    if len(found) == 1:
        return found[0]
    source, target = map(language_name, languages)
    names = ", ".join(f"“{title_of(package)}”" for package in serving)
    if found:
        raise PackageError(
            "Several packages for {source} to {target} are called “{name}”. Say which: {names}.",
            source=source,
            target=target,
            name=name,
            names=names,
        )
    raise PackageError(
        "No package for {source} to {target} is called “{name}”. Installed: {names}.",
        source=source,
        target=target,
        name=name,
        names=names,
    )


def packages_called(name: str, installed: Packages, languages: tuple[str, str]) -> list[LanguagePackage]:
    """The packages for two languages that the user calls so, as in `package_called`."""
    return [package for package in installed.serving(*languages) if name.casefold() in _names_of(package)]


def title_of(package: LanguagePackage) -> str:
    """What a package is called among others: its name and version, "translate-nb_en 1.9"."""
    return f"{package.name} {package.version}"


def _names_of(package: LanguagePackage) -> frozenset[str]:
    names = {package.name, package.version, title_of(package), f"{package.name}-{package.version}"}
    names |= {package.path.name, str(package.path), *(["starter"] if package.starter else [])}
    return frozenset(name.casefold() for name in names)


def compare(
    document: Document,
    languages: tuple[str, str],
    packages: Sequence[LanguagePackage],
    engines: "Engines",
    *,
    every: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Advance | Comparison]:
    """Translate a document with each of some packages; what is remembered of it, and edits, are not looked at.

    Args:
        document: the document.
        languages: codes of its language and of that of the translations.
        packages: for these languages, two or more.
        engines: the models loaded so far.
        every: whether paragraphs in other languages are translated too.
        cancelled: called often; True ends the work.

    Yields:
        How far it is, and at last the comparison.

    Raises:
        PackageError: one of the packages cannot be used.
        CancelledError: it was cancelled.
    """
    # Neither the user's edits nor a translation that comes with the document is a package's.
    plain = replace(document, path=None, given=None)
    texts = list[ParallelText]()
    for package in packages:
        text = ParallelText.untranslated(plain, *languages, None if every else frozenset())
        pipeline = Pipeline(Packages((package,)), engines, Memory(None), cancelled)
        for step in complete(pipeline, text):
            if isinstance(step, PackageSubstituted):
                raise step.problem
            yield step
        if cancelled():
            raise CancelledError
        texts.append(text)
    sentences = tuple(each for row in range(len(plain.paragraphs)) for each in _compared(row, texts))
    yield Comparison(document, languages, tuple(packages), tuple(texts[0].numbers()), sentences)


def _compared(index: int, texts: Sequence[ParallelText]) -> Iterator[ComparedSentence]:
    rows = [text.rows[index] for text in texts]
    done = next((row for row in rows if row.state is State.DONE and row.sentences), None)
    for pair in done.sentences if done is not None else ():
        found = [_translation(row, pair.source) for row in rows]
        yield ComparedSentence(index, pair.source, rows[0].source.text[slice(*pair.source)], _with_differences(found))


def _translation(row: Row, span: Span) -> ComparedTranslation:
    pair = next((pair for pair in row.sentences if pair.source == span), None)
    if pair is None or row.state is not State.DONE:
        return ComparedTranslation("")
    return ComparedTranslation(row.target[slice(*pair.target)], score=pair.score)


def _with_differences(found: Sequence[ComparedTranslation]) -> tuple[ComparedTranslation, ...]:
    first, *others = found
    compared = [differences(first.text, other.text) for other in others]
    ours = sorted({span for each in compared for span in each.original})
    return (
        replace(first, differs=tuple(_merged(ours))),
        *(
            replace(other, differs=each.back, similarity=each.similarity)
            for other, each in zip(others, compared, strict=True)
        ),
    )


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap as one."""
    last: Span | None = None
    for start, end in spans:
        if last is not None and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last
