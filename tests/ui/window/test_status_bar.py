from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from tests.samples import crossed
from tests.ui.documents import DOCUMENTS
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.session.progress import Progress
from ui.window.status_bar import TranslationStatus

RUNNING = Progress(40, 120, 0, 61.4, True, 130.0)


@pytest.fixture
def status(qtbot: QtBot) -> TranslationStatus:
    widget = TranslationStatus()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(0, 9, 0, 0.0, True), "Loading the language package…"),
        (RUNNING, "40 of 120 paragraphs · about 2 minutes left · 61 words per second"),
        (replace(RUNNING, seconds_left=None), "40 of 120 paragraphs · 61 words per second"),
        (replace(RUNNING, seconds_left=3.0), "40 of 120 paragraphs · a few seconds left · 61 words per second"),
        (replace(RUNNING, seconds_left=40.0), "40 of 120 paragraphs · less than a minute left · 61 words per second"),
        (replace(RUNNING, seconds_left=70.0), "40 of 120 paragraphs · about a minute left · 61 words per second"),
        (replace(RUNNING, seconds_left=9000.0), "40 of 120 paragraphs · about 2 hours left · 61 words per second"),
        (replace(RUNNING, paused=True), "Pausing…"),
        (replace(RUNNING, words_per_second=0.4, seconds_left=None), "40 of 120 paragraphs · 1 word per second"),
        (replace(RUNNING, done=0, total=1, seconds_left=None), "0 of 1 paragraph · 61 words per second"),
        (Progress(1, 1, 1, 0.0, False), "1 of 1 paragraph could not be translated. Press F5 to try again."),
        (replace(RUNNING, paused=True, running=False), "Paused at 40 of 120 paragraphs"),
        (replace(RUNNING, running=False), "40 of 120 paragraphs translated. Press F5 to continue."),
        (replace(RUNNING, running=False, possible=False), "40 of 120 paragraphs translated"),
        (Progress(9, 9, 2, 0.0, False), "2 of 9 paragraphs could not be translated. Press F5 to try again."),
        (Progress(9, 9, 0, 0.0, False), "9 paragraphs translated"),
        (Progress(1234, 1234, 0, 0.0, False), "1,234 paragraphs translated"),
        (replace(RUNNING, done=1, total=1000, seconds_left=None), "1 of 1,000 paragraphs · 61 words per second"),
        (Progress(1, 1, 0, 0.0, False), "1 paragraph translated"),
        (Progress(4, 4, 0, 0.0, False, left=1), "4 paragraphs translated, 1 left as it is"),
        (Progress(1, 1, 0, 0.0, False, left=1200), "1 paragraph translated, 1,200 left as they are"),
    ],
)
def test_the_caption_says_how_far_it_is(status: TranslationStatus, progress: Progress, words: str) -> None:
    status.show_progress(progress)
    assert status.caption == words


def visible(status: TranslationStatus) -> list[str]:
    return [button.text() for button in status.findChildren(QToolButton) if button.isVisible()]


def test_there_are_buttons_while_it_runs_or_rests_and_the_bar_never_changes_its_height(
    status: TranslationStatus, qtbot: QtBot
) -> None:
    height, shown = status.height(), {}
    for name, progress in {
        "running": RUNNING,
        "paused": replace(RUNNING, paused=True, running=False),
        "cancelled": replace(RUNNING, running=False),
        "failed": Progress(120, 120, 3, 0.0, False),
        "impossible": replace(RUNNING, running=False, possible=False),
        "done": Progress(120, 120, 0, 0.0, False),
    }.items():
        status.show_progress(progress)
        shown[name] = visible(status)
        assert status.height() == height
    assert shown == {
        "running": ["Pause", "Cancel"],
        "paused": ["Resume", "Cancel"],
        "cancelled": ["Continue"],
        "failed": ["Try again"],
        "impossible": [],
        "done": [],
    }


def test_one_button_pauses_and_resumes(status: TranslationStatus, qtbot: QtBot) -> None:
    status.show_progress(RUNNING)
    button = next(b for b in status.findChildren(QToolButton) if b.text() == "Pause")
    with qtbot.waitSignal(status.paused, timeout=PATIENCE):
        button.click()
    width = button.width()
    status.show_progress(replace(RUNNING, paused=True))
    with qtbot.waitSignal(status.resumed, timeout=PATIENCE):
        button.click()
    assert button.width() == width


def test_where_it_says_that_it_was_cancelled_one_click_goes_on(
    start: Callable[[], Tospalt], engine: HeldEngine, qtbot: QtBot
) -> None:
    program = start()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([DOCUMENTS[0]])
    status = program.window.status
    qtbot.waitUntil(lambda: "Cancel" in visible(status), timeout=PATIENCE)
    program.window.actions_["cancel"].trigger()
    engine.release()
    qtbot.waitUntil(lambda: visible(status) == ["Continue"], timeout=PATIENCE)
    [button] = [each for each in status.findChildren(QToolButton) if each.isVisible()]
    button.click()
    qtbot.waitUntil(lambda: not visible(status), timeout=PATIENCE)
    assert status.progress is not None and status.progress.done == status.progress.total


