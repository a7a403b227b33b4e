"""The module `re`, with a `compile` that waits for the first use of a pattern.

To compile all patterns takes most of the time of a start, and a text needs few of them. What is compiled when a module
is loaded is therefore compiled by this: `from reader import late_re as re` in place of `import re`.
"""

import re
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    NOFLAG,
    I,
    Match,
    Pattern,
    RegexFlag,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
    subn,
)
from typing import AnyStr, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "NOFLAG",
    "I",
    "Match",
    "Pattern",
    "RegexFlag",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
    "subn",
]


class LatePattern:
    """Stands for a compiled pattern and has all that it has; each attribute is looked up once.

    It is no `re.Pattern`: the functions of `re` do not take it, and two are never equal. A copy is compiled.
    """

    def __init__(self, pattern: str | bytes, flags: RegexFlag) -> None:
        """Compiles nothing."""
        self.pattern = pattern
        self._flags = flags

    def __reduce__(self) -> tuple[object, ...]:
        """What makes a copy; otherwise attributes would be asked of an object that has none yet."""
        return re.compile, (self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        """An attribute of the compiled pattern; on any thread."""
        if name == "_compiled":
            self._compiled = re.compile(self.pattern, self._flags)
            return self._compiled
        value: object = getattr(self._compiled, name)
        setattr(self, name, value)  # `__getattr__` is not called for it again
        return value


def compile(pattern: AnyStr, flags: RegexFlag = NOFLAG) -> Pattern[AnyStr]:
    """A pattern that is compiled when it is first used; an error in it is raised only then."""
    return cast("Pattern[AnyStr]", LatePattern(pattern, flags))
