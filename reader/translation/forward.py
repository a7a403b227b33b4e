"""Translating a document: paragraphs are split into sentences, translated, and put together as rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reader.errors import CancelledError, TranslationError
from reader.gc_pause import gc_paused
from reader.memory import Memory
from reader.parallel import Hypothesis, Row, RowTranslated, State, Translator, judged, left_row
from reader.processing import lost_token
from reader.text import Paragraph
from reader.translation.languages import never_left
from reader.translation.queue import Answer, Queue, read_with


def translate(
    rows: Sequence[Row],
    language: str,
    translator: Translator,
    *,
    view: Callable[[], range] = lambda: range(0),
    cancelled: Callable[[], bool] = lambda: False,
    memory: Memory | None = None,
    package: str = "",
    linking: bool = True,
    target: str = "",
    leave: Callable[[Paragraph], str] = never_left,
    keep: bool = True,
    given: Mapping[str, Hypothesis] | None = None,
) -> Iterator[RowTranslated]:
    """Translate the rows that are pending or failed, and yield each when it is finished.

    Rows on screen go first, in small batches; then what follows them and finally what precedes them, sorted
    by length into full batches. Sentences in the memory are not translated again. A paragraph on which the
    model fails is yielded as failed, with the reason; the work goes on.

    Args:
        rows: all rows of the document; finished ones are skipped.
        language: code of the source language, for finding the sentences.
        translator: the loaded model.
        view: called before each batch; gives the rows on screen.
        cancelled: called often, also from other threads and within a batch, whose results are then dropped; True
            ends the work.
        memory: where finished sentences are looked up and stored; nothing is stored any more after something was
            forgotten there, since it may be part of that.
        package: identity of what translates, under which the memory stores them.
        linking: whether words are linked at once; otherwise only those on screen are, and the rest is left to
            `relink`, so that the text appears sooner.
        target: code of the target language; the user's edits in it take precedence over any translation.
        leave: the language of a paragraph that is left as it is, unless the user has edited something in it; else "".
        keep: whether finished sentences are stored.
        given: translations that come with the document, by sentence; only the user's edits take precedence over them.
    """
    memory = memory or Memory(None)
    forget_mark = memory.forget_mark  # read first: what is forgotten after a cancellation must not be stored again
    queue = Queue(rows, (language, target), leave)
    while queue:
        if cancelled():
            return
        here = view()
        if queue.look_ahead(here):
            waiting = queue.fresh()
            known = queue.take(
                _remembered(memory, package, waiting, language, target) | _given(given, waiting, language, target),
                _edits(memory, package, waiting + queue.fresh_parts(), language, target),
            )
            yield from (_unless_left(event, leave) for event in known)
            yield from queue.leave()
            continue
        batch = queue.next_batch(here)
        try:
            parts = queue.parts_of(batch.sentences)  # which are cut where words are linked
            answers = _answers(translator, batch.sentences, linking or batch.visible or bool(parts), cancelled)
        except CancelledError:
            continue  # the loop then ends, unless it was a pause that was withdrawn
        finished = {s: a for s, a in answers.items() if isinstance(a, Hypothesis) and a.text}
        if keep:
            memory.store(package, finished, since=forget_mark)
        # Looked up again: the user may have edited sentences meanwhile.
        yield from queue.take(answers, _edits(memory, package, [*answers, *parts], language, target))


def recall(
    rows: Sequence[Row],
    language: str,
    memory: Memory,
    package: str,
    target: str = "",
    first: int = 0,
    leave: Callable[[Paragraph], str] = never_left,
    given: Mapping[str, Hypothesis] | None = None,
) -> list[RowTranslated]:
    """The rows whose sentences are all in the memory, without a model; arguments as for `translate`.

    Args:
        first: index of the first of `rows` in the document, if they are a part of it.
        leave: asked only of paragraphs that are all in the memory.
        given: translations that come with the document, by sentence; only the user's edits take precedence over them.
    """
    with gc_paused():
        queue = Queue(rows, (language, target))
        queue.look_ahead(range(len(rows)))
        waiting = queue.fresh()
        with_it = _given(given, waiting, language, target)
        edits = _edits(memory, package, waiting + queue.fresh_parts(), language, target)
        known = queue.take(_remembered(memory, package, waiting, language, target) | with_it, edits)
        asked = (_unless_left(event, leave) for event in known)
        return [RowTranslated(first + event.index, event.row) for event in asked]


def _given(
    given: Mapping[str, Hypothesis] | None, sentences: Iterable[str], source: str, target: str
) -> dict[str, Hypothesis]:
    """Those of the sentences whose translation comes with the document."""
    if not given:
        return {}
    return judged({sentence: given[sentence] for sentence in sentences if sentence in given}, source, target)


def _remembered(
    memory: Memory, package: str, sentences: Sequence[str], source: str, target: str
) -> dict[str, Hypothesis]:
    """What the memory has, but for translations that lost a token, as some did before tokens went around the model."""
    known = memory.lookup(package, sentences).items()
    kept = {s: found for s, found in known if not _lost_token(s, found)}
    found = judged(kept, source, target)
    if changed := {s: each for s, each in found.items() if each is not kept[s]}:
        memory.note_judged(package, changed)  # so that they are not judged again at each opening
    return found


def _lost_token(sentence: str, found: Hypothesis) -> bool:
    return (not found.judged or "verbatim" in found.warnings) and lost_token(sentence, found.text)


def _edits(memory: Memory, package: str, sentences: Sequence[str], source: str, target: str) -> dict[str, Hypothesis]:
    return judged(memory.edits(source, target, sentences, package=package), source, target)


def _unless_left(event: RowTranslated, leave: Callable[[Paragraph], str]) -> RowTranslated:
    """The event, or that its row is left as it is, if it is to be and nothing in it is edited."""
    row = event.row
    if (
        row.state is not State.DONE
        or any(pair.edited for pair in row.sentences)
        or not (language := leave(read_with(row.source)))
    ):
        return event
    return RowTranslated(event.index, left_row(row.source, language))


def _answers(
    translator: Translator, sentences: Sequence[str], linking: bool, cancelled: Callable[[], bool]
) -> dict[str, Answer]:
    """Translate sentences; if the model fails on the batch, each is tried alone."""
    try:
        return dict(zip(sentences, translator.translate(sentences, linking=linking, cancelled=cancelled), strict=True))
    except TranslationError as error:
        if len(sentences) == 1:
            return {sentences[0]: error}
    return {s: answer for alone in sentences for s, answer in _answers(translator, [alone], linking, cancelled).items()}
