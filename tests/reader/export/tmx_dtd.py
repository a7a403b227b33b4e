"""The content model of TMX 1.4b (https://www.gala-global.org/tmx-14b), for a parser that did not write the files."""

from io import StringIO

from lxml import etree

_INLINE = "#PCDATA|bpt|ept|ph|it|hi|ut"
_CODE = "(#PCDATA|sub)*"
_ELEMENTS = {
    "tmx": "(header,body)",
    "header": "(ude|note|prop)*",
    "body": "(tu*)",
    "note": "(#PCDATA)",
    "prop": "(#PCDATA)",
    "ude": "(map+)",
    "map": "EMPTY",
    "tu": "((note|prop)*,tuv+)",
    "tuv": "((note|prop)*,seg)",
    "seg": f"({_INLINE})*",
    "hi": f"({_INLINE})*",
    "sub": f"({_INLINE})*",
    **dict.fromkeys(("bpt", "ept", "ph", "it", "ut"), _CODE),
}
# Attributes of any text, by element; those behind "!" are required.
_ATTRIBUTES = {
    "header": "!creationtool !creationtoolversion !o-tmf !adminlang !srclang !datatype o-encoding creationdate "
    "creationid changedate changeid",
    "tu": "tuid o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid "
    "changedate changeid o-tmf srclang",
    "tuv": "!xml:lang o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate "
    "creationid changedate changeid o-tmf",
    "prop": "!type xml:lang o-encoding lang",
    "note": "xml:lang o-encoding lang",
    "ude": "!name base",
    "map": "!unicode code ent subst",
    "hi": "x type",
    "bpt": "!i x type",
    "ept": "!i",
    "ph": "x assoc type",
    "it": "x type",
    "ut": "x",
    "sub": "datatype type",
}
_OTHERS = """<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ATTLIST header segtype (block|paragraph|sentence|phrase) #REQUIRED>
<!ATTLIST tu segtype (block|paragraph|sentence|phrase) #IMPLIED>
<!ATTLIST it pos (begin|end) #REQUIRED>"""


def _lines() -> list[str]:
    elements = [f"<!ELEMENT {name} {content}>" for name, content in _ELEMENTS.items()]
    attributes = [
        f"<!ATTLIST {name} {each.lstrip('!')} CDATA #{'REQUIRED' if each.startswith('!') else 'IMPLIED'}>"
        for name, of_element in _ATTRIBUTES.items()
        for each in of_element.split()
    ]
    return [*elements, *attributes, _OTHERS]


def faults(data: bytes) -> str:
    """What is not as the standard asks for in a TMX file; "" if nothing is."""
    dtd = etree.DTD(StringIO("\n".join(_lines())))
    root = etree.fromstring(data)
    return "" if dtd.validate(root) else str(dtd.error_log)
