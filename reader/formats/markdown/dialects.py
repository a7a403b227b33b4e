"""What Markdown's dialects add to CommonMark; imported late, as markdown-it is.

Footnotes and definition lists are mdit-py-plugins'; the rest is our own. Each rule is switched on only if
its sign is in the text, so that a text without any costs nothing.
"""

import re
from collections.abc import Callable

from mdit_py_plugins.deflist import deflist_plugin

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

_INTERRUPT = ["paragraph", "reference", "blockquote", "list"]


def extend(parser: Parser, text: str) -> None:
    """Switch on what `text` has signs of."""
    for signs, add in _RULES:
        if any(sign in text for sign in signs) and (add not in _AT_LINES or _AT_LINES[add].search(text)):
            add(parser)


def environment(text: str) -> dict[str, object]:
    """What the rules know of the whole of `text`."""
    return {"closed": commands.closed_names(text)} if "{{" in text or "{%" in text else {}


def _add_notes(parser: Parser) -> None:
    alternatives = ["paragraph", "reference"]
    parser.block.ruler.before("reference", "footnote_def", block_rules.note_definition, {"alt": alternatives})
    parser.inline.ruler.before("link", "footnote_ref", inline_rules.note_reference)


def _add_ordinals(parser: Parser) -> None:
    parser.block.ruler.at("list", ordinals.ordered_or_bullet_list, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.before("list", "ends_list", ordinals.ends_list, {"alt": ["list"]})
    parser.block.ruler.before("list", "ends_paragraph", ordinals.ends_paragraph, {"alt": ["paragraph"]})


def _add_inline_notes(parser: Parser) -> None:
    parser.inline.ruler.before("link", "footnote_inline", inline_rules.inline_note)


def _add_definitions(parser: Parser) -> None:
    parser.block.ruler.at("reference", block_rules.definition)


def _add_math(parser: Parser) -> None:
    parser.inline.ruler.before("escape", "math_inline", inline_rules.math)
    parser.block.ruler.before("fence", "math_block", block_rules.math_block, {"alt": _INTERRUPT[:3]})


def _add_wiki_links(parser: Parser) -> None:
    parser.inline.ruler.before("link", "wiki_link", inline_rules.wiki_link)


def _add_commands(parser: Parser) -> None:
    parser.inline.ruler.before("link", "command", commands.command)
    parser.inline.ruler.before("link", "variable", commands.variable)
    parser.inline.ruler.before("link", "link_by_command", commands.link_by_command)
    parser.block.ruler.before("fence", "command_block", commands.command_block, {"alt": _INTERRUPT[2:]})


def _add_jsx_comments(parser: Parser) -> None:
    parser.inline.ruler.before("link", "jsx_comment", inline_rules.jsx_comment)


def _add_attributes(parser: Parser) -> None:
    parser.inline.ruler.before("link", "attributes", inline_rules.attributes)


def _add_block_ids(parser: Parser) -> None:
    parser.inline.ruler.before("link", "block_id", inline_rules.block_id)


def _add_comments(parser: Parser) -> None:
    parser.inline.ruler.before("link", "comment", inline_rules.comment)
    parser.block.ruler.before("fence", "comment_block", block_rules.comment_block, {"alt": _INTERRUPT[:2]})


def _add_containers(parser: Parser) -> None:
    parser.block.ruler.before("fence", "container", containers.container, {"alt": _INTERRUPT})


def _add_admonitions(parser: Parser) -> None:
    parser.block.ruler.before("fence", "admonition", containers.admonition, {"alt": _INTERRUPT})


def _add_tabs(parser: Parser) -> None:
    parser.block.ruler.before("fence", "tab", containers.tab, {"alt": _INTERRUPT})


def _add_page_layout(parser: Parser) -> None:
    parser.block.ruler.before("list", "page_layout", block_rules.page_layout, {"alt": _INTERRUPT[:1]})


def _add_definition_lists(parser: Parser) -> None:
    deflist_plugin(parser)
    parser.block.ruler.before("deflist", "terms", terms.terms)


def _add_highlights(parser: Parser) -> None:
    parser.inline.ruler.before("strikethrough", "highlight", inline_marks.highlight)


def _add_inserted(parser: Parser) -> None:
    parser.inline.ruler.before("strikethrough", "inserted", inline_marks.inserted)


def _add_raised(parser: Parser) -> None:
    parser.inline.ruler.before("strikethrough", "raised", inline_marks.raised)


def _add_lowered(parser: Parser) -> None:
    parser.inline.ruler.before("strikethrough", "lowered", inline_marks.lowered)


def _add_components(parser: Parser) -> None:
    parser.inline.ruler.before("html_inline", "component", mdx.component)


def _add_code_lines(parser: Parser) -> None:
    # Before the rule for underlined headings, which looks ahead from every line.
    parser.block.ruler.before("table", "code_lines", block_rules.code_lines)


def _add_component_blocks(parser: Parser) -> None:
    parser.block.ruler.before("fence", "component_block", mdx.component_block, {"alt": _INTERRUPT})


# By signs that are found fast: a text of megabytes is searched for each.
_RULES: tuple[tuple[tuple[str, ...], Callable[[Parser], None]], ...] = (
    (("[^",), _add_notes),
    (("^[",), _add_inline_notes),
    (("]:",), _add_definitions),
    (("$",), _add_math),
    (("[[",), _add_wiki_links),
    (("{{", "{%"), _add_commands),
    (("{/*",), _add_jsx_comments),
    (("{",), _add_attributes),
    ((" ^", "\n^", "\t^"), _add_block_ids),
    (("%%",), _add_comments),
    ((":::",), _add_containers),
    (("!!!", "???"), _add_admonitions),
    (('=== "', '===! "', '===+ "'), _add_tabs),
    (("==",), _add_highlights),
    (("++",), _add_inserted),
    (("^",), _add_raised),
    (("~",), _add_lowered),
    (("={", "{..."), _add_components),
    (
        ("TOC]", "TOC_]", "toc_]", "toc]", "Toc]", "toc}", "TOC}", "{:toc", "{: toc", "\n\\", "\t\\", " \\"),
        _add_page_layout,
    ),
    ((": ", "~ ", ":\t", "~\t"), _add_definition_lists),
    (("<",), _add_component_blocks),
    (("import ", "export "), _add_code_lines),
    ((".", ")"), _add_ordinals),
)
# Signs that are common in other places are looked for again.
_AT_LINES: dict[Callable[[Parser], None], re.Pattern[str]] = {
    _add_definition_lists: re.compile(r"\n[ \t>]*[:~][ \t]"),
    _add_page_layout: re.compile(r"(?:\A|\n)[ \t>]*(?:\\[a-z]|[\[{$]|.*\n[ \t>]*\{:[ \t]*toc)"),
    _add_component_blocks: re.compile(r"(?:\A|\n)[ \t>]*<[A-Z]"),
    _add_code_lines: re.compile(r"(?:\A|\n)(?:import|export) "),
    _add_ordinals: re.compile(r"(?:\A|\n)(?:[ \t>]|[-*+][ \t])*\d+(?:\.[ \t]|[.)][ \t]*(?:\n|\Z))"),
}
