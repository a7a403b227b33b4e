"""The sentence pairs of `resources/quality`, of our own, on which estimates of quality are calibrated."""

from reader.paths import RESOURCES

Pair = tuple[str, str]  # a sentence, and its translation

_LANGUAGES = ("nb", "en")


def has_pairs(source: str, target: str) -> bool:
    """Whether there are pairs for a direction, without which nothing can be calibrated."""
    return sorted((source, target)) == sorted(_LANGUAGES)


def own_pairs(source: str, target: str) -> list[Pair]:
    """The pairs for a direction; empty if there are none for these languages.

    Raises:
        OSError, ValueError: the file cannot be read.
    """
    if not has_pairs(source, target):
        return []
    lines = (RESOURCES / "quality" / "pairs.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(nb, en) if source == "nb" else (en, nb) for nb, en in rows]
