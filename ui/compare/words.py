"""What the checklist says, in words."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from reader.text import Span
from ui.compare.known import Found
from ui.compare.sentences import Sentences, Sort
from ui.compare.spots import Spot
from ui.compare.warning_line import Warned
from ui.reading.cell import SOURCE, TARGET
from ui.reading.warning_words import finding_words
from ui.session.doubts import Headway, Rest

if TYPE_CHECKING:
    from reader.quality import Assessment, Measured, NotJudged

# Code points of a sentence in which what a warning names is marked: looking for it takes longer in longer ones.
_LONGEST = 3000
# The sorts of which a sentence may be because it is doubtful.
_DOUBTED = (Sort.ALL, Sort.TO_CHECK, Sort.DOUBTFUL)


def name_of(sort: Sort) -> str:
    """What the sentences of a sort are called."""
    return {
        Sort.ALL: _tr("All"),
        Sort.TO_CHECK: _tr("To check"),
        Sort.WARNED: _tr("Warnings"),
        Sort.DOUBTFUL: _tr("Doubtful"),
        Sort.EDITED: _tr("Edited by you"),
        Sort.CHECKED: _tr("Checked"),
    }[sort]


def counted(sort: Sort, count: int) -> str:
    """The name of a sort with the number of sentences of it."""
    return _tr("{name} ({number})").format(name=name_of(sort), number=QLocale().toString(count))


def nothing_listed(sentences: Sentences, sort: Sort) -> str:
    """Why no sentence of a sort is listed; there may be some yet."""
    if sentences.known.text is None:
        return _tr("There is no text to check.")
    if not sentences.complete:
        return _nothing_so_far(sentences.known.doubts.headway)
    if not sentences.total:
        return _tr("This document has no translated sentences.")
    if sort in _DOUBTED and (words := _nothing_doubted(sort, sentences.known.doubts.headway)):
        return words
    if sort in _DOUBTED and len(sentences.of(Sort.CHECKED)):
        return _tr("Nothing more to look at.")
    return {
        Sort.ALL: _tr("No sentence looks wrong, and you have edited none."),
        Sort.TO_CHECK: _tr("No sentence looks wrong."),
        Sort.WARNED: _tr("No sentence has a warning."),
        Sort.DOUBTFUL: _tr("No sentence is doubtful."),
        Sort.EDITED: _tr("You have edited no sentence."),
        Sort.CHECKED: _tr("You have checked no sentences."),
    }[sort]


def _nothing_so_far(headway: Headway) -> str:
    """Why nothing is listed while not all of the text is translated and gone through."""
    match headway.rest:
        case Rest.IMPOSSIBLE:
            return _tr("There is nothing to check, because no language package translates this document.")
        case Rest.STOPPED:
            return _tr("Nothing found so far. The rest of the text is not translated, because you have stopped that.")
    return _tr("Nothing found so far. Not all of the text has been gone through yet.")


def _nothing_doubted(sort: Sort, headway: Headway) -> str:
    """Why nothing is listed that may be doubtful, where that is not known of all sentences; else ""."""
    if headway.running:
        return _tr("Nothing found so far. The sentences are still being judged.")
    if not headway.stopped and headway.problem is None:
        return ""
    if sort is Sort.DOUBTFUL:
        return _tr("Which sentences are doubtful is not known.")
    return _tr("No sentence has a warning. Which are doubtful is not known.")


def judging_words(headway: Headway) -> str:
    """How far judging is, or why it does not go on; "" if there is nothing to say."""
    if headway.stopped:
        return _tr("Judging was stopped.")
    if headway.measuring is not None:
        done, total = headway.measuring
        told = _tr("Finding out how well translations by this package can be judged: {percent} %")
        return told.format(percent=QLocale().toString(100 * done // max(total, 1)))
    if headway.running and headway.done < headway.total:
        words = QCoreApplication.translate("Checklist", "{done} of %Ln sentence(s) judged", "", headway.total)
        return words.format(done=QLocale().toString(headway.done))
    return "" if headway.running or headway.problem is None else _why_not(headway.problem)


def _why_not(problem: "NotJudged") -> str:
    return {
        "several": _tr("Translations by way of a third language are not judged. Warnings are given all the same."),
        "languages": _tr("Only Norwegian Bokmål and English are judged. Warnings are given all the same."),
        "package": _tr("Nothing could be judged, because the language package does not work. Install it again."),
        "unreliable": _tr("Translations by this package cannot be judged reliably. Warnings are given all the same."),
        "failed": _tr("Some sentences could not be judged, because the language model failed on them."),
    }[problem]


def remedy_of(headway: Headway) -> str:
    """What a button beside that does; "" if nothing can be done."""
    if headway.stopped:
        return _tr("Judge")
    if headway.measuring is not None:
        return _tr("Stop")
    if headway.running or headway.problem is None:
        return ""
    return {"failed": _tr("Try again"), "package": _tr("Language packages…")}.get(headway.problem, "")


def warnings_of(sentences: Sentences, spot: Spot) -> Sequence[Warned]:
    """What looks wrong in a sentence, then what was dismissed."""
    row = sentences.row_of(spot)
    if row is None:
        return ()
    shown, dismissed = sentences.known.warnings_of(row, spot[1]), sentences.known.dismissed_of(row, spot[1])
    found = sentences.known.findings_of(row, spot[1])
    told = [Warned(each.rule, finding_words(each)) for each in found if each.rule in shown]
    gone = [Warned(each.rule, finding_words(each), True) for each in found if each.rule in dismissed]
    return [*dict.fromkeys(told), *dict.fromkeys(gone)]


def named_in(sentences: Sentences, spot: Spot) -> dict[tuple[int, int], list[Span]]:
    """What the warnings about a sentence name, as spans by row and column."""
    row = sentences.row_of(spot)
    if row is None or row.sentences[spot[1]].source[1] - row.sentences[spot[1]].source[0] > _LONGEST:
        return {}
    shown = sentences.known.warnings_of(row, spot[1])
    found = [each for each in sentences.known.findings_of(row, spot[1]) if each.rule in shown]
    named = {SOURCE: [each.source for each in found], TARGET: [each.target for each in found]}
    return {(spot[0], column): sorted({*chain(*spans)}) for column, spans in named.items()}


def level_of(assessment: "Assessment | None", *, awaited: bool = False) -> str:
    """How good a translation probably is; "" if nothing is known of it, unless that is `awaited`."""
    if assessment is None:
        return _tr("Not judged yet") if awaited else ""
    from reader.quality import Level  # loaded already, as something was judged

    words = {
        Level.FINE: _tr("As a whole the sentence looks fine."),
        Level.LOOK: _tr("Worth a look"),
        Level.DOUBTFUL: _tr("Doubtful: this translation is probably wrong in places."),
    }[assessment.level]
    if assessment.informed:
        return words
    return _tr("{level} (judged in one direction only, since no package translates back)").format(level=words)


def doubt_words(measured: "Measured | None") -> str:
    """What it means that a word is marked as doubtful."""
    if measured is None:
        return ""
    marked, base = (QLocale().toString(round(100 * share)) for share in (measured.marked, measured.base))
    told = _tr("Of 100 words marked like this, {marked} were not in the translation they were compared with.")
    of_all = _tr("Of all words it was {base} of 100.").format(base=base)
    return f"{_tr('This word may be wrong.')} {told.format(marked=marked)} {of_all}"


def state_of(found: int) -> str:
    """What the user has done about a sentence."""
    edited, accepted = found & Found.EDITED, found & Found.ACCEPTED
    if edited:
        return _tr("Edited and accepted by you") if accepted else _tr("Edited by you")
    return _tr("Accepted by you") if accepted else ""


def told_of(sentences: Sentences, spot: Spot) -> list[str]:
    """All there is to say of a sentence, a line each."""
    row, accepted = sentences.row_of(spot), sentences.found_at(spot) & Found.ACCEPTED
    doubt = sentences.known.assessment_of(row, spot[1]) if row is not None and not accepted else None
    warned = [each.words for each in warnings_of(sentences, spot) if not each.dismissed]
    level = level_of(doubt) if doubt is not None and doubt.level != "fine" else ""
    return [*warned, *filter(None, [level, state_of(sentences.found_at(spot))])]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Checklist", text)
