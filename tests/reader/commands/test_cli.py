import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from argparse import Namespace
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.cli import main, misuse
from reader.commands import COMMANDS
from reader.commands.common import read
from reader.commands.hints import told
from reader.errors import ChecksumError, DocumentError, Message
from reader.formats import read_document
from reader.paths import SEEDS
from reader.text import Source
from tests.paragraphs_in import paragraph
from tests.samples import sample_rows
from ui.main import main as run_program

NORWEGIAN = (
    "Dette er en tekst på norsk, og den er skrevet av en som bor i byen og ikke på landet.\n\n"
    "Den har to avsnitt, og det andre er litt lengre enn det første, slik at ingen kan være i tvil om språket.\n"
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "en tekst på norsk.txt"
    path.write_text(NORWEGIAN, "utf-8")
    return path


_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*arguments: str | Path, stdin: bytes = b"", encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """Run the program where there is no screen."""
    environment = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    return subprocess.run(
        [sys.executable, "-m", "tests.command", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**environment, "PYTHONIOENCODING": encoding},
    )


def test_a_document_is_translated_to_standard_output(document: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["translate", str(document)]) == 0
    out, err = capfdbinary.readouterr()
    assert len(out.decode().split("\n\n")) == 2
    assert b"Dette" not in out
    assert err == b""


def test_what_was_repaired_is_told_and_what_was_left_out_is_not(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source(
        "text", "utf-8", (Message("A damaged letter was replaced."),), (Message("A comment was left out."),)
    )
    monkeypatch.setattr(
        "reader.formats.read_document", lambda path, *_, **__: replace(read_document(path), source=source)
    )
    assert main(["translate", str(document), "-o", str(tmp_path / "a.txt")]) == 0
    assert main(["export", str(document), "-o", str(tmp_path / "a.html")]) == 0
    assert capsys.readouterr().err == f"tospalt: “{document.name}”: A damaged letter was replaced.\n" * 2


def test_json_names_document_and_package_and_gives_spans(document: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert main(["translate", str(document), "-o", str(target)]) == 0
    data = json.loads(target.read_text("utf-8"))
    assert data["document"]["name"] == document.name
    assert data["package"]["name"] == "translate-nb_en"
    assert [p["source"] for p in data["paragraphs"]] == NORWEGIAN.strip().split("\n\n")
    for told_of in data["paragraphs"]:
        assert (told_of["kind"], told_of["state"]) == ("paragraph", "done")
        assert told_of["target"][slice(*told_of["sentences"][0]["target"])]
        assert set(told_of["sentences"][0]) == {"source", "target", "score", "links", "warnings"}


def test_markdown_keeps_the_kinds(tmp_path: Path) -> None:
    source, target = tmp_path / "a.md", tmp_path / "b.md"
    source.write_text("# Min tittel\n\n- Et punkt på listen.\n\n> Et sitat.\n", "utf-8")
    assert main(["translate", str(source), "--from", "nb", "-o", str(target)]) == 0
    lines = [line for line in target.read_text("utf-8").split("\n") if line]
    assert [line.split(" ")[0] for line in lines] == ["#", "-", ">"]


def test_standard_input_is_read() -> None:
    result = run("translate", "-", "--format", "json", stdin=NORWEGIAN.encode("cp1252"))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["document"]["name"] == "standard input"


def test_a_chosen_encoding_is_used(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.json"
    source.write_bytes("Båten ligger på vannet.".encode("cp865"))
    assert main(["translate", str(source), "--from", "nb", "--encoding", "CP865", "-o", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["paragraphs"][0]["source"] == "Båten ligger på vannet."


def test_an_unknown_encoding_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["translate", str(tmp_path / "a.txt"), "--encoding", "klingon"])
    assert ended.value.code == 2
    assert "“klingon” is not a known encoding; examples are utf-8" in capsys.readouterr().err


def test_lines_are_kept_when_asked_for(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.json"
    lines = (
        "De gikk langs stranda hele dagen og lette etter skjell som ingen andre hadde",
        "sett før dem, og da kvelden kom, satte de seg ned i sanden og så på bølgene",
        "som slo inn mot land, mens måkene skrek over dem og sola gikk sakte ned bak",
        "øyene langt der ute.",
    )
    source.write_text("\n".join(lines), "utf-8")
    for option, ends in (([], 0), (["--lines"], 3)):
        assert main(["translate", str(source), "--from", "nb", *option, "-o", str(target)]) == 0
        assert json.loads(target.read_text("utf-8"))["paragraphs"][0]["source"].count("\n") == ends


def test_what_was_mended_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes("Været på øya var vått.\nKaf".encode() + b"\xe9en var stengt.\n")
    assert main(["translate", str(source), "--from", "nb", "-o", str(tmp_path / "b.txt")]) == 0
    assert "1 place was in another encoding (Windows-1252) and has been repaired (line 2)." in capsys.readouterr().err


needs_pipes = pytest.mark.skipif(os.name != "posix", reason="pipes and devices as POSIX has them")


class Waiting:
    """A command in another process that waits for input from a pipe."""

    def __init__(self, pipe: Path, *arguments: str | Path) -> None:
        os.mkfifo(pipe)
        command = [sys.executable, "-m", "tests.command", *map(str, arguments)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        threading.Thread(target=self._give_up, args=[pipe], daemon=True).start()
        self.end = open(pipe, "wb")  # noqa: SIM115 -- returns when the command has opened its end

    def _give_up(self, pipe: Path) -> None:
        """Open the other end if the command ends without reading, so that the test does not wait for it."""
        self.process.wait()
        with suppress(FileNotFoundError):  # the test is over, and what it wrote is gone
            os.close(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))

    def outcome(self) -> tuple[int, bytes, bytes]:
        with suppress(BrokenPipeError):
            self.end.close()
        out, err = self.process.communicate()
        return self.process.returncode, out, err


@needs_pipes
@pytest.mark.parametrize("name", ["rør", "rør.md"])
def test_a_pipe_is_read_to_its_end(tmp_path: Path, name: str) -> None:
    waiting = Waiting(tmp_path / name, "translate", tmp_path / name, "--format", "json")
    waiting.end.write(f"~~Tittel~~\n\n{NORWEGIAN}".encode())
    code, out, err = waiting.outcome()
    assert (code, err) == (0, b"")
    document = json.loads(out)
    assert document["document"]["name"] == name
    assert document["paragraphs"][0]["source"] == ("Tittel" if name.endswith(".md") else "~~Tittel~~")


@needs_pipes
def test_a_reference_translation_comes_through_a_pipe(document: Path, tmp_path: Path) -> None:
    pipe, output = tmp_path / "rør", tmp_path / "ut.md"
    waiting = Waiting(pipe, "export", document, "--reference", pipe, "-o", output)
    english = (
        "This is a text in Norwegian, and it is written by one who lives in the city and not in the country.\n\n"
        "It has two paragraphs, and the second is a little longer than the first, so that nobody doubts the language.\n"
    )
    waiting.end.write(english.encode())
    code, _, err = waiting.outcome()
    assert (code, err) == (0, b"")
    assert "nobody doubts the language" in output.read_text("utf-8")


@needs_pipes
@pytest.mark.parametrize("command", ["translate", "export", "reference", "check"])
def test_ctrl_c_ends_the_waiting_for_a_pipe(command: str, document: Path, tmp_path: Path) -> None:
    pipe, output = tmp_path / "rør", tmp_path / "ut.md"
    arguments: list[str | Path] = [command, pipe]
    if command == "reference":
        arguments = ["export", document, "--reference", pipe]
    waiting = Waiting(pipe, *arguments, *(() if command == "check" else ("-o", output)))
    waiting.process.send_signal(signal.SIGINT)
    out, err = waiting.process.communicate()
    assert (waiting.process.returncode, out, err) == (130, b"", b"tospalt: Interrupted.\n")
    waiting.end.close()
    assert not output.exists()


@needs_pipes
@pytest.mark.parametrize("way", ["pipe", "standard input"])
def test_what_comes_through_a_pipe_has_a_limit(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("reader.formats", "reader.formats.reading"):
        monkeypatch.setattr(f"{module}.MAX_BYTES", 2_000_000)
    read_end, write_end = os.pipe()

    def send() -> None:
        with open(write_end, "wb") as go:
            go.write(b"a" * 2_000_001)

    writer = threading.Thread(target=send)
    with open(read_end, "rb") as come:
        writer.start()
        if way == "pipe":
            name, expected = f"/dev/fd/{read_end}", f"“/dev/fd/{read_end}” is too large (2 MB)"
        else:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(come))
            name, expected = "-", "Standard input is too large. Tospalt reads documents of up to 2 MB."
        with pytest.raises(DocumentError, match=re.escape(expected)):
            read(name)
        writer.join()


@pytest.mark.parametrize("data", [b"BEGIN:VCARD\nFN:Hei\n", b"\x89PNG\r\n\x1a\n\0"], ids=["card", "image"])
def test_what_is_no_text_is_refused_from_standard_input_too(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    with pytest.raises(DocumentError, match=r"^“standard input” is (a contact card|an image), not plain text\. "):
        read("-")


@needs_pipes
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused_in_one_line(device: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in (["translate", device], ["export", device, "-o", str(tmp_path / "ut.md")]):
        assert main(arguments) == 1
        assert capfd.readouterr() == ("", f"tospalt: “{device}” is not an ordinary file.\n")


@needs_pipes
def test_what_leads_nowhere_is_refused_in_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    loop, broken, end = tmp_path / "loop", tmp_path / "broken", tmp_path / "socket"
    loop.symlink_to(loop)
    broken.symlink_to(tmp_path / "nowhere")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(end))
        for path, told in (
            (loop, "cannot be read: too many symbolic links."),
            (broken, "does not exist."),
            (end, "is not an ordinary file."),
            (tmp_path, "is a folder, not a document."),
        ):
            assert main(["translate", str(path)]) == 1
            assert capfd.readouterr().err == f"tospalt: “{path}” {told}\n"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_file_that_says_it_is_empty_and_is_not_is_read() -> None:
    assert Path("/proc/self/status").stat().st_size == 0
    assert "Name:" in read("/proc/self/status").paragraphs[0].text


def test_the_direction_can_be_chosen(document: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert main(["translate", str(document), "--from", "en", "--to", "nb", "-o", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["package"]["name"] == "translate-en_nb"


@pytest.mark.parametrize("command", ["translate", "export"])
def test_a_failure_is_one_clear_line_and_exit_code_1(command: str, tmp_path: Path) -> None:
    output = tmp_path / ("ut.txt" if command == "translate" else "ut.pdf")
    result = run(command, tmp_path / "finnes ikke.txt", "-o", output)
    assert result.returncode == 1
    assert result.stderr.decode() == f"tospalt: “{tmp_path / 'finnes ikke.txt'}” does not exist.\n"
    assert not output.exists()


@pytest.mark.parametrize("output", ["no/such/folder/out", "folder", "/proc/out"])
@pytest.mark.parametrize("command", ["translate", "export"])
def test_an_output_that_cannot_be_written_fails_before_the_work_is_done(
    command: str,
    output: str,
    document: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.engine.engine.Engine.translate", lambda *_: pytest.fail("it was translated"))
    suffix = ".pdf" if command == "export" else ".txt"
    (tmp_path / f"folder{suffix}").mkdir()
    assert main([command, str(document), "-o", str(tmp_path / f"{output}{suffix}")]) == 1
    assert "cannot be written: " in capsys.readouterr().err


def test_a_document_is_never_replaced_by_its_own_translation(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "lenke.txt"
    link.symlink_to(document)
    for output in (document, link):
        assert main(["translate", str(document), "-o", str(output)]) == 1
        assert "is the document itself" in capsys.readouterr().err
    assert document.read_text("utf-8") == NORWEGIAN


def test_a_kind_of_file_that_translate_does_not_write_is_refused(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translate", str(document), "-o", str(tmp_path / "ut.docx")]) == 1
    assert "translate, which writes .txt, .md, .json and .tmx" in capsys.readouterr().err
    assert main(["translate", str(document), "--format", "text", "-o", str(tmp_path / "ut.docx")]) == 0


def test_a_full_standard_output_is_a_clear_failure(document: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "tests.command", "translate", str(document)]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 1
    assert result.stderr.decode() == "tospalt: The result could not be written: the disk is full.\n"


@pytest.mark.parametrize("code", ["NB", "no", "nb", "nb-NO"])
def test_bokmal_goes_by_several_codes(code: str, document: Path, tmp_path: Path) -> None:
    assert main(["translate", str(document), "--from", code, "-o", str(tmp_path / "ut.txt")]) == 0


def test_a_guess_at_the_language_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kort.txt"
    path.write_text("Hei på deg.", "utf-8")
    assert main(["translate", str(path)]) == 0
    assert "Language of “kort.txt” unclear; reading as Norwegian Bokmål" in capsys.readouterr().err


def test_a_text_in_another_language_is_not_taken_for_one_of_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tysk.txt"
    path.write_text("Dies ist ein Text auf Deutsch, der lang genug ist, um als Deutsch erkannt zu werden.", "utf-8")
    assert main(["translate", str(path)]) == 1
    assert capsys.readouterr().err == (
        "tospalt: No language package for German to English is installed. --from nb reads it as Norwegian Bokmål, "
        "--from en reads it as English. “tospalt packages available” lists the packages that can be installed.\n"
    )


def test_a_text_in_danish_is_read_as_norwegian_and_that_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dansk.txt"
    path.write_text("\n\n".join(paragraph("da", Random(seed)) for seed in range(3)), "utf-8")
    assert main(["translate", str(path)]) == 0
    assert capsys.readouterr().err == (
        "tospalt: “dansk.txt” seems to be in Danish and is translated as Norwegian Bokmål "
        "(--from nb says so, --from da otherwise).\n"
    )
    assert main(["translate", str(path), "--from", "nb"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["translate", str(path), "--from", "da"]) == 1
    assert "No language package for Danish" in capsys.readouterr().err


def test_paragraphs_in_other_languages_are_left_unless_all_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, german = tmp_path / "a.txt", paragraph("de", Random(1))
    path.write_text("\n\n".join([paragraph("nb", Random(1)), german, paragraph("nb", Random(2))]), "utf-8")
    assert main(["translate", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out.split("\n\n")[1] == german
    assert err == "tospalt: “a.txt”: 1 paragraph in another language left as in the original: German (see --all).\n"
    assert main(["translate", str(path), "--all"]) == 0
    out, err = capsys.readouterr()
    assert out.split("\n\n")[1] != german
    assert err == ""


def test_a_changed_package_names_the_option_that_accepts_it() -> None:
    error = ChecksumError(False, "It has changed.")
    assert told(error, Namespace()) == "It has changed. If that is as it should be, --accept-changed installs it."
    assert told(ChecksumError(True, "It is not the one."), Namespace()) == "It is not the one."


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_says_so() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    result = subprocess.run([sys.executable, "-m", "tests.command"], capture_output=True, env=environment)
    assert result.returncode == 1
    assert result.stderr.startswith(b"tospalt: There is no screen")


def test_a_pair_without_package_is_a_clear_failure(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", str(document), "--to", "sv"]) == 1
    expected = "tospalt: No language package for Norwegian Bokmål to Swedish is installed. "
    assert capsys.readouterr().err.startswith(expected)


def test_the_export_refuses_a_name_of_no_format(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(document), "-o", "out.xyz"]) == 1
    assert "must end in one of these: .pdf, .docx, " in capsys.readouterr().err


def test_the_export_writes_a_pdf(document: Path, tmp_path: Path) -> None:
    target = tmp_path / "tospråklig ø.pdf"
    assert main(["export", str(document), "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "arguments", [["translate"], ["translate", "a", "b"], ["export", "a"], ["translate", "a", "--format", "odd"]]
)
def test_wrong_use_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "usage: tospalt" in capsys.readouterr().err


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_questions_are_answered_without_a_window(argument: str) -> None:
    result = run(argument)
    assert result.returncode == 0
    assert result.stdout.startswith(b"tospalt 0." if argument == "--version" else b"usage: tospalt")
    assert argument == "--version" or all(name.encode() in result.stdout.split(b"Commands:")[1] for name in COMMANDS)


@pytest.mark.skipif(os.name != "posix", reason="signals and terminals are POSIX's")
def test_ctrl_c_ends_a_translation_with_130_and_writes_nothing(tmp_path: Path) -> None:
    source, target = tmp_path / "long.txt", tmp_path / "out.txt"
    source.write_text("\n\n".join(path.read_text("utf-8") for path in SEEDS.iterdir()) * 8, "utf-8")
    # Progress is shown only on a terminal; the first output means that the translation has begun.
    terminal, screen = os.openpty()
    command = [sys.executable, "-m", "ui.main", "translate", str(source), "-o", str(target)]
    with subprocess.Popen(command, stderr=screen, start_new_session=True) as process:
        assert b"Translating" in os.read(terminal, 100)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    os.close(screen)
    os.close(terminal)
    assert not target.exists()


def test_a_reader_that_goes_away_is_no_crash(document: Path) -> None:
    command = [sys.executable, "-m", "tests.command", "translate", str(document), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.wait(60) == 1
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("arguments", "told"),
    sample_rows(
        [
            (["frobnicate"], "“frobnicate” is neither a file nor a command; see tospalt --help."),
            (["help"], "“help” is neither a file nor a command; see tospalt --help."),
            ([""], "The name of a file is empty; see tospalt --help."),
            (["x" * 5000], f"“{'x' * 80}…” cannot be opened: the name is too long."),
            (["a\nb.txt"], "“a\\nb.txt” does not exist."),
            (["\033[31mred.txt"], "“\\x1b[31mred.txt” does not exist."),
            (["translat"], "“translat” is neither a file nor a command; the nearest command is “translate”."),
            (["--debug", "Package"], "“Package” is neither a file nor a command; the nearest command is “packages”."),
            (["exprt", "DOCUMENT", "-o", "ut.pdf"], "“exprt” is neither a file nor a command; the nearest command is"),
            (["borte.txt"], "“borte.txt” does not exist."),
            (["ikke/her", "borte.md"], "“ikke/her” does not exist."),
        ],
        2,
    ),
)
def test_what_is_no_command_and_no_file_opens_no_window(arguments: list[str], told: str, document: Path) -> None:
    result = run(*(str(document) if argument == "DOCUMENT" else argument for argument in arguments))
    assert result.returncode == 2 and result.stdout == b""
    [line] = result.stderr.decode().splitlines()
    assert line.startswith(f"tospalt: {told}")


@pytest.mark.parametrize("command", [["translate"], ["export"], ["translate", "a.txt"]])
def test_the_name_of_a_file_does_nothing_to_the_terminal(command: list[str]) -> None:
    output = ["-o", "ut.pdf"] if command == ["export"] else []
    result = run(*command, "a\nb\033[31m\u202e\x9b.txt", *output)
    assert result.returncode in (1, 2)
    assert b"a\\nb\\x1b[31m\\u202e\\x9b.txt" in result.stderr.splitlines()[-1]
    assert result.stderr.decode().replace("\n", "").isprintable()


def test_quotation_marks_are_plain_where_the_terminal_has_no_others() -> None:
    assert run("help", encoding="ascii").stderr.strip().startswith(b'tospalt: "help" is neither')


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """The files of each window that a start opens; nothing is started from a terminal."""
    opened: list[list[Path]] = []

    def run_window(files: list[Path], *_: object, **__: object) -> int:
        opened.append(files)
        return 0

    monkeypatch.setattr("ui.main._has_terminal", lambda: False)
    monkeypatch.setattr("ui.main._has_screen", lambda: True)
    monkeypatch.setattr("ui.running.run_window", run_window)
    return opened


@pytest.mark.parametrize(("terminal", "opened"), [(True, False), (False, True)])
def test_without_a_terminal_the_window_says_that_a_file_is_not_there(
    terminal: bool,
    opened: bool,
    windows: list[list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    gone = tmp_path / "borte.txt"
    monkeypatch.setattr("ui.main._has_terminal", lambda: terminal)
    monkeypatch.setattr(sys, "argv", ["tospalt", str(gone)])
    assert run_program() == (0 if opened else 2)
    assert windows == ([[gone]] if opened else [])
    assert ("does not exist" in capsys.readouterr().err) is not opened


@pytest.mark.parametrize("words", [["translat", "x"], ["translat"], ["borte.txt"], ["--new-window", "ikke/borte.md"]])
def test_what_only_a_person_or_a_script_writes_opens_no_window_without_a_terminal_either(
    words: list[str],
    windows: list[list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ui.main._with_window", lambda *_, **__: pytest.fail("another window was asked"))
    monkeypatch.setattr(sys, "argv", ["tospalt", *words])
    assert run_program() == 2 and windows == []
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("tospalt: “")


def test_a_folder_opens_the_window_too(
    windows: list[list[Path]], monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    monkeypatch.chdir(document.parent.parent)
    monkeypatch.setattr(sys, "argv", ["tospalt", document.parent.name])
    assert run_program() == 0
    assert windows == [[Path(document.parent.name)]]


def test_the_window_shows_the_first_file_that_is_there(
    windows: list[list[Path]], monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    other = document.with_name("other.txt")
    other.write_text(NORWEGIAN, "utf-8")
    monkeypatch.setattr(sys, "argv", ["tospalt", "borte.txt", str(document), str(other)])
    assert run_program() == 0
    assert windows == [[document, other, Path("borte.txt")]]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the current folder cannot be deleted")
def test_a_window_of_its_own_opens_where_the_current_folder_is_gone(
    windows: list[list[Path]], monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(sys, "argv", ["tospalt", "borte.txt", str(document)])
    assert run_program() == 0 and windows == [[document, Path("borte.txt")]]


def test_a_window_opens_for_files_that_are_there_and_without_arguments(document: Path, tmp_path: Path) -> None:
    named = tmp_path / "translat"
    named.write_text(NORWEGIAN, "utf-8")
    for arguments in ([], ["--debug"], [str(document)], [str(document), "borte.txt"], ["borte.txt", str(document)]):
        assert misuse(arguments) == ""
    assert misuse([str(named)]) == ""
    assert misuse(["translat", str(document)]) != ""  # a command misspelt, not two files
