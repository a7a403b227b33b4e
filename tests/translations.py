"""Updates the translations of the window: `python -m tests.translations`.

It collects every string that is marked for translation in `ui` and every template of the core's sentences, puts them
into `resources/translations/tospalt_nb.ts`, keeps what is translated there, drops what is used no more, names what
is missing, and compiles the `.ts` files to the `.qm` files that the program loads. English says what the source says,
but for what is counted: `tospalt_en.ts` has its forms, as `tospalt_nb.ts` has the Norwegian ones. Qt's lupdate finds
what stands in `tr`; the templates of the core it cannot, and it writes whatever order it finds, so this does the whole.
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

from tests.source_tree import ROOT, modules, nodes, parsed

FOLDER = ROOT / "resources" / "translations"
# What each language says itself, and what Qt's own widgets and dialogs say in it, which is written by hand.
OWN = {"en_US": FOLDER / "tospalt_en.ts", "nb_NO": FOLDER / "tospalt_nb.ts"}
QT = {"en_US": FOLDER / "qt_en.ts", "nb_NO": FOLDER / "qt_nb.ts"}
CORE = "reader"
# Of what is counted: for 1 and for any other number, both in English and in Norwegian.
FORMS = 2

# Text that only the command line shows stays English.
_ENGLISH = ROOT / CORE / "commands"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a translation is found by; what is `counted` has one for each form of the number that it is asked for."""

    context: str
    source: str
    counted: bool = False


@cache
def sources() -> dict[Key, str]:
    """Everything to be translated, with the first file (relative to the repository) that has it."""
    found: dict[Key, str] = {}
    for package in ("ui", CORE):
        for path in modules(package):
            if not path.is_relative_to(_ENGLISH):
                keys = strings_of_core(nodes(path)) if package == CORE else strings_of_window(parsed(path))
                for key in keys:
                    found.setdefault(key, str(path.relative_to(ROOT).as_posix()))
    return found


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
    """The names of what makes a sentence of the core from a template."""
    names = {"TospaltError", "Message", "template", "plural"}
    classes = [node for path in modules(CORE) for node in nodes(path) if isinstance(node, ast.ClassDef)]
    while more := {c.name for c in classes if {b.id for b in c.bases if isinstance(b, ast.Name)} & names} - names:
        names |= more
    return frozenset(names)


def strings_of_core(nodes: Iterable[ast.AST]) -> Iterator[Key]:
    """The templates of errors, of messages, of both forms of what is counted, and of what is marked `template`."""
    for node in nodes:
        if isinstance(node, ast.Call):
            yield from (Key(CORE, text) for text in templates(node) if any(map(str.isalpha, text)))


def templates(node: ast.Call) -> list[str]:
    """The templates that stand in a call of the core."""
    found = [text for text in map(literal, node.args) if text]
    if called(node) == "plural":
        return found
    return found[:1] if called(node) in makers() else []


def strings_of_window(tree: ast.Module) -> Iterator[Key]:
    """The strings in `self.tr`, with their class as context, in calls that name a context, and in the function `_tr` of
    a module, which names the context of its strings.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (Key(node.name, text, counted) for text, counted in _own_strings(node))
        elif isinstance(node, ast.Call) and called(node) in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
            context, text = literal(node.args[0]), literal(node.args[1])
            if context and text:
                yield Key(context, text, len(node.args) > 3)
        elif isinstance(node, ast.Call) and called(node) == "_tr" and (text := literal(node.args[0])):
            yield Key(_context_of_module(tree), text)


def _context_of_module(tree: ast.Module) -> str:
    helper = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "_tr")
    calls = (node for node in ast.walk(helper) if isinstance(node, ast.Call) and called(node) == "translate")
    return literal(next(calls).args[0]) or ""


def _own_strings(node: ast.AST) -> Iterator[tuple[str, bool]]:
    """What stands in `tr` below `node`, but not in a class of its own, and whether it is counted."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            continue
        if isinstance(child, ast.Call) and called(child) == "tr" and (text := literal(child.args[0])):
            yield text, len(child.args) > 2
        yield from _own_strings(child)


def wanted_in(language: str) -> dict[Key, str]:
    """What of `sources` must be translated into a language: of English, in which it is written, what is counted."""
    return {key: file for key, file in sources().items() if language != "en_US" or key.counted}


def read(file: Path) -> dict[Key, tuple[str, ...]]:
    """The finished translations in a .ts file: all forms of what is counted, one of everything else."""
    done: dict[Key, tuple[str, ...]] = {}
    if not file.exists():
        return done
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            counted = message.get("numerus") == "yes"
            if forms := _finished(message, counted):
                done[Key(context.findtext("name", ""), message.findtext("source", ""), counted)] = forms
    return done


def _finished(message: ET.Element, counted: bool) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return ()
    forms = tuple((form.text or "") for form in (translation.iter("numerusform") if counted else (translation,)))
    return forms if all(forms) and len(forms) == (FORMS if counted else 1) else ()


def as_ts(wanted: dict[Key, str], done: dict[Key, tuple[str, ...]], language: str) -> str:
    """The .ts file; contexts and strings in alphabetical order, so that changes are easily read."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    for context in sorted({key.context for key in wanted}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for key in sorted(key for key in wanted if key.context == context):
            lines += _message(key, wanted[key], done.get(key, ()))
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(key: Key, file: str, forms: tuple[str, ...]) -> Iterable[str]:
    numerus, unfinished = ' numerus="yes"' * key.counted, ' type="unfinished"' * (not forms)
    yield f"    <message{numerus}>"
    yield f'        <location filename="../../{escape(file)}"/>'
    yield f"        <source>{escape(key.source)}</source>"
    if key.counted:
        yield f"        <translation{unfinished}>"
        yield from (f"            <numerusform>{escape(form)}</numerusform>" for form in forms or ("",) * FORMS)
        yield "        </translation>"
    else:
        yield f"        <translation{unfinished}>{escape(''.join(forms))}</translation>"
    yield "    </message>"


def release(file: Path) -> None:
    """Compile a .ts file to the .qm file beside it, with PySide6's lrelease."""
    import PySide6

    program = next(Path(PySide6.__path__[0]).glob("**/lrelease*"))
    subprocess.run([program, "-silent", file, "-qm", file.with_suffix(".qm")], check=True)


def main() -> int:
    """Do it all; 1 if something is still to be translated."""
    missing = [line for language, file in OWN.items() for line in update(language, file)]
    for line in missing:
        print(line, file=sys.stderr)
    for file in (*OWN.values(), *QT.values()):
        release(file)
    return 1 if missing else 0


def update(language: str, file: Path) -> list[str]:
    """Bring a .ts file up to date; a line for each string that is still to be translated in it."""
    wanted, done = wanted_in(language), read(file)
    file.write_text(as_ts(wanted, done, language), "utf-8")
    return [f"{wanted[key]}: {key.context}: {key.source!r} in {file.name}" for key in sorted(wanted) if key not in done]


if __name__ == "__main__":
    sys.exit(main())
