"""Units of measurement, and the spaces within numbers and after them."""

from reader import late_re as re

# Symbols with the prefixes they have in texts: all would make units of "pm", "kl" and "ET".
_SYMBOLS = (
    "[kcdmµμn]?m|[kmµμn]?g|[hdcmµμ]?[lL]|[mµμn]?s|[kMGT]?Wh|[mkMGT]?[WJ]|[kmµμ]?V|[mkµμ]?A|m?Ah|k?VA|k?N|Nm|"
    "[kMGT]?Hz|[hkMG]?Pa|[mkMGT]?eV|[kMG]?bit/s|[kMG]bps|[kMGT]?Bq|[mµμ]?Sv|[mµμnk]?mol|[mµμn]?[TH]|[µμnp]?F|"
    "[kM]?Ω|[mk]?K|C|cd|lx|lm|[kMGTP]i?B|"
    "mmHg|k?cal|mbar|psi|rpm|mph|kph|lbs?|oz|ft|yd|fps|dpi|ppi|px|ppm|ppb|dB[Am]?|min|h|t|ha|daa|pH"
)
# A pattern of the symbol of a unit, without an exponent.
UNIT = rf"(?:°[CF]?|[℃℉‰′″]|{_SYMBOLS})"
_NORWEGIAN = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_ENGLISH = "January|February|March|April|May|June|July|August|September|October|November|December"
_GAP = re.compile(
    rf" (?<=[\d½¼¾⅓⅔] )(?=(?:%|[€$£]|kr|{UNIT}[²³23]?|\d{{3}}|{_ENGLISH})(?!\w))"
    rf"| (?<=\d[.] )(?=(?:{_NORWEGIAN})(?!\w))"
)


def with_firm_units(text: str) -> str:
    """The text with no-break spaces for the spaces within a number and before its unit or month; equally long.

    As in "12 500", "3,5 %", "10 km", "18. mars", "18 March".
    """
    return _GAP.sub("\u00a0", text)
