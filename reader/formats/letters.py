"""The words that letters open and close with, and the labels at their head: short lines that are no headings."""

from reader import late_re as re

_NAME = (
    r"(?:,?\s+(?:[A-ZÆØÅÄÖÉ][\w.'’-]*|og|and|or|eller|&|fra|from|alle(?:\s+sammen)?|all|everyone|there|again|igjen|dere|"
    r"deg|på))"
)
# Norwegian in both written forms, Danish, Swedish, English.
_KIND_OF_REGARDS = (
    r"(?:aller|de|dei|vennlig(?:ste?)?|venleg(?:ste?)?|venlig|vänliga?|beste|bedste|bästa|varme?|hjertelig(?:ste?)?|"
    r"hjarteleg|kjærlig|kjærleg|kollegial|høflig|god|mange|kind(?:est)?|best|warm(?:est)?|many|my|our|the|very|personal)"
)
_CLOSING = (
    rf"(?:(?:med|with)\s+)?(?:{_KIND_OF_REGARDS}\s+){{0,3}}"
    r"(?:hilsen(?:er)?|helsing(?:ar)?|hälsning(?:ar)?|regards|wishes|greetings)",
    r"ærbødigst|vennligst|ha\s+det\s+bra|venlegast|alt\s+godt|(?:god\s+)?klem(?:mer)?|(?:m\.?)?[mvb]\.?h\.?|"
    r"på\s+forhånd\s+takk|takk\s+på\s+forhånd",
    r"(?:yours|love|cheers|sincerely|respectfully|faithfully|cordially)"
    r"(?:\s+(?:very\s+)?(?:sincerely|faithfully|truly|ever|always|yours))?",
    r"(?:very\s+)?truly\s+yours|all\s+the\s+best|take\s+care|best|with\s+(?:love|thanks)|(?:many\s+|best\s+)?thanks",
)
_GREETING = r"(?:kjære|kære|hei(?:sann)?|hallo|god\s+dag|god\s+morgen|dear|hi|hello)"
_TO_ANYONE = r"to\s+whom\s+it\s+may\s+concern|til\s+(?:den\s+det\s+(?:gjelder|måtte\s+angå)|rette\s+vedkommende)"
_LABELS = (
    r"kopi(?:\s+til)?|gjenpart|til|fra|frå|dato|sted|stad|emne|att|ad|gjelder|(?:deres|vår|dykkar)\s+(?:ref(?:eranse)?|dato)|"
    r"saksbehandler|telefon|tlf|mobil|e-?post|org\.?\s*nr|underskrift|signatur|b?cc|to|from|subject|date|attn|copy(?:\s+to)?|"
    r"til\s?stede|fraværende|forfall|møteleder|ordstyrer|referent|tid|present|absent|place|time|"
    r"(?:your|our)\s+ref(?:erence)?|enclosures?|encl?|phone|signature|signed|sign"
)
_CLOSES = re.compile(rf"(?i:{'|'.join(_CLOSING)}){_NAME}{{0,5}}\s*[,.!]?")
_OPENS = re.compile(rf"(?:(?i:{_GREETING}){_NAME}{{0,4}}|(?i:{_TO_ANYONE}))\s*[,.!:]?")
_LABEL = re.compile(rf"(?i:{_LABELS})\.?\s*(?:: ?.*)?")


def closes_letter(text: str) -> bool:
    """Whether a line is what stands above the name at the end of a letter: "Med vennlig hilsen"."""
    return len(text) <= 80 and _CLOSES.fullmatch(text) is not None


def is_of_letter(text: str) -> bool:
    """Whether a line opens or closes a letter, or is a label at its head or foot: "Kjære Kari", "Kopi til"."""
    if len(text) > 80:
        return False
    return closes_letter(text) or any(line.fullmatch(text) for line in (_OPENS, _LABEL))
