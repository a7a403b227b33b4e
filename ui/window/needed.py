"""Modules that are not loaded at a start, but once the window is there."""

# What the first document needs: it is loaded as soon as the window is there.
NEEDED_SOON = (
    "reader.formats.reading",
    "reader.translation.pipeline",
    "reader.processing.checks",
    "reader.spelling.invented",
)
# What few starts need at all, and none before the window is there, but then without a wait.
NEEDED_LATER = (
    "ui.export.dialog",
    "reader.export.pdf.document",
    "ui.export.printer",
    "ui.packages.dialog",
    "ui.export.batch_dialog",
    "ui.window.settings_dialog",
    "ui.window.information_dialog",
    "ui.window.memory_dialog",
    "ui.window.about_dialog",
    "ui.window.password_dialog",
    "ui.window.shortcuts_dialog",
    "ui.window.log_dialog",
    "ui.concordance.dialog",
    "ui.concordance.searching",
    "ui.memory.import_dialog",
    "ui.memory.export_dialog",
    "reader.memory.tmx_import",
    "reader.reference.alignment",
    "reader.translation.forgetting",
    "reader.processing.typing_aid",
)
