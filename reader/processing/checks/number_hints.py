"""What may stand for a number in a sentence: "et par", "twice", "decade", "Harald V", "treårig"."""

from collections.abc import Mapping
from functools import cache

from reader import late_re as re
from reader.processing.checks.number_tables import simple
from reader.processing.checks.words import lows

# Words after the value that they may stand for; a word may be in several lines.
_MAY_BE = {
    "nb": """\
0 null ingen intet
1 en én ett éi ei et ein eit eneste første fyrste førstnevnte enkelt enkelte gang alene
2 to andre annen annet begge dobbelt doble dobbel dobler doblet doblede par parets tvilling tvillinger tvillingene \
sistnevnte nest toer toeren duo fjortendager
3 tre trippel tredobbelt trio trekløver trilling trillinger tredel tredjedel tredjedeler tredelt
4 fire kvart kvarter fjerdedel fjerdedeler kvartett
5 fem
10 tiår tiåret tiårene tiår tiårs årti årtier tier
12 dusin dusinet dusinvis middag midnatt år året tolver
24 døgn døgnet midnatt
6 halvår halvt halvåret
0.5 halv halvt halve halvparten halvdel halvdelen halvert halveres
1.5 halvannen halvannet
14 fjorten
15 kvarter
20 snes tjuetallet tjueårene
50 halvparten
60 time minutt
100 hundre hundrevis århundre århundret århundrer århundrene hundretalls hundreår hundreåret prosent
1000 tusen tusenvis årtusen årtusenet tusenår
1000000 million millioner""",
    "en": """\
0 zero no none nil nought
1 a an one once first firstly single sole only alone former
2 two twice second secondly both couple pair pairs double doubled doubling doubles twin twins twofold latter \
duo another either fortnight
3 three thrice triple tripled trio triplet triplets thirds threefold
4 four quarter quarters quadruple quadrupled quartet fourths fourfold
5 five quintet fifths
10 ten decade decades tenths tenfold
12 twelve dozen dozens noon midnight midday year
0 midnight
24 day midnight
6 half
0.5 half halves halved
1.5 half
14 fortnight
15 quarter
18 half
20 score twenties
25 quarter
30 half thirties
40 forties
50 half fifties
60 sixties hour minute
70 seventies
80 eighties
90 nineties
100 hundred hundreds century centuries centenary percent
1000 thousand thousands millennium millennia
1000000 million millions""",
}
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_OF_A_NAME = re.compile(r"\b[A-Z][\w.]{0,30}\s([IVX]+)\b")
_HALF_SIGN = re.compile(r"(\d+)[ \u00a0]?½")
# What a number is joined with in one word: "treårig", "femdobling", "tosifret".
_TAILS = (
    r"året|årene|års?|års\w*|åring\w*|årig\w*|dag\w*|døgn\w*|uker?s?|uke\w*|måned\w*|time\w*|minutt\w*|sekund\w*|rom\w*|"
    r"mann\w*|del\w*|doble\w*|dobbel\w*|dobling\w*|fold\w*|kant\w*|hjul\w*|sidig\w*|siff?r?e\w*|etasjes?|meter\w*|"
    r"mils|kilo\w*|liters?|barns\w*|parti\w*|punkts?|stjerne\w*|trinns?|veis|felts|motors|seters|tall\w*|linger?|"
    r"kamp\w*|språklig\w*|tiden|tida|hundre\w*|tusen\w*"
)


def may_mean(text: str, language: str) -> set[str]:
    """The values of all that may stand for a number in a text, be it in a longer word."""
    table = _may_be(language)
    found: set[str] = set()
    for low in lows(text):
        found.update(table.get(low, ()))
    found.update(_romans().get(match[1].lower(), "") for match in _OF_A_NAME.finditer(text))
    if language == "nb":
        for match in _beginning().finditer(text):
            found.add(str(simple("nb").get(match[1].lower(), (1, False))[0]))
    if "½" in text:
        found.update(("0.5", *(f"{whole}.5" for whole in _HALF_SIGN.findall(text))))
    return found


@cache
def _romans() -> Mapping[str, str]:
    return {roman: str(value) for value, roman in enumerate(_ROMAN.split(), 1)}


@cache
def _may_be(language: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _MAY_BE[language].split("\n"):
        value, *forms = line.split()
        for form in forms:
            found[form] = (*found.get(form, ()), value)
    for form, (number, ordinal) in simple(language).items():
        found[form] = (*found.get(form, ()), str(number), *((f"1/{number}",) if ordinal else ()))
    return found


@cache
def _beginning() -> re.Pattern[str]:
    """A Norwegian word that begins with a number."""
    forms = sorted(simple("nb"), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(forms)}|hundre|tusen)(?:{_TAILS})\b", re.IGNORECASE)
