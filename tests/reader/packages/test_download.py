"""Downloads from a server that misbehaves in every way."""

import os
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import ANY

import pytest

from reader.errors import DownloadError, OutputError
from reader.packages import Received, Waiting, network
from reader.packages.download import Progress, download, fetch
from reader.packages.network import ask
from reader.packages.part import notes_of
from reader.packages.request import Patience
from tests.server import Page, Server

BODY = b"PK" + os.urandom(300_000)
SHORT = Patience(connect_s=60, read_s=60, attempts=3, first_wait_s=0.01, longest_wait_s=0.05, progress=100_000)
PATH = "/v1/a.argosmodel"


def not_cancelled() -> bool:
    return False


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "a.argosmodel.part"


def get(
    server: Server, part: Path, *paths: str, cancelled: Callable[[], bool] = not_cancelled, limit: int = 1_000_000
) -> list[Progress]:
    urls = [server.address + path for path in paths or (PATH,)]
    return list(download(urls, part, limit=limit, patience=SHORT, cancelled=cancelled))


def test_a_file_is_downloaded_under_the_name_that_the_host_wants(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY)
    assert get(server, part)[-1] == Received(len(BODY), len(BODY))
    assert part.read_bytes() == BODY
    assert [asked.headers["user-agent"] for asked in server.asked] == ["ArgosTranslate"]


