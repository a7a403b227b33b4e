"""The manifest of an OpenDocument file, as far as it says how its members are encrypted."""

import base64
import binascii
from collections.abc import Mapping
from copy import deepcopy

from reader.formats.locked import unknown_lock
from reader.formats.odf_ciphers import Argon, Lock
from reader.formats.xml_parts import Element, attribute, child, children, parse_xml
from reader.formats.zipped import damaged

# By the last part of their names, which are addresses or, in older files, words.
_CIPHERS = {
    "blowfish cfb": ("blowfish", 16),
    "blowfish": ("blowfish", 16),
    **{f"aes{bits}-{mode}": (mode, bits // 8) for bits in (128, 192, 256) for mode in ("cbc", "gcm")},
}
_IV_SIZES = {"blowfish": 8, "cbc": 16, "gcm": 12}
_HASHES = {"": "sha1", "sha1": "sha1", "sha256": "sha256"}
_CHECKSUMS = {"": "", "sha1/1k": "sha1", "sha1-1k": "sha1", "sha256-1k": "sha256"}
_MOST_ROUNDS, _MOST_MEMORY = 10_000_000, 1024 * 1024  # the memory in KiB

_SHA256 = "http://www.w3.org/2000/09/xmldsig#sha256"
_AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
_CHECKSUM = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k"


class Manifest:
    """What a manifest says."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read a manifest; `name` is the document's, for messages.

        Raises:
            DocumentError: it is damaged.
        """
        self._root, self._name = parse_xml(data, name), name
        self._entries = {attribute(each, "full-path"): each for each in children(self._root, "file-entry")}
        self._encrypted = {
            path: found for path, each in self._entries.items() if (found := child(each, "encryption-data")) is not None
        }

    @property
    def paths(self) -> frozenset[str]:
        """Of the members that are encrypted."""
        return frozenset(self._encrypted)

    def lock(self, path: str) -> Lock:
        """How a member is encrypted.

        Raises:
            DocumentError: in a way that is not known, or what it says is damaged.
        """
        try:
            return _lock(self._encrypted[path], self._name)
        except (ValueError, binascii.Error) as error:
            raise damaged(self._name) from error

    def without(self, paths: frozenset[str]) -> bytes:
        """The manifest in which nothing is said of how these members are encrypted."""
        return self._written(dict.fromkeys(paths))

    def with_locks(self, locks: Mapping[str, tuple[Lock, int]]) -> bytes:
        """The manifest in which members are encrypted in other ways; also given are their sizes before that."""
        return self._written(locks)

    def _written(self, locks: Mapping[str, tuple[Lock, int] | None]) -> bytes:
        from lxml import etree

        root = deepcopy(self._root)
        for entry in children(root, "file-entry"):
            path = attribute(entry, "full-path")
            if path in locks and (old := child(entry, "encryption-data")) is not None:
                _write(entry, old, locks[path])
        return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _lock(data: Element, name: str) -> Lock:
    algorithm, key, start = (child(data, each) for each in ("algorithm", "key-derivation", "start-key-generation"))
    if algorithm is None or key is None:
        raise unknown_lock(name)  # by a key of OpenPGP
    cipher, key_size = _CIPHERS.get(_kind(attribute(algorithm, "algorithm-name")), ("", 0))
    hashed = _HASHES.get(_kind(attribute(start, "start-key-generation-name")) if start is not None else "")
    checked_by = _CHECKSUMS.get(_kind(attribute(data, "checksum-type")))
    way = _kind(attribute(key, "key-derivation-name")).rpartition(":")[2]
    if not cipher or hashed is None or checked_by is None or way not in ("pbkdf2", "argon2id"):
        raise unknown_lock(name)
    argon = _argon(key) if way == "argon2id" else None
    rounds = int(attribute(key, "iteration-count")) if argon is None else 1
    iv = base64.b64decode(attribute(algorithm, "initialisation-vector"))
    if not 0 < rounds <= _MOST_ROUNDS or len(iv) != _IV_SIZES[cipher]:
        raise damaged(name)
    return Lock(
        cipher,
        hashed,
        base64.b64decode(attribute(key, "salt")),
        key_size,
        rounds,
        argon,
        iv,
        checked_by,
        base64.b64decode(attribute(data, "checksum")),
    )


def _argon(key: Element) -> Argon:
    """Raises ValueError: the costs are no numbers, or such as no program asks for."""
    iterations, memory, lanes = (int(attribute(key, f"argon2-{each}")) for each in ("iterations", "memory", "lanes"))
    if not (0 < iterations <= _MOST_ROUNDS and 0 < lanes <= 64 and 8 * lanes <= memory <= _MOST_MEMORY):
        raise ValueError
    return Argon(iterations, memory, lanes)


def _kind(name: str) -> str:
    return name.rpartition("#")[2].lower()


def _write(entry: Element, old: Element, new: tuple[Lock, int] | None) -> None:
    """Say how the member of an entry is encrypted, instead of what the old element says."""
    space = f"{{{entry.tag.rpartition('}')[0].lstrip('{')}}}" if entry.tag.startswith("{") else ""
    if new is None:
        entry.remove(old)
        return
    lock, size = new
    entry.set(f"{space}size", str(size))
    if lock.cipher == "gcm":  # all else stays as it is
        old.find("{*}algorithm").set(f"{space}initialisation-vector", _base64(lock.iv))
        old.find("{*}key-derivation").set(f"{space}salt", _base64(lock.salt))
        return
    entry.remove(old)
    data = _under(entry, space, "encryption-data", checksum_type=_CHECKSUM, checksum=_base64(lock.checksum))
    _under(data, space, "algorithm", algorithm_name=_AES, initialisation_vector=_base64(lock.iv))
    _under(data, space, "start-key-generation", start_key_generation_name=_SHA256, key_size=str(lock.key_size))
    _under(
        data,
        space,
        "key-derivation",
        key_derivation_name="PBKDF2",
        key_size=str(lock.key_size),
        iteration_count=str(lock.rounds),
        salt=_base64(lock.salt),
    )


def _under(parent: Element, space: str, name: str, **attributes: str) -> Element:
    from lxml import etree

    named = {f"{space}{key.replace('_', '-')}": value for key, value in attributes.items()}
    return etree.SubElement(parent, f"{space}{name}", named)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
