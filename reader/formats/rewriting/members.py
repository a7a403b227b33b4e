"""Archives with other content in some of their members; all else in them stays as it is, byte for byte."""

import io
import zipfile
from collections.abc import Collection, Mapping
from copy import copy

from reader import late_re as re
from reader.formats.xml_parts import Element

# A declaration of XML, with white space behind it, is not longer.
DECLARATION_LENGTH = 1000
_HEADER = b"PK\3\4"
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml\s[^<>]*\?>\s*")


def with_members(data: bytes, changed: Mapping[str, bytes], dropped: Collection[str] = ()) -> bytes:
    """An archive in which members, by their names as it has them, have other content, and some are no longer there.

    The order stays, and each member's compression and date. Left out are data in front of the archive, and members that
    a damaged archive does not have where it says.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        new.comment = old.comment
        ends = _ends(old)
        moved: dict[int, int] = {}  # several members may be stored as one
        for member in old.infolist():
            if member.filename in dropped or not data.startswith(_HEADER, member.header_offset):
                continue
            if member.filename in changed:
                new.writestr(copy(member), changed[member.filename], member.compress_type)
            else:
                start = member.header_offset
                if start not in moved:
                    moved[start] = _stored(data[start : ends[start]], new)
                _list(member, moved[start], new)
    return file.getvalue()


def _ends(archive: zipfile.ZipFile) -> Mapping[int, int]:
    """Where what is stored of each member ends, with all that stands behind its content, by where it begins."""
    starts = sorted({member.header_offset for member in archive.infolist()})
    return dict(zip(starts, [*starts[1:], archive.start_dir], strict=True))


def _stored(stored: bytes, new: zipfile.ZipFile) -> int:
    """Take over what is stored of a member, without unpacking it; returns where it begins."""
    file = new.fp
    assert file is not None
    file.seek(new.start_dir)
    start = file.tell()
    file.write(stored)
    new.start_dir = file.tell()
    return start


def _list(member: zipfile.ZipInfo, start: int, new: zipfile.ZipFile) -> None:
    """Name a member, of which what is stored begins at `start`."""
    moved = copy(member)
    moved.header_offset = start
    new.filelist.append(moved)
    new.NameToInfo[moved.filename] = moved


def serialised(root: Element, old: bytes) -> bytes:
    """A part with the declaration that it had before; `old` is how the part began."""
    from lxml import etree

    tree = root.getroottree()
    if root.prefix:  # lxml leaves out the document type then, which says what entities are; they were read as nothing
        etree.strip_elements(root, etree.Entity, with_tail=False)
    encoding, declaration = tree.docinfo.encoding or "UTF-8", _DECLARATION.match(old)
    written = etree.tostring(tree, encoding=encoding, xml_declaration=declaration is None)
    return (declaration[0] if declaration else b"") + bytes(written)
