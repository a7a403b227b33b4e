"""Validates exported XLIFF with the schemas of OASIS: `python -m tests.benchmarks.xliff SCHEMAS [COUNT]`.

SCHEMAS is the folder `schemas` of XLIFF 2.1 (https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/schemas/), with
xliff_core_2.0.xsd, metadata.xsd and informativeCopiesOf3rdPartySchemas, which are not ours to pass on. COUNT random
texts, 300 by default, with any marks, states and notes are exported and validated by lxml, and their ids looked at, of
which the schema says nothing.
"""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from reader.annotations import Placed
from reader.export.xliff.document import xliff_bytes
from reader.parallel import ParallelText
from tests.reader.export.parallels import options
from tests.reader.export.xliff_texts import texts

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="{_CORE}" schemaLocation="xliff_core_2.0.xsd"/>
<xs:import namespace="urn:oasis:names:tc:xliff:metadata:2.0" schemaLocation="metadata.xsd"/>
</xs:schema>"""
# Elements that have no end of their own: their ids are those of what they end.
_ENDS = frozenset({"ec", "em"})


def schema_in(folder: Path) -> etree.XMLSchema:
    """The schema of the core and of the metadata module, from the files in a folder."""
    return etree.XMLSchema(etree.fromstring(_SCHEMA.encode(), base_url=f"{folder.absolute()}/"))


def faults(data: bytes, schema: etree.XMLSchema) -> list[str]:
    """What is wrong with a file."""
    root = etree.fromstring(data)
    found = [] if schema.validate(root) else [str(error) for error in schema.error_log]
    for unit in root.iter(f"{{{_CORE}}}unit"):
        for side in ("source", "target"):
            ids = Counter[str](
                each.get("id", "")
                for text in unit.iter(f"{{{_CORE}}}{side}")
                for each in text.iter()
                if etree.QName(each).localname not in _ENDS and each.get("id")
            )
            found += [f"{unit.get('id')}: {name} is there {count} times" for name, count in ids.items() if count > 1]
    return found


def main() -> None:
    """Validate as many texts as the arguments say; prints each fault, and how many texts were sound."""
    schema, count = schema_in(Path(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    sound = Counter[bool]()

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(texts())
    def validate(written: tuple[ParallelText, tuple[Placed, ...]]) -> None:
        text, notes = written
        found = faults(xliff_bytes(text, replace(options(), notes=notes)), schema)
        sound[not found] += 1
        print(*found, sep="\n", end="\n" if found else "")

    validate()
    print(f"{sound[True]} of {sound.total()} texts are sound")


if __name__ == "__main__":
    main()
