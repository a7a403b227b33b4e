"""The ciphers of OpenDocument: the key that a password gives, and members taken out of it and put under it.

A member is deflated first, then encrypted: Blowfish in ODF 1.1, AES in CBC mode in ODF 1.2 and 1.3, in GCM since.
"""

import hashlib
import os
import zlib
from collections.abc import Iterator
from dataclasses import replace

from reader.late_dataclasses import dataclass

# What the checksum is of.
_HEAD = 1024
_BLOCK, _TAG = 16, 16
_GCM_IV = 12
# As LibreOffice writes them.
_ROUNDS, _KEY_SIZE, _SALT_SIZE = 100_000, 32, 16


@dataclass(frozen=True, slots=True)
class Argon:
    """The costs of a key by Argon2id: passes, memory in KiB, lanes."""

    iterations: int
    memory: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Lock:
    """How a member is encrypted.

    Attributes:
        cipher: "blowfish", "cbc" or "gcm".
        start: the hash of the password that the key is made of, as `hashlib` names it.
        salt, key_size: of the key.
        rounds: of PBKDF2.
        argon: instead of that.
        iv: what the cipher begins with.
        checked_by: the hash of the deflated content's beginning, likewise; "" if there is none.
        checksum: that hash.
    """

    cipher: str
    start: str
    salt: bytes
    key_size: int
    rounds: int = 0
    argon: Argon | None = None
    iv: bytes = b""
    checked_by: str = ""
    checksum: bytes = b""


class Keys:
    """The keys that a password gives; each is made once, which is meant to take long."""

    def __init__(self, password: str) -> None:
        """Make keys of a password."""
        self._password = password.encode()
        self._known: dict[tuple[object, ...], bytes] = {}

    def of(self, lock: Lock) -> bytes:
        """The key for a member."""
        how = lock.start, lock.salt, lock.key_size, lock.rounds, lock.argon
        if how not in self._known:
            self._known[how] = _derived(hashlib.new(lock.start, self._password).digest(), lock)
        return self._known[how]


def _derived(start: bytes, lock: Lock) -> bytes:
    if lock.argon is None:
        return hashlib.pbkdf2_hmac("sha1", start, lock.salt, lock.rounds, lock.key_size)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    costs = lock.argon
    made = Argon2id(
        salt=lock.salt,
        length=lock.key_size,
        iterations=costs.iterations,
        lanes=costs.lanes,
        memory_cost=costs.memory,
    )
    return bytes(made.derive(start))


def decrypted(data: bytes, lock: Lock, keys: Keys) -> bytes | None:
    """The deflated content of a member; None if the password is wrong, or the member damaged."""
    key = keys.of(lock)
    if lock.cipher == "gcm":
        return _out_of_gcm(data, lock, key)
    found = _out_of_cbc(data, lock, key) if lock.cipher == "cbc" else _out_of_blowfish(data, lock, key)
    return next((each for each in found if _is_right(each, lock)), None)


def _is_right(deflated: bytes, lock: Lock) -> bool:
    if lock.checked_by:
        return hashlib.new(lock.checked_by, deflated[:_HEAD]).digest() == lock.checksum
    try:
        zlib.decompressobj(-zlib.MAX_WBITS).decompress(deflated, _HEAD)
    except zlib.error:
        return False
    return True


def _out_of_gcm(data: bytes, lock: Lock, key: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return bytes(AESGCM(key).decrypt(lock.iv, data.removeprefix(lock.iv), None))
    except InvalidTag:
        return None


def _out_of_cbc(data: bytes, lock: Lock, key: bytes) -> Iterator[bytes]:
    """The last byte says how many have been added."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    whole = data[: len(data) - len(data) % _BLOCK]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(lock.iv)).decryptor()
    found = decryptor.update(whole) + decryptor.finalize()
    if found and 0 < found[-1] <= _BLOCK:
        yield bytes(found[: -found[-1]])


def _out_of_blowfish(data: bytes, lock: Lock, key: bytes) -> Iterator[bytes]:
    """All of 64 bits are fed back, whatever the standard says: so programs write it."""
    from cryptography.hazmat.decrepit.ciphers import algorithms, modes
    from cryptography.hazmat.primitives.ciphers import Cipher

    decryptor = Cipher(algorithms.Blowfish(key), modes.CFB(lock.iv)).decryptor()
    yield bytes(decryptor.update(data) + decryptor.finalize())


def fresh(lock: Lock) -> Lock:
    """How to encrypt what is to have the same password: with a new salt, as strongly as the lock or more."""
    salt = os.urandom(_SALT_SIZE)
    if lock.cipher == "gcm":
        return replace(lock, salt=salt)
    return Lock("cbc", "sha256", salt, _KEY_SIZE, _ROUNDS, checked_by="sha256")


def encrypted(deflated: bytes, lock: Lock, keys: Keys) -> tuple[bytes, Lock]:
    """Deflated content under a lock that `fresh` has made, and that lock with what belongs to this content."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = keys.of(lock)
    if lock.cipher == "gcm":
        iv = os.urandom(_GCM_IV)
        return iv + AESGCM(key).encrypt(iv, deflated, None), replace(lock, iv=iv)
    iv, added = os.urandom(_BLOCK), _BLOCK - len(deflated) % _BLOCK
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    data = encryptor.update(deflated + os.urandom(added - 1) + bytes([added])) + encryptor.finalize()
    return bytes(data), replace(lock, iv=iv, checksum=hashlib.new(lock.checked_by, deflated[:_HEAD]).digest())
