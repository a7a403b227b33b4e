"""How long users wait: `python -m tests.benchmarks.window [FILE ...]` prints one line of JSON.

Each run is a new process, as for a user; times are in seconds from the command or the click, memory is the resident
set in megabytes. Without a screen it runs offscreen.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.paths import SEEDS

RUNS = 5


def main() -> None:
    """Run the measured process for every document and print the medians."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt"))
    results = {file.name: _medians([_run(file) for _ in range(RUNS)]) for file in files}
    print(json.dumps(results))


def _run(file: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TOSPALT_DATA": folder, "TOSPALT_CONFIG": folder}
        if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        started = time.time()
        command = [sys.executable, "-c", "from tests.benchmarks.window import measured; measured()"]
        result = subprocess.run(
            [*command, str(file), str(started), folder], capture_output=True, text=True, env=environment
        )
        if result.returncode:
            raise SystemExit(result.stderr)
        times: dict[str, float] = json.loads(result.stdout)
        return times


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(run[name] for run in runs), 3) for name in runs[0]}


def measured() -> None:
    """In the new process: start the program, open the file, wait for its translation, export it."""
    from reader.gc_pause import stop_collector
    from ui.toolkit.qt_features import look_for_no_features

    stop_collector()  # as `ui.main` does
    look_for_no_features()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ui.app import Folders, Tospalt

    file, started, folder = Path(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    times: dict[str, float] = {}
    application = QApplication(["tospalt"])
    application.setStyle("Fusion")
    program = Tospalt(Folders(folder, folder))
    program.window.show()
    application.processEvents()
    times["window"] = time.time() - started
    times["memory_window_mb"] = resident_mb()
    clicked = 0.0

    def click() -> None:
        nonlocal clicked
        clicked = time.time()
        program.window.open_files([file])

    def translated(_rows: list[int]) -> None:
        program.window.reading_view.viewport().repaint()
        times.setdefault("first_translated", time.time() - clicked)
        assert program.document.text is not None
        if not program.document.text.outstanding():
            times["all_translated"] = time.time() - clicked
            times["memory_translated_mb"] = resident_mb()
            QTimer.singleShot(50, export)

    def export() -> None:
        times["pdf"] = time.time()
        program.writing.write(folder / "out.pdf")

    def exported(_path: Path, _pages: int) -> None:
        times["pdf"] = time.time() - times["pdf"]
        application.quit()

    def opened(_text: object) -> None:
        program.window.reading_view.viewport().repaint()
        times["original"] = time.time() - clicked

    program.document.opened.connect(opened)
    program.document.rows_changed.connect(translated)
    program.writing.exported.connect(exported)
    QTimer.singleShot(300, click)
    application.exec()
    program.close()
    print(json.dumps(times))


def resident_mb() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
