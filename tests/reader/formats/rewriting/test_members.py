"""Archives with other content in some of their members."""

import io
import zipfile
from copy import copy

from reader.formats.rewriting.members import serialised, with_members
from reader.formats.xml_parts import parse_xml


def archive() -> bytes:
    """Members that are stored, compressed, of unknown size when they were begun, and a folder."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr(zipfile.ZipInfo("mimetype", (2001, 2, 3, 4, 5, 6)), "text/x")
        written.writestr("a/", "")
        info = zipfile.ZipInfo("a/b.xml", (2011, 2, 3, 4, 5, 6))
        info.external_attr, info.comment, info.compress_type = 0o600 << 16, b"hei", zipfile.ZIP_DEFLATED
        written.writestr(info, "<b>" + "æ" * 1000)
        written.writestr("a/c.xml", "<c>" * 1000, zipfile.ZIP_DEFLATED)
        written.comment = b"alt"
    return file.getvalue()


def members(data: bytes) -> dict[str, tuple[object, ...]]:
    """What the directory says of each member, and its content."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        return {
            m.filename: (m.date_time, m.external_attr, m.comment, m.compress_type, found.read(m))
            for m in found.infolist()
        }


def test_only_what_has_changed_is_written_anew() -> None:
    old = archive()
    new = with_members(old, {"a/c.xml": b"nei"})
    assert list(members(new)) == list(members(old))
    assert members(new) == members(old) | {"a/c.xml": (*members(old)["a/c.xml"][:-1], b"nei")}
    kept = old[: old.index(b"a/c.xml") - 30]
    assert new.startswith(kept)
    assert zipfile.ZipFile(io.BytesIO(new)).comment == b"alt"


def test_a_member_before_others_may_grow_or_go() -> None:
    old = archive()
    assert members(with_members(old, {"mimetype": b"x" * 5000}))["a/b.xml"] == members(old)["a/b.xml"]
    assert list(members(with_members(old, {"mimetype": b""}, {"a/b.xml"}))) == ["mimetype", "a/", "a/c.xml"]


def test_a_member_whose_size_stands_behind_it_is_taken_over() -> None:
    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    file = Unseekable()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("a", "en" * 100)
        written.writestr("b", "to" * 100)
    old = file.getvalue()
    new = with_members(old, {"b": b"tre"})
    assert members(new)["a"] == members(old)["a"]
    assert new[: new.index(b"PK", 4)] == old[: old.index(b"PK", 4)]


def test_members_that_are_stored_as_one_stay_so() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr("a", "en" * 1000)
        written.writestr("b", "to")
        for number in range(1000):
            again = copy(written.getinfo("a"))
            again.orig_filename = again.filename = f"a{number}"
            written.filelist.append(again)
    old = file.getvalue()
    new = with_members(old, {"b": b"tre"})
    assert len(new) == len(old) + 1
    assert len(zipfile.ZipFile(io.BytesIO(new)).namelist()) == 1002


def test_a_member_that_is_not_where_a_damaged_archive_says_is_left_out() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for name in "abc":
            written.writestr(name, "en")
    new = with_members(file.getvalue().replace(b"PK\3\4", b"XX\3\4", 1), {"c": b"to"})
    assert new.startswith(b"PK") and list(members(new)) == ["b", "c"]


def test_a_part_with_an_entity_can_be_read_again() -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE w:a [<!ENTITY x "y">]><w:a xmlns:w="urn:w">hei &x;du</w:a>'
    again = parse_xml(serialised(parse_xml(data, "fil"), data), "fil")
    assert again.text == "hei du"
