"""What the user wants for sentences, and what comes of it, given what other programs have saved meanwhile."""

from collections.abc import Collection, Mapping
from dataclasses import field, replace

from reader.late_dataclasses import dataclass
from reader.memory.edits import Before, Older, as_value, edit_of_row
from reader.memory.journal import Key, Value
from reader.parallel import Hypothesis
from reader.text import shown


@dataclass(frozen=True, slots=True)
class EditRequest:
    """What the user wants for a sentence, and what they have seen of it.

    Attributes:
        hypothesis: their edit; None restores the machine translation.
        seen: the texts that they know of: the one on screen, and their own edits since.
        put_back: what exactly the memory is to have again, by key, in place of both; other keys stay as they are.
            All of it is put back, or nothing if that is refused: see `EditOutcome`.
        gives_way: whether it is refused where a new edit would replace one that they have not seen; what puts
            something back always is.
        absent: whether there may be no edit to be replaced; otherwise what gives way is refused without one.
        since: `EditOutcome.forgettings` when the user learned that; what gives way is refused if there is none,
            something was forgotten since, and it may have been that. None if that does not matter.
    """

    hypothesis: Hypothesis | None
    seen: frozenset[str] = frozenset()
    put_back: Mapping[Key, Before] | None = None
    gives_way: bool = False
    absent: bool = True
    since: int | None = None

    @property
    def replaces(self) -> bool:
        """Whether it replaces even what the user has not seen."""
        return self.hypothesis is not None and not self.gives_way


@dataclass(frozen=True, slots=True)
class EditOutcome:
    """The outcome of requests, by sentence.

    Attributes:
        safe: the sentences whose request is done, or refused, and safely on the disk; others may be done all the same.
        others: edits found there that the user had not seen. A new edit has replaced them; where the request was
            refused, they stay, since they are not the user's to remove.
        refused: the sentences whose machine translation was to be restored, or of which something was to be put back,
            and nothing was: another program has edited them since, or deleted or forgotten what was to be replaced.
        before: what the memory had for the keys that were changed, to be put back when the change is undone.
        forgettings: how often other programs have forgotten something, as far as is known.
    """

    safe: frozenset[str] = frozenset()
    others: Mapping[str, Hypothesis] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    before: Mapping[str, Mapping[Key, Before]] = field(default_factory=dict, compare=False)
    forgettings: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """What comes of requests in the memory.

    Attributes:
        changes: what it is to have, by key.
        others: see `EditOutcome`, by key.
        refused: the keys that were to be put back and are not.
    """

    changes: Mapping[Key, Before] = field(default_factory=dict)
    others: Mapping[Key, Hypothesis] = field(default_factory=dict)
    refused: frozenset[Key] = frozenset()


def values(before: Mapping[Key, Before]) -> dict[Key, Value]:
    """What is used of what the memory has."""
    return {key: value for key, each in before.items() if (value := each.value) is not None}


def decided(
    before: Mapping[Key, Before], wanted: Mapping[Key, EditRequest], forgettings: int, deleted: Collection[Key]
) -> Decision:
    """Decide on requests, given what the memory has `before`, and which edits were `deleted` and not forgotten since.

    For `forgettings` see `EditOutcome`.
    """
    changes, others = dict[Key, Before](), dict[Key, Hypothesis]()
    forgotten = {k for k, each in wanted.items() if each.since not in (None, forgettings) and k not in deleted}
    refused = _refused(before, wanted, forgotten)
    for key, request in wanted.items():
        known, back = before.get(key, Before()), (request.put_back or {}).get(key)
        there, new = known.value, _wanted(request, back)
        if there is not None and _is_unseen(request, there, new):
            others[key] = edit_of_row(key[2], *there)
        if key in refused:
            continue
        if back is not None and back != known:
            changes[key] = back
        elif back is None and new != there:
            # What is removed is so for good, also behind an edit; a new edit leaves what is imported.
            changes[key] = Before(new, known.imported if new is not None else None)
    return Decision(changes, others, refused)


def _refused(
    before: Mapping[Key, Before], wanted: Mapping[Key, EditRequest], forgotten: Collection[Key]
) -> frozenset[Key]:
    """The keys of the requests that are refused, all of a request of which one is not as the user knows it."""
    refused = {key for key, request in wanted.items() if _is_refused(key, request, before, forgotten)}
    return frozenset(each for key in refused for each in (key, *(wanted[key].put_back or ())))


def _is_refused(key: Key, request: EditRequest, before: Mapping[Key, Before], forgotten: Collection[Key]) -> bool:
    there, back = before.get(key, Before()).value, (request.put_back or {}).get(key)
    new = _wanted(request, back)
    if back is None and request.replaces:
        return False
    if there is None and new is not None:
        return not request.absent or key in forgotten
    return _is_unseen(request, there, new)


def _is_unseen(request: EditRequest, there: Value | None, new: Value | None) -> bool:
    return there is not None and there[0] not in request.seen and (new is None or new[0] != there[0])


def _wanted(request: EditRequest, back: Before | None) -> Value | None:
    if back is not None:
        return back.value
    return as_value(request.hypothesis) if request.hypothesis is not None else None


def with_older(
    requests: Mapping[str, EditRequest], older: Mapping[str, Older], own: Mapping[str, Hypothesis]
) -> dict[str, EditRequest]:
    """The requests, and that the edits from before go with the user's own, or if they were what the user saw.

    Args:
        requests: by sentence.
        older: the edits from before of sentences whose machine translation is to be restored.
        own: the edits that are saved for these sentences.
    """
    wanted: dict[str, EditRequest] = {}
    for sentence, before in older.items():
        there = own.get(sentence, before.edit)
        was_seen = shown(there.text) in set(map(shown, requests[sentence].seen))
        wanted |= {key: EditRequest(None, frozenset({text} if was_seen else ())) for key, text in before.saved.items()}
    return wanted | dict(requests)


def outcome_of(
    requests: Mapping[str, EditRequest], older: Mapping[str, Older], outcome: EditOutcome, found: Mapping[Key, Before]
) -> EditOutcome:
    """The outcome of requests `with_older` ones as that of the requests themselves; `found` was changed by all."""
    others, by_text = {key: other for key, other in outcome.others.items() if key in requests}, {k[2]: k for k in found}
    changed = dict[str, dict[Key, Before]]()
    for sentence, request in requests.items():
        back = [key[2] for key in request.put_back or {}]
        texts = {sentence, *(older[sentence].saved if sentence in older else ()), *back}
        changed[sentence] = {by_text[text]: found[by_text[text]] for text in texts & by_text.keys()}
        if unseen := [outcome.others[text] for text in back if text in outcome.others]:
            others.setdefault(sentence, unseen[0])
    for sentence, before in older.items():
        if not outcome.others.keys().isdisjoint(before.saved.keys() - requests.keys()):
            others.setdefault(sentence, before.edit)
    safe = outcome.safe & requests.keys()
    stays = {sentence for sentence in safe & others.keys() if not requests[sentence].replaces}
    forms = {sentence: {sentence, *(key[2] for key in requests[sentence].put_back or ())} for sentence in safe}
    refused = stays.union(sentence for sentence, texts in forms.items() if not outcome.refused.isdisjoint(texts))
    return replace(outcome, safe=safe, others=others, refused=frozenset(refused), before=changed)
