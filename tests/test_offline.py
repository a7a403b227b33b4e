"""The program uses no network: the kernel refuses it, even to native code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.packages import find_packages
from reader.paths import SEEDS
from tests.archives import package_file
from tests.source_tree import ROOT

GUARD = """
import sys
from tests.pairs import use_pair
from tests.system_calls import end_at_network
end_at_network()
use_pair()
"""

COMMANDS = """
from reader.cli import main
from pathlib import Path
formats = [("export", f"out.{suffix}") for suffix in ("pdf", "docx", "epub", "html", "md", "tmx")]
folder, package, *documents = sys.argv[1:]
for number, (command, target) in enumerate([("translate", "out.json"), *formats]):
    document = documents[number % len(documents)]
    assert main([command, document, "-o", str(Path(folder) / f"{Path(document).stem}-{target}")]) == 0
own = [["import", package], ["use", "nb", "en", "1.8"], ["verify"], ["remove", "nb", "en"]]
for action in (["list"], ["available", "norwegian"], *own):
    assert main(["packages", *action]) == 0
print("done")
"""

WINDOW = """
import subprocess
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader.paths import data_folder
from ui.app import Folders, Tospalt
from ui.export.batch_dialog import BatchDialog
from ui.toolkit.instance_place import place_of
from ui.toolkit.single_instance import join
from ui.window.other_starts import OtherStarts
folder, package, *documents = map(Path, sys.argv[1:])
application = QApplication(["tospalt"])
program = Tospalt(Folders(folder, folder))
program.window.show()
program.document.opened.connect(lambda text: program.writing.write(target))
program.writing.exported.connect(application.quit)
for document in documents:
    target = folder / f"{document.stem}.pdf"
    program.window.open_files([document])
    application.exec()
    assert target.exists()
program.window.actions_["edit"].trigger()
program.window.editing.bar.saved.emit("Words of the user's own.")
program.window.actions_["export_several"].trigger()
program.window.findChildren(BatchDialog)[-1].reject()
program.packages.store.installed.connect(lambda _: application.quit())
program.window.open_files([package])  # the package manager's window opens
application.exec()
OtherStarts(join(place_of(data_folder()), None), lambda: program.window, program.shelf, program).serve()
program.document.opening.connect(lambda entry: application.quit())
second = subprocess.Popen([sys.executable, "-m", "ui.main", str(documents[0])])
application.exec()  # the second start hands over its file
assert second.wait() == 0
program.close()
print("done")
"""


def guarded(code: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", GUARD + code, *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if arguments:
        environment |= {"ARGOS_PACKAGES_DIR": str(arguments[0] / "argos"), "TOSPALT_DATA": str(arguments[0] / "data")}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, timeout=600)


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
class TestNoNetwork:
    def test_the_guard_ends_a_process_that_reaches_for_the_network(self) -> None:
        code = "import socket\nsocket.socketpair()\nprint('local')\nsys.stdout.flush()\nsocket.socket()"
        result = guarded(code)
        assert result.stdout == "local\n"
        assert result.returncode < 0

    @pytest.mark.parametrize("code", [COMMANDS, WINDOW], ids=["the commands", "the window"])
    def test_all_but_downloading_opens_no_socket(self, code: str, tmp_path: Path) -> None:
        package = package_file(
            tmp_path / "translate-nb_en-1_8.argosmodel", source=find_packages().choose("nb", "en").path
        )
        result = guarded(code, tmp_path, package, *sorted(SEEDS.glob("*.txt")))
        assert result.stdout.strip().endswith("done"), result.stderr
