"""The list of packages: what is accepted in it, and the copies used without a network."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reader.engine import try_out
from reader.errors import DownloadError, PackageError
from reader.export.labels import labels_for
from reader.packages import Offer, PackageManager
from reader.packages.addresses import OFFICIAL, Addresses
from reader.packages.index import BUNDLED_INDEX, keep_index, load_index, parse_index
from reader.packages.request import Patience
from reader.text import NAMES
from tests.server import Page, Server

LINK = "https://argos-net.com/v1/translate-nb_en-1_9.argosmodel"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_every_language_of_the_list_has_a_name_of_ours(tmp_path: Path) -> None:
    offers = load_index(tmp_path / "none", OFFICIAL).offers
    codes = {code for offer in offers for code in (offer.source, offer.target)}
    assert len(codes) > 45 and codes <= NAMES.keys()
    assert codes <= labels_for("nb").languages.keys()


def entry(**changes: object) -> dict[str, Any]:
    usual = {
        "package_version": "1.9",
        "from_code": "nb",
        "from_name": "Norwegian",
        "to_code": "en",
        "to_name": "English",
        "links": [LINK],
    }
    return usual | changes


def parse(*entries: object) -> tuple[Offer, ...]:
    return parse_index(json.dumps(entries).encode(), OFFICIAL)


def test_the_list_that_comes_with_the_program_has_both_directions_of_its_pair_first() -> None:
    index = load_index(Path("/no/such/file"), OFFICIAL)
    assert index.bundled
    assert [(offer.source, offer.target, offer.version) for offer in index.offers[:2]] == [
        ("en", "nb", "1.9"),
        ("nb", "en", "1.9"),
    ]
    assert len(index.offers) == len(json.loads(BUNDLED_INDEX.read_text("utf-8"))["packages"]) == 96


def test_an_offer_knows_its_name_its_addresses_and_its_quality() -> None:
    [offer] = parse(entry())
    assert (offer.name, offer.file_name) == ("translate-nb_en", "translate-nb_en-1_9.argosmodel")
    assert (offer.source_name, offer.target_name) == ("Norwegian Bokmål", "English")
    assert offer.quality is not None
    assert OFFICIAL.of_package(offer.links, offer.file_name) == (
        LINK,
        "https://data.argosopentech.com/argospm/v1/translate-nb_en-1_9.argosmodel",
    )


@pytest.mark.parametrize(
    ("link", "used"),
    [
        (LINK, True),
        ("http://argos-net.com/v1/a", False),
        ("ipfs://QmV5bmf8", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[", False),
        (7, False),
    ],
)
def test_only_addresses_that_are_secure_are_used(link: object, used: bool) -> None:
    [offer] = parse(entry(links=[link]))
    assert bool(offer.links) == used


@pytest.mark.parametrize(
    "changes",
    [
        {"from_code": "../x"},
        {"from_code": None},
        {"to_code": "nb"},
        {"package_version": "1.9/.."},
        {"package_version": None},
        {"type": "sbd"},
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out(changes: dict[str, object]) -> None:
    good = entry(from_code="de", from_name="German", links=[])
    assert [offer.source for offer in parse(entry(**changes), 5, good)] == ["de"]


@pytest.mark.parametrize("name", ["x/../../evil.argosmodel", "evil.sh", "translate-nb_en-1_9.argosmodel?x=/.."])
def test_the_name_of_the_file_never_leads_elsewhere(name: str) -> None:
    [offer] = parse(entry(links=["https://argos-net.com/v1/" + name]))
    assert "/" not in offer.file_name
    assert offer.file_name.endswith(".argosmodel")


@pytest.mark.parametrize("data", [b"", b"<html>", b"{}", b"\xff", b"[]", b"[5]", b'"text"', b"[" * 100_000])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(PackageError):
        parse_index(data, OFFICIAL)


@pytest.mark.parametrize(
    ("words", "first"),
    [("norw", "en"), ("NORWEGIAN english", "en"), ("german", "en"), ("de", "en"), ("ukr", "en"), ("xyz", None)],
)
def test_offers_are_found_by_the_names_and_codes_of_their_languages(words: str, first: str | None) -> None:
    found = list(load_index(Path("/no/such/file"), OFFICIAL).search(words))
    assert (found[0].source if found else None) == first
    assert len(found) < 10


def test_a_newer_copy_is_used_and_a_damaged_or_older_one_is_not(tmp_path: Path) -> None:
    kept = tmp_path / "index.json"
    keep_index(kept, json.dumps([entry()]).encode(), NOW)
    index = load_index(kept, OFFICIAL)
    assert (index.bundled, index.fetched, len(index.offers)) == (False, NOW, 1)
    assert not index.is_old(NOW + timedelta(days=30))
    assert index.is_old(NOW + timedelta(days=100))
    keep_index(kept, json.dumps([entry()]).encode(), datetime(2020, 1, 1, tzinfo=UTC))
    assert load_index(kept, OFFICIAL).bundled
    for damage in ('{"fetched": "soon", "packages": []}', '{"fetched": "0001-01-01T00:00+14:00"}', "[" * 100_000):
        kept.write_text(damage)
        assert load_index(kept, OFFICIAL).bundled


def test_letters_that_are_none_do_not_keep_a_list_from_being_kept(tmp_path: Path) -> None:
    keep_index(tmp_path / "index.json", json.dumps([entry(to_name="\ud800")]).encode(), NOW)
    assert load_index(tmp_path / "index.json", OFFICIAL).offers[0].target_name == "English"


@pytest.fixture
def manager(server: Server, user_folder: Path) -> PackageManager:
    patience = Patience(attempts=1, read_s=60, first_wait_s=0)
    return PackageManager(try_out, addresses=Addresses((server.address + "/index.json",)), patience=patience)


def test_a_list_that_was_fetched_is_there_without_a_network(server: Server, manager: PackageManager) -> None:
    server.pages["/index.json"] = Page(json.dumps([entry()]).encode())
    fetched = manager.refresh(lambda: False)
    server.pages.clear()
    server.asked.clear()
    assert manager.index() == fetched
    assert not server.asked
    assert fetched.offers[0].links == ()  # only https addresses are accepted


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (Page(status=404), DownloadError),
        (Page(status=500), DownloadError),
        (Page(b"<html>sign in</html>"), PackageError),
        (Page(b"[" + b" " * 6_000_000 + b"]"), DownloadError),
        (Page(b"[]", claims=100), DownloadError),
    ],
    ids=["gone", "busy", "sign in", "too long", "cut"],
)
def test_where_no_list_can_be_had_the_old_one_stays(
    page: Page, error: type[Exception], server: Server, manager: PackageManager
) -> None:
    server.pages["/index.json"] = page
    with pytest.raises(error):
        manager.refresh(lambda: False)
    assert manager.index().bundled


def test_a_refresh_that_is_cancelled_changes_nothing(server: Server, manager: PackageManager) -> None:
    assert manager.refresh(lambda: True).bundled
    assert not server.asked


def test_an_address_on_this_machine_is_allowed_only_where_the_list_is_there() -> None:
    assert Addresses(("http://127.0.0.1/index.json",)).allows("http://127.0.0.1/a")
    assert not OFFICIAL.allows("http://127.0.0.1/a")
