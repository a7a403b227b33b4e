"""Installing a package from the list on a server, and all that can go wrong."""

import errno
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from reader.errors import ChecksumError, DownloadError, OutputError, PackageError
from reader.file_locking import locked
from reader.packages import (
    Event,
    Health,
    Installed,
    Offer,
    PackageManager,
    Received,
    Stage,
    Step,
    Trust,
    checksums,
    find_packages,
)
from reader.packages.addresses import Addresses
from reader.packages.part import notes_of
from reader.packages.record import read_record
from reader.packages.request import Patience
from tests.archives import EN_NB, NB_EN, SIZE, VERSION, package_bytes, package_file
from tests.server import Page, Server
from tests.trials import try_once

FILE = "translate-nb_en-1_8.argosmodel"
SHORT = Patience(connect_s=60, read_s=60, attempts=2, first_wait_s=0.01, longest_wait_s=0.02, progress=100_000)
GOOD = package_bytes()


def not_cancelled() -> bool:
    return False


def offer(server: Server, path: str = "/v1/" + FILE, version: str = "1.8") -> Offer:
    return Offer("nb", "en", "Norwegian Bokmål", "English", version, (server.address + path,))


@pytest.fixture
def manager(server: Server, user_folder: Path) -> PackageManager:
    return manager_of(server)


def manager_of(server: Server, **options: Any) -> PackageManager:
    addresses = Addresses((server.address + "/index.json",), (server.address + "/mirror/",))
    return PackageManager(try_once, addresses=addresses, patience=SHORT, **options)


def run(events: Iterator[Event]) -> Installed:
    *_, last = events
    assert isinstance(last, Installed)
    return last


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left_over(user_folder: Path) -> list[str]:
    """What an installation left behind beside the packages, except locks."""
    data = user_folder.parent.parent / "data" / "packages" / "downloads"
    places = [path for path in user_folder.parent.iterdir() if path != user_folder]
    places += list(data.iterdir()) if data.exists() else []
    return [path.name for path in places if path.suffix != ".lock"]


