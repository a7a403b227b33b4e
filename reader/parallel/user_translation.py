"""The user's edit of a sentence, normalised for its paragraph."""

from reader import late_re as re
from reader.parallel.hypothesis import Hypothesis
from reader.processing import warnings
from reader.text import Link, Signed, composed, with_signs_of

# Line breaks from a text field, besides "\n".
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def user_edit(
    sentence: str, text: str, links: tuple[Link, ...] = (), languages: tuple[str, str] = ("", "")
) -> Hypothesis:
    """The user's own translation of a sentence.

    Args:
        sentence: the sentence in the source language, as it is asked for.
        text: its translation, as typed, imported or saved. White space around it is dropped, since white space
            between sentences is that of the source. "" leaves the sentence out on purpose, because a neighbour has
            its content; there is no warning. (To get the machine translation again, undo the edit.) Verbatim spans of
            the sentence are signed where they are in it.
        links: between words, in code points into `sentence` and `text`.
        languages: codes of the languages of both; what looks wrong depends on them.
    """
    typed = _LINE_BREAK.sub("\n", text)
    if (text := composed(typed)) != typed:
        links = ()  # they counted the marks
    signed = with_signs_of(sentence, text)
    if signed != text:
        before, after = Signed(text).signs, Signed(signed).signs
        links = tuple((s0, s1, *after.whole(before.rest((t0, t1))), w) for s0, s1, t0, t1, w in links)
        text = signed
    kept = text.strip()
    if kept != text:
        start = len(text) - len(text.lstrip())
        links = tuple((s0, s1, t0 - start, t1 - start, w) for s0, s1, t0, t1, w in links)
    return Hypothesis(kept, 0.0, links, warnings(sentence, kept, languages) if kept else (), edited=True)


def edit_for(key: str, edit: Hypothesis) -> Hypothesis:
    """An edit of the same sentence without signs, as that of a sentence asked for as `key`."""
    signs = Signed(key).signs
    links = tuple((*signs.whole((s0, s1)), t0, t1, weight) for s0, s1, t0, t1, weight in edit.links)
    return user_edit(key, edit.text, links)
