"""How long documents take to be read: `python -m tests.benchmarks.documents [--rounds N] [PARAGRAPHS ...]`.

Prints one line of JSON for each format and number of paragraphs (100, 1,000 and 10,000 by default): the megabytes of
the file and of its text unpacked, and for Tospalt and, where it is installed, Pandoc the seconds (median of the rounds,
taken in turns) and the most memory of the process that reads, in megabytes. Both are whole processes: with `read_s` is
what a document takes in the program, whose other parts are loaded already, and with `write_s` what it takes to write
all its paragraphs back with other words, in its own layout, if that can be. Pandoc writes no file back, and reads no
mail and no subtitles; for PDF pdftotext is the peer.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

from reader.formats import Change, Rewriting, SentenceChange, original_suffixes, read_document, rewritten
from reader.formats.suffixes import MAIL_SUFFIXES, SUBTITLE_SUFFIXES
from reader.text import Document, word_spans
from tests.reader.formats.books import book
from tests.reader.formats.docx.word_files import p, r, word_file
from tests.reader.formats.odt.files import odt
from tests.reader.formats.pdf.typesetting import Layout, Set, typeset
from tests.reader.formats.rtf.rtf_files import rtf

_SENTENCE = "Båten la til ved brygga om morgenen, og {number} av dem som hadde ventet der hele natten, gikk om bord."
_CHAPTER = 500
_READ = "import sys; from pathlib import Path; from reader import read_document; read_document(Path(sys.argv[1]))"


def _html(count: int) -> bytes:
    return f"<html lang='nb'><body>{_paragraphs(count, '<p>{} <b>fet</b> {}</p>')}</body></html>".encode()


def _epub(count: int) -> bytes:
    size = 500
    chapters = {
        f"{start}.xhtml": _paragraphs(min(size, count - start), "<p>{} <b>fet</b> {}</p>")
        for start in range(0, count, size)
    }
    return book(chapters)


def _docx(count: int) -> bytes:
    return word_file(_paragraphs(count, p(r("{} ") + r("fet", "<w:b/>") + r(" {}"))))


def _odt(count: int) -> bytes:
    return odt(_paragraphs(count, "<text:p>{} <text:span>fet</text:span> {}</text:p>"))


def _rtf(count: int) -> bytes:
    return rtf(_paragraphs(count, r"{} {{\b fet}} {}\par ").replace("å", r"\'e5"))


def _eml(count: int) -> bytes:
    """A mail in two forms, of which one is read, and with an attachment that takes as much."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "kari@eksempel.no", "Møte"
    mail.set_content(_paragraphs(count, "{} {}\n\n"), cte="quoted-printable")
    mail.add_alternative(_paragraphs(count, "<p>{} <b>fet</b> {}</p>"), subtype="html", cte="base64")
    mail.add_attachment(bytes(400 * count), maintype="application", subtype="pdf", filename="a.pdf")
    return bytes(mail)


def _mhtml(count: int) -> bytes:
    page = MIMEMultipart("related", _subparts=[MIMEText(_html(count).decode(), "html")])
    page["From"], page["Subject"] = "<Saved by Blink>", "Side"
    return bytes(page)


def _paragraphs(count: int, form: str) -> str:
    sentences = (_SENTENCE.format(number=number) for number in range(count))
    return "".join(form.format(sentence, sentence) for sentence in sentences)


def _md(count: int) -> bytes:
    return _paragraphs(count, "{} **fet** {}\n\n").encode()


def _srt(count: int) -> bytes:
    return _cues(count, ",").encode()


def _vtt(count: int) -> bytes:
    return f"WEBVTT\n\n{_cues(count, '.')}".encode()


def _cues(count: int, point: str) -> str:
    """Subtitles of two lines each, one every two seconds."""
    times = [f"{n // 1800:02}:{n // 30 % 60:02}:{n % 30 * 2:02}{point}000" for n in range(count + 1)]
    sentences = _paragraphs(count, "{}\n").splitlines()
    cues = zip(range(1, count + 1), times, times[1:], sentences, strict=False)
    return "".join(f"{n}\n{start} --> {end}\n{text[:40]}\n<i>{text[40:]}</i>\n\n" for n, start, end, text in cues)


def _pdf(count: int) -> bytes:
    layout = Layout(width=595, height=842, head="Rapport", hyphenate=False)
    return typeset([Set("paragraph", text) for text in _paragraphs(count, "{} {}\n").splitlines()], layout)


_FORMATS: Mapping[str, Callable[[int], bytes]] = {
    "html": _html,
    "epub": _epub,
    "docx": _docx,
    "odt": _odt,
    "rtf": _rtf,
    "eml": _eml,
    "mhtml": _mhtml,
    "md": _md,
    "srt": _srt,
    "vtt": _vtt,
    "pdf": _pdf,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 10_000], metavar="PARAGRAPHS")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for format_, make in _FORMATS.items():
            for count in given.counts:
                path = Path(folder, f"{count}.{format_}")
                path.write_bytes(make(count))
                print(json.dumps({"format": format_, "paragraphs": count, **_measured(path, given.rounds)}), flush=True)


def _measured(path: Path, rounds: int) -> dict[str, object]:
    commands = {"tospalt": [sys.executable, "-c", _READ, str(path)]}
    if path.suffix == ".pdf":
        if shutil.which("pdftotext"):
            commands["pdftotext"] = ["pdftotext", str(path), str(path.with_suffix(".txt"))]
    elif shutil.which("pandoc") and path.suffix not in MAIL_SUFFIXES | SUBTITLE_SUFFIXES:
        commands["pandoc"] = ["pandoc", "-t", "json", "-o", str(path.with_suffix(".json")), str(path)]
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(_run(command))
    start = time.perf_counter()
    document = read_document(path)
    found: dict[str, object] = {
        "mb": round(path.stat().st_size / 1e6, 2),
        "read_s": _rounded(time.perf_counter() - start),
    }
    if original_suffixes(document):
        start = time.perf_counter()
        rewritten(document, path, _with_another_word(document))
        found["write_s"] = _rounded(time.perf_counter() - start)
    for name, each in runs.items():
        found[name] = {"s": _rounded(statistics.median(s for s, _ in each)), "mb": round(max(mb for _, mb in each))}
    return found


def _with_another_word(document: Document) -> Rewriting:
    """What makes the last word of every paragraph another, with all words linked in their order."""
    changes = []
    for row, paragraph in enumerate(document.paragraphs):
        text = paragraph.text
        words = word_spans(text)
        new = text[: words[-1][0]] + "X" * (words[-1][1] - words[-1][0]) + text[words[-1][1] :]
        whole = (0, len(text))
        links = tuple((*word, *word, 1.0) for word in words)
        changes.append(Change(row, new, (SentenceChange(whole, whole, links),), paragraph.marks))
    return Rewriting([paragraph.text for paragraph in document.paragraphs], changes, both=False, language="en")


def _run(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and megabytes of a process, with what it starts; measured by one in between, as the system adds up."""
    code = "import resource, subprocess, sys, time; t = time.perf_counter(); subprocess.run(sys.argv[1:], check=True); "
    code += "print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3)"
    done = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def _rounded(seconds: float) -> float:
    return round(seconds, 2)


if __name__ == "__main__":
    main()
