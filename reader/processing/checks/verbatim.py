"""The rule "verbatim": code, addresses and the like that are lost or changed."""

from collections import Counter
from collections.abc import Iterator

from reader import late_re as re
from reader.processing.finding import Finding, lost
from reader.processing.token import Token, TokenKind
from reader.processing.what_stays import tokens
from reader.text import verbatim_in

RULE = "verbatim"
# What most tokens have and most sentences do not.
_SIGN_OF_TOKEN = re.compile("[]@#%{}<>$\\\\_/~=+^|`§[\u00b2\u00b3\u00b9\u00bc-\u00be\u0250-\u2012\u2030-\U0010ffff]")


def findings(source: str, target: str, _languages: tuple[str, str]) -> Iterator[Finding]:
    """The tokens that the target does not have as often; of quantities only the number counts."""
    ours = _to_the_letter(source)
    if not ours:
        return
    theirs = Counter(target[token.start : token.end] for token in _to_the_letter(target))
    there: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for token in ours:
        written = source[token.start : token.end]
        seen[written] += 1
        if seen[written] <= theirs[written]:
            continue
        if written not in there:
            there[written] = _count(target, written)
        if seen[written] > there[written]:
            yield lost(RULE, source, (token.start, token.end))


def lost_token(source: str, target: str) -> bool:
    """Whether a token is lost, but quick for the many sentences without a sign that tokens have; others may pass."""
    return bool(_SIGN_OF_TOKEN.search(source)) and any(True for _ in findings(source, target, ("", "")))


def _to_the_letter(text: str) -> list[Token]:
    return [token for token in tokens(text, "", "") if token.kind is not TokenKind.QUANTITY]


def _count(text: str, token: str) -> int:
    """How often a token is in a text; a verbatim span counts only between signs, but may be part of another."""
    verbatim = verbatim_in(token)
    return "\n".join(verbatim_in(text)).count(verbatim[0]) if verbatim else text.count(token)
