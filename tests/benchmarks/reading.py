"""Reading a very long document: `python -m tests.benchmarks.reading [--tables] [--columns N] [PARAGRAPHS]`.

Prints one line of JSON.

A document of 100,000 paragraphs (those of the examples, each a little different; with `--tables` a third of them are
cells of tables) is opened in the real window, offscreen, and
scrolled through while the real engine translates it.
Gives the time of the window's thread for each frame (scrolling and painting); the longest gap between two turns of the
event loop, which the engine's Python work can lengthen; the time from a mouse move to the paint; by how many pixels the
line being read moves while heights above it change; and memory. With `--columns` frames with the two texts are compared
with frames with N beside each other, in turns, once nothing is translated any more; their time is also given as that of
the processor, which others do not lengthen.
"""

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.parallel import Column, State, Version, VersionMade
from reader.paths import SEEDS
from tests.benchmarks.window import resident_mb
from ui.app import Folders, Tospalt

FRAMES, STEP, TURNS = 600, 90, 5
HOVERS = 300
FRAME_MS = 16.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=100_000, help="paragraphs")
    parser.add_argument("--tables", action="store_true", help="a third of them in tables")
    parser.add_argument("--columns", type=int, default=2, help="texts beside each other")
    given = parser.parse_args()
    application = QApplication(["tospalt"])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        file = home / ("long.md" if given.tables else "long.txt")
        file.write_text(_with_tables(given.count) if given.tables else _long_text(given.count), "utf-8")
        program = Tospalt(Folders(home, home))
        program.window.resize(1280, 860)
        program.window.show()
        _wait(application, 3)  # about as long as a user takes to read the list and click
        result: dict[str, object] = {"paragraphs": given.count, "megabytes": round(file.stat().st_size / 1e6, 1)}
        result |= _opening(application, program, file)
        result |= _scrolling(application, program, "scroll_while_translating")
        result |= _hovering(application, program)
        result |= _resizing(program)
        program.translation.cancel()
        result |= _drift(application, program)
        if given.columns > 2:
            result |= _columns_compared(application, program, given.columns)
        result |= {"memory_end_mb": round(resident_mb())}
        program.window.hide()
        program.close()
    print(json.dumps(result))


def _long_text(count: int) -> str:
    return "\n\n".join(_paragraphs(count))


def _paragraphs(count: int) -> list[str]:
    texts = [file.read_text("utf-8") for file in sorted(SEEDS.glob("000*.txt"))]
    paragraphs = [p for text in texts for p in text.split("\n\n") if len(p) > 80]
    chance = random.Random(1)
    return [f"{paragraphs[i % len(paragraphs)]} Nummer {chance.randrange(10**9)}." for i in range(count)]


