"""Changes that a program tracks: where a paragraph gets a new text, they are accepted."""

from collections.abc import Iterable

from reader.formats.odt.names import tag, value
from reader.formats.xml_parts import Element


class TrackedChanges:
    """The changes that are tracked under a root."""

    def __init__(self, root: Element) -> None:
        """Look for what is remembered of them: who made each, and the text that is gone."""
        regions = root.iter(tag("text:changed-region"))
        self._regions = {value(each, "text:id") or value(each, "xml:id"): each for each in regions}

    def forget(self, changes: Iterable[str]) -> None:
        """Have these changes, by their names, be part of the text."""
        for name in changes:
            if (region := self._regions.pop(name, None)) is not None:
                region.getparent().remove(region)
