"""PySide's features (`from __feature__ import …`), which this program does not use."""

import sys


def look_for_no_features() -> None:
    """Keep PySide from reading the source of every module that is imported; call it before most are.

    It looks for its own name there, to know which modules a feature may concern, and takes a twentieth of a start for
    it. Where another version of PySide does it otherwise, nothing is changed.
    """
    import PySide6.QtCore  # noqa: F401 - it loads what looks

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False
