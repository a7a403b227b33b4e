"""What Markdown's dialects add to CommonMark; imported late, as markdown-it is.

Footnotes and definition lists are mdit-py-plugins'; the rest is our own. Each rule is switched on only if
its sign is in the text, so that a text without any costs nothing.
"""

from collections.abc import Callable, Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin

from reader import late_re as re
from reader.formats.commonmark import Parser
from reader.formats.markdown import (
    block_rules,
    commands,
    containers,
    inline_marks,
    inline_rules,
    mdx,
    ordinals,
    terms,
)
from reader.late_dataclasses import dataclass

_INTERRUPT = ("paragraph", "reference", "blockquote", "list")

_Step = Callable[[Parser], None]


@dataclass(frozen=True, slots=True)
class _Dialect:
    """Rules that are switched on together.

    Attributes:
        signs: one of them is in every text that the rules are for, and found fast: a text of megabytes is searched.
        steps: each switches a rule on.
        lines: what such a text also has at its lines, where the signs are common in other places.
    """

    signs: tuple[str, ...]
    steps: tuple[_Step, ...]
    lines: re.Pattern[str] | None = None

    def is_in(self, text: str) -> bool:
        """Whether the rules are for a text."""
        return any(sign in text for sign in self.signs) and (self.lines is None or bool(self.lines.search(text)))


def extend(parser: Parser, text: str) -> None:
    """Switch on what `text` has signs of."""
    for dialect in _DIALECTS:
        if dialect.is_in(text):
            for step in dialect.steps:
                step(parser)


def environment(text: str) -> dict[str, object]:
    """What the rules know of the whole of `text`."""
    return {"closed": commands.closed_names(text)} if "{{" in text or "{%" in text else {}


def _inline(name: str, rule: Callable[[StateInline, bool], bool], before: str = "link") -> _Step:
    """A rule for what stands in a line."""
    return lambda parser: parser.inline.ruler.before(before, name, rule)


def _block(
    name: str,
    rule: Callable[[StateBlock, int, int, bool], bool],
    interrupts: Sequence[str] = (),
    before: str = "fence",
) -> _Step:
    """A rule for blocks, which may follow one of another kind without an empty line where it `interrupts` that."""
    return lambda parser: parser.block.ruler.before(before, name, rule, {"alt": list(interrupts)})


def _instead_of(name: str, rule: Callable[[StateBlock, int, int, bool], bool], interrupts: Sequence[str] = ()) -> _Step:
    """A rule for blocks in place of one of CommonMark's."""
    return lambda parser: parser.block.ruler.at(name, rule, {"alt": list(interrupts)})


# In the order in which they are switched on: of two before the same rule the later one is asked first.
_DIALECTS = (
    _Dialect(
        ("[^",),
        (
            _block("footnote_def", block_rules.note_definition, _INTERRUPT[:2], "reference"),
            _inline("footnote_ref", inline_rules.note_reference),
        ),
    ),
    _Dialect(("^[",), (_inline("footnote_inline", inline_rules.inline_note),)),
    _Dialect(("]:",), (_instead_of("reference", block_rules.definition),)),
    _Dialect(
        ("$",),
        (
            _inline("math_inline", inline_rules.math, "escape"),
            _block("math_block", block_rules.math_block, _INTERRUPT[:3]),
        ),
    ),
    _Dialect(("[[",), (_inline("wiki_link", inline_rules.wiki_link),)),
    _Dialect(
        ("{{", "{%"),
        (
            _inline("command", commands.command),
            _inline("variable", commands.variable),
            _inline("link_by_command", commands.link_by_command),
            _block("command_block", commands.command_block, _INTERRUPT[2:]),
        ),
    ),
    _Dialect(("{/*",), (_inline("jsx_comment", inline_rules.jsx_comment),)),
    _Dialect(("{",), (_inline("attributes", inline_rules.attributes),)),
    _Dialect((" ^", "\n^", "\t^"), (_inline("block_id", inline_rules.block_id),)),
    _Dialect(
        ("%%",),
        (
            _inline("comment", inline_rules.comment),
            _block("comment_block", block_rules.comment_block, _INTERRUPT[:2]),
        ),
    ),
    _Dialect((":::",), (_block("container", containers.container, _INTERRUPT),)),
    _Dialect(("!!!", "???"), (_block("admonition", containers.admonition, _INTERRUPT),)),
    _Dialect(('=== "', '===! "', '===+ "'), (_block("tab", containers.tab, _INTERRUPT),)),
    _Dialect(("==",), (_inline("highlight", inline_marks.highlight, "strikethrough"),)),
    _Dialect(("++",), (_inline("inserted", inline_marks.inserted, "strikethrough"),)),
    _Dialect(("^",), (_inline("raised", inline_marks.raised, "strikethrough"),)),
    _Dialect(("~",), (_inline("lowered", inline_marks.lowered, "strikethrough"),)),
    _Dialect(("={", "{..."), (_inline("component", mdx.component, "html_inline"),)),
    _Dialect(
        ("TOC]", "TOC_]", "toc_]", "toc]", "Toc]", "toc}", "TOC}", "{:toc", "{: toc", "\n\\", "\t\\", " \\"),
        (_block("page_layout", block_rules.page_layout, _INTERRUPT[:1], "list"),),
        re.compile(r"(?:\A|\n)[ \t>]*(?:\\[a-z]|[\[{$]|.*\n[ \t>]*\{:[ \t]*toc)"),
    ),
    _Dialect(
        (": ", "~ ", ":\t", "~\t"),
        (deflist_plugin, _block("terms", terms.terms, before="deflist")),
        re.compile(r"\n[ \t>]*[:~][ \t]"),
    ),
    _Dialect(
        ("<",),
        (_block("component_block", mdx.component_block, _INTERRUPT),),
        re.compile(r"(?:\A|\n)[ \t>]*<[A-Z]"),
    ),
    _Dialect(
        ("import ", "export "),
        # Before the rule for underlined headings, which looks ahead from every line.
        (_block("code_lines", block_rules.code_lines, before="table"),),
        re.compile(r"(?:\A|\n)(?:import|export) "),
    ),
    _Dialect(
        (".", ")"),
        (
            _instead_of("list", ordinals.ordered_or_bullet_list, _INTERRUPT[:3]),
            _block("ends_list", ordinals.ends_list, _INTERRUPT[3:], "list"),
            _block("ends_paragraph", ordinals.ends_paragraph, _INTERRUPT[:1], "list"),
        ),
        re.compile(r"(?:\A|\n)(?:[ \t>]|[-*+][ \t])*\d+(?:\.[ \t]|[.)][ \t]*(?:\n|\Z))"),
    ),
)