def test_figures_that_change_many_times_a_second_are_shown_a_few_times(status: TranslationStatus, qtbot: QtBot) -> None:
    status.show_progress(RUNNING)
    status.show_progress(replace(RUNNING, done=41))
    assert status.caption.startswith("40 of 120")
    assert status.findChildren(QProgressBar)[0].value() == 41
    qtbot.waitUntil(lambda: status.caption.startswith("41 of 120"), timeout=PATIENCE)


def test_a_screen_reader_hears_the_beginning_each_quarter_and_the_end(status: TranslationStatus) -> None:
    heard: list[str] = []
    status.announced.connect(heard.append)
    for done in range(41):
        status.show_progress(Progress(done, 40, 0, 50.0 * done, True))
    status.show_progress(Progress(40, 40, 0, 0.0, False))
    quarters = [f"{percent} per cent translated" for percent in (25, 50, 75)]
    assert heard == ["Translating…", *quarters, "40 paragraphs translated"]


def test_a_document_that_was_translated_before_is_not_announced(status: TranslationStatus) -> None:
    heard: list[str] = []
    status.announced.connect(heard.append)
    status.show_progress(Progress(40, 40, 0, 0.0, False))
    assert heard == []


def test_the_controls_have_names_for_a_screen_reader(status: TranslationStatus) -> None:
    status.show_progress(RUNNING)
    assert status.findChildren(QProgressBar)[0].accessibleName() == "Translation progress"
    assert all(visible(status))


@pytest.mark.parametrize("more", [0, 40, 180, 480])
def test_nothing_overlaps_however_narrow_it_is(qtbot: QtBot, more: int) -> None:
    status = TranslationStatus()
    qtbot.addWidget(status)
    status.show_progress(Progress(437, 12000, 0, 220.0, True, 4000.0))
    status.show()
    width = status.minimumSizeHint().width() + more
    assert width - more < 330
    status.resize(width, status.height())
    boxes = [child.geometry() for child in (status._caption, status._bar, status._pause, status._cancel)]
    assert all(left.right() < right.left() for left, right in pairwise(boxes))
    assert boxes[-1].right() <= width
    assert status.caption


@pytest.mark.parametrize("paused", [False, True])
def test_no_button_is_too_narrow_for_its_words_in_the_style_of_the_window(program: Tospalt, paused: bool) -> None:
    status = program.window.status
    status.show_progress(replace(RUNNING, running=not paused, paused=paused))
    buttons = [button for button in status.findChildren(QToolButton) if button.isVisible()]
    assert [button.text() for button in buttons] == ["Resume" if paused else "Pause", "Cancel"]
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []


@pytest.mark.parametrize(
    ("progress", "language"),
    crossed(
        [
            RUNNING,
            replace(RUNNING, running=False, paused=True),
            Progress(0, 9, 0, 0, True),
            replace(RUNNING, running=False),
            Progress(9, 9, 3, 0.0, False),
        ],
        ["nb", "en"],
    ),
)
def test_the_state_is_whole_in_the_smallest_window(
    program: Tospalt, qtbot: QtBot, language: str, progress: Progress
) -> None:
    program.preferences.change(interface_language=language)
    qtbot.waitUntil(lambda: program._language.code == language, timeout=PATIENCE)
    window = program.window
    window.direction.label.setText("Norwegian Bokmål → English · translate-nb_en 0.3", "Norwegian Bokmål → English")
    window._words.setText("“" + "kommunestyrerepresentant" * 3 + "” – “" + "municipal councillor " * 3 + "”")
    window.resize(window.minimumSize())
    window.status.show_progress(replace(progress, done=4370, total=12000))
    caption = window.status._caption
    qtbot.waitUntil(lambda: caption.shown in (caption.text(), *caption._shorter), timeout=PATIENCE)
    assert window.direction.label.shown == "Norwegian Bokmål → English"
    assert window._words.width() > 50 and window._words.shown.endswith("…")
    assert all(not b.isVisible() or b.width() >= b.sizeHint().width() for b in window.status.findChildren(QToolButton))


def test_hovering_over_words_changes_nothing_beside_them(program: Tospalt) -> None:
    window = program.window
    window.direction.label.setText("Norwegian Bokmål → English · translate-nb_en 0.3", "Norwegian Bokmål → English")
    window.status.show_progress(RUNNING)
    for width in (640, 1024, 1600):
        window.resize(width, 600)
        seen = set()
        for words in ("", "“hund” – “dog”", "“" + "kommunestyrerepresentant" * 3 + "” – “" + "municipal " * 9 + "”"):
            window._words.setText(words)
            window.statusBar().grab()
            seen.add((window.status._caption.shown, window.direction.label.shown.split(" · ")[0]))
        assert len(seen) == 1
