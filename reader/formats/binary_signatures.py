"""Formats that are no text, told by their first bytes.

The signatures are those that the formats' specifications give, as `file` and the IANA registrations list them.
"""

from pathlib import PurePath

from reader import late_re as re
from reader.formats.other_formats import Other

_HEAD = 4096
_STARTS = (
    (b"\x89PNG\r\n", Other.IMAGE),
    (b"\xff\xd8\xff", Other.IMAGE),
    (b"GIF8", Other.IMAGE),
    (b"II*\0", Other.IMAGE),
    (b"MM\0*", Other.IMAGE),
    (b"BM", Other.IMAGE),
    (b"AT&TFORM", Other.IMAGE),
    (b"8BPS", Other.IMAGE),
    (b"\x00\x00\x01\x00", Other.IMAGE),
    (b"ID3", Other.MEDIA),
    (b"\xff\xfb", Other.MEDIA),
    (b"\xff\xf3", Other.MEDIA),
    (b"fLaC", Other.MEDIA),
    (b"OggS", Other.MEDIA),
    (b"MThd", Other.MEDIA),
    (b"FLV", Other.MEDIA),
    (b"\x1aE\xdf\xa3", Other.MEDIA),
    (b"\x1f\x8b", Other.ARCHIVE),
    (b"BZh", Other.ARCHIVE),
    (b"\xfd7zXZ", Other.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Other.ARCHIVE),
    (b"Rar!\x1a\x07", Other.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", Other.ARCHIVE),
    (b"\x7fELF", Other.PROGRAM),
    (b"MZ", Other.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Other.PROGRAM),
    (b"\xca\xfe\xba\xbe", Other.PROGRAM),
    (b"SQLite format 3\0", Other.DATA),
    (b"bplist00", Other.DATA),
    (b"\xdb\xa5", Other.DOC),
    (b"\xffWPC", Other.DOC),
)
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}%PDF-\d\.\d[ \t]*[\r\n%\x80-\xff]")
_POSTSCRIPT = re.compile(
    rb"(?:\xef\xbb\xbf|\x04)?\s{0,64}%!PS(?:-Adobe-[\d.]+(?: EPSF-[\d.]+)?)?[ \t]*[\r\n]|\xc5\xd0\xd3\xc6"
)
# Programs end it with a NUL.
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}\{\\rtf\d?\s*[\\{]")
# Within RIFF and "ftyp" the third word tells sound, video and images apart.
_IMAGE_BRANDS = (b"WEBP", b"heic", b"heix", b"mif1", b"avif")
# What no text has in its first bytes, but for what word processors and PDF put into it: a text that begins with letters
# such as "GIF89a" or "BMW" is still text.
_NO_TEXT = re.compile(rb"[\x00\x01\x03-\x06\x0e-\x12\x16-\x19\x1c\x1d]")
# Members of a ZIP archive: their names stand in it as they are.
_MEMBERS = (
    (b"application/epub+zip", Other.EPUB),
    (b"application/vnd.oasis.opendocument.text", Other.ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", Other.SHEET),
    (b"application/vnd.oasis.opendocument.presentation", Other.SLIDES),
    (b"word/document", Other.DOCX),
    (b"xl/workbook", Other.SHEET),
    (b"ppt/presentation", Other.SLIDES),
    (b"Index/Document.iwa", Other.PAGES),
)
# Of a damaged archive only the file's name may tell.
_ZIP_SUFFIXES = {
    ".docx": Other.DOCX,
    ".docm": Other.DOCX,
    ".dotx": Other.DOCX,
    ".odt": Other.ODT,
    ".ott": Other.ODT,
    ".ods": Other.SHEET,
    ".xlsx": Other.SHEET,
    ".xlsm": Other.SHEET,
    ".odp": Other.SLIDES,
    ".pptx": Other.SLIDES,
    ".ppsx": Other.SLIDES,
    ".epub": Other.EPUB,
    ".pages": Other.PAGES,
}
# Streams of an OLE file, whose names are in UTF-16.
_STREAMS = (
    ("WordDocument", Other.DOC),
    ("Workbook", Other.SHEET),
    ("PowerPoint Document", Other.SLIDES),
    ("__substg1.0", Other.OUTLOOK),
)
# The stream in which Office keeps a whole document that is protected by a password.
_ENCRYPTED = "EncryptedPackage"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_SUFFIXES = {
    ".doc": Other.DOC,
    ".dot": Other.DOC,
    ".xls": Other.SHEET,
    ".ppt": Other.SLIDES,
    ".pps": Other.SLIDES,
    ".msg": Other.OUTLOOK,
}


def binary_format(data: bytes, name: str) -> Other | None:
    """The format of a file with these bytes that is no text, by what they begin with; None if nothing tells.

    `name` is the file's; its ending decides only where several formats begin alike.
    """
    head = data[:_HEAD]
    if _PDF.match(head):
        return Other.PDF
    if _POSTSCRIPT.match(head):
        return Other.POSTSCRIPT
    if _RTF.match(head):
        return Other.RTF
    if not _NO_TEXT.search(head):
        return None
    if head.startswith(b"PK\x03\x04"):
        return _zip_format(data, PurePath(name).suffix.lower())
    if head.startswith(_OLE):
        return _ole_format(data, PurePath(name).suffix.lower())
    return _by_place(head) or next((other for start, other in _STARTS if head.startswith(start)), None)


def _by_place(head: bytes) -> Other | None:
    """By what stands behind the first bytes."""
    if head.startswith(b"RIFF") or head[4:8] == b"ftyp":
        return Other.IMAGE if head[8:12] in _IMAGE_BRANDS else Other.MEDIA
    if head[60:68] == b"BOOKMOBI":
        return Other.MOBI
    return Other.ARCHIVE if head[257:262] == b"ustar" else None


def is_locked(data: bytes) -> bool:
    """Whether these are the bytes of a document of Office that is protected by a password as a whole."""
    return data.startswith(_OLE) and _ENCRYPTED.encode("utf-16-le") in data


def _zip_format(data: bytes, suffix: str) -> Other:
    found = (other for member, other in _MEMBERS if member in data)
    return next(found, None) or _ZIP_SUFFIXES.get(suffix, Other.ARCHIVE)


def _ole_format(data: bytes, suffix: str) -> Other:
    found = (other for stream, other in _STREAMS if stream.encode("utf-16-le") in data)
    cut = _ZIP_SUFFIXES.get(suffix, Other.DATA)  # under a password, without the end that tells so
    return next(found, None) or _OLE_SUFFIXES.get(suffix, cut)