def test_a_package_is_downloaded_checked_tried_and_then_serves_its_direction(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    server.pages["/v1/" + FILE] = Page(GOOD)
    events = list(manager.install(offer(server), not_cancelled))
    assert [event.done for event in events if isinstance(event, Received)][-1] == len(GOOD)
    stages = [event.stage for event in events if isinstance(event, Step)]
    assert list(dict.fromkeys(stages)) == [Stage.CHECKING, Stage.UNPACKING, Stage.TRYING]
    installed = events[-1]
    assert isinstance(installed, Installed)
    assert (installed.trust, installed.sha256) == (Trust.FIRST, sha256(GOOD).hexdigest())
    assert installed.package.path == user_folder / "translate-nb_en-1_8"
    assert find_packages().choose("nb", "en") == installed.package
    assert content(installed.package.path)["model/model.bin"] == (NB_EN / "model/model.bin").read_bytes()
    assert left_over(user_folder) == []
    assert manager.checksums().known("translate-nb_en", "1.8") == installed.sha256

    # Again: the recorded checksum is compared, and the new package replaces the old one.
    again = run(manager.install(offer(server), not_cancelled))
    assert (again.trust, [old.path for old in again.replaced]) == (Trust.SEEN, [installed.package.path])
    assert [package.path for package in find_packages().usable if not package.starter] == [again.package.path]


def test_argos_translate_finds_what_was_installed(
    server: Server, manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    run(manager.import_file(package_file(tmp_path / FILE), not_cancelled))
    from argostranslate import package

    [found] = package.get_installed_packages([user_folder])
    assert (found.from_code, found.to_code, found.package_version) == ("nb", "en", "1.8")
    assert found.tokenizer.encode("Hei")


def test_an_update_takes_the_place_of_the_old_version_when_it_works(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    shutil.copytree(NB_EN, user_folder / "nb_en-old")
    server.pages["/v1/" + FILE] = Page(GOOD)
    installed = run(manager.install(offer(server), not_cancelled))
    assert [old.path.name for old in installed.replaced] == ["nb_en-old"]
    assert [path.name for path in user_folder.iterdir()] == ["translate-nb_en-1_8"]


def test_an_update_of_the_package_that_the_user_had_chosen_serves_from_then_on(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    shutil.copytree(NB_EN, user_folder / "old")
    shutil.copytree(NB_EN, user_folder / "newer")
    metadata = user_folder / "newer" / "metadata.json"
    metadata.write_text(metadata.read_text("utf-8").replace(f'"{VERSION}"', '"9"'), "utf-8")
    chosen = next(package for package in find_packages().usable if package.path.name == "old")
    manager.choose("nb", "en", chosen)
    server.pages["/v1/" + FILE] = Page(GOOD)
    installed = run(manager.install(offer(server), not_cancelled))
    assert [old.path.name for old in installed.replaced] == ["old"]
    assert find_packages().choose("nb", "en") == installed.package


def test_where_an_old_package_cannot_go_all_stays_as_it_was(
    server: Server, manager: PackageManager, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first", "second"):
        shutil.copytree(NB_EN, user_folder / name)
    before = content(user_folder)
    server.pages["/v1/" + FILE] = Page(GOOD)
    rename = Path.rename

    def stuck(self: Path, target: Path) -> Path:
        """As on Windows if a program has a file in it open."""
        if self.name == "second":
            raise PermissionError(errno.EACCES, "in use", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(OutputError, match="permission denied"):
        list(manager.install(offer(server), not_cancelled))
    assert content(user_folder) == before


def test_an_import_leaves_other_versions_alone(manager: PackageManager, user_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(NB_EN, user_folder / NB_EN.name)
    installed = run(manager.import_file(package_file(tmp_path / "en fil.argosmodel"), not_cancelled))
    assert installed.replaced == ()
    assert {path.name for path in user_folder.iterdir()} == {NB_EN.name, "translate-nb_en-1_8"}


BAD_MODEL: Mapping[str, bytes | None] = {"model/model.bin": (NB_EN / "model/model.bin").read_bytes()[:-1000]}
# Complete, but with another vocabulary: only loading shows that.
ODD_MODEL: Mapping[str, bytes | None] = {"model/shared_vocabulary.json": b'["<blank>", "a"]'}
BAD_TOKENS: Mapping[str, bytes | None] = {"sentencepiece.model": b"nonsense"}


@pytest.mark.parametrize(
    ("body", "error", "sentence"),
    [
        (GOOD[:-5000], PackageError, f"“{FILE}” is damaged or is not a language package. Download it again."),
        (b"PK" + bytes(5000), PackageError, f"“{FILE}” is damaged or is not a language package. Download it again."),
        (
            package_bytes(source=EN_NB),
            PackageError,
            f"“{FILE}” is not what its name says. It contains the package en to nb, version 1.8.",
        ),
        (
            package_bytes(changed={"../evil.txt": b""}),
            PackageError,
            "The package contains something that does not belong in a language package "
            "(“translate-nb_en-1_8/../evil.txt”).",
        ),
        (
            package_bytes(changed={"model/big.bin": bytes(20_000_000)}),
            PackageError,
            "The unpacked package would be far larger than a language package should be. It was not unpacked.",
        ),
        (
            package_bytes(changed=BAD_MODEL),
            PackageError,
            "The package translate-nb_en 1.8 does not work, so it was not installed: The model is damaged.",
        ),
        (
            package_bytes(changed=ODD_MODEL),
            PackageError,
            "The package translate-nb_en 1.8 does not work, so it was not installed: Its model does not load, or does "
            "not translate.",
        ),
        (
            package_bytes(changed=BAD_TOKENS),
            PackageError,
            "The package translate-nb_en 1.8 does not work, so it was not installed: Its model does not load, or does "
            "not translate.",
        ),
    ],
    ids=["truncated", "wrong bytes", "other codes", "traversal", "bomb", "cut model", "odd model", "tokenizer"],
)
def test_what_is_wrong_with_a_package_is_told_and_all_stays_as_it_was(
    body: bytes,
    error: type[Exception],
    sentence: str,
    server: Server,
    manager: PackageManager,
    user_folder: Path,
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    before = content(user_folder)
    server.pages["/v1/" + FILE] = Page(body)
    with pytest.raises(error) as raised:
        list(manager.install(offer(server), not_cancelled))
    assert str(raised.value) == sentence
    assert content(user_folder) == before
    assert left_over(user_folder) == []
    assert manager.checksums().known("translate-nb_en", "1.8") == ""


def test_a_damaged_copy_on_one_server_is_no_reason_not_to_ask_the_next(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    server.pages |= {"/v1/" + FILE: Page(GOOD[:-5000]), "/mirror/" + FILE: Page(GOOD)}
    assert run(manager.install(offer(server), not_cancelled)).sha256 == sha256(GOOD).hexdigest()


def test_a_package_that_is_not_the_one_known_is_refused(
    server: Server, manager: PackageManager, user_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(checksums.PINNED, ("translate-nb_en", "1.8"), "0" * 64)
    server.pages["/v1/" + FILE] = Page(GOOD)
    for attempt in (
        manager.install(offer(server), not_cancelled),
        manager.import_file(package_file(tmp_path / FILE), not_cancelled, changed=True),
    ):
        with pytest.raises(ChecksumError, match="This is not the official package translate-nb_en") as error:
            list(attempt)
        assert error.value.pinned
    assert content(user_folder) == {}


def test_the_official_package_is_known_by_its_sha256() -> None:
    known = checksums.PINNED["translate-nb_en", "1.9"]
    assert known == "ee2e3b3541abecb51566b095d3409d97c61b920c9e37956d211fb8b9e9e7d027"


def test_a_package_that_has_changed_since_it_was_first_seen_is_refused_unless_the_user_says_so(
    manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    run(manager.import_file(package_file(tmp_path / FILE), not_cancelled))
    before = content(user_folder)
    changed = package_file(tmp_path / FILE, changed={"README.md": b"Another one."})
    with pytest.raises(ChecksumError, match="is not the one that was installed on") as error:
        list(manager.import_file(changed, not_cancelled))
    assert not error.value.pinned
    assert content(user_folder) == before
    run(manager.import_file(changed, not_cancelled, changed=True))
    assert content(user_folder / "translate-nb_en-1_8-2")["README.md"] == b"Another one."
    assert not (user_folder / "translate-nb_en-1_8").exists()
    list(manager.import_file(changed, not_cancelled))


def test_a_changed_package_on_the_server_is_refused_too_unless_the_user_says_so(
    server: Server, manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    run(manager.import_file(package_file(tmp_path / FILE), not_cancelled))
    server.pages["/v1/" + FILE] = Page(package_bytes(changed={"README.md": b"Another one."}))
    with pytest.raises(ChecksumError, match="is not the one that was installed on") as error:
        list(manager.install(offer(server), not_cancelled))
    assert not error.value.pinned
    run(manager.install(offer(server), not_cancelled, changed=True))
    assert content(user_folder / "translate-nb_en-1_8-2")["README.md"] == b"Another one."


@pytest.mark.parametrize("at", [Stage.CHECKING, Stage.UNPACKING, Stage.TRYING])
def test_an_installation_that_is_cancelled_leaves_all_as_it_was(
    at: Stage, manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    reached: list[Stage] = []
    for event in manager.import_file(package_file(tmp_path / FILE), lambda: at in reached):
        assert isinstance(event, Step)
        reached.append(event.stage)
    assert content(user_folder) == {}
    assert left_over(user_folder) == []


def test_a_download_that_is_cancelled_is_kept_and_gone_on_from(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    server.pages["/v1/" + FILE] = Page(GOOD)
    cancelled: list[bool] = []
    for event in manager.install(offer(server), lambda: bool(cancelled)):
        cancelled.append(isinstance(event, Received))
    assert content(user_folder) == {}
    server.asked.clear()
    server.pages["/v1/" + FILE] = Page(GOOD)
    run(manager.install(offer(server), not_cancelled))
    assert server.asked[0].headers["range"].startswith("bytes=")


def part_of(tmp_path: Path, name: str) -> Path:
    part = tmp_path / "data" / "packages" / "downloads" / f"{name}.part"
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(b"PK")
    notes_of(part).write_text("{}")
    return part


def test_parts_that_nobody_goes_on_with_are_deleted_after_weeks(manager: PackageManager, tmp_path: Path) -> None:
    recent, old = part_of(tmp_path, "recent"), part_of(tmp_path, "old")
    orphan = notes_of(part_of(tmp_path, "orphan"))
    orphan.with_suffix("").unlink()
    long_ago = time.time() - 30 * 24 * 3600
    for path in (notes_of(recent), old, notes_of(old), orphan):  # notes are as old as the start of their parts
        os.utime(path, (long_ago, long_ago))
    manager.delete_old_parts()
    assert set(recent.parent.iterdir()) == {recent, notes_of(recent)}


def free(bytes_: int) -> Callable[[Path], int]:
    return lambda _: bytes_


# The space that is left free on a disk, and the size of a package together with its file.
MARGIN, BOTH = 50_000_000, 2.5 * len(GOOD)
NO_ROOM = r"There is not enough space for the package\. It needs (\d+) MB, but the disk with .* has \d+ MB free"


@pytest.mark.parametrize("room", [0, 1.4, 2.4], ids=["nothing", "the file", "almost both"])
def test_too_little_room_is_told_before_more_is_downloaded(server: Server, user_folder: Path, room: float) -> None:
    server.pages["/v1/" + FILE] = Page(GOOD, pace=100_000, holds=server.holds(1))
    manager = manager_of(server, free=free(MARGIN + int(room * len(GOOD))))
    with pytest.raises(OutputError, match=NO_ROOM) as error:
        list(manager.install(offer(server), not_cancelled))
    assert server.sent <= 100_000
    assert error.value.message.values["needed"] == pytest.approx((MARGIN + BOTH) / 1e6, abs=1.5)
    assert content(user_folder) == {}


def test_where_there_is_room_for_both_the_package_is_installed(server: Server, user_folder: Path) -> None:
    server.pages["/v1/" + FILE] = Page(GOOD)
    manager = manager_of(server, free=free(MARGIN + int(BOTH) + 1))
    assert run(manager.install(offer(server), not_cancelled)).package.version == "1.8"


def test_too_little_room_for_a_file_from_elsewhere_is_told(server: Server, user_folder: Path, tmp_path: Path) -> None:
    manager = manager_of(server, free=free(MARGIN + SIZE // 2))
    with pytest.raises(OutputError, match=NO_ROOM):
        list(manager.import_file(package_file(tmp_path / FILE), not_cancelled))
    assert content(user_folder) == {}


def test_a_folder_that_cannot_be_written_to_is_told(manager: PackageManager, user_folder: Path, tmp_path: Path) -> None:
    user_folder.rmdir()
    user_folder.write_text("a file where the folder should be")
    with pytest.raises(OutputError, match="The package cannot be saved in"):
        list(manager.import_file(package_file(tmp_path / FILE), not_cancelled))


def test_another_program_that_is_installing_is_waited_for(
    manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    events = manager.import_file(package_file(tmp_path / FILE), not_cancelled)
    with locked(user_folder.parent / ".tospalt-install.lock"):
        seen = [next(events) for _ in range(3)]
    assert [event.stage for event in seen if isinstance(event, Step)][1:] == [Stage.WAITING] * 2
    assert run(events).package.version == "1.8"


def test_another_program_that_is_downloading_the_same_is_not_disturbed(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    server.pages["/v1/" + FILE] = Page(GOOD)
    first = manager.install(offer(server), not_cancelled)
    next(first)
    with pytest.raises(PackageError, match="Another program is already downloading this package"):
        list(manager_of(server).install(offer(server), not_cancelled))
    assert run(first).sha256 == sha256(GOOD).hexdigest()


def test_what_a_killed_program_left_is_cleared_away(manager: PackageManager, user_folder: Path, tmp_path: Path) -> None:
    stale = user_folder.parent / ".tospalt-install" / "new" / "model"
    stale.mkdir(parents=True)
    (stale / "model.bin").write_bytes(b"half")
    run(manager.import_file(package_file(tmp_path / FILE), not_cancelled))
    assert left_over(user_folder) == []


def test_a_broken_folder_with_its_name_is_replaced_and_other_stray_folders_are_not(
    manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    (user_folder / "translate-nb_en-1_8").mkdir()
    (user_folder / "translate-nb_en-1_8" / "metadata.json").write_text("{")
    (user_folder / "stray").mkdir()
    run(manager.import_file(package_file(tmp_path / FILE), not_cancelled))
    assert {path.name for path in user_folder.iterdir()} == {"stray", "translate-nb_en-1_8-2"}
    assert [broken.path.name for broken in find_packages().broken] == ["stray"]


def test_a_package_is_removed_with_the_choice_of_it_and_the_starter_serves_again(
    manager: PackageManager, user_folder: Path
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    mine = find_packages().choose("nb", "en")
    manager.choose("nb", "en", mine)
    manager.remove(mine.path)
    assert not mine.path.exists()
    assert find_packages().chosen == {}
    starter = find_packages().choose("nb", "en")
    assert starter.starter
    with pytest.raises(PackageError, match="is not one of your own packages"):
        manager.remove(starter.path)
    assert starter.path.exists()


def test_only_folders_right_among_the_packages_are_removed(manager: PackageManager, user_folder: Path) -> None:
    (user_folder / "note.txt").write_text("mine")
    (user_folder / "folder" / "deeper").mkdir(parents=True)
    for path in (user_folder, user_folder / "..", user_folder / "note.txt", user_folder / "folder" / "deeper"):
        with pytest.raises(PackageError, match="is not one of your own packages"):
            manager.remove(path)
        assert path.exists()


def test_a_package_is_removed_whatever_way_leads_to_it(
    manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    (user_folder / "stray").mkdir()
    (tmp_path / "way").symlink_to(user_folder)
    manager.remove(tmp_path / "way" / "stray")
    assert not (user_folder / "stray").exists()


def test_of_a_link_to_a_package_elsewhere_only_the_link_is_removed(
    manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(NB_EN, tmp_path / "elsewhere")
    (user_folder / "link").symlink_to(tmp_path / "elsewhere")
    manager.remove(user_folder / "link")
    assert list(user_folder.iterdir()) == []
    assert (tmp_path / "elsewhere" / "metadata.json").exists()


@pytest.mark.parametrize(
    "metadata",
    [
        b"\xff\xfe",
        b"[]",
        b"5",
        b'{"from_code": "nb", "to_code": ["en"]}',
        b'{"from_code": "\\u001b[31mnb", "to_code": "en"}',
        b'{"from_code": "nb", "to_code": "en", "quality": 5, "languages": 5}',
    ],
)
def test_whatever_stands_in_the_metadata_of_a_folder_it_disturbs_nothing(metadata: bytes, user_folder: Path) -> None:
    shutil.copytree(NB_EN, user_folder / "odd")
    (user_folder / "odd" / "metadata.json").write_bytes(metadata)
    assert [broken.path.name for broken in find_packages().broken] == ["odd"]


@pytest.mark.parametrize("stated", ["5", '{"test_set": "x", "bleu": [], "chrf": 1}', '{"bleu": 1}'])
def test_a_quality_that_makes_no_sense_is_not_known(stated: str, user_folder: Path) -> None:
    shutil.copytree(NB_EN, user_folder / "odd")
    metadata = f'{{"from_code": "nb", "to_code": "en", "package_version": "1\\u001b[2J", "quality": {stated}}}'
    (user_folder / "odd" / "metadata.json").write_text(metadata, "utf-8")
    [package] = [package for package in find_packages().usable if not package.starter]
    assert (package.quality, package.version) == (None, "1[2J")


def test_what_is_no_package_can_be_removed_too(manager: PackageManager, user_folder: Path) -> None:
    (user_folder / "stray").mkdir()
    manager.remove(find_packages().broken[0].path)
    assert find_packages().broken == ()
    with pytest.raises(OutputError, match="cannot be removed: no such file or folder"):
        manager.remove(user_folder / "stray")


def test_the_package_that_the_user_chooses_serves_until_they_choose_otherwise(
    manager: PackageManager, user_folder: Path
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    packages = find_packages()
    starter = next(package for package in packages.serving("nb", "en") if package.starter)
    assert not packages.choose("nb", "en").starter
    manager.choose("nb", "en", starter)
    assert find_packages().choose("nb", "en") == starter
    assert find_packages().route("nb", "en") == (starter,)
    manager.choose("nb", "en", None)
    assert not find_packages().choose("nb", "en").starter


@pytest.mark.parametrize("damage", ["{", "[]", '{"nb>en": 1}', '{"nb": "/x"}', '{"nb>en": "/no/such/folder"}'])
def test_a_damaged_choice_is_none(damage: str, manager: PackageManager, user_folder: Path, tmp_path: Path) -> None:
    manager.choose("nb", "en", None)
    (tmp_path / "data" / "packages" / "choice.json").write_text(damage)
    assert find_packages().choose("nb", "en").starter


def test_verifying_tells_good_from_changed_from_broken(
    manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    installed = run(manager.import_file(package_file(tmp_path / FILE), not_cancelled)).package
    assert manager.verify(installed, not_cancelled).health is Health.GOOD
    (installed.path / "README.md").write_text("changed")
    verdict = manager.verify(installed, not_cancelled)
    assert (verdict.health, verdict.changed) == (Health.CHANGED, ("README.md",))
    (installed.path / "model" / "shared_vocabulary.json").write_text('["a"]')
    assert manager.verify(installed, not_cancelled).health is Health.BROKEN
    starter = next(package for package in find_packages().usable if package.starter)
    assert manager.verify(starter, not_cancelled).health is Health.WORKS


def test_the_record_of_a_package_is_kept_with_it(manager: PackageManager, user_folder: Path, tmp_path: Path) -> None:
    installed = run(manager.import_file(package_file(tmp_path / FILE), not_cancelled))
    record = read_record(installed.package.path)
    assert record is not None
    assert record.sha256 == installed.sha256
    assert set(record.files) == set(content(installed.package.path)) - {"tospalt.json"}
    (installed.package.path / "tospalt.json").write_text("{")
    assert read_record(installed.package.path) is None


def test_an_expired_list_ends_in_the_advice_to_refresh_it(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    entry = {"from_code": "nb", "to_code": "en", "package_version": "1.8", "links": [server.address + "/old/" + FILE]}
    server.pages["/index.json"] = Page(json.dumps([entry]).encode())
    found = manager.refresh(not_cancelled).find("nb", "en")
    assert found is not None
    with pytest.raises(
        DownloadError, match=r"None of the servers has this package any more\. Refresh the package list"
    ):
        list(manager.install(found, not_cancelled))
    server.pages["/new/" + FILE] = Page(GOOD)
    server.pages["/index.json"].body = json.dumps([entry | {"links": [server.address + "/new/" + FILE]}]).encode()
    newer = manager.refresh(not_cancelled).find("nb", "en")
    assert newer is not None
    run(manager.install(newer, not_cancelled))


@pytest.mark.parametrize("wrong", ["other codes", "a model that does not load", "another version", "no package"])
def test_the_next_mirror_is_asked_where_one_gives_something_that_must_not_be_installed(
    server: Server, manager: PackageManager, tmp_path: Path, wrong: str
) -> None:
    first = {
        "other codes": lambda: package_bytes(source=EN_NB),
        "a model that does not load": lambda: package_bytes(changed={"model/model.bin": b"nonsense"}),
        "another version": lambda: package_bytes("1.7"),
        "no package": lambda: b"PK\x05\x06" + bytes(18),
    }[wrong]()
    server.pages |= {"/v1/" + FILE: Page(first), "/mirror/" + FILE: Page(GOOD)}
    assert run(manager.install(offer(server), not_cancelled)).package.version == "1.8"


def test_where_no_mirror_gives_the_right_thing_the_first_problem_is_told(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    server.pages |= {"/v1/" + FILE: Page(package_bytes(source=EN_NB)), "/mirror/" + FILE: Page(b"nonsense")}
    with pytest.raises(PackageError, match=r"is not what its name says|for other languages"):
        run(manager.install(offer(server), not_cancelled))
    assert list(user_folder.iterdir()) == []


def test_a_checksum_is_not_recorded_if_the_package_does_not_get_into_its_place(
    server: Server, manager: PackageManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.packages import install

    server.pages["/v1/" + FILE] = Page(GOOD)
    monkeypatch.setattr(install.Installer, "_move", lambda *_: (_ for _ in ()).throw(PermissionError(errno.EACCES, "")))
    with pytest.raises(OutputError):
        run(manager.install(offer(server), not_cancelled))
    assert manager._installer()._checksums.known("translate-nb_en", "1.8") == ""
