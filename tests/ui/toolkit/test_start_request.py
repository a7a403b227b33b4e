"""What one start tells another."""

import os
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.json_data import damaged
from ui.toolkit.start_request import HEADER, StartRequest, framed, request_for, request_in, unframed, values_of

NAMES = st.binary(min_size=1).filter(lambda name: b"\0" not in name).map(lambda name: os.fsdecode(b"/" + name))
SOUND = framed(values_of(StartRequest((Path("/a.txt"), Path("/b.txt")), "token", "wayland-0", ":0")))[HEADER.size :]


@given(names=st.lists(NAMES), token=st.text("abc_1/", max_size=20))
def test_any_files_arrive_as_they_were(names: list[str], token: str) -> None:
    request = StartRequest(tuple(map(Path, names)), token, "wayland-0", ":0.0")
    message = framed(values_of(request))
    assert HEADER.unpack(message[: HEADER.size]) == (len(message) - HEADER.size,)
    assert request_in(unframed(message[HEADER.size :])) == request


@given(data=damaged(SOUND))
def test_a_damaged_request_is_refused_or_names_files_all_the_same(data: bytes) -> None:
    try:
        request = request_in(unframed(data))
    except (ValueError, TypeError, LookupError):
        return
    assert all(path.is_absolute() and "\0" not in str(path) for path in request.files)
    assert all(text.isprintable() for text in (request.token, request.wayland, request.x11))


def test_files_are_relative_to_the_folder_of_the_start_and_links_keep_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.txt").symlink_to("target.txt")
    environment = {"DESKTOP_STARTUP_ID": "older", "XDG_ACTIVATION_TOKEN": "newer", "DISPLAY": ":1"}
    request = request_for([Path("link.txt"), Path("/b/../c.txt")], environment)
    assert request == StartRequest((tmp_path / "link.txt", Path("/c.txt")), "newer", "", ":1")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("", ""), ("wayland-0", ":0"), True),
        (("", ":0"), ("", ":0.0"), True),
        (("", ":0"), ("", "localhost:10.0"), False),
        (("wayland-0", ":0"), ("", "localhost:10.0"), False),
        (("wayland-0", ":0"), ("wayland-0", ":1"), True),
        (("wayland-0", ""), ("", ":0"), True),
    ],
)
def test_a_window_on_another_screen_is_not_asked(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    requests = StartRequest((), "", *one), StartRequest((), "", *other)
    assert requests[0].is_on_screen_of(requests[1]) is requests[1].is_on_screen_of(requests[0]) is same
