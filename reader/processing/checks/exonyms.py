"""Names that the two languages write differently: each line has what may stand for one another, in lower case."""

from collections.abc import Mapping
from functools import cache

# Countries with their peoples and adjectives, regions, cities, waters, organisations and other names.
_SAME = """\
norge noreg norway norwegian norwegians nordmenn
danmark denmark danish dane danes danske
sverige sweden swedish swede swedes svenske
finland finnish finn finns
island iceland icelandic icelander icelanders
færøyene færøyane faroe faroes faroese
grønland greenland greenlandic greenlanders
tyskland germany german germans tyske tyskerne
østerrike austria austrian austrians
sveits switzerland swiss
frankrike france french frenchman frenchmen franskmenn
nederland netherlands dutch holland dutchman
belgia belgium belgian belgians
storbritannia britain british uk u.k kingdom britons briton england english
england english britain british
skottland scotland scottish scots scot
wales welsh
irland ireland irish
nord-irland northern ireland
spania spain spanish spaniard spaniards
italia italy italian italians
hellas grekenland greece greek greeks
kypros cyprus cypriot
tyrkia turkey turkish turks türkiye turk
polen poland polish poles pole
tsjekkia czechia czech czechs bohemia
tsjekkoslovakia czechoslovakia czechoslovak
slovakia slovak slovaks
ungarn hungary hungarian hungarians
romania romanian romanians
bulgaria bulgarian
jugoslavia yugoslavia yugoslav yugoslavian
kroatia croatia croatian croats
serbia serbian serbs
bosnia bosnian
hercegovina herzegovina
hviterussland belarus belarusian belorussia
russland russia russian russians
ukraina ukraine ukrainian ukrainians
sovjetunionen sovjet soviet ussr soviets union
sovjetunionens soviet
latvia latvian
litauen lithuania lithuanian
estland estonia estonian estonians
moldova moldovan
georgia georgian
aserbajdsjan azerbaijan azerbaijani
armenia armenian armenians
kasakhstan kazakhstan kazakh
usbekistan uzbekistan uzbek
kirgisistan kyrgyzstan kyrgyz
tadsjikistan tajikistan tajik
turkmenistan turkmen
egypt egyptian egyptians
libya libyan
algerie algeria algerian
marokko morocco moroccan
tunisia tunisian
etiopia ethiopia ethiopian
eritrea eritrean
elfenbenskysten ivory ivoire ivorian
kapp cape
kamerun cameroon
tsjad chad
kongo congo congolese
zaïre zaire
sør-afrika south africa african
sentralafrikanske central
rwanda rwandan
mosambik mozambique
madagaskar madagascar
mauritius mauritian
seychellene seychelles
komorene comoros
maldivene maldives
filippinene philippines filipino philippine
japan japanese
kina china chinese
nord-korea korea
korea korean koreans
indonesia indonesian
india indian indians
bangladesh bangladeshi
pakistan pakistani
nepal nepalese nepali
thailand thai
vietnam vietnamese
kambodsja cambodia cambodian
malaysia malaysian
singapore singaporean
taiwan taiwanese
hongkong hong
makao macau macao
mongolia mongolian
irak iraq iraqi iraqis
iran iranian iranians persia persian
syria syrian syrians
libanon lebanon lebanese
jordan jordanian
israel israeli israelis
palestina palestine palestinian palestinians
saudi-arabia saudi
arabia arabian arab
emirater emiratene emirates uae
jemen yemen yemeni
kuwait kuwaiti
brasil brazil brazilian brazilians
argentina argentine argentinian
chile chilean
peru peruvian
colombia colombian
mexico mexican
cuba cuban cubans
den dominikanske dominican
bahamas bahamian
jamaica jamaican
karibia caribbean karibiske
canada canadian canadians
usa us u.s america american americans states u.s.a amerikanerne
amerika america american americas states us
sambandsstatene states
australia australian australians
zealand new zealander
europa europe european europeans
afrika africa african africans
asia asian
eurasia eurasian
antarktis antarctica antarctic
arktis arctic
norden nordic nordics
skandinavia scandinavia scandinavian
baltikum baltic baltics
balkan balkans
kaukasus caucasus
sibir siberia siberian
bayern bavaria bavarian
sachsen saxony saxon
preussen prussia prussian
bretagne brittany
normandie normandy
burgund burgundy
toscana tuscany tuscan
sicilia sicily sicilian
sardinia sardinian
korsika corsica corsican
kreta crete cretan
katalonia catalonia catalan
andalucia andalusia
baskerland basque
jylland jutland
sjælland zealand
skåne scania
lappland lapland
svalbard spitsbergen
kanariøyene canary canaries
balearene balearic
azorene azores
hebridene hebrides
shetland shetlands
orknøyene orkney
alpene alps alpine
pyreneene pyrenees
andesfjellene andes andean
himalaya himalayas himalayan
karpatene carpathian carpathians
uralfjellene ural urals
københavn copenhagen
gøteborg göteborg gothenburg
helsingfors helsinki
åbo turku
london londoners
roma rome roman romans
romerriket rome roman
romerne romans
milano milan
venezia venice venetian
firenze florence florentine
napoli naples neapolitan
torino turin
genova genoa
athen athens athenian
konstantinopel constantinople
istanbul
wien vienna viennese
praha prague
warszawa warsaw
krakow kraków cracow
gdansk danzig
beograd belgrade
bucuresti bukarest bucharest
moskva moscow
petersburg
kiev kyiv kyjiv kiyv
kreml kremlin
lisboa lisbon
sevilla seville
brussel bryssel brussels
antwerpen antwerp
gent ghent
brugge bruges
haag hague
köln cologne
münchen munich
nürnberg nuremberg
hannover hanover
genève genf geneva
zürich zurich
luzern lucerne
strasbourg strassburg
kairo cairo
aleksandria alexandria
algier algiers
tripoli
bagdad baghdad
teheran tehran
damaskus damascus
betlehem bethlehem
nasaret nazareth
mekka mecca
medina
jerusalem
beijing peking
shanghai
tokyo tokio
bombay mumbai
calcutta kolkata
delhi
havanna havana
themsen thames
rhinen rhine
donau danube
volga
seinen seine
nilen nile
amazonas amazon amazonian
middelhavet mediterranean
stillehavet pacific
atlanterhavet atlantic
indiahavet indian
ishavet nordishavet arctic polar
svartehavet black
rødehavet red
dødehavet dead
østersjøen baltic
nordsjøen north
kaspihavet caspian
adriaterhavet adriatic
barentshavet barents
skagerrak
kanalen channel
bosporos bosporus
suezkanalen suez
panamakanalen panama
midtøsten middle
østen east orient
vesten west western
østblokken eastern
nordpolen pole arctic
sydpolen sørpolen pole antarctic
jorden jorda jordens jordas earth earth's world
solen sola solens sun sun's solar
månen månens moon moon's lunar
merkur mercury
venus
mars martian
jupiter jovian
saturn
uranus
neptun neptune
pluto
melkeveien milky
karlsvogna dipper plough
gud guds herren god god's lord
kristus christ
jesus
jomfru virgin
maria mary
bibelen bibel bible biblical scripture
koranen koran quran qur'an
toraen torah
testamente testamentet testament
profeten prophet
paven pope
jøder jewish jew jews
muslimer muslim muslims
johannes john
johan john
paulus paul
peter petrus
lukas luke
matteus matthew
markus mark
jakob jacob james
moses
abraham
salomo solomon
josef joseph
karl charles
ludvig louis ludwig
henrik henry
vilhelm wilhelm william
georg george
filip philip
aleksander alexander
nikolai nikolaj nicholas
katarina catherine
elisabeth elizabeth
frans francis
fredrik frederick
kristian christian
håkon haakon
olav olaf
platon plato
aristoteles aristotle
sokrates socrates
homer
horats horace
vergil virgil
ovid
cæsar cesar caesar
augustus
hannibal
buddha buddhist
konfucius konfutse confucius
muhammed muhammad mohammed
djevelen satan devil
fn un u.n nations
forente united
nasjoner nations
sikkerhetsrådet security
generalforsamlingen assembly
eu e.u european union
eøs eea
efta
nato n.a.t.o
who health
unicef
imf monetary
wto trade
osse osce
natos nato
verdensbanken bank
røde kors red cross
unionen union
folkeforbundet league
samveldet commonwealth
kongressen congress
senatet senate
representantenes representatives
hviterussland belarus
hvite white
høyesterett supreme
stortinget storting parliament
tinget parliament
underhuset commons
overhuset lords
riksdagen riksdag parliament
folketinget folketing parliament
dumaen duma
regjeringen government cabinet
grunnloven grunnlova constitution
slottet palace
kongen king
kronprinsen crown
nobelprisen nobel
nobels nobel
fredsprisen peace
oscar academy
ol olympics olympic games
vm world
em european
norgesmesterskapet norwegian
verdenscupen world
tippeligaen eliteserien
tour
jul jule julen christmas
påske påsken easter
pinse pinsen pentecost whitsun
ramadan
nyttår nyttårs new
sankthans midsummer
ap arbeiderpartiet labour labor
høyre conservative conservatives
frp fremskrittspartiet progress
sp senterpartiet centre center
sv
krf
venstre liberal liberals
sametinget sámi sami
samene same samer sámi sami
vikingene vikinger viking vikings
svartedauden black
renessansen renaissance
reformasjonen reformation
opplysningstiden enlightenment
middelalderen middle medieval
holocaust
nrk
nsb
ssb statistics
nav
dna deoxyribonucleic
hiv
aids
bnp gdp
mva vat
tv television
pst
fbi
cia
kgb
nazi nazistene
apartheid
atlanteren atlantic
filistrene philistines
ozeania oseania oceania oceanian
polynesia polynesian
melanesia melanesian
latin-amerika latin
falklandsøyene falkland falklands
marshalløyene marshall
salomonøyene solomon
caymanøyene cayman
jomfruøyene virgin
påskeøya easter
galápagosøyene galapagosøyene galápagos galapagos
hawaii hawaiian
tasmania tasmanian
store great
lille little lesser
øst-timor timor
burma myanmar burmese
ceylon lanka
siam
rhodesia zimbabwe
assyria assyrian
babylon babylonia babylonian
sparta spartan spartans
troja troy trojan
kartago carthage carthaginian
bysants byzantium byzantine
ottomanske osmanske ottoman ottomans
"""


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _SAME.splitlines():
        forms = frozenset(line.split())
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


def also(low: str) -> frozenset[str]:
    """What a name in lower case is called besides, itself among these; empty if nothing is known."""
    return _classes().get(low, frozenset())
