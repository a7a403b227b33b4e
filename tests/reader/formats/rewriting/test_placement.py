"""Where looks and objects of an old text go in the new one."""

import re
from collections.abc import Sequence

from hypothesis import given, strategies as st

from reader.formats.rewriting.changes import Change, SentenceChange
from reader.formats.rewriting.placement import Fixed, Object, Piece, Placement, Stretch, placed
from reader.text import Link, Mark, MarkKind


def change_of(source: str, target: str, *linked: tuple[str, str], marks: Sequence[Mark] = ()) -> Change:
    """One sentence that becomes another, with the first occurrences of words linked."""
    links: list[Link] = []
    for one, other in linked:
        s, t = source.index(one), target.index(other)
        links.append((s, s + len(one), t, t + len(other), 1.0))
    sentence = SentenceChange((0, len(source)), (0, len(target)), tuple(sorted(links)))
    return Change(0, target, (sentence,), tuple(marks))


def pieces_of(text: str, marked: str) -> list[Piece]:
    """Pieces of a text in which letters look as the letter of `marked` at their place says."""
    found = [(match.start(), match.end(), match[0][0]) for match in re.finditer(r"(.)\1*", marked)]
    assert len(text) == len(marked)
    return [Piece(start, end, look) for start, end, look in found]


def drawn(placement: Placement, pieces: Sequence[Piece]) -> str:
    """The new text with the look of each stretch before it, and objects by number."""
    return "".join(
        f"<{part.number}>" if isinstance(part, Object) else f"[{pieces[part.piece].look}:{part.text}]"
        for part in placement.parts
    )


def test_bold_words_go_where_their_words_are_linked() -> None:
    source, target = "Jeg så den røde bilen i går.", "Yesterday I saw the red car."
    pieces = pieces_of(source, "n" * 11 + "b" * 4 + "n" * 13)
    change = change_of(source, target, ("røde", "red"), ("bilen", "car"), ("går", "Yesterday"))
    placement = placed(source, (), change, pieces, ())
    assert drawn(placement, pieces) == "[n:Yesterday I saw the ][b:red][n: car.]"
    assert (placement.looks, placement.lost) == (1, 0)


def test_a_look_whose_words_have_no_links_is_lost_and_counted() -> None:
    source, target = "Jeg så den røde bilen.", "I saw the car, red."
    pieces = pieces_of(source, "n" * 11 + "b" * 4 + "n" * 7)
    placement = placed(source, (), change_of(source, target, ("bilen", "car")), pieces, ())
    assert drawn(placement, pieces) == f"[n:{target}]"
    assert (placement.looks, placement.lost) == (1, 1)


def test_looks_of_words_that_stay_stay_to_the_letter() -> None:
    source, target = "Oslo-kartet er nytt. H2O", "Oslo-kartet is new. H2O"
    marked = "b" * 4 + "n" * 17 + "nsn"
    pieces = pieces_of(source, marked)
    placement = placed(source, (), change_of(source, target, ("er", "is"), ("nytt", "new")), pieces, ())
    assert drawn(placement, pieces) == "[b:Oslo][n:-kartet is new. H][s:2][n:O]"
    assert placement.lost == 0


def test_what_is_unlinked_does_not_become_a_link_though_most_letters_are_one() -> None:
    source, target = "Les hele saken her nå", "Now read it here"
    pieces = [Piece(0, 4, "n"), Piece(4, 18, "link", usual=False), Piece(18, 21, "n")]
    placement = placed(source, (), change_of(source, target, ("her", "here"), ("Les", "read")), pieces, ())
    assert drawn(placement, pieces) == "[n:Now read it ][link:here]"


def test_half_a_word_that_looks_different_gives_its_look_to_the_whole_only_if_it_is_most_of_it() -> None:
    source, target = "En hovedstad og en havn", "A capital and a port"
    links = (("hovedstad", "capital"), ("havn", "port"))
    pieces = pieces_of(source, "nnn" + "bbbbbnnnn" + "n" * 7 + "bnnn")
    placement = placed(source, (), change_of(source, target, *links), pieces, ())
    assert drawn(placement, pieces) == "[n:A ][b:capital][n: and a port]"
    assert (placement.looks, placement.lost) == (2, 1)


def test_a_part_of_a_word_keeps_its_look_where_the_word_stays_though_the_sentence_changes() -> None:
    source, target = "Ta med 4 m3 ved", "Bring 4 m3 of wood"
    pieces = pieces_of(source, "n" * 10 + "s" + "n" * 4)
    change = change_of(source, target, ("4", "4"), ("m3", "m3"), ("ved", "wood"))
    placement = placed(source, (), change, pieces, ())
    assert drawn(placement, pieces) == "[n:Bring 4 m][s:3][n: of wood]"
    assert placement.lost == 0


