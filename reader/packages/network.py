"""The only module that opens a socket: a request to a server, and what went wrong with it in words.

urllib.request does the work: it takes proxies from the environment and checks TLS certificates. Added here are a
time-out for reading besides that for connecting, cancelling at once, and no redirects from https to anything less.
"""

import http.client
import os
import socket
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import urlsplit

from reader import late_re as re
from reader.errors import Message
from reader.packages.addresses import USER_AGENT
from reader.packages.request import Patience, RequestError, number_in

_CHUNK = 1 << 16
_LOOK_S = 0.1  # how often to check whether the user cancelled

# Status codes after which the same request may succeed a little later.
_PASSING = {408, 425, 429, 500, 502, 503, 504}

# Where Debian, Fedora, openSUSE and others keep the certificates of whom they trust: OpenSSL looks only where the
# system that it was built on does.
_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)

# How http.client says that a proxy refuses to connect to a server.
_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")


class Response:
    """A server's answer: its status, headers and body. To be closed."""

    def __init__(self, url: str, answer: Any, watch: "_Watch") -> None:
        """Made by `ask`."""
        self.url, self._answer, self._watch = url, answer, watch
        self.status = int(answer.status)

    def header(self, name: str) -> str:
        """A header, or ""."""
        return str(self._answer.headers.get(name) or "")

    def read(self) -> bytes:
        """The next bytes of the body; b"" at its end.

        Raises:
            RequestError: the connection failed, or was cut.
        """
        try:
            data: bytes = self._answer.read1(_CHUNK)
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise _trouble(error, self.url) from error
        return data

    def close(self) -> None:
        """Close the connection."""
        self._watch.end()
        with suppress(OSError):
            self._answer.close()


def ask(url: str, headers: dict[str, str], patience: Patience, cancelled: Callable[[], bool]) -> Response:
    """Send a GET request. Once `cancelled` returns True the connection is cut, whatever it is waiting for.

    Raises:
        RequestError: no answer, or an error status other than 416.
    """
    watch = _Watch(cancelled, patience.read_s)
    request = urllib.request.Request(url, headers={"User-Agent": USER_AGENT, **headers})
    try:
        answer = _opener(watch).open(request, timeout=patience.connect_s)
        return Response(url, answer, watch)
    except urllib.error.HTTPError as error:
        if error.code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            return Response(url, error, watch)
        error.close()
        watch.end()
        raise _refusal(error, url) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        watch.end()
        raise _trouble(error, url) from error


class _Watch:
    """Cuts the connections of a request as soon as the user cancels, from a thread of its own."""

    def __init__(self, cancelled: Callable[[], bool], read_s: float) -> None:
        self._cancelled, self._read_s = cancelled, read_s
        self._sockets: list[socket.socket] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name="download-watch", daemon=True)
        self._thread.start()

    def made(self, connection: socket.socket) -> None:
        """Let it be cut from now on, also while it connects."""
        self._sockets.append(connection)

    def connected(self, connection: socket.socket) -> None:
        connection.settimeout(self._read_s)

    def end(self) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_S):
            if self._cancelled():
                for connection in self._sockets:
                    with suppress(OSError):
                        # Not the method of SSLSocket: that drops the TLS state, which the reading thread uses.
                        socket.socket.shutdown(connection, socket.SHUT_RDWR)


class _Plain(http.client.HTTPConnection):
    watch: _Watch

    def connect(self) -> None:
        _connect(self, self.watch)
        self.watch.connected(self.sock)


class _Secure(http.client.HTTPSConnection):
    watch: _Watch
    tls: ssl.SSLContext

    def connect(self) -> None:
        _connect(self, self.watch)
        host = self._tunnel_host or self.host  # type: ignore[attr-defined]
        # The handshake comes after: its socket is another one, which must be known to be cut while it waits.
        self.sock = self.tls.wrap_socket(self.sock, server_hostname=host, do_handshake_on_connect=False)
        self.watch.made(self.sock)
        self.sock.do_handshake()
        self.watch.connected(self.sock)


