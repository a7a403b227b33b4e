"""What the bundle holds and what is left out of it, by name."""

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch

# The packages of the program, all modules of which are in: many are named only in doors (`reader.doors`).
OURS = ("reader", "ui")
# The folders of its files; all files are in.
FOLDERS = ("resources", "seeds")
# Loaded by the name of a module only.
LOADED_BY_NAME = ("ctranslate2", "hunspell", "sentencepiece", "typst")

# Libraries with files of their own that they read.
WITH_DATA = ("py3langid", "sacremoses", "simplemma")

# What libraries would import for work that the program has no use for.
MODULES_LEFT_OUT = (
    *("minisbd", "onnxruntime", "spacy", "stanza"),  # Argos Translate's ways of finding sentences
    *("IPython", "matplotlib", "pandas", "tkinter", "torch", "transformers"),
    *("numpy.f2py", "numpy.testing", "numpy._core.tests", "numpy.distutils"),
    *("pydoc_data", "lib2to3", "idlelib", "ensurepip", "distutils", "setuptools", "pip", "pkg_resources", "pytest"),
    *("dask", "distributed", "lz4", "psutil"),  # joblib's
    *("google", "sentencepiece.sentencepiece_model_pb2", "sentencepiece.sentencepiece_pb2"),  # to train models
    *("curses", "_curses", "readline"),  # of terminals; readline is under the GPL
    *("PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest", "PySide6.scripts"),
)
# Those of the extra for text recognition, which is no part of the bundle: it needs data that come with no library.
EXTRA_LEFT_OUT = ("PIL", "tesserocr")
# Kept of Qt's plugins, from its folder `plugins` on; the ends of the names differ from system to system. Without those
# of OpenGL, which a window of widgets does not use, no driver of the graphics card is loaded.
QT_PLUGINS = (
    "platforms/*qxcb.*",
    "platforms/*qwayland*",
    "platforms/*qoffscreen.*",
    "platforms/*qwindows.*",
    "platforminputcontexts/*composeplatforminputcontextplugin.*",
    "platforminputcontexts/*ibusplatforminputcontextplugin.*",
    "platformthemes/*qxdgdesktopportal.*",
    "wayland-decoration-client/*",
    "wayland-shell-integration/*xdg-shell.*",
    "styles/*",
    "printsupport/*",
    "iconengines/*qsvgicon.*",
    "imageformats/*qsvg.*",
    "imageformats/*qjpeg.*",
    "imageformats/*qgif.*",
    "imageformats/*qwebp.*",
)
# Left to the system: whoever prints has CUPS, in the version that fits the printing service.
LIBRARIES_LEFT_OUT = ("libcups.so.2",)
# Not left to the system, as is usual, since Qt links them, but only OpenGL would load the drivers that they must fit.
LIBRARIES_ADDED = (
    *("libEGL.so.1", "libGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libOpenGL.so.0"),
    *("libxcb.so.1", "libwayland-client.so.0", "libwayland-cursor.so.0"),
)
# Where desktops look for files of the program, by the ends of their names in `resources/desktop`.
SHARED = {
    ".desktop": "applications",
    ".metainfo.xml": "metainfo",
    ".xml": "mime/packages",
    ".svg": "icons/hicolor/scalable/apps",
}

_PLUGIN = re.compile(r"(?:^|/)plugins/(.+)$")
_QT_LIBRARY = re.compile(r"(?:Qt/lib|[^/]+\.libs|PySide6|shiboken6)/[^/]*$")
_LIBRARY = re.compile(r"\.(?:so(?:\.[\w.-]+)?|dll)$", re.IGNORECASE)
# Files of libraries that nothing reads when the program runs.
_DATA_LEFT_OUT = (
    "PySide6/*/translations/*",  # ours are in resources/translations
    "PySide6/translations/*",
    "PySide6/*.pyi",
    "numpy/*/tests/*",
    "*/hunspell/dictionaries/*",
    "*/__pycache__/*",
    "*.pyx",
    "*.pxd",
    "*.h",
)


def is_data(place: str) -> bool:
    """Whether a file that is no library is in, by its place in the bundle."""
    return not any(fnmatch(_slashed(place), each) for each in _DATA_LEFT_OUT)


def is_kept(place: str) -> bool:
    """Whether a library or plugin at this place is in by itself, rather than because another one needs it.

    Those are modules of Python, what they load by its path, and the plugins of Qt that are used.
    """
    path = _slashed(place)
    if plugin := _PLUGIN.search(path):
        return any(fnmatch(plugin[1], each) for each in QT_PLUGINS)
    at_top, in_a_wheel = "/" not in path, _QT_LIBRARY.search(path) is not None
    if not (at_top or in_a_wheel) or not _LIBRARY.search(path):
        return True
    name = path.rpartition("/")[2]
    return re.match(r"(?:Qt(?:Core|Gui|Network|PrintSupport|Svg|Widgets)|Shiboken)\.", name) is not None or bool(
        re.match(r"(?:lib)?python3", name)
    )


def needed(places: Iterable[str], needs: Mapping[str, Iterable[str]]) -> set[str]:
    """The libraries of these places that are in: those that are kept, and what they need in turn.

    Args:
        places: of all that was found, in the bundle.
        needs: the names of the libraries that each of them is linked to.
    """
    found = list(places)
    by_name: dict[str, list[str]] = {}
    for place in found:
        by_name.setdefault(_name(place), []).append(place)
    wanted = [place for place in found if is_kept(place)]
    kept = set(wanted)
    for place in wanted:  # grows
        for name in needs.get(place, ()):
            new = set(by_name.get(_name(name), ())) - kept
            if _name(name) not in LIBRARIES_LEFT_OUT:
                kept |= new
                wanted += sorted(new)
    return kept


def _slashed(place: str) -> str:
    """A place as it is written on all systems but Windows."""
    return place.replace("\\", "/")


def _name(place: str) -> str:
    """The name of a library, which on Windows is written as one likes."""
    name = _slashed(place).rpartition("/")[2]
    return name.lower() if name.lower().endswith((".dll", ".pyd")) else name
