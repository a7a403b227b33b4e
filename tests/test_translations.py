"""All text in the window is translated to Norwegian, and none bypasses the translations.

If a test fails here, run `python -m tests.translations`; see its docstring.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from tests.source_tree import ROOT, forget_trees, modules, nodes, of_each, parsed
from tests.translations import (
    CORE,
    FORMS,
    OWN,
    QT,
    Key,
    as_ts,
    called,
    literal,
    makers,
    read,
    strings_of_core,
    strings_of_window,
    templates,
    wanted_in,
)

DONE = {file: read(file) for file in OWN.values()}
NORWEGIAN = DONE[OWN["nb_NO"]]

# Words in `ui` that are the same in every language: names, and Qt's names of keys.
NAMES = {"Tospalt", "Fusion", "Source Serif 4", "English", "Norsk bokmål"}
KEYS = {
    "Ctrl",
    "Shift",
    "Alt",
    "Esc",
    "Return",
    "Del",
    "Tab",
    "Space",
    "Home",
    "End",
    "Up",
    "Down",
    "Left",
    "Right",
    "PgUp",
    "PgDown",
}
# Calls whose strings are translated, or internal.
OTHERWISE = {
    "tr",
    "_tr",
    "translate",
    "QT_TRANSLATE_NOOP",
    "setObjectName",
    "setProperty",
    "findChild",
    "cast",
    "print",
    "caught",  # to the log
    "note",
}
# For measuring, or patterns: never shown.
SAMPLES = {"_SAMPLE", "_WITHIN"}
# One word for one thing: how English words begin, and how what stands for them in Norwegian does.
TERMS = {
    "document": "dokument",
    "draft": "utkast",
    "edit": "redig",
    "export": "eksport",
    "folder": "mappe",
    "font size": "skriftstørrelse",
    r"fonts?\b(?! size)": "skrifttype",
    "heading": "overskrift",
    "highlight": "uthev",
    "language package": "språkpakke",
    "library": "bibliotek",
    "machine translation": "maskinoversettelse",
    "outline": "disposisjon",
    "paragraph": "avsnitt",
    "preview": "forhåndsvis",
    "progress": "fremdrift",
    "sentence": "setning",
    "settings": "innstilling",
    "shortcut": "hurtigtast",
    "translation memory": "oversettelsesminne",
}
# Two words, a sentence, or a word in capitals: what a person reads. Names of methods, roles and files are none.
PROSE = re.compile(r"[^\W\d_]{2,},? +[^\W\d_]{2,}|^\W*[A-ZÆØÅ][a-zæøå]+\W*$|[^\W\d_]…")
# Calls whose strings are always shown.
SHOWN = re.compile(
    r"set(Text|WindowTitle|ToolTip|StatusTip|WhatsThis|AccessibleName|AccessibleDescription|PlaceholderText|Title"
    r"|Prefix|Suffix|HeaderLabels?|LabelText)|Q(Label|PushButton|CheckBox|RadioButton|GroupBox|ToolBar|Action|Menu)"
    r"|say|addRow|addItem|addTab|addMenu|announce"
)


@pytest.fixture(autouse=True, scope="module")
def trees_are_let_go() -> Iterator[None]:
    yield
    forget_trees()


def wanted(file: Path) -> dict[Key, str]:
    """What a file of ours must translate."""
    return wanted_in(next(language for language, own in OWN.items() if own == file))


def classes() -> list[ast.ClassDef]:
    """The classes of the window."""
    return [node for path in modules("ui") for node in nodes(path) if isinstance(node, ast.ClassDef)]


@cache
def known() -> set[str]:
    """Words that are no text."""
    return NAMES | KEYS | {node.name for node in classes()}


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def excused(tree: ast.Module) -> set[int]:
    """Ids of the nodes of literals that are translated, documentation, or internal."""
    found: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Raise():
                found |= {id(part) for part in ast.walk(node)}
            case ast.Call() if called(node) in OTHERWISE:
                found |= {id(part) for part in ast.walk(node)}
            case ast.Expr(value=value):
                found.add(id(value))
            case ast.arg(annotation=ast.expr() as types) | ast.AnnAssign(annotation=types):
                found |= {id(part) for part in ast.walk(types)}
            case ast.FunctionDef(returns=ast.expr() as types):
                found |= {id(part) for part in ast.walk(types)}
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in SAMPLES:
                found.add(id(value))
    return found


def shown(node: ast.AST) -> Iterator[ast.AST]:
    """The literals of an argument that are shown as written; those within a call in it are not."""
    match node:
        case ast.Constant():
            yield node
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            yield from (found for part in parts for found in shown(part))
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from (*shown(one), *shown(other))
        case ast.Call(func=ast.Attribute(value=text, attr="format")):
            yield from shown(text)


def read_by_people(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    skip = excused(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and SHOWN.fullmatch(called(node))]
    visible = {id(part) for call in calls for argument in call.args for part in shown(argument)}
    for node in ast.walk(tree):
        text = literal(node)
        if text is None or id(node) in skip:
            continue
        text = re.sub("<[^>]*>?", "", text)
        if re.sub(r"^\W+|\W+$", "", text) in known():
            continue
        if PROSE.search(text) or (id(node) in visible and re.search(r"[^\W\d_]{2,}", text)):
            yield node, text


@of_each("ui")
def test_nothing_that_is_read_stands_outside_tr(path: Path) -> None:
    assert not [f"{where(path, node)}: {text!r}" for node, text in read_by_people(parsed(path))]


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ('label.setText("Loading")', True),
        ('label.setText(f"{count} words")', True),
        ('label.setText("{n} words".format(n=n))', True),
        ('label.setText("On" if on else "Off")', True),
        ('x = {Kind.TITLE: "Title"}', True),
        ('raise_notice(f"Cannot read {name}.")', True),
        ('label.setText(self.tr("Loading"))', False),
        ('label.setText(self.tr("{n} words").format(n=n))', False),
        ('form.addRow(self.tr("&Theme:"), self._choice("theme", themes))', False),
        ('self.setWindowTitle(f"{title} – Tospalt")', False),
        ('QKeySequence("Del")', False),
        ('theme.colour("on_selection")', False),
    ],
)
def test_a_string_outside_tr_is_caught_and_what_the_program_needs_is_not(code: str, caught: bool) -> None:
    assert bool(list(read_by_people(ast.parse(code)))) is caught


@of_each("ui")
def test_what_stands_in_tr_is_a_literal(path: Path) -> None:
    calls = [node for node in nodes(path) if isinstance(node, ast.Call) and called(node) in ("tr", "_tr")]
    assert not [where(path, call) for call in calls if literal(call.args[0]) is None]


@of_each(CORE)
def test_a_sentence_of_the_core_is_a_template_and_values(path: Path) -> None:
    """Not an f-string or a concatenation, whose translation could not be found."""
    for call in (node for node in nodes(path) if isinstance(node, ast.Call) and called(node) in makers()):
        built = [a for a in call.args if isinstance(a, ast.JoinedStr | ast.BinOp) or called_format(a)]
        assert not built, where(path, call)
        if call.keywords and (found := templates(call)):
            given = {keyword.arg for keyword in call.keywords}
            number = {"count"} if called(call) == "plural" else set()
            assert None in given or given | number == set.union(number, *map(fields, found)), where(path, call)


@of_each(CORE)
def test_a_sentence_of_the_core_with_a_count_has_two_forms(path: Path) -> None:
    """The count is called so in `plural` only, which takes one form for 1 and another for more."""
    for call in (node for node in nodes(path) if isinstance(node, ast.Call) and called(node) in makers()):
        if called(call) not in ("plural", "template"):
            assert not any("{count}" in text for text in templates(call)), where(path, call)


def called_format(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and called(node) == "format"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("file", OWN.values(), ids=lambda file: file.name)
def test_every_string_has_a_finished_translation_and_what_is_counted_all_its_forms(file: Path) -> None:
    places, done = wanted(file), DONE[file]
    missing = [f"{places[key]}: {key.context}: {key.source!r}" for key in sorted(places) if key not in done]
    assert not missing, "run python -m tests.translations and fill these in: " + "\n".join(missing)


@pytest.mark.parametrize("file", OWN.values(), ids=lambda file: file.name)
def test_no_translation_is_of_a_string_that_is_gone(file: Path) -> None:
    assert not sorted(DONE[file].keys() - wanted(file).keys()), "python -m tests.translations drops these"


@pytest.mark.parametrize("file", OWN.values(), ids=lambda file: file.name)
def test_a_translation_has_the_same_parts_as_the_original(file: Path) -> None:
    for key, forms in DONE[file].items():
        assert parts(forms[-1]) == parts(key.source), forms
        for there in forms:
            # "About a minute": of one, the number and what goes with it need not be said.
            assert parts(there) <= parts(key.source), there
            assert there.count("&") == key.source.count("&"), there
            assert re.findall("<.*?>", there) == re.findall("<.*?>", key.source), there
            assert there.endswith((".", ":")) == key.source.endswith((".", ":")), there
            assert there == there.strip(" ") or key.source != key.source.strip(" "), there


def test_norwegian_has_its_own_punctuation() -> None:
    """Dots stand after a space where something is left out, and quotation marks are «»."""
    for key, there in ((key, form) for key, forms in NORWEGIAN.items() for form in forms):
        assert there.endswith("\N{NO-BREAK SPACE}…") == key.source.endswith("…"), there
        assert not set("“”„'\"") & set(there), there
        assert there.count("«") == there.count("»"), there


@pytest.mark.parametrize(("english", "norwegian"), TERMS.items())
def test_norwegian_has_one_word_for_one_thing(english: str, norwegian: str) -> None:
    sources = [key for key in NORWEGIAN if re.search(rf"\b{english}", without_places(key.source))]
    assert sources
    other = [form for key in sources for form in NORWEGIAN[key] if norwegian not in without_places(form)]
    assert not other


def test_a_norwegian_reason_fits_what_it_is_said_of_whatever_its_gender() -> None:
    """ "It" is a file, a package, the memory or a folder: den or det. "Det er en mappe" can be said of any of these."""
    reasons = {key.source: form for key in NORWEGIAN if key.context == CORE for form in NORWEGIAN[key]}
    reasons = {english: there for english, there in reasons.items() if re.match(r"(?=[a-z]).*\bit\b", english)}
    assert len(reasons) > 6
    assert not [there for there in reasons.values() if re.search(r"^den |^det (?!er (ikke )?en )| de[nt]$", there)]


def without_places(text: str) -> str:
    """The words alone, in small letters."""
    return re.sub("{.*?}|&", "", text).lower()


def parts(text: str) -> set[str]:
    """The places of values and of the number."""
    return fields(text) | set(re.findall("%L?n", text))


@pytest.mark.parametrize(
    "code", ['self.tr("%Ln word(s)", "", count)', 'QCoreApplication.translate("C", "%Ln word(s)", None, count)']
)
def test_what_is_counted_has_a_form_for_each_number(code: str) -> None:
    assert list(strings_of_window(ast.parse(f"class C:\n    words = {code}"))) == [Key("C", "%Ln word(s)", True)]
    words = 'plural(count, "One word.", "{count} words.")'
    assert [key.source for key in strings_of_core(ast.walk(ast.parse(words)))] == ["One word.", "{count} words."]


@pytest.mark.parametrize("forms", [("ord",), ("ord", ""), ("", "ord")])
def test_a_form_that_is_missing_leaves_the_translation_unfinished(forms: tuple[str, ...], tmp_path: Path) -> None:
    counted, file = Key("C", "%Ln word(s)", True), tmp_path / "c_nb.ts"
    file.write_text(as_ts({counted: "c.py"}, {counted: forms}, "nb_NO"), "utf-8")
    assert read(file) == {}
    file.write_text(as_ts({counted: "c.py"}, {counted: ("ord",) * FORMS}, "nb_NO"), "utf-8")
    assert read(file) == {counted: ("ord",) * FORMS}


def test_a_number_is_written_by_what_counts_and_by_nothing_else() -> None:
    """With its digits grouped, "1,234"; where no number is given, Qt would leave "%n" as it is."""
    for key in wanted(OWN["nb_NO"]):
        assert "%n" not in key.source
        assert key.counted or "%Ln" not in key.source
        assert key.counted or "(s)" not in key.source


def test_a_count_stands_before_no_noun_that_could_not_follow_it() -> None:
    """What a count is of is a matter of its grammatical number, so it goes through what has forms for that."""
    places = re.compile(r"\{(count|total|number|pages|words)\} (?!of |or )[a-z]")
    assert not [key.source for key in wanted(OWN["nb_NO"]) if key.context != CORE and places.search(key.source)]


def test_a_class_that_counts_has_no_subclass() -> None:
    """PySide looks for a string of a subclass under the names of all its bases, but for what is counted only once."""
    bases = {base.id for node in classes() for base in node.bases if isinstance(base, ast.Name)}
    assert not bases & {key.context for key in wanted(OWN["nb_NO"]) if key.counted}


def test_no_two_entries_of_a_menu_share_a_mnemonic_in_either_language() -> None:
    from ui.window.actions import COMMANDS, MENUS, SUBMENUS, all_menus

    menus = {menu: [command.text for command in COMMANDS if command.menu == menu] for menu in all_menus()}
    for outer, title in SUBMENUS.values():
        menus[outer].append(title)
    for name, entries in {"bar": list(MENUS.values()), **menus}.items():
        for texts in (entries, [NORWEGIAN[Key("Actions", text)][0] for text in entries]):
            letters = [text[text.index("&") + 1].lower() for text in texts]
            assert len(letters) == len(set(letters)), (name, texts)


@pytest.mark.parametrize(
    "contexts",
    [
        ("Choices", "ColumnChoice", "ReferenceChoice", "ExportDialog"),
        ("Choices", "ColumnChoice", "BatchDialog"),
        ("PackagesDialog", "ProgressRow"),
        ("SettingsDialog",),
    ],
    ids=lambda contexts: contexts[0],
)
def test_no_two_parts_of_a_dialog_share_a_mnemonic_in_either_language(contexts: tuple[str, ...]) -> None:
    entries = [key for key in NORWEGIAN if key.context in contexts and "&" in key.source]
    assert len(entries) > 8
    for texts in ([key.source for key in entries], [NORWEGIAN[key][0] for key in entries]):
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(letters) == len(set(letters)), texts


@pytest.mark.parametrize("file", [*OWN.values(), *QT.values()], ids=lambda file: file.name)
def test_the_compiled_file_says_what_its_source_says(file: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    entries = read(file)
    assert entries
    wrong = [key for key, forms in entries.items() if said(translator, key) != [forms[0], *forms[-1:] * 4]]
    assert not wrong, "run python -m tests.translations"


def said(translator: QTranslator, key: Key) -> list[str]:
    """The forms for 1, 0, 2, 21 and 1000; of what is not counted there is but one."""
    if not key.counted:
        return [translator.translate(key.context, key.source) or ""] * 5
    return [translator.translate(key.context, key.source, "", number) or "" for number in (1, 0, 2, 21, 1000)]
