"""Forms: labels in front of fields."""

from PySide6.QtWidgets import QFormLayout

_Role = QFormLayout.ItemRole


def level_labels(form: QFormLayout) -> None:
    """Put the labels at the height of their fields; Qt would place them somewhat higher."""
    for row in range(form.rowCount()):
        label, field = form.itemAt(row, _Role.LabelRole), form.itemAt(row, _Role.FieldRole)
        if label is not None and field is not None and (widget := label.widget()) is not None:
            widget.setMinimumHeight(field.sizeHint().height())
