"""Words that are written with a capital, or are part of names, but are translated."""

from functools import cache

from reader import late_re as re

# Endings of Norwegian names made of words: "Utenriksdepartementet", "Middelhavet", "Verdensbanken".
_ENDINGS = """\
havet sjøen innsjøen riket rike loven lova forskriften tinget retten rett partiet parti departementet departement
direktoratet tilsynet etaten verket råd rådet utvalg utvalget kommisjon kommisjonen komité komiteen forbund forbundet
forening foreningen organisasjon organisasjonen unionen universitet universitetet universitets høyskole høyskolen
høgskolen skole skolen akademiet akademi museum museet kirke kirken kirka kyrkje katedral katedralen kloster klosteret
slott slottet palasset festning festningen borg borgen krig krigen krigens kriger avtalen traktaten erklæringen
konvensjonen pakten planen meldingen prisen dag dagen dager festivalen festival lekene leker leken cupen cup ligaen
liga mesterskap mesterskapet mester banken bank børsen fjellet fjellene fjell dalen elven elva elv øya øyen øyene øyer
øyane halvøya halvøyen kyst kysten bukt bukta bukten gulfen stredet sundet kanalen kanal bro broen brua bru park
parken plassen plass gata gaten gate veien torget torg tårnet tårn kommune fylke sykehus sykehuset landet landene
statene staten området ørkenen ørken regnskogen skogen polen revolusjonen imperiet dynastiet republikken republikk
bevegelsen gruppen gruppa selskapet selskap fondet fond instituttet institutt senteret senter sentral sentralen
stiftelsen byrået kontoret politiet hæren forsvaret flåten marinen styrkene hallen teateret teatret operaen orkesteret
orkester biblioteket bibliotek avisen bladet stasjon stasjonen lufthavn flyplass havn havnen domstol domstolen
ministeren minister presidenten kongen dronningen prinsen keiseren paven muren barriererevet revet platået sletten
sletta bassenget fallene fossen breen tiden tida alderen perioden århundret året bølgen saken dommen programmet
prosjektet treningen serien spillene kampen løpet rennet uken uka måneden natten natta aften bok boken boka bibelen
testamente testamentet"""
_ENGLISH = """\
i the a an of and in on at for from to by with without about after before under over between during against through
into his her he she it we they you my our their this that these those what when where who why how if but or not no yes
as is are was were be mr mrs ms dr sir lady lord dame prof professor president vice prime minister king queen prince
princess emperor empress pope bishop archbishop cardinal saint st captain colonel general major lieutenant sergeant
admiral chief director manager secretary chancellor governor senator congressman representative mayor judge justice
attorney chairman chair ambassador commissioner officer doctor reverend father mother brother sister uncle aunt
grandma grandpa mum mom dad miss duke duchess earl count baron count university college school institute institution
academy faculty department ministry office agency authority bureau board council committee commission court parliament
congress senate house assembly government state states federal national international royal republic kingdom empire
union united nations nation federation confederation league association organization organisation society club team
company corporation group bank fund foundation trust centre center museum gallery library theatre theater opera church
cathedral abbey temple mosque monastery palace castle fortress tower bridge street road avenue lane square park garden
gardens zoo hospital station airport port harbour harbor bay gulf strait channel sea ocean lake river creek falls
mount mountain mountains hill hills valley island islands isle peninsula cape coast beach desert forest plain plains
plateau glacier reef canyon city town village county district province region municipality borough north south east
west northern southern eastern western central middle upper lower northeast northwest southeast southwest great
greater little new old big high grand black white red green blue golden gold silver first second third fourth world
war wars battle revolution civil cold age ages era century medieval renaissance reformation enlightenment act law bill
code treaty agreement convention declaration constitution charter amendment protocol pact accord plan report paper
resolution directive regulation day days week month year christmas easter eve independence memorial labor labour
mother's prize award awards medal cup championship championships olympic olympics games open grand prix final finals
premier series tournament division conference festival exhibition fair summit forum peace nobel academy music film art
arts science sciences technology medicine health education research development environment environmental foreign
affairs defence defense justice finance trade commerce industry agriculture fisheries transport energy labour interior
home culture social security services service administration management intelligence police army navy air force forces
guard military marine marines fleet command security supreme high appeal human rights democratic liberal conservative
socialist communist party workers people people's popular progress freedom liberation front movement red cross labour
left right green internet web bible scripture holy lord god gods christ virgin devil heaven hell spirit earth sun moon
solar milky way galaxy planet star ring rings rainbow wall reef times post news daily journal magazine press chapter
section article part book volume page figure table appendix annex note january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr
jun jul aug sep sept oct nov dec spring summer autumn fall winter american african european asian english british
indian latin christian christianity catholic catholics protestant protestants orthodox muslim muslims islam islamic
jewish jews jew judaism hindu hindus hinduism buddhist buddhists buddhism sikh arab arabs arabic nazi nazis viking
vikings roman romans greek greeks celtic gothic germanic nordic french german dutch danish swiss welsh thai czech
polish swedish norwegian finnish scottish irish turkish spanish afghan iraqi israeli pakistani saudi hebrew sámi sami
inuit maori aboriginal tv dvd cd pc gps dna rna hiv aids ceo cfo phd ok am pm ad bc ce bce internet english wi fi usb
bluetooth northern central hundred thousand million billion democrat democrats republican republicans bachelor master
doctorate middle easter sunday ice stone bronze iron industrial dark golden"""
_ADJECTIVE = re.compile(
    r"\w{2,}(?:ians?|eans?|ese|ish|stan[is]s?|ern|ist|ists|ism|ics?|logy|tion|ment|ness|ity|ing|ology)"
)
# What begins sentences and so has a capital within quotations and lists; and polite or holy pronouns.
_NORWEGIAN = """\
jeg du vi de dem deres dere han hun det den dette disse denne en et ei og i på av til for fra med om som hva hvem hvor
når hvorfor hvis men ikke ja nei så da nå her der alle mange noen ingen min mitt mine din ditt sin vår vårt ham hans
hennes henne etter før under over mellom mot uten ved hos store lille nye gamle øvre nedre nord sør øst vest nordre
søndre østre vestre midtre første andre tredje nordvest nordøst sørvest sørøst nordlige sørlige østlige vestlige
sentrale midt representantenes to tre fire fem seks sju syv åtte ni ti kong konge dronning prins prinsesse keiser pave
president statsminister minister professor doktor fru herr frøken sir lord lady kaptein oberst general major sankt st
hellige den republikken kapittel artikkel paragraf del side avsnitt bok bind figur tabell vedlegg"""


@cache
def english() -> frozenset[str]:
    """English words in lower case that no name is recognised by."""
    return frozenset(_ENGLISH.split())


@cache
def norwegian() -> frozenset[str]:
    """The same in Norwegian."""
    return frozenset(_NORWEGIAN.split())


# "I'm", "I’ve": a pronoun, capital or not.
_PRONOUN = ("i'", "i’")


def is_common(low: str, language: str) -> bool:
    """Whether a word with a capital, in lower case, may be translated so that nothing of it is left."""
    if language == "nb":
        return low in norwegian() or _ends_as_norwegian(low) or _ends_as_norwegian(low.removesuffix("s"))
    return low in english() or low.startswith(_PRONOUN) or _ADJECTIVE.fullmatch(low) is not None


def _ends_as_norwegian(low: str) -> bool:
    endings, lengths = _norwegian_endings()
    return any(low[-length:] in endings for length in lengths)


@cache
def _norwegian_endings() -> tuple[frozenset[str], tuple[int, ...]]:
    """The endings of Norwegian names made of words, and the lengths that they have."""
    endings = frozenset(_ENDINGS.split())
    return endings, tuple(sorted(set(map(len, endings))))
