"""Reading the pictures of a document: image files below its folder, or in its own file. Safe on any thread."""

from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from reader.files import read_bytes
from reader.formats import read_member
from reader.late_dataclasses import dataclass

# Larger files and images are not shown.
_MOST_BYTES = 32 * 1024 * 1024
_MOST_PIXELS = 64_000_000
# Images are kept no larger than this: enough for the widest column on a fine screen.
_MOST = QSize(1200, 600)
# How the files of each format begin; no other format is given to Qt, whatever the name says.
_FORMATS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, perhaps made smaller, and its size in the file, in pixels."""

    image: QImage
    width: int
    height: int


def local_name(name: str) -> PurePosixPath | None:
    """The path of an image relative to its document's folder; None if it is absolute, on a network, or above it.

    `name` is as in the document: a path, or a relative address with per cent signs.
    """
    try:
        address = unquote(urlsplit(name).path) if _is_address(name) else name
    except ValueError:  # "//[a?b" is no address
        return None
    path = PurePosixPath(address.replace("\\", "/"))
    outside = path.is_absolute() or PureWindowsPath(address).drive or ".." in path.parts
    return None if outside or ":" in address or "\0" in address or not path.name else path


def _is_address(name: str) -> bool:
    return "%" in name or "?" in name or "#" in name


def read_picture(folder: Path, name: PurePosixPath) -> Picture | None:
    """The image in a file below a folder; None if there is none, or none that can be shown.

    A link that leads out of the folder is not followed.
    """
    try:
        inside = folder.resolve()
        path = inside.joinpath(name).resolve()
        data = read_bytes(path, _MOST_BYTES) if path.is_relative_to(inside) else b""
    except (OSError, ValueError, RuntimeError):  # not there, no file, or a ring of links: its words are shown
        return None
    kind = _format_of(data)
    return _decoded(data, kind) if kind else None


def read_packed_picture(archive: Path, name: str) -> Picture | None:
    """The image in a member of an archive; None if there is none, or none that can be shown."""
    data = read_member(archive, name, _MOST_BYTES)
    kind = _format_of(data)
    return _decoded(data, kind) if kind else None


def _format_of(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _FORMATS if data.startswith(start)), "")


def _decoded(data: bytes, kind: str) -> Picture | None:
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer, kind.encode())
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > _MOST_PIXELS:
        return None
    if size.boundedTo(_MOST) != size:
        reader.setScaledSize(size.scaled(_MOST, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return None
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        size.transpose()
    return Picture(image, size.width(), size.height())
