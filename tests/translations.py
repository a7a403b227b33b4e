"""Updates the translations of the window: `python -m tests.translations`.

Collects the strings marked for translation in `ui` and the message templates of the core, writes them to
`resources/translations/tospalt_nb.ts` with the translations there, drops unused ones, reports missing ones, and
compiles both `.ts` files to the `.qm` files that the program loads. Qt's lupdate cannot find the core's templates, and
does not sort.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
OWN, QT = FOLDER / "tospalt_nb.ts", FOLDER / "qt_nb.ts"
CORE = "reader"

# Text that only the command line shows stays English.
_ENGLISH = ROOT / CORE / "commands"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The key of a translation."""

    context: str
    source: str


def sources() -> dict[Key, str]:
    """Everything to be translated, with the first file (relative to the repository) that has it."""
    found: dict[Key, str] = {}
    for package in ("ui", CORE):
        for path in sorted((ROOT / package).rglob("*.py")):
            if not path.is_relative_to(_ENGLISH):
                keys = strings_of_core(parsed(path)) if package == CORE else strings_of_window(parsed(path))
                for key in keys:
                    found.setdefault(key, str(path.relative_to(ROOT).as_posix()))
    return found


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def called(node: ast.Call) -> str:
    """The last part of the called name."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def literal(node: ast.AST | None) -> str | None:
    """The text of a string literal, else None."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@cache
def makers() -> frozenset[str]:
    """The names of the classes and functions that take a message template."""
    names = {"TospaltError", "Message", "template"}
    classes = [n for p in (ROOT / CORE).rglob("*.py") for n in ast.walk(parsed(p)) if isinstance(n, ast.ClassDef)]
    while more := {c.name for c in classes if {b.id for b in c.bases if isinstance(b, ast.Name)} & names} - names:
        names |= more
    return frozenset(names)


def strings_of_core(tree: ast.Module) -> Iterator[Key]:
    """The templates of errors, messages and calls of `template`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in makers():
            text = next(filter(None, map(literal, node.args)), None)
            if text and any(map(str.isalpha, text)):
                yield Key(CORE, text)


def strings_of_window(tree: ast.Module) -> Iterator[Key]:
    """The strings in `self.tr`, with their class as context, in calls that name a context, and in the function `_tr` of
    a module, which names the context of its strings.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (Key(node.name, text) for text in _own_strings(node))
        elif isinstance(node, ast.Call) and called(node) in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
            context, text = literal(node.args[0]), literal(node.args[1])
            if context and text:
                yield Key(context, text)
        elif isinstance(node, ast.Call) and called(node) == "_tr" and (text := literal(node.args[0])):
            yield Key(_context_of_module(tree), text)


def _context_of_module(tree: ast.Module) -> str:
    helper = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "_tr")
    calls = (node for node in ast.walk(helper) if isinstance(node, ast.Call) and called(node) == "translate")
    return literal(next(calls).args[0]) or ""


def _own_strings(node: ast.AST) -> Iterator[str]:
    """The strings in `tr` below `node`, without those in nested classes."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            continue
        if isinstance(child, ast.Call) and called(child) == "tr" and (text := literal(child.args[0])):
            yield text
        yield from _own_strings(child)


def read(file: Path) -> dict[Key, str]:
    """The finished translations in a .ts file."""
    done: dict[Key, str] = {}
    if not file.exists():
        return done
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                key = Key(context.findtext("name", ""), message.findtext("source", ""))
                done[key] = translation.text
    return done


def as_ts(wanted: dict[Key, str], done: dict[Key, str]) -> str:
    """The .ts file, with contexts and strings sorted, so that diffs are readable."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="nb_NO">']
    for context in sorted({key.context for key in wanted}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for key in sorted(key for key in wanted if key.context == context):
            lines += _message(key, wanted[key], done.get(key))
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(key: Key, file: str, translation: str | None) -> Iterable[str]:
    yield "    <message>"
    yield f'        <location filename="../../{escape(file)}"/>'
    yield f"        <source>{escape(key.source)}</source>"
    unfinished = "" if translation else ' type="unfinished"'
    yield f"        <translation{unfinished}>{escape(translation or '')}</translation>"
    yield "    </message>"


def release(file: Path) -> None:
    """Compile a .ts file to the .qm file beside it, with PySide6's lrelease."""
    import PySide6

    program = next(Path(PySide6.__path__[0]).glob("**/lrelease*"))
    subprocess.run([program, "-silent", file, "-qm", file.with_suffix(".qm")], check=True)


def main() -> int:
    """Update everything; 1 if something is not translated."""
    wanted, done = sources(), read(OWN)
    OWN.write_text(as_ts(wanted, done), "utf-8")
    missing = [key for key in sorted(wanted) if key not in done]
    for key in missing:
        print(f"{wanted[key]}: {key.context}: {key.source!r} is not translated", file=sys.stderr)
    for file in (OWN, QT):
        release(file)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
