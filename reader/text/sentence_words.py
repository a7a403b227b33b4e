"""The words that sentence splitting knows: abbreviations by how they end, and what begins sentences."""

from dataclasses import fields

from reader.late_dataclasses import dataclass
from reader.text.languages import NORWEGIAN


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules of a language know its words by."""

    never_final: frozenset[str]  # abbreviations that something always follows
    final: frozenset[str]  # abbreviations that may end a sentence, but only before a capital
    starters: frozenset[str]  # words that open sentences and that hardly any name begins with
    heads: frozenset[str]  # words that a number before them belongs to, capital or not
    labelled: frozenset[str]  # words before a single letter that is no initial: "vitamin C", "than I"
    tags: frozenset[str]  # verbs of a speech tag whose subject comes first: "Why?" Tom asked


# Titles and the like before a name, in exact case: in lower case several are ordinary words.
TITLES = _words(
    "Mr Mrs Ms Messrs Mme Mlle Dr Prof Ste Mt Ft Gen Col Capt Cpt Cmdr Maj Lt Sgt Cpl Pvt Adm Sen Rep Gov",
    "Rev Hon Pres Supt Insp Fr Hr Frk Kapt Oblt Meld Innst Prop Dok Statsadv",
    # given names
    "Chr Th Wm Joh Edv Fredr Thv Jac Chas Thos Jas Geo Robt",
)
# Exact case; a capital after them proves little ("King Jr. Day", "St. Louis"): only a starter ends them.
SOFT = _words("Jr Sr St Co Bros Ph.D M.D B.A M.A B.Sc M.Sc Ave Blvd Rd Hwy Rte Pkwy Dept Univ jr sr")

_NB_NEVER = _words(
    # a figure or a name follows
    "kl ca nr org.nr tlf telf mob jf jfr cf gnr bnr fnr snr st pr mvh",
    # an example, an explanation or the thing itself follows
    "bl.a f.eks feks t.d dvs d.v.s pga p.g.a mht m.h.t mtp m.t.p vha v.h.a ifm i.f.m iht i.h.t i.h.h.t ift",
    "i.f.t iflg ifl mao m.a.o s.k vedr ang inkl ekskl evt ev hhv resp f.o.m t.o.m spes særl oppr opph egtl",
    "e.f f.n p.v m.o.t",
    "tilsv ovenn nedenn nevn istf i.st.f i.o.m sml vs fig",
    # titles and offices before a name, also as the first part of "adm.dir", "cand.philol", "siv.ing"
    "dr prof pres adv adm dir ass avd gen.dir gen.sekr pol.mester fung kst konst kgl hr frk stud cand siv",
    "dipl mag ing arkt stip statsadv oblt kapt lt sgt overing journ sekr nestl fmr visepres mr mrs",
    # legal and parliamentary papers
    "ot.prp st.prp innst prp meld.st st.meld bokst",
)
_NB_FINAL = _words(
    "osv o.s.v etc mv m.v mfl m.fl mm m.m ol o.l o.lign lign e.l el.l o.a m.a d.e d.y d.å ds s.d",
    # money, measures, time
    "mill mrd kr pst pct stk pk m.o.h moh gr min sek mnd årg p.t pt f.kr e.kr fkr ekr f.v.t e.v.t v.t a.m spd skill",
    "p.m",
    # only before a number; otherwise often ordinary words
    "jan feb mar apr maj jun jul aug sep sept okt nov des man tir tirs ons tor tors fre lør søn tom fom art",
    "kap avsn s bd vol nos no utg oppl red eks ref anm journ.anm overs forts sign orig tekn saml ant gj.sn",
    "maks tils tot univ ill tab f e v d p t k b inc corp temp ant prod reg fork pos diam dim omkr oms innb pkt",
    # laws, and what is cited from them
    "flg asl tvl fvl strl strpl avhl kjl aml gbl ftrl pbl fal vphl sktl skl hpl grl forskr reglm vedt instr",
    "barnel arvel ekteskapsl opplæringsl forvl tvangsl kgl.res o.fl o.m.a m.m.fl t.h t.v s.m u.å d.m v.s.a",
)
_NB_STARTERS = _words(
    "det den de dette denne disse han hun vi jeg du dere man en et ingen alle noen mange flere begge hver",
    "hans hennes deres vår vårt våre min mitt mine din i på men og så da når hvis dersom for fra til etter",
    "under over ved med mot mens fordi siden selv både der her hva hvem hvorfor hvordan hvor ifølge også nå",
    "slik deretter dessuten likevel derfor imidlertid dermed etterpå senere tidligere samtidig ikke kanskje",
    "bare er var har hadde kan vil skal må ble blir ja nei eller først blant gjennom mellom uten",
)
_NB_HEADS = _words(
    "januar februar mars april mai juni juli august september oktober november desember mosebok kongebok",
    "samuelsbok krønikebok korinterbrev verdenskrig divisjon bataljon kompani etasje klasse plass søndag",
    "juledag påskedag pinsedag",
)
_NB_LABELLED = _words(
    "vitamin plan gruppe klasse punkt type hepatitt del nivå alternativ vedlegg avdeling bokstav bokstavene litra",
    "ledd tabell tabellen figur figuren bilag kolonne rad linje spor sone kapittel avsnitt artikkel oppgave",
)
_EN_NEVER = _words(
    "e.g i.e eg ie vs viz cf approx ca fig figs eq eqs incl excl esp resp q.v mr mrs ms dr prof messrs asst",
    "assoc",
)
_EN_FINAL = _words(
    "etc al a.m p.m b.c a.d b.c.e c.e est max min avg ext tel ft hr hrs lb lbs oz yr yrs mos inc ltd llc",
    "corp plc",
    # only before a number; otherwise often ordinary words
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri no nos p pp vol",
    "vols ch chap sec art par para pt v b c d l ll n bk app ed eds trans rev ref refs ser",
    "temp wt ht qty pos apt bldg rm alt diam amt",
)
_EN_STARTERS = _words(
    "the a an he she it they i we you this that these those there here his her its their our my your in on",
    "at but and or so for from to after before during under over by with when while where if as since",
    "because although then however later meanwhile today yesterday now many most some several all both each",
    "every no not what who why how which is are was were do does did has have had can could would should",
    "even only also still yet once according despite until unlike among between instead perhaps maybe",
    "finally moreover therefore thus such",
)
_EN_HEADS = _words("monday tuesday wednesday thursday friday saturday sunday")
_EN_LABELLED = _words(
    "vitamin plan group class grade section part level type hepatitis appendix point option line than do",
    "annex table figure letter item clause subsection paragraph chapter article column row zone schedule exhibit",
    "did am was have had can could would should must shall and nor as so",
)
_EN_TAGS = _words("said asked cried shouted replied whispered answered exclaimed yelled wondered muttered")

_NB = Rules(_NB_NEVER, _NB_FINAL, _NB_STARTERS, _NB_HEADS, _NB_LABELLED, frozenset())
_EN = Rules(_EN_NEVER, _EN_FINAL, _EN_STARTERS, _EN_HEADS, _EN_LABELLED, _EN_TAGS)
# Other languages use both lists.
COMMON = Rules(*(getattr(_NB, field.name) | getattr(_EN, field.name) for field in fields(Rules)))
RULES = {**dict.fromkeys(NORWEGIAN, _NB), "en": _EN}
# Abbreviations of several parts, which may be written with spaces between these.
DOTTED = frozenset(word for word in COMMON.never_final | COMMON.final | set(map(str.lower, SOFT)) if "." in word)
DOTTED_PARTS = frozenset(part for word in DOTTED for part in word.split("."))
# Words in capitals that are none of the abbreviations, although these have the same letters.
ACRONYMS = _words("pr no ol st ms mm mv ds hr fr mfl art mag dr ca")
# Short words that may be a sentence of their own.
WORDS = _words(
    "vel feil godt sant dårlig kom stans vent ut inn opp ned hjem fint klart flott farvel pent alt slik sånn der her",
    "mer nok tom full gal lik rart synd stort lite mål stem tid dag år mat hus slag kort lang riktig rett galt snart",
    "yes not well good done right next stop help wait what that this then gone great fun run look war men man won",
)

COUNTED = _words("mill mrd a.m p.m")  # "3 mill. NOK", "9 a.m. EST", "9 a.m. Saturday"
# "dr. med. Moe", "stud. jur. Lie": words elsewhere, but abbreviations after such a title.
DEGREES = _words("med jur philos philol oecon polit theol psychol real scient techn art mag")
GRADUATES = _words("dr. cand. stud. lic. mag.")
PRONOUNS = _words("He She It They We You There")
