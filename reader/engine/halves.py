"""Where a text that is too long for the model is cut in two."""

_PIECE_ENDS = (";", ":", ",")


def halves(sentence: str) -> list[str]:
    """Cut near the middle after ; : or , in this order of preference, else at a space, else anywhere."""
    middle = len(sentence) // 2
    for end in (*_PIECE_ENDS, ""):
        if cut := _cut_near(middle, sentence, f"{end} "):
            return [sentence[:cut], sentence[cut:].lstrip()]
    return [sentence[:middle], sentence[middle:]] if len(sentence) > 1 else [sentence]


def _cut_near(middle: int, sentence: str, mark: str) -> int:
    """The index of the space that ends `mark`, nearest to the middle and not too near the edges; 0 if there is none."""
    low, high = max(middle // 2, 1), len(sentence) - middle // 2
    behind = len(mark) - 1
    before = sentence.rfind(mark, max(low - behind, 0), middle + 1)
    after = sentence.find(mark, max(middle - behind, 0), high + 1)
    cuts = [place + behind for place in (before, after) if place >= 0 and place + behind > 0]
    return min(cuts, key=lambda cut: abs(cut - middle), default=0)
