"""Reading what stands in lines with where each token of it was written; imported late, as markdown-it is.

Under `WRITTEN` a token's `meta` has what it was made of: how many letters of its content were written as which span of
the text of its block. Spans of the tokens of a block follow each other; between two there may be white space.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reader.formats.commonmark import Inlines, Parser, stretches

WRITTEN = "written"
# Letters of a token, and the span that they were written as.
Written = tuple[int, int, int]


def tracing_parser() -> Parser:
    """A parser whose tokens say where they were written."""
    parser = Parser(inline=_TracingInlines())
    parser.inline.ruler2.at("fragments_join", _join_fragments)
    parser.core.ruler.at("text_join", _join_texts)
    return parser


def written(token: Token) -> Sequence[Written]:
    """What a token was made of."""
    found: Sequence[Written] = token.meta.get(WRITTEN, ())
    return found


class _TracingState(StateInline):
    def __init__(self, src: str, md: MarkdownIt, env: Any, before: int) -> None:
        """`before`: how many letters of the block stand before these."""
        super().__init__(src, md, env, [])
        self.before = before
        self.inner = (0, 0)
        self._noted: list[Written] = []
        self._length = 0

    def note(self, length: int, start: int, end: int) -> None:
        """Remember as what further letters of the pending text were written."""
        self._noted.append((length, start + self.before, end + self.before))
        self._length += length

    def trim(self, length: int) -> None:
        """Remember that so many letters are left of the pending text."""
        while self._length > length:
            count, start, end = self._noted.pop()
            self._length -= count
            kept = length - self._length
            if kept > 0:
                # Only white space is taken away again, each letter of it written as itself.
                self._noted.append((kept, start, end - (count - kept)))
                self._length = length

    def pushPending(self) -> Token:  # noqa: N802
        """The pending text as a token."""
        token = super().pushPending()
        self.trim(len(token.content))
        token.meta[WRITTEN], self._noted, self._length = self._noted, [], 0
        return token


class _TracingInlines(Inlines):
    def states(self, src: str, md: MarkdownIt, env: Any) -> Iterator[StateInline]:
        before = 0
        for stretch in stretches(src):
            yield _TracingState(stretch, md, env, before)
            before += len(stretch)

    def tokenize(self, state: StateInline) -> None:
        """As markdown-it does it, and note what each rule has made of which letters."""
        assert isinstance(state, _TracingState)
        first, end = state.pos, state.posMax
        rules, deepest = self.ruler.getRules(""), state.md.options["maxNesting"]
        while state.pos < end:
            position, pending, known = state.pos, len(state.pending), len(state.tokens)
            if not (state.level < deepest and any(rule(state, False) for rule in rules)):
                state.append_pending(state.src[position])
                state.pos = position + 1
            _note(state, position, pending, known)
        if state.pending:
            state.pushPending()
        state.inner = first, end


def _note(state: _TracingState, position: int, pending: int, known: int) -> None:
    """Note what the letters from `position` on have become: pending text, or the tokens since those `known`."""
    if len(state.tokens) == known:
        length = len(state.pending)
        if length < pending:
            state.trim(length)
        state.note(max(length - pending, 0), position, state.pos)
        return
    made = [token for token in state.tokens[known:] if WRITTEN not in token.meta]
    for token, (start, end) in zip(made, _spans(state, made, position), strict=True):
        token.meta[WRITTEN] = [(len(token.content), start + state.before, end + state.before)]
    state.trim(len(state.pending))


def _spans(state: _TracingState, made: Sequence[Token], start: int) -> Iterator[tuple[int, int]]:
    """The spans of the tokens that one rule has made of the letters from `start` on."""
    end = state.pos
    kinds = [token.nesting for token in made]
    if kinds == [1, -1]:  # with others between, which another call has made
        yield from ((start, state.inner[0]), (state.inner[1], end))
    elif kinds == [1, 0, -1]:  # an address, or the name of a page
        text = made[1].content
        place = state.src.rfind(text, start, end)
        inner = (place, place + len(text)) if text and place >= 0 else (start, end)
        yield from ((start, inner[0]), inner, (inner[1], end))
    elif len(made) == 1:
        yield start, end
    else:  # signs that may turn out to be mark-up
        for token in made:
            yield start, start + len(token.content)
            start += len(token.content)


def _join_fragments(state: StateInline) -> None:
    """Join texts that follow each other, as markdown-it does."""
    _give_both_signs(state.tokens)
    state.tokens[:] = _joined(state.tokens)
    level = 0
    for token in state.tokens:
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0


def _give_both_signs(tokens: Sequence[Token]) -> None:
    """Give what opens or closes strong words both of its signs, of which markdown-it leaves one as an empty text."""
    for index, token in enumerate(tokens):
        beside = index - 1 if token.type == "strong_open" else index + 1 if token.type == "strong_close" else -1
        if 0 <= beside < len(tokens) and tokens[beside].type == "text" and not tokens[beside].content:
            parts = sorted((*written(token), *written(tokens[beside])))
            token.meta[WRITTEN] = [(0, parts[0][1], parts[-1][2])]
            tokens[beside].meta[WRITTEN] = []


def _join_texts(state: StateCore) -> None:
    """Join letters that were escaped with the texts around them, as markdown-it does."""
    for block in state.tokens:
        if block.type == "inline":
            for token in block.children or ():
                if token.children:
                    token.children = _with_special(token.children)
            block.children = _with_special(block.children or ())


def _with_special(tokens: Sequence[Token]) -> list[Token]:
    for token in tokens:
        if token.type == "text_special":
            token.type = "text"
    return _joined(tokens)


def _joined(tokens: Sequence[Token]) -> list[Token]:
    found: list[Token] = []
    for is_text, group in groupby(tokens, lambda token: token.type == "text"):
        run = list(group)
        if is_text and len(run) > 1:
            first = run[0]
            first.content = "".join(token.content for token in run)
            first.meta[WRITTEN] = [each for token in run for each in written(token)]
            found.append(first)
        else:
            found += run
    return found
