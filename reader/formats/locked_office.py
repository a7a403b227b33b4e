"""Documents of Office (DOCX) under a password: an OLE file that holds the encrypted archive."""

import io
import zipfile
from functools import partial

from reader.errors import DocumentError
from reader.formats.locked import Unlocked, check_libraries, opened, unknown_lock
from reader.formats.zipped import damaged

# The library does not write the streams in which OLE keeps less.
_SHORTEST = 4096
_TYPES = "[Content_Types].xml"


def unlocked_office(data: bytes, name: str, password: str) -> Unlocked:
    """Take a document out of its password; see `unlocked`."""
    check_libraries(name)
    return opened(password, name, lambda spelling: _decrypted(data, name, spelling))


def _decrypted(data: bytes, name: str, password: str) -> Unlocked | None:
    """The document without the password; None if that is wrong. Raises DocumentError."""
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    try:
        file = OOXMLFile(io.BytesIO(data))
        file.load_key(password, verify_password=True)
        file.decrypt(out)
    except InvalidKeyError:
        return None
    except DecryptionError as error:
        raise unknown_lock(name) from error
    except MemoryError:
        raise
    except Exception as error:  # whatever a library makes of damaged bytes
        raise damaged(name) from error
    return Unlocked(out.getvalue(), partial(_locked, name=name, password=password))


def _locked(data: bytes, name: str, password: str) -> bytes:
    """An archive under a password, encrypted as Office does it since 2010. Raises DocumentError."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out, data = io.BytesIO(), _long_enough(data)
    OOXMLFile(io.BytesIO(data)).encrypt(password, out)
    # The library calls what it writes brittle.
    again = _decrypted(out.getvalue(), name, password)
    if again is None or again.data != data:
        raise DocumentError("“{name}” cannot be put under its password again, and is not written.", name=name)
    return out.getvalue()


def _long_enough(data: bytes) -> bytes:
    """An archive with spaces behind the end of its XML, not compressed, if it is too short."""
    if (missing := _SHORTEST - len(data)) <= 0:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as file:
        for member in old.infolist():
            spaces = b" " * missing if member.filename == _TYPES else b""
            file.writestr(member, old.read(member) + spaces, zipfile.ZIP_STORED if spaces else None)
    return out.getvalue()