def _with_tables(count: int) -> str:
    """Tables of ten rows and five columns between a hundred paragraphs each."""
    paragraphs, chance = _paragraphs(count * 2 // 3), random.Random(3)
    words = " ".join(paragraphs[:100]).replace("|", " ").split()
    blocks: list[str] = []
    for start in range(0, len(paragraphs), 100):
        blocks += [" ".join(paragraph.split()) for paragraph in paragraphs[start : start + 100]]
        rows = [[" ".join(chance.choices(words, k=chance.randint(1, 6))) for _ in range(5)] for _ in range(10)]
        lines = ["| " + " | ".join(cells) + " |" for cells in rows]
        blocks.append("\n".join([lines[0], "|---|--:|:-:|---|---|", *lines[1:]]))
    return "\n\n".join(blocks)


def _wait(application: QApplication, seconds: float) -> float:
    """Process events for a while; returns the longest turn, in milliseconds."""
    end, longest = time.perf_counter() + seconds, 0.0
    while (now := time.perf_counter()) < end:
        application.processEvents()
        longest = max(longest, time.perf_counter() - now)
        time.sleep(0.004)  # the real window sleeps until something happens
    return 1000 * longest


def _until(application: QApplication, condition: Callable[[], bool]) -> float:
    longest = 0.0
    while not condition():
        now = time.perf_counter()
        application.processEvents()
        longest = max(longest, time.perf_counter() - now)
        time.sleep(0.004)  # the real window sleeps until something happens
    return 1000 * longest


def _opening(application: QApplication, program: Tospalt, file: Path) -> dict[str, object]:
    view = program.window.reading_view
    before, started = resident_mb(), time.perf_counter()
    program.window.open_files([file])
    gap = _until(application, lambda: program.document.text is not None)
    view.viewport().repaint()
    opened = time.perf_counter() - started
    memory = resident_mb()
    rows = program.document.text.rows if program.document.text else []
    gap = max(gap, _until(application, lambda: any(row.state is State.DONE for row in rows[:20])))
    return {
        "open_s": round(opened, 2),
        "open_longest_gap_ms": round(gap, 1),
        "open_memory_mb": round(memory),
        "memory_before_mb": round(before),
        "first_translated_s": round(time.perf_counter() - started, 2),
    }


def _columns_compared(application: QApplication, program: Tospalt, count: int) -> dict[str, object]:
    """Scroll through the text in two columns and in `count`, in turns; all have a text as long as the original."""
    view, text = program.window.reading_view, program.document.text
    assert text is not None
    program.document.take_arrived()
    numbers = (Column.BACK, Column.REFERENCE, Column.OTHER, Column.OTHER + 1)[: count - 2]
    for index, row in enumerate(text.rows):
        other = text.rows[index * 7 % len(text.rows)].source.text
        text.rows[index] = replace(row, target=other, state=State.DONE, sentences=(), marks=())
        for number in numbers:
            text.apply(VersionMade(index, Version(number, row.source.text)))
    frames: dict[int, list[tuple[float, float]]] = {2: [], count: []}
    for turn in range(TURNS):
        for shown in frames:
            columns = (Column.ORIGINAL, Column.TRANSLATION, *numbers)[:shown]
            view.configure(replace(view.looks, columns=columns))
            view.go_to(len(text.rows) * turn // TURNS)
            _wait(application, 0.5)
            frames[shown] += _frames(application, program, FRAMES // TURNS, len(frames) * TURNS)[0]
    return {f"scroll_{shown}_columns": _figures(found) for shown, found in frames.items()}


def _scrolling(application: QApplication, program: Tospalt, name: str) -> dict[str, object]:
    """Scroll through the beginning by wheel steps, then in leaps through the whole document."""
    frames, gap = _frames(application, program, FRAMES, 1)
    return {name: {**_figures(frames), "longest_gap_between_ms": round(gap, 1)}}


def _frames(
    application: QApplication, program: Tospalt, count: int, parts: int
) -> tuple[list[tuple[float, float]], float]:
    """Scroll by wheel steps and by leaps through one of so many parts of the document.

    Returns:
        Of each frame the time, and that of the processor; and the longest turn of the event loop between two.
    """
    view = program.window.reading_view
    bar = view.verticalScrollBar()
    leap = max(bar.maximum() * 2 // (count * parts), STEP)
    frames: list[tuple[float, float]] = []
    gap = 0.0
    for number in range(count):
        started, busy = time.perf_counter(), time.thread_time()
        bar.setValue(bar.value() + (STEP if number % 2 else leap))
        view.viewport().repaint()
        frames.append((1000 * (time.perf_counter() - started), 1000 * (time.thread_time() - busy)))
        started = time.perf_counter()
        application.processEvents()
        gap = max(gap, 1000 * (time.perf_counter() - started))
    return frames, gap


def _figures(frames: Sequence[tuple[float, float]]) -> dict[str, object]:
    times, busy = zip(*frames, strict=True)
    return {
        "frames": len(frames),
        "median_ms": round(statistics.median(times), 2),
        "p99_ms": round(statistics.quantiles(times, n=100)[98], 2),
        "longest_ms": round(max(times), 1),
        "over_16_ms": sum(frame > FRAME_MS for frame in times),
        "processor_median_ms": round(statistics.median(busy), 2),
        "processor_p99_ms": round(statistics.quantiles(busy, n=100)[98], 2),
    }


def _hovering(application: QApplication, program: Tospalt) -> dict[str, object]:
    view = program.window.reading_view
    chance = random.Random(2)
    none = Qt.MouseButton.NoButton
    times: list[float] = []
    for _ in range(HOVERS):
        point = QPointF(chance.randrange(view.viewport().width()), chance.randrange(view.viewport().height()))
        place = QPointF(view.viewport().mapToGlobal(point))
        event = QMouseEvent(QEvent.Type.MouseMove, point, place, none, none, Qt.KeyboardModifier.NoModifier)
        started = time.perf_counter()
        QApplication.sendEvent(view.viewport(), event)
        view.viewport().repaint()
        times.append(1000 * (time.perf_counter() - started))
    _wait(application, 0.05)
    return {"hover_to_paint_ms": {"median": round(statistics.median(times), 2), "longest": round(max(times), 1)}}


def _resizing(program: Tospalt) -> dict[str, object]:
    view = program.window.reading_view
    times: list[float] = []
    for width in range(1280, 900, -20):
        started = time.perf_counter()
        program.window.resize(width, 860)
        view.viewport().repaint()
        times.append(1000 * (time.perf_counter() - started))
    return {"resize_ms": {"median": round(statistics.median(times), 2), "longest": round(max(times), 1)}}


def _drift(application: QApplication, program: Tospalt) -> dict[str, object]:
    """By how much the line at the top moves when paragraphs above it get longer."""
    view, text = program.window.reading_view, program.document.text
    assert text is not None
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    _wait(application, 0.2)
    row = next(r for r in range(view.top_row(), len(text.rows)) if view.rowViewportPosition(r) >= 0)
    before, moved = view.rowViewportPosition(row), 0
    above = view.top_row()
    for number in range(max(above - 400, 0), above):
        text.rows[number] = replace(text.rows[number], target="Longer by far. " * 60, state=State.DONE, sentences=())
    for start in range(max(above - 400, 0), above, 20):
        view.rows_changed(range(start, min(start + 20, above)))
        moved = max(moved, abs(view.rowViewportPosition(row) - before))
    return {"drift_px": moved}


if __name__ == "__main__":
    main()
