"""Forms: labels in front of fields."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFormLayout

from ui.toolkit.guard import guarded

_Role = QFormLayout.ItemRole


class Form(QFormLayout):
    """A form whose labels are at the height of their fields, whatever the style; Qt places them somewhat higher."""

    @guarded
    def setGeometry(self, area: QRect) -> None:
        """Place labels and fields."""
        super().setGeometry(area)
        for row in range(self.rowCount()):
            label, field = self.itemAt(row, _Role.LabelRole), self.itemAt(row, _Role.FieldRole)
            if label is not None and field is not None:
                place, beside = label.geometry(), field.geometry()
                label.setGeometry(QRect(place.left(), beside.top(), place.width(), beside.height()))
