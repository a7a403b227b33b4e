"""The icons of the tool bar: SVG files drawn in a colour of the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.paths import DESKTOP_FILES, DESKTOP_ID, RESOURCES

_FOLDER = RESOURCES / "icons"
_SIZE = 20
_SCALES = (1, 2)


def icon(name: str, colour: str) -> QIcon:
    """The icon in `resources/icons/NAME.svg`, its "currentColor" replaced by `colour`."""
    svg = (_FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    result = QIcon()
    for scale in _SCALES:
        picture = QPixmap(_SIZE * scale, _SIZE * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(picture.rect()))
        painter.end()
        picture.setDevicePixelRatio(scale)
        result.addPixmap(picture)
    return result


def app_icon() -> QIcon:
    """The icon of the program."""
    return QIcon(str(DESKTOP_FILES / f"{DESKTOP_ID}.svg"))
