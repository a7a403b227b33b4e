"""The choices of an export, as a form."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QVBoxLayout, QWidget

from reader.export import FORMATS, ExportOptions, Layout, Paper, most_beside
from reader.late_dataclasses import dataclass
from reader.packages import LanguagePackage
from reader.parallel import Column
from reader.settings import RANGES
from ui.export.column_choice import ColumnChoice
from ui.session.attachments import Additions
from ui.session.package_titles import title_of
from ui.toolkit.forms import Form
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, tool_tip

if TYPE_CHECKING:
    from reader.annotations import Placed

# Suffixes of the formats that support each choice.
_PAGED = (".pdf",)
_ON_PAPER = (".pdf", ".docx", ".html")  # a web page is printed on paper of some size
_WITH_LAYOUTS = tuple(suffix for suffix, _ in FORMATS)
_WITHOUT_CHOICES = (".tmx", ".json", ".xlf")
# The texts in the original's layout.
_ALONE, _BOTH = "translation", "both"
_INDENT = 6  # style sheets do not reach inside a spin box


@dataclass(frozen=True, slots=True)
class Beside:
    """What a document has, or can have, beside its text.

    Attributes:
        reference: the file of its reference translation.
        packages: those that can translate it in a column of their own, by its number.
        notes: the notes and bookmarks in it.
        at_end: whether these are wanted at its end.
        own: the suffix of its own format, if it can be written in its own layout.
    """

    reference: Path | None = None
    packages: Mapping[int, LanguagePackage] = field(default_factory=dict)
    notes: "Sequence[Placed]" = ()
    at_end: bool = False
    own: str = ""


_NOTHING = Beside()


class Choices(QWidget):
    """The form; `changed` reports changes of `options` or `suffix`."""

    changed = Signal()

    def __init__(
        self,
        formats: Sequence[tuple[str, str]],
        options: ExportOptions,
        suffix: str,
        beside: Beside = _NOTHING,
        *,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A form for exporting in one of `formats` (suffix and name), set to `options` and `suffix`.

        `several` texts have no reference translation or other packages in common, and may have notes. Each of them may
        have a layout of its own, in its own format.
        """
        super().__init__(parent)
        self._format, self._layout, self._texts, self._paper, self._orientation = (QComboBox() for _ in range(5))
        self._size = QDoubleSpinBox()
        self._numbers = QCheckBox(self.tr("Paragraph &numbers"))
        self._marks = QCheckBox(self.tr("Mark matching &sentences"))
        self._states = QCheckBox(self.tr("Mark &edited sentences and those with warnings"))
        self._checked = QCheckBox(self.tr("State &how many sentences are checked"))
        self._at_end = QCheckBox(self.tr("Notes and bookmar&ks at the end"))
        self._beside, self._several = beside, several
        self._fits = Label()
        self._fits.setObjectName("caption")
        self._fits.setWordWrap(True)
        self.columns = ColumnChoice(self._titles(), options.columns, beside.reference)
        if not several and not beside.notes:
            self._at_end.setToolTip(self.tr("There are no notes or bookmarks yet."))
        self._fill(formats)
        self._form = self._lay_out()
        self._set(options, suffix)
        self._on_format()
        self._connect()
        self.setFocusProxy(self._format if len(formats) > 1 else self._layout)

    def _titles(self) -> dict[int, str]:
        """What the columns are called that there can be, by number."""
        titles: dict[int, str] = {
            Column.ORIGINAL: self.tr("Original"),
            Column.TRANSLATION: self.tr("Translation"),
            Column.BACK: self.tr("Back-translation"),
        }
        if not self._several:
            titles[Column.REFERENCE] = self.tr("Reference translation")
        if self._several or self._beside.notes:
            titles[Column.NOTES] = self.tr("Notes")
        by = self.tr("Translation by {package}")
        return titles | {column: by.format(package=title_of(each)) for column, each in self._beside.packages.items()}

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
        if self._beside.own or self._several:
            self._layout.addItem(self.tr("As in the original"), Layout.ORIGINAL)
        self._texts.addItem(self.tr("Translation only"), _ALONE)
        self._texts.addItem(self.tr("Each paragraph and its translation"), _BOTH)
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
        for label, widget in (
            (self.tr("&Format:"), self._format),
            (self.tr("&Layout:"), self._layout),
            (self.tr("&Include:"), self._texts),
            (self.tr("&Paper:"), self._paper),
            (self.tr("&Orientation:"), self._orientation),
            (self.tr("Font si&ze:"), self._size),
        ):
            form.addRow(label, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self._fits)
        column.addWidget(self.columns)
        for box in self._boxes():
            column.addWidget(box)
        column.addStretch(1)
        return form

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return self._numbers, self._marks, self._states, self._checked, self._at_end

    def _set(self, options: ExportOptions, suffix: str) -> None:
        self._format.setCurrentIndex(max(0, self._format.findData(suffix)))
        self._layout.setCurrentIndex(max(0, self._layout.findData(options.layout)))
        self._texts.setCurrentIndex(int(options.both))
        self._paper.setCurrentIndex(self._paper.findData(options.paper))
        self._orientation.setCurrentIndex(int(options.landscape))
        self._size.setValue(options.font_size)
        marks = options.sentence_marks, options.state_marks, options.checked
        for box, checked in zip(self._boxes(), (options.numbers, *marks, self._beside.at_end), strict=True):
            box.setChecked(checked)

    def disable_sentence_marks(self) -> None:
        """Explain that no sentences are linked, and disable the choice to mark them."""
        self._marks.setToolTip(self.tr("No sentences are linked yet."))
        self._on_format()

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format)
        self._layout.currentIndexChanged.connect(self._enable)
        for combo in (self._format, self._layout, self._texts, self._paper, self._orientation):
            combo.currentIndexChanged.connect(guarded(lambda _: self.changed.emit()))
        self._size.valueChanged.connect(guarded(lambda _: self.changed.emit()))
        for box in self._boxes():
            box.toggled.connect(guarded(lambda _: self.changed.emit()))
        self.columns.changed.connect(self.changed)
        self.changed.connect(self._show_fitting)

    @guarded
    def _on_format(self) -> None:
        """Offer the layouts that the chosen format has."""
        self._layout.setEnabled(self.suffix not in _WITHOUT_CHOICES)
        self._offer_layouts()
        self._enable()

    @guarded
    def _enable(self, *_: object) -> None:
        """Disable what the chosen format and layout do not support."""
        own = self.own_layout
        for widget in (self._paper, self._orientation, self._size):
            widget.setEnabled(self.suffix in _ON_PAPER and not own)
            self._form.setRowVisible(widget, not own)
        free = self.suffix not in _WITHOUT_CHOICES and not own
        for box in self._boxes():
            box.setEnabled(free and not box.toolTip())
            box.setVisible(not own)
        self.columns.setEnabled(free)
        self.columns.setVisible(not own)
        self._texts.setEnabled(own)
        self._form.setRowVisible(self._texts, own)
        self._form.setRowVisible(self._format, self._format.count() > 1 and not (own and self._several))
        self._show_fitting()

    @guarded
    def _show_fitting(self) -> None:
        """Say if more columns are chosen than have room side by side, or where the format is not chosen."""
        if self._several and self.own_layout:
            self._fits.setText(self.tr("Each document keeps its format, and looks as before. Only its words change."))
            self._fits.show()
            return
        options = self.options
        fitting = most_beside(options)
        crowded = self.paged and options.layout is Layout.COLUMNS and len(options.columns) > fitting
        self._fits.setText(
            self.tr("%Ln column(s) fit side by side on this page. More are set one above the other.", "", fitting)
        )
        self._fits.setVisible(crowded)

    def _offer_layouts(self) -> None:
        """Offer facing pages only for paged formats, and the original's layout only in its format; else choose others.

        In formats that have no layout but that nothing else is offered.
        """
        model = self._layout.model()
        assert isinstance(model, QStandardItemModel)
        own = self._several or self.suffix == self._beside.own
        fixed = not self._several and own and self.suffix not in _WITH_LAYOUTS
        for index in range(self._layout.count()):
            layout = self._layout.itemData(index)
            offered = own if layout == Layout.ORIGINAL else not fixed and (layout != Layout.FACING or self.paged)
            model.item(index).setEnabled(offered)
            if layout == Layout.ORIGINAL:
                model.item(index).setToolTip(tool_tip("" if offered else self._where_own()))
        if not model.item(self._layout.currentIndex()).isEnabled():
            self._layout.setCurrentIndex(self._layout.findData(Layout.ORIGINAL if fixed else Layout.COLUMNS))

    def _where_own(self) -> str:
        """In which format the original's layout can be had."""
        name = self._format.itemText(self._format.findData(self._beside.own))
        return self.tr("Choose the format of the original first: {format}").format(format=name)

    @property
    def suffix(self) -> str:
        """The suffix of the chosen format."""
        return str(self._format.currentData())

    @property
    def own_layout(self) -> bool:
        """Whether the layout of the original is chosen."""
        return bool(self._layout.currentData() == Layout.ORIGINAL)

    @property
    def paged(self) -> bool:
        """Whether the chosen format has pages."""
        return self.suffix in _PAGED

    @property
    def options(self) -> ExportOptions:
        """The chosen options."""
        return ExportOptions(
            layout=Layout(self._layout.currentData()),
            both=self._texts.currentData() == _BOTH,
            paper=Paper(self._paper.currentData()),
            landscape=bool(self._orientation.currentData()),
            font_size=self._size.value(),
            numbers=self._numbers.isChecked(),
            sentence_marks=self._marks.isChecked(),
            columns=self.columns.chosen,
            names=tuple((column, title_of(each)) for column, each in self._beside.packages.items()),
            notes=tuple(self._beside.notes) if self.with_notes else (),
            state_marks=self._states.isChecked(),
            checked=self._checked.isChecked(),
        )

    @property
    def notes_at_end(self) -> bool:
        """Whether notes and bookmarks are wanted at the end."""
        return self._at_end.isChecked()

    @property
    def with_notes(self) -> bool:
        """Whether notes are wanted, at the end or in a column."""
        return self.notes_at_end or Column.NOTES in self.columns.chosen

    @property
    def wanted(self) -> Additions:
        """What is to be made for the columns that are chosen."""
        if self.suffix in _WITHOUT_CHOICES or self.own_layout:
            return Additions()
        chosen = self.columns.chosen
        packages = tuple((column, each) for column, each in self._beside.packages.items() if column in chosen)
        return Additions(Column.BACK in chosen, self.columns.reference, packages)

    def give_up(self) -> None:
        """Clear the choices of what could not be made, without emitting `changed`."""
        self.columns.give_up()
        self._show_fitting()
