"""How much text a sentence has, whatever its script."""

from reader import late_re as re
from reader.text import long_runs, stretches_outside

_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def length(text: str) -> int:
    """Code points; an ideograph or kana counts as three, as it stands for about three letters."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))


def outside_runs(text: str) -> str:
    """The text without its long runs, which are the same in both texts and would hide errors around them."""
    runs = long_runs(text)
    return " ".join(text[start:end] for start, end in stretches_outside(runs, len(text))) if runs else text