def _connect(connection: http.client.HTTPConnection, watch: _Watch) -> None:
    """Connect as HTTPConnection does, also through a proxy, but with sockets that can be cut while they connect."""

    def made(address: tuple[str, int], timeout: float, source: Any = None) -> socket.socket:
        problem = OSError()
        for family, kind, protocol, _, place in socket.getaddrinfo(*address, 0, socket.SOCK_STREAM):
            made = socket.socket(family, kind, protocol)
            try:
                made.settimeout(timeout)
                watch.made(made)
                made.connect(place)
                return made
            except OSError as error:
                made.close()
                problem = error
        raise problem

    connection._create_connection = made  # type: ignore[attr-defined]
    http.client.HTTPConnection.connect(connection)


class _PlainHandler(urllib.request.HTTPHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        def connection(host: str, **options: Any) -> _Plain:
            made = _Plain(host, **options)
            made.watch = self._watch
            return made

        return self.do_open(connection, request)


class _SecureHandler(urllib.request.HTTPSHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        def connection(host: str, **options: Any) -> _Secure:
            made = _Secure(host, **options)
            made.watch, made.tls = self._watch, _tls()
            return made

        return self.do_open(connection, request)


def _tls() -> ssl.SSLContext:
    """Trusts whom the system trusts."""
    context = ssl.create_default_context()
    where = ssl.get_default_verify_paths()
    if where.cafile is None and where.capath is None:
        for file in filter(os.path.isfile, _CERTIFICATES):
            context.load_verify_locations(file)
            break
    return context


class _Redirections(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("https", req.type):
            fp.close()
            raise _InsecureError(newurl)
        fp.close()  # unread, since its body may be endless; urllib then has nothing to read
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _InsecureError(OSError):
    pass


def _opener(watch: _Watch) -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(_PlainHandler(watch), _SecureHandler(watch), _Redirections())


def _refusal(error: urllib.error.HTTPError, url: str) -> RequestError:
    status = error.code
    names: dict[str, object] = {"host": urlsplit(url).hostname or url, "code": status}
    if status in _PASSING:
        asked = number_in(error.headers.get("Retry-After") or "") or 0
        message = Message("The server {host} cannot respond right now (status {code}). Try again later.", **names)
        return RequestError(message, passing=True, wait_s=asked, status=status)
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        message = Message("The server {host} no longer has this file (status {code}).", **names)
    else:
        message = Message("The server {host} refused the request (status {code}).", **names)
    return RequestError(message, status=status)


def _proxy_for(url: str) -> str:
    """The host of the proxy that the environment or the system sets for an address, or ""."""
    parts = urlsplit(url)
    proxy = urllib.request.getproxies().get(parts.scheme, "")
    if not proxy or urllib.request.proxy_bypass(parts.hostname or ""):
        return ""
    return urlsplit(proxy if "//" in proxy else f"//{proxy}").hostname or ""


def _trouble(error: Exception, url: str) -> RequestError:
    """The error of a connection in our own words; other messages are not quoted."""
    proxy = _proxy_for(url)
    host = proxy or urlsplit(url).hostname or url  # the one that the connection was to
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, OSError) and (refused := _TUNNEL.match(str(reason))):
        code = int(refused[1])
        message = Message("The proxy server {host} blocked the connection (status {code}).", host=host, code=code)
        return RequestError(message, passing=code in _PASSING)
    match reason:
        case ssl.SSLCertVerificationError():
            message = Message(
                "The identity of the server {host} could not be verified. Someone may be intercepting the "
                "connection, or the clock of this computer may be wrong.",
                host=host,
            )
            return RequestError(message)
        case _InsecureError():
            return RequestError(Message("The server {host} redirects to an address that is not secure.", host=host))
        case socket.gaierror():
            return RequestError(Message("The server {host} was not found. Check your internet connection.", host=host))
        case TimeoutError():
            message = Message("The server {host} is not responding. Try again later.", host=host)
        case ConnectionRefusedError():
            message = Message("The server {host} does not accept connections. Try again later.", host=host)
        case _:
            message = Message("The connection to {host} was lost. Try again.", host=host)
    return RequestError(message, passing=True)
