"""The list of packages that can be downloaded, and the copy of it that is saved for when there is no network."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reader import late_re as re
from reader.errors import PackageError
from reader.files import write_atomically
from reader.json_files import decode_json, read_json
from reader.late_dataclasses import dataclass
from reader.packages.addresses import Addresses
from reader.packages.package import name_of, version_key
from reader.packages.quality import Quality, published_licence, published_quality
from reader.paths import RESOURCES
from reader.text import NAMES

# The list as it was when this version of the program was made.
BUNDLED_INDEX = RESOURCES / "package-index.json"
INDEX_LIMIT = 5_000_000  # it has some 24 kB
_KEPT_LIMIT = 4 * INDEX_LIMIT  # it is saved in ASCII, where letters of two bytes take six

# In bytes. No list says how large packages are; the two for Norwegian have 70 to 90 MB.
USUAL_SIZE = 80_000_000

_OLD = timedelta(days=90)
_CODE = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?")
_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,3}")
_FILE_NAME = re.compile(r"translate-[A-Za-z_-]+-[0-9_]+\.argosmodel")


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be downloaded.

    Attributes:
        source, target: language codes.
        source_name, target_name: our names of the languages, or the list's where we have none.
        version: such as "1.9".
        links: its addresses.
    """

    source: str
    target: str
    source_name: str
    target_name: str
    version: str
    links: tuple[str, ...]

    @property
    def name(self) -> str:
        """Argos' own name for it, such as "translate-nb_en"."""
        return name_of(self.source, self.target)

    @property
    def file_name(self) -> str:
        """The name of its file, such as "translate-nb_en-1_9.argosmodel"."""
        last = self.links[0].rpartition("/")[2] if self.links else ""
        usual = f"{self.name}-{self.version.replace('.', '_')}.argosmodel"
        return last if _FILE_NAME.fullmatch(last) else usual

    @property
    def quality(self) -> Quality | None:
        """What is published of its translation quality, if anything."""
        return published_quality(self.name, self.version)

    @property
    def licence(self) -> str:
        """Its licence, where that is known, else ""."""
        return published_licence(self.name, self.version)


@dataclass(frozen=True, slots=True)
class Index:
    """What can be downloaded, as of a date.

    Attributes:
        offers: those from or to Norwegian first, then those from or to English, then the others.
        fetched: when the list was fetched from the server.
        bundled: whether it is the one that came with the program.
    """

    offers: tuple[Offer, ...]
    fetched: datetime
    bundled: bool = False

    def find(self, source: str, target: str) -> Offer | None:
        """The newest package for a direction."""
        fitting = [offer for offer in self.offers if (offer.source, offer.target) == (source, target)]
        return max(fitting, key=lambda offer: version_key(offer.version), default=None)

    def search(self, words: str) -> Iterator[Offer]:
        """The offers of which each of `words` is in a language's name or is a language's code."""
        wanted = words.casefold().split()
        for offer in self.offers:
            names = f"{offer.source_name} {offer.target_name}".casefold()
            if all(word in names or word in (offer.source, offer.target) for word in wanted):
                yield offer

    def is_old(self, now: datetime) -> bool:
        """Whether there is probably a newer one."""
        return now - self.fetched > _OLD


def parse_index(data: bytes, addresses: Addresses) -> tuple[Offer, ...]:
    """The packages that an index.json lists; entries that are invalid or not translation packages are left out.

    Raises:
        PackageError: it is not a list of packages, or none is left.
    """
    try:
        entries = decode_json(data)
    except ValueError:
        entries = None
    return _offers(entries, addresses)


def _offers(entries: object, addresses: Addresses) -> tuple[Offer, ...]:
    if not isinstance(entries, list):
        raise PackageError("The server did not send a package list. You may need to sign in to the network first.")
    offers = dict.fromkeys(offer for entry in entries if (offer := _offer(entry, addresses)))
    if not offers:
        raise PackageError("The package list from the server is empty. Try again later.")
    return tuple(sorted(offers, key=_order))


def offer_order(offer: Offer) -> tuple[bool, bool]:
    """The sort key of offers, before their names: Norwegian first, then English, then the others."""
    languages = (offer.source, offer.target)
    return "nb" not in languages, "en" not in languages


def load_index(kept: Path, addresses: Addresses) -> Index:
    """The list in the file `kept` if it can be read and is not older than the bundled one, else the bundled one."""
    bundled = _index(json.loads(BUNDLED_INDEX.read_bytes()), addresses, bundled=True)
    own = read_json(kept, lambda content: _own_index(content, addresses), bundled, limit=_KEPT_LIMIT).value
    return own if own.fetched >= bundled.fetched else bundled


def keep_index(kept: Path, data: bytes, now: datetime) -> None:
    """Save an index.json in the file `kept`.

    Raises:
        OutputError: it cannot be written.
    """
    content = {"fetched": now.astimezone(UTC).isoformat(), "packages": decode_json(data)}
    write_atomically(kept, json.dumps(content).encode(), private=True)


def _own_index(content: Any, addresses: Addresses) -> Index:
    try:
        return _index(content, addresses, bundled=False)
    except PackageError as error:
        raise ValueError("no packages") from error


def _index(content: Any, addresses: Addresses, *, bundled: bool) -> Index:
    fetched = datetime.fromisoformat(content["fetched"]).astimezone(UTC)
    return Index(_offers(content["packages"], addresses), fetched, bundled)


def _offer(entry: Any, addresses: Addresses) -> Offer | None:
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    source, target, version = (str(entry.get(key)) for key in ("from_code", "to_code", "package_version"))
    right = _CODE.fullmatch(source) and _CODE.fullmatch(target) and _VERSION.fullmatch(version)
    if not right or source == target:
        return None
    links = entry.get("links")
    every = links if isinstance(links, list) else []
    usable = tuple(link for link in every if isinstance(link, str) and addresses.allows(link))
    names = (_name(source, entry.get("from_name")), _name(target, entry.get("to_name")))
    return Offer(source, target, *names, version, usable)


def _name(code: str, stated: Any) -> str:
    name = " ".join(stated.split())[:60] if isinstance(stated, str) else ""
    return NAMES.get(code) or (name if name.isprintable() else "") or code


def _order(offer: Offer) -> tuple[tuple[bool, bool], str, str]:
    return offer_order(offer), offer.source_name, offer.target_name
