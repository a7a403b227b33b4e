"""The choices of an export, as a form."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QVBoxLayout, QWidget

from reader.export import ExportOptions, Layout, Paper
from reader.parallel import Column
from reader.settings import RANGES
from ui.export.preferences import with_further
from ui.export.reference import ReferenceChoice
from ui.toolkit.forms import Form
from ui.toolkit.guard import guarded

# Suffixes of the formats that support each choice.
_PAGED = (".pdf",)
_ON_PAPER = (".pdf", ".docx", ".html")  # a web page is printed on paper of some size
_WITHOUT_CHOICES = (".tmx", ".json", ".xlf")
_INDENT = 6  # style sheets do not reach inside a spin box


class Choices(QWidget):
    """The form; `changed` reports changes of `options` or `suffix`."""

    changed = Signal()

    def __init__(
        self,
        formats: Sequence[tuple[str, str]],
        options: ExportOptions,
        suffix: str,
        reference: Path | None = None,
        *,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A form for exporting in one of `formats` (suffix and name), set to `options` and `suffix`.

        `reference` is the reference translation aligned with the text; `several` texts have none.
        """
        super().__init__(parent)
        self._format, self._layout, self._paper, self._orientation = (QComboBox() for _ in range(4))
        self._size = QDoubleSpinBox()
        self._numbers = QCheckBox(self.tr("Paragraph &numbers"))
        self._marks = QCheckBox(self.tr("Mark matching &sentences"))
        self._states = QCheckBox(self.tr("Mark &edited sentences and those with warnings"))
        self._checked = QCheckBox(self.tr("State &how many sentences are checked"))
        self._back = QCheckBox(self.tr("&Back-translation"))
        self._reference = ReferenceChoice()
        self._fill(formats)
        form = self._lay_out()
        self._set(options, suffix, reference)
        self._reference.setHidden(several)
        form.setRowVisible(self._format, len(formats) > 1)
        self._on_format()
        self._connect()
        self.setFocusProxy(self._format if len(formats) > 1 else self._layout)

    def _fill(self, formats: Sequence[tuple[str, str]]) -> None:
        for suffix, name in formats:
            self._format.addItem(f"{name} (*{suffix})", suffix)
        for layout, name in (
            (Layout.COLUMNS, self.tr("Columns, side by side")),
            (Layout.STACKED, self.tr("Stacked, one above the other")),
            (Layout.FACING, self.tr("Facing pages")),
            (Layout.TRANSLATION, self.tr("Translation only")),
        ):
            self._layout.addItem(name, layout)
        for paper, name in ((Paper.A4, "A4"), (Paper.A5, "A5"), (Paper.LETTER, self.tr("Letter"))):
            self._paper.addItem(name, paper)
        self._orientation.addItem(self.tr("Portrait"), False)
        self._orientation.addItem(self.tr("Landscape"), True)
        self._size.setRange(*RANGES["export.font_size"])
        self._size.setSingleStep(0.5)
        self._size.setDecimals(1)
        self._size.setSuffix(self.tr(" pt"))
        self._size.lineEdit().setTextMargins(_INDENT, 0, 0, 0)

    def _lay_out(self) -> Form:
        form = Form()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for label, field in (
            (self.tr("&Format:"), self._format),
            (self.tr("&Layout:"), self._layout),
            (self.tr("&Paper:"), self._paper),
            (self.tr("&Orientation:"), self._orientation),
            (self.tr("Font si&ze:"), self._size),
        ):
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        column.addSpacing(8)
        for box in self._boxes():
            column.addWidget(box)
        column.addWidget(self._reference)
        column.addStretch(1)
        return form

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return self._numbers, self._marks, self._states, self._checked, self._back

    def _set(self, options: ExportOptions, suffix: str, reference: Path | None) -> None:
        self._format.setCurrentIndex(max(0, self._format.findData(suffix)))
        self._layout.setCurrentIndex(self._layout.findData(options.layout))
        self._paper.setCurrentIndex(self._paper.findData(options.paper))
        self._orientation.setCurrentIndex(int(options.landscape))
        self._size.setValue(options.font_size)
        self._reference.set(reference, wanted=Column.REFERENCE in options.columns)
        marks = options.sentence_marks, options.state_marks, options.checked
        for box, checked in zip(self._boxes(), (options.numbers, *marks, Column.BACK in options.columns), strict=True):
            box.setChecked(checked)

    def disable_sentence_marks(self) -> None:
        """Explain that no sentences are linked, and disable the choice to mark them."""
        self._marks.setToolTip(self.tr("No sentences are linked yet."))
        self._on_format()

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format)
        for combo in (self._format, self._layout, self._paper, self._orientation):
            combo.currentIndexChanged.connect(guarded(lambda _: self.changed.emit()))
        self._size.valueChanged.connect(guarded(lambda _: self.changed.emit()))
        for box in self._boxes():
            box.toggled.connect(guarded(lambda _: self.changed.emit()))
        self._reference.changed.connect(self.changed)

    @guarded
    def _on_format(self) -> None:
        """Disable what the chosen format does not support."""
        for widget in (self._paper, self._orientation, self._size):
            widget.setEnabled(self.suffix in _ON_PAPER)
        free = self.suffix not in _WITHOUT_CHOICES
        self._layout.setEnabled(free)
        for box in self._boxes():
            box.setEnabled(free and not box.toolTip())
        self._reference.setEnabled(free)
        self._offer_facing(self.paged)

    def _offer_facing(self, offered: bool) -> None:
        """Offer facing pages only for paged formats; in others the two texts would be side by side."""
        index, model = self._layout.findData(Layout.FACING), self._layout.model()
        assert isinstance(model, QStandardItemModel)
        model.item(index).setEnabled(offered)
        if not offered and self._layout.currentIndex() == index:
            self._layout.setCurrentIndex(self._layout.findData(Layout.COLUMNS))

    @property
    def suffix(self) -> str:
        """The suffix of the chosen format."""
        return str(self._format.currentData())

    @property
    def paged(self) -> bool:
        """Whether the chosen format has pages."""
        return self.suffix in _PAGED

    @property
    def options(self) -> ExportOptions:
        """The chosen options."""
        return ExportOptions(
            layout=Layout(self._layout.currentData()),
            paper=Paper(self._paper.currentData()),
            landscape=bool(self._orientation.currentData()),
            font_size=self._size.value(),
            numbers=self._numbers.isChecked(),
            sentence_marks=self._marks.isChecked(),
            columns=with_further(back=self._back.isChecked(), reference=self._reference.file is not None),
            state_marks=self._states.isChecked(),
            checked=self._checked.isChecked(),
        )

    @property
    def wanted(self) -> tuple[bool, Path | None]:
        """The requested attachments: whether a back-translation, and which reference translation."""
        free = self._back.isEnabled()
        return free and self._back.isChecked(), self._reference.file if free else None

    def give_up(self) -> None:
        """Clear the choices of attachments that failed, without emitting `changed`."""
        self.blockSignals(True)
        self._back.setChecked(False)
        self._reference.set(None, wanted=False)
        self.blockSignals(False)
