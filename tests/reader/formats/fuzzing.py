"""Files with random damage, for every family of formats that comes from outside."""

import io
import zipfile
from collections.abc import Callable, Mapping
from random import Random

from tests.reader.formats.books import archive, book
from tests.reader.formats.mail.mails import whole
from tests.reader.formats.odt.files import letter
from tests.source_tree import ROOT

_WEB_PAGE = (
    '<!DOCTYPE html><html lang="nb"><head><title>Side</title></head><body><h1 id="a">Tittel</h1><p>Noe <b>fett</b>'
    '<sup><a href="#fn1">1</a></sup> og <a href="#a">hit</a>.</p><ol start="3"><li>En<ul><li>To</ul></ol>'
    '<table><tr><th rowspan="2">A<td colspan=2>B<tr><td>C<table><tr><td>D</table></table><img src="x.png" alt="Kart">'
    '<div hidden>Skjult</div><p translate="no" lang="en">Keep</p><pre>kode  her</pre><p id="fn1">Note</p></body></html>'
)


def _page() -> bytes:
    return _WEB_PAGE.encode()


def _book() -> bytes:
    return book({"a.xhtml": _WEB_PAGE, "b.xhtml": '<p><a href="a.xhtml#fn1">1</a></p>'})


def _report() -> bytes:
    return (ROOT / "tests" / "data" / "word" / "rapport.docx").read_bytes()


# What makes a whole file of each family.
WHOLE: Mapping[str, Callable[[], bytes]] = {"html": _page, "epub": _book, "odt": letter, "docx": _report, "mail": whole}

_TOKENS = (
    *(b"<", b">", b"</", b"/>", b"&", b'"', b"'", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"\0", b"\xff"),
    *(b"<table>", b"<td rowspan=99999999>", b"<td colspan='999999999'>", b"<tr>", b"<li value=99999999999>"),
    *(b"&#0;", b"&#xd800;", b"&#99999999999;", b"9" * 5000, b"-1", b"", b"\xe2\x80\xae", b"\xef\xb7\x90"),
    *(b"<div>" * 200, b"<!DOCTYPE a [<!ENTITY x 'y'>]>&x;"),
)


def damaged(data: bytes, chance: Random) -> bytes:
    """A file with some damage: of an archive, in a member or in the archive itself."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _with_damaged_members(data, chance)
    return _damaged_bytes(data, chance)


def _with_damaged_members(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        members = {name: found.read(name) for name in found.namelist()}
    for name in chance.sample(sorted(members), chance.randint(1, min(3, len(members)))):
        if chance.random() < 0.1:
            del members[name]
        else:
            members[name] = _damaged_bytes(members[name], chance)
    return archive(members)


def _damaged_bytes(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, 5)):
        start = chance.randint(0, len(data))
        end = min(start + int(chance.expovariate(0.02)), len(data))
        piece = data[start:end]
        new = chance.choice(
            [b"", piece * chance.randint(2, 20), chance.choice(_TOKENS), piece[::-1], _elsewhere(data, chance)]
        )
        data = data[:start] + new + data[end:]
    return data


def _elsewhere(data: bytes, chance: Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[start : start + chance.randint(0, 200)]
