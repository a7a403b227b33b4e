"""`tospalt check`: tells which sentences of a translation, by the machine or by somebody, look wrong."""

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.aligned import aligned_documents
from reader.commands.checked import Pair, as_json, as_text, check_pairs
from reader.commands.common import (
    add_every,
    add_languages,
    add_reading,
    chosen_reading,
    dismissed_in,
    read,
    standard_input,
    translated_document,
    verdict,
)
from reader.commands.doubts import assessments
from reader.commands.output import DONE, FOUND, print_bytes
from reader.commands.terminal import say
from reader.errors import DocumentError, plural
from reader.parallel import ParallelText, State, findings_in, sentence_texts, translation_texts
from reader.paths import MEMORY_FILE, OWN_WORDS_FILE, data_folder
from reader.text import Span, detect_language, other_language, shown

if TYPE_CHECKING:
    from reader.engine import Engines
    from reader.processing import Finding
    from reader.translation import JudgedAs

_Languages = tuple[str, str]

_EPILOG = (
    f"Exit code: 0 if all was checked, whatever was found; {FOUND} if --fail is given and a sentence is doubtful or "
    "has a warning, unless you have accepted the sentence or dismissed the warning; 1 if something failed, also if "
    "only a part could not be translated; 2 for wrong arguments; 130 if it was interrupted. In JSON each warning has "
    "its rule and the word that it names and, if known, the text that has the word (in: source or target) and what "
    "the word has become in the translation (instead)."
)


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    command.add_argument("file", metavar="FILE", help="the document; - reads standard input")
    command.add_argument(
        "translation",
        nargs="?",
        metavar="TRANSLATION",
        help="a translation of it by somebody, to be checked in place of the machine's",
    )
    add_languages(command)
    add_every(command)
    add_reading(command, two="; of two files pair each line with the one at the same place")
    command.add_argument("--format", choices=("text", "json"), default="text", help="by default text")
    command.add_argument("--show-all", action="store_true", help="also show sentences in which nothing looks wrong")
    command.add_argument(
        "--fail", action="store_true", help=f"exit with {FOUND} if any sentence is to be checked; by default with 0"
    )
    command.epilog = _EPILOG


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    if arguments.translation is None:
        return _check_machine(arguments)
    if arguments.file == arguments.translation == "-":
        raise DocumentError("Only one of the two texts can be read from standard input.")
    return _check_lines(arguments) if arguments.lines else _check_translation(arguments)


def _check_machine(arguments: Namespace) -> int:
    """Check the machine translation of a document, and the user's edits in it."""
    from reader.engine import Engines

    document, engines = read(arguments.file, chosen_reading(arguments)), Engines()
    text = translated_document(document, arguments, engines=engines, judged=False)
    done = [
        (Pair(*texts), pair.edited or pair.score is None, (index, number))
        for index, row in enumerate(text.rows)
        if row.state is State.DONE
        for number, (pair, *texts) in enumerate(
            zip(row.sentences, sentence_texts(row), translation_texts(row), strict=True)
        )
        if texts[1] or not pair.edited  # the user has left it out
    ]
    pairs, cues = [pair for pair, *_ in done], _Cues(text)
    sure = {index for index, (_, is_sure, _) in enumerate(done) if is_sure}
    languages = text.source_language, text.target_language
    found = _write(
        pairs,
        languages,
        engines,
        arguments,
        path=document.path,
        sure=sure,
        told=[cues.told(*place) for *_, place in done],
        judged_as=[cues.judged_as(*place) for *_, place in done],
    )
    return verdict(text) or found


class _Cues:
    """What is known of the sentences of cues, of which parts are judged together."""

    def __init__(self, text: ParallelText) -> None:
        self._rows = text.rows
        self._languages = text.source_language, text.target_language

    def told(self, index: int, sentence: int) -> Sequence["Finding"] | None:
        """What is wrong with a sentence of a row, and the cue where that is told; None if it is of no cue."""
        row = self._rows[index]
        return tuple(findings_in(row, (sentence,), self._languages)) if row.source.cue is not None else None

    def judged_as(self, index: int, sentence: int) -> "JudgedAs | None":
        """What a sentence of a row is judged as; None if that is itself."""
        if self._rows[index].source.cue is None:
            return None
        from reader.translation import judged_as

        return judged_as(self._rows, index, sentence, self._languages)


