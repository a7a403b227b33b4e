"""Made paragraphs in several languages: `paragraph(code, random)` joins parts of sentences that fit together."""

from random import Random

# By language: who, what they did, and why or when; any of each make a sentence.
_PARTS = {
    "nb": (
        "Fiskeren på brygga|Læreren vår|Den eldste søsteren hennes|Ordføreren i bygda",
        "glemte nøklene i båten|ville ikke snakke om været|kjøpte fire sekker med poteter|hørte noen rope fra skogen",
        "fordi ingen hadde sagt noe|mens de andre fortsatt sov|etter at regnet hadde gitt seg|før ferja gikk til øya",
    ),
    "nn": (
        "Fiskaren på bryggja|Læraren vår|Den eldste systera hennar|Ordføraren i bygda",
        "gløymde nyklane i båten|ville ikkje snakke om vêret|kjøpte fire sekkar med poteter|høyrde nokon rope",
        "fordi ingen hadde sagt noko|medan dei andre framleis sov|etter at regnet hadde gjeve seg|før ferja gjekk",
    ),
    "da": (
        "Fiskeren på kajen|Vores lærer|Hendes ældste søster|Borgmesteren i landsbyen",
        "glemte nøglerne i båden|ville ikke tale om vejret|købte fire sække kartofler|hørte nogen råbe fra skoven",
        "fordi ingen havde sagt noget|mens de andre stadig sov|efter at regnen var holdt op|før færgen sejlede til øen",
    ),
    "sv": (
        "Fiskaren på bryggan|Vår lärare|Hennes äldsta syster|Borgmästaren i byn",
        "glömde nycklarna i båten|ville inte tala om vädret|köpte fyra säckar potatis|hörde någon ropa från skogen",
        "eftersom ingen hade sagt något|medan de andra fortfarande sov|efter att regnet hade upphört|innan färjan gick",
    ),
    "en": (
        "The fisherman on the quay|Our teacher|Her eldest sister|The mayor of the village",
        "forgot the keys in the boat|would not talk about the weather|bought four sacks of potatoes|heard a shout",
        "because nobody had said anything|while the others were still asleep|after the rain had stopped|before it left",
    ),
    "de": (
        "Der Fischer am Kai|Unser Lehrer|Ihre älteste Schwester|Die Bürgermeisterin des Dorfes",
        "vergaß die Schlüssel im Boot|wollte nicht über das Wetter sprechen|kaufte vier Säcke Kartoffeln|hörte etwas",
        "weil niemand etwas gesagt hatte|während die anderen noch schliefen|nachdem der Regen aufgehört hatte|zuvor",
    ),
    "fr": (
        "Le pêcheur sur le quai|Notre professeur|Sa sœur aînée|Le maire du village",
        "a oublié les clés dans le bateau|ne voulait pas parler du temps|a acheté quatre sacs de pommes de terre",
        "parce que personne n'avait rien dit|pendant que les autres dormaient encore|après que la pluie eut cessé",
    ),
}
LANGUAGES = tuple(_PARTS)


def paragraph(code: str, random: Random, sentences: int = 2) -> str:
    """A paragraph of made sentences in a language; two are 100 characters or more."""
    parts = [each.split("|") for each in _PARTS[code]]
    return " ".join(f"{' '.join(map(random.choice, parts))}." for _ in range(sentences))
