"""The warnings about translations by the rules of today, whichever rules there were when they were saved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reader.parallel.hypothesis import Hypothesis
from reader.parallel.pairs import SentencePair
from reader.parallel.rows import Row
from reader.processing import CUE_RULES, Finding, cue_findings, findings, rules_for, warnings
from reader.text import Asked, Inline, Span, shown


def judged(known: Mapping[str, Hypothesis], source: str, target: str) -> dict[str, Hypothesis]:
    """Translations by sentence, with what is wrong with them.

    Args:
        known: translations by the sentence as it is asked for; a sentence that the user left out has nothing wrong.
        source, target: codes of the languages.
    """
    languages = source, target
    rules = rules_for(languages)
    return {
        sentence: each if each.judged == rules else by_rules(sentence, each, languages)
        for sentence, each in known.items()
    }


def by_rules(sentence: str, hypothesis: Hypothesis, languages: tuple[str, str]) -> Hypothesis:
    """The translation of a sentence, with what is wrong with it by the rules of today."""
    told = warnings(sentence, hypothesis.text, languages) if hypothesis.text else ()
    return replace(hypothesis, warnings=told, judged=rules_for(languages))


def findings_in(row: Row, sentences: Iterable[int], languages: tuple[str, str]) -> Iterator[Finding]:
    """What the warnings of some sentences of a row are about; one that nothing more is known of has only its rule.

    `sentences` are indices, `languages` the codes of both. Spans are in code points into the row's two texts. Quick if
    it was asked before.
    """
    warned = [pair for pair in map(row.sentences.__getitem__, sentences) if pair.warnings]
    if not warned:
        return
    ours, theirs = Inline.of(row.source.text, row.source.marks), Inline.of(row.target, row.marks)
    for pair in warned:
        yield from _findings(
            pair, _asked(row.source.text, ours, pair.source), _asked(row.target, theirs, pair.target), languages
        )
        if row.source.cue is not None:
            told = cue_findings(row.source.text, row.target, row.source.cue.seconds)
            yield from (each for each in told if each.rule in pair.warnings)


def _findings(pair: SentencePair, ours: Asked, theirs: Asked, languages: tuple[str, str]) -> Iterator[Finding]:
    found = [each for each in findings(ours.key, theirs.key, languages) if each.rule in pair.warnings]
    told = {each.rule for each in found}
    yield from (_in_row(each, ours, theirs) for each in found)
    yield from (Finding(code) for code in pair.warnings if code not in told | CUE_RULES)


def _asked(text: str, inline: Inline | None, span: Span) -> Asked:
    return inline.asked(span) if inline is not None else Asked(span, text[slice(*span)], (), ())


def _in_row(found: Finding, ours: Asked, theirs: Asked) -> Finding:
    source, target = tuple(_placed(found.source, ours)), tuple(_placed(found.target, theirs))
    return Finding(found.rule, shown(found.word), source, target, shown(found.instead))


def _placed(spans: tuple[Span, ...], asked: Asked) -> Iterator[Span]:
    """Spans of the key of a sentence as those of the text that it is in."""
    for span in spans:
        start, end = asked.in_sentence(asked.without_signs(span))
        yield start + asked.span[0], end + asked.span[0]
