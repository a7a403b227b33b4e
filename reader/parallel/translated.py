"""Translations as paragraphs of their own, to be translated back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate

from reader.parallel.pairs import State
from reader.parallel.rows import Row
from reader.text import Cue, CueRun, Paragraph


def translated_paragraphs(rows: Mapping[int, Row], wanted: Iterable[int]) -> dict[int, Paragraph]:
    """The targets of the `wanted` rows, by their numbers.

    Cues between which sentences run on are read together in the translation too, if all of them have one.
    """
    runs = dict[int, CueRun | None]()  # by the row of the first cue
    return {index: _translated(rows, index, runs) for index in wanted}


def _translated(rows: Mapping[int, Row], index: int, runs: dict[int, CueRun | None]) -> Paragraph:
    paragraph, cue = rows[index].translated_paragraph, rows[index].source.cue
    if cue is None or cue.run is None:
        return paragraph
    first = index - cue.index
    if first not in runs:
        together = [rows.get(first + n) for n in range(len(cue.run.begins))]
        runs[first] = _run([row for row in together if row is not None and _is_part(row, cue.run)], cue.run)
    return replace(paragraph, cue=Cue(cue.start, cue.end, runs[first], cue.index))


def _is_part(row: Row, run: CueRun) -> bool:
    cue = row.source.cue
    return row.state is State.DONE and cue is not None and cue.run == run and row.translated_paragraph.translatable


def _run(rows: list[Row], run: CueRun) -> CueRun | None:
    if len(rows) < len(run.begins):
        return None
    joints = [run.text[begin - 1] for begin in run.begins[1:]]
    texts = [row.target for row in rows]
    begins = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
    return CueRun("".join(text + joint for text, joint in zip(texts, [*joints, ""], strict=True)), tuple(begins))
