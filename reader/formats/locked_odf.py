"""OpenDocument files under a password, whose members are encrypted one by one, or as one archive within another."""

import zlib
from collections.abc import Mapping

from reader.formats.locked import Unlocked, check_libraries, opened
from reader.formats.odf_ciphers import Keys, Lock, decrypted, encrypted, fresh
from reader.formats.odf_manifest import Manifest
from reader.formats.rewriting.members import with_members
from reader.formats.zipped import MOST_TEXT, Zipped, damaged, too_large
from reader.late_dataclasses import dataclass

_MANIFEST = "META-INF/manifest.xml"
# The archive as one member, and the text of a file whose members are encrypted each.
_WHOLE, _TEXT = "encrypted-package", "content.xml"


@dataclass(frozen=True, slots=True)
class _Locked:
    """A file under a password.

    Attributes:
        archive: what it is.
        data: its bytes.
        manifest: how its members are encrypted.
        first: the path of the one by which a password is tried.
        paths: of those that are read; images stay as they are.
    """

    archive: Zipped
    data: bytes
    manifest: Manifest
    first: str
    paths: frozenset[str]


def unlocked_odf(data: bytes, name: str, password: str) -> Unlocked | None:
    """Take a document out of its password; see `unlocked`."""
    locked = _locked(data, name)
    return opened(password, name, lambda spelling: _opened(locked, spelling)) if locked is not None else None


def _locked(data: bytes, name: str) -> _Locked | None:
    """The file, if its text is encrypted. Raises DocumentError: in a way that is not known, or without libraries."""
    archive = Zipped(data, name)
    manifest = Manifest(archive.read(_MANIFEST), name)
    there = frozenset(path for path in manifest.paths if path in archive)
    first = _WHOLE if _WHOLE in there else _TEXT
    if first not in there:
        return None
    check_libraries(name)
    manifest.lock(first)
    paths = {_WHOLE} if first == _WHOLE else {path for path in there if path.endswith(".xml")}
    return _Locked(archive, data, manifest, first, frozenset(paths))


def _opened(locked: _Locked, password: str) -> Unlocked | None:
    """The file without the password; None if that is wrong."""
    keys, plain = Keys(password), dict[str, bytes]()
    for path in (locked.first, *sorted(locked.paths - {locked.first})):
        found = decrypted(locked.archive.read(path), locked.manifest.lock(path), keys)
        if found is None and path == locked.first:
            return None
        plain[path] = _inflated(found, locked.archive.name)
    if locked.first == _WHOLE:
        return Unlocked(plain[_WHOLE], lambda changed: _with_changed(locked, plain, {_WHOLE: changed}, keys))
    stored = {locked.archive.stored(path): content for path, content in plain.items()}
    manifest = {locked.archive.stored(_MANIFEST): locked.manifest.without(locked.paths)}
    return Unlocked(
        with_members(locked.data, stored | manifest), lambda changed: _with_members_of(locked, plain, changed, keys)
    )


def _inflated(deflated: bytes | None, name: str) -> bytes:
    """Raises DocumentError: it is damaged, or too large."""
    if deflated is None:
        raise damaged(name)
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflate.decompress(deflated, MOST_TEXT + 1)
    except zlib.error as error:
        raise damaged(name) from error
    if len(found) > MOST_TEXT:
        raise too_large(name)
    return found


def _with_members_of(locked: _Locked, plain: Mapping[str, bytes], changed: bytes, keys: Keys) -> bytes:
    """The changed file with its members encrypted as they were, those that have changed anew."""
    archive = Zipped(changed, locked.archive.name)
    new = {path: content for path in plain if (content := archive.read(path)) != plain[path]}
    return _with_changed(locked, plain, new, keys, changed)


def _with_changed(
    locked: _Locked, plain: Mapping[str, bytes], new: Mapping[str, bytes], keys: Keys, changed: bytes = b""
) -> bytes:
    """The file, or the changed one, with new content of members under the password, and all others as they were."""
    members = {path: locked.archive.read(path) for path in plain.keys() - new.keys()}
    kinds, locks = dict[str, Lock](), dict[str, tuple[Lock, int]]()
    for path, content in new.items():
        lock = locked.manifest.lock(path)
        kind = kinds.setdefault(lock.cipher, fresh(lock))  # one salt for all: each takes long
        members[path], lock = encrypted(_deflated(content), kind, keys)
        locks[path] = lock, len(content)
    members[_MANIFEST] = locked.manifest.with_locks(locks)
    stored = {locked.archive.stored(path): content for path, content in members.items()}
    return with_members(changed or locked.data, stored)


def _deflated(content: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(content) + deflate.flush()
