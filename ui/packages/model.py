"""The list of packages as an item model: installed, broken and available ones."""

from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from reader.late_dataclasses import dataclass
from reader.packages import (
    USUAL_SIZE,
    BrokenPackage,
    Grade,
    LanguagePackage,
    Offer,
    Quality,
    offer_order,
    version_key,
)
from reader.text import NAMES
from ui.packages.store import Details, Snapshot
from ui.session.package_titles import title_of
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_in_text, localised

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole


class RowKind(StrEnum):
    """The kind of a row."""

    HEADING = "heading"
    INSTALLED = "installed"
    BROKEN = "broken"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A row of the list.

    Attributes:
        kind: what it is.
        title, detail: its two lines.
        badge: a word at its right end, or "".
        more: all further details, one per line.
        package, broken, offer: what the row stands for; an offer may update an installed package.
    """

    kind: RowKind
    title: str
    detail: str = ""
    badge: str = ""
    more: str = ""
    package: LanguagePackage | None = None
    broken: BrokenPackage | None = None
    offer: Offer | None = None


class PackageModel(QAbstractListModel):
    """One row per package, under two headings. A search filters the offers."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._words = ""
        self._rows: list[PackageRow] = []

    def show(self, snapshot: Snapshot) -> None:
        """List these packages."""
        self._snapshot = snapshot
        self._refill()

    @guarded
    def search(self, words: str) -> None:
        """Filter the packages by language names that contain `words`."""
        self._words = words
        self._refill()

    def rows(self) -> list[PackageRow]:
        """All rows, in order."""
        return list(self._rows)

    @guarded
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded
    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be selected."""
        if not index.isValid() or self._rows[index.row()].kind is RowKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the whole row in words for a screen reader, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (row.title, row.badge, row.detail) if part)
            case _ if role == ROW_ROLE:
                return row
        return None

    def _refill(self) -> None:
        if self._snapshot is None:
            return
        self.beginResetModel()
        self._rows = [*self._installed(self._snapshot), *self._offers(self._snapshot)]
        self.endResetModel()

    def _installed(self, snapshot: Snapshot) -> list[PackageRow]:
        rows = [self._package(package, snapshot) for package in snapshot.installed.usable]
        codes = [f"{package.source} {package.target}" for package in snapshot.installed.usable]
        rows = [row for row, code in zip(rows, codes, strict=True) if self._fits(f"{row.title} {code}")]
        rows += [self._broken(broken) for broken in snapshot.installed.broken if self._fits(broken.path.name)]
        return [PackageRow(RowKind.HEADING, self.tr("Installed")), *rows] if rows else []

    def _offers(self, snapshot: Snapshot) -> list[PackageRow]:
        found = set(snapshot.index.search(self._words))
        every = [(offer, self._offer(offer)) for offer in snapshot.index.offers if not _has(snapshot, offer)]
        every.sort(key=lambda each: (offer_order(each[0]), each[1].title.casefold()))
        rows = [row for offer, row in every if offer in found or self._fits(row.title)]
        return [PackageRow(RowKind.HEADING, self.tr("Available")), *rows] if rows else []

    def _fits(self, title: str) -> bool:
        return all(word in title.casefold() for word in self._words.casefold().split())

    def _package(self, package: LanguagePackage, snapshot: Snapshot) -> PackageRow:
        details = snapshot.details.get(package.path, Details(package.model_size, "", ""))
        direction = package.source, package.target
        used = snapshot.installed.choose(*direction) == package
        several = len(snapshot.installed.serving(*direction)) > 1
        update = _update(package, snapshot)
        in_use = self.tr("In use") if used and several else ""
        parts = [in_use, title_of(package), self._size(details.size), self._quality(package.quality)]
        badge = self.tr("Update to {version}").format(version=update.version) if update else ""
        return PackageRow(
            RowKind.INSTALLED,
            _title(*map(language_in_text, direction)),
            " · ".join(part for part in parts if part),
            badge,
            self._more(package, details),
            package=package,
            offer=update or _again(package, snapshot),
        )

    def _more(self, package: LanguagePackage, details: Details) -> str:
        lines = [
            *self._measured(package.quality),
            self.tr("Licence: {licence}").format(licence=details.licence or self.tr("not stated (see its README)")),
            self.tr("Folder: {folder}").format(folder=package.path),
        ]
        if details.sha256:
            lines.append(self.tr("SHA-256: {sha256}").format(sha256=details.sha256))
        return "\n".join(lines)

    def _broken(self, broken: BrokenPackage) -> PackageRow:
        return PackageRow(
            RowKind.BROKEN,
            broken.path.name,
            self.tr("Not a usable package: {reason}").format(reason=localised(broken.reason)),
            self.tr("Broken"),
            self.tr("Folder: {folder}").format(folder=broken.path),
            broken=broken,
        )

    def _offer(self, offer: Offer) -> PackageRow:
        # Packages for other languages differ in size.
        known = "nb" in (offer.source, offer.target)
        size = self.tr("about {size}").format(size=self._size(USUAL_SIZE)) if known else ""
        version = self.tr("Official package {version}").format(version=offer.version)
        parts = [version, size, self._quality(offer.quality)]
        title = _title(_name(offer.source, offer.source_name), _name(offer.target, offer.target_name))
        address = self.tr("From: {address}").format(address=offer.links[0] if offer.links else offer.file_name)
        licence = self.tr("Licence: {licence}").format(licence=offer.licence) if offer.licence else ""
        more = "\n".join(line for line in (*self._measured(offer.quality), licence, address) if line)
        return PackageRow(RowKind.OFFER, title, " · ".join(part for part in parts if part), "", more, offer=offer)

    def _size(self, bytes_: int) -> str:
        return self.tr("{count} MB").format(count=QLocale().toString(max(round(bytes_ / 1_000_000), 1)))

    def _quality(self, quality: Quality | None) -> str:
        words = {
            Grade.ROUGH: self.tr("rough translations"),
            Grade.FAIR: self.tr("fair translations"),
            Grade.GOOD: self.tr("good translations"),
        }
        return "" if quality is None else words[quality.grade]

    def _measured(self, quality: Quality | None) -> list[str]:
        if quality is None:
            return []
        bleu = QLocale().toString(quality.bleu, "f", 1)
        return [self.tr("Quality: {bleu} BLEU ({test_set})").format(bleu=bleu, test_set=quality.test_set)]


def _title(source: str, target: str) -> str:
    title = f"{source} → {target}"
    return title[:1].upper() + title[1:]


def _name(code: str, stated: str) -> str:
    """The name of a language in the interface language; for an unknown code, as stated in the list."""
    return language_in_text(code) if code in NAMES else stated


def _has(snapshot: Snapshot, offer: Offer) -> bool:
    """Whether the user has it, or an older version, which is then shown with its update."""
    serving = snapshot.installed.serving(offer.source, offer.target)
    return any(
        not package.starter and version_key(package.version) <= version_key(offer.version) for package in serving
    )


def _update(package: LanguagePackage, snapshot: Snapshot) -> Offer | None:
    """The offer that is newer than all of the user's packages for the direction, if `package` is their newest."""
    offer = snapshot.index.find(package.source, package.target)
    if offer is None or package.starter:
        return None
    own = [p for p in snapshot.installed.serving(package.source, package.target) if not p.starter]
    newest = max(own, key=lambda p: version_key(p.version))
    is_newer = version_key(offer.version) > version_key(newest.version)
    return offer if package == newest and is_newer else None


def _again(package: LanguagePackage, snapshot: Snapshot) -> Offer | None:
    """The offer of the same version, to reinstall a package that may be damaged."""
    offer = snapshot.index.find(package.source, package.target)
    return offer if offer and not package.starter and offer.version == package.version else None