def test_a_reference_stands_where_its_mark_does_and_its_text_is_its_own() -> None:
    source, target = "Se kartet.[1]", "See the map.[1]"
    change = change_of(source, target, marks=[Mark(12, 15, MarkKind.NOTE, "#note:0")])
    pieces = [Piece(0, 10, "n")]
    marks = (Mark(10, 13, MarkKind.NOTE, "#note:0"),)
    placement = placed(source, marks, change, pieces, [Fixed(10, 13)])
    assert drawn(placement, pieces) == "[n:See the map.]<0>"
    assert placement.guessed == 0


def test_a_bookmark_goes_with_its_word_and_ends_behind_it() -> None:
    source, target = "Vi så huset ditt i går", "Yesterday we saw your house"
    change = change_of(source, target, ("huset", "house"), ("ditt", "your"), ("går", "Yesterday"))
    pieces = [Piece(0, len(source), "n")]
    objects = [Fixed(6, 6, opens=True), Fixed(11, 11, closes=0)]
    placement = placed(source, (), change, pieces, objects)
    assert drawn(placement, pieces) == "[n:Yesterday we saw your ]<0>[n:house]<1>"


def test_an_object_that_no_words_tell_of_stands_in_proportion_and_is_counted() -> None:
    source, target = "alfa beta gamma delta", "one two three four"
    placement = placed(source, (), change_of(source, target), [Piece(0, 21, "n")], [Fixed(10, 10)])
    assert placement.guessed == 1
    assert [type(part) for part in placement.parts] == [Stretch, Object, Stretch]


def test_objects_at_the_edges_stay_there() -> None:
    source, target = "alfa beta", "one two three"
    pieces = [Piece(0, 9, "n")]
    placement = placed(source, (), change_of(source, target), pieces, [Fixed(0, 0, opens=True), Fixed(9, 9, closes=0)])
    assert drawn(placement, pieces) == "<0>[n:one two three]<1>"
    assert placement.guessed == 0


def test_code_is_one_though_only_a_word_in_it_is_linked() -> None:
    source, target = "in the /recipes folder", "i /recipes-mappen"
    change = change_of(source, target, ("recipes", "recipes"), marks=[Mark(2, 10, MarkKind.CODE)])
    pieces = [Piece(0, 7, "n"), Piece(7, 15, "code", usual=False), Piece(15, 22, "n")]
    placement = placed(source, (Mark(7, 15, MarkKind.CODE),), change, pieces, ())
    assert drawn(placement, pieces) == "[n:i ][code:/recipes][n:-mappen]"


TEXTS = st.text("ab æ.,1\n", min_size=1, max_size=30)


@given(TEXTS, st.data())
def test_the_same_text_keeps_everything_where_it_is(text: str, data: st.DataObject) -> None:
    """Even without links."""
    looks = data.draw(st.text("nbi", min_size=len(text), max_size=len(text)))
    pieces = pieces_of(text, looks)
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    middle = data.draw(st.integers(0, len(text)))
    halves = [span for span in ((0, middle), (middle, len(text))) if span[0] < span[1]]
    change = Change(0, text, tuple(SentenceChange(half, half) for half in halves))
    placement = placed(text, (), change, pieces, [Fixed(place, place) for place in places])
    letters, at = "", []
    for part in placement.parts:
        if isinstance(part, Object):
            at.append((len(letters), part.number))
        else:
            letters += str(pieces[part.piece].look) * len(part.text)
    assert letters == looks
    assert at == [(place, number) for number, place in enumerate(places)]
    assert placement.lost == placement.guessed == 0


@given(TEXTS, TEXTS, st.data())
def test_every_letter_and_object_is_in_the_new_text_once(source: str, target: str, data: st.DataObject) -> None:
    pieces = pieces_of(source, data.draw(st.text("nb", min_size=len(source), max_size=len(source))))
    objects = [
        Fixed(place, place, opens=bool(place % 2)) for place in sorted(data.draw(st.sets(st.integers(0, len(source)))))
    ]
    placement = placed(source, (), change_of(source, target), pieces, objects)
    assert "".join(part.text for part in placement.parts if isinstance(part, Stretch)) == target
    assert sorted(part.number for part in placement.parts if isinstance(part, Object)) == list(range(len(objects)))


def test_an_object_whose_text_has_changed_in_part_has_the_new_one_whole() -> None:
    source, target = "Se bygge status her", "Se build status her"
    placement = placed(source, (), change_of(source, target, ("bygge", "build")), [Piece(0, 3, "n")], [Fixed(3, 15)])
    assert Object(0, "build status") in placement.parts