def _check_translation(arguments: Namespace) -> int:
    """Check a translation of a document by somebody, aligned with it by way of the machine's."""
    from reader.engine import Engines
    from reader.reference import aligned_sentences

    choices = chosen_reading(arguments)
    original, translation = read(arguments.file, choices), read(arguments.translation, choices)
    engines = Engines()
    text, aligned = aligned_documents(original, translation, engines, arguments)
    languages = text.source_language, text.target_language
    pairs = [Pair(each.source, each.target) for each in aligned_sentences(aligned, text, translation)]
    found = _write(pairs, languages, engines, arguments, path=original.path)
    return verdict(text) or found


def _check_lines(arguments: Namespace) -> int:
    """Check a translation of which each line is that of the same line of the original; nothing is translated."""
    from reader.engine import Engines

    sources, targets = (_lines(name, arguments.encoding or "") for name in (arguments.file, arguments.translation))
    if len(sources) != len(targets):
        counts = [plural(len(lines), "{count} line", "{count} lines") for lines in (sources, targets)]
        raise DocumentError(
            "“{first}” has {one}, “{second}” {other}; with --lines each line is paired with the one at the same place.",
            first=arguments.file,
            one=counts[0],
            second=arguments.translation,
            other=counts[1],
        )
    languages = _languages_of_lines(sources, targets, arguments)
    pairs = [Pair(*texts) for texts in zip(sources, targets, strict=True) if any(texts)]
    return _write(pairs, languages, Engines(), arguments)


def _languages_of_lines(sources: Sequence[str], targets: Sequence[str], arguments: Namespace) -> _Languages:
    found, other = (detect_language("\n".join(lines)) for lines in (sources, targets))
    source = arguments.source or found.language
    if arguments.target is None and other.certain and other.language != source:
        return source, other.language
    return source, arguments.target or other_language(source)


def _lines(name: str, encoding: str) -> list[str]:
    from reader.formats import lines_in, read_lines

    if name == "-":
        return lines_in(standard_input(), "standard input", encoding)
    return read_lines(Path(name), encoding, pipes=True)


def _write(
    pairs: list[Pair],
    languages: _Languages,
    engines: "Engines",
    arguments: Namespace,
    *,
    path: Path | None = None,
    sure: Collection[int] = (),
    told: Sequence[Sequence["Finding"] | None] = (),
    judged_as: Sequence["JudgedAs | None"] = (),
) -> int:
    """Check sentence pairs and print what was found; returns the exit code for that.

    In the file `path` the user may have dismissed rules; `sure` are the indices of translations that no model made: the
    user's own, and those of what is known. Of each pair `told` is what is wrong with it, and `judged_as` what it is
    judged as, where something else is known than its texts say.
    """
    from reader.memory import Memory

    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        judged = memory.judgements(languages, pairs)
        while problem := memory.take_problem():
            say(problem)
    places = judged_as or [None] * len(pairs)
    alone = [(shown(each.source), shown(each.target)) for each in pairs]
    wanted = [at.pair if at is not None else pair for pair, at in zip(alone, places, strict=True)]
    found = assessments(wanted, languages, engines, sure)
    assessed = [at.of_part(each) if at is not None else each for each, at in zip(found, places, strict=True)]
    invented = _invented(pairs, languages[1])
    checked = list(check_pairs(pairs, languages, judged, dismissed_in(path), assessed, invented, told))
    written = as_json(checked, languages) if arguments.format == "json" else as_text(checked, every=arguments.show_all)
    print_bytes(written.encode())
    return FOUND if arguments.fail and any(each.to_check for each in checked) else DONE


def _invented(pairs: Sequence[Pair], language: str) -> list[tuple[Span, ...]]:
    """The words of each translation that no dictionary of the system has, nor the user's own."""
    from reader.spelling import OwnWords, Speller, invented_words

    own = OwnWords(data_folder() / OWN_WORDS_FILE)
    own.look()
    with closing(Speller()) as speller:

        def unknown(words: Iterable[str], language: str) -> frozenset[str]:
            return frozenset(word for word in speller.unknown(words, language) if not own.has(word))

        return invented_words(pairs, language, unknown)
