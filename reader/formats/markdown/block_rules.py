"""Rules for the blocks that Markdown's dialects have, in markdown-it's form.

Notes are those of mdit-py-plugins, with a condition; blocks of maths, for whose ends it looks again and again, are our
own. What is not text becomes a token "hidden"; `info` says what it was.
"""

from collections import Counter

from markdown_it.rules_block import StateBlock, reference
from mdit_py_plugins.footnote.index import footnote_def

from reader import late_re as re
from reader.formats.markdown.block_lines import following, line_at, push_hidden, push_text

_NOTE_DEFINITION = re.compile(r"\[\^[^\]\[\s]{1,200}+\]:")
# Where the contents are listed; TeX's commands for pages.
_CONTENTS = re.compile(r"\[(?:TOC|TOCM|\[_?TOC_?\])\]|\{\{ ?toc ?\}\}|\$\{toc\}", re.IGNORECASE)
_LAYOUT = re.compile(
    r"\{:[ \t]*toc(?:[ \t][^{}\n]*)?\}|\\(?:(?:new|clear|cleardouble)page(?:\{\})?|pagebreak(?:\[\d\])?"
    r"|(?:big|med|small)skip|noindent"
    r"|(?:front|main|back)matter|appendix|maketitle|tableofcontents|listof(?:figures|tables)|printindex"
    r"|[vh]space\*?\{[^{}\n]{1,40}\}|(?:this)?pagestyle\{\w{1,40}\})"
)
_CONTENTS_BELOW = re.compile(r"\{:[ \t]*toc(?:[ \t][^{}\n]*)?\}")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
# Lines of code that one import or export may have.
_CODE = 50
_CODE_LINES = re.compile(
    r"import\s+(?:[\w*{][^'\"]*\sfrom\s+)?['\"][^'\"\n]+['\"];?[ \t]*(?=\n|\Z)"
    r"|export\s+(?:default\s+(?:function|class|async|[({\[])|(?:const|let|var)\s+[\w$]+\s*="
    r"|(?:async\s+)?function\s+[\w$]+\s*\(|\{)"
)
# The label and address of a link's definition.
_DEFINED = re.compile(r"\[([^\]\[\n]{1,200}+)\]:[ \t]*+(\S{1,200}+)")
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,200}+)\]")
_WORD = re.compile(r"[^\W\d_]+")


def note_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A note: "[^label]: its text", and what is indented below."""
    if not _NOTE_DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    return footnote_def(state, start, end, silent)


def comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line "%%", everything below, and the next such line."""
    if line_at(state, start) != "%%" or state.is_code_block(start):
        return False
    closing = following(state, "comment", start, end, lambda line: line.endswith("%%"))
    if closing < 0 or silent:
        return closing >= 0
    push_hidden(state, "comments", closing + 1)
    return True


def math_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Formulas between two "$$", without blank lines."""
    first = line_at(state, start)
    if not first.startswith("$$") or state.is_code_block(start):
        return False
    if len(first) > 4 and first.endswith("$$"):
        last, content = start, first[2:-2]
        if "$" in content:
            return False
    else:
        last = following(state, "math", start, end, lambda line: not line or line.endswith("$$"))
        if last < 0 or not (closing := line_at(state, last)) or "$" in first[2:]:
            return False
        inner = state.getLines(start + 1, last, state.blkIndent, False)
        content = f"{first[2:]}\n{inner}\n{closing[:-2]}"
    if not content.strip():
        return False
    if not silent:
        state.push("math_block", "", 0).content = content.strip()
        state.line = last + 1
    return True


def page_layout(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Where a page is to end, or its contents are to be listed: "\\newpage", "[TOC]", "- contents" over "{:toc}"."""
    line = line_at(state, start)
    if state.is_code_block(start):
        return False
    if _LAYOUT.fullmatch(line):
        return silent or push_hidden(state, "layout", start + 1)
    if silent:
        return False
    below = line_at(state, start + 1) if start + 1 < end else ""
    if _ITEM.match(line) and _CONTENTS_BELOW.fullmatch(below):
        return push_hidden(state, "layout", start + 2)
    if not _CONTENTS.fullmatch(line) or below or _is_defined(state, line):
        return False
    return push_hidden(state, "layout", start + 1)


def _is_defined(state: StateBlock, line: str) -> bool:
    if "contents" not in state.env:
        state.env["contents"] = "[toc]:" in state.src.lower()
    return bool(state.env["contents"]) and line.lower() == "[toc]"


def code_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of program code between the paragraphs of MDX: imports and exports."""
    if not line_at(state, start).startswith(("import", "export")) or state.is_code_block(start):
        return False
    last = next((n for n in range(start + 1, min(start + _CODE, end)) if state.isEmpty(n)), min(start + _CODE, end))
    match = _CODE_LINES.match("\n".join(line_at(state, line) for line in range(start, last)))
    if match is None or silent:
        return match is not None
    push_hidden(state, "code", last if match[0].startswith("export") else start + match[0].count("\n") + 1)
    return True


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The address of a link, or the idiom for a comment; "[word]: explanation" that no link refers to is text."""
    match = _DEFINED.match(state.src, state.bMarks[start] + state.tShift[start])
    if match is not None and not silent and _explains(state, match[1], match[2]):
        return _push_explanation(state, start)
    if not reference(state, start, end, silent):
        return False
    if match is not None and not silent and (match[1] in ("//", "comment") and match[2] in ("#", "<>")):
        push_hidden(state, "comments", state.line)
    return True


def _push_explanation(state: StateBlock, line: int) -> bool:
    """One line as a paragraph: on the next one a definition may follow."""
    push_text(state, line_at(state, line), line)
    state.line = line + 1
    return True


def _explains(state: StateBlock, label: str, address: str) -> bool:
    if label.startswith("^"):
        return True  # a note's label has no spaces; this is one that nothing reads
    if not _WORD.fullmatch(address):
        return False
    if "uses" not in state.env:
        state.env["uses"] = Counter(use.upper() for use in _BRACKETED.findall(state.src))
    return bool(state.env["uses"][label.upper()] < 2)