def test_progress_tells_how_much_how_fast_and_how_long_still(
    server: Server, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock advances a second per reading; the speed is that of the last five seconds."""
    monkeypatch.setattr("reader.packages.download.time", SimpleNamespace(monotonic=count(100.0).__next__))
    server.pages[PATH] = Page(BODY)
    told = [each for each in get(server, part) if isinstance(each, Received)][:-1]  # the last one reports the end
    assert len(told) > 3 and {each.total for each in told} == {len(BODY)}
    for i, each in enumerate(told):
        first = max(i - 5, 0)
        assert each.bytes_per_second == ((each.done - told[first].done) / (i - first) if i else 0)
        left = pytest.approx((len(BODY) - each.done) / each.bytes_per_second) if i else None
        assert each.seconds_left == left


@pytest.mark.parametrize("etag", ['"1"', "", 'W/"1"'], ids=["with an etag", "without", "with a weak one"])
def test_a_connection_that_is_cut_is_resumed_where_it_ended(server: Server, part: Path, etag: str) -> None:
    server.pages[PATH] = Page(BODY, cuts=[100_000, 50_000], etag=etag)
    told = get(server, part)
    assert part.read_bytes() == BODY
    assert [asked.headers.get("range") for asked in server.asked] == [None, "bytes=100000-", "bytes=150000-"]
    assert [each for each in told if isinstance(each, Waiting)]


def test_a_download_is_resumed_after_a_restart(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY, cuts=[100_000] + [0] * 5)
    with pytest.raises(DownloadError):
        get(server, part)
    assert part.stat().st_size == 100_000
    server.pages[PATH].cuts.clear()
    server.asked.clear()
    get(server, part)
    assert part.read_bytes() == BODY
    assert [asked.headers["range"] for asked in server.asked] == ["bytes=100000-"]


def test_a_file_that_is_whole_already_is_not_asked_for_again(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY)
    get(server, part)
    server.asked.clear()
    assert get(server, part)[-1] == Received(len(BODY), len(BODY))
    assert not server.asked


@pytest.mark.parametrize("size", [250_000, 300_000], ids=["another size", "the same size"])
def test_a_file_that_has_changed_on_the_server_is_fetched_anew(server: Server, part: Path, size: int) -> None:
    server.pages[PATH] = Page(BODY, cuts=[100_000] + [0] * 5)
    with pytest.raises(DownloadError):
        get(server, part)
    changed = b"PK" + os.urandom(size)
    server.pages[PATH] = Page(changed, etag='"2"')
    server.asked.clear()
    get(server, part)
    assert part.read_bytes() == changed
    # The rest is requested only if the file is still the first one.
    assert [asked.headers.get("if-range") for asked in server.asked] == ['"1"']


def test_a_server_that_ignores_ranges_sends_it_all_again(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY, cuts=[100_000], ranges=False)
    get(server, part)
    assert part.read_bytes() == BODY


def test_a_part_of_another_length_is_not_gone_on_from(server: Server, part: Path) -> None:
    server.pages["/one"] = Page(BODY, cuts=[100_000] + [0] * 5)
    other = b"PK" + os.urandom(400_000)
    server.pages["/two"] = Page(other, etag="")
    get(server, part, "/one", "/two")
    assert part.read_bytes() == other


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"url": 1, "validator": "", "total": 5}', None])
def test_a_part_of_which_nothing_is_known_is_fetched_anew(server: Server, part: Path, damage: bytes | None) -> None:
    part.write_bytes(b"PK something else")
    if damage is not None:
        notes_of(part).write_bytes(damage)
    server.pages[PATH] = Page(BODY)
    get(server, part)
    assert part.read_bytes() == BODY


def test_a_part_longer_than_the_file_is_fetched_anew(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY)
    get(server, part)
    part.write_bytes(BODY + b"more")
    get(server, part)
    assert part.read_bytes() == BODY


def test_a_server_that_says_no_length_is_believed_at_its_end(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY, claims=-1)
    assert get(server, part)[-1] == Received(len(BODY), len(BODY))
    assert part.read_bytes() == BODY


@pytest.mark.parametrize("length", ["²", "9" * 5000, "-5", "many"])
def test_a_length_that_is_no_number_is_none(server: Server, part: Path, length: str) -> None:
    server.pages[PATH] = Page(BODY, claims=-1, headers={"Content-Length": length, "Retry-After": length})
    get(server, part)
    assert part.read_bytes() == BODY
    server.pages[PATH].statuses = [503]
    part.unlink()
    get(server, part)
    assert part.read_bytes() == BODY


def test_a_part_that_is_no_number_makes_no_sense(server: Server, part: Path) -> None:
    endless = {"Content-Range": f"bytes {'0' * 5000}-1/{'9' * 5000}"}
    server.pages |= {PATH: Page(BODY, statuses=[206], headers=endless, etag="")}
    get(server, part)
    assert part.read_bytes() == BODY


def test_a_server_that_sends_byte_for_byte_is_no_sign_in_page(
    server: Server, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.packages.download._TELL_S", -1)
    server.pages[PATH] = Page(BODY[:5], pace=1, holds=server.holds(5))
    told = download([server.address + PATH], part, limit=10, patience=SHORT, cancelled=not_cancelled)
    for done, hold in enumerate(server.pages[PATH].holds, 1):
        assert next(told) == Received(done, 5, ANY)
        hold.set()
    assert list(told) == [Received(5, 5)]
    assert part.read_bytes() == BODY[:5]


def test_a_server_that_says_too_great_a_length_is_tried_again_and_given_up(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY, claims=len(BODY) + 1000)
    with pytest.raises(DownloadError, match=r"The connection to 127\.0\.0\.1:.* was lost"):
        get(server, part)


def test_more_than_the_limit_is_not_taken(server: Server, part: Path) -> None:
    server.pages["/said"] = Page(BODY)
    server.pages["/not said"] = Page(BODY, claims=-1)
    for path in ("/said", "/not said".replace(" ", "%20")):
        server.pages[path] = server.pages[path.replace("%20", " ")]
        with pytest.raises(DownloadError, match="sent more data than expected"):
            get(server, part, path, limit=200_000)
        assert not part.exists()


@pytest.mark.parametrize(
    ("status", "sentence", "requests"),
    [
        (403, "The server 127.0.0.1 refused the request (status 403).", 1),
        (401, "The server 127.0.0.1 refused the request (status 401).", 1),
        (404, "The server no longer has this package. Refresh the package list, which may be out of date.", 1),
        (410, "The server no longer has this package. Refresh the package list, which may be out of date.", 1),
        (500, "The server 127.0.0.1 cannot respond right now (status 500). Try again later.", 3),
        (503, "The server 127.0.0.1 cannot respond right now (status 503). Try again later.", 3),
        (429, "The server 127.0.0.1 cannot respond right now (status 429). Try again later.", 3),
    ],
)
def test_a_refusal_is_told_in_a_sentence(server: Server, part: Path, status: int, sentence: str, requests: int) -> None:
    server.pages[PATH] = Page(status=status)
    with pytest.raises(DownloadError) as error:
        get(server, part)
    assert str(error.value) == sentence
    assert len(server.asked) == requests
    assert not part.exists()


def test_a_server_that_is_busy_for_a_moment_is_asked_again_when_it_wishes(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY, statuses=[503], headers={"Retry-After": "7"})
    [waiting] = [each for each in get(server, part) if isinstance(each, Waiting)]
    assert waiting.seconds == SHORT.longest_wait_s  # the requested wait, up to a limit
    assert part.read_bytes() == BODY


@pytest.mark.parametrize("page", [Page(status=404), Page(status=403), Page(status=500), Page(b"<html>sign in</html>")])
def test_where_one_address_fails_the_next_is_asked(server: Server, part: Path, page: Page) -> None:
    server.pages |= {"/one": page, "/two": Page(BODY)}
    get(server, part, "/one", "/two")
    assert part.read_bytes() == BODY


def test_half_from_one_address_is_completed_from_the_next(server: Server, part: Path) -> None:
    server.pages |= {"/one": Page(BODY, cuts=[100_000] + [0] * 5), "/two": Page(BODY, etag='"other"')}
    get(server, part, "/one", "/two")
    assert part.read_bytes() == BODY
    asked = [(asked.headers["range"], asked.headers.get("if-range")) for asked in server.asked_for("/two")]
    assert asked == [("bytes=100000-", None)]  # the first server's ETag means nothing to the second


def test_a_redirection_is_followed(server: Server, part: Path) -> None:
    server.pages |= {PATH: Page(status=302, headers={"Location": "/there"}), "/there": Page(BODY)}
    get(server, part)
    assert part.read_bytes() == BODY
    assert [asked.headers["user-agent"] for asked in server.asked] == ["ArgosTranslate"] * 2


@pytest.mark.parametrize("to", ["ftp://127.0.0.1/a", "file:///etc/passwd", PATH])
def test_a_redirection_that_leads_nowhere_good_is_not(server: Server, part: Path, to: str) -> None:
    server.pages[PATH] = Page(status=302, headers={"Location": to})
    with pytest.raises(DownloadError):
        get(server, part)
    assert not part.exists()


def test_a_sign_in_page_is_no_package(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(b"<html>Please sign in</html>")
    with pytest.raises(DownloadError, match=r"did not send a language package\. You may need to sign in"):
        get(server, part)


def test_a_server_that_falls_silent_is_given_up(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY, pace=1000, holds=server.holds(1))
    silent = download(
        [server.address + PATH], part, limit=len(BODY), patience=replace(SHORT, read_s=0.3), cancelled=not_cancelled
    )
    with pytest.raises(DownloadError, match=r"The server 127\.0\.0\.1 is not responding"):
        list(silent)
    assert part.stat().st_size > 0


def test_a_port_where_nobody_listens_is_told(server: Server, part: Path) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/a"
        with pytest.raises(DownloadError, match=r"The server 127\.0\.0\.1 does not accept connections"):
            list(download([url], part, limit=1000, patience=SHORT, cancelled=not_cancelled))


def test_cancelling_cuts_a_connection_that_is_waiting_and_keeps_what_has_come(server: Server, part: Path) -> None:
    cancelled, sent = threading.Event(), threading.Event()
    server.pages[PATH] = Page(BODY, pace=100_000, holds=server.holds(1))
    server.on_sent = lambda _: sent.set()
    patient = Patience(read_s=600, attempts=1)
    urls = [server.address + PATH]

    def work() -> None:
        list(download(urls, part, limit=1_000_000, patience=patient, cancelled=cancelled.is_set))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    assert sent.wait(60)
    cancelled.set()
    thread.join(60)  # the server sends nothing more
    assert not thread.is_alive()
    assert part.stat().st_size <= 100_000


def test_nothing_is_asked_once_cancelled(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY)
    assert get(server, part, cancelled=lambda: True) == []
    assert not server.asked


def test_a_proxy_from_the_environment_is_used(server: Server, part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    server.pages["http://argos.example/a"] = Page(BODY)
    list(download(["http://argos.example/a"], part, limit=1_000_000, patience=SHORT, cancelled=not_cancelled))
    assert part.read_bytes() == BODY
    assert [asked.path for asked in server.asked] == ["http://argos.example/a"]


def test_a_folder_that_cannot_be_written_to_is_told(server: Server, tmp_path: Path) -> None:
    server.pages[PATH] = Page(BODY)
    (tmp_path / "a file").write_text("")
    with pytest.raises(OutputError):
        get(server, tmp_path / "a file" / "x.part")


def test_the_threads_of_a_download_end_with_it(server: Server, part: Path) -> None:
    server.pages[PATH] = Page(BODY, cuts=[100_000])
    get(server, part)
    assert not [thread for thread in threading.enumerate() if thread.name == "download-watch"]


def test_a_small_file_is_fetched_from_the_first_address_that_has_it(server: Server) -> None:
    server.pages["/two"] = Page(b"[]", statuses=[503])
    urls = [server.address + path for path in ("/one", "/two")]
    assert fetch(urls, limit=10, patience=SHORT, cancelled=not_cancelled) == b"[]"
    with pytest.raises(DownloadError, match="more data than expected"):
        fetch(urls, limit=1, patience=SHORT, cancelled=not_cancelled)
    server.pages["/two"].claims = 5
    with pytest.raises(DownloadError, match="was lost"):
        fetch(urls, limit=10, patience=SHORT, cancelled=not_cancelled)


@pytest.fixture
def impostor(tmp_path: Path, server: Server) -> str:
    """The address of a TLS server with a certificate that no authority has signed."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    try:
        subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl makes the certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listening = socket.create_server(("127.0.0.1", 0))

    def shake_hands() -> None:
        with closing(listening):
            connection, _ = listening.accept()
            try:
                context.wrap_socket(connection, server_side=True).close()
            except OSError:
                connection.close()

    threading.Thread(target=shake_hands, daemon=True).start()
    return f"https://127.0.0.1:{listening.getsockname()[1]}/a"


def test_a_server_whose_certificate_nobody_vouches_for_gets_no_request(impostor: str, part: Path) -> None:
    with pytest.raises(DownloadError, match=r"The identity of the server 127\.0\.0\.1 could not be verified"):
        list(download([impostor], part, limit=1000, patience=SHORT, cancelled=not_cancelled))


def test_an_answer_is_closed_with_its_connection(server: Server) -> None:
    server.pages[PATH] = Page(BODY)
    response = ask(server.address + PATH, {}, SHORT, not_cancelled)
    response.close()
    response.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "download-watch"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_cancelling_ends_at_once_while_a_server_says_nothing(server: Server, part: Path, scheme: str) -> None:
    """It accepts the connection; then with TLS the handshake hangs, otherwise the answer."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        _cancelled_soon(f"{scheme}://127.0.0.1:{silent.getsockname()[1]}/a", part)


def test_cancelling_ends_at_once_while_it_connects(server: Server, part: Path) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        # Its queue is so short that the next connection is not answered at all.
        waiting = [socket.socket() for _ in range(3)]
        for connection in waiting:
            connection.setblocking(False)
            connection.connect_ex(full.getsockname())
        try:
            _cancelled_soon(f"http://127.0.0.1:{full.getsockname()[1]}/a", part)
        finally:
            for connection in waiting:
                connection.close()


def _cancelled_soon(url: str, part: Path) -> None:
    """Cancel after 0.3 seconds; the download must end soon, though its time-outs are a minute."""
    patience = Patience(connect_s=60, read_s=60, attempts=1, first_wait_s=0.01)
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    work = threading.Thread(
        target=lambda: list(download([url], part, limit=1000, patience=patience, cancelled=cancel.is_set)), daemon=True
    )
    work.start()
    work.join(20)
    assert not work.is_alive()


def test_the_body_of_a_redirection_is_not_read(server: Server, part: Path) -> None:
    server.pages["/old"] = Page(
        bytes(200_000), status=302, headers={"Location": PATH}, pace=100_000, holds=server.holds(1)
    )
    server.pages[PATH] = Page(BODY)
    assert get(server, part, "/old")[-1] == Received(len(BODY), len(BODY))
    assert server.sent <= 100_000 + len(BODY)


def test_a_proxy_that_opens_no_way_is_named_and_not_asked_again(
    server: Server, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", server.address)  # which does not support CONNECT
    with pytest.raises(DownloadError, match=r"The proxy server 127\.0\.0\.1 blocked .* \(status 501\)"):
        list(download(["https://example.org/a"], part, limit=1000, patience=SHORT, cancelled=not_cancelled))


def test_a_proxy_that_is_not_there_is_what_is_named(
    server: Server, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{port}")
    with pytest.raises(DownloadError, match=r"127\.0\.0\.1 does not accept connections"):
        list(download(["http://example.org/a"], part, limit=1000, patience=SHORT, cancelled=not_cancelled))


# Trusted by nobody.
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBhjCCASugAwIBAgIUJvGn4WInE5p5YYAAdU15/EGEJtowCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMVG9zcGFsdCB0ZXN0MCAXDTI2MTEyNzEyNDI0MVoYDzIxMjYx
MTAzMTI0MjQxWjAXMRUwEwYDVQQDDAxUb3NwYWx0IHRlc3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAARU3K+K1OqhCwc7Ok4TQit1hdRPJk3cQpg2VT4XA0dy2uOi
9jsEdq6aD2vPv+bfCrslNCk1WFOBZrZG1yJWu+jCo1MwUTAdBgNVHQ4EFgQUvZTu
Vvzi6g8jbbmEjiPRg1C79PswHwYDVR0jBBgwFoAUvZTuVvzi6g8jbbmEjiPRg1C7
9PswDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAqd7efC7m6veK
+UlGMrNcKnooN3Dt1upTJsJ2B1qVHLkCIQDOe7ghZMHf2xiWvEQKVbuluuKvEOUb
zWT2gHXyJ0Susg==
-----END CERTIFICATE-----
"""


@pytest.mark.parametrize("known", [True, False])
def test_the_system_is_trusted_wherever_it_keeps_its_certificates(
    known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OpenSSL of a bundle may have been built on a system that keeps them elsewhere."""
    file = tmp_path / "certificates.pem"
    file.write_text(CERTIFICATE)
    where = SimpleNamespace(cafile=str(file) if known else None, capath=None)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: where)
    monkeypatch.setattr(network, "_CERTIFICATES", (str(tmp_path / "missing.pem"), str(file)))
    monkeypatch.setattr(ssl, "create_default_context", lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    assert len(network._tls().get_ca_certs()) == (0 if known else 1)
