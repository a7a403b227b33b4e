"""The settings window; changes take effect at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.settings import RANGES, Settings
from reader.text import own_name
from ui.reading.faces import BUNDLED, DYSLEXIC, SYSTEM_SANS, SYSTEM_SERIF, is_installed
from ui.toolkit.dialog import Dialog
from ui.toolkit.forms import Form
from ui.toolkit.guard import guarded

_FIELD_WIDTH = 250
_INDENT = 6  # style sheets do not reach inside a spin box
_LABEL = QFormLayout.ItemRole.LabelRole


class SettingsDialog(Dialog):
    """Shows the settings and reports changes; its owner stores and applies them."""

    changed = Signal(str, object)  # name of the setting, its new value

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """A window that shows `settings`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._show: dict[str, Callable[[Settings], object]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(14)
        for section in (self._appearance(), self._reading(), self._editing(), self._language()):
            layout.addWidget(section)
        layout.addStretch(1)
        self.foot = self._buttons()
        layout.addWidget(self.foot)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._close.setDefault(True)  # only once it has been laid out
        _align(self.findChildren(Form))
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere."""
        for show in self._show.values():
            show(settings)

    # The sections

    def _appearance(self) -> QGroupBox:
        box, form = _section(self.tr("Appearance"))
        themes = {
            "system": self.tr("Same as system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "sepia": self.tr("Sepia"),
        }
        form.addRow(self.tr("&Theme:"), self._choice("theme", themes))
        faces = {
            BUNDLED: self.tr("Source Serif (comes with Tospalt)"),
            SYSTEM_SERIF: self.tr("Serif font of the system"),
            SYSTEM_SANS: self.tr("Sans-serif font of the system"),
            DYSLEXIC: "OpenDyslexic" if is_installed(DYSLEXIC) else self.tr("OpenDyslexic (not installed)"),
        }
        form.addRow(self.tr("&Font:"), self._choice("reading_face", faces, is_installed))
        form.addRow(self.tr("Text si&ze:"), self._number("text_size", self.tr(" points")))
        form.addRow(self.tr("Line s&pacing:"), self._decimal("line_spacing"))
        form.addRow(self.tr("Line l&ength:"), self._number("measure", self.tr(" characters")))
        form.addRow("", self._check("justified", self.tr("&Justify text")))
        return box

    def _reading(self) -> QGroupBox:
        box, form = _section(self.tr("Reading"))
        views = {
            "both": self.tr("Both, side by side"),
            "stacked": self.tr("Both, one above the other"),
            "original": self.tr("Original only"),
            "translation": self.tr("Translation only"),
        }
        blurs = {
            "": self.tr("Nothing"),
            "original": self.tr("The original"),
            "translation": self.tr("The translation"),
        }
        form.addRow(self.tr("&Show:"), self._choice("view", views))
        form.addRow(self.tr("&Hide until hovered:"), self._choice("blur", blurs))
        form.addRow("", self._check("highlight_words", self.tr("Highlight matching &words")))
        return box

    def _editing(self) -> QGroupBox:
        box, form = _section(self.tr("Editing"))
        marks = self.tr("T&ypographic quotation marks and dashes while typing")
        form.addRow(self._check("typographic_marks", marks))
        form.addRow(self._check("check_spelling", self.tr("Chec&k spelling")))
        return box

    def _language(self) -> QGroupBox:
        box, form = _section(self.tr("Language"))
        # In their own languages, for users who cannot read the current one.
        names = {"": self.tr("Same as system"), **{code: own_name(code) for code in ("en", "nb")}}
        form.addRow(self.tr("Interface &language:"), self._choice("interface_language", names))
        return box

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        usual = buttons.addButton(self.tr("Restore &defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        usual.clicked.connect(self._reset)
        usual.setAutoDefault(False)
        buttons.rejected.connect(self.close)
        return buttons

    @guarded
    def _reset(self) -> None:
        usual = Settings()
        self.show_settings(usual)
        for name in self._show:
            self.changed.emit(name, getattr(usual, name))

    # The fields

    def _choice(
        self, name: str, words: Mapping[str, str], possible: Callable[[str], bool] = lambda _: True
    ) -> QComboBox:
        field = QComboBox()
        model = field.model()
        assert isinstance(model, QStandardItemModel)
        for number, (value, text) in enumerate(words.items()):
            field.addItem(text, value)
            model.item(number).setEnabled(possible(value))
        self._show[name] = lambda settings: field.setCurrentIndex(field.findData(getattr(settings, name)))
        # Only for changes by the user, not by `show_settings`.
        field.activated.connect(guarded(lambda: self.changed.emit(name, field.currentData())))
        return _named(field, name)

    def _number(self, name: str, unit: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(*map(int, RANGES[name]))
        field.setSuffix(unit)
        field.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
        self._show[name] = lambda settings: _quietly(field, lambda: field.setValue(getattr(settings, name)))
        field.valueChanged.connect(guarded(lambda value: self.changed.emit(name, value)))
        return _named(field, name)

    def _decimal(self, name: str) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setRange(*RANGES[name])
        field.setSingleStep(0.05)
        field.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
        self._show[name] = lambda settings: _quietly(field, lambda: field.setValue(getattr(settings, name)))
        field.valueChanged.connect(guarded(lambda value: self.changed.emit(name, round(value, 2))))
        return _named(field, name)

    def _check(self, name: str, words: str) -> QCheckBox:
        field = QCheckBox(words)
        self._show[name] = lambda settings: field.setChecked(getattr(settings, name))
        field.clicked.connect(guarded(lambda checked: self.changed.emit(name, checked)))
        return _named(field, name)


def _section(title: str) -> tuple[QGroupBox, Form]:
    box = QGroupBox(title)
    form = Form(box)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    return box, form


def _align(forms: Iterable[Form]) -> None:
    """Align the fields of all sections."""
    places = [form.itemAt(row, _LABEL) for form in forms for row in range(form.rowCount())]
    labels = [label for place in places if place is not None and (label := place.widget()) is not None]
    width = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(width)


_Field = TypeVar("_Field", bound=QWidget)


def _named(field: _Field, name: str) -> _Field:
    field.setObjectName(name)
    field.setMinimumWidth(_FIELD_WIDTH)
    return field


def _quietly(field: QWidget, change: Callable[[], object]) -> None:
    blocked = field.blockSignals(True)
    change()
    field.blockSignals(blocked)
