"""Words and phrases that deny, in Norwegian and in English."""

from reader import late_re as re

# What surely denies.
CLEAR = {
    "nb": "ikke ikkje aldri ingen inga intet ingenting ingensteds hverken verken korkje neppe uten utan",
    "en": "not cannot never no none nobody nothing nowhere neither nor without",
}
SHORT_NOT = "n't"
# What another language may say without denying anything, and what it then says; "" for many things.
EXCUSES = {
    "nb": (
        (
            r"\bikke\s(?:minst|desto|sant)\b|\b(?:eller|hvorfor)\sikke\b|\bom\sikke\b|\baldri\sså\b"
            r"|\buten\s(?:videre|om)\b",
            "",
        ),
        (r"\bikke\s(?:bare|kun)\b", r"\b(?:both|as\swell|in\saddition|more\sthan|besides|beyond)\b"),
        # "Ikke før" within a clause: "only then", "it was late before".
        (
            r"\bikke\b(?:(?!\s(?:og|som|men|hvis|fordi)\b)[^.;:,]){0,60}\bfør\b",
            r"\b(?:only|first|(?:was|were|is|be|took|takes|take|passed|pass)\b[^.;:,]{0,40}\bbefore)\b",
        ),
        (r"\bhelst\sikke\b", r"\b(?:rather|avoid|prefers?|preferred|reluctant|reluctantly)\b"),
        (r"\bikke\slenge\b", r"\b(?:recent(?:ly)?|shortly|soon|just)\b"),
        (
            r"\bikke\s(?:mer|mindre|over|under)\b",
            r"\b(?:at\s(?:most|least)|maximum|minimum|up\sto|under|below|within)\b",
        ),
        (
            r"\b(?:ikke|ingen|intet|ingenting)(?:\snoe|\snoen)?\s(?:annet|andre|annen)\b",
            r"\b(?:only|just|anything\sbut)\b",
        ),
        (
            r"\b(?:uten|ingen)\stvil\b",
            r"\b(?:certain|certainly|clear|clearly|definitely|surely|undoubtedly|doubtless)\b",
        ),
        (
            r"\baldri\s(?:før\s)?(?:hørt|lest|møtt|opplevd|sett|smakt|vært)\b",
            r"\b(?:best|most|worst|\w+est)\b.{0,80}\bever\b",
        ),
        (r"\bikke\b.{0,60}\bennå\b|\bennå\sikke\b", r"\byet\sto\b"),
        (r"\bikke\su\w{4,}", r"\b(?:common|fairly|frequent|often|quite|rather)\b"),
        (r"\b(?:ikke|ingen)\b", r"\b(?:far\sfrom|anything\sbut|(?:keep|kept|stay)\w*\s(?:away|from))\b"),
        (r"\bnesten\s(?:ikke|ingen|ingenting|aldri)\b", r"\b(?:barely|few|hardly|little|rarely|scarcely|seldom)\b"),
        (r"\bvil(?:le)?\sikke\b", r"\b(?:refus|declin)(?:es?|ed|ing)\b"),
        (r"\bikke\b[^.;:]{0,60}\bfør\b", r"\b(?:delay|postpon)\w*\b"),
        (r"\bikke\sulike?\b", r"\b(?:like|similar)\b"),
        (r"\bikke\s(?:glemt?|nøle?)\b", r"\b(?:remember|feel)\b"),
    ),
    "en": (
        (
            r"\bnot\s(?:least|to\smention)\b|\bif\snot\b|\bno\smatter\b|\bor\snot\b|\bnever\smind\b|\bcannot\shelp\b"
            r"|\bwhy\s(?:not|don['’]t)\b|,\s\w+n['’]t\s\w+\?|\bno\.\s?\d|\bwith\s(?:or|and)\swithout\b",
            "",
        ),
        (
            r"(?:\bnot|n['’]t)\s(?:only|just|merely|simply|so\smuch)\b",
            r"\b(?:både|også|i\stillegg|samt|mer\senn|snarere|så\svel)\b",
        ),
        (r"(?:\bnot|n['’]t)\b[^.;:]{0,60}\b(?:until|till)\b", r"\b(?:først|inntil)\b"),
        (r"\bno\sdoubt\b", r"\b(?:sikkert|utvilsomt|nok|trolig)\b"),
        (
            r"\b(?:no|not)\s(?:\w+er|more|less)\sthan\b",
            r"\b(?:maks\w*|høyst|minst|senest|inntil|opptil|over|under|mer|mindre|like|så|størst)\b",
        ),
        (r"\b(?:nothing|none|no\sone)\s(?:but|other|else)\b", r"\b(?:bare|kun|selveste)\b"),
        (r"(?:\bnot|n['’]t)\s(?:forget|worry|hesitate|underestimate)\b", r"\b(?:husk|ta|bare|vær)\b"),
        (r"(?:\bnot|n['’]t)\b", r"\b(?:lar|lot|la|latt)\svære\b|\blangt\s(?:fra|ifra)\b"),
        (r"\bnot\slong\b", r"\b(?:kort|snart|nylig|nettopp)\b"),
        (r"\bnot\s(?:unlike|the\sonly)\b", r"\b(?:lik\w*|flere|også|andre)\b"),
    ),
}
# Words that may deny: what others need a "not" for.
WORDS = {
    "nb": """\
nei null mangle mangler manglet mangla mangel mangelen mangelfull mangelfulle manglende savne savner savnet savn savnes
unngå unngår unngikk unngås unngått nekte nekter nektet nektes avslå avslår avslo avslag avslått avvise avviser
avviste avvist mislykkes mislyktes mislykkede mislykket forhindre forhindrer forhindret hindre hindrer hindret forby
forbyr forbød forbudt forbud forbudet slutte sluttet slutter opphøre opphørte fraværende fravær fraværet feil knapt
knapp knappe lite sjelden sjeldent sjeldne motsatt motsetning tvert tvile tviler tvilte tvil unntatt utenom utenfor
foruten fremfor istedenfor isteden unntak unntaket bortsett slipper slippe slapp glemme glemte glemmer droppe droppet
benekte benekter benektet fornekte fornekter umulig tape tapte mistet miste mister stanse stanset stoppe stoppet
snarere avholde avstå avstår avsto fjerne fjernet fjerner borte nektelse nekting nektende forhindres unnlate unnlater
unnlot motvillig illegal stanser stopper glemt forsvinne forsvinner forsvant forsvunnet ignorere ignorerer ignorerte
overse overser overså oversett utelate utelater utelot utelatt frikjenne frikjent frikjennes fritatt fritak fratatt""",
    "en": """\
nay zero lack lacks lacked lacking fail fails failed failing failure refuse refuses refused refusal refusing deny
denies denied denying avoid avoids avoided avoiding decline declines declined declining reject rejects rejected
rejecting prevent prevents prevented preventing prohibit prohibits prohibited forbid forbids forbidden forbade ban
bans banned banning prohibition miss misses missed missing absent absence hardly barely scarcely rarely seldom few
void empty devoid false rather instead unless except excluding exclude excludes excluded stop stops stopped cease
ceased ceases lest doubt doubts doubted doubtful lost forget forgot forgotten impossible impossibility inability
incapable incorrect incorrectly incomplete inadequate insufficient insufficiently inaccurate inappropriate indefinite
indefinitely independent independently invisible invalid ineffective inactive informal indirect illegitimate
illiterate illogical immature immobile impatient imperfect improper impractical irregular irrelevant irresponsible
irreversible disagree disagrees disagreed disagreement disapprove disapproved dislike disliked dislikes disappear
disappeared disregard disregarded dishonest dissatisfied disobey discontinue discontinued disabled disallow disallowed
disprove denial exempt exemption ignore ignored ignores neglect neglected omit omitted omits skip skipped spare spared
nonexistent abstain refrain bar barred loss opposite contrary deprived deprive halt halted withhold
withheld shortage regardless lose loses losing hinder hinders hindered hindering acquit acquits acquitted innocent
vanish vanished overlook overlooked""",
}
# What rarely denies, but stands for such words of the other language: "i stedet" for "instead".
COUNTERPARTS = {
    "nb": """\
stedet heller mindre få stans stopp bomme bommer bommet tom tomt tomme tap tapet tapene""",
    "en": """\
wrong wrongly error errors mistake mistakes exception exceptions immemorial end ends ended ending losses little less
fewer outside remove removes removed removing gone away""",
}
# Such words by how they begin or end, and what only looks like one of them.
BEGINNINGS = {
    # "u-", but not "under", "ung", "uke", "uro", "utenfor".
    "nb": re.compile(
        r"(?:u(?!t|nd|ng|ni|ke|k[ae]|r[tn]?\b|r[aiou]|ra|l[lvy]|s[ae]?\b|sa|ff|ga|re|n[gk]|hr|lik|lykke)|ikke|anti"
        r"|mis(?=t|l|f|b|n|h))\w{3,}|\w{2,}(?:løs|løse|løst|fri|fritt|frie|tom|tomt|tomme)"
    ),
    "en": re.compile(
        r"un(?!der|til|it|i[oqvf]|cle|iform|less)\w{3,}|non\w{3,}|\w{2,}less(?:ly|ness)?"
        r"|dis(?:a|b|c(?=on)|h|l|p(?=r)|q|respect|s|trust)\w{3,}"
        r"|in(?:ab|ac|ad|app|att|cap|com(?=p)|cons|conv|corr|cred|def|dep|dir|eff|elig|equ|ess|exp(?=e)|freq|hum|suff"
        r"|sens|sig|tol|val|vis|vul)\w{3,}|im(?:bal|mob|mor|pat|perf|poss|prac|prob|prop)\w{3,}"
        r"|il(?:leg|lit|log)\w{2,}|ir(?:rat|reg|rel|rep|res|rev)\w{3,}|mis\w{4,}"
    ),
}
NO_SUCH = """\
unfortunately distance uvær unntak unntaket unionen uighur uighurer urfolk uansett ubåt umiddelbart ukraina ukrainas
ukrainsk ukrainske ukrainer ukrainere ukrainerne usbekistan usbekisk urban urbane urbant symptom fantom mistanke
mistanken mistenker mistenkes mistenkt mistenkte mistenksom unanimous unanimously unesco disaster disasters disastrous
dish dishes dissolve dissolves dissolved insight insights mission missions missionary missionaries missile missiles
mississippi missouri mistress misery miserable nevertheless nonetheless"""
