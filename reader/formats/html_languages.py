"""What HTML says about its language, put right where the words are others now."""

from collections import Counter
from collections.abc import Sequence

from reader import late_re as re
from reader.formats.html_elements import IMPLIED
from reader.formats.html_origins import Form, Origins, Token
from reader.formats.html_scanner import attributes
from reader.formats.html_writing import Manner
from reader.text import language_code

_ROOT = re.compile(r"<html(?:\s[^<>]*)?>", re.IGNORECASE)
# What a text in one language may have of words that stayed: names, and the like.
_FEW = 0.1
_NEVER_CLOSED = frozenset({"hr", "col", "frame", "param", "source", "track"})


class Languages:
    """The elements of a document that say a language, or that may: the root of each file.

    Attributes:
        edits: tags, and what they are to be.
        whole: whether the whole document is in the new language now.
    """

    def __init__(self, origins: Origins, manners: Sequence[Manner]) -> None:
        self.edits: list[tuple[Token, str]] = []
        self.whole = False
        self._origins, self._manners = origins, manners
        self._roots = [self._root(part) for part in range(len(origins.parts))]
        self._around = self._owners()

    def apart(self, changed: Sequence[tuple[Token, int]], unchanged: Sequence[tuple[Token, int]]) -> frozenset[int]:
        """Find which tags are to say the new language, since what is in their elements has changed, and which of the
        changed paragraphs are to say it themselves.

        Args:
            changed: a piece of each paragraph with new words, and the length of that.
            unchanged: likewise of each other that has words; a few names and the like do not matter.
        """
        owners = [self._owner(token) for token, _ in changed]
        new, kept = self._lengths(changed), self._lengths(unchanged)
        whole = {owner for owner in owners if owner is not None and kept[owner] <= _FEW * new[owner]}
        self.whole = kept.total() <= _FEW * new.total()
        if self.whole:
            whole |= {root for root in self._roots if root is not None}
        for owner in whole:
            self._tell(owner)
        said = whole | {owner for owner in kept if owner is not None and self._says(owner)}
        return frozenset(n for n, owner in enumerate(owners) if owner not in said)

    def _lengths(self, pieces: Sequence[tuple[Token, int]]) -> Counter[Token | None]:
        found = Counter[Token | None]()
        for token, length in pieces:
            found[self._owner(token)] += length
        return found

    def _says(self, owner: Token) -> bool:
        """Whether an element says the new language anyway."""
        language = _language_of(self._markup(owner))
        return bool(language) and language_code(language) == language_code(self._manners[owner.part].language)

    def _tell(self, owner: Token) -> None:
        if not self._says(owner):
            self.edits.append((owner, self._manners[owner.part].in_language(self._markup(owner))))

    def _markup(self, token: Token) -> str:
        return self._origins.parts[token.part][token.start : token.end]

    def _root(self, part: int) -> Token | None:
        found = _ROOT.search(self._origins.parts[part][:20_000])
        return Token(part, found.start(), found.end(), Form.BLOCK, "html") if found else None

    def _owner(self, token: Token) -> Token | None:
        return self._around.get((token.part, token.start), self._roots[token.part])

    def _owners(self) -> dict[tuple[int, int], Token]:
        """For pieces in elements that say a language the innermost of these."""
        found: dict[tuple[int, int], Token] = {}
        opened: list[tuple[str, Token | None]] = []
        for token in self._origins.tokens:
            if not token.name:
                if opened and token.form is Form.BLOCK:  # another file
                    opened.clear()
            elif token.form is Form.BLOCK:
                self._block(token, opened)
            if opened and (owner := opened[-1][1]) is not None and token.form is not Form.BLOCK:
                found[token.part, token.start] = owner
        return found

    def _block(self, token: Token, opened: list[tuple[str, Token | None]]) -> None:
        names, barriers = IMPLIED.get(token.name, (frozenset(), frozenset()))
        if token.closing:
            names, barriers = frozenset({token.name}), frozenset()
        for depth in reversed(range(len(opened))):
            if opened[depth][0] in names:
                del opened[depth:]
                break
            if opened[depth][0] in barriers or not names:
                break
        tag = self._markup(token)
        if token.closing or tag.endswith("/>") or token.name in _NEVER_CLOSED:
            return
        owner = opened[-1][1] if opened else None
        opened.append((token.name, token if _language_of(tag) else owner))


def _language_of(tag: str) -> str:
    given = attributes(tag) if "lang" in tag.lower() else {}
    return given.get("lang") or given.get("xml:lang") or ""
