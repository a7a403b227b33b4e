"""Whatever two windows do with the same sentences: both show what the memory has, and neither is stuck."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.memory import Judgement
from reader.parallel import sentence_texts, translation_texts
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import begin
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.editing.judgement_turns import JudgedPair, pairs_in

WORDS = ("The dog rests.", "It pours in town.", "Something.")
SENTENCES = ((0, 0), (0, 1), (1, 0))
_FEW, _MANY = 3, 100


def _edit(program: Tospalt, chosen: random.Random) -> None:
    bar = begin(program, *chosen.choice(SENTENCES))
    bar.field.setPlainText(chosen.choice(WORDS))
    bar.save_button.click()


def _revert(program: Tospalt, chosen: random.Random) -> None:
    row, sentence = chosen.choice(SENTENCES)
    if text_of(program).rows[row].sentences[sentence].edited:
        begin(program, row, sentence).revert_button.click()


def _undo(program: Tospalt, _chosen: random.Random) -> None:
    program.window.actions_["undo"].trigger()


def _redo(program: Tospalt, _chosen: random.Random) -> None:
    program.window.actions_["redo"].trigger()


def _pair(program: Tospalt, chosen: random.Random) -> JudgedPair:
    number, sentence = chosen.choice(SENTENCES)
    text = text_of(program)
    return pairs_in(text, text.rows[number])[sentence]


def _accept(program: Tospalt, chosen: random.Random) -> None:
    pair = _pair(program, chosen)
    (program.judging.withdraw if program.judging.of(pair).accepted else program.judging.accept)(pair)


def _dismiss(program: Tospalt, chosen: random.Random) -> None:
    pair = _pair(program, chosen)
    there = "number" in program.judging.of(pair).dismissed
    (program.judging.undismiss if there else program.judging.dismiss)("number", pair)


def _judgements(program: Tospalt) -> tuple[dict[JudgedPair, Judgement], dict[JudgedPair, Judgement]]:
    """What a window knows of the sentences that it shows, and what the memory has."""
    text = text_of(program)
    pairs = {pair for row in text.rows for pair in pairs_in(text, row)}
    stored = program.memory.judgements(("nb", "en"), [(pair.sentence, pair.translation) for pair in pairs])
    found = {JudgedPair(("nb", "en"), *texts): judgement for texts, judgement in stored.items()}
    return {pair: program.judging.of(pair) for pair in pairs}, dict.fromkeys(pairs, Judgement()) | found


def _settle(program: Tospalt, qtbot: QtBot) -> None:
    pools = program.pools
    qtbot.waitUntil(
        lambda: (
            not program.edits.unsaved
            and not program.judging.unsaved
            and not any(pool._running for pool in (pools.engine, pools.edits))
        ),
        timeout=PATIENCE,
    )


def _look(program: Tospalt, qtbot: QtBot) -> None:
    elsewhere = program.window.edits_elsewhere
    qtbot.waitUntil(lambda: elsewhere._looking is None, timeout=PATIENCE)
    with qtbot.waitSignal(elsewhere.looked, timeout=PATIENCE):
        elsewhere._look()
    _settle(program, qtbot)
    judged = program._judged_elsewhere
    qtbot.waitUntil(lambda: not judged._looking, timeout=PATIENCE)
    with qtbot.waitSignal(judged.looked, timeout=PATIENCE):
        judged.look()
    _settle(program, qtbot)


def _shown(program: Tospalt) -> dict[str, tuple[str, bool]]:
    return {
        sentence: (words, pair.edited)
        for row in text_of(program).rows
        for sentence, words, pair in zip(sentence_texts(row), translation_texts(row), row.sentences, strict=True)
    }


ACTS = (_edit, _edit, _revert, _accept, _accept, _dismiss, _undo, _undo, _undo, _redo)


def test_two_windows_agree_with_the_memory_and_neither_is_stuck(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path, pytestconfig: pytest.Config
) -> None:
    second = start()
    open_and_translate(qtbot, second, path)
    programs, machine = (opened, second), _shown(opened)
    for seed in range(_MANY if pytestconfig.getoption("--long") else _FEW):
        chosen, acts = random.Random(seed), list[str]()
        for _ in range(12):
            program, act = chosen.choice(programs), chosen.choice(ACTS)
            acts.append(f"{programs.index(program)} {act.__name__}")
            act(program, chosen)
            if chosen.random() < 0.7:
                _settle(program, qtbot)
            if chosen.random() < 0.3:
                _look(program, qtbot)
        for program in programs:
            _settle(program, qtbot)
        for program in programs:
            _look(program, qtbot)
        edits = opened.memory.edits("nb", "en", list(machine))
        expected = {s: (edits[s].text, True) if s in edits else machine[s] for s in machine}
        for program in programs:
            assert _shown(program) == expected, f"seed {seed}: {acts}"
            known, stored = _judgements(program)
            assert known == stored, f"seed {seed}: {acts}"
        for program in programs:
            for _ in range(len(program.undo._done)):
                program.undo.undo()
                _settle(program, qtbot)
            assert program.undo.next_undo is None, f"seed {seed}: {acts}"
            program.undo.forget(None)
            opened.memory.forget_edits("nb", "en", list(machine))
            opened.memory.forget([], judged={("nb", "en"): list(machine)})
        for program in programs:
            _look(program, qtbot)
