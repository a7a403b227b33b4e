"""Which reference translation the user has laid beside a document, and what they have linked by hand in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.late_dataclasses import dataclass
from reader.memory.document_keys import document_key, document_path
from reader.memory.document_values import ByPlace, Json
from reader.memory.kept_values import DocumentValues, ValuesChange
from reader.memory.value_kinds import REFERENCE
from reader.reference import KeptLink, kept_links_from_json, merged_links


@dataclass(frozen=True, slots=True)
class KeptReference:
    """A reference translation of a document.

    Attributes:
        path: its file, which may be gone.
        links: what the user has linked by hand in it.
        beside: whether it is laid beside the document; of several, one is.
    """

    path: Path
    links: tuple[KeptLink, ...] = ()
    beside: bool = True


def references_of(values: DocumentValues, document: Path) -> list[KeptReference]:
    """The reference translations of a document that are remembered, the one that is beside it first."""
    return _parsed(values.of(document, REFERENCE))


def _parsed(stored: Mapping[str, Json]) -> list[KeptReference]:
    found = (_decoded(place, value) for place, value in stored.items())
    return sorted((each for each in found if each is not None), key=lambda each: (not each.beside, each.path))


def keep_reference(
    values: DocumentValues,
    document: Path,
    path: Path | None,
    links: Sequence[KeptLink] = (),
    before: Sequence[KeptLink] = (),
) -> ValuesChange:
    """Remember a reference translation as the one beside a document, with the links in it that are made by hand.

    What is linked by hand in others stays remembered, and so does what other programs have linked in this one.

    Args:
        values: where it goes.
        document: the document.
        path: the reference translation; None if there is to be none beside the document.
        links: see `links_by_hand`.
        before: those that were known when these were made.

    Returns:
        What was changed, to be undone with `DocumentValues.put_back`.
    """

    def decide(there: Mapping[str, Json]) -> dict[str, Json]:
        known = _parsed(there)
        theirs = next((each.links for each in known if each.path == path), ())
        return changes_of(known, laid_beside(known, path, merged_links(links, before, theirs)))

    return values.update(document, REFERENCE, decide)


def merged_references(changes: ByPlace, before: ByPlace, there: ByPlace) -> ByPlace:
    """For `DocumentValues`: links made by hand are put together, and the last one laid beside the document stays."""
    chosen_since = any(
        place not in changes and each is not None and each.beside
        for place, each in ((place, _decoded(place, value)) for place, value in there.items())
    )
    return {place: _merged(place, changes, before, there, chosen_since=chosen_since) for place in changes}


def _merged(place: str, changes: ByPlace, before: ByPlace, there: ByPlace, *, chosen_since: bool) -> Json:
    if (path := document_path(place)) is None:
        return there.get(place)
    unknown = KeptReference(path, beside=False)
    mine, known, theirs = (_decoded(place, each.get(place)) or unknown for each in (changes, before, there))
    beside = mine.beside and not chosen_since if theirs.beside == known.beside else theirs.beside
    return _encoded(merged_links(mine.links, known.links, theirs.links), beside=beside)


def laid_beside(
    known: Sequence[KeptReference], path: Path | None, links: Sequence[KeptLink] = ()
) -> list[KeptReference]:
    """The reference translations of a document that are known, once one of them, or another, is beside it."""
    others = [replace(each, beside=False) for each in known if each.path != path]
    return [KeptReference(path, tuple(links)), *others] if path is not None else others


def changes_of(before: Sequence[KeptReference], now: Sequence[KeptReference]) -> dict[str, Json]:
    """How the values that these are kept as change."""
    # The one beside it last: paths may be one file.
    return as_values([each for each in reversed(now) if each not in before])


def as_values(known: Sequence[KeptReference]) -> dict[str, Json]:
    """The values that these are kept as."""
    return {document_key(each.path): _encoded(each.links, beside=each.beside) for each in known}


def _encoded(links: Sequence[KeptLink], *, beside: bool) -> Json:
    if not links and not beside:
        return None
    return {"links": [link.to_json() for link in links], "beside": beside}


def _decoded(place: str, value: Json) -> KeptReference | None:
    path = document_path(place)
    if path is None or not isinstance(value, dict):
        return None
    return KeptReference(path, tuple(kept_links_from_json(value.get("links"))), value.get("beside") is True)
