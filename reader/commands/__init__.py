"""The commands of the command line, one module each; heavy imports are made when a command runs."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.commands.desktop import install_desktop as install_desktop, remove_desktop as remove_desktop
    from reader.commands.hints import told as told
    from reader.commands.output import (
        DONE as DONE,
        FAILED as FAILED,
        INTERRUPTED as INTERRUPTED,
        StdoutError as StdoutError,
    )
    from reader.commands.registry import COMMANDS as COMMANDS
    from reader.commands.terminal import say as say, shown as shown
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "desktop": ("install_desktop", "remove_desktop"),
            "hints": ("told",),
            "output": ("DONE", "FAILED", "INTERRUPTED", "StdoutError"),
            "registry": ("COMMANDS",),
            "terminal": ("say", "shown"),
        },
    )
